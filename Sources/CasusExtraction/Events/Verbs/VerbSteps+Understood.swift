import CasusKnowledge
import CasusModel

// Who is left to be understood from the clauses around and the article so far.
extension EventFinder {
  static let understoodTargets: [SideStep<VerbAct>] = [
    // "sent soldiers to fight for Russia".
    .target("for whom they are to fight") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .aid, !act.isPassive else { return nil }
      return finder.foughtFor(
        by: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "approached Pyongyang to request shells", "wrote to Paris to ask for help".
    .target("to whom they turn for it") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .request, !act.isPassive,
        // ", чтобы попросить".
        act.links.link == .infinitive
          || act.links.link == .relative && act.traits.contains(.isInfinitive),
        act.links.governor >= 0, Int(act.links.governor) < act.verb
      else { return nil }
      return finder.addressee(
        of: Int(act.links.governor), before: act.verb, sentence, &resolver,
        finder.rolled(act.source.actors))
    },
    // "warned that it would retaliate if attacked by Iran".
    .target("who would have harmed them") { finder, act, sentence, resolver in
      guard act.hasSource, !act.hasTarget, act.type == .threaten || act.type == .assault
      else { return nil }
      return finder.provoker(
        behind: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is answered") { finder, act, sentence, resolver in
      guard act.hasSource, !act.frame.target.isEmpty,
        act.type.isHarm && act.type != .mobilize || act.type == .threaten
      else { return nil }
      return finder.answeredSide(
        by: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target(nearestNamed) { finder, act, sentence, resolver in
      // "lifted the measures that it took against Kosovo".
      guard act.hasSource, !act.frame.target.isEmpty,
        act.type.takesFarTarget || LikeModes.relief.contains(act.mode),
        !finder.lexicon.usesCases || act.mode != "missile-test", !finder.isAmongItself(act),
        !finder.commitsToHarm(act.verb, sentence)
      else { return nil }
      return finder.nearest(
        after: finder.movesForces(act.verb, act.type, sentence)
          ? Int(act.links.object) : act.verb,
        sentence, &resolver, finder.rolled(act.source.actors))
    },
    .change("who is understood") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.hasSource, !act.frame.target.isEmpty,
        !finder.isAmongItself(act),
        !finder.actsOnOwn(
          act.verb, act.type, act.frame, finder.rolled(act.source.actors), sentence, resolver)
      else { return }
      finder.understand(&act, sentence, &resolver)
    },
    // "Egyptian and Libyan troops clashed. Sudan called for restraint".
    .target("those at odds, as told before") { finder, act, sentence, resolver in
      guard act.type == .request, act.hasSource, act.links.object >= 0, !act.isPassive,
        sentence.chunks[Int(act.links.object)].classes.intersects(finder.calmClass)
      else { return nil }
      return finder.disputants(
        before: sentence, resolver, finder.rolled(act.source.actors), at: act.verb)
    },
    // "Iran shelled Basra. Iraq complained to the United Nations".
    .target("who has just wronged them") { finder, act, sentence, resolver in
      guard act.type == .accuse, act.hasSource, act.links.object < 0, !act.isPassive,
        !finder.isHeadFirst, !finder.lexicon.usesCases,
        let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
        last.type.isHarm || last.type == .reject || last.type == .threaten,
        last.status == .occurred
      else { return nil }
      let own = finder.rolled(act.source.actors)
      guard !Set(last.target).isDisjoint(with: own), Set(last.source).isDisjoint(with: own) else {
        return nil
      }
      return Filling(actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Israel bombed Damascus. Iran vowed to respond".
    .target("whose deed is to be answered") { finder, act, sentence, resolver in
      guard act.type == .threaten, act.mode == "warn", act.hasSource, !finder.isHeadFirst,
        !finder.lexicon.usesCases, act.frame.frame.content == .planned,
        let last = resolver.discourse.acts.last(where: {
          sentence.number - $0.sentence == 1 && $0.type.isHarm && $0.status == .occurred
        }), Set(last.source).isDisjoint(with: finder.rolled(act.source.actors))
      else { return nil }
      return Filling(actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    .target("between whom they mediate") { finder, act, sentence, resolver in
      guard act.hasSource, !act.frame.target.isEmpty, act.type == .consult,
        act.mode == "mediate", !finder.isAmongItself(act)
      else { return nil }
      return finder.mediated(
        act.verb, act.told, sentence, resolver, finder.rolled(act.source.actors))
    },
  ]

  static let understoodSources: [SideStep<VerbAct>] = [
    .source("the state by whose law it is done") { finder, act, sentence, resolver in
      guard act.hasTarget, act.isPassive, act.type == .coerce || act.type == .sanction,
        act.mode != "occupy", act.mode != "capture", act.mode != "blockade"
      else { return nil }
      return finder.institution(
        before: act.verb, sentence, &resolver, finder.rolled(act.target.actors))
    },
    // "Трёх россиян депортировали из Польши".
    .source("from where they are sent away") { finder, act, sentence, resolver in
      guard finder.lexicon.usesCases, act.hasTarget,
        act.mode == "deport" || act.mode == "expel-diplomats",
        act.isPassive || act.links.subject < 0,
        // Another frame tells it of those whom "французов выставили из Мали" means.
        !finder.frames.candidates(act.verb, sentence).contains(where: {
          let frame = finder.lexicon.frames[Int($0)]
          return Int($0) != act.index && frame.frame.mode == "expel"
            && !frame.source.contains(.subject)
        })
      else { return nil }
      return finder.homeLeft(
        beside: act.verb, sentence, &resolver, finder.rolled(act.target.actors))
    },
    .source("who defends the place") { finder, act, sentence, resolver in
      guard act.hasTarget, act.type == .assault, finder.lexicon.usesCases,
        finder.isInterception(act.verb, mode: act.mode, sentence)
      else { return nil }
      return finder.defender(
        beside: act.verb, sentence, &resolver, finder.rolled(act.target.actors))
    },
    .change("no victim of those who struck") { finder, act, sentence, resolver in
      guard !act.hasSource, finder.hasJustStruck(act, sentence, resolver) else { return }
      act.target = Filling()
    },
    .source("who is answered") { finder, act, sentence, _ in
      guard !act.isPassive, act.type.isHarm, act.links.link == .subordinate else { return nil }
      return finder.answer(
        to: act.verb, act.told, sentence, finder.rolled(act.target.actors))
    },
    .change("the enemy of the press's own side") { finder, act, sentence, resolver in
      guard finder.lexicon.enemies.count > 0, act.type == .assault || act.type == .coerce else {
        return
      }
      finder.fillEnemies(act.verb, act.frame, &act.source, &act.target, sentence, resolver)
    },
    // "asked Washington for arms and was promised them", "met Wang Yi and was told to stop": by the same.
    .source("with whom the clause before deals") { finder, act, sentence, resolver in
      guard act.isPassive, act.hasTarget, act.type.isPutToAVisitor, !finder.isHeadFirst,
        !finder.lexicon.usesCases, ![.content, .conditional].contains(act.links.link)
      else { return nil }
      return finder.partnerTold(before: act, sentence, resolver)
    },
    // "The Kenyan envoy has been summoned, Sudan's foreign minister said".
    .source("whose office tells of it") { finder, act, sentence, resolver in
      guard act.isPassive, act.hasTarget,
        act.mode == "summon-ambassador" || act.mode == "expel-diplomats"
      else { return nil }
      return finder.officeTelling(
        of: act.verb, sentence, &resolver, finder.rolled(act.target.actors))
    },
    // "Israeli jets struck Damascus. Syria says the raid killed two of its soldiers".
    .source("whose attack it was") { finder, act, sentence, resolver in
      guard act.type == .assault, act.hasTarget, act.links.subject >= 0, !act.isPassive,
        !finder.isHeadFirst, !finder.lexicon.usesCases,
        finder.namesToldAttack(Int(act.links.subject), sentence)
      else { return nil }
      let own = finder.rolled(act.target.actors)
      let last = resolver.discourse.events.last {
        $0.type == .assault && $0.status == .occurred && sentence.number - $0.sentence <= 2
      }
      guard let last, Set(last.source).isDisjoint(with: own),
        sentence.number - last.sentence == 1 || !Set(last.target).isDisjoint(with: own)
      else { return nil }
      return Filling(actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Beersheba was hit by missiles", "A jet bombed the army's positions".
    .source("who fights the target in this article") { finder, act, sentence, resolver in
      let isUndergone =
        act.isPassive || finder.lexicon.usesCases && !act.frame.source.contains(.subject)
      guard act.hasTarget, act.links.link != .conditional,
        act.type.isAimedAtPlaces && act.mode != "ban" || act.mode == "hand-back",
        // Who frees a town is not who has taken it, and emergency is declared at home.
        act.mode != "retake", act.mode != "martial-law", act.mode != "curfew",
        isUndergone || finder.isNobodys(act.links.subject, finder.enemyClass, sentence)
          || act.type == .assault
            && finder.isNobodys(act.links.subject, finder.weaponClass, sentence)
      else { return nil }
      return Filling(
        actors: resolver.discourse.opponent(of: finder.rolled(act.target.actors)),
        first: act.verb, last: act.verb, usesAnaphor: true, preposition: act.source.preposition)
    },
    // "Warga Prancis yang ditahan Iran dibebaskan".
    .source("who held them") { finder, act, _, _ in
      guard act.isPassive, act.mode == "release-prisoners",
        let captor = act.told.last(where: {
          $0.type == .coerce && finder.rolled($0.target) == finder.rolled(act.target.actors)
        })
      else { return nil }
      return Filling(
        actors: captor.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Iran asked Iraq for help but was turned down".
    .source("who was asked") { finder, act, sentence, resolver in
      guard act.isPassive, act.type == .reject, act.hasTarget, !finder.isHeadFirst else {
        return nil
      }
      let asks = { (type: EventType, source: [ActorID]) in
        type == .request && finder.rolled(source) == finder.rolled(act.target.actors)
      }
      let asked =
        act.told.last { asks($0.type, $0.source) }?.target
        ?? resolver.discourse.acts.last {
          sentence.number - $0.sentence == 1 && asks($0.type, $0.source)
        }?.target
      return asked.map {
        Filling(actors: $0, first: act.verb, last: act.verb, usesAnaphor: true)
      }
    },
    // "Sanctions on Iran were imposed again".
    .source("who did so before") { finder, act, _, resolver in
      guard act.isPassive, act.hasTarget, act.mode != "retake" else { return nil }
      return Filling(
        actors: resolver.discourse.agents(
          of: act.type, on: finder.rolled(act.target.actors)),
        first: act.verb, last: act.verb, usesAnaphor: true, preposition: act.source.preposition)
    },
    .change("who intercepts what") { finder, act, sentence, resolver in
      guard !act.hasSource, !act.hasTarget, act.mode == "shoot-down" else { return }
      (act.source, act.target) = finder.intercepted(act.verb, act.told, sentence, resolver)
    },
    .target("who did what is reacted to") { finder, act, sentence, resolver in
      guard act.hasSource, act.frame.target.contains(.object), act.type.isReaction else {
        return nil
      }
      return finder.reactedTo(
        act.verb, act.type, act.frame, sentence, resolver,
        excluding: finder.rolled(act.source.actors))
    },
  ]

  /// Whether a victim that only its office names would be of those who have just attacked.
  ///
  /// "Войска Чада обстреляли заставу. Один военный погиб": not one of Chad's.
  fileprivate func hasJustStruck(
    _ act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Bool {
    guard act.type == .assault, act.target.usesAnaphor, lexicon.usesCases,
      let last = resolver.discourse.acts.last(where: { sentence.number - $0.sentence <= 1 }),
      last.type == .assault, last.status == .occurred
    else { return false }
    return Set(rolled(act.target.actors)).isSubset(of: rolled(last.source))
  }

  /// The state that says what was done to another one's envoys, behind it or as the verb that governs it.
  fileprivate func officeTelling(
    of verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ target: [ActorID]
  ) -> Filling? {
    let links = sentence.links[verb]
    let isContent = links.link == .content && links.governor >= 0
    let says =
      isContent ? speech(over: verb, sentence) : sentence.trailingSpeech(behind: verb)
    guard let says else { return nil }
    let found = filling(sentence.links[says].subject, sentence, &resolver, excluding: target)
    let states = rolled(found.actors)
    guard states.count == 1, Set(states).isDisjoint(with: target),
      knowledge.actors.kind(of: states[0]) == .state
    else { return nil }
    return Filling(actors: found.actors, first: verb, last: verb, usesAnaphor: true)
  }

  /// The other side of the visit, the talks or the request that the target of a passive verb took part in, told
  /// in this sentence or as the last thing before it.
  fileprivate func partnerTold(
    before act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Filling? {
    let own = rolled(act.target.actors)
    let others = { (type: EventType, source: [ActorID], target: [ActorID]) -> [ActorID]? in
      guard type == .consult || type == .request else { return nil }
      if Set(source) == Set(own) { return target }
      return type == .consult && Set(target) == Set(own) ? source : nil
    }
    let told = act.told.reversed().lazy.compactMap {
      $0.verb == act.verb ? nil : others($0.type, self.rolled($0.source), self.rolled($0.target))
    }.first
    var found = told
    if found == nil, act.told.isEmpty, let last = resolver.discourse.acts.last,
      sentence.number - last.sentence == 1
    {
      found = others(last.type, last.source, last.target)
    }
    guard let found, found.count == 1 else { return nil }
    return Filling(actors: found, first: act.verb, last: act.verb, usesAnaphor: true)
  }

  /// For whom those who are sent are to fight: behind a preposition of the purpose that follows.
  fileprivate func foughtFor(
    by verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling? {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      let purpose = sentence.chunks.indices.first(where: {
        $0 > verb && sentence.chunks[$0].kind == .verb
      }), purpose + 2 < sentence.chunks.count,
      sentence.links[purpose].link == .infinitive, Int(sentence.links[purpose].governor) == verb,
      sentence.links[purpose].object < 0, sentence.chunks[purpose + 1].kind == .preposition,
      onBehalf.contains(Int(sentence.chunks[purpose + 1].preposition)),
      sentence.chunks[purpose + 2].traits.contains(.isAgentive)
    else { return nil }
    var found = filling(Int32(purpose + 2), sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found.actors.isEmpty ? nil : found
  }

  /// The prepositions before whoever somebody does something for.
  fileprivate var onBehalf: [Int] {
    ["for", "alongside", "on behalf of"].compactMap { lexicon.prepositions[$0].map { Int($0) } }
  }

  /// Whom a verb that another one completes is done to, named as its object or behind a preposition.
  fileprivate func addressee(
    of governor: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling? {
    var at = Int(sentence.links[governor].object)
    if at < 0, governor + 2 < verb, sentence.chunks[governor + 1].kind == .preposition {
      at = governor + 2
    }
    // "позвонил Путину".
    if at < 0, lexicon.usesCases, sentence.chunks[governor + 1].features.contains(.dative) {
      at = governor + 1
    }
    guard at > governor, at < verb, sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at].traits.contains(.isAgentive)
    else { return nil }
    var found = filling(Int32(at), sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found.actors.isEmpty ? nil : found
  }

  /// "The attack", "those raids": an attack that was told before, of which nothing says whose it is.
  fileprivate func namesToldAttack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    let first = sentence.items[Int(chunk.firstItem)]
    return isAttack(phrase, sentence) && chunk.ownerEnd == chunk.ownerStart
      && first.roles.isSuperset(of: [.demonstrative, .determiner]) && first.end - first.start > 2
  }
}
