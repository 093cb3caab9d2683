import CasusModel
import CasusTestSupport
import Testing

@testable import CasusStore

/// What an import may leave alone of a group with many events.
@Suite struct GroupPartTests {
  /// Many reports of few kinds over months: nearly every one lands among others.
  @Test(arguments: 0..<6, [false, true])
  func partsComeToTheSameAsTheWhole(seed: Int, isSingular: Bool) throws {
    var random = SeededGenerator(seed: 100 + seed)
    let stories = (0..<150).map { story($0, isSingular: isSingular, &random) }
    let catalog = isSingular ? EventCatalog.sampleWithSingularActs : .sample
    let reference = try TemporaryStore(catalog: catalog)
    try reference.store.importBatch(stories.map(\.item), size: 1000)
    let other = try TemporaryStore(catalog: catalog)
    try other.store.importBatch(
      stories.shuffled(using: &random).map(\.item), size: Int.random(in: 1...20, using: &random))
    #expect(try other.store.dump() == reference.store.dump())
  }

  @Test func oneMoreReportConcernsFewEvents() throws {
    let days = (0..<200).map { EDTF.dayText(19_000 + $0) }
    let stories = days.enumerated().map { number, day in
      Story("a\(number)", published: day)
        .saying("Attack.", ["RUS"], .assault, ["UKR"], on: day)
        .saying("Another.", ["RUS"], .assault, ["UKR"])
        .saying("No date.", ["RUS"], .consult, ["UKR"])
    }
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    #expect(try concerned(by: "2022-04-20", in: temporary.store) == 1)
    #expect(try concerned(by: "2022-04", in: temporary.store) ?? 0 <= 31)
    #expect(try concerned(by: "2019-04-20", in: temporary.store) == 0)
    #expect(try concerned(by: nil, published: "2022-04-20", in: temporary.store) == 1)
    #expect(try concerned(by: nil, published: "2025-04-20", in: temporary.store) == 0)
    // What began before all others may make all later news cycles begin elsewhere.
    #expect(try concerned(by: nil, published: "2022-01-07", in: temporary.store) ?? 0 > 10)
  }

  @Test func evidenceOfOtherDaysIsLeftAloneWhereTheMonthIsToldToo() throws {
    let stories = (1...28).map { number in
      Story("a\(number)", published: "2022-05-01")
        .saying("Attack.", ["RUS"], .assault, ["UKR"], on: EDTF.dayText(19_082 + number))
    }
    let month = Story("month", published: "2022-05-01")
      .saying("In April.", ["RUS"], .assault, ["UKR"], on: "2022-04")
    let temporary = try TemporaryStore()
    try temporary.store.importBatch((stories + [month]).map(\.item))
    #expect(try part(for: "2022-04-20", in: temporary.store)?.counts.count == 1)
    #expect(try part(for: "2022-04", in: temporary.store)?.counts.count == 1)
  }

  /// How many events of a group a further report concerns; `nil` for all.
  private func concerned(
    by date: String?, published: String = "2026-01-01", in store: EventStore
  ) throws -> Int? {
    try part(for: date, published: published, in: store)?.events.count
  }

  private func part(
    for date: String?, published: String = "2026-01-01", in store: EventStore
  ) throws -> GroupPart? {
    let type: EventType = date == nil ? .consult : .assault
    let story = Story("new", published: published).saying("New.", ["RUS"], type, ["UKR"], on: date)
    let statement = story.statements[0]
    return try store.read { db in
      let group = EventGroup(statement)
      let report = Report(
        statement: statement,
        article: ArticleParticulars(id: "new", published: EDTF(published), language: "en"),
        isSingular: false)
      let finder = GroupPartFinder(
        group, isSingular: false, arrivals: [report],
        table: EventTable(db: db, actors: ActorKeys(db)), evidence: EvidenceTable(db: db))
      return try finder.part()
    }
  }

  private func story(_ number: Int, isSingular: Bool, _ random: inout SeededGenerator) -> Story {
    let kinds: [(EventType, String?)] =
      isSingular
      ? [(.sanction, "cut-relations")]
      : [
        (.assault, nil), (.assault, nil), (.assault, "missile"), (.assault, "drone"),
        (.cooperate, "trade"), (.consult, nil),
      ]
    let days = (0..<6).map { _ in EDTF.dayText(19_000 + Int.random(in: 0..<120, using: &random)) }
    var story = Story(
      "a\(number)", published: number % 7 == 0 ? nil : days[5],
      language: ["en", "id"][number % 2])
    for place in 0..<Int.random(in: 1...4, using: &random) {
      let (type, mode) = kinds.randomElement(using: &random) ?? (.consult, nil)
      let date: String? =
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<4: nil
        case 4: "2022-0\(Int.random(in: 1...5, using: &random))"
        case 5: "2022"
        case 6: days[place] + "/.."
        case 7: "XXXX-02"
        case 8:
          EDTF.dayText(19_000 + place * 9) + "/" + EDTF.dayText(19_006 + place * 11)
        default: days[place]
        }
      story = story.saying(
        "Sentence \(place).", ["RUS"], type, ["UKR"], mode: mode, on: date,
        status: Int.random(in: 0..<4, using: &random) == 0 ? .planned : .occurred,
        object: ["rockets", "depots", "grain", nil, nil][Int.random(in: 0..<5, using: &random)],
        place: ["Kharkiv", "Харків", "Sumy", nil, nil, nil][Int.random(in: 0..<6, using: &random)],
        confidence: Double.random(in: 0.1...0.9, using: &random))
    }
    return story
  }
}
