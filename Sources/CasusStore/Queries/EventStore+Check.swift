import GRDB

extension EventStore {
  /// Looks for damage: SQLite's own checks, then whether all evidence stands in its article.
  /// - Returns: one line a fault, sorted; none for a sound database.
  public func check() throws -> [String] {
    try read { db in
      var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      faults += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
        "table \(row[0] as String): a row refers to a row of \(row[2] as String) that is missing"
      }
      for (sql, fault) in Self.checks {
        faults += try String.fetchAll(db, sql: sql).map { "\(fault): \($0)" }
      }
      return faults.sorted()
    }
  }

  /// Queries that give the names of what is wrong, and what is wrong with it.
  private static let checks = [
    (
      """
      SELECT article.path || ' at byte ' || evidence.startByte
      FROM evidence JOIN article ON article.key = evidence.article
      WHERE substr(CAST(article.text AS BLOB), startByte + 1, endByte - startByte)
        <> CAST(evidence.text AS BLOB)
      """, "the words of a piece of evidence are not in its article"
    ),
    (
      """
      SELECT lower(hex(id)) FROM event
      WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.event = event.key)
      """, "an event has no evidence"
    ),
    (
      """
      SELECT lower(hex(id)) FROM event WHERE NOT EXISTS (
        SELECT 1 FROM participant WHERE participant.event = event.key AND role = 'source')
      """, "an event has no source"
    ),
    (
      """
      SELECT DISTINCT 'row ' || dyad.event FROM dyad
      WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.key = dyad.event)
      """, "a dyad belongs to no event"
    ),
  ]
}
