import CasusModel

/// The kinds of events on which any relation depends.
struct TriggerKinds {
  private struct Kind: Hashable {
    let type: EventType
    let mode: String?
  }

  /// Triggers without a mode stand for every mode of their type.
  private let kinds: Set<Kind>

  init(_ catalog: EventCatalog) {
    self.init(Array(catalog.relations.values))
  }

  /// Those of some relations.
  init(_ relations: [EventCatalog.RelationInfo]) {
    let triggers = relations.flatMap { $0.opens + $0.supports + $0.closes }
    kinds = Set(triggers.map { Kind(type: $0.type, mode: $0.mode) })
    typeList = Set(triggers.map { "'\($0.type.rawValue)'" }).sorted().joined(separator: ", ")
    quadList = Set(triggers.map(\.type.quadClass.number)).sorted().map { "\($0)" }
      .joined(separator: ", ")
  }

  /// The types of these events as a list of SQL.
  let typeList: String
  /// The numbers of their quadrants, which the table of pairs has.
  let quadList: String

  /// Whether any relation depends on events of a type and mode.
  func concern(_ type: EventType, mode: String?) -> Bool {
    kinds.contains(Kind(type: type, mode: nil))
      || mode != nil && kinds.contains(Kind(type: type, mode: mode))
  }
}
