import CasusModel

/// The kinds of events on which any relation depends.
struct TriggerKinds {
  private struct Kind: Hashable {
    let type: EventType
    let mode: String?
  }

  /// Triggers without a mode stand for every mode of their type.
  private let kinds: Set<Kind>
  /// Those of relations that run one way.
  private let directed: Set<Kind>
  /// Those of relations that may end place by place.
  private let placed: Set<Kind>

  /// Keys of places by name.
  private let places: PlaceKeys

  init(_ catalog: EventCatalog) {
    self.init(Array(catalog.relations.values), places: catalog.places)
  }

  /// Those of some relations, which know places by some keys.
  init(_ relations: [EventCatalog.RelationInfo], places: PlaceKeys) {
    self.places = places
    let triggers = relations.flatMap(\.triggers)
    kinds = Set(triggers.map { Kind(type: $0.type, mode: $0.mode) })
    directed = Set(
      relations.filter { !$0.isSymmetric }.flatMap(\.triggers).map {
        Kind(type: $0.type, mode: $0.mode)
      })
    placed = Set(
      relations.filter(\.endsByPlace).flatMap { $0.opens + $0.closes }.map {
        Kind(type: $0.type, mode: $0.mode)
      })
    // SQLite would make a table of a list each time that it runs the statement.
    let typeCodes = triggers.reduce(0) { $0 | 1 << $1.type.code }
    eventSelection = """
      SELECT \(RelationEvent.selection) FROM dyad JOIN event ON event.key = dyad.event
      WHERE dyad.source = ? AND dyad.target = ? AND dyad.day BETWEEN ? AND ?
        AND (\(typeCodes) >> dyad.typeCode) & 1
      """
  }

  /// Selects the events of these types from one actor to another that begin within some days.
  let eventSelection: String

  /// Whether any relation depends on events of a type and mode.
  func concern(_ type: EventType, mode: String?) -> Bool {
    Self.holds(kinds, type, mode)
  }

  /// Whether a relation that runs one way does, so that it matters who gives and who gets.
  func needDirection(_ type: EventType, mode: String?) -> Bool {
    Self.holds(directed, type, mode)
  }

  /// Whether a relation that may end place by place does, so that it matters where it happens.
  func needPlace(_ type: EventType, mode: String?) -> Bool {
    Self.holds(placed, type, mode)
  }

  /// The pairs whose relations may depend on a group's events, the smaller identifier first.
  func pairs(touchedBy group: EventGroup) -> Set<ActorPair> {
    guard concern(group.type, mode: group.mode) else { return [] }
    let targets = ActorPair.targets(group.target, group.roles)
    if group.source.count == 1, targets.count == 1, let source = group.source.first,
      let target = targets.first
    {
      guard source != target else { return [] }
      return [source < target ? ActorPair(source, target) : ActorPair(target, source)]
    }
    var result: Set<ActorPair> = []
    for source in group.source {
      for target in targets where source != target {
        result.insert(source < target ? ActorPair(source, target) : ActorPair(target, source))
      }
    }
    return result
  }

  /// A place as relations compare it: by its key, so that Херсон is Kherson, and else by its name.
  func place(_ name: String) -> String {
    places[name] ?? FoldedName.fold(name)
  }

  private static func holds(_ kinds: Set<Kind>, _ type: EventType, _ mode: String?) -> Bool {
    kinds.contains(Kind(type: type, mode: nil))
      || kinds.contains(Kind(type: type, mode: mode ?? EventCatalog.Trigger.noMode))
  }
}

extension EventCatalog.RelationInfo {
  fileprivate var triggers: [EventCatalog.Trigger] { opens + supports + closes }

  /// Whether an event may end it in one place and leave it in others.
  var endsByPlace: Bool { closes.contains { $0.extent != .whole } }

  /// Whether an event that ends it may be all that tells of it.
  var isToldByItsEnd: Bool { closes.contains(where: \.isTelling) }
}
