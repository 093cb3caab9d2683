public import CasusModel

/// One step of a path: two actors and the events between them.
public struct PathStep: Hashable, Codable, Sendable {
  /// The actor the step starts from.
  public var from: ActorID
  /// The actor it leads to.
  public var to: ActorID
  /// The events between the two that pass the filter, by date.
  public var events: [Event]

  /// Makes a step from its parts.
  public init(from: ActorID, to: ActorID, events: [Event]) {
    self.from = from
    self.to = to
    self.events = events
  }
}
