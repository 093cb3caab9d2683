import CasusModel
import CasusTestSupport
import Foundation
import GRDB
import Testing

@testable import CasusStore

/// Databases of every earlier version of the schema, and of states between, lose nothing when they
/// are opened.
@Suite struct UpgradeTests {
  static let databases: [String] = {
    let folder = Checkout.root.appending(path: "Tests/Corpus/databases").path
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { $0.hasSuffix(".db") }.sorted()
  }()

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func copy(_ name: String) throws -> String {
    let path = folder.url.appending(path: name).path
    let fixture = Checkout.root.appending(path: "Tests/Corpus/databases/\(name)")
    try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
    return path
  }

  /// What every version holds, in words that every version understands.
  private static let content = [
    "SELECT id, path, title, text, language, publisher, url, published, recordedAt FROM article",
    "SELECT id, kind FROM actor", "SELECT name, language, isDisplay FROM actorName",
    """
    SELECT id, type, mode, quad, object, place, date, day, lastDay, status, isContested, confidence,
      articles FROM event
    """,
    "SELECT event, role, actor, rolledUp, day FROM participant",
    "SELECT source, target, day, event, quad, status FROM dyad",
    """
    SELECT event, article, startByte, endByte, text, sentence, attribution, status, date, rule,
      confidence, statement FROM evidence
    """,
    "SELECT id, kind, source, target, polarity, validity, state FROM relation",
    "SELECT relation, part, event FROM relationEvent",
    "SELECT note, reviewer, decidedAt FROM review",
    "SELECT rowid FROM articleText WHERE articleText MATCH 'ukraine OR ukraina'",
  ]

  private func lines(_ db: Database) throws -> [[String]] {
    // Halfway to version 2 the decisions wait in a table of this name.
    let isHalfway = try db.tableExists("oldReview")
    return try Self.content.map { sql in
      let sql = isHalfway ? sql.replacing("FROM review", with: "FROM oldReview") : sql
      return try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map(\.description).joined(separator: "\t")
      }.sorted()
    }
  }

  @Test func everyVersionIsKept() {
    for version in 1...Schema.version {
      #expect(Self.databases.contains("version\(version).db"))
    }
  }

  @Test(arguments: databases) func nothingIsLost(name: String) throws {
    let path = try copy(name)
    let queue = try DatabaseQueue(path: path)
    let before = try queue.read { try lines($0) }
    try queue.close()
    #expect(!before[0].isEmpty && !before[6].isEmpty && !before[9].isEmpty && !before[10].isEmpty)
    for _ in 0..<2 {
      let store = try EventStore(path: path, access: .reading)
      let (version, after) = try store.read { db in
        (try Int.fetchOne(db, sql: "PRAGMA user_version"), try lines(db))
      }
      #expect(version == Schema.version)
      for (old, new) in zip(before, after) { #expect(new == old) }
      #expect(try store.check(catalog: .sample).isEmpty)
      try store.close()
    }
  }

  @Test(arguments: databases) func goesOnAsANewOneWould(name: String) throws {
    let store = try EventStore(path: try copy(name), access: .writing(.sample))
    let story = Story("later").saying(
      "Ukraine broke with Iran.", ["UKR"], .sanction, ["IRN"], mode: "cut-relations",
      on: "2022-09-23")
    let before = try store.summary()
    #expect(try store.importBatch([story.item]).added == 1)
    #expect(try store.check(catalog: .sample).isEmpty)
    #expect(try store.summary().articles == before.articles + 1)
    #expect(try store.repair().isEmpty)
    #expect(try store.check(catalog: .sample).isEmpty)
  }
}
