import CasusModel
import Testing

/// Which date of an article an event takes.
@Suite struct EventDateTests {
  @Test(arguments: [
    // Of two dates of one verb the nearest counts.
    EventDateCase(
      language: "en", published: "2023-05-10",
      text: "Russia attacked Ukraine on 5 May 2022 and on 9 June 2022.",
      events: [(.assault, "attacked", "2022-05-05")]),
    // An event told as so long after another is dated by it.
    EventDateCase(
      language: "en", published: "2024-08-08",
      text: "Niger cuts ties\n\n"
        + "Niger severed relations with Ukraine on Tuesday, two days after Mali accused Ukraine of terrorism.",
      events: [
        (.sanction, "severed", "2024-08-06"), (.accuse, "Mali accused", "2024-08-04"),
      ]),
    // Entries of a chronology carry their date to all their sentences, and no further.
    EventDateCase(
      language: "en", published: "2025-02-17",
      text: "Kosovo and Serbia\n\n"
        + "18 February 2008 – France recognised Kosovo. Serbia recalled its envoy from France.\n\n"
        + "Spain criticised Kosovo.",
      events: [
        (.support, "recognised", "2008-02-18"), (.sanction, "recalled", "2008-02-18"),
        (.accuse, "criticised", nil),
      ]),
    EventDateCase(
      language: "ru", published: "2018-08-08",
      text: "Пять дней войны\n\n"
        + "7 августа 2008 года. Россия обстреляла Грузию. Тремя днями позже Грузия разорвала отношения с Россией.",
      events: [(.assault, "обстреляла", "2008-08-07"), (.sanction, "разорвала", "2008-08-10")]),
    // Entries of a live blog are told on its day, but what they look back on is not.
    EventDateCase(
      language: "id", published: "2025-05-07",
      text: "Perkembangan terkini\n\n21.10 WIB - Sidang\nIndia mengecam Pakistan.\n\n"
        + "19.45 WIB - Latar\nPada 22 April, India menyerang Pakistan. Pakistan menuding India.",
      events: [
        (.accuse, "mengecam", "2025-05-07"), (.assault, "menyerang", "2025-04-22"),
        (.accuse, "menuding", nil),
      ]),
    // The clock of an entry may have two halves of twelve hours.
    EventDateCase(
      language: "en", published: "2025-05-07",
      text: "As it happened\n\n8.15pm\nChad condemns Niger.\n\n"
        + "5:40 p.m.\nMali accuses Niger of spying.",
      events: [(.accuse, "condemns", "2025-05-07"), (.accuse, "accuses", "2025-05-07")]),
    // A date behind a relative clause without event belongs to the event around it.
    EventDateCase(
      language: "en", published: "2024-04-01",
      text: "Niger turns away\n\n"
        + "Niger revoked an agreement with France that covered its northern airfields on March 16.",
      events: [(.sanction, "revoked", "2024-03-16")]),
    // The day of what is condemned is not the day of condemning it.
    EventDateCase(
      language: "en", published: "2024-10-12",
      text: "Envoys speak\n\nIndonesia condemned the Israeli shelling of Lebanon on October 10.",
      events: [(.accuse, "condemned", nil)]),
    // A headline tells the news of the lead.
    EventDateCase(
      language: "en", published: "2025-10-29",
      text: "Lithuania closes its border with Belarus\n\n"
        + "Lithuania shut its border with Belarus on Monday.",
      events: [(.coerce, "closes", "2025-10-27"), (.coerce, "shut", "2025-10-27")]),
    // "The same day" counts from the last day, not from the year of a treaty.
    EventDateCase(
      language: "ru", published: "2024-12-10",
      text:
        "Голаны\n\nВ воскресенье Израиль атаковал Сирию. Договор 1974 года больше не действует. "
        + "США в тот же день разбомбили Сирию.",
      events: [(.assault, "атаковал", "2024-12-08"), (.assault, "разбомбили", "2024-12-08")]),
    // A list of places opens no clause: the date is that of the verb before it.
    EventDateCase(
      language: "en", published: "2023-01-20",
      text:
        "Tigray\n\nEritrean troops pulled out of Shire and Axum on Friday, two residents told France.",
      events: [(.retreat, "pulled out", "2023-01-20")]),
    // Who says it stands between commas.
    EventDateCase(
      language: "en", published: "2024-01-18",
      text: "Border\n\nOn Tuesday, Tehran says, its drones attacked Pakistan.",
      events: [(.assault, "attacked Pakistan", "2024-01-16")]),
    // The date that ends the clause dates both of its verbs.
    EventDateCase(
      language: "id", published: "2025-10-28",
      text: "Unjuk rasa\n\nRusia menyerang Ukraina dan membom Polandia pada Senin.",
      events: [(.assault, "menyerang", "2025-10-27"), (.assault, "membom", "2025-10-27")]),
    // The date of the clause with "when" is that of the clause around it.
    EventDateCase(
      language: "id", published: "2024-06-28",
      text: "Pakta\n\nRusia menyerang Ukraina saat Putin berkunjung ke Korea Utara pada 19 Juni.",
      events: [(.assault, "menyerang", "2024-06-19"), (.consult, "berkunjung", "2024-06-19")]),
    // What a colon explains is of the same day.
    EventDateCase(
      language: "uk", published: "2025-07-26",
      text: "Кордон\n\nУ п'ятницю знову гриміли гармати: Таїланд обстріляв Камбоджу.",
      events: [(.assault, "обстріляв", "2025-07-25")]),
    // The day of a decision is past, even where the deed is still to come.
    EventDateCase(
      language: "uk", published: "2025-02-14",
      text: "Кишинів\n\nМолдова в четвер вирішила розірвати відносини з Росією.",
      events: [(.sanction, "розірвати", "2025-02-13")]),
    // A plan in the clause behind says nothing of the tense of the verb that the date belongs to.
    EventDateCase(
      language: "id", published: "2026-02-18",
      text: "Seoul\n\nKorea Utara pada Januari menyerang Korea Selatan dan bakal membom Jepang.",
      events: [(.assault, "menyerang", "2026-01")]),
    // The day before is counted from the last day told; without one, from the day of publication.
    EventDateCase(
      language: "uk", published: "2025-03-10",
      text:
        "Кордон\n\nНапередодні Росія обстріляла Україну. У середу Україна атакувала Росію. Напередодні Росія розбомбила Польщу.",
      events: [
        (.assault, "обстріляла", "2025-03-09"), (.assault, "атакувала", "2025-03-05"),
        (.assault, "розбомбила", "2025-03-04"),
      ]),
    // At night: of the day that was just told, else of the day of publication.
    EventDateCase(
      language: "ru", published: "2024-08-12",
      text:
        "Сводка\n\nНочью Россия обстреляла Украину.\n\nВ пятницу Израиль атаковал Сирию. Вечером Иран обстрелял Израиль.",
      events: [
        (.assault, "обстреляла", "2024-08-12"), (.assault, "атаковал", "2024-08-09"),
        (.assault, "обстрелял Израиль", "2024-08-09"),
      ]),
    // What is still to come is not where the narrative stands.
    EventDateCase(
      language: "id", published: "2022-11-24",
      text:
        "Pelat nomor\n\nRusia menyerang Ukraina pada Rabu (23/11). Putin dijadwalkan berkunjung ke Iran bulan depan. "
        + "Dua hari sebelumnya, Ukraina menyerang Rusia.",
      events: [
        (.assault, "Rusia menyerang", "2022-11-23"), (.assault, "Ukraina menyerang", "2022-11-21"),
      ]),
    // A narrative whose year nobody knows goes on in that year.
    EventDateCase(
      language: "id", published: nil,
      text: "Sanksi\n\nUni Eropa menjatuhkan sanksi kepada Rusia pada Senin (24/6).\n\n"
        + "Sehari berselang, Rusia menyerang Ukraina.",
      events: [(.sanction, "menjatuhkan", "XXXX-06-24"), (.assault, "menyerang", "XXXX-06-25")]),
    // Fighting goes on, whichever side tells of it; sanctions are of one package.
    EventDateCase(
      language: "ru", published: "2025-05-08",
      text: "Граница\n\nВ среду Индия атаковала Пакистан. Пакистан заявил, что обстрелял Индию.",
      events: [(.assault, "атаковала", "2025-05-07"), (.assault, "обстрелял", "2025-05-07")]),
    // A headline without a counterpart in the lead is still of the day that the lead names.
    EventDateCase(
      language: "id", published: "2023-02-20",
      text:
        "Prancis Angkat Kaki dari Burkina Faso\n\nUpacara digelar di Kamboinsin pada Sabtu (18/2).",
      events: [(.retreat, "Angkat Kaki", "2023-02-18")]),
    // What a sentence recalls is not the news of the headline …
    EventDateCase(
      language: "ru", published: "2024-05-20",
      text: "Йемен запустил ракету по Эритрее\n\nЙемен запустил ракету по Эритрее.\n\n"
        + "Напомним, 6 мая Йемен запустил ракету по Эритрее.",
      events: [(.assault, "Йемен запустил", nil)]),
    EventDateCase(
      language: "uk", published: "2024-05-20",
      text: "Чад знову обстріляв Нігер\n\nУвечері 19 травня Чад завдав удару по Нігеру.\n\n"
        + "Раніше Нігер скаржився. У ніч на 17 травня Чад обстріляв Нігер.",
      events: [(.assault, "знову обстріляв", "2024-05-19")]),
    // … nor is another deed of weeks ago.
    EventDateCase(
      language: "ru", published: "2024-05-20",
      text: "Войска Перу открыли огонь по военным Чили\n\nОб этом сообщила газета.\n\n"
        + "16 апреля Перу приостановила соглашения с Чили.",
      events: [(.assault, "открыли огонь", nil), (.sanction, "приостановила", "2024-04-16")]),
    // An article that names no date of its own days tells an old story in its year …
    EventDateCase(
      language: "en", published: "2023-08-08",
      text: "Five days in August\n\nIn April 2008 NATO promised Georgia membership.\n\n"
        + "On 20 April Russia shot down a Georgian drone. On 26 August Russia recognised Abkhazia.",
      events: [
        (.assault, "shot down", "2008-04-20"), (.support, "recognised", "2008-08-26"),
      ]),
    // … and news look back only as far as they say.
    EventDateCase(
      language: "en", published: "2023-08-08",
      text: "Georgia\n\nOn Monday Russia accused Georgia. In April 2008 NATO promised Georgia "
        + "membership.\n\nOn 20 July Russia attacked Georgia.",
      events: [(.accuse, "accused", "2023-08-07"), (.assault, "attacked", "2023-07-20")]),
    // What counts from the day of publication is of no old story.
    EventDateCase(
      language: "id", published: "2023-04-17",
      text: "Opini\n\nPada September 2019, Iran menyerang Arab Saudi.\n\n"
        + "Pada 10 Maret lalu, Iran mengunjungi Arab Saudi.",
      events: [(.assault, "menyerang", "2019-09"), (.consult, "mengunjungi", "2023-03-10")]),
    // A full stop may stand behind the clock of a live blog.
    EventDateCase(
      language: "ru", published: "2025-07-24",
      text: "Граница. Онлайн\n\n21:10. Малайзия призвала Камбоджу к диалогу.\n\n"
        + "17:15. Таиланд отозвал своего посла из Камбоджи.",
      events: [(.request, "призвала", "2025-07-24"), (.sanction, "отозвал", "2025-07-24")]),
    // "Within hours" counts from what was told last, be it a month.
    EventDateCase(
      language: "en", published: "2022-09-06",
      text: "Ties\n\n"
        + "In July North Korea recognised Donetsk. Kyiv cut ties with North Korea within hours.",
      events: [(.sanction, "cut ties", "2022-07")]),
    // A date that stands by itself counts before one that counts from another.
    EventDateCase(
      language: "en", published: "2025-06-25",
      text: "Deal\n\n"
        + "On July 14, 2015, Iran signed an agreement with Britain. In return the EU lifted its "
        + "sanctions on Iran in January 2016.",
      events: [(.retreat, "lifted", "2016-01")]),
    // What is still to come dates what is agreed, not the agreeing.
    EventDateCase(
      language: "en", published: "2023-12-09",
      text: "Essequibo\n\nMaduro has agreed to meet the president of Guyana next Thursday.",
      events: [(.agree, "agreed", nil), (.consult, "meet", "2023-12-14")]),
    // The day of an invitation is not the day of the visit.
    EventDateCase(
      language: "en", published: "2023-05-11",
      text: "Jeddah\n\nOn Wednesday Saudi Arabia invited Syria to Jeddah.",
      events: [(.consult, "invited", nil)]),
    // A date that opens a relative clause dates its verb; the date of a relative clause that has
    // ended dates nothing behind it.
    EventDateCase(
      language: "id", published: "2024-10-11",
      text: "Senjata\n\n"
        + "Indonesia memuji Spanyol, yang sejak Oktober 2023 menjatuhkan sanksi kepada Israel.\n\n"
        + "Prancis, yang menyerang Mali tahun lalu, berulang kali menuding Rusia.",
      events: [
        (.support, "memuji", nil), (.sanction, "menjatuhkan", "2023-10/.."),
        (.assault, "menyerang", "2023"), (.accuse, "menuding", nil),
      ]),
    // What goes on now is told from the day of publication.
    EventDateCase(
      language: "en", published: "2023-01-20",
      text: "Tigray\n\nThe departure comes two months after Ethiopia signed a truce with Eritrea.",
      events: [(.agree, "signed", "2022-11~")]),
    // A semicolon goes on with the same day.
    EventDateCase(
      language: "en", published: "2025-10-15",
      text: "Kabul\n\nOn Thursday explosions shook Kabul; Pakistan shelled Afghanistan.",
      events: [(.assault, "shelled", "2025-10-09")]),
    // What has or had happened is not of the day that the text has come to.
    EventDateCase(
      language: "en", published: "2025-07-25",
      text: "Border\n\n"
        + "Thailand expelled the Cambodian ambassador on Wednesday. It has also closed the border with "
        + "Cambodia.",
      events: [(.sanction, "expelled", "2025-07-23"), (.coerce, "closed", nil)]),
    // The date of the last of several verbs dates the verb that they explain.
    EventDateCase(
      language: "id", published: "2025-10-28",
      text: "Omdurman\n\n"
        + "Ratusan warga Sudan berunjuk rasa menentang Rusia dan membakar benderanya pada Senin.",
      events: [(.protest, "berunjuk rasa", "2025-10-27")]),
    // A visit that was called off has the date on which it was to be.
    EventDateCase(
      language: "id", published: "2024-05-15",
      text:
        "Kunjungan\n\nZelensky membatalkan lawatan ke Spanyol yang sedianya berlangsung Jumat (17/5/2024).",
      events: [(.consult, "lawatan", "2024-05-17")]),
    // Whose meeting it is stands between the noun and its date.
    EventDateCase(
      language: "id", published: "2025-05-08",
      text: "Pasar\n\nPasar menanti pertemuan negosiator AS dan China di Jenewa pada Jumat (9/5).",
      events: [(.consult, "pertemuan", "2025-05-09")]),
    // What is to be from a day on is to be on that day.
    EventDateCase(
      language: "id", published: "2025-09-09",
      text: "Perbatasan\n\nPolandia akan menutup perbatasan dengan Belarus mulai Kamis.",
      events: [(.coerce, "menutup", "2025-09-11")]),
    // The speaker's own words are of the day on which they are spoken.
    EventDateCase(
      language: "id", published: "2025-10-28",
      text: "Darfur\n\n\"Kami mengecam Israel,\" ucap Erdogan pada Senin.",
      events: [(.accuse, "mengecam", "2025-10-27")]),
    // What someone just named does next, in a paragraph that opened with a day.
    EventDateCase(
      language: "id", published: "2024-08-20",
      text: "Beijing\n\nTo Lam kemarin duduk bersama Presiden China Xi Jinping. "
        + "Kedua tetangga menandatangani 14 dokumen.",
      events: [(.agree, "menandatangani", "2024-08-19")]),
    // A participle behind a noun is of the day of the verb before it.
    EventDateCase(
      language: "en", published: "2025-06-25",
      text: "Muscat\n\nOn 14 June Iran and the United States held talks mediated by Oman.",
      events: [(.consult, "mediated", "2025-06-14")]),
    // The year of a treaty says which one is meant.
    EventDateCase(
      language: "ru", published: "2024-06-05",
      text: "Сеул\n\nСеул разорвал с КНДР договор 2018 года. В 2018 году Иран атаковал Ирак.",
      events: [(.sanction, "разорвал", nil), (.assault, "атаковал", "2018")]),
    // Half of a name is no month.
    EventDateCase(
      language: "ru", published: "2023-12-12",
      text: "Карибы\n\nПрезиденты Гайаны и Венесуэлы встретятся на Сент-Винсенте.",
      events: [(.consult, "встретятся", nil)]),
    // The month at the head of an entry may be shortened.
    EventDateCase(
      language: "en", published: "2018-06-13",
      text: "Key events\n\nFeb. 3, 2016: Peru expels the ambassador of Chile.",
      events: [(.sanction, "expels", "2016-02-03")]),
    // A chronology that has gone forward goes on into the next year.
    EventDateCase(
      language: "en", published: "2015-03-26",
      text:
        "Key dates\n\nKenya invaded Somalia in August 2014.\n\nSeptember 21\n\nKenya bombs Kismayo.\n\n"
        + "October 14\n\nKenya seizes Kismayo.\n\nFebruary 6\n\nThe United States accuses Iran of lying.",
      events: [(.accuse, "accuses", "2015-02-06")]),
    // What may be a depot is bombed on the day that is named.
    EventDateCase(
      language: "en", published: "2023-03-19",
      text:
        "Nairobi\n\nKenya bombed what may be a Somali depot on Sunday, days after Oman accused Iraq.",
      events: [(.assault, "bombed", "2023-03-19")]),
  ])
  func eventTakesDate(_ example: EventDateCase) {
    example.check()
  }
}
