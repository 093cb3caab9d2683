/// Numbers for folded words while a lexicon is built: an open-addressing table keyed by a 64-bit hash.
///
/// Two different words share a number only when their 64-bit hashes are equal, which for a million
/// words has a chance of about 3·10⁻⁸.
final class WordTable: @unchecked Sendable {
  private var places: UnsafeMutablePointer<WordSlot>
  private var mask: Int
  private(set) var count = 0
  /// How letters are folded before words are looked up.
  let folding: LetterFold

  /// - Parameter letters: letters with marks that are letters of their own.
  init(letters: String = "") {
    folding = LetterFold(keeping: letters)
    mask = (1 << 12) - 1
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: WordSlot(), count: mask + 1)
  }

  deinit { places.deallocate() }

  /// The table as it stands; good until the next word is added.
  var slots: WordSlots { WordSlots(slots: places, mask: mask) }

  /// The number of a word, or 0.
  func find(_ hash: UInt64) -> UInt32 { slots.find(hash) }

  /// The number of a word, given to it now if it has none.
  func insert(_ hash: UInt64) -> UInt32 {
    let found = find(hash)
    if found != 0 { return found }
    if (count + 1) * 2 > mask { grow() }
    count += 1
    place(WordSlot(hash: hash, number: UInt32(count)))
    return UInt32(count)
  }

  private func place(_ slot: WordSlot) {
    var position = Int(truncatingIfNeeded: slot.hash) & mask
    while places[position].hash != 0 { position = (position + 1) & mask }
    places[position] = slot
  }

  /// Makes words the same as others, by their numbers.
  func unite(_ numbers: [UInt32: UInt32]) {
    for position in 0...mask where places[position].hash != 0 {
      let slot = places[position]
      if let other = numbers[slot.number] {
        places[position] = WordSlot(hash: slot.hash, number: other)
      }
    }
  }

  private func grow() {
    let (old, oldCount) = (places, mask + 1)
    mask = mask * 2 + 1
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: WordSlot(), count: mask + 1)
    for position in 0..<oldCount where old[position].hash != 0 { place(old[position]) }
    old.deallocate()
  }
}
