/// Grammatical features of one form of a word.
public struct FormFeatures: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32

  /// Makes features from bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A dictionary form; the infinitive of English.
  public static let base = FormFeatures(rawValue: 1 << 0)
  /// A finite form that needs no auxiliary.
  public static let finite = FormFeatures(rawValue: 1 << 1)
  /// A past tense.
  public static let past = FormFeatures(rawValue: 1 << 2)
  /// A past or passive participle.
  public static let participle = FormFeatures(rawValue: 1 << 3)
  /// A present participle or gerund.
  public static let gerund = FormFeatures(rawValue: 1 << 4)
  /// Marked as active (Indonesian meN-, ber-).
  public static let active = FormFeatures(rawValue: 1 << 5)
  /// Marked as passive (Indonesian di-, ter-; Slavic short participles, -но/-то).
  public static let passive = FormFeatures(rawValue: 1 << 6)
  /// A bare stem used as a verb in headlines.
  public static let bare = FormFeatures(rawValue: 1 << 7)
  /// An infinitive that differs from the dictionary form.
  public static let infinitive = FormFeatures(rawValue: 1 << 8)
  /// A noun.
  public static let noun = FormFeatures(rawValue: 1 << 9)
  /// A plural.
  public static let plural = FormFeatures(rawValue: 1 << 10)
  /// A future (Slavic perfective present).
  public static let future = FormFeatures(rawValue: 1 << 11)
  /// The clitic -nya or another pronoun is attached.
  public static let clitic = FormFeatures(rawValue: 1 << 12)
  /// An adjective.
  public static let adjective = FormFeatures(rawValue: 1 << 13)
  /// Nominative.
  public static let nominative = FormFeatures(rawValue: 1 << 16)
  /// Genitive.
  public static let genitive = FormFeatures(rawValue: 1 << 17)
  /// Dative.
  public static let dative = FormFeatures(rawValue: 1 << 18)
  /// Accusative.
  public static let accusative = FormFeatures(rawValue: 1 << 19)
  /// Instrumental.
  public static let instrumental = FormFeatures(rawValue: 1 << 20)
  /// Locative or prepositional.
  public static let locative = FormFeatures(rawValue: 1 << 21)

  /// The names used in `language.yaml`.
  static let named: [String: FormFeatures] = [
    "base": .base, "finite": .finite, "past": .past, "participle": .participle,
    "gerund": .gerund, "active": .active, "passive": .passive, "bare": .bare,
    "infinitive": .infinitive, "noun": .noun, "plural": .plural, "future": .future,
    "clitic": .clitic, "adjective": .adjective, "nominative": .nominative,
    "genitive": .genitive, "dative": .dative, "accusative": .accusative,
    "instrumental": .instrumental, "locative": .locative,
  ]

  /// All cases.
  public static let cases: FormFeatures = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative,
  ]
}
