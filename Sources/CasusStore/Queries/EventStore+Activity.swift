public import CasusModel
import GRDB

extension EventStore {
  /// Quiet months are listed up to this many months from the first to the last.
  private static let longestSpan = 1_200

  /// How much happened month by month, from the first month with an event to the last, quiet months
  /// included unless it is over a hundred years; undated events last.
  ///
  /// An event counts in the month in which it begins. Denied and hypothetical events do not count,
  /// unless the filter asks for such statuses.
  ///
  /// ```swift
  /// let filter = EventFilter(between: ActorPair("RUS", "PRK"), from: EDTF("2022"))
  /// let months = try store.activity(matching: filter, catalog: catalog)
  /// ```
  /// - Parameters:
  ///   - filter: which events; its limit is not looked at.
  ///   - catalog: says how intense each type of event is.
  /// - Returns: the months.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func activity(
    matching filter: EventFilter, catalog: EventCatalog
  ) throws -> [MonthActivity] {
    var months: [Int: MonthActivity] = [:]
    var undated = MonthActivity(month: nil, counts: [:], intensity: 0)
    try read { db in
      try EventQuery(filter.connecting, in: db).forEachCount { day, type, mode, count in
        let intensity = catalog.intensity(type, mode: mode)
        guard day != SortDay.undated, day != SortDay.openStart else {
          undated.add(count, type.quadClass, intensity)
          return
        }
        let date = CivilDay.date(of: day)
        let number = date.year * 12 + date.month - 1
        let fresh = MonthActivity(month: Self.month(number), counts: [:], intensity: 0)
        months[number, default: fresh].add(count, type.quadClass, intensity)
      }
    }
    guard let first = months.keys.min(), let last = months.keys.max() else {
      return undated.events > 0 ? [undated] : []
    }
    let isLong = last - first > Self.longestSpan
    let all = (isLong ? months.keys.sorted() : Array(first...last)).map { number in
      months[number] ?? MonthActivity(month: Self.month(number), counts: [:], intensity: 0)
    }
    return all + (undated.events > 0 ? [undated] : [])
  }

  private static func month(_ number: Int) -> EDTF? {
    // The text of a day is YYYY-MM-DD.
    let (year, month) = (number >= 0 ? number / 12 : (number - 11) / 12, ((number % 12) + 12) % 12)
    return EDTF(
      String(EDTF.dayText(CivilDay.number(year: year, month: month + 1, day: 1)).dropLast(3)))
  }
}

extension MonthActivity {
  fileprivate mutating func add(_ count: Int, _ quad: QuadClass, _ intensity: Double) {
    counts[quad, default: 0] += count
    self.intensity += Double(count) * intensity
  }
}
