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
      try Self.setChecks(true, in: db)
      defer { try? Self.setChecks(false, in: db) }
      let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
      guard faults == ["ok"] else { throw StoreError.damaged(path: path) }
      try db.execute(sql: "INSERT INTO articleText (articleText) VALUES ('rebuild')")
      try db.execute(sql: SchemaVersion4.deleteTextless)
      try Self.takeOutDangling(in: db)
      let lost = try Self.takeOutUnfounded(in: db)
      let actors = ActorKeys(db)
      let events = EventTable(db: db, actors: actors)
      try events.regroup()
      // They are found by the days of their events, which may be wrong.
      try db.execute(sql: "DELETE FROM dyad")
      var batch = try BatchImport(db, catalog: catalog, now: now)
      // Without these two, the next lines would trust what was worked out last.
      try db.execute(
        sql: "DELETE FROM setting WHERE name IN ('relationRules', 'identityRules')")
      try batch.finish()
      try db.execute(
        sql: """
          UPDATE participant SET day = (SELECT e.day FROM event AS e WHERE e.key = participant.event)
            WHERE day <> (SELECT e.day FROM event AS e WHERE e.key = participant.event)
          """)
      try events.rebuildDyads()
      let relations = RelationTable(db: db, actors: actors, catalog: catalog)
      try relations.noteChangeOfRules()
      while try relations.deriveStale(limit: 1024) {}
      return lost
    }
  }

  /// Takes out what refers to rows that are missing, wherever it can be worked out anew or says
  /// nothing without them.
  private static func takeOutDangling(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM evidence WHERE article NOT IN (SELECT key FROM article);
        DELETE FROM participant WHERE event NOT IN (SELECT key FROM event)
          OR actor NOT IN (SELECT key FROM actor);
        UPDATE participant SET rolledUp = (SELECT rolledUp FROM actor WHERE key = actor)
          WHERE rolledUp <> (SELECT rolledUp FROM actor WHERE key = actor);
        DELETE FROM relationEvent WHERE event NOT IN (SELECT key FROM event)
          OR relation NOT IN (SELECT key FROM relation);
        DELETE FROM actorName WHERE actor NOT IN (SELECT key FROM actor);
        DELETE FROM staleDyad WHERE source NOT IN (SELECT key FROM actor)
          OR target NOT IN (SELECT key FROM actor);
        DELETE FROM staleEvent WHERE source NOT IN (SELECT key FROM actor)
          OR target NOT IN (SELECT key FROM actor);
        DELETE FROM staleRelation WHERE source NOT IN (SELECT key FROM actor)
          OR target NOT IN (SELECT key FROM actor);
        DELETE FROM reviewEvidence WHERE review NOT IN (SELECT key FROM review);
        UPDATE article SET supersededBy = NULL
          WHERE supersededBy NOT IN (SELECT key FROM article);
        """)
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
