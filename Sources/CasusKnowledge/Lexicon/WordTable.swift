/// Numbers for folded words: an open-addressing table keyed by a 64-bit hash.
///
/// Two different words share a number only when their 64-bit hashes are equal, which for a million
/// words has a chance of about 3·10⁻⁸.
final class WordTable: @unchecked Sendable {
  private var keys: UnsafeMutablePointer<UInt64>
  private var values: UnsafeMutablePointer<UInt32>
  private var mask: Int
  private(set) var count = 0

  init() {
    mask = (1 << 12) - 1
    keys = .allocate(capacity: mask + 1)
    values = .allocate(capacity: mask + 1)
    keys.initialize(repeating: 0, count: mask + 1)
    values.initialize(repeating: 0, count: mask + 1)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// The number of a word, or 0.
  @inline(__always)
  func find(_ hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let key = keys[slot]
      if key == hash { return values[slot] }
      if key == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word, given to it now if it has none.
  func insert(_ hash: UInt64) -> UInt32 {
    let found = find(hash)
    if found != 0 { return found }
    if (count + 1) * 2 > mask { grow() }
    count += 1
    place(hash, UInt32(count))
    return UInt32(count)
  }

  private func place(_ hash: UInt64, _ value: UInt32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = hash
    values[slot] = value
  }

  private func grow() {
    let (oldKeys, oldValues, oldMask) = (keys, values, mask)
    mask = mask * 2 + 1
    keys = .allocate(capacity: mask + 1)
    values = .allocate(capacity: mask + 1)
    keys.initialize(repeating: 0, count: mask + 1)
    values.initialize(repeating: 0, count: mask + 1)
    for slot in 0...oldMask where oldKeys[slot] != 0 { place(oldKeys[slot], oldValues[slot]) }
    oldKeys.deallocate()
    oldValues.deallocate()
  }
}
