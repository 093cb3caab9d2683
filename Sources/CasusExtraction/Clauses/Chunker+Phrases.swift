import CasusKnowledge

/// Where a noun phrase ends in languages without cases.
extension Chunker {
  /// Whether an item is "he", "it" or "they", and nobody's.
  private func isPronoun(_ item: Item) -> Bool {
    !item.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
      && item.roles.isDisjoint(with: [.possessivePronoun, .groupBoth])
  }

  /// A determiner opens a phrase of its own: "In Washington | the State Department".
  func opensPhrase(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    // "handed Kyiv | £12.5bn": an amount behind a name is an object of its own.
    if items[at].kinds == .number, items[at].classSet != 0 {
      return items[at - 1].kinds.contains(.actor)
    }
    let item = items[at]
    // "Over dinner | Mr Kim", "before the handshake | the North".
    let isTitle = item.roles.contains(.abbreviation) && item.isCapitalised
    if isTitle, items[at - 1].isCapitalised { return false }
    let before = items[at - 1]
    if item.roles.contains(.determiner),
      !before.roles.isDisjoint(with: [
        .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson,
      ])
    {
      // "branding him | a spy", "lent us | an airfield".
      return true
    }
    if opensContactOfPronoun(items, phrase, at) { return true }
    // "On Saturday in Toronto | he gave": a pronoun before a verb with a tense is its subject.
    if isPronoun(item), at + 1 < items.count, leadsToFinite(items, at),
      before.roles.isDisjoint(with: [.determiner, .relative, .conjunction, .question])
        || before.classSet != 0
    {
      return true
    }
    // "promised him | they would", "promised the Spanish premier | they would".
    if isPronoun(item), phrase == at - 1 && isPronoun(before) || before.kinds.contains(.actor) {
      return true
    }
    // "By ten votes to two | it ordered", "Over dinner | they agreed".
    if isPronoun(item), chunks.last?.kind == .preposition, at + 1 < items.count,
      !before.kinds.isDisjoint(with: [.noun, .eventNoun, .number])
        || before.roles.contains(.determiner) && before.roles.isDisjoint(with: .demonstrative),
      leadsToFinite(items, at)
    {
      return true
    }
    // "In Algiers | the two ministers sign".
    if !item.roles.isDisjoint(with: [.groupBoth, .groupCountry, .groupBloc, .groupGroup]),
      item.endToken > item.firstToken + 1, chunks.last?.kind == .preposition,
      !before.kinds.isDisjoint(with: [.actor, .place]),
      before.kinds.isDisjoint(with: .adjectivalActor)
    {
      return true
    }
    // "read the Russians | their rights", "gave Kyiv | its backing", "gave Mr Tanaka | his word".
    if item.roles.contains(.possessivePronoun),
      before.kinds.contains(.actor) || before.kinds == .unknown && before.isCapitalised,
      !before.kinds.contains(.adjectivalActor) || isPeople(before)
        || before.nounFeatures.contains(.plural),
      chunks.last?.kind == .verb
    {
      return true
    }
    // "gave it | shelter", "told them | Russia would", but "her troops".
    if !before.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun]),
      !before.roles.contains(.possessivePronoun), before.roles.isDisjoint(with: .groupBoth),
      phrase == at - 1, !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .number])
    {
      return true
    }
    // "sent its ally | 82 lorries", "offers its neighbour | electricity".
    if before.roles.contains(.counterpart), item.classSet != 0 || item.kinds.contains(.number),
      item.roles.isDisjoint(with: [.role, .counterpart]),
      item.kinds.isDisjoint(with: [.actor, .place]),
      (phrase..<at).contains(where: { items[$0].roles.contains(.possessivePronoun) }),
      chunks.last?.kind == .verb
    {
      return true
    }
    // "After the meeting | Orban said": a name tells nothing more of an event or a time.
    if chunks.last?.kind == .preposition || chunks.last?.kind == .subordinator,
      before.kinds.contains(.eventNoun), before.kinds.isDisjoint(with: [.actor, .place]),
      item.kinds.contains(.actor),
      item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]),
      phrase < at - 1, at + 1 < items.count, leadsToFinite(items, at)
    {
      return true
    }
    if opensContact(items, phrase, at, chunks) { return true }
    // "called the strikes on Rafah | indefensible".
    let isNamed =
      !before.kinds.isDisjoint(with: [.actor, .place]) && chunks.last?.kind == .preposition
      && before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
    let isPronoun =
      phrase == at - 1 && before.roles.isSuperset(of: [.demonstrative, .determiner])
      && before.kinds.isEmpty && !before.hasArticle && before.end - before.start > 3
      && chunks.last?.kind == .verb
    if item.classSet != 0, isNamed || isPronoun,
      at + 1 >= items.count || items[at + 1].kinds.isEmpty,
      lexicon.classSets[Int(item.classSet)].intersects(lexicon.verdictClasses)
    {
      return true
    }
    // "promised Ankara | more money".
    if item.roles.contains(.determiner), item.roles.isDisjoint(with: [.preposition, .conjunction]),
      before.kinds.contains(.actor),
      before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]),
      chunks.last?.kind == .verb
    {
      return true
    }
    let hasArticle =
      item.hasArticle || isTitle
      // "In Yerevan | thousands of protesters".
      || (item.roles.contains(.determiner) && item.endToken > item.firstToken + 1
        && !before.kinds.isEmpty)
      // "within hours | Poland's prime minister".
      || (before.roles.contains(.timeUnit)
        && !item.kinds.isDisjoint(with: [.actor, .place]))
      || (item.roles.contains(.determiner) && item.roles.contains(.demonstrative))
    guard hasArticle, !item.isJoined else { return false }
    return (phrase..<at).contains { isNominal(items[$0]) }
  }

  /// "30 suspects | it wants", "the sanctions | Iran imposed on Iraq": a clause without "which", whose
  /// subject stands right behind the noun that is its object.
  func opensContact(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isThing =
      before.classSet != 0
      && lexicon.classSets[Int(before.classSet)].intersects(thingClasses)
    guard at + 1 < items.count, leadsToFinite(items, at),
      before.kinds.isDisjoint(with: [.actor, .place]),
      before.roles.isDisjoint(with: .role) || isThing,
      before.kinds.contains(.eventNoun) || before.classSet != 0
        || before.nounFeatures.contains(.plural),
      before.roles.isDisjoint(with: .timeUnit)
    else { return false }
    if !item.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun]) {
      return item.roles.isDisjoint(with: [.possessivePronoun, .determiner, .groupBoth])
    }
    let isName =
      item.kinds.contains(.actor) && item.isCapitalised
      && item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
      && item.roles.isDisjoint(with: .role)
    var verb = at + 1
    while verb + 1 < items.count,
      !items[verb].roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical, .adverb]),
      items[verb + 1].kinds.contains(.verb)
        || !items[verb + 1].roles.isDisjoint(with: [.be, .perfect, .adverb])
    {
      verb += 1
    }
    guard isName, before.kinds.contains(.eventNoun) || before.classSet != 0,
      verb + 1 < items.count, items[verb].kinds.contains(.verb),
      verb > at + 1 || items[verb].verbFeatures.contains(.past)
        // "a charge | Iran denies".
        || items[verb].verbFeatures.contains(.finite)
          && items[verb].verbFeatures.isDisjoint(with: .base) && chunks.last?.kind == .comma
    else { return false }
    guard
      items[phrase].roles.contains(.determiner) || isThing && before.nounFeatures.contains(.plural)
    else { return false }
    // What the verb acts on stands before it.
    let next = items[verb + 1]
    let isBare =
      next.roles.contains(.preposition) || next.kinds.contains(.date)
      || next.kinds.isEmpty && next.roles.isEmpty
      || !next.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      || next.verbFeatures.contains(.past)
    // "the tanks | Poland has given Ukraine": who gets it.
    return isBare || isThing && next.kinds.contains(.actor) && next.isCapitalised
  }

  /// Whether a verb with a tense, or an auxiliary, stands right behind.
  func leadsToFinite(_ items: [Item], _ at: Int) -> Bool {
    let next = items[at + 1]
    return !next.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      || next.verbFeatures.contains(.past)
      || next.verbFeatures.contains(.finite) && next.kinds.isDisjoint(with: [.noun, .eventNoun])
  }

  /// Whether a new noun phrase starts here without a word between ("memberi Ukraina | bantuan").
  func splitsPhrase(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let item = items[at]
    if item.isJoined { return false }
    let head = items[at - 1]
    if head.roles == .adverb, head.kinds.isEmpty, at - 2 >= phrase, item.kinds.contains(.actor),
      item.isCapitalised, items[at - 2].kinds.contains(.actor), items[at - 2].isCapitalised
    {
      // "Dengan Iran pun | Kairo memutus hubungan".
      return true
    }
    let endsName =
      head.kinds.contains(.actor) || head.kinds.contains(.place) && head.isCapitalised
      || head.roles.contains(.demonstrative)
      || !head.roles.isDisjoint(with: [.pluralPronoun, .personPronoun, .groupBoth, .groupCountry])
    guard endsName else { return false }
    let isPronoun = !head.roles.isDisjoint(with: [.pluralPronoun, .personPronoun])
    if isPronoun, item.kinds.contains(.number) || item.roles.contains(.determiner) { return true }
    if item.kinds.contains(.actor) || item.kinds.contains(.place) { return false }
    // "Panglima TNI Jenderal Moeldoko": the rank of who holds the office.
    if item.roles.contains(.role), item.isCapitalised, phrase < at - 1,
      items[phrase].roles.contains(.role), items[phrase].isCapitalised, at + 1 < items.count,
      items[at + 1].isCapitalised,
      items[at + 1].kinds.isDisjoint(with: [.actor, .place])
        || items[at + 1].nounFeatures.contains(.namesPerson)
    {
      return false
    }
    return !item.kinds.isDisjoint(with: [.noun, .eventNoun]) || item.roles.contains(.role)
  }

  func flush(
    _ items: [Item], _ phrase: inout Int, _ end: Int, _ chunks: inout [Chunk],
    _ owners: inout [Owner]
  ) {
    guard phrase >= 0 else { return }
    // A chunk is large, so it is described where it stands.
    let at = chunks.count
    let isDenied = isDenied(items, phrase, chunks.last)
    chunks.append(Chunk(kind: .nounPhrase, firstItem: Int32(phrase), endItem: Int32(end)))
    NounPhrase(items: items, lexicon: lexicon).describe(&chunks[at], &owners)
    if isDenied { chunks[at].traits.insert(.isNegative) }
    if !isHeadFirst, !usesCases,
      let mark = (phrase..<end).last(where: { items[$0].mark == .possessive }),
      !((mark + 1)..<end).contains(where: { isNominal(items[$0]) }),
      let before = chunks[..<at].last(where: { $0.kind == .nounPhrase && !$0.classes.isEmpty })
    {
      // "recalled its envoy and sent Chad's home": what was named before.
      chunks[at].classes.formUnion(before.classes)
      chunks[at].roles = before.roles
    }
    phrase = -1
  }

  /// "neither Greece nor Cyprus", "Syria, not Iraq", "there was no contact": a negation that belongs
  /// to no verb of its own.
  func isDenied(_ items: [Item], _ phrase: Int, _ before: Chunk?) -> Bool {
    guard !usesCases, !isHeadFirst, phrase > 0, items[phrase - 1].roles.contains(.negation) else {
      return false
    }
    guard let before, before.kind == .verb, Int(before.endItem) == phrase else { return true }
    return before.verbItem >= 0
      && !items[Int(before.verbItem)].roles.isDisjoint(with: [.be, .perfect])
  }

  /// "whose army | it trains": behind a noun, a pronoun before what may be its verb is a subject.
  private func opensContactOfPronoun(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    guard isPronoun(item), item.roles.isDisjoint(with: .determiner), at + 1 < items.count,
      before.kinds.contains(.noun) || before.roles.contains(.role) || before.classSet != 0,
      before.kinds.isDisjoint(with: [.date, .verb])
    else { return false }
    let verb = items[at + 1]
    return verb.kinds.contains(.verb)
      && !verb.verbFeatures.isDisjoint(with: [.finite, .past, .base])
  }
}
