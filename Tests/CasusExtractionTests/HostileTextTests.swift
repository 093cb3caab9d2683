import CasusModel
import Testing

/// Text that nobody would write ends, and its evidence is still exact.
@Suite struct HostileTextTests {
  static let fragments: [String: String] = [
    "en": "Russia attacked Ukraine and Iran sent drones to Russia while the US condemned Moscow ",
    "id": "Rusia menyerang Ukraina dan Iran mengirim drone ke Rusia sementara AS mengecam Moskow ",
    "de": "Russland beschoss die Ukraine und Iran lieferte Drohnen an Russland während "
      + "die USA Moskau verurteilten ",
    "uk": "Росія атакувала Україну та Іран передав Росії дрони а США засудили Москву ",
    "ru": "Россия атаковала Украину и Иран передал России дроны а США осудили Москву ",
  ]

  /// One language of each script: what is tested does not depend on the words.
  static let scripts = ["en", "uk"].filter { Reading.languages.contains($0) }

  private func check(_ text: String, _ language: String, _ name: String) -> [Statement] {
    let statements = Reading.statements(in: text, language, published: "2022-09-06")
    expectExactEvidence(statements, in: text, "\(name) \(language)")
    return statements
  }

  private func fragment(_ language: String) throws -> String {
    try #require(Self.fragments[language])
  }

  /// A text without a full stop is cut into pieces, not swallowed and not squared: a megabyte in
  /// one language, less in the others to save time.
  @Test(arguments: Reading.languages)
  func megabyteWithoutFullStop(language: String) throws {
    let fragment = try fragment(language)
    let size = language == "id" ? 1_000_000 : 100_000
    let text = String(repeating: fragment, count: size / fragment.utf8.count)
    let statements = Reading.statements(in: text, language)
    #expect(statements.count > size / 1_000)
    expectExactEvidence(Array(statements.prefix(200) + statements.suffix(200)), in: text, "1 MB")
    let last = try #require(statements.last)
    #expect(last.evidence.end > text.utf8.count - 2 * fragment.utf8.count)
  }

  @Test(arguments: Reading.languages)
  func megabyteOfOneLetter(language: String) {
    #expect(check(String(repeating: "а", count: 500_000), language, "letters") == [])
    // A capital may begin a compound, which is cut at every place.
    #expect(check(String(repeating: "L", count: 500_000), language, "capitals") == [])
    #expect(check(String(repeating: " ", count: 1_000_000), language, "spaces") == [])
    #expect(check(String(repeating: "\n", count: 1_000_000), language, "lines") == [])
  }

  @Test(arguments: scripts)
  func nestedQuotes(language: String) throws {
    let fragment = try fragment(language)
    for (open, close) in [("“", "”"), ("«", "»"), ("\"", "\""), ("(", ")"), ("‘", "’"), ("[", "]")]
    {
      let text =
        String(repeating: open, count: 10_000) + fragment + String(repeating: close, count: 10_000)
      _ = check(text, language, "quotes \(open)")
      _ = check(String(repeating: open + fragment, count: 50), language, "opening \(open)")
      _ = check(String(repeating: fragment + close, count: 50), language, "closing \(close)")
    }
  }

