import Foundation

/// What one character of a text is to the tokenizer.
public enum CharacterClass: UInt8, Sendable {
  /// Part of a word.
  case letter
  /// A digit.
  case digit
  /// Space, including no-break spaces.
  case space
  /// Line feed, carriage return or another line break.
  case newline
  /// Dropped: stress marks, soft hyphens, zero-width characters, bidirectional controls, the numbers
  /// of notes (¹) and what tells how an emoji is drawn.
  case ignored
  /// An apostrophe in any of its shapes.
  case apostrophe
  /// A hyphen.
  case hyphen
  /// Any other mark.
  case punctuation
}

/// Folds the characters of the Basic Multilingual Plane below U+2000 by table: lower case, Latin
/// letters without accents, ё as е; й, ї and ґ are letters of their own and stay.
public enum CharacterFold {
  /// The number of characters covered by `table`.
  public static let limit = 0x2000

  /// For each scalar below `limit`: the folded scalar in the low 16 bits, the class in the next 8,
  /// bit 24 set when the character is an upper-case letter.
  nonisolated(unsafe) public static let table: UnsafePointer<UInt32> = {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
    for value in 0..<limit { table[value] = entry(UInt32(value)) }
    return UnsafePointer(table)
  }()

  /// A table of the same form in which some letters with marks keep them: "würde" is not "wurde".
  ///
  /// The caller owns its memory.
  static func makeTable(keeping letters: String) -> UnsafeMutablePointer<UInt32> {
    let kept = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
    kept.initialize(from: table, count: limit)
    for scalar in letters.unicodeScalars {
      let forms = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
      for form in forms {
        guard let form = form.unicodeScalars.first, form.value < limit else { continue }
        let lower = form.properties.lowercaseMapping.unicodeScalars.first ?? form
        kept[Int(form.value)] = pack(lower.value, .letter, lower != form)
      }
    }
    return kept
  }

  private static func entry(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return pack(value, .punctuation, false) }
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85: return pack(value, .newline, false)
    case 0x20, 0x09, 0xA0, 0x1680: return pack(0x20, .space, false)
    case 0x27, 0x2BB, 0x2BC, 0x2B9, 0xB4, 0x60: return pack(0x27, .apostrophe, false)
    case 0x2D: return pack(value, .hyphen, false)
    case 0xAD, 0xB2, 0xB3, 0xB9, 0x300...0x36F, 0x0...0x8, 0x0E...0x1F, 0x61C, 0x180E:
      return pack(value, .ignored, false)
    default: break
    }
    let properties = scalar.properties
    if properties.numericType == .decimal { return pack(value, .digit, false) }
    guard properties.isAlphabetic else { return pack(value, .punctuation, false) }
    let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return pack(folded(lower).value & 0xFFFF, .letter, lower != scalar)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x451: return "е"
    case 0x400...0x52F: return scalar
    case 0xF8: return "o"
    case 0x142: return "l"
    case 0x111: return "d"
    case 0x131: return "i"
    case 0xDF: return "s"
    case 0xE6: return "a"
    default:
      return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
    }
  }

  private static func pack(_ value: UInt32, _ kind: CharacterClass, _ isUpper: Bool) -> UInt32 {
    value | UInt32(kind.rawValue) << 16 | (isUpper ? 1 << 24 : 0)
  }

  /// The class of a scalar at or above `limit`.
  @inline(__always)
  static func highClass(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .newline
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F, 0x2070,
      0x2074...0x2079:
      .ignored
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: .apostrophe
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2BFF, 0x3001...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFFD: .punctuation
    case 0x10000...: .punctuation
    default: .letter
    }
  }
}
