/// A fast checksum of bytes, by which changes and damage are noticed; it guards against no one.
///
/// Four lanes of eight bytes are mixed by multiplication, so that it runs as fast as memory is read.
struct Checksum {
  private var lanes = SIMD4<UInt64>(
    0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89)
  private var byteCount: UInt64 = 0

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds a number.
  mutating func add(_ number: UInt64) {
    lanes[0] = Self.mix(lanes[0], number)
    lanes = SIMD4(lanes[1], lanes[2], lanes[3], lanes[0])
    byteCount += 8
  }

  /// Adds bytes and how many they are, so that what two pieces hold is not taken for another split.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    var at = 0
    while at + 32 <= bytes.count {
      a = Self.mix(a, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      b = Self.mix(b, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      c = Self.mix(c, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      d = Self.mix(d, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
      at += 32
    }
    lanes = SIMD4(a, b, c, d)
    byteCount += UInt64(at)
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes[at...] {
      rest |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        add(rest)
        (rest, shift) = (0, 0)
      }
    }
    if shift > 0 { add(rest) }
  }

  /// Adds a text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* factor
    return mixed ^ mixed >> 32
  }

  /// The checksum of all that was added.
  var value: UInt64 {
    var result = byteCount
    for lane in 0..<4 {
      result = Self.mix(result &+ Self.mix(lanes[lane], UInt64(lane)), lanes[lane])
    }
    return Self.mix(result, result >> 29)
  }
}
