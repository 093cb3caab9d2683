import CasusKnowledge
import CasusModel

// The places of a frame: subject, object, prepositions, cases.
extension EventFinder {
  func fill(
    _ places: [CompiledFrame.Place], _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for (position, place) in places.enumerated() {
      let filling = fill(place, verb, frame, sentence, &resolver, excluding: excluding)
      guard !filling.actors.isEmpty else { continue }
      guard place == .object, filling.usesAnaphor, filling.first == filling.last,
        ownsByPronoun(filling.last, sentence)
      else { return filling }
      // "halted its trade with Iran": a name says more than the pronoun.
      for other in places[(position + 1)...] {
        guard case .preposition = other else { continue }
        let named = fill(other, verb, frame, sentence, &resolver, excluding: excluding)
        if !named.actors.isEmpty, !named.usesAnaphor, named.first == filling.last + 2 {
          return named
        }
      }
      return filling
    }
    return Filling()
  }

  func fill(
    _ place: CompiledFrame.Place, _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let links = sentence.links[verb]
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    switch place {
    case .subject:
      if isPassive { return agent(verb, sentence, &resolver) }
      guard links.subject >= 0 else { return leftOut(verb, frame, sentence, resolver) }
      if !frame.source.contains(.subject), frame.target.contains(.subject), lexicon.usesCases {
        return undergoer(links.subject, verb, sentence, &resolver, excluding)
      }
      guard
        links.hasOwnerSubject || mayAct(Int(links.subject), sentence)
          || frame.frame.type?.isAddressed == true && speaks(Int(links.subject), sentence)
          || isDecisionOfOwner(Int(links.subject), before: verb, sentence)
          || frame.target.contains(.subject)
            && (sentence.chunks[Int(links.subject)].eventNoun >= 0
              // "Pernyataan Macron menuai kecaman Rusia".
              || isHeadFirst && frame.frame.type?.isReaction == true
                && sentence.chunks[Int(links.subject)].traits.contains(.hasPossessor)
              || !frame.source.contains(.subject) && !excluding.isEmpty
                && sentence.chunks[Int(links.subject)].traits.contains(.isPlace))
          || frame.frame.type == .assault
            && (isAttack(Int(links.subject), sentence) || isGunfire(Int(links.subject), sentence))
          || frame.frame.mode == "cyber" && isCyberAttack(Int(links.subject), sentence)
          // "Bantuan kemanusiaan Indonesia tiba di Gaza".
          || frame.hasSubjectClasses
            && (frame.frame.type == .aid
              // "На Кубу обрушились американские санкции": a frame that asks for such a subject.
              || lexicon.usesCases && !frame.takesActorSubject
                && sentence.chunks[Int(links.subject)].classes.intersects(frame.subjectClasses))
      else { return Filling() }
      var found = Filling()
      if frame.target.contains(.subject) || frame.frame.type == .assault,
        sentence.chunks[Int(links.subject)].eventNoun >= 0
      {
        // "An attack by Boko Haram killed": whoever made it; "Penembakan konvoi PBB oleh milisi menuai kecaman": whoever did it is blamed.
        found = agent(Int(links.subject), sentence, &resolver)
      }
      if found.actors.isEmpty {
        found = filling(
          links.subject, sentence, &resolver,
          excluding: named(asObjectOfPair: links, sentence, &resolver))
      }
      if found.actors.isEmpty {
        found = modifier(of: Int(links.subject), before: verb, sentence, &resolver)
      }
      if found.actors.isEmpty { found = origin(of: Int(links.subject), sentence, &resolver) }
      if found.actors.isEmpty, isHeadFirst, !lexicon.usesCases {
        found = senders(of: Int(links.subject), sentence, &resolver, [])
        if found.actors.isEmpty {
          found.actors = ownForces(verb, sentence, &resolver)
          if found.actors.isEmpty {
            found.actors = resolver.lastOwner(ofRole: Int(links.subject), sentence)
          }
          (found.first, found.last, found.usesAnaphor) =
            (Int(links.subject), Int(links.subject), true)
        }
      }
      addPartners(
        beside: links.subject, before: verb, of: frame, to: &found, sentence, &resolver)
      addCompanions(of: verb, to: &found, sentence, &resolver)
      return found
    case .object:
      let object = isPassive ? links.subject : links.object
      if object < 0, refersByClitic(verb, sentence),
        [.request, .threaten, .consult].contains(frame.frame.type)
      {
        // "Ia memintanya menjadi penengah", "Kim menyambutnya".
        var found = Filling(first: verb, last: verb, usesAnaphor: true)
        found.actors = resolver.actors(ofClitic: verb, sentence, excluding: excluding)
        return found
      }
      guard object >= 0, isPassive || !movesOwn(Int(object), frame, sentence) else {
        return Filling()
      }
      if lexicon.usesCases, frame.frame.type?.isReaction == true, isForRecipient(object, sentence) {
        // "осудил поставки оружия Киеву": not Kyiv, who gets it.
        return Filling()
      }
      if isHeadFirst, !lexicon.usesCases, !isPassive {
        let doer = doer(ofObject: Int(object), frame, sentence, &resolver, excluding)
        if !doer.actors.isEmpty { return doer }
      }
      let told =
        isPassive
        ? nil
        : apposed(toObject: Int(object), sentence) ?? den(behind: Int(object), sentence, resolver)
      var found = filling(
        told ?? object, sentence, &resolver, excluding: isPassive ? [] : excluding)
      remove(excluding, from: &found)
      if !found.actors.isEmpty {
        if !isPassive {
          addGapped(behind: Int(object), to: &found, sentence, &resolver, excluding)
          let last = lastPreposition(of: verb, sentence)
          if last > 0 {
            addFurther(last, behind: Int(object), to: &found, sentence, &resolver, excluding)
          }
        }
        return found
      }
      found = madeBy(behind: Int(object), sentence, &resolver, excluding)
      if found.actors.isEmpty { found = made(Int(object), sentence, &resolver, excluding) }
      if found.actors.isEmpty, frame.frame.type?.isAimedAtPlaces == true, !isPassive {
        found = carried(by: Int(object), sentence, &resolver, excluding)
      }
      if found.actors.isEmpty, frame.frame.type?.isReaction == true {
        found = author(behind: Int(object), sentence, &resolver, excluding)
      }
      if !found.actors.isEmpty { return found }
      if frame.frame.type?.isSymmetric == true
        || lexicon.usesCases && frame.frame.type == .assault
          && sentence.chunks[Int(object)].classes.intersects(movedClasses)
      {
        // "збив ракету з Ємену", "bertemu menteri dari Tanzania".
        found = origin(of: Int(object), sentence, &resolver, excluding: excluding)
        if !found.actors.isEmpty { return found }
      }
      // "meneken deklarasi di Doha": only what is struck or seized somewhere is its state's.
      guard sentence.chunks[Int(object)].eventNoun < 0, frame.frame.type?.isSymmetric != true
      else { return found }
      return located(
        after: isPassive ? verb : Int(object), named: Int(object), sentence, &resolver, excluding)
    case .preposition(let number, let features):
      // "наложили вето на резолюцию о прекращении огня в Газе": what is rejected is nowhere.
      let isPlaced = !lexicon.usesCases || frame.frame.type?.isReaction != true
      let found = prepositional(
        number, verb, sentence, &resolver, excluding, features: features, isPlaced: isPlaced,
        // "З критикою Ізраїлю виступила Ірландія": what the frame asks for may be an event.
        takesEvents: frame.hasComplementClasses)
      if number == lexicon.prepositions["near"], frame.frame.type == .assault,
        found.last >= 0, sentence.chunks[found.last].classes.intersects(borderClass)
      {
        // "attacked a village near the Thai border": not in Thailand.
        return Filling()
      }
      if lexicon.usesCases, frame.frame.type?.isReaction == true, links.object >= 0,
        found.first == Int(links.object) + 2, isAimed(Int(links.object), by: number, sentence),
        let type = frame.frame.type,
        !types(ofNoun: sentence.chunks[Int(links.object)].eventNoun, sentence).contains(type)
      {
        // "осудил нападение на Иран": not Iran, which the noun is aimed at.
        return Filling()
      }
      guard found.actors.isEmpty, !lexicon.usesCases, links.subject >= 0, links.subject < verb,
        isPassive ? frame.frame.isReciprocal : frame.hasSubjectClasses
      else { return found }
      // "Protests against Russia erupted", "An accord between Chile and Peru was reached": behind
      // what happened.
      return prepositional(
        number, Int(links.subject), sentence, &resolver, excluding, features: features)
    case .grammaticalCase(let features):
      return oblique(features, beside: verb, sentence, &resolver, excluding)
    case .possessor, .speaker: return Filling()
    }
  }

