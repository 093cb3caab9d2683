import CasusKnowledge

/// Verbs where nouns look like them, as in English.
extension Chunker {
  func isEnglishLikeVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let before: Item? = at > 0 ? items[at - 1] : nil
    // Russian-occupied, state-run.
    if item.isJoined, let before, before.mark == .hyphen { return false }
    let features = item.verbFeatures
    let opensPhrase = phrase == at - 1 && phrase >= 0
    let afterDeterminer =
      before.map { b in
        b.roles.contains(.possessivePronoun)
          || b.mark == .possessive && item.roles.isDisjoint(with: .sameAct)
          || (b.roles.contains(.determiner) && opensPhrase && !b.roles.contains(.groupBoth))
          || b.kinds.contains(.adjectivalActor)
            && !b.kinds.contains(.noun) && !isPeople(b) && !isPlainFinite(item)
            && !isPastBehindPeople(items, phrase, at, chunks)
          // "29 suspected smugglers".
          || b.kinds == .number && b.classSet == 0 && opensPhrase
            && features.contains(.participle) && at + 1 < items.count
            && (items[at + 1].nounFeatures.contains(.plural) || isOfPeople(items[at + 1]))
            && items[at + 1].kinds.isDisjoint(with: [.actor, .place])
      } ?? false
    if phrase < 0, pending.first < 0, features.contains(.base), followsMarker(items, at, chunks) {
      return at + 1 >= items.count || startsPhrase(items[at + 1])
        || items[at + 1].roles.contains(.adverb) || items[at + 1].kinds == .unknown
        || items[at + 1].verbFeatures.contains(.gerund)
        // "moved to hold | talks with".
        || items[at + 1].verbFeatures.contains(.finite)
          && items[at + 1].verbFeatures.isDisjoint(with: [.past, .participle])
        || items[at + 1].roles.contains(.preposition)
          && items[at + 1].preposition != ofNumber
    }
    if pending.first > 0, phrase < 0, items[Int(pending.first) - 1].mark == .possessive {
      // "Russia's only gripe".
      return false
    }
    if phrase < 0, pending.first < 0,
      opensSubject(items, at, features, chunks) || isGiven(items, at, features, chunks)
        || tellsOfSubject(items, at, features, chunks)
    {
      return false
    }
    // "the two agreed to deepen trade", but "the two seized boats".
    if isPastBehindPair(items, phrase, at) { return true }
    // "his armed march on Moscow": what somebody has is a noun.
    if phrase >= 0, at > phrase + 1, lacksHead(items, phrase, at) { return false }
    if features.contains(.participle), !afterDeterminer, phrase >= 0, at + 1 < items.count,
      items[at + 1].roles.contains(.agentMarker)
    {
      // "a ship run by a charity".
      return true
    }
    if phrase >= 0, features.contains(.base), pending.first < 0, isAsked(items, chunks),
      before.map({ $0.kinds.contains(.actor) || $0.nounFeatures.contains(.plural) }) == true
    {
      // "demanded that Rwanda pull out".
      return true
    }
    if item.kinds.contains(.unknownVerb) {
      if afterDeterminer { return false }
      return pending.first >= 0 || phrase >= 0 || chunks.last?.kind == .relative
        || chunks.last?.kind == .conjunction || chunks.last?.kind == .nounPhrase
    }
    if pending.traits.contains(.isInfinitive) || pending.traits.contains(.isPlanned)
      || pending.traits.contains(.isHypothetical)
    {
      if phrase < 0 { return !features.isDisjoint(with: [.base, .participle, .gerund]) }
    }
    if pending.hasBe || pending.traits.contains(.isPerfect), phrase < 0 {
      return !features.isDisjoint(with: [.participle, .gerund, .past])
    }
    if features.contains(.gerund) {
      if afterDeterminer { return false }
      if item.kinds.contains(.noun), phrase >= 0, at > phrase + 1,
        items[phrase].roles.contains(.determiner) || items[phrase].hasArticle
          || items[phrase].roles.contains(.possessivePronoun),
        at + 1 >= items.count || !startsPhrase(items[at + 1])
      {
        // "reopened the Salwa crossing".
        return false
      }
      if item.roles.contains(.adjective), phrase < 0, pending.first < 0, at + 1 < items.count,
        isNominal(items[at + 1])
      {
        // "remaining Armenian units".
        return false
      }
      if phrase < 0, pending.first < 0, standsForThing(items, at, chunks) { return false }
      if phrase < 0, pending.first < 0, isThingActedOn(items, at, chunks) { return false }
      let isEventNoun = !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      if isEventNoun, phrase >= 0, let before, fight(before), at + 1 < items.count,
        items[at + 1].kinds.contains(.actor) || items[at + 1].kinds.contains(.place)
          || !items[at + 1].roles.isDisjoint(with: [.determiner, .possessivePronoun])
      {
        // "troops fighting the rebels", "jets bombing Gaza".
        return true
      }
      if isEventNoun,
        isHeadlineGerund(items, phrase, at, chunks) || isAbsolute(items, phrase, at, chunks)
      {
        return true
      }
      if isEventNoun, phrase >= 0 || before?.roles.contains(.preposition) == true {
        // "of shelling civilians", but "after shelling near Kyiv".
        guard phrase < 0, at + 1 < items.count else { return false }
        return startsPhrase(items[at + 1]) || sharesObject(items, at)
      }
      return true
    }
    let isNoun =
      !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .adjective, .nounLike])
    if features.contains(.participle), phrase < 0, pending.first < 0,
      isObjectsAdjective(items, at, chunks)
    {
      return false
    }
    if features.contains(.past) || features.contains(.participle) {
      if afterDeterminer {
        // "the seized assets", but "the Russians attacked".
        return false
      }
      if isNoun && !features.contains(.base) { return true }
      if !isNoun { return before?.roles.contains(.preposition) != true || phrase >= 0 }
    }
    if afterDeterminer { return false }
    if features.contains(.base), phrase >= 0, item.roles.contains(.preposition),
      chunks.last?.kind == .verb
    {
      // "turned it down": a particle behind the object.
      return false
    }
    if !isNoun {
      if features.contains(.base) && !features.contains(.finite) {
        // A plural or "I/we/they" subject, or an imperative: not after a bare noun.
        if let before, before.roles.contains(.preposition), phrase < 0 { return false }
      }
      return true
    }
    return isVerbNotNoun(items, at, phrase, pending, chunks)
  }

  /// "of financing, arming and training the rebels": one object for all that is done.
  private func sharesObject(_ items: [Item], _ at: Int) -> Bool {
    var joint = at + 1
    while joint + 2 < items.count,
      items[joint].mark == .comma || items[joint].roles.contains(.conjunction)
    {
      guard items[joint + 1].verbFeatures.contains(.gerund) else { return false }
      if startsPhrase(items[joint + 2]) { return true }
      joint += 2
    }
    return false
  }

  /// "Fighting raged", "Rail workers walked out": the first word of a clause, though it looks like a
  /// verb, belongs to the subject where a verb with a tense follows and no object of its own.
  func opensSubject(
    _ items: [Item], _ at: Int, _ features: FormFeatures, _ chunks: [Chunk]
  ) -> Bool {
    let isGerund = features.contains(.gerund)
    guard isGerund || features.contains(.base) && features.isDisjoint(with: .past),
      at == 0 || chunks.last?.kind == .stop || chunks.last?.kind == .openQuote,
      items[at].isCapitalised, at + 2 < items.count
    else { return false }
    let next = items[at + 1]
    if isGerund {
      if leadsToFinite(items, at) { return true }
      guard next.roles.contains(.preposition),
        !items[at].kinds.isDisjoint(with: [.noun, .eventNoun])
      else { return false }
    } else {
      // "Free the hostages" is an order.
      guard next.kinds.isDisjoint(with: [.actor, .place, .number, .verb]), !next.isCapitalised,
        !next.kinds.isDisjoint(with: [.noun, .eventNoun]) || next.nounFeatures.contains(.plural)
          || next.roles.contains(.role),
        next.roles.isDisjoint(with: [.determiner, .possessivePronoun, .preposition])
      else { return false }
    }
    for i in (at + 1)..<(items.count - 1) {
      let item = items[i]
      if item.kinds.isEmpty, item.roles.isEmpty, item.node == 0 { return false }
      if !item.roles.isDisjoint(with: [
        .relative, .complementizer, .subordinator, .conditional, .contrast,
      ]) {
        return false
      }
      if !item.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical]) { return true }
      if item.verbFeatures.contains(.past), item.kinds.isDisjoint(with: [.noun, .eventNoun]) {
        return true
      }
    }
    return false
  }

  /// "Captured Russian soldiers were freed", "Armed men from Chad attacked": a participle that opens a clause
  /// belongs to the people behind it where a verb with a tense follows.
  func tellsOfSubject(
    _ items: [Item], _ at: Int, _ features: FormFeatures, _ chunks: [Chunk]
  ) -> Bool {
    guard features.contains(.participle), features.isDisjoint(with: .base),
      items[at].isCapitalised, at == 0 || chunks.last?.kind == .stop
    else { return false }
    var i = at + 1
    while i < items.count,
      items[i].kinds.contains(.adjectivalActor) || items[i].roles.contains(.adjective)
    { i += 1 }
    guard i + 1 < items.count, items[i].nounFeatures.contains(.plural) || isOfPeople(items[i]),
      items[i].kinds.isDisjoint(with: [.actor, .place, .eventNoun]),
      isOfPeople(items[i]) || items[i].roles.contains(.role)
    else { return false }
    for item in items[(i + 1)...] {
      if item.mark != .word && item.mark != .hyphen || item.kinds.contains(.date) { return false }
      if !item.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical]) { return true }
      if item.verbFeatures.contains(.past), item.kinds.isDisjoint(with: [.noun, .eventNoun]) {
        return true
      }
      if !item.roles.isDisjoint(with: [
        .relative, .complementizer, .subordinator, .conditional, .contrast, .determiner,
      ]) {
        return false
      }
    }
    return false
  }

  /// "Russia jamming signals near border", "Seoul: North bombing dams": a headline leaves out "is" behind the
  /// bare name that opens it, and an object follows.
  func isHeadlineGerund(_ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard phrase >= 0, phrase == at - 1, chunks.isEmpty || chunks.last?.kind == .stop,
      items[phrase].kinds.contains(.actor), items[phrase].kinds.isDisjoint(with: .adjectivalActor),
      at + 1 < items.count
    else { return false }
    let next = items[at + 1]
    if !next.kinds.isDisjoint(with: [.actor, .place]) { return true }
    // "Israel bombing raid": one event.
    guard next.kinds.isDisjoint(with: [.eventNoun, .date]),
      next.isCapitalised
        || startsPhrase(next)
          && (next.nounFeatures.contains(.plural)
            || !next.roles.isDisjoint(with: [.determiner, .possessivePronoun]))
    else { return false }
    return items[(at + 1)...].prefix { $0.mark == .word || $0.mark == .hyphen }.allSatisfy {
      $0.verbFeatures.isDisjoint(with: [.past, .finite]) || !$0.kinds.isDisjoint(with: .noun)
    }
  }

  /// "Tensions rose, with Serbia | bombing the capital": behind "with", which a comma parts from the clause before, and
  /// somebody, where an object follows.
  func isAbsolute(_ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard phrase >= 0, phrase < at, at + 1 < items.count, let with = chunks.last,
      with.kind == .preposition, with.preposition == withNumber
    else { return false }
    let opening = chunks.dropLast().last?.kind
    guard opening == nil || opening == .comma || opening == .stop || opening == .contrast else {
      return false
    }
    let (before, next) = (items[at - 1], items[at + 1])
    let isSomebody =
      !before.kinds.isDisjoint(with: [.actor, .place])
      && before.kinds.isDisjoint(with: .adjectivalActor)
      || !before.roles.isDisjoint(with: [.role, .counterpart, .groupBoth, .groupGroup])
      || before.nounFeatures.contains(.plural)
    return isSomebody && startsPhrase(next) && next.kinds.isDisjoint(with: .eventNoun)
  }

  /// "granted amnesty to", "demanded access.": a dictionary form right behind a verb that governs no
  /// clause, and without an object of its own, is that verb's object.
  func isGiven(
    _ items: [Item], _ at: Int, _ features: FormFeatures, _ chunks: [Chunk]
  ) -> Bool {
    guard features.contains(.base), features.isDisjoint(with: .past), let last = chunks.last,
      last.kind == .verb, Int(last.endItem) == at, last.verbItem >= 0,
      last.traits.isDisjoint(with: [.isSpeech, .isPassive]), !items[at - 1].endsInMarker,
      items[Int(last.verbItem)].kinds.contains(.verb)
    else { return false }
    let governs = lexicon.meanings(of: items[Int(last.verbItem)].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.content != nil
    }
    guard !governs else { return false }
    guard at + 1 < items.count else { return true }
    let next = items[at + 1]
    return next.kinds.isEmpty && next.roles.isEmpty && next.node == 0
      || next.roles.contains(.preposition) && next.kinds.isEmpty
  }

  /// "suspended | funding to Chad", "halted | training for rebels": a thing, not what was begun or ended.
  func isThingActedOn(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard items[at].kinds.contains(.noun), items[at].kinds.isDisjoint(with: .eventNoun),
      let last = chunks.last, last.kind == .verb, Int(last.endItem) == at,
      last.traits.contains(.isFinite), last.traits.isDisjoint(with: .isPassive),
      at + 1 < items.count
    else { return false }
    return items[at + 1].roles.contains(.preposition)
  }

  /// "ignored | repeated warnings", "faces renewed attacks": right behind a verb with a tense, a
  /// participle before a noun tells more of the object.
  func isObjectsAdjective(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .verb, Int(last.endItem) == at, last.verbItem >= 0,
      last.traits.contains(.isFinite), last.traits.isDisjoint(with: [.isPassive, .isSpeech]),
      items[Int(last.verbItem)].roles.isDisjoint(with: [.be, .perfect]), at + 1 < items.count
    else { return false }
    let next = items[at + 1]
    if items[at].roles.contains(.adjective), next.kinds.contains(.adjectivalActor),
      at + 2 < items.count, isNominal(items[at + 2])
    {
      // "arrests | suspected Iranian spies".
      return true
    }
    return next.kinds.isDisjoint(with: [.actor, .place]) && isNominal(next)
      && next.kinds.isDisjoint(with: .date)
  }

  /// Whether a clause that says what is demanded has just opened.
  func isAsked(_ items: [Item], _ chunks: [Chunk]) -> Bool {
    // "demanded that Israel and Hamas | cease fire": past what the list has so far.
    var opening = chunks.count - 1
    while opening > 1, chunks[opening].kind == .conjunction || chunks[opening].kind == .comma,
      chunks[opening - 1].kind == .nounPhrase
    { opening -= 2 }
    guard opening > 0,
      chunks[opening].kind == .complementizer || chunks[opening].kind == .relative
    else { return false }
    let (last, before) = (chunks[opening], chunks[opening - 1])
    if before.kind == .nounPhrase, before.eventNoun >= 0, last.kind == .complementizer {
      // "its demand that Israel | lift the blockade".
      return lexicon.meanings(of: items[Int(before.eventNoun)].node).contains {
        $0.kind == .eventNoun && lexicon.frames[Int($0.index)].frame.content == .drop
      }
    }
    return before.kind == .verb && before.verbItem >= 0 && takes([.drop], before, items)
  }

  /// "agreed to | stop": whether a verb that ends in the mark of the infinitive stands right before.
  func followsMarker(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .verb, Int(last.endItem) == at else { return false }
    return items[at - 1].endsInMarker
  }

  /// "a deal on mining": a form in "-ing" behind a noun and "on", without an object of its own.
  func standsForThing(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .preposition, last.preposition == onNumber,
      chunks.dropLast().last?.kind == .nounPhrase
    else { return false }
    return at + 1 >= items.count || !startsPhrase(items[at + 1])
  }

  /// "the Serb refuses": a form that is nothing but a verb with a subject in the singular.
  func isPlainFinite(_ item: Item) -> Bool {
    item.verbFeatures.contains(.finite)
      && item.verbFeatures.isDisjoint(with: [.past, .participle, .base])
      && item.kinds.isDisjoint(with: [.noun, .eventNoun])
      && item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .adjective, .nounLike])
  }

  /// "The Swiss froze", "the Dutch declined Kyiv's request", but "the Chinese seized assets": whether
  /// an article and an adjective name a people whose verb follows.
  func isPastBehindPeople(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    guard phrase >= 0, item.verbFeatures.contains(.past), !item.verbFeatures.contains(.base),
      items[phrase].hasArticle && phrase == at - 1
        || items[phrase].roles.contains(.demonstrative) && phrase == at - 2
        || phrase == at - 2 && countsPeople(items[phrase])
    else { return false }
    guard item.verbFeatures.contains(.participle) else { return true }
    guard at + 1 < items.count else { return false }
    let next = items[at + 1]
    // "The Dutch | sent frigates": no other verb is left for the clause, and the phrase is no object.
    if items[at - 1].kinds.contains(.adjectivalActor), items[at - 1].kinds.isDisjoint(with: .noun),
      chunks.last.map({ $0.kind != .preposition && $0.kind != .verb }) ?? true,
      !items[(at + 1)...].contains(where: \.showsTense)
    {
      return true
    }
    return next.hasArticle
      || !next.roles.isDisjoint(with: [
        .determiner, .possessivePronoun, .personPronoun, .thingPronoun, .pluralPronoun,
      ])
      || next.kinds.contains(.actor) && next.kinds.isDisjoint(with: .adjectivalActor)
      || item.endToken > item.firstToken + 1
  }

  /// "Hundreds of", "many", "forty": what stands before people who are counted.
  private func countsPeople(_ item: Item) -> Bool {
    item.kinds == .number
      || item.roles.contains(.determiner)
        && item.roles.isDisjoint(with: [.demonstrative, .possessivePronoun, .groupBoth])
        && item.end - item.start > 2
  }

  /// Whether an article and a numeral alone stand before a past that has no noun right behind it.
  func isPastBehindPair(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard phrase >= 0, at == phrase + 2, at + 1 < items.count, isPair(items, phrase..<at),
      items[at].verbFeatures.contains(.past), items[at].kinds.isDisjoint(with: [.noun, .eventNoun])
    else { return false }
    let next = items[at + 1]
    return items[at].endToken > items[at].firstToken + 1
      // "The two condemned Israel", but "the two captured Israeli soldiers".
      || next.kinds.contains(.actor)
        && next.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
      || next.kinds.isDisjoint(with: [.noun, .eventNoun, .unknown, .actor, .place])
        && next.roles.isDisjoint(with: [.role, .opaque, .adjective])
  }

  /// "the two", "the three": an article and a small number.
  func isPair(_ items: [Item], _ range: Range<Int>) -> Bool {
    range.count == 2 && items[range.lowerBound].roles.contains(.demonstrative)
      && items[range.lowerBound].end - items[range.lowerBound].start == 3
      && items[range.lowerBound + 1].roles.contains(.determiner)
      && (items[range.lowerBound + 1].end - items[range.lowerBound + 1].start == 3
        || items[range.lowerBound + 1].sideCount != nil)
      && !items[range.lowerBound + 1].roles.contains(.demonstrative)
  }

  /// Whether a possessive opened the phrase and no noun has followed yet.
  func lacksHead(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard
      let opening = (phrase..<at).last(where: {
        items[$0].roles.contains(.possessivePronoun) || items[$0].mark == .possessive
          || (items[$0].roles.contains(.determiner) && items[$0].roles.contains(.demonstrative)
            && items[$0].end - items[$0].start <= 3)
      }), opening < at - 1
    else { return false }
    return !(opening + 1..<at).contains {
      isNominal(items[$0]) || items[$0].kinds.contains(.number)
        || items[$0].roles.contains(.nounLike)
    }
  }

  /// Whether a word names forces or people, more than one of them.
  func fight(_ item: Item) -> Bool {
    item.nounFeatures.contains(.plural) && item.kinds.isDisjoint(with: .eventNoun)
      && (item.roles.contains(.role)
        || item.classSet != 0 && lexicon.classSets[Int(item.classSet)].intersects(forceClasses))
  }

  /// Whether a word is a common noun for people: "people", "men".
  func isOfPeople(_ item: Item) -> Bool {
    item.classSet != 0 && lexicon.classSets[Int(item.classSet)].intersects(peopleClasses)
  }

  func isPeople(_ item: Item) -> Bool {
    item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
  }

  /// "Russia strikes Kharkiv" or "Russia strikes kill five": a word that is both.
  func isVerbNotNoun(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let next: Item? = at + 1 < items.count ? items[at + 1] : nil
    if pending.first >= 0, phrase < 0 {
      if isDenied(items, at, pending) { return true }
      return chunks.last?.kind == .nounPhrase && !item.verbFeatures.isEmpty
        && next.map { startsPhrase($0) || $0.roles.contains(.preposition) } ?? true
    }
    guard phrase >= 0, at > 0 else {
      if chunks.last?.kind == .relative { return true }
      if let next, startsPhrase(next), isVerbBehindAside(items, at, chunks) { return true }
      guard let last = chunks.last, last.kind == .conjunction || last.kind == .comma, let next
      else { return false }
      // Coordinated with an earlier verb of the same form: "attack and occupy".
      let hasVerb = chunks.contains { $0.kind == .verb }
      return hasVerb && last.kind == .conjunction && item.verbFeatures.contains(.finite)
        && startsPhrase(next)
    }
    let before = items[at - 1]
    if !before.roles.isDisjoint(with: [.personPronoun, .pluralPronoun, .thingPronoun])
      || before.roles.contains(.firstPerson) && !before.roles.contains(.possessivePronoun)
        && phrase == at - 1 && item.verbFeatures.contains(.base)
    {
      return true
    }
    if let last = chunks.last, last.kind == .verb, !last.traits.contains(.isSpeech) {
      // "gave U.S. forces access": an object, not another subject.
      return false
    }
    if phrase == at - 1 || items[phrase..<at].contains(where: { $0.mark == .possessive }),
      isOblique(chunks)
    {
      // "was hit by EU | sanctions in May", "of Chad's drone | forces".
      return false
    }
    // "UK, Canada sanction ministers": a headline has a comma for "and".
    let isHeadline =
      chunks.last?.kind == .comma && chunks.count == 2 && phrase == at - 1
      && before.kinds.contains(.actor)
    let isList =
      chunks.last?.kind == .conjunction || isHeadline
      ? chunks.dropLast().last.map { $0.kind == .nounPhrase && $0.ownerEnd > $0.ownerStart }
        ?? false
      : false
    // "Trump set Hamas a deadline": a past that looks like the dictionary form has any subject.
    let isUnmarkedPast =
      item.verbFeatures.isSuperset(of: [.base, .past]) && before.kinds.contains(.actor)
      && before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
      && (next.map {
        $0.kinds.contains(.actor) || $0.kinds.contains(.number)
          || !$0.roles.isDisjoint(with: [.determiner, .possessivePronoun])
      } ?? false)
    if isUnmarkedPast || isSaidOfGroup(items, at) { return true }
    let agrees =
      item.verbFeatures.contains(.finite) && !item.verbFeatures.contains(.past)
      ? !before.nounFeatures.contains(.plural)
      : before.nounFeatures.contains(.plural) || isList || before.roles.contains(.groupBoth)
    let isSubject =
      (before.kinds.contains(.actor) && (!before.kinds.contains(.adjectivalActor)))
      || before.roles.contains(.role) || before.nounFeatures.contains(.plural)
      || before.kinds.contains(.place) || before.roles.contains(.groupBoth)
      // "Vučić and Hoti promise": the last of a list, though nobody is known by that name.
      || isList && before.kinds == .unknown && before.isCapitalised
      || isHeadlineSubject(items, phrase, at, chunks)
    guard isSubject, agrees, let next else { return false }
    // "US strikes on Iran": noun; "US strikes Iran": verb.
    if before.kinds.contains(.maybeAdjective), next.roles.contains(.preposition) { return false }
    if next.roles.contains(.preposition), phrase == at - 1, let last = chunks.last,
      last.kind == .preposition, last.preposition == ofNumber
    {
      // "the lifting of US | sanctions on Syria".
      return false
    }
    let isSingularVerb: (Item) -> Bool = {
      $0.verbFeatures.contains(.finite) && $0.verbFeatures.isDisjoint(with: [.past, .base])
    }
    if isSingularVerb(item), isSingularVerb(next), next.kinds.contains(.noun) {
      // "Canada slaps sanctions": a plural subject would have "sanction" behind it.
      return true
    }
    if isSingularVerb(item), next.verbFeatures.contains(.gerund),
      item.kinds.isDisjoint(with: [.eventNoun, .noun])
    {
      // "Chad starts rounding up residents".
      return true
    }
    // "Each side blames the other".
    if before.roles.contains(.groupBoth), next.roles.contains(.reciprocal) { return true }
    if next.kinds.contains(.verb) || !next.roles.isDisjoint(with: .verbalRoles) {
      return !next.kinds.isDisjoint(with: [.actor, .noun, .place])
        // "Manila, Canberra hold drills": what looks like a verb is the object of several.
        && (!startsVerbForm(next) || isHeadline && item.verbFeatures.contains(.base))
    }
    if item.verbFeatures.contains(.base), !before.nounFeatures.contains(.plural), !isList,
      !before.roles.contains(.groupBoth)
    {
      return false
    }
    if next.roles.contains(.subordinator), item.verbFeatures.contains(.finite) { return true }
    return startsPhrase(next) || next.roles.contains(.preposition) || next.kinds.contains(.date)
      || next.roles.contains(.adverb) || isAdjective(items, at + 1)
  }

  /// "The rebels attack the town", "Houthis attack Iran", "Taliban shell Pakistan": the names of groups do not show
  /// their number; behind a compound such as "the rebel attack" no object stands.
  private func isSaidOfGroup(_ items: [Item], _ at: Int) -> Bool {
    let (item, before) = (items[at], items[at - 1])
    guard item.verbFeatures.contains(.base), at + 1 < items.count else { return false }
    let next = items[at + 1]
    let isGroup = before.roles.contains(.groupGroup)
    guard
      isGroup
        || before.kinds.contains(.actor)
          && before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective, .place])
    else { return false }
    let namesWhom =
      !next.kinds.isDisjoint(with: [.actor, .place])
      && next.kinds.isDisjoint(with: .adjectivalActor)
    guard namesWhom || isGroup && opensObject(next) else { return false }
    // "After the Taliban attack Pakistan closed its border".
    return !items[(at + 2)...].prefix(2).contains(where: \.showsTense)
  }

  /// "but did not | attack Syria", ", he said, will never back Mali", but ", not support for Mali": a dictionary form
  /// behind a negation that stands behind its auxiliary, whatever stands before.
  func isDenied(_ items: [Item], _ at: Int, _ pending: Pending) -> Bool {
    guard pending.traits.contains(.isNegated), items[at].verbFeatures.contains(.base),
      at + 1 < items.count
    else { return false }
    let hasAuxiliary = at > Int(pending.first) + 1
    let next = items[at + 1]
    return startsPhrase(next) && !(items[at - 1].roles.contains(.determiner))
      || hasAuxiliary && next.roles.contains(.preposition)
  }

  /// Whether the phrase that is being read stands behind a preposition and the verb of its clause, so that it
  /// is the subject of no other.
  func isOblique(_ chunks: [Chunk]) -> Bool {
    guard chunks.last?.kind == .preposition, !chunks.contains(where: { $0.kind == .relative })
    else { return false }
    for chunk in chunks.reversed().dropFirst() {
      switch chunk.kind {
      case .verb: return chunk.traits.contains(.isFinite)
      case .nounPhrase, .preposition, .date: continue
      default: return false
      }
    }
    return false
  }

  /// "plans | new sanctions": an unknown word before a noun that the lexicon has.
  func isAdjective(_ items: [Item], _ at: Int) -> Bool {
    guard at + 1 < items.count, items[at].kinds == .unknown, !items[at].isCapitalised else {
      return false
    }
    return items[at + 1].classSet != 0
      && !items[at + 1].kinds.isDisjoint(with: [.noun, .eventNoun])
      && items[at + 1].kinds.isDisjoint(with: [.verb, .actor, .place])
  }

  /// "Chinese water cannon | damages supply boat": a thing of somebody's, before the first verb.
  func isHeadlineSubject(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let opening = chunks.lastIndex { $0.kind == .subordinator || $0.kind == .stop } ?? -1
    guard items[at].verbFeatures.contains(.finite), !items[at].verbFeatures.contains(.past),
      !chunks[(opening + 1)...].contains(where: { $0.kind == .verb }),
      !items[at - 1].kinds.isDisjoint(with: [.noun]), at + 1 < items.count,
      !items[at + 1].kinds.isDisjoint(with: [.actor, .place, .noun]),
      items[phrase].kinds.contains(.actor)
    else { return false }
    return items[(at + 1)...].allSatisfy { $0.verbFeatures.isDisjoint(with: [.past]) }
  }

  /// Whether an object, and no second part of a compound, begins with a word: "the", "its", "Rwanda", "that".
  func opensObject(_ item: Item) -> Bool {
    !item.roles.isDisjoint(with: [
      .determiner, .possessivePronoun, .personPronoun, .thingPronoun, .pluralPronoun, .groupBoth,
      .complementizer,
    ]) || item.kinds.contains(.actor) && item.kinds.isDisjoint(with: .adjectivalActor)
  }

  func startsVerbForm(_ item: Item) -> Bool {
    !item.verbFeatures.isDisjoint(with: [.past, .finite])
  }

  func startsPhrase(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.actor, .place, .noun, .eventNoun, .number])
      || !item.roles.isDisjoint(with: [
        .determiner, .possessivePronoun, .role, .personPronoun, .thingPronoun, .pluralPronoun,
        .groupBoth, .groupBloc, .groupCountry, .groupGroup, .adjective,
      ]) || (item.kinds.contains(.unknown) && item.isCapitalised)
  }
}
