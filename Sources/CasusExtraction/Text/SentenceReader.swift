import CasusKnowledge

/// Reads a line of text sentence by sentence.
struct SentenceReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private let tokenizer: Tokenizer
  private let limit: Int
  private var at: Int

  init(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    tokenizer = lexicon.tokenizer
    at = range.lowerBound
    limit = range.upperBound
  }

  /// Reads the tokens of the next sentence; `false` at the end of the line.
  mutating func next(into tokens: inout [Token]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    let start = at
    while at < limit {
      let before = tokens.count
      at = tokenizer.next(text, at, limit, start: start, &tokens)
      guard tokens.count > before else { break }
      if tokens.count >= Tokenizer.maximumTokens { break }
      if tokens[tokens.count - 1].kind.mayEndSentence, endsSentence(tokens) { break }
    }
    return !tokens.isEmpty
  }

  /// Whether the last token closes a sentence, given what follows it in the text.
  private func endsSentence(_ tokens: [Token]) -> Bool {
    let last = tokens[tokens.count - 1]
    let isQuote = last.kind == .closeQuote || last.kind == .plainQuote
    let mark: Token
    if isQuote || last.kind == .closeParenthesis {
      guard tokens.count > 1, last.isJoined else { return false }
      mark = tokens[tokens.count - 2]
    } else {
      mark = last
    }
    guard mark.kind == .period || mark.kind == .exclamation else { return false }
    if mark.kind == .period, isAbbreviation(before: mark, tokens) { return false }
    // Closing quotes still belong to the sentence.
    var look = Int(last.end)
    guard look < limit else { return true }
    if !isQuote, Self.isClosing(text, look, limit) { return false }
    guard Self.isSpace(text, look) else { return false }
    while look < limit, Self.isSpace(text, look) { look += text[look] == 0xC2 ? 2 : 1 }
    guard look < limit else { return true }
    // A quotation is followed by its speaker in lower case.
    return !Self.startsLower(text, look, limit)
  }

  private func isAbbreviation(before mark: Token, _ tokens: [Token]) -> Bool {
    let position =
      mark.start == tokens[tokens.count - 1].start ? tokens.count - 2 : tokens.count - 3
    guard position >= 0, mark.isJoined else { return false }
    let word = tokens[position]
    if word.kind == .number, lexicon.spelling.hasOrdinalStop, word.end - word.start <= 2 {
      // "am 10. Mai".
      return true
    }
    guard word.kind == .word else { return false }
    // An initial: "A.", "А."
    let isLetter = word.end - word.start == (text[Int(word.start)] < 0x80 ? 1 : 2)
    if isLetter, word.isCapitalised { return true }
    return lexicon.roles(of: word.word).contains(.abbreviation)
  }

  private static func isClosing(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    switch text[at] {
    case 0x22, 0x27, 0x29, 0x5D: return true
    case 0xC2: return at + 1 < limit && text[at + 1] == 0xBB
    case 0xE2:
      return at + 2 < limit && text[at + 1] == 0x80
        && (text[at + 2] == 0x9D || text[at + 2] == 0x99 || text[at + 2] == 0x9C)
    default: return false
    }
  }

  private static func isSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    text[at] <= 0x20 || (text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0)
  }

  private static func startsLower(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    let (value, _) = Tokenizer.decode(text, at, limit)
    guard value < UInt32(CharacterFold.limit) else { return false }
    let entry = CharacterFold.table[Int(value)]
    let kind = CharacterClass(rawValue: UInt8(truncatingIfNeeded: entry >> 16))
    return kind == .letter && entry >> 24 == 0
  }
}

extension Token.Kind {
  /// Whether a token of this kind may be the last of a sentence.
  fileprivate var mayEndSentence: Bool {
    switch self {
    case .period, .exclamation, .closeQuote, .plainQuote, .closeParenthesis: true
    default: false
    }
  }
}
