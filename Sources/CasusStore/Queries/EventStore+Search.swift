import CasusModel
import GRDB

extension EventStore {
  /// The articles that hold all of some words, the best match first.
  ///
  /// Case and accents do not matter; `"korea utara"` in quotes is looked for as it stands. Nothing
  /// else in the words has a meaning of its own. Superseded articles are left out.
  /// - Parameters:
  ///   - words: the words.
  ///   - filter: of its conditions those that an article can meet count: `source` is its publisher,
  ///     `from` and `to` are about its publication, `knownOn`, `recordedOn`, `language` and `limit`
  ///     mean the same as of events, and of `actors` one must take part in an event that it tells.
  /// - Returns: the articles, each with the words in their surroundings.
  /// - Throws: `StoreError.emptySearch` when there is no letter or digit to search for.
  public func search(
    _ words: String, matching filter: EventFilter = EventFilter(limit: 20)
  ) throws -> [SearchHit] {
    let query = SearchWords(words).matchExpression
    guard !query.isEmpty else { throw StoreError.emptySearch(words: words) }
    return try read { db in
      let condition = try ArticleCondition(filter, in: db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ArticleTable.selection), snippet(articleText, -1, '[', ']', '…', 16),
            article.key
          FROM articleText JOIN article ON article.key = articleText.rowid
          WHERE articleText MATCH ? AND article.supersededBy IS NULL \(condition.sql)
          ORDER BY bm25(articleText, 4, 1), article.id
          """, arguments: StatementArguments([query]) + condition.arguments)
      let count = try db.makeStatement(
        sql: "SELECT count(DISTINCT event) FROM evidence WHERE article = ?")
      var hits: [SearchHit] = []
      while hits.count != filter.limit, let row = try rows.next() {
        let article = ArticleTable.article(row)
        guard try condition.holds(for: article, key: row[8]) else { continue }
        hits.append(
          SearchHit(
            article: article,
            snippet: (row[7] as String).split(whereSeparator: \.isWhitespace)
              .joined(separator: " "),
            events: try Int.fetchOne(count, arguments: [row[8] as Int64]) ?? 0))
      }
      return hits
    }
  }
}

/// The conditions of a filter on articles.
private struct ArticleCondition {
  let sql: String
  let arguments: StatementArguments
  private let publisher: SourceName?
  private let actors: [ActorScope]?
  private let statement: GRDB.Statement
  private let keys: ActorKeys

  init(_ filter: EventFilter, in db: Database) throws {
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    if let language = filter.language {
      parts.append("AND article.language = ?")
      values.append(language)
    }
    if let from = filter.from {
      parts.append("AND article.publishedDay >= ?")
      values.append(from.lowerBound)
    }
    for last in [filter.to, filter.knownOn].compactMap({ $0 }) {
      parts.append("AND article.publishedDay <= ?")
      values.append(last.upperBound)
    }
    if let recordedOn = filter.recordedOn {
      parts.append("AND substr(article.recordedAt, 1, 10) <= ?")
      values.append(EDTF.dayText(min(recordedOn.upperBound, SortDay.openEnd)))
    }
    sql = parts.joined(separator: " ")
    arguments = StatementArguments(values)
    publisher = filter.source.map { SourceName(publisher: $0) }
    actors =
      filter.actors.isEmpty ? nil : try filter.actors.compactMap { try ActorScope($0, in: db) }
    keys = ActorKeys(db)
    statement = try db.makeStatement(
      sql: """
        SELECT DISTINCT participant.actor FROM evidence
        JOIN participant ON participant.event = evidence.event WHERE evidence.article = ?
        """)
  }

  /// Checks what SQL cannot.
  func holds(for article: Article, key: Int64) throws -> Bool {
    if let publisher, !publisher.matches(publisher: article.publisher, attribution: []) {
      return false
    }
    guard let actors else { return true }
    return try Int64.fetchAll(statement, arguments: [key]).contains { row in
      let id = try keys.id(of: row)
      return actors.contains { $0.contains(id) }
    }
  }
}
