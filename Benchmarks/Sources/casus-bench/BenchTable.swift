/// The figures of one section, one a row.
struct BenchTable {
  /// What a figure is to be.
  enum Bound {
    case atLeast(Double)
    case atMost(Double)

    func holds(_ value: Double) -> Bool {
      switch self {
      case .atLeast(let limit): value >= limit
      case .atMost(let limit): value <= limit
      }
    }

    func text(_ format: (Double) -> String) -> String {
      switch self {
      case .atLeast(let limit): "≥ " + format(limit)
      case .atMost(let limit): "≤ " + format(limit)
      }
    }
  }

  private static let head = ["", "casus", "peer", "", "ratio", "bound", ""]

  let title: String
  private var rows: [[String]] = [head]

  init(title: String) {
    self.title = title
  }

  /// Adds a figure.
  /// - Parameters:
  ///   - what: what was measured.
  ///   - value: the figure.
  ///   - unit: how figures are written.
  ///   - peer: the peer's name and figure.
  ///   - bound: what the figure is to be.
  ///   - ratioBound: what the figure divided by the peer's is to be.
  mutating func add(
    _ what: String, _ value: Double, _ unit: BenchUnit,
    peer: (name: String, value: Double)? = nil, bound: Bound? = nil, ratioBound: Bound? = nil
  ) {
    let ratio = peer.map { value / $0.value }
    var isMet = true
    var bounds: [String] = []
    if let bound {
      bounds.append(bound.text(unit.text))
      isMet = isMet && bound.holds(value)
    }
    if let ratioBound, let ratio {
      bounds.append(ratioBound.text(Self.ratio))
      isMet = isMet && ratioBound.holds(ratio)
    }
    rows.append([
      what, unit.text(value), peer.map { unit.text($0.value) } ?? "", peer?.name ?? "",
      ratio.map(Self.ratio) ?? "", bounds.joined(separator: ", "),
      bounds.isEmpty ? "" : isMet ? "met" : "MISSED",
    ])
  }

  /// Adds a line that says why a figure is missing.
  mutating func add(note: String) {
    rows.append([note])
  }

  private static func ratio(_ value: Double) -> String {
    value.significant(3) + "×"
  }

  /// The table, with aligned columns.
  var text: String {
    let widths = Self.head.indices.map { column in
      rows.filter { $0.count > 1 }.map { $0[column].count }.max() ?? 0
    }
    let lines = rows.map { row in
      guard row.count > 1 else { return "  " + row[0] }
      var line = " "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        let isText = column == 0 || column == 3 || column == 6
        line += " " + (isText ? cell + gap : gap + cell)
      }
      return line
    }
    return ([title] + lines).joined(separator: "\n") + "\n"
  }
}
