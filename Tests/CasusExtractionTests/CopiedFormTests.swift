import CasusModel
import Foundation
import Testing

/// What copies from pages, papers and chats bring along changes no event.
@Suite struct CopiedFormTests {
  private static let title = "A title that tells of nothing\n\n"

  private func told(_ text: String, _ language: String) -> [String] {
    let text = Self.title + text
    let found = Reading.statements(in: text, language, published: "2025-02-10")
    expectExactEvidence(found, in: text, text)
    return Reading.lines(of: found)
  }

  /// Notes, missing and unusual spaces, emoji, marks of full width.
  @Test(arguments: [
    ("en", "Peru attacked Chile.[12] Brazil condemned Peru.[3][a] Bolivia praised Chile."),
    ("en", "Peru attacked Chile[12]. Brazil condemned Peru[3]. Bolivia praised Chile."),
    ("en", "Peru attacked Chile.¹ Brazil condemned Peru.²³ Bolivia praised Chile."),
    ("en", "Peru attacked12 Chile. Brazil condemned7 Peru. Bolivia praised Chile."),
    ("en", "Peru attacked Chile.Brazil condemned Peru.Bolivia praised Chile."),
    ("en", "Peru attacked Chile.\u{2009}Brazil condemned Peru.\u{202F}Bolivia praised Chile."),
    ("en", "⚡️Peru attacked Chile❗️ Brazil condemned Peru❗️ ⚡️Bolivia praised Chile"),
    ("en", "**Peru** attacked #Chile. _Brazil_ condemned *Peru*. [[Bolivia]] praised Chile*."),
    (
      "en",
      "[Peru](https://example.org/a-b) [attacked](https://example.org/c?d=1) Chile. Brazil condemned "
        + "<b>Peru</b>. <a href=\"https://example.org\">Bolivia</a> praised Chile."
    ),
    ("en", "Peru attacked Chile.12 Brazil condemned Peru.3 Bolivia praised Chile.4"),
    ("en", "Peru attacked Chile 🔥 Brazil condemned Peru 👇 Bolivia praised Chile 🕊"),
    ("en", "Peru attacked Chile． Brazil condemned Peru． Bolivia praised Chile．"),
    ("en", "peru attacked chile. brazil condemned peru. bolivia praised chile."),
  ])
  func notesSpacesAndSigns(language: String, text: String) {
    let plain = "Peru attacked Chile. Brazil condemned Peru. Bolivia praised Chile."
    if text.contains(where: \.isUppercase) {
      #expect(told(text, language) == told(plain, language))
    } else {
      #expect(Reading.lines(of: Reading.statements(in: "no title\n\n" + text, language)).count == 3)
    }
  }

  @Test(arguments: [
    ("ru", "перу напало на чили. бразилия осудила перу."),
    ("uk", "перу напало на чилі. бразилія засудила перу."),
    ("id", "peru menyerang chili. brasil mengecam peru."),
  ])
  func textsWithoutCapitals(language: String, text: String) {
    #expect(Reading.statements(in: "\n\n" + text, language).count == 2)
  }

  /// Where only names have capitals, sentences end before words in lower case as well.
  @Test(arguments: [
    (
      "en",
      "On Sunday Peru attacked Chile. The government of Brazil condemned Peru. On Monday Bolivia praised "
        + "Chile. It recalled its ambassador from Peru."
    ),
    (
      "ru",
      "Ночью Перу напало на Чили. Тогда Бразилия осудила Перу. В понедельник Боливия похвалила Чили. "
        + "Затем Эквадор отозвал посла из Перу."
    ),
    (
      "id",
      "Lalu Peru menyerang Chili. Kemudian Brasil mengecam Peru. Pada Senin Bolivia memuji Chili. Namun "
        + "Ekuador menuduh Peru."
    ),
  ])
  func sentencesWithoutCapitals(language: String, text: String) {
    var small = ""
    for (at, sentence) in text.components(separatedBy: ". ").enumerated() {
      small += (at == 0 ? "" : ". ") + sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
    #expect(small != text)
    #expect(told(small, language) == told(text, language))
    #expect(told(text, language).count == 4)
  }

  /// Names with a full stop in them end no sentence.
  @Test func namesWithFullStopsAreWhole() {
    let found = told("Lenta.Ru accuses Peru of having attacked Chile.", "en")
    #expect(found == told("Gazeta accuses Peru of having attacked Chile.", "en"))
  }

  @Test func dashesBetweenNamesAreHyphens() {
    #expect(
      told("Peru–Chile talks began on Monday.", "en")
        == told("Peru-Chile talks began on Monday.", "en"))
  }

  /// Words that are parted at the ends of lines.
  @Test(arguments: ["-", "\u{AD}"])
  func partedWordsAreWhole(hyphen: String) {
    let lines = """
      The army of Peru attacked Chile on Monday, as the govern~
      ment of Brazil confirmed. The foreign minister of Boli~
      via condemned the attack and accused Peru of having bro~
      ken the agreement. Later the president of Brazil called
      on both governments to begin talks, and he also con~
      demned Peru, which had attacked Chile two years before.
      """
    let whole = lines.replacing("~\n", with: "").replacing("\n", with: " ")
    let parted = lines.replacing("~", with: hyphen)
    #expect(told(parted, "en") == told(whole, "en"))
    #expect(told(whole, "en").count > 3)
  }
}
