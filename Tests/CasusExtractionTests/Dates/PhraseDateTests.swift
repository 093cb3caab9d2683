import CasusModel
import Testing

/// Dates that stand in a phrase of their own, or beside what they do not belong to.
@Suite struct PhraseDateTests {
  @Test(arguments: [
    // The phrase that opens a sentence dates what its subject does …
    EventDateCase(
      language: "en", published: "2023-05-10",
      text:
        "Lima\n\nSpeaking in Lima on Monday, the Peruvian president warned Chile "
        + "and praised Bolivia.",
      events: [(.threaten, "warned", "2023-05-08"), (.support, "praised", "2023-05-08")]),
    EventDateCase(
      language: "ru", published: "2023-05-10",
      text:
        "Лима\n\nВыступая в понедельник в Лиме, президент Перу обвинил Чили в "
        + "шпионаже и пригрозил Боливии.",
      events: [(.accuse, "обвинил", "2023-05-08"), (.threaten, "пригрозил", "2023-05-08")]),
    EventDateCase(
      language: "uk", published: "2023-05-10",
      text: "Ліма\n\nВиступаючи в понеділок у Лімі, президент Перу звинуватив Чилі у шпигунстві.",
      events: [(.accuse, "звинуватив", "2023-05-08")]),
    // … but not what is planned.
    EventDateCase(
      language: "en", published: "2023-05-10",
      text: "Lima\n\nSpeaking in Lima on Monday, the Peruvian president will visit Chile.",
      events: [(.consult, "visit", nil)]),
    // What follows a colon is of the day before it, with all its equals.
    EventDateCase(
      language: "ru", published: "2024-06-03",
      text:
        "Граница\n\nВо вторник терпение Лимы лопнуло: Перу закрыло границу с Чили "
        + "и обвинило Чили в шпионаже.",
      events: [(.coerce, "закрыло", "2024-05-28"), (.accuse, "обвинило", "2024-05-28")]),
    // A date behind a relative clause between commas is not of that clause.
    EventDateCase(
      language: "ru", published: "2025-05-07",
      text:
        "Визит\n\nМинистр иностранных дел Перу, побывавший в понедельник в "
        + "Боливии, завтра прилетит в Чили.",
      events: [(.consult, "побывавший", "2025-05-05"), (.consult, "прилетит", "2025-05-08")]),
    EventDateCase(
      language: "uk", published: "2025-05-07",
      text:
        "Візит\n\nМіністр закордонних справ Перу, який у понеділок відвідав "
        + "Болівію, завтра прилетить до Чилі.",
      events: [(.consult, "відвідав", "2025-05-05"), (.consult, "прилетить", "2025-05-08")]),
    // A date right before the second of two verbs is of that verb alone.
    EventDateCase(
      language: "uk", published: "2025-05-07",
      text:
        "Кордон\n\n22 квітня Чилі обстріляло порт. Перу звинуватило Чилі, "
        + "наступного дня закрило кордон із Чилі.",
      events: [(.accuse, "звинуватило", nil), (.coerce, "закрило", "2025-04-23")]),
    // A clause that tells no event dates what came so long before or after it.
    EventDateCase(
      language: "en", published: "2023-05-10",
      text: "Truce\n\nThe truce took effect on Monday, two days after Peru attacked Chile.",
      events: [(.assault, "attacked", "2023-05-06")]),
  ])
  func phrases(example: EventDateCase) { example.check() }

  @Test(arguments: [
    // What is ruled out for the days to come is not of the day of the entry.
    EventDateCase(
      language: "en", published: "2025-02-17",
      text:
        "Chronology\n\n18 February 2008 – Spain accused Kosovo. Spain will not recognise Kosovo.",
      events: [(.accuse, "accused", "2008-02-18"), (.support, "recognise", nil)]),
    EventDateCase(
      language: "id", published: "2025-02-17",
      text: "Kronologi\n\n18 Februari 2008\nPeru mengecam Chile. Peru tidak akan menyerang Chile.",
      events: [(.accuse, "mengecam", "2008-02-18"), (.assault, "menyerang", nil)]),
    // Words are of the few days of a heading as deeds are.
    EventDateCase(
      language: "ru", published: "2025-04-02",
      text: "Хроника\n\n28–30 апреля 2021 года\nПеру обвинило Чили в обстреле.",
      events: [(.accuse, "обвинило", "2021-04-28/2021-04-30")]),
    // "At night", under the date of an entry, is of that entry.
    EventDateCase(
      language: "uk", published: "2012-05-04",
      text:
        "Хроніка\n\n20 квітня 2012 року\nПеру відвело війська. За два дні до того "
        + "Чилі обстріляло порт Перу.\n\n"
        + "23 квітня 2012 року\nПеруанська авіація вночі бомбила Чилі.",
      events: [(.assault, "обстріляло", "2012-04-18"), (.assault, "бомбила", "2012-04-23")]),
    // The day of a participle says which noun is meant; "накануне" does not count from it.
    EventDateCase(
      language: "ru", published: "2022-11-02",
      text:
        "Порт\n\nПеру возобновляет вывоз зерна, прерванный 20 октября. Накануне "
        + "Перу обвинило Чили в шпионаже.",
      events: [(.accuse, "обвинило", "2022-11-01")]),
  ])
  func entries(example: EventDateCase) { example.check() }

  @Test(arguments: [
    // What is counted in days from a month is of about that month.
    EventDateCase(
      language: "uk", published: "2023-09-25",
      text:
        "Кордон\n\nУ червні Чилі захопило трьох перуанців. За два тижні Чилі звільнило перуанців.",
      events: [(.concede, "звільнило", "2023-06~")]),
    // The month that follows is counted from what has just been told.
    EventDateCase(
      language: "en", published: "2020-12-15",
      text:
        "War\n\nOn 15 December 1995 Peru attacked Chile. The following May Peru "
        + "and Chile signed a truce.",
      events: [(.assault, "attacked", "1995-12-15"), (.agree, "signed", "1996-05")]),
    EventDateCase(
      language: "ru", published: "2020-12-15",
      text:
        "Война\n\n15 декабря 1995 года Перу напало на Чили. В следующем году Перу обвинило Чили.",
      events: [(.assault, "напало", "1995-12-15"), (.accuse, "обвинило", "1996")]),
  ])
  func counted(example: EventDateCase) { example.check() }
}
