import CasusKnowledge
import CasusModel

/// Whom a phrase of the text stands for, and how a pronoun would speak of them.
struct Referent {
  /// What a phrase shows of those whom it means.
  struct Traits: OptionSet {
    let rawValue: UInt16

    /// Several are listed, or a pronoun says so.
    static let isSeveral = Traits(rawValue: 1 << 0)
    /// The head is a plural: "officials".
    static let isPlural = Traits(rawValue: 1 << 1)
    /// Troops or people, of whom one says "they".
    static let isCrowd = Traits(rawValue: 1 << 2)
    /// Somebody, by name or by office.
    static let isPerson = Traits(rawValue: 1 << 3)
    /// A state or organisation by its bare name, of which one says "it".
    static let isNamed = Traits(rawValue: 1 << 4)
    /// A name of one gender: "Россия", of which one says "она".
    static let isMasculine = Traits(rawValue: 1 << 5)
    static let isFeminine = Traits(rawValue: 1 << 6)
    static let isNeuter = Traits(rawValue: 1 << 7)
    /// A common noun that can only be a singular: "сухогруз".
    static let isSingular = Traits(rawValue: 1 << 8)
    static let genders: Traits = [.isMasculine, .isFeminine, .isNeuter]

    /// What the form of a name or a pronoun shows of its gender.
    static func gender(_ features: FormFeatures) -> Traits {
      var traits: Traits = []
      if features.contains(.masculine) { traits.insert(.isMasculine) }
      if features.contains(.feminine) { traits.insert(.isFeminine) }
      if features.contains(.neuter) { traits.insert(.isNeuter) }
      return traits
    }
  }

  /// The actors, each rolled up.
  var actors: [ActorID]
  var traits: Traits
  var standing = Standing.complement
  /// The position of the phrase among the chunks of its sentence.
  var place = -1

  /// What whoever is spoken of is in the clause.
  enum Standing {
    case subject
    /// In a case alone: "обвинил Францию", "позвонил Эрдогану".
    case object
    /// Behind a preposition.
    case complement
  }
}
