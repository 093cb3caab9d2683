import CasusKnowledge

/// Participles that tell more of a noun.
extension ClauseParser {
  func linkSubject(of verb: Int, _ sentence: inout Sentence) {
    if linkFreeRelative(verb, &sentence) || linkBehindAside(verb, &sentence)
      || linkAbsolute(verb, &sentence)
    {
      return
    }
    if !followsPronoun(verb, sentence),
      linkReduced(verb, &sentence) || linkParenthetic(verb, &sentence)
        || linkAppended(verb, &sentence) || linkUndergoer(verb, &sentence)
    {
      return
    }
    findSubject(of: verb, &sentence)
    let traits = sentence.chunks[verb].traits
    if !isHeadFirst, !usesCases, sentence.links[verb].subject < 0, traits.contains(.isParticiple),
      sentence.links[verb].object < 0, verb > 0, sentence.chunks[verb - 1].kind == .nounPhrase
    {
      // "Under an accord signed in May, …": nobody can be the subject, so it is a participle.
      sentence.chunks[verb].traits.insert(.isPassive)
      _ = linkReduced(verb, &sentence)
    }
  }

  /// "accused it of what they | called piracy", "fired what | may be a missile": the clause stands for a thing, and
  /// whoever acts in it does nothing else.
  private func linkFreeRelative(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    guard isFreeRelative(verb, sentence) else { return false }
    let governor = lastVerb(before: verb - 1, sentence.chunks)
    guard governor >= 0 else { return false }
    sentence.links[verb].subject = Int32(verb - 1)
    sentence.links[verb].link = .relative
    sentence.links[verb].governor = Int32(governor)
    return true
  }

  /// Whether a verb stands right behind "what" or "what it".
  func isFreeRelative(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !usesCases else { return false }
    return sentence.isFreeRelative(verb)
  }

  /// "denounced what it | described as an attack": right behind "it" or "he" stands no participle.
  func followsPronoun(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !usesCases, verb > 0, sentence.chunks[verb - 1].kind == .nounPhrase,
      sentence.chunks[verb - 1].prepositionChunk < 0
    else { return false }
    let last = sentence.items[Int(sentence.chunks[verb - 1].endItem) - 1].roles
    return !last.isDisjoint(with: [.thingPronoun, .personPronoun])
      && last.isDisjoint(with: [.possessivePronoun, .demonstrative, .determiner])
  }

  /// "The Emirates, accused of arming the rebels, denied": a participle between commas behind the subject
  /// of another verb, without an object of its own.
  func linkParenthetic(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 1, chunks[verb].traits.contains(.isParticiple),
      chunks[verb].firstItem == chunks[verb].verbItem, chunks[verb - 1].kind == .comma,
      chunks[verb - 2].kind == .nounPhrase, chunks[verb - 2].traits.contains(.isAgentive),
      chunks[verb - 2].prepositionChunk < 0, lastVerb(before: verb, chunks) < 0,
      sentence.links[verb].object < 0, verb + 1 < chunks.count,
      chunks[verb + 1].kind == .preposition || chunks[verb + 1].kind == .date,
      frames.actsOnObject(verb, sentence)
    else { return false }
    guard let comma = chunks[(verb + 1)...].firstIndex(where: { $0.kind == .comma }),
      comma + 1 < chunks.count, chunks[comma + 1].kind == .verb,
      chunks[comma + 1].traits.contains(.isFinite)
    else { return false }
    sentence.chunks[verb].traits.insert(.isPassive)
    let head = chunks[verb - 2].listHead
    sentence.links[verb].subject = head >= 0 ? head : Int32(verb - 2)
    sentence.links[verb].link = .relative
    return true
  }

