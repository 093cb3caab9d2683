/// Writes a directed graph in the DOT language: allow-listed attributes, every value quoted,
/// one edge a statement, all in the order given, so that equal input gives equal bytes.
struct DOTWriter {
  /// A few attributes with their values; for so few a list is faster than a dictionary.
  struct Attributes: ExpressibleByDictionaryLiteral {
    fileprivate var pairs: [(key: DOTAttribute, value: DOTValue)]

    init(dictionaryLiteral pairs: (DOTAttribute, DOTValue)...) {
      self.pairs = []
      self.pairs.reserveCapacity(pairs.count + 8)
      for (key, value) in pairs { self.pairs.append((key: key, value: value)) }
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// The value of an attribute; the last one set counts.
    subscript(key: DOTAttribute) -> DOTValue? {
      get { pairs.last { $0.key == key }?.value }
      set {
        if let place = pairs.firstIndex(where: { $0.key == key }) { pairs.remove(at: place) }
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

  /// A number as `decimal` has it.
  private mutating func write(_ number: Double) {
    Self.withDecimal(number) { bytes.append(contentsOf: $0) }
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
    case .number(let number): write(number)
    case .point(let x, let y):
      write(x)
      write(",")
      write(y)
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
    withDecimal(number) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with a number's digits, which are written from the last one on.
  private static func withDecimal<Result>(
    _ number: Double, _ body: (Slice<UnsafeMutableBufferPointer<UInt8>>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = digits.count
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      let isKnown = number.isFinite && abs(number) < 1e12
      let scaled = isKnown ? Int((number * 10_000).rounded()) : 0
      var (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 10_000)
      let zero = UInt8(ascii: "0")
      if rest != 0 {
        for _ in 0..<4 {
          // Zeros at the end are left out.
          if rest % 10 != 0 || start < digits.count { put(zero + UInt8(rest % 10)) }
          rest /= 10
        }
        put(UInt8(ascii: "."))
      }
      repeat {
        put(zero + UInt8(whole % 10))
        whole /= 10
      } while whole != 0
      if scaled < 0 { put(UInt8(ascii: "-")) }
      return body(digits[start...])
    }
  }
}
