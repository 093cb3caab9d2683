import CasusKnowledge

/// Tells nouns from other words by their capital, and finds the nouns that compounds end in.
///
/// For languages that write nouns with a capital ("der Angriff", "sie angriff") and compounds as one
/// word ("Waffenlieferung"); `Spelling` says so.
struct WordClasses {
  let lexicon: Lexicon

  private static let verbal = WordRole.verbalRoles

  /// Takes from each item what its spelling excludes, and adds what it shows.
  func refine(
    _ items: inout [Item], _ tokens: inout [Token], text: UnsafeBufferPointer<UInt8>
  ) {
    for i in items.indices where !isMark(items[i]) {
      if items[i].kinds.contains(.unknown), items[i].isCapitalised {
        readCompound(&items[i], &tokens, text)
      }
      let opens = i == 0 || (isMark(items[i - 1]) && items[i - 1].mark != .hyphen)
      if items[i].isCapitalised {
        keepNoun(&items[i], opensClause: opens)
      } else {
        dropNoun(&items[i])
      }
    }
    for i in items.indices.reversed() where !isMark(items[i]) && !items[i].isCapitalised {
      readLowerCase(i, &items, text)
    }
  }

  private func isMark(_ item: Item) -> Bool {
    item.kinds.isEmpty && item.roles.isEmpty && item.node == 0
  }

  private func readCompound(
    _ item: inout Item, _ tokens: inout [Token], _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard let head = lexicon.compoundHead(text, Int(item.start), Int(item.end)) else { return }
    item.node = head.node
    item.kinds = head.meaning.kinds
    item.roles = head.meaning.roles
    item.nounFeatures = head.meaning.nounFeatures
    item.classSet = head.meaning.classSet
    tokens[Int(item.firstToken)].word = head.word
  }

  /// "die Angriffe": whatever else is spelled so, it is a noun or a name; at the beginning of a
  /// clause only when it can be one.
  private func keepNoun(_ item: inout Item, opensClause: Bool) {
    let canBeNoun =
      !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place])
      || !item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .counterpart])
    guard canBeNoun || !opensClause else { return }
    let isCommonNoun = !item.kinds.isDisjoint(with: [.noun, .eventNoun])
    let isOther =
      item.kinds.contains(.verb) || !item.roles.isDisjoint(with: Self.verbal)
      || (isCommonNoun && !item.roles.isEmpty)
    guard isOther, item.endToken - item.firstToken == 1 else { return }
    item.kinds.remove(.verb)
    item.roles.subtract(Self.verbal)
    // "Waren" are goods, "waren" is an auxiliary.
    if isCommonNoun {
      item.roles.formIntersection(Self.nominal.union([.fiction, .determiner, .question]))
    }
    item.verbFeatures = []
    if item.kinds.isEmpty, item.roles.isEmpty {
      item.kinds = .unknown
      item.node = 0
    }
  }

  /// "sie griffe an": no noun.
  private func dropNoun(_ item: inout Item) {
    guard item.endToken - item.firstToken == 1, !item.isJoined else { return }
    let isOther =
      item.kinds.contains(.verb) || !item.roles.subtracting(Self.nominal).isEmpty
    guard isOther else { return }
    item.kinds.subtract([.noun, .eventNoun])
    item.roles.subtract(Self.nominal)
    item.classSet = 0
  }

  private static let nominal: WordRole = [
    .role, .opaque, .plannedNoun, .nounLike, .counterpart, .timeUnit, .groupBoth, .groupCountry,
    .groupBloc, .groupGroup,
  ]

  /// An unknown word in lower case before a noun is an adjective, else an adverb; a participle
  /// between article and noun is an adjective as well.
  private func readLowerCase(
    _ i: Int, _ items: inout [Item], _ text: UnsafeBufferPointer<UInt8>
  ) {
    let next = i + 1 < items.count ? items[i + 1] : nil
    if items[i].roles.contains(.possessivePronoun), items[i].roles.contains(.bracket) {
      // "sein Land", "wird sein".
      let isPossessive = next.map { isNounLike($0) || $0.roles == .adjective } ?? false
      items[i].roles.subtract(isPossessive ? [.bracket, .perfect] : .possessivePronoun)
    }
    if items[i].kinds.contains(.verb), items[i].roles.contains(.determiner) {
      // "einige griffen an": some, and nobody agrees.
      items[i].kinds.remove(.verb)
      items[i].verbFeatures = []
    }
    let leadsToNoun = next.map { isNounLike($0) || $0.roles == .adjective } ?? false
    if items[i].kinds.contains(.unknown) || items[i].kinds == .unknownVerb {
      let isVerb =
        items[i].kinds.contains(.unknownVerb) && !(leadsToNoun && followsArticle(i, items))
      if isVerb { return }
      items[i].kinds = []
      items[i].roles = leadsToNoun ? .adjective : .adverb
    } else if leadsToNoun, !items[i].verbFeatures.isEmpty, followsArticle(i, items),
      items[i].verbFeatures.contains(.past), items[i].roles.isDisjoint(with: .bracket)
    {
      // "die besetzten Gebiete".
      items[i].kinds.subtract([.verb, .unknownVerb])
      items[i].roles = .adjective
      items[i].verbFeatures = []
    }
  }

  private func isNounLike(_ item: Item) -> Bool {
    item.isCapitalised && !isMark(item) && item.roles.isDisjoint(with: .determiner)
      || item.kinds.contains(.adjectivalActor)
  }

  private func followsArticle(_ i: Int, _ items: [Item]) -> Bool {
    guard i > 0 else { return false }
    let before = items[i - 1]
    return !before.roles.isDisjoint(with: [
      .determiner, .possessivePronoun, .adjective, .preposition,
    ]) || before.kinds.contains(.adjectivalActor)
  }
}
