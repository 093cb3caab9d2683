import CasusKnowledge
import CasusModel

// The events that a verb tells of.
extension EventFinder {
  /// How the sides of a verb are filled, first what its own words say, then what the article leaves to be
  /// understood.
  static let verbSteps: [SideStep<VerbAct>] =
    owners + severalSides + firstRefusals + hosts + named + reciprocal + besides + reactions
    + objects + addressees + understoodTargets + sentenceBefore + understoodSources

  /// The step that takes whoever stands nearest for the target, whatever they have to do with the act.
  static let nearestNamed = "the nearest that is named"

  /// The events of a verb read by one of its frames, when the sentence has `told` others before.
  ///
  /// Promises, refusals and threats whose target the act they speak of may name go to `commitments`, an
  /// event of which only one side is named to `half`.
  func verbal(
    _ verb: Int, _ index: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ told: [Finding], _ commitments: inout [Finding], _ half: inout Finding?
  ) -> [Finding] {
    let frame = lexicon.frames[index]
    guard let type = frame.frame.type else { return [] }
    if frame.source == [.speaker] {
      return foretold(verb, index, sentence, &resolver).map { [$0] } ?? []
    }
    let links = sentence.links[verb]
    var act = VerbAct(
      verb: verb, index: index, frame: frame, type: type, links: links,
      traits: sentence.chunks[verb].traits, told: told,
      isOrdered: links.governor >= 0
        && frames.isOrdered(verb, by: Int(links.governor), sentence))
    if let others = take(Self.verbSteps, for: &act, sentence, &resolver) { return others }
    guard var finding = finding(of: act, sentence, resolver) else { return [] }
    sendToHelp(&finding, act, sentence, &resolver)
    if type == .retreat, act.mode == "withdraw", isHeadFirst, !lexicon.usesCases,
      links.object < 0, links.subject >= 0, resigns(Int(links.subject), sentence)
    {
      return []
    }
    // Only both sides of a reciprocal event may stand in the subject.
    let needsSubject =
      frame.frame.isReciprocal && finding.target.isEmpty && finding.source.isEmpty
    var found = finished(
      finding, frame, subject: needsSubject ? subjectActors(verb, sentence, &resolver) : [],
      isByTheWay: sentence.chunks[verb].traits.contains(.isGerund))
    found += broughtTogether(finding, frame, sentence, &resolver)
    if found.count == 1, found[0].target.isEmpty, isLeftToArticle(finding, sentence) {
      found[0].isOpen = true
    }
    guard found.isEmpty else { return found }
    if sentence.isHeading, !finding.source.isEmpty, !frame.target.isEmpty,
      !frame.frame.isReciprocal || type == .sanction, frame.frame.content == nil
    {
      // "Niger cuts ties": the text below says with whom.
      finding.target = []
      finding.isOpen = true
      return [finding]
    }
    if !finding.source.isEmpty, frame.frame.content.map({ $0 != .drop }) ?? false {
      finding.target = []
      commitments.append(finding)
    }
    if half == nil, !frame.target.isEmpty, assertsAct(verb, type, sentence),
      // Who refuses to punish somebody refuses them nothing.
      type != .reject || isHeadFirst || !commitsToHarm(verb, sentence)
    {
      half = oneSided(finding, sentence)
    }
    return []
  }

