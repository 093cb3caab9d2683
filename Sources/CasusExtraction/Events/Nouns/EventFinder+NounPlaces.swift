import CasusKnowledge
import CasusModel

// The places of a noun's frame: possessors, prepositions, cases.
extension EventFinder {
  func fillNominal(
    _ places: [CompiledFrame.Place], _ phrase: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for place in places {
      var found = Filling()
      switch place {
      case .speaker: continue
      case .possessor, .subject:
        guard sentence.chunks[phrase].kind == .nounPhrase else { continue }
        found.actors = resolver.actors(of: phrase, sentence)
        if place == .possessor {
          found.actors = possessors(phrase, sentence, resolver, asTarget: !excluding.isEmpty)
          if found.actors.isEmpty, !excluding.isEmpty {
            let apart = partedGenitive(behind: phrase, sentence, &resolver)
            if !apart.actors.isEmpty { found = apart }
          }
          if found.actors.isEmpty { found = parted(from: phrase, sentence, &resolver) }
          if found.actors.isEmpty { found = counted(behind: phrase, sentence, &resolver) }
          if found.last >= 0, !found.actors.isEmpty {
            remove(excluding, from: &found)
            return found
          }
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
      remove(excluding, from: &found)
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
        if Int(chunk.preposition) == number, !isPlaceOfHarm(at, toldBy: phrase, sentence) {
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
        // "вывод | своих подразделений | из Казахстана", "разрыв отношений | Боливией | с Угандой": whose, what
        // or by whom, between.
        let isOwner =
          lexicon.usesCases && at == phrase + 1
          && !chunk.features.isDisjoint(with: [.genitive, .instrumental])
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

  /// "Митинг против войны | в Газе | собрал в Дублине тысячи": whether a phrase says where the harm is done that
  /// something else is about.
  func isPlaceOfHarm(_ at: Int, toldBy head: Int, _ sentence: Sentence) -> Bool {
    let harm = at - 2
    guard lexicon.usesCases, harm > head, sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at].prepositionChunk == Int32(at - 1),
      sentence.chunks[at - 1].roles.contains(.locative), isAttack(harm, sentence),
      sentence.chunks[harm].prepositionChunk >= 0
    else { return false }
    return sentence.chunks[Int(sentence.chunks[harm].prepositionChunk)].roles.contains(.aim)
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
    if frames.eventNoun(partedFrom: phrase + 1, sentence) == phrase { return true }
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

  /// "the withdrawal of French troops", "the sale of US jets", "at the request of Mozambique": whose
  /// the thing behind "of" is, or who asked.
  func ownerOfPart(
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

  /// "арест Китаем | двух канадцев": the genitive behind the agent.
  func partedGenitive(
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

  /// "Арест | в Каире | итальянского студента": whose the genitive behind a place, a partner or a recipient is.
  func parted(
    from phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    for at in [phrase + 1, phrase + 2, phrase + 3]
    where at < sentence.chunks.count && frames.eventNoun(partedFrom: at, sentence) == phrase {
      return filling(Int32(at), sentence, &resolver, excluding: [])
    }
    return Filling()
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

  /// "menunda pembebasan tentara Kamboja": whether the owner of an event noun may act; here it is
  /// who is freed.
  func mayOwn(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(sentence.chunks[phrase].eventNoun)]
    return !lexicon.meanings(of: item.node).contains { meaning in
      guard meaning.kind == .eventNoun else { return false }
      let frame = lexicon.frames[Int(meaning.index)]
      return frame.nominalTarget.contains(.possessor) && !frame.nominalSource.contains(.possessor)
    }
  }
}
