/// Grammatical features of one form of a word.
public struct FormFeatures: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt32

  /// Makes features from bits.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A dictionary form; the infinitive of English.
  @inlinable public static var base: FormFeatures { FormFeatures(rawValue: 1 << 0) }
  /// A finite form that needs no auxiliary.
  @inlinable public static var finite: FormFeatures { FormFeatures(rawValue: 1 << 1) }
  /// A past tense.
  @inlinable public static var past: FormFeatures { FormFeatures(rawValue: 1 << 2) }
  /// A past or passive participle.
  @inlinable public static var participle: FormFeatures { FormFeatures(rawValue: 1 << 3) }
  /// A present participle or gerund.
  @inlinable public static var gerund: FormFeatures { FormFeatures(rawValue: 1 << 4) }
  /// Marked as active (Indonesian meN-, ber-).
  @inlinable public static var active: FormFeatures { FormFeatures(rawValue: 1 << 5) }
  /// Marked as passive (Indonesian di-, ter-; Slavic short participles, -но/-то).
  @inlinable public static var passive: FormFeatures { FormFeatures(rawValue: 1 << 6) }
  /// A bare stem used as a verb in headlines.
  @inlinable public static var bare: FormFeatures { FormFeatures(rawValue: 1 << 7) }
  /// An infinitive that differs from the dictionary form.
  @inlinable public static var infinitive: FormFeatures { FormFeatures(rawValue: 1 << 8) }
  /// A noun.
  @inlinable public static var noun: FormFeatures { FormFeatures(rawValue: 1 << 9) }
  /// A plural.
  @inlinable public static var plural: FormFeatures { FormFeatures(rawValue: 1 << 10) }
  /// A future (Slavic perfective present).
  @inlinable public static var future: FormFeatures { FormFeatures(rawValue: 1 << 11) }
  /// The clitic -nya or another pronoun is attached.
  @inlinable public static var clitic: FormFeatures { FormFeatures(rawValue: 1 << 12) }
  /// An adjective.
  @inlinable public static var adjective: FormFeatures { FormFeatures(rawValue: 1 << 13) }
  /// First person plural: засуджуємо, осуждаем.
  @inlinable public static var firstPerson: FormFeatures { FormFeatures(rawValue: 1 << 14) }
  /// A pronoun for whoever is spoken to: you, your.
  @inlinable public static var secondPerson: FormFeatures { FormFeatures(rawValue: 1 << 15) }
  /// Nominative.
  @inlinable public static var nominative: FormFeatures { FormFeatures(rawValue: 1 << 16) }
  /// Genitive.
  @inlinable public static var genitive: FormFeatures { FormFeatures(rawValue: 1 << 17) }
  /// Dative.
  @inlinable public static var dative: FormFeatures { FormFeatures(rawValue: 1 << 18) }
  /// Accusative.
  @inlinable public static var accusative: FormFeatures { FormFeatures(rawValue: 1 << 19) }
  /// Instrumental.
  @inlinable public static var instrumental: FormFeatures { FormFeatures(rawValue: 1 << 20) }
  /// Locative or prepositional.
  @inlinable public static var locative: FormFeatures { FormFeatures(rawValue: 1 << 21) }
  /// A pronoun for a person: his.
  @inlinable public static var person: FormFeatures { FormFeatures(rawValue: 1 << 22) }
  /// A pronoun for a state or organisation: its.
  @inlinable public static var thing: FormFeatures { FormFeatures(rawValue: 1 << 23) }

  /// Of the masculine gender: "Судан", "засудив".
  @inlinable public static var masculine: FormFeatures { FormFeatures(rawValue: 1 << 24) }
  /// Of the feminine gender: "Сирія", "засудила".
  @inlinable public static var feminine: FormFeatures { FormFeatures(rawValue: 1 << 25) }
  /// Of the neuter gender: "Косово", "засудило".
  @inlinable public static var neuter: FormFeatures { FormFeatures(rawValue: 1 << 26) }

  /// A name of somebody.
  @inlinable public static var namesPerson: FormFeatures { FormFeatures(rawValue: 1 << 27) }

  /// A pronoun for whom the clause before names besides its subject: тот, та, те.
  @inlinable public static var latter: FormFeatures { FormFeatures(rawValue: 1 << 28) }
  /// A numeral for three: "три", "трьох".
  @inlinable public static var three: FormFeatures { FormFeatures(rawValue: 1 << 29) }
  /// A numeral for four.
  @inlinable public static var four: FormFeatures { FormFeatures(rawValue: 1 << 30) }
  /// A numeral for five.
  @inlinable public static var five: FormFeatures { FormFeatures(rawValue: 1 << 31) }

  /// The names used in `language.yaml`.
  static let named: [String: FormFeatures] = [
    "base": .base, "finite": .finite, "past": .past, "participle": .participle,
    "gerund": .gerund, "active": .active, "passive": .passive, "bare": .bare,
    "infinitive": .infinitive, "noun": .noun, "plural": .plural, "future": .future,
    "clitic": .clitic, "adjective": .adjective, "first": .firstPerson, "second": .secondPerson,
    "nominative": .nominative, "genitive": .genitive, "dative": .dative, "accusative": .accusative,
    "instrumental": .instrumental, "locative": .locative, "person": .person, "thing": .thing,
    "masculine": .masculine, "feminine": .feminine, "neuter": .neuter,
    "latter": .latter,
    "three": .three, "four": .four, "five": .five,
  ]

  /// The cases that word classes of `language.yaml` show: determiners such as "den" and "des".
  static let shownByClass: [String: FormFeatures] = [
    "oblique": [.dative, .accusative], "genitive": .genitive,
  ]

  /// All genders.
  @inlinable public static var genders: FormFeatures { [.masculine, .feminine, .neuter] }

  /// All cases.
  @inlinable public static var cases: FormFeatures {
    [.nominative, .genitive, .dative, .accusative, .instrumental, .locative]
  }
}
