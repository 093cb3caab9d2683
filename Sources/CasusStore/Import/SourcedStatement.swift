public import CasusModel

/// What a row of an event table states, with its source: an article without text.
///
/// Making one works out what identity needs to know, so that whoever reads a table can do that while
/// another thread writes. It is an object, so that handing it about does not copy a statement.
public final class SourcedStatement: Sendable {
  /// What the row states.
  public let statement: CasusModel.Statement
  /// Where it is from.
  public let source: Article
  let group: EventGroup

  /// Makes a row from its parts.
  public init(_ statement: CasusModel.Statement, source: Article) {
    self.statement = statement
    self.source = source
    group = EventGroup(statement)
  }
}
