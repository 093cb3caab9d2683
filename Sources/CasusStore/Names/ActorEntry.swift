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

  func write(to db: Database, _ keys: ActorKeys) throws {
    let key = try keys.key(of: actor.id)
    let parent = try actor.parent.map { try keys.key(of: $0) }
    try FastStatement(db, "UPDATE actor SET kind = ?, parent = ? WHERE key = ?").run {
      $0.add(actor.kind.rawValue)
      $0.add(parent)
      $0.add(key)
    }
    try FastStatement(db, "DELETE FROM actorName WHERE actor = ?").run { $0.add(key) }
    let insert = try FastStatement(
      db, "INSERT INTO actorName (actor, language, name, folded, isDisplay) VALUES (?, ?, ?, ?, ?)")
    var last: (language: String, name: String)?
    for (language, name) in names {
      if let last, last == (language, name) { continue }
      last = (language, name)
      let folded = FoldedName.fold(name)
      guard !folded.isEmpty else { continue }
      try insert.run {
        $0.add(key)
        $0.add(language)
        $0.add(name)
        $0.add(folded)
        $0.add(actor.names[language] == name)
      }
    }
  }
}
