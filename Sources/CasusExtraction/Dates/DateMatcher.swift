import CasusKnowledge

/// Matches the patterns of a grammar against the tokens of one text.
struct DateMatcher {
  let grammar: CompiledDateGrammar
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [DateToken]
  private var nested: [Int: DateMatch?] = [:]
  private var best: DateMatch?
  private var isNested = false
  private var depth = 0

  init(
    grammar: CompiledDateGrammar, text: UnsafeBufferPointer<UInt8>, tokens: [DateToken]
  ) {
    self.grammar = grammar
    self.text = text
    self.tokens = tokens
  }

  /// What the words of a pattern have filled so far.
  private struct Bindings {
    var first = DateParts()
    var second = DateParts()
    /// The tokens where nested dates begin.
    var firstDate: Int?
    var secondDate: Int?
    var isSecond = false
    var isWeak = false
    /// Whether the pattern asked for the start of the text, which makes up for a weak word.
    var isAtStart = false

    mutating func fill(_ parts: DateParts) {
      if isSecond { second.merge(parts) } else { first.merge(parts) }
    }

    mutating func fillDate(_ token: Int) {
      if isSecond { secondDate = token } else { firstDate = token }
    }
  }

  /// The longest match at a token; of two with the same length the earlier rule's.
  mutating func match(at token: Int) -> DateMatch? {
    guard canStart(token), let found = search(at: token, nested: false) else { return nil }
    return found.isWeak && tokens.withoutStopMarks(token..<found.end).count == 1 ? nil : found
  }

  /// Dates within dates go no deeper, so that "about about about …" cannot exhaust the stack.
  private static let maximumDepth = 8

  private mutating func date(at token: Int) -> DateMatch? {
    if let known = nested[token] { return known }
    guard token < tokens.count, depth < Self.maximumDepth else { return nil }
    depth += 1
    let found = search(at: token, nested: true)
    depth -= 1
    nested[token] = .some(found)
    return found
  }

  private mutating func search(at token: Int, nested: Bool) -> DateMatch? {
    // A longer expression often begins with a date of its own; that is found only once.
    let inner = nested ? nil : date(at: token)
    let saved = (best, isNested)
    best = inner
    isNested = nested
    let automaton = grammar.automaton
    let first = tokens[token]
    switch first.kind {
    case .word: startWord(first, at: token)
    case .mark: start(automaton.startsByMark[first.word], at: token)
    case .number, .numericDate, .shortDate, .dottedDate, .figure:
      start(automaton.figureStarts, at: token)
    }
    if inner != nil { start(automaton.dateStarts, at: token) }
    if token == 0 { start(automaton.textStarts, at: token) }
    let found = best
    (best, isNested) = saved
    return found
  }

  private mutating func startWord(_ word: DateToken, at token: Int) {
    let automaton = grammar.automaton
    if word.isAllCapitals { start(automaton.romanStarts, at: token) }
    guard word.word != 0 else { return }
    start(automaton.startsByWord[word.word], at: token)
    let readings = grammar.lexicon.readings(of: word.word)
    for (position, sense) in readings.enumerated()
    where !readings.prefix(position).contains(where: { $0.symbol == sense.symbol }) {
      start(automaton.startsBySymbol[Int(sense.symbol)], at: token)
    }
  }

  private mutating func start(_ states: [Int]?, at token: Int) {
    guard let states else { return }
    let bindings = Bindings()
    for state in states where grammar.isNestable[state] == isNested {
      step(grammar.automaton.states[state], at: token, bindings)
    }
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
    case .day, .year, .shortyear, .decade, .shortdecade: token.kind == .number
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

  private mutating func step(_ state: DateState, at token: Int, _ bindings: Bindings) {
    switch state.element {
    case .second:
      var next = bindings
      next.isSecond = true
      advance(state, to: token, next)
    case .start:
      guard token == 0 else { return }
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
      for sense in grammar.lexicon.readings(of: tokens[token].word) where sense.symbol == symbol {
        guard let length = grammar.length(of: sense, at: token, in: tokens) else { continue }
        let isWeak = sense.isWeak && length == 1
        take(
          DateReading(length: length, parts: sense.parts, isWeak: isWeak), state, token, bindings)
      }
    }
  }

  private mutating func take(
    _ reading: DateReading, _ state: DateState, _ token: Int, _ bindings: Bindings
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

  private mutating func advance(_ state: DateState, to token: Int, _ bindings: Bindings) {
    if state.isFinal { accept(Int(state.rule), end: token, bindings) }
    for index in state.follow {
      let next = grammar.automaton.states[Int(grammar.automaton.follow[Int(index)])]
      guard token < tokens.count ? mayTake(next, tokens[token]) : next.takesNothing else {
        continue
      }
      step(next, at: token, bindings)
    }
  }

  private mutating func accept(_ rule: Int, end: Int, _ bindings: Bindings) {
    if let best, best.end > end || (best.end == end && best.rule <= rule) { return }
    let definition = grammar.rules[rule]
    var first = bindings.first
    first.merge(DateParts(definition.values))
    let expression = definition.expression(
      first: first, second: bindings.second,
      firstDate: bindings.firstDate.flatMap { nested[$0]??.expression },
      secondDate: bindings.secondDate.flatMap { nested[$0]??.expression })
    guard expression != nil || definition.kind == .nothing else { return }
    best = DateMatch(
      end: end, rule: rule, expression: expression, isWeak: bindings.isWeak && !bindings.isAtStart)
  }

  // MARK: Context

  private func holds(_ symbol: UInt32, at token: Int) -> Bool {
    guard token < tokens.count, tokens[token].kind == .word else { return false }
    return grammar.lexicon.readings(of: tokens[token].word).contains {
      $0.symbol == symbol && grammar.length(of: $0, at: token, in: tokens) != nil
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
