import CasusModel
import GRDB

/// An actor with all its names, as it is registered.
struct ActorEntry {
  let actor: Actor
  /// Names by language, each once; the display names among them.
  let names: [(language: String, name: String)]

  init(actor: Actor, names: [(language: String, name: String)]) {
    self.actor = actor
    var seen: Set<[String]> = []
    let all = actor.names.map { (language: $0.key, name: $0.value) } + names
    self.names = all.filter {
      !FoldedName.fold($0.name).isEmpty && seen.insert([$0.language, $0.name]).inserted
    }.sorted { ($0.language, $0.name) < ($1.language, $1.name) }
  }

  var text: String {
    let display = actor.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return
      ([actor.id.rawValue, actor.kind.rawValue, actor.parent?.rawValue ?? ""] + display
      + names.map { "\($0.language):\($0.name)" }).joined(separator: "\u{1F}")
  }

  func write(to db: Database, _ keys: ActorKeys) throws {
    let key = try keys.key(of: actor.id)
    try db.cachedStatement(sql: "UPDATE actor SET kind = ?, parent = ? WHERE key = ?")
      .execute(arguments: [
        actor.kind.rawValue, try actor.parent.map { try keys.key(of: $0) }, key,
      ])
    try db.cachedStatement(sql: "DELETE FROM actorName WHERE actor = ?").execute(arguments: [key])
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO actorName (actor, language, name, folded, isDisplay) VALUES (?, ?, ?, ?, ?)
        """)
    for (language, name) in names {
      try insert.execute(arguments: [
        key, language, name, FoldedName.fold(name), actor.names[language] == name,
      ])
    }
  }
}
