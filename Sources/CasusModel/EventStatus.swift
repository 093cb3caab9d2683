/// Whether a statement says that its event happened, will, could, or did not.
public enum EventStatus: String, CaseIterable, Codable, Sendable {
  /// Happened, or is going on.
  case occurred
  /// Announced, expected, intended or in negotiation.
  case planned
  /// Could, might, if, or a wish.
  case hypothetical
  /// Negated, refused, or said not to have happened.
  case denied
}

/// How the date of an event was found.
public enum DateBasis: String, CaseIterable, Codable, Sendable {
  /// The text gives the whole date, year included.
  case explicit
  /// Reckoned from the publication date or from another date of the text ("last week", "in July").
  case relative
  /// A word that points at the day itself ("yesterday", "today").
  case deictic
  /// Carried over from an earlier sentence about the same episode.
  case inherited
  /// The day of publication, because the text says so ("now").
  case publication
  /// The text gives no way to know the date.
  case none
}
