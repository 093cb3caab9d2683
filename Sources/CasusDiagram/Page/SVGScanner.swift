import Foundation

/// Reads the simple SVG that Graphviz writes: tags, attributes in quotes, and text between them.
///
/// Declarations and comments are left out. Text and values stay escaped as they are.
struct SVGScanner: IteratorProtocol, Sequence {
  enum Token {
    case open(String, [(name: String, value: String)], isEmpty: Bool)
    case close(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ data: Data) {
    bytes = Array(data)
  }

  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(take(until: UInt8(ascii: "<"))) }
      index += 1
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "?"): skip(past: "?>")
      case UInt8(ascii: "!"): skip(past: starts(with: "!--") ? "-->" : ">")
      case UInt8(ascii: "/"):
        index += 1
        let name = take(until: UInt8(ascii: ">"))
        index += 1
        return .close(name.trimmed)
      default: return tag()
      }
    }
    return nil
  }

  private mutating func tag() -> Token {
    let name = takeName()
    var attributes: [(name: String, value: String)] = []
    var isEmpty = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/") { isEmpty = true }
      let key = takeName()
      guard !key.isEmpty else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      let quote = bytes[index + 1]
      index += 2
      let value = take(until: quote)
      index += 1
      attributes.append((key, value))
    }
    index += 1
    return .open(name, attributes, isEmpty: isEmpty)
  }

  private mutating func takeName() -> String {
    let start = index
    while index < bytes.count, !Self.endsNames.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let endsNames = Set(" \t\n\r/>=\"'<".utf8)

  private mutating func take(until end: UInt8) -> String {
    let start = index
    while index < bytes.count, bytes[index] != end { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func starts(with text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private mutating func skip(past end: String) {
    while index < bytes.count, !starts(with: end) { index += 1 }
    index += end.utf8.count
  }
}
