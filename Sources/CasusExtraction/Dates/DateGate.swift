/// Which tokens may come next behind some positions of patterns, as far as a quick look tells.
///
/// Most words that begin patterns ("the", "in", "30") begin no date where they stand, and the word
/// behind them says so: one look here spares a look at each of the patterns. The gate may let in too
/// much, never too little.
struct DateGate {
  /// Whether a match may end here, whatever comes next.
  private(set) var isOpen = false
  /// Whether any token that patterns can take may come next.
  private var takesAll = false
  /// The kinds of figures, by their raw values.
  private var figures: UInt8 = 0
  /// Words, marks and classes by the last six bits of their numbers.
  private var words: UInt64 = 0
  private var marks: UInt64 = 0
  private var symbols: UInt64 = 0

  /// Lets everything in.
  static let open: DateGate = {
    var gate = DateGate()
    gate.isOpen = true
    return gate
  }()

  /// Whether a token, or the end of the text, may come next.
  @inline(__always)
  func admits(_ token: DateToken?, _ lexicon: DateLexicon) -> Bool {
    if isOpen { return true }
    // What no pattern can take is at most a Roman numeral.
    guard let token, token.use.contains(.taken) || token.isAllCapitals else { return false }
    if takesAll { return true }
    switch token.kind {
    case .word:
      return token.isAllCapitals || words & Self.bit(token.word) != 0
        || lexicon.mayBe(token.word, anyOf: symbols)
    case .mark: return marks & Self.bit(token.word) != 0
    default: return figures & 1 << token.kind.rawValue != 0
    }
  }

  /// Lets in what another gate does.
  mutating func formUnion(_ other: DateGate) {
    isOpen = isOpen || other.isOpen
    takesAll = takesAll || other.takesAll
    figures |= other.figures
    words |= other.words
    marks |= other.marks
    symbols |= other.symbols
  }

  /// Lets in the tokens that a position of a pattern can take.
  mutating func admit(_ state: DateState, _ lexicon: DateLexicon) {
    switch state.element {
    case .word(let word): words |= Self.bit(word)
    case .mark(let mark): marks |= Self.bit(mark)
    case .entry(let symbol): symbols |= Self.bit(symbol)
    case .date: takesAll = true
    case .builtIn(let kind): admit(kind, lexicon)
    case .lookahead, .second, .start, .end: isOpen = true
    }
  }

  private mutating func admit(_ kind: DateBuiltIn, _ lexicon: DateLexicon) {
    switch kind {
    case .day, .year, .shortyear, .decade, .shortdecade: admit(figures: .number)
    case .numeric: admit(figures: .numericDate)
    case .shortnumeric: admit(figures: .shortDate)
    case .dottednumeric: admit(figures: .dottedDate)
    case .dash, .open, .close: marks = .max
    case .period: symbols |= Self.bit(lexicon.symbol("unit"))
    case .number:
      admit(figures: .number)
      symbols |= Self.bit(lexicon.symbol("number"))
    // Words in capitals are always let in.
    case .roman: break
    case .stop: isOpen = true
    }
  }

  private mutating func admit(figures kind: DateToken.Kind) { figures |= 1 << kind.rawValue }

  @inline(__always)
  private static func bit(_ number: UInt32) -> UInt64 { 1 << UInt64(number & 63) }
}
