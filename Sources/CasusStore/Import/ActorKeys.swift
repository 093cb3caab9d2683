import CasusModel
import GRDB

/// The integer keys of actors within one transaction; an actor not yet known gets a row.
final class ActorKeys {
  private let db: Database
  private var keys: [ActorID: Int64] = [:]
  private var rolledUp: [ActorID: (own: Int64, rolledUp: Int64)] = [:]
  private var ids: [Int64: ActorID] = [:]
  private lazy var idStatement = Result {
    try FastStatement(db, "SELECT id FROM actor WHERE key = ?")
  }
  private lazy var keyStatement = Result {
    try FastStatement(db, "SELECT key FROM actor WHERE id = ?")
  }
  private lazy var insertion = Result {
    try FastStatement(db, "INSERT INTO actor (key, id, rolledUp) VALUES (?, ?, ?)")
  }
  /// The last of the keys that were there, and of those that are.
  private var last: (before: Int64, now: Int64)?

  init(_ db: Database) {
    self.db = db
  }

  func key(of id: ActorID) throws -> Int64 {
    if let key = keys[id] { return key }
    let key = try find(id) ?? add(id)
    keys[id] = key
    ids[key] = id
    return key
  }

  /// The key of an actor, and that of the actor that it rolls up to.
  func keys(of id: ActorID) throws -> (own: Int64, rolledUp: Int64) {
    if let known = rolledUp[id] { return known }
    let found = (own: try key(of: id), rolledUp: try key(of: id.rolledUp))
    rolledUp[id] = found
    return found
  }

  func id(of key: Int64) throws -> ActorID {
    if let id = ids[key] { return id }
    var id = ActorID(rawValue: "")
    try idStatement.get().first({ $0.add(key) }) { id = ActorID(rawValue: $0.text(0)) }
    ids[key] = id
    return id
  }

  private func find(_ id: ActorID) throws -> Int64? {
    try keyStatement.get().integer { $0.add(id.rawValue) }
  }

  private func add(_ id: ActorID) throws -> Int64 {
    let rolledUp = id.rolledUp == id ? nil : try key(of: id.rolledUp)
    let last = try lastKey()
    try insertion.get().run {
      $0.add(last.now + 1)
      $0.add(id.rawValue)
      $0.add(rolledUp ?? last.now + 1)
    }
    self.last = (last.before, last.now + 1)
    return last.now + 1
  }

  /// Whether an actor got its row here.
  func isNew(_ key: Int64) throws -> Bool { try key > lastKey().before }

  private func lastKey() throws -> (before: Int64, now: Int64) {
    if let last { return last }
    let key = try FastStatement(db, "SELECT max(key) FROM actor").integer { _ in } ?? 0
    last = (key, key)
    return (key, key)
  }
}
