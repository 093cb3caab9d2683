import CasusModel

/// The day numbers that the tables sort by, with stand-ins for days that are open or unknown.
///
/// An undated event has an empty interval (`day` above `lastDay`): it sorts last and no period
/// holds it.
enum SortDay {
  /// Before every day: the start of an interval that is open at its start.
  static let openStart = -2_147_483_648
  /// After every day: the end of an interval that is open at its end, and the day of the undated.
  static let openEnd = 2_147_483_647
  /// The `day` of an event without a place in time.
  static let undated = openEnd

  static func bounds(of date: EDTF?) -> (day: Int, lastDay: Int) {
    guard let date, !date.lacksYear else { return (undated, openStart) }
    return (max(date.lowerBound, openStart), min(date.upperBound, openEnd))
  }

  /// The last day on which an article may have been published; `nil` when that is open.
  static func publishedDay(_ date: EDTF?) -> Int? {
    guard let date, date.upperBound < openEnd else { return nil }
    return date.upperBound
  }
}
