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
    let letters = Array(folded.unicodeScalars)
    let limit = max(1, folded.count / 3)
    var best: [String: (distance: Int, name: String)] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT actor.id, actorName.name, actorName.folded FROM actorName
        JOIN actor ON actor.key = actorName.actor
        """)
    while let row = try rows.next() {
      let id: String = row[0]
      let name: String = row[1]
      let known: String = row[2]
      var distance = EditDistance.between(letters, Array(known.unicodeScalars), limit: limit)
      // Half a name is farther than any slip of the pen, the farther the more is missing.
      if distance == nil, folded.count >= 3, known.contains(folded) {
        distance = limit + known.unicodeScalars.count - letters.count
      }
      guard let distance else { continue }
      if let known = best[id], (known.distance, known.name) <= (distance, name) { continue }
      best[id] = (distance, name)
    }
    return best.sorted {
      ($0.value.distance, $0.value.name, $0.key) < ($1.value.distance, $1.value.name, $1.key)
    }.prefix(5).map { "\($0.value.name) (\($0.key))" }
  }
}
