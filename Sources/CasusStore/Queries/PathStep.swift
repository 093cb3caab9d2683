public import CasusModel

/// One step of a path: two actors and the events between them.
public struct PathStep: Hashable, Codable, Sendable {
  /// The actor the step starts from.
  public var from: ActorID
  /// The actor it leads to.
  public var to: ActorID
  /// Events between the two that pass the filter, as many as its limit allows.
  public var events: [Event]
  /// How many pass it in all.
  public var eventCount: Int

  /// Makes a step from its parts.
  public init(from: ActorID, to: ActorID, events: [Event], eventCount: Int? = nil) {
    self.from = from
    self.to = to
    self.events = events
    self.eventCount = eventCount ?? events.count
  }
}
