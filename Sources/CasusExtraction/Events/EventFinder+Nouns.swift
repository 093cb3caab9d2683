import CasusKnowledge
import CasusModel

// How the slots of an event noun are filled.
extension EventFinder {
  func nominal(
    _ phrase: Int, _ sentence: Sentence, _ told: [Finding], _ resolver: inout ActorResolver,
    _ commitments: inout [Finding], _ halves: inout [Finding]
  ) -> [Finding] {
    let chunk = sentence.chunks[phrase]
    let item = sentence.items[Int(chunk.eventNoun)]
    let governor = governingVerb(phrase, sentence)
    let isSupported = governor >= 0 && lendsSubject(governor, to: phrase, sentence)
    let isClause = governor >= 0 || sentence.chunks.contains { $0.kind == .verb }
    var tried: [Int] = []
    var open: [Finding] = []
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .eventNoun {
      let index = Int(meaning.index)
      guard !tried.contains(index) else { continue }
      tried.append(index)
      let frame = lexicon.frames[index]
      guard let type = frame.frame.type else { continue }
      // "обвинила Киев в поставках повстанцам": whose deliveries, the accusation says.
      var source = accused(before: phrase, sentence, &resolver)
      if source.actors.isEmpty, isSupported,
        frame.nominalTarget.contains(.possessor), !isAdjectival(phrase, sentence),
        // "сообщил об обстреле города со стороны ВСУ": not who tells of it.
        !lexicon.usesCases
          || fillNominal(
            frame.nominalSource.filter { $0 != .possessor }, phrase, sentence, &resolver,
            excluding: []
          ).actors.isEmpty
      {
        // "артиллерия начала обстрел города": who begins it shells, the genitive says whom.
        source = supporter(governor, sentence, &resolver)
      }
      if source.actors.isEmpty, !isRecipient(ownerOf: phrase, frame, sentence) {
        source = fillNominal(frame.nominalSource, phrase, sentence, &resolver, excluding: [])
      }
      if source.actors.isEmpty { source = agent(phrase, sentence, &resolver) }
      var isDecided = false
      if source.actors.isEmpty {
        source = author(before: phrase, sentence, &resolver)
        isDecided = !source.actors.isEmpty
      }
      if source.actors.isEmpty {
        source = ownerOfPart(phrase, type, frame, sentence, &resolver)
      }
      if source.actors.isEmpty, !frame.frame.isReciprocal || type == .consult,
        frame.frame.mode != "invade"
      {
        // "sanctioned Chinese firms over the war in Ukraine": that is somebody else's.
        source = judged(before: phrase, sentence, &resolver)
      }
      var target = fillNominal(
        frame.nominalTarget, phrase, sentence, &resolver, excluding: rolled(source.actors))
      if target.actors.isEmpty, !source.actors.isEmpty, type == .cooperate {
        // "Croatia's purchase of French jets".
        target = ownerOfPart(phrase, type, frame, sentence, &resolver)
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      var form = "nominal"
      if source.actors.isEmpty, isSupported {
        source = supporter(governor, sentence, &resolver)
        form = "support verb"
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
        if target.actors.isEmpty {
          // "Serangan yang dilancarkan Iran ke Basra": behind the agent.
          let agent =
            sentence.chunks[governor].traits.contains(.isPassive)
            ? Int(sentence.links[governor].object) : -1
          target = fillNominal(
            frame.nominalTarget, max(phrase, governor, agent), sentence, &resolver,
            excluding: rolled(source.actors))
        }
        if target.actors.isEmpty, governor < phrase {
          // "нанесла по ним | удары": the complement may stand between verb and noun.
          target = fillNominal(
            frame.nominalTarget, governor, sentence, &resolver,
            excluding: rolled(source.actors))
        }
        if target.actors.isEmpty, type == .mobilize {
          target = aimed(governor, sentence, &resolver, rolled(source.actors))
        }
      }
      if source.actors.isEmpty, type == .assault, !target.actors.isEmpty,
        isEnemys(phrase, governor, isSupported, sentence)
      {
        // "удар ворога по Харкову", "ворог завдав удару".
        source = Filling(
          actors: resolver.enemy(of: rolled(target.actors)), first: phrase, last: phrase,
          usesAnaphor: true)
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type == .cooperate, lexicon.usesCases {
        // "закупівля Індією | російської нафти".
        target = withoutSides(
          partedGenitive(behind: phrase, sentence, &resolver), rolled(source.actors))
      }
      if source.actors.isEmpty, type == .aid, !target.actors.isEmpty {
        source = drained(by: phrase, sentence, &resolver, rolled(target.actors))
      }
      if source.actors.isEmpty, type == .consult {
        source = subjectAfter(phrase, sentence, &resolver)
        if source.actors.isEmpty, !target.actors.isEmpty {
          source = subjectBefore(phrase, sentence, &resolver)
        }
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      if source.actors.isEmpty, type == .consult, !target.actors.isEmpty {
        source = headword(before: phrase, sentence, &resolver)
        source.actors.removeAll { rolled(target.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      if source.actors.isEmpty, type == .consult, !target.actors.isEmpty {
        source = announcer(of: phrase, sentence, &resolver, rolled(target.actors))
      }
      if source.actors.isEmpty, !target.actors.isEmpty,
        ["arrest", "deport", "expel-diplomats"].contains(frame.frame.mode)
      {
        source = custodian(ofNoun: phrase, sentence, &resolver, rolled(target.actors))
      }
      if type == .assault, !source.actors.isEmpty {
        let victims = victims(of: phrase, sentence, &resolver, rolled(source.actors))
        if !victims.actors.isEmpty { target = victims }
      }
      if target.actors.isEmpty, type.isAimedAtPlaces, governor >= 0 {
        target = antecedentPlace(governor, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, source.first != phrase,
        sentence.chunks[phrase].ownerEnd > sentence.chunks[phrase].ownerStart,
        !sentence.chunks[phrase].traits.contains(.isAnaphor)
      {
        // "penembakan Belgorod oleh pasukan Ukraina": the possessor is what was acted on.
        target = filling(Int32(phrase), sentence, &resolver, excluding: [])
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      var isGathering = false
      if type == .protest, isHeadFirst || source.actors.isEmpty {
        if source.actors.isEmpty { source = site(of: phrase, sentence, &resolver) }
        isGathering = isClause
      }
      if target.actors.isEmpty, type == .mobilize {
        target = aimed(phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type.isAimedAtPlaces {
        target = located(after: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, !isHeadFirst || lexicon.usesCases {
        target = answering(phrase, type, governor, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type == .assault {
        target.actors = resolver.discourse.foe(of: rolled(source.actors))
        (target.first, target.last, target.usesAnaphor) = (phrase, phrase, true)
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type.isAimedAtPlaces {
        target = accuser(before: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty {
        target = answerer(of: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type == .accuse {
        target = alleged(behind: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, frame.frame.mode == "mediate" {
        target = mediated(phrase, told, sentence, resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type == .request {
        target = servedBySubject(of: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type.isReaction {
        target = provoked(governor, told, sentence, rolled(source.actors))
      }
      if target.actors.isEmpty, type.isAddressed, !source.actors.isEmpty {
        target = spokenTo(governor, rolled(source.actors), told, sentence)
      }
      if target.actors.isEmpty, frame.frame.content == .drop, !source.actors.isEmpty {
        target = toAct(behind: phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, type == .consult {
        target = addressee(phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type.isAimedAtPlaces {
        target = reporter(of: phrase, sentence, &resolver, rolled(source.actors))
      }
      var isMutual = frame.frame.isReciprocal
      if target.actors.isEmpty, source.actors.isEmpty {
        source = between(phrase, sentence, &resolver)
        // "arms transfers between A and B": trade, since neither side is the giver.
        isMutual = isMutual || type == .aid
      }
      if target.actors.isEmpty, source.actors.isEmpty, type == .assault, isMutual {
        source = killed(in: phrase, sentence, &resolver)
        if source.actors.isEmpty { source = neighbours(of: phrase, sentence, &resolver) }
      }
      if target.actors.isEmpty, source.actors.isEmpty, type == .consult, isMutual {
        source = sidesOfTalks(phrase, sentence, &resolver)
      }
      var isWitnessed = false
      if target.actors.isEmpty, source.actors.isEmpty, type == .agree, governor >= 0, isHeadFirst {
        let sides = witnesses(of: phrase, governor, sentence, &resolver)
        if !sides.actors.isEmpty { (source, isMutual, isWitnessed) = (sides, true, true) }
      }
      if isMutual, isSupported, form == "nominal", type == .cooperate || type == .mobilize {
        // "Iran mengadakan latihan bersama Irak": whoever holds the drills is one of them.
        let host = supporter(governor, sentence, &resolver)
        let new = host.actors.filter { !source.actors.contains($0) }
        source.actors = new + source.actors
        source.first = min(source.first, host.first)
      }
      isMutual = isMutual && distinct(source.actors).count > 1
      guard !source.actors.isEmpty,
        !target.actors.isEmpty || isMutual
          || ((isSupported || comesAbout(phrase, sentence)) && Self.standsAlone(type))
          || isGathering
          || (frame.frame.mode == "missile-test" && isAnswered(governor, sentence))
          || (type == .assault && !frame.frame.isReciprocal && isClause)
          || (frame.frame.mode == "exercise" && distinct(source.actors).count > 1)
      else {
        if form == "support verb" {
          let half = Finding(
            type: type, mode: frame.frame.mode, source: source.actors, target: target.actors,
            verb: governor, phrase: phrase, frame: index,
            firstChunk: min(phrase, source.first, target.first),
            lastChunk: max(phrase, source.last, target.last), object: -1,
            targetPreposition: target.preposition, form: form, usesAnaphor: true,
            inheritsSubject: false, targetIsPlace: false)
          if let half = oneSided(half, sentence) { halves.append(half) }
        }
        if !isHeadFirst, !lexicon.usesCases, form == "nominal", !source.actors.isEmpty,
          frame.frame.content.map({ $0 != .drop }) ?? false
        {
          commitments.append(
            Finding(
              type: type, mode: frame.frame.mode, source: source.actors, target: [], verb: -1,
              phrase: phrase, frame: index, firstChunk: min(phrase, source.first),
              lastChunk: max(phrase, source.last), object: -1, targetPreposition: 0, form: form,
              usesAnaphor: source.usesAnaphor, inheritsSubject: false, targetIsPlace: false))
        }
        continue
      }
      // Those who propose or plan a deal are not its sides.
      if isMutual, type == .agree, form == "support verb",
        frames.frame(of: governor, sentence) != nil
      {
        isMutual = false
        if target.actors.isEmpty { continue }
      }
      let isTrade = isMutual && type == .aid
      var finding = Finding(
        type: isTrade ? .cooperate : type, mode: frame.frame.mode, source: source.actors,
        target: target.actors, verb: governor, phrase: phrase, frame: index, firstChunk: phrase,
        lastChunk: phrase,
        object: -1, targetPreposition: target.preposition, form: form,
        usesAnaphor: source.usesAnaphor || target.usesAnaphor, inheritsSubject: false,
        targetIsPlace: target.last >= 0 && sentence.chunks[target.last].traits.contains(.isPlace))
      for filling in [source, target] where filling.last >= 0 {
        finding.firstChunk = min(finding.firstChunk, filling.first)
        finding.lastChunk = max(finding.lastChunk, filling.last)
      }
      // Sanctions are in force once decided; what is to be sent has yet to go.
      if isDecided, !type.isHarm || type == .mobilize, type != .support {
        finding.status = .planned
      }
      let found =
        isTrade || isWitnessed
        ? mutual(finding, distinct(source.actors)) : finished(finding, frame, subject: [])
      if found.contains(where: \.isOpen) {
        // Another meaning may say more.
        open = open.isEmpty ? found : open
      } else if !found.isEmpty {
        return found + brokered(found, sentence, resolver)
      }
    }
    return open
  }

  /// "The arrest of two Britons in Tehran", "the expulsion of Malian diplomats from Paris": the state
  /// where, or from which, those of another are taken away.
  private func custodian(
    ofNoun phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases else { return Filling() }
    var at = phrase + 1
    while at + 1 < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .preposition
      where Int(chunk.preposition) == inNumber || chunk.roles.contains(.origin):
        let place = sentence.chunks[at + 1]
        if place.kind == .nounPhrase, place.endItem == place.firstItem + 1,
          sentence.items[Int(place.firstItem)].kinds.contains(.actor)
        {
          var found = filling(Int32(at + 1), sentence, &resolver, excluding: [])
          found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
          return found
        }
      case .preposition, .date, .conjunction: break
      case .nounPhrase where chunk.prepositionChunk >= 0: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// Whether an event noun tells what the enemy does, of whom the text says no more.
  private func isEnemys(
    _ phrase: Int, _ governor: Int, _ isSupported: Bool, _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.ownerEnd == chunk.ownerStart, chunk.classes.intersects(enemyClass) { return true }
    guard isSupported, governor >= 0, sentence.links[governor].subject >= 0 else { return false }
    let subject = sentence.chunks[Int(sentence.links[governor].subject)]
    return subject.ownerEnd == subject.ownerStart && subject.classes.intersects(enemyClass)
  }

  /// "The arrest of two Poles by Belarus drew Warsaw's condemnation": whoever did what the subject
  /// names.
  private func provoked(
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

  /// "Bantuan untuk Ukraina membuat senjata Uni Eropa menipis": whose stocks the aid drains gave it.
  private func drained(
    by phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard isHeadFirst, !lexicon.usesCases, sentence.chunks[phrase].prepositionChunk < 0 else {
      return Filling()
    }
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
      && !sentence.chunks[verb].traits.contains(.isPassive)
    {
      let object = Int(sentence.links[verb].object)
      guard object > verb, sentence.chunks[object].classes.intersects(movedClasses),
        sentence.chunks[object].traits.contains(.hasPossessor),
        // What the verb tells of itself would be another event of the aid.
        frames.frame(of: verb, sentence).map({ lexicon.frames[$0].frame.type == .cooperate })
          ?? true
      else { return Filling() }
      var found = filling(Int32(object), sentence, &resolver, excluding: [])
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      return found.actors.isEmpty ? Filling() : found
    }
    return Filling()
  }

  /// "Putin dan Xi menyaksikan penandatanganan perjanjian": two who attend to an agreement that is nobody
  /// else's make it.
  private func witnesses(
    of phrase: Int, _ governor: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard !lexicon.usesCases, sentence.links[governor].object == Int32(phrase),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart,
      frames.frame(of: governor, sentence).map({ lexicon.frames[$0].frame.type == .consult })
        ?? true,
      sentence.chunks[governor].traits.isDisjoint(with: [.isNegated, .isSpeech])
    else { return Filling() }
    let sides = supporter(governor, sentence, &resolver)
    return distinct(sides.actors).count > 1 ? sides : Filling()
  }

  /// "condemned North Korea's missile test": what is praised or blamed was done.
  private func isAnswered(_ governor: Int, _ sentence: Sentence) -> Bool {
    guard governor >= 0, let index = frames.frame(of: governor, sentence) else { return false }
    return lexicon.frames[index].frame.type?.isReaction == true
  }

  /// "Latihan militer China berakhir": whether a verb of its own says how an event goes.
  private func comesAbout(_ phrase: Int, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases
      && sentence.chunks.indices.contains { verb in
        sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
          && sentence.links[verb].object < 0
          && frames.frame(of: verb, sentence).map { lexicon.frames[$0].frame.type == nil } ?? false
          && frames.content(of: verb, sentence) == .occurred
      }
  }

  /// Whether the subject of a verb does what its object names: "carried out a strike", "plans a
  /// visit", "approved the sale of jets to Taiwan".
  func lendsSubject(_ verb: Int, to phrase: Int, _ sentence: Sentence) -> Bool {
    let traits = sentence.chunks[verb].traits
    if traits.contains(.isSupport) {
      let index = frames.frame(of: verb, sentence)
      // "объявил о выводе": the frame of "объявить" alone only says that it reports.
      let reports = index.map { lexicon.frames[$0].frame.type == nil } ?? true
      if index == nil || reports { return true }
    }
    let isPassive = traits.contains(.isPassive)
    guard
      isPassive
        ? isHeadFirst && sentence.links[verb].subject == Int32(phrase)
        : sentence.links[verb].object == Int32(phrase),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
        || isHeadFirst && !mayOwn(phrase, sentence)
    else { return false }
    switch frames.content(of: verb, sentence) {
    case .planned:
      // "пообещала помощь": the promise says it all.
      let promised = frames.frame(of: verb, sentence)
      return promised.map { lexicon.frames[$0].frame.mode != "promise" } ?? true
    case .hypothetical, .denied, .occurred:
      // "mulls the sale of tanks": who considers or denies an act would be its author.
      return frames.frame(of: verb, sentence).map { lexicon.frames[$0].frame.type == nil } ?? false
    case .claim, .drop, nil: return false
    }
  }

  /// "menunda pembebasan tentara Kamboja": whether the owner of an event noun may act; here it is
  /// who is freed.
  private func mayOwn(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(sentence.chunks[phrase].eventNoun)]
    return !lexicon.meanings(of: item.node).contains { meaning in
      guard meaning.kind == .eventNoun else { return false }
      let frame = lexicon.frames[Int(meaning.index)]
      return frame.nominalTarget.contains(.possessor) && !frame.nominalSource.contains(.possessor)
    }
  }

  /// "rejected Kyiv's request": who answers a request, an accusation or a threat is whom it was for.
  func answering(
    _ phrase: Int, _ type: EventType, _ governor: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    // "Iran's threat to strike Israel was dismissed": the infinitive says who is threatened.
    let isCompleted = sentence.chunks.indices.contains {
      sentence.links[$0].hasOwnerSubject && Int(sentence.links[$0].subject) == phrase
    }
    guard [.request, .accuse, .threaten].contains(type), governor >= 0,
      isHeadFirst || lexicon.usesCases || !isCompleted,
      let index = frames.frame(of: governor, sentence),
      let answer = lexicon.frames[index].frame.type,
      [.reject, .agree, .concede].contains(answer)
    else { return Filling() }
    var found = supporter(governor, sentence, &resolver)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  /// "with German mediation": between the sides of what the sentence tells, else of the article.
  func mediated(
    _ phrase: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver,
    _ mediators: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    let isOther = { (id: ActorID) in !mediators.contains(self.knowledge.actors.rolledUp(id)) }
    if let last = told.last(where: {
      $0.type.isSymmetric && distinct(($0.source + $0.target).filter(isOther)).count > 1
    }) {
      result.actors = distinct(last.source + last.target)
    } else {
      let sides =
        resolver.discourse.agents(ofAny: [.agree, .consult], against: [])
        .map { $0.filter { !mediators.contains($0) } } ?? []
      result.actors =
        sides.count == 2 ? sides : resolver.discourse.mainDyad(apartFrom: mediators)
    }
    result.actors.removeAll { mediators.contains(knowledge.actors.rolledUp($0)) }
    return result
  }

  /// "Soleimani was killed in an American strike near Baghdad": who dies in it is whom it hit.
  func victims(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0 else { return Filling() }
    var at = phrase - 1
    while at >= 0, sentence.chunks[at].kind != .verb {
      let kind = sentence.chunks[at].kind
      guard kind == .nounPhrase || kind == .preposition || kind == .date || kind == .conjunction
      else { return Filling() }
      at -= 1
    }
    guard at >= 0, sentence.links[at].subject >= 0,
      frames.candidates(at, sentence).contains(where: {
        lexicon.frames[Int($0)].frame.mode == "kill"
      })
    else { return Filling() }
    let isSuffered =
      sentence.chunks[at].traits.contains(.isPassive)
      || frames.candidates(at, sentence).contains {
        lexicon.frames[Int($0)].target.first == .subject
      }
    guard isSuffered else { return Filling() }
    var found = filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  /// "Kremlin says no talks with Kyiv planned": who speaks of talks with others is the other side.
  private func announcer(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases, sentence.chunks[phrase].prepositionChunk < 0 else {
      return Filling()
    }
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
      && sentence.links[verb].link == .content && sentence.links[verb].governor >= 0
    {
      let speech = Int(sentence.links[verb].governor)
      guard sentence.chunks[speech].traits.contains(.isSpeech), sentence.links[speech].subject >= 0,
        mayAct(Int(sentence.links[speech].subject), sentence)
      else { continue }
      var found = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
      found.actors.removeAll {
        excluding.contains(knowledge.actors.rolledUp($0))
          || ![.state, .government, .person, .group].contains(knowledge.actors.kind(of: $0))
      }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "Two soldiers and six rebels were killed in clashes": who fell fought each other.
  private func killed(
    in phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let found = victims(of: phrase, sentence, &resolver, [])
    return distinct(found.actors).count > 1 ? found : Filling()
  }

  /// "Киев сообщил об обстреле со стороны России": who reports an attack by others suffered it.
  private func reporter(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = phrase - 1
    while at >= 0, sentence.chunks[at].kind == .preposition || sentence.chunks[at].kind == .date {
      at -= 1
    }
    guard at >= 0, sentence.chunks[at].kind == .verb,
      sentence.chunks[at].traits.contains(.isSpeech),
      sentence.links[at].subject >= 0
    else { return Filling() }
    var found = filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
    found.actors.removeAll {
      excluding.contains(knowledge.actors.rolledUp($0)) || knowledge.actors.kind(of: $0) == .medium
    }
    return found
  }

  /// "the withdrawal of French troops", "the sale of US jets", "at the request of Mozambique": whose
  /// the thing behind "of" is, or who asked.
  private func ownerOfPart(
    _ phrase: Int, _ type: EventType, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> Filling {
    let at = phrase + 2
    guard !isHeadFirst, !lexicon.usesCases, at < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .preposition,
      Int(sentence.chunks[phrase + 1].preposition) == frames.ofNumber,
      sentence.chunks[at].kind == .nounPhrase, !sentence.chunks[at].traits.contains(.isPlace)
    else { return Filling() }
    let part = sentence.chunks[at]
    let isMoved =
      part.classes.intersects(movedClasses) && part.traits.contains(.hasPossessor)
      && (type.isTransfer || type == .cooperate || type == .retreat || type == .mobilize)
    let isAuthor =
      part.traits.contains(.isAgentive)
      && !frame.nominalTarget.contains {
        switch $0 {
        case .object: true
        case .preposition(let number, _): number == frames.ofNumber
        default: false
        }
      }
    guard isMoved || isAuthor else { return Filling() }
    return filling(Int32(at), sentence, &resolver, excluding: [])
  }

  /// "led to protests in Belgrade": an unnamed crowd is of the state where it gathers.
  private func site(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let at = phrase + 2
    guard !isHeadFirst, !lexicon.usesCases, at < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .preposition,
      sentence.chunks[phrase + 1].roles.contains(.locative),
      Int(sentence.chunks[phrase + 1].preposition) != frames.ofNumber,
      sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at].endItem == sentence.chunks[at].firstItem + 1
    else { return Filling() }
    return filling(Int32(at), sentence, &resolver, excluding: [])
  }

  private func withoutSides(_ filling: Filling, _ excluding: [ActorID]) -> Filling {
    var result = filling
    result.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return result
  }

  /// "арест Китаем | двух канадцев": the genitive behind the agent.
  private func partedGenitive(
    behind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let at = phrase + 2
    guard at < sentence.chunks.count, sentence.chunks[phrase].kind == .nounPhrase,
      sentence.chunks[phrase + 1].kind == .nounPhrase,
      sentence.chunks[phrase + 1].prepositionChunk < 0,
      sentence.chunks[phrase + 1].features == .instrumental,
      sentence.chunks[at].kind == .nounPhrase, sentence.chunks[at].prepositionChunk < 0,
      sentence.chunks[at].features.contains(.genitive)
    else { return Filling() }
    return filling(Int32(at), sentence, &resolver, excluding: [])
  }

  /// "уничтожение | 55 украинских беспилотников": the owner of what is counted behind the noun.
  private func counted(
    behind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard isCounted(phrase + 1, behind: phrase, sentence),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
    else { return Filling() }
    return filling(Int32(phrase + 1), sentence, &resolver, excluding: [])
  }

  /// Whether a phrase that opens with a figure belongs to the event noun right before it and to no verb.
  private func isCounted(_ at: Int, behind phrase: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.usesCases, at == phrase + 1, at < sentence.chunks.count,
      sentence.chunks[phrase].kind == .nounPhrase, sentence.chunks[phrase].eventNoun >= 0,
      sentence.chunks[at].kind == .nounPhrase, sentence.chunks[at].prepositionChunk < 0,
      sentence.items[Int(sentence.chunks[at].firstItem)].kinds.contains(.number)
    else { return false }
    return !sentence.chunks.indices.contains {
      sentence.chunks[$0].kind == .verb
        && (Int(sentence.links[$0].subject) == at || Int(sentence.links[$0].object) == at)
    }
  }

  /// "Решение Берлина о поставке танков Украине": whoever decides or decrees an act does it.
  private func author(
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

  /// Whether an adjective says whose act an event noun is.
  func isAdjectival(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).contains {
      sentence.owners[$0].isAdjective && sentence.owners[$0].item < chunk.eventNoun
    }
  }

  /// "поставки оружия Азербайджану": a name behind the thing given is the one who gets it.
  func isRecipient(
    ownerOf phrase: Int, _ frame: CompiledFrame, _ sentence: Sentence
  ) -> Bool {
    guard lexicon.usesCases, frame.nominalTarget.contains(.grammaticalCase(.dative)) else {
      return false
    }
    let chunk = sentence.chunks[phrase]
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd)
    where !sentence.owners[position].isAdjective {
      let item = Int(sentence.owners[position].item)
      guard sentence.items[item].nounFeatures.contains(.dative) else { continue }
      if !sentence.items[item].nounFeatures.contains(.genitive) { return true }
      let between = Int(chunk.eventNoun) + 1
      if between < item,
        (between..<item).contains(where: { sentence.items[$0].kinds.contains(.noun) })
      {
        return true
      }
    }
    return false
  }

  /// "desakan Uni Afrika agar Ethiopia menahan diri": whoever is to act is asked.
  private func toAct(
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
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  /// "phoned Sharif and expressed his solidarity": with whom one has just spoken.
  func spokenTo(
    _ governor: Int, _ source: [ActorID], _ told: [Finding], _ sentence: Sentence
  ) -> Filling {
    var result = Filling()
    guard governor >= 0, sentence.links[governor].link == .coordinate,
      let talk = told.last(where: { $0.verb == Int(sentence.links[governor].governor) }),
      talk.type == .consult, rolled(talk.source) == source
    else { return result }
    result.actors = talk.target
    result.usesAnaphor = true
    return result
  }

  /// "Kurti blames Serbia for the raid": who blames others for an attack suffered it.
  private func accuser(
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
    guard at >= 0, !sentence.chunks[at].traits.contains(.isPassive) else { return Filling() }
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
  private func alleged(
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
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

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
  private func judged(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard !isHeadFirst, !lexicon.usesCases, preposition > 0,
      [lexicon.prepositions["over"], lexicon.prepositions["for"]]
        .contains(Int(sentence.chunks[preposition].preposition)),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart,
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

  /// "During a visit to Kyiv, Blinken pledged": the visitor is the subject of the clause.
  func subjectAfter(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard
      sentence.chunks[phrase].prepositionChunk >= 0
        || (phrase > 0 && sentence.chunks[phrase - 1].kind == .subordinator)
    else { return Filling() }
    for verb in sentence.chunks.indices
    where verb > phrase && sentence.chunks[verb].kind == .verb
      && sentence.links[verb].link == .main
    {
      let subject = sentence.links[verb].subject
      // "In a letter sent on Monday, Putin": a participle has no subject.
      if subject < 0 { continue }
      guard Int(subject) > phrase, mayAct(Int(subject), sentence) else { return Filling() }
      return filling(subject, sentence, &resolver, excluding: [])
    }
    return Filling()
  }

  /// "At Kazakhstan's request the alliance sent troops": whoever is asked is the one who acts.
  private func servedBySubject(
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
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      (found.first, found.last) = (phrase, phrase)
      return found
    }
    return doer(sentence.links[verb].subject, of: phrase, sentence, &resolver, excluding)
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
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    // The words that carry the event are those of the noun.
    (found.first, found.last) = (phrase, phrase)
    return found
  }

  /// "In a letter sent on Monday, Putin told Kim": whom the clause behind speaks to.
  func addressee(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0, !excluding.isEmpty else {
      return Filling()
    }
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].link == .main
      && sentence.chunks[verb].traits.contains(.isSpeech) && sentence.links[verb].object >= 0
    {
      let object = sentence.links[verb].object
      guard sentence.chunks[Int(object)].eventNoun < 0 else { continue }
      var found = filling(object, sentence, &resolver, excluding: excluding)
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "Bilateral talks were last held in May", "no such meeting was arranged": the sides of the
  /// meeting told last, when the noun is what the clause is about.
  func sidesOfTalks(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let chunk = sentence.chunks[phrase]
    guard chunk.prepositionChunk < 0, chunk.ownerEnd == chunk.ownerStart else { return Filling() }
    let isSubject = sentence.chunks.indices.contains {
      sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == phrase
        && sentence.chunks[$0].traits.contains(.isFinite)
    }
    guard isSubject else { return Filling() }
    var result = Filling()
    let told = resolver.discourse.events.last { $0.type == .consult || $0.type == .agree }
    if lexicon.usesCases {
      // Without articles only what was told right before tells whose talks they are.
      guard let told, sentence.number - told.sentence <= 2 else { return Filling() }
    }
    result.actors = told.map { $0.source + $0.target } ?? resolver.discourse.mainDyad(apartFrom: [])
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    return result
  }

  /// "offered help in a phone call with Putin": the caller is the subject of the clause.
  func subjectBefore(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard preposition > 0 else { return Filling() }
    if !isHeadFirst, !lexicon.usesCases, sentence.chunks[0].kind == .nounPhrase,
      mayAct(0, sentence), !sentence.chunks.contains(where: { $0.kind == .verb })
    {
      // "Xi in Hanoi for talks with Lam": a headline without a verb.
      return filling(0, sentence, &resolver, excluding: [])
    }
    if lexicon.usesCases {
      let beside = subjectBeside(preposition, sentence, &resolver)
      if !beside.actors.isEmpty { return beside }
    }
    if !isHeadFirst, !lexicon.usesCases, preposition > 1,
      sentence.chunks[preposition - 1].kind == .comma,
      sentence.chunks[preposition - 2].kind == .nounPhrase,
      sentence.chunks[preposition - 2].prepositionChunk < 0, mayAct(preposition - 2, sentence),
      sentence.chunks.indices.contains(where: {
        $0 > phrase && sentence.chunks[$0].kind == .verb
          && Int(sentence.links[$0].subject) == preposition - 2
      })
    {
      // "Ghana's president, on a visit to Berlin, thanked Germany".
      return filling(Int32(preposition - 2), sentence, &resolver, excluding: [])
    }
    guard sentence.chunks[preposition].roles.contains(.occasion) else { return Filling() }
    var at = preposition - 1
    while at >= 0, sentence.chunks[at].kind != .verb {
      let kind = sentence.chunks[at].kind
      guard kind == .nounPhrase || kind == .preposition || kind == .date else { return Filling() }
      at -= 1
    }
    guard at >= 0, !sentence.chunks[at].traits.contains(.isPassive),
      sentence.links[at].subject >= 0, mayAct(Int(sentence.links[at].subject), sentence)
    else { return Filling() }
    return filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
  }

  /// "Зеленський у Лондоні: зустріч зі Стармером": whom a headline without a verb opens with.
  private func headword(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let chunks = sentence.chunks
    guard lexicon.usesCases, sentence.isHeading, phrase > 1, chunks[phrase - 1].kind == .stop,
      sentence.items[Int(chunks[phrase - 1].firstItem)].mark == .colon,
      chunks[0].kind == .nounPhrase, mayAct(0, sentence), chunks[0].eventNoun < 0,
      chunks[0].features.isEmpty || chunks[0].features.contains(.nominative),
      !chunks.contains(where: { $0.kind == .verb })
    else { return Filling() }
    return filling(0, sentence, &resolver, excluding: [])
  }

  /// "Путин на встрече с Си Цзиньпином заявил", "Лавров заявил на встрече с Си": who speaks there.
  private func subjectBeside(
    _ preposition: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard preposition > 0,
      !sentence.chunks[preposition].roles.isDisjoint(with: [.locative, .occasion])
    else { return Filling() }
    let verbs = sentence.chunks.indices.filter { verb in
      sentence.chunks[verb].kind == .verb && sentence.chunks[verb].traits.contains(.isFinite)
        && sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple])
        && sentence.links[verb].subject >= 0
    }
    let speaking = verbs.first { verb in
      let subject = Int(sentence.links[verb].subject)
      // Between the subject and its verb, or right behind a verb of saying.
      return subject < preposition && preposition < verb
        && sentence.chunks[subject..<preposition].allSatisfy {
          $0.kind == .nounPhrase || $0.kind == .date
        }
        || sentence.chunks[verb].traits.contains(.isSpeech) && verb < preposition
          && sentence.chunks[(verb + 1)..<preposition].allSatisfy {
            $0.kind == .nounPhrase || $0.kind == .date
          }
    }
    guard let speaking, mayAct(Int(sentence.links[speaking].subject), sentence) else {
      return Filling()
    }
    return filling(sentence.links[speaking].subject, sentence, &resolver, excluding: [])
  }

  /// The verb whose object, or passive subject, a phrase is.
  func governingVerb(_ phrase: Int, _ sentence: Sentence) -> Int {
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb {
      let links = sentence.links[i]
      let isPassive = chunk.traits.contains(.isPassive)
      let filled = isPassive ? links.subject : links.object
      guard filled >= 0 else { continue }
      if sentence.list(from: filled).contains(phrase) { return i }
      // "held five rounds of talks".
      let before = Int(sentence.chunks[phrase].prepositionChunk)
      if before > 0, before - 1 == Int(filled),
        Int(sentence.chunks[before].preposition) == frames.ofNumber
      {
        return i
      }
    }
    return verbOfMeans(phrase, sentence)
  }

  /// "ответили санкциями": the support verb that an event noun in the instrumental belongs to.
  private func verbOfMeans(_ phrase: Int, _ sentence: Sentence) -> Int {
    let chunk = sentence.chunks[phrase]
    guard chunk.prepositionChunk < 0, chunk.features.contains(.instrumental) else { return -1 }
    var at = phrase - 1
    while at >= 0 {
      switch sentence.chunks[at].kind {
      case .verb:
        let lends = sentence.chunks[at].traits.contains(.isSupport) && sentence.links[at].object < 0
        return lends ? at : -1
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return -1
      }
    }
    return -1
  }

  func supporter(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    if sentence.chunks[verb].traits.contains(.isPassive) { return agent(verb, sentence, &resolver) }
    let subject = sentence.links[verb].subject
    if subject < 0, sentence.chunks[verb].traits.contains(.isFirstPerson) {
      // "Висловлюємо вдячність": whoever speaks.
      return Filling(actors: resolver.speaker, first: verb, last: verb, usesAnaphor: true)
    }
    guard subject >= 0, mayAct(Int(subject), sentence) else { return Filling() }
    return filling(subject, sentence, &resolver, excluding: [])
  }

  func fillNominal(
    _ places: [CompiledFrame.Place], _ phrase: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for place in places {
      var found = Filling()
      switch place {
      case .possessor, .subject:
        guard sentence.chunks[phrase].kind == .nounPhrase else { continue }
        found.actors = resolver.actors(of: phrase, sentence)
        if place == .possessor {
          found.actors = possessors(phrase, sentence, resolver, asTarget: !excluding.isEmpty)
          if found.actors.isEmpty, !excluding.isEmpty {
            let apart = partedGenitive(behind: phrase, sentence, &resolver)
            if !apart.actors.isEmpty { found = apart }
          }
          if found.actors.isEmpty { found = counted(behind: phrase, sentence, &resolver) }
          if found.last >= 0, !found.actors.isEmpty { return withoutSides(found, excluding) }
        }
        if sentence.chunks[phrase].traits.contains(.isPlace), excluding.isEmpty {
          found.actors = []
        }
        found.first = phrase
        found.last = phrase
        if isHeadFirst, !found.actors.isEmpty {
          addOwners(behind: phrase, &found, sentence, &resolver)
        }
        found.usesAnaphor = sentence.chunks[phrase].traits.contains(.isAnaphor)
      case .preposition(let number, _):
        found = afterNoun(number, phrase, sentence, &resolver)
      case .grammaticalCase(let features):
        found = ownCase(features, phrase, sentence, &resolver, excluding)
        if found.actors.isEmpty {
          found = oblique(features, beside: phrase, sentence, &resolver, excluding)
        }
      case .object:
        found = afterNoun(lexicon.prepositions["of"] ?? -1, phrase, sentence, &resolver)
        if found.actors.isEmpty, sentence.chunks[phrase].traits.contains(.isPlace) {
          found.actors = resolver.actors(of: phrase, sentence)
          found.first = phrase
          found.last = phrase
        }
      }
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "передача России снарядов": a name inside the phrase whose form may be the case asked for.
  private func ownCase(
    _ features: FormFeatures, _ phrase: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    let chunk = sentence.chunks[phrase]
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd)
    where !sentence.owners[position].isAdjective {
      let owner = sentence.owners[position]
      let shown = sentence.items[Int(owner.item)].nounFeatures
      guard !shown.isDisjoint(with: features), !excluding.isEmpty || !shown.contains(.genitive)
      else { continue }
      result.actors = resolver.actors(of: owner, phrase, sentence).filter {
        !excluding.contains(knowledge.actors.rolledUp($0))
      }
      result.first = phrase
      result.last = phrase
      if !result.actors.isEmpty { return result }
    }
    return Filling()
  }

  /// The owners of an event noun: an adjective says who acts, a genitive who acts or is acted on.
  func possessors(
    _ phrase: Int, _ sentence: Sentence, _ resolver: ActorResolver, asTarget: Bool
  ) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    let owners = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).map { sentence.owners[$0] }
    // "обстрел азербайджанских позиций": an adjective behind the noun belongs to its genitive.
    let isOwn = { (owner: Owner) in owner.isAdjective && owner.item < chunk.eventNoun }
    let adjectives = owners.filter(isOwn)
    let names = owners.filter { !isOwn($0) }
    let chosen = asTarget ? names : adjectives.isEmpty ? names : adjectives
    var copy = resolver
    return chosen.flatMap { copy.actors(of: $0, phrase, sentence) }
  }

  /// "tuduhan Kyiv dan Seoul": bare names that go on the list of possessors.
  func addOwners(
    behind phrase: Int, _ found: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    for member in sentence.list(from: Int32(phrase)).dropFirst() {
      let chunk = sentence.chunks[member]
      // "pertemuan PM Thailand dan PM Kamboja": offices go on the list as well.
      guard chunk.traits.contains(.isAgentive), chunk.eventNoun < 0,
        !chunk.traits.contains(.hasPossessor) || chunk.roles.contains(.role)
      else { return }
      found.actors += resolver.actors(of: member, sentence)
      found.last = member
    }
  }

  /// The actor in the prepositional phrases that follow a noun, up to the next verb.
  func afterNoun(
    _ number: Int, _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard number > 0 else { return Filling() }
    var at = phrase + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if Int(chunk.preposition) == number {
          let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
          var found = filling(head, sentence, &resolver, excluding: [])
          if found.actors.isEmpty, !isHeadFirst, !lexicon.usesCases, chunk.eventNoun < 0 {
            // "a strike on a boat from Venezuela".
            found = origin(of: at, sentence, &resolver)
          }
          if !found.actors.isEmpty,
            !isHeadFirst || !isMediation(sentence.chunks[Int(head)], sentence)
          {
            found.preposition = number
            return found
          }
        }
        // "вывод | своих подразделений | из Казахстана": whose or what, between.
        let isOwner =
          lexicon.usesCases && at == phrase + 1 && chunk.features.contains(.genitive)
          && chunk.features.isDisjoint(with: .nominative)
        // "удары | Израиля и США | по Ирану".
        let isPossessor = lexicon.usesCases && Int(chunk.listHead) == phrase
        guard
          chunk.prepositionChunk >= 0 || isOwner || isPossessor
            || isCounted(at, behind: phrase, sentence)
        else { return Filling() }
      case .preposition, .date, .conjunction: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "Между армиями Таиланда и Камбоджи вспыхнули бои": the two sides before the verb of a noun.
  private func betweenBefore(_ phrase: Int, _ sentence: Sentence) -> Int32? {
    guard phrase > 1, sentence.chunks[phrase - 1].kind == .verb,
      sentence.links[phrase - 1].subject == Int32(phrase)
        || sentence.links[phrase - 1].object == Int32(phrase)
    else { return nil }
    var at = phrase - 2
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where chunk.prepositionChunk >= 0
        && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.between):
        return chunk.listHead >= 0 ? chunk.listHead : Int32(at)
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return nil
      }
    }
    return nil
  }

  /// "war between A and B", "perang antara A dan B".
  func between(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let owners = sentence.chunks[phrase].ownerEnd - sentence.chunks[phrase].ownerStart
    if owners > 1 { return filling(Int32(phrase), sentence, &resolver, excluding: []) }
    if lexicon.usesCases, let before = betweenBefore(phrase, sentence) {
      return filling(before, sentence, &resolver, excluding: [])
    }
    var at = phrase + 1
    while at < sentence.chunks.count, at < phrase + 8 {
      let chunk = sentence.chunks[at]
      if chunk.kind == .stop { break }
      // "Fighting raged between A and B", "Talks were held between them".
      if chunk.kind == .verb,
        lexicon.usesCases || Int(sentence.links[at].subject) != phrase
          || sentence.links[at].object >= 0
      {
        break
      }
      if chunk.kind == .nounPhrase, chunk.prepositionChunk >= 0,
        sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.between)
      {
        return filling(Int32(at), sentence, &resolver, excluding: [])
      }
      at += 1
    }
    return Filling()
  }
}
