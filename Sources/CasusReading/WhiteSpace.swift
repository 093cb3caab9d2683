extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingWhiteSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// The first line that is not blank, trimmed, and at most 300 code points of it.
  func firstLineWithText() -> String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isWhiteSpace }) else { return "" }
    let limit = scalars.index(start, offsetBy: 300, limitedBy: scalars.endIndex) ?? scalars.endIndex
    let end = scalars[start..<limit].firstIndex { lineEnds.contains($0) } ?? limit
    return self[start..<end].trimmingWhiteSpace()
  }
}

private let lineEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

extension String {
  /// The text with each run of white space made one space, and trimmed.
  func foldingWhiteSpace() -> String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  /// Whether there is nothing to see in it: only white space, controls and invisible characters.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace
        || [.control, .format, .unassigned].contains(scalar.properties.generalCategory)
    }
  }
}

extension Unicode.Scalar {
  /// `properties.isWhitespace`, without looking ASCII up in its tables.
  fileprivate var isWhiteSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
