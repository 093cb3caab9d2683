/// What generated news in one language is made of.
///
/// In sentences `{a}`, `{b}` and `{c}` stand for states, `{city}`, `{goods}`, `{date}`, `{number}`
/// and `{small}` for what they say.
struct NewsLanguage {
  /// BCP 47 code.
  let code: String
  let headlines: [String]
  /// Sentences that tell what somebody did to somebody.
  let events: [String]
  /// Sentences around them: weather, figures, quotations, history.
  let background: [String]
  /// With `{day}`, `{month}` and `{year}`.
  let dates: [String]
  let months: [String]
  let cities: [String]
  let goods: [String]

  /// The languages that news can be generated in.
  static let all = [indonesian, english, ukrainian, russian]

  /// Names of the states that are in the news most, the most frequent first.
  static let frequentStates = [
    "RUS", "UKR", "USA", "PRK", "CHN", "IRN", "ISR", "GBR", "DEU", "FRA", "TUR", "KOR", "JPN",
    "POL", "SYR", "IND", "PAK", "SAU", "BLR", "IDN",
  ]
}
