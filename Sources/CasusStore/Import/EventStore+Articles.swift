public import CasusModel
import GRDB

extension EventStore {
  /// The article that a user means: by the beginning of its identifier, its path or its address.
  ///
  /// Of several versions with one address the one that counts is meant.
  /// - Throws: `StoreError.unknownArticle` or `.ambiguousArticle`.
  public func article(named name: String) throws -> Article {
    try read { db in
      let key = try Self.articleKey(named: name, in: db)
      guard let record = try ArticleTable(db: db).record(key) else {
        throw StoreError.unknownArticle(name: name)
      }
      return record.article
    }
  }

  /// The articles that a user means: one, as `article(named:)` finds it, or all that came from a file which
  /// holds several, such as a table of events, JSON Lines, a feed or an archive.
  /// - Throws: `StoreError.unknownArticle` or `.ambiguousArticle`.
  public func articles(named name: String) throws -> [Article] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(ArticleTable.selection), article.text FROM article WHERE key = ?")
      return try Self.articleKeys(named: name, in: db).compactMap { key in
        try Row.fetchOne(statement, arguments: [key]).map { ArticleTable.article($0, text: $0[7]) }
      }
    }
  }

  /// Takes an article out, with its evidence and the events that rest on it alone.
  ///
  /// Relations and search follow; an older version with its address counts again.
  /// - Parameter name: the beginning of the article's identifier, its path or its address.
  /// - Returns: the article, and what changed.
  /// - Throws: `StoreError.unknownArticle` or `.ambiguousArticle`; then nothing is taken out.
  @discardableResult
  public func removeArticle(_ name: String) throws -> (article: Article, changes: ChangeReport) {
    let article = try article(named: name)
    return (article, try removeArticles([article.id]))
  }

  /// Takes articles out, all of them or none.
  /// - Parameter ids: their identifiers; unknown ones are passed over.
  /// - Returns: what changed.
  /// - Throws: `StoreError`, when the database cannot be written.
  @discardableResult
  public func removeArticles(_ ids: [String]) throws -> ChangeReport {
    let now = Self.now
    return try write { db, catalog in
      let articles = ArticleTable(db: db)
      var batch = try BatchImport(db, catalog: catalog, now: now, logsChanges: true)
      for id in ids {
        if let key = try articles.key(of: id) { try batch.remove(key) }
      }
      try batch.finish()
      return batch.changes
    }
  }

  /// Gives articles the statements that the present knowledge finds in them.
  ///
  /// Articles whose statements are the same as before are left alone. What reviewers decided holds.
  /// - Parameters:
  ///   - items: articles with their statements; those that the database does not have are passed over.
  ///   - isTrial: whether to find out what would change, and change nothing.
  /// - Returns: how many articles have other statements now, and what changed.
  /// - Throws: `StoreError`, when the database cannot be written.
  @discardableResult
  public func recode(
    _ items: [ArticleStatements], isTrial: Bool = false
  ) throws -> (articles: Int, changes: ChangeReport) {
    let now = Self.now
    return try write { db, catalog in
      var result: (articles: Int, changes: ChangeReport) = (0, ChangeReport())
      try db.inSavepoint {
        let articles = ArticleTable(db: db)
        var batch = try BatchImport(db, catalog: catalog, now: now, logsChanges: true)
        for item in items {
          // Sources of event tables have no words to be read anew.
          guard let key = try articles.find(item.article.id)?.key, !item.article.text.isEmpty else {
            continue
          }
          let known = try articles.statements(of: key)
          guard known.counted != item.statements.map(\.asFound).counted else { continue }
          try batch.recode(key, item.statements)
          result.articles += 1
        }
        try batch.finish()
        result.changes = batch.changes
        return isTrial ? .rollback : .commit
      }
      return result
    }
  }

  /// The articles of the database a few at a time, in the order in which they were recorded, with
  /// their texts; superseded ones too.
  /// - Parameters:
  ///   - key: where the last call ended, `nil` to begin.
  ///   - limit: how many at most.
  /// - Returns: the articles, and where they end; none when all have been given.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func articles(
    after key: Int64?, limit: Int = 256
  ) throws -> (articles: [Article], last: Int64?) {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleTable.selection), article.text, article.key
            FROM article WHERE key > ? ORDER BY key LIMIT ?
            """), arguments: [key ?? 0, limit])
      return (rows.map { ArticleTable.article($0, text: $0[7]) }, rows.last?[8] ?? key)
    }
  }

  /// The rows of the articles that a user means: those of a file that holds several, else one.
  private static func articleKeys(named name: String, in db: Database) throws -> [Int64] {
    // "#" stands between the path of a file and the place in it, and "$" comes next.
    let held =
      name.isEmpty
      ? []
      : try Int64.fetchAll(
        db,
        sql: """
          SELECT key FROM article
          WHERE path = ?1 AND text = '' OR path >= ?1 || '#' AND path < ?1 || '$' ORDER BY key
          """, arguments: [name])
    return held.isEmpty ? [try articleKey(named: name, in: db)] : held
  }

  /// The row of the article that a user means.
  static func articleKey(named name: String, in db: Database) throws -> Int64 {
    // Hexadecimal digits are followed by "g" at the latest.
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT key, id FROM article WHERE id >= ?1 AND id < ?1 || 'g'
        UNION SELECT key, id FROM article WHERE path = ?1
        UNION SELECT key, id FROM article
          WHERE url = ?1 AND text <> '' AND supersededBy IS NULL
        UNION SELECT key, id FROM article WHERE id = ?2 AND url = ?1
        ORDER BY 2 LIMIT \(StoreError.candidateCount)
        """, arguments: [name, Article.sourceID(address: name)])
    guard let first = found.first, !name.isEmpty else {
      throw StoreError.unknownArticle(name: name)
    }
    // A whole identifier may be how another one begins: those of rows of tables do not have one length.
    if first[1] == name { return first[0] }
    guard found.count == 1 else {
      throw StoreError.ambiguousArticle(name: name, candidates: found.map { $0[1] })
    }
    return first[0]
  }
}

extension [Statement] {
  /// How often each occurs: the table keeps them in no order.
  fileprivate var counted: [Statement: Int] {
    reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
