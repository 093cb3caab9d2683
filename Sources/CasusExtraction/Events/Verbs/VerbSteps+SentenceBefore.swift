import CasusKnowledge
import CasusModel

// Whom an act concerns of those whom the sentence before tells of.
extension EventFinder {
  static let sentenceBefore: [SideStep<VerbAct>] = [
    // "Chad's minister flew to Paris. She asked for helicopters": of those whom they have just visited or met.
    .target("whom they have just met") { finder, act, sentence, resolver in
      guard act.type == .request, act.hasSource, act.source.usesAnaphor, !act.isPassive,
        !finder.isHeadFirst, !finder.lexicon.usesCases, act.links.link == .main,
        let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
        last.type == .consult, last.status == .occurred
      else { return nil }
      let own = finder.rolled(act.source.actors)
      let others = last.source == own ? last.target : last.target == own ? last.source : []
      guard others.count == 1 else { return nil }
      return Filling(actors: others, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Kuwait offered to mediate. Doha accepted the offer".
    .target("who has just offered it") { finder, act, sentence, resolver in
      guard act.type == .agree, act.mode == "accept", act.hasSource, !act.isPassive,
        !finder.isHeadFirst, !finder.lexicon.usesCases, act.links.object >= 0
      else { return nil }
      let object = sentence.chunks[Int(act.links.object)]
      let own = finder.rolled(act.source.actors)
      let offers: Set<EventType> = [.consult, .request, .aid, .agree, .cooperate]
      let last = resolver.discourse.events.last {
        sentence.number - $0.sentence <= 2 && offers.contains($0.type)
          && !Set($0.target).isDisjoint(with: own) && Set($0.source).isDisjoint(with: own)
      }
      guard object.ownerEnd == object.ownerStart, let last else { return nil }
      return Filling(actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Spain recognised Palestine. Israel recalled its ambassador": from whoever did what the sentence before tells.
    .target("whose deed it answers") { finder, act, sentence, resolver in
      guard act.type == .sanction, act.hasSource, !act.isPassive, !finder.isHeadFirst,
        !finder.lexicon.usesCases, [.main, .coordinate].contains(act.links.link),
        let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
        last.status == .occurred, last.source.count == 1,
        last.type.isHarm || last.type == .support || last.type == .cooperate
      else { return nil }
      guard Set(last.source).isDisjoint(with: finder.rolled(act.source.actors)),
        !last.type.isHarm || last.type == .sanction
          || !Set(last.target).isDisjoint(with: finder.rolled(act.source.actors))
      else { return nil }
      return Filling(actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Croatia expelled a diplomat. Belgrade retaliated": in kind, and by no attack.
    .refusal("what is answered was no attack") { finder, act, sentence, resolver in
      guard act.type == .assault, act.mode == "fight", act.hasSource, act.links.object < 0,
        act.targetStep != nil, !finder.isHeadFirst, !finder.lexicon.usesCases
      else { return false }
      let own = finder.rolled(act.source.actors)
      let turned = resolver.discourse.events.filter {
        sentence.number - $0.sentence <= 2 && !$0.type.quadClass.isCooperation
          && !Set($0.target).isDisjoint(with: own)
      }
      return !turned.isEmpty
        && turned.allSatisfy { ![.assault, .coerce, .mobilize].contains($0.type) }
    },
  ]

  static let severalSides: [SideStep<VerbAct>] = [
    // "The Taliban met American envoys. They demanded that the United States release money": one of those who met.
    .change("who asks the other of the two") { finder, act, sentence, resolver in
      guard act.type == .request, act.source.usesAnaphor, !finder.isHeadFirst,
        !finder.lexicon.usesCases, finder.distinct(act.source.actors).count > 1
      else { return }
      let asked = finder.rolled(
        finder.contentSubject(act.verb, sentence, &resolver, []).actors)
      let left = act.source.actors.filter { !asked.contains(finder.knowledge.actors.rolledUp($0)) }
      if !asked.isEmpty, !left.isEmpty, left.count < act.source.actors.count {
        act.source.actors = left
      }
    }
  ]
}
