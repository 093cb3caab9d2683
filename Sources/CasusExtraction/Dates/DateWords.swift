import CasusKnowledge

/// Numbers for the words of a date grammar: an open-addressing table keyed by 64-bit hashes.
struct DateWords {
  private var keys = [UInt64](repeating: 0, count: 1 << 12)
  private var values = [UInt32](repeating: 0, count: 1 << 12)
  private var uses: [Use] = [[]]
  /// The hashes of words with an apostrophe.
  private var compounds: Set<UInt64> = []

  /// What the grammar needs a word for.
  struct Use: OptionSet {
    let rawValue: UInt8
    /// Patterns can take it; other words are only looked at.
    static let taken = Use(rawValue: 1)
    /// Without such a word or a figure there is no date expression.
    static let core = Use(rawValue: 2)
  }

  /// How many words there are.
  var count: Int { uses.count - 1 }

  /// The number of a word, or 0.
  @inline(__always)
  func find(_ hash: UInt64) -> UInt32 {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let key = keys[slot]
      if key == hash { return values[slot] }
      if key == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  /// The number here of each word of a lexicon; empty when the lexicon lacks a plain word, so that
  /// its tokens cannot stand for those of dates.
  func numbers(in lexicon: Lexicon) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: lexicon.wordCount + 1)
    for (hash, number) in zip(keys, values) where hash != 0 {
      let word = lexicon.number(ofWordHash: hash)
      if word != 0 {
        numbers[Int(word)] = number
      } else if !compounds.contains(hash) {
        return []
      }
    }
    return numbers
  }

  /// What the grammar needs a word for.
  @inline(__always)
  func use(of word: UInt32) -> Use { uses[Int(word)] }

  /// Adds a use of a word.
  mutating func mark(_ word: UInt32, _ use: Use) { uses[Int(word)].insert(use) }

  /// The number of a word, given to it now if it has none.
  mutating func insert(_ word: DateScanner.Word) -> UInt32 {
    if !word.isPlain { compounds.insert(word.hash) }
    return insert(word.hash)
  }

  private mutating func insert(_ hash: UInt64) -> UInt32 {
    let found = find(hash)
    if found != 0 { return found }
    if (count + 1) * 2 > keys.count { grow() }
    let number = UInt32(uses.count)
    uses.append([])
    place(hash, number)
    return number
  }

  private mutating func place(_ hash: UInt64, _ number: UInt32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = hash
    values[slot] = number
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    values = [UInt32](repeating: 0, count: values.count * 2)
    for (hash, number) in old { place(hash, number) }
  }
}
