// Nouns that are written as one word: "Waffenlieferung" is a "Lieferung".
extension Lexicon {
  /// The known noun that ends an unknown word.
  package struct CompoundHead {
    /// The node of the noun, and its word.
    package var node: UInt32
    package var word: UInt32
    package var meaning: PhraseMeaning
  }

  /// The longest known noun that ends a word of the text, where what stands before it may be the
  /// other part of a compound: a known word, or any longer one before a longer noun.
  package func compoundHead(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> CompoundHead? {
    guard let links = spelling.compoundLinks, end - start <= Self.longestCompound else {
      return nil
    }
    var letters: [UInt32] = []
    var at = start
    while at < end {
      let (value, length) = Tokenizer.decode(text, at, end)
      guard value < UInt32(CharacterFold.limit) else { return nil }
      letters.append(folding.table[Int(value)] & 0xFFFF)
      at += length
    }
    guard letters.count >= Self.modifierLength + Self.headLength else { return nil }
    for split in Self.modifierLength...(letters.count - Self.headLength) {
      let word = number(of: letters[split...])
      let node = word == 0 ? 0 : step(0, word)
      guard node != 0, let meaning = compounding(node),
        letters.count - split >= Self.surelyHeadLength || isKnown(letters[..<split], links),
        !isPrefix(letters[..<split])
      else { continue }
      return CompoundHead(node: node, word: word, meaning: meaning)
    }
    return nil
  }

  /// The most bytes of a compound, well above any in use; each place where a word may be cut costs a look
  /// at the rest of it.
  private static let longestCompound = 128
  private static let modifierLength = 3
  private static let headLength = 4
  /// A noun of so many letters ends a word by accident only rarely.
  private static let surelyHeadLength = 6

  private func number(of letters: ArraySlice<UInt32>) -> UInt32 {
    var hash = WordHash()
    for letter in letters { hash.add(letter) }
    return words.find(hash.value)
  }

  /// The meaning of a node as a common noun, if it has one.
  private func compounding(_ node: UInt32) -> PhraseMeaning? {
    var noun = PhraseMeaning()
    for meaning in meanings(of: node) {
      switch meaning.kind {
      case .noun, .eventNoun: noun.add(meaning)
      case .function where !meaning.roles.isDisjoint(with: .nominal): noun.add(meaning)
      default: break
      }
    }
    guard !noun.isEmpty else { return nil }
    noun.classSet = merged(node).classSet
    return noun
  }

  /// Whether the first part is a word by itself, or with a link taken off.
  private func isKnown(_ letters: ArraySlice<UInt32>, _ links: [String]) -> Bool {
    for link in links {
      let added = link.unicodeScalars.map(\.value)
      guard letters.count - added.count >= Self.modifierLength,
        letters.suffix(added.count).elementsEqual(added)
      else { continue }
      let word = number(of: letters.dropLast(added.count))
      if word != 0, step(0, word) != 0 { return true }
    }
    return false
  }

  /// "Ausübung" is no "Übung": a prefix of verbs makes another noun.
  private func isPrefix(_ letters: ArraySlice<UInt32>) -> Bool {
    !roles(of: number(of: letters)).isDisjoint(with: [.particle, .preposition])
  }
}
