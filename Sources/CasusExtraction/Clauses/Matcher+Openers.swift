import CasusKnowledge

extension Matcher {
  /// "Досі звинувачували …", "Трасса обстреляна", "Малі безпілотники": the capital at the start of a sentence
  /// makes no name of a word that is spelled like one.
  ///
  /// An adverb or a noun in the nominative goes before a name in another case, which cannot stand there
  /// by itself, and an adjective before its noun before any name.
  func readOpener(_ items: inout [Item], _ tokens: [Token]) {
    guard let at = items.firstIndex(where: { $0.mark == .word }), at < 2,
      !items[at].kinds.isDisjoint(with: [.actor, .place]),
      items[at].isCapitalised, items[at].endToken == items[at].firstToken + 1,
      !tokens[Int(items[at].firstToken)].isAllCapitals
    else { return }
    var token = tokens[Int(items[at].firstToken)]
    token.isCapitalised = false
    guard let plain = lexicon.meaning(of: items[at].node, token, token),
      plain.kinds.isDisjoint(with: [.actor, .place])
    else { return }
    let isNominative = lexicon.meanings(of: items[at].node).contains {
      ($0.kind == .actor || $0.kind == .place)
        && ($0.features.contains(.nominative) || $0.features.isDisjoint(with: .cases))
    }
    let leads =
      at + 1 < items.count && plain.roles.contains(.adjective)
      && opensNounPhrase(items[at + 1])
    let stands =
      plain.roles.contains(.adverb)
      || plain.kinds.contains(.noun)
        && plain.nounFeatures.contains(.nominative)
    guard leads || stands && !isNominative || isPronoun(plain, before: items[(at + 1)...])
    else { return }
    items[at].kinds = plain.kinds
    items[at].roles = plain.roles
    items[at].verbFeatures = plain.verbFeatures
    items[at].nounFeatures = plain.nounFeatures
    items[at].preposition = plain.preposition
    items[at].classSet = plain.classSet
  }

  /// "Того требует Франция", "Того, кто …": a pronoun with a capital, unless a verb behind it or another name
  /// shows that it is the name ("Того осудило Гану", "Того и Бенин").
  private func isPronoun(_ plain: PhraseMeaning, before rest: ArraySlice<Item>) -> Bool {
    guard lexicon.usesCases, plain.roles.contains(.demonstrative),
      plain.kinds.isDisjoint(with: [.noun, .eventNoun]), let next = rest.first
    else { return false }
    if next.verbFeatures.contains(.past) { return next.verbFeatures.isDisjoint(with: .neuter) }
    guard next.roles.contains(.conjunction), let other = rest.dropFirst().first else { return true }
    return other.kinds.isDisjoint(with: [.actor, .place])
  }

  private func opensNounPhrase(_ item: Item) -> Bool {
    !item.isCapitalised
      && (!item.kinds.isDisjoint(with: [.noun, .eventNoun, .unknown])
        || !item.roles.isDisjoint(with: [.role, .opaque, .adjective, .nounLike]))
  }
}
