import CasusExtraction
import CasusModel
import CasusTestSupport
import Testing

@Suite struct EvidenceTests {
  @Test(arguments: Reading.languages)
  func isExactInSampleArticles(language: String) throws {
    var count = 0
    for (name, text) in try Reading.samples(language) {
      let statements = Reading.statements(in: text, language, published: "2024-06-20")
      expectExactEvidence(statements, in: text, name)
      count += statements.count
    }
    #expect(count > 0)
  }

  @Test(.enabled(if: Checkout.hasGold, "no gold; set CASUS_SHARED"), arguments: Reading.languages)
  func isExactInGoldArticles(language: String) throws {
    for (name, text) in try Reading.goldTexts(language) {
      expectExactEvidence(
        Reading.statements(in: text, language, published: "2024-06-20"), in: text, name)
    }
  }

  /// Texts as other systems write them: line ends, byte order marks, composed and decomposed marks.
  @Test(arguments: ["\r\n", "\n\n\n", "\n\u{FEFF}", " \n\t"])
  func isExactBetweenOddLineBreaks(lineBreak: String) {
    let text = [
      "Russia attacks Ukraine", "Türkiye condemned Russia — “a crime” — on Friday.", "End.",
    ]
    .joined(separator: lineBreak)
    let statements = Reading.statements(in: text, "en", published: "2022-02-25")
    expectExactEvidence(statements, in: text, lineBreak.debugDescription)
    #expect(statements.contains { $0.type == .accuse })
  }

  @Test func lineSeparatorEndsALine() {
    let text = "Russia attacks Ukraine\u{2028}Türkiye condemned Russia on Friday."
    let statements = Reading.statements(in: text, "en")
    expectExactEvidence(statements, in: text, "line separator")
    withKnownIssue("U+2028 ends no line, so the headline runs into the text") {
      #expect(statements.contains { $0.type == .accuse })
    }
  }

  @Test func saysWhichRuleMatched() {
    let statements = Reading.statements(in: "Russia attacked Ukraine.", "en")
    #expect(statements.count == 1)
    #expect(statements.first?.evidence.rule.hasPrefix("Languages/en/frames.yaml:") == true)
    #expect(statements.first?.evidence.articleID == "test")
  }

  @Test func givesNothingInAnUnknownLanguage() {
    #expect(Reading.statements(in: "Russia attacked Ukraine.", "xx") == [])
    var article = Reading.article("Russia attacked Ukraine.", "en")
    article.language = nil
    #expect(Reading.extractor.statements(in: article) == [])
  }
}
