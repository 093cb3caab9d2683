import CasusKnowledge
import CasusModel

/// Who is asked to end what they do, or to keep calm.
extension EventFinder {
  /// "called for an end to Somali attacks", "demanded a halt to the shelling of Tripoli by Chad": whoever does what is
  /// to end has to end it, and of what goes on between two, both.
  func doer(
    ofWhatEndsAt object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let act = object + 2
    guard !isHeadFirst, !lexicon.usesCases, object >= 0, act < sentence.chunks.count,
      sentence.chunks[object].classes.intersects(endClass),
      sentence.chunks[object + 1].kind == .preposition, sentence.chunks[act].kind == .nounPhrase,
      sentence.chunks[act].eventNoun >= 0
    else { return Filling() }
    var found = fillNominal([.possessor], act, sentence, &resolver, excluding: [])
    if found.actors.isEmpty { found = agent(act, sentence, &resolver) }
    if found.actors.isEmpty { found = between(act, sentence, &resolver) }
    remove(excluding, from: &found)
    return found
  }

  /// "calls by Kenya for an end to the raids", "its appeal for the withdrawal of Somali troops": whoever is to do what a
  /// noun asks for behind "for".
  func doer(
    ofWhatIsAskedBehind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases,
      let asked = complement(frames.forNumber, behind: phrase, sentence)
    else { return Filling() }
    let ended = doer(ofWhatEndsAt: asked, sentence, &resolver, excluding)
    guard ended.actors.isEmpty, sentence.chunks[asked].eventNoun >= 0,
      types(ofNoun: sentence.chunks[asked].eventNoun, sentence).contains(.retreat)
    else { return ended }
    var found = fillNominal(
      [.possessor, .object], asked, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found
  }

  /// The phrase behind a preposition that follows a noun, where nothing but "by" and somebody stand between.
  private func complement(_ number: Int, behind phrase: Int, _ sentence: Sentence) -> Int? {
    var at = phrase + 1
    while at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at + 1].kind == .nounPhrase
    {
      if Int(sentence.chunks[at].preposition) == number { return at + 1 }
      guard !sentence.chunks[at].roles.isDisjoint(with: [.agentMarker, .origin]) else {
        return nil
      }
      at += 2
    }
    return nil
  }

  /// "called for restraint": the two of whom the sentence before tells that one turned on the other.
  func disputants(
    before sentence: Sentence, _ resolver: ActorResolver, _ own: [ActorID], at verb: Int
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases,
      let last = resolver.discourse.events.last(where: { sentence.number - $0.sentence == 1 }),
      !last.type.quadClass.isCooperation || last.type == .consult
    else { return Filling() }
    let sides = distinct(last.source + last.target)
    guard sides.count == 2, Set(sides).isDisjoint(with: own) else { return Filling() }
    return Filling(actors: sides, first: verb, last: verb, usesAnaphor: true)
  }
}
