import CasusKnowledge

/// All patterns of a grammar as one position automaton (Glushkov 1961).
struct DateAutomaton {
  private(set) var states: [DateState] = []
  /// The positions that may follow each position.
  private(set) var follow: [Int32] = []
  /// For each position what may come next behind the token that it takes.
  private(set) var gates: [DateGate] = []
  /// Where a match may begin with a given word.
  private(set) var startsByWord: [UInt32: [Int]] = [:]
  /// Where a match may begin with a word of a class.
  private(set) var startsBySymbol: [Int: [Int]] = [:]
  /// Where a match may begin with a mark.
  private(set) var startsByMark: [UInt32: [Int]] = [:]
  /// Where a match may begin with a figure.
  private(set) var figureStarts: [Int] = []
  /// Where a match may begin with a Roman numeral.
  private(set) var romanStarts: [Int] = []
  /// Where a match may begin with a date that is matched on its own.
  private(set) var dateStarts: [Int] = []
  /// Where a match may begin only at the start of the text.
  private(set) var textStarts: [Int] = []
  private let lexicon: DateLexicon
  private var successors: [[Int]] = []

  private struct Piece {
    var first: [Int]
    var last: [Int]
    var mayBeEmpty: Bool
  }

  init(rules: [DateRule], lexicon: DateLexicon) {
    self.lexicon = lexicon
    for (number, rule) in rules.enumerated() {
      let piece = build(rule.pattern, rule: Int32(number))
      for state in piece.last { states[state].isFinal = true }
      for state in piece.first { addStart(state) }
    }
    for state in states.indices {
      let start = Int32(follow.count)
      follow += successors[state].map { Int32($0) }
      states[state].follow = start..<Int32(follow.count)
      states[state].mayStandAlone =
        states[state].isFinal || successors[state].contains { states[$0].takesNothing }
      var gate = states[state].mayStandAlone ? DateGate.open : DateGate()
      for next in successors[state] { gate.admit(states[next], lexicon) }
      gates.append(gate)
    }
    successors = []
  }

  private mutating func addStart(_ state: Int) {
    switch states[state].element {
    case .word(let word): startsByWord[word, default: []].append(state)
    case .entry(let symbol): startsBySymbol[Int(symbol), default: []].append(state)
    case .mark(let mark): startsByMark[mark, default: []].append(state)
    case .date: dateStarts.append(state)
    case .start: textStarts.append(state)
    case .builtIn(let kind): addStart(state, kind)
    case .lookahead, .second, .end: break
    }
  }

  private mutating func addStart(_ state: Int, _ kind: DateBuiltIn) {
    switch kind {
    case .roman: romanStarts.append(state)
    case .dash: for mark in DateMark.dashes { startsByMark[mark, default: []].append(state) }
    case .open: for mark in DateMark.opening { startsByMark[mark, default: []].append(state) }
    case .close: for mark in DateMark.closing { startsByMark[mark, default: []].append(state) }
    case .period: startsBySymbol[Int(lexicon.symbol("unit")), default: []].append(state)
    case .number:
      startsBySymbol[Int(lexicon.symbol("number")), default: []].append(state)
      figureStarts.append(state)
    case .day, .year, .shortyear, .decade, .shortdecade, .numeric, .shortnumeric, .dottednumeric:
      figureStarts.append(state)
    case .stop: break
    }
  }

  private mutating func build(_ pattern: DatePattern, rule: Int32) -> Piece {
    switch pattern {
    case .sequence(let parts):
      var result = Piece(first: [], last: [], mayBeEmpty: true)
      for part in parts {
        let next = build(part, rule: rule)
        for state in result.last { successors[state] += next.first }
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
      guard let (element, target) = element(pattern) else {
        return Piece(first: [], last: [], mayBeEmpty: false)
      }
      states.append(DateState(element: element, target: target, rule: rule))
      successors.append([])
      return Piece(first: [states.count - 1], last: [states.count - 1], mayBeEmpty: false)
    }
  }

  private func element(_ pattern: DatePattern) -> (DateElement, DateTarget)? {
    switch pattern {
    case .word(let text): return (.word(lexicon.number(ofWord: text)), .ignored)
    case .mark(let character):
      return character.unicodeScalars.first.map { (.mark($0.value), .ignored) }
    case .lookahead(let name): return (.lookahead(symbol: lexicon.symbol(name)), .ignored)
    case .second: return (.second, .ignored)
    case .start: return (.start, .ignored)
    case .end: return (.end, .ignored)
    case .symbol("date", _): return (.date, .own)
    case .symbol(let name, let slot):
      let element: DateElement =
        DateBuiltIn(rawValue: name).map { .builtIn($0) }
        ?? .entry(symbol: lexicon.symbol(name))
      return (element, DateTarget(slot))
    case .sequence, .choice, .optional: return nil
    }
  }
}
