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
  /// What two have with each other: relations.
  let tiesClass: ClassSet
  /// Weapons alone.
  let weaponClass: ClassSet
  /// What is shot: "fire", "gunfire".
  let gunfireClass: ClassSet
  /// Nouns that name a deed told before: "pengiriman", "langkah".
  let deedClass: ClassSet
  /// Those of them that tell of something sent or given.
  let sendingClass: ClassSet
  /// Whoever fights the side that is acted on: "враг", "противник".
  let enemyClass: ClassSet
  /// Forces that the press of a country at war calls by their arm alone: "gunners".
  let ownClasses: ClassSet
  /// Missions and those who serve in them.
  let missionClass: ClassSet
  /// Those who rule a state, seen from outside.
  let regimeClass: ClassSet
  /// Those who live in a place, of whatever state: "warga".
  let residentClass: ClassSet
  /// Places that groups hold: strongholds, bases.
  let denClass: ClassSet
  /// Things whose owner sends or moves them.
  let movedClasses: ClassSet
  /// Things that somebody has made, whoever owns them now.
  let craftedClasses: ClassSet
  /// Things that are given, not people.
  let givenClasses: ClassSet
  /// Things that are given, sold or paid.
  let thingClasses: ClassSet
  /// Things that verbs of several words name: "lifted sanctions".
  let namedInVerbClasses: ClassSet
  /// Land and waters.
  let landClasses: ClassSet
  /// Money alone.
  let moneyClass: ClassSet
  /// What is written, offered or claimed, and is about something.
  let paperClasses: ClassSet
  /// Sanctions and what is like them.
  let sanctionClasses: ClassSet
  /// What is proposed to two who fight.
  let truceClasses: ClassSet
  /// Nouns of what somebody says: "заява", "statement".
  let claimClasses: ClassSet
  /// What somebody asks others to take or do: offers, plans.
  let proposalClass: ClassSet
  /// What a claim is that is called groundless.
  let emptyClasses: ClassSet
  /// What somebody says or writes.
  let utteranceClasses: ClassSet
  /// Borders and what lies beside them.
  let borderClass: ClassSet
  /// Words for an answer, of which prepositions are made: "в ответ на".
  let answerClass: ClassSet
  /// Streets and squares where crowds gather.
  let streetClass: ClassSet
  /// Those who protest: "демонстранты", "оппозиция".
  let protesterClass: ClassSet
  /// What changes who rules a state: "coup", "putsch".
  let upheavalClass: ClassSet
  /// What one side does to another by force: "attack", "war", "operation".
  let attackClass: ClassSet
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
  /// "an end", "a halt": what is asked for where others are to stop what they do.
  let endClass: ClassSet
  /// "restraint", "calm": what is asked of those at odds.
  let calmClass: ClassSet
  /// Words that tell the modes of acts, by the type of the act.
  let modeCues: [EventType: [ModeCue]]
  /// What deeds are called: "unacceptable", "an act of aggression".
  let blameClass: ClassSet

  init(knowledge: Knowledge, frames: FrameFinder) {
    self.knowledge = knowledge
    self.frames = frames
    let lexicon = frames.lexicon
    self.lexicon = lexicon
    isHeadFirst = lexicon.nounHead == .first
    agentClasses = lexicon.classes(
      "arms", "troops", "vessel", "people", "diplomat", "state_word", "warship", "ship_word",
      "firm_word", "hacker_word", "envoy", "drone")
    movedClasses = lexicon.classes("arms", "troops", "aid", "vessel")
    tiesClass = lexicon.classes("ties")
    weaponClass = lexicon.classes("arms")
    gunfireClass = lexicon.classes("gunfire")
    craftedClasses = lexicon.classes("arms", "vessel")
    givenClasses = lexicon.classes("arms", "aid", "vessel")
    thingClasses = lexicon.classes("arms", "aid", "vessel", "goods", "money")
    namedInVerbClasses = lexicon.classes(
      "arms", "aid", "vessel", "goods", "money", "sanctions", "tariff", "restriction", "ceasefire",
      "swap", "agreement", "ties", "claim", "proposal", "traffic", "trade")
    landClasses = lexicon.classes("territory", "border", "ground", "sea_word")
    moneyClass = lexicon.classes("money")
    paperClasses = lexicon.classes(
      "agreement", "proposal", "claim", "message", "decree", "lawsuit", "resolution")
    deedClass = lexicon.classes("deed")
    sendingClass = lexicon.classes("sending")
    enemyClass = lexicon.classes("enemy")
    ownClasses = lexicon.classes("troops", "vessel")
    missionClass = lexicon.classes("diplomat")
    regimeClass = lexicon.classes("regime")
    residentClass = lexicon.classes("resident_word")
    denClass = lexicon.classes("den")
    peopleClass = lexicon.classes("people", "crowd")
    fighterClass = lexicon.classes("fighters")
    endClass = lexicon.classes("end_word")
    calmClass = lexicon.classes("calm_word")
    blameClass = lexicon.classes("blame_word")
    borderClass = lexicon.classes("border")
    answerClass = lexicon.classes("answer")
    streetClass = lexicon.classes("road", "gathering_place")
    protesterClass = lexicon.classes("protester")
    upheavalClass = lexicon.classes("upheaval")
    attackClass = lexicon.classes("attack")
    decreeClass = lexicon.classes("decree")
    envoyClass = lexicon.usesCases ? lexicon.classes("envoy") : ClassSet()
    utteranceClasses = lexicon.classes("claim", "lawsuit", "message")
    inNumber = lexicon.prepositions["in"] ?? -1
    claimClasses = lexicon.classes("claim")
    proposalClass = lexicon.classes("proposal")
    emptyClasses = lexicon.classes("empty_word")
    sanctionClasses = lexicon.classes("sanctions", "tariff", "restriction")
    truceClasses = lexicon.classes("ceasefire", "swap")
    modeCues = knowledge.modeCues.cues.mapValues { cues in
      cues.map { ModeCue(cue: $0, classes: lexicon.classes($0.classes)) }
    }
  }

  /// The findings of a sentence, and in `halves` those of which it names one side only.
  func find(
    _ sentence: Sentence, _ resolver: inout ActorResolver, halves: inout [Finding]
  ) -> [Finding] {
    var findings: [Finding] = []
    var commitments: [Finding] = []
    for i in sentence.chunks.indices {
      let chunk = sentence.chunks[i]
      let isRepeated =
        chunk.kind == .verb
        && (chunk.roles.contains(.sameAct) || followsAct(i, sentence, findings))
      let again =
        isRepeated ? repeated(i, sentence, findings, &halves, &resolver) : []
      let measure =
        chunk.kind == .verb && !isRepeated ? measured(i, sentence, findings, &resolver) : []
      if !measure.isEmpty {
        findings += measure
      } else if isRepeated, !again.isEmpty || !chunk.roles.contains(.joining) {
        findings += again
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
    findings += findings.compactMap {
      warned($0, sentence, &resolver) ?? warnedOff($0, sentence, &resolver)
    }
    for i in sentence.chunks.indices {
      if let dismissed = dismissed(i, sentence, &resolver) { findings.append(dismissed) }
    }
    if lexicon.usesCases { leaveToNouns(&findings) }
    findings += blamed(findings, sentence, &resolver)
    findings = demanded(findings, sentence, &resolver)
    findings += verdicts(findings, sentence, &resolver)
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
    halves = halves.map { completed($0, sentence) }
    return told.map { completed($0, sentence) }
  }

  /// "При обстреле Кабула пакистанской артиллерией погибли дети": whose town an attack was on is not who made it,
  /// though the verb behind the noun asks for who did.
  private func leaveToNouns(_ findings: inout [Finding]) {
    let attacks = findings.filter { $0.type == .assault && $0.phrase >= 0 && !$0.target.isEmpty }
    guard !attacks.isEmpty else { return }
    findings.removeAll { finding in
      finding.type == .assault && finding.phrase < 0 && finding.isOpen
        && attacks.contains {
          (finding.firstChunk...finding.lastChunk).contains($0.phrase)
            && Set(rolled($0.target)) == Set(rolled(finding.source))
        }
    }
  }

  /// A finding with what it is about and where it happens.
  private func completed(_ finding: Finding, _ sentence: Sentence) -> Finding {
    var finding = withThing(finding, sentence)
    finding.place = scene(of: finding, sentence)
    if let place = finding.place, let thing = finding.thing,
      sentence.span(place..<place + 1) == thing
    {
      // "отбили у россиян Изюм": the place tells it.
      finding.thing = nil
    }
    return finding
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
        && frames.tellsEvent(other, sentence)
    }
  }

  /// "barred lorries from entering", "stopped the ship from docking": what somebody is kept from is no
  /// act of those who keep them from it.
  func isPrevented(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, verb > 1,
      sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[verb - 1].kind == .preposition,
      sentence.chunks[verb - 1].roles.contains(.origin), sentence.links[verb].governor >= 0
    else { return false }
    let governor = Int(sentence.links[verb].governor)
    if sentence.chunks[governor].traits.contains(.isPassive) { return true }
    guard governor < verb, sentence.links[governor].object > governor else { return false }
    // "failed to stop Serbia from attacking": those whom nothing keeps from it do it.
    return frames.content(of: governor, sentence) != .denied
      || Int(sentence.links[verb].subject) != Int(sentence.links[governor].object)
      || !sentence.chunks[Int(sentence.links[governor].object)].traits.contains(.isAgentive)
  }

  /// Whether another verb completes a verb.
  func governsAny(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      return sentence.chunks[other].kind == .verb && Int(links.governor) == verb
        && (links.link == .infinitive || links.link == .content)
    }
  }
}
