import CasusKnowledge
import CasusModel

extension EventFinder {
  /// "Israel's ambassador to Ireland was recalled", "Iraq's envoy to Iran was summoned": who sent an envoy of
  /// whom only the passive tells, and to whom.
  func mission(
    of verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> (sender: Filling, host: Filling)? {
    let subject = Int(sentence.links[verb].subject)
    guard !lexicon.usesCases, sentence.chunks[verb].traits.contains(.isPassive),
      subject >= 0, subject + 2 < verb, sentence.chunks[subject].classes.intersects(missionClass),
      sentence.chunks[subject].traits.contains(.hasPossessor),
      sentence.chunks[subject + 1].kind == .preposition,
      isHeadFirst
        ? sentence.chunks[subject + 1].roles.contains(.locative)
        : Int(sentence.chunks[subject + 1].preposition) == lexicon.prepositions["to"],
      sentence.chunks[subject + 2].kind == .nounPhrase
    else { return nil }
    let sender = filling(Int32(subject), sentence, &resolver, excluding: [])
    let host = filling(Int32(subject + 2), sentence, &resolver, excluding: [])
    guard !sender.actors.isEmpty, !host.actors.isEmpty,
      Set(rolled(sender.actors)).isDisjoint(with: rolled(host.actors))
    else { return nil }
    return (sender, host)
  }
}
