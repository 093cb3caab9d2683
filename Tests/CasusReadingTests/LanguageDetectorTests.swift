import CasusModel
import CasusReading
import Testing

@Suite struct LanguageDetectorTests {
  private let detector = LanguageDetector(profiles: profiles)

  @Test func theProfilesAreThere() {
    #expect(profiles.map(\.code) == ["de", "en", "id", "ru", "uk"])
    for profile in profiles {
      #expect((80...150).contains(profile.words.count), "\(profile.code)")
      #expect(!profile.foreignWords.isEmpty, "\(profile.code)")
      #expect(profile.words.isDisjoint(with: profile.foreignWords), "\(profile.code)")
    }
  }

  @Test(arguments: [
    ("id", "Arvenia memutuskan hubungan dengan Belmora pada Senin, kata juru bicara negara itu."),
    (
      "id", "Presiden mengatakan bahwa pasukan itu telah ditarik dari perbatasan karena perjanjian."
    ),
    ("en", "Korland has cut its ties with Belmora, the foreign minister said on Monday."),
    ("en", "Troops from the north were sent to the border after the talks had failed."),
    (
      "uk",
      "Корланд розірвав відносини з Бельморою, заявив речник міністерства. Це сталося після того, як війська перейшли кордон."
    ),
    ("uk", "Президент повідомив, що під час переговорів сторони не домовилися про перемир’я."),
    (
      "ru",
      "Корланд разорвал отношения с Бельморой, заявил представитель министерства. Это произошло после того, как войска перешли границу."
    ),
    ("ru", "Президент сообщил, что во время переговоров стороны не договорились о перемирии."),
    (
      "de",
      "Der Minister sagte, dass die Armee des Landes nicht über die Grenze gehen wird, und der Präsident ist mit dem Vertrag nicht zufrieden."
    ),
    // Short items with two function words.
    ("en", "Korland attacked Belmora on Monday. Dorvik sent drones to Korland."),
    ("id", "Korland menyerang Belmora di perbatasan. Dorvik mengirim senjata dari Ansa."),
    ("de", "Korland hat die Beziehungen zu Belmora abgebrochen, sagte ein Sprecher."),
  ])
  func theLanguages(code: String, text: String) {
    #expect(detector.language(of: text) == code)
  }

  @Test(arguments: [
    "", "2030", "Korland Belmora Dorvik",
    // Malay, Dutch, Danish, Belarusian, Bulgarian, Serbian, French, Turkish
    "Menteri itu berkata bahawa kerajaan tidak akan menarik balik tenteranya kerana perjanjian itu, iaitu yang dimeterai pada Disember.",
    "De minister zei dat het leger van het land niet over de grens zal gaan, maar de president van Korland is niet zeker van een akkoord.",
    "Ministeren sagde, at landets hær ikke vil gå over grænsen, og præsidenten er ikke tilfreds med aftalen.",
    "Прэзідэнт паведаміў, што падчас перамоваў бакі не дамовіліся пра перамір’е, але яны працягнуць сустрэчы, якія пачаліся паводле плана.",
    "Президентът съобщи, че по време на преговорите страните не са се договорили за примирие, но ще продължат срещите, които са започнали.",
    "Председник је рекао да се стране нису договориле о примирју, али ће наставити разговоре које су почеле и да је то важно.",
    "Le président a déclaré que les deux parties ne sont pas parvenues à un accord pour la paix dans le pays.",
    "Cumhurbaşkanı, görüşmelerde tarafların ateşkes konusunda anlaşamadığını ve toplantıların süreceğini söyledi.",
  ])
  func otherTextsAreLeftOpen(text: String) {
    #expect(detector.language(of: text) == nil)
  }

  @Test func theListFormat() {
    let profile = LanguageProfile(
      code: "xx", list: "# comment\n\nDan\r\n yang # which\n-kerana\n-\n")
    #expect(profile.words == ["dan", "yang"])
    #expect(profile.foreignWords == ["kerana"])
  }

  @Test func withoutProfilesNothingIsDetected() {
    #expect(LanguageDetector(profiles: []).language(of: "The man said that he was there.") == nil)
  }

  @Test func declaredLanguagesAreReducedToTheirCode() throws {
    for (tag, code) in [("id-ID", "id"), ("in", "id"), ("EN_us", "en"), ("uk", "uk")] {
      let article = try readArticle("---\nlanguage: \(tag)\n---\nText", as: "a.md")
      #expect(article.language == code)
    }
  }
}
