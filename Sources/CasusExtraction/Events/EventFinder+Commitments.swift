import CasusKnowledge
import CasusModel

// Promises, refusals and threats, and the acts they are about.
extension EventFinder {
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
    if commitment.type == .reject, act.type.isHarm, !isHeadFirst || lexicon.usesCases {
      // Who refuses to punish somebody refuses them nothing.
      return nil
    }
    let own = Set(rolled(commitment.source))
    if commitment.type == .agree, commitment.mode != "promise", act.type.isHarm,
      own.isSuperset(of: rolled(act.source))
    {
      // "agreed to ban its airline": with each other, not with whom it hurts.
      return nil
    }
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
      // "bersumpah menggugat": nor is a lawsuit promised to whom it is against.
      act.type.isHarm || act.type == .accuse,
      act.verb < 0 || !sentence.chunks[act.verb].traits.contains(.isNegated),
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
  func isThreat(
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

  /// "Кремль угрожает ударами": a threat without a target is meant for whoever the threatening side
  /// was last at odds with.
  func aimedAtAdversary(
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
}
