/// The hash of a word, made from its folded characters as they are read.
///
/// Characters are gathered in blocks of eight bytes, so that the letters of most words are mixed in
/// at once. How a word was cut into pieces does not matter.
package struct WordHash {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private var block: UInt64 = 0
  private var count = 0

  package init() {}

  /// Adds a folded character.
  @inline(__always)
  package mutating func add(_ character: UInt32) {
    if character < 0x80 {
      add(UInt64(character), count: 1)
    } else if character < 0x2000 {
      // Its high byte is no letter of ASCII, so that no other characters give the same bytes.
      add(UInt64(character), count: 2)
    } else {
      add(UInt64(character) << 8 | 0x1F, count: 4)
    }
  }

  /// Adds up to eight bytes, the first lowest; those beyond `count` are 0.
  @inline(__always)
  mutating func add(_ bytes: UInt64, count added: Int) {
    block |= bytes &<< UInt64(8 * count)
    let total = count + added
    guard total >= 8 else {
      count = total
      return
    }
    mix(block)
    block = count == 0 ? 0 : bytes &>> UInt64(8 * (8 - count))
    count = total - 8
  }

  @inline(__always)
  private mutating func mix(_ bytes: UInt64) {
    hash = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }

  /// The hash of the whole word; never 0.
  @inline(__always)
  package var value: UInt64 {
    var copy = self
    if count > 0 { copy.mix(block) }
    var h = copy.hash &* 0xD6E8_FEB8_6659_FD93
    h ^= h >> 32
    return h == 0 ? 1 : h
  }
}
