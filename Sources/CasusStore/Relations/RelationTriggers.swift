import CasusModel

/// What events do to one kind of relation, looked up by their type and mode.
///
/// It is an object, so that handing it about does not copy its lists.
final class RelationTriggers {
  /// A way in which an event may concern the relation.
  ///
  /// It is an object, so that handing it about does not copy its texts.
  final class Entry {
    let part: RelationEvent.Part
    let trigger: EventCatalog.Trigger

    init(part: RelationEvent.Part, trigger: EventCatalog.Trigger) {
      self.part = part
      self.trigger = trigger
    }
  }

  let kind: String
  let info: EventCatalog.RelationInfo
  /// The types of the events that concern it.
  let types: TypeSet
  /// The kinds of these events.
  let eventKinds: TriggerKinds
  /// By the code of the type, in the order in which they are asked: those that name a mode first.
  private let entries: [[Entry]]

  init(kind: String, info: EventCatalog.RelationInfo, places: PlaceKeys) {
    self.kind = kind
    self.info = info
    let all =
      info.opens.map { Entry(part: .opens, trigger: $0) }
      + info.closes.map { Entry(part: .closes, trigger: $0) }
      + info.supports.map { Entry(part: .supports, trigger: $0) }
    let ordered = all.filter { $0.trigger.mode != nil } + all.filter { $0.trigger.mode == nil }
    entries = EventType.inCodeOrder.map { type in ordered.filter { $0.trigger.type == type } }
    types = TypeSet(ordered.map(\.trigger.type))
    eventKinds = TriggerKinds([info], places: places)
  }

  /// The relations of a catalog, by kind.
  static func all(of catalog: EventCatalog) -> [RelationTriggers] {
    catalog.relations.sorted { $0.key < $1.key }.map {
      RelationTriggers(kind: $0, info: $1, places: catalog.places)
    }
  }

  /// A way in which a relation may run between two actors.
  struct Direction: Hashable {
    let isForward: Bool
    let isEither: Bool
  }

  /// The ways in which it may run.
  var directions: [Direction] {
    info.isSymmetric
      ? [Direction(isForward: true, isEither: true)]
      : [
        Direction(isForward: true, isEither: false), Direction(isForward: false, isEither: false),
      ]
  }

  /// What an event does to it; a trigger that names a mode goes before one that does not.
  func part(of event: RelationEvent, direction: Direction) -> RelationEvent.Part? {
    entry(for: event, direction: direction)?.part
  }

  /// The trigger that an event meets; one that names a mode goes before one that does not.
  func entry(for event: RelationEvent, direction: Direction) -> Entry? {
    for entry in entries[event.type.code] {
      let fits =
        entry.trigger.fits(mode: event.mode)
        && (direction.isEither || event.runs(forward: direction.isForward, by: entry.trigger))
      if fits { return entry }
    }
    return nil
  }
}
