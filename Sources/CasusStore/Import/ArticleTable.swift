import CasusModel
import GRDB

/// Writes and reads rows of `article`.
struct ArticleTable {
  let db: Database

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

  func find(_ id: String) throws -> (key: Int64, article: Article)? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.selection), article.key FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return (row[7], Self.article(row))
  }

  func insert(_ article: Article, recordedAt: String) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO article (id, path, title, text, language, publisher, url, published,
          publishedDay, recordedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      article.id, article.path, article.title, article.text, article.language, article.publisher,
      article.url, article.published?.rawValue, SortDay.publishedDay(article.published), recordedAt,
    ])
    return db.lastInsertedRowID
  }

  /// Gives an article other particulars; it is nobody's older version until that is judged anew.
  func update(_ key: Int64, to article: Article) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET path = ?, title = ?, text = ?, language = ?, publisher = ?, url = ?,
          published = ?, publishedDay = ?, supersededBy = NULL
        WHERE key = ?
        """)
    try statement.execute(arguments: [
      article.path, article.title, article.text, article.language, article.publisher, article.url,
      article.published?.rawValue, SortDay.publishedDay(article.published), key,
    ])
  }
}

extension Article {
  /// The particulars that decide between two records of the same words, smaller first.
  ///
  /// The path is not among them: it says where this database met the article, not what it is.
  private var particulars: [String] {
    // A missing value sorts after every present one.
    [published?.rawValue, publisher, url, language, title].map { $0.map { " " + $0 } ?? "~" }
  }

  /// Whether this record of an article stands for both, whichever was read first.
  func outranks(_ other: Article) -> Bool {
    particulars.lexicographicallyPrecedes(other.particulars)
  }
}
