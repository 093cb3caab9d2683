import CasusKnowledge

// Auxiliaries that are written together with the pronoun before them.
extension Matcher {
  /// "It's attacked Iran", "they'd attack Iran": says which auxiliary a shortened one is.
  static func readContractions(_ items: inout [Item]) {
    for i in items.indices.dropFirst().dropLast() {
      if items[i].mark == .possessive, isShortened(behind: items[i - 1]) {
        items[i].mark = .word
        items[i].isJoined = false
        items[i].roles = isPerfect(behind: i, items) ? .perfect : .be
      } else if items[i].roles.isSuperset(of: [.perfect, .planned]), items[i].kinds.isEmpty {
        items[i].roles.subtract(
          isPerfect(behind: i, items) ? .planned : [.perfect, .pluperfect])
      }
    }
  }

  /// Whether a pronoun has no possessive of its own by a mark behind it, so that the mark is short for an
  /// auxiliary: "it's", "who's", but "everyone's".
  private static func isShortened(behind item: Item) -> Bool {
    let pronouns: WordRole = [
      .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson, .relative, .complementizer,
    ]
    return item.kinds.isEmpty && !item.roles.isDisjoint(with: pronouns)
      && item.roles.isDisjoint(with: [.possessivePronoun, .reciprocal, .groupBoth])
  }

  /// "'s left", "'d been told", but "'s being told", "'s told by", "'d leave": whether a participle follows
  /// of which the one spoken of is the doer.
  private static func isPerfect(behind at: Int, _ items: [Item]) -> Bool {
    var next = at + 1
    while next < items.count, items[next].kinds.isEmpty,
      !items[next].roles.isDisjoint(with: [.adverb, .negation])
    {
      next += 1
    }
    guard next < items.count else { return false }
    let item = items[next]
    // "it's been", "they'd had".
    if !item.roles.isDisjoint(with: [.be, .perfect]) {
      return !item.verbFeatures.contains(.gerund)
    }
    guard !item.verbFeatures.isDisjoint(with: [.participle, .past]),
      item.verbFeatures.isDisjoint(with: [.base, .gerund])
        || items[at].mark == .word && item.verbFeatures.contains(.participle)
          && item.verbFeatures.isDisjoint(with: .base)
    else { return false }
    return next + 1 >= items.count || !items[next + 1].roles.contains(.agentMarker)
  }
}
