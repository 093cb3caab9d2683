import CasusModel
import Testing

@testable import CasusStore

@Suite struct StandingChangeTests {
  private let temporary: TemporaryStore
  private var store: EventStore { temporary.store }

  init() throws {
    temporary = try TemporaryStore(
      Story("a", published: "2022-03-01", publisher: "Sample Post")
        .saying("One.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
        .saying("Two.", ["USA"], .sanction, ["RUS"], mode: "sanctions", on: "2022-03"),
      Story("b", published: "2024-06-02", publisher: "Contoh Harian")
        .saying("Three.", ["RUS"], .agree, ["UKR"], mode: "peace", on: "2024-06-01")
        .saying("Four.", ["RUS"], .consult, ["CHN"], on: "2022-07"))
  }

  private func lines(_ changes: [StandingChange]) -> [String] {
    changes.map { change in
      "\(change.relation.kind) \(change.before?.rawValue ?? "-") \(change.after?.rawValue ?? "-") "
        + "\(change.causes.count)"
    }
  }

  private static let periods: [(String, String, [String])] = [
    ("2022-01", "2022-02", ["war - in-force 1"]),
    (
      "2022-01", "2022-12",
      ["war - in-force 1", "sanctions - in-force 1", "diplomatic-relations - in-force 1"]
    ),
    ("2023", "2024", ["war in-force ended 1"]),
    (
      "2022-02-23", "2025",
      [
        "sanctions - in-force 1", "diplomatic-relations - in-force 1", "war - ended 1",
      ]
    ),
    ("2022-08", "2022-12", []), ("2025", "2026", []),
  ]

  @Test(arguments: periods)
  func changesBetweenTwoDates(from: String, to: String, expected: [String]) throws {
    let (from, to) = (try #require(EDTF(from)), try #require(EDTF(to)))
    #expect(lines(try store.changes(from: from, to: to)) == expected)
  }

  @Test func changesOfActors() throws {
    let (from, to) = (try #require(EDTF("2022-01")), try #require(EDTF("2025")))
    #expect(
      lines(try store.changes(from: from, to: to, of: "UKR")) == ["war - ended 1"])
    #expect(
      lines(try store.changes(from: from, to: to, of: "RUS", and: "USA"))
        == ["sanctions - in-force 1"])
    #expect(try store.changes(from: from, to: to, of: "XYZ").isEmpty)
  }

  @Test func relationsFromSomeReportsOnly() throws {
    func states(_ filter: EventFilter, at: EDTF? = nil) throws -> [String] {
      try store.relations(
        of: "RUS", and: "UKR", at: at, fromEventsMatching: filter, catalog: .sample
      ).map { "\($0.kind) \($0.validity?.rawValue ?? "-") \($0.state.rawValue)" }
    }
    let all = ["war 2022-02-24/2024-06-01 ended"]
    #expect(try states(EventFilter()) == all)
    #expect(try states(EventFilter(knownOn: EDTF("2025"))) == all)
    #expect(
      try states(EventFilter(knownOn: EDTF("2023"))) == ["war 2022-02-24/.. in-force"])
    #expect(
      try states(EventFilter(source: "sample post")) == ["war 2022-02-24/.. in-force"])
    #expect(try states(EventFilter(minSources: 2)).isEmpty)
    #expect(try states(EventFilter(knownOn: EDTF("2021"))).isEmpty)
    #expect(
      try states(EventFilter(knownOn: EDTF("2025")), at: EDTF("2023"))
        == ["war 2022-02-24/2024-06-01 in-force"])
  }

  /// From all reports, what is worked out on the way must be what was worked out at import.
  @Test(arguments: 0..<4)
  func derivedOnTheWayAsAtImport(seed: Int) throws {
    var random = SeededGenerator(seed: 300 + seed)
    let stories = RandomCorpus.stories(&random).map { story in
      var story = story
      story.article.published = story.article.published ?? EDTF("2022-09-01")
      return story.item
    }
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories)
    for actor in ["RUS", "PRK"] as [ActorID] {
      let found = try temporary.store.relations(
        of: actor, fromEventsMatching: EventFilter(knownOn: EDTF("2100")), catalog: .sample)
      #expect(try found == temporary.store.relations(of: actor))
    }
  }
}
