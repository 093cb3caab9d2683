import CasusModel

/// Graphviz DOT of the plain relation form: actors, and one edge for each pair with the number of
/// its events.
struct DOTFormat: ExportFormat {
  let name = "dot"
  let fileExtension = "dot"
  let summary = "Graphviz DOT: one edge for each pair of actors, with the number of events"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    var counts: [Dyad: Int] = [:]
    for event in graph.events {
      for dyad in Dyad.all(of: event) { counts[dyad, default: 0] += 1 }
    }
    var lines = ["digraph casus {"]
    if !graph.filter.isEmpty { lines.append("  label=\(Self.quoteLabel(graph.filter));") }
    for node in GraphNode.all(in: graph, options: options) {
      lines.append("  \(Self.quote(node.id)) [label=\(Self.quoteLabel(node.label))];")
    }
    for (dyad, count) in counts.sorted(by: { $0.key < $1.key }) {
      let ends = "\(Self.quote(dyad.source.rawValue)) -> \(Self.quote(dyad.target.rawValue))"
      let direction = dyad.isSymmetric ? ", dir=none" : ""
      lines.append("  \(ends) [label=\"\(count)\", weight=\(count)\(direction)];")
    }
    lines.append("}")
    return Export(
      lines.map { $0 + "\n" }.joined(), notes: [GraphMLFormat.note(on: graph)].compactMap { $0 })
  }

  /// A label; Graphviz reads entities in labels, so that an ampersand is written as one.
  private static func quoteLabel(_ text: String) -> String {
    quote(text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;"))
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
