import CasusKnowledge

/// One step of a pattern.
enum DateElement {
  case word(UInt32)
  case mark(UInt32)
  case entry(symbol: Int, DatePattern.Slot)
  case builtIn(DateBuiltIn, DatePattern.Slot)
  case date
  case lookahead(symbol: Int)
  case second, start, end
}

/// A class that needs no word list.
enum DateBuiltIn: String {
  case day, year, shortyear, decade, shortdecade, roman, numeric, shortnumeric, dottednumeric
  case dash, open, close, stop, period
  case number
}

/// A position in a pattern.
struct DateState {
  var element: DateElement
  var rule: Int
  /// The positions that may come next.
  var follow: [Int] = []
  /// Whether the pattern may end here.
  var isFinal = false
}

/// All patterns of a grammar as one position automaton (Glushkov 1961).
struct DateAutomaton {
  private(set) var states: [DateState] = []
  /// Where a match may begin with a given word.
  private(set) var startsByWord: [UInt32: [Int]] = [:]
  /// Where a match may begin with a word of a class.
  private(set) var startsBySymbol: [Int: [Int]] = [:]
  /// Where a match may begin with a figure or mark, or without taking a token.
  private(set) var otherStarts: [Int] = []
  private var lexicon: DateLexicon

  private struct Piece {
    var first: [Int]
    var last: [Int]
    var mayBeEmpty: Bool
  }

  init(rules: [DateRule], lexicon: DateLexicon) {
    self.lexicon = lexicon
    for (number, rule) in rules.enumerated() {
      let piece = build(rule.pattern, rule: number)
      for state in piece.last { states[state].isFinal = true }
      for state in piece.first { addStart(state) }
    }
  }

  private mutating func addStart(_ state: Int) {
    switch states[state].element {
    case .word(let word): startsByWord[word, default: []].append(state)
    case .entry(let symbol, _): startsBySymbol[symbol, default: []].append(state)
    default: otherStarts.append(state)
    }
  }

  private mutating func build(_ pattern: DatePattern, rule: Int) -> Piece {
    switch pattern {
    case .sequence(let parts):
      var result = Piece(first: [], last: [], mayBeEmpty: true)
      for part in parts {
        let next = build(part, rule: rule)
        for state in result.last { states[state].follow += next.first }
        if result.mayBeEmpty { result.first += next.first }
        result.last = next.mayBeEmpty ? result.last + next.last : next.last
        result.mayBeEmpty = result.mayBeEmpty && next.mayBeEmpty
      }
      return result
    case .choice(let branches):
      let pieces = branches.map { build($0, rule: rule) }
      return Piece(
        first: pieces.flatMap(\.first), last: pieces.flatMap(\.last),
        mayBeEmpty: pieces.contains(where: \.mayBeEmpty))
    case .optional(let inner):
      var piece = build(inner, rule: rule)
      piece.mayBeEmpty = true
      return piece
    default:
      guard let element = element(pattern) else {
        return Piece(first: [], last: [], mayBeEmpty: false)
      }
      states.append(DateState(element: element, rule: rule))
      return Piece(first: [states.count - 1], last: [states.count - 1], mayBeEmpty: false)
    }
  }

  private func element(_ pattern: DatePattern) -> DateElement? {
    switch pattern {
    case .word(let text): .word(lexicon.number(ofWord: text))
    case .mark(let character): character.unicodeScalars.first.map { .mark($0.value) }
    case .lookahead(let name): .lookahead(symbol: lexicon.symbol(name))
    case .second: .second
    case .start: .start
    case .end: .end
    case .symbol("date", _): .date
    case .symbol(let name, let slot):
      if let builtIn = DateBuiltIn(rawValue: name) {
        .builtIn(builtIn, slot)
      } else {
        .entry(symbol: lexicon.symbol(name), slot)
      }
    case .sequence, .choice, .optional: nil
    }
  }
}