  static let odd: [(name: String, text: String)] = [
    ("empty", ""), ("space", " "), ("line break", "\n"), ("full stop", "."),
    ("punctuation", "?!.,;:-–—…«»“”„‘’()[]{}<>/\\|@#$%^&*_+=~`'\""),
    ("dots", String(repeating: ".", count: 5_000)),
    ("commas", String(repeating: ",", count: 5_000)),
    ("dashes", String(repeating: " – ", count: 5_000)),
    ("hyphens", String(repeating: "a-", count: 5_000)),
    ("apostrophes", String(repeating: "a'", count: 5_000)),
    ("possessives", String(repeating: "Russia's ", count: 1_000)),
    ("abbreviations", String(repeating: "U.S.", count: 2_000)),
    ("numbers", String(repeating: "1.", count: 5_000)),
    ("dates", String(repeating: "6/9/2022 ", count: 1_000)),
    ("bare months", String(repeating: "July ", count: 1_000)),
    ("conjunctions", String(repeating: "and dan та и ", count: 1_000)),
    (
      "a list with a pronoun of its own",
      "The EU welcomes ASEAN and its envoy, who held talks in Naypyidaw. It regrets that they agreed."
    ),
    ("commas between names", String(repeating: "Russia, ", count: 1_000)),
    (
      "that that", "Russia said " + String(repeating: "that Iran said ", count: 500) + "it attacked"
    ),
    ("which which", "Russia, " + String(repeating: "which attacked Iran, ", count: 500) + "left"),
    (
      "bahwa bahwa",
      "AS mengatakan " + String(repeating: "bahwa Iran menuduh ", count: 500) + "Rusia"
    ),
    ("yang yang", "Rusia " + String(repeating: "yang menyerang Iran ", count: 500) + "mundur"),
    ("baca juga", String(repeating: "Baca juga: Rusia serang Ukraina\n", count: 1_000)),
    ("long word", String(repeating: "serang", count: 2_000)),
    ("long capital word", "X" + String(repeating: "x", count: 10_000) + " attacked Russia."),
    ("NUL", "Russia\u{0} attacked\u{0} Ukraine\u{0}.\u{0}"),
    ("only NUL", String(repeating: "\u{0}", count: 10_000)),
    ("controls", "Russia\u{1}attacked\u{7F}Ukraine\u{85}\u{1B}[31m."),
    ("no characters", "\u{FFFE}\u{FFFF}\u{FFFD} Russia attacked Ukraine."),
    ("emoji", "🇷🇺 Russia attacked 🇺🇦 Ukraine 👩‍👩‍👧‍👦."),
    ("combining", "Rus" + String(repeating: "\u{301}", count: 10_000) + "sia attacked Ukraine."),
    ("Chinese", "俄罗斯攻击了乌克兰。俄罗斯攻击了乌克兰。"),
    ("Arabic", "هاجمت روسيا أوكرانيا، وأدانت الولايات المتحدة ذلك."),
    ("mixed scripts", "Rоссия attackовала Україну dan менгирим ke 乌克兰."),
    ("surrogate range neighbours", "\u{D7FF}\u{E000} Russia attacked Ukraine.\u{10FFFF}"),
  ]

  @Test(arguments: odd, scripts)
  func oddText(item: (name: String, text: String), language: String) {
    _ = check(item.text, language, item.name)
    _ = check("Headline\n\n" + item.text + "\n\nRussia attacked Ukraine.", language, item.name)
  }

  /// Clauses that break off behind the word that opens them; fuzzing found them.
  @Test(arguments: ["Russland beschoss dass.", "Beschoss dass Kiew.", "Russland griff an, dass"])
  func brokenOffGermanClauses(text: String) { _ = check(text, "de", "broken off") }

  @Test func invisibleCharactersDoNotHideAnEvent() {
    for mark in ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200F}"] {
      let text = "R\(mark)ussia\(mark) att\(mark)acked Ukr\(mark)aine\(mark)."
      let statements = check(text, "en", "invisible")
      #expect(
        Reading.lines(of: statements) == ["RUS ASSAULT UKR occurred"], "\(mark.debugDescription)")
    }
  }

  @Test func embeddedDirectionsDoNotHideAnEvent() {
    let text = "\u{202B}Russia\u{202C} \u{2067}attacked\u{2069} \u{200E}Ukraine\u{200E}."
    #expect(Reading.lines(of: check(text, "en", "directions")) == ["RUS ASSAULT UKR occurred"])
  }

  @Test func capitalsDoNotHideAnEvent() {
    let en = check("RUSSIA ATTACKED UKRAINE ON THURSDAY.", "en", "capitals")
    #expect(Reading.lines(of: en) == ["RUS ASSAULT UKR occurred"])
    let id = check("RUSIA MENYERANG UKRAINA PADA KAMIS.", "id", "capitals")
    #expect(Reading.lines(of: id) == ["RUS ASSAULT UKR occurred"])
  }

  @Test func nullBytesDoNotHideAnEvent() {
    let text = "Rus\u{0}sia attacked\u{0} Ukraine."
    #expect(Reading.lines(of: check(text, "en", "NUL")) == ["RUS ASSAULT UKR occurred"])
  }

  @Test func eachSentenceBehindHostileTextIsStillRead() throws {
    let noise = String(repeating: "“lorem (ipsum, ", count: 4_000)
    let text = noise + "\n\nRussia attacked Ukraine.\n"
    #expect(Reading.lines(of: check(text, "en", "noise")) == ["RUS ASSAULT UKR occurred"])
  }
}
