import CasusExtraction
import CasusKnowledge
import CasusModel
import Testing

/// The examples that each `dates.yaml` brings along.
struct DateExamplesTests {
  @Test(arguments: ["id", "en", "uk", "ru", "de"])
  func loadsWithoutFault(language: String) throws {
    let reader = try #require(DateReader.all[language])
    #expect(reader.problems.isEmpty, "\(reader.problems.map(\.description))")
  }

  @Test(arguments: ["id", "en", "uk", "ru", "de"])
  func findsEveryDate(language: String) throws {
    let reader = try #require(DateReader.all[language])
    #expect(reader.grammar.examples.count >= 25)
    for example in reader.grammar.examples {
      let found = reader.read(
        example.text, published: example.published, anchor: example.anchor)
      for expected in example.expected {
        let hit = found.first { $0.date != nil && $0.mention.range.overlaps(expected.range) }
        #expect(
          hit?.date == expected.date,
          """
          dates.yaml:\(example.line): \(hit?.date?.rawValue ?? "none") instead of \
          \(expected.date?.rawValue ?? "none") in: \(example.text)
          """)
      }
      let brackets = example.expected.map(\.range)
      for extra in found where extra.date != nil {
        #expect(
          brackets.contains { $0.overlaps(extra.mention.range) },
          "dates.yaml:\(example.line): a date outside the brackets in: \(example.text)")
      }
    }
  }
}
