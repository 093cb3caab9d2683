public import CasusModel
import Foundation

/// A program that is given a line and answers with a line.
public protocol LineProgram: Sendable {
  /// Sends a line and gives the line that comes back, both without their ends.
  /// - Throws: `ExtractionFailure`, when the program has gone away or takes too long.
  func answer(to line: String) async throws(ExtractionFailure) -> String
}

/// Asks any program that speaks JSON Lines.
///
/// It gets `{"id", "path", "title", "text", "language", "publisher", "url", "published"}` and answers
/// with `{"id": the same, "events": [events as casus extract writes them]}`, or with `"error"`.
public struct ProgramExtractor: ArticleExtractor {
  private struct Question: Encodable {
    var id: String
    var path: String
    var title: String
    var text: String
    var language: String?
    var publisher: String?
    var url: String?
    var published: String?
  }

  private let name: String
  private let program: any LineProgram
  private let validator: StatementValidator

  /// Makes an extractor; `name` stands in the rules of what it finds.
  public init(name: String, program: any LineProgram, validator: StatementValidator) {
    self.name = name
    self.program = program
    self.validator = validator
  }

  /// Asks the program about one article.
  public func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let question = Question(
      id: article.id, path: article.path, title: article.title, text: article.text,
      language: article.language, publisher: article.publisher, url: article.url,
      published: article.published?.rawValue)
    guard let line = try? encoder.encode(question) else {
      throw ExtractionFailure("the article cannot be written as JSON")
    }
    let answer = try await program.answer(to: String(decoding: line, as: UTF8.self))
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
    else {
      throw ExtractionFailure("the program's answer is not one JSON object on a line")
    }
    if let error = object["error"] as? String {
      throw ExtractionFailure("the program says: \(error.prefix(200))")
    }
    guard object["id"] as? String == article.id else {
      throw ExtractionFailure("the program's answer is not about the article that was asked about")
    }
    guard let events = object["events"] as? [Any] else {
      throw ExtractionFailure("the program's answer has no list of \"events\"")
    }
    return validator.extraction(events, in: article, rule: "program \(name)")
  }
}
