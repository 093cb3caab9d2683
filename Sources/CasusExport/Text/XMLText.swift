/// Text for XML documents.
enum XMLText {
  /// The text as it may stand in content and in attribute values of either quote.
  ///
  /// Line ends and tabs are kept as character references; characters that XML 1.0 forbids become
  /// U+FFFD.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Attributes in the order given, each with a space in front; those without a value are left out.
  static func attributes(_ pairs: KeyValuePairs<String, String?>) -> String {
    pairs.map { name, value in value.map { " \(name)=\"\(escape($0))\"" } ?? "" }.joined()
  }
}
