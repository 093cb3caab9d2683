/// Where the matches of one group of rules may begin, by the token that stands there.
///
/// Lists of states in the order of the rules.
final class DateStarts: Sendable {
  /// The lists of all word numbers one after another.
  let states: [Int]
  /// For each of them whether it may take words behind the first: a phrase, "twenty three".
  let takesMore: [Bool]
  private let wordStarts: [Int]
  private let markStates: [[Int]]
  private let otherMarks: [UInt32: [Int]]
  /// For each shape of figures, in the order of `FigureShape.allCases`.
  private let figures: [[Int]]
  /// For Roman numerals, nested dates, and the start of the text.
  let romans: [Int]
  let dates: [Int]
  let texts: [Int]
  /// For each word number, each ASCII mark and each shape of figures: what may stand behind it for
  /// anything to begin there.
  private let wordGates: [DateGate]
  private let markGates: [DateGate]
  private let figureGates: [DateGate]

  init(_ automaton: DateAutomaton, _ lexicon: DateLexicon, where isMember: (Int) -> Bool) {
    var states: [Int] = []
    var takesMore: [Bool] = []
    var wordStarts = [0]
    var wordGates: [DateGate] = []
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
      let isPhrase = lexicon.beginsPhrase(UInt32(word))
      let own = states[wordStarts[word]...]
      takesMore += own.map {
        isPhrase && !automaton.states[$0].isLiteral || automaton.states[$0].mayTakeMore
      }
      let isOpen = takesMore[wordStarts[word]...].contains(true)
      wordGates.append(isOpen ? .open : automaton.gate(of: own))
      wordStarts.append(states.count)
    }
    self.wordGates = wordGates
    self.states = states
    self.takesMore = takesMore
    self.wordStarts = wordStarts
    let marks = automaton.startsByMark.mapValues { $0.filter(isMember) }
    markStates = (0..<128).map { marks[$0] ?? [] }
    markGates = markStates.map { automaton.gate(of: $0[...]) }
    otherMarks = marks.filter { $0.key >= 128 }
    let allFigures = automaton.figureStarts.filter(isMember)
    figures = FigureShape.allCases.map { shape in
      allFigures.filter { shape.fits(automaton.states[$0].element) }
    }
    figureGates = figures.map { automaton.gate(of: $0[...]) }
    romans = automaton.romanStarts.filter(isMember)
    dates = automaton.dateStarts.filter(isMember)
    texts = automaton.textStarts.filter(isMember)
  }

  /// The states that may begin with a word, as positions in `states`.
  @inline(__always)
  func positions(ofWord word: UInt32) -> Range<Int> {
    wordStarts[Int(word)]..<wordStarts[Int(word) + 1]
  }

  /// Whether anything may begin with a token, as far as the token behind it tells; Roman numerals,
  /// nested dates and the start of the text apart.
  @inline(__always)
  func mayBegin(with token: DateToken, before next: DateToken?, _ lexicon: DateLexicon) -> Bool {
    switch token.kind {
    case .word: wordGates[Int(token.word)].admits(next, lexicon)
    case .mark:
      token.word < 128
        ? markGates[Int(token.word)].admits(next, lexicon) : otherMarks[token.word] != nil
    case .number, .numericDate, .shortDate, .dottedDate, .figure:
      figureGates[FigureShape(token).rawValue].admits(next, lexicon)
    }
  }

  /// The states that may begin with a mark.
  @inline(__always)
  func states(ofMark mark: UInt32) -> [Int] {
    mark < 128 ? markStates[Int(mark)] : otherMarks[mark] ?? []
  }

  /// The states that may begin with figures, as far as their shape tells.
  @inline(__always)
  func states(ofFigure token: DateToken) -> [Int] { figures[FigureShape(token).rawValue] }
}

extension DateAutomaton {
  /// What may stand behind a token that is taken by any of some states.
  fileprivate func gate(of states: ArraySlice<Int>) -> DateGate {
    states.reduce(into: DateGate()) { $0.formUnion(gates[$1]) }
  }
}

/// What figures look like, by which most patterns that begin with figures are told apart.
private enum FigureShape: Int, CaseIterable {
  case small, three, four, long, numericDate, shortDate, dottedDate, other

  @inline(__always)
  init(_ token: DateToken) {
    switch token.kind {
    case .number:
      // Such a token holds the number of its digits.
      switch token.second {
      case ...2: self = .small
      case 3: self = .three
      case 4: self = .four
      default: self = .long
      }
    case .numericDate: self = .numericDate
    case .shortDate: self = .shortDate
    case .dottedDate: self = .dottedDate
    case .word, .mark, .figure: self = .other
    }
  }

  /// Whether an element of a pattern may take such figures.
  func fits(_ element: DateElement) -> Bool {
    guard case .builtIn(let kind) = element else { return false }
    switch kind {
    case .number: return [.small, .three, .four, .long].contains(self)
    case .day, .shortyear, .shortdecade: return self == .small
    case .year, .decade: return self == .four
    case .numeric: return self == .numericDate
    case .shortnumeric: return self == .shortDate
    case .dottednumeric: return self == .dottedDate
    case .roman, .dash, .open, .close, .stop, .period: return false
    }
  }
}
