import CasusKnowledge
import CasusModel

// Whose a phrase is that has no owner of its own.
extension ActorResolver {
  /// "The president of Russia": a role without an owner of its own has the one behind "of".
  func ownerBehind(_ phrase: Int, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[phrase]
    if isPart(phrase, sentence) { return phrase + 2 }
    if lexicon.usesCases, let whole = sentence.whole(ofFigure: phrase) { return whole }
    let named = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).contains {
      sentence.owners[$0].kind != .anaphor && !isCompound($0, chunk, sentence)
    }
    guard !named else { return nil }
    if isStranger(ofStateBehind: phrase, sentence) { return phrase + 2 }
    guard
      !chunk.roles.isDisjoint(with: [.role, .groupCountry]) || chunk.classes.intersects(localClass),
      phrase + 2 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .preposition,
      sentence.chunks[phrase + 2].kind == .nounPhrase,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber
        && (chunk.roles.contains(.role) || lexicon.nounHead == .last && !lexicon.usesCases)
        || hasSeat(phrase, sentence)
    else { return scene(of: phrase, sentence) }
    let behind = sentence.chunks[phrase + 2]
    return behind.ownerEnd > behind.ownerStart || behind.roles.contains(.role) ? phrase + 2 : nil
  }

  /// "Henrik Lassen of Denmark": somebody of whom nothing is known but a state behind "of".
  private func isStranger(ofStateBehind phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard !lexicon.usesCases, lexicon.nounHead == .last, phrase + 2 < sentence.chunks.count,
      chunk.prepositionChunk < 0, chunk.ownerEnd == chunk.ownerStart,
      chunk.endItem > chunk.firstItem + 1, strangers.contains(Int(chunk.firstItem)),
      sentence.chunks[phrase + 1].kind == .preposition,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber,
      isOneName(sentence.chunks[phrase + 2]),
      let id = actor(sentence.items[Int(sentence.chunks[phrase + 2].firstItem)])
    else { return false }
    return knowledge.actors.kind(of: id) == .state
  }

  /// "Люди из «Вагнера»", "rebels from the ELN", "the rebels of M23": the armed group whose members a phrase
  /// without a name means.
  func groupBehind(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let (chunk, at) = (sentence.chunks[phrase], phrase + 2)
    guard at < sentence.chunks.count, sentence.chunks[at - 1].kind == .preposition,
      sentence.chunks[at - 1].roles.contains(.origin)
        || Int(sentence.chunks[at - 1].preposition) == ofNumber && !lexicon.usesCases,
      chunk.prepositionChunk < 0,
      sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at].ownerEnd == sentence.chunks[at].ownerStart + 1,
      chunk.roles.contains(.groupGroup) || chunk.classes.intersects(crowdClasses),
      (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).allSatisfy({
        sentence.owners[$0].kind == .anaphor
      })
    else { return nil }
    let name = sentence.items[Int(sentence.owners[Int(sentence.chunks[at].ownerStart)].item)]
    let preposition = sentence.items[Int(sentence.chunks[at - 1].firstItem)]
    guard name.kinds.contains(.actor), name.kinds.isDisjoint(with: .adjectivalActor),
      preposition.endToken == preposition.firstToken + 1,
      let id = actor(name), knowledge.actors.kind(of: id) == .group
    else { return nil }
    return id
  }

  /// "The Rwanda-backed rebels", "the Saudi-backed government": never the backer.
  ///
  /// Of rebels the armed group that the article has named, of a government that of the state that it names most
  /// apart from the backer.
  func backed(
    _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID]? {
    if let group = backedGroup(phrase, sentence), !excluding.contains(group) { return [group] }
    let chunk = sentence.chunks[phrase]
    guard chunk.ownerEnd == chunk.ownerStart + 1, chunk.headItem >= 0,
      chunk.roles.contains(.role) || chunk.classes.intersects(stateClass),
      !chunk.classes.intersects(crowdClasses),
      isCompound(Int(chunk.ownerStart), chunk, sentence)
    else { return nil }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    guard owner.kind == .actor, owner.item < chunk.headItem,
      let backer = actor(sentence.items[Int(owner.item)]).map(knowledge.actors.rolledUp)
    else { return nil }
    // "The US-led coalition" is led by them, "a Greek-owned ship" theirs.
    let word = lexicon.meanings(of: sentence.items[Int(owner.item) + 2].node)
    let helps = word.contains { meaning in
      guard meaning.kind == .verb else { return false }
      let type = lexicon.frames[Int(meaning.index)].frame.type
      return type == .support || type == .aid
    }
    guard helps else { return nil }
    let others = discourse.states.subtracting([backer]).subtracting(excluding)
    return discourse.mentions.mostNamed(of: others).map { [$0] } ?? []
  }

  /// "The Rwanda-backed rebels": the armed group that the article has named, rather than its backers.
  func backedGroup(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    guard let group = discourse.group, chunk.ownerEnd == chunk.ownerStart + 1,
      isCompound(Int(chunk.ownerStart), chunk, sentence)
    else { return nil }
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    guard let first = items.first, let head = items.last else { return nil }
    let article = lexicon.step(0, sentence.tokens[Int(first.firstToken)].word)
    let node = lexicon.step(article, sentence.tokens[Int(head.endToken) - 1].word)
    guard node != 0, lexicon.meanings(of: node).contains(where: { $0.roles.contains(.groupGroup) }),
      !sentence.items.contains(where: {
        $0.kinds.contains(.actor) && actor($0).map { knowledge.actors.rolledUp($0) } == group
      })
    else { return nil }
    return group
  }

  /// "In Port Vila, prime minister Joe Natuman condemned": the state of a stranger in office is that of
  /// the capital where he speaks, or whose office the article has told of.
  func stateOfOffice(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    guard lexicon.nounHead == .last, !lexicon.usesCases, chunk.roles.contains(.role),
      chunk.prepositionChunk < 0, chunk.endItem > chunk.firstItem + 1,
      let office = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].first(where: {
        $0.roles.contains(.role)
      }),
      sentence.items[Int(chunk.endItem) - 1].kinds == .unknown,
      sentence.items[Int(chunk.endItem) - 1].isCapitalised
    else { return nil }
    if phrase == 3, sentence.chunks[0].kind == .preposition,
      sentence.chunks[0].roles.contains(.locative), sentence.chunks[1].kind == .nounPhrase,
      sentence.chunks[2].kind == .comma, isOneName(sentence.chunks[1])
    {
      return state(of: 1, sentence)
    }
    return discourse.roleOwners[sentence.tokens[Int(office.endToken) - 1].word]
  }

  /// Whether a name only says of what kind the head is: "US-backed", "Russian-speaking".
  func isCompound(_ owner: Int, _ chunk: Chunk, _ sentence: Sentence) -> Bool {
    let at = Int(sentence.owners[owner].item)
    return at + 2 < Int(chunk.endItem) - 1 && isCompound(at, sentence)
  }

  func isCompound(_ item: Int, _ sentence: Sentence) -> Bool {
    let items = sentence.items
    guard lexicon.nounHead == .last, !lexicon.usesCases, item + 3 < items.count else {
      return false
    }
    let (hyphen, word) = (items[item + 1], items[item + 2])
    return hyphen.mark == .hyphen && hyphen.isJoined && word.isJoined
      && word.kinds.isDisjoint(with: [.actor, .place])
  }

  /// "The wife of Uganda's opposition leader", "soldiers of the Syrian army": people and forces
  /// without an owner of their own.
  private func isPart(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard lexicon.nounHead == .last, !lexicon.usesCases, phrase + 2 < sentence.chunks.count,
      chunk.eventNoun < 0, chunk.classes.intersects(crowdClasses),
      !chunk.traits.contains(.isOpaque),
      chunk.ownerEnd == chunk.ownerStart
        || sentence.owners[Int(chunk.ownerStart)].roles == .role,
      sentence.chunks[phrase + 1].kind == .preposition,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber
    else { return false }
    let behind = sentence.chunks[phrase + 2]
    return behind.kind == .nounPhrase && behind.ownerEnd > behind.ownerStart
      && !behind.traits.contains(.isAnaphor) && !behind.traits.contains(.isOpaque)
  }

  /// "Литві, чиї уряди підтримали": the noun before "whose" owns what stands behind it.
  func possessor(before phrase: Int, _ sentence: Sentence) -> Int? {
    guard phrase > 1, sentence.chunks[phrase - 1].kind == .relative,
      sentence.chunks[phrase - 1].roles.contains(.possessivePronoun)
    else { return nil }
    var at = phrase - 2
    if lexicon.nounHead == .last, at > 2, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at - 1].kind == .nounPhrase, sentence.chunks[at - 2].kind == .comma
    {
      // "Serbia, forty of whose policemen".
      at -= 3
    }
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return nil }
    return sentence.chunks[at].listHead >= 0 ? Int(sentence.chunks[at].listHead) : at
  }

  /// "Officials in Islamabad", "the regime in Minsk": where a government sits says whose it is.
  private func hasSeat(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let seat = sentence.chunks[phrase + 2]
    guard sentence.chunks[phrase + 1].roles.contains(.locative),
      Int(sentence.chunks[phrase + 1].preposition) != ofNumber,
      seat.endItem == seat.firstItem + 1,
      !sentence.chunks[phrase].classes.intersects(foreignClasses)
        || sentence.chunks[phrase].classes.intersects(localClass)
    else { return false }
    let item = sentence.items[Int(seat.firstItem)]
    return item.kinds.contains(.actor) && item.kinds.isDisjoint(with: .adjectivalActor)
  }

  /// "His host", "its neighbour": the other of the two that the article speaks of.
  mutating func counterpart(
    _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID]? {
    let chunk = sentence.chunks[phrase]
    let origin = phrase + 2
    if origin < sentence.chunks.count, sentence.chunks[phrase + 1].kind == .preposition,
      sentence.chunks[phrase + 1].roles.contains(.origin),
      sentence.chunks[origin].kind == .nounPhrase,
      sentence.chunks[origin].traits.isDisjoint(with: [.isAnaphor, .isPlace])
    {
      // "mitranya dari China", "his counterpart from China", "с коллегой из Китая".
      let found = actors(of: origin, sentence)
      if !found.isEmpty { return found }
    }
    if chunk.ownerEnd == chunk.ownerStart {
      // "Попередив сусідку": without a possessive, whoever is not spoken of at the moment.
      var own = excluding.isEmpty ? discourse.topic : excluding
      if excluding.isEmpty, !lexicon.usesCases, lexicon.nounHead == .last,
        let acting = subjectBefore(chunk.firstItem, .any, phrase, sentence)
      {
        // "Bangkok would not move until the other side stopped".
        own = acting.actors
      }
      guard !own.isEmpty else { return [] }
      let known = discourse.mainDyad(apartFrom: []) + discourse.pair.reversed()
      return known.first { !own.contains($0) }.map { [$0] } ?? []
    }
    guard chunk.traits.contains(.hasPossessor), chunk.ownerEnd > chunk.ownerStart else {
      return nil
    }
    var own: [ActorID] = []
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd) {
      let owner = sentence.owners[position]
      let item = sentence.items[Int(owner.item)]
      // "His Russian counterpart" is Russian.
      if !item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]) { return nil }
      own += actors(of: owner, phrase, sentence).map { knowledge.actors.rolledUp($0) }
    }
    guard !own.isEmpty else { return [] }
    // "congratulated his rival": whoever ran against him, no state.
    if !lexicon.usesCases, lexicon.nounHead == .last, chunk.classes.intersects(nouns.foeClass),
      sentence.items[Int(sentence.owners[Int(chunk.ownerStart)].item)].nounFeatures
        .contains(.person)
    {
      return []
    }
    if let tied = tied(to: own, phrase, sentence) { return tied }
    if let other = lastOther(before: chunk.firstItem, sentence, own) { return [other] }
    // Whom it deals with most: a state's neighbour or enemy is a state, if one was named.
    let partner = discourse.partner(of: own)
    let isStates = !own.contains { !discourse.states.contains($0) }
    if !isStates || partner.contains(where: discourse.states.contains), !partner.isEmpty {
      return partner
    }
    if isStates, let state = discourse.recent.last(where: { !own.contains($0) }) { return [state] }
    let known = discourse.mainDyad(apartFrom: []) + discourse.pair.reversed()
    return known.first { !own.contains($0) }.map { [$0] } ?? []
  }
}
