import CasusModel

/// Tells what table of events some bytes begin.
struct EventTableRecognition {
  /// How many lines of a table without a header are looked at: the first may be damaged.
  private static let lineCount = 5

  let head: [UInt8]

  /// The layout, if the bytes look like one.
  func layout(among layouts: [EventTableLayout]) -> EventTableLayout? {
    layouts.first { $0.columns.isEmpty ? hasHeader(of: $0) : hasRow(of: $0) }
  }

  private func hasHeader(of layout: EventTableLayout) -> Bool {
    var records = records(layout)
    guard !layout.marks.isEmpty, (try? records.next()) == true else { return false }
    let columns = Set(records.cells.indices.map { records.text($0) })
    return layout.marks.allSatisfy { columns.contains($0) }
  }

  /// A row with the right number of cells of which the first is a number.
  private func hasRow(of layout: EventTableLayout) -> Bool {
    var records = records(layout)
    for _ in 0..<Self.lineCount {
      guard (try? records.next()) == true else { return false }
      let first = records.text(0)
      if records.cells.count == layout.columns.count, !first.isEmpty,
        first.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        return true
      }
    }
    return false
  }

  private func records(_ layout: EventTableLayout) -> TableRecords {
    TableRecords(
      ByteStream(bytes: head, path: ""), delimiter: layout.delimiter, isQuoted: layout.isQuoted)
  }
}
