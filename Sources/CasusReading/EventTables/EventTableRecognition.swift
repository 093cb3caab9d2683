import CasusModel

/// Tells what table of events some bytes begin.
struct EventTableRecognition {
  /// How many lines of a table without a header are looked at: the first may be damaged.
  private static let lineCount = 5
  /// What may stand between cells: programs write what is usual in their country, and put all in
  /// quotes or nothing.
  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  let head: [UInt8]

  /// The layout, if the bytes look like one, with the columns and delimiter that they have.
  func layout(among layouts: [EventTableLayout]) -> EventTableLayout? {
    // The header of a newer version has the columns of the older one and more.
    let headed = layouts.filter { $0.columns.isEmpty && !$0.marks.isEmpty }
    for layout in headed.sorted(by: { $0.marks.count > $1.marks.count }) {
      if let found = withHeader(layout, naming: layout.marks) { return found }
    }
    let bare = layouts.filter { !$0.columns.isEmpty }
    let counts = bare.map { rowCount(of: $0) }
    if let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) {
      return bare[place]
    }
    // Copies of tables without a header have one at times.
    for layout in bare.sorted(by: { $0.columns.count > $1.columns.count }) {
      if let found = withHeader(layout, naming: layout.columns) { return found }
    }
    return nil
  }

  /// A layout that a user asked for, with the delimiter of the header, and with the columns of the
  /// header where there should be none.
  func fitted(_ layout: EventTableLayout) -> EventTableLayout {
    if !layout.columns.isEmpty, rowCount(of: layout) > 0 { return layout }
    return withHeader(layout, naming: layout.columnsRead) ?? layout
  }

  /// The layout for a table whose header names these columns, whatever stands between them.
  private func withHeader(
    _ layout: EventTableLayout, naming columns: [String]
  ) -> EventTableLayout? {
    var layout = layout
    layout.columns = []
    let own = (layout.delimiter, layout.isQuoted)
    for (delimiter, isQuoted) in [own] + Self.delimiters.map({ ($0, true) }) {
      (layout.delimiter, layout.isQuoted) = (delimiter, isQuoted)
      var records = records(layout)
      guard (try? records.next()) == true, records.cells.count > 1 else { continue }
      let places = ColumnPlaces(records.cells.indices.map { records.text($0) })
      if columns.allSatisfy({ places[$0] != nil }) { return layout }
    }
    return nil
  }

  /// How many of the first rows have the right number of cells, of which the first is a number.
  private func rowCount(of layout: EventTableLayout) -> Int {
    var records = records(layout)
    var count = 0
    for _ in 0..<Self.lineCount {
      guard (try? records.next()) == true else { break }
      let first = records.text(0)
      if records.cells.count == layout.columns.count, !first.isEmpty,
        first.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        count += 1
      }
    }
    return count
  }

  private func records(_ layout: EventTableLayout) -> TableRecords {
    TableRecords(
      ByteStream(bytes: head, path: ""), delimiter: layout.delimiter, isQuoted: layout.isQuoted)
  }
}
