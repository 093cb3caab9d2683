/// A date as the text gives it, in the Extended Date/Time Format (ISO 8601-2:2019).
///
/// Supported: level 0 dates and intervals, `~ ? %` at the end, unspecified digits from the right
/// (`199X`, `2022-XX`, `2022-09-XX`) and an unspecified year (`XXXX-07`), open (`..`) and unknown
/// interval ends, seasons 21…24, quarters 33…36, halves 40…41 and one-of sets of dates.
/// The string is the value; bounds are computed for sorting and drawing.
public struct EDTF: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The canonical text, such as `2022-09-05`, `2022-02/..` or `2022-09~`.
  public let rawValue: String
  /// The first day it may cover, in `CivilDay` numbers; `Int.min` when open or unknown.
  public let lowerBound: Int
  /// The last day it may cover; `Int.max` when open or unknown.
  public let upperBound: Int

  /// Parses and checks a date, calendar days included.
  /// - Returns: `nil` when the text is not valid EDTF of the supported levels.
  public init?(_ text: String) {
    guard let bounds = EDTFParser.bounds(of: text) else { return nil }
    rawValue = text
    lowerBound = bounds.lower
    upperBound = bounds.upper
  }

  /// How finely a date is known.
  public enum Precision: String, Codable, Sendable, Comparable {
    /// `2022-07-13`
    case day
    /// `2022-07`
    case month
    /// `2022-21`, the spring of the year.
    case season
    /// `2022`
    case year
    /// `202X`
    case decade
    /// `2022-02/2022-07`, or one of several days.
    case interval
    /// `XXXX-07`: of whatever year.
    case unknownYear

    /// Finer precisions come first.
    public static func < (a: Precision, b: Precision) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .day: 0
      case .month: 1
      case .season: 2
      case .year: 3
      case .decade: 4
      case .interval: 5
      case .unknownYear: 6
      }
    }
  }

  /// How finely the date is known.
  public var precision: Precision {
    if lowerBound == upperBound, rawValue.utf8.count == 10 { return .day }
    let bytes = rawValue.utf8
    if bytes.contains(UInt8(ascii: "/")) || bytes.first == UInt8(ascii: "[") { return .interval }
    if lacksYear { return .unknownYear }
    // The characters without qualifiers, and the last two of them.
    var (count, hasX) = (0, false)
    var last: (UInt8, UInt8) = (0, 0)
    for byte in bytes where byte != 0x7E && byte != 0x3F && byte != 0x25 {
      count += 1
      if byte == UInt8(ascii: "X") { hasX = true }
      last = (last.1, byte)
    }
    let isOpen = last.0 == UInt8(ascii: "X") && last.1 == UInt8(ascii: "X")
    switch count {
    case 10: return isOpen ? .month : .day
    case 7:
      if isOpen { return .year }
      let code = Int(last.0 & 0xF) * 10 + Int(last.1 & 0xF)
      return code <= 12 ? .month : .season
    default: return hasX ? .decade : .year
    }
  }

  /// Whether the text says "about", "early", "late" or the like.
  public var isApproximate: Bool {
    rawValue.utf8.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "%") }
  }

  /// Whether one end is open or unknown.
  public var isOpen: Bool {
    lowerBound == .min || upperBound == .max
  }

  /// Whether the year is unknown (`XXXX-07`), so that the date has no place on an axis.
  public var lacksYear: Bool {
    // Other years have at least two digits.
    rawValue.utf8.first == UInt8(ascii: "X")
  }

  /// Whether the two dates may speak of a common day.
  public func overlaps(_ other: EDTF) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }

  /// The canonical text.
  public var description: String { rawValue }

  /// Orders by first day, then last day, then text.
  public static func < (a: EDTF, b: EDTF) -> Bool {
    (a.lowerBound, a.upperBound, a.rawValue) < (b.lowerBound, b.upperBound, b.rawValue)
  }

  /// A single day; the parts must be a real calendar day.
  public static func day(_ number: Int) -> EDTF? {
    guard number >= firstDay, number <= lastDay else { return EDTF(dayText(number)) }
    return EDTF(day: number)
  }

  /// The first and the last day of the years that have four digits.
  private static let firstDay = CivilDay.number(year: 0, month: 1, day: 1)
  private static let lastDay = CivilDay.number(year: 9999, month: 12, day: 31)

  private init(day number: Int) {
    rawValue = Self.dayText(number)
    lowerBound = number
    upperBound = number
  }

  /// The text of a day number, such as `2022-09-05`.
  public static func dayText(_ number: Int) -> String {
    let (year, month, day) = CivilDay.date(of: number)
    guard (0...9999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      var rest = year
      for place in stride(from: 3, through: 0, by: -1) {
        text[place] = digit(rest % 10)
        rest /= 10
      }
      (text[4], text[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
      (text[5], text[6]) = (digit(month / 10), digit(month % 10))
      (text[8], text[9]) = (digit(day / 10), digit(day % 10))
      return 10
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension EDTF: Codable {
  /// Decodes the text and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = EDTF(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a valid EDTF date")
    }
    self = value
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
