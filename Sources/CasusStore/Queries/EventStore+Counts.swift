import CasusModel
import GRDB

extension EventStore {
  /// The number of events by year and quadrant; undated ones last, zeros left out.
  public func countsByYear(matching filter: EventFilter = EventFilter()) throws -> [YearCount] {
    var counts: [Int: [QuadClass: Int]] = [:]
    try read { db in
      try EventQuery(filter, in: db).forEachCount { day, type, _, count in
        let year =
          day == SortDay.undated || day == SortDay.openStart
          ? Int.max : CivilDay.date(of: day).year
        counts[year, default: [:]][type.quadClass, default: 0] += count
      }
    }
    return counts.sorted { $0.key < $1.key }.flatMap { year, quads in
      QuadClass.allCases.compactMap { quad in
        quads[quad].map { YearCount(year: year == .max ? nil : year, quad: quad, count: $0) }
      }
    }
  }
}

extension EventStore {
  /// The languages that articles of the database are in, sorted.
  public func languages() throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT DISTINCT language FROM article WHERE language IS NOT NULL ORDER BY language")
    }
  }
}

extension EventStore {
  /// How many sources that do not copy each other tell of each of some events.
  ///
  /// Articles count as one source when they have the same publisher, credit the same agency,
  /// attribute the event to the same medium, are near copies of each other, or tell it in the same
  /// sentence.
  /// - Parameter ids: identifiers of events, whole; unknown ones are left out.
  /// - Returns: the numbers by identifier.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func sourceCounts(of ids: some Sequence<String>) throws -> [String: Int] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT sources FROM event WHERE id = ?")
      var result: [String: Int] = [:]
      for id in ids {
        result[id] = try Int.fetchOne(statement, arguments: [HexID.bytes(of: id)])
      }
      return result
    }
  }
}
