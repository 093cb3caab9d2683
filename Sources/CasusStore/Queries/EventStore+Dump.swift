import CasusModel
import GRDB

extension EventStore {
  /// The whole content as sorted lines: equal for databases that say the same.
  ///
  /// Row numbers, the time of recording and the path of an article are left out: they say how a
  /// database came about, not what it says. Actors come with their names.
  public func dump() throws -> [String] {
    try read { db in
      try Self.dumpQueries.flatMap { table, sql in
        try Row.fetchAll(db, sql: sql).map { row in
          ([table] + row.databaseValues.map(Self.text)).joined(separator: "\t")
        }
      }.sorted()
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: return "-"
    case .double(let number): return "\((number * 1e9).rounded() / 1e9)"
    default: return String.fromDatabaseValue(value)?.debugDescription ?? value.description
    }
  }

  private static let dumpQueries: [(String, String)] = [
    (
      "article",
      """
      SELECT article.id, article.title, article.text, article.language, article.publisher,
        article.url, article.published, article.agency, later.id
      FROM article LEFT JOIN article AS later ON later.key = article.supersededBy
      """
    ),
    (
      "actor",
      """
      SELECT actor.id, actor.kind, parent.id, whole.id
      FROM actor JOIN actor AS whole ON whole.key = actor.rolledUp
      LEFT JOIN actor AS parent ON parent.key = actor.parent
      WHERE actor.kind IS NOT NULL
        OR EXISTS (SELECT 1 FROM participant WHERE participant.rolledUp = actor.key)
      """
    ),
    (
      "actorName",
      """
      SELECT actor.id, actorName.language, actorName.name, actorName.isDisplay
      FROM actorName JOIN actor ON actor.key = actorName.actor
      """
    ),
    (
      "event",
      """
      SELECT lower(hex(id)), type, mode, quad, object, place, date, day, lastDay, dateBasis, status,
        isContested, confidence, articles, sources FROM event
      """
    ),
    (
      "participant",
      """
      SELECT lower(hex(event.id)), participant.role, actor.id, whole.id, participant.day
      FROM participant JOIN event ON event.key = participant.event
      JOIN actor ON actor.key = participant.actor
      JOIN actor AS whole ON whole.key = participant.rolledUp
      """
    ),
    (
      "dyad",
      """
      SELECT source.id, target.id, dyad.day, lower(hex(event.id)), dyad.quad, dyad.status
      FROM dyad LEFT JOIN event ON event.key = dyad.event
      JOIN actor AS source ON source.key = dyad.source
      JOIN actor AS target ON target.key = dyad.target
      """
    ),
    (
      "evidence",
      """
      SELECT lower(hex(event.id)), article.id, startByte, endByte, evidence.text, sentence,
        attribution, evidence.status, evidence.date, evidence.dateBasis, rule, evidence.confidence,
        evidence.object, evidence.place, statement, machine, review
      FROM evidence JOIN article ON article.key = evidence.article
      LEFT JOIN event ON event.key = evidence.event
      """
    ),
    (
      "relation",
      """
      SELECT lower(hex(relation.id)), relation.kind, source.id, target.id, isSymmetric, polarity, validity,
        state, relation.day, relation.lastDay
      FROM relation JOIN actor AS source ON source.key = relation.source
      JOIN actor AS target ON target.key = relation.target
      """
    ),
    (
      "relationEvent",
      """
      SELECT lower(hex(relation.id)), part, lower(hex(event.id)) FROM relationEvent
      JOIN relation ON relation.key = relationEvent.relation
      JOIN event ON event.key = relationEvent.event
      """
    ),
    (
      "review",
      """
      SELECT lower(hex(id)), decision, field, value, note, reviewer, decidedAt, undoneBy, undoneAt
      FROM review
      """
    ),
    (
      "reviewEvidence",
      """
      SELECT lower(hex(review.id)), number, side, article, startByte, endByte, text, statement
      FROM reviewEvidence JOIN review ON review.key = reviewEvidence.review
      """
    ),
  ]
}
