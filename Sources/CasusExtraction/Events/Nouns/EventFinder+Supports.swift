import CasusKnowledge
import CasusModel

// Verbs that lend their subject to a noun.
extension EventFinder {
  /// The verb whose object, or passive subject, a phrase is.
  func governingVerb(_ phrase: Int, _ sentence: Sentence) -> Int {
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb {
      let links = sentence.links[i]
      let isPassive = chunk.traits.contains(.isPassive)
      let filled = isPassive ? links.subject : links.object
      guard filled >= 0 else { continue }
      if sentence.list(from: filled).contains(phrase) { return i }
      // "held five rounds of talks".
      let before = Int(sentence.chunks[phrase].prepositionChunk)
      if before > 0, before - 1 == Int(filled),
        Int(sentence.chunks[before].preposition) == frames.ofNumber
      {
        return i
      }
    }
    return verbOfMeans(phrase, sentence)
  }

  /// "ответили санкциями": the support verb that an event noun in the instrumental belongs to.
  private func verbOfMeans(_ phrase: Int, _ sentence: Sentence) -> Int {
    let chunk = sentence.chunks[phrase]
    guard chunk.prepositionChunk < 0, chunk.features.contains(.instrumental) else { return -1 }
    var at = phrase - 1
    while at >= 0 {
      switch sentence.chunks[at].kind {
      case .verb:
        let lends = sentence.chunks[at].traits.contains(.isSupport) && sentence.links[at].object < 0
        return lends ? at : -1
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      default: return -1
      }
    }
    return -1
  }

  /// Whether the subject of a verb does what its object names: "carried out a strike", "plans a
  /// visit", "approved the sale of jets to Taiwan".
  func lendsSubject(_ verb: Int, to phrase: Int, _ sentence: Sentence) -> Bool {
    let traits = sentence.chunks[verb].traits
    if traits.contains(.isSupport) {
      let index = frames.frame(of: verb, sentence)
      // "объявил о выводе": the frame of "объявить" alone only says that it reports.
      let reports = index.map { lexicon.frames[$0].frame.type == nil } ?? true
      if index == nil || reports { return true }
    }
    let isPassive = traits.contains(.isPassive)
    guard
      isPassive
        ? isHeadFirst && sentence.links[verb].subject == Int32(phrase)
        : sentence.links[verb].object == Int32(phrase),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
        || isHeadFirst && !mayOwn(phrase, sentence)
    else { return false }
    switch frames.content(of: verb, sentence) {
    case .planned:
      // "пообещала помощь": the promise says it all.
      let promised = frames.frame(of: verb, sentence)
      return promised.map { lexicon.frames[$0].frame.mode != "promise" } ?? true
    case .hypothetical, .denied, .occurred:
      // "mulls the sale of tanks": who considers or denies an act would be its author.
      return frames.frame(of: verb, sentence).map { lexicon.frames[$0].frame.type == nil } ?? false
    case .claim, .drop, nil: return false
    }
  }

  func supporter(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    if sentence.chunks[verb].traits.contains(.isPassive) { return agent(verb, sentence, &resolver) }
    let subject = sentence.links[verb].subject
    if subject < 0, sentence.chunks[verb].traits.contains(.isFirstPerson) {
      // "Висловлюємо вдячність": whoever speaks.
      return Filling(actors: resolver.speaker, first: verb, last: verb, usesAnaphor: true)
    }
    guard subject >= 0, mayAct(Int(subject), sentence) else { return Filling() }
    return filling(subject, sentence, &resolver, excluding: [])
  }

  /// "Latihan militer China berakhir": whether a verb of its own says how an event goes.
  func comesAbout(_ phrase: Int, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases
      && sentence.chunks.indices.contains { verb in
        sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
          && sentence.links[verb].object < 0
          && frames.frame(of: verb, sentence).map { lexicon.frames[$0].frame.type == nil } ?? false
          && frames.content(of: verb, sentence) == .occurred
      }
  }

  /// "condemned North Korea's missile test": what is praised or blamed was done.
  func isJudged(_ governor: Int, _ sentence: Sentence) -> Bool {
    guard governor >= 0, let index = frames.frame(of: governor, sentence) else { return false }
    return lexicon.frames[index].frame.type?.isReaction == true
  }
}
