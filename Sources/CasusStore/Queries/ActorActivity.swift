public import CasusModel

/// An actor with the number of events it takes part in.
public struct ActorActivity: Hashable, Codable, Sendable {
  /// The actor.
  public var actor: Actor
  /// The number of events, those of its people and bodies included.
  public var events: Int

  /// Makes an entry from its parts.
  public init(actor: Actor, events: Int) {
    self.actor = actor
    self.events = events
  }
}
