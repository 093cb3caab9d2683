import CasusExtraction
import CasusModel
import Testing

/// Two extractors on one article.
@Suite struct CombinedExtractorTests {
  private struct Fixed: ArticleExtractor {
    var statements: [Statement] = []
    var failure: ExtractionFailure?

    func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction {
      if let failure { throw failure }
      return Extraction(statements: statements, usage: TokenUsage(input: 3, output: 2))
    }
  }

  private static func statement(
    _ type: EventType, _ source: ActorID, _ target: ActorID, _ range: Range<Int>,
    _ status: EventStatus = .occurred, rule: String = "rule", confidence: Double = 0.8
  ) -> Statement {
    Statement(
      type: type, source: [source], target: [target],
      evidence: Evidence(
        articleID: "test", text: "", start: range.lowerBound, end: range.upperBound, sentence: "",
        attribution: [], status: status, date: nil, dateBasis: .none, rule: rule,
        confidence: confidence))
  }

  private func combined(_ first: [Statement], _ second: Fixed) async throws -> Extraction {
    try await CombinedExtractor(Fixed(statements: first), second, mark: " + chat m")
      .extraction(of: Reading.article("text", "en"))
  }

  @Test func whatBothFindIsMarkedAndSurer() async throws {
    let result = try await combined(
      [Self.statement(.assault, "RUS.MIL", "UKR", 10..<20)],
      Fixed(statements: [
        Self.statement(.assault, "RUS", "UKR", 15..<30, rule: "chat m", confidence: 0.5)
      ]))
    #expect(result.statements.count == 1)
    #expect(result.statements[0].evidence.rule == "rule + chat m")
    #expect(abs(result.statements[0].evidence.confidence - 0.9) < 1e-9)
    #expect(result.usage == TokenUsage(input: 6, output: 4))
  }

  @Test(arguments: [
    statement(.assault, "UKR", "RUS", 10..<20), statement(.coerce, "RUS", "UKR", 10..<20),
    statement(.assault, "RUS", "UKR", 20..<30), statement(.assault, "RUS", "UKR", 10..<20, .denied),
  ])
  func whatDiffersIsKeptBesides(other: Statement) async throws {
    let own = Self.statement(.assault, "RUS", "UKR", 10..<20)
    let result = try await combined([own], Fixed(statements: [other]))
    #expect(result.statements == [own, other])
  }

  @Test func sidesOfMeetingsMayBeExchanged() async throws {
    let result = try await combined(
      [Self.statement(.consult, "RUS", "PRK", 0..<9)],
      Fixed(statements: [Self.statement(.consult, "PRK", "RUS", 0..<9)]))
    #expect(result.statements.count == 1)
  }

  @Test func aFailureOfTheSecondLosesNothingOfTheFirst() async throws {
    let own = Self.statement(.assault, "RUS", "UKR", 10..<20)
    let result = try await combined([own], Fixed(failure: ExtractionFailure("is away")))
    #expect(result.statements == [own])
    #expect(result.rejections.map(\.description) == ["is away"])
  }
}
