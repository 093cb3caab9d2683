import CasusExtraction
import CasusModel
import Foundation
import Testing

@testable import CasusCLI

/// Why an event of the gold was missed, as `casus score --errors` groups them.
struct ScoreCauseTests {
  private static let text = "Iran zapped Iraq. Oman hit back at Iran."

  private static func cause(
    of evidence: String, _ unfilled: [UnfilledPredicate], found: [Statement] = []
  ) throws -> String? {
    let record: [String: Any] = [
      "source": ["IRN"], "target": ["IRQ"], "type": "ASSAULT", "status": "occurred",
      "attribution": [String](), "evidence": evidence,
    ]
    let json = try JSONSerialization.data(withJSONObject: [
      "language": "en", "events": [record],
    ])
    var score = Score()
    score.add(
      name: "a", gold: try JSONDecoder().decode(GoldArticle.self, from: json), text: text,
      statements: found, unfilled: unfilled)
    return score.faults.first { $0.kind == .missed }?.cause
  }

  private static func predicate(
    _ range: Range<Int>, _ type: EventType, _ lack: UnfilledPredicate.Lack
  ) -> UnfilledPredicate {
    UnfilledPredicate(range: range, types: [type], lack: lack)
  }

  @Test func isThatNoWordIsKnown() throws {
    #expect(try Self.cause(of: "Iran zapped Iraq", []) == "predicate not in the lexicon")
    let elsewhere = Self.predicate(23..<26, .assault, .source)
    #expect(try Self.cause(of: "Iran zapped Iraq", [elsewhere]) == "predicate not in the lexicon")
  }

  @Test(arguments: [
    (EventType.assault, UnfilledPredicate.Lack.target, "target not found"),
    (.assault, .source, "source not found"),
    (.assault, .sides, "neither side found"),
    (.assault, .frame, "the frame does not fit"),
    (.sanction, .target, "predicate of another type"),
  ])
  func isWhatTheKnownWordLacks(
    type: EventType, lack: UnfilledPredicate.Lack, cause: String
  ) throws {
    #expect(try Self.cause(of: "Iran zapped Iraq", [Self.predicate(5..<11, type, lack)]) == cause)
  }

  @Test func isTheFrameThatCameNearest() throws {
    let found = [
      Self.predicate(5..<11, .assault, .frame), Self.predicate(5..<11, .assault, .target),
    ]
    #expect(try Self.cause(of: "Iran zapped Iraq", found) == "target not found")
  }
}
