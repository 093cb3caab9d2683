import CasusKnowledge
import CasusModel

// The events that a noun tells of.
extension EventFinder {
  /// How the sides of an event noun are filled, first what its own words say, then the words around it.
  static let nounSteps: [SideStep<NounAct>] = nounSources + nounTargets + nounPairs

  /// The events of a noun phrase, when the sentence has `told` others before.
  ///
  /// Promises and threats whose target the act they speak of may name go to `commitments`, an event of
  /// which only one side is named to `halves`.
  func nominal(
    _ phrase: Int, _ sentence: Sentence, _ told: [Finding], _ resolver: inout ActorResolver,
    _ commitments: inout [Finding], _ halves: inout [Finding]
  ) -> [Finding] {
    let item = sentence.items[Int(sentence.chunks[phrase].eventNoun)]
    let governor = governingVerb(phrase, sentence)
    let isSupported = governor >= 0 && lendsSubject(governor, to: phrase, sentence)
    let isClause = governor >= 0 || sentence.chunks.contains { $0.kind == .verb }
    var tried: [Int] = []
    var open: [Finding] = []
    let mayBeVerbs = item.verbFeatures.contains(.gerund)
    for meaning in lexicon.meanings(of: item.node)
    where meaning.kind == .eventNoun || mayBeVerbs && frames.isNamedByVerb(meaning) {
      let index = Int(meaning.index)
      guard !tried.contains(index) else { continue }
      let frame = lexicon.frames[index]
      if frames.isNamedByVerb(meaning), !frames.nominalised(phrase, by: frame, sentence) {
        continue
      }
      tried.append(index)
      guard let type = frame.frame.type, !isLodged(phrase, type, by: governor, sentence),
        !isTold(phrase, type, by: governor, told, sentence),
        type == .assault || !isTakenBack(phrase, by: governor, sentence),
        frames.isOfKind(phrase, frame, sentence)
      else { continue }
      var act = NounAct(
        phrase: phrase, index: index, frame: frame, type: type, governor: governor,
        isSupported: isSupported, isClause: isClause, told: told,
        isMutual: frame.frame.isReciprocal)
      _ = take(Self.nounSteps, for: &act, sentence, &resolver)
      if frames.isNamedByVerb(meaning), !frames.isBeside(act.target.last, phrase, sentence) {
        continue
      }
      guard tellsEvent(act, sentence) else {
        if act.form == "support verb",
          let half = oneSided(finding(of: act, usesAnaphor: true), sentence)
        {
          halves.append(half)
        }
        if isCommitment(act) {
          var commitment = finding(of: act)
          (commitment.verb, commitment.target) = (-1, [])
          commitments.append(commitment)
        }
        continue
      }
      if act.isMutual, type == .agree, act.form == "support verb",
        frames.frame(of: governor, sentence) != nil
      {
        // Those who propose or plan a deal are not its sides.
        act.isMutual = false
        if !act.hasTarget { continue }
      }
      let found = events(of: act, sentence)
      if found.contains(where: \.isOpen) {
        // Another meaning may say more.
        open = open.isEmpty ? found : open
      } else if !found.isEmpty {
        return found + brokered(found, sentence, resolver)
      }
    }
    return open
  }

  /// "dropped its threat against Greece", "lifted its veto on Chad's entry": what is given up is told by the verb.
  private func isTakenBack(_ phrase: Int, by governor: Int, _ sentence: Sentence) -> Bool {
    governor >= 0 && Int(sentence.links[governor].object) == phrase
      && isByPronoun(phrase, sentence)
      && frames.frame(of: governor, sentence).map {
        let type = lexicon.frames[$0].frame.type
        return type == .concede || type == .retreat
      } == true
  }

  /// "filed its protest against Beijing": in words, as the verb tells.
  private func isLodged(
    _ phrase: Int, _ type: EventType, by governor: Int, _ sentence: Sentence
  ) -> Bool {
    type == .protest && governor >= 0 && Int(sentence.links[governor].object) == phrase
      && frames.frame(of: governor, sentence).map { lexicon.frames[$0].frame.type == .accuse }
        == true
  }

  /// "здійснила обстріл Еритреї": a verb that lends its subject has told what its object names.
  private func isTold(
    _ phrase: Int, _ type: EventType, by governor: Int, _ told: [Finding], _ sentence: Sentence
  ) -> Bool {
    governor >= 0 && lexicon.usesCases && sentence.chunks[governor].traits.contains(.isSupport)
      && !sentence.chunks[governor].traits.contains(.isPassive)
      && Int(sentence.links[governor].object) == phrase
      && told.contains { $0.verb == governor && $0.type == type && $0.phrase < 0 }
  }

  /// Whether the sides that were found make an event of the type.
  private func tellsEvent(_ act: NounAct, _ sentence: Sentence) -> Bool {
    guard act.hasSource else { return false }
    return act.hasTarget || act.isMutual || act.isGathering
      || (act.isSupported || comesAbout(act.phrase, sentence)) && Self.standsAlone(act.type)
      || act.mode == "missile-test" && isJudged(act.governor, sentence)
      || act.type == .assault && !act.frame.frame.isReciprocal && act.isClause
      || act.mode == "exercise" && distinct(act.source.actors).count > 1
  }

  /// "Israel's threat to strike Iran": whether the act that a noun speaks of may name its target.
  private func isCommitment(_ act: NounAct) -> Bool {
    !isHeadFirst && !lexicon.usesCases && act.form == "nominal" && act.hasSource
      && act.frame.frame.content.map { $0 != .drop } ?? false
  }

  /// The events of an act whose sides are found.
  private func events(of act: NounAct, _ sentence: Sentence) -> [Finding] {
    let isTrade = act.isMutual && act.type == .aid
    var finding = finding(of: act)
    if isTrade { finding.type = .cooperate }
    finding.targetIsPlace =
      act.target.last >= 0 && sentence.chunks[act.target.last].traits.contains(.isPlace)
    // Sanctions are in force once decided; what is to be sent has yet to go.
    if act.isDecided, !act.type.isHarm || act.type == .mobilize, act.type != .support {
      finding.status = .planned
    }
    return isTrade || act.isWitnessed
      ? mutual(finding, distinct(act.source.actors))
      : finished(finding, act.frame, subject: [])
  }

  private func finding(of act: NounAct, usesAnaphor: Bool = false) -> Finding {
    var finding = Finding(
      type: act.type, mode: act.mode, source: act.source.actors, target: act.target.actors,
      verb: act.governor, phrase: act.phrase, frame: act.index, firstChunk: act.phrase,
      lastChunk: act.phrase, object: -1, targetPreposition: act.target.preposition,
      form: act.form,
      usesAnaphor: usesAnaphor || act.source.usesAnaphor || act.target.usesAnaphor,
      inheritsSubject: false, targetIsPlace: false)
    for filling in [act.source, act.target] where filling.last >= 0 {
      finding.firstChunk = min(finding.firstChunk, filling.first)
      finding.lastChunk = max(finding.lastChunk, filling.last)
    }
    (finding.sourceStep, finding.targetStep) = (act.sourceStep, act.targetStep)
    return finding
  }
}
