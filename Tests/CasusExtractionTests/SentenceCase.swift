import CasusModel
import Testing

/// A text and the dyads that a careful reader finds in it.
struct SentenceCase: CustomTestStringConvertible, Sendable {
  var language: String
  var text: String
  /// `SOURCE TYPE TARGET status`, with ` per A+B` when someone says so.
  var expected: [String]
  /// Dyads that may be found or left out: `SOURCE TYPE TARGET`.
  var optional: [String] = []
  /// What the extractor gets wrong today, if anything.
  var issue: String?

  var testDescription: String { text }

  static func id(
    _ text: String, _ expected: String..., optional: [String] = [], issue: String? = nil
  ) -> SentenceCase {
    SentenceCase(language: "id", text: text, expected: expected, optional: optional, issue: issue)
  }

  static func en(
    _ text: String, _ expected: String..., optional: [String] = [], issue: String? = nil
  ) -> SentenceCase {
    SentenceCase(language: "en", text: text, expected: expected, optional: optional, issue: issue)
  }

  /// A sentence of any language.
  static func said(_ language: String, _ text: String, _ expected: String...) -> SentenceCase {
    SentenceCase(language: language, text: text, expected: expected)
  }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let statements = Reading.statements(in: text, language, published: "2023-05-10")
    expectExactEvidence(statements, in: text, text, sourceLocation: sourceLocation)
    let found = Reading.lines(of: statements).filter { line in
      !optional.contains { line.hasPrefix($0 + " ") }
    }
    let isRight = Set(found) == Set(expected)
    if let issue {
      withKnownIssue("\(issue)") {
        #expect(isRight, "found \(found)", sourceLocation: sourceLocation)
      }
    } else {
      #expect(isRight, "found \(found)", sourceLocation: sourceLocation)
    }
  }
}
