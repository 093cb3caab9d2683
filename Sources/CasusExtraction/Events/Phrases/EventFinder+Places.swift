import CasusKnowledge
import CasusModel

// The places where an act happens, and who is near.
extension EventFinder {
  /// "Kursk, where Ukrainian troops launched an attack": the place is what is attacked.
  ///
  /// With `ofAny` also the one that is told of otherwise: "the Kursk region, parts of which Ukraine has
  /// held since its incursion".
  func antecedentPlace(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID],
    ofAny: Bool = false
  ) -> Filling {
    guard sentence.links[verb].link == .relative else { return Filling() }
    var at = verb - 1
    while at > 0, sentence.chunks[at].kind != .relative { at -= 1 }
    guard at > 0 else { return Filling() }
    let isLocative = sentence.chunks[at].roles.contains(.locative)
    guard isLocative || ofAny else { return Filling() }
    at -= 1
    if !isLocative, at > 1, sentence.chunks[at - 1].kind == .comma,
      sentence.chunks[at].ownerEnd == sentence.chunks[at].ownerStart
    {
      // "parts of | which".
      at -= 1
    }
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase,
      isLocative || sentence.chunks[at].traits.contains(.isPlace)
    else { return Filling() }
    var found = filling(Int32(at), sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found
  }

  /// Whether a relative clause tells of people whom others act on: "migrants whom".
  private func isOfPeople(_ relative: Int, _ sentence: Sentence) -> Bool {
    !lexicon.usesCases && !isHeadFirst && relative + 1 < sentence.chunks.count
      && sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures.contains(.person)
      && sentence.chunks[relative + 1].kind == .nounPhrase
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
      case .relative where isOfPeople(at, sentence):
        // "to keep out migrants whom the Belarusians fly in".
        return Filling()
      case .relative where sentence.chunks[at - 1].kind == .preposition:
        // "scrapped the pact under which Cuban sugar is bought", but not "under which they buy it".
        guard at + 1 < sentence.chunks.count,
          sentence.chunks[at + 1].traits.contains(.hasPossessor)
        else { return Filling() }
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
        // "визнали лише Росія (21 лютого) і Сирія": who acts as well.
        if lexicon.usesCases, sentence.chunks[at - 1].kind == .conjunction,
          chunk.features.intersection(.cases) == .nominative
        {
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
        remove(excluding, from: &found)
        if !found.actors.isEmpty { return found }
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// "осудили продажу оружия | Тайваню": whether a phrase is who gets what the noun before it tells of.
  func isRecipient(_ phrase: Int, _ sentence: Sentence) -> Bool {
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
  func isReaction(_ verb: Int, _ sentence: Sentence) -> Bool {
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
      remove(excluding, from: &found)
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
        remove(excluding, from: &found)
        if !found.actors.isEmpty { return found }
        if let state = stateBehindName(at: at, sentence) {
          found = filling(Int32(state), sentence, &resolver, excluding: excluding)
          remove(excluding, from: &found)
          if !found.actors.isEmpty { return found }
        }
      case .preposition, .date: break
      case .comma where goesOnAboutPlace(behind: at, sentence): break
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
      sentence.items[Int(chunks[phrase].endItem) - 1].isUnknownName
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
      guard item.isUnknownName else { return nil }
      at += 2
    }
    return nil
  }

  /// "near Saravan, | inside Iran": whether a comma stands between a place that nobody knows and where it is.
  private func goesOnAboutPlace(behind comma: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard comma + 1 < chunks.count, chunks[comma + 1].kind == .preposition,
      chunks[comma + 1].roles.contains(.locative), chunks[comma - 1].kind == .nounPhrase
    else { return false }
    return sentence.items[Int(chunks[comma - 1].endItem) - 1].isUnknownName
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
        remove(excluding, from: &found)
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

  /// "поставляет снаряды России": the name that ends the object may be the one who gets it.
  func lastName(
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
}
