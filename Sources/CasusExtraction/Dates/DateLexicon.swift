import CasusKnowledge

/// One reading of a word or phrase.
///
/// Holds no references, so that matching costs no reference counting.
struct DateSense {
  var symbol: UInt32
  /// The words behind the first, as a range of `DateLexicon.tails`.
  var tail: Range<Int>
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
  /// The readings of all words, those of one word together.
  private(set) var senses: [DateSense] = []
  /// The words behind the first words of phrases.
  private(set) var tails: [DateToken] = []
  /// For each word number where its readings begin; those of the next word begin where they end.
  private var senseStarts: [Int] = [0]
  private var symbols: [String: UInt32] = [:]
  private var masks: [UInt64] = [0]

  /// The classes that make a sentence worth a look.
  private static let coreSymbols: Set<String> = [
    "month", "weekday", "season", "unit", "deictic", "now", "span", "relative",
  ]

  init(_ grammar: DateGrammar) {
    let taken = Set(grammar.rules.flatMap(\.pattern.takenSymbols))
    var sensesByWord: [[DateSense]] = [[]]
    for entry in grammar.entries {
      add(entry, isTaken: taken.contains(entry.symbol), to: &sensesByWord)
    }
    for list in sensesByWord {
      senses += list
      senseStarts.append(senses.count)
    }
    for word in grammar.rules.flatMap(\.pattern.words) { words.mark(insert(word), .taken) }
    for rule in grammar.rules where !rule.pattern.alwaysHolds(Self.coreSymbols) {
      guard let signs = rule.pattern.signs else { continue }
      for word in signs.words { words.mark(insert(word), .core) }
      for name in signs.classes { markCore(class: name) }
    }
  }

  /// Words of a class that stands in a rule without any other sign of a date.
  private mutating func markCore(class name: String) {
    guard !DateGrammar.builtInSymbols.contains(name), !DateGrammar.valueSymbols.contains(name)
    else { return }
    let symbol = symbol(name)
    for word in 0..<(senseStarts.count - 1)
    where readings(of: UInt32(word)).contains(where: { senses[$0].symbol == symbol }) {
      words.mark(UInt32(word), .core)
    }
  }

  /// The readings that begin with a word, as positions in `senses`.
  @inline(__always)
  func readings(of word: UInt32) -> Range<Int> {
    Int(word) + 1 < senseStarts.count
      ? senseStarts[Int(word)]..<senseStarts[Int(word) + 1] : 0..<0
  }

  /// Whether a reading of a word takes the words behind it as well.
  func beginsPhrase(_ word: UInt32) -> Bool {
    readings(of: word).contains { !senses[$0].tail.isEmpty }
  }

  /// The number of a class; `UInt32.max` when it has no words.
  func symbol(_ name: String) -> UInt32 { symbols[name] ?? .max }

  /// Whether a reading of a word may be of a class: a quick look that can only say "perhaps" where
  /// there are more than 64 classes.
  @inline(__always)
  func mayBe(_ word: UInt32, _ symbol: UInt32) -> Bool {
    Int(word) < masks.count && masks[Int(word)] & (1 << UInt64(symbol & 63)) != 0
  }

  /// The same for several classes, given as the bits of their numbers.
  @inline(__always)
  func mayBe(_ word: UInt32, anyOf symbols: UInt64) -> Bool {
    Int(word) < masks.count && masks[Int(word)] & symbols != 0
  }

  /// The number of a word; 0 when the grammar does not have it.
  func number(ofWord text: String) -> UInt32 {
    tokens(of: text).first?.word ?? 0
  }

  private mutating func add(
    _ entry: DateEntry, isTaken: Bool, to sensesByWord: inout [[DateSense]]
  ) {
    let symbol = symbols[entry.symbol] ?? UInt32(symbols.count)
    symbols[entry.symbol] = symbol
    for part in entry.phrase.split(separator: " ") { _ = insert(String(part)) }
    let phrase = tokens(of: entry.phrase)
    guard let head = phrase.first, head.kind == .word, head.word != 0 else { return }
    let tail = tails.count..<(tails.count + phrase.count - 1)
    tails += phrase.dropFirst()
    let sense = DateSense(
      symbol: symbol, tail: tail, head: head, parts: DateParts(entry.values),
      numeral: entry.numeral, isWeak: entry.isWeak, isExact: entry.isExact)
    while sensesByWord.count <= Int(head.word) {
      sensesByWord.append([])
      masks.append(0)
    }
    sensesByWord[Int(head.word)].append(sense)
    masks[Int(head.word)] |= 1 << UInt64(symbol & 63)
    guard isTaken else { return }
    for token in phrase where token.kind == .word { words.mark(token.word, .taken) }
    guard Self.coreSymbols.contains(entry.symbol) else { return }
    let words = phrase.filter { $0.kind == .word }
    let longest = words.max { $0.end - $0.start < $1.end - $1.start } ?? head
    self.words.mark(longest.word, .core)
  }

  /// Gives numbers to the words of a text and returns that of the first.
  private mutating func insert(_ text: String) -> UInt32 {
    var first: UInt32 = 0
    for word in DateScanner(words: DateWords()).words(of: text) {
      let number = words.insert(word)
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
  /// The words and classes of which every match holds one; where there is a choice, the longest
  /// words, which are the rarest.
  var signs: (words: [String], classes: [String], length: Int)? {
    switch self {
    case .word(let text): ([text], [], text.count)
    case .symbol(let name, _): ([], [name], 4)
    case .sequence(let parts):
      parts.compactMap(\.signs).max { $0.length < $1.length }
    case .choice(let parts):
      parts.reduce(([], [], Int.max)) { sum, part in
        guard let sum, let signs = part.signs else { return nil }
        return (sum.0 + signs.words, sum.1 + signs.classes, min(sum.2, signs.length))
      }
    default: nil
    }
  }

  /// The classes whose words a match takes, with those that built-in classes stand for.
  var takenSymbols: [String] {
    switch self {
    case .symbol("period", _): ["unit"]
    case .symbol(let name, _): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.takenSymbols)
    case .optional(let inner): inner.takenSymbols
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
