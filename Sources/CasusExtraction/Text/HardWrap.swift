/// How the lines of an article were broken, as in mails, teletype copy and subtitles, where a line is
/// no paragraph.
///
/// A line was broken at a width where the first word of the next one would not have fitted.
/// Paragraphs, headlines and lists that stand one a line hardly ever look so: their lines end anywhere,
/// and with full stops. Subtitles break anywhere, and go on in lower case.
struct HardWrap {
  /// The longest line that was not broken, in characters; 0 where lines end anywhere.
  private var width: Int
  /// How far all lines are indented.
  private var margin = Int.max
  /// Whether an empty line stands between any two lines.
  private var isDoubleSpaced = true

  /// Lines are rarely broken behind more characters; one that is longer shows that they were not.
  private static let widths = 20...120
  /// Lists often have lines that are shorter.
  private static let usual = 40
  /// So many lines must be broken, and so many in a hundred of those that might be; of them, so many in
  /// a hundred within a sentence.
  private static let (least, share, unclosed) = (4, 60, 70)
  /// The same where lines are short; so many must be broken where they are far apart as well.
  private static let (leastShort, shareShort) = (6, 70)
  /// Of lines that end anywhere, so many in a hundred must go on in lower case within a sentence.
  private static let goingOn = 33

  /// The breaks of a text, or `nil` where each line stands for itself.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    width = 0
    var at = 0
    var isAfterText = false
    while at < text.count {
      let line = Line(text, from: at)
      if line.hasSpace {
        guard line.length <= Self.widths.upperBound else { return nil }
        width = max(width, line.length)
      }
      if line.length > 0 {
        margin = min(margin, line.indent)
        if isAfterText { isDoubleSpaced = false }
      }
      isAfterText = line.length > 0
      at = line.end + 1
    }
    guard Self.widths.contains(width) else { return nil }
    var (pairs, broken, inSentence, goingOn) = (0, 0, 0, 0)
    var line = Line(text, from: 0)
    while let next = follower(of: line, text) {
      if mayJoin(line, next) {
        pairs += 1
        if !line.isClosed, next.startsLower { goingOn += 1 }
        if isBroken(line, before: next) {
          broken += 1
          if !line.isClosed { inSentence += 1 }
        }
      }
      line = next
    }
    let isUsual = width >= Self.usual
    let isWrapped =
      broken >= (isUsual && !isDoubleSpaced ? Self.least : Self.leastShort)
      && broken * 100 >= pairs * (isUsual ? Self.share : Self.shareShort)
      && inSentence * 100 >= broken * Self.unclosed
    if isWrapped { return }
    guard !isDoubleSpaced, pairs >= Self.leastShort, goingOn * 100 >= pairs * Self.goingOn else {
      return nil
    }
    width = 0
  }

  /// The end of the paragraph that begins with the line at a position: the position of its last
  /// line feed, or the end of the text.
  func paragraphEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var line = Line(text, from: start)
    while let next = follower(of: line, text), mayJoin(line, next), isBroken(line, before: next) {
      line = next
    }
    return line.end
  }

  /// The line behind a line, or `nil` at the end of the text.
  private func follower(of line: Line, _ text: UnsafeBufferPointer<UInt8>) -> Line? {
    guard line.end + 1 < text.count else { return nil }
    let next = Line(text, from: line.end + 1)
    guard isDoubleSpaced, line.length > 0, next.length == 0, next.end + 1 < text.count else {
      return next
    }
    return Line(text, from: next.end + 1)
  }

  private func mayJoin(_ line: Line, _ next: Line) -> Bool {
    line.length > 0 && next.length > 0 && !next.isItem && next.indent <= margin
  }

  private func isBroken(_ line: Line, before next: Line) -> Bool {
    width > 0 ? line.length + 1 + next.firstWord > width : !line.isClosed
  }

  /// A line as it stands in the text.
  private struct Line {
    /// The position of its line feed, or the end of the text.
    let end: Int
    /// How many characters it holds, without blanks at its ends.
    private(set) var length = 0
    /// How many characters its first word has.
    private(set) var firstWord = 0
    private(set) var hasSpace = false
    /// Whether it ends as a sentence does.
    let isClosed: Bool
    /// How many blanks stand before its text; a new page is none.
    private(set) var indent = 0
    /// Whether it is an item of a list.
    let isItem: Bool
    /// Whether its first letter is a small one.
    let startsLower: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
      var at = start
      var blanks = 0
      while at < text.count, text[at] != 0x0A {
        let byte = text[at]
        if byte <= 0x20 {
          if byte != 0x0C { blanks += 1 }
        } else if byte & 0xC0 != 0x80 {
          if length == 0 { indent = blanks }
          if length > 0, blanks > 0 {
            if !hasSpace { firstWord = length }
            hasSpace = true
            length += blanks
          }
          blanks = 0
          length += 1
        }
        at += 1
      }
      if !hasSpace { firstWord = length }
      end = at
      var last = at
      while last > start, text[last - 1] <= 0x20 { last -= 1 }
      isClosed = last > start && [0x2E, 0x21, 0x3F, 0x22, 0x3A].contains(text[last - 1])
      var first = start
      while first < last, text[first] <= 0x20 { first += 1 }
      let opening = text[first..<last]
      isItem =
        opening.first.map { [0x2D, 0x2A, 0x23, 0x3E].contains($0) } ?? false
        || opening.starts(with: "•".utf8)
      startsLower = Self.isSmall(opening)
    }

    /// Latin a…z, Cyrillic а…я and what follows it.
    private static func isSmall(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      guard let first = bytes.first else { return false }
      if first < 0x80 { return (0x61...0x7A).contains(first) }
      return first == 0xD1 || first == 0xD0 && bytes.dropFirst().first ?? 0 >= 0xB0
    }
  }
}
