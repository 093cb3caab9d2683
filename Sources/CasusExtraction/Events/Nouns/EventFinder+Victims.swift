import CasusKnowledge
import CasusModel

// Who suffers what a noun names, and at whose hands.
extension EventFinder {
  /// "Soleimani was killed in an American strike near Baghdad": who dies in it is whom it hit.
  func victims(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0,
      let at = verb(tellingOf: phrase, phrase - 1, sentence), sentence.links[at].subject >= 0,
      frames.candidates(at, sentence).contains(where: {
        lexicon.frames[Int($0)].frame.mode == "kill"
      }), isSuffered(at, sentence, { _ in true })
    else { return Filling() }
    var found = filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found
  }

  /// "The tanker caught fire after a Houthi attack", "A Lebanese post was damaged in an Israeli raid": what
  /// suffers in the clause that goes on with an attack, of which nothing says whom it was on.
  func sufferers(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases, phrase > 1 else { return Filling() }
    let before = sentence.chunks[phrase - 1]
    guard before.kind == .subordinator || before.kind == .preposition,
      let at = verb(tellingOf: phrase, phrase - 2, sentence), sentence.links[at].subject >= 0,
      isSuffered(at, sentence, { $0 == .assault })
    else { return Filling() }
    var found = filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found
  }

  /// The verb of the clause that a phrase goes on with, from the chunk before the phrase.
  private func verb(tellingOf phrase: Int, _ start: Int, _ sentence: Sentence) -> Int? {
    var at = start
    while at >= 0, sentence.chunks[at].kind != .verb {
      let kind = sentence.chunks[at].kind
      guard kind == .nounPhrase || kind == .preposition || kind == .date || kind == .conjunction
      else { return nil }
      at -= 1
    }
    return at >= 0 ? at : nil
  }

  /// Whether the subject of a verb suffers what it tells of, if that is of the types asked for.
  private func isSuffered(
    _ verb: Int, _ sentence: Sentence, _ isMeant: (EventType?) -> Bool
  ) -> Bool {
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    return frames.candidates(verb, sentence).contains {
      let frame = lexicon.frames[Int($0)]
      return isMeant(frame.frame.type) && (isPassive || frame.target.first == .subject)
    }
  }

  /// "Two soldiers and six rebels were killed in clashes": who fell fought each other.
  func killed(
    in phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let found = victims(of: phrase, sentence, &resolver, [])
    return distinct(found.actors).count > 1 ? found : Filling()
  }

  /// Whether an event noun tells what the enemy does, of whom the text says no more.
  func isEnemys(
    _ phrase: Int, _ governor: Int, _ isSupported: Bool, _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.ownerEnd == chunk.ownerStart, chunk.classes.intersects(enemyClass) { return true }
    guard isSupported, governor >= 0, sentence.links[governor].subject >= 0 else { return false }
    let subject = sentence.chunks[Int(sentence.links[governor].subject)]
    return subject.ownerEnd == subject.ownerStart && subject.classes.intersects(enemyClass)
  }

  /// "led to protests in Belgrade": an unnamed crowd is of the state where it gathers.
  func site(
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

  /// "The arrest of two Britons in Tehran", "the expulsion of Malian diplomats from Paris": the state
  /// where, or from which, those of another are taken away.
  func custodian(
    ofNoun phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.usesCases || !isHeadFirst else { return Filling() }
    var at = phrase + 1
    while at + 1 < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .preposition
      where lexicon.usesCases
        ? chunk.roles.contains(.locative)
          && sentence.chunks[at + 1].features.contains(.locative)
          || chunk.roles.contains(.origin)
        : Int(chunk.preposition) == inNumber || chunk.roles.contains(.origin):
        let place = sentence.chunks[at + 1]
        if place.kind == .nounPhrase, place.endItem == place.firstItem + 1,
          sentence.items[Int(place.firstItem)].kinds.contains(.actor)
        {
          var found = filling(Int32(at + 1), sentence, &resolver, excluding: [])
          remove(excluding, from: &found)
          return found
        }
      case .preposition, .date, .conjunction: break
      case .nounPhrase where chunk.prepositionChunk >= 0: break
      // "арест | двух канадцев | в Пекине".
      case .nounPhrase where lexicon.usesCases && chunk.features.contains(.genitive): break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "Bantuan untuk Ukraina membuat senjata Uni Eropa menipis": whose stocks the aid drains gave it.
  func drained(
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
      remove(excluding, from: &found)
      return found.actors.isEmpty ? Filling() : found
    }
    return Filling()
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
    remove(excluding, from: &found)
    return found
  }
}
