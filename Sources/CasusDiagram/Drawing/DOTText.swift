/// Makes text of unknown origin safe for DOT strings and links.
enum DOTText {
  /// Text without control characters, direction overrides, emoji, piles of accents and code points
  /// that XML forbids.
  ///
  /// Line breaks and tabs become spaces.
  static func cleaned(_ text: String) -> String {
    if let isClean = text.utf8.withContiguousStorageIfAvailable(isSurelyClean), isClean {
      return text
    }
    guard text.unicodeScalars.contains(where: { isBreak($0) || isForbidden($0) || isAccent($0) })
    else { return text }
    var result = String.UnicodeScalarView()
    var accents = 0
    for scalar in text.unicodeScalars {
      accents = isAccent(scalar) ? accents + 1 : 0
      if accents > 2 {
        continue
      } else if isBreak(scalar) {
        result.append(" ")
      } else if !isForbidden(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether bytes of UTF-8 hold nothing that `cleaned` takes out; `false` where it must look closer.
  ///
  /// Nothing of that kind is among the characters of two bytes but U+0080 to U+009F, the accents from
  /// U+0300 to U+036F and U+061C, and among those of three bytes but in some of the blocks that begin
  /// with E2 80, E2 81 and EF.
  private static func isSurelyClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var suspects: UInt8 = 0
    for byte in bytes { suspects |= byte < 0x20 || byte > 0x7E ? 1 : 0 }
    guard suspects != 0 else { return true }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x20..<0x7F, 0x80..<0xC2, 0xC3..<0xCC, 0xCE..<0xD8, 0xD9..<0xE2, 0xE3..<0xEF: continue
      case 0xC2 where bytes[index + 1] > 0x9F: continue
      case 0xE2:
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second > 0x81 { continue }
        if second == 0x80, !(0x8B...0x8F).contains(third), !(0xA8...0xAE).contains(third) {
          continue
        }
        return false
      default: return false
      }
    }
    return true
  }

  /// Whether text stands in a quoted DOT string as it is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var others: UInt8 = 0
      for byte in bytes { others |= byte < 0x20 || byte > 0x7E || isSpecial(byte) ? 1 : 0 }
      return others == 0
    } ?? false
  }

  /// The inside of a quoted DOT string that shows exactly the given text.
  ///
  /// Graphviz decodes character references and `\N`-like escapes in labels, so `&` and `\` are
  /// escaped as well as the quote.
  static func escaped(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    let cleaned = cleaned(text)
    guard cleaned.utf8.contains(where: isSpecial) else { return cleaned }
    var result: [UInt8] = []
    result.reserveCapacity(cleaned.utf8.count + 16)
    for byte in cleaned.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
      case _ where isSpecial(byte): result += [UInt8(ascii: "\\"), byte]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte stands for something else in a quoted string.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "&")
  }

  /// A line that reads from left to right even where it holds names that run from right to left.
  ///
  /// A mark for left to right stands at its start and after each such run, so that neither the
  /// punctuation nor the numbers after a name move to its other side.
  static func leftToRight(_ line: String) -> String {
    // Writing from right to left begins at U+0590, D6 90 as bytes.
    guard line.utf8.contains(where: { $0 >= 0xD6 }),
      line.unicodeScalars.contains(where: isRightToLeft)
    else { return line }
    let scalars = Array(line.unicodeScalars)
    var result = String.UnicodeScalarView([leftToRightMark])
    for (index, scalar) in scalars.enumerated() {
      result.append(scalar)
      guard isRightToLeft(scalar) else { continue }
      let next = scalars[(index + 1)...].first { $0 != " " && !isAccent($0) }
      if next.map(isRightToLeft) != true { result.append(leftToRightMark) }
    }
    return String(result)
  }

  private static let leftToRightMark: Unicode.Scalar = "\u{200E}"

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// An address as `address` gives it, for DOT.
  ///
  /// Graphviz 2.4x writes links into SVG as they are, so `&` is written as a reference.
  static func link(_ text: String) -> String? {
    address(text)?.replacing("&", with: "&amp;")
  }

  /// An http or https address with every other byte than those of plain addresses
  /// percent-encoded, or `nil` for any other scheme.
  static func address(_ text: String) -> String? {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard rest.hasPrefix("://"), rest.utf8.count > 3, rest.utf8.count < 2000 else { return nil }
    var result = scheme
    for byte in rest.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where plainMarks.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + hexDigit(byte >> 4) + hexDigit(byte & 15)
      }
    }
    return result
  }

  private static let plainMarks = Set("-._~:/?#@!$&()*+,;=%".utf8)

  private static func hexDigit(_ value: UInt8) -> String {
    String(value, radix: 16, uppercase: true)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether it is set above or below the letter before it.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFE00...0xFE0F, 0x1F000...0x1FBFF: true
    case 0xFFF9...0xFFFF, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
