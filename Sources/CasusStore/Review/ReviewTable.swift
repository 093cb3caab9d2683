import CasusModel
import Foundation
import GRDB

/// Writes and reads rows of `review` with their words in `reviewEvidence`.
struct ReviewTable {
  let db: Database

  private static let selection = """
    review.key, review.decision, review.field, review.value, review.note, review.reviewer,
    review.decidedAt, review.undoneBy, review.undoneAt, lower(hex(review.id))
    """

  /// Adds a decision, unless it is there already.
  func insert(_ decision: ReviewDecision) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO review (id, decision, field, value, note, reviewer, decidedAt,
          undoneBy, undoneAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      HexID.bytes(of: decision.id), decision.kind.rawValue, decision.field?.rawValue,
      decision.value, decision.note, decision.reviewer, decision.decidedAt, decision.undoneBy,
      decision.undoneAt,
    ])
    guard db.changesCount > 0 else { return try mergeUndoing(of: decision) }
    let key = db.lastInsertedRowID
    let sides = decision.statements.map { ($0, "event") } + decision.others.map { ($0, "other") }
    let evidence = try db.cachedStatement(
      sql: """
        INSERT INTO reviewEvidence (review, number, side, article, startByte, endByte, text,
          statement)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (number, (statement, side)) in sides.enumerated() {
      let words = statement.evidence
      try evidence.execute(arguments: [
        key, number, side, words.articleID, words.start, words.end, words.text,
        try JSONColumn.encode(statement),
      ])
    }
  }

  /// Takes a decision back; of two who do so, the first counts.
  func undo(_ id: String, by reviewer: String, at time: String) throws {
    try db.cachedStatement(
      sql: """
        UPDATE review SET undoneBy = ?1, undoneAt = ?2
        WHERE id = ?3 AND (undoneAt IS NULL OR undoneAt > ?2 OR undoneAt = ?2 AND undoneBy > ?1)
        """
    ).execute(arguments: [reviewer, time, HexID.bytes(of: id)])
  }

  /// Whether anything was ever decided.
  func isEmpty() throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT max(key) FROM review")) == nil
  }

  /// All decisions, undone ones too, earlier ones first.
  func all() throws -> [ReviewDecision] {
    try decisions("FROM review", [])
  }

  /// The decisions about words of an article.
  func decisions(aboutArticle id: String) throws -> [ReviewDecision] {
    try decisions(
      """
      FROM review
      WHERE key IN (SELECT review FROM reviewEvidence WHERE reviewEvidence.article = ?)
      """, [id])
  }

  /// The decisions whose identifier starts with some hexadecimal digits.
  func decisions(idPrefix: String) throws -> [ReviewDecision] {
    guard let range = HexID.range(ofPrefix: idPrefix) else { return [] }
    return try decisions("FROM review WHERE id BETWEEN ? AND ?", [range.first, range.last])
  }

  /// The articles that a decision is about, sorted.
  static func articles(of decision: ReviewDecision) -> [String] {
    Set((decision.statements + decision.others).map(\.evidence.articleID)).sorted()
  }

  private func mergeUndoing(of decision: ReviewDecision) throws {
    guard let by = decision.undoneBy, let at = decision.undoneAt else { return }
    try undo(decision.id, by: by, at: at)
  }

  private func decisions(
    _ source: String, _ arguments: StatementArguments
  ) throws -> [ReviewDecision] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(Self.selection) \(source)"), arguments: arguments
    ).map { row in
      var decision = try ReviewDecision(
        kind: ReviewDecision.Kind(rawValue: row[1]) ?? .note,
        field: (row[2] as String?).flatMap { ReviewDecision.Field(rawValue: $0) }, value: row[3],
        note: row[4], reviewer: row[5], decidedAt: row[6], statements: [])
      (decision.statements, decision.others) = try statements(of: row[0])
      decision.undoneBy = row[7]
      decision.undoneAt = row[8]
      decision.id = row[9]
      return decision
    }.sorted(by: ReviewDecision.isBefore)
  }

  private func statements(
    of review: Int64
  ) throws -> (statements: [Statement], others: [Statement]) {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT side, statement FROM reviewEvidence WHERE review = ? ORDER BY number"),
      arguments: [review])
    var result: (statements: [Statement], others: [Statement]) = ([], [])
    for row in rows {
      let statement = try JSONColumn.decode(Statement.self, from: row[1])
      if row[0] == "other" {
        result.others.append(statement)
      } else {
        result.statements.append(statement)
      }
    }
    return result
  }
}
