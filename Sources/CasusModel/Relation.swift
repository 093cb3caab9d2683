/// How two actors stand over an interval of time, derived from events.
public struct Relation: Hashable, Codable, Sendable, Identifiable {
  /// Whether the relation holds, and how surely.
  public enum State: String, CaseIterable, Codable, Sendable {
    /// Opened and not closed.
    case inForce = "in-force"
    /// Closed by an event.
    case ended
    /// Only announced.
    case planned
    /// The evidence disagrees.
    case contested
  }

  /// Content hash of kind, actors and opening event.
  public var id: String
  /// The relation kind of `Data/Relations`, such as `war` or `diplomatic-relations`.
  public var kind: String
  /// The actor it starts from; for symmetric kinds the smaller identifier.
  public var source: ActorID
  /// The actor it points at.
  public var target: ActorID
  /// Whether source and target may be exchanged.
  public var isSymmetric: Bool
  /// +1 friendly, −1 hostile, 0 neither.
  public var polarity: Int
  /// The interval it holds, as EDTF: `2022-07-13/..`; `nil` when no event is dated.
  public var validity: EDTF?
  /// Whether it holds.
  public var state: State
  /// Identifiers of the events that open it.
  public var opening: [String]
  /// Identifiers of the events that support it; only the first where no more were asked for.
  public var supporting: [String]
  /// How many further events support it that were not asked for; it is not encoded.
  public var unnamedSupportCount = 0
  /// Identifiers of the events that close it.
  public var closing: [String]
  /// How sure it is that there is such a relation, 0…1; `nil` where nobody asked.
  public var confidence: Double?

  private enum CodingKeys: String, CodingKey {
    case id, kind, source, target, isSymmetric, polarity, validity, state, opening, supporting
    case closing, confidence
  }

  /// Makes a relation from its parts.
  public init(
    id: String, kind: String, source: ActorID, target: ActorID, isSymmetric: Bool, polarity: Int,
    validity: EDTF?, state: State, opening: [String], supporting: [String], closing: [String]
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.target = target
    self.isSymmetric = isSymmetric
    self.polarity = polarity
    self.validity = validity
    self.state = state
    self.opening = opening
    self.supporting = supporting
    self.closing = closing
  }

  /// How many events it rests on, those that were not asked for included.
  public var eventCount: Int {
    opening.count + supporting.count + unnamedSupportCount + closing.count
  }

  /// Leaves the first supporting events, and counts the others.
  public mutating func keepSupport(_ limit: Int) {
    let further = supporting.count - limit
    guard further > 0 else { return }
    supporting.removeLast(further)
    unnamedSupportCount += further
  }
}
