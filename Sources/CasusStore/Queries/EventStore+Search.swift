import CasusModel
import GRDB

extension EventStore {
  /// The articles that hold all of some words, the best match first.
  ///
  /// Case and accents do not matter; `"korea utara"` in quotes is looked for as it stands. Nothing
  /// else in the words has a meaning of its own. Superseded articles are left out.
  /// - Throws: `StoreError.emptySearch` when there is no letter or digit to search for.
  public func search(_ words: String, limit: Int = 20) throws -> [SearchHit] {
    let query = SearchWords(words).matchExpression
    guard !query.isEmpty else { throw StoreError.emptySearch(words: words) }
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(ArticleTable.selection), snippet(articleText, -1, '[', ']', '…', 16)
          FROM articleText JOIN article ON article.key = articleText.rowid
          WHERE articleText MATCH ? AND article.supersededBy IS NULL
          ORDER BY bm25(articleText, 4, 1), article.id LIMIT ?
          """, arguments: [query, limit])
      return rows.map { row in
        SearchHit(
          article: ArticleTable.article(row),
          snippet: (row[7] as String).split(whereSeparator: \.isWhitespace).joined(separator: " "))
      }
    }
  }
}
