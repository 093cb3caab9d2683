import CasusKnowledge
import CasusModel

/// Fills the frames of a sentence's verbs and event nouns with actors.
final class EventFinder: Sendable {
  let knowledge: Knowledge
  let lexicon: Lexicon
  let frames: FrameFinder
  let isHeadFirst: Bool

  /// Nouns of these classes, or unknown things, may act: "Russian missiles hit Kyiv".
  let agentClasses: ClassSet
  /// Weapons alone.
  let weaponClass: ClassSet
  /// Whoever fights the side that is acted on: "враг", "противник".
  let enemyClass: ClassSet
  /// Forces that the press of a country at war calls by their arm alone: "gunners".
  let ownClasses: ClassSet
  /// Missions and those who serve in them.
  let missionClass: ClassSet
  /// Things whose owner sends or moves them.
  let movedClasses: ClassSet
  /// Things that are given, not people.
  let givenClasses: ClassSet
  /// What is proposed to two who fight.
  let truceClasses: ClassSet
  /// Nouns of what somebody says: "заява", "statement".
  let claimClasses: ClassSet
  /// What a claim is that is called groundless.
  let emptyClasses: ClassSet
  /// What somebody says or writes.
  let utteranceClasses: ClassSet
  /// Borders and what lies beside them.
  let borderClass: ClassSet
  /// Words for an answer, of which prepositions are made: "в ответ на".
  let answerClass: ClassSet
  /// What flies at a target: rockets and drones.
  let flyingClass: ClassSet
  /// Streets and squares where crowds gather.
  let streetClass: ClassSet
  /// Those who protest: "демонстранты", "оппозиция".
  let protesterClass: ClassSet
  /// Decisions that have force: "указ", "решение".
  let decreeClass: ClassSet
  /// Those who are sent to talk.
  let envoyClass: ClassSet
  /// The number of "in".
  let inNumber: Int
  /// People without a name.
  let peopleClass: ClassSet
  /// Those who fight against a state, named after it or by the name of their group.
  let fighterClass: ClassSet

