/// One place of a table of words.
struct WordSlot {
  /// The word's hash; 0 when the place is free.
  var hash: UInt64 = 0
  var number: UInt32 = 0
}

/// The numbers of words by their hashes: an open-addressing table in memory that something else owns.
struct WordSlots {
  let slots: UnsafePointer<WordSlot>
  /// The number of places, a power of two, less one.
  let mask: Int

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
}
