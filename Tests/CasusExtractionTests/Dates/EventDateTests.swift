import CasusModel
import Testing

/// Which date of an article an event takes.
@Suite struct EventDateTests {
  struct Case: CustomTestStringConvertible {
    var language: String
    var published: String?
    var text: String
    /// The type of the event, its words and its date.
    var events: [(type: EventType, words: String, date: String?)]

    var testDescription: String { String(text.prefix(60)) }
  }

  @Test(arguments: [
    // Of two dates of one verb the nearest counts.
    Case(
      language: "en", published: "2023-05-10",
      text: "Russia attacked Ukraine on 5 May 2022 and on 9 June 2022.",
      events: [(.assault, "attacked", "2022-05-05")]),
    // An event told as so long after another is dated by it.
    Case(
      language: "en", published: "2024-08-08",
      text: "Niger cuts ties\n\n"
        + "Niger severed relations with Ukraine on Tuesday, two days after Mali accused Ukraine of terrorism.",
      events: [
        (.sanction, "severed", "2024-08-06"), (.accuse, "Mali accused", "2024-08-04"),
      ]),
    // Entries of a chronology carry their date to all their sentences, and no further.
    Case(
      language: "en", published: "2025-02-17",
      text: "Kosovo and Serbia\n\n"
        + "18 February 2008 – France recognised Kosovo. Serbia recalled its envoy from France.\n\n"
        + "Spain criticised Kosovo.",
      events: [
        (.support, "recognised", "2008-02-18"), (.sanction, "recalled", "2008-02-18"),
        (.accuse, "criticised", nil),
      ]),
    Case(
      language: "ru", published: "2018-08-08",
      text: "Пять дней войны\n\n"
        + "7 августа 2008 года. Россия обстреляла Грузию. Тремя днями позже Грузия разорвала отношения с Россией.",
      events: [(.assault, "обстреляла", "2008-08-07"), (.sanction, "разорвала", "2008-08-10")]),
    // Entries of a live blog are told on its day, but what they look back on is not.
    Case(
      language: "id", published: "2025-05-07",
      text: "Perkembangan terkini\n\n21.10 WIB - Sidang\nIndia mengecam Pakistan.\n\n"
        + "19.45 WIB - Latar\nPada 22 April, India menyerang Pakistan. Pakistan menuding India.",
      events: [
        (.accuse, "mengecam", "2025-05-07"), (.assault, "menyerang", "2025-04-22"),
        (.accuse, "menuding", nil),
      ]),
    // A date behind a relative clause without event belongs to the event around it.
    Case(
      language: "en", published: "2024-04-01",
      text: "Niger turns away\n\n"
        + "Niger revoked an agreement with France that covered its northern airfields on March 16.",
      events: [(.sanction, "revoked", "2024-03-16")]),
    // The day of what is condemned is not the day of condemning it.
    Case(
      language: "en", published: "2024-10-12",
      text: "Envoys speak\n\nIndonesia condemned the Israeli shelling of Lebanon on October 10.",
      events: [(.accuse, "condemned", nil)]),
    // A headline tells the news of the lead.
    Case(
      language: "en", published: "2025-10-29",
      text: "Lithuania closes its border with Belarus\n\n"
        + "Lithuania shut its border with Belarus on Monday.",
      events: [(.coerce, "closes", "2025-10-27"), (.coerce, "shut", "2025-10-27")]),
    // "The same day" counts from the last day, not from the year of a treaty.
    Case(
      language: "ru", published: "2024-12-10",
      text:
        "Голаны\n\nВ воскресенье Израиль атаковал Сирию. Договор 1974 года больше не действует. "
        + "США в тот же день разбомбили Сирию.",
      events: [(.assault, "атаковал", "2024-12-08"), (.assault, "разбомбили", "2024-12-08")]),
  ])
  func eventTakesDate(_ example: Case) {
    let statements = Reading.statements(
      in: example.text, example.language, published: example.published)
    for event in example.events {
      let found = statements.filter {
        $0.type == event.type && $0.evidence.text.contains(event.words)
      }
      #expect(
        found.first?.evidence.date?.rawValue == event.date && !found.isEmpty,
        "\(event.words): \(statements.map { "\($0.type) \($0.evidence.date?.rawValue ?? "–") \($0.evidence.text)" })"
      )
    }
  }
}
