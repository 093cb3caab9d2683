import CasusModel
import CasusTestSupport
import Foundation
import GRDB
import Testing

@testable import CasusStore

/// A database that version 1 of the schema wrote: three articles, one of them superseded, and a
/// review row.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "old.db").path
    let fixture = Checkout.root.appending(path: "Tests/Corpus/databases/version1.db")
    try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
  }

  @Test func oldDatabaseIsBroughtUpWhenItIsRead() throws {
    let store = try EventStore(path: path, access: .reading)
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Schema.version)
    let summary = try store.summary()
    #expect(summary.articles == 2 && summary.supersededArticles == 1 && summary.events == 3)
    #expect(try store.check().isEmpty)
    let columns = try store.read { db in
      try Row.fetchAll(db, sql: "SELECT codedAt = recordedAt, length(sketch) FROM article")
        .map { "\($0[0] as Int) \($0[1] as Int)" }
    }
    #expect(columns == ["1 128", "1 128", "1 128"])
  }

  @Test func relationsKnowTheirDays() throws {
    let store = try EventStore(path: path, access: .reading)
    let days = try store.read { db in
      try Row.fetchAll(db, sql: "SELECT validity, day, lastDay FROM relation").map { row in
        let bounds = SortDay.bounds(of: EDTF(row[0]))
        return bounds.day == row[1] && bounds.lastDay == row[2]
      }
    }
    #expect(!days.isEmpty && days.allSatisfy { $0 })
  }

  @Test func reviewRowsAreTiedToWordsNow() throws {
    let store = try EventStore(path: path, access: .reading)
    let decisions = try store.read { try ReviewTable(db: $0).all() }
    #expect(decisions.map(\.kind) == [.note])
    #expect(decisions.first?.note == "seen in the gazette")
    #expect(decisions.first?.reviewer == "Ana")
    #expect(decisions.first?.statements.isEmpty == false)
  }

  @Test func sameContentAsFreshlyImported() throws {
    let old = try EventStore(path: path, access: .reading)
    let fresh = try TemporaryStore()
    let records = try old.read { db in
      try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY key")
        .compactMap { try ArticleTable(db: db).record($0) }
    }
    try fresh.store.importBatch(
      records.map { ArticleStatements(article: $0.article, statements: $0.statements) })
    let tables = ["article\t", "event\t", "participant\t", "dyad\t", "evidence\t"]
    func content(_ store: EventStore) throws -> [String] {
      try store.dump().filter { line in tables.contains { line.hasPrefix($0) } }
    }
    #expect(try content(old) == content(fresh.store))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func oldDatabaseThatCannotBeWrittenIsReported() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect(throws: StoreError.olderSchema(path: path, found: 1, known: Schema.version)) {
      try EventStore(path: path, access: .reading)
    }
  }
}
