import CasusModel
import Testing

/// The date of bringing two sides together.
@Suite struct MediationDateTests {
  @Test(arguments: [
    // Who mediated did so when the two met or agreed.
    EventDateCase(
      language: "en", published: "2023-03-12",
      text: "Ties\n\n"
        + "On Friday Iran and Saudi Arabia agreed to restore relations. China mediated "
        + "between Iran and Saudi Arabia.",
      events: [(.agree, "agreed", "2023-03-10"), (.consult, "China mediated", "2023-03-10")]),
    EventDateCase(
      language: "ru", published: "2023-03-12",
      text: "Договор\n\n"
        + "В пятницу Иран и Саудовская Аравия подписали соглашение. Посредником выступил "
        + "Китай.",
      events: [(.agree, "подписали", "2023-03-10"), (.consult, "Китай", "2023-03-10")]),
    EventDateCase(
      language: "uk", published: "2023-03-12",
      text: "Угода\n\n"
        + "У п'ятницю Іран і Саудівська Аравія підписали угоду. Посередником був Китай.",
      events: [(.agree, "підписали", "2023-03-10"), (.consult, "Китай", "2023-03-10")]),
    EventDateCase(
      language: "id", published: "2023-03-12",
      text: "Kesepakatan\n\n"
        + "Pada Jumat (10/3), Iran dan Arab Saudi menandatangani kesepakatan. Pertemuan itu "
        + "diprakarsai China.",
      events: [(.agree, "menandatangani", "2023-03-10"), (.consult, "China", "2023-03-10")]),
    // … but not for other sides, nor at another time.
    EventDateCase(
      language: "en", published: "2023-03-12",
      text: "Ties\n\n"
        + "On Friday Iran and Saudi Arabia agreed to restore relations. Egypt mediated "
        + "between Israel and Jordan.",
      events: [(.consult, "Egypt mediated", nil)]),
    EventDateCase(
      language: "en", published: "2023-03-12",
      text: "Ties\n\n"
        + "On Friday Iran and Saudi Arabia agreed to restore relations. Iraq had earlier "
        + "mediated between Iran and Saudi Arabia.",
      events: [(.consult, "mediated", nil)]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
