import CasusKnowledge

/// Splits UTF-8 text into the tokens that date expressions are made of.
///
/// Words are folded by table and hashed while they are read; no string is made.
/// `@unchecked`: the table behind the pointer never changes and is never freed.
struct DateScanner: @unchecked Sendable {
  private let words: DateWords
  private let fold = CharacterFold.table

  init(words: DateWords) {
    self.words = words
  }

  /// What a character is to the scanner.
  enum Class: UInt8 {
    case letter, digit, space, ignored, apostrophe, mark
  }

  /// The class of a scalar, the folded scalar and whether it is a capital.
  @inline(__always)
  func classify(_ value: UInt32) -> (kind: Class, folded: UInt32, isUpper: Bool) {
    guard value < UInt32(CharacterFold.limit) else {
      return (Self.highClass(value), Self.highMark(value), false)
    }
    let entry = fold[Int(value)]
    let folded = entry & 0xFFFF
    switch CharacterClass(rawValue: UInt8(truncatingIfNeeded: entry >> 16)) {
    case .letter: return (.letter, folded, entry >> 24 != 0)
    case .digit: return (value < 0x80 ? .digit : .letter, folded, false)
    case .space, .newline: return (.space, folded, false)
    case .ignored: return (.ignored, folded, false)
    case .apostrophe: return (.apostrophe, 0x27, false)
    default: return (.mark, folded, false)
    }
  }

  private static func highClass(_ value: UInt32) -> Class {
    switch value {
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .ignored
    case 0x2018, 0x2019, 0x201B, 0x2032: .apostrophe
    case 0x2010...0x2BFF, 0x3001...0x303F, 0xFF00...0xFF0F, 0xFFFD, 0x10000...: .mark
    default: .letter
    }
  }

