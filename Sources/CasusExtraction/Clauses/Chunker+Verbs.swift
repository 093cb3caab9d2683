import CasusKnowledge

/// Whether a word is a verb.
extension Chunker {
  func isVerb(
    _ items: [Item], _ at: Int, inPhrase phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let isKnown =
      item.kinds.contains(.verb) || !item.roles.isDisjoint(with: .verbalRoles)
    guard isKnown || item.kinds.contains(.unknownVerb) else { return false }
    if item.kinds.contains(.actor) || item.kinds.contains(.place), item.isCapitalised {
      return false
    }
    if !usesCases, !isHeadFirst, isNameInside(items, at) { return false }
    if isHeadFirst, opensUntilClause(items, at, chunks) { return false }
    if usesCases {
      if !isKnown, item.isCapitalised || item.isJoined { return false }
      // "после начала": no verb stands behind a preposition.
      if phrase < 0, pending.first < 0, chunks.last?.kind == .preposition,
        item.verbFeatures.contains(.finite), item.verbFeatures.isDisjoint(with: .participle),
        Int(chunks.last?.endItem ?? -1) == at
      {
        return false
      }
      if isPastLikeNeuter(item), !governsNext(items, at, phrase, chunks) { return false }
      // "открыто поддержал": how, and not what was opened.
      if item.roles.contains(.adverb), leadsToVerb(items, at) { return false }
      // "Протестующие забросали посольство": those who do it, and no verb before another.
      if item.kinds.contains(.noun), item.verbFeatures.contains(.participle),
        item.verbFeatures.isDisjoint(with: .finite), item.nounFeatures.contains(.nominative),
        chunks.last?.kind != .comma,
        leadsToVerb(items, at)
          || at + 1 < items.count && items[at + 1].kinds.contains(.date)
            && leadsToVerb(items, at + 1)
      {
        return false
      }
      // "буде передано".
      if item.roles.contains(.planned), leadsToVerb(items, at) { return false }
      if item.verbFeatures.contains(.adjective), standsBeforeItsNoun(items, at) { return false }
      if item.verbFeatures.contains(.participle), item.verbFeatures.isDisjoint(with: .finite),
        modifies(items, at, chunks, phrase)
      {
        return false
      }
      return !isKnown || !item.verbFeatures.isEmpty
    }
    if !item.roles.isDisjoint(with: [.demonstrative, .exemplifier, .according]) { return false }
    if isHeadFirst, !item.roles.isDisjoint(with: Self.auxiliary), leadsToVerb(items, at) {
      // "diduga menginginkan", "kembali menyerang": the verb that follows is the one that counts.
      return false
    }
    if !isHeadFirst, !item.roles.isDisjoint(with: [.be, .perfect]), leadsToParticiple(items, at) {
      return false
    }
    if !isHeadFirst, item.roles.contains(.adverb), leadsToVerb(items, at) { return false }
    return isHeadFirst
      ? isAffixedVerb(items, at, phrase, pending, chunks)
      : isEnglishLikeVerb(items, at, phrase, pending, chunks)
  }

  /// "начало": a past that is also the nominative of a neuter noun.
  private func isPastLikeNeuter(_ item: Item) -> Bool {
    item.kinds.contains(.noun) && item.verbFeatures.isSuperset(of: [.finite, .past])
      && item.verbFeatures.isDisjoint(with: .participle)
      && item.nounFeatures.isSuperset(of: [.nominative, .accusative])
      && item.nounFeatures.isDisjoint(with: [.genitive, .plural])
  }

  /// "НАТО начало | бомбить", "Правительство начало | войну", but "начало войны": whether an infinitive or an object follows,
  /// and somebody stands before.
  private func governsNext(_ items: [Item], _ at: Int, _ phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard phrase >= 0 || chunks.last?.kind == .nounPhrase || chunks.last?.kind == .date else {
      return false
    }
    var next = at + 1
    while next < items.count,
      isModifier(items[next]) || items[next].kinds.contains(.date)
        || items[next].roles.contains(.adverb)
    { next += 1 }
    guard next < items.count else { return false }
    if items[next].verbFeatures.contains(.infinitive) { return true }
    return items[next].nounFeatures.contains(.accusative)
      && items[next].nounFeatures.isDisjoint(with: .genitive)
  }

