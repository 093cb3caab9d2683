import CasusModel
import CasusReading
import Foundation
import Testing

@Suite struct PlainTextTests {
  @Test func theFirstLineWithTextIsTheTitle() throws {
    let text = "\n  \r\n  Korland seizes strait \r\nKorland seized the strait.\r\n"
    let article = try readArticle(text, as: "a.txt")
    #expect(article.title == "Korland seizes strait")
    #expect(article.text == text)
    #expect(article.published == nil)
    #expect(article.language == nil)
    #expect(article.path.hasSuffix("/a.txt"))
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try readArticle("\u{FEFF}Title\nText", as: "a.txt").text == "Title\nText")
  }

  @Test func lettersInTwoPartsArePutTogether() throws {
    let text = "Заголовок\nРоссийский флот обстрелял Украи\u{301}ну, её порты й Київ."
    let parts = text.decomposedStringWithCanonicalMapping
    #expect(parts.utf8.count > text.utf8.count)
    let article = try readArticle(parts, as: "a.txt")
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.id == (try readArticle(text, as: "a.txt")).id)
  }

  @Test(arguments: ["\u{18}", "\u{1}\n\u{7F}\u{85}", "\u{200B}\u{2060}", "\u{FEFF}\u{200E}"])
  func whatCannotBeSeenIsNoText(text: String) throws {
    for name in ["a.txt", "a.md"] {
      #expect(try readProblem(text.utf8, as: name).message.contains("is empty"))
    }
  }

  @Test(arguments: [true, false])
  func utf16WithByteOrderMark(isBigEndian: Bool) throws {
    let text = "Заголовок 🕊\nТекст"
    let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      return isBigEndian ? pair : pair.reversed()
    }
    let article = try #require(try read(bytes, as: "a.txt").first).get()
    #expect(article.text == text)
  }

  @Test func theCallerKnowsBetter() throws {
    var options = ReadingOptions()
    options.published = EDTF("2030-05")
    options.language = "uk"
    options.publisher = "Contoh"
    let article = try readArticle(
      "---\ndate: 2030-01-01\nlanguage: ru\n---\nText", as: "a.md", options: options)
    #expect(article.published == EDTF("2030-05"))
    #expect(article.language == "uk")
    #expect(article.publisher == "Contoh")
  }

  /// A debug build reads some 5 MB/s; quadratic work on 20 MB would take hours.
  @Test(.timeLimit(.minutes(10))) func oneVeryLongLine() throws {
    let text = String(repeating: "Korland seized the strait. ", count: 800_000)
    let article = try readArticle(text, as: "a.txt")
    #expect(article.text.utf8.count == text.utf8.count)
    #expect(article.title.unicodeScalars.count <= 300)
    #expect(text.hasPrefix(article.title))
  }

  @Test(arguments: ["date", "published"])
  func frontMatterIsReadAsInMarkdown(key: String) throws {
    let article = try readArticle(
      "---\ntitle: Strait seized\n\(key): 2030-02-03\n---\nKorland seized the strait.\n",
      as: "a.txt")
    #expect(article.title == "Strait seized")
    #expect(article.published == EDTF("2030-02-03"))
    #expect(article.text == "Korland seized the strait.\n")
  }

  @Test(arguments: [
    "---\nKorland: strait seized.\n", "---\nKorland seized the strait.\n---\nText.\n",
  ])
  func dashesAtTheHeadAreTextUnlessTheyCloseAFrontMatter(text: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == text)
  }
}
