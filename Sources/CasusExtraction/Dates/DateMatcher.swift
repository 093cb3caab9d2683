import CasusKnowledge

/// Matches the patterns of a grammar against the tokens of one text.
struct DateMatcher {
  let grammar: CompiledDateGrammar
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<DateToken>
  /// For each token the position in `found` of the date that begins there; see `unknown`, `none`.
  private var nested: [Int32]
  private var found: [DateMatch] = []
  private var best: DateMatch?
  private var isNested = false
  private var depth = 0

  private static let unknown: Int32 = -1
  private static let none: Int32 = -2

  init(
    grammar: CompiledDateGrammar, text: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<DateToken>
  ) {
    self.grammar = grammar
    self.text = text
    self.tokens = tokens
    nested = Array(repeating: Self.unknown, count: tokens.count)
  }

  /// The longest match at a token; of two with the same length the earlier rule's.
  mutating func match(at token: Int) -> DateMatch? {
    guard canStart(token), let found = search(at: token, nested: false) else { return nil }
    return found.isWeak && tokens.withoutStopMarks(token..<found.end).count == 1 ? nil : found
  }

  /// What a match says; `nil` when it only looks like a date.
  func expression(of match: DateMatch) -> DateExpression? {
    func expression(at token: Int) -> DateExpression? {
      guard token >= 0, nested[token] >= 0 else { return nil }
      return self.expression(of: found[Int(nested[token])])
    }
    let bindings = match.bindings
    return grammar.kinds[match.rule].expression(
      first: bindings.first, second: bindings.second,
      firstDate: expression(at: bindings.firstDate),
      secondDate: expression(at: bindings.secondDate), hint: grammar.values[match.rule][.hint])
  }

  /// Dates within dates go no deeper, so that "about about about …" cannot exhaust the stack.
  private static let maximumDepth = 8

  private mutating func date(at token: Int) -> DateMatch? {
    guard token < tokens.count, grammar.mayBegin(at: token, in: tokens) else { return nil }
    let known = nested[token]
    if known != Self.unknown { return known == Self.none ? nil : found[Int(known)] }
    guard depth < Self.maximumDepth else { return nil }
    depth += 1
    let match = search(at: token, nested: true)
    depth -= 1
    nested[token] = match == nil ? Self.none : Int32(found.count)
    if let match { found.append(match) }
    return match
  }

  private mutating func search(at token: Int, nested: Bool) -> DateMatch? {
    // A longer expression often begins with a date of its own; that is found only once.
    let inner = nested ? nil : date(at: token)
    let saved = (best, isNested)
    best = inner
    isNested = nested
    let first = tokens[token]
    let starts = nested ? grammar.nestedStarts : grammar.starts
    let behind = token + 1 < tokens.count ? tokens[token + 1] : nil
    switch first.kind {
    case .word:
      if first.isAllCapitals { start(starts.romans, at: token) }
      if first.word != 0 {
        for position in starts.positions(ofWord: first.word) {
          let number = starts.states[position]
          let takesMore = starts.takesMore[position]
          guard takesMore || grammar.automaton.gates[number].admits(behind, grammar.lexicon)
          else { continue }
          let state = grammar.automaton.states[number]
          if takesMore || mayGoOn(from: state, at: token + 1) {
            step(state, at: token, DateBindings())
          }
        }
      }
    case .mark: start(starts.states(ofMark: first.word), at: token)
    case .number, .numericDate, .shortDate, .dottedDate, .figure:
      // Many patterns begin with a figure; most of them end at a look at what follows.
      for position in starts.states(ofFigure: first)
      where grammar.automaton.gates[position].admits(behind, grammar.lexicon) {
        let state = grammar.automaton.states[position]
        if mayTake(state, first), mayGoOn(from: state, at: token + 1) {
          step(state, at: token, DateBindings())
        }
      }
    }
    if inner != nil { start(starts.dates, at: token) }
    if tokens.beginsSentence(token) { start(starts.texts, at: token) }
    let match = best
    (best, isNested) = saved
    return match
  }

  private mutating func start(_ states: [Int], at token: Int) {
    for state in states { step(grammar.automaton.states[state], at: token, DateBindings()) }
  }

  /// A figure that hangs on a word, a currency sign or another figure begins no date.
  private func canStart(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.isJoined, at > 0, token.kind != .mark else { return true }
    let previous = tokens[at - 1]
    switch previous.kind {
    case .word, .number, .figure, .numericDate, .shortDate, .dottedDate: return false
    case .mark:
      guard token.kind != .word else { return true }
      switch previous.word {
      case 0x2D, 0x2E, 0x2C, 0x2F, 0x2B: return !previous.isJoined && previous.word == 0x2F
      case 0x24, 0x20AC, 0xA3, 0xA5, 0x23, 0x2116: return false
      default: return true
      }
    }
  }

  // MARK: Steps

  /// Whether a state can take the token, as far as a quick look tells.
  @inline(__always)
  private func mayTake(_ state: DateState, _ token: DateToken) -> Bool {
    switch state.element {
    case .word(let word): token.kind == .word && token.word == word
    case .mark(let mark): token.kind == .mark && token.word == mark
    case .entry(let symbol): token.kind == .word && grammar.lexicon.mayBe(token.word, symbol)
    case .builtIn(let kind): mayTake(kind, token)
    case .date: token.use.contains(.taken)
    case .lookahead, .second, .start, .end: true
    }
  }

