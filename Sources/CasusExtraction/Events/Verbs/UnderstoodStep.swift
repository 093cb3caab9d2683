import CasusKnowledge
import CasusModel

/// One way in which an article leaves it to be understood on whom somebody acts.
struct UnderstoodStep: Sendable {
  /// Whom the step takes for the target, in words.
  let name: String
  /// Those understood, or none when the step does not apply; `source` are the states of those who act.
  let find:
    @Sendable (EventFinder, VerbAct, Sentence, inout ActorResolver, _ source: [ActorID]) ->
      [ActorID]

  init(
    _ name: String,
    _ find:
      @escaping @Sendable (
        EventFinder, VerbAct, Sentence, inout ActorResolver, _ source: [ActorID]
      ) -> [ActorID]
  ) {
    self.name = name
    self.find = find
  }
}

extension EventFinder {
  /// Gives an act the target that is left to be understood: the accuser, the opponent, the one helped.
  ///
  /// The first step that finds anybody decides.
  func understand(
    _ act: inout VerbAct, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) {
    let source = rolled(act.source.actors)
    act.target = Filling(first: act.verb, last: act.verb, usesAnaphor: true)
    for step in Self.understoodSteps {
      var found = step.find(self, act, sentence, &resolver, source)
      if Self.diplomaticModes.contains(act.mode ?? "") {
        // Nobody has diplomatic relations with an armed group.
        found.removeAll { knowledge.actors.kind(of: $0) == .group }
      }
      guard !found.isEmpty else { continue }
      act.target.actors = found.filter { !source.contains(knowledge.actors.rolledUp($0)) }
      if act.hasTarget { act.targetStep = step.name }
      return
    }
  }

  /// What states do to each other's embassies and envoys.
  static let diplomaticModes: Set<String> = [
    "cut-relations", "downgrade-relations", "recall-ambassador", "expel-diplomats",
  ]

