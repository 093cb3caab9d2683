import CasusModel
import GRDB

/// The second schema: what changes from the first, as SQL and as values worked out for old rows.
///
/// It adds the decisions of reviewers, keyed by content; how many independent sources an event has;
/// the days between which a relation holds; and when an article was last read for events.
enum SchemaVersion2 {
  static let sql = articles + evidence + relations + reviews

  /// Works out what the rows of version 1 lack.
  ///
  /// This reads the tables as the newest schema has them, and so comes after all migrations.
  static func fill(_ db: Database) throws {
    try fillArticles(db)
    try fillRelations(db)
    try fillSources(db)
    try moveReviews(db)
  }

  private static let articles = """
    ALTER TABLE article ADD COLUMN codedAt TEXT;
    ALTER TABLE article ADD COLUMN agency TEXT CHECK (length(agency) > 0);
    ALTER TABLE article ADD COLUMN sketch BLOB CHECK (length(sketch) = \(TextSketch.byteCount));
    UPDATE article SET codedAt = recordedAt;
    CREATE INDEX articleByPath ON article (path);

    """

  private static let evidence = """
    ALTER TABLE event ADD COLUMN sources INTEGER NOT NULL DEFAULT 1 CHECK (sources > 0);
    ALTER TABLE evidence ADD COLUMN machine TEXT CHECK (machine IS NULL OR json_valid(machine));
    ALTER TABLE evidence ADD COLUMN review TEXT CHECK (review IS NULL OR json_valid(review));
    CREATE INDEX evidenceByReview ON evidence (event) WHERE review IS NOT NULL;

    """

  private static let relations = """
    ALTER TABLE relation ADD COLUMN day INTEGER NOT NULL DEFAULT \(SortDay.undated);
    ALTER TABLE relation ADD COLUMN lastDay INTEGER NOT NULL DEFAULT \(SortDay.openStart);
    CREATE INDEX relationByDay ON relation (day);
    CREATE INDEX relationByLastDay ON relation (lastDay);

    """

  private static let reviews = """
    DROP INDEX reviewByEvent;
    ALTER TABLE review RENAME TO oldReview;

    CREATE TABLE review (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct', 'merge', 'split',
        'note')),
      field TEXT CHECK (field IN ('type', 'source', 'target', 'date', 'status')),
      value TEXT,
      note TEXT,
      reviewer TEXT NOT NULL CHECK (length(reviewer) > 0),
      decidedAt TEXT NOT NULL,
      undoneBy TEXT,
      undoneAt TEXT,
      CHECK ((decision = 'correct') = (field IS NOT NULL)),
      CHECK ((undoneBy IS NULL) = (undoneAt IS NULL))
    ) STRICT;

    CREATE TABLE reviewEvidence (
      review INTEGER NOT NULL REFERENCES review (key) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('event', 'other')),
      article TEXT NOT NULL,
      startByte INTEGER NOT NULL,
      endByte INTEGER NOT NULL,
      text TEXT NOT NULL,
      statement TEXT NOT NULL CHECK (json_valid(statement)),
      PRIMARY KEY (review, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reviewEvidenceByArticle ON reviewEvidence (article);

    """

  private static func fillArticles(_ db: Database) throws {
    let agencies = AgencyCredit(db: db)
    let read = try db.makeStatement(sql: "SELECT title, text FROM article WHERE key = ?")
    let write = try db.makeStatement(
      sql: "UPDATE article SET sketch = ?, agency = ? WHERE key = ?")
    for key in try Int64.fetchAll(db, sql: "SELECT key FROM article") {
      guard let row = try Row.fetchOne(read, arguments: [key]) else { continue }
      let article = Article(id: "", path: "", title: row[0], text: row[1])
      try write.execute(arguments: [
        TextSketch(article.text)?.bytes, try agencies.agency(of: article), key,
      ])
    }
  }

  private static func fillRelations(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT key, validity FROM relation") {
      let bounds = SortDay.bounds(of: (row[1] as String?).flatMap { EDTF($0) })
      try db.cachedStatement(sql: "UPDATE relation SET day = ?, lastDay = ? WHERE key = ?")
        .execute(arguments: [bounds.day, bounds.lastDay, row[0] as Int64])
    }
  }

  private static func fillSources(_ db: Database) throws {
    let table = EvidenceTable(db: db)
    let sources = SourceTable(db: db)
    for key in try Int64.fetchAll(db, sql: "SELECT key FROM event WHERE articles > 1") {
      let count = try sources.count(of: try table.rows(ofEvent: key).map(\.evidence))
      try db.cachedStatement(sql: "UPDATE event SET sources = ? WHERE key = ?")
        .execute(arguments: [count, key])
    }
  }

  /// Keeps what version 1 knew of an event by its identifier, now by the words that carry it.
  private static func moveReviews(_ db: Database) throws {
    let table = ReviewTable(db: db)
    let events = EventTable(db: db, actors: ActorKeys(db))
    let evidence = EvidenceTable(db: db)
    for row in try Row.fetchAll(db, sql: "SELECT * FROM oldReview ORDER BY key") {
      let event = try Int64.fetchOne(
        db, sql: "SELECT key FROM event WHERE id = ?", arguments: [row["event"] as DatabaseValue])
      guard let event else { continue }
      let group = try events.group(of: event)
      let statements = try evidence.rows(ofEvent: event).map { try $0.statement(in: group) }
      // The first schema never said what a field or value means, so that both are kept as a note.
      let words = ["note", "field", "value"].compactMap { row[$0] as String? }
      let kind: ReviewDecision.Kind =
        switch row["decision"] as String {
        case "accept": .accept
        case "reject": .reject
        default: .note
        }
      try table.insert(
        ReviewDecision(
          kind: kind, note: words.isEmpty ? nil : words.joined(separator: " "),
          reviewer: row["reviewer"], decidedAt: row["decidedAt"], statements: statements))
    }
    try db.execute(sql: "DROP TABLE oldReview")
  }
}
