import Foundation

extension String {
  /// The same text as it is meant where it was copied from elsewhere: text read in a wrong character set, line ends of other systems,
  /// letters that are drawn as one (ﬁ), letters in two parts, entities of pages, and letters of the
  /// other alphabet that look alike.
  ///
  /// One look at the bytes tells which of these a text may hold; most hold none.
  var withoutStrayMarks: String {
    let signs = ForeignSigns(self)
    guard !signs.isEmpty else { return self }
    var text = self
    if signs.contains(.mojibake) { text = text.withoutMojibake }
    if signs.contains(.entity) { text = text.withPlainEntities }
    if signs.contains(.lineEnd) { text = text.withPlainLineEnds }
    if signs.contains(.ligature) { text = text.withSingleLetters }
    if signs.contains(.combining) { text = text.precomposedStringWithCanonicalMapping }
    if signs.isSuperset(of: [.latin, .cyrillic]) { text = text.withLettersOfOneAlphabet }
    return text
  }
}

/// What a text may hold that is to be put right.
private struct ForeignSigns: OptionSet {
  let rawValue: UInt8
  static let entity = Self(rawValue: 1)
  static let lineEnd = Self(rawValue: 2)
  static let ligature = Self(rawValue: 4)
  static let combining = Self(rawValue: 8)
  static let latin = Self(rawValue: 16)
  static let cyrillic = Self(rawValue: 32)
  static let mojibake = Self(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ text: String) {
    var signs: Self = []
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    // Letters of ASCII and Latin-1, of the Cyrillic alphabet, and those that two bytes of UTF-8 for Cyrillic letters begin
    // with when they are read as Windows-1251: "Р" and "С".
    var (latin, accented, cyrillic, misread) = (0, 0, 0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        signs.insert(.latin)
        latin += 1
      case 0x26: signs.insert(.entity)
      case 0x0B: signs.insert(.lineEnd)
      case 0x85 where last == 0xC2: signs.insert(.lineEnd)
      case 0xA8, 0xA9: if last == 0x80, beforeLast == 0xE2 { signs.insert(.lineEnd) }
      case 0xAC: if last == 0xEF { signs.insert(.ligature) }
      // U+0300 to U+036F and a few Greek letters are what these two begin in UTF-8.
      case 0xCC, 0xCD: signs.insert(.combining)
      case 0xD0, 0xD1:
        signs.insert(.cyrillic)
        cyrillic += 1
      case 0xA0, 0xA1: if last == 0xD0 { misread += 1 }
      case 0xC3: accented += 1
      // Â, Ã, Ð, Ñ and â are what the bytes of UTF-8 that begin most letters look like.
      case 0x82, 0x83, 0x90, 0x91, 0xA2: if last == 0xC3 { signs.insert(.mojibake) }
      default: break
      }
      if last == 0x0D, byte != 0x0A { signs.insert(.lineEnd) }
      (beforeLast, last) = (last, byte)
    }
    if accented > 2 * latin || misread * 3 > cyrillic { signs.insert(.mojibake) }
    if !signs.isDisjoint(with: [.latin, .cyrillic]), signs.isSubset(of: [.latin, .cyrillic]),
      !signs.isSuperset(of: [.latin, .cyrillic])
    {
      signs = []
    }
    self = signs
  }
}

extension String {
  /// With a line feed for each line end of other systems and of page makers; "\r\n" stays.
  fileprivate var withPlainLineEnds: String {
    var plain = UnicodeScalarView()
    let scalars = unicodeScalars
    for at in scalars.indices {
      let scalar = scalars[at]
      switch scalar {
      case "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}": plain.append("\n")
      case "\r":
        let next = scalars.index(after: at)
        plain.append(next < scalars.endIndex && scalars[next] == "\n" ? "\r" : "\n")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// With two or three letters for each that stands for them.
  fileprivate var withSingleLetters: String {
    let whole = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars {
      if (0xFB00...0xFB06).contains(scalar.value) {
        plain.append(contentsOf: whole[Int(scalar.value) - 0xFB00].unicodeScalars)
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}
