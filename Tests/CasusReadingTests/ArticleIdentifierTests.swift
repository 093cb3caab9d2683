import CasusModel
import CasusReading
import Testing

@Suite struct ArticleIdentifierTests {
  @Test(arguments: [
    "Kyiv café\n\nnews", "  Kyiv  cafe\u{301} news\r\n",
    "\u{FEFF}Kyiv\u{A0}caf\u{E9}\t news".dropMark,
    "Kyiv café\u{2028}news",
  ])
  func spacingAndNormalisationDoNotMatter(text: String) {
    #expect(
      Article.identifier(ofText: text) == ContentHash.hex(of: "Kyiv caf\u{E9} news".utf8))
  }

  @Test(arguments: ["kyiv café news", "Kyivcafé news", "Kyiv cafe news", "Kyiv café news."])
  func otherTextIsAnotherArticle(text: String) {
    #expect(
      Article.identifier(ofText: text) != Article.identifier(ofText: "Kyiv caf\u{E9} news"))
  }

  @Test(arguments: ["Й".decomposedOfficially, "한국", "ﬁnale"])
  func theFastPathAgreesWithTheSlowOne(text: String) {
    let ascii = Article.identifier(ofText: text)
    #expect(ascii == ContentHash.hex(of: text.composedOfficially.utf8))
  }
}

extension String {
  fileprivate var dropMark: String { String(unicodeScalars.drop { $0 == "\u{FEFF}" }) }
  fileprivate var decomposedOfficially: String { "\u{418}\u{306}" }
  fileprivate var composedOfficially: String {
    self == "\u{418}\u{306}" ? "\u{419}" : self
  }
}
