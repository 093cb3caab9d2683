import CasusKnowledge
import CasusModel

// What the words of a reaction refer back to.
extension EventFinder {
  /// Whether the object of a verb is "it" or "this".
  func refersByPronoun(_ verb: Int, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    return object >= 0 && sentence.chunks[Int(object)].roles.contains(.thingPronoun)
  }

  /// Whether the object of a verb is its clitic: "mengecamnya".
  func refersByClitic(_ verb: Int, _ sentence: Sentence) -> Bool {
    let traits = sentence.chunks[verb].traits
    return isHeadFirst && sentence.links[verb].object < 0 && traits.contains(.hasPronounAgent)
      && !traits.contains(.isPassive)
  }

  /// Whether a verb's object is a noun such as "the attack" or "the proposal", that refers to what
  /// was told before.
  func refersBack(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let object = sentence.chunks[verb].traits.contains(.isPassive) ? links.subject : links.object
    guard object >= 0 else { return sentence.chunks[verb].traits.contains(.hasPronounAgent) }
    let phrase = sentence.chunks[Int(object)]
    if isHeadFirst, !sentence.chunks[verb].traits.contains(.isPassive),
      sentence.chunks[verb].traits.contains(.hasPronounAgent)
    {
      // "menyebutnya "tindakan perang"": the clitic is what it speaks of.
      return true
    }
    guard phrase.ownerEnd == phrase.ownerStart else { return false }
    // "Киев это отрицает".
    let isPronoun =
      phrase.endItem - phrase.firstItem == 1
      && sentence.items[Int(phrase.firstItem)].roles.contains(.demonstrative)
    // "Варшава назвала этот шаг недружественным".
    let isThisDecision =
      lexicon.usesCases && frames.isDecision(phrase)
      && sentence.items[Int(phrase.firstItem)].roles.contains(.demonstrative)
    return phrase.eventNoun >= 0 || isPronoun || isThisDecision
  }

  /// Whoever the sentence before is about, where it tells of no event: "General Tiani promised elections; the
  /// bloc rejected that".
  private func doer(
    ofWhat object: Int, _ sentence: Sentence, _ resolver: ActorResolver, _ excluding: [ActorID]
  ) -> [ActorID]? {
    let discourse = resolver.discourse
    guard object >= 0, !isHeadFirst, !lexicon.usesCases,
      sentence.chunks[object].roles.contains(.thingPronoun),
      sentence.items[Int(sentence.chunks[object].firstItem)].roles.contains(.demonstrative),
      discourse.topicSentence == sentence.number - 1, discourse.topic.count == 1,
      !discourse.topic.contains(where: excluding.contains),
      discourse.events.last.map({ sentence.number - $0.sentence > 1 }) ?? true
    else { return nil }
    return discourse.topic
  }

  /// "Serangan itu": what was not told cannot be meant by another deed.
  private func namesDeed(_ noun: Int32, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases && types(ofNoun: noun, sentence).contains(.assault)
  }

  func modes(ofNoun item: Int32, _ sentence: Sentence) -> Set<String> {
    var result: Set<String> = []
    for meaning in lexicon.meanings(of: sentence.items[Int(item)].node)
    where meaning.kind == .eventNoun {
      if let mode = lexicon.frames[Int(meaning.index)].frame.mode { result.insert(mode) }
    }
    return result
  }

  func types(ofNoun item: Int32, _ sentence: Sentence) -> Set<EventType> {
    var result: Set<EventType> = []
    for meaning in lexicon.meanings(of: sentence.items[Int(item)].node)
    where meaning.kind == .eventNoun {
      if let type = lexicon.frames[Int(meaning.index)].frame.type { result.insert(type) }
    }
    return result
  }

  /// "condemned what it called a hostile act": whether a reaction is to what somebody only calls by a name.
  private func isCalled(_ object: Int, by verb: Int, _ sentence: Sentence) -> Bool {
    let what = verb + 1
    return !isHeadFirst && !lexicon.usesCases && what < min(object, sentence.chunks.count)
      && sentence.chunks[what].kind == .nounPhrase
      && sentence.items[Int(sentence.chunks[what].firstItem)].roles.contains(.question)
  }

