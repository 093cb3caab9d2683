/// Comma-separated values after RFC 4180.
package enum CSVText {
  /// A table with a header, every line ended by CR LF.
  package static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One field, quoted when it must be.
  ///
  /// Text that a spreadsheet would run as a formula gets an apostrophe in front; NUL becomes U+FFFD.
  static func field(_ text: String) -> String {
    var scalars = text.unicodeScalars
    if let first = scalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
      scalars.insert("'", at: scalars.startIndex)
    }
    guard scalars.contains(where: { "\",\r\n\0".unicodeScalars.contains($0) }) else {
      return String(scalars)
    }
    var result = "\""
    for scalar in scalars {
      switch scalar {
      case "\"": result += "\"\""
      case "\0": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
