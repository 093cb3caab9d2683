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
    ("<meta name='content_PublishedDate' content='2030-01-02 10:15:32'>", "2030-01-02"),
    ("<meta name='publishedDate' content='2030-01-02T20:01:44'>", "2030-01-02"),
  ])
  func datesOfPages(markup: String, expected: String?) throws {
    let page = "<html><body>\(markup)<p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published?.rawValue == expected)
  }

  /// Dates that stand beside the headline and nowhere else.
  @Test(arguments: [
    ("id", "<h1>Kabar</h1><p>Senin, 2 Mei 2030 10:15 WIB</p>", "2030-05-02"),
    ("id", "<h1>Kabar</h1><div>Kantor Berita, 02/05/2030, 10:15 WIB</div>", "2030-05-02"),
    (
      "uk", "<h1>Вісті</h1><div><a href=1>Автор</a> — Четвер, 2 травня 2030, 21:40</div>",
      "2030-05-02"
    ),
    ("ru", "<div>23:50 02.05.2030 (обновлено: 09:01 03.05.2030)</div><h1>Вести</h1>", "2030-05-02"),
    ("ru", "<h1>Вести</h1><time>23:50, 2 мая 2030</time><span>Источник</span>", "2030-05-02"),
    (
      "en", "<h1>News</h1><div>By Jan Olsen | Published: May 2nd, 2030 11:30 PM</div>", "2030-05-02"
    ),
    ("en-GB", "<h1>News</h1><div>02/05/2030</div>", "2030-05-02"),
    // Nobody knows which is the month, and a sentence tells of something else.
    ("en-US", "<h1>News</h1><div>02/05/2030</div>", nil),
    ("en", "<h1>News</h1><p>It began on 2 May 2030.</p>", nil),
    ("en", "<h1>News</h1><div>32 May 2030</div>", nil),
  ])
  func dateBesideTheHeadline(language: String, markup: String, expected: String?) throws {
    let page = "<html lang='\(language)'><body>\(markup)<p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published?.rawValue == expected)
  }

  /// Where the metadata are told in the time of Greenwich, the publisher's own day is the one that counts.
  @Test(arguments: [
    ("2030-05-02T22:10:00Z", "Jumat, 3 Mei 2030 05:10 WIB", "2030-05-03"),
    ("2030-05-02T10:10:00Z", "Kamis, 2 Mei 2030 17:10 WIB", "2030-05-02"),
    ("2030-05-02T22:10:00Z", "Rabu, 1 Mei 2029", "2030-05-02"),
    ("2030-05-02T22:10:00+07:00", "Jumat, 3 Mei 2030", "2030-05-02"),
  ])
  func theDayIsThatOfThePublisher(declared: String, line: String, expected: String) throws {
    let page =
      "<html lang=id><head><meta property='article:published_time' content='\(declared)'></head>"
      + "<body><h1>Kabar</h1><p>\(line)</p><p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published?.rawValue == expected)
  }

  @Test func aTimeZoneOfThePublisherComesBeforeGreenwich() throws {
    let data = #"{"@type":"WebPage","datePublished":"2030-05-03T04:30:00+00:00"}"#
    let page =
      "<html><head><script type='application/ld+json'>\(data)</script>"
      + "<meta property='article:published_time' content='2030-05-02T23:30:00-05:00'></head>"
      + "<body><p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published?.rawValue == "2030-05-02")
  }

  /// The masthead gives the day on which the page was saved.
  @Test func theDateOfTheMastheadIsNotTaken() throws {
    let menu = "<div>Monday, 2 May 2030</div>" + "<p>World</p><p>Sport</p><p>Arts</p><p>Food</p>"
    let page = "<html lang=en><body>\(menu)<h1>News</h1><p>\(Self.sentence)</p></body></html>"
    #expect(try readArticle(page, as: "a.html").published == nil)
  }

  @Test func everyEntryOfALiveBlogIsRead() throws {
    let entries = ["First", "Second", "Third"].map {
      "<article><time datetime='2030-01-02'></time><p>\($0): \(Self.sentence)</p></article>"
    }
    let data = #"{"@type":"LiveBlogPosting","headline":"Live","datePublished":"2030-01-02"}"#
    let page =
      "<html><head><script type='application/ld+json'>\(data)</script></head><body><main><h1>Live</h1>"
      + "\(entries.joined())</main></body></html>"
    let text = try readArticle(page, as: "a.html").text
    #expect(["First", "Second", "Third"].allSatisfy { text.contains("\($0): Korland") })
  }

  @Test func aTextThatAScriptWouldShowIsReadFromTheDescription() throws {
    let data =
      #"{"@type":"NewsArticle","headline":"News","articleBody":"\#(Self.sentence)\n\nHe left."}"#
    let page =
      "<html><head><script type='application/ld+json'>\(data)</script></head>"
      + "<body><div id=app></div></body></html>"
    #expect(
      try readArticle(page, as: "a.html").text == "News\n\n\(Self.sentence)\n\nHe left.")
  }

  @Test(arguments: [
    "<amp-sidebar><p>\(sentence)</p></amp-sidebar>",
    "<div class='DonatesBanner-root'><p>\(sentence)</p></div>",
    "<h2>Related Stories</h2><ul><li><a href=1>Jets attack a base</a></li></ul>",
  ])
  func boxesAreNoText(box: String) throws {
    let own =
      "Its neighbour Belmora condemned the seizure and called up thirty thousand reservists."
    let page =
      "<html><body><div><p>\(own)</p><p>\(own) They left.</p>\(box)<p>\(own) They came.</p></div></body></html>"
    #expect(
      try readArticle(page, as: "a.html").text
        == "\(own)\n\n\(own) They left.\n\n\(own) They came.")
  }

  /// The sentence below the headline often stands outside of what is marked as the article.
  @Test(arguments: ["div", "header"])
  func theStandfirstIsRead(element: String) throws {
    let lead = "Korland cut its ties with Belmora on Monday, and Dorvik followed on Tuesday."
    let page =
      "<html><head><title>Ties cut</title></head><body><header><nav><a href=1>Home</a></nav></header>"
      + "<\(element)><h1>Ties cut</h1><p>\(lead)</p><div>By A B</div></\(element)>"
      + "<article><p>\(Self.sentence)</p><p>\(Self.sentence) They left.</p></article></body></html>"
    #expect(
      try readArticle(page, as: "a.html").text
        == "Ties cut\n\n\(lead)\n\n\(Self.sentence)\n\n\(Self.sentence) They left.")
  }

  @Test(arguments: [
    ("From: a@b.c\nSubject: War\nMIME-Version: 1.0\n\nWar.", "is a mail;"),
    ("From a@b.c Mon\nSubject: War\nMessage-ID: <1>\n\nWar.", "is a mail folder;"),
    ("From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n", "saved as MHTML"),
    ("{\\rtf1\\ansi War.}", "Rich Text Format"),
  ])
  func otherDocumentsAreRefused(text: String, message: String) throws {
    let text = text.replacingOccurrences(of: "\n", with: "\r\n")
    let problem = try readProblem(text.utf8, as: "a.unknown")
    #expect(problem.message.contains(message), "\(problem)")
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
