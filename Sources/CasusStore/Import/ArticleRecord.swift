import CasusModel

/// An article as a database holds it: with what was found in it, and when.
struct ArticleRecord {
  var article: Article
  /// What the program found, before anybody decided otherwise.
  var statements: [Statement]
  /// When it came into the database, and when it was last read for events (ISO 8601, UTC).
  var recordedAt: String
  var codedAt: String
  /// The news agency that it credits.
  var agency: String?

  /// Whether this record of an article stands for both, whichever was met first.
  ///
  /// The particulars decide; of equal ones the record that was read for events later, and at last the
  /// statements themselves.
  func outranks(_ other: ArticleRecord) throws -> Bool {
    if article.outranks(other.article) { return true }
    if other.article.outranks(article) { return false }
    if codedAt != other.codedAt { return codedAt > other.codedAt }
    return try statementText.lexicographicallyPrecedes(other.statementText)
  }

  private var statementText: [String] {
    get throws { try statements.map { try JSONColumn.encode($0) }.sorted() }
  }
}
