import CasusModel
import GRDB

/// An actor with all its names, as it is registered.
struct ActorEntry {
  let actor: Actor
  /// Names by language, each once, in the order of the table; the display names among them.
  let names: [(language: String, name: String)]

  init(actor: Actor, names: [(language: String, name: String)]) {
    self.actor = actor
    let all = actor.names.map { (language: $0.key, name: $0.value) } + names
    self.names = all.sorted { ($0.language, $0.name) < ($1.language, $1.name) }
  }

  /// Where the rows of actors go; the names wait there until `flush`.
  struct Writer {
    let keys: ActorKeys
    let update: FastStatement
    let deletion: FastStatement
    let names: BulkInsert

    init(_ db: Database) throws {
      keys = ActorKeys(db)
      update = try FastStatement(db, "UPDATE actor SET kind = ?, parent = ? WHERE key = ?")
      deletion = try FastStatement(db, "DELETE FROM actorName WHERE actor = ?")
      names = BulkInsert(
        db, into: "actorName", ["actor", "language", "name", "folded", "isDisplay"])
    }
  }

  /// Writes the actor in place of what there is of it.
  func write(to writer: Writer) throws {
    let key = try writer.keys.key(of: actor.id)
    let parent = try actor.parent.map { try writer.keys.key(of: $0) }
    try writer.update.run {
      $0.add(actor.kind.rawValue)
      $0.add(parent)
      $0.add(key)
    }
    if try !writer.keys.isNew(key) { try writer.deletion.run { $0.add(key) } }
    var last: (language: String, name: String)?
    for (language, name) in names {
      if let last, last == (language, name) { continue }
      last = (language, name)
      let folded = FoldedName.fold(name)
      guard !folded.isEmpty else { continue }
      writer.names.add {
        $0.add(key)
        $0.add(language)
        $0.add(name)
        $0.add(folded)
        $0.add(actor.names[language] == name)
      }
    }
  }
}
