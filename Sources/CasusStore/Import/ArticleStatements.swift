public import CasusModel

/// An article and what it states: what goes into the store.
public struct ArticleStatements: Hashable, Codable, Sendable {
  /// The article.
  public var article: Article
  /// What extraction found in it.
  public var statements: [CasusModel.Statement]

  /// Makes a pair from its parts.
  public init(article: Article, statements: [CasusModel.Statement]) {
    self.article = article
    self.statements = statements
  }
}
