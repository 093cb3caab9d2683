import CasusKnowledge

/// The search for the subject of a verb, back through its sentence.
extension ClauseParser {
  func findSubject(of verb: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    if let antecedent = resumed(by: verb, chunks) {
      sentence.links[verb].subject = Int32(antecedent)
      return
    }
    if let subject = subject(beforeAsideOf: verb, sentence) {
      linkFreeSubject(verb, subject, &sentence)
      return
    }
    if resumesContent(verb, &sentence) { return }
    if linkAcrossAside(verb, &sentence) { return }
    if hasGerundSubject(verb, sentence) { return }
    if let main = mainVerb(goingOnAt: verb, sentence)
      ?? outerVerb(aroundAdjectiveBefore: verb, sentence)
    {
      sentence.links[verb].link = .coordinate
      sentence.links[verb].governor = Int32(main)
      inheritSubject(verb, from: main, &sentence)
      return
    }
    var at = verb - 1
    var sawComma = false
    var sawConjunction = false
    var sawContrast = false
    var empty = -1
    while at >= 0 {
      let chunk = chunks[at]
      switch chunk.kind {
      case .date: at -= 1
      case .comma, .closeQuote:
        sawComma = true
        at -= 1
      case .conjunction:
        sawConjunction = true
        at -= 1
      case .contrast:
        sawContrast = true
        at -= 1
      case .preposition, .according, .mediumCue: at -= 1
      case .nounPhrase:
        let head = chunk.listHead >= 0 ? Int(chunk.listHead) : at
        if isHeadFirst, !usesCases, countsTime(chunk, sentence) {
          // "setelah | lima hari | saling gempur": how long, not who.
          at -= 1
          continue
        }
        if chunk.preposition != 0 || chunk.prepositionChunk >= 0 {
          if !usesCases, linkToNoun(verb, at, &sentence) || linkForWhom(verb, at, &sentence) {
            return
          }
          at = Int(chunk.prepositionChunk >= 0 ? chunk.prepositionChunk : Int32(head)) - 1
          continue
        }
        if namesTime(head, before: verb, sentence) {
          // "cut ties after eight years | and recognised Beijing".
          at = head - 2
          continue
        }
        if isAccording(before: head, chunks) {
          at = head - 1
          continue
        }
        if isAside(at, before: verb, chunks) || isExcluded(at, chunks)
          || namesRole(at, before: verb, sentence)
        {
          at = head - 1
          continue
        }
        var owner = verbBefore(head, chunks)
        if owner < 0, usesCases, sawConjunction {
          // "стягнула на кордон п'ятнадцять тисяч солдатів | і перекрила": the object of the verb before.
          let last = lastVerb(before: head, chunks)
          if last >= 0, sentence.links[last].object == Int32(head),
            sentence.links[last].subject >= 0
          {
            owner = last
          }
        }
        if owner >= 0 {
          let hasJoint = sawComma || sawConjunction || !usesCases && sawContrast
          linkAfterObject(verb, owner, object: head, hasJoint, &sentence)
          return
        }
        let hasOwner = chunk.ownerEnd > chunk.ownerStart && !chunk.traits.contains(.isOpaque)
        if !hasOwner, head > 0, chunks[head - 1].kind == .conjunction,
          lastVerb(before: head, chunks) >= 0, !opensClause(head, before: verb, sentence)
        {
          // "armed with knives and axes rammed": the noun ends the list of an object.
          at = head - 2
          continue
        }
        if isHeadFirst, sawConjunction, sawComma, head > 2, chunks[head - 1].kind == .comma,
          chunks[head - 2].kind == .nounPhrase, chunks[head - 2].prepositionChunk >= 0,
          lastVerb(before: head, chunks) >= 0
        {
          // "berbicara dengan Komandan UNIFIL, Jenderal Lazaro, serta bertukar": an apposition.
          at = head - 2
          continue
        }
        if let named = apposed(to: head, sawComma, sentence) {
          linkFreeSubject(verb, named, &sentence)
          return
        }
        if !hasOwner, isAppended(head, before: verb, chunks) {
          at = head - 1
          continue
        }
        if !hasOwner, sawComma, empty < 0 {
          empty = head
          at = head - 1
          continue
        }
        // "Если переговоры провалятся, Баку может напасть": a modal has a subject of its own.
        let isModal =
          usesCases && !chunks[verb].traits.isDisjoint(with: [.isHypothetical, .isPlanned])
        if chunks[verb].traits.contains(.isInfinitive), !isModal,
          let main = mainVerb(before: head, chunks)
        {
          // "arrived in Vladivostok, Russia, to meet": the name only says where the place lies.
          sentence.links[verb].link = .infinitive
          sentence.links[verb].governor = Int32(main)
          inheritSubject(verb, from: main, &sentence)
          return
        }
        if linkToNoun(verb, at, &sentence) { return }
        linkFreeSubject(verb, !hasOwner && empty >= 0 ? empty : head, &sentence)
        return
      case .verb:
        linkToVerb(
          verb, at, hasJoint: sawConjunction || sawContrast || sawComma,
          hasContrast: sawContrast, &sentence)
        return
      case .relative:
        linkRelative(verb, at, &sentence)
        return
      case .complementizer:
        linkContent(verb, at, &sentence)
        inheritSubject(verb, from: Int(sentence.links[verb].governor), &sentence)
        return
      case .conditional where isVerbless(at, before: verb, chunks):
        // "Sweden, | if necessary, | will send".
        empty = -1
        at -= 1
      case .subordinator, .conditional:
        sentence.links[verb].link = chunk.kind == .conditional ? .conditional : .subordinate
        sentence.links[verb].governor = -1
        if empty >= 0 {
          sentence.links[verb].subject = Int32(empty)
        } else {
          let earlier = lastVerb(before: at, chunks)
          if earlier >= 0 { inheritSubject(verb, from: earlier, &sentence) }
          if earlier < 0, let aside = subject(aroundAsideAt: at, of: verb, sentence) {
            sentence.links[verb].subject = Int32(aside)
          }
          if let judged = judged(before: at, by: earlier, sentence) {
            sentence.links[verb].subject = Int32(judged)
          }
        }
        return
      case .stop, .openQuote:
        if empty >= 0 { linkFreeSubject(verb, empty, &sentence) }
        return
      }
    }
    if empty >= 0 { linkFreeSubject(verb, empty, &sentence) }
  }

