import CasusModel
import Testing

/// A side that the sentence leaves out is the one that the rest of the article tells.
struct SuppliedSideTests {
  /// What stands in a headline is read by rules of its own.
  private static let heading = "A quarrel\n\n"

  private static let quarrels: [SentenceCase] = [
    .en(
      heading
        + "Kenya accused Uganda of a plot. Uganda threatened Kenya. Kenya lodged a protest on Monday.",
      "KEN ACCUSE UGA occurred", "UGA THREATEN KEN occurred", "KEN ACCUSE UGA occurred"),
    .said(
      "id", heading + "Chile menuduh Bolivia berbohong. Bolivia mengecam Chile. Chile mengecam.",
      "CHL ACCUSE BOL occurred", "BOL ACCUSE CHL occurred", "CHL ACCUSE BOL occurred"),
    .said(
      "ru",
      heading + "Чили обвинила Боливию во лжи. Боливия осудила Чили. Боливия выразила протест.",
      "CHL ACCUSE BOL occurred", "BOL ACCUSE CHL occurred", "BOL ACCUSE CHL occurred"),
    .said(
      "uk",
      heading
        + "Чилі звинуватила Болівію у брехні. Болівія засудила Чилі. Болівія висловила протест.",
      "CHL ACCUSE BOL occurred", "BOL ACCUSE CHL occurred", "BOL ACCUSE CHL occurred"),
  ]

  @Test(arguments: quarrels)
  func takesTheOtherSideOfTheQuarrel(sentence: SentenceCase) {
    sentence.check()
    // The last repeats the sides of the first, so that a check of who did what is not enough.
    #expect(Reading.statements(in: sentence.text, sentence.language).count == 3)
  }

  @Test(arguments: [
    // Kenya has nothing to do with either of them.
    "Sweden signed a treaty with Norway. Kenya lodged a protest on Monday.",
    // Three who protest may have three different grounds.
    "Kenya accused Uganda of a plot. Kenya, Tanzania and Rwanda lodged a protest.",
  ])
  func suppliesNobodyWithoutReason(text: String) {
    let protests = Reading.statements(in: Self.heading + text, "en").filter {
      $0.evidence.text.contains("protest")
    }
    #expect(protests == [])
  }

  @Test func isLessSureOfWhomTheArticleSupplies() throws {
    let text =
      Self.heading
      + "Kenya accused Uganda of a plot. Uganda threatened Kenya. Kenya lodged a protest on Monday."
    let statements = Reading.statements(in: text, "en").filter { $0.type == .accuse }
    try #require(statements.count == 2)
    #expect(statements[1].evidence.confidence < statements[0].evidence.confidence - 0.1)
    #expect(statements[1].evidence.text == "Kenya lodged a protest")
  }
}