  /// "The ship, seized by Iran last week, is Greek", "restored ties with Israel, severed in 2023": a
  /// participle behind a comma, without an object of its own, tells more of the noun before.
  func linkAppended(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 1, chunks[verb].traits.contains(.isParticiple),
      chunks[verb].firstItem == chunks[verb].verbItem, chunks[verb - 1].kind == .comma,
      chunks[verb - 2].kind == .nounPhrase, sentence.links[verb].object < 0,
      verb + 1 < chunks.count,
      chunks[verb + 1].kind == .preposition || chunks[verb + 1].kind == .date
    else { return false }
    if resumed(by: verb, chunks) != nil, !precedesVerb(verb, chunks) {
      // "Algeria, which opposes any intervention, refused last week to open its airspace".
      return false
    }
    let noun = reducedHead(behind: verb - 2, chunks)
    // "Iran, angered by the vote, recalled": somebody is the subject of what follows as well.
    let before = lastVerb(before: verb, chunks)
    let isThing = !chunks[noun].traits.contains(.isAgentive) && chunks[noun].eventNoun < 0
    let hasAgent = chunks[(verb + 1)..<min(verb + 5, chunks.count)].contains {
      $0.kind == .preposition && $0.roles.contains(.agentMarker)
    }
    guard
      hasAgent
        || !chunks[verb].traits.contains(.isSpeech) && frames.takesObject(verb, sentence)
          && (before >= 0 ? !continuesSeries(verb, sentence) : isThing)
    else { return false }
    sentence.chunks[verb].traits.insert(.isPassive)
    let head = chunks[noun].listHead
    sentence.links[verb].subject = head >= 0 ? head : Int32(noun)
    sentence.links[verb].link = .relative
    return true
  }

  /// Whether a verb with a tense stands right behind a later comma of the clause.
  private func precedesVerb(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    for at in chunks.indices.dropFirst(verb + 1) where chunks[at].kind != .comma {
      if chunks[at].kind == .stop { return false }
      if chunks[at].kind == .verb, chunks[at - 1].kind == .comma,
        chunks[at].traits.contains(.isFinite)
      {
        return true
      }
    }
    return false
  }

  /// "condemned the raid, held talks with Iran and thanked Oman": whether a verb behind a comma is one of
  /// several that the same subject does.
  private func continuesSeries(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let item = sentence.items[Int(chunks[verb].verbItem)]
    if item.endToken > item.firstToken + 1 { return true }
    var at = verb + 1
    while at + 1 < chunks.count, chunks[at].kind != .stop {
      if chunks[at].kind == .conjunction, chunks[at + 1].kind == .verb { return true }
      at += 1
    }
    return false
  }

  /// "Two Czechs accused of espionage were freed", "an appeal by a Rwandan convicted of genocide": a
  /// participle without an object, where the clause has another verb, tells what was done to the noun.
  func linkUndergoer(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 0, chunks[verb].traits.contains(.isParticiple),
      chunks[verb].firstItem == chunks[verb].verbItem, chunks[verb - 1].kind == .nounPhrase,
      verb + 1 < chunks.count
    else { return false }
    let before = lastVerb(before: verb, chunks)
    let isTold = before < 0 && isToldWhatToDo(verb, sentence)
    guard isTold || !chunks[verb].traits.contains(.isSpeech) else { return false }
    let isBare =
      sentence.links[verb].object < 0
      && (chunks[verb + 1].kind == .preposition || chunks[verb + 1].kind == .date)
      && frames.takesObject(verb, sentence) && hasVerbBeside(verb, sentence)
    let isBehindObject =
      before >= 0 && !chunks[before].traits.contains(.isSpeech)
      // "After bombing the port, Israel warned of more".
      && verb > 1 && chunks[verb - 2].kind != .comma
      && frames.content(of: before, sentence) == nil
    let isHeadline = isTold || before < 0 && tellsFate(verb, sentence)
    guard isBare || isBehindObject && frames.saysOf(verb, sentence) || isHeadline else {
      return false
    }
    sentence.chunks[verb].traits.insert(.isPassive)
    let noun = reducedHead(behind: verb - 1, chunks)
    let head = chunks[noun].listHead
    sentence.links[verb].subject = head >= 0 ? head : Int32(noun)
    sentence.links[verb].link = isHeadline ? .main : .relative
    sentence.links[verb].governor = Int32(lastVerb(before: verb, chunks))
    return true
  }

