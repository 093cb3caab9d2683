import CasusKnowledge

/// What a verb of a sentence is linked to.
struct VerbLinks {
  /// How a verb depends on another.
  enum Link: UInt8 {
    /// A clause of its own.
    case main
    /// Joined to an earlier verb as its equal, sharing its subject.
    case coordinate
    /// An infinitive or bare verb that completes the governor.
    case infinitive
    /// The clause that the governor says, promises, accuses of.
    case content
    /// A relative clause.
    case relative
    /// A participle or serial verb beside the governor.
    case adverbial
    /// After "when", "after", "because".
    case subordinate
    /// After "if".
    case conditional
  }

  var link: Link = .main
  /// The verb it depends on, or −1.
  var governor: Int32 = -1
  /// The noun phrase that is its subject (of the surface clause), or −1.
  var subject: Int32 = -1
  /// The noun phrase that is its object, or −1.
  var object: Int32 = -1
  /// A second object ("memberi Ukraina bantuan"), or −1.
  var secondObject: Int32 = -1
  /// Whether it only says who spoke the words before it ("…, X said").
  var isTrailingSpeech = false
  /// Whether the subject is whoever owns the phrase: "London's decision to expel".
  var hasOwnerSubject = false
}

/// Links the verbs of a sentence to their subjects, objects and governors.
struct ClauseParser {
  let frames: FrameFinder
  let isHeadFirst: Bool
  let usesCases: Bool

  func parse(_ sentence: inout Sentence) {
    frames.collect(&sentence)
    sentence.links.removeAll(keepingCapacity: true)
    for i in sentence.chunks.indices {
      sentence.links.append(VerbLinks())
      guard sentence.chunks[i].kind == .verb else { continue }
      sentence.links[i].object = object(of: i, sentence)
      linkSubject(of: i, &sentence)
      if usesCases { CaseLinks(frames: frames).relink(i, &sentence) }
    }
    if usesCases {
      CaseLinks(frames: frames).shareObjects(&sentence)
      linkFrontedInfinitives(&sentence)
    }
    resolveForward(&sentence)
    markTrailingSpeech(&sentence)
    shareLaterSubjects(&sentence)
    shareObjects(&sentence)
  }

