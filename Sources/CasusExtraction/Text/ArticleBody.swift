import CasusKnowledge

/// A line of an article that holds text, without its dateline; all lines of a paragraph, where they
/// were broken at some width.
struct BodyLine {
  /// UTF-8 bytes of the line in the article.
  var range: Range<Int>
  /// Whether the line is a headline or subhead: the first line, or a short one without a full stop.
  var isHeading: Bool
  /// Whether a clock time stood before it, as in a live blog.
  var hasClock: Bool
  /// Whether the line before it was empty or missing.
  var startsParagraph: Bool
}

/// Finds the lines of an article that are text, leaving out page furniture and datelines.
struct ArticleBody {
  let lines: [BodyLine]
  /// The furniture at the top: bylines and date lines, where a publication date may stand.
  let furniture: [Range<Int>]
  /// Whether several lines start with a clock time, as in a live blog.
  let isLive: Bool

  init(_ text: UnsafeBufferPointer<UInt8>, boilerplate: Boilerplate) {
    var lines: [BodyLine] = []
    var furniture: [Range<Int>] = []
    var at = 0
    var afterBlank = true
    var isInLinkList = false
    var clocks = 0
    var hasStoppedClocks: Bool?
    let wrap = HardWrap(text)
    while at < text.count {
      let end = wrap?.paragraphEnd(text, from: at) ?? Self.lineEnd(text, from: at)
      let range = Self.trimmed(text, at..<end)
      at = end + 1
      guard !range.isEmpty else {
        afterBlank = true
        isInLinkList = false
        continue
      }
      let isFurniture = Self.isFurniture(text, range, boilerplate)
      if isFurniture || isInLinkList {
        if isFurniture { isInLinkList = text[range.upperBound - 1] == 0x3A }
        furniture.append(range)
        continue
      }
      let clock =
        ClockTime.length(in: text, range)
        ?? ClockTime.stoppedLength(in: text, range).flatMap { length in
          if hasStoppedClocks == nil { hasStoppedClocks = ClockTime.hasStopped(text, range) }
          return hasStoppedClocks == true ? length : nil
        }
      if clock != nil { clocks += 1 }
      let line = range.lowerBound + (clock ?? 0)..<range.upperBound
      let isShort = range.count < 120
      let last = text[range.upperBound - 1]
      let isClosed = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x22 || last == 0xA6
      // A headline is no sentence; where the title is kept apart, the text begins with its lead.
      let isLead = lines.isEmpty && isClosed && range.count > 60
      let body =
        lines.isEmpty && !isLead || line.isEmpty
        ? line : Self.withoutDateline(text, line, keepsDates: lines.isEmpty)
      lines.append(
        BodyLine(
          range: body,
          isHeading: lines.isEmpty && clock == nil || isShort && !isClosed && body == line,
          hasClock: clock != nil,
          startsParagraph: afterBlank))
      afterBlank = false
    }
    self.lines = lines
    self.furniture = furniture
    isLive = clocks > 1
  }