  /// "Russia urged to release sailors", "Israel told to halt offensive": an infinitive right behind a verb that needs
  /// somebody who is to do it shows that "was" is left out; "Kenya asked to join" needs nobody.
  private func isToldWhatToDo(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let noun = chunks[verb - 1]
    let item = sentence.items[Int(chunks[verb].verbItem)]
    guard chunks[verb + 1].traits.contains(.isInfinitive), item.endToken == item.firstToken + 1,
      noun.prepositionChunk < 0, noun.traits.contains(.isAgentive),
      chunks[verb].traits.isDisjoint(with: .isPassive), frames.needsWhomToAsk(verb, sentence)
    else { return false }
    // "Soldiers told to leave refused".
    return !chunks[(verb + 1)...].contains {
      $0.kind == .verb && $0.traits.isDisjoint(with: [.isInfinitive, .isGerund])
    }
  }

  /// "Two soldiers killed in Pakistani shelling", "China accused of ramming boat": a headline leaves out
  /// "was", so that a participle without an object tells what was done to the noun before it.
  private func tellsFate(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let noun = chunks[verb - 1]
    guard noun.prepositionChunk < 0 else { return false }
    let isFrom = frames.endsInOrigin(verb, sentence)
    guard sentence.links[verb].object < 0 || isFrom && Int(sentence.links[verb].object) == verb + 1
    else { return false }
    // No verb of the same clause follows.
    for at in (verb + 1)..<chunks.count {
      switch chunks[at].kind {
      case .verb where chunks[at].traits.isDisjoint(with: [.isGerund, .isInfinitive]): return false
      case .comma, .stop, .subordinator: break
      default: continue
      }
      break
    }
    let isOf =
      chunks[verb + 1].kind == .preposition && Int(chunks[verb + 1].preposition) == frames.ofNumber
    if frames.saysOf(verb, sentence) || isOf && frames.content(of: verb, sentence) == .claim {
      return true
    }
    let isName =
      noun.endItem == noun.firstItem + 1 && noun.traits.contains(.isAgentive)
      && sentence.items[Int(noun.firstItem)].nounFeatures.isDisjoint(with: .plural)
    let next = chunks[verb + 1].kind
    return !isName && (next == .preposition || next == .date || next == .stop || isFrom)
      && frames.isSuffered(verb, by: verb - 1, sentence)
  }

  /// Whether the noun before a participle has a verb of its own, before or behind.
  func hasVerbBeside(_ participle: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let noun = chunks[participle - 1]
    if noun.prepositionChunk < 0 {
      // A subject: a verb with a tense follows, without a subject of its own.
      guard lastVerb(before: participle, chunks) < 0,
        participle < 2 || ![.relative, .complementizer].contains(chunks[participle - 2].kind)
      else { return false }
      for at in (participle + 1)..<chunks.count {
        switch chunks[at].kind {
        case .nounPhrase where chunks[at].prepositionChunk < 0: return false
        case .nounPhrase, .preposition, .date: continue
        case .verb:
          guard chunks[at].traits.contains(.isFinite), chunks[at].verbItem >= 0 else {
            return false
          }
          let features = sentence.items[Int(chunks[at].verbItem)].verbFeatures
          return chunks[at].firstItem < chunks[at].verbItem
            || !features.contains(.participle) && !features.isDisjoint(with: [.past, .finite])
            || at + 1 < chunks.count
              && chunks[at + 1].kind == .nounPhrase && chunks[at + 1].prepositionChunk < 0
        default: return false
        }
      }
      return false
    }
    // "by a Rwandan doctor convicted of genocide": somebody, behind the object of a verb.
    guard noun.ownerEnd > noun.ownerStart, !noun.traits.contains(.isPlace),
      noun.traits.contains(.hasPossessor)
    else { return false }
    var at = Int(noun.prepositionChunk) - 1
    while at >= 0 {
      switch chunks[at].kind {
      case .nounPhrase, .preposition, .date: at -= 1
      case .verb:
        return !chunks[at].traits.contains(.isSpeech) && frames.content(of: at, sentence) == nil
      default: return false
      }
    }
    return false
  }

