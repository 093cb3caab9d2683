import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// Sentences that hold one construction each, most with the same few verbs and actors, so that what
/// fails is the grammar and no missing word, and plain sentences with many verbs.
@Suite struct ConstructionTests {
  /// A sentence and the events in it.
  struct Case: Sendable, CustomTestStringConvertible {
    var language: String
    var sentence: String
    var expected: Set<String>
    var optional: Set<String>
    var isKnownIssue: Bool

    var testDescription: String { sentence }

    /// Reads a line such as `Iran did not attack Iraq. | IRN ASSAULT IRQ denied`.
    init?(_ line: Substring, _ language: String) {
      guard let bar = line.lastIndex(of: "|"), !line.hasPrefix("#") else { return nil }
      isKnownIssue = line.hasPrefix("?")
      self.language = language
      sentence = line[..<bar].drop { $0 == "?" || $0 == " " }.trimmingCharacters(in: .whitespaces)
      let events = line[line.index(after: bar)...].split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      optional = Set(
        events.filter { $0.hasPrefix("(") }.map { String($0.dropFirst().dropLast()) })
      expected = Set(events.filter { !$0.hasPrefix("(") })
    }
  }

  /// Grammar with few words, and the breadth of words: what each code of the CAMEO code book is usually called.
  static let folders = ["Constructions", "Cameo"]

  static let cases: [Case] = folders.flatMap { folder in
    ["en", "id", "ru", "uk"].flatMap { language -> [Case] in
      let file = Checkout.root.appending(path: "Tests/Corpus/\(folder)/\(language).txt")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").compactMap { Case($0, language) }
    }
  }

  @Test func thereAreCases() {
    #expect(Self.cases.count > 300)
  }

  @Test(arguments: cases)
  func reads(_ construction: Case) {
    let found = Set(
      Reading.statements(in: construction.sentence, construction.language).flatMap { statement in
        let status = statement.evidence.status
        return Reading.dyads(of: statement).map { source, target in
          "\(source) \(statement.type.rawValue) \(target)"
            + (status == .occurred ? "" : " \(status.rawValue)")
        }
      })
    // The actors of a type without direction stand in order.
    func ordered(_ events: Set<String>) -> Set<String> {
      Set(
        events.map { event in
          var words = event.split(separator: " ").map(String.init)
          if let type = EventType(rawValue: words[1]), type.isSymmetric, words[2] < words[0] {
            words.swapAt(0, 2)
          }
          return words.joined(separator: " ")
        })
    }
    withKnownIssue(isIntermittent: false) {
      #expect(found.subtracting(ordered(construction.optional)) == ordered(construction.expected))
    } when: {
      construction.isKnownIssue
    }
  }
}
