public import CasusModel

/// What a database holds, in numbers.
public struct StoreSummary: Hashable, Codable, Sendable {
  /// Articles that count.
  public var articles: Int
  /// Older versions of articles, kept but not counted.
  public var supersededArticles: Int
  /// Events.
  public var events: Int
  /// Pieces of evidence that count.
  public var evidence: Int
  /// Actors that take part in events, rolled up.
  public var actors: Int
  /// Relations.
  public var relations: Int
  /// The first day on which an event may have begun, or `nil` when none is dated.
  public var firstDay: EDTF?
  /// The last day on which an event may have begun.
  public var lastDay: EDTF?
}
