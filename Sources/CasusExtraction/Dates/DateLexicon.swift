import CasusKnowledge

/// One reading of a word or phrase.
struct DateSense {
  var symbol: Int
  /// The words behind the first.
  var tail: [DateToken]
  /// The first word itself, for its capitals.
  var head: DateToken
  var parts: DateParts
  var numeral: DateNumeral?
  var isWeak: Bool
  var isExact: Bool
}

/// The words of a grammar with their readings.
struct DateLexicon {
  private(set) var words = DateWords()
  private var senses: [[DateSense]] = [[]]
  private var symbols: [String: Int] = [:]

  /// The classes that make a sentence worth a look.
  private static let coreSymbols: Set<String> = [
    "month", "weekday", "season", "unit", "deictic", "now", "span", "relative",
  ]

  init(_ grammar: DateGrammar) {
    for entry in grammar.entries { add(entry) }
    for rule in grammar.rules {
      let isCored = rule.pattern.alwaysHolds(Self.coreSymbols)
      for word in rule.pattern.words {
        let number = insert(word)
        if !isCored { words.markCore(number) }
      }
      guard !isCored else { continue }
      for name in rule.pattern.symbols { markCore(class: name) }
    }
  }

  private mutating func markCore(class name: String) {
    guard !DateGrammar.builtInSymbols.contains(name), !DateGrammar.valueSymbols.contains(name)
    else { return }
    let symbol = symbol(name)
    for (word, list) in senses.enumerated() where list.contains(where: { $0.symbol == symbol }) {
      words.markCore(UInt32(word))
    }
  }

  /// The readings that begin with a word.
  @inline(__always)
  func readings(of word: UInt32) -> [DateSense] {
    Int(word) < senses.count ? senses[Int(word)] : []
  }

  /// The number of a class, −1 when it has no words.
  func symbol(_ name: String) -> Int { symbols[name] ?? -1 }

  /// The number of a word; 0 when the grammar does not have it.
  func number(ofWord text: String) -> UInt32 {
    tokens(of: text).first?.word ?? 0
  }

  private mutating func add(_ entry: DateEntry) {
    let symbol = symbols[entry.symbol] ?? symbols.count
    symbols[entry.symbol] = symbol
    for part in entry.phrase.split(separator: " ") { _ = insert(String(part)) }
    let phrase = tokens(of: entry.phrase)
    guard let head = phrase.first, head.kind == .word, head.word != 0 else { return }
    let sense = DateSense(
      symbol: symbol, tail: Array(phrase.dropFirst()), head: head, parts: DateParts(entry.values),
      numeral: entry.numeral, isWeak: entry.isWeak, isExact: entry.isExact)
    while senses.count <= Int(head.word) { senses.append([]) }
    senses[Int(head.word)].append(sense)
    if Self.coreSymbols.contains(entry.symbol) { words.markCore(head.word) }
  }

  /// Gives numbers to the words of a text and returns that of the first.
  private mutating func insert(_ text: String) -> UInt32 {
    let hashes = DateScanner(words: DateWords()).hashes(ofWordsIn: text)
    var first: UInt32 = 0
    for hash in hashes {
      let number = words.insert(hash)
      if first == 0 { first = number }
    }
    return first
  }

  private func tokens(of text: String) -> [DateToken] {
    let scanner = DateScanner(words: words)
    var copy = text
    return copy.withUTF8 { bytes in
      var tokens: [DateToken] = []
      _ = scanner.scan(bytes, 0..<bytes.count, into: &tokens)
      return tokens
    }
  }
}

extension DatePattern {
  /// The words that the pattern names.
  var words: [String] {
    switch self {
    case .word(let text): [text]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.words)
    case .optional(let inner): inner.words
    default: []
    }
  }

  /// Whether every match holds a word of one of the classes, or figures.
  func alwaysHolds(_ core: Set<String>) -> Bool {
    switch self {
    case .symbol(let name, _):
      core.contains(name)
        || ["date", "day", "year", "shortyear", "decade", "shortdecade", "numeric", "period"]
          .contains(name)
    case .sequence(let parts): parts.contains { $0.alwaysHolds(core) }
    case .choice(let parts): parts.allSatisfy { $0.alwaysHolds(core) }
    default: false
    }
  }
}
