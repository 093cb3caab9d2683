import CasusKnowledge
import Testing

@testable import CasusExtraction

/// Page furniture and datelines are no part of an article.
@Suite struct CleaningTests {
  private func lines(_ text: String, _ language: String) throws -> [String] {
    let boilerplate = try #require(Reading.knowledge.lexicons[language]).boilerplate
    var text = text
    return text.withUTF8 { bytes in
      ArticleBody(bytes, boilerplate: boilerplate).lines.map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
    }
  }

  static let furniture: [(language: String, line: String)] = [
    ("id", "Baca juga: Rusia Kembali Menyerang Ukraina"), ("id", "BACA JUGA: Rusia Serang Ukraina"),
    ("id", "Baca Juga : Rusia Serang Ukraina"), ("id", "Simak juga video: Rusia Serang Kyiv"),
    ("id", "Penulis: Ani Lestari"), ("id", "Editor: Budi"), ("id", "Sumber: Contoh Harian"),
    ("id", "(Baca juga: Israel Gempur Suriah)"), ("id", "Lihat juga: Iran Ancam Israel"),
    ("id", "Tag: Rusia, Ukraina, Perang"), ("id", "Foto: Pasukan Rusia menyerang Kharkiv (AFP)"),
    ("id", "ADVERTISEMENT"), ("id", "Halaman selanjutnya"), ("id", "Copyright 2022 Contoh Harian"),
    ("en", "Read more: Russia attacks Ukraine again"), ("en", "READ MORE: Russia attacks Ukraine"),
    ("en", "Related: Israel strikes Syria"), ("en", "Reporting by Jane Doe; editing by John Roe"),
    ("en", "(Reporting by Jane Doe)"), ("en", "Advertisement"), ("en", "Tags: Russia, Ukraine"),
    ("en", "Photo: Russian troops attack Kharkiv"), ("en", "© 2022 Example Daily"),
    ("en", "Follow us on social media"), ("en", "See also: Iran threatens Israel"),
    ("uk", "Читайте також: Росія атакувала Харків"),
    ("uk", "ЧИТАЙТЕ ТАКОЖ: Росія атакувала Харків"),
    ("uk", "Фото: війська Росії атакують Харків"), ("uk", "Джерело: Приклад"),
    ("ru", "Читайте также: Россия атаковала Харьков"), ("ru", "ЧИТАЙТЕ ТАКЖЕ: Россия атаковала"),
    ("ru", "Фото: войска России атакуют Харьков"), ("ru", "Источник: Пример"),
  ].filter { Reading.languages.contains($0.0) }

  @Test(arguments: furniture)
  func leavesOut(language: String, line: String) throws {
    let found = try lines("Headline\n\nFirst.\n\(line)\nLast.", language)
    #expect(found == ["Headline", "First.", "Last."])
  }

  static let prose: [(language: String, line: String)] = [
    ("id", "Gabungan pasukan Rusia dan Belarus berlatih di dekat perbatasan."),
    ("id", "Editorial surat kabar itu mengecam Rusia."),
    ("id", "Sumber di kementerian mengatakan Rusia menyerang Kharkiv."),
    ("id", "Tagihan gas Ukraina kepada Rusia belum dibayar."),
    ("en", "Readers in Moscow saw it first."), ("en", "Relatedly, Russia attacked Ukraine."),
    ("en", "Sharing intelligence with Ukraine helped it."),
    ("id", "Iklan bukan satu-satunya pemasukan mereka."),
    ("id", "Forum negara-negara Pasifik mengecam Jepang karena membuang air limbah."),
    ("id", "Penulis asal Rusia itu ditangkap polisi Belarus di Minsk."),
    ("id", "Reporter Rusia diusir Latvia pada Senin."),
    ("en", "Listening posts in Cuba were built by China."),
    ("ru", "«Ирак атаковал Сирию», – заявил президент Ирана."),
    ("uk", "Росія атакувала Київ та Одесу, а Україна – Бєлгород."),
    ("ru", "Киев, по его словам, – столица Украины."),
    ("id", "AS, Jepang, dan Korea Selatan - tiga sekutu - mengecam Korea Utara."),
  ]

  @Test(arguments: prose)
  func keeps(language: String, line: String) throws {
    #expect(try lines("Headline\n\n\(line)", language) == ["Headline", line])
  }

  static let proseTakenForFurniture: [(language: String, line: String)] = [
    ("en", "Recommended by the commission, the sanctions against Russia took effect on Friday."),
    ("en", "Comments by the Russian minister angered Poland, which summoned the ambassador."),
    ("en", "Reporting by human rights groups led Canada to impose sanctions on Myanmar."),
    ("en", "Listen to what Iran says, the Israeli minister urged Germany."),
  ]

