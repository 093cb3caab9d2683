import CasusModel
import GRDB
import Testing

@testable import CasusStore

/// Every kind of damage is found, said in one line, and undone by a repair.
@Suite struct CheckTests {
  private func store() throws -> TemporaryStore {
    try TemporaryStore(
      Story("a", published: "2022-03-01")
        .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
        .saying("They met.", ["RUS.GOV.PUTIN"], .consult, ["PRK"], on: "2022-02-28")
        .saying(
          "They broke.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-13"),
      Story("b").saying("It attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02"))
  }

  @Test func soundDatabaseHasNoFaults() throws {
    let temporary = try store()
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }

  /// What is damaged, and how the fault begins.
  @Test(arguments: [
    ("UPDATE event SET dateText = '2022-02-25'", "an event says something else than its evidence"),
    ("UPDATE event SET confidence = 0.1", "an event says something else than its evidence"),
    ("UPDATE event SET sources = 7", "an event says something else than its evidence"),
    ("UPDATE event SET id = randomblob(16)", "an event does not follow from its evidence"),
    ("UPDATE event SET groupHash = 1", "an event does not belong to its group"),
    (
      """
      UPDATE evidence SET event = (SELECT key FROM event WHERE type = 'ASSAULT')
      WHERE event = (SELECT key FROM event WHERE type = 'CONSULT')
      """, "an event has no evidence"
    ),
    ("DELETE FROM participant WHERE role = 'source'", "an event has no source"),
    ("UPDATE participant SET day = day + 1", "an actor of an event stands at another day"),
    ("UPDATE dyad SET statusCode = 3", "a dyad is missing or wrong"),
    (
      "DELETE FROM dyad WHERE event = (SELECT key FROM event WHERE type = 'CONSULT')",
      "a dyad is missing or wrong"
    ),
    (
      """
      INSERT INTO dyad SELECT target, source, day, event, typeCode, statusCode FROM dyad
      WHERE event = (SELECT key FROM event WHERE type = 'ASSAULT')
      """, "dyads that follow from no event"
    ),
    ("UPDATE relation SET state = 'planned'", "relations do not follow from their events"),
    ("UPDATE relation SET validity = '2020/..'", "relations do not follow from their events"),
    ("DELETE FROM relation", "relations do not follow from their events"),
    ("DELETE FROM relationEvent", "relations do not follow from their events"),
    (
      "INSERT INTO articleText (articleText) VALUES ('delete-all')",
      "an article is not in the full-text index"
    ),
    (
      "UPDATE evidence SET startByte = startByte + 1, endByte = endByte + 1",
      "the words of a piece of evidence are not in its article"
    ),
  ])
  func isFoundAndRepaired(damage: String, fault: String) throws {
    let temporary = try store()
    try temporary.store.write { db, _ in try db.execute(sql: damage) }
    let faults = try temporary.store.check(catalog: .sample)
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
    #expect(!faults.contains { $0.contains("\n") })
    _ = try temporary.store.repair()
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }

  @Test func rowsThatReferToNothingAreTakenOut() throws {
    let temporary = try store()
    let queue = try DatabaseQueue(path: temporary.store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA foreign_keys = OFF; DELETE FROM article WHERE path = 'b.txt'")
    }
    try queue.close()
    #expect(
      try temporary.store.check(catalog: .sample).contains {
        $0.hasPrefix("table evidence: a row refers to a row of article that is missing")
      })
    _ = try temporary.store.repair()
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
    #expect(try temporary.store.events().count == 3)
  }

  @Test func manyRowsThatReferToNothingAreOneLine() throws {
    let temporary = try store()
    let queue = try DatabaseQueue(path: temporary.store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM article")
    }
    try queue.close()
    let faults = try temporary.store.check(catalog: .sample)
    #expect(faults.filter { $0.hasPrefix("table evidence:") }.count == 1, "\(faults)")
    #expect(
      faults.contains {
        $0.hasPrefix("table evidence: ")
          && $0.hasSuffix(" rows refer to rows of article that are missing")
      })
  }

  @Test func relationsLeftToTheNextImportAreNoFault() throws {
    let temporary = try TemporaryStore()
    let story = Story("a").saying(
      "Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
    // A killed import has added its batch and derived no relations.
    _ = try temporary.store.addBatch([story.item])
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
    try temporary.store.deriveRelations()
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }
}