  /// The position of the next line feed, or the end of the text; eight bytes are looked at a time.
  private static func lineEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 8 <= text.count, let base = text.baseAddress {
      let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
      // The high bit of a byte that is zero once line feeds are taken out (and perhaps of others).
      let marked = bytes ^ 0x0A0A_0A0A_0A0A_0A0A
      if (marked &- 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < text.count, text[at] != 0x0A { at += 1 }
    return at
  }

  private static func trimmed(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether a line begins as page furniture does, or is nothing else.
  private static func isFurniture(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ boilerplate: Boilerplate
  ) -> Bool {
    let first = text[range.lowerBound]
    if boilerplate.mayBegin(with: first) {
      for prefix in boilerplate.prefixes where prefix.count <= range.count {
        guard matches(text, range.lowerBound, prefix) else { continue }
        // A prefix that ends in a letter must be a whole word.
        let after = range.lowerBound + prefix.count
        let isWord = after < range.upperBound && isLetter(text[after])
        if !(isWord && isLetter(prefix[prefix.count - 1])) {
          return prefix.count > 7 || range.count < 200
        }
      }
    }
    guard range.count < 40, boilerplate.mayBe(lineFrom: first) else { return false }
    return boilerplate.lines.contains(range.map { lower(text[$0]) })
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ prefix: [UInt8]
  ) -> Bool {
    for (offset, byte) in prefix.enumerated() where !sameLetter(text, at + offset, byte, prefix) {
      return false
    }
    return true
  }

  @inline(__always)
  private static func sameLetter(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ byte: UInt8, _ prefix: [UInt8]
  ) -> Bool {
    let found = lower(text[at])
    if found == byte { return true }
    // Cyrillic capitals А…Я are D0 90…D0 AF, а…п D0 B0…BF, р…я D1 80…8F.
    return at > 0 && byte >= 0x80 && found >= 0x80 && foldCyrillic(text, at) == byte
  }

  private static func foldCyrillic(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8 {
    if text[at] == 0xD0, at + 1 < text.count, (0xA0...0xAF).contains(text[at + 1]) { return 0xD1 }
    if text[at - 1] == 0xD0 {
      if (0x90...0x9F).contains(text[at]) { return text[at] + 0x20 }
      if (0xA0...0xAF).contains(text[at]) { return text[at] - 0x20 }
    }
    return text[at]
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (lower(byte) >= 0x61 && lower(byte) <= 0x7A) || byte >= 0x80
  }

  /// The line without a leading dateline such as `KYIV, Sept 5 (Reuters) -` or `KOMPAS.com —`.
  ///
  /// A dateline ends in a dash between spaces within the first 90 bytes, and holds capitals, a site
  /// name, an agency in parentheses or figures, but no sentence. That of the lead stays where it says
  /// the day on which the lead is told.
  private static func withoutDateline(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, keepsDates: Bool
  ) -> Range<Int> {
    var at = range.lowerBound
    let limit = min(range.upperBound, at + 90)
    // Most lines hold nothing like a dash there.
    guard (at..<limit).contains(where: { text[$0] == 0x2D || text[$0] == 0xE2 }) else {
      return range
    }
    var lowerWords = 0
    var capitals = 0
    var hasMark = false
    var hasComma = false
    var hasDigit = false
    while at < limit {
      let byte = text[at]
      // What is quoted is no place.
      if byte == 0x22 || byte == 0xC2, at + 1 < limit, byte == 0x22 || text[at + 1] == 0xAB {
        return range
      }
      if byte == 0x28 || byte == 0x2F { hasMark = true }
      if byte == 0x2C { hasComma = true }
      if byte >= 0x30, byte <= 0x39 { hasDigit = true }
      if byte == 0x2E, at + 1 < limit, isLetter(text[at + 1]) { hasMark = true }
      let isStart = at == range.lowerBound || text[at - 1] == 0x20
      if isStart, isSmall(text, at, limit) { lowerWords += 1 }
      let width = byte < 0x80 ? 1 : 2
      if isCapital(text, at, limit), isCapital(text, at + width, limit) { capitals += 1 }
      if let dash = dashLength(text, at, limit), at > range.lowerBound {
        // "Kyiv, Ukraine –" and "Kyiv, 5 May –", but "Macron, the host, – said".
        let isPlace = hasMark || hasComma && (hasDigit || lowerWords == 0)
        let isDateline =
          lowerWords <= 2 && (capitals >= 2 || isPlace) && at + dash < limit
          && !(keepsDates && hasDigit)
        return isDateline ? trimmed(text, at + dash..<range.upperBound) : range
      }
      at += 1
    }
    return range
  }

  /// Latin a…z, Cyrillic а…я and what follows it.
  private static func isSmall(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    if text[at] >= 0x61, text[at] <= 0x7A { return true }
    return text[at] == 0xD1 || text[at] == 0xD0 && at + 1 < limit && text[at + 1] >= 0xB0
  }

  /// Latin A…Z, Cyrillic А…Я.
  private static func isCapital(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Bool {
    guard at < limit else { return false }
    if text[at] >= 0x41, text[at] <= 0x5A { return true }
    // The letters before А are those of Ukrainian and others: Є, І, Ї.
    return text[at] == 0xD0 && at + 1 < limit && (0x80...0xAF).contains(text[at + 1])
  }

  /// The length of a dash with a space before it, or `nil`.
  private static func dashLength(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
  ) -> Int? {
    guard at > 0, text[at - 1] == 0x20 || text[at - 1] == 0x29 else { return nil }
    if text[at] == 0x2D {
      let next = at + 1 < limit ? text[at + 1] : 0x20
      if next == 0x2D { return 2 }
      return next == 0x20 ? 1 : nil
    }
    guard at + 2 < limit, text[at] == 0xE2, text[at + 1] == 0x80 else { return nil }
    return text[at + 2] == 0x93 || text[at + 2] == 0x94 ? 3 : nil
  }
}
