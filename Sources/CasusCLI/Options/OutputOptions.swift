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

  /// Whether the output is read by a program.
  var isForPrograms: Bool { json || csv }

  /// Writes a list in the form asked for; people are told `empty` when it has no rows.
  func write(_ listing: Listing, empty: String) throws {
    if json {
      try StandardOutput.write(listing.lines().map { $0 + "\n" }.joined())
    } else if csv {
      let (header, rows) = try listing.csv()
      try StandardOutput.write(CSVText.table(header, rows))
    } else if listing.table.rows.isEmpty {
      StandardError.write(line: empty)
    } else {
      try StandardOutput.write(
        listing.table.text(width: Terminal.width, isStyled: Terminal.showsStyle))
    }
  }
}
