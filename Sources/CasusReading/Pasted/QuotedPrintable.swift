/// A text copied out of the source of a mail, in which bytes are written as signs: "=E2=80=9C", and lines that go on
/// end with "=".
struct QuotedPrintable {
  /// So many signs must there be.
  private static let least = 2

  /// What is meant; `nil` where a text is something else.
  static func text(of text: String) -> String? {
    // Most texts hold no such sign.
    guard text.utf8.contains(0x3D) else { return nil }
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var (signs, at) = (0, 0)
    while at < bytes.count {
      guard bytes[at] == 0x3D, let sign = sign(in: bytes, at: at) else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      if let byte = sign.byte { plain.append(byte) }
      if sign.isCertain { signs += 1 }
      at = sign.end
    }
    return signs >= least ? String(validating: plain, as: UTF8.self) : nil
  }

  /// The byte that a sign stands for, none at the end of a line that goes on, and where the sign ends.
  private static func sign(
    in text: [UInt8], at start: Int
  ) -> (byte: UInt8?, end: Int, isCertain: Bool)? {
    let lineEnd = lineEnd(in: text, from: start + 1)
    // A line of nothing but such marks underlines a heading.
    let isBehindWords = start > 0 && text[start - 1] != 0x3D && text[start - 1] != 0x0A
    if let lineEnd { return isBehindWords ? (nil, lineEnd, true) : nil }
    guard start + 2 < text.count, let high = digit(text[start + 1]),
      let low = digit(text[start + 2])
    else { return nil }
    let byte = high << 4 | low
    let endsLine = start + 3 == text.count || text[start + 3] == 0x0A || text[start + 3] == 0x0D
    return (byte, start + 3, byte >= 0x80 || byte == 0x20 && endsLine)
  }

  /// Where the next line begins, if nothing else comes before.
  private static func lineEnd(in text: [UInt8], from start: Int) -> Int? {
    var at = start
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
    return at < text.count && text[at] == 0x0A ? at + 1 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }
}
