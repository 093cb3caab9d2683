/// The paradigms of one class of words, found by the ending of a word.
struct ParadigmList: Hashable, Sendable {
  private(set) var all: [Paradigm] = []
  /// The first paradigm that has an ending.
  private var byEnding: [String: Int] = [:]
  /// The first paradigm for words of any ending.
  private var forAny: Int?
  /// The bytes of the longest ending.
  private var longest = 0

  mutating func append(_ paradigm: Paradigm) {
    if paradigm.endings.isEmpty, forAny == nil { forAny = all.count }
    for ending in paradigm.endings {
      if byEnding[ending] == nil { byEnding[ending] = all.count }
      longest = max(longest, ending.utf8.count)
    }
    all.append(paradigm)
  }

  /// The paradigm with the longest ending that fits.
  func choose(for word: String) -> Paradigm? {
    let position = longestEnding(of: word, leaving: 0).flatMap { byEnding[$0] } ?? forAny
    return position.map { all[$0] }
  }

  /// Whether a word has one of the endings, with more than `letters` letters before it.
  func hasEnding(_ word: String, leaving letters: Int) -> Bool {
    longestEnding(of: word, leaving: letters) != nil
  }

  private func longestEnding(of word: String, leaving letters: Int) -> String? {
    let scalars = word.unicodeScalars
    var start = scalars.startIndex
    if letters > 0 {
      guard let after = scalars.index(start, offsetBy: letters + 1, limitedBy: scalars.endIndex)
      else { return nil }
      start = after
    }
    while start <= scalars.endIndex {
      if word.utf8.distance(from: start, to: word.endIndex) <= longest {
        let ending = String(scalars[start...])
        if byEnding[ending] != nil { return ending }
      }
      guard start < scalars.endIndex else { break }
      scalars.formIndex(after: &start)
    }
    return nil
  }
}
