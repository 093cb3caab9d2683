import CasusModel
import GRDB

/// Writes and reads rows of `evidence`.
struct EvidenceTable {
  let db: Database

  /// Adds a statement; `event` is `nil` for one that does not count, of a superseded article.
  func insert(
    _ reviewed: ReviewedStatement, article: Int64, event: Int64?, stated: String?
  ) throws {
    let statement = reviewed.statement
    let evidence = statement.evidence
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO evidence (event, article, startByte, endByte, text, sentence, attribution,
          status, date, dateBasis, rule, confidence, object, place, statement, machine,
          review)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      event, article, evidence.start, evidence.end, evidence.text, evidence.sentence,
      try JSONColumn.text(of: evidence.attribution), evidence.status.rawValue,
      evidence.date?.rawValue, evidence.dateBasis.rawValue, evidence.rule, evidence.confidence,
      statement.object, statement.place, stated,
      try reviewed.machine.map { try JSONColumn.encode($0) },
      reviewed.marks.isEmpty ? nil : try JSONColumn.encode(reviewed.marks),
    ])
  }

  /// Hands evidence to an event, or takes it out of the count with `nil`.
  func assign(_ key: Int64, to event: Int64?, stated: String?) throws {
    let update = try db.cachedStatement(
      sql: "UPDATE evidence SET event = ?, statement = ? WHERE key = ?")
    try update.execute(arguments: [event, stated, key])
  }

  func delete(ofArticle article: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM evidence WHERE article = ?")
      .execute(arguments: [article])
  }

  func rows(ofArticle article: Int64) throws -> [EvidenceRow] {
    try rows(
      "evidence JOIN article ON article.key = evidence.article WHERE evidence.article = ?", article)
  }

  func rows(ofEvent event: Int64) throws -> [EvidenceRow] {
    try rows(
      "evidence JOIN article ON article.key = evidence.article WHERE evidence.event = ?", event)
  }

  /// Whether an article has undated evidence in a group's events other than some.
  func hasUndated(
    ofArticle id: String, inGroup hash: Int64, apartFrom events: Set<Int64>
  ) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT evidence.event FROM article
        JOIN evidence ON evidence.article = article.key
        JOIN event ON event.key = evidence.event
        WHERE article.id = ? AND event.groupHash = ?
          AND (evidence.date IS NULL OR evidence.date LIKE 'XXXX%')
        """)
    return try Int64.fetchAll(statement, arguments: [id, hash]).contains { !events.contains($0) }
  }

  /// Hashes of the groups with evidence that reviewers decided about.
  func reviewedGroups() throws -> Set<Int64> {
    // The index holds that evidence alone.
    let statement = try db.cachedStatement(
      sql: """
        SELECT event.groupHash FROM evidence INDEXED BY evidenceByReview
        JOIN event ON event.key = evidence.event WHERE evidence.review IS NOT NULL
        """)
    return Set(try Int64.fetchAll(statement))
  }

  private func rows(_ tables: String, _ argument: Int64) throws -> [EvidenceRow] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(EvidenceRow.selection) FROM \(tables)")
    var rows: [EvidenceRow] = []
    let cursor = try Row.fetchCursor(statement, arguments: [argument])
    while let row = try cursor.next() { rows.append(try EvidenceRow(row)) }
    return rows
  }
}
