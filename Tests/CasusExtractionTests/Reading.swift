import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation

/// Extraction with the knowledge that the package ships, read once.
enum Reading {
  static let directory = DataDirectory(url: Checkout.data)
  static let languages = Knowledge.languages(in: directory)
  static let knowledge = Knowledge.load(from: directory)
  static let extractor = Extractor(knowledge: knowledge)

  static func article(_ text: String, _ language: String, published: String? = nil) -> Article {
    Article(
      id: "test", path: "test", title: "", text: text, language: language,
      published: published.flatMap { EDTF($0) })
  }

  static func statements(
    in text: String, _ language: String, published: String? = nil
  ) -> [Statement] {
    extractor.statements(in: article(text, language, published: published))
  }

  /// The state or organisation that an actor stands for, as the guidelines count it.
  static func rolledUp(_ id: ActorID) -> String { knowledge.actors.rolledUp(id).rawValue }

  /// Statements as lines such as `RUS ASSAULT UKR occurred per GBR+USA`, one for each dyad.
  ///
  /// A missing target is `–`; the actors of a type without direction stand in order.
  static func lines(of statements: [Statement]) -> [String] {
    statements.flatMap { statement in
      let attribution = statement.evidence.attribution.sorted().joined(separator: "+")
      return dyads(of: statement).map { source, target in
        "\(source) \(statement.type.rawValue) \(target) \(statement.evidence.status.rawValue)"
          + (attribution.isEmpty ? "" : " per \(attribution)")
      }
    }
  }

  static func dyads(of statement: Statement) -> [(source: String, target: String)] {
    dyads(statement.type, statement.source, statement.target)
  }

  static func dyads(
    _ type: EventType, _ source: [ActorID], _ target: [ActorID]
  ) -> [(source: String, target: String)] {
    let sources = Set(source.map(rolledUp)).sorted()
    let targets = target.isEmpty ? ["–"] : Set(target.map(rolledUp)).sorted()
    return sources.flatMap { a in
      targets.map { b in type.isSymmetric && b != "–" && b < a ? (b, a) : (a, b) }
    }
  }

  /// The sample articles of a language, without their front matter.
  static func samples(_ language: String) throws -> [(name: String, text: String)] {
    let folder = Checkout.data.appending(path: "Articles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasPrefix("\(language)-") }.map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
      return (name, String(parts.last ?? ""))
    }
  }

  /// The gold articles of a language, when the shared folder is there.
  static func goldTexts(_ language: String) throws -> [(name: String, text: String)] {
    guard Checkout.hasGold else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.gold.path).sorted()
    return try names.filter { $0.hasSuffix(".txt") }
      .filter { $0.hasPrefix("\(language)-") || (language == "id" && $0 == "seed.txt") }
      .map { ($0, try String(contentsOf: Checkout.gold.appending(path: $0), encoding: .utf8)) }
  }
}
