/// One list in its three forms; only the one asked for is made.
struct Listing {
  /// The rows for people.
  var table: Table
  /// The rows for spreadsheets: plain values, nothing shortened.
  var csv: () throws -> (header: [String], rows: [[String]])
  /// The rows for programs, each a JSON object on one line.
  var lines: () throws -> [String]
}
