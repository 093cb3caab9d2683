/// What is known of the event types and relation kinds, in a form that every stage can share.
public struct EventCatalog: Sendable {
  /// One event type or mode as described in `Data/EventTypes`.
  public struct TypeInfo: Hashable, Codable, Sendable {
    /// Label per language, such as `["en": "accuses | accuse", "id": "menuduh"]`.
    public var labels: [String: Label]
    /// Label per language before a target, where it differs: `["en": "retreats from | retreat from"]`.
    public var targetLabels: [String: Label]
    /// PLOVER intensity, −10…+10.
    public var intensity: Double
    /// CAMEO root or code, as text.
    public var cameo: String
    /// Modes by name.
    public var modes: [String: ModeInfo]

    /// Makes a description from its parts.
    public init(
      labels: [String: Label], targetLabels: [String: Label] = [:], intensity: Double,
      cameo: String, modes: [String: ModeInfo]
    ) {
      self.targetLabels = targetLabels
      self.labels = labels
      self.intensity = intensity
      self.cameo = cameo
      self.modes = modes
    }
  }

  /// One mode of an event type.
  public struct ModeInfo: Hashable, Codable, Sendable {
    /// Label per language, such as `["en": "cuts relations with | cut relations with"]`.
    public var labels: [String: Label]
    /// Label per language before a target, where it differs: `["en": "retreats from | retreat from"]`.
    public var targetLabels: [String: Label]
    /// Labels before a target where what changes hands comes from the source ("sells arms to") or goes
    /// to it ("buys arms from"), by the role that the source has, `supplier` or `recipient`.
    public var roleLabels: [String: [String: Label]]
    /// Labels before targets of one kind, where they differ, by that kind: `["person": ["en": "kills | kill"]]`.
    public var kindLabels: [String: [String: Label]]
    /// PLOVER intensity, −10…+10, where it differs from the type's.
    public var intensity: Double?
    /// CAMEO code, if one fits.
    public var cameo: String?
    /// Whether it is an act that two actors do once, until it is undone, such as cutting relations.
    public var isSingular: Bool

    /// Makes a description from its parts.
    public init(
      labels: [String: Label], targetLabels: [String: Label] = [:],
      roleLabels: [String: [String: Label]] = [:], kindLabels: [String: [String: Label]] = [:],
      intensity: Double?, cameo: String?,
      isSingular: Bool = false
    ) {
      self.targetLabels = targetLabels
      self.roleLabels = roleLabels
      self.kindLabels = kindLabels
      self.labels = labels
      self.intensity = intensity
      self.cameo = cameo
      self.isSingular = isSingular
    }
  }

  /// A type and, optionally, a mode: what opens or closes a relation.
  public struct Trigger: Hashable, Codable, Sendable {
    /// The event type.
    public var type: EventType
    /// The mode, `noMode` for events without one, or `nil` for every mode.
    public var mode: String?
    /// Whether the relation runs from the event's target to its source.
    public var isReversed: Bool
    /// How much of a relation it ends, where it closes one.
    public var extent: Extent
    /// Whether an event that closes a relation of which nothing else is known says that it was there.
    public var isTelling: Bool

    /// How much of a relation an event ends that closes it.
    public enum Extent: String, Hashable, Codable, Sendable {
      /// All of it.
      case whole
      /// What was told of the place that the event names; all of it where it names none.
      case namedPlace = "named-place"
      /// What was told of the place that the event names, or of no place where it names none.
      case place
    }

    /// What stands for the mode of events that have none.
    public static let noMode = "-"

    /// Whether an event of its type and of a mode meets it.
    public func fits(mode: String?) -> Bool {
      self.mode == nil || self.mode == (mode ?? Self.noMode)
    }

    /// Makes a trigger from its parts.
    public init(
      type: EventType, mode: String?, isReversed: Bool = false, extent: Extent = .whole,
      isTelling: Bool = false
    ) {
      self.type = type
      self.mode = mode
      self.isReversed = isReversed
      self.extent = extent
      self.isTelling = isTelling
    }
  }

  /// One relation kind as described in `Data/Relations`.
  public struct RelationInfo: Hashable, Codable, Sendable {
    /// Label per language.
    public var labels: [String: String]
    /// Whether the two actors may be exchanged.
    public var isSymmetric: Bool
    /// +1 friendly, −1 hostile, 0 neither.
    public var polarity: Int
    /// Events that open it.
    public var opens: [Trigger]
    /// Events that support it while it is open (and open it weakly when nothing else did).
    public var supports: [Trigger]
    /// Events that close it.
    public var closes: [Trigger]

    /// Makes a description from its parts.
    public init(
      labels: [String: String], isSymmetric: Bool, polarity: Int, opens: [Trigger],
      supports: [Trigger], closes: [Trigger]
    ) {
      self.labels = labels
      self.isSymmetric = isSymmetric
      self.polarity = polarity
      self.opens = opens
      self.supports = supports
      self.closes = closes
    }
  }