  /// "After shelling the town, the army withdrew": a fronted clause without a subject has that of
  /// the main clause behind it.
  private func shareLaterSubjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].subject < 0 {
      let link = sentence.links[verb].link
      let isOpen =
        link == .subordinate || link == .conditional
        || sentence.chunks[verb].traits.contains(.isGerund)
        // "Condemned by France, …", "Having attacked Iraq, …".
        || verb == 0
          && (isHeadFirst && !usesCases
            || !sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isPerfect]))
      guard isOpen else { continue }
      let main = sentence.chunks.indices.first { other in
        other > verb && sentence.chunks[other].kind == .verb && sentence.links[other].link == .main
          && Int(sentence.links[other].subject) > verb
      }
      guard let main else { continue }
      let subject = Int(sentence.links[main].subject)
      guard subject > 0, sentence.chunks[verb..<subject].contains(where: { $0.kind == .comma })
      else {
        continue
      }
      sentence.links[verb].subject = Int32(subject)
    }
  }

  /// "After he met Chad's president, Macron left": the pronoun of a fronted clause is the subject of
  /// the main clause behind it.
  private func resolveForward(_ sentence: inout Sentence) {
    guard !usesCases, !isHeadFirst,
      let opening = sentence.chunks.firstIndex(where: { $0.kind != .date }),
      let verb = sentence.chunks.firstIndex(where: {
        $0.kind == .verb && !$0.traits.contains(.isGerund)
      }),
      sentence.links[verb].link == .subordinate || sentence.links[verb].link == .conditional
    else { return }
    let isFronted =
      opening <= 1 && sentence.chunks[opening].kind != .nounPhrase
      && sentence.chunks[opening..<verb].contains {
        $0.kind == .subordinator || $0.kind == .conditional
      }
    let pronoun = Int(sentence.links[verb].subject)
    guard isFronted, pronoun >= 0, pronoun < verb,
      sentence.chunks[pronoun].roles.contains(.personPronoun),
      let main = sentence.chunks.indices.first(where: { other in
        other > verb && sentence.chunks[other].kind == .verb && sentence.links[other].link == .main
      })
    else { return }
    let subject = Int(sentence.links[main].subject)
    guard subject > verb, sentence.chunks[subject].traits.contains(.isAgentive),
      !sentence.chunks[subject].traits.contains(.isAnaphor),
      sentence.chunks[verb..<subject].contains(where: { $0.kind == .comma })
    else { return }
    sentence.links[verb].subject = Int32(subject)
  }

  /// "Воевать с соседом Могадишо не собирается": an infinitive that opens the clause belongs to the
  /// finite verb behind it.
  private func linkFrontedInfinitives(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb
      && sentence.chunks[verb].traits.contains(.isInfinitive)
      && sentence.links[verb].link == .main && sentence.links[verb].governor < 0
      && !sentence.links[verb].hasOwnerSubject
    {
      var at = verb + 1
      scan: while at < sentence.chunks.count {
        switch sentence.chunks[at].kind {
        case .nounPhrase, .preposition, .date: at += 1
        default: break scan
        }
      }
      guard at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
        sentence.chunks[at].traits.contains(.isFinite), sentence.links[at].subject >= 0,
        frames.governs(at, sentence)
      else { continue }
      sentence.links[verb].link = .infinitive
      sentence.links[verb].governor = Int32(at)
      sentence.links[verb].subject = sentence.links[at].subject
      if sentence.links[verb].object == sentence.links[at].subject {
        sentence.links[verb].object = -1
      }
      if sentence.links[at].governor == Int32(verb) {
        sentence.links[at].governor = -1
        sentence.links[at].link = .main
      }
    }
  }

  /// "rammed and boarded the boat": verbs joined without an object between share the last one's.
  private func shareObjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices.dropLast(2).reversed()
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].object < 0 {
      let other = verb + 2
      guard sentence.chunks[verb + 1].kind == .conjunction, sentence.chunks[other].kind == .verb,
        sentence.links[other].link == .coordinate, Int(sentence.links[other].governor) == verb,
        !sentence.chunks[verb].traits.contains(.isSpeech),
        sentence.chunks[verb].traits.contains(.isPassive)
          == sentence.chunks[other].traits.contains(.isPassive)
      else { continue }
      sentence.links[verb].object = sentence.links[other].object
    }
  }

  // MARK: Objects

  private func object(of verb: Int, _ sentence: Sentence) -> Int32 {
    let chunks = sentence.chunks
    var at = verb + 1
    while at < chunks.count {
      switch chunks[at].kind {
      case .date: at += 1
      case .nounPhrase:
        // "denounced what it called China's actions": the object of the inner verb.
        let first = sentence.items[Int(chunks[at].firstItem)]
        if first.roles.contains(.question), at + 1 < chunks.count, chunks[at + 1].kind == .verb {
          return object(of: at + 1, sentence)
        }
        // "attacked not Iraq but Syria".
        if chunks[at].traits.contains(.isNegative), at + 2 < chunks.count,
          chunks[at + 1].kind == .contrast, chunks[at + 2].kind == .nounPhrase,
          at + 3 >= chunks.count || chunks[at + 3].kind != .verb
        {
          return Int32(at + 2)
        }
        return Int32(at)
      case .subordinator, .preposition:
        return shiftedObject(behind: verb, sentence)
      default: return -1
      }
    }
    return -1
  }

  /// "dismissed as nonsense a British claim": the object may stand behind what it is called.
  private func shiftedObject(behind verb: Int, _ sentence: Sentence) -> Int32 {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb + 3 < chunks.count,
      chunks[verb + 1].roles.contains(.subordinator), chunks[verb + 2].kind == .nounPhrase,
      chunks[verb + 3].kind == .nounPhrase,
      chunks[verb + 2].ownerEnd == chunks[verb + 2].ownerStart,
      chunks[verb].traits.isDisjoint(with: [.isSpeech, .isPassive]),
      verb + 4 >= chunks.count || chunks[verb + 4].kind != .verb
    else { return -1 }
    return Int32(verb + 3)
  }

  /// The verb whose direct object a noun phrase is, or −1.
  private func verbBefore(_ phrase: Int, _ chunks: [Chunk]) -> Int {
    var at = phrase - 1
    while at >= 0 {
      if chunks[at].kind == .date || chunks[at].kind == .openQuote {
        at -= 1
      } else if usesCases, chunks[at].kind == .nounPhrase, chunks[at].prepositionChunk >= 0,
        mayBeObject(phrase, chunks)
      {
        // "відкликав із Пномпеня | свого посла".
        at = Int(chunks[at].prepositionChunk) - 1
      } else {
        break
      }
    }
    if at >= 0, chunks[at].kind == .nounPhrase, chunks[at].preposition == 0 {
      // A second object stands beside the first.
      return verbBefore(at, chunks)
    }
    return at >= 0 && chunks[at].kind == .verb ? at : -1
  }

  private func mayBeObject(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    let features = chunks[phrase].features
    return !features.isEmpty && features.isDisjoint(with: .nominative)
      && !features.isDisjoint(with: [.accusative, .genitive])
  }

  // MARK: Subjects and governors

  private func linkSubject(of verb: Int, _ sentence: inout Sentence) {
    if linkReduced(verb, &sentence) || linkParenthetic(verb, &sentence)
      || linkUndergoer(verb, &sentence)
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

  /// "The Emirates, accused of arming the rebels, denied": a participle between commas behind the subject
  /// of another verb, without an object of its own.
  private func linkParenthetic(_ verb: Int, _ sentence: inout Sentence) -> Bool {
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

  /// "Two Czechs accused of espionage were freed", "an appeal by a Rwandan convicted of genocide": a
  /// participle without an object, where the clause has another verb, tells what was done to the noun.
  private func linkUndergoer(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 0, chunks[verb].traits.contains(.isParticiple),
      chunks[verb].firstItem == chunks[verb].verbItem, chunks[verb - 1].kind == .nounPhrase,
      !chunks[verb].traits.contains(.isSpeech), verb + 1 < chunks.count
    else { return false }
    let isBare =
      sentence.links[verb].object < 0
      && (chunks[verb + 1].kind == .preposition || chunks[verb + 1].kind == .date)
      && frames.takesObject(verb, sentence) && hasVerbBeside(verb, sentence)
    let before = lastVerb(before: verb, chunks)
    let isBehindObject =
      before >= 0 && !chunks[before].traits.contains(.isSpeech)
      && frames.content(of: before, sentence) == nil
    guard isBare || isBehindObject && frames.saysOf(verb, sentence) else { return false }
    sentence.chunks[verb].traits.insert(.isPassive)
    let noun = reducedHead(before: verb, chunks)
    let head = chunks[noun].listHead
    sentence.links[verb].subject = head >= 0 ? head : Int32(noun)
    sentence.links[verb].link = .relative
    sentence.links[verb].governor = Int32(lastVerb(before: verb, chunks))
    return true
  }

  /// Whether the noun before a participle has a verb of its own, before or behind.
  private func hasVerbBeside(_ participle: Int, _ sentence: Sentence) -> Bool {
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
  private func linkReduced(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let traits = sentence.chunks[verb].traits
    guard !isHeadFirst, !usesCases, traits.contains(.isParticiple), traits.contains(.isPassive),
      verb > 0, sentence.chunks[verb - 1].kind == .nounPhrase
    else { return false }
    let head = reducedHead(before: verb, sentence.chunks)
    let phrase = sentence.chunks[head]
    // Where no other verb follows, "Ships hit by drones" is a headline of its own.
    sentence.links[verb].subject = phrase.listHead >= 0 ? phrase.listHead : Int32(head)
    let before = lastVerb(before: verb, sentence.chunks)
    let hasOther =
      before >= 0
      || sentence.chunks[(verb + 1)...].contains {
        $0.kind == .verb && $0.traits.contains(.isFinite) && !$0.traits.contains(.isParticiple)
      }
    sentence.links[verb].link = hasOther ? .relative : .main
    sentence.links[verb].governor = Int32(before)
    return true
  }

  /// "a draft on Sudan written by Britain": the noun that a participle tells more of, not the name that
  /// its complement consists of.
  private func reducedHead(before verb: Int, _ chunks: [Chunk]) -> Int {
    let name = chunks[verb - 1]
    let preposition = Int(name.prepositionChunk)
    guard preposition > 0, preposition == verb - 2, name.endItem == name.firstItem + 1,
      name.ownerEnd > name.ownerStart, !name.traits.contains(.isAnaphor),
      chunks[preposition - 1].kind == .nounPhrase,
      chunks[preposition - 1].ownerEnd == chunks[preposition - 1].ownerStart,
      !chunks[preposition - 1].classes.isEmpty || chunks[preposition - 1].eventNoun >= 0
    else { return verb - 1 }
    return preposition - 1
  }

  private func findSubject(of verb: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    if let antecedent = resumed(by: verb, chunks) {
      sentence.links[verb].subject = Int32(antecedent)
      return
    }
    if resumesContent(verb, &sentence) { return }
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
          if !usesCases, linkToNoun(verb, at, &sentence) { return }
          at = Int(chunk.prepositionChunk >= 0 ? chunk.prepositionChunk : Int32(head)) - 1
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
          let hasJoint = sawComma || sawConjunction || isHeadFirst && !usesCases && sawContrast
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
      case .subordinator, .conditional:
        sentence.links[verb].link = chunk.kind == .conditional ? .conditional : .subordinate
        sentence.links[verb].governor = -1
        if empty >= 0 {
          sentence.links[verb].subject = Int32(empty)
        } else {
          let earlier = lastVerb(before: at, chunks)
          if earlier >= 0 { inheritSubject(verb, from: earlier, &sentence) }
          if earlier < 0, let aside = subject(aroundAsideAt: at, sentence) {
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

  /// "Washington accused Russia, and many governments condemned it": behind a comma and "and", or where
  /// they are people, those right before a verb with an object of its own are its subject.
  private func opensClause(_ head: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, hasTense(verb, sentence), sentence.links[verb].object > verb,
      (sentence.list(from: Int32(head)).max() ?? head) == verb - 1
    else { return false }
    return head > 1 && chunks[head - 2].kind == .comma || chunks[head].traits.contains(.isAgentive)
  }

  /// "Israel, which had told residents to leave, flattened a tower": the noun before a relative clause
  /// between commas, when the verb behind it goes on with that noun.
  private func resumed(by verb: Int, _ chunks: [Chunk]) -> Int? {
    guard !usesCases, verb > 3, chunks[verb - 1].kind == .comma,
      // "Spanyol, yang mengirim kapal untuk mengawal armada, memanggil".
      !isHeadFirst || closesPurpose(before: verb, chunks),
      chunks[verb].traits.contains(.isFinite) || isHeadFirst,
      !chunks[verb].traits.contains(.isSpeech),
      !chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
    else { return nil }
    var at = verb - 2
    var hasVerb = false
    scan: while at > 1 {
      switch chunks[at].kind {
      case .relative: break scan
      case .verb: hasVerb = true
      // "Oli, who refuses to go while the border is closed, will travel".
      case .subordinator, .conditional, .contrast:
        guard hasVerb else { return nil }
      case .stop, .complementizer, .openQuote: return nil
      default: break
      }
      at -= 1
    }
    // "Kenya, to which Haiti had appealed, sent".
    if at > 1, chunks[at].kind == .relative, chunks[at - 1].kind == .preposition { at -= 1 }
    if at <= 1, hasVerb { at = opening(ofAsideBefore: verb, chunks) ?? at }
    guard hasVerb, at > 1,
      chunks[at].kind == .relative || chunks[at + 1].kind == .relative
        || opensAside(chunks[at].kind),
      chunks[at - 1].kind == .comma
    else { return nil }
    let antecedent = phrase(before: at, chunks)
    guard antecedent >= 0, chunks[antecedent].prepositionChunk < 0,
      chunks[antecedent].ownerEnd > chunks[antecedent].ownerStart,
      lastVerb(before: antecedent, chunks) < 0
    else { return nil }
    return antecedent
  }

  /// Whether the verb before a comma tells what another of the relative clause is done for.
  private func closesPurpose(before verb: Int, _ chunks: [Chunk]) -> Bool {
    let last = lastVerb(before: verb, chunks)
    return last > 0 && chunks[last].traits.contains(.isInfinitive)
      && !chunks[(last + 1)..<(verb - 1)].contains { $0.kind == .comma }
  }

  /// "Kenya, at odds with Ethiopia since its police seized a plane, has offered": where an aside that
  /// holds a clause begins behind the first name of a sentence.
  private func opening(ofAsideBefore verb: Int, _ chunks: [Chunk]) -> Int? {
    guard let comma = chunks[..<verb].firstIndex(where: { $0.kind == .comma }), comma > 0,
      comma + 2 < verb - 1, opensAside(chunks[comma + 1].kind),
      chunks[comma - 1].kind == .nounPhrase,
      !chunks[..<comma].contains(where: { $0.kind != .nounPhrase && $0.kind != .date })
    else { return nil }
    return comma + 1
  }

  private func opensAside(_ kind: Chunk.Kind) -> Bool {
    kind == .subordinator || kind == .preposition || kind == .contrast
  }

  /// "meminta NATO, yang dipimpin Rutte, menempatkan rudal": behind a relative clause between commas, what
  /// the noun before it is asked or accused of goes on.
  private func resumesContent(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, verb > 4, chunks[verb - 1].kind == .comma,
      !chunks[verb].traits.contains(.isSpeech)
    else { return false }
    var at = verb - 2
    scan: while at > 1 {
      switch chunks[at].kind {
      case .relative: break scan
      case .nounPhrase, .verb, .preposition, .date, .conjunction: at -= 1
      default: return false
      }
    }
    guard at > 2, chunks[at].kind == .relative, chunks[at - 1].kind == .comma,
      chunks[at - 2].kind == .nounPhrase, chunks[at - 2].traits.contains(.isAgentive)
    else { return false }
    let antecedent = phrase(before: at, chunks)
    let governor = verbBefore(antecedent, chunks)
    guard governor >= 0, sentence.links[governor].object == Int32(antecedent),
      let content = frames.chosenContent(of: governor, sentence),
      content == .drop || content == .claim
    else { return false }
    sentence.links[verb].link = .content
    sentence.links[verb].governor = Int32(governor)
    sentence.links[verb].subject = Int32(antecedent)
    return true
  }

  /// Whether a phrase only says how long: "lima hari".
  private func countsTime(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.ownerEnd == chunk.ownerStart
      && sentence.items[Int(chunk.endItem) - 1].roles.contains(.timeUnit)
  }

  /// "spoke with the commissioner, Kaja Kallas, and asked": a name between commas before "and" tells
  /// more of what stands before it.
  private func isAside(_ phrase: Int, before verb: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, phrase + 3 == verb, phrase > 1, chunks[phrase + 1].kind == .comma,
      chunks[phrase + 2].kind == .conjunction, chunks[phrase - 1].kind == .comma,
      chunks[phrase - 2].kind == .nounPhrase, chunks[phrase].next < 0,
      chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase
    else { return false }
    return lastVerb(before: phrase, chunks) >= 0
  }

  /// "gunmen from an Iranian militia, the Badr, attacked": between commas right before a verb, a name of
  /// what stands in the complement before it.
  private func isAppended(_ phrase: Int, before verb: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && !isHeadFirst && phrase > 2 && phrase + 2 == verb
      && chunks[phrase + 1].kind == .comma && chunks[phrase - 1].kind == .comma
      && chunks[phrase - 2].kind == .nounPhrase && chunks[phrase - 2].prepositionChunk > 0
      && chunks[phrase - 2].ownerEnd > chunks[phrase - 2].ownerStart
      && chunks[Int(chunks[phrase - 2].prepositionChunk) - 1].kind == .nounPhrase
      && chunks[phrase].next < 0 && chunks[phrase].eventNoun < 0
  }

  /// "Malaysia's foreign minister, Hishammuddin Hussein, gave": the name of a role between commas.
  private func namesRole(_ phrase: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, phrase > 1, phrase + 2 == verb,
      chunks[phrase + 1].kind == .comma, chunks[phrase - 1].kind == .comma,
      chunks[phrase - 2].kind == .nounPhrase, chunks[phrase - 2].prepositionChunk < 0,
      chunks[phrase - 2].roles.contains(.role),
      chunks[phrase - 2].ownerEnd > chunks[phrase - 2].ownerStart,
      chunks[phrase].next < 0,
      chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase,
      chunks[phrase - 2].next < 0, chunks[phrase].endItem > chunks[phrase].firstItem + 1
    else { return false }
    // All of it is a name, and not that of an actor as a whole.
    return sentence.items[Int(chunks[phrase].firstItem)].kinds == .unknown
      && (chunks[phrase].firstItem..<chunks[phrase].endItem).allSatisfy {
        sentence.items[Int($0)].isCapitalised || sentence.items[Int($0)].mark == .hyphen
      }
  }

  /// "Iran, not Iraq, attacked": who did not.
  private func isExcluded(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    phrase > 1 && chunks[phrase].traits.contains(.isNegative) && chunks[phrase - 1].kind == .comma
      && chunks[phrase - 2].kind == .nounPhrase && phrase + 1 < chunks.count
      && chunks[phrase + 1].kind == .comma && !isHeadFirst && !usesCases
  }

  /// "The plea, it insists, came from Kabul": the subject before a speech that stands between commas,
  /// or −1.
  private func subject(around speech: Int, before verb: Int, _ sentence: Sentence) -> Int {
    let chunks = sentence.chunks
    let speaker = Int(sentence.links[speech].subject)
    guard chunks[speech].traits.contains(.isSpeech), verb > 0, chunks[verb - 1].kind == .comma,
      chunks[verb].traits.contains(.isFinite), speaker > 1, speaker < speech,
      chunks[speaker - 1].kind == .comma, chunks[speaker - 2].kind == .nounPhrase,
      lastVerb(before: speaker, chunks) < 0,
      !chunks[speech..<verb].contains(where: {
        $0.kind == .conjunction || $0.kind == .contrast || $0.kind == .complementizer
      })
    else { return -1 }
    var at = speaker - 2
    while chunks[at].prepositionChunk > 0 {
      at = Int(chunks[at].prepositionChunk) - 1
      guard chunks[at].kind == .nounPhrase else { return -1 }
    }
    guard chunks[at].prepositionChunk < 0 else { return -1 }
    return chunks[at].listHead >= 0 ? Int(chunks[at].listHead) : at
  }

  /// "General Burhan, the army chief, confirmed": the name before a role without one.
  private func apposed(to role: Int, _ sawComma: Bool, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard sawComma, role > 1, chunks[role - 1].kind == .comma,
      chunks[role - 2].kind == .nounPhrase, chunks[role - 2].prepositionChunk < 0,
      chunks[role].traits.contains(.isAnaphor) && chunks[role].roles.contains(.role)
        || describes(role, chunks) || isDescription(role, sentence)
        || isFurtherOffice(role, chunks)
    else { return nil }
    let name = chunks[role - 2].listHead >= 0 ? Int(chunks[role - 2].listHead) : role - 2
    guard name == role - 2, chunks[name].ownerEnd > chunks[name].ownerStart,
      !chunks[name].traits.contains(.isAnaphor), verbBefore(name, chunks) < 0
    else { return nil }
    return name
  }

  /// "Китай, найбільший постачальник зброї Камбоджі, закликав": what the name before it is.
  private func describes(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard usesCases, chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase,
      chunks[phrase].next < 0, chunks[phrase].traits.contains(.hasPossessor),
      chunks[phrase - 2].features.isEmpty || chunks[phrase - 2].features.contains(.nominative)
    else { return false }
    return !chunks[phrase - 2].traits.contains(.isOpaque)
      && chunks[phrase - 2].traits.contains(.isAgentive)
  }

  /// "Russia, India's main arms supplier, urged": what is said of a name between commas.
  private func isDescription(_ at: Int, _ sentence: Sentence) -> Bool {
    let phrase = sentence.chunks[at]
    let name = sentence.chunks[at - 2]
    guard !usesCases, phrase.traits.contains(.hasPossessor), !phrase.traits.contains(.isAnaphor),
      phrase.listHead < 0 || Int(phrase.listHead) == at, phrase.next < 0, phrase.eventNoun < 0,
      name.endItem == name.firstItem + 1, name.traits.contains(.isAgentive),
      name.traits.isDisjoint(with: [.isPlace, .isAnaphor])
    else { return false }
    return sentence.items[Int(name.firstItem)].kinds.contains(.actor)
      && !sentence.items[Int(phrase.firstItem)].isCapitalised
  }

  /// "Sekretaris Jenderal NATO, mantan Perdana Menteri Belanda Mark Rutte, mengunjungi": between
  /// commas, another office of the one named before.
  private func isFurtherOffice(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    isHeadFirst && !usesCases && chunks[phrase].roles.contains(.role)
      && chunks[phrase + 1].kind == .comma
      && (chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase)
      && chunks[phrase].next < 0
      && chunks[phrase - 2].traits.contains(.isAgentive)
  }

  private func isAccording(before phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard phrase > 0 else { return false }
    return chunks[phrase - 1].kind == .according || chunks[phrase - 1].kind == .mediumCue
  }

  /// Links the verb of a clause behind a complementizer; an aim that nobody asks for is a purpose.
  private func linkContent(_ verb: Int, _ complementizer: Int, _ sentence: inout Sentence) {
    let governor = verbOfContent(before: complementizer, sentence.chunks)
    sentence.links[verb].link = .content
    sentence.links[verb].governor = Int32(governor)
    guard sentence.chunks[complementizer].roles.contains(.purpose),
      governor < 0 || !frames.governs(governor, sentence)
    else { return }
    sentence.links[verb].link = governor < 0 ? .subordinate : .infinitive
    sentence.chunks[verb].traits.insert(.isInfinitive)
  }

  /// The verb whose content a complementizer opens, in the same clause.
  private func verbOfContent(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0 {
      switch chunks[i].kind {
      case .verb: return i
      case .subordinator, .conditional, .stop, .contrast: return -1
      default: i -= 1
      }
    }
    return -1
  }

  /// The verb before a phrase in its clause, when a comma parts the phrase from what belongs to it.
  private func mainVerb(before phrase: Int, _ chunks: [Chunk]) -> Int? {
    guard phrase > 0, chunks[phrase - 1].kind == .comma else { return nil }
    var i = phrase - 1
    while i >= 0 {
      switch chunks[i].kind {
      case .verb: return i
      case .subordinator, .conditional, .stop, .contrast, .complementizer, .conjunction: return nil
      default: i -= 1
      }
    }
    return nil
  }

  /// The verb whose clause a relative clause belongs to; behind a comma the article speaks itself.
  private func clause(around relative: Int, _ chunks: [Chunk]) -> Int {
    guard relative > 0, chunks[relative - 1].kind != .comma else { return -1 }
    return lastVerb(before: relative, chunks)
  }

  private func lastVerb(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0 {
      if chunks[i].kind == .verb { return i }
      i -= 1
    }
    return -1
  }

  private func inheritSubject(_ verb: Int, from other: Int, _ sentence: inout Sentence) {
    guard other >= 0, other < verb else { return }
    // A passive verb's sharer of the subject shares the surface subject.
    sentence.links[verb].subject = sentence.links[other].subject
  }

  /// "напомнил, что X поставляет Y, и назвал": the comma before "and" closes the inner clause, so
  /// that the verb goes on from the outer one.
  private func equal(of verb: Int, _ other: Int, _ sentence: Sentence) -> Int {
    if let main = governor(aroundRelative: other, of: verb, sentence) { return main }
    if let finite = governor(above: other, of: verb, sentence) { return finite }
    if let claimant = claimant(above: other, of: verb, sentence) { return claimant }
    if let teller = teller(of: other, before: verb, sentence) { return teller }
    if usesCases, sentence.links[other].link == .relative, verb > 2,
      sentence.chunks[verb - 1].kind == .conjunction, sentence.chunks[verb - 2].kind == .comma,
      let pronoun = (0..<other).last(where: { sentence.chunks[$0].kind == .relative })
    {
      // "вышла из комитета, куда входит и Алжир, и осудила": two commas set the clause off.
      let main = lastVerb(before: pronoun, sentence.chunks)
      if main >= 0, sentence.links[main].subject >= 0 { return main }
    }
    guard usesCases, sentence.links[other].link == .content, sentence.links[other].governor >= 0,
      let joint = (other..<verb).last(where: { sentence.chunks[$0].kind == .conjunction }),
      joint > 0, sentence.chunks[joint - 1].kind == .comma, joint + 1 == verb
    else { return other }
    return Int(sentence.links[other].governor)
  }

  /// "detained guards who had crossed the border, and released them": the comma before "and" closes a
  /// relative clause that none opened.
  private func governor(
    aroundRelative other: Int, of verb: Int, _ sentence: Sentence
  ) -> Int? {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst, verb > 2, chunks[verb - 1].kind == .conjunction,
      chunks[verb - 2].kind == .comma, hasTense(verb, sentence)
    else { return nil }
    var inner = other
    if !chunks[inner].traits.isDisjoint(with: [.isGerund, .isInfinitive]),
      sentence.links[inner].governor >= 0
    {
      inner = Int(sentence.links[inner].governor)
    }
    let links = sentence.links[inner]
    guard links.link == .relative, links.governor >= 0,
      let pronoun = (Int(links.governor)..<inner).last(where: { chunks[$0].kind == .relative }),
      chunks[pronoun - 1].kind != .comma,
      chunks[Int(links.governor)].traits.contains(.isSpeech)
        == chunks[verb].traits.contains(.isSpeech),
      hasTense(Int(links.governor), sentence)
    else { return nil }
    return Int(links.governor)
  }

  /// Who accuses demands, not who is accused: "menuding Ankara melanggar kedaulatannya dan menuntut".
  ///
  /// "memaksa Lebanon mundur, dan menarik": the comma closes what is forced.
  private func claimant(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[other]
    guard isHeadFirst, !usesCases, links.link == .content, links.governor >= 0, verb > 1,
      sentence.chunks[verb - 1].kind == .conjunction
    else { return nil }
    let governor = Int(links.governor)
    let isClosed =
      sentence.chunks[verb - 2].kind == .comma && frames.content(of: governor, sentence) == .drop
    let goesOn =
      frames.isVerbalAct(verb, sentence) && frames.isVerbalAct(governor, sentence)
      && !frames.isVerbalAct(other, sentence)
    return isClosed || goesOn ? governor : nil
  }

  /// "Iran said no terrorist enjoys impunity and summoned the envoy": a verb in the past goes on from
  /// the one that tells, which is in the past too, and not from what holds now.
  private func teller(of other: Int, before verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[other]
    guard usesCases || !isHeadFirst, links.link == .content, links.governor >= 0,
      sentence.chunks[Int(links.governor)].traits.contains(.isSpeech),
      isSimple(.past, verb, sentence), isSimple(.past, Int(links.governor), sentence),
      !sentence.chunks[verb].traits.contains(.isPassive), isPresent(other, sentence)
    else { return nil }
    return Int(links.governor)
  }

  /// Whether a verb is one word, in a form.
  private func isSimple(_ form: FormFeatures, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return chunk.verbItem >= 0 && chunk.firstItem == chunk.verbItem
      && sentence.items[Int(chunk.verbItem)].verbFeatures.contains(form)
  }

  /// Whether a verb is one word in the present, as with "-s".
  private func isPresent(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0, chunk.firstItem == chunk.verbItem else { return false }
    let item = sentence.items[Int(chunk.verbItem)]
    return item.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      && item.verbFeatures.contains(.finite)
      && item.verbFeatures.isDisjoint(with: [.past, .participle, .base])
  }

  /// "Порадив не їздити та заборонив": a finite verb goes on from a finite one, not from the
  /// infinitive between.
  private func governor(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    if !usesCases, !isHeadFirst { return finiteGovernor(above: other, of: verb, sentence) }
    guard usesCases, sentence.chunks[other].traits.contains(.isInfinitive),
      sentence.chunks[verb].traits.contains(.isFinite)
    else { return nil }
    var at = other
    for _ in 0..<4 where sentence.chunks[at].traits.contains(.isInfinitive) {
      let links = sentence.links[at]
      guard links.governor >= 0, links.link == .infinitive || links.link == .content else {
        return nil
      }
      at = Int(links.governor)
    }
    return sentence.chunks[at].traits.contains(.isInfinitive) ? nil : at
  }

  /// "thanked Turkey for taking in refugees and promised": a form with a tense goes on from another
  /// with a tense.
  private func finiteGovernor(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    let open: Chunk.Traits = [.isInfinitive, .isGerund]
    guard !sentence.chunks[other].traits.isDisjoint(with: open), hasTense(verb, sentence) else {
      return nil
    }
    var at = other
    for _ in 0..<4 where !sentence.chunks[at].traits.isDisjoint(with: open) {
      let links = sentence.links[at]
      guard links.governor >= 0, Int(links.governor) < at, links.link != .relative else {
        return nil
      }
      at = Int(links.governor)
    }
    guard sentence.chunks[at].traits.isDisjoint(with: open),
      sentence.links[at].link != .relative, sentence.links[at].subject >= 0
    else { return nil }
    return at
  }

  /// "Russia, using drones from Iran, bombed": the links of a verb behind a participle that stands between
  /// commas right behind their subject.
  private func aside(before verb: Int, _ participle: Int, _ sentence: Sentence) -> VerbLinks? {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst, chunks[participle].traits.contains(.isGerund), participle > 1,
      chunks[verb - 1].kind == .comma, hasTense(verb, sentence)
    else { return nil }
    if let whole = whole(before: participle, sentence) {
      var links = sentence.links[verb]
      links.subject = Int32(whole)
      return links
    }
    guard chunks[participle - 1].kind == .comma else { return nil }
    var links = sentence.links[participle]
    guard links.subject >= 0,
      (sentence.list(from: links.subject).max() ?? Int(links.subject)) == participle - 2
    else { return nil }
    links.object = sentence.links[verb].object
    links.secondObject = sentence.links[verb].secondObject
    return links
  }

  /// "Chinese soldiers, many of them carrying clubs, attacked": those of whom a part is said to do
  /// something besides.
  private func whole(before participle: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    let part = participle - 1
    guard part > 1, chunks[part].kind == .nounPhrase,
      Int(sentence.links[participle].subject) == part,
      chunks[part].traits.contains(.isAnaphor) || chunks[part].ownerEnd == chunks[part].ownerStart,
      !sentence.items[Int(chunks[part].firstItem)].roles.isDisjoint(with: [
        .determiner, .pluralPronoun,
      ]) || sentence.items[Int(chunks[part].firstItem)].kinds == .number,
      chunks[part - 1].kind == .comma, chunks[part - 2].kind == .nounPhrase,
      chunks[part - 2].prepositionChunk < 0, chunks[part - 2].traits.contains(.isAgentive),
      lastVerb(before: part, chunks) < 0
    else { return nil }
    return chunks[part - 2].listHead >= 0 ? Int(chunks[part - 2].listHead) : part - 2
  }

  /// Whether a verb shows a tense, or has an auxiliary that does.
  private func hasTense(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.traits.contains(.isFinite), chunk.verbItem >= 0 else { return false }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    return !features.isDisjoint(with: [.finite, .past]) || chunk.firstItem < chunk.verbItem
  }

  /// The verb that a participle behind a comma goes on from: not that of a relative clause.
  private func clauseVerb(_ other: Int, _ verb: Int, _ sentence: Sentence) -> Int {
    guard !usesCases, !isHeadFirst, sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[verb - 1].kind == .comma
    else { return other }
    var at = other
    for _ in 0..<3 where sentence.links[at].governor >= 0 {
      // "gave the envoy a day to leave, accusing him": a word against somebody is of who acts first.
      let isOpen =
        sentence.chunks[at].traits.contains(.isInfinitive) && frames.isVerbalAct(verb, sentence)
      guard isOpen || sentence.links[at].link == .relative else { break }
      at = Int(sentence.links[at].governor)
    }
    return at
  }

  /// A verb behind another verb's object.
  private func linkAfterObject(
    _ verb: Int, _ governor: Int, object: Int, _ hasJoint: Bool, _ sentence: inout Sentence
  ) {
    if !hasJoint,
      endsRelative(verb, governor, &sentence) || endsInfinitive(verb, governor, &sentence)
    {
      return
    }
    if !hasJoint, goesOnWithNoun(verb, governor, &sentence) { return }
    if !hasJoint, endsNounClause(verb, governor, &sentence) { return }
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
      return
    }
    if linkToNoun(verb, object, &sentence) { return }
    let traits = sentence.chunks[verb].traits
    if !isHeadFirst, !usesCases, traits.contains(.isGerund), verb == object + 1,
      sentence.chunks[verb].firstItem == sentence.chunks[verb].verbItem,
      frames.mayDo(verb, by: object, sentence)
    {
      // "pays 2,000 troops fighting the rebels": what the forces do that the verb before is about.
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

  /// "ordered all crossings to be closed": what is to be done to a thing.
  private func orders(
    _ governor: Int, _ object: Int, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    !isHeadFirst && !usesCases && frames.content(of: governor, sentence) == .drop
      && sentence.chunks[verb].traits.contains(.isInfinitive)
      && (sentence.chunks[verb].traits.contains(.isPassive) || sentence.links[verb].object < 0)
      && !sentence.chunks[object].traits.contains(.isAgentive)
  }

  /// "The UN says the M23, with help from Rwanda, has taken two towns": what is parted from the verb
  /// by an aside between commas is its subject, since nothing else is said of it.
  private func speaksOf(
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
  private func linkInverted(
    _ verb: Int, _ subject: Int, _ auxiliary: Int, _ sentence: inout Sentence
  ) -> Bool {
    let chunk = sentence.chunks[auxiliary]
    guard !isHeadFirst, !usesCases, sentence.links[auxiliary].subject < 0, chunk.verbItem >= 0,
      subject == auxiliary + 1, verb == subject + 1,
      sentence.chunks[verb].firstItem == sentence.chunks[verb].verbItem
    else { return false }
    let (helper, main) = (
      sentence.items[Int(chunk.verbItem)], sentence.items[Int(sentence.chunks[verb].verbItem)]
    )
    let isPerfect = helper.roles.contains(.perfect) && main.verbFeatures.contains(.participle)
    let isDo = helper.roles.contains(.adverb) && main.verbFeatures.contains(.base)
    guard isPerfect || isDo else { return false }
    sentence.chunks[verb].traits.remove(.isPassive)
    sentence.chunks[verb].traits.remove(.isParticiple)
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].subject = Int32(subject)
    return true
  }

  /// "hangs man accused of spying", "says 12 soldiers killed in raid": a verb without an object of its
  /// own, behind an object, tells what was done to that.
  private func linkSuffered(
    _ verb: Int, _ object: Int, _ governor: Int, _ sentence: inout Sentence
  ) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb == object + 1, verb + 1 < chunks.count,
      chunks[verb].traits.contains(.isParticiple), chunks[verb].firstItem == chunks[verb].verbItem,
      sentence.links[verb].object < 0, chunks[verb + 1].kind == .preposition,
      frames.actsOnObject(verb, sentence)
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
  private func resumes(_ verb: Int, after other: Int, _ sentence: inout Sentence) -> Bool {
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
  private func endsNounClause(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
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
  private func linkToOwnedNoun(_ verb: Int, _ phrase: Int, _ sentence: inout Sentence) -> Bool {
    guard governsOwned(phrase, verb, sentence) else { return false }
    sentence.links[verb].subject = Int32(phrase)
    sentence.links[verb].hasOwnerSubject = true
    sentence.links[verb].governor = -1
    sentence.links[verb].link = .main
    if sentence.chunks[phrase].traits.contains(.isPlan) {
      sentence.chunks[verb].traits.insert(.isPlanned)
    }
    return true
  }

  /// Whether a verb right behind a noun of planning or deciding says what its owner plans.
  private func governsOwned(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return isHeadFirst && !usesCases && verb == phrase + 1
      && chunk.traits.contains(.hasPossessor) && chunk.next < 0
      && (chunk.traits.contains(.isPlan) || frames.isDecision(chunk))
      && !sentence.chunks[verb].traits.contains(.isPassive)
  }

  /// Whether another finite verb follows in the clause, as its own predicate.
  private func leadsToPredicate(_ verb: Int, _ chunks: [Chunk]) -> Bool {
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

  /// "London's decision to expel", "plans by Oslo to send": who decides acts; a plan or bid is not
  /// done yet.
  private func linkToNoun(_ verb: Int, _ owner: Int, _ sentence: inout Sentence) -> Bool {
    let phrase = plan(decidedBy: owner, sentence.chunks)
    let chunk = sentence.chunks[phrase]
    guard !isHeadFirst || usesCases, verb == owner + 1,
      phrase != owner || chunk.traits.contains(.hasPossessor),
      sentence.chunks[verb].traits.contains(.isInfinitive),
      chunk.traits.contains(.isPlan) || !chunk.traits.contains(.isAgentive)
        || chunk.traits.contains(.isAnaphor)
    else { return false }
    let content = usesCases ? frames.content(ofNoun: chunk, sentence) : nil
    guard chunk.traits.contains(.isPlan) || frames.isDecision(chunk) || content != nil else {
      return false
    }
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
    let isOpen = chunk.traits.contains(.isPlan) || content == .planned || content == .hypothetical
    sentence.links[verb].link = isOpen ? .main : .infinitive
    if content == .denied { sentence.chunks[verb].traits.insert(.isNegated) }
    return true
  }

  /// "Решение Ирана атаковать Ирак | возмутило Францию": the finite verb has the noun that the
  /// infinitive belongs to for its subject.
  private func goesOnWithNoun(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    guard usesCases, sentence.links[other].hasOwnerSubject, sentence.links[other].subject >= 0,
      sentence.chunks[verb].traits.contains(.isFinite)
    else { return false }
    sentence.links[verb].subject = sentence.links[other].subject
    return true
  }

  /// "plans by Oslo": the noun before an agent, or the phrase itself.
  private func plan(decidedBy owner: Int, _ chunks: [Chunk]) -> Int {
    let preposition = Int(chunks[owner].prepositionChunk)
    guard !usesCases, preposition > 0, preposition == owner - 1,
      chunks[preposition].roles.contains(.agentMarker),
      chunks[preposition - 1].kind == .nounPhrase
    else { return owner }
    return preposition - 1
  }

  /// "Poland's decision to close its border took effect": the verb behind an infinitive that tells
  /// more of a noun goes on with the noun.
  private func endsInfinitive(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
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

  /// A verb with a subject of its own.
  private func linkFreeSubject(_ verb: Int, _ subject: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    sentence.links[verb].subject = Int32(subject)
    if governsOwned(subject, verb, sentence), leadsToPredicate(verb, chunks),
      linkToOwnedNoun(verb, subject, &sentence)
    {
      return
    }
    var at = subject - 1
    var sawConjunction = false
    var sawComma = false
    while at >= 0 {
      switch chunks[at].kind {
      case .comma:
        sawComma = true
        at -= 1
      case .date, .openQuote, .closeQuote: at -= 1
      case .conjunction:
        sawConjunction = true
        at -= 1
      case .nounPhrase where chunks[at].prepositionChunk >= 0:
        at = Int(chunks[at].prepositionChunk) - 1
      case .nounPhrase where isAccording(before: at, chunks): at -= 2
      case .nounPhrase
      where !isHeadFirst && !usesCases && at == subject - 1 && verb == subject + 1
        && sentence.links[verb].object < 0
        && chunks[subject].ownerEnd > chunks[subject].ownerStart:
        // "the sanctions | Iran imposed on Iraq": the noun right before is the object.
        sentence.links[verb].link = .relative
        sentence.links[verb].governor = Int32(lastVerb(before: at, chunks))
        sentence.links[verb].object =
          chunks[at].listHead >= 0 ? chunks[at].listHead : Int32(at)
        return
      case .complementizer:
        linkContent(verb, at, &sentence)
        return
      case .subordinator:
        sentence.links[verb].link = .subordinate
        return
      case .conditional:
        sentence.links[verb].link = .conditional
        return
      case .relative:
        // "drones that Russia bought": the antecedent is the object.
        if isHeadFirst, !hasOwner(subject, sentence) {
          linkRelative(verb, at, &sentence)
          return
        }
        sentence.links[verb].link = .relative
        sentence.links[verb].governor = Int32(clause(around: at, chunks))
        // "Addis Ababa, where Guterres urged": a place is no object.
        let isOblique = usesCases && at > 0 && chunks[at - 1].kind == .preposition
        if !chunks[at].roles.contains(.locative) || isHeadFirst, !isOblique,
          sentence.links[verb].object < 0 || !isHeadFirst
        {
          let antecedent = phrase(before: at, chunks)
          if antecedent >= 0, sentence.links[verb].object < 0 {
            sentence.links[verb].object = Int32(antecedent)
          }
        }
        return
      case .verb:
        if sawConjunction {
          // A second clause keeps the speaker of the first.
          let other = sentence.links[at]
          if other.link == .content {
            sentence.links[verb].link = .content
            sentence.links[verb].governor = other.governor
          }
        } else if chunks[at].traits.contains(.isSpeech)
          // "Having failed to get in, Kosovo slapped": behind a comma another clause begins.
          || frames.governs(at, sentence)
            && (usesCases || !sawComma || isHeadFirst && sentence.links[at].subject >= 0)
        {
          sentence.links[verb].link = .content
          sentence.links[verb].governor = Int32(at)
        }
        return
      default: return
      }
    }
  }

  private func hasOwner(_ phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].ownerEnd > sentence.chunks[phrase].ownerStart
  }

  /// A verb after another verb, with no noun phrase between that could be its subject.
  private func linkToVerb(
    _ verb: Int, _ other: Int, hasJoint: Bool, hasContrast: Bool, _ sentence: inout Sentence
  ) {
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
      : hasJoint ? governor(above: joint, of: verb, sentence) ?? joint : joint
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

  /// "punished Serbia for arming them", "commends Kenya for agreeing": who is judged did it.
  private func linkJudged(_ verb: Int, _ governor: Int, _ sentence: inout Sentence) -> Bool {
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

  /// "Sri Lanka, sesudah didesak India, menolak": the subject stands before a clause between commas.
  private func subject(aroundAsideAt opening: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, opening > 1, chunks[opening - 1].kind == .comma,
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
  private func judged(before ground: Int, by verb: Int, _ sentence: Sentence) -> Int? {
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

  /// "A case that Khartoum brought against the UAE was thrown out": the verb behind a relative
  /// clause goes on with the antecedent.
  private func endsRelative(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    guard !usesCases, sentence.links[other].link == .relative else { return false }
    if isHeadFirst {
      // "yang menuduh Irak menyerang", "yang dikirim untuk membantu" go on.
      guard frames.chosenContent(of: other, sentence) == nil,
        !sentence.chunks[other].traits.contains(.isSpeech),
        !sentence.chunks[verb].traits.contains(.isInfinitive),
        !sentence.items[Int(sentence.chunks[verb].verbItem)].verbFeatures
          .isDisjoint(with: [.active, .passive])
      else { return false }
    }
    let traits = sentence.chunks[verb].traits
    let isReduced = traits.contains(.isParticiple) && traits.contains(.isPassive)
    guard traits.contains(.isFinite), !isReduced,
      verb == 0 || sentence.chunks[verb - 1].kind != .preposition
    else { return false }
    var at = other - 1
    while at > 0, sentence.chunks[at].kind != .relative { at -= 1 }
    let isContact = sentence.chunks[at].kind != .relative && !isHeadFirst
    let contact =
      sentence.chunks[other].traits.contains(.isPassive)
      ? sentence.links[other].subject : sentence.links[other].object
    let antecedent =
      isContact && contact >= 0 && contact < other
      ? Int(contact) : phrase(before: at, sentence.chunks)
    guard antecedent >= 0, verbBefore(antecedent, sentence.chunks) < 0 else { return false }
    let prepositions = sentence.chunks[antecedent].prepositionChunk
    guard prepositions < 0 else { return false }
    sentence.links[verb].link = .main
    sentence.links[verb].subject = Int32(antecedent)
    return true
  }

  /// The verb whose subject says what a text says: "passed a resolution that condemns Russia",
  /// "mengirim surat yang meminta".
  private func author(ofText text: Int, _ verb: Int, _ sentence: Sentence) -> Int? {
    let phrase = sentence.chunks[text]
    guard !usesCases, phrase.ownerEnd == phrase.ownerStart, phrase.prepositionChunk < 0,
      phrase.eventNoun < 0 || phrase.classes.intersects(frames.letterClasses),
      phrase.classes.intersects(frames.textClasses),
      !sentence.chunks[verb].traits.contains(.isPassive)
    else { return nil }
    let author = verbBefore(text, sentence.chunks)
    guard author >= 0, sentence.links[author].object == Int32(text),
      sentence.links[author].subject >= 0, !sentence.chunks[author].traits.contains(.isPassive)
    else { return nil }
    return author
  }

  private func linkRelative(_ verb: Int, _ relative: Int, _ sentence: inout Sentence) {
    sentence.links[verb].link = .relative
    sentence.links[verb].governor = Int32(clause(around: relative, sentence.chunks))
    let antecedent = phrase(before: relative, sentence.chunks)
    if usesCases, antecedent >= 0, sentence.chunks[antecedent].prepositionChunk >= 0,
      sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
        .isDisjoint(with: .cases), lastVerb(before: antecedent, sentence.chunks) >= 0
    {
      // "вылетел во Вьетнам, где встретится": the place is not who acts there.
      inheritSubject(verb, from: lastVerb(before: antecedent, sentence.chunks), &sentence)
    } else if antecedent >= 0, let author = author(ofText: antecedent, verb, sentence) {
      inheritSubject(verb, from: author, &sentence)
    } else if antecedent >= 0 {
      sentence.links[verb].subject = Int32(antecedent)
      let copula = verbBefore(antecedent, sentence.chunks)
      if isHeadFirst, !usesCases, copula >= 0, sentence.links[copula].subject >= 0,
        !sentence.chunks[copula].traits.contains(.isSpeech),
        frames.frame(of: copula, sentence) == nil,
        frames.isPredicateNoun(sentence.chunks[antecedent])
      {
        // "Mali menjadi negara kedua yang memutuskan hubungan": what the subject is said to be.
        inheritSubject(verb, from: copula, &sentence)
      }
    } else if relative > 0, sentence.chunks[relative - 1].kind == .verb {
      // "London became the first to …", "London jadi yang pertama …".
      inheritSubject(verb, from: relative - 1, &sentence)
    }
  }

  /// The noun phrase before a position, a comma apart.
  private func phrase(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0, chunks[i].kind == .comma || chunks[i].kind == .date { i -= 1 }
    // "Which" after a preposition: "drones, of which".
    if i >= 0, chunks[i].kind == .preposition {
      i -= 1
      while usesCases, i >= 0, chunks[i].kind == .comma || chunks[i].kind == .date { i -= 1 }
    }
    guard i >= 0, chunks[i].kind == .nounPhrase else { return -1 }
    return chunks[i].listHead >= 0 ? Int(chunks[i].listHead) : i
  }

  // MARK: Speech at the end

  /// Marks the verbs that name the speaker of what stands before: "…, X said"; "…," kata X.
  private func markTrailingSpeech(_ sentence: inout Sentence) {
    let chunks = sentence.chunks
    for i in chunks.indices
    where chunks[i].kind == .verb && chunks[i].traits.contains(.isSpeech) {
      if invertedSpeaker(i, chunks, &sentence) || institutionSpeaks(i, chunks, &sentence) {
        continue
      }
      guard sentence.links[i].link == .main || sentence.links[i].link == .coordinate else {
        continue
      }
      let subject = Int(sentence.links[i].subject)
      guard subject > 0, subject < i else { continue }
      var before = subject - 1
      while before > 0, chunks[before].kind == .date { before -= 1 }
      guard chunks[before].kind == .comma || chunks[before].kind == .closeQuote,
        chunks[..<before].contains(where: { $0.kind == .verb || $0.eventNoun >= 0 }),
        endsAfter(i, chunks)
      else { continue }
      sentence.links[i].isTrailingSpeech = true
    }
  }

  /// "…, сообщили в армии": the verb stands before the institution where it was said.
  private func institutionSpeaks(
    _ verb: Int, _ chunks: [Chunk], _ sentence: inout Sentence
  ) -> Bool {
    guard usesCases, verb > 0, verb + 2 < chunks.count, chunks[verb - 1].kind == .comma,
      chunks[verb + 1].kind == .preposition, chunks[verb + 1].roles.contains(.locative),
      chunks[verb + 2].kind == .nounPhrase, chunks[verb + 2].traits.contains(.isAgentive),
      chunks[verb + 2].ownerEnd > chunks[verb + 2].ownerStart, endsAfter(verb + 2, chunks)
    else { return false }
    sentence.links[verb].subject = Int32(verb + 2)
    sentence.links[verb].object = -1
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].isTrailingSpeech = true
    return true
  }

  /// `"…," kata X` and `…, said X`: the verb stands before its subject.
  private func invertedSpeaker(_ verb: Int, _ chunks: [Chunk], _ sentence: inout Sentence) -> Bool {
    guard verb > 0, verb + 1 < chunks.count else { return false }
    let before = chunks[verb - 1].kind
    var speaker = verb + 1
    // "…, сообщил в понедельник Кремль".
    while usesCases, speaker + 1 < chunks.count, chunks[speaker].kind == .date { speaker += 1 }
    guard before == .comma || before == .closeQuote, chunks[speaker].kind == .nounPhrase,
      chunks[speaker].ownerEnd > chunks[speaker].ownerStart
        || chunks[verb].traits.contains(.isBareVerb) || before == .closeQuote
    else { return false }
    let isBare = chunks[verb].traits.contains(.isBareVerb)
    // ", mengakui pemerintah X": with its prefix the verb has its object behind it.
    if isHeadFirst, !usesCases, !isBare { return false }
    guard isBare || before == .closeQuote || endsAfter(speaker, chunks) else { return false }
    if !isBare, speaker + 1 < chunks.count, chunks[speaker + 1].kind == .verb { return false }
    sentence.links[verb].subject = Int32(speaker)
    sentence.links[verb].object = -1
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].isTrailingSpeech = true
    return true
  }

  /// Whether nothing but dates, places and the like follows.
  private func endsAfter(_ at: Int, _ chunks: [Chunk]) -> Bool {
    var i = at + 1
    while i < chunks.count {
      switch chunks[i].kind {
      case .date, .preposition: i += 1
      case .nounPhrase where chunks[i].prepositionChunk >= 0: i += 1
      case .stop, .comma, .closeQuote, .openQuote, .mediumCue, .contrast, .conjunction,
        .subordinator:
        return true
      case .verb where chunks[i].traits.contains(.isGerund): return true
      default: return false
      }
    }
    return true
  }
}
