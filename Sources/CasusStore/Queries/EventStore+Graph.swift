public import CasusModel
import GRDB

extension EventStore {
  /// The events that pass a filter with their actors, relations and articles, ready to be drawn.
  ///
  /// The relations are those between the rolled-up actors of the events, and of the period of the
  /// filter where it has one. Where it names actors, each relation is one of theirs; where it names a
  /// pair, between the two.
  /// - Parameters:
  ///   - filter: which events.
  ///   - supportLimit: how many events that support a relation are named, `nil` for all; the others
  ///     are only counted, as `unnamedSupportCount`.
  ///   - progress: told how many events have been read; it may throw to stop there.
  /// - Returns: the graph.
  /// - Throws: `StoreError`, or what `progress` throws.
  public func graph(
    matching filter: EventFilter = EventFilter(), supportLimit: Int? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> EventGraph {
    try read { db in
      let events = try EventQuery(filter, in: db).fetch(progress: progress)
      let isCut = filter.limit.map { events.count >= $0 } ?? false
      let named = Set(events.flatMap { $0.participants.values.joined() })
      let ids = named.union(named.map(\.rolledUp))
      let articles = try Self.articles(
        Set(events.flatMap { $0.evidence.map(\.articleID) }), text: false, in: db)
      return EventGraph(
        actors: try ActorReader(db: db).actors(ids), events: events,
        relations: try Self.relations(
          among: Set(ids.map(\.rolledUp)), filter,
          RelationReader(db: db, supportLimit: supportLimit), in: db),
        articles: articles, filter: filter.description,
        matchingEventCount: isCut ? try Self.count(filter, in: db) : events.count)
    }
  }

  private static func relations(
    among ids: Set<ActorID>, _ filter: EventFilter, _ reader: RelationReader, in db: Database
  ) throws -> [Relation] {
    let named = Set(filter.actors.map(\.rolledUp))
    let pair = filter.between.map { Set([$0.first.rolledUp, $0.second.rolledUp]) }
    var result: [Relation] = []
    for id in ids.sorted() {
      guard let scope = try ActorScope(id, in: db) else { continue }
      result += try reader.relations(from: scope.rolledUp).filter { ids.contains($0.target) }
    }
    return result.filter { relation in
      let ends: Set = [relation.source, relation.target]
      guard named.isEmpty || !named.isDisjoint(with: ends) else { return false }
      guard pair.map(ends.isSubset) ?? true else { return false }
      guard let validity = relation.validity else { return true }
      return validity.upperBound >= filter.from?.lowerBound ?? .min
        && validity.lowerBound <= filter.to?.upperBound ?? .max
    }.sorted { $0.id < $1.id }
  }
}
