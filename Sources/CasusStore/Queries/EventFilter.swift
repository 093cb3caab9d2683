public import CasusModel

/// Which events are asked for; every condition narrows, an empty one does not.
public struct EventFilter: Hashable, Codable, Sendable {
  /// Any of these takes part, or one of its own people and bodies.
  public var actors: [ActorID]
  /// One of the two acts on the other.
  public var between: ActorPair?
  /// Any of these types.
  public var types: [EventType]
  /// Any of these quadrants.
  public var quads: [QuadClass]
  /// Any of these statuses.
  public var statuses: [EventStatus]
  /// Events whose date may reach the first day of this one or later; undated ones drop out.
  public var from: EDTF?
  /// Events whose date may lie on the last day of this one or earlier; undated ones drop out.
  public var to: EDTF?
  /// Somebody who says so: a publisher or an attribution, by name or actor identifier.
  public var source: String?
  /// Only what had been published by the last day of this date.
  ///
  /// Each event is told as it was known then. Articles without a date of publication drop out.
  public var knownOn: EDTF?
  /// At least one report in this language.
  public var language: String?
  /// At least this confidence.
  public var minConfidence: Double?
  /// Only events of which one source says that they happened and another denies it.
  public var isContested: Bool
  /// At least this many sources that do not copy each other, see `EventStore.sourceCounts(of:)`.
  public var minSources: Int?
  /// Only what had come into this database by the last day of this date (UTC).
  ///
  /// Each event is told as this database knew it then.
  public var recordedOn: EDTF?
  /// At most this many.
  public var limit: Int?
  /// Whether the latest events come first, and survive the limit; undated ones come last anyway.
  public var newestFirst: Bool

  /// Makes a filter; one without arguments lets every event pass.
  public init(
    actors: [ActorID] = [], between: ActorPair? = nil, types: [EventType] = [],
    quads: [QuadClass] = [], statuses: [EventStatus] = [], from: EDTF? = nil, to: EDTF? = nil,
    source: String? = nil, knownOn: EDTF? = nil, language: String? = nil,
    minConfidence: Double? = nil, isContested: Bool = false, minSources: Int? = nil,
    recordedOn: EDTF? = nil, limit: Int? = nil, newestFirst: Bool = false
  ) {
    self.actors = actors
    self.between = between
    self.types = types
    self.quads = quads
    self.statuses = statuses
    self.from = from
    self.to = to
    self.source = source
    self.knownOn = knownOn
    self.language = language
    self.minConfidence = minConfidence
    self.isContested = isContested
    self.minSources = minSources
    self.recordedOn = recordedOn
    self.limit = limit
    self.newestFirst = newestFirst
  }
}

extension EventFilter: CustomStringConvertible {
  /// The conditions in words, such as `PRK – RUS · from 2022-02 · occurred`; empty without any.
  public var description: String { description(naming: \.rawValue) }

  /// The conditions in words, actors under names of the caller's choice.
  public func description(naming name: (ActorID) -> String) -> String {
    var parts: [String] = []
    if let between { parts.append("\(name(between.first)) – \(name(between.second))") }
    if !actors.isEmpty { parts.append(actors.map(name).joined(separator: ", ")) }
    if !types.isEmpty { parts.append(types.map(\.rawValue).joined(separator: ", ")) }
    if !quads.isEmpty { parts.append(quads.map(\.rawValue).joined(separator: ", ")) }
    if let from { parts.append("from \(from)") }
    if let to { parts.append("to \(to)") }
    if !statuses.isEmpty { parts.append(statuses.map(\.rawValue).joined(separator: ", ")) }
    if let source { parts.append("says \(source)") }
    if let knownOn { parts.append("known on \(knownOn)") }
    if let recordedOn { parts.append("recorded by \(recordedOn)") }
    if isContested { parts.append("contested") }
    if let minSources { parts.append("\(minSources) sources or more") }
    if let language { parts.append("in \(language)") }
    if let minConfidence { parts.append("confidence \(minConfidence) or more") }
    return parts.joined(separator: " · ")
  }
}
