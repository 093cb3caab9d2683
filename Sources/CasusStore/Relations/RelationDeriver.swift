import CasusModel

/// Works out how two actors stand from the events between them, by the catalog's rules.
///
/// - Events that happened count; denied and hypothetical ones do not. An event both reported and
///   denied counts, and what rests on it alone is contested.
/// - The first opening event opens a relation; it holds until a closing event. Nothing else closes
///   it. A closing event without a relation to close does nothing.
/// - Supporting events open a relation weakly (`2022-09?/..`) when no opening event does.
/// - A rough date that holds the finer date of another opening event gives way to it.
/// - Undated events cannot be placed: they open a relation only when no dated event does, support
///   the only one there is, and make a relation in force contested when they would close it.
/// - Planned opening events support a relation that came about, or else make a planned one.
struct RelationDeriver {
  let catalog: EventCatalog
  /// The two actors, the smaller identifier first.
  let pair: ActorPair

  /// The relations of the pair, sorted by kind and source, each with its first event first.
  func relations(from events: [RelationEvent]) -> [Relation] {
    let ordered = events.sorted(by: RelationEvent.isBefore)
    return catalog.relations.sorted { $0.key < $1.key }.flatMap { kind, info in
      let types = Set((info.opens + info.closes + info.supports).map(\.type))
      let concerned = ordered.filter { types.contains($0.type) }
      return (concerned.isEmpty ? [] : directions(of: info)).flatMap { direction in
        var history = RelationHistory()
        for event in concerned {
          guard let part = part(of: event, in: info, direction: direction) else { continue }
          history.take(event, as: part)
        }
        let ends = direction.isForward ? pair : ActorPair(pair.second, pair.first)
        return history.finished().map { $0.relation(kind: kind, info: info, between: ends) }
      }
    }
  }

  /// A way in which a relation may run between the pair.
  struct Direction {
    let isForward: Bool
    let isEither: Bool
  }

  func directions(of info: EventCatalog.RelationInfo) -> [Direction] {
    info.isSymmetric
      ? [Direction(isForward: true, isEither: true)]
      : [
        Direction(isForward: true, isEither: false), Direction(isForward: false, isEither: false),
      ]
  }

  /// What an event does to a relation; a trigger that names a mode goes before one that does not.
  func part(
    of event: RelationEvent, in info: EventCatalog.RelationInfo, direction: Direction
  ) -> RelationEvent.Part? {
    let triggers: [(RelationEvent.Part, [EventCatalog.Trigger])] = [
      (.opens, info.opens), (.closes, info.closes), (.supports, info.supports),
    ]
    for isNamed in [true, false] {
      for (part, list) in triggers {
        let fits = list.contains { trigger in
          trigger.type == event.type && (trigger.mode != nil) == isNamed
            && (trigger.mode == nil || trigger.mode == event.mode)
            && (direction.isEither || event.runs(forward: direction.isForward, by: trigger))
        }
        if fits { return part }
      }
    }
    return nil
  }
}
