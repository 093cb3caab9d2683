/// Computes the strict bounds of EDTF text, or refuses it.
enum EDTFParser {
  typealias Bounds = (lower: Int, upper: Int)

  static func bounds(of text: String) -> Bounds? {
    if let figures = Figures(text.utf8) { return figures.bounds }
    let bytes = text.utf8
    if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
      return oneOf(text.dropFirst().dropLast())
    }
    if bytes.contains(UInt8(ascii: "/")) { return interval(text) }
    return single(text[...])
  }

  /// A year, month or day in figures only: most dates, read without making substrings.
  private struct Figures {
    private var year = 0
    private var month: Int?
    private var day: Int?

    init?(_ bytes: some Collection<UInt8>) {
      guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
      var (months, days, position) = (0, 0, 0)
      for byte in bytes {
        if position == 4 || position == 7 {
          guard byte == UInt8(ascii: "-") else { return nil }
        } else {
          guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
          let figure = Int(byte - UInt8(ascii: "0"))
          switch position {
          case ..<4: year = year * 10 + figure
          case ..<7: months = months * 10 + figure
          default: days = days * 10 + figure
          }
        }
        position += 1
      }
      if position > 4 { month = months }
      if position > 7 { day = days }
    }

    var bounds: Bounds? {
      guard let month else { return (newYear(year), newYear(year + 1) - 1) }
      guard let day else { return monthLike(year, month) }
      guard (1...12).contains(month), day >= 1, day <= CivilDay.daysIn(month: month, of: year)
      else {
        return nil
      }
      let number = CivilDay.number(year: year, month: month, day: day)
      return (number, number)
    }
  }

  private static func oneOf(_ text: Substring) -> Bounds? {
    var result: Bounds?
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let found = single(part) else { return nil }
      result = result.map { (min($0.lower, found.lower), max($0.upper, found.upper)) } ?? found
    }
    return result
  }

  private static func interval(_ text: String) -> Bounds? {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let (start, stop) = (text[..<slash], text[text.utf8.index(after: slash)...])
    guard !stop.utf8.contains(UInt8(ascii: "/")) else { return nil }
    guard let first = end(start, open: (.min, .min)), let last = end(stop, open: (.max, .max))
    else { return nil }
    guard !(start.isOpenEnd && stop.isOpenEnd), first.lower <= last.upper else { return nil }
    return (first.lower, last.upper)
  }

  private static func end(_ text: Substring, open: Bounds) -> Bounds? {
    text.isOpenEnd ? open : single(text)
  }

  /// A date with an optional qualifier at its end.
  private static func single(_ text: Substring) -> Bounds? {
    var body = text
    if let last = body.utf8.last, last == 0x7E || last == 0x3F || last == 0x25 {
      body = body.dropLast()
    }
    if let figures = Figures(body.utf8) { return figures.bounds }
    let parts = body.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, parts.count <= 3,
      body.utf8.allSatisfy({ $0 == 0x58 || $0 == 0x2D || (0x30...0x39).contains($0) })
    else { return nil }
    if year == "XXXX" { return unknownYear(parts.dropFirst()) }
    guard let years = yearRange(year) else { return nil }
    if parts.count == 1 { return (newYear(years.lowerBound), newYear(years.upperBound + 1) - 1) }
    guard years.count == 1, parts[1].count == 2 else { return nil }
    let y = years.lowerBound
    if parts[1] == "XX" {
      guard parts.count == 2 || parts[2] == "XX" else { return nil }
      return (newYear(y), newYear(y + 1) - 1)
    }
    guard let month = Int(parts[1]) else { return nil }
    guard parts.count == 3 else { return monthLike(y, month) }
    guard (1...12).contains(month), parts[2].count == 2 else { return nil }
    if parts[2] == "XX" { return monthLike(y, month) }
    guard let day = Int(parts[2]), day >= 1, day <= CivilDay.daysIn(month: month, of: y) else {
      return nil
    }
    let number = CivilDay.number(year: y, month: month, day: day)
    return (number, number)
  }

  /// `XXXX-07` and `XXXX-07-13`: checked, but without a place in time.
  private static func unknownYear(_ parts: ArraySlice<Substring>) -> Bounds? {
    guard parts.allSatisfy({ $0.count == 2 }), let month = parts.first.flatMap({ Int($0) }),
      (1...12).contains(month)
    else { return nil }
    if parts.count == 2 {
      guard let day = parts.last.flatMap({ Int($0) }), day >= 1,
        day <= CivilDay.daysIn(month: month, of: 2000)
      else { return nil }
    }
    return (.min, .max)
  }

  private static func yearRange(_ text: Substring) -> ClosedRange<Int>? {
    let digits = text.prefix { $0 != "X" }
    guard text.dropFirst(digits.count).allSatisfy({ $0 == "X" }), digits.allSatisfy(\.isNumber),
      digits.count >= 2, let value = Int(digits)
    else { return nil }
    let scale = [1, 10, 100][4 - digits.count]
    return value * scale...value * scale + scale - 1
  }

  private static func newYear(_ year: Int) -> Int {
    CivilDay.number(year: year, month: 1, day: 1)
  }

  /// A month, season (21…24, northern), quarter (33…36) or half year (40, 41).
  private static func monthLike(_ year: Int, _ code: Int) -> Bounds? {
    switch code {
    case 1...12: months(year, from: code, count: 1)
    case 21...24: months(year, from: (code - 20) * 3, count: 3)
    case 33...36: months(year, from: (code - 33) * 3 + 1, count: 3)
    case 40, 41: months(year, from: (code - 40) * 6 + 1, count: 6)
    default: nil
    }
  }

  private static func months(_ year: Int, from month: Int, count: Int) -> Bounds {
    let after = month + count
    let endYear = after > 12 ? year + 1 : year
    let endMonth = after > 12 ? after - 12 : after
    return (
      CivilDay.number(year: year, month: month, day: 1),
      CivilDay.number(year: endYear, month: endMonth, day: 1) - 1
    )
  }
}

extension Substring {
  fileprivate var isOpenEnd: Bool {
    isEmpty || (utf8.count == 2 && utf8.allSatisfy { $0 == UInt8(ascii: ".") })
  }
}
