public import CasusModel
import GRDB

extension EventStore {
  /// Looks for damage: SQLite's own checks, whether all evidence stands in its article, and, with a
  /// catalog, whether events, dyads and relations are what follows from the evidence.
  ///
  /// What follows is compared only where the last import knew the same rules, and only when the rest
  /// is sound; relations that a killed import left to the next one are passed over.
  /// - Parameter catalog: the rules, or `nil` to leave out what depends on them.
  /// - Returns: one line a fault, sorted; none for a sound database.
  /// - Throws: `StoreError`, when the file cannot be read at all.
  public func check(catalog: EventCatalog? = nil) throws -> [String] {
    try read { db in
      var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      faults += try Self.missingRows(db)
      for (sql, fault) in Self.checks {
        faults += try String.fetchAll(db, sql: sql).map { "\(fault): \($0)" }
      }
      if faults.isEmpty, let catalog {
        faults = try DerivationCheck(db: db, catalog: catalog).faults()
      }
      return faults.sorted()
    }
  }

  /// References to rows that are missing, a line for each pair of tables.
  private static func missingRows(_ db: Database) throws -> [String] {
    let pairs = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
      [$0[0] as String, $0[2] as String]
    }
    return Dictionary(grouping: pairs) { $0 }.map { pair, all in
      all.count == 1
        ? "table \(pair[0]): a row refers to a row of \(pair[1]) that is missing"
        : "table \(pair[0]): \(all.count) rows refer to rows of \(pair[1]) that are missing"
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
    (
      """
      SELECT DISTINCT lower(hex(event.id)) FROM participant
      JOIN event ON event.key = participant.event JOIN actor ON actor.key = participant.actor
      WHERE participant.day <> event.day OR participant.rolledUp <> actor.rolledUp
      """, "an actor of an event stands at another day or for another actor"
    ),
    (
      """
      SELECT path FROM article
      WHERE text <> ''
        AND NOT EXISTS (SELECT 1 FROM articleText_docsize WHERE articleText_docsize.id = article.key)
      """, "an article is not in the full-text index"
    ),
    (
      """
      SELECT 'row ' || id FROM articleText_docsize
      WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.key = articleText_docsize.id)
      """, "the full-text index has an article that is missing"
    ),
  ]
}
