/// Numbers for folded words: an open-addressing table keyed by a 64-bit hash.
///
/// Two different words share a number only when their 64-bit hashes are equal, which for a million
/// words has a chance of about 3·10⁻⁸.
final class WordTable: @unchecked Sendable {
  private struct Slot {
    /// 0 when it is free.
    var hash: UInt64 = 0
    var number: UInt32 = 0
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0
  /// How letters are folded before words are looked up; see `CharacterFold.table`.
  let fold: UnsafePointer<UInt32>
  /// A table of this language's own, if it has one.
  private let ownFold: UnsafeMutablePointer<UInt32>?

  /// - Parameter letters: letters with marks that are letters of their own.
  init(letters: String = "") {
    ownFold = letters.isEmpty ? nil : CharacterFold.makeTable(keeping: letters)
    fold = ownFold.map { UnsafePointer($0) } ?? CharacterFold.table
    mask = (1 << 12) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit {
    slots.deallocate()
    ownFold?.deallocate()
  }

  /// The number of a word, or 0.
  @inline(__always)
  func find(_ hash: UInt64) -> UInt32 {
    var position = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[position]
      if slot.hash == hash { return slot.number }
      if slot.hash == 0 { return 0 }
      position = (position + 1) & mask
    }
  }

  /// The number of a word, given to it now if it has none.
  func insert(_ hash: UInt64) -> UInt32 {
    let found = find(hash)
    if found != 0 { return found }
    if (count + 1) * 2 > mask { grow() }
    count += 1
    place(Slot(hash: hash, number: UInt32(count)))
    return UInt32(count)
  }

  private func place(_ slot: Slot) {
    var position = Int(truncatingIfNeeded: slot.hash) & mask
    while slots[position].hash != 0 { position = (position + 1) & mask }
    slots[position] = slot
  }

  private func grow() {
    let (old, oldCount) = (slots, mask + 1)
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for position in 0..<oldCount where old[position].hash != 0 { place(old[position]) }
    old.deallocate()
  }
}
