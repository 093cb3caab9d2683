/// A table for people: aligned columns, and cells wrapped where the terminal ends.
struct Table {
  /// One column.
  struct Column {
    /// The heading.
    var title: String
    /// Whether cells stand at the right, as numbers do.
    var isNumeric = false
    /// Whether cells may be wrapped.
    var wraps = false

    init(_ title: String, isNumeric: Bool = false, wraps: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
      self.wraps = wraps
    }
  }

  /// The narrowest that a wrapped column gets.
  private static let narrowest = 14
  private static let gap = "  "

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row with one cell a column; line breaks in cells become spaces, and nothing in them steers
  /// the terminal.
  mutating func add(_ cells: [String]) {
    rows.append(
      columns.indices.map { index in
        guard index < cells.count else { return "" }
        return cells[index].split(whereSeparator: \.isNewline).joined(separator: " ").forTerminal
      })
  }

  /// The table with its first rows only.
  func prefix(_ count: Int) -> Table {
    var result = self
    result.rows = Array(rows.prefix(count))
    return result
  }

  /// The table with its headings; no line is wider than `width` unless a word is.
  ///
  /// With `isStyled` the headings are set off for terminals.
  func text(width: Int?, isStyled: Bool = false) -> String {
    let widths = columnWidths(within: width)
    let rule = widths.map { String(repeating: "-", count: $0) }
    var head = [row(of: columns.map(\.title), widths), row(of: rule, widths)]
    if isStyled {
      head = [
        TextStyle.strong(head[0].dropLast(1) + ""), TextStyle.faint(head[1].dropLast(1) + ""),
      ]
      .map { $0 + "\n" }
    }
    return head.joined() + rows.map { row(of: $0, widths) }.joined()
  }

  private func columnWidths(within width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      max(columns[index].title.displayWidth, rows.map { $0[index].displayWidth }.max() ?? 0)
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - width
    while excess > 0 {
      let widest = columns.indices
        .filter { columns[$0].wraps && widths[$0] > Self.narrowest }
        .max { (widths[$0], $1) < (widths[$1], $0) }
      guard let widest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func row(of cells: [String], _ widths: [Int]) -> String {
    let wrapped = cells.enumerated().map { index, cell in
      columns[index].wraps ? TextWrapping.lines(of: cell, width: widths[index]) : [cell]
    }
    let height = wrapped.map(\.count).max() ?? 1
    var result = ""
    for line in 0..<height {
      var text = ""
      for (index, lines) in wrapped.enumerated() {
        let cell = line < lines.count ? lines[line] : ""
        let space = String(repeating: " ", count: max(0, widths[index] - cell.displayWidth))
        text += index > 0 ? Self.gap : ""
        text += columns[index].isNumeric ? space + cell : cell + space
      }
      while text.last == " " { text.removeLast() }
      result += text + "\n"
    }
    return result
  }
}
