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
    let actors = actors.sorted { $0.id < $1.id }
    let content = Self.content(of: actors, names)
    let isKnown =
      try read { db in
        try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'actorRegistry'")
      } == content
    guard !isKnown else { return }
    let names = Dictionary(grouping: names) { $0.actor }
    try writeUnchecked { db, _ in
      let writer = try ActorEntry.Writer(db)
      for (place, actor) in actors.enumerated() {
        // Of several entries for one actor the last holds.
        if place + 1 < actors.count, actors[place + 1].id == actor.id { continue }
        let names = (names[actor.id] ?? []).map { (language: $0.language, name: $0.name) }
        try ActorEntry(actor: actor, names: names).write(to: writer)
      }
      try writer.names.flush()
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('actorRegistry', ?)",
        arguments: [content])
    }
  }

  /// A hash of all that is told about actors, by which it is known whether anything is new.
  private static func content(
    of actors: [Actor], _ names: [(actor: ActorID, language: String, name: String)]
  ) -> String {
    var text = ""
    func add(_ part: String) {
      text += part
      text += "\u{1F}"
    }
    for actor in actors {
      add(actor.id.rawValue)
      add(actor.kind.rawValue)
      add(actor.parent?.rawValue ?? "")
      for (language, name) in actor.names.sorted(by: { $0.key < $1.key }) {
        add(language)
        add(name)
      }
      text += "\n"
    }
    for (actor, language, name) in names {
      add(actor.rawValue)
      add(language)
      add(name)
    }
    return ContentHash.hex(of: text.utf8)
  }

  /// The actor that a name or identifier means, in any known language, whatever its case.
  ///
  /// Display names go before other names. `resolveActor("korea utara")` gives `PRK`.
  /// - Throws: `StoreError.unknownActor` with the nearest known names, or `.ambiguousActor`.
  public func resolveActor(_ name: String) throws -> ActorID {
    try read { try ActorNames(db: $0).resolve(name) }
  }
}
