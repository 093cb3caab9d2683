import CasusModel

/// Reads the publication date of an article from the text of a metadata field.
enum PublicationDate {
  /// The day as written; time of day and time zone are dropped, never reckoned with.
  ///
  /// `2022-09-06`, `2022-09`, `2022-09-06T08:30:00+07:00`, `2022-09-06 08:30`, `2022/9/6` and
  /// `Tue, 06 Sep 2022 08:30:00 GMT` (RFC 5322) are understood; interval and open dates are not.
  static func parse(_ text: String) -> EDTF? {
    let text = text.trimmingWhiteSpace()
    if let date = EDTF(text), !date.isOpen, !text.contains("/"), !text.hasPrefix("[") {
      return date
    }
    if let date = numericDay(text) { return date }
    return internetMessageDay(text)
  }

  /// Whether a date has a time of day in Greenwich's time zone: `2022-09-06T23:30:00Z`.
  static func isInGreenwich(_ text: String) -> Bool {
    let text = text.trimmingWhiteSpace()
    return text.contains(":")
      && ["Z", "+00:00", "+0000", "+00", "GMT", "UTC"].contains { text.hasSuffix($0) }
  }

  /// A day in the order year, month, day, with the time of day after it.
  private static func numericDay(_ text: String) -> EDTF? {
    let day = text.prefix { $0.isASCII && $0.isNumber || $0 == "-" || $0 == "/" }
    let rest = text[day.endIndex...]
    guard rest.isEmpty || rest.hasPrefix("T") || rest.hasPrefix(" ") else { return nil }
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    guard parts.count == 3, parts[0].count == 4 else { return nil }
    return date(parts[0], Int(parts[1]), parts[2])
  }

  /// A day such as `Tue, 06 Sep 2022 08:30:00 GMT`.
  private static func internetMessageDay(_ text: String) -> EDTF? {
    var words = text.split(separator: " ")
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count >= 3 else { return nil }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return date(words[2], months.firstIndex(of: words[1].lowercased()).map { $0 + 1 }, words[0])
  }

  private static func date(_ year: Substring, _ month: Int?, _ day: Substring) -> EDTF? {
    guard year.count == 4, let month, let day = Int(day) else { return nil }
    return EDTF("\(year)-\(twoDigits(month))-\(twoDigits(day))")
  }

  private static func twoDigits(_ number: Int) -> String {
    (0..<10).contains(number) ? "0\(number)" : String(number)
  }
}
