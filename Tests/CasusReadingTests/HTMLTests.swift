import CasusModel
import CasusReading
import Foundation
import Testing

@Suite struct HTMLTests {
  private func page(
    _ name: String, options: ReadingOptions = ReadingOptions()
  ) -> [Result<Article, ReadingProblem>] {
    let path = fixtures.appending(path: "pages/\(name).html").path
    return Array(ArticleReaders.read(paths: [path], options: options))
  }

  @Test(arguments: ["portal", "broken", "teasers"])
  func theMainTextIsFound(name: String) throws {
    let expected = try String(
      contentsOf: fixtures.appending(path: "pages/\(name).txt"), encoding: .utf8)
    let article = try #require(page(name).last).get()
    #expect(article.text + "\n" == expected)
    #expect(article.text.hasPrefix(article.title))
  }

  @Test func metadataOfAPortal() throws {
    let article = try #require(page("portal").first).get()
    #expect(article.published == EDTF("2031-07-14"))
    #expect(article.publisher == "Harian Contoh")
    #expect(article.url == "https://contoh.example/dunia/arvenia-belmora")
    #expect(article.language == "en")
  }

  @Test func aForgottenLanguageAttributeIsCorrected() throws {
    let options = ReadingOptions(languageProfiles: profiles)
    #expect(try #require(page("portal", options: options).first).get().language == "id")
    #expect(try #require(page("teasers", options: options).first).get().language == "en")
  }

  @Test func publishedTimeOfTheMetaElement() throws {
    #expect(try #require(page("teasers").first).get().published == EDTF("2030-03-02"))
  }

  @Test func anImpossibleDateIsOnlyAWarning() throws {
    let results = page("broken")
    try #require(results.count == 2)
    #expect(results[0].problem?.severity == .warning)
    #expect(results[0].problem?.message.contains("\"2030-02-30\"") == true)
    #expect(try results[1].get().published == nil)
  }

  private static let sentence =
    "Korland seized the strait of Ansa on Sunday, its navy said in a statement read on the radio."

  @Test(arguments: [
    ("<time datetime='2030-01-02'>x</time>", "2030-01-02"),
    ("<time datetime='2030-01-02'>x</time><time datetime='2030-05-02'>y</time>", nil),
    (
      "<time datetime='2030-05-02'>y</time><time itemprop=datePublished datetime=2030-01-02>",
      "2030-01-02"
    ),
    ("<meta itemprop='datePublished' content='2030-01-02 07:00'>", "2030-01-02"),
    (
      "<script type='application/ld+json'>[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2030-01-02\"}]</script>",
      "2030-01-02"
    ),
    ("<script type='application/ld+json'>{broken</script>", nil),
  ])
  func datesOfPages(markup: String, expected: String?) throws {
    let page = "<html><body>\(markup)<p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published?.rawValue == expected)
  }

  @Test func withoutTitleTheTextIsTheParagraphs() throws {
    let article = try readArticle("<p>\(Self.sentence)<p>He left.", as: "a.htm")
    #expect(article.title == "")
    #expect(article.text == Self.sentence + "\n\nHe left.")
  }

  @Test func theDeclaredCharsetIsUsed() throws {
    let head =
      "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
    // "Корланд захопив протоку № 5" in windows-1251; 0x98 is undefined there.
    let words: [UInt8] = [
      0xca, 0xee, 0xf0, 0xeb, 0xe0, 0xed, 0xe4, 0x20, 0xe7, 0xe0, 0xf5, 0xee, 0xef, 0xe8, 0xe2,
      0x20,
      0xef, 0xf0, 0xee, 0xf2, 0xee, 0xea, 0xf3, 0x20, 0xb9, 0x20, 0x35, 0x98, 0x2e,
    ]
    let bytes = Array(head.utf8) + Array("<body><p>".utf8) + words + Array("</p>".utf8)
    let article = try #require(try read(bytes, as: "a.html").first).get()
    #expect(article.text == "Корланд захопив протоку № 5\u{FFFD}.")
  }

  @Test func textThatIsUTF8IsReadAsSuchWhateverIsDeclared() throws {
    let page = "<meta charset=windows-1251><p>Корланд захопив протоку.</p>"
    #expect(try readArticle(page, as: "a.html").text == "Корланд захопив протоку.")
  }

  @Test(arguments: [
    ("", "is empty"),
    ("<html><body><nav><a href=1>Home</a></nav></body></html>", "no article text found"),
    ("<meta charset=klingon><p>Caf\u{FF}</p>", "unknown character encoding \"klingon\""),
    ("<meta charset=utf-8><p>Caf\u{FF}</p>", "byte 26 is not valid UTF-8"),
    ("<p>Caf\u{FF}</p>", "byte 6 is not valid UTF-8"),
  ])
  func faults(latin1: String, message: String) throws {
    let bytes = latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let problem = try readProblem(bytes, as: "a.html")
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.kind == .badData)
  }

  /// Pages that libxml2 gives up on are refused, never cut short in silence.
  @Test(arguments: [
    "<p>Text.</p>" + String(repeating: "<div>", count: 50_000),
    "<p>" + String(repeating: "x", count: 11_000_000),
  ])
  func pagesBeyondTheParser(page: String) throws {
    let problem = try readProblem(page.utf8, as: "a.html")
    #expect(problem.message.contains("too deeply nested"))
  }

  /// Depth and size that would overflow a careless walk or take quadratic time.
  @Test(.timeLimit(.minutes(10))) func deepAndLargePages() throws {
    let deep = String(repeating: "<div class=menu>", count: 200) + "<p>\(Self.sentence)</p>"
    #expect(try readArticle(deep, as: "a.html").text == Self.sentence)
    let large = String(repeating: "<p>\(Self.sentence)</p>", count: 3000)
    #expect(
      try readArticle("<article>\(large)</article>", as: "a.html").text.utf8.count
        == 3000 * (Self.sentence.utf8.count + 2) - 2)
  }

  @Test func aDateOfSeveralLinesIsOneLineOfWarning() throws {
    let page =
      "<html><body><time datetime=\"2031-07-\n\u{1B}[31mx\"></time>"
      + "<p>Russia attacked Ukraine on Monday, and Iran sent drones to Russia on Tuesday.</p></body>"
    let lines = try read(page.utf8, as: "a.html").compactMap { $0.problem?.description }
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\u{1B}") })
  }
}
