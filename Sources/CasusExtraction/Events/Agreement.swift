import CasusKnowledge

/// What a pronoun says of whom it means: one or several, somebody or something.
struct Agreement {
  /// "They", "their", "mereka".
  let isSeveral: Bool
  /// "It", "its": no person.
  let isThing: Bool
  /// "He", "his": a person, where a language keeps the two apart.
  let isPerson: Bool
  /// One, whatever it is: "он".
  let isOne: Bool
  /// The genders of whom it may mean, none where it shows none: "она".
  let genders: Referent.Traits

  /// What a clitic says that may speak of anybody: "-nya".
  static let any = Agreement()

  private init() {
    isSeveral = false
    isThing = false
    isPerson = false
    isOne = false
    genders = []
  }

  init(_ owner: Owner, _ item: Item) {
    isSeveral =
      owner.roles.contains(.pluralPronoun)
      || owner.roles == .possessivePronoun && item.nounFeatures.contains(.plural)
    isPerson = item.nounFeatures.contains(.person)
    isThing = item.nounFeatures.contains(.thing)
    isOne = owner.roles.contains(.personPronoun) && !isSeveral
    // "Министерство" is of a gender of its own.
    let isNoun = !owner.roles.isDisjoint(with: [
      .role, .counterpart, .groupCountry, .groupBloc, .groupGroup,
    ])
    genders = isSeveral || isNoun ? [] : Referent.Traits.gender(item.nounFeatures)
  }

  /// Whether a pronoun may speak of somebody so described.
  func fits(_ traits: Referent.Traits) -> Bool {
    let isMany = !traits.isDisjoint(with: [.isSeveral, .isPlural])
    let shown = traits.intersection(.genders)
    // "Россия …, он": a name in another gender.
    if !isMany, !shown.isEmpty, !genders.isEmpty, shown.isDisjoint(with: genders) { return false }
    if isSeveral {
      if traits.contains(.isSingular), !isMany, !traits.contains(.isCrowd) { return false }
      return isMany || traits.contains(.isCrowd) || traits.isDisjoint(with: [.isPerson, .isNamed])
    }
    if isThing { return !isMany && !traits.contains(.isPerson) }
    if isPerson { return !isMany && !traits.contains(.isNamed) }
    return !isOne || !traits.contains(.isSeveral)
  }
}
