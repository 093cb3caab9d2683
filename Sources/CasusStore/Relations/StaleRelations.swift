import GRDB

/// Rows of `staleRelation`: kinds of relations that must be derived anew from a day on.
struct StaleRelations {
  let db: Database

  /// A kind of relation one way between two actors.
  struct Kind: Hashable {
    let name: String
    let source: Int64
    let target: Int64
  }

  /// Notes that relations of a kind must be derived anew from a day on, or from an earlier one noted
  /// before.
  func note(_ kind: String, from source: Int64, to target: Int64, since day: Int) throws {
    let statement = try FastStatement(
      db,
      """
      INSERT INTO staleRelation (source, target, kind, day) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET day = min(day, excluded.day)
      """)
    try statement.run {
      $0.add(source)
      $0.add(target)
      $0.add(kind)
      $0.add(day)
    }
  }

  /// The days noted for two actors, either way; the notes are taken back.
  func take(_ first: Int64, _ second: Int64) throws -> [Kind: Int] {
    let select = try FastStatement(
      db, "SELECT kind, day FROM staleRelation WHERE source = ? AND target = ?")
    let delete = try FastStatement(db, "DELETE FROM staleRelation WHERE source = ? AND target = ?")
    var result: [Kind: Int] = [:]
    for (source, target) in [(first, second), (second, first)] {
      var isThere = false
      try select.forEach {
        $0.add(source)
        $0.add(target)
      } _: { row in
        isThere = true
        result[Kind(name: row.text(0), source: source, target: target)] = row.int(1)
      }
      guard isThere else { continue }
      try delete.run {
        $0.add(source)
        $0.add(target)
      }
    }
    return result
  }

  /// Some actors with notes between them.
  func pairs(limit: Int) throws -> [(Int64, Int64)] {
    let statement = try FastStatement(
      db, "SELECT DISTINCT source, target FROM staleRelation ORDER BY 1, 2 LIMIT ?")
    var result: [(Int64, Int64)] = []
    try statement.forEach({ $0.add(limit) }) { result.append(($0.integer(0), $0.integer(1))) }
    return result
  }
}
