import CasusKnowledge
import CasusModel

// How the slots of a verb are filled.
extension EventFinder {
  func verbal(
    _ verb: Int, _ index: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ told: [Finding], _ commitments: inout [Finding]
  ) -> [Finding] {
    let frame = lexicon.frames[index]
    guard let type = frame.frame.type else { return [] }
    let links = sentence.links[verb]
    let traits = sentence.chunks[verb].traits
    var source = fill(frame.source, verb, frame, sentence, &resolver, excluding: [])
    if source.actors.isEmpty, traits.contains(.isPassive), links.subject >= 0,
      sentence.chunks[Int(links.subject)].classes.intersects(movedClasses),
      !sentence.chunks[Int(links.subject)].traits.isDisjoint(with: [.hasPossessor, .isAnaphor]),
      type.isTransfer
    {
      // "North Korean troops were sent to Russia": their owner sent them.
      source = filling(links.subject, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty, !frame.source.contains(.subject), !frame.source.contains(.object),
      links.object >= 0, !traits.contains(.isPassive),
      sentence.chunks[Int(links.object)].traits.contains(.hasPossessor)
    {
      // "Belarus receives Russian weapons": they come from their owner.
      source = filling(links.object, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty,
      type == .protest || type == .accuse || type == .request
        || type == .assault && isMission(links.object, sentence)
    {
      source = crowd(verb, sentence, &resolver)
    }
    let cause =
      type == .protest ? protested(verb, sentence, &resolver, rolled(source.actors)) : Filling()
    var target = fill(
      frame.target, verb, frame, sentence, &resolver,
      excluding: rolled(source.actors))
    if target.actors.isEmpty { target = cause }
    if type == .protest, source.actors.isEmpty, !target.actors.isEmpty, links.subject >= 0,
      !traits.contains(.isPassive), !lexicon.usesCases
    {
      // "Angry locals pelted the Russian embassy": of the country that deals with Russia here.
      source.actors = resolver.discourse.partner(of: rolled(target.actors))
      (source.first, source.last, source.usesAnaphor) = (verb, verb, true)
    }
    if target.actors.isEmpty, traits.contains(.isPassive), links.subject >= 0 {
      // "Sanctions against Iran were imposed": the target stands beside the subject.
      for case .preposition(let number, _) in frame.target where target.actors.isEmpty {
        target = afterNoun(number, Int(links.subject), sentence, &resolver)
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
    }
    let ownSubject =
      links.link != .coordinate && links.link != .infinitive
      && links.link != .adverbial
    if source.actors.isEmpty, frame.frame.isReciprocal {
      let sides = between(verb, sentence, &resolver)
      if !sides.actors.isEmpty {
        source = sides
        target = Filling()
      }
    }
    if source.actors.isEmpty, target.actors.isEmpty, frame.frame.isReciprocal,
      traits.contains(.isPassive)
    {
      source = parties(of: Int(links.subject), type, sentence, resolver)
    }
    if target.actors.isEmpty, type.isAimedAtPlaces {
      target = antecedentPlace(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, type == .mobilize {
      target = aimed(verb, sentence, &resolver, rolled(source.actors))
    }
    // "Ukraine and Syria signed a communiqué": with each other.
    let isAmongThem = frame.frame.isReciprocal && distinct(source.actors).count > 1
    if target.actors.isEmpty, !source.actors.isEmpty, frame.target.contains(.object),
      type.isReaction || type == .agree, !isAmongThem, refersBack(verb, sentence)
    {
      target = reactedTo(verb, type, frame, sentence, resolver, excluding: rolled(source.actors))
    }
    if target.actors.isEmpty, frame.frame.content == .drop || type == .request {
      target = contentSubject(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, links.link == .coordinate {
      target = shared(type, source, told, sentence)
    }
    if type == .accuse, refersByPronoun(verb, sentence),
      Int(links.object) + 1 < sentence.chunks.count,
      sentence.chunks[Int(links.object) + 1].kind == .nounPhrase,
      sentence.chunks[Int(links.object) + 1].traits.contains(.hasPossessor)
    {
      // "calls it a Serbian attack".
      let named = filling(links.object + 1, sentence, &resolver, excluding: [])
      if !named.actors.isEmpty { target = named }
      target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
    }
    if type == .accuse || type == .support, refersByPronoun(verb, sentence), target.usesAnaphor,
      let doer = told.last, doer.phrase < 0, doer.verb < verb, !doer.type.isReaction,
      doer.type.quadClass.isCooperation == (type == .support),
      Set(rolled(doer.source)).isDisjoint(with: rolled(source.actors)),
      !sentence.chunks[(doer.verb + 1)..<verb].contains(where: { $0.kind == .verb })
    {
      // "Iran struck Iraq, and Syria condemned it": the deed, hence whoever did it.
      target.actors = doer.source
    }
    if type == .reject, source.actors.count > 0, refersByPronoun(verb, sentence) {
      let maker = proposer(told, sentence, resolver, rolled(source.actors))
      if !maker.actors.isEmpty { target = maker }
    }
    if target.actors.isEmpty, type == .aid, frame.isDativeGift {
      // "перебросила танки к границе": without anyone who gets them, nothing is given.
      return []
    }
    if target.actors.isEmpty, type == .aid || type.isAddressed, frame.frame.content == nil,
      links.link == .coordinate, !frame.frame.isReciprocal
    {
      target = spokenTo(verb, rolled(source.actors), told, sentence)
    }
    if target.actors.isEmpty, type == .aid {
      target = helped(by: verb, sentence, &resolver, rolled(source.actors))
    }
    if type == .request, links.object >= 0, !traits.contains(.isPassive),
      sentence.chunks[Int(links.object)].traits.contains(.isAnaphor),
      sentence.chunks[Int(links.object)].roles.contains(.role),
      sentence.chunks[Int(links.object)].roles.isDisjoint(with: .groupBoth)
    {
      // "orders the state oil company": its own.
      return []
    }
    if target.actors.isEmpty, type == .request, instructsItself(verb, source, sentence, &resolver) {
      return []
    }
    if target.actors.isEmpty, type == .reject, !source.actors.isEmpty {
      target = claimant(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, traits.contains(.isMutual), distinct(source.actors).count > 1 {
      return eachOther(source, verb, index, sentence)
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty, type.takesFarTarget,
      !isAmongThem, !commitsToHarm(verb, sentence)
    {
      target = nearest(after: verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty {
      target = understood(
        verb, type, mode: frame.frame.mode, told, sentence, &resolver, rolled(source.actors))
    }
    let isUndergone =
      traits.contains(.isPassive) || (lexicon.usesCases && !frame.source.contains(.subject))
    if source.actors.isEmpty, !target.actors.isEmpty, links.link != .conditional,
      type.isAimedAtPlaces && frame.frame.mode != "ban" || frame.frame.mode == "hand-back",
      isUndergone || isEnemy(links.subject, sentence)
    {
      // "Beersheba was hit by missiles": whoever fights its owner in this article.
      source.actors = resolver.discourse.opponent(of: rolled(target.actors))
      source.usesAnaphor = true
      source.first = verb
      source.last = verb
    }
    if source.actors.isEmpty, traits.contains(.isPassive), !target.actors.isEmpty {
      // "Sanctions on Iran were imposed again": by whoever did so before.
      source.actors = resolver.discourse.agents(of: type, on: rolled(target.actors))
      source.usesAnaphor = true
      source.first = verb
      source.last = verb
    }
    if source.actors.isEmpty, target.actors.isEmpty, frame.frame.mode == "shoot-down" {
      (source, target) = intercepted(verb, told, sentence, resolver)
    }
    if target.actors.isEmpty, !source.actors.isEmpty, frame.target.contains(.object),
      type.isReaction
    {
      target = reactedTo(
        verb, type, frame, sentence, resolver, excluding: rolled(source.actors))
    }
    var finding = Finding(
      type: type, mode: frame.frame.mode, source: source.actors, target: target.actors,
      verb: verb, phrase: -1, frame: index, firstChunk: verb, lastChunk: verb,
      object: Int(traits.contains(.isPassive) ? links.subject : links.object),
      targetPreposition: target.preposition,
      form: traits.contains(.isPassive) ? "passive" : "active",
      usesAnaphor: source.usesAnaphor || target.usesAnaphor, inheritsSubject: !ownSubject,
      targetIsPlace: target.last >= 0 && sentence.chunks[target.last].traits.contains(.isPlace))
    for filling in [source, target] where filling.last >= 0 {
      finding.lastChunk = max(finding.lastChunk, filling.last)
      if ownSubject || filling.first > verb {
        finding.firstChunk = min(finding.firstChunk, filling.first)
      }
    }
    if finding.object > finding.lastChunk { finding.lastChunk = finding.object }
    if type == .reject, traits.contains(.isNegated), ["deny", "dismiss"].contains(finding.mode) {
      // "did not deny them": nothing was rejected.
      return []
    }
    finding.isOfficial = type == .protest && isOfficial(links.subject, sentence)
    // Only both sides of a reciprocal event may stand in the subject.
    let needsSubject =
      frame.frame.isReciprocal && finding.target.isEmpty && finding.source.isEmpty
    let found = finished(
      finding, frame, subject: needsSubject ? subjectActors(verb, sentence, &resolver) : [])
    if found.isEmpty, sentence.isHeading, !finding.source.isEmpty, !frame.target.isEmpty,
      !frame.frame.isReciprocal || type == .sanction, frame.frame.content == nil
    {
      // "Niger cuts ties": the text below says with whom.
      finding.target = []
      finding.isOpen = true
      return [finding]
    }
    if found.isEmpty, !finding.source.isEmpty, frame.frame.content.map({ $0 != .drop }) ?? false {
      finding.target = []
      commitments.append(finding)
    }
    return found
  }

  /// "Пообіцяв обезголовити хуситів": the act that is promised says whom it is against.
  private func commitsToHarm(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      guard sentence.chunks[other].kind == .verb, Int(links.governor) == verb,
        links.link == .infinitive || links.link == .content,
        let index = frames.frame(of: other, sentence),
        let type = lexicon.frames[index].frame.type
      else { return false }
      return type.isHarm
    }
  }

  /// "Ізраїль і Косово визнали одне одного": what one of several does to the others, they do to it.
  private func eachOther(
    _ sides: Filling, _ verb: Int, _ index: Int, _ sentence: Sentence
  ) -> [Finding] {
    let frame = lexicon.frames[index].frame
    guard let type = frame.type else { return [] }
    var finding = Finding(
      type: type, mode: frame.mode, source: sides.actors, target: [], verb: verb, phrase: -1,
      frame: index, firstChunk: min(verb, sides.first), lastChunk: max(verb, sides.last),
      object: -1, targetPreposition: 0, form: "active", usesAnaphor: sides.usesAnaphor,
      inheritsSubject: false, targetIsPlace: false)
    stand(&finding.source)
    return mutual(finding, distinct(finding.source))
  }

  /// "Враг", "противник": whoever fights the side that is acted on.
  private func isEnemy(_ subject: Int32, _ sentence: Sentence) -> Bool {
    guard subject >= 0, let number = lexicon.classNumbers["enemy"] else { return false }
    var classes = ClassSet()
    classes.insert(number)
    let chunk = sentence.chunks[Int(subject)]
    return chunk.ownerEnd == chunk.ownerStart && chunk.classes.intersects(classes)
  }

  /// "A crowd stormed the embassy": the people of the place do so.
  private func isMission(_ object: Int32, _ sentence: Sentence) -> Bool {
    guard object >= 0, let number = lexicon.classNumbers["diplomat"] else { return false }
    var classes = ClassSet()
    classes.insert(number)
    return sentence.chunks[Int(object)].classes.intersects(classes)
  }

  func subjectActors(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let subject = sentence.links[verb].subject
    return subject >= 0 ? resolver.actors(ofList: subject, sentence) : []
  }

  func fill(
    _ places: [CompiledFrame.Place], _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for place in places {
      let filling = fill(place, verb, frame, sentence, &resolver, excluding: excluding)
      if !filling.actors.isEmpty { return filling }
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
          || frame.target.contains(.subject)
            && sentence.chunks[Int(links.subject)].eventNoun >= 0
          || frame.frame.type == .assault && isAttack(Int(links.subject), sentence)
      else { return Filling() }
      var found = Filling()
      if frame.target.contains(.subject), sentence.chunks[Int(links.subject)].eventNoun >= 0 {
        // "Penembakan konvoi PBB oleh milisi menuai kecaman": whoever did it is blamed.
        found = agent(Int(links.subject), sentence, &resolver)
      }
      if found.actors.isEmpty {
        found = filling(links.subject, sentence, &resolver, excluding: [])
      }
      if found.actors.isEmpty {
        found = modifier(of: Int(links.subject), before: verb, sentence, &resolver)
      }
      if found.actors.isEmpty { found = origin(of: Int(links.subject), sentence, &resolver) }
      addPartners(beside: links.subject, before: verb, to: &found, sentence, &resolver)
      addCompanions(of: verb, to: &found, sentence, &resolver)
      return found
    case .object:
      let object = isPassive ? links.subject : links.object
      guard object >= 0 else { return Filling() }
      var found = filling(object, sentence, &resolver, excluding: isPassive ? [] : excluding)
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
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
      if !found.actors.isEmpty { return found }
      // "meneken deklarasi di Doha": only what is struck or seized somewhere is its state's.
      guard sentence.chunks[Int(object)].eventNoun < 0, frame.frame.type?.isSymmetric != true
      else { return found }
      return located(after: isPassive ? verb : Int(object), sentence, &resolver, excluding)
    case .preposition(let number, let features):
      return prepositional(number, verb, sentence, &resolver, excluding, features: features)
    case .grammaticalCase(let features):
      return oblique(features, beside: verb, sentence, &resolver, excluding)
    case .possessor: return Filling()
    }
  }

  /// "Во вторник встретится с президентом": a singular verb may leave out its subject, which is then
  /// that of the sentence before.
  private func leftOut(
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
  private func undergoer(
    _ subject: Int32, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if sentence.chunks[Int(subject)].traits.contains(.isOpaque) { return Filling() }
    var found = filling(subject, sentence, &resolver, excluding: excluding)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    if !found.actors.isEmpty { return found }
    return located(after: max(Int(subject), verb), sentence, &resolver, excluding)
  }

  /// "сбил два дрона, запущенных хуситами": whose a thing is, the participle behind it says.
  private func madeBy(
    behind object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let verb = object + 3
    guard lexicon.usesCases, verb < sentence.chunks.count,
      sentence.chunks[object + 1].kind == .comma, sentence.chunks[object + 2].kind == .relative,
      sentence.chunks[verb].kind == .verb,
      sentence.chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
    else { return Filling() }
    var found = agent(verb, sentence, &resolver)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    found.first = min(found.first, object)
    return found.actors.isEmpty ? Filling() : found
  }

  /// "A shell lobbed by the YPG hit", "troops backed by Rwanda seized": whoever stands behind it.
  func modifier(
    of subject: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let reduced = subject + 1
    guard lexicon.nounHead == .last, reduced < verb, sentence.chunks[reduced].kind == .verb,
      sentence.chunks[reduced].traits.contains(.isPassive),
      Int(sentence.links[reduced].subject) == subject
    else { return Filling() }
    var found = agent(reduced, sentence, &resolver)
    found.first = min(found.first, subject)
    return found
  }

  /// "Shells fired from Lebanon hit Israel", "envoys from Armenia met": where a thing or somebody comes
  /// from.
  private func origin(
    of subject: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard
      sentence.chunks[subject].classes.intersects(movedClasses)
        || sentence.chunks[subject].classes.intersects(agentClasses)
        || sentence.chunks[subject].roles.contains(.role)
    else { return Filling() }
    var at = subject + 1
    if at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
      Int(sentence.links[at].subject) == subject, sentence.links[at].link == .relative
    {
      at += 1
    }
    guard at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at].roles.contains(.origin), sentence.chunks[at + 1].kind == .nounPhrase
    else { return Filling() }
    return filling(Int32(at + 1), sentence, &resolver, excluding: [])
  }

  /// "Swedia bersama Finlandia mengajukan": a subject and those named with it.
  func addPartners(
    beside subject: Int32, before verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    let at = Int(subject) + 2
    guard at < verb, sentence.chunks[at].traits.contains(.isCompanion), !filling.actors.isEmpty
    else { return }
    for id in resolver.actors(ofList: Int32(at), sentence) where !filling.actors.contains(id) {
      filling.actors.append(id)
    }
  }

  /// "joined Russia and Syria to recognise": those joined act as well.
  func addCompanions(
    of verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    // "joined others in tightening sanctions".
    let isGerund = verb > 0 && sentence.chunks[verb - 1].kind == .preposition
    guard links.link == .infinitive || links.link == .adverbial && isGerund, governor >= 0,
      sentence.chunks[governor].roles.contains(.joining)
    else { return }
    for at in (governor + 1)..<max(verb, governor + 1)
    where sentence.chunks[at].kind == .nounPhrase {
      for id in resolver.actors(of: at, sentence) where !filling.actors.contains(id) {
        filling.actors.append(id)
      }
    }
  }

  /// "An Israeli strike killed": the owner of an attack does what the attack does.
  func isAttack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.eventNoun >= 0 && types(ofNoun: chunk.eventNoun, sentence).contains(.assault)
  }

  /// Whether a subject is the bare name of a state or its capital.
  private func isOfficial(_ subject: Int32, _ sentence: Sentence) -> Bool {
    guard subject >= 0, lexicon.nounHead == .last else { return false }
    let chunk = sentence.chunks[Int(subject)]
    guard chunk.endItem == chunk.firstItem + 1 else { return false }
    let item = sentence.items[Int(chunk.firstItem)]
    return item.kinds.contains(.actor) && !item.nounFeatures.contains(.plural)
      && item.kinds.isDisjoint(with: [.adjectivalActor])
  }

  /// Whether a phrase in subject position may be the actor itself, or stand for it.
  func mayAct(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.traits.contains(.isOpaque) { return false }
    if chunk.traits.contains(.isPlace), !chunk.traits.contains(.hasPossessor) { return false }
    if chunk.traits.contains(.isAgentive) { return true }
    if chunk.eventNoun >= 0 { return false }
    return chunk.classes.isEmpty || chunk.classes.intersects(agentClasses)
  }
}
