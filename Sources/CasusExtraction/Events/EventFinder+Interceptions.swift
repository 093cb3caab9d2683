import CasusKnowledge
import CasusModel

// Who brings down what flies, where the sentence does not say so.
extension EventFinder {
  /// Whether a verb without a subject tells that what flies was brought down.
  func isInterception(_ verb: Int, mode: String?, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    guard isPassive || links.subject < 0, mode == "shoot-down" || mode == "destroy" else {
      return false
    }
    let object = isPassive ? links.subject : links.object
    return object >= 0
      && (mode == "shoot-down"
        || sentence.chunks[Int(object)].classes.intersects(frames.flyingClasses))
  }

  /// "Над Россией сбили 100 украинских дронов": the air defence of a state brings down what flies there.
  func defender(
    beside verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase where chunk.prepositionChunk >= 0 && chunk.eventNoun < 0:
          let roles = sentence.chunks[Int(chunk.prepositionChunk)].roles
          guard !roles.isDisjoint(with: [.locative, .aim]) else { break }
          var found = filling(
            chunk.listHead >= 0 ? chunk.listHead : Int32(at), sentence, &resolver, excluding: [])
          found.actors.removeAll { isNoState($0, apartFrom: excluding) }
          if !found.actors.isEmpty { return found }
        case .nounPhrase, .preposition, .date, .conjunction, .comma: break
        default: break scan
        }
        at += step
      }
    }
    return teller(of: verb, sentence, &resolver, excluding)
  }

  /// "Минобороны РФ сообщило, что сбиты 55 украинских дронов": whoever tells of it.
  private func teller(
    of verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let links = sentence.links[verb]
    guard links.link == .content, links.governor >= 0,
      sentence.chunks[Int(links.governor)].traits.contains(.isSpeech),
      sentence.links[Int(links.governor)].subject >= 0
    else { return Filling() }
    var found = filling(
      sentence.links[Int(links.governor)].subject, sentence, &resolver, excluding: [])
    found.actors.removeAll { isNoState($0, apartFrom: excluding) }
    return found
  }

  private func isNoState(_ id: ActorID, apartFrom excluded: [ActorID]) -> Bool {
    excluded.contains(knowledge.actors.rolledUp(id))
      || ![.state, .government].contains(knowledge.actors.kind(of: id))
  }
}
