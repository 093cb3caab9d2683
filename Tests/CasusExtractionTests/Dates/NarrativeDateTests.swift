import CasusModel
import Testing

/// Where the narrative of an article stands, and which dates do not move it.
@Suite struct NarrativeDateTests {
  @Test(arguments: [
    // No expression goes on behind the end of a sentence.
    EventDateCase(
      language: "en", published: "2025-05-14",
      text:
        "Chad expelled the ambassador of Niger in March. Last week Niger accused Chad of spying.",
      events: [(.sanction, "expelled", "2025-03"), (.accuse, "accused", "2025-05-05/2025-05-11")]),
    EventDateCase(
      language: "uk", published: "2024-01-09",
      text:
        "Кенія підписала угоду з Угандою 1 січня. Наступного дня Уганда відкликала посла з Кенії.",
      events: [(.agree, "підписала", "2024-01-01"), (.sanction, "відкликала", "2024-01-02")]),
    EventDateCase(
      language: "ru", published: "2024-03-20",
      text: "Чад выслал посла Нигера в январе. В прошлом году Нигер обвинил Чад в шпионаже.",
      events: [(.sanction, "выслал", "2024-01"), (.accuse, "обвинил", "2023")]),
    // The text stands at what was done, and not at the day on which it was said.
    EventDateCase(
      language: "en", published: "2025-05-14",
      text: "Peru shelled Ecuador on Sunday, its army said on Tuesday. "
        + "The same day Ecuador closed its border with Peru.",
      events: [(.assault, "shelled", "2025-05-11"), (.coerce, "closed", "2025-05-11")]),
    EventDateCase(
      language: "ru", published: "2024-03-20",
      text: "Авиация Перу в понедельник бомбила Эквадор, сообщил во вторник МИД страны. "
        + "В тот же день Эквадор отозвал посла из Перу.",
      events: [(.assault, "бомбила", "2024-03-18"), (.sanction, "отозвал", "2024-03-18")]),
    EventDateCase(
      language: "en", published: "2025-05-14",
      text:
        "Peru said on Tuesday that it supported Ecuador. The same day Ecuador expelled the envoy of Chile.",
      events: [(.sanction, "expelled", "2025-05-13")]),
    // Nor at the earlier date of a relative clause.
    EventDateCase(
      language: "ru", published: "2021-05-19",
      text: "В сентябре 2015 года Чад освободил офицера Нигера, которого захватил годом ранее, "
        + "5 сентября 2014 года. В том же году Нигер выслал посла Чада.",
      events: [(.sanction, "выслал", "2015")]),
    // By when something was done is where the text has come to.
    EventDateCase(
      language: "en", published: "2014-09-06",
      text:
        "On Monday Kenya shelled Somalia. By Wednesday Kenya had withdrawn its troops from Somalia. "
        + "Twenty-four hours later Kenya and Somalia signed a peace treaty.",
      events: [(.agree, "signed", "2014-09-04")]),
    EventDateCase(
      language: "en", published: "2016-02-05",
      text:
        "On Wednesday Kenya threatened Somalia. By noon Somalia had closed its border with Kenya.",
      events: [(.coerce, "closed", "2016-02-03")]),
    EventDateCase(
      language: "en", published: "1998-10-27",
      text: "In January 1995 Peru attacked Ecuador. Fighting raged until the end of February, "
        + "though Peru and Ecuador signed a truce on the 17th.",
      events: [(.agree, "signed", "1995-02-17")]),
    // A month without a year goes on in the old year that its paragraph tells of, until a newer date.
    EventDateCase(
      language: "en", published: "1998-10-27",
      text: "Peru's president met Ecuador's on Monday.\n\nIn January 1995 Peru attacked Ecuador. "
        + "In March Ecuador expelled Peru's envoy. Last September Peru closed its border with Ecuador, "
        + "and in October Ecuador accused Peru of spying.\n\nIn June Peru sued Ecuador.",
      events: [
        (.sanction, "expelled", "1995-03"), (.coerce, "closed", "1998-09"),
        (.accuse, "accused", "1998-10"), (.accuse, "sued", "1998-06"),
      ]),
    EventDateCase(
      language: "ru", published: "1998-10-27",
      text: "Перу и Эквадор провели переговоры в понедельник.\n\n"
        + "В январе 1995 года Перу атаковала Эквадор. 5 марта Эквадор отозвал посла из Перу. "
        + "Осенью Перу закрыла границу с Эквадором.",
      events: [(.sanction, "отозвал", "1995-03-05"), (.coerce, "закрыла", "1995-23")]),
    // "Накануне" before an occasion counts from that, of which the text may have told.
    EventDateCase(
      language: "ru", published: "2024-03-20",
      text: "Чад накануне визита посла выслал дипломата Нигера.",
      events: [(.sanction, "выслал", nil)]),
  ])
  func stands(_ example: EventDateCase) { example.check() }

