import CasusKnowledge

/// Matches the patterns of a grammar against the tokens of one text.
struct DateMatcher {
  let grammar: CompiledDateGrammar
  let text: UnsafeBufferPointer<UInt8>
  let tokens: [DateToken]
  private var nested: [Int: DateMatch?] = [:]
  private var best: DateMatch?
  private var isNested = false

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
    var firstDate: DateExpression?
    var secondDate: DateExpression?
    var isSecond = false
    var isWeak = false
    /// Whether the pattern asked for the start of the text, which makes up for a weak word.
    var isAtStart = false

    mutating func fill(_ parts: DateParts) {
      if isSecond { second.merge(parts) } else { first.merge(parts) }
    }

    mutating func fill(_ date: DateExpression) {
      if isSecond { secondDate = date } else { firstDate = date }
    }
  }

  /// The longest match at a token; of two with the same length the earlier rule's.
  mutating func match(at token: Int) -> DateMatch? {
    guard canStart(token), let found = search(at: token, nested: false) else { return nil }
    return found.isWeak && found.end == token + 1 ? nil : found
  }

  private mutating func date(at token: Int) -> DateMatch? {
    if let known = nested[token] { return known }
    let found = token < tokens.count ? search(at: token, nested: true) : nil
    nested[token] = .some(found)
    return found
  }

  private mutating func search(at token: Int, nested: Bool) -> DateMatch? {
    let saved = (best, isNested)
    best = nil
    isNested = nested
    let automaton = grammar.automaton
    for state in automaton.otherStarts { step(state, at: token, Bindings()) }
    let word = tokens[token]
    if word.kind == .word, word.word != 0 {
      for state in automaton.startsByWord[word.word] ?? [] { step(state, at: token, Bindings()) }
      var seen: [Int] = []
      for sense in grammar.lexicon.readings(of: word.word) where !seen.contains(sense.symbol) {
        seen.append(sense.symbol)
        for state in automaton.startsBySymbol[sense.symbol] ?? [] {
          step(state, at: token, Bindings())
        }
      }
    }
    let found = best
    (best, isNested) = saved
    return found
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

  private mutating func step(_ number: Int, at token: Int, _ bindings: Bindings) {
    let state = grammar.automaton.states[number]
    if isNested, !grammar.rules[state.rule].kind.isNestable { return }
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
    case .builtIn(.stop, _):
      if isStop(token) { advance(state, to: token, bindings) }
    case .word(let word):
      guard token < tokens.count, tokens[token].kind == .word, tokens[token].word == word else {
        return
      }
      advance(state, to: token + 1, bindings)
    case .mark(let mark):
      guard token < tokens.count, tokens[token].kind == .mark, tokens[token].word == mark else {
        return
      }
      advance(state, to: token + 1, bindings)
    case .date:
      guard token < tokens.count, let found = date(at: token), let expression = found.expression
      else { return }
      var next = bindings
      next.fill(expression)
      next.isWeak = found.isWeak && found.end == token + 1
      advance(state, to: found.end, next)
    case .builtIn(let kind, let slot):
      for reading in grammar.readings(of: kind, at: token, in: tokens, text) {
        take(reading, slot, state, token, bindings)
      }
    case .entry(let symbol, let slot):
      guard token < tokens.count, tokens[token].kind == .word else { return }
      for sense in grammar.lexicon.readings(of: tokens[token].word) where sense.symbol == symbol {
        guard let length = grammar.length(of: sense, at: token, in: tokens) else { continue }
        let reading = DateReading(
          length: length, parts: sense.parts, value: nil, isWeak: sense.isWeak && length == 1)
        take(reading, slot, state, token, bindings)
      }
    }
  }

  private mutating func take(
    _ reading: DateReading, _ slot: DatePattern.Slot, _ state: DateState, _ token: Int,
    _ bindings: Bindings
  ) {
    var next = bindings
    switch slot {
    case .own: next.fill(reading.parts)
    case .ignored: break
    case .named(let name):
      var parts = DateParts()
      parts[name] = reading.value ?? reading.parts[.count] ?? reading.parts[.shift]
      next.fill(parts)
    }
    next.isWeak = reading.isWeak
    advance(state, to: token + reading.length, next)
  }

  private mutating func advance(_ state: DateState, to token: Int, _ bindings: Bindings) {
    if state.isFinal { accept(state.rule, end: token, bindings) }
    for next in state.follow { step(next, at: token, bindings) }
  }

  private mutating func accept(_ rule: Int, end: Int, _ bindings: Bindings) {
    if let best, best.end > end || (best.end == end && best.rule <= rule) { return }
    let definition = grammar.rules[rule]
    var first = bindings.first
    first.merge(DateParts(definition.values))
    let expression = definition.expression(
      first: first, second: bindings.second, firstDate: bindings.firstDate,
      secondDate: bindings.secondDate)
    guard expression != nil || definition.kind == .nothing else { return }
    best = DateMatch(
      end: end, rule: rule, expression: expression, isWeak: bindings.isWeak && !bindings.isAtStart)
  }

  // MARK: Context

  private func holds(_ symbol: Int, at token: Int) -> Bool {
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
