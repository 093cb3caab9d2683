import CasusModel
import GRDB

extension EventStore {
  /// Works out anew everything that follows from articles and evidence.
  ///
  /// That is the full-text index, events, dyads and relations. Evidence that its article or its event
  /// no longer bears out is taken out. It happens in one transaction: all of it or nothing. What SQLite itself finds broken cannot be
  /// repaired so.
  /// - Returns: one line for each piece of evidence that was taken out; none when nothing was lost.
  /// - Throws: `StoreError.damaged`, when the file itself is broken.
  public func repair() throws -> [String] {
    let now = Self.now
    return try write { db, catalog in
      let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
      guard faults == ["ok"] else { throw StoreError.damaged(path: path) }
      try db.execute(sql: "INSERT INTO articleText (articleText) VALUES ('rebuild')")
      let lost = try Self.takeOutUnfounded(in: db)
      var batch = try BatchImport(db, catalog: catalog, now: now)
      // Without these two, the next lines would trust what was worked out last.
      try db.execute(
        sql: "DELETE FROM setting WHERE name IN ('relationRules', 'identityRules')")
      try batch.finish()
      let actors = ActorKeys(db)
      try EventTable(db: db, actors: actors).rebuildDyads()
      let relations = RelationTable(db: db, actors: actors, catalog: catalog)
      try relations.noteChangeOfRules()
      while try relations.deriveStale(limit: 1024) {}
      return lost
    }
  }

  private static func takeOutUnfounded(in db: Database) throws -> [String] {
    let unfounded = """
      FROM evidence JOIN article ON article.key = evidence.article
      WHERE substr(CAST(article.text AS BLOB), startByte + 1, endByte - startByte)
          <> CAST(evidence.text AS BLOB)
        OR evidence.event IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM event JOIN participant ON participant.event = event.key
          WHERE event.key = evidence.event AND participant.role = 'source')
      """
    let lost = try String.fetchAll(
      db, sql: "SELECT article.path || ': \"' || evidence.text || '\"' \(unfounded) ORDER BY 1")
    try db.execute(
      sql: "DELETE FROM evidence WHERE key IN (SELECT evidence.key \(unfounded))")
    // What belongs to no evidence goes with it.
    try db.execute(
      sql: """
        DELETE FROM relation;
        DELETE FROM participant WHERE event NOT IN (SELECT event FROM evidence WHERE event IS NOT NULL);
        DELETE FROM dyad WHERE event NOT IN (SELECT event FROM evidence WHERE event IS NOT NULL);
        DELETE FROM event WHERE key NOT IN (SELECT event FROM evidence WHERE event IS NOT NULL);
        """)
    return lost
  }
}
