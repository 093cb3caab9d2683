/// A side of an event.
public enum EventSide: String, CaseIterable, Sendable {
  /// Who acts.
  case source
  /// Who is acted on.
  case target
}
