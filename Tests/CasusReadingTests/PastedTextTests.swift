import CasusModel
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

  @Test(arguments: [
    (
      "Peru &amp; Chile &quot;talk&quot;&nbsp;of Peru&#8217;s &#x201C;war&#x201D;",
      "Peru & Chile \"talk\"\u{A0}of Peru’s “war”"
    ),
    ("AT&T; R&D; &unknown; &#0; & so on", "AT&T; R&D; &unknown; &#0; & so on"),
    (
      "Peru\rleft\u{2028}Chile\u{B}and\u{85}Brazil\r\nMonday",
      "Peru\nleft\nChile\nand\nBrazil\r\nMonday"
    ),
    (
      "con\u{FB01}rmed con\u{FB02}icts e\u{FB00}orts o\u{FB03}ce",
      "confirmed conflicts efforts office"
    ),
  ])
  func whatCopiesBringAlongIsPutRight(text: String, meant: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == meant)
  }

  @Test(arguments: [
    "Росія напала на Україну, — йдеться в заяві.", "Peru’s army left “Chile” – today…",
    "Café Ñandú",
  ])
  func textReadInTheWrongCharacterSetIsMended(text: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == text)
    let misread = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    #expect(try readArticle(misread, as: "a.txt").text == text)
    #expect(try readArticle("donâ€™t go", as: "a.txt").text == "don’t go")
  }

  /// Letters of the other alphabet that look alike, written as numbers here.
  @Test(arguments: [
    // Latin "i", "o" and "a" in Ukrainian words, and alone.
    (
      "Чил\u{69} \u{69} Перу зас\u{79}дили Р\u{6F}с\u{69}ю з\u{61} наступ",
      "Чилі і Перу засудили Росію за наступ"
    ),
    // Cyrillic "а", "о" and "Р" in English words.
    (
      "\u{420}eru att\u{430}cked Chile \u{43E}n Monday, \u{441}laims Brazil",
      "Peru attacked Chile on Monday, claims Brazil"
    ),
    // Names in the other alphabet stay, and what is of both on purpose.
    (
      "Перу купило F-16 и HIMARS у компании Exxon i Co",
      "Перу купило F-16 и HIMARS у компании Exxon i Co"
    ),
    (
      "The paper Правда and the ТАСС agency said so", "The paper Правда and the ТАСС agency said so"
    ),
    (
      "Клиент IT-компании купил iPhone'ы и USB-кабель",
      "Клиент IT-компании купил iPhone'ы и USB-кабель"
    ),
  ])
  func wordsAreOfOneAlphabet(text: String, meant: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == meant)
  }
}
