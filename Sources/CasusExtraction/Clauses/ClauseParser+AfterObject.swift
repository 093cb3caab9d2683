import CasusKnowledge
import CasusModel

/// Verbs behind the object of another.
extension ClauseParser {
  /// A verb behind another verb's object.
  func linkAfterObject(
    _ verb: Int, _ governor: Int, object: Int, _ hasJoint: Bool, _ sentence: inout Sentence
  ) {
    if !hasJoint,
      endsRelative(verb, governor, &sentence) || endsInfinitive(verb, governor, &sentence)
    {
      return
    }
    if !hasJoint, goesOnWithNoun(verb, governor, &sentence) { return }
    if !hasJoint, endsNounClause(verb, governor, &sentence) { return }
    if !hasJoint, linkContact(verb, governor, subject: object, &sentence) { return }
    if linkJudged(verb, governor, &sentence) { return }
    if !hasJoint, linkToOwnedNoun(verb, object, &sentence) { return }
    if !hasJoint,
      linkInverted(verb, object, governor, &sentence)
        || linkSuffered(verb, object, governor, &sentence)
    {
      return
    }
    let chunk = sentence.chunks[governor]
    let content = frames.chosenContent(of: governor, sentence)
    // "promised funds to help Ukraine": only an actor can be the one who is to act.
    let isPurpose =
      sentence.chunks[verb].traits.contains(.isInfinitive)
      && content != .drop && !orders(governor, object, verb, sentence)
      && !(content != nil && sentence.chunks[object].traits.contains(.isAgentive))
    let takesClause =
      (content != nil || chunk.traits.contains(.isSpeech)
        || orders(governor, object, verb, sentence)) && !isPurpose
    if hasJoint, speaksOf(object, before: verb, governor, sentence) {
      sentence.links[verb].link = .content
      sentence.links[verb].governor = Int32(governor)
      sentence.links[verb].subject = Int32(object)
      return
    }
    if hasJoint {
      if resumes(verb, after: governor, &sentence) { return }
      let outer = subject(around: governor, before: verb, sentence)
      if outer >= 0 {
        sentence.links[verb].subject = Int32(outer)
        return
      }
      if let aside = aside(before: verb, governor, sentence) {
        sentence.links[verb] = aside
        return
      }
      let equal = equal(of: verb, clauseVerb(governor, verb, sentence), sentence)
      sentence.links[verb].link = .coordinate
      sentence.links[verb].governor = Int32(equal)
      inheritSubject(verb, from: equal, &sentence)
      return
    }
    if takesClause {
      sentence.links[verb].link = .content
      sentence.links[verb].governor = Int32(governor)
      // "Beijing dituding Seoul menampung": the accused acts, not the accuser.
      let isAgent = isHeadFirst && chunk.traits.contains(.isPassive)
      sentence.links[verb].subject =
        isAgent ? sentence.links[governor].subject : Int32(object)
      // "denies | it armed the rebels": what is said is a clause, and "it" acts in that.
      if chunk.traits.contains(.isSpeech), followsPronoun(verb, sentence), object == verb - 1,
        Int(sentence.links[governor].object) == object, hasTense(verb, sentence)
      {
        sentence.links[governor].object = -1
      }
      return
    }
    if linkToNoun(verb, object, &sentence) { return }
    let traits = sentence.chunks[verb].traits
    if !isHeadFirst, !usesCases, traits.contains(.isGerund), verb == object + 1,
      sentence.chunks[verb].firstItem == sentence.chunks[verb].verbItem,
      frames.mayDo(verb, by: object, sentence) || isRejected(object, by: governor, sentence)
    {
      // "pays 2,000 troops fighting the rebels": what the forces do that the verb before is about.
      // "vetoed a resolution condemning Iran": what is said in what somebody will not have.
      sentence.links[verb].link = .relative
      sentence.links[verb].governor = Int32(governor)
      let head = sentence.chunks[object].listHead
      sentence.links[verb].subject = head >= 0 ? head : Int32(object)
      return
    }
    sentence.links[verb].link =
      traits.contains(.isInfinitive) ? .infinitive : .adverbial
    sentence.links[verb].governor = Int32(governor)
    if !isHeadFirst, !usesCases, traits.contains(.isFinite), !traits.contains(.isParticiple),
      !sentence.chunks[governor].traits.isDisjoint(with: [.isParticiple, .isGerund]),
      governor > 0, sentence.chunks[governor - 1].kind == .nounPhrase
    {
      // "drones made in Iran hit", "a jet carrying X was": the first was a reduced relative clause.
      sentence.links[verb].link = .main
    }
    inheritSubject(verb, from: governor, &sentence)
  }

