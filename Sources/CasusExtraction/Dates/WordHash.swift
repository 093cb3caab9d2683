/// FNV-1a over folded scalars, finished by a multiply-xor step.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01b3
  }

  /// The hash of a whole word; never 0.
  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 {
    var h = hash
    h ^= h >> 32
    h = h &* 0xd6e8_feb8_6659_fd93
    h ^= h >> 32
    return h == 0 ? 1 : h
  }
}
