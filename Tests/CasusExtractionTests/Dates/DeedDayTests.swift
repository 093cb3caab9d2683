import CasusModel
import Testing

/// Dates that are counted from a deed told before, which the sentence only names or points at.
@Suite struct DeedDayTests {
  @Test(arguments: [
    EventDateCase(
      language: "en", published: "2025-02-10",
      text:
        "Envoys\n\nPeru expelled two Chilean diplomats on Thursday. The decision came two days after "
        + "Chile shelled a Peruvian port.",
      events: [(.sanction, "expelled", "2025-02-06"), (.assault, "shelled", "2025-02-04")]),
    EventDateCase(
      language: "en", published: "2025-02-10",
      text:
        "Strike\n\nPeru bombed a Chilean port on Friday. The attack took place a day after Chile accused "
        + "Peru of spying.",
      events: [(.assault, "bombed", "2025-02-07"), (.accuse, "accused", "2025-02-06")]),
    EventDateCase(
      language: "en", published: "2025-02-10",
      text:
        "Envoys\n\nPeru recalled its ambassador from Chile on Thursday. It happened three days before "
        + "Bolivia accused Chile of spying.",
      events: [(.sanction, "recalled", "2025-02-06"), (.accuse, "accused", "2025-02-09")]),
    EventDateCase(
      language: "id", published: "2025-02-10",
      text:
        "Utusan\n\nPeru mengusir dua diplomat Chile pada Kamis. Keputusan itu diambil dua hari setelah "
        + "Chile menuduh Peru melakukan spionase.",
      events: [(.sanction, "mengusir", "2025-02-06"), (.accuse, "menuduh", "2025-02-04")]),
    EventDateCase(
      language: "ru", published: "2025-02-10",
      text:
        "Удар\n\nПеру обстреляло порт Чили в пятницу. Удар был нанесён через день после того, как Чили "
        + "обвинило Перу в шпионаже.",
      events: [(.assault, "обстреляло", "2025-02-07"), (.accuse, "обвинило", "2025-02-06")]),
    EventDateCase(
      language: "uk", published: "2025-02-10",
      text:
        "Удар\n\nПеру обстріляло порт Чилі в п'ятницю. Це сталося за день після того, як Чилі "
        + "звинуватило Перу в шпигунстві.",
      events: [(.assault, "обстріляло", "2025-02-07"), (.accuse, "звинуватило", "2025-02-06")]),
    // "A week after", without a number, in the same sentence.
    EventDateCase(
      language: "ru", published: "2025-02-10",
      text:
        "Посол\n\n5 февраля Перу отозвало посла из Чили спустя неделю после того, как Чили "
        + "осудило Перу.",
      events: [(.sanction, "отозвало", "2025-02-05"), (.accuse, "осудило", "2025-01-29~")]),
    EventDateCase(
      language: "uk", published: "2025-02-10",
      text:
        "Посол\n\n5 лютого Перу відкликало посла з Чилі наступного дня після того, як Чилі "
        + "засудило Перу.",
      events: [(.sanction, "відкликало", "2025-02-05"), (.accuse, "засудило", "2025-02-04")]),
    // What ends, or angers somebody, does not come about.
    EventDateCase(
      language: "en", published: "2025-02-10",
      text:
        "Truce\n\nPeru and Chile signed a truce on Monday. It ended two days after Bolivia bombed Peru.",
      events: [(.agree, "signed", "2025-02-10"), (.assault, "bombed", nil)]),
    EventDateCase(
      language: "en", published: "2025-02-10",
      text:
        "Envoys\n\nPeru expelled two Chilean diplomats on Thursday. The decision angered Santiago two "
        + "days after Chile had praised Peru.",
      events: [(.sanction, "expelled", "2025-02-06"), (.support, "praised", nil)]),
  ])
  func deeds(example: EventDateCase) { example.check() }
}
