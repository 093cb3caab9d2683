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
    ("S&atilde;o Tom&eacute; &Scaron;e&scaron;elj", "São Tomé Šešelj"),
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

  /// Cyrillic text whose bytes were read in the wrong one of the character sets of Windows.
  @Test(arguments: [
    ("Ðîññèÿ íàïàëà íà Óêðàèíó — «âîéíà» ¹ 5", "Россия напала на Украину — «война» № 5"),
    ("Ðîñ³ÿ é ¿¿ àðì³ÿ. ªâðîïà", "Росія й її армія. Європа"),
    (
      "Р РѕСЃСЃРёСЏ РЅР°РїР°Р»Р° РЅР° РЈРєСЂР°РёРЅСѓ",
      "Россия напала на Украину"
    ),
    // What is meant as it stands.
    ("Été à Évry, où l'été a été là", "Été à Évry, où l'été a été là"),
    ("Рада СССР Росії", "Рада СССР Росії"),
  ])
  func cyrillicReadInTheWrongCharacterSetIsMended(text: String, meant: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == meant)
  }

  @Test func theSourceOfAMailIsDecoded() throws {
    let text =
      "Peru leaves\n\nPeru left, =E2=80=9Cat dawn=E2=80=9D, with its dro=\nnes.=20\nIt is 2=3D2.\n"
    #expect(
      try readArticle(text, as: "a.txt").text
        == "Peru leaves\n\nPeru left, “at dawn”, with its drones. \nIt is 2=2.\n")
    for own in [
      "See https://p.example/?a=20&b=AB12 and https://p.example/?c=EF99.\n",
      "Peru\n====\n\nChile\n=====\n\nx =\n",
    ] {
      #expect(try readArticle(own, as: "a.txt").text == own)
    }
  }

  @Test func runningHeadsOfPagesAreNoText() throws {
    func page(_ number: Int) -> String {
      "\n\nLarkfield Times | 12 March 2030 | Page \(number)\n\n"
    }
    let text =
      "The long war\n\nPeru attacked Chile on Monday, the ministry said. Brazil sent drones to"
      + page(3) + "its neighbour Peru on Tuesday. Bolivia condemned the attack and imposed"
      + page(4)
      + "sanctions on Peru." + page(5) + "Chile left.\n"
    #expect(
      try readArticle(text, as: "a.txt").text == """
        The long war

        Peru attacked Chile on Monday, the ministry said. Brazil sent drones to
        its neighbour Peru on Tuesday. Bolivia condemned the attack and imposed
        sanctions on Peru.

        Chile left.

        """)
  }

  @Test func datesOverTheEntriesOfAChronologyStay() throws {
    let text = (1...5).map {
      "\($0) March 2030\n\nPeru and Chile hold talks in the capital of Brazil\n\n"
    }
    .joined()
    #expect(try readArticle(text, as: "a.txt").text == text)
  }

  @Test(arguments: [
    ("War\n\nP\neru attacked Chile on Monday.\n", "War\n\nPeru attacked Chile on Monday.\n"),
    ("War\n\nT he war began. It was the first.\n", "War\n\nThe war began. It was the first.\n"),
    (
      "War\n\nA\nfghan troops left; Afghan towns fell.\n",
      "War\n\nAfghan troops left; Afghan towns fell.\n"
    ),
    (
      "War\n\nA\nman left Peru for Chile on Monday.\n",
      "War\n\nA man left Peru for Chile on Monday.\n"
    ),
    (
      "War\n\nK pop fans left Peru. A long war along it.\n",
      "War\n\nK pop fans left Peru. A long war along it.\n"
    ),
  ])
  func dropCapsBelongToTheirWords(text: String, meant: String) throws {
    #expect(try readArticle(text, as: "a.txt").text == meant)
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
