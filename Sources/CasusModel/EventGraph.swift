/// A selection of the graph, ready to be drawn or exported.
public struct EventGraph: Hashable, Codable, Sendable {
  /// The actors that take part, sorted by identifier.
  public var actors: [Actor]
  /// The events, sorted by date and identifier; undated ones last.
  public var events: [Event]
  /// The relations between the actors, sorted by identifier.
  public var relations: [Relation]
  /// The articles that carry the evidence, sorted by identifier, without their text.
  public var articles: [Article]
  /// The filter that made the selection, in words; empty when there was none.
  public var filter: String
  /// How many events matched the filter, of which `events` may be a part.
  public var matchingEventCount: Int

  /// Makes a graph from its parts.
  public init(
    actors: [Actor], events: [Event], relations: [Relation], articles: [Article],
    filter: String = "", matchingEventCount: Int? = nil
  ) {
    self.actors = actors
    self.events = events
    self.relations = relations
    self.articles = articles
    self.filter = filter
    self.matchingEventCount = matchingEventCount ?? events.count
  }
}
