import CasusModel

/// Points in time for formats that ask for one where Casus knows days.
enum Timestamp {
  /// The start of a day in UTC as RFC 3339 with milliseconds.
  static func text(ofDay day: Int) -> String { "\(EDTF.dayText(day))T00:00:00.000Z" }

  /// The first day that a date may mean, else its last; 1970-01-01 when there is none.
  static func day(of date: EDTF?) -> Int {
    guard let date, !date.lacksYear else { return 0 }
    return date.lowerBound == .min ? date.upperBound : date.lowerBound
  }
}