  /// "missiles fired by Iran", "a deal signed by three leaders": the noun before was acted on.
  func linkReduced(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    guard !isHeadFirst, !usesCases, sentence.chunks[verb].traits.contains(.isParticiple),
      verb > 0, sentence.chunks[verb - 1].kind == .nounPhrase
    else { return false }
    if hasLaterAgent(verb, sentence) { sentence.chunks[verb].traits.insert(.isPassive) }
    guard sentence.chunks[verb].traits.contains(.isPassive) else { return false }
    let head = reducedHead(behind: verb - 1, sentence.chunks)
    let phrase = sentence.chunks[head]
    // Where no other verb follows, "Ships hit by drones" is a headline of its own.
    sentence.links[verb].subject = phrase.listHead >= 0 ? phrase.listHead : Int32(head)
    let before = lastVerb(before: verb, sentence.chunks)
    let hasOther =
      before >= 0
      || sentence.chunks.indices[(verb + 1)...].contains { isPredicate($0, sentence.chunks) }
    sentence.links[verb].link = hasOther ? .relative : .main
    sentence.links[verb].governor = Int32(before)
    return true
  }

  /// Whether a verb can only be finite: by its form, or because an object of its own stands behind it ("Rebels
  /// backed by Rwanda entered Bukavu").
  private func isPredicate(_ at: Int, _ chunks: [Chunk]) -> Bool {
    guard chunks[at].kind == .verb, chunks[at].traits.contains(.isFinite) else { return false }
    guard chunks[at].traits.contains(.isParticiple) else { return true }
    return chunks[at].traits.isDisjoint(with: .isPassive) && chunks[at - 1].kind == .nounPhrase
      && at + 1 < chunks.count && chunks[at + 1].kind == .nounPhrase
  }

  /// "tanks supplied to Iraq by Iran": whether "by" and somebody follow a participle without an object, with nothing
  /// but its complements between.
  private func hasLaterAgent(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard chunks[verb].firstItem == chunks[verb].verbItem, sentence.links[verb].object < 0,
      chunks[verb].traits.isDisjoint(with: [.isPassive, .isSpeech]),
      frames.takesObject(verb, sentence)
    else { return false }
    for at in (verb + 1)..<chunks.count {
      switch chunks[at].kind {
      case .preposition where chunks[at].roles.contains(.agentMarker):
        return at + 1 < chunks.count && chunks[at + 1].kind == .nounPhrase
          && chunks[at + 1].traits.contains(.isAgentive) && hasOwner(at + 1, sentence)
          && !chunks[at + 1].traits.contains(.isPlace)
      case .preposition, .date: continue
      case .nounPhrase where chunks[at].prepositionChunk >= 0: continue
      default: return false
      }
    }
    return false
  }

  /// "a draft on Sudan written by Britain": the noun that a participle tells more of, not the name that
  /// its complement consists of.
  func reducedHead(behind noun: Int, _ chunks: [Chunk]) -> Int {
    let name = chunks[noun]
    let preposition = Int(name.prepositionChunk)
    guard preposition > 0, preposition == noun - 1, name.endItem == name.firstItem + 1,
      name.ownerEnd > name.ownerStart, !name.traits.contains(.isAnaphor),
      chunks[preposition - 1].kind == .nounPhrase,
      chunks[preposition - 1].ownerEnd == chunks[preposition - 1].ownerStart
        || chunks[preposition - 1].traits.contains(.hasPossessor) && preposition == 1,
      !chunks[preposition - 1].classes.isEmpty || chunks[preposition - 1].eventNoun >= 0
    else { return noun }
    return preposition - 1
  }
}
