import Foundation

/// Text as names and words are compared: without case, accents, width and kinds of space or hyphen.
enum FoldedName {
  /// `Côte d’Ivoire` and `COTE D'IVOIRE` give the same text; the result does not depend on a locale.
  static func fold(_ text: String) -> String {
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

  /// The words of a text: runs of letters and digits, folded.
  static func words(of text: String) -> [Substring] {
    fold(text).split { !$0.isLetter && !$0.isNumber }
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["’", "‘", "ʼ", "`", "´", "ʻ"]
}
