import CasusModel

/// Where each identifier stands in a list of them: an open-addressing table.
///
/// Whom a sentence names is looked up many times over. The general hash of a dictionary, which no
/// sender of text can foresee, costs several times as much as a look at so short a text; here the
/// keys come from the knowledge files, and at least half of the slots are free.
struct ActorPositions: Sendable {
  private let ids: [ActorID]
  /// Positions in `ids`, or −1 for a free slot.
  private var slots: [Int32]

  /// Makes a table of identifiers that are all different.
  init(_ ids: [ActorID]) {
    self.ids = ids
    var size = 16
    while size < ids.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (position, id) in ids.enumerated() {
      var slot = Self.hash(id) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(position)
    }
  }

  /// The position of an identifier, or `nil` when the list does not have it.
  subscript(_ id: ActorID) -> Int? {
    let mask = slots.count - 1
    var slot = Self.hash(id) & mask
    while slots[slot] >= 0 {
      if ids[Int(slots[slot])] == id { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ id: ActorID) -> Int {
    var hash = WordHash()
    var text = id.rawValue
    text.withUTF8 { bytes in
      for byte in bytes { hash.add(UInt64(byte), count: 1) }
    }
    return Int(truncatingIfNeeded: hash.value)
  }
}
