import CasusModel
import Testing

/// Dates that count from where the text stands and not from its publication.
@Suite struct StoryDateTests {
  @Test(arguments: [
    // A year that the sentence has named is the one that a month behind it belongs to …
    EventDateCase(
      language: "en", published: "2010-06-25",
      text: "Gulf\n\n"
        + "Back in 1998 Iraq expelled the envoys of France, and that December France bombed Iraq.",
      events: [(.assault, "bombed", "1998-12")]),
    EventDateCase(
      language: "id", published: "2020-06-20",
      text: "Himalaya\n\n"
        + "Perang pecah pada 1962: pada 20 Oktober tahun itu Cina menyerbu India.",
      events: [(.assault, "menyerbu", "1962-10-20")]),
    // … until words that count from publication bring it back to the present.
    EventDateCase(
      language: "en", published: "2010-06-25",
      text: "Peninsula\n\n"
        + "In January 1983 North Korea attacked Japan. This March it attacked South Korea, and in May "
        + "Seoul cut ties with North Korea.",
      events: [(.assault, "attacked Japan", "1983-01"), (.sanction, "cut", "2010-05")]),
    // The month that the text has come to, and not that of publication.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Border\n\n"
        + "On 15 May 1950 Chad attacked Niger. By the end of the month Niger had withdrawn its troops "
        + "from Chad.",
      events: [(.retreat, "withdrawn", "../1950-05")]),
    // The deed that a noun names has its day in the text.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Andes\n\n"
        + "Peru bombed Chile on Thursday. Two days before the bombing, Bolivia accused Chile of "
        + "spying.",
      events: [(.assault, "bombed", "2022-09-01"), (.accuse, "accused", "2022-08-30")]),
    // In a diary "yesterday" is the day before the entry's.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Diary\n\n"
        + "3 May 1950: Chad attacked Niger. Yesterday Niger recalled its envoy from Chad.\n\n"
        + "9 May 1950: On Monday Mali accused Chad of spying.",
      events: [(.sanction, "recalled", "1950-05-02"), (.accuse, "accused", "1950-05-08")]),
    EventDateCase(
      language: "uk", published: "2022-09-06",
      text: "Щоденник\n\n"
        + "14 квітня 2022 року. Позавчора Польща звинуватила Росію в геноциді.",
      events: [(.accuse, "звинуватила", "2022-04-12")]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
