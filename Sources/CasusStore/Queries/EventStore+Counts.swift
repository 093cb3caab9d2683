import CasusModel

extension EventStore {
  /// The number of events by year and quadrant; undated ones last, zeros left out.
  public func countsByYear(matching filter: EventFilter = EventFilter()) throws -> [YearCount] {
    var counts: [Int: [QuadClass: Int]] = [:]
    try read { db in
      try EventQuery(filter, in: db).forEach(fullEvents: false) { event in
        let day = SortDay.bounds(of: event.date).day
        let year =
          day == SortDay.undated || day == SortDay.openStart
          ? Int.max : CivilDay.date(of: day).year
        counts[year, default: [:]][event.quadClass, default: 0] += 1
        return true
      }
    }
    return counts.sorted { $0.key < $1.key }.flatMap { year, quads in
      QuadClass.allCases.compactMap { quad in
        quads[quad].map { YearCount(year: year == .max ? nil : year, quad: quad, count: $0) }
      }
    }
  }
}
