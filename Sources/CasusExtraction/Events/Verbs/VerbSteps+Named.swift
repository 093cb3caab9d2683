import CasusKnowledge
import CasusModel

// The target is where the frame looks for it.
extension EventFinder {
  static let named: [SideStep<VerbAct>] = [
    .change("what the protest is about") { finder, act, sentence, resolver in
      guard act.type == .protest else { return }
      act.cause = finder.protested(
        act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is to end it") { finder, act, sentence, resolver in
      guard act.type == .request, act.hasSource, !act.isPassive else { return nil }
      return finder.doer(
        ofWhatEndsAt: Int(act.links.object), sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "потребовала их вывода", "вимагає виведення французьких військ": whose forces are to leave.
    .target("who is to withdraw") { finder, act, sentence, resolver in
      let object = Int(act.links.object)
      guard finder.lexicon.usesCases, act.type == .request, act.hasSource, object >= 0,
        sentence.chunks[object].eventNoun >= 0,
        finder.types(ofNoun: sentence.chunks[object].eventNoun, sentence).contains(.retreat)
      else { return nil }
      var found = finder.filling(Int32(object), sentence, &resolver, excluding: [])
      finder.remove(finder.rolled(act.source.actors), from: &found)
      return found.actors.isEmpty ? nil : found
    },
    .target(nil) { finder, act, sentence, resolver in
      finder.fill(
        act.frame.target, act.verb, act.frame, sentence, &resolver,
        excluding: finder.rolled(act.source.actors))
    },
    // "Варшава осудила задержание в Минске польского журналиста": whoever did what the object names.
    .target("who did what is judged") { finder, act, sentence, _ in
      guard finder.lexicon.usesCases, act.type.isReaction, act.hasSource, act.links.object >= 0,
        let deed = act.told.last(where: { $0.phrase == Int(act.links.object) }),
        !deed.isOpen, !deed.source.isEmpty
      else { return nil }
      var found = Filling(
        actors: deed.source, first: Int(act.links.object), last: Int(act.links.object),
        usesAnaphor: true)
      finder.remove(finder.rolled(act.source.actors), from: &found)
      return found
    },
    // "Iran said its guards had left and attacked Iran": who told it did not act on itself.
    .change("who tells of it") { finder, act, sentence, resolver in
      guard !act.hasTarget,
        let teller = finder.teller(
          before: act.verb, onTheirOwn: act.source.actors, sentence, &resolver)
      else { return }
      act.source = teller
      act.target = finder.fill(
        act.frame.target, act.verb, act.frame, sentence, &resolver,
        excluding: finder.rolled(teller.actors))
    },
    // "The Syrian army rolled into Suwayda".
    .refusal("the town is their own") { finder, act, sentence, resolver in
      guard act.mode == "capture" || act.mode == "occupy", act.hasSource, !act.hasTarget,
        !act.isPassive,
        act.links.object >= 0, !finder.isHeadFirst, !finder.lexicon.usesCases,
        sentence.chunks[Int(act.links.object)].traits.contains(.isPlace)
      else { return false }
      let own = finder.rolled(act.source.actors)
      let others = finder.filling(act.links.object, sentence, &resolver, excluding: own)
      let named = finder.filling(act.links.object, sentence, &resolver, excluding: [])
      return !named.actors.isEmpty
        && Set(finder.rolled(others.actors)).isSubset(of: own)
        && Set(finder.rolled(named.actors)).isSubset(of: own)
    },
    .correction("where the mission stands") { _, act, _, _ in
      act.mode == "recall-ambassador" ? act.mission?.host : nil
    },
    // "освободил француза".
    .refusal("people are freed, no territory") { finder, act, sentence, _ in
      act.mode == "retake"
        && finder.isPeople(act.links.object, act.target.actors, sentence)
    },
    .target("what the protest is about") { finder, act, sentence, _ in
      act.cause.actors.isEmpty
        ? finder.protest(before: act, sentence).map {
          Filling(actors: $0.target, first: act.verb, last: act.verb, usesAnaphor: true)
        } : act.cause
    },
    .change("both sides of the talks") { finder, act, sentence, resolver in
      guard act.mode == "mediate", act.hasTarget else { return }
      finder.addSides(
        of: act.links.subject, mediatedBy: act.verb, to: &act.target, sentence, &resolver)
    },
    // "Angry locals pelted the Russian embassy".
    .source("the country that deals with the target here") { finder, act, _, resolver in
      guard act.type == .protest, act.hasTarget, act.links.subject >= 0, !act.isPassive,
        !finder.lexicon.usesCases
      else { return nil }
      return Filling(
        actors: finder.country(ofCrowdAgainst: finder.rolled(act.target.actors), resolver),
        first: act.verb, last: act.verb, usesAnaphor: true,
        preposition: act.source.preposition)
    },
    // "Chad and Niger agreed with him": not with each other.
    .refusal("the other one is somebody unknown") { finder, act, sentence, _ in
      !act.hasTarget && !act.isPassive && finder.isAmongItself(act)
        && finder.namesUnknownPartner(behind: act.verb, sentence)
    },
    // "Sanctions against Iran were imposed".
    .target("named behind the subject") { finder, act, sentence, resolver in
      guard act.isPassive, act.links.subject >= 0 else { return nil }
      var target = act.target
      for case .preposition(let number, _) in act.frame.target where target.actors.isEmpty {
        target = finder.afterNoun(number, Int(act.links.subject), sentence, &resolver)
        finder.remove(finder.rolled(act.source.actors), from: &target)
      }
      return target
    },
    .target("who did what is answered") { finder, act, sentence, resolver in
      guard act.type.isReaction || act.type == .protest, act.hasSource, !finder.isHeadFirst,
        !finder.lexicon.usesCases
      else { return nil }
      return finder.answered(
        act.verb, act.type, act.told, sentence, resolver,
        excluding: finder.rolled(act.source.actors))
    },
  ]

  static let reciprocal: [SideStep<VerbAct>] = [
    .replacement("what several do to what the others have") { finder, act, sentence, _ in
      guard !act.hasTarget, !finder.isHeadFirst, finder.distinct(act.source.actors).count > 1,
        finder.sharesObject(act.verb, act.frame, sentence)
      else { return nil }
      return finder.eachOther(act.source, act.verb, act.index, sentence)
    },
    .replacement("what two have in common") { finder, act, sentence, _ in
      guard !act.hasTarget, finder.distinct(act.source.actors).count == 2,
        finder.isCommonBorder(act.links.object, of: act.type, sentence)
      else { return nil }
      return finder.eachOther(act.source, act.verb, act.index, sentence)
    },
    // "Bentrok Thailand-Kamboja".
    .change("both who stand behind the verb") { finder, act, sentence, resolver in
      guard !act.hasSource, act.frame.frame.isReciprocal else { return }
      let object = act.verb + 1
      let isPair =
        finder.isHeadFirst && Int(act.links.object) == object
        && sentence.chunks[object].ownerEnd > sentence.chunks[object].ownerStart + 1
      let sides =
        isPair
        ? finder.filling(act.links.object, sentence, &resolver, excluding: [])
        : finder.between(act.verb, sentence, &resolver)
      guard !sides.actors.isEmpty else { return }
      act.source = sides
      act.target = Filling()
    },
    // "Tentara mereka saling tembak".
    .change("both of whom the article tells") { finder, act, sentence, resolver in
      guard finder.isHeadFirst, !finder.lexicon.usesCases, !act.hasTarget,
        act.frame.frame.isReciprocal || act.traits.contains(.isMutual),
        finder.distinct(act.source.actors).count < 2, act.links.subject >= 0,
        finder.isOfSeveral(Int(act.links.subject), sentence), resolver.discourse.pair.count == 2
      else { return }
      act.source = Filling(
        actors: resolver.discourse.pair, first: Int(act.links.subject),
        last: Int(act.links.subject), usesAnaphor: true)
    },
    // "Local commanders met at noon", "The leaders embraced".
    .source("those at odds, whose officials they are") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.frame.frame.isReciprocal, !act.isPassive, act.links.subject >= 0,
        !finder.isHeadFirst, !finder.lexicon.usesCases, act.links.object < 0
      else { return nil }
      let subject = sentence.chunks[Int(act.links.subject)]
      guard subject.ownerEnd == subject.ownerStart, subject.headItem >= 0, subject.next < 0,
        subject.classes.intersects(resolver.officeClasses),
        sentence.items[Int(subject.headItem)].nounFeatures.contains(.plural),
        subject.endItem - subject.firstItem < 4
      else { return nil }
      let last = resolver.discourse.lastPair(before: sentence.number)
      return Filling(
        actors: last.isEmpty ? resolver.discourse.belligerents() : last,
        first: Int(act.links.subject), last: Int(act.links.subject), usesAnaphor: true)
    },
    // "Canberra's pact with Dili was signed".
    .source("whose what is agreed on is") { finder, act, sentence, resolver in
      guard act.hasTarget, act.frame.frame.isReciprocal, act.isPassive, act.links.subject >= 0,
        !finder.isHeadFirst, !finder.lexicon.usesCases,
        sentence.chunks[Int(act.links.subject)].traits.contains(.hasPossessor)
      else { return nil }
      var owner = finder.filling(act.links.subject, sentence, &resolver, excluding: [])
      finder.remove(finder.rolled(act.target.actors), from: &owner)
      return owner
    },
    .source("the sides of what the subject names") { finder, act, sentence, resolver in
      guard !act.hasTarget, act.frame.frame.isReciprocal, act.isPassive else { return nil }
      return finder.parties(of: Int(act.links.subject), act.frame, sentence, resolver)
    },
  ]

  static let besides: [SideStep<VerbAct>] = [
    .target("the place that a relative clause tells of") { finder, act, sentence, resolver in
      guard act.type.isAimedAtPlaces else { return nil }
      return finder.antecedentPlace(
        act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "stopped lorries from entering Gaza", "kept the ship from docking in Malta".
    .target("where others are kept from") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .coerce || act.type == .sanction else { return nil }
      return finder.keptFrom(
        by: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("who is beyond the border") { finder, act, sentence, resolver in
      guard act.mode == "close-border", finder.lexicon.usesCases else { return nil }
      return finder.beyondBorder(
        act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("what forces are aimed at") { finder, act, sentence, resolver in
      guard act.type == .mobilize else { return nil }
      return finder.aimed(act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "scrambled jets to intercept Russian bombers", "sent a frigate to shadow a Russian ship".
    .target("whom forces are sent to meet") { finder, act, sentence, resolver in
      guard act.type == .mobilize, act.hasSource, !finder.isHeadFirst, !finder.lexicon.usesCases
      else { return nil }
      return finder.met(by: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "Malaysia and Indonesia hold drills with Singapore".
    .change("all who train together") { finder, act, _, _ in
      guard act.mode == "exercise", act.type == .cooperate, act.hasTarget, !finder.isHeadFirst,
        !finder.lexicon.usesCases, finder.isAmongItself(act)
      else { return }
      act.source.actors += act.target.actors
      act.source.last = max(act.source.last, act.target.last)
      act.target = Filling()
    },
  ]

  /// "demonstrated outside the French embassy and set fire to a door": the protest of the same crowd, told by
  /// the verb that an act of violence is joined to.
  func protest(before act: VerbAct, _ sentence: Sentence) -> Finding? {
    guard act.type == .assault, act.links.link == .coordinate, act.links.governor >= 0,
      act.links.subject >= 0, act.links.subject == sentence.links[Int(act.links.governor)].subject,
      !act.isPassive
    else { return nil }
    return act.told.last {
      $0.verb == Int(act.links.governor) && $0.type == .protest && !$0.target.isEmpty
    }
  }

  /// "to intercept Russian bombers": whose forces the purpose of a verb names.
  fileprivate func met(
    by verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling? {
    let purpose = sentence.chunks.indices.dropFirst(verb + 1).first {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .infinitive
        && Int(sentence.links[$0].governor) == verb
    }
    guard let purpose, sentence.links[purpose].object > purpose,
      sentence.chunks[Int(sentence.links[purpose].object)].classes.intersects(movedClasses),
      frames.candidates(purpose, sentence).contains(where: {
        let type = lexicon.frames[Int($0)].frame.type
        return type == .assault || type == .mobilize
      })
    else { return nil }
    var found = filling(
      sentence.links[purpose].object, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found.actors.isEmpty ? nil : found
  }

  /// "stopped lorries from entering Gaza": whose place it is that a verb says others are kept from.
  fileprivate func keptFrom(
    by verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling? {
    guard
      let kept = sentence.chunks.indices.dropFirst(verb + 2).first(where: {
        sentence.chunks[$0].kind == .verb || sentence.chunks[$0].kind == .stop
      }), isPrevented(kept, sentence), Int(sentence.links[kept].governor) == verb
    else { return nil }
    let object = sentence.links[kept].object
    for place in [object, Int32(kept + 2)]
    where place > kept && Int(place) < sentence.chunks.count
      && sentence.chunks[Int(place)].kind == .nounPhrase
    {
      var found = filling(place, sentence, &resolver, excluding: excluding)
      remove(excluding, from: &found)
      if !found.actors.isEmpty { return found }
    }
    return nil
  }

  /// Whose people protest against somebody: of the state that the article is about, if it names it far more
  /// often than the one that deals with them most.
  private func country(ofCrowdAgainst target: [ActorID], _ resolver: ActorResolver) -> [ActorID] {
    let discourse = resolver.discourse
    let partner = discourse.partner(of: target)
    guard partner.count == 1,
      let main = discourse.mentions.mostNamed(of: discourse.states.subtracting(target)),
      !discourse.states.contains(partner[0])
        || discourse.mentions.count(of: main) >= 2 * discourse.mentions.count(of: partner[0])
    else { return partner }
    return [main]
  }

  /// "agreed with him": whether right behind a verb somebody is named whom nothing makes out.
  fileprivate func namesUnknownPartner(behind verb: Int, _ sentence: Sentence) -> Bool {
    let partner = verb + 2
    guard !isHeadFirst, !lexicon.usesCases, partner < sentence.chunks.count,
      sentence.chunks[verb + 1].kind == .preposition,
      Int(sentence.chunks[verb + 1].preposition) == frames.withNumber,
      sentence.chunks[partner].kind == .nounPhrase
    else { return false }
    return !sentence.chunks[partner].roles.isDisjoint(with: .personPronoun)
  }

  /// "Ukraine and Syria signed a communiqué": whether it is done by several with each other.
  func isAmongItself(_ act: VerbAct) -> Bool {
    act.frame.frame.isReciprocal && distinct(act.source.actors).count > 1
  }
}
