import CasusExtraction
import CasusModel
import Testing

/// What `casus explain` and the causes of misses say about the reading of a sentence.
struct ExplanationTests {
  @Test(arguments: [
    (
      "Turkish jets bombed Kobani. Syria recalled its ambassador.", "target TUR",
      "who has just wronged it"
    ),
    ("Israel bombed Tehran. Beersheba was hit by missiles.", "source IRN", "who fights the target"),
  ])
  func saysWhichStepFoundASide(text: String, side: String, step: String) throws {
    let lines = Reading.extractor.explanation(of: Reading.article(text, "en")).split(
      separator: "\n")
    let line = try #require(lines.first { $0.contains(side) && $0.contains(": ") })
    #expect(line.contains(step))
  }

  @Test func namesNoStepForWhatTheWordsSay() {
    let text = Reading.extractor.explanation(of: Reading.article("Iran bombed Iraq.", "en"))
    #expect(!text.contains("source IRN"))
    #expect(!text.contains("target IRQ"))
  }

  @Test(arguments: [
    ("Iran condemned the raid.", "raid", EventType.assault, UnfilledPredicate.Lack.sides),
    ("The army bombed Iraq.", "bombed", .assault, .source),
    ("Iran expelled somebody else.", "expelled", .sanction, .frame),
  ])
  func saysWhatAPredicateLacks(
    text: String, word: String, type: EventType, lack: UnfilledPredicate.Lack
  ) {
    let found = Reading.extractor.statementsAndUnfilledPredicates(
      in: Reading.article(text, "en")
    ).unfilled.filter {
      $0.types.contains(type)
        && String(text.utf8.dropFirst($0.range.lowerBound).prefix($0.range.count))!
          .contains(word)
    }
    #expect(found.map(\.lack).contains(lack))
  }
}
