public import CasusModel
import GRDB

extension EventStore {
  /// Tells the store about actors, so that people can name them as they are used to.
  ///
  /// Actors that it knew are replaced with their names; others stay. Doing it again with the same
  /// actors costs next to nothing.
  /// - Parameters:
  ///   - actors: the actors, with a display name for each language.
  ///   - names: all further names: actor, BCP 47 code of the language, name.
  /// - Throws: `StoreError`, when the store cannot be written.
  public func register(
    actors: [Actor], names: [(actor: ActorID, language: String, name: String)] = []
  ) throws {
    let names = Dictionary(grouping: names) { $0.actor }
    let entries = actors.sorted { $0.id < $1.id }.map { actor in
      ActorEntry(
        actor: actor, names: (names[actor.id] ?? []).map { ($0.language, $0.name) })
    }
    let content = ContentHash.hex(of: entries.map(\.text).joined(separator: "\n").utf8)
    let isKnown =
      try read { db in
        try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'actorRegistry'")
      } == content
    guard !isKnown else { return }
    try write { db, _ in
      let keys = ActorKeys(db)
      for entry in entries { try entry.write(to: db, keys) }
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('actorRegistry', ?)",
        arguments: [content])
    }
  }

  /// The actor that a name or identifier means, in any known language, whatever its case.
  ///
  /// Display names go before other names. `resolveActor("korea utara")` gives `PRK`.
  /// - Throws: `StoreError.unknownActor` with the nearest known names, or `.ambiguousActor`.
  public func resolveActor(_ name: String) throws -> ActorID {
    try read { try ActorNames(db: $0).resolve(name) }
  }
}
