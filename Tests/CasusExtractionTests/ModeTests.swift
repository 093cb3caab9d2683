import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// The same act has the same type and mode in every language, or reports of it would not unite and no
/// relation would follow from some of them.
struct ModeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var act: String
    var language: String
    var sentence: String
    var isKnown: Bool

    var testDescription: String { "\(act): \(sentence)" }
  }

  private static let cases: [Case] = {
    let file = Checkout.root.appending(path: "Tests/Corpus/Modes/acts.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t").map { String($0) }
    }
    guard let languages = rows.first?.dropFirst() else { return [] }
    return rows.dropFirst().flatMap { row in
      zip(languages, row.dropFirst()).map { language, sentence in
        Case(
          act: row[0], language: language,
          sentence: sentence.hasPrefix("? ") ? String(sentence.dropFirst(2)) : sentence,
          isKnown: sentence.hasPrefix("? "))
      }
    }
  }()

  @Test func corpusIsThere() { #expect(Self.cases.count > 300) }

  @Test(arguments: cases)
  func actHasItsMode(sentence: Case) {
    let found = Reading.statements(in: sentence.sentence, sentence.language).map {
      "\($0.type.rawValue)/\($0.mode ?? "-")"
    }
    if sentence.isKnown {
      withKnownIssue { #expect(found.contains(sentence.act)) }
    } else {
      #expect(found.contains(sentence.act), "found \(found)")
    }
  }
}
