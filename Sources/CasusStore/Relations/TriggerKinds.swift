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
    let triggers = catalog.relations.values.flatMap { $0.opens + $0.supports + $0.closes }
    kinds = Set(triggers.map { Kind(type: $0.type, mode: $0.mode) })
    typeList = Set(triggers.map { "'\($0.type.rawValue)'" }).sorted().joined(separator: ", ")
  }

  /// The types of these events as a list of SQL.
  let typeList: String

  /// Whether any relation depends on events of a type and mode.
  func concern(_ type: EventType, mode: String?) -> Bool {
    kinds.contains(Kind(type: type, mode: nil))
      || mode != nil && kinds.contains(Kind(type: type, mode: mode))
  }
}
