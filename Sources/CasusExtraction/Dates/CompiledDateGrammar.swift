import CasusKnowledge

/// One way to read the tokens at some place as a member of a class.
struct DateReading {
  var length: Int
  var parts = DateParts()
  /// The number, for patterns that say where it goes.
  var value: Int?
  var isWeak = false
}

/// A date grammar made ready for matching.
final class CompiledDateGrammar: Sendable {
  let rules: [DateRule]
  /// For each rule what a match means.
  let kinds: [DateRule.Kind]
  /// For each rule the fields it fills whatever the words are.
  let values: [DateParts]
  let lexicon: DateLexicon
  let automaton: DateAutomaton
  /// Where matches begin: of rules that `{date}` cannot stand for, and of those that it can.
  let starts: DateStarts
  let nestedStarts: DateStarts
  /// The class of words that may stand behind a bare year.
  let followers: UInt32
  private let order: DateGrammar.NumericOrder
  private let hasBareYears: Bool
  let unitSymbol: UInt32
  let numberSymbol: UInt32

  init(_ grammar: DateGrammar) {
    rules = grammar.rules
    kinds = grammar.rules.map(\.kind)
    values = grammar.rules.map { DateParts($0.values) }
    let lexicon = DateLexicon(grammar)
    self.lexicon = lexicon
    let automaton = DateAutomaton(rules: grammar.rules, lexicon: lexicon)
    self.automaton = automaton
    func group(areNestable: Bool) -> DateStarts {
      DateStarts(automaton, lexicon) {
        grammar.rules[Int(automaton.states[$0].rule)].kind.isNestable == areNestable
      }
    }
    self.starts = group(areNestable: false)
    nestedStarts = group(areNestable: true)
    followers = lexicon.symbol("followers")
    order = grammar.order
    hasBareYears = grammar.hasBareYears
    unitSymbol = lexicon.symbol("unit")
    numberSymbol = lexicon.symbol("number")
  }

  /// Whether any pattern may begin at a token.
  @inline(__always)
  func mayBegin(at position: Int, in tokens: UnsafeBufferPointer<DateToken>) -> Bool {
    let token = tokens[position]
    if token.kind == .word, token.isAllCapitals { return true }
    let next = position + 1 < tokens.count ? tokens[position + 1] : nil
    return nestedStarts.mayBegin(with: token, before: next, lexicon)
      || starts.mayBegin(with: token, before: next, lexicon)
      || tokens.beginsSentence(position)
  }

  /// How many tokens a reading takes at a place, or `nil` when it does not stand there.
  func length(
    of sense: DateSense, at token: Int, in tokens: UnsafeBufferPointer<DateToken>
  ) -> Int? {
    guard token + sense.tail.count < tokens.count else { return nil }
    guard !sense.isExact || tokens[token].hasCapitals(of: sense.head) else { return nil }
    for position in sense.tail {
      let expected = lexicon.tails[position]
      let found = tokens[token + 1 + position - sense.tail.lowerBound]
      guard found.kind == expected.kind, found.word == expected.word,
        expected.kind == .word || found.value == expected.value,
        !sense.isExact || found.hasCapitals(of: expected)
      else { return nil }
    }
    return 1 + sense.tail.count
  }