  @Test(arguments: [
    // Equal verbs behind "since …, when".
    EventDateCase(
      language: "en", published: "2014-09-10",
      text:
        "Chad has struck Niger since August, when Niger shelled its towns and expelled its ambassador.",
      events: [(.sanction, "expelled", "2014-08")]),
    // Words that were said at a meeting.
    EventDateCase(
      language: "en", published: "2023-12-07",
      text: "On Tuesday Peru's president met Lula da Silva, who condemned Chile.",
      events: [(.accuse, "condemned", "2023-12-05")]),
    EventDateCase(
      language: "en", published: "2023-12-07",
      text: "On Tuesday Peru's president met Lula da Silva, who has condemned Chile.",
      events: [(.accuse, "condemned", nil)]),
    EventDateCase(
      language: "en", published: "2023-12-07",
      text: "On Tuesday Blinken met Poland's president in Warsaw, where he condemned Minsk.",
      events: [(.accuse, "condemned", "2023-12-05")]),
    // A weekday right behind the deed that is condemned is that of the words; a day of the month need not be.
    EventDateCase(
      language: "en", published: "2023-12-07", text: "Egypt condemned the Israeli raid on Tuesday.",
      events: [(.accuse, "condemned", "2023-12-05")]),
    EventDateCase(
      language: "en", published: "2023-12-07",
      text: "Egypt condemned the Israeli raid on Libya on Tuesday.",
      events: [(.accuse, "condemned", nil)]),
    // A joint between commas opens no clause.
    EventDateCase(
      language: "en", published: "2023-12-07",
      text: "In July, however, Peru accused Chile of spying.",
      events: [(.accuse, "accused", "2023-07")]),
    // So many months before or after a month.
    EventDateCase(
      language: "en", published: "2023-07-12",
      text: "Chad accused Niger of it in May 2022, three months after Mali invaded Togo.",
      events: [(.accuse, "accused", "2022-05"), (.assault, "invaded", "2022-02")]),
    EventDateCase(
      language: "ru", published: "2023-07-12",
      text:
        "Чад обвинил Нигер в мае 2022 года, через три месяца после того, как Нигерия вторглась в Бенин.",
      events: [(.accuse, "обвинил", "2022-05"), (.assault, "вторглась", "2022-02")]),
    EventDateCase(
      language: "en", published: "2022-08-18",
      text: "In 2014 Chad complained to Niger, and the next year Niger suspended aid to Chad.",
      events: [(.sanction, "suspended", "2015")]),
    // What someone is asked for may be older.
    EventDateCase(
      language: "en", published: "1977-11-21",
      text: "Egypt asked Israel to give back everything that it had taken in 1967.",
      events: [(.request, "asked", nil)]),
    EventDateCase(
      language: "en", published: "1986-06-28",
      text: "The judges ruled on Friday that Peru had broken the law by shelling Ecuador.",
      events: [(.assault, "shelling", nil)]),
    // An attack that a noun names has the day that the article gives it.
    EventDateCase(
      language: "en", published: "2019-09-20",
      text: "Kenya shelled Somalia on Saturday.\n\nUganda kept silent.\n\nIts papers did, too.\n\n"
        + "Somalia called Kenya's shelling of Somalia a crime.",
      events: [(.assault, "Kenya's shelling", "2019-09-14")]),
    // "Today" of what goes on.
    EventDateCase(
      language: "en", published: "2018-07-13", text: "Today Kenya trades with Somalia.",
      events: [(.cooperate, "trades", nil)]),
  ])
  func takes(_ example: EventDateCase) { example.check() }
}
