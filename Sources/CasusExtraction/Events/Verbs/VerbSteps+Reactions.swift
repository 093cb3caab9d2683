import CasusKnowledge
import CasusModel

// The target of praise, blame, refusals and the like is whoever did what they are about.
extension EventFinder {
  static let reactions: [SideStep<VerbAct>] = [
    // "Peru proposed a truce. The junta turned it down", "investigators blamed the rebels; they denied it".
    .change("who was addressed, since nobody answers himself") {
      finder, act, sentence, resolver in
      guard let addresser = finder.selfAnswered(act, sentence, resolver) else { return }
      let subject = Int(act.links.subject)
      var others = addresser.target
      if others.isEmpty {
        others = finder.rolled(
          resolver.actors(ofList: act.links.subject, sentence, excluding: addresser.source)
        ).filter { !addresser.source.contains($0) }
      }
      act.source = Filling(actors: others, first: subject, last: subject, usesAnaphor: true)
      act.target =
        others.isEmpty
        ? Filling()
        : Filling(actors: addresser.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Bagdad membantah."
    .target("who blames the one who denies") { finder, act, sentence, resolver in
      guard act.hasSource, finder.isBareDenial(act, sentence) else { return nil }
      let own = finder.rolled(act.source.actors)
      let here = act.told.last {
        $0.type == .accuse && !Set(finder.rolled($0.target)).isDisjoint(with: own)
      }
      return Filling(
        actors: here?.source ?? resolver.discourse.accuser(of: own), first: act.verb,
        last: act.verb, usesAnaphor: true)
    },
    // "Riyadh menuding Doha mendanai teroris, tudingan yang ditepis Qatar".
    .target("who has just accused them") { finder, act, sentence, _ in
      guard act.hasSource, act.type == .reject, finder.isHeadFirst, !finder.lexicon.usesCases,
        act.undergoer >= 0,
        sentence.chunks[Int(act.undergoer)].classes.intersects(finder.claimClasses),
        sentence.chunks[Int(act.undergoer)].ownerEnd
          == sentence.chunks[Int(act.undergoer)].ownerStart
      else { return nil }
      let own = finder.rolled(act.source.actors)
      let accusation = act.told.last {
        $0.type == .accuse && !Set(finder.rolled($0.target)).isDisjoint(with: own)
      }
      return accusation.map {
        Filling(
          actors: $0.source, first: act.verb, last: Int(act.undergoer), usesAnaphor: true)
      }
    },
    // "condemned the supply of arms by Iran to Syria": its doer, and neither who gets nor who suffers it.
    .correction("by whom the deed is done") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .accuse || act.type == .support, act.undergoer >= 0,
        sentence.chunks[Int(act.undergoer)].eventNoun >= 0
      else { return nil }
      var doer = finder.agent(Int(act.undergoer), sentence, &resolver)
      let range = Int(act.undergoer) + 1
      guard doer.first >= range, act.isPassive == (doer.last < act.verb) else { return nil }
      finder.remove(finder.rolled(act.source.actors), from: &doer)
      return doer.actors.isEmpty ? nil : doer
    },
    // "Turki berang karena Swedia menampung PKK".
    .target("who does what makes them angry") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .accuse else { return nil }
      return finder.culprit(
        of: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "Prancis mengecam pengiriman itu".
    .target("whose deed the noun names") { finder, act, sentence, resolver in
      guard act.hasSource, act.type == .accuse || act.type == .support else { return nil }
      return finder.doer(
        ofDeedNamedBy: Int(act.undergoer), act.told, sentence, resolver,
        finder.rolled(act.source.actors))
    },
    .target("who did what the words refer back to") { finder, act, sentence, resolver in
      guard act.hasSource, act.frame.target.contains(.object),
        act.type.isReaction || act.type == .agree, !finder.isAmongItself(act),
        finder.refersBack(act.verb, sentence)
      else { return nil }
      return finder.reactedTo(
        act.verb, act.type, act.frame, sentence, resolver,
        excluding: finder.rolled(act.source.actors))
    },
    // "Turkey shut the straits to warships. Ukraine had asked for exactly that".
    .target("who did what was asked for") { finder, act, sentence, resolver in
      guard act.type == .request, act.hasSource, !finder.isHeadFirst, !finder.lexicon.usesCases,
        finder.asksForWhatIsTold(act, sentence),
        let last = resolver.discourse.acts.last, sentence.number - last.sentence <= 1,
        last.status == .occurred
      else { return nil }
      var target = Filling(
        actors: last.source, first: act.verb, last: act.verb, usesAnaphor: true)
      finder.remove(finder.rolled(act.source.actors), from: &target)
      return target
    },
    // "urged foreign powers to stop".
    .refusal("nobody is named") { finder, act, sentence, _ in
      act.type == .request && !act.hasTarget && !finder.isHeadFirst && !finder.lexicon.usesCases
        && finder.asksUnnamed(act.verb, sentence)
    },
    // "As Iran's missiles fell, Jordan shot down several of the drones".
    .correction("who fired what is shot down") { finder, act, _, _ in
      guard act.mode == "shoot-down", act.target.usesAnaphor, !finder.isHeadFirst,
        !finder.lexicon.usesCases,
        let attack = act.told.last(where: { $0.type == .assault && $0.verb != act.verb }),
        Set(finder.rolled(attack.source)).isDisjoint(with: finder.rolled(act.source.actors))
      else { return nil }
      var target = act.target
      target.actors = attack.source
      return target
    },
    // "Syria had recognised both".
    .correction("whose recognition was told before") { _, act, sentence, resolver in
      guard act.mode == "recognise", act.links.objectIsVague(in: sentence),
        let before = resolver.discourse.events.last(where: { $0.mode == "recognise" })
      else { return nil }
      return Filling(
        actors: before.target, first: Int(act.links.object), last: Int(act.links.object),
        usesAnaphor: true)
    },
    .target("who is to do what is asked") { finder, act, sentence, resolver in
      guard act.frame.frame.content == .drop || act.type == .request else { return nil }
      return finder.contentSubject(
        act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("the complement of the verb beside it") { finder, act, sentence, resolver in
      guard act.hasSource, !act.frame.target.isEmpty else { return nil }
      return finder.raised(act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    .target("the target of the act before") { finder, act, sentence, _ in
      guard act.links.link == .coordinate else { return nil }
      return finder.shared(act.type, act.source, act.told, sentence)
    },
    // "calls it a Serbian attack".
    .correction("whose it is called") { finder, act, sentence, resolver in
      guard act.type == .accuse, finder.refersByPronoun(act.verb, sentence) else { return nil }
      let next = Int(act.links.object) + 1
      guard next < sentence.chunks.count, sentence.chunks[next].kind == .nounPhrase,
        sentence.chunks[next].traits.contains(.hasPossessor)
      else { return nil }
      let named = finder.filling(Int32(next), sentence, &resolver, excluding: [])
      var target = named.actors.isEmpty ? act.target : named
      finder.remove(finder.rolled(act.source.actors), from: &target)
      return target
    },
    // "Iran struck Iraq, and Syria condemned it".
    .correction("who did what is told before") { finder, act, sentence, _ in
      guard act.type == .accuse || act.type == .support,
        finder.refersByPronoun(act.verb, sentence), act.target.usesAnaphor,
        let doer = act.told.last, doer.phrase < 0, doer.verb < act.verb, !doer.type.isReaction,
        doer.type.quadClass.isCooperation == (act.type == .support),
        Set(finder.rolled(doer.source)).isDisjoint(with: finder.rolled(act.source.actors)),
        !sentence.chunks[(doer.verb + 1)..<act.verb].contains(where: { $0.kind == .verb })
      else { return nil }
      var target = act.target
      target.actors = doer.source
      return target
    },
    // "Turkey condemned Israel's raid. Qatar called it a crime".
    .correction("who is blamed or praised already") { finder, act, sentence, resolver in
      guard act.type == .accuse || act.type == .support,
        finder.refersByPronoun(act.verb, sentence), act.target.usesAnaphor,
        let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1,
        last.type == act.type, finder.rolled(act.target.actors) == last.source,
        Set(last.target).isDisjoint(with: finder.rolled(act.source.actors))
      else { return nil }
      var target = act.target
      target.actors = last.target
      return target
    },
    // "Oman condemned the raids. Russia called them an act of aggression".
    .correction("who did what is called an act") { finder, act, sentence, resolver in
      guard act.type == .accuse || act.type == .support, act.target.usesAnaphor, act.hasSource,
        finder.callsDeed(act, sentence)
      else { return nil }
      let own = finder.rolled(act.source.actors)
      let last = resolver.discourse.events.last {
        $0.type == act.type && sentence.number - $0.sentence <= 2
          && Set($0.target).isDisjoint(with: own)
      }
      guard let last else { return nil }
      var target = act.target
      target.actors = last.target
      return target
    },
    // "Iran menyerang Irak, dan Suriah mengecamnya".
    .correction("who did what the ending refers to") { finder, act, sentence, _ in
      guard act.type == .accuse || act.type == .support,
        finder.refersByClitic(act.verb, sentence),
        let doer = act.told.last(where: { $0.form != "nominal" && !$0.type.isReaction }),
        Set(finder.rolled(doer.source)).isDisjoint(with: finder.rolled(act.source.actors))
      else { return nil }
      return Filling(actors: doer.source, first: act.verb, last: act.verb, usesAnaphor: true)
    },
    .target("those of whose deed a relative clause tells") { finder, act, sentence, _ in
      guard act.type == .accuse || act.type == .support else { return nil }
      return finder.doers(
        in: Int(act.undergoer), act.told, sentence, finder.rolled(act.source.actors))
    },
    .target("who did what the noun sums up") { finder, act, sentence, resolver in
      guard act.type == .accuse || act.type == .support else { return nil }
      return finder.summedUp(
        by: Int(act.links.subject), act.verb, sentence, &resolver,
        finder.rolled(act.source.actors))
    },
    // "Hungary would veto it": nobody, unless somebody proposed it.
    .correction("who proposed it") { finder, act, sentence, resolver in
      guard act.type == .reject, act.hasSource, finder.refersByPronoun(act.verb, sentence) else {
        return nil
      }
      let maker = finder.proposer(
        act.told, sentence, resolver, finder.rolled(act.source.actors))
      return !maker.actors.isEmpty || act.mode == "veto" ? maker : nil
    },
    // "seized two Guyanese boats. … freed the fishermen".
    .correction("whose people were seized") { finder, act, _, resolver in
      guard act.mode == "release-prisoners", !act.hasTarget || act.target.usesAnaphor,
        let captives = resolver.discourse.captives(of: finder.rolled(act.source.actors))
      else { return nil }
      return Filling(actors: captives, first: act.verb, last: act.verb, usesAnaphor: true)
    },
  ]

  static let objects: [SideStep<VerbAct>] = [
    // "200 polisi mendarat di Port-au-Prince", but "Делегация талибов".
    .refusal("forces pay no visits") { finder, act, sentence, _ in
      guard act.type == .consult, act.mode == "visit", act.links.subject >= 0,
        finder.isHeadFirst, !act.isPassive
      else { return false }
      let subject = sentence.chunks[Int(act.links.subject)]
      return subject.classes.intersects(finder.movedClasses)
        && !subject.classes.intersects(finder.envoyClass)
    },
    // "supports sanctions against Russia".
    .refusal("support for harm is no support for whoever suffers it") { finder, act, sentence, _ in
      guard act.type == .support, act.target.preposition != 0, act.links.object >= 0 else {
        return false
      }
      let noun = sentence.chunks[Int(act.links.object)].eventNoun
      return noun >= 0 && finder.types(ofNoun: noun, sentence).contains(where: \.isHarm)
    },
    // "перебросила танки к границе".
    .refusal("nothing is given without anyone who gets it") { _, act, _, _ in
      !act.hasTarget && act.type == .aid && act.frame.isDativeGift
    },
  ]

  static let addressees: [SideStep<VerbAct>] = [
    // "met Museveni and signed eight agreements".
    .target("with whom they spoke before") { finder, act, sentence, _ in
      guard act.type == .aid || act.type.isAddressed, act.frame.frame.content == nil,
        act.links.link == .coordinate,
        !act.frame.frame.isReciprocal
          || act.type == .agree && finder.distinct(act.source.actors).count == 1
      else { return nil }
      return finder.spokenTo(
        act.verb, finder.rolled(act.source.actors), act.told, sentence)
    },
    .target("who is helped") { finder, act, sentence, resolver in
      guard act.type == .aid else { return nil }
      return finder.helped(
        by: act.verb, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "orders the state oil company".
    .refusal("they ask their own") { finder, act, sentence, resolver in
      guard act.type == .request else { return false }
      return finder.asksOwnBody(act, sentence)
        || !act.hasTarget && finder.instructsItself(act.verb, act.source, sentence, &resolver)
        || finder.asksOwnPeople(act, sentence, resolver)
    },
    // "memerintahkan atase militer Pakistan angkat kaki".
    .replacement("envoys who are told to leave are expelled") { finder, act, sentence, resolver in
      finder.expulsion(by: act, sentence).map { [$0] }
    },
    .target("who claimed what is rejected") { finder, act, sentence, resolver in
      guard act.type == .reject, act.hasSource else { return nil }
      return finder.claimant(
        act.verb, act.told, sentence, &resolver, finder.rolled(act.source.actors))
    },
    // "Баку и Ереван прекращают огонь": a truce of two is agreed on, prisoners go both ways.
    .replacement("what two concede to each other") { finder, act, sentence, _ in
      guard !act.hasTarget, act.type == .concede, finder.lexicon.usesCases,
        finder.distinct(act.source.actors).count == 2,
        act.mode == "ceasefire" || act.mode == "release-prisoners"
      else { return nil }
      return finder.eachOther(
        act.source, act.verb, act.index, sentence, as: act.mode == "ceasefire" ? .agree : nil)
    },
    // "Thailand dan Kamboja saling serang. Masing-masing menuding yang lain menembak lebih dulu."
    .replacement("what each does to the other") { finder, act, sentence, resolver in
      guard finder.isHeadFirst, !finder.lexicon.usesCases, !act.hasTarget, !act.hasSource,
        act.links.subject < 0, !act.isPassive, finder.saysEach(act.verb, sentence)
      else { return nil }
      let topic = resolver.discourse.topic
      let sides = topic.count == 2 ? topic : resolver.discourse.mainDyad(apartFrom: [])
      guard sides.count == 2 else { return nil }
      return finder.eachOther(
        Filling(actors: sides, first: act.verb, last: act.verb, usesAnaphor: true), act.verb,
        act.index, sentence)
    },
    .replacement("what several do to each other") { finder, act, sentence, _ in
      guard !act.hasTarget,
        act.traits.contains(.isMutual) || finder.sharesObject(act.verb, act.frame, sentence),
        finder.distinct(act.source.actors).count > 1
      else { return nil }
      return finder.eachOther(act.source, act.verb, act.index, sentence)
    },
  ]

  /// Whether a verb has "each" for its subject: "masing-masing menuding".
  private func saysEach(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
      $0.roles.isSuperset(of: [.reciprocal, .determiner])
    }
  }

  /// "Bagdad membantah.": whether it is left out what somebody denies, which is what they are blamed for.
  private func isBareDenial(_ act: VerbAct, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases && act.mode == "deny" && act.undergoer < 0 && !act.isPassive
      && frames.endsClause(act.verb, sentence)
  }

  /// "asked for that", "had demanded this": whether what is asked for is a pronoun for what the sentence before
  /// tells.
  private func asksForWhatIsTold(_ act: VerbAct, _ sentence: Sentence) -> Bool {
    let object = Int(act.links.object)
    guard object > act.verb else { return false }
    let chunk = sentence.chunks[object]
    let last = sentence.items[Int(chunk.endItem) - 1]
    return chunk.ownerEnd == chunk.ownerStart
      && last.roles.isSuperset(of: [.demonstrative, .determiner]) && last.kinds.isEmpty
      && last.end - last.start > 3
  }

  /// "called them a crime", "calls it an act of war": whether what "they" are called is one thing, so that
  /// it is no people who are meant, but what was done.
  func callsDeed(_ act: VerbAct, _ sentence: Sentence) -> Bool {
    let predicate = Int(act.links.object) + 1
    guard !isHeadFirst, !lexicon.usesCases, act.links.object > act.verb,
      predicate < sentence.chunks.count,
      sentence.chunks[Int(act.links.object)].roles.contains(.pluralPronoun),
      sentence.chunks[predicate].kind == .nounPhrase,
      sentence.chunks[predicate].ownerEnd == sentence.chunks[predicate].ownerStart
    else { return false }
    let first = sentence.items[Int(sentence.chunks[predicate].firstItem)]
    // "a", "an".
    return first.roles.isSuperset(of: [.demonstrative, .determiner]) && first.kinds.isEmpty
      && first.end - first.start < 3
  }

  /// "orders the state oil company": whether a request goes to a body of the source's own.
  private func asksOwnBody(_ act: VerbAct, _ sentence: Sentence) -> Bool {
    guard act.links.object >= 0, !act.isPassive, act.target.preposition == 0 else { return false }
    let object = sentence.chunks[Int(act.links.object)]
    // "mendesak junta menghentikan serangan": of another state.
    return object.traits.contains(.isAnaphor) && object.roles.contains(.role)
      && object.roles.isDisjoint(with: [.groupBoth, .groupBloc])
      && !(act.hasTarget && object.classes.intersects(regimeClass))
  }

  /// "meminta warga tetap di rumah", "mendesak sekutu-sekutunya bertindak": whether a request goes to people, or to
  /// several friends, whom nothing names.
  private func asksUnnamedOwn(_ act: VerbAct, _ sentence: Sentence) -> Bool {
    let object = Int(act.links.object)
    guard isHeadFirst, !lexicon.usesCases, object > act.verb, !act.isPassive,
      act.target.preposition == 0, !act.hasTarget || act.target.usesAnaphor
    else { return false }
    let chunk = sentence.chunks[object]
    guard chunk.next < 0, chunk.headItem >= 0 else { return false }
    if chunk.ownerEnd == chunk.ownerStart {
      // "meminta warga pergi", and not "pejabat", "pemberontak".
      return chunk.classes.intersects(residentClass) && !chunk.traits.contains(.isAgentive)
    }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    let item = sentence.items[Int(owner.item)]
    return owner.kind == .anaphor && item.roles.contains(.opaque)
      && item.nounFeatures.contains(.clitic) && owner.item > 0
      && (sentence.items[Int(owner.item) - 1].mark == .hyphen
        || owner.item > chunk.firstItem
          && sentence.items[Int(owner.item) - 1].roles.contains(.determiner))
  }

  /// "посоветовала своим гражданам": whether a request goes to the source's own people.
  private func asksOwnPeople(
    _ act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Bool {
    if asksUnnamedOwn(act, sentence) { return true }
    let next = act.verb + 1
    return next < sentence.chunks.count && sentence.chunks[next].kind == .nounPhrase
      && (act.hasTarget || act.links.object < 0)
      && isOwn(next, of: act.source.actors, sentence, resolver)
  }
}
