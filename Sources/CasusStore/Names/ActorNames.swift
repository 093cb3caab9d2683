import CasusModel
import GRDB

/// Finds the actor that a user means.
struct ActorNames {
  let db: Database

  func resolve(_ name: String) throws -> ActorID {
    let found = try candidates(name)
    guard let first = found.first else {
      throw StoreError.unknownActor(name: name, nearest: try nearest(to: FoldedName.fold(name)))
    }
    guard found.count == 1 else {
      throw StoreError.ambiguousActor(name: name, candidates: found.map(\.rawValue))
    }
    return first
  }

  /// Everybody whom a name or identifier may mean; display names go before other names.
  func candidates(_ name: String) throws -> [ActorID] {
    if let id = try identifier(name) { return [id] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT actor.id, max(actorName.isDisplay) FROM actorName
          JOIN actor ON actor.key = actorName.actor
          WHERE actorName.folded = ? GROUP BY actor.key ORDER BY actor.id
          """), arguments: [FoldedName.fold(name)])
    let shown = rows.filter { $0[1] }
    return (shown.isEmpty ? rows : shown).map { ActorID(rawValue: $0[0]) }
  }

  private func identifier(_ name: String) throws -> ActorID? {
    let exact = try db.cachedStatement(sql: "SELECT id FROM actor WHERE id = ?")
    for candidate in [name, name.uppercased()] {
      if let id = try String.fetchOne(exact, arguments: [candidate]) {
        return ActorID(rawValue: id)
      }
    }
    // Identifiers such as `ORG:Hamas` in other capitals.
    guard name.contains(":") || name.contains(".") else { return nil }
    let found = try String.fetchAll(
      db, sql: "SELECT id FROM actor WHERE id = ? COLLATE NOCASE ORDER BY id", arguments: [name])
    return found.count == 1 ? ActorID(rawValue: found[0]) : nil
  }

  /// Up to five names that are spelt nearly so or hold the text, nearest first.
  private func nearest(to folded: String) throws -> [String] {
    guard folded.count > 1 else { return [] }
    var near = NearNames(to: folded)
    try consider(for: &near)
    return near.found.map { "\($0.name) (\($0.bearer))" }
  }

  /// Shows all names of actors to somebody who looks for the nearest.
  func consider(for near: inout NearNames) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT actor.id, actorName.name, actorName.folded FROM actorName
        JOIN actor ON actor.key = actorName.actor
        """)
    while let row = try rows.next() { near.consider(row[1], folded: row[2], of: row[0]) }
  }
}
