public import CasusKnowledge

/// Reads the tense around a date expression from words and verb endings.
///
/// The nearest sign before the expression in its clause counts; if there is none, the nearest
/// behind it, then the nearest beyond a comma.
public struct TenseCue: Sendable {
  private let scanner: DateScanner
  /// For each word number of the lexicon the number here.
  private let numbers: [UInt32]
  /// For each word number the phrases that begin with it: the words behind it, and the tense.
  private var phrases: [[(tail: [UInt32], sign: Sign)]]
  private let endings: [(letters: [UInt32], sign: Sign)]
  /// The ASCII letters that endings end in, one bit each; others are looked at more closely.
  private let lastLetters: SIMD2<UInt64>

  private enum Sign {
    case future, past, silent, neutralBefore
    /// What tells of the future, but not when it is the verb that the date belongs to.
    case promise
  }

  /// Makes a reader for a language.
  public init(grammar: DateGrammar) {
    self.init(grammar: grammar, lexicon: nil)
  }

  /// Makes a reader that need not read the words again that the lexicon's tokenizer has read.
  init(grammar: DateGrammar, lexicon: Lexicon?) {
    let tense = grammar.tense
    var entries: [(String, Sign)] = []
    entries += tense.future.words.map { ($0, .future) }
    entries += tense.promise.words.map { ($0, .promise) }
    entries += tense.past.words.map { ($0, .past) }
    let silent = tense.present.words + tense.future.except + tense.past.except
    entries += silent.map { ($0, .silent) }
    entries += tense.neutralBefore.map { ($0, .neutralBefore) }
    var words = DateWords()
    let bare = DateScanner(words: words)
    let phrases = entries.map { bare.words(of: $0.0) }
    for word in phrases.joined() { _ = words.insert(word) }
    scanner = DateScanner(words: words)
    numbers = lexicon.map { words.numbers(in: $0) } ?? []
    self.phrases = Array(repeating: [], count: words.count + 1)
    endings =
      tense.future.endings.map { (bare.letters(of: $0), Sign.future) }
      + tense.past.endings.map { (bare.letters(of: $0), Sign.past) }
      + tense.present.endings.map { (bare.letters(of: $0), Sign.silent) }
    var lastLetters = SIMD2<UInt64>.zero
    for last in endings.compactMap(\.letters.last) where last < 0x80 {
      lastLetters[Int(last >> 6)] |= 1 << UInt64(last & 63)
    }
    self.lastLetters = lastLetters
    for (entry, list) in zip(entries, phrases) {
      guard let first = list.first else { continue }
      self.phrases[Int(words.find(first.hash))]
        .append((list.dropFirst().map { words.find($0.hash) }, entry.1))
    }
  }

  /// The tense that the words of a range show for the expression at `mention`.
  public func tense(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, near mention: Range<Int>
  ) -> Tense {
    tense(in: text, range: range, near: mention, known: [])
  }

  /// The same, where the tokens of the range are known; words in `others` do not count, nor does what
  /// a verb promises where the range is that of the verb.
  func tense(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, near mention: Range<Int>,
    known: [Token], apartFrom others: [Range<Int>] = [], isOfVerb: Bool = false
  ) -> Tense {
    var tokens: [DateToken] = []
    _ = scanner.scan(text, range, known: known, numbers: numbers, into: &tokens)
    let surroundings = Surroundings(mention, tokens)
    var best = (distance: Int.max, tense: Tense.none)
    var isNeutral = false
    var letters: [UInt32] = []
    for (at, token) in tokens.enumerated() where token.kind == .word {
      var sign = sign(at, tokens, text, isNeutral: isNeutral, isOfVerb: isOfVerb, &letters)
      if sign == .promise { sign = .future }
      isNeutral = sign == .neutralBefore || sign == .future
      guard sign == .future || sign == .past, !mention.contains(Int(token.start)),
        !others.contains(where: { $0.contains(Int(token.start)) })
      else { continue }
      let distance = surroundings.distance(from: at)
      if distance < best.distance {
        best = (distance, sign == .future ? .future : .past)
      }
    }
    return best.tense
  }

  private func sign(
    _ at: Int, _ tokens: [DateToken], _ text: UnsafeBufferPointer<UInt8>, isNeutral: Bool,
    isOfVerb: Bool, _ letters: inout [UInt32]
  ) -> Sign? {
    let token = tokens[at]
    if token.word != 0, let found = phrase(at, tokens), found != .past || !isNeutral,
      found != .promise || !isOfVerb
    {
      return found
    }
    guard !isNeutral, Int(token.end - token.start) >= TenseWords.minimumLength,
      mayHaveEnding(text[Int(token.end) - 1])
    else { return nil }
    scanner.read(text, Int(token.start)..<Int(token.end), into: &letters)
    guard letters.count >= TenseWords.minimumLength, let last = letters.last else { return nil }
    // The longest ending decides.
    var best: (length: Int, sign: Sign)?
    for i in endings.indices where endings[i].letters.last == last {
      let count = endings[i].letters.count
      if count > best?.length ?? 0, letters.hasSuffix(endings[i].letters) {
        best = (count, endings[i].sign)
      }
    }
    return best?.sign
  }

  /// Whether a word whose last byte this is may have one of the endings.
  private func mayHaveEnding(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return true }
    let lower = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    return lastLetters[Int(lower >> 6)] >> UInt64(lower & 63) & 1 == 1
  }

  /// The sign of the longest phrase at a token.
  private func phrase(_ at: Int, _ tokens: [DateToken]) -> Sign? {
    var best: (length: Int, sign: Sign)?
    for phrase in phrases[Int(tokens[at].word)] where phrase.tail.count >= best?.length ?? 0 {
      let end = at + 1 + phrase.tail.count
      guard end <= tokens.count,
        phrase.tail.indices.allSatisfy({ tokens[at + 1 + $0].word == phrase.tail[$0] })
      else { continue }
      best = (phrase.tail.count, phrase.sign)
    }
    return best?.sign
  }

  /// The words around an expression.
  private struct Surroundings {
    /// The first token of the expression, and the first behind it.
    private let first: Int
    private let next: Int
    /// The nearest commas or semicolons before and behind it.
    private let breakBefore: Int
    private let breakBehind: Int

    init(_ mention: Range<Int>, _ tokens: [DateToken]) {
      first = tokens.firstIndex { Int($0.start) >= mention.lowerBound } ?? tokens.count
      next = tokens[first...].firstIndex { Int($0.start) >= mention.upperBound } ?? tokens.count
      breakBefore = tokens[..<first].lastIndex(where: Self.isBreak) ?? -1
      breakBehind = tokens[next...].firstIndex(where: Self.isBreak) ?? tokens.count
    }

    private static func isBreak(_ token: DateToken) -> Bool {
      token.kind == .mark && (token.word == 0x2C || token.word == 0x3B)
    }

    /// How far a word stands from the expression: first come those before it in its clause, then
    /// those behind it in its clause, then all others.
    func distance(from at: Int) -> Int {
      if at < first { return first - at - 1 + (breakBefore > at ? 2 * Self.rank : 0) }
      return at - next + (breakBehind < at ? 2 * Self.rank : Self.rank)
    }

    /// More than any distance within a sentence.
    private static let rank = 10_000
  }
}

extension [UInt32] {
  fileprivate func hasSuffix(_ other: [UInt32]) -> Bool {
    count > other.count && suffix(other.count).elementsEqual(other)
  }
}
