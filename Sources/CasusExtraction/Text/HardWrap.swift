/// The width at which the lines of an article were broken, as in mails and teletype copy, where a line
/// is no paragraph.
///
/// A line was broken where the first word of the next one would not have fitted. Paragraphs, headlines
/// and lists that stand one a line hardly ever look so: their lines end anywhere, and with full stops.
struct HardWrap {
  /// The longest line that was not broken, in characters.
  private let width: Int

  /// Lines are rarely broken behind more characters; one that is longer shows that they were not.
  private static let widths = 40...120
  /// So many lines must be broken, and so many in a hundred of those that might be; of them, so many in
  /// a hundred within a sentence.
  private static let (least, share, unclosed) = (4, 60, 70)

  /// The width of a text, or `nil` where each line stands for itself.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var width = 0
    var at = 0
    while at < text.count {
      let line = Line(text, from: at)
      if line.hasSpace {
        guard line.length <= Self.widths.upperBound else { return nil }
        width = max(width, line.length)
      }
      at = line.end + 1
    }
    guard Self.widths.contains(width) else { return nil }
    self.width = width
    var (pairs, broken, inSentence) = (0, 0, 0)
    var line = Line(text, from: 0)
    while line.end + 1 < text.count {
      let next = Line(text, from: line.end + 1)
      if mayJoin(line, next) {
        pairs += 1
        if isBroken(line, before: next) {
          broken += 1
          if !line.isClosed { inSentence += 1 }
        }
      }
      line = next
    }
    guard broken >= Self.least, broken * 100 >= pairs * Self.share,
      inSentence * 100 >= broken * Self.unclosed
    else { return nil }
  }

  /// The end of the paragraph that begins with the line at a position: the position of its last
  /// line feed, or the end of the text.
  func paragraphEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var line = Line(text, from: start)
    while line.end + 1 < text.count {
      let next = Line(text, from: line.end + 1)
      guard mayJoin(line, next), isBroken(line, before: next) else { break }
      line = next
    }
    return line.end
  }

  private func mayJoin(_ line: Line, _ next: Line) -> Bool { line.length > 0 && next.mayGoOn }

  private func isBroken(_ line: Line, before next: Line) -> Bool {
    line.length + 1 + next.firstWord > width
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
    /// Whether it may go on with the line before: it is not empty, indented or an item of a list.
    let mayGoOn: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
      var at = start
      var blanks = 0
      while at < text.count, text[at] != 0x0A {
        let byte = text[at]
        if byte <= 0x20 {
          blanks += 1
        } else if byte & 0xC0 != 0x80 {
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
      let first = start < at ? text[start] : 0x20
      let isBullet =
        [0x2D, 0x2A, 0x23, 0x3E].contains(first) || text[start..<at].starts(with: "•".utf8)
      mayGoOn = first > 0x20 && !isBullet
    }
  }
}
