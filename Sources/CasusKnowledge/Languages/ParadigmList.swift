/// The paradigms of one class of words, found by the ending of a word.
struct ParadigmList: Hashable, Sendable {
  private(set) var all: [Paradigm] = []
  /// The first paradigm that has an ending.
  private var byEnding = EndingTrie()
  /// The first paradigm for words of any ending.
  private var forAny: Int?

  mutating func append(_ paradigm: Paradigm) {
    if paradigm.endings.isEmpty, forAny == nil { forAny = all.count }
    for ending in paradigm.endings { byEnding.insert(ending, all.count) }
    all.append(paradigm)
  }

  /// The paradigm with the longest ending that fits.
  func choose(for word: String) -> Paradigm? {
    let position = byEnding.longest(of: word, leaving: 0) ?? forAny
    return position.map { all[$0] }
  }

  /// Whether a word has one of the endings, with more than `letters` letters before it.
  func hasEnding(_ word: String, leaving letters: Int) -> Bool {
    let scalars = word.unicodeScalars
    guard
      let after = scalars.index(
        scalars.startIndex, offsetBy: letters + 1, limitedBy: scalars.endIndex)
    else { return false }
    let byteCount = word.utf8.distance(from: scalars.startIndex, to: after)
    return byEnding.longest(of: word, leaving: byteCount) != nil
  }
}
