import CasusModel
import GRDB

/// An actor of another database on its way into this one.
///
/// Names are united. Where the two say otherwise of its kind, its whole or the name to show, the
/// first in the alphabet stands, so that the order of mergers does not matter.
struct MergedActor {
  let id: ActorID
  let kind: String?
  let parent: ActorID?
  let names: [(language: String, name: String, folded: String, isDisplay: Bool)]

  static func all(in db: Database) throws -> [MergedActor] {
    let names = try db.makeStatement(
      sql: "SELECT language, name, folded, isDisplay FROM actorName WHERE actor = ?")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT actor.key, actor.id, actor.kind, parent.id
        FROM actor LEFT JOIN actor AS parent ON parent.key = actor.parent ORDER BY actor.id
        """
    ).map { row in
      MergedActor(
        id: ActorID(rawValue: row[1]), kind: row[2],
        parent: (row[3] as String?).map { ActorID(rawValue: $0) },
        names: try Row.fetchAll(names, arguments: [row[0] as Int64]).map {
          ($0[0], $0[1], $0[2], $0[3])
        })
    }
  }

  func merge(into db: Database, _ keys: ActorKeys) throws {
    let key = try keys.key(of: id)
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT actor.kind, parent.id
          FROM actor LEFT JOIN actor AS parent ON parent.key = actor.parent WHERE actor.key = ?
          """), arguments: [key])
    let kind = [self.kind, known?[0] as String?].compactMap { $0 }.min()
    let parent = [self.parent?.rawValue, known?[1] as String?].compactMap { $0 }.min()
    try db.cachedStatement(sql: "UPDATE actor SET kind = ?, parent = ? WHERE key = ?")
      .execute(arguments: [
        kind, try parent.map { try keys.key(of: ActorID(rawValue: $0)) }, key,
      ])
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO actorName (actor, language, name, folded, isDisplay) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET isDisplay = max(isDisplay, excluded.isDisplay)
        """)
    for name in names {
      try insert.execute(arguments: [key, name.language, name.name, name.folded, name.isDisplay])
    }
  }

  /// Leaves each actor one name to show in each language, the first in the alphabet.
  static func settleDisplayNames(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE actorName SET isDisplay = 0
        WHERE isDisplay AND EXISTS (
          SELECT 1 FROM actorName AS other
          WHERE other.actor = actorName.actor AND other.language = actorName.language
            AND other.isDisplay AND other.name < actorName.name)
        """)
    // The next import registers its actors again, whatever it registered last.
    try db.execute(sql: "DELETE FROM setting WHERE name = 'actorRegistry'")
  }
}
