import CasusModel

/// The names that only the article at hand explains: of an armed group, a firm, an official.
///
/// "The militia Ansar Zaman", "Rapid Support Forces (RSF)", "Albin Kurti, the prime minister of
/// Kosovo".
struct ArticleNames {
  /// Whom a name means.
  struct Name {
    var id: ActorID
    /// Whether it is the name of a person.
    var isPerson = false
  }

  private var names: [Name] = []
  /// The names that begin with a word: the keys of all words, and the position in `names`.
  private var byFirstWord: [UInt64: [(words: [UInt64], name: Int32)]] = [:]

  /// Whether the article has explained no name yet.
  var isEmpty: Bool { names.isEmpty }

  subscript(_ position: Int32) -> Name { names[Int(position)] }

  /// Learns a name by the keys of its words and returns its position; what is known already stays.
  mutating func learn(_ words: [UInt64], _ name: Name) -> Int32 {
    guard let first = words.first else { return -1 }
    if let known = byFirstWord[first]?.first(where: { $0.words == words }) { return known.name }
    var position = names.firstIndex { $0.id == name.id && $0.isPerson == name.isPerson } ?? -1
    if position < 0 {
      position = names.count
      names.append(name)
    }
    byFirstWord[first, default: []].append((words, Int32(position)))
    return Int32(position)
  }

  /// The longest name that begins with the first of some words, and how many words it has.
  func longest(_ first: UInt64, next: (Int) -> UInt64?) -> (name: Int32, count: Int)? {
    guard let known = byFirstWord[first] else { return nil }
    var best: (name: Int32, count: Int)?
    for (words, name) in known where words.count > best?.count ?? 0 {
      let fits = words.indices.dropFirst().allSatisfy { next($0) == words[$0] }
      if fits { best = (name, words.count) }
    }
    return best
  }
}

/// Words of names as numbers; where names are inflected, without their endings.
struct NameKey {
  let usesCases: Bool

  /// The key of a word.
  func key(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let end = usesCases ? stemEnd(text, start, end) : end
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in start..<end { hash = (hash ^ UInt64(text[i])) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Where a Cyrillic name ends without vowels, soft signs and the consonants of case endings.
  private func stemEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = end
    // Three letters stay.
    let shortest = start + 6
    if at - 2 >= shortest, isLetter(text, at, Self.closing), at - 4 >= shortest,
      isLetter(text, at - 2, Self.vowels)
    {
      at -= 2
    }
    while at - 2 >= shortest, isLetter(text, at, Self.vowels) { at -= 2 }
    return at
  }

  private func isLetter(
    _ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ letters: Set<UInt16>
  ) -> Bool {
    letters.contains(UInt16(text[end - 2]) << 8 | UInt16(text[end - 1]))
  }

  private static let vowels = letters("аеиоуыюяіїєйь")
  /// The last letters of endings such as -ом, -ым, -ой.
  private static let closing = letters("мй")

  private static func letters(_ text: String) -> Set<UInt16> {
    Set(
      text.map { character in
        let bytes = Array(character.utf8)
        return UInt16(bytes[0]) << 8 | UInt16(bytes[1])
      })
  }
}