  init(knowledge: Knowledge, lexicon: Lexicon) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    frames = FrameFinder(lexicon: lexicon)
    isHeadFirst = lexicon.nounHead == .first
    agentClasses = lexicon.classes(
      "arms", "troops", "vessel", "people", "diplomat", "state_word")
    movedClasses = lexicon.classes("arms", "troops", "aid", "vessel")
    weaponClass = lexicon.classes("arms")
    givenClasses = lexicon.classes("arms", "aid", "vessel")
    enemyClass = lexicon.classes("enemy")
    ownClasses = lexicon.classes("troops", "vessel")
    missionClass = lexicon.classes("diplomat")
    peopleClass = lexicon.classes("people", "crowd")
    fighterClass = lexicon.classes("fighters")
    borderClass = lexicon.classes("border")
    answerClass = lexicon.classes("answer")
    flyingClass = lexicon.classes("rocket", "drone")
    streetClass = lexicon.classes("road", "gathering_place")
    protesterClass = lexicon.classes("protester")
    decreeClass = lexicon.classes("decree")
    envoyClass = lexicon.usesCases ? lexicon.classes("envoy") : ClassSet()
    utteranceClasses = lexicon.classes("claim", "lawsuit", "message")
    inNumber = lexicon.prepositions["in"] ?? -1
    claimClasses = lexicon.classes("claim")
    emptyClasses = lexicon.classes("empty_word")
    truceClasses = lexicon.classes("ceasefire", "swap")
  }

  /// The findings of a sentence, and in `halves` those of which it names one side only.
  func find(
    _ sentence: Sentence, _ resolver: inout ActorResolver, halves: inout [Finding]
  ) -> [Finding] {
    var findings: [Finding] = []
    var commitments: [Finding] = []
    for i in sentence.chunks.indices {
      let chunk = sentence.chunks[i]
      if chunk.kind == .verb, chunk.roles.contains(.sameAct) {
        findings += repeated(i, sentence, findings, &resolver)
      } else if chunk.kind == .verb, !joinsAct(i, sentence), !isPrevented(i, sentence) {
        // The next frame is tried when the slots of one stay empty.
        var isFirst = true
        var left: [Finding] = []
        var half: Finding?
        for position in Int(chunk.frameStart)..<Int(chunk.frameEnd) {
          let index = Int(sentence.frames[position])
          guard frames.fits(index, i, sentence), !mistakesClause(index, i, sentence) else {
            continue
          }
          var found = verbal(i, index, sentence, &resolver, findings, &commitments, &half)
          if !isFirst, !lexicon.frames[index].target.isEmpty {
            // "fired two missiles into the sea": a test, when nobody is hit.
            found.removeAll {
              $0.target.isEmpty && !$0.isOpen && $0.mode != "missile-test" && $0.mode != "exercise"
            }
          }
          if found.contains(where: \.isOpen) {
            // Another frame may say more.
            left = left.isEmpty ? found : left
            found = []
          }
          findings += found
          if !found.isEmpty {
            left = []
            break
          }
          if lexicon.frames[index].frame.type == nil, governsAny(i, sentence) { break }
          if lexicon.frames[index].isNoEvent { break }
          isFirst = isFirst && lexicon.frames[index].isDativeGift
        }
        findings += left
        if let half { halves.append(half) }
      } else if chunk.kind == .nounPhrase, chunk.eventNoun >= 0 {
        findings += nominal(i, sentence, findings, &resolver, &commitments, &halves)
      } else if chunk.kind == .nounPhrase, let again = transferred(i, sentence, &resolver) {
        findings.append(again)
      }
    }
    findings += commitments.compactMap {
      completed($0, by: findings, sentence)
        ?? aimedAtAdversary($0, findings, sentence, resolver)
    }
    for i in findings.indices where isThreat(findings[i], findings, sentence) {
      // "vowed to punish Israel".
      findings[i].type = .threaten
      findings[i].mode = "warn"
    }
    findings += findings.compactMap { warned($0, sentence, &resolver) }
    for i in sentence.chunks.indices {
      if let dismissed = dismissed(i, sentence, &resolver) { findings.append(dismissed) }
    }
    findings += blamed(findings, sentence, &resolver)
    findings = demanded(findings, sentence, &resolver)
    findings = withProtests(findings, sentence)
    findings += echoed(sentence, findings, &resolver)
    findings += gapped(sentence, findings, &resolver)
    let told = withoutRepetition(findings, sentence)
    halves.removeAll { half in
      told.contains { whole in
        whole.type == half.type && sharesSide(whole, half)
          || (half.phrase >= 0
            ? whole.phrase == half.phrase : whole.phrase < 0 && whole.verb == half.verb)
      }
    }
    return told
  }

  /// "Drone attack on Moscow airport halts flights, Russia blames Kyiv": whom those attacked blame, in
  /// the same sentence and for nothing else, attacked them.
  private func blamed(
    _ findings: [Finding], _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [Finding] {
    guard !lexicon.usesCases,
      let blame = findings.last(where: {
        $0.type == .accuse && $0.phrase < 0 && !$0.target.isEmpty && isBare($0, sentence)
      })
    else { return [] }
    for i in 0..<blame.verb
    where sentence.chunks[i].kind == .nounPhrase && isAttack(i, sentence)
      && !findings.contains(where: { $0.phrase == i || $0.type == .assault })
    {
      for meaning in lexicon.meanings(
        of: sentence.items[Int(sentence.chunks[i].eventNoun)].node)
      where meaning.kind == .eventNoun {
        let index = Int(meaning.index)
        let frame = lexicon.frames[index]
        guard frame.frame.type == .assault else { continue }
        var target = fillNominal(
          frame.nominalTarget, i, sentence, &resolver, excluding: rolled(blame.target))
        if target.actors.isEmpty {
          target = located(after: i, sentence, &resolver, rolled(blame.target))
        }
        guard !target.actors.isEmpty, rolled(target.actors) == rolled(blame.source) else {
          continue
        }
        return [
          Finding(
            type: .assault, mode: frame.frame.mode, source: blame.target, target: target.actors,
            verb: -1, phrase: i, frame: index, firstChunk: min(i, target.first),
            lastChunk: max(i, target.last), object: -1, targetPreposition: target.preposition,
            form: "nominal", usesAnaphor: true, inheritsSubject: false, targetIsPlace: false)
        ]
      }
    }
    return []
  }

  /// "blamed Kyiv.": whether an accusation goes on with nothing that somebody is accused of.
  private func isBare(_ finding: Finding, _ sentence: Sentence) -> Bool {
    guard finding.frame >= 0, lexicon.frames[finding.frame].frame.content == .claim else {
      return false
    }
    let next = max(finding.lastChunk, finding.verb) + 1
    guard next < sentence.chunks.count else { return true }
    return [.stop, .comma, .date].contains(sentence.chunks[next].kind)
  }

  private func sharesSide(_ whole: Finding, _ half: Finding) -> Bool {
    let own = Set(rolled(half.source + half.target))
    return !own.isDisjoint(with: rolled(whole.source + whole.target))
  }

  /// "acknowledged its troops had been withdrawn": what follows is a clause, not whom it acknowledges.
  func mistakesClause(_ index: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let frame = lexicon.frames[index]
    guard frame.needsActorObject, frame.frame.content == nil else { return false }
    let object = sentence.links[verb].object
    return object >= 0
      && sentence.chunks.indices.contains { other in
        let links = sentence.links[other]
        return sentence.chunks[other].kind == .verb && links.link == .content
          && Int(links.governor) == verb && links.subject == object
      }
  }

  /// "bergabung dengan Rusia untuk mengakui": the act that others are joined in is the event.
  private func joinsAct(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, sentence.chunks[verb].roles.contains(.joining) else { return false }
    return sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      return sentence.chunks[other].kind == .verb && Int(links.governor) == verb
        && links.link == .infinitive
        && frames.frame(of: other, sentence).map { lexicon.frames[$0].frame.type != nil } == true
    }
  }

  /// "barred lorries from entering", "stopped the ship from docking": what somebody is kept from is no
  /// act of those who keep them from it.
  private func isPrevented(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, verb > 1,
      sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[verb - 1].kind == .preposition,
      sentence.chunks[verb - 1].roles.contains(.origin), sentence.links[verb].governor >= 0
    else { return false }
    let governor = Int(sentence.links[verb].governor)
    return governor < verb && sentence.links[governor].object > governor
      || sentence.chunks[governor].traits.contains(.isPassive)
  }

  /// Whether another verb completes a verb.
  func governsAny(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      return sentence.chunks[other].kind == .verb && Int(links.governor) == verb
        && (links.link == .infinitive || links.link == .content)
    }
  }

  /// A promise, refusal or threat without a target of its own has that of the act it speaks of.
  func completed(
    _ commitment: Finding, by findings: [Finding], _ sentence: Sentence
  ) -> Finding? {
    var result = commitment
    let act = findings.first { finding in
      if commitment.phrase >= 0 {
        // "Israel's threat to strike Iran".
        return finding.phrase < 0 && sentence.links[finding.verb].hasOwnerSubject
          && Int(sentence.links[finding.verb].subject) == commitment.phrase
      }
      if finding.phrase >= 0 { return finding.verb == commitment.verb }
      var verb = finding.verb
      for _ in 0..<4 where verb >= 0 {
        let links = sentence.links[verb]
        if links.link == .infinitive || links.link == .content,
          Int(links.governor) == commitment.verb
        {
          return true
        }
        guard links.link != .main, Int(links.governor) != verb else { return false }
        verb = Int(links.governor)
      }
      return false
    }
    guard let act, commitment.type != .threaten || !act.type.quadClass.isCooperation else {
      // Who threatens to help someone does not threaten them.
      return nil
    }
    if lexicon.usesCases, commitment.type == .reject, act.type.isHarm {
      // Who refuses to punish somebody refuses them nothing.
      return nil
    }
    let own = Set(rolled(commitment.source))
    if commitment.type == .threaten {
      // A threat is of what one would do oneself.
      guard !own.isDisjoint(with: rolled(act.source)), !act.type.quadClass.isCooperation else {
        return nil
      }
    }
    let others = (act.target + act.source).filter {
      !own.contains(knowledge.actors.rolledUp($0))
    }
    guard let first = others.first else { return nil }
    result.target = own.isDisjoint(with: rolled(act.target)) ? act.target : [first]
    if commitment.type == .agree, commitment.mode == "promise",
      act.type.isHarm, act.verb < 0 || !sentence.chunks[act.verb].traits.contains(.isNegated),
      !own.isDisjoint(with: rolled(act.source))
    {
      // "vowed to retaliate": a promise to hurt somebody is a threat.
      result.type = .threaten
      result.mode = "warn"
    }
    result.lastChunk = max(result.lastChunk, act.lastChunk)
    if commitment.phrase >= 0, !sentence.chunks[commitment.phrase].traits.contains(.isNegative) {
      // What is threatened is not done yet, but it is threatened.
      result.status = .occurred
    }
    return result
  }

  /// Whether a promise is of hurting the one to whom it is made.
  private func isThreat(
    _ promise: Finding, _ findings: [Finding], _ sentence: Sentence
  ) -> Bool {
    guard promise.type == .agree, promise.mode == "promise", promise.phrase < 0 else {
      return false
    }
    let own = Set(rolled(promise.source))
    return findings.contains { act in
      guard act.phrase < 0, sentence.links[act.verb].link == .infinitive,
        !sentence.chunks[act.verb].traits.contains(.isNegated),
        Int(sentence.links[act.verb].governor) == promise.verb,
        act.type.isHarm
      else { return false }
      return own == Set(rolled(act.source)) && rolled(act.target) == rolled(promise.target)
    }
  }

  /// "took to the streets to condemn the strikes": the protest says it all.
  func withProtests(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    guard let crowd = findings.first(where: { $0.type == .protest && $0.phrase < 0 }) else {
      return findings
    }
    return findings.filter { finding in
      guard finding.type.isReaction, finding.phrase < 0, finding.target == crowd.target else {
        return true
      }
      let links = sentence.links[finding.verb]
      return Int(links.governor) != crowd.verb || links.link == .content
    }
  }

  /// "Кремль угрожает ударами": a threat without a target is meant for whoever the threatening side
  /// was last at odds with.
  private func aimedAtAdversary(
    _ commitment: Finding, _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Finding? {
    // A bare warning is of what others may do.
    guard commitment.type == .threaten, !lexicon.frames[commitment.frame].target.isEmpty else {
      return nil
    }
    var result = commitment
    let own = rolled(commitment.source)
    let discourse = resolver.discourse
    if let other = provoked(by: commitment.verb, sentence, resolver, own) {
      result.target = other
      return result
    }
    if let tempter = conditioned(commitment.verb, sentence, resolver, own) {
      result.target = tempter
      return result
    }
    let here = told.last {
      $0.verb < commitment.verb && !$0.type.quadClass.isCooperation
        && rolled($0.source) == own && !$0.target.isEmpty
    }
    let adversary =
      here?.target ?? discourse.adversary(of: own, before: sentence.number)
    let other =
      adversary.isEmpty
      ? discourse.aggressor(against: own, before: sentence.number) : adversary
    result.target = other.filter { !own.contains($0) }
    result.usesAnaphor = true
    return result.target.isEmpty ? nil : result
  }

  /// "bersumpah membalas setelah Korea Selatan menyalakan pengeras suara": who did what is answered.
  private func provoked(
    by threat: Int, _ sentence: Sentence, _ resolver: ActorResolver, _ own: [ActorID]
  ) -> [ActorID]? {
    guard threat >= 0, !lexicon.usesCases else { return nil }
    for at in sentence.chunks.indices
    where at > threat && sentence.chunks[at].kind == .verb
      && sentence.links[at].link == .subordinate
    {
      let subject = sentence.links[at].subject
      guard Int(subject) > threat, !sentence.chunks[Int(subject)].traits.contains(.isAnaphor),
        sentence.chunks[Int(subject)].traits.contains(.isAgentive)
      else { continue }
      var copy = resolver
      let found = rolled(copy.actors(ofList: subject, sentence)).filter { !own.contains($0) }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// "threatened to strike back if Rwanda attacks": who is warned off by the condition.
  private func conditioned(
    _ verb: Int, _ sentence: Sentence, _ resolver: ActorResolver, _ own: [ActorID]
  ) -> [ActorID]? {
    guard verb >= 0 else { return nil }
    for at in sentence.chunks.indices
    where sentence.chunks[at].kind == .verb && sentence.links[at].link == .conditional {
      let subject = sentence.links[at].subject
      guard subject >= 0, !sentence.chunks[Int(subject)].traits.contains(.isAnaphor),
        mayAct(Int(subject), sentence)
      else { continue }
      var copy = resolver
      let found = rolled(copy.actors(ofList: subject, sentence)).filter { !own.contains($0) }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// Whether the word that carries one finding stands among those of another.
  private func isWithin(_ one: Finding, _ other: Finding) -> Bool {
    let core = one.phrase >= 0 ? one.phrase : one.verb
    return other.firstChunk <= core && core <= other.lastChunk
  }

  /// "menghantam pasar dan menewaskan delapan orang": what a strike leads to is the same event.
  private func isOutcome(_ finding: Finding, of other: Finding, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, !lexicon.usesCases, finding.type == .assault, finding.mode == "kill",
      other.mode != "kill", finding.phrase < 0, other.phrase < 0
    else { return false }
    let links = sentence.links[finding.verb]
    return [.coordinate, .adverbial].contains(links.link) && Int(links.governor) == other.verb
  }

  /// "A Turkish strike in Syria killed four SDF fighters": Syria is only where they were hit.
  private func isSite(of finding: Finding, in other: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase >= 0, other.phrase < 0, finding.type == .assault,
      other.type == .assault, isLocated(finding, sentence),
      finding.lastChunk > finding.phrase, other.verb > finding.phrase,
      Int(sentence.links[other.verb].subject) == finding.phrase
    else { return false }
    return !other.target.isEmpty && rolled(other.source) == rolled(finding.source)
      && rolled(other.target) != rolled(finding.target)
  }

  /// "lifted its ban on Japanese seafood": what is ended is no event of its own.
  private func ends(_ other: Finding, _ finding: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase >= 0, other.phrase < 0, finding.type.isHarm,
      other.type == .concede || other.type == .retreat,
      sentence.links[other.verb].object == Int32(finding.phrase)
    else { return false }
    return rolled(other.source) == rolled(finding.source)
      && rolled(other.target) == rolled(finding.target)
  }

  /// Whether what a noun is aimed at only says where.
  private func isLocated(_ finding: Finding, _ sentence: Sentence) -> Bool {
    let preposition = sentence.chunks[finding.lastChunk].prepositionChunk
    return preposition >= 0 && sentence.chunks[Int(preposition)].roles.contains(.locative)
      && Int(sentence.chunks[Int(preposition)].preposition) != frames.ofNumber
  }

  /// "sent soldiers to help": the purpose is the same event.
  private func isPurpose(_ finding: Finding, of other: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase < 0, other.phrase < 0 else { return false }
    let links = sentence.links[finding.verb]
    return links.link == .infinitive && Int(links.governor) == other.verb
  }

  /// An event noun beside a verb of the same meaning and actors is the same event.
  func withoutRepetition(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings {
      let isDouble = kept.contains { other in
        (other.type == finding.type
          || other.type == .aid && finding.type == .support
            && isPurpose(finding, of: other, sentence))
          && rolled(other.source) == rolled(finding.source)
          && rolled(other.target) == rolled(finding.target)
          && (finding.verb == other.verb || isOutcome(finding, of: other, sentence)
            || isWithin(finding, other) || other.phrase >= 0 && isWithin(other, finding)
            || isPurpose(finding, of: other, sentence))
      }
      if findings.contains(where: {
        isSite(of: finding, in: $0, sentence) || ends($0, finding, sentence)
      }) {
        continue
      }
      // What is told with both sides needs no guess at one of them.
      if finding.isOpen,
        findings.contains(where: {
          !$0.isOpen && $0.type == finding.type && rolled($0.source) == rolled(finding.source)
        })
      {
        continue
      }
      if !isDouble { kept.append(finding) }
    }
    return kept
  }
}
