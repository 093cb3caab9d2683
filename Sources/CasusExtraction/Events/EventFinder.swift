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
  /// Things whose owner sends or moves them.
  let movedClasses: ClassSet

  init(knowledge: Knowledge, lexicon: Lexicon) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    frames = FrameFinder(lexicon: lexicon)
    isHeadFirst = lexicon.nounHead == .first
    var classes = ClassSet()
    for name in ["arms", "troops", "vessel", "people", "diplomat"] {
      if let number = lexicon.classNumbers[name] { classes.insert(number) }
    }
    agentClasses = classes
    var moved = ClassSet()
    for name in ["arms", "troops", "aid", "vessel"] {
      if let number = lexicon.classNumbers[name] { moved.insert(number) }
    }
    movedClasses = moved
  }

  func find(_ sentence: Sentence, _ resolver: inout ActorResolver) -> [Finding] {
    var findings: [Finding] = []
    var commitments: [Finding] = []
    for i in sentence.chunks.indices {
      let chunk = sentence.chunks[i]
      if chunk.kind == .verb, chunk.roles.contains(.sameAct) {
        findings += repeated(i, sentence, findings, &resolver)
      } else if chunk.kind == .verb {
        // The next frame is tried when the slots of one stay empty.
        var isFirst = true
        for position in Int(chunk.frameStart)..<Int(chunk.frameEnd) {
          let index = Int(sentence.frames[position])
          guard frames.fits(index, i, sentence), !mistakesClause(index, i, sentence) else {
            continue
          }
          var found = verbal(i, index, sentence, &resolver, findings, &commitments)
          if !isFirst, !lexicon.frames[index].target.isEmpty {
            found.removeAll { $0.target.isEmpty }
          }
          findings += found
          if !found.isEmpty { break }
          if lexicon.frames[index].frame.type == nil, governsAny(i, sentence) { break }
          isFirst = false
        }
      } else if chunk.kind == .nounPhrase, chunk.eventNoun >= 0 {
        findings += nominal(i, sentence, findings, &resolver)
      }
    }
    findings += commitments.compactMap {
      completed($0, by: findings, sentence) ?? aimedAtAdversary($0, sentence, resolver)
    }
    findings = withProtests(findings, sentence)
    return withoutRepetition(findings, sentence)
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
    guard let act else { return nil }
    let own = Set(rolled(commitment.source))
    let others = (act.target + act.source).filter {
      !own.contains(knowledge.actors.rolledUp($0))
    }
    guard let first = others.first else { return nil }
    result.target = own.isDisjoint(with: rolled(act.target)) ? act.target : [first]
    result.lastChunk = max(result.lastChunk, act.lastChunk)
    return result
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
    _ commitment: Finding, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Finding? {
    guard commitment.type == .threaten else { return nil }
    var result = commitment
    let own = rolled(commitment.source)
    let discourse = resolver.discourse
    let adversary = discourse.adversary(of: own, before: sentence.number)
    let other =
      adversary.isEmpty
      ? discourse.aggressor(against: own, before: sentence.number) : adversary
    result.target = other.filter { !own.contains($0) }
    result.usesAnaphor = true
    return result.target.isEmpty ? nil : result
  }

  /// An event noun beside a verb of the same meaning and actors is the same event.
  func withoutRepetition(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings {
      let isDouble = kept.contains { other in
        other.type == finding.type && other.source == finding.source
          && other.target == finding.target
          && (finding.verb == other.verb
            || (finding.firstChunk <= other.lastChunk && other.firstChunk <= finding.lastChunk))
      }
      if !isDouble { kept.append(finding) }
    }
    return kept
  }
}
