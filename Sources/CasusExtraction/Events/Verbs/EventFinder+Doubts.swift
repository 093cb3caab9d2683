import CasusKnowledge
import CasusModel

// Readings of a verb that are no act on others.
extension EventFinder {
  /// "called Iran a threat", "called its envoy home": whether "call" does not stand alone with whom it
  /// calls, who was not phoned then.
  func callsNames(_ verb: Int, _ sentence: Sentence) -> Bool {
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

  /// "fired a missile at a ship": what is fired at something is no test.
  func isAimed(_ verb: Int, _ sentence: Sentence) -> Bool {
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
  func saysWhere(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, sentence.chunks[verb].verbItem >= 0 else {
      return false
    }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return item.endToken == item.firstToken + 2
      && lexicon.roles(of: sentence.tokens[Int(item.firstToken)].word).contains(.be)
      && lexicon.roles(of: sentence.tokens[Int(item.firstToken) + 1].word).contains(.locative)
  }

  func isLeader(_ id: ActorID) -> Bool {
    knowledge.actors.kind(of: id) == .person
  }

  /// Whether somebody without a name is asked to do something.
  func asksUnnamed(_ verb: Int, _ sentence: Sentence) -> Bool {
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

  /// "освободил француза", "освободил Майкла Коврига": whether an object is somebody and no territory.
  func isPeople(_ object: Int32, _ actors: [ActorID], _ sentence: Sentence) -> Bool {
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

  /// "Посоветовала своим гражданам", "вернула своих солдат": whether an object or addressee is the
  /// source's own.
  func isOwn(
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
  func commitsToHarm(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      guard sentence.chunks[other].kind == .verb, Int(links.governor) == verb,
        links.link == .infinitive || links.link == .content,
        let index = frames.frame(of: other, sentence),
        let type = lexicon.frames[index].frame.type
      else { return false }
      return type.isHarm || type == .accuse
    }
  }

  /// "moved several hundred British soldiers": whose those are who are moved, nobody is meant by that.
  func movesForces(_ verb: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    return type == .mobilize && object > verb
      && sentence.chunks[Int(object)].classes.intersects(movedClasses)
  }

  /// "melarang warganya berlayar", "memulangkan warganya": what is done to one's own people is done to
  /// nobody else.
  func actsOnOwn(
    _ verb: Int, _ type: EventType, _ frame: CompiledFrame, _ source: [ActorID],
    _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Bool {
    let object = sentence.links[verb].object
    // "arrested a dozen of his own men", but "released its hostages".
    guard !lexicon.usesCases, type == .coerce || isHeadFirst && type == .concede,
      frame.target.contains(.object), object >= 0,
      sentence.chunks[Int(object)].traits.contains(.hasPossessor),
      sentence.chunks[Int(object)].classes.intersects(peopleClass)
    else { return false }
    var copy = resolver
    let owners = rolled(copy.actors(of: Int(object), sentence))
    return !owners.isEmpty && owners.allSatisfy(source.contains)
  }

  /// "Menteri Keamanan Nasional Israel Itamar Ben-Gvir mundur": who holds an office and is no force
  /// leaves the office.
  func resigns(_ subject: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[subject]
    return chunk.roles.contains(.role) && !chunk.classes.intersects(movedClasses)
      && (Int(chunk.firstItem)..<Int(chunk.endItem)).contains {
        sentence.items[$0].kinds == .unknown && sentence.items[$0].isCapitalised
      }
  }

  /// "A crowd stormed the embassy": the people of the place do so.
  func isMission(_ object: Int32, _ sentence: Sentence) -> Bool {
    object >= 0 && sentence.chunks[Int(object)].classes.intersects(missionClass)
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
}
