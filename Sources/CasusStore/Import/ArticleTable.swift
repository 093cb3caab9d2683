import CasusModel
import GRDB

/// Writes and reads rows of `article`.
struct ArticleTable {
  let db: Database
  private let prepared: ImportStatements

  init(db: Database) {
    self.db = db
    prepared = ImportStatements(db)
  }

  /// The columns, in the order in which `article(_:)` reads them.
  static let selection = """
    article.id, article.path, article.title, article.language, article.publisher, article.url,
    article.published
    """

  /// An article without its text.
  static func article(_ row: Row, text: String = "") -> Article {
    Article(
      id: row[0], path: row[1], title: row[2], text: text, language: row[3], publisher: row[4],
      url: row[5], published: (row[6] as String?).flatMap { EDTF($0) })
  }

  /// The row of an identifier.
  func key(of id: String) throws -> Int64? {
    try prepared.articleKey.get().integers { $0.add(id) }.first
  }

  func find(_ id: String) throws -> (key: Int64, article: Article)? {
    // Most are new, which the index of identifiers tells.
    guard try key(of: id) != nil else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.selection), article.key FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return (row[7], Self.article(row))
  }

  /// Whether no later version of an article has taken its place; `nil` for an unknown one.
  func isCurrent(_ key: Int64) throws -> Bool? {
    var result: Bool?
    try prepared.articleSuccessor.get().first({ $0.add(key) }) { result = $0.isNull(0) }
    return result
  }

  /// The article with the statements that were found in it.
  func record(_ key: Int64) throws -> ArticleRecord? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.selection), article.text, article.recordedAt, article.codedAt,
          article.agency FROM article WHERE key = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
    let recordedAt: String = row[8]
    return ArticleRecord(
      article: Self.article(row, text: row[7]), statements: try statements(of: key),
      recordedAt: recordedAt, codedAt: row[9] ?? recordedAt, agency: row[10])
  }

  /// What the program found in an article, before anybody decided otherwise, in no order.
  func statements(of key: Int64) throws -> [Statement] {
    let events = EventTable(db: db, actors: ActorKeys(db))
    return try EvidenceTable(db: db).rows(ofArticle: key)
      .filter { $0.marks.isKept != true }
      .map { row in
        try row.found(in: try events.group(of: row.eventKey ?? 0))
      }
  }

  /// Adds an article; `index` must follow before anything else becomes of it.
  func insert(_ record: ArticleRecord, sketch: TextSketch?) throws -> Int64 {
    let article = record.article
    let sketch = sketch.map { [UInt8]($0.bytes) }
    try prepared.article.get().run {
      $0.add(article)
      $0.add(record.recordedAt)
      $0.add(article.text.isEmpty ? nil : record.codedAt)
      $0.add(record.agency)
      $0.add(sketch)
    }
    return db.lastInsertedRowID
  }

  /// Adds the source of rows of an event table, which has no text; the row waits in `NewRows`.
  func insert(_ source: Article, recordedAt: String, new: NewRows) throws -> Int64 {
    let key = try new.nextArticle()
    new.articles.add {
      $0.add(key)
      $0.add(source)
      $0.add(recordedAt)
    }
    return key
  }

  /// Adds new articles to the full-text index; many at once cost far less than one by one.
  func index(_ articles: [(key: Int64, article: Article)]) throws {
    for (key, article) in articles where !article.text.isEmpty {
      try prepared.articleText.get().run {
        $0.add(key)
        $0.add(article.title)
        $0.add(article.text)
      }
    }
  }

  /// Gives an article other particulars; it is nobody's older version until that is judged anew.
  func update(_ key: Int64, to record: ArticleRecord) throws {
    let article = record.article
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET title = ?, text = ?, language = ?, publisher = ?, url = ?,
          published = ?, publishedDay = ?, codedAt = ?, agency = ?, sketch = ?, supersededBy = NULL
        WHERE key = ?
        """)
    try statement.execute(arguments: [
      article.title, article.text, article.language, article.publisher, article.url,
      article.published?.rawValue, SortDay.publishedDay(article.published),
      article.text.isEmpty ? nil : record.codedAt, record.agency, TextSketch(article.text)?.bytes,
      key,
    ])
  }

  /// Keeps the smaller path and the earlier recording of two records of an article; `true` when the
  /// recording changed.
  func keepFirst(_ key: Int64, path: String, recordedAt: String) throws -> Bool {
    try keepFirst(key, path: path)
    let recorded = try db.cachedStatement(
      sql: "UPDATE article SET recordedAt = ?2 WHERE key = ?1 AND recordedAt > ?2")
    try recorded.execute(arguments: [key, recordedAt])
    return db.changesCount > 0
  }

  /// Keeps the smaller path of an article.
  func keepFirst(_ key: Int64, path: String) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE article SET path = ?2 WHERE key = ?1 AND path > ?2")
    try statement.execute(arguments: [key, path])
  }

  /// Notes when an article was read for events.
  func setCoded(_ key: Int64, at time: String) throws {
    try db.cachedStatement(sql: "UPDATE article SET codedAt = ? WHERE key = ?")
      .execute(arguments: [time, key])
  }

  /// The older versions of an article.
  func versions(supersededBy key: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM article WHERE supersededBy = ?"), arguments: [key])
  }

  /// Takes an article out; its evidence must have gone before.
  func delete(_ key: Int64) throws {
    try db.cachedStatement(sql: "UPDATE article SET supersededBy = NULL WHERE supersededBy = ?")
      .execute(arguments: [key])
    try db.cachedStatement(sql: "DELETE FROM article WHERE key = ?").execute(arguments: [key])
  }
}

extension Article {
  /// Whether this record of an article stands for both, whichever was read first.
  ///
  /// The first particular that differs decides, smaller first. The path is not among them: it says
  /// where this database met the article, not what it is.
  func outranks(_ other: Article) -> Bool {
    if published != other.published {
      return Self.precedes(published?.rawValue, other.published?.rawValue)
    }
    if publisher != other.publisher { return Self.precedes(publisher, other.publisher) }
    if url != other.url { return Self.precedes(url, other.url) }
    if language != other.language { return Self.precedes(language, other.language) }
    return title < other.title
  }

  /// A missing value sorts after every present one.
  private static func precedes(_ a: String?, _ b: String?) -> Bool {
    guard let a else { return false }
    return b.map { a < $0 } ?? true
  }
}

extension ColumnValues {
  /// The columns from `id` to `publishedDay`.
  fileprivate mutating func add(_ article: Article) {
    add(article.id)
    add(article.path)
    add(article.title)
    add(article.text)
    add(article.language)
    add(article.publisher)
    add(article.url)
    add(article.published?.rawValue)
    add(SortDay.publishedDay(article.published))
  }
}
