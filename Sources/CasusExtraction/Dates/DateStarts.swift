/// Where the matches of one group of rules may begin, by the token that stands there.
///
/// Lists of states in the order of the rules.
final class DateStarts: Sendable {
  /// The lists of all word numbers one after another.
  let states: [Int]
  private let wordStarts: [Int]
  private let markStates: [[Int]]
  private let otherMarks: [UInt32: [Int]]
  /// For figures, Roman numerals, nested dates, and the start of the text.
  let figures: [Int]
  let romans: [Int]
  let dates: [Int]
  let texts: [Int]

  init(_ automaton: DateAutomaton, _ lexicon: DateLexicon, where isMember: (Int) -> Bool) {
    var states: [Int] = []
    var wordStarts = [0]
    for word in 0...lexicon.words.count {
      if word > 0 {
        states += (automaton.startsByWord[UInt32(word)] ?? []).filter(isMember)
        // A class that a word belongs to twice begins its rules once.
        var seen: Set<UInt32> = []
        for reading in lexicon.readings(of: UInt32(word)) {
          let symbol = lexicon.senses[reading].symbol
          guard seen.insert(symbol).inserted else { continue }
          states += (automaton.startsBySymbol[Int(symbol)] ?? []).filter(isMember)
        }
      }
      wordStarts.append(states.count)
    }
    self.states = states
    self.wordStarts = wordStarts
    let marks = automaton.startsByMark.mapValues { $0.filter(isMember) }
    markStates = (0..<128).map { marks[$0] ?? [] }
    otherMarks = marks.filter { $0.key >= 128 }
    figures = automaton.figureStarts.filter(isMember)
    romans = automaton.romanStarts.filter(isMember)
    dates = automaton.dateStarts.filter(isMember)
    texts = automaton.textStarts.filter(isMember)
  }

  /// The states that may begin with a word, as positions in `states`.
  @inline(__always)
  func positions(ofWord word: UInt32) -> Range<Int> {
    wordStarts[Int(word)]..<wordStarts[Int(word) + 1]
  }

  /// Whether anything may begin with a word.
  @inline(__always)
  func mayBegin(withWord word: UInt32) -> Bool { !positions(ofWord: word).isEmpty }

  /// The states that may begin with a mark.
  @inline(__always)
  func states(ofMark mark: UInt32) -> [Int] {
    mark < 128 ? markStates[Int(mark)] : otherMarks[mark] ?? []
  }
}
