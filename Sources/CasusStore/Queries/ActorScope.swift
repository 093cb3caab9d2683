import CasusModel
import GRDB

/// The rows of `actor` that an identifier stands for: itself and everything that belongs to it.
struct ActorScope {
  /// The actor that it rolls up to, under which the hot tables are sorted.
  let rolledUp: Int64
  /// The actors meant, where they are not all of those that roll up so.
  let only: Set<ActorID>?
  private let root: ActorID

  /// `nil` when the database has no such actor, and so no event of it.
  init?(_ id: ActorID, in db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT key FROM actor WHERE id = ?")
    guard let key = try Int64.fetchOne(statement, arguments: [id.rolledUp.rawValue]) else {
      return nil
    }
    rolledUp = key
    root = id.rolledUp
    guard id != id.rolledUp else {
      only = nil
      return
    }
    // `RUS.GOV` holds `RUS.GOV.PUTIN` and `RUS.GOV/…`: "." and "/" are neighbours, "0" follows.
    let members = try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM actor WHERE id = ?1 OR (id >= ?1 || '.' AND id < ?1 || '0')"),
      arguments: [id.rawValue])
    only = Set(members.map { ActorID(rawValue: $0) })
  }

  func contains(_ id: ActorID) -> Bool {
    only?.contains(id) ?? (id.rolledUp == root)
  }
}
