/// A text that was quoted in a mail, without the marks before its lines: "> Peru recalled".
struct QuotedMail {
  /// So many lines must be quoted, and so many in a hundred.
  private static let (least, share) = (3, 90)

  /// The lines without their marks; `nil` where most are not quoted.
  static func lines(of text: String) -> String? {
    // Most texts hold no such mark.
    guard text.utf8.contains(0x3E) else { return nil }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let filled = lines.filter { $0.contains { $0 > 0x20 } }
    let quoted = filled.count { $0.first == 0x3E }
    guard quoted >= least, quoted * 100 >= filled.count * share else { return nil }
    let plain = lines.map { line in
      var rest = line
      while rest.first == 0x3E {
        rest = rest.dropFirst()
        if rest.first == 0x20 { rest = rest.dropFirst() }
      }
      return rest
    }
    return String(decoding: Array(plain.joined(separator: [0x0A])), as: UTF8.self)
  }
}
