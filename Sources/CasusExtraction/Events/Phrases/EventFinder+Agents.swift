import CasusKnowledge
import CasusModel

// Who does what a passive verb or a noun tells of.
extension EventFinder {
  /// "Roket yang diluncurkan Houthi": who fired or laid a weapon that is nobody's by itself.
  func shooter(
    of thing: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let verb = thing + 2
    guard isHeadFirst, !lexicon.usesCases, thing >= 0, verb < sentence.chunks.count,
      sentence.chunks[thing].kind == .nounPhrase,
      sentence.chunks[thing].classes.intersects(weaponClass),
      sentence.chunks[thing + 1].roles.contains(.relative),
      sentence.chunks[verb].kind == .verb, sentence.chunks[verb].traits.contains(.isPassive),
      Int(sentence.links[verb].subject) == thing
    else { return Filling() }
    return agent(verb, sentence, &resolver)
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
  func isCopula(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[verb].verbItem < 0
      || sentence.items[Int(sentence.chunks[verb].verbItem)].roles.contains(.be)
  }
}
