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

  init(_ catalog: EventCatalog) {
    self.init(Array(catalog.relations.values))
  }

  /// Those of some relations.
  init(_ relations: [EventCatalog.RelationInfo]) {
    let triggers = relations.flatMap(\.triggers)
    kinds = Set(triggers.map { Kind(type: $0.type, mode: $0.mode) })
    directed = Set(
      relations.filter { !$0.isSymmetric }.flatMap(\.triggers).map {
        Kind(type: $0.type, mode: $0.mode)
      })
    typeCodes = Set(triggers.map(\.type.code)).sorted().map { "\($0)" }.joined(separator: ", ")
    quadList = Set(triggers.map(\.type.quadClass.number)).sorted().map { "\($0)" }
      .joined(separator: ", ")
  }

  /// The numbers of the types of these events as a list of SQL.
  let typeCodes: String
  /// The numbers of their quadrants, which the table of pairs has.
  let quadList: String

  /// Whether any relation depends on events of a type and mode.
  func concern(_ type: EventType, mode: String?) -> Bool {
    Self.holds(kinds, type, mode)
  }

  /// Whether a relation that runs one way does, so that it matters who gives and who gets.
  func needDirection(_ type: EventType, mode: String?) -> Bool {
    Self.holds(directed, type, mode)
  }

  private static func holds(_ kinds: Set<Kind>, _ type: EventType, _ mode: String?) -> Bool {
    kinds.contains(Kind(type: type, mode: nil))
      || mode != nil && kinds.contains(Kind(type: type, mode: mode))
  }
}

extension EventCatalog.RelationInfo {
  fileprivate var triggers: [EventCatalog.Trigger] { opens + supports + closes }
}
