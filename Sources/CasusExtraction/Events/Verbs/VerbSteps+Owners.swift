import CasusKnowledge
import CasusModel

// The source is the subject, or whoever owns or sent what is moved.
extension EventFinder {
  static let owners: [SideStep<VerbAct>] = [
    // "Tank Jerman dipakai Israel untuk menyerang warga Palestina".
    .source("who uses the thing") { finder, act, sentence, resolver in
      let governor = Int(act.links.governor)
      guard finder.isHeadFirst, !finder.lexicon.usesCases, act.links.link == .infinitive,
        governor >= 0, act.links.subject >= 0, !act.isPassive,
        act.links.subject == sentence.links[governor].subject,
        sentence.chunks[governor].traits.contains(.isPassive),
        sentence.chunks[Int(act.links.subject)].classes.intersects(finder.weaponClass)
      else { return nil }
      let user = finder.agent(governor, sentence, &resolver)
      return user.actors.isEmpty ? nil : user
    },
    .source(nil) { finder, act, sentence, resolver in
      finder.fill(act.frame.source, act.verb, act.frame, sentence, &resolver, excluding: [])
    },
    // "Roket yang diluncurkan Houthi menewaskan dua pelaut", "dihajar rudal yang ditembakkan Irak".
    .source("who fired the thing") { finder, act, sentence, resolver in
      guard act.type == .assault else { return nil }
      return finder.shooter(
        of: act.isPassive ? act.verb + 1 : Int(act.links.subject), sentence, &resolver)
    },
    // "Wilayah udara Pakistan ditutup bagi maskapai India".
    .source("whose the way is that is closed or opened") { finder, act, sentence, resolver in
      guard act.isPassive, finder.isHeadFirst, !finder.lexicon.usesCases, act.links.subject >= 0,
        act.mode == "embargo" || act.mode == "close-border" || act.mode == "ease",
        sentence.chunks[Int(act.links.subject)].classes.intersects(finder.borderClass),
        sentence.chunks[Int(act.links.subject)].traits.contains(.hasPossessor)
      else { return nil }
      return finder.filling(act.links.subject, sentence, &resolver, excluding: [])
    },
    // "Ираку передали 40 иранских танков".
    .source("whose the thing is that is given") { finder, act, sentence, resolver in
      guard finder.lexicon.usesCases, act.links.subject < 0, act.links.object > act.verb,
        !act.isPassive, act.type.isTransfer,
        sentence.chunks[Int(act.links.object)].classes.intersects(finder.movedClasses),
        sentence.chunks[Int(act.links.object)].traits.contains(.hasPossessor)
      else { return nil }
      return finder.filling(act.links.object, sentence, &resolver, excluding: [])
    },
    // "North Korean troops were sent to Russia", "Turkish aid reached Aleppo".
    .source("whose the thing is that is sent") { finder, act, sentence, resolver in
      guard act.isPassive || act.type == .aid && act.frame.hasSubjectClasses,
        act.links.subject >= 0,
        sentence.chunks[Int(act.links.subject)].classes.intersects(finder.movedClasses),
        !sentence.chunks[Int(act.links.subject)].traits.isDisjoint(
          with: [.hasPossessor, .isAnaphor]),
        act.type.isTransfer
      else { return nil }
      return finder.filling(act.links.subject, sentence, &resolver, excluding: [])
    },
    // "Посол Китая отозван".
    .source("who sent the ambassador") { finder, act, sentence, resolver in
      guard act.isPassive, act.links.subject >= 0, finder.lexicon.usesCases,
        act.mode == "recall-ambassador"
      else { return nil }
      return finder.filling(act.links.subject, sentence, &resolver, excluding: [])
    },
    // "Послу вручена нота протеста МИД России".
    .source("whose the act is that is done") { finder, act, sentence, resolver in
      guard act.isPassive, act.links.subject >= 0, finder.lexicon.usesCases else { return nil }
      let noun = sentence.chunks[Int(act.links.subject)].eventNoun
      guard noun >= 0, finder.types(ofNoun: noun, sentence).contains(act.type) else { return nil }
      return finder.filling(act.links.subject, sentence, &resolver, excluding: [])
    },
    // "Belarus receives Russian weapons".
    .source("whose the thing is that is received") { finder, act, sentence, resolver in
      guard !act.frame.source.contains(.subject), !act.frame.source.contains(.object),
        act.links.object >= 0, !act.isPassive, act.type != .protest,
        sentence.chunks[Int(act.links.object)].traits.contains(.hasPossessor),
        // "lost their lives".
        !act.type.isHarm || !sentence.chunks[Int(act.links.object)].traits.contains(.isAnaphor)
      else { return nil }
      return finder.filling(act.links.object, sentence, &resolver, excluding: [])
    },
    // "Belarus was hit with EU sanctions".
    .source("whose the thing is that it is done with") { finder, act, sentence, resolver in
      guard act.isPassive, act.type == .sanction, act.frame.hasComplementClasses,
        !finder.isHeadFirst, !finder.lexicon.usesCases
      else { return nil }
      for at in sentence.chunks.indices.dropFirst(act.verb + 1) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase
        where chunk.prepositionChunk >= 0 && chunk.classes.intersects(act.frame.complementClasses):
          return finder.filling(Int32(at), sentence, &resolver, excluding: [])
        case .nounPhrase, .preposition, .date: break
        default: return nil
        }
      }
      return nil
    },
    // "the Indian raid of 3 May, in which jets bombed a camp": what happened in it is done by those whose it is.
    .source("whose attack the clause tells of") { finder, act, sentence, resolver in
      guard act.type.isHarm else { return nil }
      return finder.attacker(aroundClauseOf: act.verb, sentence, &resolver)
    },
    // "Thousands marched in Tbilisi", "A crowd stormed the embassy".
    .source("the people of the place") { finder, act, sentence, resolver in
      guard
        act.type == .protest || act.type == .accuse || act.type == .request
          || act.type == .assault && finder.isMission(act.links.object, sentence)
      else { return nil }
      return finder.crowd(act.verb, act.type, sentence, &resolver)
    },
    // "Thousands marched on the embassy and set fire to a door".
    .source("who protests in the clause before") { finder, act, sentence, _ in
      finder.protest(before: act, sentence).map {
        Filling(actors: $0.source, first: act.verb, last: act.verb, usesAnaphor: true)
      }
    },
    // "3. Urges both sides to talk".
    .source("the body that resolves it") { finder, act, sentence, resolver in
      guard act.links.subject < 0, !act.isPassive, let issuer = resolver.discourse.issuer,
        finder.isResolved(act.verb, sentence)
      else { return nil }
      return Filling(actors: [issuer], first: act.verb, last: act.verb, usesAnaphor: true)
    },
    // "Putin ordered the army to strike".
    .source("who ordered it") { finder, act, sentence, resolver in
      guard act.isOrdered else { return nil }
      let orderer = sentence.links[Int(act.links.governor)].subject
      return orderer >= 0 ? finder.filling(orderer, sentence, &resolver, excluding: []) : nil
    },
  ]

  static let firstRefusals: [SideStep<VerbAct>] = [
    // "called Iran a threat".
    .refusal("nobody was phoned") { finder, act, sentence, _ in
      act.mode == "phone" && act.type == .consult && finder.callsNames(act.verb, sentence)
    },
    // "Washington told Baghdad to disband them. It refused".
    .change("who was asked") { finder, act, sentence, resolver in
      guard let asked = finder.asked(beforeAnswer: act, sentence, resolver) else { return }
      act.source.actors = asked
      act.sourceStep = "who was asked"
    },
    // "Maersk sends its vessels round the Cape".
    .refusal("firms have no forces") { finder, act, _, _ in
      act.type == .mobilize && act.hasSource && !finder.isHeadFirst && !finder.lexicon.usesCases
        && act.source.actors.allSatisfy { finder.knowledge.actors.kind(of: $0) == .company }
    },
    // "A Ryanair jet landed in Minsk".
    .refusal("firms pay no visits") { finder, act, _, _ in
      act.mode == "visit" && act.type == .consult && act.hasSource && !finder.isHeadFirst
        && !finder.lexicon.usesCases
        && act.source.actors.allSatisfy { finder.knowledge.actors.kind(of: $0) == .company }
    },
    // "Forty thousand Congolese have crossed into Burundi".
    .refusal("they flee") { finder, act, sentence, _ in
      guard act.mode == "incursion", act.type == .mobilize, !finder.isHeadFirst,
        !finder.lexicon.usesCases, act.links.subject >= 0
      else { return false }
      let subject = sentence.chunks[Int(act.links.subject)]
      guard subject.headItem >= 0,
        sentence.items[Int(subject.headItem)].kinds.contains(.adjectivalActor)
      else { return false }
      return sentence.items[Int(subject.firstItem)..<Int(subject.headItem)].contains {
        $0.kinds.contains(.number)
          || $0.roles.contains(.determiner) && !$0.roles.contains(.demonstrative)
      }
    },
    // "fired a missile at a ship".
    .refusal("it was no test") { finder, act, sentence, _ in
      act.mode == "missile-test" && act.type == .mobilize && finder.isAimed(act.verb, sentence)
    },
    // "The troops are in Mali", but "Trump was in Riyadh".
    .refusal("it only says where") { finder, act, sentence, _ in
      finder.saysWhere(act.verb, sentence) && !act.frame.hasSubjectClasses
        && !act.source.actors.contains(where: finder.isLeader)
    },
  ]

  static let hosts: [SideStep<VerbAct>] = [
    // "have been barred from Norwegian roads", "have been told to leave France".
    .source("whose the place is that others are kept from") { finder, act, sentence, resolver in
      guard act.isPassive, act.links.object > act.verb,
        act.type == .sanction || act.type == .coerce,
        finder.frames.endsInOrigin(act.verb, sentence)
          || act.mode == "expel-diplomats" && !finder.isHeadFirst && !finder.lexicon.usesCases
      else { return nil }
      return finder.filling(act.links.object, sentence, &resolver, excluding: [])
    },
    // "was taken | to | an Iranian port" and "was taken to | an Iranian port" alike.
    .source(nil) { finder, act, sentence, resolver in
      guard act.isPassive, act.links.object > act.verb else { return nil }
      let isNamed = act.frame.source.contains {
        guard case .preposition(let number, _) = $0 else { return false }
        return finder.frames.ends(act.verb, in: number, sentence)
      }
      return isNamed
        ? finder.filling(act.links.object, sentence, &resolver, excluding: []) : nil
    },
    .change("the mission") { finder, act, sentence, resolver in
      act.mission = finder.mission(of: act.verb, sentence, &resolver)
    },
    .source("where the mission stands") { finder, act, _, _ in
      if act.mode == "recall-ambassador" { return act.mission?.sender }
      // "Kuasa usaha Timor Leste di Yangon diusir", but shelled by anybody.
      let isByHost = act.mode == "expel-diplomats" || act.mode == "summon-ambassador"
      return !finder.isHeadFirst || isByHost ? act.mission?.host : nil
    },
    .source("where somebody is held") { finder, act, sentence, resolver in
      let isLaw =
        act.mode == "arrest" || act.mode == "indict"
        // "Potash from Belarus is banned in Norway".
        || (act.mode == "ban" || act.mode == "embargo") && !finder.isHeadFirst
      guard act.isPassive, isLaw else { return nil }
      return finder.custodian(of: act.verb, sentence, &resolver)
    },
    .source("who frees them") { finder, act, sentence, resolver in
      guard act.isPassive, act.type == .coerce, act.links.link == .relative,
        act.links.governor >= 0, !finder.lexicon.usesCases
      else { return nil }
      return finder.releaser(Int(act.links.governor), sentence, &resolver)
    },
  ]

  /// Who was asked for something by the one that a pronoun would seem to mean, right before a verb that
  /// tells of the answer.
  fileprivate func asked(
    beforeAnswer act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> [ActorID]? {
    guard act.type == .reject || act.type == .agree, !isHeadFirst, !lexicon.usesCases,
      act.hasSource, !act.isPassive, act.links.object < 0, act.links.subject >= 0,
      act.links.link == .main
    else { return nil }
    let subject = sentence.chunks[Int(act.links.subject)]
    guard subject.endItem == subject.firstItem + 1,
      !subject.roles.isDisjoint(with: [.thingPronoun, .personPronoun, .pluralPronoun])
    else { return nil }
    let own = rolled(act.source.actors)
    let asking: (source: [ActorID], target: [ActorID])
    if let here = act.told.last(where: { $0.phrase < 0 }) {
      guard here.type == .request else { return nil }
      asking = (rolled(here.source), rolled(here.target))
    } else if let last = resolver.discourse.acts.last, sentence.number - last.sentence == 1,
      last.type == .request
    {
      asking = (last.source, last.target)
    } else {
      return nil
    }
    let isSeveral = subject.roles.contains(.pluralPronoun)
    guard asking.source == own, !asking.target.isEmpty, isSeveral || asking.target.count == 1
    else { return nil }
    return asking.target
  }

  /// "Urges", "Condemning", "Decides | to send": whether a verb opens a paragraph of a resolution, whose subject stands
  /// above all of them, or depends on one that does.
  fileprivate func isResolved(_ verb: Int, _ sentence: Sentence) -> Bool {
    var at = verb
    for _ in 0..<4 where sentence.links[at].governor >= 0 {
      guard sentence.links[at].subject < 0, Int(sentence.links[at].governor) < at else {
        return false
      }
      at = Int(sentence.links[at].governor)
    }
    guard !isHeadFirst, !lexicon.usesCases, sentence.links[at].subject < 0,
      at == 0 || sentence.chunks[at - 1].kind == .stop, sentence.chunks[at].verbItem >= 0,
      sentence.chunks[at].firstItem == sentence.chunks[at].verbItem
        || sentence.items[Int(sentence.chunks[at].firstItem)].roles.contains(.adverb)
    else { return false }
    let features = sentence.items[Int(sentence.chunks[at].verbItem)].verbFeatures
    return features.contains(.gerund) && sentence.chunks.last?.kind == .comma
      || features.contains(.finite) && features.isDisjoint(with: [.past, .base])
  }
}
