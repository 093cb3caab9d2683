/// What a property of a resource says: another resource or a literal.
enum RDFValue: Hashable {
  /// Another resource.
  case name(RDFName)
  /// Text, in a language where that is known.
  case text(String, language: String?)
  /// A literal of a datatype other than plain text.
  case typed(String, RDFName)

  static func text(_ text: String) -> RDFValue { .text(text, language: nil) }
  static func integer(_ value: Int) -> RDFValue { .typed(String(value), .xsd("integer")) }
  static func double(_ value: Double) -> RDFValue { .typed("\(value)", .xsd("double")) }
  static func bool(_ value: Bool) -> RDFValue { .typed(String(value), .xsd("boolean")) }

  /// The text between quotation marks as Turtle and N-Quads escape it.
  ///
  /// U+0000, which RDF forbids, becomes U+FFFD.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\u{fffd}"
      case "\u{1}"..."\u{1f}", "\u{7f}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a tag may stand after `@`; others are left out.
  static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return false
    }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}
