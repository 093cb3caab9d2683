import Foundation

/// Text as names and words are compared: without case, accents, width and kinds of space or hyphen.
enum FoldedName {
  /// `Côte d’Ivoire` and `COTE D'IVOIRE` give the same text; the result does not depend on a locale.
  static func fold(_ text: String) -> String {
    if let folded = foldASCII(text) { return folded }
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

  /// The words of a text: runs of letters and digits, folded.
  static func words(of text: String) -> [Substring] {
    fold(text).split { !$0.isLetter && !$0.isNumber }
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["’", "‘", "ʼ", "`", "´", "ʻ"]
}