  /// "Doha condemned the attack": whoever did what was told last.
  func reactedTo(
    _ verb: Int, _ type: EventType, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let traits = sentence.chunks[verb].traits
    let object =
      traits.contains(.isPassive) ? sentence.links[verb].subject : sentence.links[verb].object
    var result = Filling()
    result.actors =
      isHeadFirst || lexicon.usesCases
      ? resolver.discourse.agents : resolver.discourse.agents(judgedBy: excluding)
    if object < 0,
      traits.contains(.hasPronounAgent) || isHeadFirst && !lexicon.usesCases && type == .reject,
      !traits.contains(.isPassive)
    {
      // "membantahnya": whoever blames the one who denies.
      let accuser =
        type == .agree
        ? resolver.discourse.agents(ofAny: [.agree, .request], against: excluding) ?? []
        : resolver.discourse.accuser(of: excluding)
      if !accuser.isEmpty {
        result.actors = accuser
      } else if type == .reject, traits.contains(.hasPronounAgent), isHeadFirst,
        resolver.discourse.topicSentence == sentence.number - 1,
        resolver.discourse.topic.count == 1
      {
        // "AS mengusulkan gencatan senjata. Irak menolaknya."
        result.actors = resolver.discourse.topic
      }
    } else if let doer = doer(ofWhat: Int(object), sentence, resolver, excluding) {
      result.actors = doer
    } else if object >= 0 {
      let phrase = sentence.chunks[Int(object)]
      let isDefinite = (Int(phrase.firstItem)..<Int(phrase.endItem)).contains {
        !sentence.items[$0].roles.isDisjoint(
          with: isHeadFirst && !lexicon.usesCases ? .demonstrative : [.demonstrative, .determiner])
      }
      // Without articles, what a frame asks for by its class is definite enough; "turned down offers" may
      // be of anybody.
      let isAsked = !frame.objectClasses.isEmpty && (isHeadFirst || lexicon.usesCases)
      // "Осудил нападение": the attack told of, if one was.
      let isTold = lexicon.usesCases && phrase.eventNoun >= 0
      let first = sentence.items[Int(phrase.firstItem)]
      let isCalled = isCalled(Int(object), by: verb, sentence)
      if !isCalled, !isHeadFirst, !lexicon.usesCases, first.roles.contains(.determiner),
        first.kinds.isEmpty,
        first.end - first.start < 3 || first.roles.isDisjoint(with: .demonstrative)
      {
        // "would praise an earthquake", "opposes any intervention": nothing that was told.
        return Filling()
      }
      if phrase.eventNoun < 0, phrase.classes.intersects(upheavalClass) {
        // "praised the coup": of those whom it brought to power, in the state that the article is about.
        let discourse = resolver.discourse
        let main = discourse.mentions.mostNamed(of: discourse.states.subtracting(excluding))
        return Filling(
          actors: main.map { [$0] } ?? [], first: verb, last: Int(object), usesAnaphor: true)
      }
      guard phrase.ownerEnd == phrase.ownerStart, isDefinite || isAsked || isTold || isCalled,
        phrase.eventNoun >= 0 || isHeadFirst || lexicon.usesCases
          || !phrase.classes.intersects(agentClasses)
      else { return Filling() }
      let challenger = resolver.discourse.contender(of: excluding)
      if lexicon.usesCases, frame.frame.type == .reject, !challenger.isEmpty {
        result.actors = challenger
      } else if lexicon.usesCases, phrase.eventNoun < 0, frames.isDecision(phrase) {
        // "Варшава назвала этот шаг недружественным": whoever took the step told last, or was the
        // subject of a sentence that told none.
        let last = resolver.discourse.events.last { sentence.number - $0.sentence <= 1 }
        let taken = last?.source ?? resolver.discourse.topic
        if !taken.isEmpty { result.actors = taken }
      } else if isHeadFirst, !lexicon.usesCases, type == .accuse, phrase.eventNoun < 0,
        !frames.isDecision(phrase),
        let last = resolver.discourse.events.last(where: { !$0.type.isReaction }),
        last.type == .request || last.type.quadClass.isCooperation
      {
        // "menyatakan referendum itu melanggar": not of whoever telephoned before.
        return Filling()
      } else if phrase.eventNoun < 0, frames.isDecision(phrase),
        let taker = taker(ofStepBefore: verb, sentence, resolver, excluding)
      {
        result.actors = taker
      } else if phrase.eventNoun < 0, !isHeadFirst, !lexicon.usesCases,
        phrase.classes.intersects(frames.textClasses), !challenger.isEmpty
      {
        // "called the list an insult": of whoever last turned on them in words.
        result.actors = challenger
      } else if phrase.eventNoun < 0, phrase.classes.intersects(attackClass),
        let aggressor = resolver.discourse.agents(ofAny: [.assault], against: excluding)
      {
        // "did not endorse the war": of whoever wages it.
        result.actors = aggressor
      } else if phrase.eventNoun >= 0 {
        let types = types(ofNoun: phrase.eventNoun, sentence)
        result.actors =
          resolver.discourse.agents(
            ofAny: types, modes: modes(ofNoun: phrase.eventNoun, sentence), against: excluding)
          ?? hostileAgents(types, resolver, excluding)
          ?? (isHostile(types) ? [] : nil)
          ?? (namesDeed(phrase.eventNoun, sentence) || !isDefinite && !isAsked ? [] : result.actors)
        if type == .agree, types == [.agree], isHeadFirst, !lexicon.usesCases,
          resolver.discourse.agents(ofAny: types, against: excluding) == nil
        {
          // "Duma meratifikasi perjanjian itu", of which nothing else is told: with a friend.
          result.actors = resolver.discourse.friend(of: excluding)
        } else if result.actors.allSatisfy(excluding.contains),
          type == .reject || !isHostile(types)
        {
          // "mengutuk aneksasi itu": not whoever has just asked something of the judge.
          result.actors = resolver.discourse.accuser(of: excluding)
        }
      }
    } else if !isCalled(sentence.chunks.count, by: verb, sentence) {
      let next = verb + 1 < sentence.chunks.count ? sentence.chunks[verb + 1].kind : .stop
      guard next == .stop || next == .comma else { return Filling() }
      // "Guyana's president hit back": at whoever turned on him.
      let aggressor = resolver.discourse.aggressor(against: excluding, before: sentence.number)
      if !aggressor.isEmpty || !isHeadFirst && !lexicon.usesCases { result.actors = aggressor }
    }
    remove(excluding, from: &result)
    if result.actors.isEmpty, object >= 0, let last = resolver.discourse.events.last,
      last.type == type, sentence.number - last.sentence <= 1,
      !last.source.contains(where: excluding.contains)
    {
      // "Turkey condemned Israel. Qatar also condemned the bombing."
      result.actors = last.target.filter { !excluding.contains($0) }
    }
    result.first = verb
    result.last = object >= 0 ? Int(object) : verb
    result.usesAnaphor = true
    return result
  }

