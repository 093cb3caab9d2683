import CasusExtraction
import CasusKnowledge
import CasusModel

/// Articles of every language: the first byte says which.
struct ExtractionTarget: FuzzTarget {
  private let extractor: Extractor
  private let knowledge: Knowledge
  private let languages: [String]

  init(knowledge: FuzzKnowledge) throws {
    self.knowledge = knowledge.knowledge
    extractor = Extractor(knowledge: knowledge.knowledge)
    languages = knowledge.languages
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let text = String(
      decoding: Stretching.stretched(Array(bytes.dropFirst())), as: UTF8.self)
    let article = Article(
      id: "fuzz", path: "fuzz", title: "", text: text,
      language: languages[Int(first) % languages.count],
      published: first < 128 ? EDTF("2022-09-06") : nil)
    let statements = extractor.statements(in: article)
    for statement in statements { StatementPromises.check(statement, in: article) }
    if bytes.count < 500 {
      promise(extractor.statements(in: article) == statements, "read differently the second time")
      _ = extractor.explanation(of: article)
    }
  }
}

/// What is promised of every statement.
enum StatementPromises {
  static func check(_ statement: Statement, in article: Article) {
    let evidence = statement.evidence
    let text = article.text.utf8
    promise(
      evidence.start >= 0 && evidence.start < evidence.end && evidence.end <= text.count,
      "evidence at \(evidence.start)..<\(evidence.end) of \(text.count)")
    let start = text.index(text.startIndex, offsetBy: evidence.start)
    let end = text.index(start, offsetBy: evidence.end - evidence.start)
    promise(text[start..<end].elementsEqual(evidence.text.utf8), "evidence is not in the article")
    promise(!statement.source.isEmpty, "a statement without a source")
    promise(Set(statement.source).count == statement.source.count, "a source twice")
    promise(Set(statement.target).count == statement.target.count, "a target twice")
    promise(evidence.confidence >= 0 && evidence.confidence <= 1, "\(evidence.confidence)")
    if let date = evidence.date { promise(EDTF(date.rawValue) == date, "\(date) is no date") }
  }
}