  @inline(__always)
  private func mayTake(_ kind: DateBuiltIn, _ token: DateToken) -> Bool {
    switch kind {
    case .day: token.kind == .number && token.second <= 2
    case .year: token.kind == .number && token.second == 4
    case .shortyear: token.kind == .number && token.second == 2
    case .decade: token.kind == .number && token.second == 4 && token.value % 10 == 0
    case .shortdecade: token.kind == .number && token.second == 2 && token.value % 10 == 0
    case .roman: token.kind == .word && token.isAllCapitals
    case .numeric: token.kind == .numericDate
    case .shortnumeric: token.kind == .shortDate
    case .dottednumeric: token.kind == .dottedDate
    case .dash, .open, .close: token.kind == .mark
    case .period: token.kind == .word && grammar.lexicon.mayBe(token.word, grammar.unitSymbol)
    case .number:
      token.kind == .number
        || (token.kind == .word && grammar.lexicon.mayBe(token.word, grammar.numberSymbol))
    case .stop: true
    }
  }

  /// Whether a match may end after a state or go on with the token behind it.
  private func mayGoOn(from state: DateState, at token: Int) -> Bool {
    if state.mayStandAlone { return true }
    // What no pattern can take is at most a Roman numeral.
    guard token < tokens.count, tokens[token].use.contains(.taken) || tokens[token].isAllCapitals
    else { return false }
    for index in state.follow {
      let next = grammar.automaton.states[Int(grammar.automaton.follow[Int(index)])]
      if mayTake(next, tokens[token]) { return true }
    }
    return false
  }

  private mutating func step(_ state: DateState, at token: Int, _ bindings: DateBindings) {
    switch state.element {
    case .second:
      var next = bindings
      next.isSecond = true
      advance(state, to: token, next)
    case .start:
      guard tokens.beginsSentence(token) else { return }
      var next = bindings
      next.isAtStart = true
      advance(state, to: token, next)
    case .end: if token == tokens.count { advance(state, to: token, bindings) }
    case .lookahead(let symbol):
      if !holds(symbol, at: token) { advance(state, to: token, bindings) }
    case .builtIn(.stop): if isStop(token) { advance(state, to: token, bindings) }
    case .word, .mark: advance(state, to: token + 1, bindings)
    case .date:
      guard let found = date(at: token) else { return }
      var next = bindings
      next.fillDate(token)
      next.isWeak = found.isWeak && found.end == token + 1
      advance(state, to: found.end, next)
    case .builtIn(let kind):
      if let reading = grammar.reading(of: kind, at: token, in: tokens, text) {
        take(reading, state, token, bindings)
      }
    case .entry(let symbol):
      for reading in grammar.lexicon.readings(of: tokens[token].word) {
        let sense = grammar.lexicon.senses[reading]
        guard sense.symbol == symbol,
          let length = grammar.length(of: sense, at: token, in: tokens)
        else { continue }
        let isWeak = sense.isWeak && length == 1
        take(
          DateReading(length: length, parts: sense.parts, isWeak: isWeak), state, token, bindings)
      }
    }
  }

  private mutating func take(
    _ reading: DateReading, _ state: DateState, _ token: Int, _ bindings: DateBindings
  ) {
    var next = bindings
    switch state.target {
    case .own: next.fill(reading.parts)
    case .ignored: break
    case .slot(let name):
      var parts = DateParts()
      parts[name] = reading.value ?? reading.parts[.count] ?? reading.parts[.shift]
      next.fill(parts)
    }
    next.isWeak = reading.isWeak
    advance(state, to: token + reading.length, next)
  }

  private mutating func advance(_ state: DateState, to token: Int, _ bindings: DateBindings) {
    if state.isFinal { accept(Int(state.rule), end: token, bindings) }
    for index in state.follow {
      let next = grammar.automaton.states[Int(grammar.automaton.follow[Int(index)])]
      guard token < tokens.count ? mayTake(next, tokens[token]) : next.takesNothing else {
        continue
      }
      step(next, at: token, bindings)
    }
  }

  private mutating func accept(_ rule: Int, end: Int, _ bindings: DateBindings) {
    if let best, best.end > end || (best.end == end && best.rule <= rule) { return }
    var bindings = bindings
    bindings.first.merge(grammar.values[rule])
    let isExpressed = grammar.kinds[rule].isExpressed(
      hasFirst: !bindings.first.isEmpty, hasSecond: !bindings.second.isEmpty,
      hasFirstDate: isExpressed(bindings.firstDate),
      hasSecondDate: isExpressed(bindings.secondDate))
    guard isExpressed || grammar.kinds[rule] == .nothing else { return }
    best = DateMatch(
      end: end, rule: rule, bindings: bindings, isWeak: bindings.isWeak && !bindings.isAtStart)
  }

  /// Whether the date that begins at a token says something.
  private func isExpressed(_ token: Int) -> Bool {
    guard token >= 0, nested[token] >= 0 else { return false }
    return grammar.kinds[found[Int(nested[token])].rule] != .nothing
  }

  // MARK: Context

  private func holds(_ symbol: UInt32, at token: Int) -> Bool {
    guard token < tokens.count, tokens[token].kind == .word else { return false }
    return grammar.lexicon.readings(of: tokens[token].word).contains { reading in
      let sense = grammar.lexicon.senses[reading]
      return sense.symbol == symbol && grammar.length(of: sense, at: token, in: tokens) != nil
    }
  }

  /// Whether no noun follows that the figures before would count: the end, a mark or a function
  /// word.
  private func isStop(_ token: Int) -> Bool {
    guard token < tokens.count else { return true }
    let next = tokens[token]
    switch next.kind {
    case .mark: return next.word != 0x25
    case .word: return holds(grammar.followers, at: token)
    default: return false
    }
  }
}
