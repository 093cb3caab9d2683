public import CasusModel
import Foundation

extension Article {
  /// The identifier of an article with such a text: the SHA-256 of its normalised form.
  ///
  /// Normalised means NFC, each run of white space folded to one space, and both ends trimmed, so
  /// that the same article saved with other line ends or indentation is the same article.
  public static func identifier(ofText text: String) -> String {
    if let bytes = foldedBytes(of: text.unicodeScalars, refusingUnsureNFC: true) {
      return ContentHash.hex(of: bytes)
    }
    let composed = text.precomposedStringWithCanonicalMapping
    return ContentHash.hex(
      of: foldedBytes(of: composed.unicodeScalars, refusingUnsureNFC: false) ?? [])
  }

  /// The text's UTF-8 with white space folded; `nil` when a code point may not be NFC as it stands.
  private static func foldedBytes(
    of scalars: String.UnicodeScalarView, refusingUnsureNFC: Bool
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    var owesSpace = false
    for scalar in scalars {
      if isWhiteSpace(scalar) {
        owesSpace = !bytes.isEmpty
        continue
      }
      if refusingUnsureNFC, !isSurelyNFC(scalar) { return nil }
      if owesSpace { bytes.append(0x20) }
      owesSpace = false
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return bytes
  }

  /// The code points of the Unicode property `White_Space`.
  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f,
      0x3000:
      true
    default: false
    }
  }

  /// Latin, Cyrillic and punctuation that normalisation never changes: most text needs no NFC pass.
  private static func isSurelyNFC(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x400...0x482, 0x48a...0x52f, 0x2010...0x2027, 0x2030...0x205e: true
    default: false
    }
  }
}
