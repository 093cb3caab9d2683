/// The words of subtitles and transcripts (SubRip, WebVTT, a video's own), without their times.
///
/// ```
/// 12
/// 00:00:31,200 --> 00:00:34,000
/// The minister said on Monday that
/// the army had withdrawn.
/// ```
struct Captions {
  /// What a line of subtitles is.
  private enum Kind {
    /// A number or a head, if a time follows, or nothing.
    case number, empty
    /// "00:00:31,200 --> 00:00:34,000".
    case span
    /// "0:31" or "[00:00:31]" on a line of its own.
    case stamp
    case words
  }

  /// So many times must there be.
  private static let least = (spans: 2, stamps: 4)

  /// The words, each line as it stands; `nil` where a text is something else.
  static func words(of text: String) -> String? {
    var text = text
    let found = text.withUTF8 { bytes in words(bytes) }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard mayHold(text) else { return nil }
    var lines: [(range: Range<Int>, kind: Kind)] = []
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var (start, end) = (line.startIndex, line.endIndex)
      while start < end, text[start] <= 0x20 { start += 1 }
      while end > start, text[end - 1] <= 0x20 { end -= 1 }
      lines.append((start..<end, kind(of: text[start..<end])))
    }
    let spans = lines.count { $0.kind == .span }
    guard spans >= least.spans || isTranscript(lines, text) else { return nil }
    let kept = lines.indices.filter { at in
      switch lines[at].kind {
      case .words:
        // What stands above the first time tells of the file: "WEBVTT", "Kind: captions".
        spans == 0 || lines[..<at].contains { $0.kind == .span }
      case .number: !(at + 1 < lines.count && lines[at + 1].kind == .span)
      case .empty: spans == 0
      default: false
      }
    }
    let words = Array(kept.map { text[lines[$0].range] }.joined(separator: [0x0A]))
    return words.last == 0x0A ? words : words + [0x0A]
  }

  /// Whether times stand between lines that go on within a sentence; the entries of a live blog end
  /// with theirs.
  private static func isTranscript(
    _ lines: [(range: Range<Int>, kind: Kind)], _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (stamps, broken) = (0, 0)
    for (at, line) in lines.enumerated() where line.kind == .stamp {
      stamps += 1
      guard at + 1 < lines.count, lines[at + 1].kind == .words else { continue }
      let words = lines[at + 1].range
      let isClosed = [0x2E, 0x21, 0x3F, 0x22].contains(text[words.upperBound - 1])
      if !isClosed, words.count < 160 { broken += 1 }
    }
    return stamps >= least.stamps && broken * 2 > stamps
  }

  /// Whether there is an arrow, or a line that begins as a time does.
  private static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var startsLine = true
    for at in text.indices {
      let byte = text[at]
      if byte == 0x3E, at > 1, text[at - 1] == 0x2D, text[at - 2] == 0x2D { return true }
      if byte == 0x3A, at > 0, at + 2 < text.count, isDigit(text[at - 1]), isDigit(text[at + 1]),
        startsLine
      {
        return true
      }
      if byte == 0x0A {
        startsLine = true
      } else if !isDigit(byte), byte != 0x5B, byte > 0x20 {
        startsLine = false
      }
    }
    return false
  }

  private static func kind(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
    guard let first = line.first else { return .empty }
    guard isDigit(first) || first == 0x5B else { return .words }
    if line.allSatisfy(isDigit) { return .number }
    let arrow = Array(" --> ".utf8)
    if let dash = line.firstIndex(of: 0x2D), line[dash...].starts(with: arrow.dropFirst()),
      line[..<dash].contains(0x3A)
    {
      return .span
    }
    let isStamp =
      line.count < 13 && line.contains(0x3A)
      && line.allSatisfy { isDigit($0) || [0x3A, 0x2E, 0x2C, 0x5B, 0x5D].contains($0) }
    return isStamp ? .stamp : .words
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
