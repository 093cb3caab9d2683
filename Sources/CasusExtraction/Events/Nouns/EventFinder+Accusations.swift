import CasusKnowledge
import CasusModel

// Who is said to have done what a noun names, and by whom.
extension EventFinder {
  /// "accused Pyongyang of aggression": whoever is accused did what the noun says.
  func accused(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0 else { return Filling() }
    var at = Int(sentence.chunks[phrase].prepositionChunk) - 1
    while at >= 0,
      sentence.chunks[at].kind == .nounPhrase || sentence.chunks[at].kind == .conjunction
        || sentence.chunks[at].kind == .date
    {
      at -= 1
    }
    guard at >= 0, sentence.chunks[at].kind == .verb,
      frames.chosenContent(of: at, sentence) == .claim
    else { return Filling() }
    let isPassive = sentence.chunks[at].traits.contains(.isPassive)
    let object = isPassive ? sentence.links[at].subject : sentence.links[at].object
    guard object >= 0, Int(object) < phrase else { return Filling() }
    return filling(object, sentence, &resolver, excluding: [])
  }

  /// "sanctioned US firms over arms sales to Taiwan": whoever is punished or blamed for an act that is
  /// nobody else's did it.
  func judged(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard !isHeadFirst, !lexicon.usesCases, preposition > 0,
      [lexicon.prepositions["over"], lexicon.prepositions["for"]]
        .contains(Int(sentence.chunks[preposition].preposition)),
      isByPronoun(phrase, sentence)
        || sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart,
      sentence.items[Int(sentence.chunks[phrase].firstItem)].roles.isDisjoint(with: .demonstrative)
    else { return Filling() }
    var at = preposition - 1
    while at >= 0,
      [.nounPhrase, .conjunction, .date, .preposition].contains(sentence.chunks[at].kind)
    {
      at -= 1
    }
    guard at >= 0, sentence.chunks[at].kind == .verb, frames.judges(at, sentence) else {
      return Filling()
    }
    let isPassive = sentence.chunks[at].traits.contains(.isPassive)
    let object = isPassive ? sentence.links[at].subject : sentence.links[at].object
    guard object >= 0, Int(object) < phrase, sentence.chunks[Int(object)].eventNoun < 0 else {
      return Filling()
    }
    return filling(object, sentence, &resolver, excluding: [])
  }

  /// "its attack": whether whose an act is a possessive pronoun says.
  func isByPronoun(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.ownerEnd == chunk.ownerStart + 1
      && chunk.traits.isSuperset(of: [.isAnaphor, .hasPossessor])
      && sentence.owners[Int(chunk.ownerStart)].roles.contains(.possessivePronoun)
  }

  /// "Kurti blames Serbia for the raid": who blames others for an attack suffered it.
  func accuser(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0,
      accused(before: phrase, sentence, &resolver).actors.contains(where: {
        excluding.contains(knowledge.actors.rolledUp($0))
      })
    else { return Filling() }
    var at = phrase - 1
    while at >= 0, sentence.chunks[at].kind != .verb { at -= 1 }
    guard at >= 0, !sentence.chunks[at].traits.contains(.isPassive),
      // "charged an Iranian with war crimes": prosecutors are no victims.
      frames.frame(of: at, sentence).map({ lexicon.frames[$0].frame.mode != "indict" }) ?? true
    else { return Filling() }
    var found = supporter(at, sentence, &resolver)
    found.actors.removeAll {
      excluding.contains(knowledge.actors.rolledUp($0))
        || knowledge.actors.kind(of: $0) != .state
          && knowledge.actors.kind(of: $0) != .government
          && knowledge.actors.kind(of: $0) != .person
    }
    found.usesAnaphor = true
    return found
  }

