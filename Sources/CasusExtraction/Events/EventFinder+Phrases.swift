import CasusKnowledge
import CasusModel

// Where in a clause an actor may stand.
extension EventFinder {
  /// "Kursk, where Ukrainian troops launched an attack": the place is what is attacked.
  func antecedentPlace(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.links[verb].link == .relative else { return Filling() }
    var at = verb - 1
    while at > 0, sentence.chunks[at].kind != .relative { at -= 1 }
    guard at > 0, sentence.chunks[at].roles.contains(.locative) else { return Filling() }
    at -= 1
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return Filling() }
    var found = filling(Int32(at), sentence, &resolver, excluding: [])
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  func filling(
    _ head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.actors = resolver.actors(ofList: head, sentence, excluding: excluding)
    if result.actors.isEmpty, isHeadFirst, !lexicon.usesCases {
      result.actors = resolver.lastOwner(ofThing: Int(head), sentence)
      result.usesAnaphor = true
    }
    guard !result.actors.isEmpty else { return apposed(to: head, sentence, &resolver) }
    for member in sentence.list(from: head) {
      result.first = min(result.first, member)
      result.last = max(result.last, member)
      if sentence.chunks[member].traits.contains(.isAnaphor) { result.usesAnaphor = true }
    }
    return result
  }

  /// "his colleague, Ulf Kristersson,": what stands beside a phrase names whom it means.
  func apposed(
    to head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    var result = Filling()
    let at = Int(head) + 2
    guard at < sentence.chunks.count, sentence.chunks[at - 1].kind == .comma,
      sentence.chunks[at].kind == .nounPhrase, sentence.chunks[at].traits.contains(.isAgentive),
      at + 1 >= sentence.chunks.count || sentence.chunks[at + 1].kind == .comma
        || sentence.chunks[at + 1].kind == .stop,
      sentence.chunks[Int(head)].classes.isEmpty, sentence.chunks[Int(head)].eventNoun < 0
    else { return result }
    result.actors = resolver.actors(of: at, sentence)
    result.first = Int(head)
    result.last = at
    return result
  }

