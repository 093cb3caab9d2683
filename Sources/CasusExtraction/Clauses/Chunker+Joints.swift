import CasusKnowledge

/// Marks and joining words: commas, "and", "that", prepositions.
extension Chunker {
  func punctuation(
    _ items: [Item], _ at: Int, _ phrase: inout Int, _ pending: inout Pending,
    _ chunks: inout [Chunk], _ owners: inout [Owner]
  ) -> Int {
    let kind: Chunk.Kind
    switch items[at].mark {
    // "Jakarta - Brasil mengerahkan": with a space before it a hyphen is a dash.
    case .hyphen where !items[at].isJoined && isHeadFirst && !usesCases: kind = .stop
    case .possessive, .hyphen, .slash:
      return at + 1
    case .comma where closesModalAside(pending, chunks):
      chunks.removeLast()
      return at + 1
    case .comma: kind = .comma
    case .openQuote: kind = .openQuote
    case .closeQuote: kind = .closeQuote
    case .plainQuote:
      let opens = chunks.last { $0.kind == .openQuote || $0.kind == .closeQuote }
      kind = opens?.kind == .openQuote ? .closeQuote : .openQuote
    case .openParenthesis, .closeParenthesis, .other: return at + 1
    case .period
    where at > 0 && at + 1 < items.count && items[at - 1].end - items[at - 1].start == 1
      && items[at - 1].isCapitalised && items[at + 1].isCapitalised && !usesCases:
      // "by S. Jaishankar": an initial, not the end of a clause.
      return at + 1
    case .period
    where at > 0 && at + 1 < items.count && items[at - 1].mark == .word && !usesCases
      && items[at - 1].isCapitalised
      && items[at + 1].mark == .word && !items[at + 1].isCapitalised:
      // "Ferdinand Marcos Jr. condemned": what does not end the sentence shortens a word.
      return at + 1
    case .period
    where usesCases && at > 0 && at + 1 < items.count && items[at - 1].mark == .word
      && !items[at - 1].isCapitalised && items[at - 1].end - items[at - 1].start < 7
      && items[at + 1].mark == .word && items[at + 1].isCapitalised:
      // "прибыл в г. Минск".
      return at + 1
    default: kind = .stop
    }
    flush(items, &phrase, at, &chunks, &owners)
    closeAuxiliaries(items, &pending, at, &chunks)
    chunks.append(Chunk(kind: kind, firstItem: Int32(at), endItem: Int32(at + 1)))
    return at + 1
  }

  /// "Єгипет, можливо, відновить": a word between commas that says how sure the verb behind it is.
  private func closesModalAside(_ pending: Pending, _ chunks: [Chunk]) -> Bool {
    guard pending.first >= 0, !pending.hasBe, !pending.traits.isEmpty,
      pending.traits.isSubset(of: [.isHypothetical, .isHearsay]), let last = chunks.last
    else { return false }
    return last.kind == .comma && last.endItem == pending.first
  }

  /// "wrote on Telegram | that Iran had attacked", "said at talks in Geneva | that": no clause tells more of
  /// a name, and who speaks somewhere has something to say.
  private func isSaid(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard
      let verb = chunks.lastIndex(where: { ![.nounPhrase, .preposition, .date].contains($0.kind) }),
      chunks[verb].kind == .verb, chunks[verb].traits.contains(.isSpeech), verb + 1 < chunks.count
    else { return false }
    return items[at - 1].isCapitalised
      || chunks[verb + 1].kind == .preposition && chunks[verb + 1].roles.contains(.locative)
  }

  /// "Kalau Iran menyerang, …", "не сказала, | чи Іран напав": a word that also joins or opens what is said
  /// opens a condition before all else, and asks behind a comma and a verb.
  private func opensCondition(_ roles: WordRole, _ phrase: Int, _ chunks: [Chunk]) -> Bool {
    if roles.contains(.complementizer) { return phrase < 0 && chunks.isEmpty }
    guard usesCases, roles.contains(.conjunction), phrase < 0 else { return false }
    guard let last = chunks.last else { return true }
    return last.kind == .comma && chunks.count > 1 && chunks[chunks.count - 2].kind == .verb
  }

