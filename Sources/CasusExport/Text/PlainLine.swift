extension String {
  /// The text on one line, for pictures: control characters and line ends become spaces, marks
  /// that turn the writing direction round are dropped.
  var onOneLine: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7f...0x9f, 0x2028, 0x2029: result.append(" ")
      case 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
