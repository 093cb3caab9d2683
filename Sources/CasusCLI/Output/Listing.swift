/// One list in its three forms.
struct Listing {
  /// The rows for people.
  var table: Table
  /// The rows for spreadsheets: plain values, nothing shortened.
  var csv: (header: [String], rows: [[String]])
  /// The rows for programs, each a JSON object on one line.
  var lines: [String]
}
