import CasusKnowledge

/// What stands between a subject and its verb.
extension ClauseParser {
  /// "Israel, which had told residents to leave, flattened a tower": the noun before a relative clause
  /// between commas, when the verb behind it goes on with that noun.
  func resumed(by verb: Int, _ chunks: [Chunk]) -> Int? {
    guard !usesCases, verb > 3, chunks[verb - 1].kind == .comma,
      // "Spanyol, yang mengirim kapal untuk mengawal armada, memanggil".
      !isHeadFirst || closesPurpose(before: verb, chunks),
      chunks[verb].traits.contains(.isFinite) || isHeadFirst,
      // "Spain, which fears a war, recalled its ambassador", but "…, which fears a war, said Sánchez".
      !chunks[verb].traits.contains(.isSpeech)
        || verb + 1 < chunks.count && !isHeadFirst && chunks[verb + 1].kind == .nounPhrase
          && (chunks[verb + 1].traits.contains(.isAnaphor) && !chunks[verb + 1].classes.isEmpty
            // "Brussels, which accuses Serbia of fraud, showed no sympathy".
            || chunks[verb + 1].traits.contains(.isNegative)),
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
      // "The Americans, who feared that he would sell the mines, helped".
      case .complementizer where hasVerb && !isHeadFirst: break
      case .stop, .complementizer, .openQuote: return nil
      default: break
      }
      at -= 1
    }
    // "Kenya, to which Haiti had appealed, sent".
    if at > 1, chunks[at].kind == .relative, chunks[at - 1].kind == .preposition {
      at -= 1
      // "Turkey, 49 of whose diplomats were held, refused".
      if at > 2, countsPart(at - 1, chunks) { at -= 1 }
    }
    if at <= 1, hasVerb { at = opening(ofAsideBefore: verb, chunks) ?? at }
    guard hasVerb, at > 1,
      chunks[at].kind == .relative || chunks[at + 1].kind == .relative
        || opensAside(chunks[at].kind) || countsPart(at, chunks),
      chunks[at - 1].kind == .comma
    else { return nil }
    let antecedent = phrase(before: at, chunks)
    guard antecedent >= 0, chunks[antecedent].prepositionChunk < 0,
      chunks[antecedent].ownerEnd > chunks[antecedent].ownerStart,
      lastVerb(before: antecedent, chunks) < 0
    else { return nil }
    return antecedent
  }

  /// "says that Tokyo, by curbing exports, is punishing it", "Iran, its patience exhausted, shot", "The Dutch, tired of
  /// waiting, left": the subject before an aside between commas that holds no verb with a tense of its own.
  func subject(beforeAsideOf verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 4, chunks[verb - 1].kind == .comma,
      hasTense(verb, sentence),
      !chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
        || chunks[verb].firstItem < chunks[verb].verbItem
    else { return nil }
    var at = verb - 2
    var hasVerb = false
    scan: while at > 1, verb - at < 10 {
      switch chunks[at].kind {
      case .nounPhrase, .preposition, .date: break
      case .verb where !chunks[at].traits.isDisjoint(with: [.isGerund, .isInfinitive]):
        hasVerb = true
      case .verb where at == verb - 2 && endsAbsolute(at, sentence): hasVerb = true
      case .comma: break scan
      default: return nil
      }
      at -= 1
    }
    guard hasVerb, at > 0, chunks[at].kind == .comma, chunks[at - 1].kind == .nounPhrase,
      chunks[at - 1].prepositionChunk < 0, opensTenseless(at + 1, sentence)
    else { return nil }
    let head = chunks[at - 1].listHead >= 0 ? Int(chunks[at - 1].listHead) : at - 1
    guard hasOwner(head, sentence), chunks[head].traits.contains(.isAgentive),
      verbBefore(head, chunks) < 0
    else { return nil }
    return head
  }

  /// "its patience | exhausted": a participle right behind what somebody has.
  private func endsAbsolute(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0, chunk.firstItem == chunk.verbItem,
      sentence.items[Int(chunk.verbItem)].verbFeatures.contains(.participle),
      sentence.chunks[verb - 1].kind == .nounPhrase, sentence.chunks[verb - 2].kind == .comma
    else { return false }
    return sentence.items[Int(sentence.chunks[verb - 1].firstItem)].roles
      .contains(.possessivePronoun)
  }

  /// "by curbing", "its patience", "tired of": how an aside without a tense begins.
  private func opensTenseless(_ at: Int, _ sentence: Sentence) -> Bool {
    let (chunk, next) = (sentence.chunks[at], sentence.chunks[at + 1])
    if chunk.kind == .preposition {
      return next.kind == .verb && next.traits.contains(.isGerund)
    }
    let first = sentence.items[Int(chunk.firstItem)]
    guard chunk.kind == .nounPhrase else { return false }
    return first.roles.contains(.possessivePronoun) && next.kind == .verb
      || chunk.endItem == chunk.firstItem + 1 && chunk.ownerEnd == chunk.ownerStart
        && !first.isCapitalised && first.roles.isDisjoint(with: [.determiner, .demonstrative])
        && next.kind == .preposition
  }

  /// "landed on the island and, after three days of shooting, captured it": behind "and" and an aside between
  /// commas, the subject of the verb before goes on.
  func linkBehindAside(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb > 4, chunks[verb - 1].kind == .comma,
      chunks[verb].traits.contains(.isFinite), !chunks[verb].traits.contains(.isGerund)
    else { return false }
    var at = verb - 2
    scan: while at > 1, verb - at < 10 {
      switch chunks[at].kind {
      case .nounPhrase, .preposition, .date, .subordinator: at -= 1
      case .verb where chunks[at].traits.contains(.isGerund): at -= 1
      default: break scan
      }
    }
    guard at > 1, at < verb - 2, chunks[at].kind == .comma, chunks[at - 1].kind == .conjunction
    else { return false }
    let governor = verbBefore(at - 1, chunks)
    guard governor >= 0, chunks[governor].traits.contains(.isFinite),
      sentence.links[governor].subject >= 0
    else { return false }
    sentence.links[verb].link = .coordinate
    sentence.links[verb].governor = Int32(governor)
    inheritSubject(verb, from: governor, &sentence)
    return true
  }

  /// Whether the verb before a comma tells what another of the relative clause is done for.
  func closesPurpose(before verb: Int, _ chunks: [Chunk]) -> Bool {
    let last = lastVerb(before: verb, chunks)
    return last > 0 && chunks[last].traits.contains(.isInfinitive)
      && !chunks[(last + 1)..<(verb - 1)].contains { $0.kind == .comma }
  }

  /// "Kenya, at odds with Ethiopia since its police seized a plane, has offered": where an aside that
  /// holds a clause begins behind the first name of a sentence.
  func opening(ofAsideBefore verb: Int, _ chunks: [Chunk]) -> Int? {
    guard let comma = chunks[..<verb].firstIndex(where: { $0.kind == .comma }), comma > 0,
      comma + 2 < verb - 1, opensAside(chunks[comma + 1].kind),
      chunks[comma - 1].kind == .nounPhrase,
      !chunks[..<comma].contains(where: { $0.kind != .nounPhrase && $0.kind != .date })
    else { return nil }
    return comma + 1
  }

  func opensAside(_ kind: Chunk.Kind) -> Bool {
    kind == .subordinator || kind == .preposition || kind == .contrast
  }

  /// "meminta NATO, yang dipimpin Rutte, menempatkan rudal": behind a relative clause between commas, what
  /// the noun before it is asked or accused of goes on.
  func resumesContent(_ verb: Int, _ sentence: inout Sentence) -> Bool {
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
  func countsTime(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.ownerEnd == chunk.ownerStart
      && sentence.items[Int(chunk.endItem) - 1].roles.contains(.timeUnit)
  }

  /// "spoke with the commissioner, Kaja Kallas, and asked": a name between commas before "and" tells
  /// more of what stands before it.
  func isAside(_ phrase: Int, before verb: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, phrase + 2 < verb, phrase > 1, chunks[phrase + 1].kind == .comma,
      chunks[verb - 1].kind == .conjunction, chunks[phrase - 1].kind == .comma,
      phrase + 3 == verb
        // "met his counterpart, Yoweri Museveni, in Nairobi and signed".
        || !isHeadFirst && verbBefore(phrase - 2, chunks) >= 0
          && chunks[(phrase + 2)..<(verb - 1)].allSatisfy({
            $0.kind == .nounPhrase
              ? $0.prepositionChunk >= 0 : $0.kind == .preposition || $0.kind == .date
          }),
      chunks[phrase - 2].kind == .nounPhrase, chunks[phrase].next < 0,
      chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase
    else { return false }
    return lastVerb(before: phrase, chunks) >= 0
  }

  /// "gunmen from an Iranian militia, the Badr, attacked": between commas right before a verb, a name of
  /// what stands in the complement before it.
  func isAppended(_ phrase: Int, before verb: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && !isHeadFirst && phrase > 2 && phrase + 2 == verb
      && chunks[phrase + 1].kind == .comma && chunks[phrase - 1].kind == .comma
      && chunks[phrase - 2].kind == .nounPhrase && chunks[phrase - 2].prepositionChunk > 0
      && chunks[phrase - 2].ownerEnd > chunks[phrase - 2].ownerStart
      && chunks[Int(chunks[phrase - 2].prepositionChunk) - 1].kind == .nounPhrase
      && chunks[phrase].next < 0 && chunks[phrase].eventNoun < 0
  }

  /// "Malaysia's foreign minister, Hishammuddin Hussein, gave": the name of a role between commas.
  func namesRole(_ phrase: Int, before verb: Int, _ sentence: Sentence) -> Bool {
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
  func isExcluded(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    // "Kenya, but not Tanzania, sent".
    let comma = phrase > 2 && chunks[phrase - 1].kind == .contrast ? phrase - 2 : phrase - 1
    return comma > 0 && chunks[phrase].traits.contains(.isNegative) && chunks[comma].kind == .comma
      && chunks[comma - 1].kind == .nounPhrase && phrase + 1 < chunks.count
      && chunks[phrase + 1].kind == .comma && !isHeadFirst && !usesCases
  }

  /// "The plea, it insists, came from Kabul": the subject before a speech that stands between commas,
  /// or −1.
  func subject(around speech: Int, before verb: Int, _ sentence: Sentence) -> Int {
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
  func apposed(to role: Int, _ sawComma: Bool, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard sawComma, role > 1, chunks[role - 1].kind == .comma,
      chunks[role - 2].kind == .nounPhrase, chunks[role - 2].prepositionChunk < 0,
      chunks[role].traits.contains(.isAnaphor) && chunks[role].roles.contains(.role)
        || saysWhose(role, sentence) || describes(role, chunks) || isDescription(role, sentence)
        || isFurtherOffice(role, chunks)
    else { return nil }
    let name = chunks[role - 2].listHead >= 0 ? Int(chunks[role - 2].listHead) : role - 2
    guard name == role - 2, chunks[name].ownerEnd > chunks[name].ownerStart,
      !chunks[name].traits.contains(.isAnaphor), verbBefore(name, chunks) < 0
    else { return nil }
    return name
  }

  /// "Turkey, one of its members, said": by a possessive, what the name before it is.
  func saysWhose(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard !usesCases, !isHeadFirst, chunk.ownerEnd == chunk.ownerStart + 1, chunk.next < 0,
      chunk.listHead < 0 || Int(chunk.listHead) == phrase, phrase + 1 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .comma
    else { return false }
    return sentence.owners[Int(chunk.ownerStart)].roles == .possessivePronoun
  }

  /// "Китай, найбільший постачальник зброї Камбоджі, закликав": what the name before it is.
  func describes(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard usesCases, chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase,
      chunks[phrase].next < 0, chunks[phrase].traits.contains(.hasPossessor),
      chunks[phrase - 2].features.isEmpty || chunks[phrase - 2].features.contains(.nominative)
    else { return false }
    return !chunks[phrase - 2].traits.contains(.isOpaque)
      && chunks[phrase - 2].traits.contains(.isAgentive)
  }

  /// "Russia, India's main arms supplier, urged": what is said of a name between commas.
  func isDescription(_ at: Int, _ sentence: Sentence) -> Bool {
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
  func isFurtherOffice(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    isHeadFirst && !usesCases && chunks[phrase].roles.contains(.role)
      && chunks[phrase + 1].kind == .comma
      && (chunks[phrase].listHead < 0 || Int(chunks[phrase].listHead) == phrase)
      && chunks[phrase].next < 0
      && chunks[phrase - 2].traits.contains(.isAgentive)
  }

  func isAccording(before phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard phrase > 0 else { return false }
    return chunks[phrase - 1].kind == .according || chunks[phrase - 1].kind == .mediumCue
  }
}
