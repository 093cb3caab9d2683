import CasusKnowledge
import CasusModel

// Acts that answer others, and who was on the other side of these.
extension EventFinder {
  /// "В ответ на удары Израиля Иран запустил ракеты": what is answered was done to whoever answers, the
  /// subject of the clause.
  func answerer(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard isAnswered(phrase, sentence) else { return Filling() }
    let verbs = sentence.chunks.indices.filter {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].subject >= 0
        && sentence.chunks[$0].traits.isDisjoint(with: [.isPassive, .isParticiple])
    }
    guard let verb = verbs.last(where: { $0 < phrase }) ?? verbs.first else { return Filling() }
    return doer(sentence.links[verb].subject, of: phrase, sentence, &resolver, excluding)
  }

  /// "Россия закрыла консульство в ответ на действия Польши": whoever did what a clause answers is meant
  /// by the answer.
  func answeredSide(
    by verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        switch sentence.chunks[at].kind {
        case .nounPhrase where isAnswered(at, sentence):
          var found = Filling(first: at, last: at)
          found.actors = possessors(at, sentence, resolver, asTarget: false)
          addOwners(behind: at, &found, sentence, &resolver)
          if found.actors.isEmpty, !lexicon.usesCases {
            // "in response to the killing of two soldiers by Hamas".
            found.actors = agent(at, sentence, &resolver).actors
          }
          remove(excluding, from: &found)
          return found
        case .nounPhrase, .preposition, .date, .conjunction: at += step
        default: break scan
        }
      }
    }
    return Filling()
  }

  /// "would retaliate if Iran attacks Iraq": who does harm in the condition under which somebody acts.
  func provoker(
    behind verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling? {
    let harm = sentence.chunks.indices.first { at in
      at > verb && sentence.chunks[at].kind == .verb && sentence.links[at].link == .conditional
        && frames.frame(of: at, sentence).map { lexicon.frames[$0].frame.type?.isHarm == true }
          == true
    }
    guard let harm else { return nil }
    var found =
      sentence.chunks[harm].traits.contains(.isPassive)
      ? agent(harm, sentence, &resolver)
      : filling(sentence.links[harm].subject, sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found.actors.isEmpty ? nil : found
  }

  /// Whether a phrase stands behind a preposition made of a word for an answer: "в ответ на".
  private func isAnswered(_ phrase: Int, _ sentence: Sentence) -> Bool {
    (lexicon.usesCases || !isHeadFirst) && holds(answerClass, before: phrase, sentence)
  }

  /// "На границе Киргизии и Таджикистана произошла перестрелка": who clashes on a border are those whom it
  /// parts.
  func neighbours(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard lexicon.usesCases else { return Filling() }
    for at in sentence.chunks.indices
    where sentence.chunks[at].kind == .nounPhrase && at != phrase
      && sentence.chunks[at].prepositionChunk >= 0
      && (sentence.chunks[at].classes.intersects(borderClass)
        || holds(borderClass, before: at, sentence))
    {
      let head = sentence.chunks[at].listHead
      let found = filling(head >= 0 ? head : Int32(at), sentence, &resolver, excluding: [])
      if distinct(found.actors).count == 2 { return found }
    }
    return Filling()
  }

  /// Whether the preposition before a phrase is made of several words, one of them of some classes.
  private func holds(_ classes: ClassSet, before phrase: Int, _ sentence: Sentence) -> Bool {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard preposition >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[preposition].firstItem)]
    guard item.endToken > item.firstToken + 1 else { return false }
    return sentence.tokens[Int(item.firstToken)..<Int(item.endToken)].contains { token in
      lexicon.classes(of: lexicon.step(0, token.word)).intersects(classes)
    }
  }
}
