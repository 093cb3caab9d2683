import CasusKnowledge
import CasusModel

// How the slots of a verb are filled.
extension EventFinder {
  func verbal(
    _ verb: Int, _ index: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ told: [Finding], _ commitments: inout [Finding], _ half: inout Finding?
  ) -> [Finding] {
    let frame = lexicon.frames[index]
    guard let type = frame.frame.type else { return [] }
    let links = sentence.links[verb]
    let traits = sentence.chunks[verb].traits
    var source = fill(frame.source, verb, frame, sentence, &resolver, excluding: [])
    if source.actors.isEmpty, lexicon.usesCases, links.subject < 0, links.object > verb,
      !traits.contains(.isPassive), type.isTransfer,
      sentence.chunks[Int(links.object)].classes.intersects(movedClasses),
      sentence.chunks[Int(links.object)].traits.contains(.hasPossessor)
    {
      // "Ираку передали 40 иранских танков".
      source = filling(links.object, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty,
      traits.contains(.isPassive) || type == .aid && frame.hasSubjectClasses, links.subject >= 0,
      sentence.chunks[Int(links.subject)].classes.intersects(movedClasses),
      !sentence.chunks[Int(links.subject)].traits.isDisjoint(with: [.hasPossessor, .isAnaphor]),
      type.isTransfer
    {
      // "North Korean troops were sent to Russia", "Turkish aid reached Aleppo": their owner sent them.
      source = filling(links.subject, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty, traits.contains(.isPassive), links.subject >= 0, lexicon.usesCases,
      frame.frame.mode == "recall-ambassador"
    {
      // "Посол Китая отозван": by those who sent him.
      source = filling(links.subject, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty, traits.contains(.isPassive), links.subject >= 0, lexicon.usesCases,
      sentence.chunks[Int(links.subject)].eventNoun >= 0,
      types(ofNoun: sentence.chunks[Int(links.subject)].eventNoun, sentence).contains(type)
    {
      // "Послу вручена нота протеста МИД России": the act is its owner's.
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
      source = crowd(verb, type, sentence, &resolver)
    }
    let orderer = links.governor
    let isOrdered = orderer >= 0 && frames.isOrdered(verb, by: Int(orderer), sentence)
    if source.actors.isEmpty, isOrdered, sentence.links[Int(orderer)].subject >= 0 {
      source = filling(sentence.links[Int(orderer)].subject, sentence, &resolver, excluding: [])
    }
    if frame.frame.mode == "phone", type == .consult, callsNames(verb, sentence) { return [] }
    if frame.frame.mode == "missile-test", type == .mobilize, isAimed(verb, sentence) { return [] }
    if saysWhere(verb, sentence), !frame.hasSubjectClasses, !source.actors.contains(where: isLeader)
    {
      // "Trump was in Riyadh", but "The troops are in Mali".
      return []
    }
    if source.actors.isEmpty, traits.contains(.isPassive), links.object > verb,
      type == .sanction || type == .coerce,
      frames.endsInOrigin(verb, sentence)
        || frame.frame.mode == "expel-diplomats" && !isHeadFirst && !lexicon.usesCases
    {
      // "have been barred from Norwegian roads", "have been told to leave France": whose they are keeps
      // others off.
      source = filling(links.object, sentence, &resolver, excluding: [])
    }
    let mission = mission(of: verb, sentence, &resolver)
    if let mission, source.actors.isEmpty {
      source = frame.frame.mode == "recall-ambassador" ? mission.sender : mission.host
    }
    if source.actors.isEmpty, traits.contains(.isPassive),
      frame.frame.mode == "arrest" || frame.frame.mode == "indict"
    {
      source = custodian(of: verb, sentence, &resolver)
    }
    if source.actors.isEmpty, traits.contains(.isPassive), type == .coerce,
      links.link == .relative, links.governor >= 0, !lexicon.usesCases
    {
      source = releaser(Int(links.governor), sentence, &resolver)
    }
    let cause =
      type == .protest ? protested(verb, sentence, &resolver, rolled(source.actors)) : Filling()
    var target = fill(
      frame.target, verb, frame, sentence, &resolver,
      excluding: rolled(source.actors))
    if target.actors.isEmpty,
      let teller = teller(before: verb, onTheirOwn: source.actors, sentence, &resolver)
    {
      source = teller
      target = fill(
        frame.target, verb, frame, sentence, &resolver, excluding: rolled(source.actors))
    }
    if let mission, frame.frame.mode == "recall-ambassador" { target = mission.host }
    if frame.frame.mode == "retake", isPeople(links.object, target.actors, sentence) { return [] }
    if target.actors.isEmpty { target = cause }
    if frame.frame.mode == "mediate", !target.actors.isEmpty {
      addSides(of: links.subject, mediatedBy: verb, to: &target, sentence, &resolver)
    }
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
    if target.actors.isEmpty, type.isReaction || type == .protest, !source.actors.isEmpty,
      !isHeadFirst, !lexicon.usesCases
    {
      target = answered(verb, type, told, sentence, resolver, excluding: rolled(source.actors))
    }
    let ownSubject =
      links.link != .coordinate && links.link != .infinitive
      && links.link != .adverbial
    if source.actors.isEmpty, frame.frame.isReciprocal {
      // "Bentrok Thailand-Kamboja": both stand behind it.
      let isPair =
        isHeadFirst && links.object == verb + 1
        && sentence.chunks[verb + 1].ownerEnd > sentence.chunks[verb + 1].ownerStart + 1
      let sides =
        isPair
        ? filling(links.object, sentence, &resolver, excluding: [])
        : between(verb, sentence, &resolver)
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
    if target.actors.isEmpty, frame.frame.mode == "close-border", lexicon.usesCases {
      target = beyondBorder(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, type == .mobilize {
      target = aimed(verb, sentence, &resolver, rolled(source.actors))
    }
    // "Ukraine and Syria signed a communiqué": with each other.
    let isAmongThem = frame.frame.isReciprocal && distinct(source.actors).count > 1
    if isAmongThem, frame.frame.mode == "exercise", type == .cooperate, !target.actors.isEmpty,
      !isHeadFirst, !lexicon.usesCases
    {
      // "Malaysia and Indonesia hold drills with Singapore": all of them with each other.
      source.actors += target.actors
      source.last = max(source.last, target.last)
      target = Filling()
    }
    if target.actors.isEmpty, !source.actors.isEmpty, frame.target.contains(.object),
      type.isReaction || type == .agree, !isAmongThem, refersBack(verb, sentence)
    {
      target = reactedTo(verb, type, frame, sentence, resolver, excluding: rolled(source.actors))
    }
    if type == .request, target.actors.isEmpty, !isHeadFirst, !lexicon.usesCases,
      asksUnnamed(verb, sentence)
    {
      // "urged foreign powers to stop": nobody is named.
      return []
    }
    if frame.frame.mode == "shoot-down", target.usesAnaphor, !isHeadFirst, !lexicon.usesCases,
      let attack = told.last(where: { $0.type == .assault && $0.verb != verb }),
      Set(rolled(attack.source)).isDisjoint(with: rolled(source.actors))
    {
      // "As Iran's missiles fell, Jordan shot down several of the drones".
      target.actors = attack.source
    }
    if frame.frame.mode == "recognise", links.objectIsVague(in: sentence),
      let before = resolver.discourse.events.last(where: { $0.mode == "recognise" })
    {
      // "Syria had recognised both": those whose recognition was told of before.
      target = Filling(
        actors: before.target, first: Int(links.object), last: Int(links.object),
        usesAnaphor: true)
    }
    if target.actors.isEmpty, frame.frame.content == .drop || type == .request {
      target = contentSubject(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty {
      target = raised(verb, sentence, &resolver, rolled(source.actors))
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
    if type == .accuse || type == .support, refersByPronoun(verb, sentence), target.usesAnaphor,
      let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1,
      last.type == type, rolled(target.actors) == last.source,
      Set(last.target).isDisjoint(with: rolled(source.actors))
    {
      // "Turkey condemned Israel's raid. Qatar called it a crime": whoever is blamed already.
      target.actors = last.target
    }
    if type == .accuse || type == .support, refersByClitic(verb, sentence),
      let doer = told.last(where: { $0.phrase < 0 && !$0.type.isReaction }),
      doer.type.quadClass.isCooperation == (type == .support),
      Set(rolled(doer.source)).isDisjoint(with: rolled(source.actors))
    {
      // "Iran menyerang Irak, dan Suriah mengecamnya".
      target = Filling(actors: doer.source, first: verb, last: verb, usesAnaphor: true)
    }
    if target.actors.isEmpty, type == .accuse || type == .support {
      target = doers(
        in: Int(traits.contains(.isPassive) ? links.subject : links.object), told, sentence,
        rolled(source.actors))
    }
    if target.actors.isEmpty, type == .accuse || type == .support {
      target = summedUp(by: Int(links.subject), verb, sentence, &resolver, rolled(source.actors))
    }
    if type == .reject, source.actors.count > 0, refersByPronoun(verb, sentence) {
      let maker = proposer(told, sentence, resolver, rolled(source.actors))
      // "Hungary would veto it": nobody, unless somebody proposed it.
      if !maker.actors.isEmpty || frame.frame.mode == "veto" { target = maker }
    }
    if frame.frame.mode == "release-prisoners", target.actors.isEmpty || target.usesAnaphor,
      let captives = resolver.discourse.captives(of: rolled(source.actors))
    {
      // "seized two Guyanese boats. … freed the fishermen".
      target = Filling(actors: captives, first: verb, last: verb, usesAnaphor: true)
    }
    if type == .consult, frame.frame.mode == "visit", links.subject >= 0, isHeadFirst,
      !traits.contains(.isPassive),
      sentence.chunks[Int(links.subject)].classes.intersects(movedClasses),
      // "Делегация талибов".
      !sentence.chunks[Int(links.subject)].classes.intersects(envoyClass)
    {
      // "200 polisi mendarat di Port-au-Prince": forces pay no visits.
      return []
    }
    if type == .support, target.preposition != 0, links.object >= 0,
      sentence.chunks[Int(links.object)].eventNoun >= 0,
      types(ofNoun: sentence.chunks[Int(links.object)].eventNoun, sentence).contains(
        where: \.isHarm)
    {
      // "supports sanctions against Russia": not Russia.
      return []
    }
    if target.actors.isEmpty, type == .aid, frame.isDativeGift {
      // "перебросила танки к границе": without anyone who gets them, nothing is given.
      return []
    }
    if target.actors.isEmpty, type == .aid || type.isAddressed, frame.frame.content == nil,
      links.link == .coordinate,
      // "met Museveni and signed eight agreements".
      !frame.frame.isReciprocal || type == .agree && distinct(source.actors).count == 1
    {
      target = spokenTo(verb, rolled(source.actors), told, sentence)
    }
    if target.actors.isEmpty, type == .aid {
      target = helped(by: verb, sentence, &resolver, rolled(source.actors))
    }
    if type == .request, links.object >= 0, !traits.contains(.isPassive), target.preposition == 0,
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
    if type == .request, verb + 1 < sentence.chunks.count,
      sentence.chunks[verb + 1].kind == .nounPhrase, !target.actors.isEmpty || links.object < 0,
      isOwn(verb + 1, of: source.actors, sentence, resolver)
    {
      return []
    }
    if target.actors.isEmpty, type == .reject, !source.actors.isEmpty {
      target = claimant(verb, told, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, type == .concede, lexicon.usesCases,
      distinct(source.actors).count == 2,
      frame.frame.mode == "ceasefire" || frame.frame.mode == "release-prisoners"
    {
      // "Баку и Ереван прекращают огонь": a truce of two is agreed on, prisoners go both ways.
      return eachOther(
        source, verb, index, sentence, as: frame.frame.mode == "ceasefire" ? .agree : nil)
    }
    if target.actors.isEmpty, traits.contains(.isMutual) || sharesObject(verb, frame, sentence),
      distinct(source.actors).count > 1
    {
      return eachOther(source, verb, index, sentence)
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty,
      type.isHarm && type != .mobilize || type == .threaten
    {
      target = answeredSide(by: verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty, type.takesFarTarget,
      !lexicon.usesCases || frame.frame.mode != "missile-test",
      !isAmongThem, !commitsToHarm(verb, sentence)
    {
      target = nearest(
        after: movesForces(verb, type, sentence) ? Int(links.object) : verb, sentence,
        &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty, !isAmongThem,
      !actsOnOwn(verb, type, frame, rolled(source.actors), sentence, resolver)
    {
      target = understood(
        verb, type, mode: frame.frame.mode, told, sentence, &resolver, rolled(source.actors))
    }
    if source.actors.isEmpty, !target.actors.isEmpty, traits.contains(.isPassive),
      type == .coerce || type == .sanction,
      !["occupy", "capture", "blockade"].contains(frame.frame.mode)
    {
      source = institution(before: verb, sentence, &resolver, rolled(target.actors))
    }
    if source.actors.isEmpty, !target.actors.isEmpty, type == .assault, lexicon.usesCases,
      isInterception(verb, mode: frame.frame.mode, sentence)
    {
      source = defender(beside: verb, sentence, &resolver, rolled(target.actors))
    }
    if source.actors.isEmpty, !traits.contains(.isPassive), type.isHarm, links.link == .subordinate,
      let answer = answer(to: verb, told, sentence, rolled(target.actors))
    {
      source = answer
    }
    if lexicon.enemies.count > 0, type == .assault || type == .coerce {
      fillEnemies(verb, frame, &source, &target, sentence, resolver)
    }
    let isUndergone =
      traits.contains(.isPassive) || (lexicon.usesCases && !frame.source.contains(.subject))
    if source.actors.isEmpty, !target.actors.isEmpty, links.link != .conditional,
      type.isAimedAtPlaces && frame.frame.mode != "ban" || frame.frame.mode == "hand-back",
      isUndergone || isNobodys(links.subject, enemyClass, sentence)
        || type == .assault && isNobodys(links.subject, weaponClass, sentence)
    {
      // "Beersheba was hit by missiles", "A jet bombed the army's positions": whoever fights their
      // owner in this article.
      source.actors = resolver.discourse.opponent(of: rolled(target.actors))
      source.usesAnaphor = true
      source.first = verb
      source.last = verb
    }
    if source.actors.isEmpty, traits.contains(.isPassive), frame.frame.mode == "release-prisoners",
      let captor = told.last(where: {
        $0.type == .coerce && rolled($0.target) == rolled(target.actors)
      })
    {
      // "Warga Prancis yang ditahan Iran dibebaskan".
      source = Filling(actors: captor.source, first: verb, last: verb, usesAnaphor: true)
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
    if isOrdered { finding.status = .planned }
    for filling in [source, target] where filling.last >= 0 {
      finding.lastChunk = max(finding.lastChunk, filling.last)
      if ownSubject || filling.first > verb {
        finding.firstChunk = min(finding.firstChunk, filling.first)
      }
    }
    if finding.object > finding.lastChunk { finding.lastChunk = finding.object }
    if ownSubject, links.subject >= 0, sentence.chunks[Int(links.subject)].eventNoun >= 0 {
      // "Митинг прошёл в Тбилиси": what happened is part of the words.
      finding.firstChunk = min(finding.firstChunk, Int(links.subject))
      finding.lastChunk = max(finding.lastChunk, Int(links.subject))
    }
    if type == .concede || type == .coerce, finding.object >= 0,
      isOwn(finding.object, of: source.actors, sentence, resolver)
    {
      // Who brings home their own soldiers frees or seizes nobody.
      guard type == .concede, sentence.chunks[finding.object].classes.intersects(movedClasses)
      else { return [] }
      (finding.type, finding.mode, finding.target) = (.retreat, "withdraw", [])
    }
    if type == .retreat, finding.mode == "disarm", finding.object >= 0 {
      let owners = rolled(resolver.actors(of: finding.object, sentence))
      // "wants to dismantle Iran's centrifuges": who disarms others does not yield.
      if !owners.isEmpty, Set(owners).isDisjoint(with: rolled(finding.source)) { return [] }
    }
    if type == .reject, traits.contains(.isNegated), ["deny", "dismiss"].contains(finding.mode) {
      // "did not deny them": nothing was rejected.
      return []
    }
    finding.isOfficial = type == .protest && isOfficial(links.subject, sentence)
    if type == .mobilize, finding.mode == "deploy", isHeadFirst, !lexicon.usesCases,
      !finding.source.isEmpty
    {
      let helped = helped(by: verb, sentence, &resolver, rolled(source.actors))
      if !helped.actors.isEmpty {
        // "menerjunkan prajurit untuk menyokong Kinshasa".
        finding.type = .aid
        finding.mode = "troops"
        finding.target = helped.actors
        finding.lastChunk = max(finding.lastChunk, helped.last)
      }
    }
    if type == .retreat, frame.frame.mode == "withdraw", isHeadFirst, !lexicon.usesCases,
      links.object < 0, links.subject >= 0, resigns(Int(links.subject), sentence)
    {
      return []
    }
    // Only both sides of a reciprocal event may stand in the subject.
    let needsSubject =
      frame.frame.isReciprocal && finding.target.isEmpty && finding.source.isEmpty
    var found = finished(
      finding, frame, subject: needsSubject ? subjectActors(verb, sentence, &resolver) : [])
    found += broughtTogether(finding, frame, sentence, &resolver)
    if isHeadFirst, !lexicon.usesCases, found.count == 1, found[0].target.isEmpty,
      finding.mode == "lift-sanctions"
        || finding.mode == "incursion" && links.object >= 0
          && sentence.chunks[Int(links.object)].classes.intersects(borderClass)
    {
      // "AS cabut sanksi pupuk", "tentara Korut terobos garis demarkasi": the article says whose.
      found[0].isOpen = true
    }
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
    if found.isEmpty, half == nil, !frame.target.isEmpty, assertsAct(verb, type, sentence) {
      half = oneSided(finding, sentence)
    }
    return found
  }

  /// "Japan protested to China after two ships entered its waters": what somebody does in answer, it
  /// does to whoever owns the forces that the clause beside tells of.
  private func answer(
    to verb: Int, _ told: [Finding], _ sentence: Sentence, _ target: [ActorID]
  ) -> Filling? {
    let subject = sentence.links[verb].subject
    guard !lexicon.usesCases, subject >= 0,
      sentence.chunks[Int(subject)].ownerEnd == sentence.chunks[Int(subject)].ownerStart,
      sentence.chunks[Int(subject)].classes.intersects(movedClasses)
        || sentence.chunks[Int(subject)].roles.contains(.role),
      let main = told.last(where: { $0.phrase < 0 && sentence.links[$0.verb].link == .main }),
      !main.type.quadClass.isCooperation, !main.target.isEmpty,
      target.isEmpty || rolled(main.source) == target
    else { return nil }
    return Filling(
      actors: main.target, first: Int(subject), last: Int(subject), usesAnaphor: true)
  }

  /// Whether a verb tells of an act of its own, and of what: neither what others want, say or suppose,
  /// nor the rejection of "it", which was told right before.
  private func assertsAct(_ verb: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    ![.conditional, .infinitive, .content].contains(sentence.links[verb].link)
      && (type != .reject || !refersByPronoun(verb, sentence) && !refersByClitic(verb, sentence))
  }

  /// Whether a phrase stands in the case of its locative preposition: "в Нигере", "на западе Нигера".
  private func standsInPlace(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    if chunk.features.contains(.locative) { return true }
    let preposition = sentence.items[Int(sentence.chunks[Int(chunk.prepositionChunk)].firstItem)]
    return preposition.endToken > preposition.firstToken + 1 && chunk.features.contains(.genitive)
  }

  /// "У Норвегії затримано двох росіян": who acts by the law of a state where it is done.
  private func institution(
    before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.usesCases else { return Filling() }
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where chunk.prepositionChunk >= 0 && chunk.traits.contains(.isAgentive)
        && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)
        && standsInPlace(chunk, sentence):
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        return found
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return Filling()
      }
    }
    return Filling()
  }

  /// Whether an event noun has its target behind a preposition.
  private func isAimed(_ phrase: Int, by preposition: Int, _ sentence: Sentence) -> Bool {
    let noun = sentence.chunks[phrase].eventNoun
    return noun >= 0
      && lexicon.meanings(of: sentence.items[Int(noun)].node).contains {
        $0.kind == .eventNoun
          && lexicon.frames[Int($0.index)].nominalTarget.contains {
            if case .preposition(preposition, _) = $0 { true } else { false }
          }
      }
  }

  /// "помощь Украине", "поставки оружия Киеву": whether the name in an object is only who gets something.
  private func isForRecipient(_ object: Int32, _ sentence: Sentence) -> Bool {
    let noun = sentence.chunks[Int(object)].eventNoun
    guard noun >= 0, !isAdjectival(Int(object), sentence) else { return false }
    return lexicon.meanings(of: sentence.items[Int(noun)].node).contains {
      $0.kind == .eventNoun
        && isRecipient(ownerOf: Int(object), lexicon.frames[Int($0.index)], sentence)
    }
  }

  /// "called Iran a threat", "called its envoy home": whether "call" does not stand alone with whom it
  /// calls, who was not phoned then.
  private func callsNames(_ verb: Int, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    guard !isHeadFirst, !lexicon.usesCases, object > verb else { return false }
    let isJudgement = frames.candidates(verb, sentence).contains {
      lexicon.frames[Int($0)].frame.type?.isReaction == true
    }
    // "telephoned both premiers".
    guard isJudgement else { return false }
    let called = sentence.chunks[Int(object)]
    // "called it credible", "called its envoy home".
    let isOwn = (Int(called.ownerStart)..<Int(called.ownerEnd)).contains {
      !sentence.owners[$0].roles.isDisjoint(with: [.possessivePronoun, .thingPronoun])
    }
    guard called.roles.contains(.counterpart) || !isOwn,
      !called.traits.contains(.hasPossessor)
        || !called.roles.isDisjoint(with: [.role, .counterpart])
    else { return true }
    let next = (sentence.list(from: object).max() ?? Int(object)) + 1
    guard next < sentence.chunks.count else { return false }
    let chunk = sentence.chunks[next]
    switch chunk.kind {
    case .stop, .comma, .date, .conjunction, .preposition, .subordinator: return false
    case .verb: return !chunk.traits.contains(.isInfinitive)
    default: return true
    }
  }

  /// "have been jailed in Poland": the state where somebody is held by the law.
  private func custodian(
    of verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard !lexicon.usesCases else { return Filling() }
    var at = verb + 1
    while at < sentence.chunks.count, sentence.chunks[at].kind == .date { at += 1 }
    guard at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      isHeadFirst
        ? sentence.chunks[at].roles.contains(.locative)
          && !sentence.chunks[at].roles.contains(.origin)
        : Int(sentence.chunks[at].preposition) == inNumber,
      sentence.chunks[at + 1].kind == .nounPhrase,
      sentence.chunks[at + 1].endItem == sentence.chunks[at + 1].firstItem + 1,
      sentence.items[Int(sentence.chunks[at + 1].firstItem)].kinds.contains(.actor)
    else { return Filling() }
    return filling(Int32(at + 1), sentence, &resolver, excluding: [])
  }

  /// "freed a British couple held for nine months": who lets somebody go held them.
  private func releaser(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard let index = frames.frame(of: verb, sentence),
      lexicon.frames[index].frame.mode == "release-prisoners",
      !sentence.chunks[verb].traits.contains(.isPassive), sentence.links[verb].subject >= 0
    else { return Filling() }
    return filling(sentence.links[verb].subject, sentence, &resolver, excluding: [])
  }

  /// "fired a missile at a ship": what is fired at something is no test.
  private func isAimed(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, let at = lexicon.prepositions["at"] else {
      return false
    }
    let object = sentence.links[verb].object
    let next = (object > verb ? Int(object) : verb) + 1
    return next < sentence.chunks.count && sentence.chunks[next].kind == .preposition
      && Int(sentence.chunks[next].preposition) == at
      && next + 1 < sentence.chunks.count && sentence.chunks[next + 1].kind == .nounPhrase
  }

  /// "was in": whether a verb is a form of "be" with a preposition and no more.
  private func saysWhere(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, sentence.chunks[verb].verbItem >= 0 else {
      return false
    }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return item.endToken == item.firstToken + 2
      && lexicon.roles(of: sentence.tokens[Int(item.firstToken)].word).contains(.be)
      && lexicon.roles(of: sentence.tokens[Int(item.firstToken) + 1].word).contains(.locative)
  }

  private func isLeader(_ id: ActorID) -> Bool {
    knowledge.actors.kind(of: id) == .person
  }

  /// Whether somebody without a name is asked to do something.
  private func asksUnnamed(_ verb: Int, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    guard object > verb else { return false }
    let phrase = sentence.chunks[Int(object)]
    guard phrase.ownerEnd == phrase.ownerStart, phrase.eventNoun < 0 else { return false }
    return sentence.chunks.indices.contains {
      sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].governor) == verb
        && sentence.links[$0].link == .content && sentence.links[$0].subject == object
        && sentence.chunks[$0].traits.contains(.isInfinitive)
    }
  }

  /// "Закрыла пункты пропуска на белорусской границе": the border is that with its owner.
  private func beyondBorder(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.classes.intersects(borderClass):
        var found = Filling(first: at, last: at)
        found.actors = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).flatMap {
          resolver.actors(of: sentence.owners[$0], at, sentence)
        }
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      case .nounPhrase, .preposition, .date, .conjunction: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "Посоветовала своим гражданам", "вернула своих солдат": whether an object or addressee is the
  /// source's own.
  private func isOwn(
    _ phrase: Int, of source: [ActorID], _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard lexicon.usesCases, chunk.prepositionChunk < 0, chunk.ownerEnd == chunk.ownerStart + 1,
      sentence.owners[Int(chunk.ownerStart)].roles == .possessivePronoun
    else { return false }
    // "Свой" shows its case, "его" does not.
    let pronoun = sentence.items[Int(sentence.owners[Int(chunk.ownerStart)].item)]
    guard !pronoun.nounFeatures.isDisjoint(with: .cases) else { return false }
    var copy = resolver
    let named = rolled(copy.actors(of: phrase, sentence))
    let own = rolled(source)
    return !named.isEmpty && named.allSatisfy { own.contains($0) }
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
    _ sides: Filling, _ verb: Int, _ index: Int, _ sentence: Sentence, as other: EventType? = nil
  ) -> [Finding] {
    let frame = lexicon.frames[index].frame
    guard let type = other ?? frame.type else { return [] }
    var finding = Finding(
      type: type, mode: frame.mode, source: sides.actors, target: [], verb: verb, phrase: -1,
      frame: index, firstChunk: min(verb, sides.first), lastChunk: max(verb, sides.last),
      object: -1, targetPreposition: 0, form: "active", usesAnaphor: sides.usesAnaphor,
      inheritsSubject: false, targetIsPlace: false)
    stand(&finding.source)
    return mutual(finding, distinct(finding.source))
  }

  /// "A missile", "the enemy": something of some classes of which the text does not say whose.
  func isNobodys(_ subject: Int32, _ classes: ClassSet, _ sentence: Sentence) -> Bool {
    guard subject >= 0 else { return false }
    let chunk = sentence.chunks[Int(subject)]
    return chunk.ownerEnd == chunk.ownerStart && chunk.classes.intersects(classes)
  }

  /// "A crowd stormed the embassy": the people of the place do so.
  private func isMission(_ object: Int32, _ sentence: Sentence) -> Bool {
    object >= 0 && sentence.chunks[Int(object)].classes.intersects(missionClass)
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

  /// "attacked its neighbour, Iraq": the name that says who an object is that has none.
  private func apposed(toObject object: Int, _ sentence: Sentence) -> Int32? {
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

  /// "освободил француза", "освободил Майкла Коврига": whether an object is somebody and no territory.
  private func isPeople(_ object: Int32, _ actors: [ActorID], _ sentence: Sentence) -> Bool {
    guard object >= 0 else { return false }
    if !actors.isEmpty, actors.allSatisfy({ knowledge.actors.kind(of: $0) == .person }) {
      return true
    }
    let phrase = sentence.chunks[Int(object)]
    guard lexicon.usesCases, phrase.headItem >= 0 else { return false }
    let head = sentence.items[Int(phrase.headItem)]
    return head.kinds.contains(.adjectivalActor) && !head.nounFeatures.contains(.adjective)
      && !head.nounFeatures.isDisjoint(with: .cases)
  }

  /// "Both accuse Kyiv": whom "both" does not mean.
  private func named(
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
  private func ownsByPronoun(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return !lexicon.usesCases && chunk.ownerEnd == chunk.ownerStart + 1
      && sentence.owners[Int(chunk.ownerStart)].roles == .possessivePronoun
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
          || frame.frame.type == .assault && isAttack(Int(links.subject), sentence)
          || frame.frame.mode == "cyber" && isCyberAttack(Int(links.subject), sentence)
          // "Bantuan kemanusiaan Indonesia tiba di Gaza".
          || frame.frame.type == .aid && frame.hasSubjectClasses
      else { return Filling() }
      var found = Filling()
      if frame.target.contains(.subject), sentence.chunks[Int(links.subject)].eventNoun >= 0 {
        // "Penembakan konvoi PBB oleh milisi menuai kecaman": whoever did it is blamed.
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
      addPartners(beside: links.subject, before: verb, to: &found, sentence, &resolver)
      addCompanions(of: verb, to: &found, sentence, &resolver)
      return found
    case .object:
      let object = isPassive ? links.subject : links.object
      if object < 0, refersByClitic(verb, sentence),
        [.request, .threaten].contains(frame.frame.type)
      {
        // "Ia memintanya menjadi penengah".
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
      let told = isPassive ? nil : apposed(toObject: Int(object), sentence)
      var found = filling(
        told ?? object, sentence, &resolver, excluding: isPassive ? [] : excluding)
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
    case .possessor: return Filling()
    }
  }

  /// "pulled back its troops", "will hand over its heavy weapons", "barred its citizens from travelling":
  /// what somebody moves or gives away is their own.
  private func movesOwn(_ object: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
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

  /// "moved several hundred British soldiers": whose those are who are moved, nobody is meant by that.
  private func movesForces(_ verb: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    return type == .mobilize && !lexicon.usesCases && object > verb
      && sentence.chunks[Int(object)].classes.intersects(movedClasses)
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
  private func undergoer(
    _ subject: Int32, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if sentence.chunks[Int(subject)].traits.contains(.isOpaque) { return Filling() }
    var found = filling(subject, sentence, &resolver, excluding: excluding)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    if !found.actors.isEmpty { return found }
    // "Лікарня в Краматорську опинилася під ударом".
    if Int(subject) < verb {
      found = located(after: Int(subject), sentence, &resolver, excluding)
      if !found.actors.isEmpty { return found }
    }
    return located(after: max(Int(subject), verb), sentence, &resolver, excluding)
  }

  /// "сбил два дрона, запущенных хуситами": whose a thing is, the participle behind it says.
  private func madeBy(
    behind object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if isHeadFirst, !lexicon.usesCases {
      return senders(of: object, sentence, &resolver, excluding)
    }
    let verb = object + 3
    guard lexicon.usesCases, verb < sentence.chunks.count,
      sentence.chunks[object + 1].kind == .comma, sentence.chunks[object + 2].kind == .relative,
      sentence.chunks[verb].kind == .verb,
      sentence.chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
    else { return Filling() }
    return owner(agent(verb, sentence, &resolver), of: object, excluding)
  }

  /// Whoever made or sent a thing as its owner: the words reach back to the thing itself.
  private func owner(_ maker: Filling, of thing: Int, _ excluding: [ActorID]) -> Filling {
    var found = maker
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    found.first = min(found.first, thing)
    return found.actors.isEmpty ? Filling() : found
  }

  /// "Rudal yang ditembakkan Houthi", "tentara yang dikirim Korea Utara": whoever sends them.
  private func senders(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let verb = phrase + 2
    guard verb < sentence.chunks.count,
      sentence.chunks[phrase].classes.intersects(movedClasses) || isAttack(phrase, sentence)
        || isBacked(by: verb, sentence),
      sentence.chunks[phrase + 1].kind == .relative, sentence.chunks[verb].kind == .verb,
      sentence.chunks[verb].traits.contains(.isPassive)
    else { return Filling() }
    return owner(agent(verb, sentence, &resolver), of: phrase, excluding)
  }

  /// "a ship run by a German charity", "a draft on Sudan written by Britain": whose a thing is, the
  /// participle behind it says.
  func made(
    _ object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[object].ownerEnd == sentence.chunks[object].ownerStart
    else { return Filling() }
    var at = object + 1
    while at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at + 1].kind == .nounPhrase
    {
      at += 2
    }
    guard at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
      sentence.chunks[at].traits.isSuperset(of: [.isParticiple, .isPassive]),
      sentence.links[at].link == .relative
    else { return Filling() }
    return owner(agent(at, sentence, &resolver), of: object, excluding)
  }

  /// "seized two boats carrying Iranian weapons", "mencegat perahu yang membawa 60 migran Sudan": whose
  /// the cargo of a craft without an owner is.
  private func carried(
    by object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let verb = isHeadFirst ? object + 2 : object + 1
    guard !lexicon.usesCases, verb < sentence.chunks.count, sentence.chunks[verb].kind == .verb,
      isHeadFirst
        ? sentence.chunks[object + 1].kind == .relative
        : sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[object].classes.intersects(movedClasses),
      sentence.links[verb].object > verb,
      frames.frame(of: verb, sentence).map({ lexicon.frames[$0].frame.type == nil }) ?? true
    else { return Filling() }
    let cargo = sentence.links[verb].object
    guard sentence.chunks[Int(cargo)].traits.contains(.hasPossessor),
      !sentence.chunks[Int(cargo)].traits.contains(.isAnaphor)
    else { return Filling() }
    return owner(
      filling(cargo, sentence, &resolver, excluding: excluding), of: object, excluding)
  }

  /// "condemned the decision by Iran", "plans by Oslo were welcomed": whose a thing is, the agent
  /// right behind it says.
  private func author(
    behind object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.nounHead == .last, !lexicon.usesCases, object + 2 < sentence.chunks.count,
      sentence.chunks[object + 1].kind == .preposition,
      sentence.chunks[object + 1].roles.contains(.agentMarker),
      sentence.chunks[object + 2].kind == .nounPhrase
    else { return Filling() }
    return owner(
      filling(Int32(object + 2), sentence, &resolver, excluding: []), of: object, excluding)
  }

  /// "A shell lobbed by the YPG hit", "troops backed by Rwanda seized": whoever stands behind it.
  func modifier(
    of subject: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    // "The raid, carried out by Israeli commandos, killed".
    let isApart = !lexicon.usesCases && sentence.chunks[subject + 1].kind == .comma
    let reduced = subject + (isApart ? 2 : 1)
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
  func origin(
    of subject: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    excluding: [ActorID] = []
  ) -> Filling {
    guard
      sentence.chunks[subject].classes.intersects(movedClasses)
        || sentence.chunks[subject].classes.intersects(agentClasses)
        || sentence.chunks[subject].roles.contains(.role)
    else { return Filling() }
    var at = subject + 1
    if isHeadFirst, !lexicon.usesCases, at < sentence.chunks.count,
      sentence.chunks[at].kind == .relative
    {
      // "Drone yang diluncurkan dari Yaman".
      at += 1
    }
    if at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
      Int(sentence.links[at].subject) == subject, sentence.links[at].link == .relative
    {
      at += 1
    }
    guard at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at].roles.contains(.origin), sentence.chunks[at + 1].kind == .nounPhrase
    else { return Filling() }
    var found = filling(Int32(at + 1), sentence, &resolver, excluding: [])
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  /// "Swedia bersama Finlandia mengajukan": a subject and those named with it.
  func addPartners(
    beside subject: Int32, before verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    guard !filling.actors.isEmpty else { return }
    var at = Int(subject) + 2
    // "Belanda, bersama Denmark, berjanji".
    if isHeadFirst, at < verb, sentence.chunks[at - 1].kind == .comma { at += 1 }
    let isBeside = at < verb && sentence.chunks[at].traits.contains(.isCompanion)
    // "Bersama Prancis, Inggris mengirim": named first.
    let isFronted =
      isHeadFirst && subject > 2 && sentence.chunks[0].kind == .preposition
      && sentence.chunks[1].traits.contains(.isCompanion) && sentence.chunks[1].eventNoun < 0
      && sentence.chunks[Int(subject) - 1].kind == .comma
      && sentence.list(from: 1).max() == Int(subject) - 2
    let free = isBeside || isFronted ? -1 : companion(before: verb, sentence)
    for (holds, partner) in [(isBeside, at), (isFronted, 1), (free > 0, free)] where holds {
      for id in resolver.actors(ofList: Int32(partner), sentence)
      where !filling.actors.contains(id) {
        filling.actors.append(id)
      }
    }
  }

  /// "Вместе с Норвегией помощь выделила и Швеция": where word order is free, those named with the
  /// subject may stand anywhere before the verb; −1 when there are none.
  private func companion(before verb: Int, _ sentence: Sentence) -> Int {
    guard lexicon.usesCases else { return -1 }
    var at = verb - 1
    while at > 0 {
      switch sentence.chunks[at].kind {
      case .nounPhrase where sentence.chunks[at].traits.contains(.isCompanion): return at
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return -1
      }
    }
    return -1
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

  /// "A Russian cyberattack knocked out": likewise.
  func isCyberAttack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.eventNoun >= 0 && modes(ofNoun: chunk.eventNoun, sentence).contains("cyber")
  }

  /// Whether a subject is the bare name of a state or its capital.
  func isOfficial(_ subject: Int32, _ sentence: Sentence) -> Bool {
    guard subject >= 0 else { return false }
    let chunk = sentence.chunks[Int(subject)]
    if !lexicon.usesCases, chunk.roles.contains(.role), chunk.headItem >= 0,
      !chunk.classes.intersects(peopleClass), !chunk.classes.intersects(movedClasses),
      !sentence.items[Int(chunk.headItem)].nounFeatures.contains(.plural)
    {
      // "China's foreign ministry protested".
      return true
    }
    guard chunk.endItem == chunk.firstItem + 1 else { return false }
    let item = sentence.items[Int(chunk.firstItem)]
    // "Georgians rallied": many people are no office.
    return item.kinds.contains(.actor) && !item.nounFeatures.contains(.plural)
      && item.kinds.isDisjoint(with: [.adjectivalActor])
      && !lexicon.meanings(of: item.node).contains {
        $0.kind == .actor && knowledge.actors.kind(at: Int($0.index)) == .group
      }
  }

  /// "Perundingan Serbia dengan Kosovo yang dimediasi Uni Eropa": the talks are mediated, hence both
  /// sides of them.
  private func addSides(
    of phrase: Int32, mediatedBy verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    guard isHeadFirst, phrase > 1, sentence.links[verb].link == .relative,
      sentence.chunks[verb].traits.contains(.isPassive),
      Int(sentence.chunks[Int(phrase)].prepositionChunk) == Int(phrase) - 1,
      sentence.chunks[Int(phrase) - 2].kind == .nounPhrase,
      sentence.chunks[Int(phrase) - 2].eventNoun >= 0
    else { return }
    for id in resolver.actors(of: Int(phrase) - 2, sentence) where !filling.actors.contains(id) {
      filling.actors.append(id)
    }
  }

  /// "Trump mempertemukan Pashinyan dengan Aliyev": whoever brings two together meets both, and they
  /// meet each other.
  private func broughtTogether(
    _ finding: Finding, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> [Finding] {
    guard isHeadFirst, finding.mode == "mediate", finding.form == "active",
      finding.targetPreposition == 0, !finding.source.isEmpty, !finding.target.isEmpty
    else { return [] }
    for case .preposition(let number, _) in frame.target {
      let other = prepositional(
        number, finding.verb, sentence, &resolver, rolled(finding.source + finding.target))
      guard !other.actors.isEmpty else { continue }
      var (first, second) = (finding, finding)
      first.target = other.actors
      second.source = finding.target
      second.target = other.actors
      (first.lastChunk, second.lastChunk) = (other.last, other.last)
      return [first, second]
    }
    return []
  }

  /// "melarang warganya berlayar", "memulangkan warganya": what is done to one's own people is done to
  /// nobody else.
  private func actsOnOwn(
    _ verb: Int, _ type: EventType, _ frame: CompiledFrame, _ source: [ActorID],
    _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Bool {
    let object = sentence.links[verb].object
    guard isHeadFirst, !lexicon.usesCases, type == .coerce || type == .concede,
      frame.target.contains(.object), object >= 0,
      sentence.chunks[Int(object)].traits.contains(.hasPossessor),
      sentence.chunks[Int(object)].classes.intersects(peopleClass)
    else { return false }
    var copy = resolver
    let owners = rolled(copy.actors(of: Int(object), sentence))
    return !owners.isEmpty && owners.allSatisfy(source.contains)
  }

  /// "mengutuk pembunuhan warga sipil oleh RSF", "menembak jatuh drone Iran yang diluncurkan Rusia": who
  /// did it, rather than whom it belongs to.
  private func doer(
    ofObject object: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    if frame.frame.mode == "shoot-down" {
      return senders(of: object, sentence, &resolver, excluding)
    }
    guard frame.frame.type?.isReaction == true, sentence.chunks[object].eventNoun >= 0,
      object + 2 < sentence.chunks.count, sentence.chunks[object + 1].kind == .preposition,
      sentence.chunks[object + 1].roles.contains(.agentMarker)
    else { return Filling() }
    return owner(
      filling(Int32(object + 2), sentence, &resolver, excluding: []), of: object, excluding)
  }

  /// "Menteri Keamanan Nasional Israel Itamar Ben-Gvir mundur": who holds an office and is no force
  /// leaves the office.
  private func resigns(_ subject: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[subject]
    return chunk.roles.contains(.role) && !chunk.classes.intersects(movedClasses)
      && (Int(chunk.firstItem)..<Int(chunk.endItem)).contains {
        sentence.items[$0].kinds == .unknown && sentence.items[$0].isCapitalised
      }
  }

  /// "Latvia merobohkan monumen, langkah yang disebut Kremlin sebagai provokasi": a noun that sums up the
  /// clause before it is what its subject did.
  private func summedUp(
    by noun: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let links = sentence.links[verb]
    guard isHeadFirst, !lexicon.usesCases, links.link == .relative, links.governor >= 0, noun > 1,
      sentence.chunks[verb].traits.contains(.isPassive),
      sentence.chunks[noun].ownerEnd == sentence.chunks[noun].ownerStart,
      sentence.chunks[noun - 1].kind == .comma
        && (sentence.chunks[noun].traits.contains(.isPlan)
          || frames.isDecision(sentence.chunks[noun]))
        // "mengesahkan undang-undang yang dikecam Uni Eropa": whoever passed it.
        || sentence.links[Int(links.governor)].object == Int32(noun)
          && !sentence.chunks[Int(links.governor)].traits.contains(.isPassive)
          && !sentence.chunks[noun].traits.contains(.isAgentive)
    else { return Filling() }
    let doer = sentence.links[Int(links.governor)].subject
    guard doer >= 0 else { return Filling() }
    var found = filling(doer, sentence, &resolver, excluding: [])
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    (found.first, found.last) = (noun, verb)
    return found.actors.isEmpty ? Filling() : found
  }

  /// "memangkas tarif masing-masing", "memulangkan duta besar masing-masing": what each has against the
  /// other.
  private func sharesObject(_ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    guard object >= 0, isHeadFirst,
      frame.frame.type == .sanction || frame.frame.mode == "lift-sanctions"
    else { return false }
    let chunk = sentence.chunks[Int(object)]
    return sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
      $0.roles.contains(.reciprocal)
    }
  }

  /// "memerintahkan tentara menguasai Gaza": whoever gives orders to an army without a name has its own in
  /// mind.
  private func ownForces(
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

  /// "Peretas yang didukung China": whoever backs those who act stands behind what they do.
  private func isBacked(by verb: Int, _ sentence: Sentence) -> Bool {
    guard sentence.chunks[verb].kind == .verb,
      let index = frames.frame(of: verb, sentence)
    else { return false }
    return lexicon.frames[index].frame.type == .support
  }

  /// "Kesepakatan yang dicapai Thailand dan Kamboja dipuji Malaysia": those of whose deed a relative clause
  /// tells.
  private func doers(
    in noun: Int, _ told: [Finding], _ sentence: Sentence, _ excluding: [ActorID]
  ) -> Filling {
    guard isHeadFirst, !lexicon.usesCases, noun >= 0, sentence.chunks[noun].eventNoun >= 0,
      sentence.chunks[noun].ownerEnd == sentence.chunks[noun].ownerStart,
      let deed = told.last(where: {
        $0.phrase < 0 && sentence.links[$0.verb].link == .relative
          && Int(sentence.links[$0.verb].subject) == noun
      })
    else { return Filling() }
    let doers = deed.type.isSymmetric ? deed.source + deed.target : deed.source
    let others = doers.filter { !excluding.contains(knowledge.actors.rolledUp($0)) }
    guard !others.isEmpty else { return Filling() }
    return Filling(actors: others, first: noun, last: noun, usesAnaphor: true)
  }

  /// "condemned and cut ties with Iran": the complement of the second verb is that of both.
  private func raised(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let other = verb + 2
    guard other < sentence.chunks.count, sentence.chunks[verb + 1].kind == .conjunction,
      sentence.chunks[other].kind == .verb, sentence.links[other].link == .coordinate,
      Int(sentence.links[other].governor) == verb,
      sentence.chunks[verb].traits.contains(.isPassive)
        == sentence.chunks[other].traits.contains(.isPassive),
      let index = frames.frame(of: other, sentence), !lexicon.frames[index].frame.isReciprocal
    else { return Filling() }
    let frame = lexicon.frames[index]
    return fill(frame.target, other, frame, sentence, &resolver, excluding: excluding)
  }

  /// "Keputusan Iran menyerang Irak": who decides acts.
  private func isDecisionOfOwner(_ phrase: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return isHeadFirst && !lexicon.usesCases && verb == phrase + 1
      && chunk.traits.contains(.hasPossessor) && frames.isDecision(chunk)
  }

  /// "gerilyawan FARC", "kelompok separatis PKK": a group is its fighters; "gerilyawan Kolombia" fight
  /// the state.
  private func namesFighters(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
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
  private func speaks(_ phrase: Int, _ sentence: Sentence) -> Bool {
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
}

extension VerbLinks {
  /// Whether the object names nobody: "both", "kedua republik".
  fileprivate func objectIsVague(in sentence: Sentence) -> Bool {
    guard object >= 0 else { return false }
    let phrase = sentence.chunks[Int(object)]
    return phrase.ownerEnd == phrase.ownerStart || phrase.roles.contains(.groupBoth)
  }
}
