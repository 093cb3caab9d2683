/// Writes a directed graph in the DOT language: allow-listed attributes, every value quoted,
/// one edge a statement, all in the order given, so that equal input gives equal bytes.
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

  private var bytes: [UInt8] = []

  /// Starts a graph with its own attributes and the defaults of nodes and edges.
  init(graph: Attributes, node: Attributes = [:], edge: Attributes = [:]) {
    bytes.reserveCapacity(1 << 18)
    write("digraph \"casus\" {\n")
    for (kind, attributes) in [("graph", graph), ("node", node), ("edge", edge)]
    where kind == "graph" || !attributes.isEmpty {
      write("  ")
      write(kind)
      write(attributes)
    }
  }

  /// Changes the attributes of the nodes that follow.
  mutating func nodes(_ attributes: Attributes) {
    write("  node")
    write(attributes)
  }

  /// Adds a node under a generated name.
  mutating func node(_ name: String, _ attributes: Attributes) {
    write("  ")
    write(quoted: name)
    write(attributes)
  }

  /// Adds an edge between two generated names.
  mutating func edge(_ tail: String, _ head: String, _ attributes: Attributes) {
    write("  ")
    write(quoted: tail)
    write(" -> ")
    write(quoted: head)
    write(attributes)
  }

  /// Adds a cluster that holds the named nodes.
  mutating func cluster(_ name: String, _ attributes: Attributes, nodes: [String]) {
    write("  subgraph ")
    write(quoted: "cluster_" + name)
    write(" {\n    graph")
    write(attributes)
    for node in nodes {
      write("    ")
      write(quoted: node)
      write(";\n")
    }
    write("  }\n")
  }

  /// Puts nodes on one rank.
  mutating func sameRank(_ nodes: [String]) {
    write("  { rank=\"same\"")
    for node in nodes {
      write("; ")
      write(quoted: node)
    }
    write(" }\n")
  }

  /// The whole graph.
  func text() -> String {
    String(decoding: bytes + Array("}\n".utf8), as: UTF8.self)
  }

  private mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(quoted text: String) {
    write("\"")
    write(DOTText.escaped(text))
    write("\"")
  }

  /// A list of attributes and the end of the statement.
  private mutating func write(_ attributes: Attributes) {
    write(" [")
    var isFirst = true
    for pair in attributes.pairs {
      if case .link(let address) = pair.value, DOTText.link(address) == nil { continue }
      if !isFirst { write(", ") }
      isFirst = false
      write(pair.key.rawValue)
      write("=\"")
      write(pair.value)
      write("\"")
    }
    write("];\n")
  }

  private mutating func write(_ value: DOTValue) {
    switch value {
    case .word(let word), .text(let word): write(DOTText.escaped(word))
    case .number(let number): write(Self.decimal(number))
    case .point(let x, let y):
      write(Self.decimal(x))
      write(",")
      write(Self.decimal(y))
    case .lines(let lines, let alignment):
      for line in lines {
        write(DOTText.leftToRight(DOTText.escaped(line)))
        write(Self.lineEnd(alignment))
      }
    case .link(let address): write(DOTText.link(address) ?? "")
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
    var (digits, count) = (rest, 4)
    while digits.isMultiple(of: 10) { (digits, count) = (digits / 10, count - 1) }
    let decimals = String(digits)
    return sign + String(whole) + "." + String(repeating: "0", count: count - decimals.utf8.count)
      + decimals
  }
}