  /// The kind of joining word an item is here, or `nil` when it belongs to a noun phrase.
  func joint(
    _ items: [Item], _ at: Int, inPhrase phrase: Int, _ chunks: [Chunk]
  ) -> Chunk.Kind? {
    let item = items[at]
    let roles = item.roles
    if roles.isDisjoint(with: Self.joining) { return nil }
    if item.kinds.contains(.actor), item.isCapitalised, at > 0 { return nil }
    if roles.contains(.according) { return .according }
    if roles.contains(.mediumCue) { return .mediumCue }
    if isHeadFirst, opensUntilClause(items, at, chunks) { return .subordinator }
    if roles.contains(.complementizer), isPointer(items, at, chunks) { return nil }
    if roles.contains(.complementizer), usesCases, phrase < 0, chunks.count > 1,
      chunks[chunks.count - 1].kind == .preposition, chunks[chunks.count - 2].kind == .comma
    {
      // "утримався, за що йому дорікали": for the whole of what is told before.
      return .subordinator
    }
    if roles.contains(.complementizer) && roles.contains(.determiner) {
      if resumesContent(phrase, chunks) { return .complementizer }
      if phrase >= 0 {
        let told = chunks.last { $0.kind != .date }
        return told?.kind == .verb && told?.traits.contains(.isSpeech) == true
          || isSaid(items, at, chunks) ? .complementizer : .relative
      }
      guard let last = chunks.lastIndex(where: { $0.kind != .date }) else { return nil }
      if chunks[last].kind == .verb { return .complementizer }
      guard chunks[last].kind == .nounPhrase else { return nil }
      // "told Kim that the two countries": content; "the drones that Russia bought": relative.
      let told = chunks[..<last].last { $0.kind != .date }
      let isContent = told?.kind == .verb && told?.traits.contains(.isSpeech) == true
      return isContent || isSaid(items, at, chunks) ? .complementizer : .relative
    }
    if roles.contains(.relative) { return .relative }
    if roles.contains(.conditional), opensCondition(roles, phrase, chunks) { return .conditional }
    if roles.contains(.complementizer) {
      return usesCases && !roles.contains(.purpose) && opensRelative(items, at, phrase, chunks)
        ? .relative : .complementizer
    }
    if roles.contains(.conjunction) {
      if roles.contains(.preposition) { return .preposition }
      // "Selain Jerman, Italia juga": a clause or one more of those who act.
      if roles.contains(.subordinator) { return .subordinator }
      // "Russian and Belarusian troops": the list stands inside the phrase.
      if phrase >= 0, at + 1 < items.count, joinsModifiers(items, phrase, at) { return nil }
      return .conjunction
    }
    if roles.contains(.contrast) {
      // "gencatan senjata sementara": temporary, not while.
      if roles.contains(.adjective), phrase >= 0, !leadsToSubject(items, at) { return nil }
      return .contrast
    }
    if roles.contains(.conditional) { return .conditional }
    if roles.contains(.subordinator) { return .subordinator }
    if !roles.isDisjoint(with: [.preposition, .agentMarker, .exemplifier, .aim]) {
      // "46 of its citizens", "three of Iraq's soldiers".
      if Int32(item.preposition) == ofNumber, phrase == at - 1, phrase >= 0,
        items[phrase].kinds == .number && items[phrase].classSet == 0
          || items[phrase].roles == .determiner,
        at + 1 < items.count, !items[at + 1].kinds.isEmpty || !items[at + 1].roles.isEmpty,
        items[at + 1].roles.isDisjoint(with: [.pluralPronoun, .thingPronoun, .relative])
      {
        return nil
      }
      if isAmount(items, phrase, at) || namesWhole(items, phrase, at) { return nil }
      // "negara ke-12": an ordinal.
      if isHeadFirst, phrase >= 0, at + 2 < items.count, items[at + 1].mark == .hyphen,
        items[at + 1].isJoined, items[at + 2].kinds.contains(.number)
      {
        return nil
      }
      // "sekitar 10.000 tentara": about, not around.
      if roles.contains(.determiner), at + 1 < items.count,
        items[at + 1].kinds.contains(.number)
          || (usesCases && items[at + 1].roles.contains(.determiner))
      {
        // "засудив француза | до 12 років": how long, and no amount of what stands before.
        let isSpan =
          usesCases && phrase >= 0 && at + 2 < items.count && items[at + 2].classSet != 0
          && lexicon.classSets[Int(items[at + 2].classSet)].intersects(spanClass)
        return isSpan ? .preposition : nil
      }
      return .preposition
    }
    return nil
  }

