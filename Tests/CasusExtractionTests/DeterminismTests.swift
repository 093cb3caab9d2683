import CasusExtraction
import CasusKnowledge
import CasusModel
import Testing

@Suite struct DeterminismTests {
  private func texts(_ language: String) throws -> [String] {
    try (Reading.samples(language) + Reading.goldTexts(language)).map(\.text)
  }

  @Test(arguments: Reading.languages)
  func sameArticleGivesTheSameStatements(language: String) throws {
    for text in try texts(language) {
      let once = Reading.statements(in: text, language, published: "2023-01-01")
      #expect(once == Reading.statements(in: text, language, published: "2023-01-01"))
    }
  }

  @Test(arguments: Reading.languages)
  func threadsDoNotDisturbEachOther(language: String) async throws {
    let texts = Array(try texts(language).prefix(12))
    let expected = texts.map { Reading.statements(in: $0, language) }
    let results = await withTaskGroup(of: [[Statement]].self) { group in
      for offset in 0..<4 {
        group.addTask {
          // Each task starts elsewhere, so that different articles are read at the same time.
          var found = [[Statement]](repeating: [], count: texts.count)
          for step in texts.indices {
            let position = (step + offset * 3) % texts.count
            found[position] = Reading.statements(in: texts[position], language)
          }
          return found
        }
      }
      return await group.reduce(into: [[[Statement]]]()) { $0.append($1) }
    }
    for result in results { #expect(result == expected) }
  }

  /// Knowledge read a second time has the same numbers, whatever the seed of hashing.
  @Test func knowledgeReadAgainGivesTheSame() throws {
    let again = Extractor(
      knowledge: Knowledge.load(from: Reading.directory, languages: ["id"]))
    for (name, text) in try Reading.samples("id").prefix(6) {
      let article = Reading.article(text, "id", published: "2024-06-20")
      #expect(again.statements(in: article) == Reading.extractor.statements(in: article), "\(name)")
    }
  }

  @Test func articlesDoNotInfluenceEachOther() {
    let first = "Poland cut ties with Belarus."
    let second = "It expelled Russian diplomats."
    _ = Reading.statements(in: first, "en")
    let alone = Reading.statements(in: second, "en")
    #expect(!alone.contains { $0.source == ["POL"] })
    #expect(Reading.statements(in: "\(first) \(second)", "en").contains { $0.source == ["POL"] })
  }
}
