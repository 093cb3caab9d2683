import CasusKnowledge
import CasusModel

// The states by whose law, or behind whose border, something is done.
extension EventFinder {
  /// "have been jailed in Poland": the state where somebody is held by the law.
  func custodian(
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
  func releaser(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard let index = frames.frame(of: verb, sentence),
      lexicon.frames[index].frame.mode == "release-prisoners",
      !sentence.chunks[verb].traits.contains(.isPassive), sentence.links[verb].subject >= 0
    else { return Filling() }
    return filling(sentence.links[verb].subject, sentence, &resolver, excluding: [])
  }

  /// "У Норвегії затримано двох росіян": who acts by the law of a state where it is done.
  func institution(
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
        remove(excluding, from: &found)
        return found
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return Filling()
      }
    }
    return Filling()
  }

  /// "З Польщі депортували трьох росіян": the state out of which somebody is sent, beside a verb.
  func homeLeft(
    beside verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      while sentence.chunks.indices.contains(at),
        [.nounPhrase, .preposition, .date, .conjunction].contains(sentence.chunks[at].kind)
      {
        let chunk = sentence.chunks[at]
        if chunk.kind == .nounPhrase, at > 0, chunk.prepositionChunk == Int32(at - 1),
          sentence.chunks[at - 1].roles.contains(.origin), chunk.traits.contains(.isAgentive),
          chunk.endItem == chunk.firstItem + 1
        {
          var found = filling(Int32(at), sentence, &resolver, excluding: [])
          remove(excluding, from: &found)
          return found
        }
        at += step
      }
    }
    return Filling()
  }

  /// Whether a phrase stands in the case of its locative preposition: "в Нигере", "на западе Нигера".
  func standsInPlace(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    if chunk.features.contains(.locative) { return true }
    let preposition = sentence.items[Int(sentence.chunks[Int(chunk.prepositionChunk)].firstItem)]
    return preposition.endToken > preposition.firstToken + 1 && chunk.features.contains(.genitive)
  }

  /// "Закрыла пункты пропуска на белорусской границе": the border is that with its owner.
  func beyondBorder(
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
        remove(excluding, from: &found)
        if !found.actors.isEmpty { return found }
      case .nounPhrase, .preposition, .date, .conjunction: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }
}
