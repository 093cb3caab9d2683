import CasusModel

/// A node of an exported network: an actor.
struct GraphNode {
  /// The actor's identifier.
  var id: String
  /// The display name.
  var label: String
  /// What the actor is; empty when the graph does not say.
  var kind: String
  /// The actor it belongs to, or empty.
  var parent: String

  /// The graph's actors and every other identifier that its events and relations use, sorted.
  static func all(in graph: EventGraph, options: ExportOptions) -> [GraphNode] {
    let known = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
    var ids = Set(known.keys)
    for event in graph.events { ids.formUnion(event.source + event.target) }
    for relation in graph.relations { ids.formUnion([relation.source, relation.target]) }
    return ids.sorted().map { id in
      let actor = known[id]
      return GraphNode(
        id: id.rawValue, label: actor?.name(in: options.language) ?? id.rawValue,
        kind: actor?.kind.rawValue ?? "", parent: actor?.parent?.rawValue ?? "")
    }
  }
}
