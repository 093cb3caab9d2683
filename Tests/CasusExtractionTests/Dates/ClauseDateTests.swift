import CasusModel
import Testing

/// Which clause of a sentence a date belongs to.
@Suite struct ClauseDateTests {
  @Test(arguments: [
    // What a noun is a part of has the date.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Truce\n\n"
        + "The next round of talks between Peru and Chile is set for Friday.",
      events: [(.consult, "talks", "2022-09-09")]),
    // A veto is a deed: its day is not that of the call behind it.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Truce\n\n"
        + "Peru vetoed Chile's call for a truce on Monday.",
      events: [(.reject, "vetoed", "2022-09-05")]),
    // What is still to come has not happened.
    EventDateCase(
      language: "en", published: "2025-02-14",
      text: "Truce\n\n"
        + "The next talks between Ethiopia and Eritrea are set for 20 February.",
      events: [(.consult, "talks", "2025-02-20")]),
    EventDateCase(
      language: "ru", published: "2025-02-14",
      text: "Переговоры\n\n"
        + "Следующий раунд переговоров Эфиопии и Эритреи намечен на 20 февраля.",
      events: [(.consult, "переговоров", "2025-02-20")]),
    // Up to when something lasts is not when it was done.
    EventDateCase(
      language: "uk", published: "2025-02-14",
      text: "Переговори\n\n"
        + "5 лютого Чад заморозив до 2028 року переговори з Суданом.",
      events: [(.sanction, "заморозив", "2025-02-05")]),
    // By when is ahead, whatever the tense of asking.
    EventDateCase(
      language: "uk", published: "2024-02-20",
      text: "Межа\n\n"
        + "Президент Чаду запросив президента Судану зустрітися до 24 лютого.",
      events: [(.consult, "запросив", "../2024-02-24")]),
    // "Now" is no date.
    EventDateCase(
      language: "en", published: "2025-02-14",
      text: "Trade\n\n"
        + "Peru is now selling weapons to Chile.",
      events: [(.cooperate, "selling", nil)]),
    EventDateCase(
      language: "id", published: "2025-02-14",
      text: "Dagang\n\n"
        + "Kini Peru menjual senjata kepada Chile.",
      events: [(.cooperate, "menjual", nil)]),
    // Since then: from the last date told.
    EventDateCase(
      language: "en", published: "2024-10-01",
      text: "Border\n\n"
        + "On Friday Peru closed its border with Chile. Since then Chile has attacked Peru.",
      events: [(.assault, "attacked", "2024-09-27/..")]),
    EventDateCase(
      language: "ru", published: "2024-10-01",
      text: "Граница\n\n"
        + "В пятницу Перу закрыло границу с Чили. С тех пор Чили атакует Перу.",
      events: [(.assault, "атакует", "2024-09-27/..")]),
    EventDateCase(
      language: "uk", published: "2024-10-01",
      text: "Кордон\n\n"
        + "У п'ятницю Перу закрило кордон із Чилі. Відтоді Чилі атакує Перу.",
      events: [(.assault, "атакує", "2024-09-27/..")]),
    EventDateCase(
      language: "id", published: "2024-10-01",
      text: "Perbatasan\n\n"
        + "Pada Jumat (27/9), Peru menutup perbatasan dengan Chile. Sejak itu, Chile "
        + "menyerang Peru.",
      events: [(.assault, "menyerang", "2024-09-27/..")]),
    // At the same time: of the last date told.
    EventDateCase(
      language: "ru", published: "2024-10-01",
      text: "Граница\n\n"
        + "В марте Перу закрыло границу с Чили. Тогда же Чили атаковало Перу.",
      events: [(.assault, "атаковало", "2024-03")]),
    EventDateCase(
      language: "uk", published: "2024-10-01",
      text: "Кордон\n\n"
        + "У березні Перу закрило кордон із Чилі. Тоді ж Чилі атакувало Перу.",
      events: [(.assault, "атакувало", "2024-03")]),
    // What was done from a day on was done on it; what goes on goes on since.
    EventDateCase(
      language: "id", published: "2025-10-30",
      text: "Perbatasan\n\n"
        + "Peru menutup perbatasan dengan Chile mulai Rabu (29/10).",
      events: [(.coerce, "menutup", "2025-10-29")]),
    EventDateCase(
      language: "ru", published: "2025-10-30",
      text: "Граница\n\n"
        + "Перу с сегодняшнего дня закрыло границу с Чили.",
      events: [(.coerce, "закрыло", "2025-10-30")]),
    EventDateCase(
      language: "ru", published: "2025-10-30",
      text: "Граница\n\n"
        + "Перу с понедельника обстреливает Чили.",
      events: [(.assault, "обстреливает", "2025-10-27/..")]),
    // A clause with "when" behind the dated clause.
    EventDateCase(
      language: "en", published: "2023-03-05",
      text: "Delhi\n\n"
        + "The Indian minister broke the news on Thursday when India met China in Delhi.",
      events: [(.consult, "met", "2023-03-02")]),
    // An answer behind a semicolon may come at any time.
    EventDateCase(
      language: "en", published: "2024-12-20",
      text: "Council\n\n"
        + "In March Chad complained to the Security Council; Sudan rejected the accusations "
        + "of Chad.",
      events: [(.reject, "rejected", nil)]),
    // What they claim of the deed that they have just done.
    EventDateCase(
      language: "id", published: "2025-10-16",
      text: "Perbatasan\n\n"
        + "Pada Rabu (15/10), Chad menyerang Sudan dan mengaku menewaskan tentara Sudan.",
      events: [(.assault, "menyerang", "2025-10-15"), (.assault, "menewaskan", "2025-10-15")]),
    // A date behind "and" is that of the next verb.
    EventDateCase(
      language: "en", published: "2025-10-16",
      text: "Border\n\n"
        + "Chad attacked Sudan and on Tuesday bombed Libya.",
      events: [(.assault, "attacked", nil), (.assault, "bombed", "2025-10-14")]),
    // … and of the verb that is understood.
    EventDateCase(
      language: "en", published: "2018-08-07",
      text: "Ties\n\n"
        + "Peru bought tanks from India and, last month, frigates from France.",
      events: [(.cooperate, "bought", nil)]),
    // The date at the end of the sentence is that of the whole.
    EventDateCase(
      language: "id", published: "2025-10-30",
      text: "PBB\n\n"
        + "Majelis Umum PBB mendesak Sudan mencabut embargonya atas Chad, Rabu (29/10).",
      events: [(.request, "mendesak", "2025-10-29")]),
    // Hours before something: on its day.
    EventDateCase(
      language: "en", published: "2023-09-14",
      text: "Summit\n\n"
        + "On Wednesday Chad and Sudan met in Libya. Two hours before the handshake, Eritrea "
        + "attacked Ethiopia.",
      events: [(.assault, "attacked", "2023-09-13")]),
    // A participle with a date of its own.
    EventDateCase(
      language: "ru", published: "2022-11-02",
      text: "Сделка\n\n"
        + "Главным ходатаем был Эрдоган, накануне позвонивший Путину.",
      events: [(.consult, "позвонивший", "2022-11-01")]),
    EventDateCase(
      language: "ru", published: "2024-05-10",
      text: "Визит\n\n"
        + "Последние солдаты ушли 9 мая. Президент Индии накануне посетил Непал.",
      events: [(.consult, "посетил", "2024-05-08")]),
    // A noun that is condemned has its own date.
    EventDateCase(
      language: "uk", published: "2025-11-21",
      text: "Вибух\n\n"
        + "Чад засудив напад Судану на Лівію і в середу закрив кордон із Суданом.",
      events: [
        (.accuse, "засудив", nil), (.assault, "напад", nil), (.coerce, "закрив", "2025-11-19"),
      ]),
    // What is only considered is of no such day.
    EventDateCase(
      language: "en", published: "2025-02-18",
      text: "Envoys\n\n"
        + "Peru summoned the Chilean ambassador on Tuesday and is considering cutting ties "
        + "with Chile.",
      events: [(.accuse, "summoned", "2025-02-18"), (.sanction, "cutting", nil)]),
    // Since when something goes on is not when it was paid for.
    EventDateCase(
      language: "ru", published: "2025-02-02",
      text: "Газ\n\n"
        + "С субботы снова идёт газ: Перу выделило Чили деньги.",
      events: [(.aid, "выделило", nil)]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
