public import CasusModel
import Foundation
import GRDB

extension EventStore {
  /// The events that pass a filter, by date and identifier; undated ones last.
  public func events(matching filter: EventFilter = EventFilter()) throws -> [Event] {
    try read { try EventQuery(filter, in: $0).fetch() }
  }

  /// How many events pass a filter, whatever its limit.
  public func eventCount(matching filter: EventFilter = EventFilter()) throws -> Int {
    try read { try Self.count(filter, in: $0) }
  }

  /// The event whose identifier starts with some hexadecimal digits.
  /// - Throws: `StoreError.unknownEvent` or `.ambiguousEvent`.
  public func event(idPrefix: String) throws -> Event {
    try read { db in try Self.event(Self.eventKey(idPrefix: idPrefix, in: db), in: db) }
  }

  /// The articles with some identifiers, sorted by identifier; unknown ones are left out.
  /// - Parameters:
  ///   - ids: the identifiers.
  ///   - text: whether the text comes along.
  /// - Returns: the articles.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func articles(_ ids: some Sequence<String>, text: Bool = true) throws -> [Article] {
    try read { try Self.articles(ids, text: text, in: $0) }
  }

  static func articles(
    _ ids: some Sequence<String>, text: Bool, in db: Database
  ) throws -> [Article] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ArticleTable.selection), \(text ? "article.text" : "''")
        FROM article WHERE id = ?
        """)
    return try Set(ids).sorted().compactMap { id in
      // A cursor lends its row, of which `fetchOne` would make a copy.
      try Row.fetchCursor(statement, arguments: [id])
        .map { ArticleTable.article($0, text: $0[7]) }.next()
    }
  }

  static func count(_ filter: EventFilter, in db: Database) throws -> Int {
    try EventQuery(filter, in: db).count()
  }

  /// One whole event.
  static func event(_ key: Int64, in db: Database) throws -> Event {
    let events = EventTable(db: db, actors: ActorKeys(db))
    guard let row = try events.row(key) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(key) is missing")
    }
    var event = Event(row, participants: try events.participants(of: key))
    try event.setEvidence(EvidenceTable(db: db).rows(ofEvent: key))
    return event
  }
}
