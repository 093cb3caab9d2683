import CasusModel
import GRDB
import Testing

@testable import CasusStore

/// New events of two actors with very many events come to the same as working the pair out whole.
@Suite struct RelationGrowthTests {
  private static let kinds: [(EventType, String?)] = [
    (.consult, nil), (.assault, nil), (.assault, "invade"), (.sanction, "sanctions"),
    (.sanction, "cut-relations"), (.concede, "ease-sanctions"), (.agree, "establish-relations"),
    (.agree, "peace"), (.aid, "arms-transfer"), (.sanction, "halt-aid"),
  ]

  @Test(arguments: 0..<6)
  func stepByStepAsAtOnce(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let grown = try TemporaryStore()
    try grown.store.importBatch(
      (0..<60).map { Self.story($0, statements: 4, rareKinds: seed > 2, &random).item })
    var hasGrown = false
    for number in 60..<80 {
      let story = Self.story(number, statements: 3, rareKinds: seed % 3 == 0, &random)
      _ = try grown.store.addBatch([story.item])
      hasGrown = try hasGrown || grown.store.read { try !Self.waiting(in: $0).isEmpty }
      try grown.store.deriveRelations()
      let relations = try Self.relations(of: grown.store)
      try grown.store.write { db, _ in
        try db.execute(sql: "DELETE FROM setting WHERE name = 'relationRules'")
      }
      try grown.store.deriveRelations()
      #expect(try Self.relations(of: grown.store) == relations, "after article \(number)")
    }
    #expect(hasGrown)
    #expect(try grown.store.read { try Self.waiting(in: $0).isEmpty })
  }

  /// Few further events are compared with many, not the other way round.
  @Test func supportIsAddedWithoutWorkingThePairOut() throws {
    let temporary = try TemporaryStore()
    let days = (0..<150).map { EDTF.dayText(19_000 + $0) }
    var story = Story("many").saying("Go.", ["RUS"], .assault, ["UKR"], mode: "invade", on: days[0])
    for day in days { story = story.saying("On \(day).", ["RUS"], .assault, ["UKR"], on: day) }
    try temporary.store.importBatch([story.item])
    let further = Story("one").saying("More.", ["RUS"], .assault, ["UKR"], on: EDTF.dayText(19_400))
    _ = try temporary.store.addBatch([further.item])
    let key = try temporary.store.read { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM staleDyad") == 0)
      #expect(try Self.waiting(in: db).count == 1)
      return try Int64.fetchOne(db, sql: "SELECT key FROM relation WHERE kind = 'war'")
    }
    try temporary.store.deriveRelations()
    let war = try #require(try temporary.store.relations(of: "RUS", and: "UKR").first)
    #expect(war.kind == "war" && war.supporting.count == 151)
    // The row is still the one that was there.
    let after = try temporary.store.read {
      try Int64.fetchOne($0, sql: "SELECT key FROM relation WHERE kind = 'war'")
    }
    #expect(after == key)
  }

  private static func waiting(in db: Database) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT event FROM staleEvent")
  }

  private static func relations(of store: EventStore) throws -> [String] {
    try store.dump().filter { $0.hasPrefix("relation") }
  }

  /// An article about two actors; rare kinds are those that open and close relations.
  private static func story(
    _ number: Int, statements: Int, rareKinds: Bool, _ random: inout SeededGenerator
  ) -> Story {
    var story = Story("a\(number)")
    for place in 0..<statements {
      let kinds = rareKinds ? Self.kinds[...] : Self.kinds.prefix(4)
      let (type, mode) = kinds.randomElement(using: &random) ?? (.consult, nil)
      let day = 19_000 + Int.random(in: 0..<2000, using: &random)
      let date: String? =
        switch Int.random(in: 0..<20, using: &random) {
        case 0: nil
        case 1: String(EDTF.dayText(day).dropLast(3))
        case 2: EDTF.dayText(day) + "/.."
        default: EDTF.dayText(day)
        }
      let status: EventStatus =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: .planned
        case 1: .denied
        default: .occurred
        }
      story = story.saying(
        "Words \(number) \(place).", ["RUS"], type, ["UKR"], mode: mode, on: date, status: status)
    }
    return story
  }
}
