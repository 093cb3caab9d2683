import CasusKnowledge
import CasusModel

// The source of an event noun is its possessor or agent, or whoever the words around it tell of.
extension EventFinder {
  static let nounSources: [SideStep<NounAct>] = [
    // "invited Zelensky to the G20 summit in Bali".
    .refusal("the invitation tells of it") { finder, act, sentence, _ in
      guard act.type == .consult, sentence.chunks[act.phrase].prepositionChunk >= 0,
        let last = act.told.last, last.mode == "invite", last.phrase < 0, last.verb < act.phrase
      else { return false }
      return sentence.chunks[(last.verb + 1)..<act.phrase].allSatisfy {
        [.nounPhrase, .preposition].contains($0.kind)
      }
    },
    // "Kenya condemned Iran for its attack on Israel": "its" is whose act is judged.
    .source("who is judged for it") { finder, act, sentence, resolver in
      guard finder.isByPronoun(act.phrase, sentence) else { return nil }
      return finder.judged(before: act.phrase, sentence, &resolver)
    },
    // "обвинила Киев в поставках повстанцам".
    .source("who is accused of it") { finder, act, sentence, resolver in
      finder.accused(before: act.phrase, sentence, &resolver)
    },
    // "артиллерия начала обстрел города": who begins it shells, the genitive says whom.
    .source("who does it") { finder, act, sentence, resolver in
      guard act.isSupported, act.frame.nominalTarget.contains(.possessor),
        !finder.isAdjectival(act.phrase, sentence),
        // "сообщил об обстреле города со стороны ВСУ": not who tells of it.
        !finder.lexicon.usesCases
          || finder.fillNominal(
            act.frame.nominalSource.filter { $0 != .possessor }, act.phrase, sentence, &resolver,
            excluding: []
          ).actors.isEmpty
      else { return nil }
      return finder.supporter(act.governor, sentence, &resolver)
    },
    .source(nil) { finder, act, sentence, resolver in
      guard !finder.isRecipient(ownerOf: act.phrase, act.frame, sentence) else {
        return finder.parted(from: act.phrase, sentence, &resolver)
      }
      return finder.fillNominal(
        act.frame.nominalSource, act.phrase, sentence, &resolver, excluding: [])
    },
    .source(nil) { finder, act, sentence, resolver in
      finder.agent(act.phrase, sentence, &resolver)
    },
    .change("who decides on it") { finder, act, sentence, resolver in
      guard !act.hasSource else { return }
      act.source = finder.author(before: act.phrase, sentence, &resolver)
      act.isDecided = act.hasSource
      if act.hasSource { act.sourceStep = "who decides on it" }
    },
    .source("whose the part of it is") { finder, act, sentence, resolver in
      finder.ownerOfPart(act.phrase, act.type, act.frame, sentence, &resolver)
    },
    // But of "sanctioned Chinese firms over the war in Ukraine", the war is somebody else's.
    .source("who is judged for it") { finder, act, sentence, resolver in
      guard !act.frame.frame.isReciprocal || act.type == .consult, act.mode != "invade" else {
        return nil
      }
      return finder.judged(before: act.phrase, sentence, &resolver)
    },
    .target(nil) { finder, act, sentence, resolver in
      finder.fillNominal(
        act.frame.nominalTarget, act.phrase, sentence, &resolver,
        excluding: finder.rolled(act.source.actors))
    },
    // "Croatia's purchase of French jets".
    .target("whose the thing is") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .cooperate else { return nil }
      var target = finder.ownerOfPart(act.phrase, act.type, act.frame, sentence, &resolver)
      finder.remove(finder.rolled(act.source.actors), from: &target)
      return target
    },
    .change("who does it") { finder, act, sentence, resolver in
      guard !act.hasSource, act.isSupported else { return }
      finder.fillBySupport(&act, sentence, &resolver)
    },
    // "удар ворога по Харкову", "ворог завдав удару".
    .source("the enemy") { finder, act, sentence, resolver in
      guard act.type == .assault, act.hasTarget,
        finder.isEnemys(act.phrase, act.governor, act.isSupported, sentence)
      else { return nil }
      return Filling(
        actors: resolver.enemy(of: finder.rolled(act.target.actors)), first: act.phrase,
        last: act.phrase, usesAnaphor: true)
    },
    // "закупівля Індією | російської нафти".
    .target("whose the thing is") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .cooperate, finder.lexicon.usesCases else { return nil }
      var target = finder.partedGenitive(behind: act.phrase, sentence, &resolver)
      finder.remove(finder.rolled(act.source.actors), from: &target)
      return target
    },
    .source("whose stocks it drains") { finder, act, sentence, resolver in
      guard act.type == .aid, act.hasTarget else { return nil }
      return finder.drained(
        by: act.phrase, sentence, &resolver, finder.rolled(act.target.actors))
    },
    .change("who meets") { finder, act, sentence, resolver in
      guard !act.hasSource, act.type == .consult else { return }
      act.source = finder.subjectAfter(act.phrase, sentence, &resolver)
      if !act.hasSource, act.hasTarget {
        act.source = finder.subjectBefore(act.phrase, sentence, &resolver)
      }
      if act.hasSource { act.sourceStep = "who meets" }
      finder.remove(finder.rolled(act.source.actors), from: &act.target)
    },
    .source("who comes to it") { finder, act, sentence, resolver in
      guard act.type == .consult, act.hasTarget else { return nil }
      var source = finder.headword(before: act.phrase, sentence, &resolver)
      finder.remove(finder.rolled(act.target.actors), from: &source)
      return source
    },
    .source("who announces it") { finder, act, sentence, resolver in
      guard act.type == .consult, act.hasTarget else { return nil }
      return finder.announcer(
        of: act.phrase, sentence, &resolver, finder.rolled(act.target.actors))
    },
    // "Eritrean troops crossed into Tigray. Fighting with the TPLF followed".
    .source("who acts in the sentence before") { finder, act, sentence, resolver in
      guard act.hasTarget, act.type == .assault, act.frame.frame.isReciprocal, !finder.isHeadFirst,
        !finder.lexicon.usesCases,
        finder.distinct(act.target.actors).count == 1,
        Int(sentence.chunks[max(act.target.last, 0)].preposition) == resolver.withNumber,
        let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
        last.type.isHarm, Set(last.source).isDisjoint(with: finder.rolled(act.target.actors))
      else { return nil }
      return Filling(
        actors: last.source, first: act.phrase, last: act.phrase, usesAnaphor: true)
    },
    .source("where somebody is held") { finder, act, sentence, resolver in
      guard act.hasTarget,
        act.mode == "arrest" || act.mode == "deport" || act.mode == "expel-diplomats"
      else { return nil }
      return finder.custodian(
        ofNoun: act.phrase, sentence, &resolver, finder.rolled(act.target.actors))
    },
  ]

  /// "launched a strike on Basra": the subject of the verb acts, and the complements of the verb are the
  /// noun's as well.
  private func fillBySupport(
    _ act: inout NounAct, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) {
    act.source = supporter(act.governor, sentence, &resolver)
    act.form = "support verb"
    remove(rolled(act.source.actors), from: &act.target)
    let source = rolled(act.source.actors)
    if !act.hasTarget {
      // "Serangan yang dilancarkan Iran ke Basra": behind the agent.
      let agent =
        sentence.chunks[act.governor].traits.contains(.isPassive)
        ? Int(sentence.links[act.governor].object) : -1
      act.target = fillNominal(
        act.frame.nominalTarget, max(act.phrase, act.governor, agent), sentence, &resolver,
        excluding: source)
    }
    if !act.hasTarget, act.governor < act.phrase {
      // "нанесла по ним | удары": the complement may stand between verb and noun.
      act.target = fillNominal(
        act.frame.nominalTarget, act.governor, sentence, &resolver, excluding: source)
    }
    if !act.hasTarget, act.type == .mobilize {
      act.target = aimed(act.governor, sentence, &resolver, source)
    }
  }
}
