import CasusModel
import Testing

/// Events that words such as "earlier" and "recently" put at another time.
@Suite struct OtherTimeDateTests {
  @Test(arguments: [
    // Words such as "earlier" keep the day told before from what they stand with.
    EventDateCase(
      language: "en", published: "2024-11-20",
      text: "Border\n\n"
        + "On Monday Armenia accused Azerbaijan of shelling. Azerbaijan had attacked Armenia "
        + "earlier. Turkey recently closed its border with Armenia.",
      events: [
        (.accuse, "Armenia accused", "2024-11-18"), (.assault, "had attacked", nil),
        (.coerce, "closed", nil),
      ]),
    EventDateCase(
      language: "en", published: "2024-11-20",
      text: "Airspace\n\n"
        + "India shot down a Pakistani drone in April; Pakistan subsequently closed its "
        + "airspace to Indian airlines.",
      events: [(.assault, "shot down", "2024-04"), (.sanction, "closed its airspace", nil)]),
    EventDateCase(
      language: "en", published: "2024-11-20",
      text: "Mines\n\n"
        + "Two hours later on Tuesday Sudan attacked Ethiopia.",
      events: [(.assault, "attacked", "2024-11-19")]),
    EventDateCase(
      language: "id", published: "2024-11-20",
      text: "Perbatasan\n\n"
        + "Pada Senin (18/11), India menyerang Pakistan. Pakistan sebelumnya menutup "
        + "perbatasan dengan India.",
      events: [(.assault, "menyerang", "2024-11-18"), (.coerce, "menutup", nil)]),
    EventDateCase(
      language: "id", published: "2024-11-20",
      text: "Kronologi\n\n"
        + "18 November 2024. Etiopia menyerang Eritrea. Eritrea belakangan menyerang "
        + "Etiopia. Beberapa jam kemudian, Sudan menyerang Etiopia.",
      events: [
        (.assault, "Etiopia menyerang", "2024-11-18"),
        (.assault, "Eritrea belakangan menyerang", nil),
        (.assault, "Sudan menyerang", "2024-11-18"),
      ]),
    EventDateCase(
      language: "ru", published: "2024-11-20",
      text: "Граница\n\n"
        + "В понедельник Индия обстреляла Пакистан. Пакистан недавно атаковал Индию.",
      events: [(.assault, "обстреляла", "2024-11-18"), (.assault, "атаковал", nil)]),
    EventDateCase(
      language: "ru", published: "2024-11-20",
      text: "Хронология\n\n"
        + "18 ноября 2008 года. Эфиопия атаковала Эритрею. Позже Судан атаковал Эфиопию.",
      events: [(.assault, "Эфиопия атаковала", "2008-11-18"), (.assault, "Судан атаковал", nil)]),
    EventDateCase(
      language: "uk", published: "2024-11-20",
      text: "Кордон\n\n"
        + "У жовтні Вірменія закрила кордон з Азербайджаном, а ще раніше Туреччина закрила "
        + "кордон з Вірменією.",
      events: [(.coerce, "Вірменія закрила", "2024-10"), (.coerce, "Туреччина закрила", nil)]),
    // A date of its own counts even beside such a word.
    EventDateCase(
      language: "uk", published: "2024-11-20",
      text: "Кордон\n\n"
        + "У понеділок Індія атакувала Пакистан. Раніше, 5 листопада, Пакистан обстріляв "
        + "Індію.",
      events: [(.assault, "атакувала", "2024-11-18"), (.assault, "обстріляв", "2024-11-05")]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
