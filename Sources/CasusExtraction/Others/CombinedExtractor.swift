public import CasusModel

/// Two extractors on the same article: what both find is marked and surer, what one finds is kept.
public struct CombinedExtractor: ArticleExtractor {
  private let first: any ArticleExtractor
  private let second: any ArticleExtractor
  /// What is added to the rule of a statement that the second extractor found as well.
  private let mark: String

  /// Makes one of two; `mark` names the second in the rules of what both find.
  public init(_ first: any ArticleExtractor, _ second: any ArticleExtractor, mark: String) {
    self.first = first
    self.second = second
    self.mark = mark
  }

  /// Both extractions in one; when the second fails, its failure is among the rejections.
  public func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction {
    var result = try await first.extraction(of: article)
    let other: Extraction
    do throws(ExtractionFailure) {
      other = try await second.extraction(of: article)
    } catch {
      result.rejections.append(Rejection(number: 0, reason: error.description))
      return result
    }
    var additional: [Statement] = []
    for statement in other.statements {
      if let index = result.statements.firstIndex(where: { Self.agree($0, statement) }) {
        result.statements[index].evidence = agreed(
          result.statements[index].evidence, statement.evidence)
      } else {
        additional.append(statement)
      }
    }
    result.statements = (result.statements + additional).inTextOrder
    result.rejections += other.rejections
    result.usage = result.usage + other.usage
    return result
  }

  /// Whether two statements speak of one event: type, sides and status alike, words that overlap.
  private static func agree(_ a: Statement, _ b: Statement) -> Bool {
    func sides(_ statement: Statement) -> [Set<ActorID>] {
      let sides = [statement.source, statement.target].map { Set($0.map(\.rolledUp)) }
      return statement.type.isSymmetric ? [sides[0].union(sides[1])] : sides
    }
    return a.type == b.type && sides(a) == sides(b) && a.evidence.status == b.evidence.status
      && a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end
  }

  /// Two that find the same err together only when both err.
  private func agreed(_ evidence: Evidence, _ other: Evidence) -> Evidence {
    guard !evidence.rule.hasSuffix(mark) else { return evidence }
    var evidence = evidence
    evidence.rule += mark
    evidence.confidence = 1 - (1 - evidence.confidence) * (1 - other.confidence)
    return evidence
  }
}
