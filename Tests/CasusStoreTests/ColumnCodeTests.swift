import CasusModel
import GRDB
import Testing

@testable import CasusStore

/// The numbers that the program writes are the words that the tables show.
@Suite struct ColumnCodeTests {
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore(
      Story("a", published: "2022-03-01")
        .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24"))
  }

  /// What the tables show of each number.
  private func words(
    of table: String, _ code: String, _ word: String, count: Int
  ) throws -> [String] {
    try temporary.store.write { db, _ in
      try (0..<count).map { number in
        try db.execute(sql: "UPDATE \(table) SET \(code) = ?", arguments: [number])
        return try String.fetchOne(db, sql: "SELECT \(word) FROM \(table) LIMIT 1") ?? ""
      }
    }
  }

  @Test func everyWordHasItsNumber() throws {
    #expect(Set(EventType.inCodeOrder) == Set(EventType.allCases))
    #expect(Set(EventStatus.inCodeOrder) == Set(EventStatus.allCases))
    #expect(Set(DateBasis.inCodeOrder) == Set(DateBasis.allCases))
    let types = EventType.inCodeOrder.map(\.rawValue)
    #expect(try words(of: "event", "typeCode", "type", count: types.count) == types)
    let quads = EventType.inCodeOrder.map { "\($0.quadClass.number)" }
    #expect(try words(of: "event", "typeCode", "quad", count: types.count) == quads)
    let statuses = EventStatus.inCodeOrder.map(\.rawValue)
    let bases = DateBasis.inCodeOrder.map(\.rawValue)
    for table in ["event", "evidence"] {
      #expect(try words(of: table, "statusCode", "status", count: statuses.count) == statuses)
      #expect(try words(of: table, "dateBasisCode", "dateBasis", count: bases.count) == bases)
    }
    #expect(try words(of: "dyad", "statusCode", "status", count: statuses.count) == statuses)
    let parts = RelationEvent.Part.inCodeOrder.map(\.rawValue)
    #expect(try words(of: "relationEvent", "partCode", "part", count: parts.count) == parts)
  }

  @Test func rolesAreWords() throws {
    let story = Story("b").saying(
      "It sold arms.", ["PRK"], .cooperate, ["RUS"], mode: "arms-transfer", on: "2022-09-06",
      roles: ["supplier": ["PRK"], "recipient": ["RUS"]])
    try temporary.store.add(story.article, statements: story.statements)
    let roles = try temporary.store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT role FROM participant JOIN event ON event.key = participant.event
          WHERE event.mode = 'arms-transfer' ORDER BY role
          """)
    }
    #expect(roles == ["recipient", "source", "supplier", "target"])
  }

  /// Dates come back as they were given, whether kept as a number or as text.
  @Test(arguments: [
    "2022-02-24", "0000-01-01", "9999-12-31", "0794-06-08", "2022-02", "2022-02-24~", "2022",
    "2022-02-24/..", "XXXX-02-24", "[2022-02-24,2022-02-25]", "2022-02-24/2022-02-24", "199X",
  ])
  func datesAreKept(date: String) throws {
    try #require(EDTF(date) != nil)
    let story = Story("b").saying("They met.", ["PRK"], .consult, ["RUS"], on: date)
    try temporary.store.add(story.article, statements: story.statements)
    let event = try #require(try temporary.store.events().first { $0.type == .consult })
    #expect(event.date?.rawValue == date)
    #expect(event.evidence.map(\.date?.rawValue) == [date])
    let shown = try temporary.store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT date FROM event WHERE type = 'CONSULT' UNION ALL
          SELECT evidence.date FROM evidence JOIN event ON event.key = evidence.event
          WHERE event.type = 'CONSULT' UNION ALL SELECT date FROM timeline WHERE type = 'CONSULT'
          """)
    }
    #expect(shown == [date, date, date])
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }
}
