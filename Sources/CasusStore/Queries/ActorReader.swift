import CasusModel
import GRDB

/// Reads rows of `actor` with their names.
struct ActorReader {
  let db: Database

  func actors(_ ids: some Sequence<ActorID>) throws -> [Actor] {
    let statement = try db.cachedStatement(sql: "SELECT key FROM actor WHERE id = ?")
    return try Set(ids).sorted().compactMap { id in
      try Int64.fetchOne(statement, arguments: [id.rawValue]).map { try actor($0) }
    }
  }

  func actor(_ key: Int64) throws -> Actor {
    let statement = try db.cachedStatement(
      sql: """
        SELECT actor.id, actor.kind, parent.id
        FROM actor LEFT JOIN actor AS parent ON parent.key = actor.parent WHERE actor.key = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [key]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "actor \(key) is missing")
    }
    let id = ActorID(rawValue: row[0])
    let names = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT language, name FROM actorName WHERE actor = ? AND isDisplay"),
      arguments: [key])
    return Actor(
      id: id, kind: (row[1] as String?).flatMap { Actor.Kind(rawValue: $0) } ?? id.impliedKind,
      names: Dictionary(names.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first }),
      parent: (row[2] as String?).map { ActorID(rawValue: $0) })
  }

  func keys(matching words: String) throws -> [Int64] {
    let folded = FoldedName.fold(words)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT actor FROM actorName WHERE instr(folded, ?1) > 0
        UNION SELECT key FROM actor WHERE instr(lower(id), ?1) > 0
        """, arguments: [folded])
  }

  func activeKeys() throws -> [Int64] {
    // A seek for each actor; the participants themselves are not read.
    try Int64.fetchAll(
      db,
      sql: """
        SELECT key FROM actor
        WHERE EXISTS (SELECT 1 FROM participant WHERE participant.rolledUp = actor.key)
        """)
  }

  func eventCount(of key: Int64) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(DISTINCT participant.event)
        FROM actor JOIN participant ON participant.rolledUp = actor.rolledUp
        WHERE actor.key = ?1 AND (actor.rolledUp = ?1 OR participant.actor = ?1)
        """)
    return try Int.fetchOne(statement, arguments: [key]) ?? 0
  }
}

extension ActorID {
  /// What an actor is when no registry says it: the prefix tells, else three letters are a state's.
  var impliedKind: Actor.Kind {
    if rawValue.hasPrefix("NGO:") { return .ngo }
    if rawValue.hasPrefix("MEDIA:") { return .medium }
    if rawValue.hasPrefix("ORG:") { return .organisation }
    if rolledUp != self { return .government }
    return rawValue.count == 3 ? .state : .collective
  }
}
