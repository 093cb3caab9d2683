public import CasusModel

/// An actor within reach of another over events between pairs.
public struct Neighbour: Hashable, Codable, Sendable {
  /// The actor.
  public var actor: ActorID
  /// The fewest steps that lead to it.
  public var hops: Int
  /// The actor before it on the way; for one step the actor that was asked about.
  public var via: ActorID
  /// The events between the two that pass the filter.
  public var events: Int

  /// Makes an entry from its parts.
  public init(actor: ActorID, hops: Int, via: ActorID, events: Int) {
    self.actor = actor
    self.hops = hops
    self.via = via
    self.events = events
  }
}

/// An actor that two others have to do with.
public struct CommonPartner: Hashable, Codable, Sendable {
  /// The actor.
  public var actor: ActorID
  /// Its events with the first of the two.
  public var withFirst: Int
  /// Its events with the second.
  public var withSecond: Int

  /// Makes an entry from its parts.
  public init(actor: ActorID, withFirst: Int, withSecond: Int) {
    self.actor = actor
    self.withFirst = withFirst
    self.withSecond = withSecond
  }
}
