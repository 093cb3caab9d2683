import CasusReading
import Testing

/// Text as it is copied out of mails and subtitles.
@Suite struct PastedTextTests {
  @Test(arguments: ["a.txt", "a.srt"])
  func subtitlesAreTheirWords(name: String) throws {
    let text = """
      1\r
      00:00:01,000 --> 00:00:04,200\r
      Peru recalled its ambassador\r
      from Chile on Monday\r
      \r
      2\r
      00:00:04,300 --> 00:00:07,000\r
      after 12 soldiers were killed.\r
      """
    let article = try readArticle(text, as: name)
    #expect(
      article.text
        == "Peru recalled its ambassador\nfrom Chile on Monday\nafter 12 soldiers were killed.\n")
    #expect(article.title == "Peru recalled its ambassador")
  }

  @Test func webSubtitlesAndTranscripts() throws {
    let web =
      "WEBVTT\nKind: captions\n\n00:01.000 --> 00:04.000\nPeru left\n\n00:04.000 --> 00:05.000\nChile.\n"
    #expect(try readArticle(web, as: "a.vtt").text == "Peru left\nChile.\n")
    let own = "0:00\nPeru recalled its\n0:03\nambassador from\n0:07\nChile on\n0:09\nMonday.\n"
    #expect(
      try readArticle(own, as: "a.txt").text
        == "Peru recalled its\nambassador from\nChile on\nMonday.\n")
  }

  @Test(arguments: [
    "9:00\nPeru left.\n10:00\nChile left.\n11:00\nBolivia left.\n12:00\nBrazil left.\n",
    "Peru 2:1\n1:0 --> 2:0\nChile left.\n", "12\n13\n14\n", "[1] Peru left.\n",
  ])
  func otherTextsWithTimesStay(text: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == text)
  }

  @Test func linesQuotedInMailsLoseTheirMarks() throws {
    let text = "> Peru leaves\n>\n>> Peru left Chile\n> > on Monday.\n"
    let article = try readArticle(text, as: "a.txt")
    #expect(article.text == "Peru leaves\n\nPeru left Chile\non Monday.\n")
    #expect(article.title == "Peru leaves")
    let own = "Peru left.\n> Quoted once.\nChile left.\n"
    #expect(try readArticle(own, as: "a.txt").text == own)
  }
}