  /// "Во вторник встретится с президентом": a singular verb may leave out its subject, which is then
  /// that of the sentence before.
  func leftOut(
    _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Filling {
    let chunk = sentence.chunks[verb]
    let link = sentence.links[verb].link
    guard lexicon.usesCases, frame.source.contains(.subject), chunk.verbItem >= 0,
      link == .main || link == .coordinate, chunk.traits.contains(.isFinite),
      chunk.traits.isDisjoint(with: [.isPassive, .isParticiple])
    else { return Filling() }
    // "Засуджуємо агресію": whoever speaks, or issues the statement.
    let isOwn = chunk.traits.contains(.isFirstPerson) && resolver.speaker.count == 1
    if chunk.traits.contains(.isFirstPerson), !isOwn { return Filling() }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    guard
      isOwn
        || features.contains(.finite) && !features.contains(.plural)
          && resolver.discourse.topic.count == 1
    else { return Filling() }
    var result = Filling()
    result.actors = isOwn ? resolver.speaker : resolver.discourse.topic
    result.usesAnaphor = true
    result.first = verb
    result.last = verb
    return result
  }

  /// "Завод в Рязани подвергся удару": what happens to a thing happens to its owner, or to the state
  /// of the place where it stands.
  func undergoer(
    _ subject: Int32, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if sentence.chunks[Int(subject)].traits.contains(.isOpaque) { return Filling() }
    var found = filling(subject, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    if !found.actors.isEmpty { return found }
    // "Лікарня в Краматорську опинилася під ударом".
    if Int(subject) < verb {
      found = located(after: Int(subject), sentence, &resolver, excluding)
      if !found.actors.isEmpty { return found }
    }
    return located(after: max(Int(subject), verb), sentence, &resolver, excluding)
  }

  /// "attacked its neighbour, Iraq": the name that says who an object is that has none.
  func apposed(toObject object: Int, _ sentence: Sentence) -> Int32? {
    let chunks = sentence.chunks
    guard object + 3 < chunks.count, chunks[object].next < 0,
      chunks[object].traits.contains(.isAnaphor) || chunks[object].roles.contains(.counterpart),
      !chunks[object].roles.isDisjoint(with: [.counterpart, .opaque]),
      chunks[object + 1].kind == .comma, chunks[object + 2].kind == .nounPhrase,
      chunks[object + 2].endItem == chunks[object + 2].firstItem + 1,
      chunks[object + 2].next < 0,
      sentence.items[Int(chunks[object + 2].firstItem)].kinds.contains(.actor),
      [.stop, .comma, .preposition, .date, .subordinator].contains(chunks[object + 3].kind)
    else { return nil }
    return Int32(object + 2)
  }

  /// "menggempur Dahiyeh, kubu Hizbullah": whose the place is that is struck, where it is a group's.
  private func den(behind object: Int, _ sentence: Sentence, _ resolver: ActorResolver) -> Int32? {
    let chunks = sentence.chunks
    let at = object + 2
    guard at < chunks.count,
      !chunks[object].traits.contains(.isAgentive)
        || chunks[object].traits.contains(.isPlace),
      chunks[object + 1].kind == .comma, chunks[at].kind == .nounPhrase,
      chunks[at].classes.intersects(denClass), chunks[at].ownerEnd == chunks[at].ownerStart + 1,
      sentence.owners[Int(chunks[at].ownerStart)].kind == .actor,
      let id = resolver.actor(sentence.items[Int(sentence.owners[Int(chunks[at].ownerStart)].item)])
    else { return nil }
    return knowledge.actors.kind(of: id) == .group ? Int32(at) : nil
  }

  /// "Both accuse Kyiv": whom "both" does not mean.
  func named(
    asObjectOfPair links: VerbLinks, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let subject = sentence.chunks[Int(links.subject)]
    guard links.object >= 0, subject.ownerEnd > subject.ownerStart,
      sentence.owners[Int(subject.ownerStart)].roles.contains(.groupBoth),
      sentence.chunks[Int(links.object)].traits.contains(.isAgentive),
      !sentence.chunks[Int(links.object)].traits.contains(.isAnaphor)
    else { return [] }
    return rolled(resolver.actors(ofList: links.object, sentence))
  }

  /// Whether a phrase only says by a possessive pronoun whose it is.
  func ownsByPronoun(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return !lexicon.usesCases && chunk.ownerEnd == chunk.ownerStart + 1
      && sentence.owners[Int(chunk.ownerStart)].roles == .possessivePronoun
  }

  /// "помощь Украине", "поставки оружия Киеву": whether the name in an object is only who gets something.
  func isForRecipient(_ object: Int32, _ sentence: Sentence) -> Bool {
    let noun = sentence.chunks[Int(object)].eventNoun
    guard noun >= 0, !isAdjectival(Int(object), sentence) else { return false }
    return lexicon.meanings(of: sentence.items[Int(noun)].node).contains {
      $0.kind == .eventNoun
        && isRecipient(ownerOf: Int(object), lexicon.frames[Int($0.index)], sentence)
    }
  }

  /// Whether an event noun has its target behind a preposition.
  func isAimed(_ phrase: Int, by preposition: Int, _ sentence: Sentence) -> Bool {
    let noun = sentence.chunks[phrase].eventNoun
    return noun >= 0
      && lexicon.meanings(of: sentence.items[Int(noun)].node).contains {
        $0.kind == .eventNoun
          && lexicon.frames[Int($0.index)].nominalTarget.contains {
            if case .preposition(preposition, _) = $0 { true } else { false }
          }
      }
  }

  /// "pulled back its troops", "will hand over its heavy weapons", "barred its citizens from travelling":
  /// what somebody moves or gives away is their own.
  func movesOwn(_ object: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    if saysWhoMade(object, frame, sentence) { return true }
    guard ownsByPronoun(object, sentence), let type = frame.frame.type else { return false }
    let classes = sentence.chunks[object].classes
    switch type {
    case .mobilize, .retreat: return classes.intersects(movedClasses)
    case .aid: return classes.intersects(givenClasses)
    case .sanction: return classes.intersects(peopleClass)
    case .coerce: return frame.frame.mode == "ban" && classes.intersects(peopleClass)
    default: return false
    }
  }

  /// "sent German tanks", "надіслала німецькі танки": whose weapons are given or deployed, made them and
  /// does not get them.
  private func saysWhoMade(
    _ object: Int, _ frame: CompiledFrame, _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[object]
    guard !isHeadFirst || lexicon.usesCases,
      frame.frame.type == .aid || ["deploy", "weapons"].contains(frame.frame.mode),
      chunk.classes.intersects(craftedClasses), chunk.ownerEnd > chunk.ownerStart
    else { return false }
    return sentence.owners[Int(chunk.ownerStart)..<Int(chunk.ownerEnd)].allSatisfy {
      $0.isAdjective || sentence.items[Int($0.item)].kinds.contains(.adjectivalActor)
    }
  }

  /// "memerintahkan tentara menguasai Gaza": whoever gives orders to an army without a name has its own in
  /// mind.
  func ownForces(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let links = sentence.links[verb]
    guard links.link == .content, links.governor >= 0, links.subject >= 0,
      sentence.links[Int(links.governor)].object == links.subject,
      sentence.links[Int(links.governor)].subject >= 0,
      frames.chosenContent(of: Int(links.governor), sentence) == .drop,
      sentence.chunks[Int(links.subject)].endItem
        == sentence.chunks[Int(links.subject)].firstItem + 1,
      sentence.chunks[Int(links.subject)].roles.contains(.role)
    else { return [] }
    return resolver.actors(ofList: sentence.links[Int(links.governor)].subject, sentence)
  }

  func subjectActors(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let subject = sentence.links[verb].subject
    guard subject >= 0 else { return [] }
    let chunk = sentence.chunks[Int(subject)]
    // "Turkish and Greek singers met": not the two states, whose relations would be theirs.
    if chunk.traits.contains(.isOpaque), chunk.eventNoun < 0, !chunk.classes.intersects(tiesClass) {
      return []
    }
    return resolver.actors(ofList: subject, sentence)
  }

  /// "Keputusan Iran menyerang Irak": who decides acts.
  func isDecisionOfOwner(_ phrase: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return isHeadFirst && !lexicon.usesCases && verb == phrase + 1
      && chunk.traits.contains(.hasPossessor) && frames.isDecision(chunk)
  }

  /// "gerilyawan FARC", "kelompok separatis PKK": a group is its fighters; "gerilyawan Kolombia" fight
  /// the state.
  func namesFighters(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, chunk.classes.intersects(fighterClass),
      chunk.ownerEnd == chunk.ownerStart + 1
    else { return false }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    guard owner.kind == .actor, owner.item == chunk.headItem + 1 else { return false }
    let item = sentence.items[Int(owner.item)]
    return lexicon.meanings(of: item.node).contains {
      $0.kind == .actor && knowledge.actors.kind(at: Int($0.index)) == .group
    }
  }

  /// "The Gambian case accuses Myanmar", "an Iranian letter urged": what somebody's words do, they do.
  func speaks(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return !isHeadFirst && !lexicon.usesCases && chunk.traits.contains(.hasPossessor)
      && chunk.traits.isDisjoint(with: [.isOpaque, .isPlace, .isAnaphor]) && chunk.eventNoun < 0
      && chunk.classes.intersects(utteranceClasses)
  }

  /// Whether a phrase in subject position may be the actor itself, or stand for it.
  func mayAct(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.traits.contains(.isOpaque) { return namesFighters(chunk, sentence) }
    if chunk.traits.contains(.isPlace), !chunk.traits.contains(.hasPossessor) { return false }
    if chunk.traits.contains(.isAgentive) { return true }
    if chunk.eventNoun >= 0 { return false }
    return chunk.classes.isEmpty || chunk.classes.intersects(agentClasses)
  }

  /// "A missile", "the enemy": something of some classes of which the text does not say whose.
  func isNobodys(_ subject: Int32, _ classes: ClassSet, _ sentence: Sentence) -> Bool {
    guard subject >= 0 else { return false }
    let chunk = sentence.chunks[Int(subject)]
    return chunk.ownerEnd == chunk.ownerStart && chunk.classes.intersects(classes)
  }
}
