public import CasusModel
import GRDB

extension EventStore {
  /// Actors whose name or identifier holds some words, or all that take part in events.
  ///
  /// Sorted by number of events, the most first, then by identifier.
  /// - Parameter words: compared without case and accents; `nil` lists the rolled-up actors of
  ///   events.
  /// - Returns: the actors with their numbers of events.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func actors(matching words: String? = nil) throws -> [ActorActivity] {
    try read { db in
      let reader = ActorReader(db: db)
      let found =
        if let words { try reader.keys(matching: words) } else { try reader.activeKeys() }
      return try found.map { key in
        ActorActivity(actor: try reader.actor(key), events: try reader.eventCount(of: key))
      }.sorted { ($1.events, $0.actor.id) < ($0.events, $1.actor.id) }
    }
  }

  /// The actors with some identifiers, sorted; unknown ones are left out.
  public func actors(_ ids: some Sequence<ActorID>) throws -> [Actor] {
    try read { try ActorReader(db: $0).actors(ids) }
  }
}
