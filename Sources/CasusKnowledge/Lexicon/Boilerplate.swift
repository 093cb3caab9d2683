/// Lines that belong to the page, not to the article, folded for comparison.
public struct Boilerplate: Sendable {
  /// Beginnings of lines, lower-cased.
  public let prefixes: [[UInt8]]
  /// Whole lines, lower-cased.
  public let lines: Set<[UInt8]>
  /// The bytes that such lines begin with.
  private let firstOfPrefixes: ByteSet
  private let firstOfLines: ByteSet

  init(prefixes: [String], lines: [String]) {
    self.prefixes = prefixes.map { Array($0.lowercased().utf8) }
    self.lines = Set(lines.map { Array($0.lowercased().utf8) })
    firstOfPrefixes = ByteSet(self.prefixes.compactMap(\.first))
    firstOfLines = ByteSet(self.lines.compactMap(\.first))
  }

  /// Whether a line that begins with a byte may begin as boilerplate does; most do not.
  package func mayBegin(with byte: UInt8) -> Bool {
    // A capital may begin with another byte than its small letter, except in ASCII.
    byte < 0x80 ? firstOfPrefixes.contains(Self.lower(byte)) : firstOfPrefixes.hasHigh
  }

  /// Whether a line that begins with a byte may be boilerplate as a whole.
  package func mayBe(lineFrom byte: UInt8) -> Bool { firstOfLines.contains(Self.lower(byte)) }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }
}

/// A set of bytes.
struct ByteSet: Sendable {
  private var bits = SIMD4<UInt64>.zero

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  /// Whether it holds a byte beyond ASCII.
  var hasHigh: Bool { bits[2] | bits[3] != 0 }
}
