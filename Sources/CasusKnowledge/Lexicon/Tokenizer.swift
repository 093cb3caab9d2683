/// Splits UTF-8 text into tokens and looks each word up, one sentence at a time.
///
/// Works on bytes: a word's letters are folded by table and hashed while they are read, no string
/// is made.
public struct Tokenizer: Sendable {
  private nonisolated(unsafe) let words: WordSlots
  private let hasPossessive: Bool
  /// Where new words get their numbers while a lexicon is built.
  private let table: WordTable?
  private nonisolated(unsafe) let fold: UnsafePointer<UInt32>
  /// What keeps the memory of the words and of the letters.
  private let owners: Owners

  /// A sentence never has more tokens than this; a longer one is cut, so that text without full
  /// stops costs linear time.
  public static let maximumTokens = 512

  /// Looks words up in the tables of a lexicon.
  init(tables: LexiconTables, folding: LetterFold, hasPossessive: Bool) {
    words = tables.words
    fold = folding.table
    table = nil
    owners = Owners(tables: tables, folding: folding)
    self.hasPossessive = hasPossessive
  }

  /// Gives numbers to new words, for building a lexicon.
  init(adding table: WordTable, hasPossessive: Bool) {
    words = table.slots
    fold = table.folding.table
    self.table = table
    owners = Owners(tables: nil, folding: table.folding)
    self.hasPossessive = hasPossessive
  }

  /// Decodes the scalar at a position; malformed bytes give U+FFFD of length 1.
  @inline(__always)
  package static func decode(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(text[at])
    if first < 0x80 { return (first, 1) }
    func next(_ offset: Int) -> UInt32? {
      guard at + offset < limit, text[at + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[at + offset]) & 0x3F
    }
    if first >= 0xC2, first < 0xE0, let second = next(1) {
      return ((first & 0x1F) << 6 | second, 2)
    }
    if first >= 0xE0, first < 0xF0, let second = next(1), let third = next(2) {
      let value = (first & 0xF) << 12 | second << 6 | third
      // A longer form than needed could stand for a digit that is none.
      if value >= 0x800 { return (value, 3) }
    }
    if first >= 0xF0, first < 0xF5, let second = next(1), let third = next(2), let fourth = next(3)
    {
      let value = (first & 0x7) << 18 | second << 12 | third << 6 | fourth
      if value >= 0x10000 { return (value, 4) }
    }
    return (0xFFFD, 1)
  }

  @inline(__always)
  private func classify(_ value: UInt32) -> (CharacterClass, folded: UInt32, isUpper: Bool) {
    if value < UInt32(CharacterFold.limit) {
      let entry = fold[Int(value)]
      return (
        CharacterClass(rawValue: UInt8(truncatingIfNeeded: entry >> 16)) ?? .punctuation,
        entry & 0xFFFF, entry >> 24 != 0
      )
    }
    return (CharacterFold.highClass(value), value, false)
  }

  /// Reads every token of a range.
  public func tokens(
    of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into tokens: inout [Token]
  ) {
    tokens.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound {
      at = next(text, at, range.upperBound, start: range.lowerBound, &tokens)
    }
  }

  /// Reads the token at a position, if any, and returns the position after it.
  @inline(__always)
  package func next(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int, start: Int,
    _ tokens: inout [Token]
  ) -> Int {
    var at = position
    var isJoined = at > start
    while at < limit {
      if text[at] == 0x20 {
        isJoined = false
        at += 1
        continue
      }
      let (value, length) = Self.decode(text, at, limit)
      let (kind, _, _) = classify(value)
      switch kind {
      case .space, .newline:
        isJoined = false
        at += length
      case .ignored: at += length
      case .letter, .digit: return word(text, at, limit, isJoined, &tokens)
      case .apostrophe where table != nil && at == start && startsWord(text, at + length, limit):
        // A lexicon lists what words are shortened to behind an apostrophe: "'ve".
        return clitic(text, at, limit, &tokens)
      case .apostrophe, .hyphen, .punctuation:
        let end = at + length
        if value == 0x5B, isJoined, let after = Self.noteEnd(text, at, limit) {
          at = after
          continue
        }
        if value < 0x80, let after = markupEnd(text, at, limit, isJoined: isJoined) {
          at = after
          continue
        }
        var mark = Self.mark(value)
        if value == 0x201C, isJoined, !startsWord(text, end, limit) {
          // „…“: the mark that opens in English closes.
          mark = .closeQuote
        }
        if mark == .hyphen, !isJoined, end >= limit || Self.isBlank(text[end]) {
          // "Iran attacked - Oman": a hyphen between spaces is a dash.
          mark = .dash
        }
        if value == 0x2013 || value == 0x2212, isJoined, joinsNames(text, end, limit, tokens) {
          // "Peru–Chile talks".
          mark = .hyphen
        }
        if mark == .period, let last = tokens.last, last.kind == .period, isJoined {
          tokens[tokens.count - 1].end = Int32(end)
          return end
        }
        append(&tokens, at, end, 0, mark, isJoined: isJoined)
        return end
      }
    }
    return limit
  }