  private static let understoodSteps: [UnderstoodStep] = [
    // "As Iran's missiles fell on Tel Aviv, Jordan shot down several".
    UnderstoodStep("who attacks in this sentence") { finder, act, _, _, source in
      guard act.mode == "shoot-down", !finder.isHeadFirst, !finder.lexicon.usesCases else {
        return []
      }
      return act.told.last {
        $0.type == .assault && Set(finder.rolled($0.source)).isDisjoint(with: source)
      }?.source ?? []
    },
    UnderstoodStep("who says so") { finder, act, sentence, resolver, _ in
      finder.accuser(of: act, sentence, &resolver)
    },
    // "thanked Mexico for sending oil": to whom they sent it, thanks them.
    UnderstoodStep("who judges it") { finder, act, sentence, resolver, _ in
      let said = finder.sayingLinks(of: act, sentence)
      guard said.link == .adverbial, said.governor >= 0, act.type.quadClass.isCooperation,
        finder.leadsTo(act.verb, sentence),
        act.links.subject == sentence.links[Int(said.governor)].object,
        finder.frames.judges(Int(said.governor), sentence)
      else { return [] }
      let judge = sentence.links[Int(said.governor)].subject
      return judge >= 0 ? resolver.actors(ofList: judge, sentence) : []
    },
    // "збив винищувач і взяв у полон пілота": the first act tells whose.
    UnderstoodStep("the target of the first of two acts") { finder, act, _, _, source in
      guard act.type.isAimedAtPlaces, act.links.link == .coordinate else { return [] }
      return act.told.last {
        $0.verb == Int(act.links.governor) && $0.phrase < 0
          && ($0.type.isAimedAtPlaces || $0.mode == "incursion")
          && finder.rolled($0.source) == source
      }?.target ?? []
    },
    UnderstoodStep("who attacks in the clause above") { finder, act, sentence, resolver, _ in
      guard act.type.isHarm, act.links.link == .relative, act.links.governor >= 0,
        !finder.lexicon.usesCases
      else { return [] }
      return finder.attacker(Int(act.links.governor), sentence, &resolver)
    },
    UnderstoodStep("who provoked it") { finder, act, sentence, resolver, source in
      guard
        act.type.isHarm && (act.type != .mobilize || act.mode != "exercise")
          // "lodged a protest after Chinese ships rammed its boat".
          || act.type == .accuse && !finder.isHeadFirst && !finder.governsAny(act.verb, sentence)
      else { return [] }
      return finder.provoker(act.verb, sentence, &resolver, source)
    },
    // "North Korea recognises both republics. Ukraine severs relations the same day."
    UnderstoodStep("who acted in the sentence before") { finder, act, sentence, resolver, source in
      guard LikeModes.estrangement.contains(act.mode), let last = resolver.discourse.acts.last,
        sentence.number - last.sentence <= 1
      else { return [] }
      // "Литва разрешила Тайваню открыть представительство. Пекин понизил уровень отношений": its main act.
      let main =
        finder.lexicon.usesCases
        ? resolver.discourse.acts.first { $0.sentence == last.sentence } ?? last : last
      return Set(main.source).isDisjoint(with: source) ? main.source : []
    },
    UnderstoodStep("the opponent in this article") { finder, act, sentence, resolver, source in
      // "seized the Galaxy Leader": whoever owns it.
      guard act.type.isAimedAtPlaces, !LikeModes.domestic.contains(act.mode),
        act.mode != "seize" || !finder.bearsName(act.links.object, sentence)
      else { return [] }
      let opponent = resolver.discourse.opponent(of: source)
      guard opponent.isEmpty, act.type == .assault, !finder.isHeadFirst, !finder.lexicon.usesCases
      else { return opponent }
      // "London broke off relations. A submarine sank the cruiser".
      return resolver.discourse.rival(of: source)
    },
    // `"Israel pembohong," kecam Hamas`.
    UnderstoodStep("whom the quoted words are about") { finder, act, sentence, resolver, _ in
      guard act.type == .accuse || act.type == .support, act.links.isTrailingSpeech,
        finder.isHeadFirst, !finder.lexicon.usesCases, act.links.object < 0,
        let opening = sentence.chunks.firstIndex(where: { $0.kind == .openQuote }),
        opening + 1 < act.verb, sentence.chunks[opening + 1].kind == .nounPhrase,
        !sentence.chunks[opening + 1].traits.contains(.isAnaphor)
      else { return [] }
      return resolver.actors(ofList: Int32(opening + 1), sentence)
    },
    // "sneered that its ally was dancing to another's tune".
    UnderstoodStep("who is spoken of") { finder, act, sentence, resolver, source in
      guard act.type == .threaten || act.type == .accuse else { return [] }
      return finder.contentSubject(act.verb, sentence, &resolver, source).actors
    },
    UnderstoodStep("the foe in this article") { _, act, _, resolver, source in
      act.mode == "release-prisoners" ? resolver.discourse.foe(of: source) : []
    },
    // "Хартум потребовал объяснений": from whoever has just done something to it.
    UnderstoodStep("who has just wronged it") { finder, act, sentence, resolver, source in
      guard
        act.type == .sanction
          && (finder.lexicon.usesCases || act.mode == "recall-ambassador"
            || act.mode == "expel-diplomats" || LikeModes.estrangement.contains(act.mode))
          || act.type == .request && finder.lexicon.usesCases
            && (act.links.object < 0 && !finder.governsAny(act.verb, sentence)
              || finder.asksToUndo(act.verb, sentence))
      else { return [] }
      // "memutus hubungan dengan Taiwan; Taipei memanggil pulang duta besarnya".
      let here = act.told.last {
        act.type == .sanction && EventFinder.diplomaticModes.contains(act.mode ?? "")
          && !$0.type.quadClass.isCooperation
          && !Set(finder.rolled($0.target)).isDisjoint(with: source)
      }
      return here?.source
        ?? resolver.discourse.aggressor(against: source, before: sentence.number - 1)
    },
    // "Biden announced sanctions on four Russian banks. The EU is to adopt a package of its own".
    UnderstoodStep("whom others have just punished") { finder, act, sentence, resolver, source in
      guard act.type == .sanction, act.links.object >= 0,
        !EventFinder.diplomaticModes.contains(act.mode ?? ""),
        let last = resolver.discourse.events.last(where: { $0.type == .sanction }),
        sentence.number - last.sentence <= 1,
        Set(finder.rolled(last.source + last.target)).isDisjoint(with: source)
      else { return [] }
      return last.target
    },
    // "Дания попросила Норвегию о помощи, и та прислала": "Канада не уступила".
    UnderstoodStep("who has just asked or pressed it") { finder, act, sentence, resolver, source in
      finder.lexicon.usesCases
        ? finder.addresser(of: source, answeredBy: act, sentence, resolver) : []
    },
    UnderstoodStep("who is helped in this article") { finder, act, sentence, resolver, source in
      guard act.type == .aid, !finder.entersPlace(act.verb, sentence) else { return [] }
      let recipient = resolver.discourse.recipient(apartFrom: source)
      let others = finder.named(beside: act.verb, sentence, apartFrom: source, resolver)
      // "AS mengumumkan bantuan pada 24 Agustus, hari kemerdekaan Ukraina": hardly for somebody else.
      return others.isEmpty || !others.isDisjoint(with: recipient) ? recipient : []
    },
    UnderstoodStep("who is addressed above") { finder, act, sentence, resolver, _ in
      guard act.links.governor >= 0, act.type.isAddressed,
        [.infinitive, .adverbial, .coordinate].contains(act.links.link)
      else { return [] }
      return finder.addressed(Int(act.links.governor), sentence, &resolver)
    },
    UnderstoodStep("who is helped in this article") { _, act, _, resolver, source in
      guard act.type == .agree, act.mode == "promise" else { return [] }
      return resolver.discourse.recipient(apartFrom: source)
    },
    UnderstoodStep("the partner in this article") { _, act, _, resolver, source in
      guard act.type == .sanction, act.mode == "withdraw-membership" else { return [] }
      return resolver.discourse.partner(of: source)
    },
    UnderstoodStep("the opponent in this article") { finder, act, _, resolver, source in
      guard act.type == .concede,
        act.mode == "surrender"
          || act.mode == "ceasefire" && (finder.lexicon.usesCases || finder.isHeadFirst)
      else { return [] }
      return resolver.discourse.opponent(of: source)
    },
    UnderstoodStep("the partner in this article") { _, act, _, resolver, source in
      guard act.type == .agree, [nil, "treaty", "peace"].contains(act.mode), source.count == 1,
        act.links.object < 0
      else { return [] }
      return resolver.discourse.partner(of: source)
    },
    // "Chad scrapped the pact": with whoever had agreed on it.
    UnderstoodStep("who had agreed on it") { finder, act, sentence, resolver, source in
      guard act.type == .reject || act.type == .sanction,
        finder.isBareAgreement(act.links.object, sentence)
      else { return [] }
      return resolver.discourse.agreed(with: source)
    },
    UnderstoodStep("who proposed it") { finder, act, sentence, resolver, source in
      guard act.type == .agree || act.type == .reject, act.links.object < 0 else { return [] }
      // "promised to invest in Turkey": those whom the promise is about, no matter who proposed what.
      if act.mode == "promise", finder.governsAny(act.verb, sentence),
        finder.namesOther(behind: act.verb, sentence, resolver, source)
      {
        return []
      }
      return finder.proposer(act.told, sentence, resolver, source).actors
    },
    // "Iran offered Pakistan gas, but Islamabad declined the offer".
    UnderstoodStep("who made them the offer") { finder, act, sentence, _, source in
      guard act.type == .reject || act.type == .agree, act.links.object >= 0 else { return [] }
      let offer = sentence.chunks[Int(act.links.object)]
      guard offer.classes.intersects(finder.proposalClass), offer.ownerEnd == offer.ownerStart
      else { return [] }
      return act.told.last {
        $0.verb < act.verb && !$0.type.isHarm && !$0.type.isReaction
          && Set(finder.rolled($0.target)).isSuperset(of: source)
      }?.source ?? []
    },
    UnderstoodStep("both sides of the war") { finder, act, sentence, resolver, source in
      guard act.type == .request, act.links.object >= 0,
        sentence.chunks[Int(act.links.object)].classes.intersects(finder.truceClasses)
      else { return [] }
      let two =
        finder.isHeadFirst || finder.lexicon.usesCases ? [] : resolver.discourse.belligerents()
      if !two.isEmpty { return two }
      return resolver.discourse.mainDyad(apartFrom: source)
    },
    // "Nigerian jets hit a camp in Niger. Niamey demanded an explanation."
    UnderstoodStep("who has just harmed it") { finder, act, sentence, resolver, source in
      guard act.type == .request, !finder.lexicon.usesCases,
        act.links.object > act.verb || finder.namesWish(act.verb, sentence),
        !finder.governsAny(act.verb, sentence)
      else { return [] }
      return finder.aggressor(rightBefore: sentence, against: source, resolver)
    },
    UnderstoodStep("with whom it is at odds in this sentence") { finder, act, _, _, source in
      guard act.type == .threaten || act.type == .sanction else { return [] }
      return act.told.last {
        !$0.type.quadClass.isCooperation
          && !Set(finder.rolled($0.source)).isDisjoint(with: source)
      }?.target ?? []
    },
    // "Britain, which gives the country millions, threatened to review its aid".
    UnderstoodStep("whom it helps in this sentence") { finder, act, sentence, _, source in
      guard act.type == .threaten, !finder.isHeadFirst, !finder.lexicon.usesCases else { return [] }
      let helped = act.told.last { $0.type == .aid && finder.rolled($0.source) == source }
      return helped?.target ?? []
    },
    UnderstoodStep("the adversary in this article") { finder, act, sentence, resolver, source in
      guard act.type == .threaten, !finder.governsAny(act.verb, sentence) else { return [] }
      return resolver.discourse.adversary(of: source, before: sentence.number)
    },
    // "It drops the levy": from those whom it had punished.
    UnderstoodStep("whom it had punished") { _, act, _, resolver, source in
      guard act.type == .retreat, LikeModes.relief.contains(act.mode) else { return [] }
      return resolver.discourse.events.last {
        $0.type == .sanction && !$0.source.filter(source.contains).isEmpty
      }?.target ?? []
    },
    // "jets roared along the boundary": with the one whom the side deals with.
    UnderstoodStep("who is beyond the border") { finder, act, sentence, resolver, source in
      guard act.type == .mobilize, act.links.object >= 0,
        sentence.chunks[Int(act.links.object)].classes.intersects(finder.borderClass)
      else { return [] }
      return resolver.discourse.partner(of: source)
    },
    // "Cambodian guns shelled Sisaket. Bangkok scrambled fighters."
    UnderstoodStep("who has just harmed it") { finder, act, sentence, resolver, source in
      guard act.type == .mobilize, finder.lexicon.usesCases,
        act.mode == "deploy" || act.mode == "alert"
      else { return [] }
      return finder.aggressor(rightBefore: sentence, against: source, resolver)
    },
    // "Кито выслал посла и двинул войска на север".
    UnderstoodStep("the opponent in this article") { finder, act, sentence, resolver, source in
      guard act.type == .mobilize, finder.lexicon.usesCases,
        act.mode == "deploy" || act.mode == "alert"
      else { return [] }
      return resolver.discourse.opponent(of: source)
    },
    // "стягнула війська до кордону", "massed tanks along the boundary".
    UnderstoodStep("who is beyond the border") { finder, act, sentence, resolver, source in
      guard act.type == .mobilize, finder.leadsToBorder(act.verb, sentence) else { return [] }
      // "expelled Chad's ambassador and moved soldiers to the frontier".
      let here = act.told.last {
        !finder.lexicon.usesCases && !$0.type.quadClass.isCooperation && !$0.target.isEmpty
          && finder.rolled($0.source) == source
      }
      let adversary =
        here.map { finder.rolled($0.target) }
        ?? resolver.discourse.adversary(of: source, before: sentence.number)
      return adversary.count == 1 ? adversary : resolver.discourse.partner(of: source)
    },
  ]

