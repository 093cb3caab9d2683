public import CasusKnowledge

/// Reads the tense around a date expression from words and verb endings.
///
/// The nearest sign before the expression in its clause counts; if there is none, the nearest
/// behind it, then the nearest beyond a comma.
public struct TenseCue: Sendable {
  private let scanner: DateScanner
  /// For each word number the phrases that begin with it: the words behind it, and the tense.
  private var phrases: [UInt32: [(tail: [UInt32], sign: Sign)]] = [:]
  private let endings: [(letters: [UInt32], sign: Sign)]

  private enum Sign {
    case future, past, silent, neutralBefore
  }

  /// Makes a reader for a language.
  public init(grammar: DateGrammar) {
    let tense = grammar.tense
    var entries: [(String, Sign)] = []
    entries += tense.future.words.map { ($0, .future) }
    entries += tense.past.words.map { ($0, .past) }
    let silent = tense.present.words + tense.future.except + tense.past.except
    entries += silent.map { ($0, .silent) }
    entries += tense.neutralBefore.map { ($0, .neutralBefore) }
    var words = DateWords()
    let bare = DateScanner(words: words)
    let hashes = entries.map { bare.hashes(ofWordsIn: $0.0) }
    for hash in hashes.joined() { _ = words.insert(hash) }
    scanner = DateScanner(words: words)
    endings =
      tense.future.endings.map { (bare.letters(of: $0), Sign.future) }
      + tense.past.endings.map { (bare.letters(of: $0), Sign.past) }
      + tense.present.endings.map { (bare.letters(of: $0), Sign.silent) }
    for (entry, list) in zip(entries, hashes) {
      guard let first = list.first else { continue }
      phrases[words.find(first), default: []]
        .append((list.dropFirst().map { words.find($0) }, entry.1))
    }
  }

  /// The tense that the words of a range show for the expression at `mention`.
  public func tense(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, near mention: Range<Int>
  ) -> Tense {
    var tokens: [DateToken] = []
    _ = scanner.scan(text, range, into: &tokens)
    var best = (distance: Int.max, tense: Tense.none)
    var isNeutral = false
    for (at, token) in tokens.enumerated() where token.kind == .word {
      let sign = sign(at, tokens, text, isNeutral: isNeutral)
      isNeutral = sign == .neutralBefore || sign == .future
      guard sign == .future || sign == .past, !mention.contains(Int(token.start)) else { continue }
      let distance = distance(from: at, to: mention, tokens)
      if distance < best.distance {
        best = (distance, sign == .future ? .future : .past)
      }
    }
    return best.tense
  }

  private func sign(
    _ at: Int, _ tokens: [DateToken], _ text: UnsafeBufferPointer<UInt8>, isNeutral: Bool
  ) -> Sign? {
    let token = tokens[at]
    if token.word != 0, let found = phrase(at, tokens), found != .past || !isNeutral {
      return found
    }
    guard !isNeutral, Int(token.end - token.start) >= TenseWords.minimumLength else { return nil }
    let letters = scanner.letters(of: text, Int(token.start)..<Int(token.end))
    guard letters.count >= TenseWords.minimumLength else { return nil }
    // The longest ending decides.
    var best: (length: Int, sign: Sign)?
    for ending in endings
    where ending.letters.count > best?.length ?? 0 && letters.hasSuffix(ending.letters) {
      best = (ending.letters.count, ending.sign)
    }
    return best?.sign
  }

  /// The sign of the longest phrase at a token.
  private func phrase(_ at: Int, _ tokens: [DateToken]) -> Sign? {
    var best: (length: Int, sign: Sign)?
    for phrase in phrases[tokens[at].word] ?? [] where phrase.tail.count >= best?.length ?? 0 {
      let end = at + 1 + phrase.tail.count
      guard end <= tokens.count,
        zip(tokens[(at + 1)..<end], phrase.tail).allSatisfy({ $0.word == $1 })
      else { continue }
      best = (phrase.tail.count, phrase.sign)
    }
    return best?.sign
  }

  /// How far a word stands from the expression: first come those before it in its clause, then
  /// those behind it in its clause, then all others.
  private func distance(from at: Int, to mention: Range<Int>, _ tokens: [DateToken]) -> Int {
    let isBefore = Int(tokens[at].start) < mention.lowerBound
    let between = tokens.filter { token in
      isBefore
        ? token.start > tokens[at].start && Int(token.start) < mention.lowerBound
        : Int(token.start) >= mention.upperBound && token.start < tokens[at].start
    }
    let breaks = between.count { $0.kind == .mark && ($0.word == 0x2C || $0.word == 0x3B) }
    let isOtherClause = breaks > 0
    return between.count + (isOtherClause ? 2 * Self.rank : isBefore ? 0 : Self.rank)
  }

  /// More than any distance within a sentence.
  private static let rank = 10_000
}

extension [UInt32] {
  fileprivate func hasSuffix(_ other: [UInt32]) -> Bool {
    count > other.count && suffix(other.count).elementsEqual(other)
  }
}