  /// "Bamako's allegation that Ukraine trains rebels": who is said to do something is accused.
  func alleged(
    behind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard phrase + 3 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .relative
        || sentence.chunks[phrase + 1].kind == .complementizer,
      sentence.items[Int(sentence.chunks[phrase + 1].firstItem)].roles.contains(.complementizer),
      sentence.chunks[phrase + 2].kind == .nounPhrase, sentence.chunks[phrase + 3].kind == .verb
    else { return Filling() }
    var found = filling(Int32(phrase + 2), sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found
  }

  /// "Киев сообщил об обстреле со стороны России": who reports an attack by others suffered it.
  func reporter(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = phrase - 1
    while at >= 0, sentence.chunks[at].kind == .preposition || sentence.chunks[at].kind == .date {
      at -= 1
    }
    guard at >= 0, sentence.chunks[at].kind == .verb,
      sentence.chunks[at].traits.contains(.isSpeech),
      sentence.links[at].subject >= 0,
      // "установил блокаду": it does so, and does not find it out.
      Int(sentence.links[at].object) != phrase || !frames.tellsEvent(at, sentence)
    else { return Filling() }
    var found = filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
    found.actors.removeAll {
      excluding.contains(knowledge.actors.rolledUp($0)) || knowledge.actors.kind(of: $0) == .medium
    }
    return found
  }

  /// "The arrest of two Poles by Belarus drew Warsaw's condemnation": whoever did what the subject
  /// names.
  func provoked(
    _ governor: Int, _ told: [Finding], _ sentence: Sentence, _ excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    guard governor >= 0, !sentence.chunks[governor].traits.contains(.isPassive) else {
      return result
    }
    let named = told.last {
      $0.phrase >= 0 && $0.phrase == Int(sentence.links[governor].subject)
    }
    // "Iran menyerang Irak, memicu kecaman Turki": the clause before is the cause.
    let isCause =
      isHeadFirst && !lexicon.usesCases && frames.frame(of: governor, sentence) == nil
      && !sentence.chunks[governor].traits.contains(.isSpeech)
    let before =
      isCause
      ? told.last { $0.phrase < 0 && $0.verb < governor && !$0.type.isReaction } : nil
    guard let act = named ?? before else { return result }
    result.actors = act.source.filter { !excluding.contains(knowledge.actors.rolledUp($0)) }
    let first = named != nil ? act.phrase : governor
    (result.first, result.last, result.usesAnaphor) = (first, governor, named == nil)
    return result
  }

  /// "Решение Берлина о поставке танков Украине": whoever decides or decrees an act does it.
  func author(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard lexicon.usesCases, preposition > 0, preposition == phrase - 1 else { return Filling() }
    let text = sentence.chunks[preposition - 1]
    let roles = sentence.chunks[preposition].roles
    guard text.kind == .nounPhrase, text.eventNoun < 0, text.ownerEnd > text.ownerStart,
      text.classes.intersects(decreeClass), !text.traits.contains(.isOpaque),
      roles.isDisjoint(with: [.locative, .origin, .occasion, .aim, .between])
    else { return Filling() }
    return filling(Int32(preposition - 1), sentence, &resolver, excluding: [])
  }

  /// "At Kazakhstan's request the alliance sent troops": whoever is asked is the one who acts.
  func servedBySubject(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0 else { return Filling() }
    let verbs = sentence.chunks.indices.filter { sentence.chunks[$0].kind == .verb }
    guard let verb = verbs.last(where: { $0 < phrase }) ?? verbs.first,
      !sentence.chunks[verb].traits.contains(.isSpeech)
    else { return Filling() }
    if sentence.chunks[verb].traits.contains(.isPassive) {
      // "Bea itu dicabut Kosovo atas desakan Washington".
      guard isHeadFirst, !lexicon.usesCases else { return Filling() }
      var found = agent(verb, sentence, &resolver)
      remove(excluding, from: &found)
      (found.first, found.last) = (phrase, phrase)
      return found
    }
    return doer(sentence.links[verb].subject, of: phrase, sentence, &resolver, excluding)
  }

  /// "desakan Uni Afrika agar Ethiopia menahan diri": whoever is to act is asked.
  func toAct(
    behind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let subject = phrase + 2
    guard subject + 1 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .complementizer
        && sentence.chunks[phrase + 1].roles.contains(.purpose)
        // "Thailand's demand that Cambodia withdraw".
        || frames.opensContent(phrase + 1, ofNoun: phrase, sentence),
      sentence.chunks[subject].kind == .nounPhrase, sentence.chunks[subject + 1].kind == .verb
    else { return Filling() }
    var found = filling(Int32(subject), sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found
  }

  /// The subject of a verb as whoever does what a noun beside it tells of, if it can act.
  func doer(
    _ subject: Int32, of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard subject >= 0, Int(subject) != phrase, mayAct(Int(subject), sentence) else {
      return Filling()
    }
    var found = filling(subject, sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    // The words that carry the event are those of the noun.
    (found.first, found.last) = (phrase, phrase)
    return found
  }
}