  /// "if necessary, | will send": whether a word that opens conditions has no verb of its own.
  private func isVerbless(_ opening: Int, before verb: Int, _ chunks: [Chunk]) -> Bool {
    guard opening == 0 || chunks[opening - 1].kind == .comma,
      let end = chunks[opening..<verb].firstIndex(where: { $0.kind == .comma }), end < opening + 4
    else { return false }
    return chunks[(opening + 1)..<end].allSatisfy {
      $0.kind == .date || $0.kind == .nounPhrase && $0.ownerEnd == $0.ownerStart
    }
  }

  /// "after eight years and recognised", "after an Israeli strike and vowed": whether what stands behind a word
  /// that opens clauses has no verb of its own and only says when.
  func namesTime(_ head: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, head > 1, chunks[head - 1].kind == .subordinator else {
      return false
    }
    let earlier = lastVerb(before: head - 1, chunks)
    guard earlier >= 0 else { return false }
    // "decided after long talks to recognise".
    return chunks[verb - 1].kind == .conjunction
      || chunks[verb].traits.contains(.isInfinitive) && frames.governs(earlier, sentence)
        && chunks[head].traits.isDisjoint(with: .isAgentive)
  }

  /// "Washington accused Russia, and many governments condemned it": behind a comma and "and", or where
  /// they are people, those right before a verb with an object of its own are its subject.
  func opensClause(_ head: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, hasTense(verb, sentence), sentence.links[verb].object > verb,
      (sentence.list(from: Int32(head)).max() ?? head) == verb - 1
    else { return false }
    return head > 1 && chunks[head - 2].kind == .comma || chunks[head].traits.contains(.isAgentive)
  }

  /// "Threatening Beijing with penalties for helping Moscow would hurt the Germans": whether what somebody does is
  /// the subject, as no comma parts it from the verb.
  private func hasGerundSubject(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 1, let first = chunks.first, first.kind == .verb,
      first.traits.contains(.isGerund), first.traits.isDisjoint(with: [.isSpeech, .isPerfect]),
      chunks[verb].traits.contains(.isFinite), hasTense(verb, sentence),
      chunks[verb].traits.isDisjoint(with: [.isGerund, .isInfinitive, .isSpeech]),
      !chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive]),
      chunks[1..<verb].allSatisfy({
        [.nounPhrase, .preposition, .date, .conjunction].contains($0.kind)
          || $0.kind == .verb && !$0.traits.isDisjoint(with: [.isGerund, .isInfinitive])
      })
    else { return false }
    // "Fighting in the north, …" has a comma; "In Kyiv Macron" a subject of its own.
    let last = chunks[verb - 1]
    return last.kind == .date
      || last.kind == .nounPhrase
        && (last.prepositionChunk >= 0 || chunks[verb - 2].kind == .verb
          || chunks[verb - 2].kind == .conjunction)
  }

  /// "Sudan took Chad to court, which threw the case out, and then cut ties": behind a relative clause between
  /// commas and "and", the main clause goes on.
  private func mainVerb(goingOnAt verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 5, chunks[verb - 1].kind == .conjunction,
      chunks[verb - 2].kind == .comma, hasTense(verb, sentence),
      chunks[verb].traits.isDisjoint(with: [.isGerund, .isInfinitive])
    else { return nil }
    var at = verb - 3
    var verbs = 0
    scan: while at > 2 {
      switch chunks[at].kind {
      case .relative: break scan
      case .verb:
        verbs += 1
        at -= 1
      case .nounPhrase, .preposition, .date: at -= 1
      default: return nil
      }
    }
    guard at > 2, chunks[at].kind == .relative, chunks[at - 1].kind == .comma, verbs == 1 else {
      return nil
    }
    var main = at - 2
    while main >= 0, [.nounPhrase, .preposition, .date].contains(chunks[main].kind) { main -= 1 }
    guard main > 0, chunks[main].kind == .verb, sentence.links[main].subject >= 0,
      sentence.links[main].link == .main, hasTense(main, sentence)
    else { return nil }
    return main
  }
}