  /// "Juba overran the town; the UN condemned the occupation": whoever did a deed by force, whatever it is
  /// called.
  private func hostileAgents(
    _ types: Set<EventType>, _ resolver: ActorResolver, _ excluding: [ActorID]
  ) -> [ActorID]? {
    guard !types.isDisjoint(with: Self.hostileDeeds),
      !isHeadFirst && !lexicon.usesCases || isHostile(types) && !types.contains(.assault)
    else { return nil }
    return resolver.discourse.agents(ofAny: Self.hostileDeeds, against: excluding)
  }

  /// Whether a noun names a hostile deed and nothing else, which nobody else's deed can be meant by.
  private func isHostile(_ types: Set<EventType>) -> Bool {
    !types.isEmpty && types.isSubset(of: Self.hostileDeeds)
  }

  private static let hostileDeeds: Set<EventType> = [.assault, .coerce, .mobilize]

  /// "Armenia ratified the statute; Moscow called the step unfriendly": the subject of the clause before, or of
  /// the sentence before if nothing else was told there, whatever it is that they did.
  private func taker(
    ofStepBefore verb: Int, _ sentence: Sentence, _ resolver: ActorResolver, _ excluding: [ActorID]
  ) -> [ActorID]? {
    guard !isHeadFirst, !lexicon.usesCases else { return nil }
    var copy = resolver
    for other in sentence.chunks.indices.reversed()
    where other < verb && sentence.chunks[other].kind == .verb {
      let links = sentence.links[other]
      guard links.link == .main, links.subject >= 0, links.subject != sentence.links[verb].subject,
        sentence.chunks[Int(links.subject)].traits.contains(.isAgentive),
        !sentence.chunks[other].traits.contains(.isSpeech)
      else { continue }
      let found = rolled(copy.actors(ofList: links.subject, sentence))
      guard !found.isEmpty, Set(found).isDisjoint(with: excluding) else { break }
      return found
    }
    let discourse = resolver.discourse
    guard discourse.topic.count == 1, sentence.number - discourse.topicSentence == 1,
      !discourse.events.contains(where: { sentence.number - $0.sentence <= 1 }),
      !excluding.contains(discourse.topic[0])
    else { return nil }
    return discourse.topic
  }

