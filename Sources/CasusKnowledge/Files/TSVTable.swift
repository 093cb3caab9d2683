import Foundation

/// A tab-separated file with `#` comments and one header line.
struct TSVTable {
  struct Row {
    let line: Int
    let cells: [String]
  }

  let file: String
  let columns: [String]
  let rows: [Row]

  /// Reads a table; rows with a wrong number of cells are reported and left out.
  init(contentsOf url: URL, name: String, problems: inout [DataProblem]) {
    file = name
    var columns: [String] = []
    var rows: [Row] = []
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      problems.append(DataProblem(file: name, line: 0, message: "cannot be read as UTF-8"))
      self.columns = []
      self.rows = []
      return
    }
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if columns.isEmpty {
        columns = cells
      } else if cells.count == columns.count {
        rows.append(Row(line: number, cells: cells))
      } else {
        let message = "expected \(columns.count) tab-separated cells, found \(cells.count)"
        problems.append(DataProblem(file: name, line: number, message: message))
      }
    }
    self.columns = columns
    self.rows = rows
  }

  /// The position of a column; a missing one is reported.
  func column(_ name: String, problems: inout [DataProblem]) -> Int? {
    if let index = columns.firstIndex(of: name) { return index }
    problems.append(DataProblem(file: file, line: 1, message: "column '\(name)' is missing"))
    return nil
  }
}
