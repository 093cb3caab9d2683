/// A JSON value whose objects keep the order of their keys, so that output is made to be read.
package enum JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral, Sendable
{
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }

  /// A string or `null`.
  package init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// An array of strings.
  package init(_ texts: [String]) {
    self = .array(texts.map { .string($0) })
  }

  /// The value on one line.
  package var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.quote(value, into: &result)
    case .array(let values):
      result += "["
      for (index, value) in values.enumerated() {
        if index > 0 { result += ", " }
        value.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += ", " }
        Self.quote(member.key, into: &result)
        result += ": "
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  /// Escapes what RFC 8259 asks for, and U+2028 and U+2029, which end lines in older JavaScript.
  private static func quote(_ text: String, into result: inout String) {
    result += "\""
    var text = text
    text.withUTF8 { bytes in
      // What needs no escape goes over in one piece.
      var start = 0
      var at = 0
      while at < bytes.count {
        guard let (length, escaped) = escape(bytes, at) else {
          at += 1
          continue
        }
        result += String(decoding: bytes[start..<at], as: UTF8.self)
        result += escaped
        at += length
        start = at
      }
      result += String(decoding: bytes[start...], as: UTF8.self)
    }
    result += "\""
  }

  /// The length and the escape of a character that needs one.
  @inline(__always)
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (length: Int, text: String)? {
    switch bytes[at] {
    case UInt8(ascii: "\""): return (1, "\\\"")
    case UInt8(ascii: "\\"): return (1, "\\\\")
    case 0x0A: return (1, "\\n")
    case 0x0D: return (1, "\\r")
    case 0x09: return (1, "\\t")
    case 0..<0x20, 0x7F:
      let digits = String(bytes[at], radix: 16)
      return (1, "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
      if bytes[at + 2] == 0xA8 { return (3, "\\u2028") }
      return bytes[at + 2] == 0xA9 ? (3, "\\u2029") : nil
    default: return nil
    }
  }
}
