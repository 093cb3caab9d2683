import CasusModel
import Foundation

/// Puts a score into words.
enum ScoreReport {
  static func table(_ score: Score) -> String {
    var lines = [
      "language  gold  found  type P     R    F1  quad F1  status   date  speaker  place  object  exact  Brier"
    ]
    var rows = score.byLanguage.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if rows.count > 1 { rows.append(("all", score.total)) }
    for (name, counts) in rows {
      let predicted = Double(max(counts.predicted, 1))
      lines.append(
        pad(name, 8) + left("\(counts.gold)", 6) + left("\(counts.predicted)", 7)
          + left(share(counts.type.precision), 8) + left(share(counts.type.recall), 6)
          + left(share(counts.type.f1), 6) + left(share(counts.quad.f1), 9)
          + left(share(counts.share(counts.status)), 8) + left(share(counts.share(counts.date)), 7)
          + left(share(counts.share(counts.attribution)), 9)
          + left(share(counts.places), 7)
          + left(share(counts.objects), 8)
          + left(share(Double(counts.exact) / predicted), 7)
          + left(share(counts.squaredError / predicted), 7))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For each tenth of confidence, how many dyads have it, what it is on average and what share of
  /// them is right.
  static func reliability(_ score: Score) -> String {
    var lines = ["confidence   found  mean   right"]
    let tenths = Dictionary(grouping: score.reliability) { min(Int($0.confidence * 10), 9) }
    for (tenth, found) in tenths.sorted(by: { $0.key < $1.key }) {
      let count = Double(found.count)
      let mean = found.reduce(0) { $0 + $1.confidence } / count
      let right = Double(found.filter(\.isRight).count) / count
      lines.append(
        "0.\(tenth)–\(tenth == 9 ? "1.0" : "0.\(tenth + 1)")" + left("\(found.count)", 10)
          + left(share(mean), 7) + left(share(right), 7))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func json(_ score: Score) -> String {
    var object: [String: Any] = [:]
    for (name, counts) in score.byLanguage { object[name] = dictionary(counts) }
    object["all"] = dictionary(score.total)
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted]
    guard let data = try? JSONSerialization.data(withJSONObject: object, options: options) else {
      return "{}\n"
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func dictionary(_ counts: Score.Counts) -> [String: Any] {
    let predicted = Double(max(counts.predicted, 1))
    return [
      "gold": counts.gold, "found": counts.predicted,
      "type": [
        "precision": rounded(counts.type.precision), "recall": rounded(counts.type.recall),
        "f1": rounded(counts.type.f1),
      ],
      "quad": [
        "precision": rounded(counts.quad.precision), "recall": rounded(counts.quad.recall),
        "f1": rounded(counts.quad.f1),
      ],
      "status": rounded(counts.share(counts.status)), "date": rounded(counts.share(counts.date)),
      "dated": "\(counts.datedRight)/\(counts.dated)",
      "attribution": rounded(counts.share(counts.attribution)),
      "place": "\(counts.places.right)/\(counts.places.count)",
      "object": "\(counts.objects.right)/\(counts.objects.count)",
      "exactEvidence": rounded(Double(counts.exact) / predicted),
      "brier": rounded(counts.squaredError / predicted),
    ]
  }

  /// Misses, false alarms and wrong fields by cause, the most frequent cause first.
  static func faults(_ score: Score) -> String {
    var groups: [String: [Score.Fault]] = [:]
    for fault in score.faults {
      groups["\(fault.kind.rawValue): \(fault.cause)", default: []].append(fault)
    }
    var lines: [String] = []
    for (cause, faults) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    ) {
      lines.append("\(cause) (\(faults.count))")
      for fault in faults {
        let dyad = fault.dyad
        let arrow = dyad.target.isEmpty ? dyad.source : "\(dyad.source) → \(dyad.target)"
        var line = "  \(fault.article)  \(arrow) \(dyad.type.rawValue)"
        if !fault.detail.isEmpty {
          line += " [\(dyad.status.rawValue) \(dyad.date ?? "–") "
          line += "\(dyad.attribution.sorted().joined(separator: ","))] \(fault.detail)"
        }
        line += " | \(dyad.evidence.replacing("\n", with: " "))"
        if !dyad.rule.isEmpty { line += " | \(dyad.rule)" }
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n\n")
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// A share of those of which gold names a place or an object; a dash where there are none.
  private static func share(_ named: Score.Named) -> String {
    named.count > 0 ? share(Double(named.right) / Double(named.count)) : "–"
  }

  private static func share(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
