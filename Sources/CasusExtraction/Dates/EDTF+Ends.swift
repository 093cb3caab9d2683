import CasusModel

extension EDTF {
  /// Whether it is one day, exact or approximate.
  var isDay: Bool { precision == .day }

  /// Whether it is one day, of a known year or not (`XXXX-06-24`).
  var namesDay: Bool { isDay || lacksYear && rawValue.utf8.count == 10 && !isInterval }

  /// The same day so many years later; `nil` of anything but a day, and for 29 February.
  func moved(byYears years: Int) -> EDTF? {
    guard isDay, let year = firstYear else { return nil }
    let day = CivilDay.date(of: lowerBound)
    guard day.day <= CivilDay.daysIn(month: day.month, of: year + years) else { return nil }
    return .day(CivilDay.number(year: year + years, month: day.month, day: day.day))
  }

  /// Whether it is a week, or a span no longer than one.
  var isWeek: Bool {
    isInterval && !isOpen && !lacksYear && (0...6).contains(upperBound.days(since: lowerBound))
  }

  /// The year that it or its first end stands in, if that is known.
  var firstYear: Int? { Int(rawValue.prefix(4)) }

  var isInterval: Bool { precision == .interval }

  /// Whether it is an interval of a week at most.
  var isFewDays: Bool { isInterval && !isOpen && upperBound.days(since: lowerBound) < 7 }

  /// Whether it is an interval without a first or last day; a date without a year is none.
  var isOpenEnded: Bool { isInterval && isOpen }

  /// What an interval from here on begins with.
  var firstEnd: String {
    if isInterval, let first = rawValue.split(separator: "/").first { return String(first) }
    return precision == .season ? monthEnd(lowerBound) : rawValue
  }

  /// What an interval up to here ends with.
  var lastEnd: String {
    if isInterval, let last = rawValue.split(separator: "/").last { return String(last) }
    return precision == .season ? monthEnd(upperBound) : rawValue
  }

  /// The month of a bound, since seasons and quarters are no ends of intervals; seasons have no
  /// exact months.
  private func monthEnd(_ day: Int) -> String {
    let month = EDTF.dayText(day).dropLast(3)
    let isSeason = (Int(rawValue.suffix(2)) ?? 0) < 25
    return isSeason ? "\(month)~" : String(month)
  }

  /// The first day, unless it is open; then the last.
  var firstFinite: Int? { lowerBound != .min ? lowerBound : upperBound != .max ? upperBound : nil }

  /// The last day, unless it is open; then the first.
  var lastFinite: Int? { upperBound != .max ? upperBound : firstFinite }

  /// A day that the date surely has.
  var finiteBound: Int? { lacksYear ? nil : firstFinite }
}

extension Int {
  /// How many days lie between two bounds of dates; the most or fewest that there can be where one is
  /// that of an open end or of a date without a year.
  func days(since other: Int) -> Int {
    let (days, isTooMany) = subtractingReportingOverflow(other)
    return isTooMany ? (self < other ? .min : .max) : days
  }
}
