import CasusKnowledge
import CasusModel

/// Cuts the items of a clause into constituents, for languages whose verb stands second or last.
///
/// Genitives behind a noun are put before it ("der Angriff der Armee" → "der der Armee Angriff"), so
/// that owners stand where phrases headed last have them.
struct ConstituentReader {
  let lexicon: Lexicon
  let actors: ActorRegistry

  /// The constituents of `items[range]`, which holds no punctuation between clauses.
  func constituents(of items: [Item], in range: Range<Int>) -> [Constituent] {
    var result: [Constituent] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (part, end) = constituent(items, at, range.upperBound)
      result.append(part)
      at = max(end, at + 1)
    }
    return result
  }

  private func constituent(_ items: [Item], _ at: Int, _ end: Int) -> (Constituent, Int) {
    let item = items[at]
    func single(_ kind: Constituent.Kind) -> (Constituent, Int) {
      (Constituent(kind: kind, items: [item]), at + 1)
    }
    if isMark(item) { return single(.other) }
    if item.kinds.contains(.date) { return single(.date) }
    if isParticle(items, at, end) { return single(.particle) }
    if item.roles.contains(.infinitiveMarker), at + 1 < end, isVerb(items[at + 1]) {
      return (Constituent(kind: .verb, items: [item, items[at + 1]]), at + 2)
    }
    if isVerb(item) { return single(.verb) }
    if item.roles.contains(.relative) || !item.roles.isDisjoint(with: Self.openers) {
      return single(.opener)
    }
    if !item.roles.isDisjoint(with: [.conjunction, .contrast]),
      item.roles.isDisjoint(with: .preposition)
    {
      return single(.joint)
    }
    if isPreposition(items, at) {
      return prepositional(items, at, end)
    }
    if let phrase = phrase(items, at, end) { return (phrase.part, phrase.end) }
    return single(item.roles.isEmpty && item.kinds.isEmpty ? .other : .adverb)
  }

  private static let openers: WordRole = [.subordinator, .conditional, .complementizer]
  private static let prepositions: WordRole = [
    .preposition, .agentMarker, .according, .mediumCue, .exemplifier, .aim,
  ]

  func isMark(_ item: Item) -> Bool {
    item.kinds.isEmpty && item.roles.isEmpty && item.node == 0
  }

  /// Whether an item is a word of a verb.
  func isVerb(_ item: Item) -> Bool {
    if item.kinds.contains(.actor) || item.kinds.contains(.place), item.isCapitalised {
      return false
    }
    return item.kinds.contains(.verb) || item.kinds.contains(.unknownVerb)
      || !item.roles.isDisjoint(with: WordRole.verbalRoles) || item.roles.contains(.bracket)
  }

  /// Whether an item is a preposition; "über 100 Soldaten" are more than 100.
  private func isPreposition(_ items: [Item], _ at: Int) -> Bool {
    guard !items[at].roles.isDisjoint(with: Self.prepositions) else { return false }
    return items[at].roles.isDisjoint(with: .determiner)
      || !(at + 1 < items.count && items[at + 1].kinds.contains(.number))
  }

  private func isParticle(_ items: [Item], _ at: Int, _ end: Int) -> Bool {
    guard items[at].roles.contains(.particle), items[at].endToken == items[at].firstToken + 1
    else { return false }
    guard at + 1 < end else { return true }
    let next = items[at + 1]
    return isMark(next) || !next.roles.isDisjoint(with: [.conjunction, .contrast])
  }

  private func prepositional(_ items: [Item], _ at: Int, _ end: Int) -> (Constituent, Int) {
    var part = Constituent(kind: .prepositional, items: [items[at]])
    var next = at + 1
    while next < end, !items[next].roles.isDisjoint(with: Self.prepositions),
      isPreposition(items, next)
    {
      // "bis zu", "von etwa".
      part.items.append(items[next])
      next += 1
    }
    if next < end, items[next].kinds.contains(.date) {
      part.items.append(items[next])
      return (part, next + 1)
    }
    if let phrase = phrase(items, next, end) {
      part.items += phrase.part.items
      return (part, phrase.end)
    }
    return (part, next)
  }

  // MARK: Noun phrases

  /// The noun phrase, or list of phrases, that begins at a position.
  private func phrase(_ items: [Item], _ at: Int, _ end: Int) -> (part: Constituent, end: Int)? {
    guard var found = simplePhrase(items, at, end) else { return nil }
    while found.end + 1 < end,
      items[found.end].roles.contains(.conjunction) || isListComma(items, found.end),
      let more = simplePhrase(items, found.end + 1, end)
    {
      found.part.items.append(items[found.end])
      found.part.items += more.part.items
      found.part.isAgentive = found.part.isAgentive && more.part.isAgentive
      found.end = more.end
    }
    return found
  }

  private func simplePhrase(
    _ items: [Item], _ start: Int, _ end: Int
  ) -> (part: Constituent, end: Int)? {
    var head = -1
    var modifiers: [Item] = []
    var at = start
    var genitive: [Item] = []
    scan: while at < end {
      let item = items[at]
      if isMark(item) {
        guard item.mark == .hyphen || item.mark == .slash, at > start, at + 1 < end else { break }
        // "US-Präsident", "Huthi-Stellungen".
        modifiers.append(item)
        modifiers.append(items[at + 1])
        if isNominal(items[at + 1]) { head = at + 1 }
        at += 2
        continue
      }
      if item.kinds.contains(.date) || isVerb(item) { break }
      if isPronoun(item) {
        guard head < 0, at == start else { break }
        return (
          Constituent(
            kind: .nounPhrase, items: [marked(item)], isOblique: item.isOblique,
            isAgentive: true), at + 1
        )
      }
      if isDeterminer(item) {
        guard head >= 0 else {
          modifiers.append(item)
          at += 1
          continue
        }
        if item.nounFeatures.contains(.genitive), !isName(items[head]), head == at - 1,
          let owner = simplePhrase(items, at, end)
        {
          genitive = owner.part.items
          at = owner.end
        }
        break
      }
      if isModifier(item) {
        guard head < 0 else { break }
        modifiers.append(item)
        at += 1
        continue
      }
      guard isNominal(item) else { break }
      if head < 0 {
        modifiers.append(item)
        if !(isGenitiveName(item) && at + 1 < end && continues(items[at + 1])) { head = at }
      } else if isGroup(item), head == at - 1, !isName(items[head]) {
        // "Sprecher der Miliz".
        genitive = [item]
        at += 1
        break
      } else if isGenitiveName(item), !isName(items[head]) {
        genitive = [item]
        at += 1
        break
      } else if joins(items[head], item) {
        modifiers.append(item)
        head = at
      } else {
        break
      }
      at += 1
    }
    guard head >= 0 else { return nil }
    if genitive.isEmpty, let seat = seat(items, behind: head, at, end, modifiers) {
      genitive = [seat]
      at += 2
    }
    var all = genitive
    if let opening = modifiers.first, isDeterminer(opening), !genitive.isEmpty {
      all.insert(opening, at: 0)
      all += modifiers.dropFirst()
    } else {
      all += modifiers
    }
    for i in all.indices { all[i].hasArticle = false }
    all[0] = marked(all[0])
    return (
      Constituent(
        kind: .nounPhrase, items: all, isOblique: items[start].isOblique,
        isAgentive: isAgentive(items[head])
          || modifiers.contains { $0.kinds.contains(.actor) && isAgentive(items[head]) }), at
    )
  }

  /// "Paris, Washington und Lomé": a comma between members of a list that "und" closes.
  func isListComma(_ items: [Item], _ at: Int) -> Bool {
    guard at > 0, isMark(items[at]), items[at].mark == .comma, isNominal(items[at - 1]) else {
      return false
    }
    var next = at + 1
    while next < items.count {
      let item = items[next]
      let isComma = isMark(item) && item.mark == .comma
      let isMember = !isMark(item) && (isNominal(item) || isModifier(item)) && !isVerb(item)
      if item.roles.contains(.conjunction) {
        guard next > at + 1, next + 1 < items.count else { return false }
        let last = items[next + 1]
        return !isMark(last) && !isVerb(last)
          && (isNominal(last) || isModifier(last) || isDeterminer(last))
      }
      guard isMember || isComma else { return false }
      next += 1
    }
    return false
  }

  /// Lets the chunker open a phrase of its own here.
  private func marked(_ item: Item) -> Item {
    var item = item
    item.hasArticle = true
    return item
  }

  /// "die Regierung in Pristina": the capital behind a role without an owner says whose it is.
  private func seat(
    _ items: [Item], behind head: Int, _ at: Int, _ end: Int, _ modifiers: [Item]
  ) -> Item? {
    guard items[head].roles.contains(.role), items[head].kinds.isDisjoint(with: .actor),
      at == head + 1, at + 1 < end, items[at].roles.contains(.locative),
      items[at].roles.isDisjoint(with: .origin),
      !modifiers.contains(where: {
        $0.kinds.contains(.actor) || $0.roles.contains(.possessivePronoun)
      })
    else { return nil }
    return lexicon.namesCapital(items[at + 1].node) ? items[at + 1] : nil
  }

  private func isPronoun(_ item: Item) -> Bool {
    !item.roles.isDisjoint(with: [
      .personPronoun, .thingPronoun, .pluralPronoun, .reflexive, .firstPerson,
    ]) && item.roles.isDisjoint(with: [.determiner, .possessivePronoun])
  }

  private func isDeterminer(_ item: Item) -> Bool {
    !item.roles.isDisjoint(with: [.determiner, .possessivePronoun, .demonstrative])
      && item.kinds.isDisjoint(with: [.actor, .place])
  }

  private func isModifier(_ item: Item) -> Bool {
    item.kinds.contains(.adjectivalActor) || item.kinds == .number
      || item.roles.contains(.adjective)
  }

  /// An anaphor with its article: "der Miliz", "des Bündnisses".
  private func isGroup(_ item: Item) -> Bool {
    item.endToken - item.firstToken > 1
      && !item.roles.isDisjoint(with: [.groupCountry, .groupBloc, .groupGroup])
  }

  private func isName(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.actor, .place]) && !item.kinds.contains(.adjectivalActor)
      && item.roles.isDisjoint(with: .role)
  }

  private func isGenitiveName(_ item: Item) -> Bool {
    isName(item) && item.nounFeatures.contains(.genitive)
      && !item.nounFeatures.contains(.nominative)
  }

  private func isNominal(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.actor, .place, .noun, .eventNoun])
      || !item.roles.isDisjoint(with: [
        .role, .opaque, .plannedNoun, .counterpart, .groupBoth, .groupCountry, .groupBloc,
        .groupGroup, .timeUnit,
      ])
      || (item.kinds.contains(.unknown) && item.isCapitalised)
  }

  private func isAgentive(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: .actor)
      || !item.roles.isDisjoint(with: [
        .role, .groupBoth, .groupCountry, .groupBloc, .groupGroup, .counterpart,
      ])
  }

  /// Whether the phrase goes on behind a genitive: "Russlands Angriff".
  private func continues(_ item: Item) -> Bool {
    isModifier(item) || (isNominal(item) && !isName(item))
  }

  /// Whether a noun behind the head belongs to the same phrase: "Präsident Putin", "Stadt Charkiw".
  private func joins(_ head: Item, _ item: Item) -> Bool {
    let isUnknown = item.kinds.contains(.unknown)
    if isName(item) {
      if isName(head) { return isPerson(item) && !isPerson(head) }
      return !head.roles.isDisjoint(with: .role) && (isPerson(item) || head.kinds.isEmpty)
        || head.kinds.contains(.noun) && item.kinds.contains(.place)
    }
    // "Hans Müller", "Tanker St. Nikolas": names that nobody knows.
    if isUnknown { return head.kinds.contains(.unknown) || head.roles.contains(.role) }
    // "Millionen Euro".
    return head.classSet != 0 && head.classSet == lexicon.moneyClassSet
  }

  private func isPerson(_ item: Item) -> Bool {
    lexicon.meanings(of: item.node).contains {
      $0.kind == .actor && actors.kind(at: Int($0.index)) == .person
    }
  }
}
