import CasusModel
import Testing

/// A text, and the dates that its events take.
struct EventDateCase: CustomTestStringConvertible {
  var language: String
  var published: String?
  var text: String
  /// The type of the event, its words and its date.
  var events: [(type: EventType, words: String, date: String?)]

  var testDescription: String { String(text.prefix(60)) }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let statements = Reading.statements(in: text, language, published: published)
    for event in events {
      let found = statements.filter {
        $0.type == event.type && $0.evidence.text.contains(event.words)
      }
      #expect(
        found.first?.evidence.date?.rawValue == event.date && !found.isEmpty,
        "\(event.words): \(statements.map { "\($0.type) \($0.evidence.date?.rawValue ?? "–") \($0.evidence.text)" })",
        sourceLocation: sourceLocation
      )
    }
  }
}
