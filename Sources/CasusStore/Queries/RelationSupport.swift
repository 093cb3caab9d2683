import GRDB

/// Finds the first of very many events that support a relation without reading them all.
///
/// The events of a pair lie in the order of their days, those of a relation do not. So the pair's
/// are gone through from the first on, until there are enough that support the relation.
struct RelationSupport {
  /// How many events are named.
  let limit: Int
  private let db: Database
  /// Up to this many are rather read all.
  private let few: Int

  init(db: Database, limit: Int, few: Int = 400) {
    self.limit = max(0, limit)
    self.db = db
    self.few = few
  }

  /// The identifiers of the first events in the order of their dates, and how many there are besides.
  /// - Returns: `nil` when there are so few that all of them can be read.
  func further(
    of relation: Int64, from source: Int64, to target: Int64
  ) throws -> (first: [String], count: Int)? {
    let count =
      try FastStatement(
        db, "SELECT count(*) FROM relationEvent WHERE relation = ? AND \(Self.isSupport)"
      ).integer { $0.add(relation) }.map { Int($0) } ?? 0
    guard limit > 0 else { return ([], count) }
    guard count > max(few, limit) else { return nil }
    let keys = try firstKeys(of: relation, source, target)
    let dates = try FastStatement(db, "SELECT day, lastDay, id FROM event WHERE key = ?")
    var found: [(day: Int64, lastDay: Int64, id: String)] = []
    for key in keys {
      try dates.first({ $0.add(key) }) { row in
        found.append((row.integer(0), row.integer(1), row.withBytes(2) { HexID.text(of: $0) }))
      }
    }
    let first = found.sorted { $0 < $1 }.prefix(limit).map(\.id)
    return (first, count - first.count)
  }

  /// The first events by day, and all others of the last of their days.
  private func firstKeys(
    of relation: Int64, _ source: Int64, _ target: Int64
  ) throws -> Set<Int64> {
    var keys: Set<Int64> = []
    var last: Int64?
    try FastStatement(db, Self.firstByDay).forEach {
      for number in [source, target, relation, Int64(limit)] { $0.add(number) }
    } _: { row in
      keys.insert(row.integer(1))
      last = row.integer(0)
    }
    guard let last else { return [] }
    let ofLastDay = try FastStatement(db, Self.ofDay).integers {
      for number in [source, target, relation, last] { $0.add(number) }
    }
    return keys.union(ofLastDay)
  }

  private static let firstByDay = """
    SELECT day, event FROM (
      SELECT * FROM (SELECT day, event FROM dyad WHERE source = ?1 AND target = ?2 AND \(supports)
        ORDER BY day LIMIT ?4)
      UNION
      SELECT * FROM (SELECT day, event FROM dyad WHERE source = ?2 AND target = ?1 AND \(supports)
        ORDER BY day LIMIT ?4)
    ) ORDER BY day LIMIT ?4
    """

  private static let ofDay = """
    SELECT event FROM dyad WHERE source = ?1 AND target = ?2 AND day = ?4 AND \(supports)
    UNION SELECT event FROM dyad WHERE source = ?2 AND target = ?1 AND day = ?4 AND \(supports)
    """

  private static let isSupport = "partCode = \(RelationEvent.Part.supports.code)"

  private static let supports = """
    EXISTS (SELECT 1 FROM relationEvent
      WHERE relation = ?3 AND \(isSupport) AND relationEvent.event = dyad.event)
    """
}
