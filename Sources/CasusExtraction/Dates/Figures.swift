/// The figures at one place of a text, read as far as they hang together: `05.09.2022`.
struct Figures {
  enum Shape {
    /// Digits alone.
    case plain
    /// Three figures that can be a date, year first or last.
    case date
    /// Two figures with a slash that can be day and month.
    case short
    /// The same with a dot; clock times and decimals look like it.
    case dotted
    /// Decimals, thousands, times, versions.
    case other
  }

  private(set) var shape = Shape.plain
  private(set) var first = 0
  private(set) var second = 0
  private(set) var third = 0
  /// The number of digits of the first figure.
  private(set) var digits = 0

  /// Reads from a digit on and returns the position after the last figure.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    let (value, length) = Self.figure(text, &at, limit)
    first = value
    digits = length
    guard at + 1 < limit, let separator = Self.separator(text[at]), Self.isDigit(text[at + 1])
    else { return at }
    var next = at + 1
    let (secondValue, secondLength) = Self.figure(text, &next, limit)
    if next + 1 < limit, text[next] == separator, Self.isDigit(text[next + 1]) {
      var last = next + 1
      let (thirdValue, thirdLength) = Self.figure(text, &last, limit)
      second = secondValue
      third = thirdValue
      let isLong = last + 1 < limit && text[last] == separator && Self.isDigit(text[last + 1])
      shape = isLong ? .other : Self.dateShape(separator, length, secondLength, thirdLength)
      return isLong ? Self.rest(text, last, limit) : last
    }
    second = secondValue
    let isPair = length <= 2 && secondLength <= 2
    if separator == 0x2D || (separator == 0x2F && !isPair) { return at }
    let isDate = isPair && max(value, secondValue) <= 31 && min(value, secondValue) <= 12
    switch separator {
    case 0x2F: shape = isDate ? .short : .other
    case 0x2E: shape = isDate && length == 2 && secondLength == 2 ? .dotted : .other
    default: shape = .other
    }
    return Self.rest(text, next, limit)
  }

  /// `dd.mm.yyyy` and the like with `. / -`, `yyyy-mm-dd`, and `dd/mm/yy`.
  private static func dateShape(_ separator: UInt8, _ a: Int, _ b: Int, _ c: Int) -> Shape {
    guard separator != 0x2C, separator != 0x3A, b <= 2 else { return .other }
    if a == 4, c <= 2 { return .date }
    guard a <= 2 else { return .other }
    if c == 4 { return .date }
    return c == 2 && (separator == 0x2F || (separator == 0x2E && a == 2 && b == 2))
      ? .date : .other
  }

  private static func separator(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x2E, 0x2C, 0x2F, 0x3A, 0x2D: byte
    default: nil
    }
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func figure(
    _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ limit: Int
  ) -> (value: Int, digits: Int) {
    var value = 0
    var digits = 0
    while at < limit, isDigit(text[at]) {
      if digits < 8 { value = value * 10 + Int(text[at] - 0x30) }
      digits += 1
      at += 1
    }
    return (value, digits)
  }

  /// The end of what hangs on behind: further decimals or figures.
  private static func rest(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int {
    var at = start
    while at < limit {
      if isDigit(text[at]) {
        at += 1
      } else if at + 1 < limit, text[at] == 0x2E || text[at] == 0x2C || text[at] == 0x3A,
        isDigit(text[at + 1])
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }
}
