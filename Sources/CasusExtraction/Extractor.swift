public import CasusKnowledge
public import CasusModel

/// Reads the events out of articles.
///
/// A pure function of article and knowledge: no clock, no randomness, no locale.
/// ```swift
/// let knowledge = Knowledge.load(from: try DataDirectory.locate(), languages: ["id"])
/// let statements = Extractor(knowledge: knowledge).statements(in: article)
/// ```
public struct Extractor: Sendable {
  private let stages: [String: ReadingStages]

  /// Makes an extractor that knows what `knowledge` holds.
  public init(knowledge: Knowledge) {
    var stages: [String: ReadingStages] = [:]
    for (code, lexicon) in knowledge.lexicons {
      stages[code] = ReadingStages(
        knowledge: knowledge, lexicon: lexicon, dates: knowledge.dateGrammars[code])
    }
    self.stages = stages
  }

  /// The events that an article states, in the order of the text.
  ///
  /// Every statement's evidence is an exact slice of the article's text.
  /// - Returns: nothing when the article's language is not loaded.
  public func statements(in article: Article) -> [Statement] {
    read(article, trace: nil)
  }

  /// Says, sentence by sentence, what was matched and which rules gave which events.
  public func explanation(of article: Article) -> String {
    var lines: [String] = []
    let statements = read(article) { if case .lines(let new) = $0 { lines += new } }
    lines.append("")
    lines.append(Counted.text(statements.count, "statement"))
    for statement in statements {
      lines.append("  " + Explanation.line(for: statement))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The events that an article states, and the verbs and nouns that the lexicon knows as events and that
  /// gave none, with what each lacks: where extraction can grow.
  public func statementsAndUnfilledPredicates(
    in article: Article
  ) -> (statements: [Statement], unfilled: [UnfilledPredicate]) {
    var unfilled: [UnfilledPredicate] = []
    let statements = read(article) { if case .unfilled(let found) = $0 { unfilled.append(found) } }
    return (statements, unfilled)
  }

  private func read(_ article: Article, trace: ((ReadingTrace) -> Void)?) -> [Statement] {
    guard let language = article.language, let stages = stages[language] else { return [] }
    var text = article.text
    return text.withUTF8 { bytes in
      var reading = ArticleReading(article: article, text: bytes, stages: stages)
      return reading.statements(trace: trace)
    }
  }
}
