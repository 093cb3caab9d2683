public import CasusModel

/// Something that reads events out of articles: the rules, a language model, a program.
///
/// What it returns goes into the database as it is, so that everything but the rules has to pass
/// its results through a `StatementValidator` first.
public protocol ArticleExtractor: Sendable {
  /// The events that an article states.
  /// - Throws: `ExtractionFailure`, when there is no answer at all.
  func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction
}

/// What an extractor made of one article.
public struct Extraction: Hashable, Sendable {
  /// What the article states, in the order of the text.
  public var statements: [Statement]
  /// What was returned and refused, with the reason.
  public var rejections: [Rejection]
  /// The tokens that a language model counted.
  public var usage: TokenUsage

  /// Makes an extraction from its parts.
  public init(
    statements: [Statement], rejections: [Rejection] = [], usage: TokenUsage = TokenUsage()
  ) {
    self.statements = statements
    self.rejections = rejections
    self.usage = usage
  }
}

/// An event that an extractor returned and that was refused.
public struct Rejection: Hashable, Sendable, CustomStringConvertible {
  /// Which one it was, from 1; 0 when it is about all.
  public var number: Int
  /// What is wrong with it.
  public var reason: String

  /// Makes a rejection from its parts.
  public init(number: Int, reason: String) {
    self.number = number
    self.reason = reason
  }

  /// The rejection in one line.
  public var description: String {
    number > 0 ? "event \(number) rejected: \(reason)" : reason
  }
}

/// How many tokens went into a language model and came out of it.
public struct TokenUsage: Hashable, Sendable {
  /// Tokens of the prompts.
  public var input: Int
  /// Tokens of the answers.
  public var output: Int

  /// Makes a count from its parts.
  public init(input: Int = 0, output: Int = 0) {
    self.input = input
    self.output = output
  }

  /// Adds up two counts.
  public static func + (a: TokenUsage, b: TokenUsage) -> TokenUsage {
    TokenUsage(input: a.input + b.input, output: a.output + b.output)
  }
}

/// Why there is no extraction of an article: one line that says what to do.
public struct ExtractionFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do about it.
  public let description: String

  /// Makes a failure from its words.
  public init(_ description: String) {
    self.description = description
  }
}

extension Extractor: ArticleExtractor {
  /// The events that the rules find; they never fail.
  public func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction {
    Extraction(statements: statements(in: article))
  }
}
