import CasusKnowledge
import CasusModel

// What an article leaves to be understood.
extension EventFinder {
  /// "Mali did the same": the act told last, by someone else.
  func repeated(
    _ verb: Int, _ sentence: Sentence, _ findings: [Finding], _ resolver: inout ActorResolver
  ) -> [Finding] {
    let subject = sentence.links[verb].subject
    guard subject >= 0, mayAct(Int(subject), sentence) else { return [] }
    let source = filling(subject, sentence, &resolver, excluding: [])
    guard !source.actors.isEmpty else { return [] }
    var finding = Finding(
      type: .agree, mode: nil, source: source.actors, target: [], verb: verb, phrase: -1, frame: -1,
      firstChunk: min(verb, source.first), lastChunk: verb, object: -1, targetPreposition: 0,
      form: "the same again", usesAnaphor: true, inheritsSubject: false, targetIsPlace: false)
    if let last = findings.last {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else if let last = resolver.discourse.events.last {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else {
      return []
    }
    let own = Set(rolled(finding.source))
    finding.target.removeAll { own.contains(knowledge.actors.rolledUp($0)) }
    return finding.target.isEmpty ? [] : [finding]
  }

  /// Whom the article leaves to be understood: the accuser, the opponent, the one who is helped.
  func understood(
    _ verb: Int, _ type: EventType, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ source: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.usesAnaphor = true
    result.first = verb
    result.last = verb
    let links = sentence.links[verb]
    if links.link == .content, links.governor >= 0, type.isAimedAtPlaces,
      frames.content(of: Int(links.governor), sentence) == .claim
    {
      let accuser = sentence.links[Int(links.governor)].subject
      if accuser >= 0 { result.actors = resolver.actors(ofList: accuser, sentence) }
    }
    if result.actors.isEmpty, type.isAimedAtPlaces {
      result.actors = resolver.discourse.opponent(of: source)
    }
    if result.actors.isEmpty, type == .aid {
      result.actors = resolver.discourse.recipient(apartFrom: source)
    }
    result.actors.removeAll { source.contains(knowledge.actors.rolledUp($0)) }
    return result
  }

  /// "Doha condemned the attack": whoever did what was told last.
  func reactedTo(
    _ verb: Int, _ sentence: Sentence, _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let traits = sentence.chunks[verb].traits
    let object =
      traits.contains(.isPassive) ? sentence.links[verb].subject : sentence.links[verb].object
    var result = Filling()
    result.actors = resolver.discourse.agents
    if object >= 0 {
      let phrase = sentence.chunks[Int(object)]
      let isDefinite = (Int(phrase.firstItem)..<Int(phrase.endItem)).contains {
        !sentence.items[$0].roles.isDisjoint(with: [.demonstrative, .determiner])
      }
      guard phrase.ownerEnd == phrase.ownerStart, isDefinite else { return Filling() }
      if phrase.eventNoun >= 0 {
        result.actors =
          resolver.discourse.agents(ofAny: types(ofNoun: phrase.eventNoun, sentence))
          ?? result.actors
      }
    } else {
      let next = verb + 1 < sentence.chunks.count ? sentence.chunks[verb + 1].kind : .stop
      guard next == .stop || next == .comma else { return Filling() }
    }
    result.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    result.first = verb
    result.last = object >= 0 ? Int(object) : verb
    result.usesAnaphor = true
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

  /// "In Seoul, thousands marched": an unnamed crowd is of the state where it gathers.
  func crowd(_ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver) -> Filling {
    let subject = sentence.links[verb].subject
    guard subject >= 0,
      sentence.chunks[Int(subject)].ownerEnd == sentence.chunks[Int(subject)].ownerStart
    else { return Filling() }
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.prepositionChunk >= 0 {
      let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
      guard preposition.roles.contains(.locative), abs(i - verb) < 8 else { continue }
      let first = sentence.items[Int(chunk.firstItem)]
      let isSite =
        chunk.endItem - chunk.firstItem <= 2
        && (first.kinds.contains(.place) || first.kinds.contains(.actor))
      guard isSite else { continue }
      let found = filling(Int32(i), sentence, &resolver, excluding: [])
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }
}
