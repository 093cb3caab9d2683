import CasusExport
import CasusModel
import CasusStore

/// Decisions of reviewers as a list.
enum DecisionListing {
  static func listing(_ decisions: [ReviewDecision]) -> Listing {
    var table = Table([
      .init("decided"), .init("by"), .init("decision", wraps: true), .init("words", wraps: true),
      .init("id"),
    ])
    for decision in decisions {
      table.add([
        String(decision.decidedAt.prefix(10)), decision.reviewer, words(for: decision),
        quote(of: decision), String(decision.id.prefix(8)),
      ])
    }
    return Listing(
      table: table,
      csv: {
        (
          [
            "id", "decided", "reviewer", "decision", "field", "value", "note", "undone",
            "undoneBy", "words",
          ],
          decisions.map { decision in
            [
              decision.id, decision.decidedAt, decision.reviewer, decision.kind.rawValue,
              decision.field?.rawValue ?? "", decision.value ?? "", decision.note ?? "",
              decision.undoneAt ?? "", decision.undoneBy ?? "", quote(of: decision),
            ]
          }
        )
      },
      lines: { decisions.map { object($0).text } })
  }

  /// A decision in words: `date is 2022-07-13 (misread)`.
  static func words(for decision: ReviewDecision) -> String {
    var text =
      switch decision.kind {
      case .correct: "\(decision.field?.rawValue ?? "") is \(value(of: decision))"
      case .merge: "merged with " + quote(of: decision.others)
      case .split: "split"
      default: decision.kind.rawValue
      }
    if let note = decision.note { text += decision.kind == .note ? ": \(note)" : " (\(note))" }
    if let by = decision.undoneBy { text += ", taken back by \(by)" }
    return text
  }

  private static func value(of decision: ReviewDecision) -> String {
    let value = decision.value ?? ""
    guard decision.field == .source || decision.field == .target else {
      return value.isEmpty ? "none" : value
    }
    return value.split { "[]\",".contains($0) }.joined(separator: " ")
  }

  /// The first words that a decision is about, and how many others there are.
  private static func quote(of decision: ReviewDecision) -> String {
    decision.kind == .merge
      ? quote(of: decision.statements) : quote(of: decision.statements + decision.others)
  }

  private static func quote(of all: [Statement]) -> String {
    guard let first = all.first else { return "" }
    let words = first.evidence.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words + (all.count > 1 ? " … and \(all.count - 1) more" : "")
  }

  private static func object(_ decision: ReviewDecision) -> JSONValue {
    [
      "id": .string(decision.id), "decided": .string(decision.decidedAt),
      "reviewer": .string(decision.reviewer), "decision": .string(decision.kind.rawValue),
      "field": JSONValue(decision.field?.rawValue), "value": JSONValue(decision.value),
      "note": JSONValue(decision.note), "undone": JSONValue(decision.undoneAt),
      "undoneBy": JSONValue(decision.undoneBy),
      "words": JSONValue((decision.statements + decision.others).map(\.evidence.text)),
    ]
  }
}
