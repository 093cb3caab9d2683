import CasusModel
import Testing

/// What those who did a dated deed say and do next.
@Suite struct SameDoerDateTests {
  @Test(arguments: [
    // Who has just done something goes on to speak of it.
    EventDateCase(
      language: "id", published: "2021-01-05",
      text: "Teluk\n\n"
        + "Peru memutus hubungan dengan Chile pada Juni 2017. Peru menuduh Chile mendukung "
        + "pemberontak.",
      events: [(.sanction, "memutus", "2017-06"), (.accuse, "menuduh", "2017-06")]),
    EventDateCase(
      language: "ru", published: "2021-01-05",
      text: "Залив\n\n"
        + "Перу разорвало отношения с Чили в июне 2017 года. Перу обвинило Чили в шпионаже.",
      events: [(.accuse, "обвинило", "2017-06")]),
    // Whoever has just spoken, or spoken with another, says more on the same day …
    EventDateCase(
      language: "en", published: "2021-01-05",
      text: "Gulf\n\n"
        + "On Monday the president of Peru accused Chile of spying. He also urged Bolivia to close its "
        + "border.",
      events: [(.accuse, "accused", "2021-01-04"), (.request, "urged", "2021-01-04")]),
    EventDateCase(
      language: "id", published: "2021-01-05",
      text: "Teluk\n\n"
        + "Joe Biden menelepon Emmanuel Macron pada Senin. Ia juga mendesak Rusia mundur.",
      events: [(.request, "mendesak", "2021-01-04")]),
    // … but what he says these days, threatens, or the other side says, is of no such day.
    EventDateCase(
      language: "en", published: "2021-01-05",
      text: "Gulf\n\n"
        + "Peru cut ties with Chile in June 2017. Peru accuses Chile of spying.",
      events: [(.accuse, "accuses", nil)]),
    EventDateCase(
      language: "en", published: "2021-01-05",
      text: "Gulf\n\n"
        + "Peru cut ties with Chile in June 2017. Chile accused Peru of lying.",
      events: [(.accuse, "accused", nil)]),
    EventDateCase(
      language: "uk", published: "2021-01-05",
      text: "Затока\n\n"
        + "Перу розірвало відносини з Чилі в червні 2017 року. Перу погрожувало Чилі війною.",
      events: [(.threaten, "погрожувало", nil)]),
    // An answer with sanctions is of another day.
    EventDateCase(
      language: "en", published: "2025-07-25",
      text: "Border\n\n"
        + "Peru expelled the Chilean ambassador on Wednesday. Chile banned imports from "
        + "Peru.",
      events: [(.sanction, "expelled", "2025-07-23"), (.sanction, "banned", nil)]),
    // What a speaker says next, he says on the same day …
    EventDateCase(
      language: "ru", published: "2008-08-12",
      text: "Выход\n\n"
        + "Президент Перу объявил во вторник, что страна выйдет из союза. Он призвал Чили "
        + "последовать примеру.",
      events: [(.request, "призвал", "2008-08-12")]),
    EventDateCase(
      language: "en", published: "2008-08-12",
      text: "Exit\n\n"
        + "The Peruvian president said on Monday that the bloc was dead. He accused Chile of "
        + "spying.",
      events: [(.accuse, "accused", "2008-08-11")]),
    // … and someone else says at a time of his own.
    EventDateCase(
      language: "en", published: "2008-08-12",
      text: "Exit\n\n"
        + "The Peruvian president said on Monday that the bloc was dead. Chad accused Sudan "
        + "of spying.",
      events: [(.accuse, "accused", nil)]),
    // What goes on these days is of no such day.
    EventDateCase(
      language: "ru", published: "2024-09-03",
      text: "Визит\n\n"
        + "В понедельник Перу и Чили подписали договор. Перу покупает у Чили танки.",
      events: [(.agree, "подписали", "2024-09-02"), (.cooperate, "покупает", nil)]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