  /// Whether names stand on both sides of a dash without spaces.
  private func joinsNames(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, _ tokens: [Token]
  ) -> Bool {
    guard let last = tokens.last, last.kind == .word, last.isCapitalised, at < limit else {
      return false
    }
    let (kind, _, isUpper) = classify(Self.decode(text, at, limit).value)
    return kind == .letter && isUpper
  }

  /// The position after a note in brackets, "[12]" or "[a]", that begins at a position.
  package static func noteEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    guard start < limit, text[start] == 0x5B else { return nil }
    var at = start + 1
    if at + 1 < limit, text[at] | 0x20 >= 0x61, text[at] | 0x20 <= 0x7A, text[at + 1] == 0x5D {
      return at + 2
    }
    while at < limit, at - start < 4, text[at] >= 0x30, text[at] <= 0x39 { at += 1 }
    return at > start + 1 && at < limit && text[at] == 0x5D ? at + 1 : nil
  }

  /// The position after a mark that only tells how words are shown: "**", "_" and "#" at words, what
  /// stands around the words of a link ("[words](https://…)", "[[words]]"), and tags ("<b>"); `nil`
  /// where none begins at a position.
  private func markupEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, isJoined: Bool
  ) -> Int? {
    let next = at + 1 < limit ? text[at + 1] : 0x20
    switch text[at] {
    case 0x2A, 0x5F: return isJoined || next > 0x20 ? at + 1 : nil
    case 0x23: return !isJoined && startsWord(text, at + 1, limit) ? at + 1 : nil
    case 0x5B:
      if next == 0x5B || at > 0 && text[at - 1] == 0x5B { return at + 1 }
      var end = at + 1
      while end < limit, end - at < 200, text[end] != 0x5D, text[end] != 0x0A { end += 1 }
      return Self.addressEnd(text, end, limit) != nil ? at + 1 : nil
    case 0x5D:
      if next == 0x5D || at > 0 && text[at - 1] == 0x5D { return at + 1 }
      return Self.addressEnd(text, at, limit)
    case 0x3C:
      guard next == 0x2F || next | 0x20 >= 0x61 && next | 0x20 <= 0x7A else { return nil }
      var end = at + 1
      while end < limit, end - at < 300, text[end] != 0x3E, text[end] != 0x3C { end += 1 }
      return end < limit && text[end] == 0x3E ? end + 1 : nil
    default: return nil
    }
  }

  /// The position after "](https://…)" or "](/…)".
  private static func addressEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    guard start + 2 < limit, text[start] == 0x5D, text[start + 1] == 0x28,
      text[start + 2] == 0x2F || text[start + 2] == 0x68
    else { return nil }
    var at = start + 2
    while at < limit, at - start < 500, text[at] > 0x20, text[at] != 0x29 { at += 1 }
    return at < limit && text[at] == 0x29 ? at + 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  /// Whether a letter or digit stands at a position.
  private func startsWord(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    guard at < limit else { return false }
    let kind = classify(Self.decode(text, at, limit).value).0
    return kind == .letter || kind == .digit
  }

  private static func mark(_ value: UInt32) -> Token.Kind {
    switch value {
    case 0x2C, 0x3001, 0x60C, 0xFF0C: .comma
    case 0x2E, 0x2026, 0x3002, 0xFF0E: .period
    // Red exclamation marks are emoji.
    case 0x21, 0x3F, 0x61F, 0xFF01, 0xFF1F, 0x203C, 0x2049, 0x2753, 0x2755, 0x2757: .exclamation
    case 0x3A, 0xFF1A: .colon
    case 0x3B, 0xFF1B: .semicolon
    case 0x2012, 0x2013, 0x2014, 0x2015, 0x2212: .dash
    case 0x2D, 0x2010, 0x2011: .hyphen
    case 0x201C, 0x201E, 0x201F, 0xAB, 0x2018, 0x201A, 0x275D: .openQuote
    case 0x201D, 0xBB, 0x2019, 0x275E: .closeQuote
    case 0x22, 0x2033, 0xFF02: .plainQuote
    case 0x28, 0x5B: .openParenthesis
    case 0x29, 0x5D: .closeParenthesis
    case 0x2F, 0x7C: .slash
    default: .other
    }
  }

  private func append(
    _ tokens: inout [Token], _ start: Int, _ end: Int, _ word: UInt32, _ kind: Token.Kind,
    isCapitalised: Bool = false, isAllCapitals: Bool = false, isJoined: Bool
  ) {
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), word: word,
        kind: kind, isCapitalised: isCapitalised, isAllCapitals: isAllCapitals,
        isJoined: isJoined, isPlain: false))
  }

  /// What is known of a word while its letters are read.
  private struct Letters {
    var hash = WordHash()
    var count = 0
    /// Capitals and digits.
    var uppers = 0
    var isCapitalised = false
    /// Whether it is letters only.
    var isPlain = true
    /// Whether it is one letter with a full stop that belongs to it.
    var isAbbreviatedLetter = false

    @inline(__always)
    mutating func add(_ folded: UInt32, isUpper: Bool, isDigit: Bool) {
      if count == 0 { isCapitalised = isUpper }
      count += 1
      if isUpper || isDigit { uppers += 1 }
      if isDigit { isPlain = false }
      hash.add(folded)
    }

    /// Reads ASCII letters, eight at a time; returns the position after them.
    @inline(__always)
    mutating func addASCII(
      _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
    ) -> Int {
      var at = start
      while at + 8 <= limit, let base = text.baseAddress {
        let bytes = UInt64(
          littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
        let lower = bytes | 0x2020_2020_2020_2020
        // The high bit of each byte that is a letter.
        let fromA = (lower & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x1F1F_1F1F_1F1F_1F1F
        let beyondZ = (lower & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0505_0505_0505_0505
        let letters = fromA & ~beyondZ & ~bytes & 0x8080_8080_8080_8080
        let found = (~letters & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
        guard found > 0 else { return at }
        let mask: UInt64 = found == 8 ? ~0 : (1 << UInt64(8 * found)) &- 1
        let capitals = (letters >> 2) & ~bytes & mask
        if count == 0 { isCapitalised = capitals & 0x20 != 0 }
        count += found
        uppers += capitals.nonzeroBitCount
        hash.add(lower & mask, count: found)
        at += found
        if found < 8 { return at }
      }
      return at
    }
  }

  @inline(__always)
  private func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ isJoined: Bool,
    _ tokens: inout [Token]
  ) -> Int {
    var letters = Letters()
    var at = letters.addASCII(text, start, limit)
    var end = at
    if at > start, at < limit, endsWord(text[at]) {
      // Most words are ASCII letters up to a space or comma.
      return append(&tokens, start, end, letters, isNumber: false, isJoined: isJoined)
    }
    var isAbbreviation = false
    /// What the word is up to its last apostrophe.
    var cut: (letters: Letters, end: Int, apostrophe: Int)?
    /// What the word is up to its first figure.
    var unnumbered: (letters: Letters, end: Int)?
    let isNumber = text[start] >= 0x30 && text[start] <= 0x39
    scan: while at < limit {
      if text[at] < 0x80 {
        // Most letters are ASCII: one look at the table.
        let entry = fold[Int(text[at])]
        let kind = UInt8(truncatingIfNeeded: entry >> 16)
        if kind <= CharacterClass.digit.rawValue {
          if kind == CharacterClass.digit.rawValue, unnumbered == nil {
            unnumbered = (letters, end)
          }
          letters.add(
            entry & 0xFFFF, isUpper: entry >> 24 != 0,
            isDigit: kind == CharacterClass.digit.rawValue)
          at += 1
          end = at
          continue
        }
        if text[at] == 0x20 { break }
      } else if text[at] >= 0xC2, text[at] < 0xE0, at + 1 < limit, text[at + 1] & 0xC0 == 0x80 {
        // Letters of two bytes, as all of Cyrillic: the same look.
        let entry = fold[Int(text[at] & 0x1F) << 6 | Int(text[at + 1] & 0x3F)]
        if UInt8(truncatingIfNeeded: entry >> 16) == CharacterClass.letter.rawValue {
          letters.add(entry & 0xFFFF, isUpper: entry >> 24 != 0, isDigit: false)
          at += 2
          end = at
          continue
        }
      }
      let (value, length) = Self.decode(text, at, limit)
      let (kind, folded, isUpper) = classify(value)
      switch kind {
      case .letter, .digit:
        letters.add(folded, isUpper: isUpper, isDigit: kind == .digit)
        at += length
        end = at
      case .ignored:
        if value == 0xAD, let whole = parted(text, at + length, limit, letters) {
          (letters, at) = whole
          end = at
          continue
        }
        letters.isPlain = false
        at += length
      case .hyphen where !isNumber:
        guard let whole = parted(text, at + length, limit, letters) else { break scan }
        (letters, at) = whole
        end = at
      case .apostrophe:
        letters.isPlain = false
        guard at + length < limit, !isNumber else { break scan }
        let (nextValue, nextLength) = Self.decode(text, at + length, limit)
        let (nextKind, nextFolded, _) = classify(nextValue)
        guard nextKind == .letter else {
          if hasPossessive, nextKind == .space || nextKind == .newline, text[end - 1] == 0x73 {
            return possessive(
              text, start, end, at + length, letters,
              isAllCapitals: letters.uppers == letters.count, isJoined, &tokens)
          }
          break scan
        }
        if hasPossessive, nextFolded == 0x73 {
          let after = at + length + nextLength
          let follows = after < limit ? classify(Self.decode(text, after, limit).value).0 : .space
          if follows != .letter {
            return possessive(
              text, start, end, after, letters,
              isAllCapitals: letters.uppers == letters.count && letters.count > 1, isJoined,
              &tokens)
          }
        }
        cut = (letters, end, at)
        letters.hash.add(0x27)
        at += length
      case .punctuation:
        // U.S. and 1.500 and 2,5 and KOMPAS.com stay one token.
        guard value == 0x2E || (value == 0x2C && isNumber), at + 1 < limit else { break scan }
        let (nextKind, _, nextUpper) = classify(Self.decode(text, at + 1, limit).value)
        let isInitial = !isNumber && letters.count >= 1 && (letters.count == 1 || isAbbreviation)
        if isNumber, nextKind == .digit {
          letters.hash.add(value)
          at += 1
        } else if value == 0x2E, isInitial, nextKind == .letter,
          nextUpper == letters.isCapitalised, Self.isSingleLetter(text, at + 1, limit, self)
        {
          letters.isPlain = false
          isAbbreviation = true
          at += 1
        } else if value == 0x2E, isAbbreviation {
          at += 1
          end = at
          break scan
        } else if value == 0x2E, !isNumber, nextKind == .letter, letters.count > 1, !nextUpper {
          letters.isPlain = false
          letters.hash.add(value)
          at += 1
        } else {
          break scan
        }
      default: break scan
      }
    }
    if isAbbreviation, letters.count == 1 { letters.isAbbreviatedLetter = true }
    if let unnumbered, !isNumber, isNoted(text, unnumbered.letters, unnumbered.end, end, letters) {
      // "said12": the number of a note.
      _ = append(
        &tokens, start, unnumbered.end, unnumbered.letters, isNumber: false, isJoined: isJoined)
      return end
    }
    if let cut, table == nil, words.find(letters.hash.value) == 0,
      words.find(cut.letters.hash.value) != 0, isClitic(text, cut.apostrophe, end)
    {
      // "they've" is "they" and "'ve", unless the lexicon has it as one word.
      _ = append(&tokens, start, cut.end, cut.letters, isNumber: false, isJoined: isJoined)
      return clitic(text, cut.apostrophe, end, &tokens)
    }
    return append(&tokens, start, end, letters, isNumber: isNumber, isJoined: isJoined)
  }

  /// The whole of a word that was parted at the end of a line, if what stands behind its hyphen is the
  /// rest of a word, and the position after it.
  ///
  /// Words that have a hyphen of their own are parted at it as well: both parts are words then, and
  /// the whole is none.
  private func parted(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int, _ first: Letters
  ) -> (letters: Letters, end: Int)? {
    var at = position
    while at < limit, text[at] == 0x20 || text[at] == 0x0D { at += 1 }
    guard at < limit, text[at] == 0x0A, table == nil, first.count > 1 else { return nil }
    while at < limit, text[at] <= 0x20 { at += 1 }
    var letters = first
    let start = at
    while at < limit {
      let (value, length) = Self.decode(text, at, limit)
      let (kind, folded, isUpper) = classify(value)
      guard kind == .letter, !isUpper else { break }
      letters.add(folded, isUpper: false, isDigit: false)
      at += length
    }
    guard at > start else { return nil }
    letters.isPlain = false
    let isWord = words.find(letters.hash.value) != 0 || words.find(first.hash.value) == 0
    return isWord ? (letters, at) : nil
  }

  /// Whether a word that is not known ends in one or two figures behind a word that is.
  private func isNoted(
    _ text: UnsafeBufferPointer<UInt8>, _ letters: Letters, _ last: Int, _ end: Int,
    _ whole: Letters
  ) -> Bool {
    table == nil && letters.count > 2 && end - last <= 2 && letters.uppers <= 1
      && text[last..<end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && words.find(whole.hash.value) == 0 && words.find(letters.hash.value) != 0
  }

  /// The letters from an apostrophe on, the apostrophe among them.
  private func lettersOfClitic(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (letters: Letters, end: Int) {
    var letters = Letters()
    letters.isPlain = false
    letters.hash.add(0x27)
    var at = start + Self.decode(text, start, limit).length
    while at < limit {
      let (value, length) = Self.decode(text, at, limit)
      let (kind, folded, isUpper) = classify(value)
      guard kind == .letter else { break }
      letters.add(folded, isUpper: isUpper, isDigit: false)
      at += length
    }
    return (letters, at)
  }

  /// Whether the lexicon lists what a word ends in from an apostrophe on.
  private func isClitic(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Bool {
    words.find(lettersOfClitic(text, start, limit).letters.hash.value) != 0
  }

  /// Appends what a word is shortened to, as a word of its own; returns the position after it.
  private func clitic(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ tokens: inout [Token]
  ) -> Int {
    let (letters, end) = lettersOfClitic(text, start, limit)
    return append(&tokens, start, end, letters, isNumber: false, isJoined: false)
  }

  /// Whether a byte ends any word of letters before it.
  @inline(__always)
  private func endsWord(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2C || byte == 0x0A || byte == 0x29 || byte == 0x22
  }

  @inline(__always)
  private func append(
    _ tokens: inout [Token], _ start: Int, _ end: Int, _ letters: Letters, isNumber: Bool,
    isJoined: Bool
  ) -> Int {
    let isAllCapitals =
      letters.uppers == letters.count && (letters.count > 1 || letters.isAbbreviatedLetter)
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        word: number(letters.hash), kind: isNumber ? .number : .word,
        isCapitalised: letters.isCapitalised, isAllCapitals: isAllCapitals && !isNumber,
        isJoined: isJoined, isPlain: letters.isPlain))
    return end
  }

  @inline(__always)
  private func number(_ hash: WordHash) -> UInt32 {
    table.map { $0.insert(hash.value) } ?? words.find(hash.value)
  }

  /// Whether one letter followed by a full stop or the end stands at a position.
  private static func isSingleLetter(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, _ tokenizer: Tokenizer
  ) -> Bool {
    let (_, length) = decode(text, at, limit)
    guard at + length < limit else { return true }
    return tokenizer.classify(decode(text, at + length, limit).value).0 != .letter
  }

  private func possessive(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ after: Int, _ letters: Letters,
    isAllCapitals: Bool, _ isJoined: Bool, _ tokens: inout [Token]
  ) -> Int {
    append(
      &tokens, start, end, number(letters.hash), .word, isCapitalised: letters.isCapitalised,
      isAllCapitals: isAllCapitals, isJoined: isJoined)
    append(&tokens, end, after, 0, .possessive, isJoined: true)
    return after
  }

  /// The words of a phrase, for building the lexicon; new words get a number.
  static func words(
    of phrase: String, adding table: WordTable, hasPossessive: Bool
  ) -> [(word: UInt32, isCapitalised: Bool, isAllCapitals: Bool)] {
    let tokenizer = Tokenizer(adding: table, hasPossessive: hasPossessive)
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var tokens: [Token] = []
      tokenizer.tokens(of: bytes, in: 0..<bytes.count, into: &tokens)
      return tokens.filter { $0.kind == .word || $0.kind == .number }
        .map { ($0.word, $0.isCapitalised, $0.isAllCapitals) }
    }
  }

  /// What a tokenizer keeps alive; one reference, so that it is copied cheaply.
  private final class Owners: Sendable {
    let tables: LexiconTables?
    let folding: LetterFold

    init(tables: LexiconTables?, folding: LetterFold) {
      self.tables = tables
      self.folding = folding
    }
  }
}