  /// Event types by PLOVER name.
  public var types: [String: TypeInfo]
  /// Relation kinds by name.
  public var relations: [String: RelationInfo]
  /// Actors whose names take a verb in the plural, per language: the Netherlands in German.
  public var pluralNames: [String: Set<ActorID>]

  /// What places are called, in any language.
  public var places: PlaceKeys

  /// How names are put into a case, by language.
  public var names: NameGrammars

  /// Makes a catalog from its parts.
  public init(
    types: [String: TypeInfo], relations: [String: RelationInfo],
    pluralNames: [String: Set<ActorID>] = [:],
    places: PlaceKeys = PlaceKeys { PlaceKeys.Contents(keys: [:], hash: "") },
    names: NameGrammars = NameGrammars { _ in nil }
  ) {
    self.names = names
    self.places = places
    self.types = types
    self.relations = relations
    self.pluralNames = pluralNames
  }

  /// The label of a type or mode in a language, else in English, else the bare name.
  /// - Parameters:
  ///   - type: The type.
  ///   - mode: The mode, if any.
  ///   - language: The language, as a BCP 47 code.
  ///   - subjects: Who acts, where named before the label; it agrees with them.
  ///   - hasTarget: Whether the name of a target follows.
  /// - Returns: The label.
  public func label(
    _ type: EventType, mode: String?, language: String, subjects: [ActorID] = [],
    hasTarget: Bool = false
  ) -> String {
    let label = label(type, mode: mode, language: language, hasTarget: hasTarget, role: nil)
    return isPlural(subjects, language: language) ? label.plural : label.singular
  }

  /// The label of an event's type and mode, which says who supplies whom where the event does.
  /// - Parameters:
  ///   - event: The event.
  ///   - language: The language, as a BCP 47 code.
  ///   - subjects: Who is named before the label; it agrees with them.
  ///   - targetKind: What all targets are, if the label shall say it.
  /// - Returns: The label.
  public func label(
    of event: Event, language: String, subjects: [ActorID] = [], targetKind: Actor.Kind? = nil
  ) -> String {
    let form = form(of: event, language: language, subjects: subjects, targetKind: targetKind)
    return Label.bare(form)
  }

  /// The label of an event as the data files have it, with the place for its target.
  func form(
    of event: Event, language: String, subjects: [ActorID], isPlural: Bool? = nil,
    targetKind: Actor.Kind?
  ) -> String {
    let label = label(
      event.type, mode: event.mode, language: language, hasTarget: !event.target.isEmpty,
      role: event.target.isEmpty ? nil : event.roleOfSource, targetKind: targetKind)
    let isPlural = isPlural ?? self.isPlural(subjects, language: language)
    return isPlural ? label.pluralForm : label.singularForm
  }

  private func label(
    _ type: EventType, mode: String?, language: String, hasTarget: Bool, role: String?,
    targetKind: Actor.Kind? = nil
  ) -> Label {
    let info = types[type.rawValue]
    let found = mode.flatMap { info?.modes[$0] }
    if let targetKind, let label = found?.kindLabels[targetKind.rawValue]?[language] {
      return label
    }
    if let labels = role.flatMap({ found?.roleLabels[$0] }),
      let label = labels[language] ?? labels["en"]
    {
      return label
    }
    for language in [language, "en"] {
      if hasTarget, let label = found?.targetLabels[language] { return label }
      if let label = found?.labels[language] { return label }
    }
    for language in [language, "en"] {
      if hasTarget, let label = info?.targetLabels[language] { return label }
      if let label = info?.labels[language] { return label }
    }
    return Label(type.rawValue.lowercased())
  }

  /// PLOVER intensity of a type and mode, −10…+10; 0 when the catalog does not know the type.
  public func intensity(_ type: EventType, mode: String?) -> Double {
    let info = types[type.rawValue]
    if let mode, let value = info?.modes[mode]?.intensity { return value }
    return info?.intensity ?? 0
  }

  /// Whether a type and mode is an act that two actors do once, until it is undone.
  public func isSingular(_ type: EventType, mode: String?) -> Bool {
    guard let mode else { return false }
    return types[type.rawValue]?.modes[mode]?.isSingular ?? false
  }
}

extension Event {
  /// The role that the whole source has beside acting, `supplier` or `recipient`, if it has one alone.
  fileprivate var roleOfSource: String? {
    let states = Set(source.map(\.rolledUp))
    let held = roles.filter { !states.isDisjoint(with: $0.value.map(\.rolledUp)) }
    guard held.count == 1, let role = held.first, states.isSubset(of: role.value.map(\.rolledUp))
    else { return nil }
    return role.key
  }
}
