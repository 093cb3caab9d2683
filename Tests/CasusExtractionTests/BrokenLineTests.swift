import CasusModel
import Foundation
import Testing

/// Lines that were broken at some width, and text that ends anywhere.
@Suite struct BrokenLineTests {
  /// Breaks each line that is longer before the word that would not fit.
  private func broken(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var rows: [String] = []
      for word in line.split(separator: " ") {
        if let row = rows.last, row.count + 1 + word.count <= width {
          rows[rows.count - 1] = row + " " + word
        } else {
          rows.append(String(word))
        }
      }
      return rows.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func told(_ statements: [Statement]) -> [String] {
    zip(Reading.lines(of: statements), statements).map { line, statement in
      line + " | " + statement.evidence.text.replacing(/\s+/, with: " ")
    }
  }

  static let paragraphs: [(language: String, text: String)] = [
    (
      "en",
      """
      Peru recalls its ambassador from Chile

      Peru recalled its ambassador from Chile on Monday after the Chilean navy fired on a Peruvian \
      patrol boat near Arica, the foreign ministry said.

      Chile denied the attack and accused Peru of having sent soldiers across the border. Bolivia, \
      which has quarrelled with Chile for a century, offered to mediate between the two.

      The United States called on both governments to keep calm, and Brazil condemned the shots.
      """
    ),
    (
      "uk",
      """
      Перу відкликало посла з Чилі

      Перу в понеділок відкликало посла з Чилі після того, як чилійський флот обстріляв перуанський \
      катер біля Арики, повідомило міністерство закордонних справ.

      Чилі заперечило напад і звинуватило Перу в тому, що воно вислало солдатів через кордон. Бразилія \
      засудила обстріл, а Болівія пригрозила Чилі санкціями, якщо чилійські кораблі не відійдуть.
      """
    ),
  ]

  @Test(arguments: paragraphs, [32, 38, 48, 60, 72, 80])
  func brokenLinesAreOneParagraph(example: (language: String, text: String), width: Int) {
    let text = broken(example.text, at: width)
    let whole = Reading.statements(in: example.text, example.language, published: "2025-02-10")
    let found = Reading.statements(in: text, example.language, published: "2025-02-10")
    #expect(told(found) == told(whole))
    #expect(whole.count > 3)
    expectExactEvidence(found, in: text, "\(width) \(example.language)")
  }

  /// An indented copy, and one in which each line became a paragraph.
  @Test(arguments: paragraphs, ["\n    ", "\n\n"])
  func marginsAndGapsAreNothing(example: (language: String, text: String), gap: String) {
    let rows = broken(example.text, at: 48)
    let copy =
      gap + (gap == "\n\n" ? rows.replacing(/\n+/, with: gap) : rows.replacing("\n", with: gap))
    let whole = Reading.statements(in: example.text, example.language, published: "2025-02-10")
    let found = Reading.statements(in: copy, example.language, published: "2025-02-10")
    #expect(told(found) == told(whole))
    expectExactEvidence(found, in: copy, example.language)
  }

  /// Subtitles break anywhere.
  @Test(arguments: paragraphs)
  func linesThatGoOnInLowerCaseAreOne(example: (language: String, text: String)) {
    let words = example.text.split(whereSeparator: \.isWhitespace)
    let title = example.text.prefix { $0 != "\n" }.split(separator: " ").count
    var text = words[..<title].joined(separator: " ") + "\n\n"
    var (at, length) = (title, 4)
    while at < words.count {
      text += words[at..<min(at + length, words.count)].joined(separator: " ") + "\n"
      at += length
      length = length % 5 + 3
    }
    let whole = Reading.statements(in: example.text, example.language, published: "2025-02-10")
    let found = Reading.statements(in: text, example.language, published: "2025-02-10")
    #expect(Set(Reading.lines(of: found)) == Set(Reading.lines(of: whole)))
    expectExactEvidence(found, in: text, example.language)
  }

  @Test func linesOfAListAreNotJoined() {
    let text = """
      Peru attacked Chile on the Monday
      Brazil condemned Peru on Tuesday
      Bolivia praised Peru on Wednesday
      Ecuador warned Chile on Thursday
      Uruguay accused Peru on Friday
      """
    #expect(Reading.statements(in: text, "en").count == 5)
  }

  /// What ends in the middle of an amount, a span or a name is read as far as it goes.
  @Test(arguments: [
    ("en", "Peru paid Chile US$"), ("en", "Peru sent Chile US$2,000-"), ("en", "Peru sent $"),
    ("en", "Peru saw between 3,000 and 4,000 Chilean"), ("en", "from 20 to 25 tanks"),
    ("en", "attackers\nrotor and artillery strikes hit Chile"),
    ("id", "Peru melihat antara 3.000 dan 4.000 tentara"), ("ru", "Перу видело от 20 до 25 танков"),
    ("uk", "Перу бачило від 20 до 25 танків"), ("de", "Peru sah zwischen 20 und 25 Panzer"),
  ])
  func endsAnywhere(language: String, text: String) {
    for end in [text, text + "\n\n" + text, "Chile. " + text] {
      expectExactEvidence(Reading.statements(in: end, language), in: end, text)
    }
  }

  /// Dates without a year or an end count no days to others.
  @Test(arguments: ["2025-02-10", "XXXX-02-10", "../2025", "2025/.."])
  func datesOfAllKinds(published: String) {
    let text = """
      Novel of war

      On 16 November Peru attacked Chile. Peru has shelled Chile since 2014. Peru will bomb Chile by \
      2026. The match ended 3-1. Between 5 and 7 May Peru beat Chile in the cup final.
      """
    expectExactEvidence(
      Reading.statements(in: text, "en", published: published), in: text, published)
  }

  @Test(arguments: Reading.languages)
  func samplesCutAnywhere(language: String) throws {
    for sample in try Reading.samples(language) {
      let words = sample.text.split(whereSeparator: \.isWhitespace)
      for length in [3, 7, 12, 19] {
        let text = stride(from: 0, to: words.count, by: length).map {
          words[$0..<min($0 + length, words.count)].joined(separator: " ")
        }.joined(separator: "\n\n")
        let found = Reading.statements(in: text, language, published: "2023-05-10")
        expectExactEvidence(found, in: text, "\(sample.name) \(length)")
      }
    }
  }
}
