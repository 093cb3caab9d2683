import CasusKnowledge
import CasusModel
import Testing

/// The example sentences that each language pack brings along.
@Suite struct LanguageExamplesTests {
  /// How the found dyads compare with the expected ones.
  private struct Tally {
    var expected = 0
    var hit = 0
    var found = 0
    var right = 0
    var misses: [String] = []

    var f1: Double {
      let precision = Double(right) / Double(max(found, 1))
      let recall = Double(hit) / Double(max(expected, 1))
      return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    mutating func add(_ example: LanguageExample, _ statements: [Statement]) {
      var left = statements.flatMap { statement in
        Reading.dyads(of: statement).map { "\($0.source) \(statement.type.rawValue) \($0.target)" }
      }
      found += left.count
      // Required events first, so that an optional one never takes a match from them.
      for event in example.events.sorted(by: { !$0.isOptional && $1.isOptional }) {
        for dyad in Reading.dyads(event.type, event.source, event.target) {
          let line = "\(dyad.source) \(event.type.rawValue) \(dyad.target)"
          let position = left.firstIndex(of: line)
          if !event.isOptional { expected += 1 }
          if let position {
            left.remove(at: position)
            right += 1
            if !event.isOptional { hit += 1 }
          } else if !event.isOptional {
            misses.append("\(example.origin): missed \(line)")
          }
        }
      }
      misses += left.map { "\(example.origin): false alarm \($0)" }
    }
  }

  private func examples(_ language: String) -> [LanguageExample] {
    var problems: [DataProblem] = []
    return LanguageExample.load(language, from: Reading.directory, problems: &problems)
  }

  private func statements(_ example: LanguageExample, _ language: String) -> [Statement] {
    Reading.statements(in: example.text, language, published: example.published?.rawValue)
  }

  static let floors: [(language: String, floor: Double)] = [
    ("en", 0.96), ("id", 0.93), ("uk", 0.95), ("ru", 0.92), ("de", 0.95),
  ].filter { Reading.languages.contains($0.0) }

  @Test(arguments: floors)
  func findsTheEvents(language: String, floor: Double) {
    var tally = Tally()
    for example in examples(language) where !example.events.isEmpty {
      tally.add(example, statements(example, language))
    }
    print("examples \(language): F1 \(tally.f1), \(tally.hit) of \(tally.expected) dyads found")
    #expect(tally.f1 >= floor, "\(tally.misses.joined(separator: "\n"))")
  }

  static let alarms: [(language: String, limit: Int)] = [
    ("en", 2), ("id", 1), ("uk", 1), ("ru", 1), ("de", 1),
  ].filter { Reading.languages.contains($0.0) }

  @Test(arguments: alarms)
  func findsNothingWhereThereIsNothing(language: String, limit: Int) {
    var alarms: [String] = []
    for example in examples(language) where example.events.isEmpty {
      alarms += Reading.lines(of: statements(example, language)).map { "\(example.origin): \($0)" }
    }
    print("examples \(language): \(alarms.count) false alarms where there is no event")
    #expect(alarms.count <= limit, "\(alarms.joined(separator: "\n"))")
  }
}
