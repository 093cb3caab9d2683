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
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value on one line, as UTF-8.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    write(to: &result)
    return result
  }

  /// Appends the value on one line, as UTF-8.
  package func write(to result: inout [UInt8]) {
    switch self {
    case .null: result += "null".utf8
    case .bool(let value): result += (value ? "true" : "false").utf8
    case .integer(let value): result += String(value).utf8
    case .number(let value): result += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): Self.quote(value, into: &result)
    case .array(let values):
      result.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { result += ", ".utf8 }
        value.write(to: &result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let members):
      result.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { result += ", ".utf8 }
        Self.quote(member.key, into: &result)
        result += ": ".utf8
        member.value.write(to: &result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  /// Escapes what RFC 8259 asks for, and U+2028 and U+2029, which end lines in older JavaScript.
  private static func quote(_ text: String, into result: inout [UInt8]) {
    result.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // What needs no escape goes over in one piece.
      var start = 0
      var at = 0
      while at < bytes.count {
        guard mayNeedEscape(bytes[at]), let (length, escaped) = escape(bytes, at) else {
          at += 1
          continue
        }
        result += UnsafeBufferPointer(rebasing: bytes[start..<at])
        result += escaped.utf8
        at += length
        start = at
      }
      result += UnsafeBufferPointer(rebasing: bytes[start...])
    }
    result.append(UInt8(ascii: "\""))
  }

  /// A quick look that most bytes pass.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      || byte == 0xE2
  }

  /// The length and the escape of a character that needs one.
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