  /// "the frigate Admire", "Will Kerr": with a capital inside a sentence that writes its verbs without, a
  /// word is part of a name.
  func isNameInside(_ items: [Item], _ at: Int) -> Bool {
    guard items[at].isCapitalised, at > 0, items[at - 1].mark == .word,
      items[at].endToken == items[at].firstToken + 1
    else { return false }
    return items.contains {
      !$0.isCapitalised && $0.mark == .word && !$0.verbFeatures.isEmpty
        && !$0.verbFeatures.isDisjoint(with: [.past, .finite])
    }
  }

  /// "Захваченные в субботу заложники", but ", захваченные в субботу": whether a participle stands
  /// before its noun as an adjective would, with no actor between that did it.
  func modifies(_ items: [Item], _ at: Int, _ chunks: [Chunk], _ phrase: Int) -> Bool {
    if phrase < 0, let last = chunks.last, last.kind == .comma { return false }
    var next = at + 1
    while next < items.count, next < at + 4 {
      let item = items[next]
      if isDemonym(item), next + 1 >= items.count || !isNominal(items[next + 1]) {
        // "группа вооружённых сербов", but "захвачен сербами".
        return !item.nounFeatures.contains(.instrumental)
          || items[at].nounFeatures.contains(.instrumental)
      }
      let isAdjective =
        item.kinds.contains(.unknownAdjective) || item.roles.contains(.adjective)
        || item.kinds.contains(.adjectivalActor) || item.kinds == .number
      if isAdjective {
        next += 1
        continue
      }
      if item.kinds.contains(.actor), item.nounFeatures.contains(.instrumental) { return false }
      if phrase < 0, opensWithDate(chunks),
        items[at].nounFeatures.intersection(item.nounFeatures).isDisjoint(with: .cases)
      {
        return false
      }
      return item.mark == .word && isNominal(item) && item.kinds.isDisjoint(with: .verb)
    }
    return false
  }

  /// "Обурені китайці", but "Китай обурений діями США", "Ми вдячні їм": whether a noun that agrees with an
  /// adjective, which is given in the nominative, stands behind it, and none before.
  func standsBeforeItsNoun(_ items: [Item], _ at: Int) -> Bool {
    if at > 0, !isModifier(items[at - 1]),
      items[at - 1].nounFeatures.contains(.nominative)
        || !items[at - 1].roles.isDisjoint(with: [.firstPerson, .personPronoun, .pluralPronoun])
          && items[at - 1].nounFeatures.isDisjoint(with: .cases)
    {
      return false
    }
    var next = at + 1
    while next < items.count, isModifier(items[next]) { next += 1 }
    guard next < items.count, items[next].mark == .word, isNominal(items[next]) else {
      return false
    }
    return items[next].nounFeatures.contains(.nominative)
  }

  /// ", накануне …": whether nothing but a date stands behind the last comma.
  func opensWithDate(_ chunks: [Chunk]) -> Bool {
    chunks.count > 1 && chunks[chunks.count - 1].kind == .date
      && chunks[chunks.count - 2].kind == .comma
  }

  /// Whether "have" or "be" is an auxiliary here: a participle follows.
  func leadsToParticiple(_ items: [Item], _ at: Int) -> Bool {
    var next = at + 1
    while next < items.count, next < at + 4 {
      let item = items[next]
      if !item.verbFeatures.isDisjoint(with: [.participle, .gerund]) { return true }
      guard !item.roles.isDisjoint(with: Self.auxiliary), item.kinds.isEmpty else { return false }
      next += 1
    }
    return false
  }
}
