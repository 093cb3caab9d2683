import CasusModel
import CasusTestSupport
import Foundation
import GRDB
import Testing

@testable import CasusStore

/// A database that version 3 of the schema wrote: texts and sources of event tables.
@Suite struct MigrationFromVersion3Tests {
  @Test func onlyTextsAreSearched() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "old.db").path
    let fixture = Checkout.root.appending(path: "Tests/Corpus/databases/version3.db")
    try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
    let store = try EventStore(path: path, access: .writing(.sample))
    let (texts, indexed) = try store.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE text <> ''"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM articleText_docsize")
      )
    }
    #expect(texts == 4 && indexed == 4)
    let story = Story("new").saying("A wholly new word: zeppelin.", ["RUS"], .consult, ["PRK"])
    try store.add(story.article, statements: story.statements)
    #expect(try store.search("zeppelin").count == 1)
    try store.removeArticle("new")
    #expect(try store.search("zeppelin").isEmpty)
    try store.write { db, _ in
      try db.execute(sql: "INSERT INTO articleText (articleText) VALUES ('integrity-check')")
    }
  }
}

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