  /// Hyphens of all kinds as `-`, dashes as en dash.
  private static func highMark(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x2010, 0x2011: 0x2D
    case 0x2012...0x2015, 0x2212: 0x2013
    case 0x2018, 0x2019, 0x201B, 0x2032: 0x27
    default: value
    }
  }

  /// Reads the tokens of a range.
  ///
  /// The plain words of `known`, tokens that were read before, are not read again: `numbers` says
  /// which number their words have here. It is empty when every word is to be read.
  /// - Returns: whether a token is there without which no date expression can be.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, known: [Token] = [],
    numbers: [UInt32] = [], into tokens: inout [DateToken]
  ) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    tokens.reserveCapacity(range.count / 5 + 8)
    var at = range.lowerBound
    let limit = range.upperBound
    var isJoined = false
    var hasCore = false
    var next = numbers.isEmpty ? known.count : 0
    while at < limit {
      if text[at] == 0x20 {
        isJoined = false
        at += 1
        continue
      }
      while next < known.count, Int(known[next].start) < at { next += 1 }
      if next < known.count, Int(known[next].start) == at, known[next].isPlain {
        let token = word(known[next], text, numbers, isJoined)
        if token.use.contains(.core) { hasCore = true }
        tokens.append(token)
        at = Int(token.end)
        isJoined = true
        continue
      }
      let (value, length) = Tokenizer.decode(text, at, limit)
      let (kind, folded, _) = classify(value)
      switch kind {
      case .space:
        isJoined = false
        at += length
        continue
      case .ignored:
        at += length
        continue
      case .letter:
        at = word(text, at, limit, isJoined, &tokens, &hasCore)
      case .digit:
        at = number(text, at, limit, isJoined, &tokens, &hasCore)
      case .apostrophe, .mark:
        tokens.append(
          DateToken(
            start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: at + length),
            kind: .mark, isJoined: isJoined, use: .taken, word: folded))
        at += length
      }
      isJoined = true
    }
    return hasCore
  }

  /// A word that was read before.
  @inline(__always)
  private func word(
    _ known: Token, _ text: UnsafeBufferPointer<UInt8>, _ numbers: [UInt32], _ isJoined: Bool
  ) -> DateToken {
    let found = numbers[Int(known.word)]
    // A single capital counts here.
    let isAllCapitals =
      known.isAllCapitals
      || (known.isCapitalised
        && Tokenizer.decode(text, Int(known.start), Int(known.end)).length
          == Int(known.end - known.start))
    return DateToken(
      start: known.start, end: known.end, kind: .word, isJoined: isJoined,
      isCapitalised: known.isCapitalised, isAllCapitals: isAllCapitals,
      use: found != 0 ? words.use(of: found) : isAllCapitals ? .taken : [], word: found)
  }

  @inline(__always)
  private func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ isJoined: Bool,
    _ tokens: inout [DateToken], _ hasCore: inout Bool
  ) -> Int {
    var at = start
    var end = start
    var hash = WordHash()
    var letters = 0
    var capitals = 0
    var isCapitalised = false
    // Where the word ends if what follows the last apostrophe is a clitic ("today's").
    var stem: (hash: WordHash, end: Int)?
    scan: while at < limit {
      if text[at] < 0x80 {
        // Most letters are ASCII: one look at the table.
        let entry = fold[Int(text[at])]
        if UInt8(truncatingIfNeeded: entry >> 16) == CharacterClass.letter.rawValue {
          if entry >> 24 != 0 {
            capitals += 1
            if letters == 0 { isCapitalised = true }
          }
          letters += 1
          hash.add(entry & 0xFFFF)
          at += 1
          end = at
          continue
        }
        if text[at] == 0x20 { break scan }
      }
      let (value, length) = Tokenizer.decode(text, at, limit)
      let (kind, folded, isUpper) = classify(value)
      switch kind {
      case .letter:
        if isUpper {
          capitals += 1
          if letters == 0 { isCapitalised = true }
        }
        letters += 1
        hash.add(folded)
        at += length
        end = at
      case .ignored: at += length
      case .apostrophe:
        guard at + length < limit,
          classify(Tokenizer.decode(text, at + length, limit).value).kind == .letter
        else { break scan }
        stem = (hash, end)
        hash.add(0x27)
        at += length
      default: break scan
      }
    }
    var found = words.find(hash.value)
    if found == 0, let stem {
      found = words.find(stem.hash.value)
      if found != 0 { end = stem.end }
    }
    let isAllCapitals = capitals == letters
    // A word in capitals may be a Roman numeral.
    let use = found != 0 ? words.use(of: found) : isAllCapitals ? .taken : []
    if use.contains(.core) { hasCore = true }
    tokens.append(
      DateToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: .word,
        isJoined: isJoined, isCapitalised: isCapitalised, isAllCapitals: isAllCapitals, use: use,
        word: found))
    return max(end, start + 1)
  }

  /// The folded letters of one word.
  func letters(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt32] {
    var letters: [UInt32] = []
    read(text, range, into: &letters)
    return letters
  }

  /// Reads the folded letters of one word.
  func read(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into letters: inout [UInt32]
  ) {
    letters.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Tokenizer.decode(text, at, range.upperBound)
      let (kind, folded, _) = classify(value)
      if kind == .letter || kind == .apostrophe { letters.append(folded) }
      at += length
    }
  }

  /// The folded letters of one word.
  func letters(of word: String) -> [UInt32] {
    var copy = word
    return copy.withUTF8 { letters(of: $0, 0..<$0.count) }
  }

  /// A word of a grammar.
  struct Word {
    let hash: UInt64
    /// Whether it is letters only.
    let isPlain: Bool
  }

  /// The words in a text, as `scan` reads them.
  func words(of text: String) -> [Word] {
    var copy = text
    return copy.withUTF8 { bytes in
      var tokens: [DateToken] = []
      _ = scan(bytes, 0..<bytes.count, into: &tokens)
      return tokens.filter { $0.kind == .word }.map { token in
        let letters = letters(of: bytes, Int(token.start)..<Int(token.end))
        var hash = WordHash()
        for letter in letters { hash.add(letter) }
        return Word(hash: hash.value, isPlain: !letters.contains(0x27))
      }
    }
  }

  // MARK: Numbers

  private func number(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ isJoined: Bool,
    _ tokens: inout [DateToken], _ hasCore: inout Bool
  ) -> Int {
    var figures = Figures()
    let end = figures.read(text, start, limit)
    var token = DateToken(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: .figure,
      isJoined: isJoined, use: .taken, value: Int32(figures.first), second: Int32(figures.second),
      third: Int32(figures.third))
    switch figures.shape {
    case .plain:
      token.kind = .number
      token.second = Int32(figures.digits)
      if figures.digits <= 4 { token.use.insert(.core) }
    case .date:
      token.kind = .numericDate
      token.use.insert(.core)
    case .short: token.kind = .shortDate
    case .dotted: token.kind = .dottedDate
    case .other: break
    }
    if token.use.contains(.core) { hasCore = true }
    tokens.append(token)
    return end
  }
}
