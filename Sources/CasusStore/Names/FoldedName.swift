import Foundation

/// Text as names and words are compared: without case, accents, width and kinds of space or hyphen.
enum FoldedName {
  /// `Côte d’Ivoire` and `COTE D'IVOIRE` give the same text; the result does not depend on a locale.
  static func fold(_ text: String) -> String {
    foldASCII(text) ?? foldLetters(text) ?? foldAny(text)
  }

  /// The same for any text.
  static func foldAny(_ text: String) -> String {
    let plain = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    var result = ""
    var needsSpace = false
    for scalar in plain.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation {
        needsSpace = !result.isEmpty
        continue
      }
      if needsSpace { result.append(" ") }
      needsSpace = false
      result.unicodeScalars.append(apostrophes.contains(scalar) ? "'" : scalar)
    }
    return result
  }

  /// The same for the plain letters that most text is made of, in a fraction of the time.
  private static func foldASCII(_ text: String) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var needsSpace = false
    for byte in text.utf8 {
      guard byte < 0x80, byte != UInt8(ascii: "`") else { return nil }
      switch byte {
      case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: "-"):
        needsSpace = !result.isEmpty
      default:
        if needsSpace { result.append(UInt8(ascii: " ")) }
        needsSpace = false
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        result.append(isCapital ? byte + 0x20 : byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same for the letters of most alphabets that names are written in; `nil` for other text.
  ///
  /// How one of them is folded does not depend on what stands beside it.
  static func foldLetters(_ text: String) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var needsSpace = false
    for scalar in text.unicodeScalars {
      let letter: UInt16
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x2D, 0x2010...0x2015:
        needsSpace = !result.isEmpty
        continue
      case 0x41...0x5A: letter = UInt16(scalar.value) + 0x20
      case 0x60, 0x2BC, 0x2018, 0x2019: letter = 0x27
      case 0..<0x80: letter = UInt16(scalar.value)
      case firstLetter..<firstLetter + UInt32(letters.count):
        letter = letters[Int(scalar.value - firstLetter)]
      default: letter = 0
      }
      guard letter != 0 else { return nil }
      if needsSpace { result.append(UInt8(ascii: " ")) }
      needsSpace = false
      if letter < 0x80 {
        result.append(UInt8(letter))
      } else {
        result.append(0xC0 | UInt8(letter >> 6))
        result.append(0x80 | UInt8(letter & 0x3F))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let firstLetter: UInt32 = 0xC0

  /// What letters from À to the end of Cyrillic are folded to, where that is one letter; 0 for others.
  private static let letters: [UInt16] = (firstLetter..<0x500).map { value in
    let isOfNames = value < 0x180 || value >= 0x400
    guard isOfNames, let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else {
      return 0
    }
    let folded = foldAny(String(scalar)).unicodeScalars
    guard folded.count == 1, let first = folded.first, first.value < 0x800 else { return 0 }
    return UInt16(first.value)
  }

  /// The words of a text: runs of letters and digits, folded.
  static func words(of text: String) -> [Substring] {
    fold(text).split { !$0.isLetter && !$0.isNumber }
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["’", "‘", "ʼ", "`", "´", "ʻ"]
}
