import CLibXML2

extension String {
  /// With the characters that entities of HTML stand for: "&nbsp;", "&quot;", "&#8217;".
  var withPlainEntities: String {
    var plain = UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let mark = rest.firstIndex(of: "&") {
      plain.append(contentsOf: rest[..<mark])
      rest = rest[mark...]
      let end = rest.prefix(Entities.longest).firstIndex(of: ";")
      if let end, let meant = Entities.scalar(rest[rest.index(after: mark)..<end]) {
        plain.append(meant)
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append("&")
        rest = rest.dropFirst()
      }
    }
    plain.append(contentsOf: rest)
    return String(plain)
  }
}

private enum Entities {
  /// So many characters has the longest entity.
  static let longest = 10

  /// What stands between "&" and ";", as a character.
  static func scalar(_ name: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard name.first == "#" else {
      return htmlEntityLookup(String(name)).flatMap { Unicode.Scalar($0.pointee.value) }
    }
    let figures = Substring(name.dropFirst())
    let isHex = figures.first == "x" || figures.first == "X"
    guard let value = UInt32(isHex ? figures.dropFirst() : figures, radix: isHex ? 16 : 10),
      value >= 0x20
    else { return nil }
    // The numbers 128 to 159 were meant in the character set of Windows.
    return quotes[value] ?? Unicode.Scalar(value)
  }

  private static let quotes: [UInt32: Unicode.Scalar] = [
    130: "‚", 132: "„", 133: "…", 145: "‘", 146: "’", 147: "“", 148: "”", 149: "•", 150: "–",
    151: "—",
  ]
}
