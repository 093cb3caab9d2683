extension String {
  /// With the letters that a word shares only in looks with the other alphabet in its own: Ukrainian
  /// words with a Latin "i", Latin ones with a Cyrillic "а", as keyboards and scanners give them.
  ///
  /// A word with letters of both alphabets, of which those of the text's other one all have a twin, is
  /// put into the alphabet of the text; so is such a letter that stands alone within lines of it.
  var withLettersOfOneAlphabet: String {
    let scalars = Array(unicodeScalars)
    var (latin, cyrillic) = (0, 0)
    for scalar in scalars {
      if Twins.isLatin(scalar) { latin += 1 } else if Twins.isCyrillic(scalar) { cyrillic += 1 }
    }
    let isCyrillic = cyrillic > latin
    let twins = isCyrillic ? Twins.ofLatin : Twins.ofCyrillic
    let isOwn = isCyrillic ? Twins.isCyrillic : Twins.isLatin
    let isForeign = isCyrillic ? Twins.isLatin : Twins.isCyrillic
    var plain = scalars
    var at = 0
    var isChanged = false
    var isBehindOwn = false
    while at < scalars.count {
      let start = at
      var (own, foreign, hasTwins) = (0, 0, true)
      while at < scalars.count {
        let scalar = scalars[at]
        if isForeign(scalar) {
          foreign += 1
          hasTwins = hasTwins && twins[scalar] != nil
        } else if isOwn(scalar) {
          own += 1
        } else {
          break
        }
        at += 1
      }
      if own + foreign == 0 {
        at += 1
        continue
      }
      // "i" for "and" stands between words of the text.
      let isLone =
        foreign == 1 && own == 0 && isBehindOwn && Twins.isSmall(scalars[start])
        && at + 1 < scalars.count && scalars[at] == " " && scalars[start - 1] == " "
        && isOwn(scalars[at + 1])
      if foreign > 0, hasTwins, own > 0 || isLone {
        for place in start..<at { plain[place] = twins[scalars[place]] ?? scalars[place] }
        isChanged = true
      }
      isBehindOwn = own > 0 || isLone
    }
    guard isChanged else { return self }
    var view = UnicodeScalarView()
    view.append(contentsOf: plain)
    return String(view)
  }
}

/// The letters of the Latin and the Cyrillic alphabet that look alike.
private enum Twins {
  private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = Array(
    zip(
      "aeopcxyiïABEKMHOPCTXIÏ".unicodeScalars, "аеорсхуіїАВЕКМНОРСТХІЇ".unicodeScalars)
  ).map { (latin: $0.0, cyrillic: $0.1) }

  static let ofLatin = Dictionary(uniqueKeysWithValues: pairs.map { ($0.latin, $0.cyrillic) })
  static let ofCyrillic = Dictionary(uniqueKeysWithValues: pairs.map { ($0.cyrillic, $0.latin) })

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x52F).contains(scalar.value)
  }

  static func isSmall(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase }
}
