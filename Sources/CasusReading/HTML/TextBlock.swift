/// A run of text between two block boundaries of a page.
struct TextBlock {
  /// The name of the nearest block element, such as `p`.
  var tag: String
  /// The number of that element in document order.
  var element: Int
  /// The text as UTF-8, white space folded.
  var bytes: [UInt8] = []
  /// Where in `bytes` the text is a link, in order.
  var links: [Range<Int>] = []

  init(tag: String, element: Int) {
    self.tag = tag
    self.element = element
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isHeading: Bool { ["h2", "h3", "h4", "h5", "h6"].contains(tag) }

  /// Whether half of the text or more is a link.
  var isMostlyLink: Bool { 2 * linkByteCount(in: 0..<bytes.count) >= bytes.count }

  /// Whether the text is long enough, and free enough of links, to vote on where the article is.
  var isProse: Bool {
    bytes.count >= 80 && 3 * linkByteCount(in: 0..<bytes.count) < bytes.count
  }

  /// Whether the block reads like part of an article: a paragraph as marked, or prose, or at least
  /// a finished sentence.
  var isRunningText: Bool {
    if ["p", "blockquote", "pre", "dd"].contains(tag) { return true }
    return isProse || endsSentence(bytes.count)
  }

  /// Whether the block is a finished sentence of some length without links.
  var isSentence: Bool {
    bytes.count >= 40 && endsSentence(bytes.count)
      && 3 * linkByteCount(in: 0..<bytes.count) < bytes.count
  }

  /// Whether the block is short, no sentence, and holds a year at least.
  var mayTellDate: Bool {
    bytes.count <= 160 && bytes.count { (0x30...0x39).contains($0) } >= 5
      && !endsSentence(bytes.count)
  }

  /// The text without a last piece that is mostly a link and no sentence ("Read more", "Baca juga:
  /// …"); `nil` when nothing else is there.
  var withoutLinkLines: String? {
    guard !isMostlyLink, !bytes.isEmpty else { return nil }
    guard let lastLink = links.last, !endsSentence(bytes.count) else { return text }
    var start = lastLink.lowerBound
    while start > 0, bytes[start] != 0x20 || !endsSentence(start) { start -= 1 }
    let piece = start..<bytes.count
    guard start > 0, 2 * linkByteCount(in: piece) >= piece.count else { return text }
    return String(decoding: bytes[..<start], as: UTF8.self).trimmingWhiteSpace()
  }

  private func linkByteCount(in range: Range<Int>) -> Int {
    links.reduce(0) { $0 + $1.clamped(to: range).count }
  }

  /// Whether a sentence ends right before a position: `.`, `!`, `?` or `…`, perhaps with closing
  /// quotes or brackets after it.
  private func endsSentence(_ position: Int) -> Bool {
    let text = bytes[..<position]
    for end in Self.sentenceEnds where text.reversed().starts(with: end) { return true }
    return false
  }

  /// Sentence ends as UTF-8, reversed.
  private static let sentenceEnds: [[UInt8]] = {
    let marks = [".", "!", "?", "…"]
    let closers = ["", "\"", "'", "”", "’", "»", "“", ")", "]"]
    return marks.flatMap { mark in closers.map { Array((mark + $0).utf8.reversed()) } }
  }()
}
