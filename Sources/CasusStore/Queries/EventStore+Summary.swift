import CasusModel
import GRDB

extension EventStore {
  /// What the database holds, in numbers.
  public func summary() throws -> StoreSummary {
    try read { db in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      func day(_ edge: String) throws -> EDTF? {
        try Int.fetchOne(
          db, sql: "SELECT \(edge)(day) FROM event WHERE day > ? AND day < ?",
          arguments: [SortDay.openStart, SortDay.undated]
        ).flatMap { EDTF.day($0) }
      }
      let superseded = try count("article WHERE supersededBy IS NOT NULL")
      return StoreSummary(
        articles: try count("article") - superseded, supersededArticles: superseded,
        events: try count("event"), evidence: try count("evidence WHERE event IS NOT NULL"),
        actors: try ActorReader(db: db).activeKeys().count, relations: try count("relation"),
        firstDay: try day("min"), lastDay: try day("max"))
    }
  }
}