  /// "…, which Bolivia called an insult", "visited Taipei; China protested": whoever did what was told
  /// just before.
  func answered(
    _ verb: Int, _ type: EventType, _ told: [Finding], _ sentence: Sentence,
    _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    let object = sentence.links[verb].object
    if type == .protest {
      guard object < 0, isOfficial(sentence.links[verb].subject, sentence),
        let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1
      else { return result }
      result.actors = last.source
    } else if type == .reject, object >= 0, Int(object) < verb {
      // "accused Iran of arming rebels, a charge Iran denies".
      let last = told.last {
        [.accuse, .request, .threaten].contains($0.type)
          && !rolled($0.target).allSatisfy { !excluding.contains($0) }
      }
      guard let last else { return result }
      result.actors = last.source
    } else {
      guard object > verb, let last = told.last(where: { $0.phrase < 0 && $0.verb < verb }),
        !last.type.isReaction, Int(last.lastChunk) < Int(object),
        sentence.chunks[Int(object)].ownerEnd == sentence.chunks[Int(object)].ownerStart,
        sentence.items[Int(sentence.chunks[Int(object)].firstItem)].roles.contains(.demonstrative),
        frames.isDecision(sentence.chunks[Int(object)])
      else { return result }
      result.actors = last.source
    }
    remove(excluding, from: &result)
    (result.first, result.last, result.usesAnaphor) = (verb, verb, true)
    return result
  }

  /// Whether the clauses behind a verb name somebody else.
  func namesOther(
    behind verb: Int, _ sentence: Sentence, _ resolver: ActorResolver, _ own: [ActorID]
  ) -> Bool {
    var copy = resolver
    for at in (verb + 1)..<sentence.chunks.count {
      if sentence.chunks[at].kind == .stop || sentence.chunks[at].kind == .contrast { return false }
      if sentence.chunks[at].kind == .nounPhrase,
        !rolled(copy.actors(of: at, sentence)).allSatisfy(own.contains)
      {
        return true
      }
    }
    return false
  }

  /// "…, but Burhan turned it down": whoever proposed, demanded or claimed it.
  func proposer(
    _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    func answers(_ type: EventType, _ source: [ActorID]) -> Bool {
      [.request, .accuse, .consult, .agree, .threaten].contains(type)
        && source.allSatisfy { !excluding.contains(knowledge.actors.rolledUp($0)) }
    }
    var result = Filling()
    result.usesAnaphor = true
    if let last = told.last(where: { answers($0.type, $0.source) }) {
      result.actors = last.source
    } else if let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1,
      answers(last.type, last.source)
    {
      result.actors = last.source
    }
    return result
  }