  /// Whether a verb turns its object down: "voted against a resolution".
  private func isRejected(_ object: Int, by governor: Int, _ sentence: Sentence) -> Bool {
    !sentence.chunks[object].traits.contains(.isAgentive)
      && frames.frame(of: governor, sentence).map {
        frames.lexicon.frames[$0].frame.type == .reject
      } ?? false
  }

  /// "ordered all crossings to be closed": what is to be done to a thing.
  func orders(
    _ governor: Int, _ object: Int, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    !isHeadFirst && !usesCases && frames.content(of: governor, sentence) == .drop
      && sentence.chunks[verb].traits.contains(.isInfinitive)
      && (sentence.chunks[verb].traits.contains(.isPassive) || sentence.links[verb].object < 0)
      && !sentence.chunks[object].traits.contains(.isAgentive)
  }

  /// "The UN says the M23, with help from Rwanda, has taken two towns": what is parted from the verb
  /// by an aside between commas is its subject, since nothing else is said of it.
  func speaksOf(
    _ object: Int, before verb: Int, _ governor: Int, _ sentence: Sentence
  ) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, chunks[governor].traits.contains(.isSpeech),
      chunks[verb].traits.contains(.isFinite), chunks[verb - 1].kind == .comma,
      object + 1 < verb - 1, object == governor + 1,
      chunks[object].traits.contains(.isAgentive),
      chunks[object].ownerEnd > chunks[object].ownerStart
    else { return false }
    let last = sentence.list(from: Int32(object)).max() ?? object
    guard last + 1 < verb - 1, chunks[last + 1].kind == .comma else { return false }
    return !chunks[(last + 1)..<verb].contains {
      $0.kind == .stop || $0.kind == .complementizer || $0.kind == .contrast
    }
  }

  /// "Never before had Finland accused Hungary", "Not until Friday did Tokyo protest": the subject stands
  /// behind the auxiliary.
  func linkInverted(
    _ verb: Int, _ subject: Int, _ auxiliary: Int, _ sentence: inout Sentence
  ) -> Bool {
    let chunk = sentence.chunks[auxiliary]
    guard !isHeadFirst, !usesCases, sentence.links[auxiliary].subject < 0, chunk.verbItem >= 0,
      subject == auxiliary + 1, verb == subject + 1
    else { return false }
    let (helper, main) = (
      sentence.items[Int(chunk.verbItem)], sentence.items[Int(sentence.chunks[verb].verbItem)]
    )
    // "Had Iran attacked, the war would have spread", "Were Iran to attack": nothing stands before.
    let opens = auxiliary == 0 && chunk.firstItem == chunk.verbItem
    let isBare = sentence.chunks[verb].firstItem == sentence.chunks[verb].verbItem
    let isSupposed =
      opens && helper.roles.contains(.be) && sentence.chunks[verb].traits.contains(.isInfinitive)
    let isPerfect =
      isBare && helper.roles.contains(.perfect) && main.verbFeatures.contains(.participle)
    let isDo = isBare && helper.roles.contains(.adverb) && main.verbFeatures.contains(.base)
    guard isSupposed || isPerfect || isDo else { return false }
    sentence.chunks[verb].traits.remove(.isPassive)
    sentence.chunks[verb].traits.remove(.isParticiple)
    sentence.links[verb].link = isSupposed || isPerfect && opens ? .conditional : .main
    sentence.links[verb].governor = -1
    sentence.links[verb].subject = Int32(subject)
    return true
  }

  /// "hangs man accused of spying", "says 12 soldiers killed in raid": a verb without an object of its
  /// own, behind an object, tells what was done to that.
  func linkSuffered(
    _ verb: Int, _ object: Int, _ governor: Int, _ sentence: inout Sentence
  ) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb == object + 1, verb + 1 < chunks.count,
      chunks[verb].traits.contains(.isParticiple), chunks[verb].firstItem == chunks[verb].verbItem,
      sentence.links[verb].object < 0, chunks[verb + 1].kind == .preposition,
      frames.actsOnObject(verb, sentence), !followsPronoun(verb, sentence)
    else { return false }
    let isSaid = chunks[governor].traits.contains(.isSpeech)
    if isSaid || frames.governs(governor, sentence) {
      // "said Russia attacked at dawn".
      guard isSaid, !chunks[object].traits.contains(.isAgentive) else { return false }
    }
    sentence.chunks[verb].traits.insert(.isPassive)
    sentence.links[verb].link = isSaid ? .content : .relative
    sentence.links[verb].governor = Int32(governor)
    sentence.links[verb].subject = Int32(object)
    return true
  }

  /// "Anwar, whose country chairs ASEAN, met Min": behind a relative clause set off by commas, which
  /// has a subject of its own, the main clause goes on with the noun before it.
  func resumes(_ verb: Int, after other: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard sentence.links[other].link == .relative, chunks[verb].traits.contains(.isFinite),
      verb > 0, chunks[verb - 1].kind == .comma
    else { return false }
    var relative = other
    while relative > 0, chunks[relative].kind != .relative { relative -= 1 }
    // ", по которому": a preposition may stand before it.
    let opening =
      usesCases && relative > 1 && chunks[relative - 1].kind == .preposition
      ? relative - 1 : relative
    guard opening > 1, chunks[opening - 1].kind == .comma,
      Int(sentence.links[other].subject) > relative
    else { return false }
    let antecedent = phrase(before: relative, chunks)
    guard antecedent >= 0 else { return false }
    sentence.links[verb].subject = Int32(antecedent)
    return true
  }

  /// "Rencana Australia membeli kapal dikritik", "Permintaan Polandia agar Jerman membayar ditolak": behind
  /// the clause that a noun governs, the sentence goes on with that noun.
  func endsNounClause(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    guard isHeadFirst, !usesCases, sentence.chunks[verb].traits.contains(.isFinite),
      !sentence.chunks[verb].traits.contains(.isInfinitive)
    else { return false }
    let links = sentence.links[other]
    var noun = -1
    if links.hasOwnerSubject {
      noun = Int(links.subject)
    } else if links.link == .content || links.link == .subordinate || links.link == .infinitive,
      links.governor < 0
    {
      var opening = other - 1
      while opening > 0, sentence.chunks[opening].kind != .complementizer { opening -= 1 }
      noun = opening > 0 ? phrase(before: opening, sentence.chunks) : -1
    }
    guard noun >= 0, sentence.chunks[noun].prepositionChunk < 0,
      verbBefore(noun, sentence.chunks) < 0
    else { return false }
    sentence.links[verb].link = .main
    sentence.links[verb].subject = Int32(noun)
    return true
  }

  /// "menggagalkan upaya Rusia menyusupi", "menyambut keputusan Kanada mengakui": who plans or decides
  /// acts.
  func linkToOwnedNoun(_ verb: Int, _ phrase: Int, _ sentence: inout Sentence) -> Bool {
    guard governsOwned(phrase, verb, sentence) else { return false }
    sentence.links[verb].subject = Int32(phrase)
    sentence.links[verb].hasOwnerSubject = true
    sentence.links[verb].governor = -1
    sentence.links[verb].link = .main
    if frames.isCapacity(sentence.chunks[phrase]) {
      sentence.chunks[verb].traits.insert(.isHypothetical)
    } else if sentence.chunks[phrase].traits.contains(.isPlan) {
      sentence.chunks[verb].traits.insert(.isPlanned)
    } else {
      // "keputusan Kanada untuk mengakui": what was decided on, and not what for.
      sentence.chunks[verb].traits.remove(.isInfinitive)
    }
    return true
  }

  /// Whether a verb right behind a noun of planning or deciding says what its owner plans.
  func governsOwned(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard isHeadFirst, !usesCases, chunk.traits.contains(.hasPossessor), chunk.next < 0,
      !sentence.chunks[verb].traits.contains(.isPassive)
    else { return false }
    if verb == phrase + 2, sentence.chunks[phrase + 1].roles.contains(.occasion) {
      // "memuji peran Qatar dalam menengahi".
      return frames.isPart(chunk)
    }
    return verb == phrase + 1
      && (chunk.traits.contains(.isPlan) || frames.isDecision(chunk) || frames.isCapacity(chunk))
  }

  /// Whether another finite verb follows in the clause, as its own predicate.
  func leadsToPredicate(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    var at = verb + 1
    while at < chunks.count {
      switch chunks[at].kind {
      case .verb: return !chunks[at].traits.contains(.isInfinitive)
      case .nounPhrase, .preposition, .date, .conjunction: at += 1
      default: return false
      }
    }
    return false
  }

  /// "London's decision to expel", "plans by Oslo to send", "Hungary's refusal to condemn": who decides
  /// acts; a plan or bid is not done yet, what is refused is not done, and what somebody has the right or the means
  /// to do need not be.
  ///
  /// "Hungary's refusal on Friday to condemn": a date may stand between; what else may is an aside.
  func linkToNoun(
    _ verb: Int, _ owner: Int, isApart: Bool = false, _ sentence: inout Sentence
  ) -> Bool {
    let phrase = plan(decidedBy: owner, sentence.chunks)
    let chunk = sentence.chunks[phrase]
    guard !isHeadFirst || usesCases, owner < verb,
      isApart || sentence.chunks[(owner + 1)..<verb].allSatisfy({ $0.kind == .date }),
      phrase != owner || chunk.traits.contains(.hasPossessor),
      sentence.chunks[verb].traits.contains(.isInfinitive),
      chunk.traits.contains(.isPlan) || !chunk.traits.contains(.isAgentive)
        || chunk.traits.contains(.isAnaphor)
    else { return false }
    let content = frames.content(ofNoun: chunk, sentence)
    let isCapacity = content == nil && frames.isCapacity(chunk)
    guard chunk.traits.contains(.isPlan) || frames.isDecision(chunk) || content != nil || isCapacity
    else { return false }
    if isCapacity { sentence.chunks[verb].traits.insert(.isHypothetical) }
    sentence.links[verb].subject = content == .drop ? -1 : Int32(owner)
    sentence.links[verb].hasOwnerSubject = true
    sentence.links[verb].governor = -1
    let outer = usesCases ? -1 : verbBefore(phrase, sentence.chunks)
    if outer >= 0, frames.content(of: outer, sentence) == .denied {
      // "dropped its plan to recognise".
      sentence.links[verb].governor = Int32(outer)
      sentence.links[verb].link = .content
      return true
    }
    let isOpen =
      chunk.traits.contains(.isPlan) || isCapacity || content == .planned
      || content == .hypothetical
    sentence.links[verb].link = isOpen ? .main : .infinitive
    if content == .denied { sentence.chunks[verb].traits.insert(.isNegated) }
    return true
  }

  /// "sent an ultimatum on Monday | for Uganda to withdraw": whoever stands between "for" and "to" is to act.
  func linkForWhom(_ verb: Int, _ whom: Int, _ sentence: inout Sentence) -> Bool {
    let chunk = sentence.chunks[whom]
    guard !isHeadFirst, !usesCases, whom == verb - 1, whom > 1,
      Int(chunk.preposition) == frames.forNumber, chunk.traits.contains(.isAgentive),
      hasOwner(whom, sentence), sentence.chunks[verb].traits.contains(.isInfinitive)
    else { return false }
    let governor = lastVerb(before: whom, sentence.chunks)
    guard governor >= 0, !frames.governs(governor, sentence) else { return false }
    sentence.links[verb].link = .content
    sentence.links[verb].governor = Int32(governor)
    sentence.links[verb].subject = chunk.listHead >= 0 ? chunk.listHead : Int32(whom)
    return true
  }

  /// "Решение Ирана атаковать Ирак | возмутило Францию": the finite verb has the noun that the
  /// infinitive belongs to for its subject.
  func goesOnWithNoun(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    guard usesCases, sentence.links[other].hasOwnerSubject, sentence.links[other].subject >= 0,
      sentence.chunks[verb].traits.contains(.isFinite)
    else { return false }
    sentence.links[verb].subject = sentence.links[other].subject
    return true
  }

  /// "plans by Oslo", "the decision of Oslo", "the decision taken on Monday by Oslo": the noun before an agent, or
  /// the phrase itself.
  func plan(decidedBy owner: Int, _ chunks: [Chunk]) -> Int {
    let preposition = Int(chunks[owner].prepositionChunk)
    guard !usesCases, preposition > 0, preposition == owner - 1 else { return owner }
    let isAgent = chunks[preposition].roles.contains(.agentMarker)
    var at = preposition - 1
    if isAgent, !isHeadFirst {
      while at > 0, chunks[at].kind == .date { at -= 1 }
      if at > 0, chunks[at].kind == .verb,
        chunks[at].traits.isSuperset(of: [.isParticiple, .isPassive]),
        chunks[at].firstItem == chunks[at].verbItem, chunks[at - 1].kind == .nounPhrase,
        frames.isDecision(chunks[at - 1])
      {
        at -= 1
      }
    }
    guard
      isAgent
        || !isHeadFirst && Int(chunks[preposition].preposition) == frames.ofNumber
          && frames.isDecision(chunks[preposition - 1]),
      chunks[at].kind == .nounPhrase
    else { return owner }
    return at
  }

  /// "Poland's decision to close its border took effect": the verb behind an infinitive that tells
  /// more of a noun goes on with the noun.
  func endsInfinitive(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    let links = sentence.links[other]
    guard links.hasOwnerSubject, links.subject >= 0,
      sentence.chunks[verb].traits.contains(.isFinite),
      sentence.chunks[verb - 1].kind != .conjunction
    else { return false }
    let phrase = plan(decidedBy: Int(links.subject), sentence.chunks)
    // "announced plans to build a base overlooking the strait".
    guard verbBefore(phrase, sentence.chunks) < 0, sentence.chunks[phrase].prepositionChunk < 0
    else {
      return false
    }
    sentence.links[verb].link = .main
    sentence.links[verb].subject = Int32(phrase)
    return true
  }
}
