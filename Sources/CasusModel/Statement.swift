/// One event as one place in one article states it: what extraction yields.
///
/// The store unites statements about the same event into one `Event` with many evidences.
public struct Statement: Hashable, Codable, Sendable {
  /// The PLOVER type.
  public var type: EventType
  /// The mode within the type, such as `arms-transfer` or `cut-relations`.
  public var mode: String?
  /// The actors that act, sorted.
  public var source: [ActorID]
  /// The actors acted on, sorted; empty where the type allows none.
  public var target: [ActorID]
  /// Further roles, such as `supplier`, `recipient`, `mediator`.
  public var roles: [String: [ActorID]]
  /// What was bought, sent, cut…, in the article's words.
  public var object: String?
  /// Where it happened, in the article's words.
  public var place: String?
  /// The words, the speaker, the status and the date of this statement.
  public var evidence: Evidence

  /// Makes a statement from its parts.
  public init(
    type: EventType, mode: String? = nil, source: [ActorID], target: [ActorID],
    roles: [String: [ActorID]] = [:], object: String? = nil, place: String? = nil,
    evidence: Evidence
  ) {
    self.type = type
    self.mode = mode
    self.source = source
    self.target = target
    self.roles = roles
    self.object = object
    self.place = place
    self.evidence = evidence
  }
}
