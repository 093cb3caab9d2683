import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// Short stories of `Tests/Corpus/Stories` give the relations that are held, in every language.
struct StoryRelationTests {
  /// A story in one language with the relations that it must give.
  struct Telling: CustomTestStringConvertible, Sendable {
    var name: String
    var language: String
    var published: String?
    var text: String
    /// Whether it is known to be read wrongly.
    var isKnown: Bool
    /// Relations as lines `kind | source | target | since | until | state`.
    var held: Set<String> = []
    /// Relations that may be given besides: kind and actors.
    var allowed: Set<String> = []

    var testDescription: String { "\(name) (\(language))" }
  }

  private static let knowledge = Knowledge.load(from: DataDirectory(url: Checkout.data))
  private static let extractor = Extractor(knowledge: knowledge)
  private static let tellings = read(["relations.txt"])

  @Test func corpusIsThere() { #expect(Self.tellings.count > 100) }

  @Test(arguments: tellings)
  func tellsOfItsRelations(telling: Telling) throws {
    let found = try Self.relations(of: telling).filter { line in
      telling.held.contains(line)
        || !telling.allowed.contains { line.hasPrefix($0) }
    }
    if telling.isKnown {
      withKnownIssue { #expect(found == telling.held) }
    } else {
      #expect(found == telling.held, "\(telling.text)")
    }
  }

  private static func relations(of telling: Telling) throws -> Set<String> {
    let article = Article(
      id: telling.name, path: "\(telling.name).txt", title: "", text: telling.text,
      language: telling.language, published: telling.published.flatMap { EDTF($0) })
    let statements = extractor.statements(in: article)
    let temporary = try TemporaryStore(catalog: knowledge.catalog)
    try temporary.store.importBatch([ArticleStatements(article: article, statements: statements)])
    let actors = Set(statements.flatMap { $0.source + $0.target }.map(\.rolledUp))
    return try actors.reduce(into: []) { lines, actor in
      for relation in try temporary.store.relations(of: actor) {
        lines.insert(line(relation))
      }
    }
  }

  private static func line(_ relation: Relation) -> String {
    let ends = [relation.source.rawValue, relation.target.rawValue]
    let validity = (relation.validity?.rawValue ?? "").split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let (since, until) = (validity.first ?? "", validity.count > 1 ? validity[1] : "")
    return line(
      [relation.kind] + (relation.isSymmetric ? ends.sorted() : ends)
        + [String(since), String(until), relation.state.rawValue])
  }

  private static func line(_ fields: [String]) -> String {
    fields.joined(separator: " | ")
  }

  /// The stories of some files; see the first lines of the files.
  private static func read(_ files: [String]) -> [Telling] {
    files.flatMap { file in
      let url = Checkout.root.appending(path: "Tests/Corpus/Stories/\(file)")
      let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      let blocks = text.components(separatedBy: "\n## ").dropFirst()
      return blocks.flatMap { tellings(of: $0.split(separator: "\n").map { String($0) }) }
    }
  }

  private static func tellings(of lines: [String]) -> [Telling] {
    let head = fields(lines[0])
    var tellings: [Telling] = []
    var held: Set<String> = []
    var allowed: Set<String> = []
    for row in lines.dropFirst() {
      if row.hasPrefix("= ") {
        held.insert(line(fields(String(row.dropFirst(2)))))
      } else if row.hasPrefix("~ ") {
        allowed.insert(line(fields(String(row.dropFirst(2)))))
      } else if let colon = row.firstIndex(of: ":") {
        let isKnown = row.hasPrefix("?")
        tellings.append(
          Telling(
            name: head[0], language: String(row[..<colon].suffix(2)),
            published: head[1].isEmpty ? nil : head[1],
            text: row[row.index(after: colon)...].trimmingCharacters(in: .whitespaces),
            isKnown: isKnown))
      }
    }
    return tellings.map {
      var telling = $0
      (telling.held, telling.allowed) = (held, allowed)
      return telling
    }
  }

  private static func fields(_ line: String) -> [String] {
    line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
