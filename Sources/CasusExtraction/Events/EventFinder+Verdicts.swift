import CasusKnowledge
import CasusModel

/// What somebody says that a deed or a claim is.
extension EventFinder {
  /// "Paris said the decision was unacceptable", "Jordan said the Israeli raid was an act of aggression": who says so
  /// blames whoever did it; who says that an accusation is groundless rejects it.
  func verdicts(
    _ findings: [Finding], _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [Finding] {
    guard !isHeadFirst, !lexicon.usesCases else { return [] }
    var result: [Finding] = []
    for verb in sentence.chunks.indices {
      guard let type = verdict(at: verb, sentence), let speech = speech(over: verb, sentence),
        !findings.contains(where: { $0.type == type && ($0.verb == speech || $0.verb == verb) }),
        let frame = lexicon.frames.firstIndex(where: {
          $0.frame.type == type && $0.objectClasses.intersects(words(of: type))
        })
      else { continue }
      let speaker = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
      let own = rolled(speaker.actors)
      guard !own.isEmpty,
        !speaker.actors.contains(where: { knowledge.actors.kind(of: $0) == .medium })
      else { continue }
      let judged = judged(Int(sentence.links[verb].subject), type, sentence, &resolver, own)
      guard !judged.actors.isEmpty, Set(own).isDisjoint(with: rolled(judged.actors)) else {
        continue
      }
      let mode = lexicon.frames[frame].frame.mode
      result.append(
        Finding(
          type: type, mode: mode, source: speaker.actors, target: judged.actors, verb: speech,
          phrase: -1, frame: frame, firstChunk: min(speaker.first, verb, speech),
          lastChunk: max(verb + 1, speech, speaker.last), object: -1, targetPreposition: 0,
          form: "active", usesAnaphor: speaker.usesAnaphor || judged.usesAnaphor,
          inheritsSubject: false, targetIsPlace: false))
    }
    return result
  }

  private func words(of type: EventType) -> ClassSet {
    type == .accuse ? blameClass : emptyClasses
  }

  /// "was unacceptable", "were baseless": what a form of "be" and what stands right behind it say of the subject.
  private func verdict(at verb: Int, _ sentence: Sentence) -> EventType? {
    let chunk = sentence.chunks[verb]
    guard chunk.kind == .verb, chunk.verbItem >= 0, sentence.links[verb].subject >= 0,
      sentence.items[Int(chunk.verbItem)].roles.contains(.be),
      chunk.traits.isDisjoint(with: [.isNegated, .isHypothetical, .isPlanned, .isGerund])
    else { return nil }
    var next = verb + 1
    if next < sentence.chunks.count, sentence.chunks[next].kind == .openQuote { next += 1 }
    guard next < sentence.chunks.count, sentence.chunks[next].kind == .nounPhrase,
      !sentence.chunks[next].traits.contains(.isNegative)
    else { return nil }
    if sentence.chunks[next].classes.intersects(emptyClasses) { return .reject }
    return sentence.chunks[next].classes.intersects(blameClass) ? .accuse : nil
  }

  /// Whose the deed or the claim is that a phrase names, or that was told of last.
  private func judged(
    _ phrase: Int, _ type: EventType, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ own: [ActorID]
  ) -> Filling {
    let chunk = sentence.chunks[phrase]
    let namesClaim = chunk.classes.intersects(claimClasses)
    guard
      type == .reject
        ? namesClaim
        : chunk.eventNoun >= 0 && !namesClaim || frames.isDecision(chunk)
          || chunk.classes.intersects(deedClass)
    else { return Filling() }
    if chunk.ownerEnd > chunk.ownerStart {
      var owner = filling(Int32(phrase), sentence, &resolver, excluding: own)
      remove(own, from: &owner)
      return owner
    }
    let by = agent(phrase, sentence, &resolver)
    if !by.actors.isEmpty, by.last < phrase + 3 { return by }
    guard sentence.items[Int(chunk.firstItem)].roles.contains(.demonstrative),
      phrase + 1 < sentence.chunks.count, sentence.chunks[phrase + 1].kind == .verb
    else { return Filling() }
    let discourse = resolver.discourse
    let named = chunk.eventNoun >= 0 ? types(ofNoun: chunk.eventNoun, sentence) : []
    let doers =
      type == .reject
      ? discourse.accuser(of: own)
      : discourse.events.last {
        sentence.number - $0.sentence <= 2 && $0.status == .occurred
          && (named.isEmpty ? $0.type.isHarm || $0.type == .reject : named.contains($0.type))
      }?.source ?? []
    return Filling(
      actors: doers.filter { !own.contains($0) }, first: phrase, last: phrase, usesAnaphor: true)
  }
}
