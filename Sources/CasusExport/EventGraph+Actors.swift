import CasusModel

extension EventGraph {
  /// The identifiers of its actors and of all others that its events and relations name, sorted.
  var namedActors: [ActorID] {
    var ids = Set(actors.map(\.id))
    for event in events {
      ids.formUnion(event.source)
      ids.formUnion(event.target)
      ids.formUnion(event.roles.values.joined())
    }
    for relation in relations { ids.formUnion([relation.source, relation.target]) }
    return ids.sorted()
  }

  /// Its articles by identifier.
  var articlesByID: [String: Article] {
    Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
  }
}
