import CasusKnowledge
import CasusModel
import CasusStore

/// A database of generated events.
struct GeneratedStore {
  let store: EventStore
  let path: String
  /// Pairs of actors, met as often as their events.
  let pairs: [ActorPair]
  /// Processor seconds that the import took.
  let importTime: Double

  /// Fills a database.
  /// - Parameters:
  ///   - path: the file, which must not exist.
  ///   - eventCount: how many events.
  ///   - actorLimit: among how many actors.
  ///   - knowledge: the actors and rules.
  /// - Throws: `StoreError`, when the file cannot be written.
  init(path: String, eventCount: Int, actorLimit: Int, knowledge: Knowledge) throws {
    let frequent = NewsLanguage.frequentStates.map { ActorID(rawValue: $0) }
    let others = knowledge.actors.entries.map(\.actor.id).filter {
      $0.rolledUp == $0 && !frequent.contains($0)
    }
    var generator = EventGenerator(actors: Array((frequent + others).prefix(actorLimit)))
    let articles = generator.articles(eventCount: eventCount)
    let store = try EventStore(path: path, access: .writing(knowledge.catalog))
    try store.register(actors: knowledge.actors.entries.map(\.actor))
    importTime = try CPUClock.measure { try store.importBatch(articles) }
    pairs = articles.compactMap { article in
      article.statements.first.map { ActorPair($0.source[0], $0.target[0]) }
    }
    self.store = store
    self.path = path
  }
}
