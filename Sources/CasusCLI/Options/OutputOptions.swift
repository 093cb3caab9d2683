import ArgumentParser
import CasusExport

/// What a list is written as.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Write JSON Lines: one object a line.")
  var json = false

  @Flag(help: "Write comma-separated values with a header line.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other; give one") }
  }

  /// Writes a list in the form asked for.
  ///
  /// The table is for people and spreadsheets, the objects are for programs. People are told
  /// `empty` when there are no rows.
  func write(_ table: Table, objects: @autoclosure () throws -> [String], empty: String) throws {
    if json {
      let lines = try objects()
      return try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    if csv {
      return try StandardOutput.write(CSVText.table(table.columns.map(\.title), table.rows))
    }
    guard !table.rows.isEmpty else { return StandardError.write(line: empty) }
    try StandardOutput.write(table.text(width: Terminal.width))
  }
}
