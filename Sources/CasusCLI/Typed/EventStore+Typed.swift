import CasusExtraction
import CasusModel
import CasusStore

extension EventStore {
  /// The actor that people mean on the command line: by identifier or name, else by a name as it stands in
  /// sentences, "России" or "the Russians", where only one actor can be meant.
  /// - Throws: `StoreError.unknownActor` with the nearest names, or `.ambiguousActor`.
  func actor(named name: String) throws -> ActorID {
    do {
      return try resolveActor(name)
    } catch let unknown as StoreError {
      guard case .unknownActor = unknown, let meant = NamesTyped.known?.actors(name),
        meant.count == 1, let actor = meant.first,
        let known = try? resolveActor(actor.rawValue)
      else { throw unknown }
      return known
    }
  }
}

extension ConditionOptions {
  /// Makes sure, where nothing was found, that `--source` is not mistyped.
  /// - Throws: `StoreError.unknownSource` with the nearest names.
  func confirmSource(in store: EventStore) throws {
    if let source { try store.confirmSource(source) }
  }
}
