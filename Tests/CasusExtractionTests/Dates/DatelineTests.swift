import CasusModel
import Testing

/// Datelines, which date no event, and the entries that they are not.
@Suite struct DatelineTests {
  @Test(arguments: [
    // The day of publication at the start of the text is a dateline; what follows is not of that day.
    EventDateCase(
      language: "ru", published: "2025-06-17",
      text: "Суд\n\n"
        + "17 июня 2025 года. Суд в Гааге отклонил иск. Чад обвинил Судан.",
      events: [(.accuse, "обвинил", nil)]),
    EventDateCase(
      language: "en", published: "2024-05-17",
      text: "Court\n\n"
        + "17 May 2024 – The court rejected the case. Chad accused Sudan of an attack.",
      events: [(.accuse, "accused", nil)]),
    EventDateCase(
      language: "uk", published: "2025-02-27",
      text: "Список\n\n"
        + "27 лютого 2025, Київ\n\nНагадаємо, наприкінці грудня Перу закрило кордон з "
        + "Еквадором.",
      events: [(.coerce, "закрило", "2024-12~")]),
    // A date at the start of other paragraphs dates them, behind a bullet as well.
    EventDateCase(
      language: "en", published: "2024-05-17",
      text: "Kashmir\n\n"
        + "▪ 3 May 2019: India attacked Pakistan.\n\n▪ 9 May 2019: Pakistan attacked India.",
      events: [
        (.assault, "India attacked", "2019-05-03"), (.assault, "Pakistan attacked", "2019-05-09"),
      ]),
    EventDateCase(
      language: "id", published: "2024-05-17",
      text: "Kronologi\n\n"
        + "• 3 Mei 2019: India menyerang Pakistan.\n\n• 17 Mei 2024: Pakistan menyerang India.",
      events: [
        (.assault, "India menyerang", "2019-05-03"), (.assault, "Pakistan menyerang", "2024-05-17"),
      ]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
