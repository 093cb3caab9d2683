/// Comma-separated values after RFC 4180.
package enum CSVText {
  /// A table with a header, every line ended by CR LF.
  ///
  /// With `guardsFormulas`, text that a spreadsheet would run as a formula gets an apostrophe in
  /// front.
  package static func table(
    _ header: [String], _ rows: [[String]], guardsFormulas: Bool = true
  ) -> String {
    var text = ""
    for row in [header] + rows {
      text += row.map { field($0, guardsFormulas: guardsFormulas) }.joined(separator: ",")
      text += "\r\n"
    }
    return text
  }

  /// One field, quoted when it must be; NUL becomes U+FFFD.
  static func field(_ text: String, guardsFormulas: Bool = true) -> String {
    var scalars = text.unicodeScalars
    if guardsFormulas, let first = scalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    {
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
