import Foundation

/// The rows of a table, one by one, cut into cells.
///
/// Memory holds one row. A quote that is never closed does not take the rest of the file with it: a
/// row ends after a megabyte, and `keepFirstLine` gives the lines that it took in back.
struct TableRecords {
  /// The longest row, in bytes.
  static let longestRow = 1 << 20

  private let stream: ByteStream
  private let delimiter: UInt8
  private let isQuoted: Bool
  /// The line that the row begins on, from 1.
  private(set) var line = 0
  private var linesRead = 0
  /// The row as it stands in the file.
  private(set) var row: [UInt8] = []
  /// The bytes of all cells, quotes and their doubling undone.
  private(set) var bytes: [UInt8] = []
  /// Where each cell lies in `bytes`.
  private(set) var cells: [Range<Int>] = []
  /// Whether a quote is open at the end of the row.
  private(set) var endsInQuote = false
  /// The lines of the row after its first.
  private var furtherLines: [[UInt8]] = []
  /// Lines to be read again, the next one last.
  private var givenBack: [[UInt8]] = []

  init(_ stream: ByteStream, delimiter: UInt8, isQuoted: Bool) {
    self.stream = stream
    self.delimiter = delimiter
    self.isQuoted = isQuoted
  }

  /// Goes to the next row that is not blank; false at the end.
  mutating func next() throws(ReadingProblem) -> Bool {
    repeat {
      guard let first = try readLine() else { return false }
      row = first
      linesRead += 1
      line = linesRead
      if line == 1, row.starts(with: [0xef, 0xbb, 0xbf]) { row.removeFirst(3) }
      if row.last == UInt8(ascii: "\r") { row.removeLast() }
    } while row.isEmpty
    if isQuoted {
      furtherLines.removeAll(keepingCapacity: true)
      endsInQuote = leavesQuoteOpen(row)
      while endsInQuote, row.count < Self.longestRow, let more = try readLine() {
        linesRead += 1
        row.append(UInt8(ascii: "\n"))
        row += more
        furtherLines.append(more)
        if leavesQuoteOpen(more) { endsInQuote.toggle() }
      }
      if row.last == UInt8(ascii: "\r") { row.removeLast() }
      cutQuoted()
    } else {
      cut()
    }
    return true
  }

  /// Cuts a row of several lines down to its first; the others will be rows again.
  /// - Returns: Whether there were others.
  mutating func keepFirstLine() -> Bool {
    guard !furtherLines.isEmpty else { return false }
    linesRead -= furtherLines.count
    givenBack += furtherLines.reversed()
    furtherLines = []
    row = Array(row.prefix { $0 != UInt8(ascii: "\n") })
    if row.last == UInt8(ascii: "\r") { row.removeLast() }
    cutQuoted()
    return true
  }

  private mutating func readLine() throws(ReadingProblem) -> [UInt8]? {
    if let line = givenBack.popLast() { return line }
    return try stream.readLine(limit: Self.longestRow)
  }

  /// Whether the bytes of the cells are UTF-8.
  var isUTF8: Bool {
    let isASCII = bytes.withUnsafeBufferPointer { $0.reduce(0, |) } < 0x80
    return isASCII || String(validating: bytes, as: UTF8.self) != nil
  }

  /// The text of a cell, without white space at its ends.
  func text(_ cell: Int) -> String {
    withBytes(cell) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the text of a cell is this one, which is found out without making it.
  func isText(_ cell: Int, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      withBytes(cell) { cell in
        guard cell.count == text.count else { return false }
        guard let own = cell.baseAddress, let other = text.baseAddress else { return true }
        return memcmp(own, other, text.count) == 0
      }
    }
  }

  /// The bytes of a cell, without white space at its ends.
  private func withBytes<Result>(
    _ cell: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = cells[cell]
    return bytes.withUnsafeBufferPointer { bytes in
      var (first, end) = (range.lowerBound, range.upperBound)
      while first < end, bytes[end - 1] <= 0x20 { end -= 1 }
      while first < end, bytes[first] <= 0x20 { first += 1 }
      return body(UnsafeBufferPointer(rebasing: bytes[first..<end]))
    }
  }

  /// Whether a line opens a quote, or closes the one that is open.
  private func leavesQuoteOpen(_ line: [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { bytes in
      var isOpen = false
      for byte in bytes where byte == UInt8(ascii: "\"") { isOpen.toggle() }
      return isOpen
    }
  }

  private mutating func cut() {
    bytes = row
    // Taken out, so that it is changed in its place.
    var found = cells
    cells = []
    found.removeAll(keepingCapacity: true)
    var start = 0
    row.withUnsafeBytes { row in
      guard let base = row.baseAddress else { return }
      while let tab = memchr(base + start, Int32(delimiter), row.count - start) {
        let end = UnsafeRawPointer(tab) - base
        found.append(start..<end)
        start = end + 1
      }
    }
    found.append(start..<row.count)
    cells = found
  }

  private mutating func cutQuoted() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    let quote = UInt8(ascii: "\"")
    var start = 0
    var isInside = false
    var index = 0
    while index < row.count {
      let byte = row[index]
      if byte == quote {
        if isInside, index + 1 < row.count, row[index + 1] == quote {
          bytes.append(quote)
          index += 1
        } else {
          isInside.toggle()
        }
      } else if byte == delimiter, !isInside {
        cells.append(start..<bytes.count)
        start = bytes.count
      } else {
        bytes.append(byte)
      }
      index += 1
    }
    cells.append(start..<bytes.count)
  }
}