  /// The clause in which an act is said to be done, past what leads to it: "accused it of having planned
  /// to mine the track".
  private func sayingLinks(of act: VerbAct, _ sentence: Sentence) -> VerbLinks {
    var said = act.links
    for _ in 0..<3 where said.link == .infinitive && said.governor >= 0 {
      said = sentence.links[Int(said.governor)]
    }
    return said
  }

  /// Who says that an act was done: a rights group or court that accuses somebody was not attacked
  /// itself.
  private func accuser(
    of act: VerbAct, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let said = sayingLinks(of: act, sentence)
    guard said.link == .content, said.governor >= 0, act.type.isAimedAtPlaces,
      frames.content(of: Int(said.governor), sentence) == .claim
    else { return [] }
    let accuser = sentence.links[Int(said.governor)].subject
    guard accuser >= 0 else { return [] }
    return resolver.actors(ofList: accuser, sentence).filter {
      switch knowledge.actors.kind(of: $0) {
      case .ngo, .medium, .organisation: false
      default: true
      }
    }
  }

  /// Who asked a side for something, or pressed it, in the act told last, in this sentence or the one before, so
  /// that what it gives, promises, yields or refuses is its answer.
  private func addresser(
    of side: [ActorID], answeredBy act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> [ActorID] {
    let asked: Set<EventType>
    switch act.type {
    case .aid, .agree: asked = [.request]
    case .concede, .reject: asked = [.request, .threaten]
    default: return []
    }
    if let here = act.told.last(where: { $0.phrase < 0 && $0.verb < act.verb }) {
      return asked.contains(here.type) && rolled(here.target) == side ? here.source : []
    }
    guard let last = resolver.discourse.acts.last, sentence.number - last.sentence <= 1,
      asked.contains(last.type), last.target == side
    else { return [] }
    return last.source
  }

  /// "потребовал отпустить экипаж": whether a demand is for an end to what somebody has done.
  private func asksToUndo(_ verb: Int, _ sentence: Sentence) -> Bool {
    let next = sentence.chunks.indices.first { at in
      sentence.chunks[at].kind == .verb && sentence.chunks[at].traits.contains(.isInfinitive)
        && Int(sentence.links[at].governor) == verb
    }
    guard let next, sentence.chunks[next].verbItem >= 0 else { return false }
    return lexicon.meanings(of: sentence.items[Int(sentence.chunks[next].verbItem)].node).contains {
      guard $0.kind == .verb else { return false }
      let type = lexicon.frames[Int($0.index)].frame.type
      return type == .concede || type == .retreat
    }
  }

  /// Whether an object is a thing or body with a name that nobody knows, behind an article.
  private func bearsName(_ object: Int32, _ sentence: Sentence) -> Bool {
    guard object >= 0, !isHeadFirst, !lexicon.usesCases else { return false }
    let items = sentence.items[
      Int(sentence.chunks[Int(object)].firstItem)..<Int(sentence.chunks[Int(object)].endItem)]
    return items.count > 1 && items.first?.roles.contains(.determiner) == true
      && items.dropFirst().allSatisfy { $0.isCapitalised && $0.kinds == .unknown }
  }

  /// Who harmed a side in the event told last, in this sentence or the one before.
  private func aggressor(
    rightBefore sentence: Sentence, against side: [ActorID], _ resolver: ActorResolver
  ) -> [ActorID] {
    guard let deed = resolver.discourse.events.last, sentence.number - deed.sentence <= 1,
      deed.type.isHarm, deed.target == side
    else { return [] }
    return deed.source
  }
}
