import CasusModel
import Testing

@testable import CasusStore

@Suite struct RelationTests {
  @Test func openingAndClosingEventsBoundARelation() throws {
    let found = try relations(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"),
      saying("Two.", .assault, on: "2022-03-01"),
      saying("Three.", .agree, mode: "peace", on: "2024-06-01"))
    #expect(found.map(\.line) == ["war PRK RUS 2022-02-24/2024-06-01 ended 1 1 1"])
  }

  @Test func nothingButAClosingEventCloses() throws {
    let found = try relations(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"),
      saying("Two.", .assault, mode: "invade", on: "2023-02-24"))
    #expect(found.map(\.line) == ["war PRK RUS 2022-02-24/.. in-force 1 1 0"])
  }

  @Test func relationMayBeOpenedAgain() throws {
    let found = try relations(
      saying("One.", .assault, mode: "invade", on: "2014"),
      saying("Two.", .agree, mode: "peace", on: "2015-02"),
      saying("Three.", .assault, mode: "invade", on: "2022-02-24/.."))
    #expect(
      found.map(\.line) == [
        "war PRK RUS 2014/2015-02 ended 1 0 1", "war PRK RUS 2022-02-24/.. in-force 1 0 0",
      ])
  }

  @Test func supportAloneOpensWeakly() throws {
    let found = try relations(saying("One.", .assault, on: "2022-03-01"))
    #expect(found.map(\.line) == ["war PRK RUS 2022-03-01?/.. in-force 0 1 0"])
  }

  @Test func earlierSupportDoesNotMoveAnOpening() throws {
    let found = try relations(
      saying("One.", .assault, on: "2021-03-01"),
      saying("Two.", .assault, mode: "invade", on: "2022-02-24"))
    #expect(found.map(\.line) == ["war PRK RUS 2022-02-24/.. in-force 1 1 0"])
  }

  @Test func closingWithoutARelationDoesNothing() throws {
    #expect(try relations(saying("One.", .agree, mode: "peace", on: "2015-02")).isEmpty)
  }

  @Test func finerOpeningWithinARoughOneGivesTheDate() throws {
    let found = try relations(
      saying("One.", .agree, mode: "establish-relations", on: "2022-07"),
      // A day outside the group of the month: another mode of the same kind would do as well.
      saying("Two.", .agree, mode: "establish-relations", on: "2022-07-13"),
      saying("Three.", .agree, mode: "establish-relations", on: "2022-07-20"))
    #expect(
      found.map(\.line) == ["diplomatic-relations PRK RUS 2022-07-13/.. in-force 3 0 0"])
  }

  @Test func deniedAndHypotheticalEventsMakeNoRelation() throws {
    #expect(
      try relations(
        saying("One.", .assault, mode: "invade", on: "2022-02-24", status: .denied),
        saying("Two.", .assault, mode: "invade", on: "2023-02-24", status: .hypothetical)
      ).isEmpty)
  }

  @Test func contestedEventMakesAContestedRelation() throws {
    let found = try relations(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"),
      saying("Two.", .assault, mode: "invade", on: "2022-02-24", status: .denied))
    #expect(found.map(\.line) == ["war PRK RUS 2022-02-24/.. contested 1 0 0"])
  }

  @Test func plannedEventMakesAPlannedRelation() throws {
    let found = try relations(
      saying("One.", .agree, mode: "establish-relations", on: "2022-10", status: .planned))
    #expect(found.map(\.line) == ["diplomatic-relations PRK RUS 2022-10/.. planned 1 0 0"])
  }

  @Test func planThatCameAboutSupports() throws {
    let found = try relations(
      saying("One.", .agree, mode: "establish-relations", on: "2022-08", status: .planned),
      saying("Two.", .agree, mode: "establish-relations", on: "2022-10-02"))
    #expect(found.map(\.line) == ["diplomatic-relations PRK RUS 2022-10-02/.. in-force 1 1 0"])
  }

  @Test func undatedClosingContests() throws {
    let found = try relations(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"),
      saying("Two.", .agree, mode: "peace"))
    #expect(found.map(\.line) == ["war PRK RUS 2022-02-24/ contested 1 0 1"])
  }

  @Test func undatedOpeningHasNoInterval() throws {
    #expect(
      try relations(saying("One.", .assault, mode: "invade")).map(\.line)
        == ["war PRK RUS - in-force 1 0 0"])
  }

  @Test func directedRelationFollowsTheEvent() throws {
    let found = try relations(saying("One.", .sanction, mode: "sanctions", on: "2022-03"))
    #expect(found.map(\.line) == ["sanctions RUS PRK 2022-03/.. in-force 1 0 0"])
  }

  @Test func goodsGoFromSupplierToRecipient() throws {
    let found = try relations(
      Story("a").saying(
        "One.", ["RUS"], .cooperate, ["PRK"], mode: "arms-transfer", on: "2022-09",
        roles: ["supplier": ["PRK"], "recipient": ["RUS"]]))
    #expect(found.map(\.line) == ["arms-supply PRK RUS 2022-09/.. in-force 1 0 0"])
  }

  @Test func goodsWithoutSupplierHaveNoDirection() throws {
    #expect(
      try relations(
        Story("a").saying(
          "One.", ["RUS"], .cooperate, ["PRK"], mode: "arms-transfer", on: "2022-09")
      ).isEmpty)
  }

  @Test func laterReportChangesTheInterval() throws {
    let temporary = try TemporaryStore(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"))
    try temporary.store.importBatch([
      Story("b").saying("Two.", ["RUS"], .agree, ["PRK"], mode: "peace", on: "2024-06-01").item
    ])
    #expect(
      try temporary.store.relations(of: "PRK", and: "RUS").map(\.line)
        == ["war PRK RUS 2022-02-24/2024-06-01 ended 1 0 1"])
  }

  @Test func changedRulesDeriveEverythingAnew() throws {
    let temporary = try TemporaryStore(saying("One.", .assault, mode: "invade", on: "2022-02-24"))
    var catalog = EventCatalog.sample
    catalog.relations["enmity"] = catalog.relations.removeValue(forKey: "war")
    let store = try EventStore(path: temporary.store.path, access: .writing(catalog))
    try store.importBatch([Story("b").saying("Two.", ["USA"], .accuse, ["CHN"]).item])
    #expect(try store.relations(of: "PRK").map(\.kind) == ["enmity"])
  }

  private static let days: [(String, [String])] = [
    ("2021-12-31", []), ("2022-02-24", ["in-force"]), ("2023", ["in-force"]),
    ("2024-06-01", ["ended"]), ("2025", ["ended"]),
  ]

  @Test(arguments: days)
  func relationsAsTheyStoodOnADay(day: String, states: [String]) throws {
    let temporary = try TemporaryStore(
      saying("One.", .assault, mode: "invade", on: "2022-02-24"),
      Story("b").saying("Two.", ["RUS"], .agree, ["PRK"], mode: "peace", on: "2024-06-01"))
    let found = try temporary.store.relations(of: "PRK", and: "RUS", at: EDTF(day))
    #expect(found.map(\.state.rawValue) == states)
  }

  /// Undated, it is among those of a day once it had been told of.
  @Test func undatedRelationIsNotOfADayBeforeItsFirstReport() throws {
    let temporary = try TemporaryStore(
      Story("a", published: "2022-10-13").saying(
        "One.", ["RUS"], .assault, ["PRK"], mode: "invade"),
      Story("b", published: "2023-01-02").saying(
        "Two.", ["RUS"], .assault, ["PRK"], mode: "invade"),
      Story("c").saying("Three.", ["RUS"], .sanction, ["PRK"], mode: "sanctions"))
    func kinds(_ day: String) throws -> [String] {
      let found = try temporary.store.relations(of: "PRK", and: "RUS", at: EDTF(day))
      let counted = try temporary.store.relations(
        of: "PRK", and: "RUS", at: EDTF(day), fromEventsMatching: EventFilter(language: "en"),
        catalog: .sample, supportLimit: 1)
      #expect(found.map(\.kind) == counted.map(\.kind))
      return found.map(\.kind)
    }
    // Of a report without a date nobody can say that it came later.
    #expect(try kinds("2010") == ["sanctions"])
    #expect(try kinds("2022-10") == ["sanctions", "war"])
    #expect(try kinds("2024") == ["sanctions", "war"])
  }

  private func saying(
    _ words: String, _ type: EventType, mode: String? = nil, on date: String? = nil,
    status: EventStatus = .occurred
  ) -> Story {
    Story("\(words)\(date ?? "")").saying(
      words, ["RUS"], type, ["PRK"], mode: mode, on: date, status: status)
  }

  private func relations(_ stories: Story...) throws -> [Relation] {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    return try temporary.store.relations(of: "PRK", and: "RUS")
  }
}

extension Relation {
  /// The relation in one line, its events as numbers: opening, supporting, closing.
  fileprivate var line: String {
    "\(kind) \(source) \(target) \(validity?.rawValue ?? "-") \(state.rawValue) "
      + "\(opening.count) \(supporting.count) \(closing.count)"
  }
}
