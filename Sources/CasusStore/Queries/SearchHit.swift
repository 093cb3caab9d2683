public import CasusModel

/// An article that holds the words searched for.
public struct SearchHit: Hashable, Codable, Sendable {
  /// The article, without its text.
  public var article: Article
  /// The words in their surroundings, each match in `[` and `]`, cut with `…`.
  public var snippet: String
  /// How many events it tells of.
  public var events: Int

  /// Makes a hit from its parts.
  public init(article: Article, snippet: String, events: Int = 0) {
    self.article = article
    self.snippet = snippet
    self.events = events
  }
}