  /// "a first batch | of Iranian drones", "two more shipments | of shells": how much of it, and no owner.
  private func isAmount(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard Int32(items[at].preposition) == ofNumber, !isHeadFirst, !usesCases, phrase >= 0,
      at > phrase + 1, at + 1 < items.count, items[at - 1].classSet != 0,
      lexicon.classSets[Int(items[at - 1].classSet)].intersects(amountClass),
      items[phrase].roles.contains(.determiner) || items[phrase].kinds == .number
    else { return false }
    return items[(phrase + 1)..<at].allSatisfy { $0.kinds.isDisjoint(with: [.actor, .place]) }
      && !items[at + 1].kinds.isEmpty
      // "held five rounds of talks": an event, which says whose it is in other ways.
      && !items[(at + 1)..<min(at + 5, items.count)].prefix { $0.mark == .word }.contains {
        $0.kinds.contains(.eventNoun)
      }
  }

  /// "the latest round | of talks", "the inside | of the base": what may be a preposition is the head of a phrase
  /// that an article opens.
  private func namesWhole(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard !isHeadFirst, !usesCases, phrase >= 0, items[phrase].roles.contains(.determiner),
      items[phrase].end - items[phrase].start <= 3, items[at].endToken == items[at].firstToken + 1,
      at + 1 < items.count, Int32(items[at + 1].preposition) == ofNumber,
      items[at + 1].endToken == items[at + 1].firstToken + 1
    else { return false }
    return items[(phrase + 1)..<at].allSatisfy {
      $0.kinds.isDisjoint(with: [.actor, .place, .noun, .eventNoun])
    }
  }

  /// "calls that "absurd"": a pronoun right behind the verb, and then what it is called.
  func isPointer(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard !isHeadFirst, !usesCases, at + 1 < items.count, let last = chunks.last,
      last.kind == .verb, Int(last.endItem) <= at,
      // "asked for exactly that".
      items[Int(last.endItem)..<at].allSatisfy({
        $0.roles.contains(.adverb) && $0.kinds.isEmpty
      })
    else { return false }
    let next = items[at + 1]
    // "denied that, blaming": what was said before.
    if next.mark == .comma || next.mark == .period || next.mark == .semicolon { return true }
    if next.kinds.contains(.date) {
      // "rejected that yesterday.", but "said that on Friday, troops …".
      let ends: [Token.Kind] =
        chunks.last?.traits.contains(.isSpeech) == true
        ? [.period, .semicolon] : [.period, .semicolon, .comma]
      return at + 2 >= items.count || ends.contains(items[at + 2].mark)
    }
    return next.mark == .openQuote
      || next.classSet != 0
        && lexicon.classSets[Int(next.classSet)].intersects(lexicon.verdictClasses)
        && (at + 2 >= items.count || items[at + 2].kinds.isEmpty)
  }

  /// "said in Brussels | that", "announced that … and | that", "said he had … and | that": content, no
  /// relative clause.
  func resumesContent(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last else { return false }
    if phrase < 0, last.kind == .conjunction {
      return chunks.contains { $0.kind == .complementizer || $0.traits.contains(.isSpeech) }
    }
    guard !isHeadFirst, last.kind == .preposition, last.roles.contains(.locative),
      !last.roles.contains(.origin), phrase >= 0
    else { return false }
    return chunks.dropLast().last { $0.kind != .date }?.traits.contains(.isSpeech) == true
  }