  @Test(arguments: proseTakenForFurniture)
  func keepsProseThatBeginsLikeFurniture(language: String, line: String) throws {
    let found = try lines("Headline\n\n\(line)", language)
    withKnownIssue("a sentence is dropped for its first words") {
      #expect(found == ["Headline", line])
    }
  }

  static let datelines: [(language: String, line: String, body: String)] = [
    ("id", "KOMPAS.com - Rusia menyerang Ukraina.", "Rusia menyerang Ukraina."),
    ("id", "KYIV, KOMPAS.com — Rusia menyerang Ukraina.", "Rusia menyerang Ukraina."),
    ("id", "JAKARTA, Contoh Harian – Rusia menyerang Ukraina.", "Rusia menyerang Ukraina."),
    ("id", "Jakarta (ANTARA) - Rusia menyerang Ukraina.", "Rusia menyerang Ukraina."),
    ("en", "KYIV, Sept 5 (Reuters) - Russia attacked Ukraine.", "Russia attacked Ukraine."),
    ("en", "WASHINGTON (AP) — Russia attacked Ukraine.", "Russia attacked Ukraine."),
    ("en", "KYIV/MOSCOW, Feb 24 - Russia attacked Ukraine.", "Russia attacked Ukraine."),
    ("en", "KYIV -- Russia attacked Ukraine.", "Russia attacked Ukraine."),
    ("en", "Kyiv, Ukraine – Russia attacked Ukraine.", "Russia attacked Ukraine."),
    ("ru", "КИЕВ, 5 сентября (Интерфакс) – Россия атаковала.", "Россия атаковала."),
    ("uk", "КИЇВ – Росія атакувала Україну.", "Росія атакувала Україну."),
  ]

  @Test(arguments: datelines)
  func takesOffTheDateline(language: String, line: String, body: String) throws {
    #expect(try lines("Headline\n\n\(line)", language) == ["Headline", body])
  }

  @Test(arguments: [
    ("en", "Russia attacked Ukraine - and Iran watched."),
    ("en", "The minister said – as NATO had - that it was over."),
    ("en", "The F-16 – a US jet – was shot down over Iran."),
    ("en", "Moscow and Pyongyang – long-time partners – signed a treaty."),
    ("id", "Rusia dan Korea Utara – dua sekutu lama – meneken perjanjian."),
  ])
  func keepsASentenceWithADash(language: String, line: String) throws {
    #expect(try lines("Headline\n\n\(line)", language) == ["Headline", line])
  }

  static let namesTakenForDatelines: [(language: String, line: String)] = [
    ("en", "NATO – Ukraine's main backer – condemned Russia.")
  ]

  @Test(arguments: namesTakenForDatelines)
  func keepsActorsBeforeADash(language: String, line: String) throws {
    let found = try lines("Headline\n\n\(line)", language)
    withKnownIssue("the subject before a dash is dropped as a dateline") {
      #expect(found == ["Headline", line])
    }
  }

  @Test func leavesOutAListOfLinksUnderItsHeading() throws {
    let id = """
      Judul

      Rusia menyerang Ukraina.

      Baca juga:
      Israel Gempur Suriah
      Iran Ancam Israel

      AS mengecam Rusia.
      """
    #expect(try lines(id, "id") == ["Judul", "Rusia menyerang Ukraina.", "AS mengecam Rusia."])
    let en = "Title\n\nRelated:\nIsrael strikes Syria\nIran threatens Israel\n\nRussia attacked."
    #expect(try lines(en, "en") == ["Title", "Russia attacked."])
  }

  @Test func tellsHeadingsAndParagraphs() throws {
    let boilerplate = try #require(Reading.knowledge.lexicons["en"]).boilerplate
    var text = "Title.\n\nOne sentence.\nAnother one.\n\nSubhead\n\nMore text."
    let lines = text.withUTF8 { ArticleBody($0, boilerplate: boilerplate).lines }
    #expect(lines.map(\.isHeading) == [true, false, false, true, false])
    #expect(lines.map(\.startsParagraph) == [true, true, false, true, true])
  }

  @Test(arguments: ["", "\n", " \n\t\r\n "])
  func emptyTextHasNoLines(text: String) throws {
    #expect(try lines(text, "en") == [])
  }

  @Test(arguments: Reading.languages)
  func relatedLinesGiveNoEvent(language: String) throws {
    for line in Self.furniture where line.language == language {
      #expect(Reading.statements(in: "Headline\n\n\(line.line)\n", language) == [], "\(line.line)")
    }
  }
}
