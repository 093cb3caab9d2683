import GRDB

/// The rows of new events, their evidence and their sources without texts, which a batch writes many
/// at a time.
///
/// Until `flush`, nothing of a batch may read what the batch itself has added of these.
final class NewRows {
  /// So many bytes wait at most before they go into the tables.
  private static let capacity = 1 << 20
  /// So many changes wait at most.
  private static let mostChanges = 10_000

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
  /// Where rows and changes go that another thread writes; `nil` where they go into the tables from
  /// here.
  private let handing: (writes: HandedWrites, writer: NewRows)?
  /// Changes of other rows that wait to be handed over.
  private var changes: [HandedWrites.Write] = []
  private var lastEvent: Int64?
  /// The last of the articles that wait.
  private var lastArticle: Int64?

  /// - Parameters:
  ///   - db: the connection by which rows are written, or at least known.
  ///   - handing: where they are handed over, with the rows of the connection that writes them.
  init(_ db: Database, handing: (writes: HandedWrites, writer: NewRows)? = nil) {
    self.db = db
    self.handing = handing
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
    if byteCount > Self.capacity || changes.count > Self.mostChanges { try flush() }
  }

  /// Makes a change of rows that are there, at once or when the new rows are written.
  func change(_ change: @escaping HandedWrites.Write) throws {
    if handing == nil { try change() } else { changes.append(change) }
  }

  /// Writes the articles.
  func flushArticles() throws {
    try articles.flush()
    lastArticle = nil
  }

  /// Writes the rows, or hands them over.
  func flush() throws {
    guard let (writes, writer) = handing else {
      try flushArticles()
      return try tables.forEach { try $0.flush() }
    }
    let rows = tables.map { $0.takeRows() }
    let changes = changes
    self.changes = []
    try writes.add {
      for change in changes { try change() }
      for (table, rows) in zip(writer.tables, rows) { try table.insert(rows) }
    }
  }

  /// The tables of events, those that others refer to first.
  private var tables: [BulkInsert] { [events, participants, dyads, evidence] }
}