  /// The agent of a passive: after "by", or right behind an Indonesian di- verb.
  func agent(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    var at = verb + 1
    scan: while at < sentence.chunks.count, at < verb + 12 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if chunk.prepositionChunk >= 0,
          sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.agentMarker)
        {
          return filling(Int32(at), sentence, &resolver, excluding: [])
        }
        if lexicon.usesCases {
          if chunk.prepositionChunk < 0, chunk.features.contains(.instrumental) {
            let found = filling(Int32(at), sentence, &resolver, excluding: [])
            if !found.actors.isEmpty { return found }
          }
        } else if at == verb + 1, isHeadFirst,
          chunk.traits.contains(.isAgentive)
            || chunk.traits.contains(.hasPossessor)
              && (isAttack(at, sentence) || isStruck(verb, by: at, sentence))
        {
          // "diguncang serangan Israel", "disemprot meriam air China": the owner of an attack does what
          // it does; in "diberi jet oleh AS" the jets are what is given.
          let found = filling(Int32(at), sentence, &resolver, excluding: [])
          if !found.actors.isEmpty { return found }
        }
      case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional:
        break scan
      default: break
      }
      at += 1
    }
    if let next = sharedPassive(behind: verb, sentence) { return agent(next, sentence, &resolver) }
    return agentBefore(verb, sentence, &resolver)
  }

  /// "are fed, housed and paid by Rwanda": the next of the participles that share an agent.
  private func sharedPassive(behind verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard lexicon.nounHead == .last, !lexicon.usesCases, verb + 2 < chunks.count,
      chunks[verb].kind == .verb,
      !chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple]),
      chunks[verb + 1].kind == .comma || chunks[verb + 1].kind == .conjunction,
      chunks[verb + 2].kind == .verb, chunks[verb + 2].firstItem == chunks[verb + 2].verbItem,
      sentence.items[Int(chunks[verb + 2].verbItem)].verbFeatures.contains(.participle),
      sentence.links[verb + 2].object < 0
    else { return nil }
    return verb + 2
  }

  /// "dihantam rudal Iran": whether a passive tells of an attack with the weapon right behind it.
  private func isStruck(_ verb: Int, by phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[verb].kind == .verb && sentence.chunks[phrase].classes.intersects(movedClasses)
      && frames.candidates(verb, sentence).contains {
        lexicon.frames[Int($0)].frame.type?.isAimedAtPlaces == true
      }
  }

  /// "Канадой введены санкции": the agent may stand before its passive.
  private func agentBefore(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard sentence.chunks[verb].kind == .verb else { return Filling() }
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if chunk.prepositionChunk < 0, chunk.features.contains(.instrumental),
          chunk.features.isDisjoint(with: .nominative)
        {
          return filling(Int32(at), sentence, &resolver, excluding: [])
        }
        at -= 1
      case .preposition, .date, .conjunction: at -= 1
      case .verb where isCopula(at, sentence): at -= 1
      default: return Filling()
      }
    }
    return Filling()
  }

  /// "Було викликано": the copula of a passive.
  private func isCopula(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[verb].verbItem < 0
      || sentence.items[Int(sentence.chunks[verb].verbItem)].roles.contains(.be)
  }

  /// The actor after a preposition beside a verb.
  func prepositional(
    _ number: Int, _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures = [], isPlaced: Bool = true,
    takesEvents: Bool = false
  ) -> Filling {
    let found = prepositionalBehind(
      number, from, sentence, &resolver, excluding, features: features, isPlaced: isPlaced)
    guard found.actors.isEmpty, sentence.chunks[from].kind == .verb else { return found }
    guard lexicon.usesCases else {
      let found =
        isHeadFirst
        ? Filling() : relativised(number, from, sentence, &resolver, excluding)
      return found.actors.isEmpty
        ? fronted(number, before: from, sentence, &resolver, excluding) : found
    }
    return prepositionalBefore(
      number, from, sentence, &resolver, excluding, features: features, takesEvents)
  }

  /// "Kenya, to which Haiti had appealed": the complement is the noun before the relative clause.
  private func relativised(
    _ number: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.links[verb].link == .relative else { return Filling() }
    var at = verb - 1
    while at > 1, sentence.chunks[at].kind != .relative {
      if sentence.chunks[at].kind == .verb || sentence.chunks[at].kind == .stop { return Filling() }
      at -= 1
    }
    guard at > 1, sentence.chunks[at].kind == .relative,
      sentence.chunks[at - 1].kind == .preposition,
      Int(sentence.chunks[at - 1].preposition) == number
    else { return Filling() }
    at -= 2
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return Filling() }
    let head = sentence.chunks[at].listHead >= 0 ? sentence.chunks[at].listHead : Int32(at)
    var found = filling(head, sentence, &resolver, excluding: excluding)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// "Kepada PBB, Indonesia meminta", "In Nepal, protests erupted": the complement opens the
  /// sentence, a comma behind it.
  private func fronted(
    _ number: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let chunks = sentence.chunks
    guard verb > 3, chunks[0].kind == .preposition, Int(chunks[0].preposition) == number,
      chunks[1].kind == .nounPhrase,
      // "Akibat serangan Iran, 20 warga Irak tewas".
      chunks[1].eventNoun < 0 || isHeadFirst && isAttack(1, sentence), chunks[2].kind == .comma,
      sentence.links[verb].link == .main, sentence.links[verb].subject > 2
    else { return Filling() }
    var found = filling(1, sentence, &resolver, excluding: excluding)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// "в Ниамей | прибыли инструкторы": the complement may stand before its verb.
  private func prepositionalBefore(
    _ number: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures, _ takesEvents: Bool
  ) -> Filling {
    let subject = Int(sentence.links[verb].subject)
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where Int(chunk.preposition) == number && at != subject
        && (chunk.eventNoun < 0 || takesEvents)
        && (features.isEmpty || chunk.features.isEmpty
          || !chunk.features.isDisjoint(with: features)):
        let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
        var found = filling(head, sentence, &resolver, excluding: excluding)
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        found.preposition = number
        return found.actors.isEmpty ? Filling() : found
      case .relative where at > 1 && Int(sentence.chunks[at - 1].preposition) == number:
        // "Йемен, по которому Израиль нанёс удар".
        return antecedent(before: at - 1, sentence, &resolver, excluding, number)
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      // "в министерство был вызван посол".
      case .verb where isCopula(at, sentence): at -= 1
      default: return Filling()
      }
    }
    return Filling()
  }

  /// The noun phrase whose place a relative pronoun takes in its clause.
  private func antecedent(
    before opening: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], _ number: Int = 0
  ) -> Filling {
    guard opening > 1, sentence.chunks[opening - 1].kind == .comma,
      sentence.chunks[opening - 2].kind == .nounPhrase
    else { return Filling() }
    let phrase = opening - 2
    let head = sentence.chunks[phrase].listHead
    var found = filling(
      head >= 0 ? head : Int32(phrase), sentence, &resolver, excluding: excluding)
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// Whether a relative pronoun opens its clause in a case that it shows: ", которому Китай передал".
  private func isOblique(_ relative: Int, _ features: FormFeatures, _ sentence: Sentence) -> Bool {
    guard relative > 1, sentence.chunks[relative - 1].kind == .comma else { return false }
    let shown = sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
    return !shown.isDisjoint(with: features) && shown.isDisjoint(with: [.nominative, .accusative])
  }

  /// The actor after a preposition behind a verb, or behind the phrases that follow it.
  private func prepositionalBehind(
    _ number: Int, _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures = [], isPlaced: Bool
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where Int(chunk.preposition) == number
        && (features.isEmpty || chunk.features.isEmpty
          || !chunk.features.isDisjoint(with: features)):
        if chunk.eventNoun >= 0, lexicon.nounHead == .last, chunk.prepositionChunk >= 0,
          sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative),
          number == inNumber
        {
          // "were killed in Israeli strikes": not in Israel.
          at += 1
          continue
        }
        if isHeadFirst, isMediation(chunk, sentence) || isRequest(chunk, sentence) {
          // "sepakat dengan perantaraan China dan Oman": not with them; "dicabut atas desakan Washington".
          at = (sentence.list(from: Int32(at)).max() ?? at) + 1
          continue
        }
        let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
        var found = filling(head, sentence, &resolver, excluding: excluding)
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if found.actors.isEmpty, chunk.eventNoun < 0 {
          found = made(at, sentence, &resolver, excluding)
          found.last = max(found.last, at)
        }
        if found.actors.isEmpty, chunk.eventNoun < 0, isPlaced {
          found = located(after: at, sentence, &resolver, excluding)
        }
        if found.actors.isEmpty, chunk.eventNoun < 0 {
          // "met with a minister from Tanzania", "встретился с министром из Танзании".
          found = origin(of: at, sentence, &resolver, excluding: excluding)
        }
        if !found.actors.isEmpty {
          found.preposition = number
          addFurther(number, behind: at, to: &found, sentence, &resolver, excluding)
          return found
        }
      case .verb, .relative:
        guard let behind = preposition(number, behindAside: at, sentence) else { return Filling() }
        at = behind
      case .stop, .contrast, .complementizer, .subordinator, .conditional: return Filling()
      case .conjunction
      where at + 1 < sentence.chunks.count && sentence.chunks[at + 1].kind == .verb:
        return Filling()
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// "sent a delegation, led by Niger's president, to Mali": a preposition right behind the commas
  /// that a participle or a relative clause stands between.
  private func preposition(_ number: Int, behindAside at: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard at > 1, chunks[at - 1].kind == .comma, chunks[at - 2].kind == .nounPhrase,
      chunks[at].kind == .relative || chunks[at].traits.contains(.isParticiple)
    else { return nil }
    var end = at + 1
    while end + 1 < chunks.count {
      switch chunks[end].kind {
      case .comma:
        let next = chunks[end + 1]
        return next.kind == .preposition && Int(next.preposition) == number ? end + 1 : nil
      case .stop, .openQuote, .complementizer, .contrast: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// The number of the preposition that ends a verb ("flew to"), or 0.
  func lastPreposition(of verb: Int, _ sentence: Sentence) -> Int {
    guard sentence.chunks[verb].verbItem >= 0 else { return 0 }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    guard item.endToken - item.firstToken > 1 else { return 0 }
    let node = lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)
    let meaning = lexicon.meanings(of: node).first { $0.roles.contains(.preposition) }
    return Int(meaning?.index ?? 0)
  }

  /// "visited Moscow on Monday and Kyiv on Tuesday": another object with a date of its own.
  func addGapped(
    behind object: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) {
    let date = (sentence.list(from: Int32(object)).max() ?? object) + 1
    let more = date + 2
    guard more + 1 < sentence.chunks.count, sentence.chunks[date].kind == .date,
      sentence.chunks[date + 1].kind == .conjunction,
      sentence.chunks[more].kind == .nounPhrase, sentence.chunks[more].prepositionChunk < 0,
      sentence.chunks[more + 1].kind == .date
    else { return }
    _ = addActors(of: more, to: &filling, sentence, &resolver, excluding)
  }

  /// Adds the actors of another phrase to a slot.
  /// - Returns: `false` when the phrase names nobody new.
  private func addActors(
    of phrase: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Bool {
    let found = self.filling(Int32(phrase), sentence, &resolver, excluding: excluding)
    let new = found.actors.filter {
      !excluding.contains(knowledge.actors.rolledUp($0)) && !filling.actors.contains($0)
    }
    guard !new.isEmpty else { return false }
    filling.actors += new
    filling.last = max(filling.last, found.last)
    return true
  }

  /// "flew to Moscow, then to Kyiv", "ke Moskow, lalu ke Kyiv": the same preposition once more.
  func addFurther(
    _ number: Int, behind phrase: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) {
    var at = phrase + 1
    var isJoined = false
    while at + 1 < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .comma, .conjunction: isJoined = true
      case .date: break
      case .nounPhrase where chunk.listHead >= 0 && Int(chunk.listHead) <= phrase: break
      case .preposition where isJoined && Int(chunk.preposition) == number:
        guard sentence.chunks[at + 1].kind == .nounPhrase,
          sentence.chunks[at + 1].eventNoun < 0,
          addActors(of: at + 1, to: &filling, sentence, &resolver, excluding)
        else { return }
        at += 1
      default: return
      }
      at += 1
    }
  }

  private func isRequest(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.eventNoun >= 0 && !lexicon.usesCases
      && types(ofNoun: chunk.eventNoun, sentence).contains(.request)
  }

  func isMediation(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    guard chunk.eventNoun >= 0 else { return false }
    return lexicon.meanings(of: sentence.items[Int(chunk.eventNoun)].node).contains {
      $0.kind == .eventNoun && lexicon.frames[Int($0.index)].frame.mode == "mediate"
    }
  }

  /// The actor in a bare oblique case: помогать Украине, угрожать Западу.
  func oblique(
    _ features: FormFeatures, beside verb: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase
        where chunk.prepositionChunk < 0
          // "освободила граждан Литвы, | Латвии и Польши".
          && (chunk.listHead < 0 || Int(chunk.listHead) == at
            || chunk.listHead != sentence.links[verb].object)
          && (!chunk.features.isDisjoint(with: features)
            && chunk.features.isDisjoint(with: .nominative)
            || isIndeclinable(at, sentence) && at != Int(sentence.links[verb].subject)
              && (at == 0 || sentence.chunks[at - 1].kind != .comma)):
          var found = filling(Int32(at), sentence, &resolver, excluding: excluding)
          found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
          if !found.actors.isEmpty { return found }
        case .nounPhrase
        where (step > 0 || at == Int(sentence.links[verb].object))
          && features.contains(.dative) && chunk.prepositionChunk < 0
          // "поставки | снарядов России", "постачання Іраном | ракет Росії".
          && (sentence.chunks[verb].kind == .verb || at == verb + 1
            || step > 0 && chunk.classes.intersects(movedClasses)):
          let found = lastName(features, of: at, sentence, &resolver, excluding)
          if !found.actors.isEmpty { return found }
        case .nounPhrase
        where step > 0 && features.contains(.dative) && chunk.prepositionChunk >= 0
          && hasRecipient(chunk, sentence):
          // "опроверг сообщения о поставках ракет | Ирану": it belongs to the noun.
          break scan
        // "Ираку | были | переданы танки".
        case .verb where step < 0 && isCopula(at, sentence): break
        case .relative where step < 0 && isOblique(at, features, sentence):
          return antecedent(before: at, sentence, &resolver, excluding)
        case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional, .relative,
          .openQuote, .closeQuote:
          break scan
        default: break
        }
        at += step
      }
    }
    return Filling()
  }

  /// Whether a phrase tells of an act by which somebody gets something.
  private func hasRecipient(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.eventNoun >= 0
      && lexicon.meanings(of: sentence.items[Int(chunk.eventNoun)].node).contains {
        $0.kind == .eventNoun
          && lexicon.frames[Int($0.index)].nominalTarget.contains(.grammaticalCase(.dative))
      }
  }

  /// A name that looks the same in every case: "позвонила Лукашенко".
  private func isIndeclinable(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return (chunk.features.isEmpty || chunk.features == .cases)
      && chunk.traits.contains(.isAgentive)
      && !chunk.traits.contains(.isAnaphor) && !chunk.traits.contains(.hasPossessor)
      && chunk.ownerEnd > chunk.ownerStart
  }

  /// "поставляет снаряды России": the name that ends the object may be the one who gets it.
  private func lastName(
    _ features: FormFeatures, of phrase: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    let chunk = sentence.chunks[phrase]
    guard chunk.traits.contains(.hasPossessor), chunk.ownerEnd > chunk.ownerStart else {
      return result
    }
    let owner = sentence.owners[Int(chunk.ownerEnd) - 1]
    guard owner.kind == .actor, !owner.isAdjective,
      !sentence.items[Int(owner.item)].nounFeatures.isDisjoint(with: features)
    else { return result }
    result.actors = resolver.actors(of: owner, phrase, sentence).filter {
      !excluding.contains(knowledge.actors.rolledUp($0))
    }
    result.first = phrase
    result.last = phrase
    guard !result.actors.isEmpty, phrase < sentence.chunks.count else { return result }
    // "вдячність Польщі, Румунії та Литві".
    for member in sentence.list(from: Int32(phrase)).dropFirst() {
      let other = sentence.chunks[member]
      guard other.traits.contains(.isAgentive), other.eventNoun < 0,
        other.features.isEmpty || !other.features.isDisjoint(with: features)
      else { break }
      result.actors += resolver.actors(of: member, sentence).filter {
        !excluding.contains(knowledge.actors.rolledUp($0))
      }
      result.last = member
    }
    return result
  }

  /// The first actor behind a verb in its clause, through relative clauses and purposes: "imposed
  /// sanctions on four firms that work for Wagner", "applied to become a member of NATO".
  func nearest(
    after verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .stop, .contrast, .complementizer, .subordinator, .conditional, .according, .mediumCue,
        .openQuote, .comma:
        return Filling()
      case .verb:
        let link = sentence.links[at].link
        guard link == .infinitive || link == .relative || link == .adverbial else {
          return Filling()
        }
        if isHeadFirst, !lexicon.usesCases, link == .relative, isReaction(at, sentence) {
          // "mengesahkan undang-undang yang dikecam Uni Eropa": not with whoever condemns it.
          return Filling()
        }
      case .nounPhrase where chunk.eventNoun < 0 && !chunk.traits.contains(.isPlace):
        let isMeans =
          chunk.prepositionChunk >= 0 && Int(chunk.preposition) != frames.ofNumber
          && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)
        guard !isMeans, !chunk.traits.contains(.isAnaphor), !isRecipient(at, sentence) else {
          break
        }
        if lexicon.usesCases, isReaction(verb, sentence),
          isVictim(at, of: Int(sentence.links[verb].object), sentence)
        {
          // "засудила удар по посольству Ірану": not Iran.
          return Filling()
        }
        // "froze assets and Nigeria cut off": the next clause has begun.
        if opensClause(at, sentence) { return Filling() }
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// "осудили продажу оружия | Тайваню": whether a phrase is who gets what the noun before it tells of.
  private func isRecipient(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return lexicon.usesCases && phrase > 0 && chunk.prepositionChunk < 0
      && chunk.features.contains(.dative)
      && chunk.features.isDisjoint(with: [.nominative, .genitive])
      && sentence.chunks[phrase - 1].kind == .nounPhrase
      && hasRecipient(sentence.chunks[phrase - 1], sentence)
  }

  /// Whether a phrase says behind a preposition whom the harm was done to that an event noun names.
  private func isVictim(_ phrase: Int, of noun: Int, _ sentence: Sentence) -> Bool {
    guard noun >= 0, noun == phrase - 2, sentence.chunks[noun].eventNoun >= 0,
      sentence.chunks[phrase].prepositionChunk >= 0
    else { return false }
    let item = sentence.items[Int(sentence.chunks[noun].eventNoun)]
    return lexicon.meanings(of: item.node).contains { meaning in
      guard meaning.kind == .eventNoun else { return false }
      let frame = lexicon.frames[Int(meaning.index)]
      return frame.frame.type?.isHarm == true
        && frame.nominalTarget.contains { place in
          guard case .preposition(let number, _) = place else { return false }
          return number == Int(sentence.chunks[phrase].preposition)
        }
    }
  }

  /// Whether a verb praises, blames or rejects.
  private func isReaction(_ verb: Int, _ sentence: Sentence) -> Bool {
    frames.frame(of: verb, sentence).map {
      lexicon.frames[$0].frame.type?.isReaction == true
    } ?? false
  }

  /// Whether a phrase is the subject of a clause of its own behind it.
  private func opensClause(_ phrase: Int, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases
      && sentence.chunks.indices.contains {
        $0 > phrase && sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
          && Int(sentence.links[$0].subject) == phrase
      }
  }

  /// The state of the place behind a phrase: "struck targets in Kharkiv".
  func located(
    after from: Int, named phrase: Int? = nil, _ sentence: Sentence,
    _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if let state = stateBehindName(at: phrase ?? from, sentence) {
      var found = filling(Int32(state), sentence, &resolver, excluding: excluding)
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.prepositionChunk >= 0:
        guard sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative) else { break }
        if !isHeadFirst, !lexicon.usesCases, chunk.classes.intersects(borderClass) {
          // "bombed a village near the Thai border": not in Thailand.
          break
        }
        var found = filling(Int32(at), sentence, &resolver, excluding: excluding)
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      case .preposition, .date: break
      case .nounPhrase where chunk.listHead >= 0 && Int(chunk.listHead) <= from: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "membantai warga Moura, Mali": the state that is named behind a place that nobody knows.
  private func stateBehindName(at phrase: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard chunks[phrase].kind == .nounPhrase, chunks[phrase].next < 0,
      chunks[phrase].ownerEnd == chunks[phrase].ownerStart,
      chunks[phrase].endItem > chunks[phrase].firstItem + 1,
      isUnknownName(sentence.items[Int(chunks[phrase].endItem) - 1])
    else { return nil }
    var at = phrase + 2
    while at < chunks.count, chunks[at - 1].kind == .comma, chunks[at].kind == .nounPhrase,
      chunks[at].next < 0, chunks[at].listHead < 0 || Int(chunks[at].listHead) == at
    {
      let item = sentence.items[Int(chunks[at].endItem) - 1]
      if chunks[at].endItem == chunks[at].firstItem + 1,
        !item.kinds.isDisjoint(with: [.actor, .place]),
        item.kinds.isDisjoint(with: .adjectivalActor)
      {
        let next = at + 1 < chunks.count ? chunks[at + 1].kind : .stop
        return [.stop, .comma, .date, .preposition, .subordinator].contains(next) ? at : nil
      }
      guard isUnknownName(item) else { return nil }
      at += 2
    }
    return nil
  }

  private func isUnknownName(_ item: Item) -> Bool {
    item.isCapitalised && item.kinds == .unknown && item.roles.isEmpty
  }

  /// Whom a show of force is aimed at: "around Taiwan", "ke perbatasan dengan Belarus".
  func aimed(
    _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      if chunk.kind == .verb || chunk.kind == .stop || chunk.kind == .complementizer { break }
      if chunk.kind == .nounPhrase, chunk.prepositionChunk >= 0,
        sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.aim)
      {
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
        if chunk.ownerEnd == chunk.ownerStart,
          chunk.classes.intersects(borderClass)
        {
          // "massed troops near the border".
          found.actors = resolver.discourse.partner(of: excluding)
          (found.first, found.last, found.usesAnaphor) = (at, at, true)
          if !found.actors.isEmpty { return found }
        }
      }
      let item = chunk.firstItem >= 0 ? sentence.items[Int(chunk.firstItem)] : nil
      let isBare =
        at + 1 >= sentence.chunks.count || Int(sentence.chunks[at + 1].prepositionChunk) != at
      if chunk.kind == .preposition, chunk.roles.contains(.aim), isBare,
        let item, item.endToken - item.firstToken > 1
      {
        // "стянула к границе войска": the border with the other state spoken of.
        var found = Filling()
        found.actors = resolver.discourse.pair.filter { !excluding.contains($0) }
        guard found.actors.count == 1 else { break }
        found.usesAnaphor = true
        found.first = at
        found.last = at
        return found
      }
      at += 1
    }
    return Filling()
  }
}
