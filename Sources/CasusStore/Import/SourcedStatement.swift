public import CasusModel

/// What a row of an event table states, with its source: an article without text.
///
/// Making one works out what identity needs to know, so that whoever reads a table can do that while
/// another thread writes. It can be added to one store, once: what it states is handed over, so that
/// memory is free again as soon as it is written.
public final class SourcedStatement: @unchecked Sendable {
  let source: SharedSource
  let group: EventGroup
  private var report: Report?

  /// Makes a row from its parts.
  public convenience init(_ statement: CasusModel.Statement, source: Article) {
    self.init(statement, source: SharedSource(source), group: EventGroup(statement))
  }

  fileprivate init(_ statement: CasusModel.Statement, source: SharedSource, group: EventGroup) {
    self.source = source
    self.group = group
    report = Report(statement: statement, article: source.particulars)
  }

  /// Hands over what it states, as if it were of an act that may happen more than once.
  func take() -> Report {
    guard let report else { preconditionFailure("a row of an event table is added once only") }
    self.report = nil
    return report
  }
}

/// The source of one row or of several.
final class SharedSource: Sendable {
  let article: Article
  /// What identity must know of it.
  let particulars: ArticleParticulars

  init(_ article: Article, from source: IndependentSources.Source? = nil) {
    self.article = article
    particulars = ArticleParticulars(
      id: article.id, published: article.published, language: article.language,
      source: source ?? IndependentSources.Source(ofPublisher: article.publisher))
  }
}

/// Makes rows one after another, with one group and one source for all that have the same.
public struct SourcedStatements {
  /// Groups and publishers are remembered up to this many.
  private static let memory = 40_000

  private struct Kind: Hashable {
    let type: Int
    let mode: String?
    var source: [ActorID]
    var target: [ActorID]
  }

  private var groups: [Kind: EventGroup] = [:]
  private var publishers: [String?: IndependentSources.Source] = [:]
  private var last: SharedSource?

  /// Starts without any.
  public init() {}

  /// Makes a row from its parts.
  public mutating func row(
    _ statement: CasusModel.Statement, source: Article
  ) -> SourcedStatement {
    let shared = shared(source)
    guard statement.roles.isEmpty else {
      return SourcedStatement(statement, source: shared, group: EventGroup(statement))
    }
    let (kind, group) = known(statement)
    // Rows of one kind have the lists of actors in common, which are then soon seen to be the same.
    var statement = statement
    statement.source = kind.source
    statement.target = kind.target
    return SourcedStatement(statement, source: shared, group: group)
  }

  private mutating func shared(_ article: Article) -> SharedSource {
    if let last, last.article == article { return last }
    let source =
      publishers[article.publisher]
      ?? IndependentSources.Source(ofPublisher: article.publisher)
    if publishers.count >= Self.memory { publishers = [:] }
    publishers[article.publisher] = source
    let shared = SharedSource(article, from: source)
    last = shared
    return shared
  }

  private mutating func known(
    _ statement: CasusModel.Statement
  ) -> (kind: Kind, group: EventGroup) {
    var kind = Kind(
      type: statement.type.code, mode: statement.mode, source: statement.source,
      target: statement.target)
    if let place = groups.index(forKey: kind) {
      return (groups[place].key, groups[place].value)
    }
    if groups.count >= Self.memory { groups = [:] }
    let group = EventGroup(statement)
    if kind.source == group.source { kind.source = group.source }
    if kind.target == group.target { kind.target = group.target }
    groups[kind] = group
    return (kind, group)
  }
}
