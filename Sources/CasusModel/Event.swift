/// One event of the graph: participants by role, type, mode, date and all its evidence.
public struct Event: Hashable, Codable, Sendable, Identifiable {
  /// Content hash of participants, type, mode, date and object; independent of import order.
  public var id: String
  /// The PLOVER type.
  public var type: EventType
  /// The mode within the type, if any.
  public var mode: String?
  /// The actors that act, sorted.
  public var source: [ActorID]
  /// The actors acted on, sorted.
  public var target: [ActorID]
  /// Further roles, such as `supplier`, `recipient`, `mediator`.
  public var roles: [String: [ActorID]]
  /// What was bought, sent, cut…, in the words of the best evidence.
  public var object: String?
  /// Where it happened, in the words of the best evidence.
  public var place: String?
  /// When it happened, the most precise date the evidence gives, or `nil`.
  public var date: EDTF?
  /// How the date was found.
  public var dateBasis: DateBasis
  /// The status that the evidence gives most often; ties go to the later article.
  public var status: EventStatus
  /// Whether the evidence disagrees: one says it happened, another denies it.
  public var isContested: Bool
  /// Confidence, 0…1.
  public var confidence: Double
  /// Every statement of the event, sorted by article publication date, article id and offset.
  public var evidence: [Evidence]

  /// Makes an event from its parts.
  public init(
    id: String, type: EventType, mode: String?, source: [ActorID], target: [ActorID],
    roles: [String: [ActorID]] = [:], object: String? = nil, place: String? = nil,
    date: EDTF?, dateBasis: DateBasis, status: EventStatus, isContested: Bool = false,
    confidence: Double, evidence: [Evidence]
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.source = source
    self.target = target
    self.roles = roles
    self.object = object
    self.place = place
    self.date = date
    self.dateBasis = dateBasis
    self.status = status
    self.isContested = isContested
    self.confidence = confidence
    self.evidence = evidence
  }

  /// The quadrant of the event's type.
  public var quadClass: QuadClass { type.quadClass }
}