  /// "Дрон, що влучив у порт": behind a noun that no verb of saying governs, and before a verb,
  /// "що" is a relative.
  func opensRelative(
    _ items: [Item], _ at: Int, _ phrase: Int, _ chunks: [Chunk]
  ) -> Bool {
    guard phrase < 0, at + 1 < items.count, items[at].endToken - items[at].firstToken == 1,
      let comma = chunks.last, comma.kind == .comma,
      let noun = chunks.dropLast().last, noun.kind == .nounPhrase, noun.eventNoun < 0
    else { return false }
    let isPronoun =
      noun.endItem - noun.firstItem == 1
      && !items[Int(noun.firstItem)].roles.isDisjoint(with: [.demonstrative, .determiner])
    let next = items[at + 1]
    let isVerbal = next.verbFeatures.contains(.finite) || leadsToVerb(items, at)
    guard !isPronoun, isVerbal else { return false }
    let verb = chunks.last { $0.kind == .verb }
    return verb.map { !$0.traits.contains(.isSpeech) && $0.traits.contains(.isFinite) } ?? true
  }

  /// Whether a phrase follows that may be the subject of a clause.
  func leadsToSubject(_ items: [Item], _ at: Int) -> Bool {
    guard at + 1 < items.count else { return false }
    let next = items[at + 1]
    return next.kinds.contains(.actor) || next.roles.contains(.role) || next.kinds == .unknown
  }

  static let joining: WordRole = [
    .according, .mediumCue, .complementizer, .relative, .conjunction, .contrast, .conditional,
    .subordinator, .preposition, .agentMarker, .exemplifier, .aim,
  ]

  func joinsModifiers(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard !isHeadFirst, at > phrase else { return false }
    let before = items[at - 1]
    var next = at + 1
    if items[next].roles.contains(.determiner) { next += 1 }
    guard next < items.count else { return false }
    if joinsMeans(items, phrase, at) { return true }
    let after = items[next]
    guard before.kinds.contains(.adjectivalActor) || before.kinds.contains(.actor),
      after.kinds.contains(.adjectivalActor), next + 1 < items.count
    else { return false }
    return before.kinds.contains(.adjectivalActor) && isNominal(items[next + 1])
  }

  /// "Russian missile and drone attacks", "US military and economic aid": two that tell more of one
  /// event noun behind them.
  private func joinsMeans(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard !usesCases, at + 2 < items.count else { return false }
    let (before, after) = (items[at - 1], items[at + 1])
    let modifies: (Item) -> Bool = {
      !$0.isCapitalised && $0.nounFeatures.isDisjoint(with: .plural)
        && $0.kinds.isDisjoint(with: [.actor, .place, .eventNoun, .date, .number])
        && $0.roles.isDisjoint(with: [
          .determiner, .possessivePronoun, .preposition, .adverb, .negation, .planned, .be,
          .perfect,
        ])
    }
    // "drone attacks" may be one word of the lexicon.
    let isWhole =
      after.kinds.contains(.eventNoun) && after.endToken > after.firstToken + 1
      && !after.isCapitalised && after.nounFeatures.contains(.plural)
    let isModifier =
      modifies(after) && after.mark == .word && items[at + 2].kinds.contains(.eventNoun)
      && (!after.kinds.isDisjoint(with: [.noun, .unknown]) || after.roles.contains(.adjective))
    guard modifies(before), isWhole || isModifier,
      // "the army and rebel attacks": the first is somebody.
      at - 1 > phrase || before.roles.isDisjoint(with: .role)
    else { return false }
    if before.kinds.contains(.noun) || before.roles.contains(.adjective) { return true }
    // "Israeli air and artillery strikes"; lower-case words may be the first of a broken line.
    guard at > 1, items[at - 2].kinds.contains(.actor) else { return false }
    return before.kinds == .unknown
      || before.roles.contains(.role) && after.roles.isDisjoint(with: .role)
  }

  static let nominalRoles: WordRole = WordRole.nameCues.union([
    .role, .opaque, .plannedNoun,
  ])

  func isNominal(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place])
      || !item.roles.isDisjoint(with: Self.nominalRoles)
      || (item.kinds.contains(.unknown) && !item.kinds.contains(.unknownVerb))
  }
}
