import CasusModel
import CasusReading
import CasusTestSupport
import Foundation
import Testing

/// RSS, Atom and OPML.
@Suite struct FeedTests {
  private func articles(_ name: String) throws -> [Result<Article, ReadingProblem>] {
    Array(
      ArticleReaders.read(
        paths: [fixtures.appending(path: "feeds/\(name)").path], options: ReadingOptions()))
  }

  @Test func rss() throws {
    let results = try articles("rss.xml")
    try #require(results.count == 4)
    let first = try results[0].get()
    #expect(first.title == "Arvenia & Belmora memutuskan hubungan")
    #expect(
      first.text == """
        Arvenia & Belmora memutuskan hubungan

        Arvenia memutuskan hubungan dengan Belmora pada Senin.

        Belmora menolak tuduhan itu.
        """)
    #expect(first.url == "https://contoh.example/1?a=1&b=2")
    #expect(first.published == EDTF("2031-08-05"))
    #expect(first.publisher == "Harian Contoh")
    #expect(first.language == "id")
    #expect(first.path.hasSuffix("rss.xml#1"))

    let second = try results[1].get()
    #expect(second.text == "Hanya ringkasan\n\nBelmora mengecam Arvenia.")
    #expect(second.url == "https://contoh.example/2")
    #expect(second.published == EDTF("2031-08-06"))
    #expect(second.publisher == "Kantor Berita Lain")

    let warning = try #require(results[2].problem)
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("\"kemarin\""))
    #expect(try results[3].get().text == "Tanggal yang aneh")
  }

  @Test func atom() throws {
    let results = try articles("atom.xml").map { try $0.get() }
    try #require(results.count == 2)
    #expect(results[0].title == "Arvenia cuts ties")
    #expect(
      results[0].text == """
        Arvenia cuts ties

        Arvenia cut ties with Belmora on Monday.

        Belmora accused Arvenia of lying.
        """)
    #expect(results[0].url == "https://larkfield.example/ties")
    #expect(results[0].published == EDTF("2031-08-05"))
    #expect(results[0].publisher == "Larkfield Times")
    #expect(results[0].language == "en")
    #expect(results[1].publisher == "Belmora News Agency")
    #expect(results[1].published == EDTF("2031-08-06"))
    #expect(results[1].text == "Talks\n\nArvenia and Belmora will hold talks.")
  }

  @Test func rdfFeeds() throws {
    let feed = """
      <!-- saved --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/"><channel><title>Old News</title></channel>
      <item><title>One</title><description>Arvenia left.</description></item></rdf:RDF>
      """
    #expect(try readArticle(feed, as: "a.rss").text == "One\n\nArvenia left.")
    #expect(try readArticle(feed, as: "feed").text == "One\n\nArvenia left.")
  }

  @Test func listsOfSavedFeeds() throws {
    let results = try articles("feeds.opml")
    #expect(results.count { $0.problem?.severity != .error && $0.problem == nil } == 5)
    let problems = results.compactMap(\.problem).filter { $0.severity == .error }
    #expect(problems.count == 3)
    #expect(problems[0].message.contains("https://lain.example/rss, which is not fetched"))
    #expect(problems[1].message.contains("not in the list's folder"))
    #expect(problems[2].kind == .unreadable)
    #expect(problems[2].file.hasSuffix("missing.xml"))
  }

  @Test(arguments: [
    ("<note>x</note>", "kind <note>"), ("<rss/>", "without entries"), ("", "is no XML"),
    ("<rss><channel><item/></channel></rss>", "without title and text"),
  ])
  func otherXML(content: String, message: String) throws {
    #expect(try readProblem(content.utf8, as: "a.xml").message.contains(message))
  }

  @Test func pagesMayBeCalledXML() throws {
    let page =
      "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>Arvenia left.</p></body></html>"
    #expect(try readArticle(page, as: "a.xml").text == "Arvenia left.")
  }

  /// Entities that grow, and those that name files, come to nothing.
  @Test func entitiesAreNotExpanded() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("secret words".utf8, to: "secret.txt")
    let levels = (1...20).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);\">" }.joined()
    let feed = """
      <!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file://\(secret)">\(levels)]>
      <rss><channel><item><title>T &l20;</title><description>D &f;</description></item></channel></rss>
      """
    let article = try readArticle(feed, as: "a.rss")
    #expect(article.text.utf8.count < 100)
    #expect(!article.text.contains("secret"))
  }
}
