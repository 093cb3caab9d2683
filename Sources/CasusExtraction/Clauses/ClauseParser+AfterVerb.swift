import CasusKnowledge

/// Verbs behind another verb.
extension ClauseParser {
  /// A verb after another verb, with no noun phrase between that could be its subject.
  func linkToVerb(
    _ verb: Int, _ other: Int, hasJoint: Bool, hasContrast: Bool, _ sentence: inout Sentence
  ) {
    if !hasJoint, linkReported(verb, other, &sentence) { return }
    if !hasJoint,
      !isHeadFirst && endsRelative(verb, other, &sentence)
        || endsInfinitive(verb, other, &sentence)
    {
      return
    }
    if !hasJoint, goesOnWithNoun(verb, other, &sentence) { return }
    if !hasJoint, endsNounClause(verb, other, &sentence) { return }
    if linkJudged(verb, other, &sentence) { return }
    let traits = sentence.chunks[verb].traits
    let isOpen = traits.contains(.isInfinitive) || traits.contains(.isGerund)
    let hasPreposition = verb > 0 && sentence.chunks[verb - 1].kind == .preposition
    if hasJoint, resumes(verb, after: other, &sentence) { return }
    let outer = hasJoint ? subject(around: other, before: verb, sentence) : -1
    if outer >= 0 {
      sentence.links[verb].subject = Int32(outer)
      return
    }
    if hasJoint, let aside = aside(before: verb, other, sentence) {
      sentence.links[verb] = aside
      return
    }
    let joint = hasJoint ? clauseVerb(other, verb, sentence) : other
    let equal =
      usesCases && hasJoint
      ? equal(of: verb, joint, sentence)
      : hasJoint
        ? governor(above: joint, of: verb, sentence) ?? outerVerb(around: joint, of: verb, sentence)
          ?? claimant(above: joint, of: verb, sentence) ?? joint
        : joint
    inheritSubject(verb, from: equal, &sentence)
    sentence.links[verb].governor = Int32(equal)
    if hasJoint, !hasPreposition {
      sentence.links[verb].link = isOpen && !hasContrast ? .adverbial : .coordinate
      return
    }
    if hasPreposition, let kind = frames.content(of: other, sentence), kind == .claim {
      // accused X of attacking Y.
      sentence.links[verb].link = .content
      let object = sentence.links[other].object
      if object >= 0 { sentence.links[verb].subject = object }
      return
    }
    if frames.content(of: other, sentence) == .drop {
      sentence.links[verb].link = .content
      return
    }
    let object = sentence.links[other].object
    if object >= 0, frames.governs(other, sentence), !hasPreposition {
      sentence.links[verb].link = .content
      sentence.links[verb].subject = object
      return
    }
    sentence.links[verb].link = .infinitive
  }

  /// "the UAE, which it says armed the rebels": the antecedent did what somebody says of it.
  func linkReported(_ verb: Int, _ speech: Int, _ sentence: inout Sentence) -> Bool {
    let links = sentence.links[speech]
    guard !isHeadFirst, !usesCases, verb == speech + 1, links.link == .relative,
      sentence.chunks[speech].traits.contains(.isSpeech), hasTense(verb, sentence),
      links.object >= 0, links.object < links.subject
    else { return false }
    sentence.links[verb].link = .content
    sentence.links[verb].governor = Int32(speech)
    sentence.links[verb].subject = links.object
    return true
  }

  /// "punished Serbia for arming them", "commends Kenya for agreeing": who is judged did it.
  func linkJudged(_ verb: Int, _ governor: Int, _ sentence: inout Sentence) -> Bool {
    guard !isHeadFirst, !usesCases, sentence.chunks[verb].traits.contains(.isGerund), verb > 0,
      sentence.chunks[verb - 1].kind == .preposition,
      Int(sentence.chunks[verb - 1].preposition) == frames.forNumber,
      frames.judges(governor, sentence)
    else { return false }
    let isPassive = sentence.chunks[governor].traits.contains(.isPassive)
    let judged = isPassive ? sentence.links[governor].subject : sentence.links[governor].object
    guard judged >= 0 else { return false }
    sentence.links[verb].link = .adverbial
    sentence.links[verb].governor = Int32(governor)
    sentence.links[verb].subject = judged
    return true
  }

  /// "Sri Lanka, sesudah didesak India, menolak", "Iran, after condemning Syria, left": the subject stands before
  /// a clause between commas.
  func subject(aroundAsideAt opening: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard !usesCases, isHeadFirst || verb == opening + 1 && chunks[verb].traits.contains(.isGerund),
      opening > 1, chunks[opening - 1].kind == .comma,
      chunks[opening - 2].kind == .nounPhrase, chunks[opening - 2].prepositionChunk < 0
    else { return nil }
    let head = chunks[opening - 2].listHead >= 0 ? Int(chunks[opening - 2].listHead) : opening - 2
    guard hasOwner(head, sentence), chunks[head].traits.contains(.isAgentive),
      chunks[(opening + 1)...].contains(where: { $0.kind == .comma })
    else { return nil }
    return head
  }

  /// "mengecam Israel karena menyerang", "menjatuhkan sanksi kepada Belarus karena membantu": whoever is
  /// judged did what follows the ground.
  func judged(before ground: Int, by verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, verb >= 0, chunks[ground].roles.contains(.occasion),
      !chunks[verb].traits.contains(.isPassive), frames.judges(verb, sentence)
    else { return nil }
    var at = ground - 1
    while at > verb, chunks[at].kind == .date { at -= 1 }
    guard at > verb, chunks[at].kind == .nounPhrase else { return nil }
    let head = chunks[at].listHead >= 0 ? Int(chunks[at].listHead) : at
    if hasOwner(head, sentence) { return head }
    let object = Int(sentence.links[verb].object)
    return object >= 0 && hasOwner(object, sentence) ? object : nil
  }
}
