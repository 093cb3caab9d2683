import Testing

/// Who speaks in interviews, and whom "we" and "you" mean there.
@Suite struct InterviewTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    let lines: Set<String>

    var testDescription: String { String(text.prefix(60)) }
  }

  static let cases: [Case] = [
    // An official answers: "we" is the state, and so is "you" in the questions.
    Case(
      language: "en",
      text: """
        "We have no choice"

        Armenia's deputy foreign minister on the talks

        Q: Minister, has Moscow accused you of anything?

        A: Azerbaijan shelled us in May. We are buying howitzers from France.

        Q: Iran says that you attacked Azerbaijan. Did you?

        A: No. Turkey condemned Iran for that.
        """,
      lines: [
        "AZE ASSAULT ARM occurred per ARM", "ARM COOPERATE FRA occurred per ARM",
        "ARM ASSAULT AZE occurred per IRN", "TUR ACCUSE IRN occurred per ARM",
      ]),
    // Somebody without an office answers, who served a state: "we" is that state, and "they" are others.
    Case(
      language: "en",
      text: """
        "Nobody wants to take sides"

        Ibrahim Waheed served in three Maldivian governments.

        Q: Was that wise?

        A: India gave us two helicopters. We thanked India.

        Q: And China?

        A: China lent us money, and they have promised us more.
        """,
      lines: [
        "IND AID MDV occurred per Ibrahim Waheed", "MDV SUPPORT IND occurred per Ibrahim Waheed",
        "CHN AID MDV occurred per Ibrahim Waheed", "CHN AGREE MDV occurred per Ibrahim Waheed",
      ]),
    // The paragraphs of a resolution leave out the body that adopts it.
    Case(
      language: "en",
      text: """
        Decision on Burundi

        The African Union, meeting in Addis Ababa on Monday, adopted the following decision.

        1. Urges Burundi to accept its mission;

        2. Thanks Rwanda for its help; condemns Chad.
        """,
      lines: [
        "AU REQUEST BDI occurred", "AU SUPPORT RWA occurred", "AU ACCUSE TCD occurred",
      ]),
    // A private person answers, whom the paper says that it met; the questions carry no label.
    Case(
      language: "en",
      text: """
        Nobody wants to fire first

        We spoke with Aminata Sow-Keller, who has studied the Sahel for years.

        Will there be a war?

        Nigeria has shut its border with Niger.

        And the French?

        Niger expelled the French ambassador in August.
        """,
      lines: [
        "NGA COERCE NER occurred per Aminata Sow-Keller",
        "NER SANCTION FRA occurred per Aminata Sow-Keller",
      ]),
    // The questions of an explainer are answered by nobody.
    Case(
      language: "en",
      text: """
        What is behind the row between Niger and Nigeria

        President Bola Tinubu is under pressure.

        What happened?

        Nigeria has shut its border with Niger.

        And the French?

        Niger expelled the French ambassador in August.
        """,
      lines: ["NGA COERCE NER occurred", "NER SANCTION FRA occurred"]),
    // A dialogue with dashes, and a name whose base form stands in the headline.
    Case(
      language: "uk",
      text: """
        Дослідниця Марта Коваленко про Гому

        Чому це сталося, ми запитали в Марти Коваленко.

        – Хто захопив Гому?
        – Бойовики М23 захопили Гому в січні.

        – А що Кіншаса?
        – Конго розірвало дипломатичні відносини з Руандою.
        """,
      lines: [
        "ORG:M23 COERCE COD occurred per Марта Коваленко",
        "COD SANCTION RWA occurred per Марта Коваленко",
      ]),
  ]

  @Test(arguments: cases)
  func speaksForWhoAnswers(_ example: Case) {
    let found = Reading.lines(of: Reading.statements(in: example.text, example.language))
    #expect(Set(found) == example.lines)
  }
}
