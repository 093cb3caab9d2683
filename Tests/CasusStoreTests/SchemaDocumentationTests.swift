import Foundation
import GRDB
import Testing

@testable import CasusStore

@Suite struct SchemaDocumentationTests {
  @Test func everyTableHasASectionThatNamesItsColumns() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/schema.md"), encoding: .utf8)
    let sections = Dictionary(
      page.components(separatedBy: "\n## ").dropFirst().map { section in
        (String(section.prefix { $0 != "\n" }), section)
      }, uniquingKeysWith: { first, _ in first })
    let temporary = try TemporaryStore()
    let columns = try temporary.store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT tables.name, columns.name FROM pragma_table_list AS tables
          JOIN pragma_table_xinfo(tables.name) AS columns
          WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite%'
            AND tables.name <> 'grdb_migrations' AND columns.name NOT IN ('key', 'id')
            AND columns.hidden <> 1
          """)
    }
    #expect(columns.count > 50)
    for row in columns {
      let table: String = row[0]
      let column: String = row[1]
      let section = try #require(sections[table], "docs/schema.md has no section '\(table)'")
      #expect(section.contains("`\(column)`"), "docs/schema.md does not name \(table).\(column)")
    }
  }
}
