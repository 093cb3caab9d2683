/// Writes a directed graph in the DOT language: allow-listed attributes, every value quoted,
/// one edge a statement, attributes sorted, so that equal input gives equal bytes.
struct DOTWriter {
  /// A few attributes with their values; for so few a list is faster than a dictionary.
  struct Attributes: ExpressibleByDictionaryLiteral {
    fileprivate var pairs: [(key: DOTAttribute, value: DOTValue)]

    init(dictionaryLiteral pairs: (DOTAttribute, DOTValue)...) {
      self.pairs = pairs.map { (key: $0, value: $1) }
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// The value of an attribute; the last one set counts.
    subscript(key: DOTAttribute) -> DOTValue? {
      get { pairs.last { $0.key == key }?.value }
      set {
        pairs.removeAll { $0.key == key }
        if let newValue { pairs.append((key, newValue)) }
      }
    }
  }

  private var lines: [String]

  /// Starts a graph with its own attributes and the defaults of nodes and edges.
  init(graph: Attributes, node: Attributes = [:], edge: Attributes = [:]) {
    lines = ["digraph \"casus\" {"]
    lines.append("  graph \(Self.list(graph));")
    if !node.isEmpty { lines.append("  node \(Self.list(node));") }
    if !edge.isEmpty { lines.append("  edge \(Self.list(edge));") }
  }

  /// Adds a node under a generated name.
  mutating func node(_ name: String, _ attributes: Attributes) {
    lines.append("  \(Self.quoted(.text(name))) \(Self.list(attributes));")
  }

  /// Adds an edge between two generated names.
  mutating func edge(_ tail: String, _ head: String, _ attributes: Attributes) {
    lines.append(
      "  \(Self.quoted(.text(tail))) -> \(Self.quoted(.text(head))) \(Self.list(attributes));")
  }

  /// Adds a cluster that holds the named nodes.
  mutating func cluster(_ name: String, _ attributes: Attributes, nodes: [String]) {
    lines.append("  subgraph \(Self.quoted(.text("cluster_" + name))) {")
    lines.append("    graph \(Self.list(attributes));")
    for node in nodes { lines.append("    \(Self.quoted(.text(node)));") }
    lines.append("  }")
  }

  /// Puts nodes on one rank.
  mutating func sameRank(_ nodes: [String]) {
    let names = nodes.map { Self.quoted(.text($0)) }.joined(separator: "; ")
    lines.append("  { rank=\"same\"; \(names) }")
  }

  /// The whole graph.
  func text() -> String {
    lines.joined(separator: "\n") + "\n}\n"
  }

  private static func list(_ attributes: Attributes) -> String {
    var text = "["
    for pair in attributes.pairs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if case .link(let address) = pair.value, DOTText.link(address) == nil { continue }
      if text.utf8.count > 1 { text += ", " }
      text += pair.key.rawValue
      text += "="
      text += quoted(pair.value)
    }
    return text + "]"
  }

  private static func quoted(_ value: DOTValue) -> String {
    switch value {
    case .word(let word), .text(let word): "\"\(DOTText.escaped(word))\""
    case .number(let number): "\"\(decimal(number))\""
    case .lines(let lines, let alignment):
      "\"\(lines.map { DOTText.escaped($0) + lineEnd(alignment) }.joined())\""
    case .link(let address): "\"\(DOTText.link(address) ?? "")\""
    }
  }

  /// The escape that ends a line and aligns it.
  private static func lineEnd(_ alignment: Scene.Alignment) -> String {
    switch alignment {
    case .left: "\\l"
    case .right: "\\r"
    case .centre: "\\n"
    }
  }

  /// A number with at most four decimals, the same in every locale; 0 when it is not finite.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "0" }
    let scaled = Int((number * 10_000).rounded())
    let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 10_000)
    let sign = scaled < 0 ? "-" : ""
    guard rest != 0 else { return sign + String(whole) }
    var digits = String(10_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