  /// The event of an act whose sides are found; `nil` when what is done is done to one's own.
  private func finding(
    of act: VerbAct, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Finding? {
    let (source, target) = (act.source, act.target)
    var finding = Finding(
      type: act.type, mode: act.mode, source: source.actors, target: target.actors,
      verb: act.verb, phrase: -1, frame: act.index, firstChunk: act.verb, lastChunk: act.verb,
      object: Int(act.undergoer), targetPreposition: target.preposition,
      form: act.isPassive ? "passive" : "active",
      usesAnaphor: source.usesAnaphor || target.usesAnaphor, inheritsSubject: !act.ownsSubject,
      targetIsPlace: target.last >= 0 && sentence.chunks[target.last].traits.contains(.isPlace))
    (finding.sourceStep, finding.targetStep) = (act.sourceStep, act.targetStep)
    if act.isOrdered { finding.status = .planned }
    if act.type == .agree, act.mode == "ceasefire", act.targetStep == Self.nearestNamed {
      // "agreed to a ceasefire proposed by Washington": not one with Washington.
      finding.mode = "accept"
    }
    span(&finding, act, sentence)
    if act.type == .concede || act.type == .coerce, finding.object >= 0,
      isOwn(finding.object, of: source.actors, sentence, resolver)
    {
      // Who brings home their own soldiers frees or seizes nobody.
      guard act.type == .concede, sentence.chunks[finding.object].classes.intersects(movedClasses)
      else { return nil }
      (finding.type, finding.mode, finding.target) = (.retreat, "withdraw", [])
    }
    if act.type == .retreat, finding.mode == "disarm", finding.object >= 0 {
      var copy = resolver
      let owners = rolled(copy.actors(of: finding.object, sentence))
      // "wants to dismantle Iran's centrifuges": who disarms others does not yield.
      if !owners.isEmpty, Set(owners).isDisjoint(with: rolled(finding.source)) { return nil }
    }
    if act.type == .reject, act.traits.contains(.isNegated),
      finding.mode == "deny" || finding.mode == "dismiss"
    {
      // "did not deny them": nothing was rejected.
      return nil
    }
    if act.type == .retreat, act.frame.hasComplementClasses, !act.hasTarget, !lexicon.usesCases,
      !isHeadFirst
    {
      // "took out a commander in Lebanon" took nobody out of it.
      return nil
    }
    finding.isOfficial = act.type == .protest && isOfficial(act.links.subject, sentence)
    return finding
  }

  /// Stretches the words of an event over the verb, its sides, its object and what happened.
  private func span(_ finding: inout Finding, _ act: VerbAct, _ sentence: Sentence) {
    for filling in [act.source, act.target] where filling.last >= 0 {
      finding.lastChunk = max(finding.lastChunk, filling.last)
      if act.ownsSubject || filling.first > act.verb {
        finding.firstChunk = min(finding.firstChunk, filling.first)
      }
    }
    if finding.object > finding.lastChunk { finding.lastChunk = finding.object }
    let subject = Int(act.links.subject)
    if act.ownsSubject, subject >= 0, sentence.chunks[subject].eventNoun >= 0 {
      // "Митинг прошёл в Тбилиси": what happened is part of the words.
      finding.firstChunk = min(finding.firstChunk, subject)
      finding.lastChunk = max(finding.lastChunk, subject)
    }
  }

  /// "menerjunkan prajurit untuk menyokong Kinshasa", "flew men to Angola to save the MPLA": forces that are sent to support somebody are aid.
  private func sendToHelp(
    _ finding: inout Finding, _ act: VerbAct, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    guard !lexicon.usesCases, !finding.source.isEmpty,
      act.type == .mobilize && finding.mode == "deploy"
        || !isHeadFirst && act.type == .aid && finding.mode == "troops"
    else { return }
    let helped = helped(by: act.verb, sentence, &resolver, rolled(act.source.actors))
    guard !helped.actors.isEmpty else { return }
    finding.type = .aid
    finding.mode = "troops"
    finding.target = helped.actors
    finding.lastChunk = max(finding.lastChunk, helped.last)
  }

  /// "AS cabut sanksi pupuk", "tentara Korut terobos garis demarkasi": whether the article says whose.
  private func isLeftToArticle(_ finding: Finding, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, !lexicon.usesCases else { return false }
    let object = sentence.links[finding.verb].object
    return LikeModes.relief.contains(finding.mode)
      || finding.mode == "incursion" && object >= 0
        && sentence.chunks[Int(object)].classes.intersects(borderClass)
  }

  /// "Ankara has offered to send food": whether an act is one that its subject plans.
  private func isOffered(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    return !isHeadFirst && !lexicon.usesCases && links.link == .infinitive && links.governor >= 0
      && frames.content(of: Int(links.governor), sentence) == .planned
      && !sentence.chunks[Int(links.governor)].traits.contains(.isNegated)
  }

  /// Whether a verb tells of an act of its own, and of what: neither what others want, say or suppose,
  /// nor the rejection of "it", which was told right before.
  func assertsAct(_ verb: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    (![.conditional, .infinitive, .content].contains(sentence.links[verb].link)
      || type == .aid && isOffered(verb, sentence))
      && (type != .reject || !refersByPronoun(verb, sentence) && !refersByClitic(verb, sentence))
  }
}
