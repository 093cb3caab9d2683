import CasusKnowledge

/// Reads a line of text sentence by sentence.
struct SentenceReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private let tokenizer: Tokenizer
  private let limit: Int
  private var at: Int
  private let casing: Casing

  init(
    _ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, lexicon: Lexicon,
    casing: Casing = .usual
  ) {
    self.text = text
    self.lexicon = lexicon
    tokenizer = lexicon.tokenizer
    at = range.lowerBound
    limit = range.upperBound
    self.casing = casing
  }

  /// Whether a text has no capitals but the English "I"; looks up to the first one.
  static func isLowerCase(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5A,
          byte != 0x49 || at + 1 < text.count && text[at + 1] | 0x20 >= 0x61
        {
          return false
        }
        at += 1
        continue
      }
      if isCapital(text, at, text.count) { return false }
      at += Tokenizer.decode(text, at, text.count).length
    }
    return true
  }

  /// Reads the tokens of the next sentence; `false` at the end of the line.
  mutating func next(into tokens: inout [Token]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    let start = at
    while at < limit {
      let before = tokens.count
      at = tokenizer.next(text, at, limit, start: start, &tokens)
      guard tokens.count > before else { break }
      switch casing {
      case .usual: break
      case .namesOnly:
        if before == 0 { tokens[before].isCapitalised = tokens[before].kind == .word }
      case .none: tokens[before].capitalise()
      }
      if tokens.count >= Tokenizer.maximumTokens { break }
      if tokens[tokens.count - 1].kind == .other, isEmojiForStop(tokens) { break }
      if tokens[tokens.count - 1].kind.mayEndSentence, let end = sentenceEnd(tokens) {
        at = end
        break
      }
    }
    return !tokens.isEmpty
  }

  /// The end of the sentence that the last token closes, given what follows it in the text, with the
  /// notes behind it ("[12]"); `nil` where it closes none.
  private func sentenceEnd(_ tokens: [Token]) -> Int? {
    let last = tokens[tokens.count - 1]
    let isQuote = last.kind == .closeQuote || last.kind == .plainQuote
    let mark: Token
    if isQuote || last.kind == .closeParenthesis {
      guard tokens.count > 1, last.isJoined else { return nil }
      mark = tokens[tokens.count - 2]
    } else {
      mark = last
    }
    guard mark.kind == .period || mark.kind == .exclamation else { return nil }
    if mark.kind == .period, isAbbreviation(before: mark, tokens) { return nil }
    // Closing quotes still belong to the sentence.
    var look = Int(last.end)
    guard look < limit else { return look }
    while let after = Tokenizer.noteEnd(text, look, limit) { look = after }
    if mark.kind == .period, !isQuote { look = noteNumberEnd(look, behind: mark, tokens) }
    let end = look
    guard look < limit else { return end }
    if !isQuote, Self.isClosing(text, look, limit) { return nil }
    guard Self.spaceLength(text, look, limit) > 0 else {
      return lacksSpace(look, behind: mark, tokens) ? end : nil
    }
    while look < limit {
      let length = Self.spaceLength(text, look, limit)
      guard length > 0 else { break }
      look += length
    }
    guard look < limit, casing != .none else { return end }
    if casing == .namesOnly, !isQuote, mark.kind == .period { return end }
    // A quotation is followed by its speaker in lower case.
    return Self.startsLower(text, look, limit) ? nil : end
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

  /// The position after the number of a note behind a full stop ("left the capital.12 The army"), or
  /// the same position.
  private func noteNumberEnd(_ at: Int, behind mark: Token, _ tokens: [Token]) -> Int {
    var end = at
    while end < limit, end - at < 3, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
    guard (1...2).contains(end - at), tokens.count > 1 else { return at }
    let word = tokens[tokens.count - 2]
    let isEnd = end == limit || Self.spaceLength(text, end, limit) > 0
    return isEnd && word.kind == .word && word.end == mark.start && word.end - word.start > 3
      ? end : at
  }

  /// Whether the last token is an emoji that stands for a full stop, as in posts: "Peru attacked 🔥
  /// Chile condemns"; flags do not.
  private func isEmojiForStop(_ tokens: [Token]) -> Bool {
    let last = tokens[tokens.count - 1]
    let start = Int(last.start)
    guard tokens.count > 3, last.end - last.start == 4, text[start] == 0xF0,
      text[start + 1] == 0x9F,
      !(text[start + 2] == 0x87 && text[start + 3] >= 0xA6),
      [.word, .number].contains(tokens[tokens.count - 2].kind)
    else { return false }
    var look = Int(last.end)
    while look < limit {
      let length = Self.spaceLength(text, look, limit)
      guard length > 0 else { break }
      look += length
    }
    return look > Int(last.end) && look < limit && Self.isCapital(text, look, limit)
  }

  /// Whether a sentence begins right behind the mark of another one, as in copies from pages:
  /// "left the capital.The army"; "Gazeta.Ru" is one name.
  private func lacksSpace(_ at: Int, behind mark: Token, _ tokens: [Token]) -> Bool {
    guard Self.isCapital(text, at, limit), mark.end - mark.start == 1 || mark.kind == .exclamation,
      let word = tokens.last(where: { $0.kind == .word || $0.kind == .number }),
      word.end == mark.start, word.end - word.start > 3
    else { return false }
    var next = at
    while next < limit, text[next] >= 0x41 { next += 1 }
    let isLong = next - at > (text[at] < 0x80 ? 2 : 4)
    let goesOn = next < limit && Self.spaceLength(text, next, limit) > 0
    return goesOn && (isLong || word.kind == .word && !word.isCapitalised)
  }

  /// The bytes of a space at a position, or 0.
  private static func spaceLength(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Int {
    if text[at] <= 0x20 { return 1 }
    guard text[at] >= 0xC2 else { return 0 }
    switch Tokenizer.decode(text, at, limit) {
    case (0xA0, let length), (0x2000...0x200B, let length), (0x2028, let length),
      (0x2029, let length), (0x202F, let length), (0x3000, let length), (0xFEFF, let length):
      return length
    default: return 0
    }
  }

  static func isCapital(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    let (value, _) = Tokenizer.decode(text, at, limit)
    return value < UInt32(CharacterFold.limit) && CharacterFold.table[Int(value)] >> 24 != 0
  }

  static func startsLower(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    let (value, _) = Tokenizer.decode(text, at, limit)
    guard value < UInt32(CharacterFold.limit) else { return false }
    let entry = CharacterFold.table[Int(value)]
    let kind = CharacterClass(rawValue: UInt8(truncatingIfNeeded: entry >> 16))
    return kind == .letter && entry >> 24 == 0
  }
}

extension Token {
  /// Takes a word for one in capitals.
  fileprivate mutating func capitalise() {
    guard kind == .word else { return }
    isCapitalised = true
    isAllCapitals = end - start > 2
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
