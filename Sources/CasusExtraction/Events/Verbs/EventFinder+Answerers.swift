import CasusKnowledge
import CasusModel

// Who answers a demand, a threat or a charge.
extension EventFinder {
  /// The sides of what was just put to somebody, where a verb makes those who put it accept or refuse it
  /// themselves because a pronoun or a description was taken for them.
  func selfAnswered(
    _ act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> (source: [ActorID], target: [ActorID])? {
    guard act.type == .reject || act.type == .agree, act.hasSource, !act.isPassive, !isHeadFirst,
      !lexicon.usesCases, act.links.subject >= 0, act.links.object >= 0,
      sentence.chunks[Int(act.links.subject)].traits.contains(.isAnaphor),
      refersByPronoun(act.verb, sentence)
    else { return nil }
    let own = rolled(act.source.actors)
    let isPut = { (type: EventType) in [.accuse, .request, .threaten].contains(type) }
    if let here = act.told.last(where: { $0.phrase < 0 && $0.verb < act.verb }) {
      guard isPut(here.type), Set(rolled(here.source)) == Set(own) else { return nil }
      return (own, rolled(here.target).filter { !own.contains($0) })
    }
    guard let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
      isPut(last.type), Set(last.source) == Set(own)
    else { return nil }
    return (own, last.target.filter { !own.contains($0) })
  }
}
