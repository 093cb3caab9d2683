import CasusKnowledge
import CasusModel

// The target of an event noun is its complement, or whoever the words around it tell of.
extension EventFinder {
  static let nounTargets: [SideStep<NounAct>] = [
    .correction("the victims") { finder, act, sentence, resolver in
      guard act.type == .assault, act.hasSource else { return nil }
      let victims = finder.victims(
        of: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
      return victims.actors.isEmpty ? nil : victims
    },
    .target("the place that a relative clause tells of") { finder, act, sentence, resolver in
      guard act.type.isAimedAtPlaces else { return nil }
      // "the region, which Ukraine has held since its incursion": told beside the verb of the clause.
      let verb =
        act.governor >= 0
        ? act.governor
        : sentence.chunks[..<act.phrase].lastIndex { $0.kind == .verb || $0.kind == .stop } ?? -1
      guard verb >= 0, sentence.chunks[verb].kind == .verb else { return nil }
      return finder.antecedentPlace(
        verb, sentence, &resolver, finder.rolled(act.source.actors),
        ofAny: sentence.chunks[act.phrase].traits.contains(.isAnaphor))
    },
    // "penembakan Belgorod oleh pasukan Ukraina".
    .target("the possessor") { finder, act, sentence, resolver in
      let chunk = sentence.chunks[act.phrase]
      guard act.hasSource, act.source.first != act.phrase, chunk.ownerEnd > chunk.ownerStart,
        !chunk.traits.contains(.isAnaphor)
      else { return nil }
      var target = finder.filling(Int32(act.phrase), sentence, &resolver, excluding: [])
      finder.remove(finder.rolled(act.source.actors), from: &target)
      return target
    },
    .change("the people of the place") { finder, act, sentence, resolver in
      guard act.type == .protest, finder.isHeadFirst || !act.hasSource else { return }
      if !act.hasSource {
        act.source = finder.site(of: act.phrase, sentence, &resolver)
        if act.hasSource { act.sourceStep = "the people of the place" }
      }
      act.isGathering = act.isClause
    },
    .target("what forces are aimed at") { finder, act, sentence, resolver in
      guard act.type == .mobilize else { return nil }
      return finder.aimed(act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("what suffers in the clause before") { finder, act, sentence, resolver in
      guard act.type == .assault, act.hasSource, !act.frame.frame.isReciprocal else { return nil }
      return finder.sufferers(
        of: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("where it is done") { finder, act, sentence, resolver in
      guard act.hasSource, act.type.isAimedAtPlaces else { return nil }
      return finder.located(
        after: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is answered") { finder, act, sentence, resolver in
      guard act.hasSource, !finder.isHeadFirst || finder.lexicon.usesCases else { return nil }
      return finder.answering(
        act.phrase, act.type, act.governor, sentence, &resolver,
        finder.rolled(act.source.actors))
    },
    .target("the foe in this article") { finder, act, _, resolver in
      guard act.hasSource, act.type == .assault else { return nil }
      return Filling(
        actors: resolver.discourse.foe(of: finder.rolled(act.source.actors)),
        first: act.phrase, last: act.phrase, usesAnaphor: true,
        preposition: act.target.preposition)
    },
    .target("who accuses them of it") { finder, act, sentence, resolver in
      guard act.hasSource, act.type.isAimedAtPlaces else { return nil }
      return finder.accuser(
        before: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who answers it") { finder, act, sentence, resolver in
      guard act.hasSource else { return nil }
      return finder.answerer(
        of: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is said to have done it") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .accuse else { return nil }
      return finder.alleged(
        behind: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("between whom they mediate") { finder, act, sentence, resolver in
      guard act.hasSource, act.mode == "mediate" else { return nil }
      return finder.mediated(
        act.phrase, act.told, sentence, resolver, finder.rolled(act.source.actors))
    },
    .target("who serves it") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .request else { return nil }
      return finder.servedBySubject(
        of: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who provoked it") { finder, act, sentence, _ in
      guard act.hasSource, act.type.isReaction else { return nil }
      return finder.provoked(
        act.governor, act.told, sentence, finder.rolled(act.source.actors))
    },
    .target("with whom they spoke before") { finder, act, sentence, _ in
      guard act.type.isAddressed, act.hasSource else { return nil }
      return finder.spokenTo(
        act.governor, finder.rolled(act.source.actors), act.told, sentence)
    },
    .target("who is to act") { finder, act, sentence, resolver in
      guard act.frame.frame.content == .drop, act.hasSource else { return nil }
      return finder.toAct(
        behind: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is to end it") { finder, act, sentence, resolver in
      guard act.type == .request, act.hasSource else { return nil }
      return finder.doer(
        ofWhatIsAskedBehind: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is addressed") { finder, act, sentence, resolver in
      guard act.type == .consult else { return nil }
      return finder.addressee(
        act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who reports it") { finder, act, sentence, resolver in
      guard act.hasSource, act.type.isAimedAtPlaces else { return nil }
      return finder.reporter(
        of: act.phrase, sentence, &resolver, finder.rolled(act.source.actors))
    },
  ]

  static let nounPairs: [SideStep<NounAct>] = [
    .change("both who are named") { finder, act, sentence, resolver in
      guard !act.hasTarget, !act.hasSource else { return }
      act.source = finder.between(act.phrase, sentence, &resolver)
      // "arms transfers between A and B": trade, since neither side is the giver.
      act.isMutual = act.isMutual || act.type == .aid
    },
    // "Путин и Си: переговоры в Пекине".
    .source("those named before the colon") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.isMutual else { return nil }
      return finder.headed(act.phrase, sentence, &resolver)
    },
    .source("whose people were killed in it") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.type == .assault, act.isMutual else { return nil }
      return finder.killed(in: act.phrase, sentence, &resolver)
    },
    .source("those on whose border it is") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.type == .assault, act.isMutual else { return nil }
      return finder.neighbours(of: act.phrase, sentence, &resolver)
    },
    .source("the sides of the talks") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.type == .consult, act.isMutual else { return nil }
      return finder.sidesOfTalks(act.phrase, sentence, &resolver)
    },
    .change("those before whom it is signed") { finder, act, sentence, resolver in
      guard !act.hasTarget, !act.hasSource, act.type == .agree, act.governor >= 0,
        finder.isHeadFirst
      else { return }
      let sides = finder.witnesses(of: act.phrase, act.governor, sentence, &resolver)
      guard !sides.actors.isEmpty else { return }
      (act.source, act.isMutual, act.isWitnessed) = (sides, true, true)
    },
    // "Iran mengadakan latihan bersama Irak": whoever holds the drills is one of them.
    .change("who holds it") { finder, act, sentence, resolver in
      guard act.isMutual, act.isSupported, act.form == "nominal",
        act.type == .cooperate || act.type == .mobilize
      else { return }
      let host = finder.supporter(act.governor, sentence, &resolver)
      act.source.actors =
        host.actors.filter { !act.source.actors.contains($0) } + act.source.actors
      act.source.first = min(act.source.first, host.first)
    },
    .change("whether several do it with each other") { finder, act, _, _ in
      act.isMutual = act.isMutual && finder.distinct(act.source.actors).count > 1
    },
  ]
}
