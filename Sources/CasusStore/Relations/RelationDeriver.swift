import CasusModel

/// Works out how two actors stand from the events between them, by the catalog's rules.
///
/// - Events that happened count; denied and hypothetical ones do not. An event both reported and
///   denied counts, and what rests on it alone is contested.
/// - The first opening event opens a relation; it holds until a closing event. Nothing else closes
///   it. A closing event without a relation to close does nothing.
/// - Where events end a relation place by place, those of one place leave it in force while another
///   is told of; they support it then.
/// - A closing event may tell of a relation of which nothing else is known, by a rule that says so.
/// - Supporting events open a relation weakly (`2022-09?/..`) when no opening event does.
/// - A rough date that holds the finer date of another opening event gives way to it.
/// - Undated events cannot be placed: they open a relation only when no dated event does, support
///   the only one there is, and make a relation in force contested when they would close it.
/// - Planned opening events support a relation that came about, or else make a planned one.
struct RelationDeriver {
  private let kinds: [RelationTriggers]

  init(catalog: EventCatalog) {
    kinds = RelationTriggers.all(of: catalog)
  }

  /// The relations of a pair, sorted by kind and source, each with its first event first; the
  /// smaller identifier of the pair comes first, its events in any order.
  func relations(of pair: ActorPair, from events: [RelationEvent]) -> [Relation] {
    let ordered = events.sorted(by: RelationEvent.isBefore)
    let types = TypeSet(ordered.lazy.map(\.type))
    return kinds.filter { !$0.types.isDisjoint(with: types) }.flatMap { triggers in
      let concerned = ordered.filter { triggers.types.contains($0.type) }
      return triggers.directions.flatMap { direction in
        var history = RelationHistory()
        for event in concerned {
          guard let entry = triggers.entry(for: event, direction: direction) else { continue }
          history.take(event, by: entry)
        }
        let ends = direction.isForward ? pair : ActorPair(pair.second, pair.first)
        return history.finished().map {
          $0.relation(kind: triggers.kind, info: triggers.info, between: ends)
        }
      }
    }
  }
}
