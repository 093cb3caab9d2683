/// Converts UTF-8 byte offsets in a text to offsets in Unicode code points.
///
/// Making it takes one pass over the text; a look-up then counts within one stride.
struct CodePointOffsets {
  private static let stride = 128

  private let bytes: [UInt8]
  /// How many code points start before each stride.
  private let counts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset.isMultiple(of: Self.stride) { counts.append(count) }
      if Self.startsCodePoint(byte) { count += 1 }
    }
    self.counts = counts
  }

  /// How many code points start before a byte offset; offsets beyond the text count as its end.
  subscript(byteOffset: Int) -> Int {
    let offset = min(max(0, byteOffset), bytes.count)
    guard offset > 0 else { return 0 }
    let block = (offset - 1) / Self.stride
    let rest = bytes[block * Self.stride..<offset]
    return counts[block] + rest.count { Self.startsCodePoint($0) }
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool {
    byte & 0xc0 != 0x80
  }
}
