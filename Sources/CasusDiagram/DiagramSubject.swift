public import CasusModel

/// What a drawn thing shows, so that a page can tie it to its data.
public enum DiagramSubject: Hashable, Sendable {
  /// One event, or several folded into one mark; identifiers, the event that is named first.
  case events([String])
  /// An actor: its lane or its node.
  case actor(ActorID)
  /// Everything between two actors, or that the first does to the second; the events'
  /// identifiers.
  case tie(ActorID, ActorID, [String])
}
