import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// SQL is made of the program's own words; what users and articles say only comes in as arguments.
@Suite struct SQLTextTests {
  /// What may stand in SQL by interpolation: texts and conditions that the code itself holds.
  private static let own: Set<String> = [
    "EventRow.selection", "EvidenceRow.selection", "Report.selection", "ArticleTable.selection",
    "Self.selection", "Self.pageSize",
    "Self.select", "applicationID", "version", "table", "tables", "edge", "condition",
    "condition.sql", "unfounded", "source", "kilobytes", "sql", "order", "TextSketch.byteCount",
    "RelationEvent.selection", "Self.fewEvents", "typeCodes",
    "section.distinctKeys", "supports", "isSupport", "Self.isSupport",
    "RelationEvent.Part.supports.code", "RelationEvent.Part.opens.code",
    "RelationEvent.Part.closes.code", "EventStatus.planned.code", "EventStatus.occurred.code",
    "EventStatus.denied.code", "StoreError.candidateCount",
    "typeWord", "typeCode",
    "statusWord", "statusCode", "dateBasisWord", "dateBasisCode",
    "deleteTextless", "names", "values", "BulkRows.module", #"isOn ? "OFF" : "ON""#,
    "SortDay.undated", "SortDay.openStart", #"text ? "article.text" : "''""#,
  ]

  private static let sources: [(name: String, text: String)] = {
    let folder = Checkout.root.appending(path: "Sources/CasusStore")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).sorted().filter { $0.hasSuffix(".swift") }.compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  /// The string literals of a source file, those of several lines too.
  private static func literals(in text: String) -> [Substring] {
    let several = text.matches(of: /"""\n([\s\S]*?)\n *"""/).map(\.output.1)
    let rest = text.replacing(/"""\n[\s\S]*?\n *"""/, with: "\"\"")
    return several + rest.matches(of: /"((?:[^"\\\n]|\\\([^)]*\)|\\.)*)"/).map { $0.output.1 }
  }

  private static func isSQL(_ literal: Substring) -> Bool {
    literal.contains(
      /^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|ALTER|DROP|WITH|ATTACH|FROM|VALUES)\s/
    ) || literal.contains(/\s(SELECT|FROM|WHERE|UNION|ORDER BY)\s/)
  }

  @Test func nothingForeignIsWrittenIntoSQL() {
    var found = 0
    for (name, text) in Self.sources {
      for literal in Self.literals(in: text) where Self.isSQL(literal) {
        found += 1
        for insertion in literal.matches(of: /\\\(((?:[^()]|\([^()]*\))*)\)/) {
          let words = String(insertion.output.1)
          #expect(Self.own.contains(words), "\(name): \\(\(words)) stands in SQL")
        }
      }
    }
    #expect(found > 150)
  }

  /// Conditions that are put together of parts hold places for arguments, never values.
  @Test func wordsOfUsersAreArguments() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("One.", ["RUS"], .assault, ["UKR"], on: "2022-02-24"))
    let store = temporary.store
    let before = try store.dump()
    let hostile = [
      "'; DROP TABLE event; --", "\" OR 1=1 --", "%' OR '%'='", "\\'", "a\u{0}b", "NEAR(", "*",
      "a AND",
      "\"unclosed", "text : x", "^x", "-x", "(", "{a b}",
    ]
    for words in hostile {
      _ = try? store.search(words)
      _ = try? store.resolveActor(words)
      _ = try? store.event(idPrefix: words)
      _ = try? store.article(named: words)
      _ = try? store.sql("SELECT '\(words)")
      #expect(try store.events(matching: EventFilter(source: words)).isEmpty)
    }
    #expect(try store.dump() == before)
    #expect(try store.events().count == 1)
  }
}
