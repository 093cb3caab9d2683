public import CasusModel

/// A relation that stands otherwise at the end of a period than at its beginning.
public struct StandingChange: Hashable, Codable, Sendable {
  /// The relation, as it is known now.
  public var relation: Relation
  /// How it stood at the beginning; `nil` when it had not begun.
  public var before: Relation.State?
  /// How it stood at the end.
  public var after: Relation.State?
  /// The events that made the difference: those that opened the relation, or those that closed it.
  public var causes: [String]

  /// Makes an entry from its parts.
  public init(
    relation: Relation, before: Relation.State?, after: Relation.State?, causes: [String]
  ) {
    self.relation = relation
    self.before = before
    self.after = after
    self.causes = causes
  }
}
