import CasusKnowledge
import CasusModel

extension EventFinder {
  /// "memerintahkan 35 diplomat Rusia meninggalkan negaranya": who tells envoys to leave expels them.
  func expulsion(by act: VerbAct, _ sentence: Sentence) -> Finding? {
    let object = Int(act.links.object)
    guard isHeadFirst, !lexicon.usesCases, act.type == .request, act.hasSource, act.hasTarget,
      object > act.verb, sentence.chunks[object].classes.intersects(missionClass),
      sentence.chunks.indices.contains(where: { verb in
        sentence.chunks[verb].kind == .verb && sentence.links[verb].link == .content
          && Int(sentence.links[verb].governor) == act.verb
          && Int(sentence.links[verb].subject) == object
          && frames.candidates(verb, sentence).contains {
            lexicon.frames[Int($0)].frame.type == .retreat
          }
      }),
      let frame = lexicon.frames.firstIndex(where: { $0.frame.mode == "expel-diplomats" })
    else { return nil }
    return Finding(
      type: .sanction, mode: "expel-diplomats", source: act.source.actors,
      target: act.target.actors, verb: act.verb, phrase: -1, frame: frame,
      firstChunk: min(act.source.first, act.verb), lastChunk: object, object: object,
      targetPreposition: 0, form: "active", usesAnaphor: act.source.usesAnaphor,
      inheritsSubject: !act.ownsSubject, targetIsPlace: false)
  }

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
