import GRDB

/// The rows of new events, their evidence and their sources without texts, which a batch writes many
/// at a time.
///
/// Until `flush`, nothing of a batch may read what the batch itself has added of these.
final class NewRows {
  /// So many bytes wait at most before they go into the tables.
  private static let capacity = 1 << 20

  private let db: Database
  private(set) lazy var articles = BulkInsert(
    db, into: "article",
    [
      "key", "id", "path", "title", "text", "language", "publisher", "url", "published",
      "publishedDay", "recordedAt",
    ])
  private(set) lazy var events = BulkInsert(
    db, into: "event",
    [
      "key", "id", "groupHash", "typeCode", "mode", "object", "place", "dateText", "day", "lastDay",
      "dateBasisCode", "statusCode", "isContested", "confidence", "articles", "newsDay",
      "holdsRoughDate", "sources",
    ])
  private(set) lazy var participants = BulkInsert(
    db, into: "participant", ["event", "roleCode", "actor", "rolledUp", "day"])
  private(set) lazy var dyads = BulkInsert(
    db, into: "dyad", ["source", "target", "day", "event", "typeCode", "statusCode"])
  private(set) lazy var evidence = BulkInsert(
    db, into: "evidence",
    [
      "event", "article", "startByte", "endByte", "text", "sentence", "attribution", "statusCode",
      "dateCode", "dateBasisCode", "rule", "confidence", "object", "place", "statement", "machine",
      "review",
    ])
  private var lastEvent: Int64?
  /// The last of the articles that wait.
  private var lastArticle: Int64?

  init(_ db: Database) {
    self.db = db
  }

  /// The key of one more event.
  func nextEvent() throws -> Int64 {
    let last = try lastEvent ?? Int64.fetchOne(db, sql: "SELECT max(key) FROM event") ?? 0
    lastEvent = last + 1
    return last + 1
  }

  /// The key of one more article without text.
  func nextArticle() throws -> Int64 {
    let last = try lastArticle ?? Int64.fetchOne(db, sql: "SELECT max(key) FROM article") ?? 0
    lastArticle = last + 1
    return last + 1
  }

  /// Writes the rows when many wait; what refers to others comes after them.
  func flushIfMany() throws {
    let byteCount = articles.byteCount + tables.reduce(0) { $0 + $1.byteCount }
    if byteCount > Self.capacity { try flush() }
  }

  /// Writes the articles.
  func flushArticles() throws {
    try articles.flush()
    lastArticle = nil
  }

  /// Writes the rows.
  func flush() throws {
    try flushArticles()
    try tables.forEach { try $0.flush() }
  }

  /// The tables of events, those that others refer to first.
  private var tables: [BulkInsert] { [events, participants, dyads, evidence] }
}
