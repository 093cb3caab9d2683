import CasusModel
import CasusReading
import Testing

@Suite struct MarkdownTests {
  @Test func frontMatterIsReadAndTakenOff() throws {
    let article = try readArticle(
      """
      ---
      title: "Korland: the strait"
      date: 2030-02-03
      publisher: Harian Contoh
      language: en-GB
      url: https://contoh.example/strait
      tags: []
      ---

      # Korland seizes strait

      Korland seized the strait.
      """, as: "a.md")
    #expect(article.title == "Korland: the strait")
    #expect(article.text == "\n# Korland seizes strait\n\nKorland seized the strait.")
    #expect(article.published == EDTF("2030-02-03"))
    #expect(article.publisher == "Harian Contoh")
    #expect(article.language == "en")
    #expect(article.url == "https://contoh.example/strait")
  }

  @Test func withoutFrontMatterTheHeadingIsTheTitle() throws {
    let article = try readArticle("## Korland seizes strait\n\nText.", as: "a.md")
    #expect(article.title == "Korland seizes strait")
    #expect(article.text == "## Korland seizes strait\n\nText.")
  }

  @Test func aRuleAtTheTopIsNoFrontMatter() throws {
    let text = "---\nKorland seized the strait.\n"
    #expect(try readArticle(text, as: "a.md").text == text)
  }

  @Test func windowsLineEnds() throws {
    let article = try readArticle("---\r\ntitle: T\r\n---\r\nText.\r\n", as: "a.md")
    #expect(article.title == "T")
    #expect(article.text == "Text.\r\n")
  }

  @Test(arguments: [
    ("---\ntitle: T\nText without an end", 1, "never closed"),
    ("---\ntitle: T\ndate: 2022-02-30\n---\nText", 3, "\"2022-02-30\" is no date"),
    ("---\ntitle: T\n---\n \n", nil, "no text after its front matter"),
  ])
  func faults(text: String, line: Int?, message: String) throws {
    let problem = try readProblem(text.utf8, as: "a.md")
    #expect(problem.line == line)
    #expect(problem.message.contains(message))
    #expect(problem.kind == .badData)
  }
}
