import CasusModel
import CasusTestSupport
import Foundation
import GRDB
import Testing

@testable import CasusStore

@Suite struct OpeningTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("graph.db").path
  }

  @Test func newFileCarriesOurMarksAndReopens() throws {
    try EventStore(path: path, access: .writing(.sample)).close()
    let store = try EventStore(path: path, access: .writing(.sample))
    let marks = try store.read { db in
      [
        try Int.fetchOne(db, sql: "PRAGMA application_id"),
        try Int.fetchOne(db, sql: "PRAGMA user_version"),
        try Int.fetchOne(db, sql: "PRAGMA foreign_keys"),
      ]
    }
    #expect(marks == [0x4341_5355, Schema.version, 1])
    #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func everyTableIsStrict() throws {
    let store = try EventStore(path: path, access: .writing(.sample))
    let loose = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'
            AND name <> 'grdb_migrations' ORDER BY name
          """)
    }
    #expect(loose.isEmpty)
  }

  @Test func checksKnowEveryCaseOfTheModel() throws {
    func expect(_ cases: [String], in table: String) {
      for name in cases { #expect(SchemaVersion1.sql.contains("'\(name)'"), "\(name) in \(table)") }
    }
    expect(EventType.allCases.map(\.rawValue), in: "event")
    expect(EventStatus.allCases.map(\.rawValue), in: "event")
    expect(DateBasis.allCases.map(\.rawValue), in: "event")
    expect(Actor.Kind.allCases.map(\.rawValue), in: "actor")
    expect(Relation.State.allCases.map(\.rawValue), in: "relation")
  }

  @Test func newDatabaseLeavesNothingBesideIt() throws {
    try EventStore(path: path, access: .writing(.sample)).close()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(files == ["graph.db"])
  }

  @Test func leftoversOfKilledProgramsAreRemovedAndThoseOfLivingOnesKept() throws {
    // No process has such a number.
    for name in ["graph.db.new-99999999-5", "graph.db.new-99999999-5-wal"] {
      try folder.write("x".utf8, to: name)
    }
    let living = "graph.db.new-\(ProcessInfo.processInfo.processIdentifier)-x"
    for name in [living, "graph.db.new-1"] { try folder.write("x".utf8, to: name) }
    try EventStore(path: path, access: .writing(.sample)).close()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(files.sorted() == ["graph.db", "graph.db.new-1", living].sorted())
  }

  @Test func logOfARemovedDatabaseIsNotTakenForThatOfTheNewOne() throws {
    let story = Story("a").saying("One.", ["RUS"], .assault, ["UKR"], on: "2022-02-24")
    let store = try EventStore(path: path, access: .writing(.sample))
    try store.importBatch([story.item])
    // Still open, its log is there when the file goes.
    try FileManager.default.removeItem(atPath: path)
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    let new = try EventStore(path: path, access: .writing(.sample))
    #expect(try new.summary().articles == 0)
    #expect(throws: StoreError.replaced(path: path)) { try store.importBatch([story.item]) }
    #expect(try new.check().isEmpty)
  }

  @Test func removedDatabaseIsNoticedWhenItIsWritten() throws {
    let store = try EventStore(path: path, access: .writing(.sample))
    try FileManager.default.removeItem(atPath: path)
    expect(.replaced(path: path), exitCode: 74) { try store.write { _, _ in } }
  }

  @Test func unfinishedMigrationIsFinishedWhenTheDatabaseIsRead() throws {
    let fixture = Checkout.root.appending(path: "Tests/Corpus/databases/version1.db")
    try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
    let queue = try DatabaseQueue(path: path)
    // Killed after the tables were changed and before their values were worked out.
    try Schema.migrate(queue, upTo: "3")
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 3)
    try queue.close()
    let store = try EventStore(path: path, access: .reading)
    #expect(try store.read { try Schema.isComplete($0) })
    #expect(try store.read { try !$0.tableExists("oldReview") })
  }

  @Test func missingFileIsReported() {
    expect(.missingFile(path: path), exitCode: 74) {
      _ = try EventStore(path: path, access: .reading)
    }
  }

  @Test func missingFolderIsReported() {
    let inside = folder.url.appendingPathComponent("no/graph.db").path
    let missing = folder.url.appendingPathComponent("no").path
    expect(.missingFolder(path: inside, folder: missing), exitCode: 74) {
      _ = try EventStore(path: inside, access: .writing(.sample))
    }
  }

  @Test func folderInsteadOfFileIsReported() {
    expect(.isFolder(path: folder.url.path), exitCode: 74) {
      _ = try EventStore(path: folder.url.path, access: .reading)
    }
  }

  @Test(arguments: ["", "An article, not a database.", String(repeating: "news ", count: 400)])
  func otherFileIsRefusedForReading(text: String) throws {
    try folder.write(text.utf8, to: "graph.db")
    expect(.notSQLite(path: path), exitCode: 65) {
      _ = try EventStore(path: path, access: .reading)
    }
  }

  @Test func otherFileIsRefusedForWritingAndLeftAlone() throws {
    let text = "An article, not a database."
    try folder.write(text.utf8, to: "graph.db")
    expect(.notSQLite(path: path), exitCode: 65) {
      _ = try EventStore(path: path, access: .writing(.sample))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func databaseOfAnotherProgramIsRefusedAndLeftAlone() throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    expect(.otherApplication(path: path), exitCode: 65) {
      _ = try EventStore(path: path, access: .writing(.sample))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func newerSchemaIsRefused() throws {
    let store = try EventStore(path: path, access: .writing(.sample))
    try store.write { db, _ in try db.execute(sql: "PRAGMA user_version = 7") }
    try store.close()
    expect(.newerSchema(path: path, found: 7, known: Schema.version), exitCode: 65) {
      _ = try EventStore(path: path, access: .reading)
    }
  }

  @Test func damagedFileIsReported() throws {
    let store = try EventStore(path: path, access: .writing(.sample))
    try store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(100..<4096, with: [UInt8](repeating: 0xA5, count: 3996))
    try bytes.write(to: URL(fileURLWithPath: path))
    expect(.damaged(path: path), exitCode: 65) {
      _ = try EventStore(path: path, access: .reading)
    }
  }

  @Test func lockIsWaitedForThenReported() throws {
    let store = try EventStore(
      path: path, access: .writing(.sample),
      onWait: { [folder] message in
        _ = try? folder.write(message.utf8, to: "said")
      })
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      expect(.locked(path: path), exitCode: 74) { try store.write { _, _ in } }
      try db.execute(sql: "ROLLBACK")
    }
    try store.write { _, _ in }
    let said = folder.url.appendingPathComponent("said")
    #expect(
      try String(contentsOf: said, encoding: .utf8) == "\(path): in use by another import; waiting")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func readOnlyFileAndFolderAreReported() throws {
    let manager = FileManager.default
    try EventStore(path: path, access: .writing(.sample)).close()
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    expect(.readOnly(path: path), exitCode: 74) {
      _ = try EventStore(path: path, access: .writing(.sample))
    }
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    let fresh = folder.url.appendingPathComponent("fresh.db").path
    expect(.readOnly(path: fresh), exitCode: 74) {
      _ = try EventStore(path: fresh, access: .writing(.sample))
    }
  }

  @Test func writingToAStoreOpenedForReadingIsRefused() throws {
    try EventStore(path: path, access: .writing(.sample)).close()
    let store = try EventStore(path: path, access: .reading)
    expect(.openedForReading(path: path), exitCode: 74) { try store.write { _, _ in } }
  }

  @Test func messagesAreOneLineAndNameTheFile() {
    let errors: [StoreError] = [
      .missingFile(path: "x.db"), .missingFolder(path: "x.db", folder: "y"),
      .isFolder(path: "x.db"),
      .notSQLite(path: "x.db"), .otherApplication(path: "x.db"),
      .newerSchema(path: "x.db", found: 3, known: 2),
      .olderSchema(path: "x.db", found: 1, known: 2), .damaged(path: "x.db"),
      .olderSchema(path: "x.db", found: 2, known: 2), .replaced(path: "x.db"),
      .diskFailure(path: "x.db", reason: "r"),
      .locked(path: "x.db"), .readOnly(path: "x.db"), .unreadable(path: "x.db", reason: "r"),
      .diskFull(path: "x.db"), .failed(path: "x.db", reason: "r"), .openedForReading(path: "x.db"),
    ]
    for error in errors {
      #expect(error.description.hasPrefix("x.db: "))
      #expect(!error.description.contains("\n"))
    }
  }

  private func expect(
    _ error: StoreError, exitCode: Int32, _ body: () throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try body() }
    #expect(error.exitCode == exitCode, sourceLocation: sourceLocation)
  }
}