  /// How the tokens at a place can be read as a class without word list.
  func reading(
    of kind: DateBuiltIn, at: Int, in tokens: UnsafeBufferPointer<DateToken>,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> DateReading? {
    let token = tokens[at]
    let digits = token.kind == .number ? Int(token.second) : 0
    let value = Int(token.value)
    switch kind {
    case .day: return (1...2).contains(digits) ? reading(.day, value) : nil
    case .year:
      guard digits == 4, (1000...2100).contains(value) else { return nil }
      return reading(.year, value, isWeak: !hasBareYears)
    case .shortyear:
      return digits == 2 ? reading(.year, value < 50 ? 2000 + value : 1900 + value) : nil
    case .decade:
      guard digits == 4, value % 10 == 0, (1000...2100).contains(value) else { return nil }
      return reading(.decade, value / 10)
    case .shortdecade:
      guard digits == 2, value % 10 == 0 else { return nil }
      var result = reading(.decade, (value < 30 ? 200 : 190) + value / 10)
      result.parts[.ambiguous] = 1
      return result
    case .roman:
      guard token.kind == .word, token.isAllCapitals else { return nil }
      return RomanNumeral.value(of: text, Int(token.start)..<Int(token.end))
        .map { DateReading(length: 1, value: $0) }
    case .numeric: return token.kind == .numericDate ? numeric(token) : nil
    case .shortnumeric: return token.kind == .shortDate ? short(token) : nil
    case .dottednumeric: return token.kind == .dottedDate ? short(token) : nil
    case .dash: return mark(token, 0x2D, 0x2013)
    case .open: return mark(token, 0x28, 0x5B)
    case .close: return mark(token, 0x29, 0x5D)
    case .period: return period(at, tokens)
    case .number: return number(at, tokens)
    case .stop: return nil
    }
  }

  private func reading(_ slot: DateSlot, _ value: Int, isWeak: Bool = false) -> DateReading {
    var result = DateReading(length: 1, value: value, isWeak: isWeak)
    result.parts[slot] = value
    return result
  }

  private func mark(_ token: DateToken, _ one: UInt32, _ other: UInt32) -> DateReading? {
    token.kind == .mark && (token.word == one || token.word == other)
      ? DateReading(length: 1) : nil
  }

  /// A unit longer than a day.
  private func period(_ at: Int, _ tokens: UnsafeBufferPointer<DateToken>) -> DateReading? {
    guard tokens[at].kind == .word else { return nil }
    for reading in lexicon.readings(of: tokens[at].word) {
      let sense = lexicon.senses[reading]
      guard sense.symbol == unitSymbol, sense.parts.unit != .day,
        let length = length(of: sense, at: at, in: tokens)
      else { continue }
      return DateReading(length: length, parts: sense.parts)
    }
    return nil
  }

  // MARK: Figures

  private func numeric(_ token: DateToken) -> DateReading {
    let (a, b, c) = (Int(token.value), Int(token.second), Int(token.third))
    if token.second > 31 || a >= 1000 { return date(year: a, month: b, day: c) }
    let year = c >= 100 ? c : c < 70 ? 2000 + c : 1900 + c
    return oriented(a, b, year)
  }

  private func short(_ token: DateToken) -> DateReading {
    oriented(Int(token.value), Int(token.second), nil)
  }

  /// Day and month in the order of the language.
  private func oriented(_ a: Int, _ b: Int, _ year: Int?) -> DateReading {
    guard order == .either, b > 12 || a <= 12 else { return date(year: year, month: b, day: a) }
    var result = date(year: year, month: a, day: b)
    if a <= 12, b <= 12, a != b { result.parts[.ambiguous] = 1 }
    return result
  }

  private func date(year: Int?, month: Int, day: Int) -> DateReading {
    var result = DateReading(length: 1)
    result.parts[.year] = year
    result.parts[.month] = month
    result.parts[.day] = day
    return result
  }

  /// Digits, or number words with their sums and products.
  private func number(_ at: Int, _ tokens: UnsafeBufferPointer<DateToken>) -> DateReading? {
    if tokens[at].kind == .number, tokens[at].second <= 4 {
      return reading(.count, Int(tokens[at].value))
    }
    var next = at
    var total: Int?
    while next < tokens.count {
      let isHyphen = total != nil && tokens[next].isJoined && mark(tokens[next], 0x2D, 0x2D) != nil
      guard let sense = numeral(isHyphen ? next + 1 : next, tokens), let numeral = sense.numeral
      else { break }
      let start = isHyphen ? next + 1 : next
      switch (numeral, total) {
      case (.value(let value), nil): total = value
      case (.value(let value), let sum?) where sum % 10 == 0 && sum >= 20 && value < 10:
        total = sum + value
      case (.times(let factor), let sum): total = (sum ?? 1) * factor
      case (.plus(let summand), let sum?): total = sum + summand
      default: return total.map { finish($0, next - at) }
      }
      next = start + 1 + sense.tail.count
    }
    return total.map { finish($0, next - at) }
  }

  private func finish(_ value: Int, _ length: Int) -> DateReading {
    var result = reading(.count, value)
    result.length = length
    return result
  }

  private func numeral(_ at: Int, _ tokens: UnsafeBufferPointer<DateToken>) -> DateSense? {
    guard at < tokens.count, tokens[at].kind == .word else { return nil }
    for reading in lexicon.readings(of: tokens[at].word) {
      let sense = lexicon.senses[reading]
      if sense.symbol == numberSymbol, length(of: sense, at: at, in: tokens) != nil {
        return sense
      }
    }
    return nil
  }
}

extension DateToken {
  func hasCapitals(of other: DateToken) -> Bool {
    isCapitalised == other.isCapitalised && (!other.isAllCapitals || isAllCapitals)
  }
}
