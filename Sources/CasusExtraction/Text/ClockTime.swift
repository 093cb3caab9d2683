/// A time of day at the start of a line, as entries of live blogs have it: "14:05 GMT", "21.10 WIB -".
enum ClockTime {
  /// The bytes that a clock time takes at the start of a line, with its time zone and a dash behind
  /// it; `nil` where the line does not start with one.
  ///
  /// Hours and minutes that a full stop parts ("21.10") need a time zone, "am" or "pm", or a dash behind
  /// them.
  static func length(in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    func isDigit(_ at: Int) -> Bool { line.contains(at) && text[at] >= 0x30 && text[at] <= 0x39 }
    var at = line.lowerBound
    while isDigit(at), at - line.lowerBound < 2 { at += 1 }
    guard at > line.lowerBound, line.contains(at), text[at] == 0x3A || text[at] == 0x2E,
      isDigit(at + 1), isDigit(at + 2), !isDigit(at + 3)
    else { return nil }
    let isPlain = text[at] == 0x3A
    let hour = text[line.lowerBound..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard hour < 25, text[at + 1] < 0x36 else { return nil }
    at += 3
    let afterFigures = at
    at = skipSpaces(text, at, line)
    let half = halfOfDay(in: text, at, line)
    if half > 0 { at = skipSpaces(text, at + half, line) }
    let zone = at
    while line.contains(at), isCapital(text, at) { at += text[at] >= 0x80 ? 2 : 1 }
    let isZone = zones.contains { $0.elementsEqual(text[zone..<at]) }
    if !isZone { at = zone }
    let hasZone = isZone || half > 0
    let afterZone = at
    at = skipSpaces(text, at, line)
    if isPlain, at == afterFigures, line.contains(at), text[at] == 0x2E {
      // "21:10. Malaysia proposed".
      return skipSpaces(text, at + 1, line) - line.lowerBound
    }
    if line.contains(at), text[at] == 0x2D || text[at] == 0x7C || text[at] == 0x3A {
      return skipSpaces(text, at + 1, line) - line.lowerBound
    }
    if at + 2 < line.upperBound, text[at] == 0xE2, text[at + 1] == 0x80,
      text[at + 2] == 0x93 || text[at + 2] == 0x94
    {
      return skipSpaces(text, at + 3, line) - line.lowerBound
    }
    guard isPlain || hasZone, afterZone == line.upperBound || at > afterFigures else { return nil }
    return at - line.lowerBound
  }

  /// The bytes of a clock time whose hours and minutes a full stop parts, before a capital: "21.10 Malaysia".
  ///
  /// It may be the number of a paragraph as well.
  static func stoppedLength(in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    func digit(_ at: Int) -> UInt8? {
      line.contains(at) && text[at] >= 0x30 && text[at] <= 0x39 ? text[at] - 0x30 : nil
    }
    let first = line.lowerBound
    guard let a = digit(first) else { return nil }
    let b = digit(first + 1)
    let stop = first + (b == nil ? 1 : 2)
    guard line.contains(stop), text[stop] == 0x2E, let minute = digit(stop + 1), minute < 6,
      digit(stop + 2) != nil, b.map({ a * 10 + $0 < 25 }) ?? true,
      line.contains(stop + 3), text[stop + 3] == 0x20, line.contains(stop + 4),
      isCapital(text, stop + 4)
    else { return nil }
    return stop + 4 - first
  }

  /// Whether three lines or more of a text, from one of them on, begin with such a time, and the times go
  /// on from one to the other in one direction.
  static func hasStopped(_ text: UnsafeBufferPointer<UInt8>, _ first: Range<Int>) -> Bool {
    var times: [Int] = []
    var at = first.lowerBound
    while at < text.count, times.count < stoppedLines {
      let end = text[at...].firstIndex(of: 0x0A) ?? text.count
      if let length = stoppedLength(in: text, at..<end) {
        times.append(text[at..<at + length].reduce(0) { $1 < 0x30 ? $0 : $0 * 10 + Int($1 - 0x30) })
      }
      at = end + 1
    }
    return times.count == stoppedLines && (times == times.sorted() || times == times.sorted(by: >))
  }

  /// How many lines with such times make a live blog.
  private static let stoppedLines = 3

  /// The bytes of "am" or "p.m." at a place, or 0.
  private static func halfOfDay(
    in text: UnsafeBufferPointer<UInt8>, _ from: Int, _ line: Range<Int>
  ) -> Int {
    func letter(_ at: Int) -> UInt8 { line.contains(at) ? text[at] | 0x20 : 0 }
    func isStop(_ at: Int) -> Bool { line.contains(at) && text[at] == 0x2E }
    guard letter(from) == 0x61 || letter(from) == 0x70 else { return 0 }
    let second = isStop(from + 1) ? from + 2 : from + 1
    guard letter(second) == 0x6D else { return 0 }
    let end = second > from + 1 && isStop(second + 1) ? second + 2 : second + 1
    let next = letter(end)
    return (0x61...0x7A).contains(next) || next >= 0x80 ? 0 : end - from
  }

  /// The time zones that live blogs write behind the hour.
  ///
  /// Other capitals there begin the text: "16:20 NATO says".
  private static let zones: [[UInt8]] = [
    "GMT", "UTC", "BST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "TRT", "AST", "IRST",
    "GST", "PKT", "IST", "NPT", "BDT", "MMT", "ICT", "WIB", "WITA", "WIT", "SGT", "MYT", "PHT",
    "HKT", "CST", "KST", "JST", "AEST", "AEDT", "NZST", "CAT", "WAT", "EAT", "SAST", "ET", "EST",
    "EDT", "CDT", "MST", "MDT", "PT", "PST", "PDT", "BRT", "ART", "CLT", "VET", "МСК",
  ].map { Array($0.utf8) }

  private static func skipSpaces(
    _ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ line: Range<Int>
  ) -> Int {
    var at = from
    while line.contains(at), text[at] <= 0x20 { at += 1 }
    return at
  }

  /// Latin A…Z, Cyrillic А…Я.
  private static func isCapital(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if text[at] >= 0x41, text[at] <= 0x5A { return true }
    return text[at] == 0xD0 && at + 1 < text.count && (0x90...0xAF).contains(text[at + 1])
  }
}