  /// "a charge that North Korea rejected": whoever made it, the speaker or the last accuser.
  func claimant(
    _ verb: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let object = Int(
      sentence.chunks[verb].traits.contains(.isPassive)
        ? sentence.links[verb].subject : sentence.links[verb].object)
    guard object >= 0, !claimClasses.isEmpty else { return Filling() }
    let chunk = sentence.chunks[object]
    let first = sentence.items[Int(chunk.firstItem)]
    // "it", "this".
    let isPronoun =
      chunk.roles.contains(.thingPronoun)
      || !isHeadFirst && !lexicon.usesCases && chunk.endItem == chunk.firstItem + 1
        && first.roles.isSuperset(of: [.demonstrative, .determiner]) && first.end - first.start > 3
    // "both charges".
    let isBoth =
      !isHeadFirst && !lexicon.usesCases && chunk.roles.contains(.groupBoth)
      && chunk.endItem > chunk.firstItem + 1
    guard chunk.classes.intersects(claimClasses) || isPronoun,
      chunk.ownerEnd == chunk.ownerStart || isPronoun || isBoth
    else { return Filling() }
    var result = Filling()
    if !lexicon.usesCases, !isHeadFirst, !isPronoun,
      let charge = told.last(where: {
        $0.type == .accuse && $0.verb < verb && rolled($0.target) == excluding
      })
    {
      // "The EU accused Georgia of fraud, but Tbilisi rejected the accusation".
      return Filling(
        actors: charge.source, first: object, last: max(object, verb), usesAnaphor: true)
    }
    for other in sentence.chunks.indices
    where other < verb && sentence.chunks[other].kind == .verb
      && sentence.chunks[other].traits.contains(.isSpeech) && sentence.links[other].subject >= 0
    {
      result.actors = resolver.actors(ofList: sentence.links[other].subject, sentence)
    }
    result.actors.removeAll {
      excluding.contains(knowledge.actors.rolledUp($0))
        || knowledge.actors.kind(of: $0) == .medium
    }
    if result.actors.isEmpty {
      let last = resolver.discourse.events.last { told in
        told.type == .accuse && !told.target.filter(excluding.contains).isEmpty
      }
      result.actors = last?.source ?? []
      if result.actors.isEmpty, isPronoun, !isHeadFirst, !lexicon.usesCases,
        let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1,
        last.source == excluding
      {
        // "Israel says Iran fired at the ship. Tehran dismissed this".
        result.actors = resolver.discourse.accuser(of: excluding)
      }
    }
    result.first = min(object, verb)
    result.last = max(object, verb)
    result.usesAnaphor = true
    return result
  }

  /// "has handed Kyiv £12.5bn and is set to give £3bn a year": to the same.
  func shared(
    _ type: EventType, _ source: Filling, _ told: [Finding], _ sentence: Sentence
  ) -> Filling {
    guard let last = told.last, last.type == type, !last.target.isEmpty, last.phrase < 0,
      rolled(last.source) == rolled(source.actors)
    else { return Filling() }
    var result = Filling()
    result.actors = last.target
    result.usesAnaphor = true
    return result
  }

  /// "Beijing accused Manila of lying and warned the Philippines": who acts on the subject of the clause
  /// before is whoever speaks of it.
  func teller(
    before verb: Int, onTheirOwn actors: [ActorID], _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> Filling? {
    let links = sentence.links[verb]
    guard !actors.isEmpty, links.link == .coordinate, links.governor >= 0, links.object > verb,
      !sentence.chunks[verb].traits.contains(.isPassive),
      !sentence.chunks[Int(links.object)].traits.contains(.isAnaphor)
    else { return nil }
    let inner = sentence.links[Int(links.governor)]
    guard inner.link == .content, inner.governor >= 0,
      sentence.links[Int(inner.governor)].subject >= 0,
      rolled(filling(links.object, sentence, &resolver, excluding: []).actors) == rolled(actors)
    else { return nil }
    let teller = filling(
      sentence.links[Int(inner.governor)].subject, sentence, &resolver, excluding: [])
    return teller.actors.isEmpty || rolled(teller.actors) == rolled(actors) ? nil : teller
  }
}
