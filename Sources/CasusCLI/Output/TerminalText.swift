extension String {
  /// The text as a terminal may show it: articles must not steer the terminal, nor turn round the
  /// direction in which it writes.
  ///
  /// Control characters but line feeds become spaces, marks of direction go.
  var forTerminal: String {
    guard !unicodeScalars.allSatisfy(\.isPlain) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isPlain {
        result.append(scalar)
      } else if scalar.properties.generalCategory == .control {
        result.append(" ")
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isPlain: Bool {
    switch value {
    case 0x0a: true
    case ..<0x20, 0x7f...0x9f, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: false
    default: true
    }
  }
}
