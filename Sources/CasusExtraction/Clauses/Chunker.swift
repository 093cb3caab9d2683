import CasusKnowledge

/// Groups items into noun phrases, verbs and joining words.
final class Chunker: Sendable {
  private let lexicon: Lexicon
  private let isHeadFirst: Bool
  private let usesCases: Bool
  /// Borders, and what is moved to them.
  private let borderClass: ClassSet
  /// What something is called: "absurd", "a provocation".
  private let verdictClasses: ClassSet
  /// The numbers of "of" and "on".
  private let ofNumber: Int32
  private let onNumber: Int32
  private let forceClasses: ClassSet

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    isHeadFirst = lexicon.nounHead == .first
    usesCases = lexicon.usesCases
    ofNumber = Int32(lexicon.prepositions["of"] ?? -1)
    onNumber = Int32(lexicon.prepositions["on"] ?? -1)
    borderClass = lexicon.classes("border")
    forceClasses = lexicon.classes("troops", "arms", "vessel")
    verdictClasses = lexicon.classes("blame_word", "empty_word", "praise_word")
  }

  /// The auxiliaries, negations and adverbs met since the last chunk.
  private struct Pending {
    var traits: Chunk.Traits = []
    var hasBe = false
    var first: Int32 = -1

    mutating func open(_ item: Int) {
      if first < 0 { first = Int32(item) }
    }
  }

  func chunks(of items: [Item], into chunks: inout [Chunk], owners: inout [Owner]) {
    chunks.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    var pending = Pending()
    var phrase = -1
    var i = 0
    while i < items.count {
      let item = items[i]
      if item.kinds.isEmpty && item.roles.isEmpty && item.node == 0 {
        i = punctuation(items, i, &phrase, &pending, &chunks, &owners)
        continue
      }
      if item.kinds.contains(.date) {
        flush(items, &phrase, i, &chunks, &owners)
        chunks.append(Chunk(kind: .date, firstItem: Int32(i), endItem: Int32(i + 1)))
        i += 1
        continue
      }
      if isVerb(items, i, inPhrase: phrase, pending, chunks) {
        flush(items, &phrase, i, &chunks, &owners)
        appendVerb(items, i, pending, &chunks)
        pending = Pending()
        i += 1
        continue
      }
      if isAuxiliary(items, i, inPhrase: phrase) {
        flush(items, &phrase, i, &chunks, &owners)
        if item.roles.contains(.reciprocal), usesCases || !isHeadFirst,
          i + 1 >= items.count || items[i + 1].mark != .possessive,
          let verb = verbBeside(&chunks)
        {
          chunks[verb].traits.insert(.isMutual)
        }
        collect(items, i, &pending, &chunks)
        i += 1
        continue
      }
      if let kind = joint(items, i, inPhrase: phrase, chunks) {
        flush(items, &phrase, i, &chunks, &owners)
        closeAuxiliaries(&pending, i, &chunks)
        var chunk = Chunk(kind: kind, firstItem: Int32(i), endItem: Int32(i + 1))
        chunk.roles = item.roles
        chunk.preposition = item.preposition
        chunks.append(chunk)
        i += 1
        continue
      }
      if phrase < 0 {
        closeAuxiliaries(&pending, i, &chunks)
        phrase = i
      } else if usesCases
        ? changesCase(items, phrase, i, behind: chunks.last?.kind)
          || standsBesideName(items, phrase, i, behind: chunks.last?.kind)
          || standsBesidePlace(items, phrase, i, chunks)
        : isHeadFirst ? splitsPhrase(items, phrase, i) : opensPhrase(items, phrase, i, chunks)
      {
        flush(items, &phrase, i, &chunks, &owners)
        phrase = i
      }
      i += 1
    }
    flush(items, &phrase, items.count, &chunks, &owners)
    closeAuxiliaries(&pending, items.count, &chunks)
    openAsides(items, &chunks)
    demoteSubordinators(&chunks)
    attachPrepositions(items, &chunks)
    linkLists(items, &chunks)
  }

  /// "Четыре страны – A, B и C – порвали": what stands between dashes says who is meant.
  private func openAsides(_ items: [Item], _ chunks: inout [Chunk]) {
    var open = -1
    for i in chunks.indices {
      switch chunks[i].kind {
      case .stop:
        let isDash = items[Int(chunks[i].firstItem)].mark == .dash
        if isDash, open > 0, i + 1 < chunks.count, chunks[i + 1].kind == .verb,
          chunks[open - 1].kind == .nounPhrase
        {
          chunks[open].kind = .comma
          chunks[i].kind = .comma
          let namesThem = chunks[open..<i].contains { $0.traits.contains(.isAgentive) }
          // The names tell more than "the countries".
          if usesCases || chunks[open - 1].traits.contains(.isAnaphor) && namesThem {
            chunks[open - 1].ownerEnd = chunks[open - 1].ownerStart
          }
          open = -1
        } else {
          open = isDash ? i : -1
        }
      case .nounPhrase, .comma, .conjunction, .preposition, .date: break
      default: open = -1
      }
    }
  }

  // MARK: Punctuation and joining words

  private func punctuation(
    _ items: [Item], _ at: Int, _ phrase: inout Int, _ pending: inout Pending,
    _ chunks: inout [Chunk], _ owners: inout [Owner]
  ) -> Int {
    let kind: Chunk.Kind
    switch items[at].mark {
    // "Jakarta - Brasil mengerahkan": with a space before it a hyphen is a dash.
    case .hyphen where !items[at].isJoined && isHeadFirst && !usesCases: kind = .stop
    case .possessive, .hyphen, .slash:
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
    closeAuxiliaries(&pending, at, &chunks)
    chunks.append(Chunk(kind: kind, firstItem: Int32(at), endItem: Int32(at + 1)))
    return at + 1
  }

  /// The kind of joining word an item is here, or `nil` when it belongs to a noun phrase.
  private func joint(
    _ items: [Item], _ at: Int, inPhrase phrase: Int, _ chunks: [Chunk]
  ) -> Chunk.Kind? {
    let item = items[at]
    let roles = item.roles
    if roles.isDisjoint(with: Self.joining) { return nil }
    if item.kinds.contains(.actor), item.isCapitalised, at > 0 { return nil }
    if roles.contains(.according) { return .according }
    if roles.contains(.mediumCue) { return .mediumCue }
    if roles.contains(.complementizer), isPointer(items, at, chunks) { return nil }
    if roles.contains(.complementizer) && roles.contains(.determiner) {
      if resumesContent(phrase, chunks) { return .complementizer }
      if phrase >= 0 {
        let told = chunks.last { $0.kind != .date }
        return told?.kind == .verb && told?.traits.contains(.isSpeech) == true
          ? .complementizer : .relative
      }
      guard let last = chunks.lastIndex(where: { $0.kind != .date }) else { return nil }
      if chunks[last].kind == .verb { return .complementizer }
      guard chunks[last].kind == .nounPhrase else { return nil }
      // "told Kim that the two countries": content; "the drones that Russia bought": relative.
      let told = chunks[..<last].last { $0.kind != .date }
      let isContent = told?.kind == .verb && told?.traits.contains(.isSpeech) == true
      return isContent ? .complementizer : .relative
    }
    if roles.contains(.relative) { return .relative }
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
        items[at + 1].roles.isDisjoint(with: [.pluralPronoun, .thingPronoun])
      {
        return nil
      }
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
        return nil
      }
      return .preposition
    }
    return nil
  }

  /// "calls that "absurd"": a pronoun right behind the verb, and then what it is called.
  private func isPointer(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard !isHeadFirst, !usesCases, at + 1 < items.count, chunks.last?.kind == .verb,
      chunks.last?.endItem == Int32(at)
    else { return false }
    let next = items[at + 1]
    // "denied that, blaming": what was said before.
    if next.mark == .comma || next.mark == .period { return true }
    return next.mark == .openQuote
      || next.classSet != 0
        && lexicon.classSets[Int(next.classSet)].intersects(verdictClasses)
        && (at + 2 >= items.count || items[at + 2].kinds.isEmpty)
  }

  /// "said in Brussels | that", "announced that … and | that": content, no relative clause.
  private func resumesContent(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last else { return false }
    if phrase < 0, last.kind == .conjunction {
      return chunks.contains { $0.kind == .complementizer }
    }
    guard !isHeadFirst, last.kind == .preposition, last.roles.contains(.locative),
      !last.roles.contains(.origin), phrase >= 0
    else { return false }
    return chunks.dropLast().last { $0.kind != .date }?.traits.contains(.isSpeech) == true
  }

  /// "Дрон, що влучив у порт": behind a noun that no verb of saying governs, and before a verb,
  /// "що" is a relative.
  private func opensRelative(
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
  private func leadsToSubject(_ items: [Item], _ at: Int) -> Bool {
    guard at + 1 < items.count else { return false }
    let next = items[at + 1]
    return next.kinds.contains(.actor) || next.roles.contains(.role) || next.kinds == .unknown
  }

  private static let joining: WordRole = [
    .according, .mediumCue, .complementizer, .relative, .conjunction, .contrast, .conditional,
    .subordinator, .preposition, .agentMarker, .exemplifier, .aim,
  ]

  private func joinsModifiers(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard !isHeadFirst, at > phrase else { return false }
    let before = items[at - 1]
    var next = at + 1
    if items[next].roles.contains(.determiner) { next += 1 }
    guard next < items.count else { return false }
    let after = items[next]
    guard before.kinds.contains(.adjectivalActor) || before.kinds.contains(.actor),
      after.kinds.contains(.adjectivalActor), next + 1 < items.count
    else { return false }
    return before.kinds.contains(.adjectivalActor) && isNominal(items[next + 1])
  }

  private static let nominalRoles: WordRole = WordRole.nameCues.union([
    .role, .opaque, .plannedNoun,
  ])

  private func isNominal(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place])
      || !item.roles.isDisjoint(with: Self.nominalRoles)
      || (item.kinds.contains(.unknown) && !item.kinds.contains(.unknownVerb))
  }

  // MARK: Auxiliaries

  private static let auxiliary: WordRole = [
    .be, .perfect, .infinitiveMarker, .adverb, .negation, .planned, .hypothetical, .hearsay,
    .reciprocal,
  ]

  private func isAuxiliary(_ items: [Item], _ at: Int, inPhrase phrase: Int) -> Bool {
    let item = items[at]
    guard !item.roles.isDisjoint(with: Self.auxiliary) else { return false }
    if item.kinds.contains(.actor), item.isCapitalised { return false }
    if item.roles.contains(.infinitiveMarker) { return leadsToVerb(items, at) }
    if item.roles.contains(.determiner), !leadsToVerb(items, at) { return false }
    if !item.roles.isDisjoint(with: [.subordinator, .conditional]), item.roles.contains(.perfect) {
      return leadsToVerb(items, at)
    }
    if item.roles.contains(.conjunction) || item.roles.contains(.preposition)
      || item.roles.contains(.contrast) || item.roles.contains(.subordinator)
    {
      return leadsToVerb(items, at)
    }
    // "satu lagi baterai", "the now closed border": inside a phrase unless a verb follows.
    if usesCases, item.roles.contains(.reciprocal), item.endToken > item.firstToken + 1 {
      // "винят в этом | друг друга".
      return true
    }
    if phrase >= 0, item.roles.isDisjoint(with: [.be, .planned, .hypothetical, .negation]) {
      return leadsToVerb(items, at) && !modifiesNoun(items, at, phrase)
    }
    return true
  }

  /// "an earlier charge", "the latest claim": between an article and what may be a noun.
  private func modifiesNoun(_ items: [Item], _ at: Int, _ phrase: Int) -> Bool {
    guard !usesCases, !isHeadFirst, phrase == at - 1, at + 1 < items.count,
      items[phrase].roles.contains(.determiner), items[phrase].kinds.isEmpty,
      items[phrase].end - items[phrase].start <= 3
    else { return false }
    let next = items[at + 1]
    return next.verbFeatures.contains(.base) && next.verbFeatures.isDisjoint(with: .past)
      && !next.kinds.isDisjoint(with: [.noun, .eventNoun])
  }

  /// "blamed | each other", "fired at | each other": the verb that stands right before, or before a
  /// preposition.
  private func verbBeside(_ chunks: inout [Chunk]) -> Int? {
    guard let last = chunks.indices.last else { return nil }
    if chunks[last].kind == .verb { return last }
    if usesCases {
      // "винят в этом | друг друга".
      return chunks.lastIndex { ![.nounPhrase, .preposition, .date].contains($0.kind) }
        .flatMap { chunks[$0].kind == .verb ? $0 : nil }
    }
    guard last > 0, chunks[last].kind == .preposition, chunks[last - 1].kind == .verb
    else { return nil }
    return last - 1
  }

  /// Whether a verb follows, adverbs and other auxiliaries apart.
  private func leadsToVerb(_ items: [Item], _ at: Int) -> Bool {
    var next = at + 1
    while next < items.count, next < at + 4 {
      let item = items[next]
      if item.kinds.contains(.verb) || !item.roles.isDisjoint(with: .verbalRoles)
        || item.kinds.contains(.unknownVerb)
      {
        // After "to" or "untuk" only a dictionary form is a verb.
        if items[at].roles.contains(.infinitiveMarker), !isHeadFirst, next == at + 1 {
          return item.verbFeatures.contains(.base)
            && !(item.isCapitalised && item.kinds.contains(.actor))
        }
        return true
      }
      guard !item.roles.isDisjoint(with: Self.auxiliary), item.kinds.isEmpty else { return false }
      next += 1
    }
    return false
  }

  private func collect(
    _ items: [Item], _ at: Int, _ pending: inout Pending, _ chunks: inout [Chunk]
  ) {
    let roles = items[at].roles
    if usesCases, roles.contains(.hypothetical), let last = chunks.last, last.kind == .verb,
      Int(last.endItem) == at, !leadsToVerb(items, at)
    {
      // "атаковал бы".
      chunks[chunks.count - 1].traits.insert(.isHypothetical)
    }
    pending.open(at)
    if roles.contains(.negation) { pending.traits.insert(.isNegated) }
    if roles.contains(.planned) { pending.traits.insert(.isPlanned) }
    if roles.contains(.hypothetical) { pending.traits.insert(.isHypothetical) }
    if roles.contains(.perfect) { pending.traits.insert(.isPerfect) }
    if roles.contains(.pluperfect) { pending.traits.insert(.isPluperfect) }
    if roles.contains(.infinitiveMarker) { pending.traits.insert(.isInfinitive) }
    if roles.contains(.hearsay) { pending.traits.insert(.isHearsay) }
    if roles.contains(.be) { pending.hasBe = true }
  }

  /// Auxiliaries without a verb: a copula is a verb of its own, the rest is dropped.
  private func closeAuxiliaries(_ pending: inout Pending, _ end: Int, _ chunks: inout [Chunk]) {
    if pending.hasBe || pending.traits.contains(.isPerfect) && !isHeadFirst {
      var chunk = Chunk(kind: .verb, firstItem: pending.first, endItem: Int32(end))
      chunk.traits = pending.traits.union(.isFinite)
      chunk.verbItem = pending.first
      chunks.append(chunk)
    }
    pending = Pending()
  }

  // MARK: Verbs

  private func isVerb(
    _ items: [Item], _ at: Int, inPhrase phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let isKnown =
      item.kinds.contains(.verb) || !item.roles.isDisjoint(with: .verbalRoles)
    guard isKnown || item.kinds.contains(.unknownVerb) else { return false }
    if item.kinds.contains(.actor) || item.kinds.contains(.place), item.isCapitalised {
      return false
    }
    if !usesCases, !isHeadFirst, isNameInside(items, at) { return false }
    if usesCases {
      if !isKnown, item.isCapitalised || item.isJoined { return false }
      // "после начала": no verb stands behind a preposition.
      if phrase < 0, pending.first < 0, chunks.last?.kind == .preposition,
        item.verbFeatures.contains(.finite), item.verbFeatures.isDisjoint(with: .participle),
        Int(chunks.last?.endItem ?? -1) == at
      {
        return false
      }
      // "открыто поддержал": how, and not what was opened.
      if item.roles.contains(.adverb), leadsToVerb(items, at) { return false }
      // "буде передано".
      if item.roles.contains(.planned), leadsToVerb(items, at) { return false }
      if item.verbFeatures.contains(.participle), item.verbFeatures.isDisjoint(with: .finite),
        modifies(items, at, chunks, phrase)
      {
        return false
      }
      return !isKnown || !item.verbFeatures.isEmpty
    }
    if !item.roles.isDisjoint(with: [.demonstrative, .exemplifier, .according]) { return false }
    if isHeadFirst, !item.roles.isDisjoint(with: Self.auxiliary), leadsToVerb(items, at) {
      // "diduga menginginkan", "kembali menyerang": the verb that follows is the one that counts.
      return false
    }
    if !isHeadFirst, !item.roles.isDisjoint(with: [.be, .perfect]), leadsToParticiple(items, at) {
      return false
    }
    if !isHeadFirst, item.roles.contains(.adverb), leadsToVerb(items, at) { return false }
    return isHeadFirst
      ? isAffixedVerb(items, at, phrase, pending, chunks)
      : isEnglishLikeVerb(items, at, phrase, pending, chunks)
  }

  /// "the frigate Admire", "Will Kerr": with a capital inside a sentence that writes its verbs without, a
  /// word is part of a name.
  private func isNameInside(_ items: [Item], _ at: Int) -> Bool {
    guard items[at].isCapitalised, at > 0, items[at - 1].mark == .word,
      items[at].endToken == items[at].firstToken + 1
    else { return false }
    return items.contains {
      !$0.isCapitalised && $0.mark == .word && !$0.verbFeatures.isEmpty
        && !$0.verbFeatures.isDisjoint(with: [.past, .finite])
    }
  }

  /// "Захваченные в субботу заложники", but ", захваченные в субботу": whether a participle stands
  /// before its noun as an adjective would, with no actor between that did it.
  private func modifies(_ items: [Item], _ at: Int, _ chunks: [Chunk], _ phrase: Int) -> Bool {
    if phrase < 0, let last = chunks.last, last.kind == .comma { return false }
    var next = at + 1
    while next < items.count, next < at + 4 {
      let item = items[next]
      if isDemonym(item), next + 1 >= items.count || !isNominal(items[next + 1]) {
        // "группа вооружённых сербов", but "захвачен сербами".
        return !item.nounFeatures.contains(.instrumental)
          || items[at].nounFeatures.contains(.instrumental)
      }
      let isAdjective =
        item.kinds.contains(.unknownAdjective) || item.roles.contains(.adjective)
        || item.kinds.contains(.adjectivalActor) || item.kinds == .number
      if isAdjective {
        next += 1
        continue
      }
      if item.kinds.contains(.actor), item.nounFeatures.contains(.instrumental) { return false }
      return item.mark == .word && isNominal(item) && item.kinds.isDisjoint(with: .verb)
    }
    return false
  }

  /// Whether "have" or "be" is an auxiliary here: a participle follows.
  private func leadsToParticiple(_ items: [Item], _ at: Int) -> Bool {
    var next = at + 1
    while next < items.count, next < at + 4 {
      let item = items[next]
      if !item.verbFeatures.isDisjoint(with: [.participle, .gerund]) { return true }
      guard !item.roles.isDisjoint(with: Self.auxiliary), item.kinds.isEmpty else { return false }
      next += 1
    }
    return false
  }

  /// Verbs marked by affixes; a bare stem is a verb only where a predicate must stand.
  private func isAffixedVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    if item.kinds.contains(.unknownVerb) {
      return !(item.isCapitalised && at > 0) && item.roles.isEmpty && !items[at].isJoined
    }
    if phrase < 0, pending.first < 0, chunks.last?.kind == .preposition,
      item.kinds.contains(.eventNoun)
    {
      // "dengan latihan perang": a noun behind a preposition.
      return false
    }
    if phrase < 0, pending.first < 0, item.kinds.contains(.eventNoun),
      item.endToken > item.firstToken + 1 || at == 0,
      at == 0 || chunks.last.map({ $0.kind == .verb && $0.endItem == Int32(at) }) ?? false
    {
      // "menangguhkan kerja sama", "Baku tembak pecah": what is also a noun is one there.
      return false
    }
    if item.kinds.contains(.noun), item.verbFeatures.contains(.passive),
      item.verbFeatures.isDisjoint(with: [.active, .bare])
    {
      // "mengekstradisi tersangka": somebody, though it looks like a passive.
      return false
    }
    if item.verbFeatures.contains(.active) || item.verbFeatures.contains(.passive) {
      return item.roles.isDisjoint(with: [.preposition, .subordinator])
        || item.kinds.contains(.verb)
    }
    if pending.hasBe { return false }
    if at == 0 { return opensHeadline(items) }
    if pending.first >= 0, pending.traits.isEmpty, phrase < 0, item.isCapitalised,
      chunks.last?.kind == .nounPhrase, let next = at + 1 < items.count ? items[at + 1] : nil,
      next.isCapitalised
    {
      // "Turki Akhirnya Ratifikasi Keanggotaan Swedia": a headline verb behind an adverb.
      return true
    }
    if !pending.traits.isEmpty { return !pending.traits.contains(.isHearsay) || phrase < 0 }
    let isNoun =
      !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .preposition, .subordinator])
    let next = at + 1 < items.count ? items[at + 1] : nil
    if item.roles.contains(.speech), item.kinds.isDisjoint(with: .verb) {
      if phrase >= 0, item.isCapitalised, items[at - 1].kinds.contains(.actor), let next,
        next.isCapitalised, !next.kinds.isDisjoint(with: [.verb, .actor])
      {
        // "Islamabad Klaim Rontokkan Jet": a headline.
        return true
      }
      // "…," kata X; X kata: only beside a quotation or a comma, before its speaker.
      guard let last = chunks.last, phrase < 0 else { return false }
      return last.kind == .comma || last.kind == .closeQuote
    }
    // A headline verb follows its subject and leads to its object.
    if phrase >= 0 {
      let before = items[at - 1]
      guard before.kinds.contains(.actor) || before.roles.contains(.role) || before.isCapitalised,
        let next
      else { return false }
      let isCapital = item.isCapitalised
      if isHeadlineVerb(items, at, phrase, chunks) { return true }
      if isNoun { return isCapital && next.kinds.contains(.actor) && before.kinds.contains(.actor) }
      return next.isCapitalised
        || !next.roles.isDisjoint(with: [.preposition, .determiner, .relative])
        || !next.kinds.isDisjoint(with: [.noun, .eventNoun, .verb, .number])
    }
    if let last = chunks.last, last.kind == .verb, last.endItem == Int32(at), item.isCapitalised,
      items[at - 1].isCapitalised, item.verbFeatures.contains(.base), let next,
      next.isCapitalised || next.kinds.contains(.number), !isAskedFor(item, by: items[at - 1])
    {
      // Two headline verbs in a row: "Moskow Balas Blokir 81 Media".
      return true
    }
    if let last = chunks.last, last.kind == .verb, last.endItem == Int32(at), !item.isCapitalised,
      items[at - 1].verbFeatures.isDisjoint(with: [.active, .passive]), item.kinds == .verb,
      let next, !next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .number])
    {
      // "Teheran balas larang pesawat Lebanon": a chat writes like a headline.
      return true
    }
    if isNoun { return false }
    if let last = chunks.last, last.kind == .comma || last.kind == .conjunction {
      return item.isCapitalised && next?.isCapitalised == true
    }
    return pending.first >= 0 && chunks.last?.kind == .nounPhrase
  }

  /// "Cabut Sanksi Suriah": whether a frame of the verb before asks for such a noun as its object.
  private func isAskedFor(_ item: Item, by verb: Item) -> Bool {
    guard item.classSet != 0, verb.kinds.contains(.verb) else { return false }
    let classes = lexicon.classSets[Int(item.classSet)]
    return lexicon.meanings(of: verb.node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].objectClasses.intersects(classes)
    }
  }

  /// "Indonesia Pesan 48 Jet", "Mesir Protes Bendungan Ethiopia": behind a bare name that opens a
  /// headline, and before an object, a word that may be a verb is one.
  private func isHeadlineVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    guard item.kinds.contains(.verb), item.isCapitalised, phrase == at - 1, at + 1 < items.count,
      items[phrase].kinds.contains(.actor), items[phrase].kinds.isDisjoint(with: .adjectivalActor),
      item.roles.isDisjoint(with: [.role, .opaque, .preposition, .subordinator])
    else { return false }
    if let last = chunks.last, last.kind != .comma, last.kind != .stop { return false }
    let next = items[at + 1]
    return next.kinds.contains(.number)
      || next.isCapitalised && !next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .unknown])
  }

  /// "Kecam Israel, Spanyol Tarik Dubes": a headline that begins with what its subject does besides.
  private func opensHeadline(_ items: [Item]) -> Bool {
    guard let first = items.first, first.isCapitalised, first.kinds == .verb,
      first.verbFeatures.contains(.base), items.count > 4, items[1].isCapitalised
    else { return false }
    guard let comma = items.prefix(10).firstIndex(where: { $0.mark == .comma }), comma > 1,
      comma + 2 < items.count, items[comma + 1].isCapitalised
    else { return false }
    return items[comma + 1].kinds.contains(.actor) || items[comma + 1].roles.contains(.role)
  }

  private func isEnglishLikeVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let before: Item? = at > 0 ? items[at - 1] : nil
    // Russian-occupied, state-run.
    if item.isJoined, let before, before.mark == .hyphen { return false }
    let features = item.verbFeatures
    let opensPhrase = phrase == at - 1 && phrase >= 0
    let afterDeterminer =
      before.map { b in
        b.roles.contains(.possessivePronoun) || b.mark == .possessive
          || (b.roles.contains(.determiner) && opensPhrase && !b.roles.contains(.groupBoth))
          || b.kinds.contains(.adjectivalActor)
            && !b.kinds.contains(.noun) && !isPeople(b) && !isPlainFinite(item)
            && !isPastBehindPeople(items, phrase, at)
          // "29 suspected smugglers".
          || b.kinds == .number && b.classSet == 0 && opensPhrase
            && features.contains(.participle) && at + 1 < items.count
            && items[at + 1].nounFeatures.contains(.plural)
            && items[at + 1].kinds.isDisjoint(with: [.actor, .place])
      } ?? false
    if phrase < 0, pending.first < 0, features.contains(.base), followsMarker(items, at, chunks) {
      return at + 1 >= items.count || startsPhrase(items[at + 1])
        || items[at + 1].verbFeatures.contains(.gerund)
        || items[at + 1].roles.contains(.preposition)
          && items[at + 1].preposition != ofNumber
    }
    if pending.first > 0, phrase < 0, items[Int(pending.first) - 1].mark == .possessive {
      // "Russia's only gripe".
      return false
    }
    if phrase < 0, pending.first < 0,
      opensSubject(items, at, features, chunks) || isGiven(items, at, features, chunks)
    {
      return false
    }
    // "the two agreed to deepen trade", but "the two seized boats".
    if isPastBehindPair(items, phrase, at) { return true }
    // "his armed march on Moscow": what somebody has is a noun.
    if phrase >= 0, at > phrase + 1, lacksHead(items, phrase, at) { return false }
    if features.contains(.participle), !afterDeterminer, phrase >= 0, at + 1 < items.count,
      items[at + 1].roles.contains(.agentMarker)
    {
      // "a ship run by a charity".
      return true
    }
    if phrase >= 0, features.contains(.base), pending.first < 0, isAsked(items, chunks),
      before.map({ $0.kinds.contains(.actor) || $0.nounFeatures.contains(.plural) }) == true
    {
      // "demanded that Rwanda pull out".
      return true
    }
    if item.kinds.contains(.unknownVerb) {
      if afterDeterminer { return false }
      return pending.first >= 0 || phrase >= 0 || chunks.last?.kind == .relative
        || chunks.last?.kind == .conjunction || chunks.last?.kind == .nounPhrase
    }
    if pending.traits.contains(.isInfinitive) || pending.traits.contains(.isPlanned)
      || pending.traits.contains(.isHypothetical)
    {
      if phrase < 0 { return !features.isDisjoint(with: [.base, .participle, .gerund]) }
    }
    if pending.hasBe || pending.traits.contains(.isPerfect), phrase < 0 {
      return !features.isDisjoint(with: [.participle, .gerund, .past])
    }
    if features.contains(.gerund) {
      if afterDeterminer { return false }
      if item.kinds.contains(.noun), phrase >= 0, at > phrase + 1,
        items[phrase].roles.contains(.determiner) || items[phrase].hasArticle
          || items[phrase].roles.contains(.possessivePronoun),
        at + 1 >= items.count || !startsPhrase(items[at + 1])
      {
        // "reopened the Salwa crossing".
        return false
      }
      if item.roles.contains(.adjective), phrase < 0, pending.first < 0, at + 1 < items.count,
        isNominal(items[at + 1])
      {
        // "remaining Armenian units".
        return false
      }
      if phrase < 0, pending.first < 0, standsForThing(items, at, chunks) { return false }
      let isEventNoun = !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      if isEventNoun, phrase >= 0, let before, fight(before), at + 1 < items.count,
        items[at + 1].kinds.contains(.actor) || items[at + 1].kinds.contains(.place)
          || !items[at + 1].roles.isDisjoint(with: [.determiner, .possessivePronoun])
      {
        // "troops fighting the rebels", "jets bombing Gaza".
        return true
      }
      if isEventNoun, phrase >= 0 || before?.roles.contains(.preposition) == true {
        // "of shelling civilians", but "after shelling near Kyiv".
        guard phrase < 0, at + 1 < items.count else { return false }
        return startsPhrase(items[at + 1])
      }
      return true
    }
    let isNoun =
      !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .adjective, .nounLike])
    if features.contains(.participle), phrase < 0, pending.first < 0,
      isObjectsAdjective(items, at, chunks)
    {
      return false
    }
    if features.contains(.past) || features.contains(.participle) {
      if afterDeterminer {
        // "the seized assets", but "the Russians attacked".
        return false
      }
      if isNoun && !features.contains(.base) { return true }
      if !isNoun { return before?.roles.contains(.preposition) != true || phrase >= 0 }
    }
    if afterDeterminer { return false }
    if features.contains(.base), phrase >= 0, item.roles.contains(.preposition),
      chunks.last?.kind == .verb
    {
      // "turned it down": a particle behind the object.
      return false
    }
    if !isNoun {
      if features.contains(.base) && !features.contains(.finite) {
        // A plural or "I/we/they" subject, or an imperative: not after a bare noun.
        if let before, before.roles.contains(.preposition), phrase < 0 { return false }
      }
      return true
    }
    return isVerbNotNoun(items, at, phrase, pending, chunks)
  }

  /// "Fighting raged", "Rail workers walked out": the first word of a clause, though it looks like a
  /// verb, belongs to the subject where a verb with a tense follows and no object of its own.
  private func opensSubject(
    _ items: [Item], _ at: Int, _ features: FormFeatures, _ chunks: [Chunk]
  ) -> Bool {
    let isGerund = features.contains(.gerund)
    guard isGerund || features.contains(.base) && features.isDisjoint(with: .past),
      at == 0 || chunks.last?.kind == .stop || chunks.last?.kind == .openQuote,
      items[at].isCapitalised, at + 2 < items.count
    else { return false }
    let next = items[at + 1]
    if isGerund {
      if leadsToFinite(items, at) { return true }
      guard next.roles.contains(.preposition),
        !items[at].kinds.isDisjoint(with: [.noun, .eventNoun])
      else { return false }
    } else {
      // "Free the hostages" is an order.
      guard next.kinds.isDisjoint(with: [.actor, .place, .number, .verb]), !next.isCapitalised,
        !next.kinds.isDisjoint(with: [.noun, .eventNoun]) || next.nounFeatures.contains(.plural)
          || next.roles.contains(.role),
        next.roles.isDisjoint(with: [.determiner, .possessivePronoun, .preposition])
      else { return false }
    }
    for i in (at + 1)..<(items.count - 1) {
      let item = items[i]
      if item.kinds.isEmpty, item.roles.isEmpty, item.node == 0 { return false }
      if !item.roles.isDisjoint(with: [
        .relative, .complementizer, .subordinator, .conditional, .contrast,
      ]) {
        return false
      }
      if !item.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical]) { return true }
      if item.verbFeatures.contains(.past), item.kinds.isDisjoint(with: [.noun, .eventNoun]) {
        return true
      }
    }
    return false
  }

  /// "granted amnesty to", "demanded access.": a dictionary form right behind a verb that governs no
  /// clause, and without an object of its own, is that verb's object.
  private func isGiven(
    _ items: [Item], _ at: Int, _ features: FormFeatures, _ chunks: [Chunk]
  ) -> Bool {
    guard features.contains(.base), features.isDisjoint(with: .past), let last = chunks.last,
      last.kind == .verb, Int(last.endItem) == at, last.verbItem >= 0,
      last.traits.isDisjoint(with: [.isSpeech, .isPassive]), !items[at - 1].endsInMarker,
      items[Int(last.verbItem)].kinds.contains(.verb)
    else { return false }
    let governs = lexicon.meanings(of: items[Int(last.verbItem)].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.content != nil
    }
    guard !governs else { return false }
    guard at + 1 < items.count else { return true }
    let next = items[at + 1]
    return next.kinds.isEmpty && next.roles.isEmpty && next.node == 0
      || next.roles.contains(.preposition) && next.kinds.isEmpty
  }

  /// "ignored | repeated warnings", "faces renewed attacks": right behind a verb with a tense, a
  /// participle before a noun tells more of the object.
  private func isObjectsAdjective(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .verb, Int(last.endItem) == at, last.verbItem >= 0,
      last.traits.contains(.isFinite), last.traits.isDisjoint(with: [.isPassive, .isSpeech]),
      items[Int(last.verbItem)].roles.isDisjoint(with: [.be, .perfect]), at + 1 < items.count
    else { return false }
    let next = items[at + 1]
    return next.kinds.isDisjoint(with: [.actor, .place]) && isNominal(next)
      && next.kinds.isDisjoint(with: .date)
  }

  /// "Britain's foreign minister, David Lammy, | offers Guyana support": a clause that has no verb yet, behind
  /// the name between commas that its subject has.
  private func closesAside(_ chunks: [Chunk]) -> Bool {
    let end = chunks.count
    guard end > 3, chunks[end - 1].kind == .comma, chunks[end - 2].kind == .nounPhrase,
      chunks[end - 3].kind == .comma, chunks[end - 4].kind == .nounPhrase
    else { return false }
    return !chunks.contains { $0.kind == .verb || $0.kind == .conjunction }
  }

  /// Whether a clause that says what is demanded has just opened.
  private func isAsked(_ items: [Item], _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .complementizer || last.kind == .relative,
      let verb = chunks.dropLast().last, verb.kind == .verb, verb.verbItem >= 0
    else { return false }
    return takes([.drop], verb, items)
  }

  /// "agreed to | stop": whether a verb that ends in the mark of the infinitive stands right before.
  private func followsMarker(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .verb, Int(last.endItem) == at else { return false }
    return items[at - 1].endsInMarker
  }

  /// "a deal on mining": a form in "-ing" behind a noun and "on", without an object of its own.
  private func standsForThing(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard let last = chunks.last, last.kind == .preposition, last.preposition == onNumber,
      chunks.dropLast().last?.kind == .nounPhrase
    else { return false }
    return at + 1 >= items.count || !startsPhrase(items[at + 1])
  }

  /// "the Serb refuses": a form that is nothing but a verb with a subject in the singular.
  private func isPlainFinite(_ item: Item) -> Bool {
    item.verbFeatures.contains(.finite)
      && item.verbFeatures.isDisjoint(with: [.past, .participle, .base])
      && item.kinds.isDisjoint(with: [.noun, .eventNoun])
      && item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .adjective, .nounLike])
  }

  /// "The Swiss froze", "the Dutch declined Kyiv's request", but "the Chinese seized assets": whether
  /// an article and an adjective name a people whose verb follows.
  private func isPastBehindPeople(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let item = items[at]
    guard phrase >= 0, item.verbFeatures.contains(.past), !item.verbFeatures.contains(.base),
      items[phrase].hasArticle && phrase == at - 1
        || items[phrase].roles.contains(.demonstrative) && phrase == at - 2
    else { return false }
    guard item.verbFeatures.contains(.participle) else { return true }
    guard at + 1 < items.count else { return false }
    let next = items[at + 1]
    return next.hasArticle
      || !next.roles.isDisjoint(with: [
        .determiner, .possessivePronoun, .personPronoun, .thingPronoun, .pluralPronoun,
      ])
      || next.kinds.contains(.actor) && next.kinds.isDisjoint(with: .adjectivalActor)
      || item.endToken > item.firstToken + 1
  }

  /// Whether an article and a numeral alone stand before a past that has no noun right behind it.
  private func isPastBehindPair(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard phrase >= 0, at == phrase + 2, at + 1 < items.count, isPair(items, phrase..<at),
      items[at].verbFeatures.contains(.past), items[at].kinds.isDisjoint(with: [.noun, .eventNoun])
    else { return false }
    let next = items[at + 1]
    return items[at].endToken > items[at].firstToken + 1
      || next.kinds.isDisjoint(with: [.noun, .eventNoun, .unknown, .actor, .place])
        && next.roles.isDisjoint(with: [.role, .opaque, .adjective])
  }

  /// "the two": an article and "two".
  private func isPair(_ items: [Item], _ range: Range<Int>) -> Bool {
    range.count == 2 && items[range.lowerBound].roles.contains(.demonstrative)
      && items[range.lowerBound].end - items[range.lowerBound].start == 3
      && items[range.lowerBound + 1].roles.contains(.determiner)
      && items[range.lowerBound + 1].end - items[range.lowerBound + 1].start == 3
      && !items[range.lowerBound + 1].roles.contains(.demonstrative)
  }

  /// Whether a possessive opened the phrase and no noun has followed yet.
  private func lacksHead(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard
      let opening = (phrase..<at).last(where: {
        items[$0].roles.contains(.possessivePronoun) || items[$0].mark == .possessive
          || (items[$0].roles.contains(.determiner) && items[$0].roles.contains(.demonstrative)
            && items[$0].end - items[$0].start <= 3)
      }), opening < at - 1
    else { return false }
    return !(opening + 1..<at).contains {
      isNominal(items[$0]) || items[$0].kinds.contains(.number)
        || items[$0].roles.contains(.nounLike)
    }
  }

  /// Whether a word names forces or people, more than one of them.
  private func fight(_ item: Item) -> Bool {
    item.nounFeatures.contains(.plural) && item.kinds.isDisjoint(with: .eventNoun)
      && (item.roles.contains(.role)
        || item.classSet != 0 && lexicon.classSets[Int(item.classSet)].intersects(forceClasses))
  }

  private func isPeople(_ item: Item) -> Bool {
    item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
  }

  /// "Russia strikes Kharkiv" or "Russia strikes kill five": a word that is both.
  private func isVerbNotNoun(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    let next: Item? = at + 1 < items.count ? items[at + 1] : nil
    if pending.first >= 0, phrase < 0 {
      return chunks.last?.kind == .nounPhrase && !item.verbFeatures.isEmpty
        && next.map { startsPhrase($0) || $0.roles.contains(.preposition) } ?? true
    }
    guard phrase >= 0, at > 0 else {
      if chunks.last?.kind == .relative { return true }
      if let next, item.verbFeatures.contains(.finite), startsPhrase(next), closesAside(chunks) {
        return true
      }
      guard let last = chunks.last, last.kind == .conjunction || last.kind == .comma, let next
      else { return false }
      // Coordinated with an earlier verb of the same form: "attack and occupy".
      let hasVerb = chunks.contains { $0.kind == .verb }
      return hasVerb && last.kind == .conjunction && item.verbFeatures.contains(.finite)
        && startsPhrase(next)
    }
    let before = items[at - 1]
    if before.roles.contains(.personPronoun) || before.roles.contains(.pluralPronoun)
      || before.roles.contains(.thingPronoun)
    {
      return true
    }
    if let last = chunks.last, last.kind == .verb, !last.traits.contains(.isSpeech) {
      // "gave U.S. forces access": an object, not another subject.
      return false
    }
    // "UK, Canada sanction ministers": a headline has a comma for "and".
    let isHeadline =
      chunks.last?.kind == .comma && chunks.count == 2 && phrase == at - 1
      && before.kinds.contains(.actor)
    let isList =
      chunks.last?.kind == .conjunction || isHeadline
      ? chunks.dropLast().last.map { $0.kind == .nounPhrase && $0.ownerEnd > $0.ownerStart }
        ?? false
      : false
    // "Trump set Hamas a deadline": a past that looks like the dictionary form has any subject.
    let isUnmarkedPast =
      item.verbFeatures.isSuperset(of: [.base, .past]) && before.kinds.contains(.actor)
      && before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
      && (next.map {
        $0.kinds.contains(.actor) || $0.kinds.contains(.number)
          || !$0.roles.isDisjoint(with: [.determiner, .possessivePronoun])
      } ?? false)
    if isUnmarkedPast { return true }
    let agrees =
      item.verbFeatures.contains(.finite) && !item.verbFeatures.contains(.past)
      ? !before.nounFeatures.contains(.plural) : before.nounFeatures.contains(.plural) || isList
    let isSubject =
      (before.kinds.contains(.actor) && (!before.kinds.contains(.adjectivalActor)))
      || before.roles.contains(.role) || before.nounFeatures.contains(.plural)
      || before.kinds.contains(.place)
      // "Vučić and Hoti promise": the last of a list, though nobody is known by that name.
      || isList && before.kinds == .unknown && before.isCapitalised
      || isHeadlineSubject(items, phrase, at, chunks)
    guard isSubject, agrees, let next else { return false }
    // "US strikes on Iran": noun; "US strikes Iran": verb.
    if before.kinds.contains(.maybeAdjective), next.roles.contains(.preposition) { return false }
    let isSingularVerb: (Item) -> Bool = {
      $0.verbFeatures.contains(.finite) && $0.verbFeatures.isDisjoint(with: [.past, .base])
    }
    if isSingularVerb(item), isSingularVerb(next), next.kinds.contains(.noun) {
      // "Canada slaps sanctions": a plural subject would have "sanction" behind it.
      return true
    }
    if next.kinds.contains(.verb) || !next.roles.isDisjoint(with: .verbalRoles) {
      return !next.kinds.isDisjoint(with: [.actor, .noun, .place]) && !startsVerbForm(next)
    }
    if item.verbFeatures.contains(.base), !before.nounFeatures.contains(.plural), !isList {
      return false
    }
    if next.roles.contains(.subordinator), item.verbFeatures.contains(.finite) { return true }
    return startsPhrase(next) || next.roles.contains(.preposition) || next.kinds.contains(.date)
      || next.roles.contains(.adverb) || isAdjective(items, at + 1)
  }

  /// "plans | new sanctions": an unknown word before a noun that the lexicon has.
  private func isAdjective(_ items: [Item], _ at: Int) -> Bool {
    guard at + 1 < items.count, items[at].kinds == .unknown, !items[at].isCapitalised else {
      return false
    }
    return items[at + 1].classSet != 0
      && !items[at + 1].kinds.isDisjoint(with: [.noun, .eventNoun])
      && items[at + 1].kinds.isDisjoint(with: [.verb, .actor, .place])
  }

  /// "Chinese water cannon | damages supply boat": a thing of somebody's, before the first verb.
  private func isHeadlineSubject(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let opening = chunks.lastIndex { $0.kind == .subordinator || $0.kind == .stop } ?? -1
    guard items[at].verbFeatures.contains(.finite), !items[at].verbFeatures.contains(.past),
      !chunks[(opening + 1)...].contains(where: { $0.kind == .verb }),
      !items[at - 1].kinds.isDisjoint(with: [.noun]), at + 1 < items.count,
      !items[at + 1].kinds.isDisjoint(with: [.actor, .place, .noun]),
      items[phrase].kinds.contains(.actor)
    else { return false }
    return items[(at + 1)...].allSatisfy { $0.verbFeatures.isDisjoint(with: [.past]) }
  }

  private func startsVerbForm(_ item: Item) -> Bool {
    !item.verbFeatures.isDisjoint(with: [.past, .finite])
  }

  private func startsPhrase(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.actor, .place, .noun, .eventNoun, .number])
      || !item.roles.isDisjoint(with: [
        .determiner, .possessivePronoun, .role, .personPronoun, .thingPronoun, .pluralPronoun,
        .groupBoth, .groupBloc, .groupCountry, .groupGroup, .adjective,
      ]) || (item.kinds.contains(.unknown) && item.isCapitalised)
  }

  private func appendVerb(
    _ items: [Item], _ at: Int, _ pending: Pending, _ chunks: inout [Chunk]
  ) {
    let item = items[at]
    let features = item.verbFeatures
    var chunk = Chunk(
      kind: .verb, firstItem: pending.first >= 0 ? pending.first : Int32(at),
      endItem: Int32(at + 1))
    chunk.verbItem = Int32(at)
    chunk.traits = pending.traits
    chunk.roles = item.roles
    if item.roles.contains(.speech) { chunk.traits.insert(.isSpeech) }
    if chunk.firstItem == chunk.verbItem, features.contains(.base), followsMarker(items, at, chunks)
    {
      chunk.traits.insert(.isInfinitive)
    }
    if item.roles.contains(.supportVerb) { chunk.traits.insert(.isSupport) }
    if usesCases, features.contains(.participle), features.isDisjoint(with: .finite) {
      chunk.traits.insert(.isParticiple)
      if chunks.last?.kind == .comma {
        // "Боливия, возмущённая ударами, порвала": a relative clause in short.
        chunks.append(Chunk(kind: .relative, firstItem: Int32(at), endItem: Int32(at + 1)))
      }
    }
    if features.contains(.clitic) { chunk.traits.insert(.hasPronounAgent) }
    if features.contains(.firstPerson) { chunk.traits.insert(.isFirstPerson) }
    if features.contains(.future) { chunk.traits.formUnion([.isFuture, .isPlanned]) }
    if features.contains(.bare) && !features.contains(.active) { chunk.traits.insert(.isBareVerb) }
    let isOnlyPassive = features.contains(.passive) && !features.contains(.active)
    if isOnlyPassive {
      chunk.traits.insert(.isPassive)
    } else if !isHeadFirst, !usesCases {
      let isPast = features.contains(.participle)
      if pending.hasBe && isPast { chunk.traits.insert(.isPassive) }
      if !pending.hasBe, isPast, !pending.traits.contains(.isPerfect) {
        chunk.traits.insert(.isParticiple)
        // taken, shot down: only a participle, so passive without an auxiliary.
        if !features.contains(.past) { chunk.traits.insert(.isPassive) }
        let next: Item? = at + 1 < items.count ? items[at + 1] : nil
        if next?.roles.contains(.agentMarker) == true { chunk.traits.insert(.isPassive) }
      }
    }
    if features.contains(.gerund), !pending.hasBe { chunk.traits.insert(.isGerund) }
    if features.contains(.infinitive) { chunk.traits.insert(.isInfinitive) }
    if !chunk.traits.contains(.isInfinitive), !chunk.traits.contains(.isGerund) {
      chunk.traits.insert(.isFinite)
    }
    chunks.append(chunk)
  }

  // MARK: Noun phrases

  /// A word in another case opens a phrase of its own ("передала Украине | танки"), unless it is a
  /// genitive, which modifies what stands before it.
  private func changesCase(
    _ items: [Item], _ phrase: Int, _ at: Int, behind last: Chunk.Kind?
  ) -> Bool {
    let item = items[at]
    let cases = item.nounFeatures.intersection(.cases)
    guard !item.isJoined, items[at - 1].mark != .hyphen else { return false }
    let before = items[at - 1]
    if opensAfterName(items, phrase, at, behind: last) { return true }
    if isNobodysPossessor(items, phrase, at) { return true }
    if last == .preposition, opensSubject(items, at) || opensForces(items, at) { return true }
    if item.kinds.contains(.actor), before.kinds.contains(.actor),
      before.kinds.isDisjoint(with: .adjectivalActor),
      before.nounFeatures.intersection(.cases) == .instrumental,
      !cases.isDisjoint(with: [.genitive, .accusative]), !cases.contains(.instrumental)
    {
      // "признание Ирландией | Палестины".
      return true
    }
    if isDemonym(before), !item.kinds.isDisjoint(with: [.noun, .eventNoun]), !isModifier(item),
      !cases.isEmpty,
      !cases.contains(.genitive)
    {
      // "у китайцев | танки", "закидал южан | шарами": a people has nothing behind it.
      return true
    }
    let isNominalBefore = isNominal(before) && !isModifier(before)
    if isNominalBefore, isDemonym(item), cases.contains(.nominative),
      cases.isDisjoint(with: [.genitive, .accusative])
    {
      // "горючее | монголы покупают".
      return true
    }
    if isNominalBefore,
      !item.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
    {
      // "а Азербайджан | она поддержала".
      return true
    }
    if phrase == at - 1, last == nil, before.roles.contains(.role), cases.contains(.genitive),
      cases.isDisjoint(with: .nominative), item.roles.contains(.determiner)
    {
      // "Мэры четырёх польских городов".
      return false
    }
    if isNominalBefore, item.roles.contains(.determiner), !cases.isEmpty,
      leadsToNominal(items, at + 1)
    {
      // "арест Китаем | двух канадцев", "в сторону моря | две ракеты".
      return true
    }
    if last == .preposition, cases.isEmpty || cases == .cases, item.kinds.contains(.actor),
      !before.kinds.isDisjoint(with: [.actor, .place]),
      before.kinds.isDisjoint(with: .adjectivalActor),
      !before.nounFeatures.intersection(.cases).isEmpty,
      before.nounFeatures.isDisjoint(with: .nominative), leadsToVerb(items, at)
    {
      // "В Бухаресте | НАТО отказывается": a name that looks the same in every case.
      return true
    }
    if item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor),
      before.kinds.contains(.actor), !before.kinds.contains(.adjectivalActor),
      before.nounFeatures.contains(.locative),
      before.nounFeatures.isDisjoint(with: [.nominative, .genitive, .dative]),
      cases.isSuperset(of: [.genitive, .accusative])
    {
      // "У Ватикані | Зеленського": a place is nobody's.
      return true
    }
    if item.kinds.contains(.number) || item.roles.contains(.possessivePronoun),
      item.roles.isDisjoint(with: .personPronoun), isNominal(before), !isModifier(before),
      leadsToNominal(items, at + 1)
    {
      // "из тюрем | 240 палестинцев", "до армії | своїх людей".
      return true
    }
    if cases == .instrumental, phrase == at - 1, before.roles.contains(.determiner),
      before.kinds.contains(.noun), before.nounFeatures.isDisjoint(with: .cases)
    {
      // "назвав це | ганьбою".
      return true
    }
    if cases.isEmpty, followsOblique(item, before) { return true }
    if last != .preposition, opensNamedSubject(items, phrase, at) { return true }
    guard !cases.isEmpty else { return false }
    if isModifier(item), !item.kinds.contains(.number), !isModifier(before),
      isNominal(before) || before.roles.contains(.notActor),
      agreed(cases, with: at + 1, items).isDisjoint(with: [.genitive, .locative]),
      leadsToNominal(items, at + 1)
    {
      // "вокруг острова | масштабные манёвры", "в Персидском заливе | греческий танкер": an
      // adjective stands before its noun.
      return true
    }
    if last != .preposition, isVerdict(items, phrase, at) { return true }
    if last == .preposition, item.kinds.contains(.noun), !item.isCapitalised, !isModifier(item),
      !isModifier(before), before.kinds.contains(.noun),
      before.kinds.isDisjoint(with: [.actor, .place]),
      before.nounFeatures.contains(.genitive),
      before.nounFeatures.isDisjoint(with: [.nominative, .dative, .instrumental, .locative]),
      cases.contains(.accusative), cases.isDisjoint(with: [.genitive, .dative, .locative])
    {
      // "обстріляли з мінометів | аеропорт": what is no genitive hangs on none.
      return true
    }
    if !before.kinds.isDisjoint(with: [.actor, .place]),
      !before.kinds.contains(.adjectivalActor), !cases.contains(.genitive)
    {
      let known = before.nounFeatures.intersection(.cases)
      // "Из Пхеньяна | Путин", "в Совбезе ООН | продление".
      if !known.isEmpty, !known.contains(.nominative), cases.contains(.nominative) { return true }
      if known.isEmpty, !item.kinds.contains(.actor) { return true }
    }
    var head = FormFeatures()
    var hasNoun = false
    for i in phrase..<at {
      let known = items[i].nounFeatures.intersection(.cases)
      guard !known.isEmpty else { continue }
      let isAdjective = items[i].kinds.contains(.adjectivalActor) && !hasNoun
      if !hasNoun { head = known }
      if !isAdjective { hasNoun = true }
    }
    // "По итогам встречи | министр": no complement of a preposition is a nominative.
    if last == .preposition, head != .nominative { head.remove(.nominative) }
    guard hasNoun else { return !head.isEmpty && head.isDisjoint(with: cases) }
    if cases.contains(.genitive) { return false }
    if cases == .accusative, isNominal(item), !isModifier(item), !isModifier(before) {
      // "Уряд єдності | пропозицію відхилив": what is only an accusative belongs to no noun.
      return true
    }
    return head.isDisjoint(with: cases)
      || (items[at - 1].kinds.contains(.actor) && !item.kinds.contains(.actor)
        && items[at - 1].nounFeatures.contains(.nominative) && !cases.contains(.nominative))
  }

  /// "назвал публикацию | отвратительной", "слова Китая | оскорбительной ложью": an adjective behind a
  /// noun, without a noun of its own or with one in the instrumental, says what something is called.
  private func isVerdict(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isVerdict =
      item.classSet != 0 && lexicon.classSets[Int(item.classSet)].intersects(verdictClasses)
    guard item.kinds.contains(.unknownAdjective) || isVerdict, !item.isCapitalised,
      item.nounFeatures.contains(.instrumental), isNominal(before), !isModifier(before),
      before.nounFeatures.isDisjoint(with: .instrumental)
    else { return false }
    guard at + 1 < items.count, items[at + 1].mark == .word,
      items[at + 1].kinds.isDisjoint(with: .verb)
    else { return true }
    let noun = items[at + 1].nounFeatures.intersection(.cases)
    return isNominal(items[at + 1]) && noun.contains(.instrumental)
      && noun.isDisjoint(with: [.genitive, .dative, .locative])
  }

  /// "Через санкції | Іран атакував", "Берлін | Кишинів підтримав": a name that is no genitive belongs to
  /// the noun before it only as the name of an office or of a thing in the same case.
  private func isNobodysPossessor(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    guard !item.kinds.isDisjoint(with: [.actor, .place]), !item.kinds.contains(.adjectivalActor),
      item.isCapitalised, item.endToken == item.firstToken + 1, cases.contains(.nominative),
      cases.isDisjoint(with: .genitive),
      isNominal(before) || before.roles.contains(.notActor), !isModifier(before),
      !items[phrase..<at].contains(where: {
        !$0.roles.isDisjoint(with: .nameCues) || $0.mark == .hyphen
          || $0.kinds.contains(.unknown) && $0.isCapitalised
          || $0.roles.contains(.role)
            && ($0.nounFeatures.isDisjoint(with: .cases)
              || !$0.nounFeatures.isDisjoint(with: cases))
      })
    else { return false }
    if !before.kinds.isDisjoint(with: [.actor, .place]) {
      return !before.kinds.contains(.adjectivalActor) && before.nounFeatures.contains(.nominative)
    }
    let known = before.nounFeatures.intersection(.cases)
    return before.kinds.contains(.eventNoun) || known.isEmpty || known.isDisjoint(with: cases)
  }

  /// "Виділили Україні | США": a name without cases behind one that is surely no subject.
  private func followsOblique(_ item: Item, _ before: Item) -> Bool {
    item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
      && before.kinds.contains(.actor) && !before.kinds.contains(.adjectivalActor)
      && !before.nounFeatures.isDisjoint(with: .cases)
      && before.nounFeatures.isDisjoint(with: [.nominative, .genitive])
  }

  /// "Через номери | Приштина перекинула": a name in the nominative before a verb is its subject, and
  /// no part of the complement of a preposition.
  private func opensSubject(_ items: [Item], _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    // "Під тиском протестів | Сухумі денонсував": a name without cases behind an event.
    let mayBeSubject =
      cases.contains(.nominative) && !cases.contains(.genitive)
      || cases.isEmpty && before.kinds.contains(.eventNoun)
    guard item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor), mayBeSubject,
      isNominal(before), !isModifier(before), before.kinds.isDisjoint(with: [.actor, .place]),
      before.roles.isDisjoint(with: [.role, .opaque])
    else { return false }
    if before.kinds.contains(.unknown), before.isCapitalised { return true }
    return leadsToVerb(items, at) && at + 1 < items.count
      && items[at + 1].verbFeatures.isDisjoint(with: [.infinitive, .passive])
  }

  /// "Первую тысячу бойцов | Поль Кагаме направил": a name that may be the subject, before a verb and
  /// behind a phrase that cannot be it.
  private func opensNamedSubject(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    guard item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor),
      cases.isEmpty || cases.contains(.nominative), isNominal(before), !isModifier(before),
      before.roles.isDisjoint(with: [.role, .opaque])
        // "Посла | Израиль отозвал".
        || !cases.isEmpty && cases.isDisjoint(with: .genitive), leadsToVerb(items, at)
    else { return false }
    let head = (phrase..<at).first { !items[$0].nounFeatures.isDisjoint(with: .cases) }
    guard let head else { return false }
    return items[head].nounFeatures.isDisjoint(with: .nominative)
  }

  /// "Стягнула до кордону | війська": forces behind a border are what is moved there, and acts what
  /// is done there, though their form may be a genitive.
  private func opensForces(_ items: [Item], _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    guard before.classSet != 0, !before.kinds.contains(.adjectivalActor),
      item.nounFeatures.contains(.accusative),
      before.nounFeatures.isDisjoint(with: .nominative)
        || before.nounFeatures.contains(.genitive),
      lexicon.classSets[Int(before.classSet)].intersects(borderClass)
    else { return false }
    // "Провела біля кордону | навчання".
    if item.kinds.contains(.eventNoun) { return true }
    return item.classSet != 0 && item.nounFeatures.contains(.plural)
      && lexicon.classSets[Int(item.classSet)].intersects(forceClasses)
  }

  /// The cases that an adjective shares with the noun behind it: "протест | северокорейской стороне".
  private func agreed(_ cases: FormFeatures, with noun: Int, _ items: [Item]) -> FormFeatures {
    guard noun < items.count else { return cases }
    let shared = cases.intersection(items[noun].nounFeatures)
    return shared.isEmpty ? cases : shared
  }

  /// Whether a word names a people or one of them: "монголы", "китаец".
  private func isDemonym(_ item: Item) -> Bool {
    usesCases && item.kinds.contains(.adjectivalActor) && !item.nounFeatures.contains(.adjective)
      && !item.nounFeatures.isDisjoint(with: .cases)
  }

  /// Whether a word stands before its noun: an adjective, a figure, "этот", "свой".
  private func isModifier(_ item: Item) -> Bool {
    item.kinds.contains(.adjectivalActor) && !isDemonym(item)
      || item.kinds.contains(.unknownAdjective) || item.kinds.contains(.number)
      || !item.roles.isDisjoint(with: [.determiner, .possessivePronoun, .adjective])
  }

  private func leadsToNominal(_ items: [Item], _ at: Int) -> Bool {
    var next = at
    while next < items.count, next < at + 4, isModifier(items[next]) || items[next].isJoined {
      next += 1
    }
    // "двух канадцев": a people is named by a word that is marked like its adjective.
    if usesCases, next > at, items[next - 1].kinds.contains(.adjectivalActor) { return true }
    return next < items.count && items[next].mark == .word && isNominal(items[next])
  }

  /// Names and pronouns have nothing behind them that belongs to them: "по Ирану | 180 ракет".
  private func opensAfterName(
    _ items: [Item], _ phrase: Int, _ at: Int, behind last: Chunk.Kind?
  ) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isName =
      !before.kinds.isDisjoint(with: [.actor, .place]) && !before.kinds.contains(.adjectivalActor)
    let isPronoun = !before.roles.isDisjoint(with: [
      .personPronoun, .thingPronoun, .pluralPronoun,
    ])
    guard isName || isPronoun else { return false }
    if isName, leadsToVerb(items, at),
      !item.roles.isDisjoint(with: [
        .demonstrative, .personPronoun, .thingPronoun, .pluralPronoun,
      ])
    {
      // "Тегеран | це заперечує", "Москва | его поддержала".
      return true
    }
    // "Збили його | алжирці", but ", що його | країна": a possessive where no object can stand.
    let mayBeOwn = isPronoun && before.roles.contains(.possessivePronoun) && phrase == at - 1
    if mayBeOwn, last != .verb { return false }
    if item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor) {
      // "на них | Раді Безпеки": only a possessive has a name behind it.
      if isPronoun, !before.roles.contains(.possessivePronoun) { return true }
      return mayBeOwn && item.nounFeatures.contains(.nominative)
        && item.nounFeatures.isDisjoint(with: [.accusative, .genitive])
    }
    if isModifier(item) {
      // "в Пхеньяне | это отрицают": a pronoun where no noun follows.
      return leadsToNominal(items, at + 1) || item.roles.contains(.demonstrative)
    }
    guard item.kinds.isDisjoint(with: .unknown), !item.isCapitalised else { return false }
    return !item.kinds.isDisjoint(with: [.noun, .eventNoun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun])
  }

  /// "После атаки на Ирак | Иран осудил": a name alone behind a preposition, and another that may be
  /// the subject.
  private func standsBesideName(
    _ items: [Item], _ phrase: Int, _ at: Int, behind before: Chunk.Kind?
  ) -> Bool {
    func isName(_ item: Item) -> Bool {
      item.kinds.contains(.actor) && item.kinds.isDisjoint(with: [.adjectivalActor, .place])
    }
    return before == .preposition && phrase == at - 1 && isName(items[phrase]) && isName(items[at])
      && !items[phrase].nounFeatures.isDisjoint(with: .accusative)
      && items[at].nounFeatures.contains(.nominative)
  }

  /// "Застрелили в джунглях | камбоджийского солдата": behind a verb that still lacks its object, a
  /// place, and then a person in a form that may be the object.
  private func standsBesidePlace(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let (place, item) = (items[at - 1], items[at])
    if bringsForces(items, at, chunks) { return true }
    guard item.kinds.contains(.adjectivalActor), chunks.last?.kind == .preposition,
      chunks.count > 1, chunks[chunks.count - 2].kind == .verb,
      place.nounFeatures.contains(.locative) || place.kinds == .unknown && !place.isCapitalised,
      place.nounFeatures.isDisjoint(with: [.nominative, .genitive, .accusative]),
      isNominal(place), !isModifier(place),
      place.kinds.isDisjoint(with: [.actor, .place, .eventNoun]),
      place.roles.isDisjoint(with: [.role, .opaque])
    else { return false }
    let verb = chunks[chunks.count - 2]
    guard verb.traits.isDisjoint(with: [.isPassive, .isParticiple]), verb.verbItem >= 0,
      at + 1 < items.count
    else { return false }
    let noun = items[at + 1].nounFeatures.intersection(.cases)
    guard noun.isSuperset(of: [.genitive, .accusative]), !noun.contains(.nominative) else {
      return false
    }
    // Nothing further on is surely the object.
    var next = at + 2
    while next < items.count, isNominal(items[next]) || items[next].kinds == .number {
      if items[next].nounFeatures.contains(.accusative) { return false }
      next += 1
    }
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.target.first == .object
    }
  }

  /// "ввел в город | войска", "отправил в залив | корабли": forces, which own no place.
  private func bringsForces(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    let (place, item) = (items[at - 1], items[at])
    guard chunks.count > 1, chunks[chunks.count - 1].kind == .preposition,
      chunks[chunks.count - 2].kind == .verb, item.classSet != 0, item.kinds.contains(.noun),
      item.nounFeatures.isSuperset(of: [.plural, .accusative]),
      item.nounFeatures.contains(.nominative),
      lexicon.classSets[Int(item.classSet)].intersects(forceClasses),
      isNominal(place), !isModifier(place), !place.kinds.contains(.eventNoun),
      place.classSet == 0
        || !lexicon.classSets[Int(place.classSet)].intersects(forceClasses)
    else { return false }
    let verb = chunks[chunks.count - 2]
    return verb.traits.isDisjoint(with: [.isPassive, .isParticiple])
  }

  /// A determiner opens a phrase of its own: "In Washington | the State Department".
  private func opensPhrase(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    // "handed Kyiv | £12.5bn": an amount behind a name is an object of its own.
    if items[at].kinds == .number, items[at].classSet != 0 {
      return items[at - 1].kinds.contains(.actor)
    }
    let item = items[at]
    // "Over dinner | Mr Kim", "before the handshake | the North".
    let isTitle = item.roles.contains(.abbreviation) && item.isCapitalised
    if isTitle, items[at - 1].isCapitalised { return false }
    let before = items[at - 1]
    if item.roles.contains(.determiner),
      !before.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
    {
      // "branding him | a spy".
      return true
    }
    // "read the Russians | their rights", "gave Kyiv | its backing".
    if item.roles.contains(.possessivePronoun), before.kinds.contains(.actor),
      !before.kinds.contains(.adjectivalActor) || isPeople(before)
        || before.nounFeatures.contains(.plural),
      chunks.last?.kind == .verb
    {
      return true
    }
    // "gave it | shelter", "told them | Russia would", but "her troops".
    if !before.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun]),
      !before.roles.contains(.possessivePronoun), before.roles.isDisjoint(with: .groupBoth),
      phrase == at - 1, !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .number])
    {
      return true
    }
    // "sent its ally | 82 lorries", "offers its neighbour | electricity".
    if before.roles.contains(.counterpart), item.classSet != 0 || item.kinds.contains(.number),
      item.roles.isDisjoint(with: [.role, .counterpart]),
      item.kinds.isDisjoint(with: [.actor, .place]),
      (phrase..<at).contains(where: { items[$0].roles.contains(.possessivePronoun) }),
      chunks.last?.kind == .verb
    {
      return true
    }
    // "After the meeting | Orban said": a name tells nothing more of an event or a time.
    if chunks.last?.kind == .preposition || chunks.last?.kind == .subordinator,
      before.kinds.contains(.eventNoun), before.kinds.isDisjoint(with: [.actor, .place]),
      item.kinds.contains(.actor),
      item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]),
      phrase < at - 1, at + 1 < items.count, leadsToFinite(items, at)
    {
      return true
    }
    if opensContact(items, phrase, at, chunks) { return true }
    // "called the strikes on Rafah | indefensible".
    let isNamed =
      !before.kinds.isDisjoint(with: [.actor, .place]) && chunks.last?.kind == .preposition
      && before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
    let isPronoun =
      phrase == at - 1 && before.roles.isSuperset(of: [.demonstrative, .determiner])
      && before.kinds.isEmpty && !before.hasArticle && before.end - before.start > 3
      && chunks.last?.kind == .verb
    if item.classSet != 0, isNamed || isPronoun,
      at + 1 >= items.count || items[at + 1].kinds.isEmpty,
      lexicon.classSets[Int(item.classSet)].intersects(verdictClasses)
    {
      return true
    }
    // "promised Ankara | more money".
    if item.roles.contains(.determiner), item.roles.isDisjoint(with: [.preposition, .conjunction]),
      before.kinds.contains(.actor),
      before.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]),
      chunks.last?.kind == .verb
    {
      return true
    }
    let hasArticle =
      item.hasArticle || isTitle
      // "In Yerevan | thousands of protesters".
      || (item.roles.contains(.determiner) && item.endToken > item.firstToken + 1
        && !before.kinds.isEmpty)
      // "within hours | Poland's prime minister".
      || (before.roles.contains(.timeUnit)
        && !item.kinds.isDisjoint(with: [.actor, .place]))
      || (item.roles.contains(.determiner) && item.roles.contains(.demonstrative))
    guard hasArticle, !item.isJoined else { return false }
    return (phrase..<at).contains { isNominal(items[$0]) }
  }

  /// "30 suspects | it wants", "the sanctions | Iran imposed on Iraq": a clause without "which", whose
  /// subject stands right behind the noun that is its object.
  private func opensContact(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    guard at + 1 < items.count, leadsToFinite(items, at),
      before.kinds.isDisjoint(with: [.actor, .place]), before.roles.isDisjoint(with: .role),
      before.kinds.contains(.eventNoun) || before.classSet != 0
        || before.nounFeatures.contains(.plural),
      before.roles.isDisjoint(with: .timeUnit)
    else { return false }
    if !item.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun]) {
      return item.roles.isDisjoint(with: [.possessivePronoun, .determiner, .groupBoth])
    }
    let isName =
      item.kinds.contains(.actor) && item.isCapitalised
      && item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective])
      && item.roles.isDisjoint(with: .role)
    let verb = items[at + 1]
    guard isName, items[phrase].roles.contains(.determiner),
      before.kinds.contains(.eventNoun) || before.classSet != 0, at + 2 < items.count,
      verb.verbFeatures.contains(.past)
        // "a charge | Iran denies".
        || verb.verbFeatures.contains(.finite) && verb.verbFeatures.isDisjoint(with: .base)
          && chunks.last?.kind == .comma
    else { return false }
    // What the verb acts on stands before it.
    let next = items[at + 2]
    let isBare =
      next.roles.contains(.preposition) || next.kinds.contains(.date)
      || next.kinds.isEmpty && next.roles.isEmpty
      || !next.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      || next.verbFeatures.contains(.past)
    return isBare
  }

  /// Whether a verb with a tense, or an auxiliary, stands right behind.
  private func leadsToFinite(_ items: [Item], _ at: Int) -> Bool {
    let next = items[at + 1]
    return !next.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      || next.verbFeatures.contains(.past)
      || next.verbFeatures.contains(.finite) && next.kinds.isDisjoint(with: [.noun, .eventNoun])
  }

  /// Whether a new noun phrase starts here without a word between ("memberi Ukraina | bantuan").
  private func splitsPhrase(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let item = items[at]
    if item.isJoined { return false }
    let head = items[at - 1]
    let endsName =
      head.kinds.contains(.actor) || head.kinds.contains(.place) && head.isCapitalised
      || head.roles.contains(.demonstrative)
      || !head.roles.isDisjoint(with: [.pluralPronoun, .personPronoun, .groupBoth, .groupCountry])
    guard endsName else { return false }
    let isPronoun = !head.roles.isDisjoint(with: [.pluralPronoun, .personPronoun])
    if isPronoun, item.kinds.contains(.number) || item.roles.contains(.determiner) { return true }
    if item.kinds.contains(.actor) || item.kinds.contains(.place) { return false }
    return !item.kinds.isDisjoint(with: [.noun, .eventNoun]) || item.roles.contains(.role)
  }

  private func flush(
    _ items: [Item], _ phrase: inout Int, _ end: Int, _ chunks: inout [Chunk],
    _ owners: inout [Owner]
  ) {
    guard phrase >= 0 else { return }
    var chunk = Chunk(kind: .nounPhrase, firstItem: Int32(phrase), endItem: Int32(end))
    NounPhrase(items: items, lexicon: lexicon).describe(&chunk, &owners)
    if isDenied(items, phrase, chunks.last) { chunk.traits.insert(.isNegative) }
    if !isHeadFirst, !usesCases,
      let mark = (phrase..<end).last(where: { items[$0].mark == .possessive }),
      !((mark + 1)..<end).contains(where: { isNominal(items[$0]) }),
      let before = chunks.last(where: { $0.kind == .nounPhrase && !$0.classes.isEmpty })
    {
      // "recalled its envoy and sent Chad's home": what was named before.
      chunk.classes.formUnion(before.classes)
      chunk.roles = before.roles
    }
    chunks.append(chunk)
    phrase = -1
  }

  /// "neither Greece nor Cyprus", "Syria, not Iraq", "there was no contact": a negation that belongs
  /// to no verb of its own.
  private func isDenied(_ items: [Item], _ phrase: Int, _ before: Chunk?) -> Bool {
    guard !usesCases, !isHeadFirst, phrase > 0, items[phrase - 1].roles.contains(.negation) else {
      return false
    }
    guard let before, before.kind == .verb, Int(before.endItem) == phrase else { return true }
    return before.verbItem >= 0
      && !items[Int(before.verbItem)].roles.isDisjoint(with: [.be, .perfect])
  }

  // MARK: Links between noun phrases

  /// "two days after the election, Nauru …": a subordinator without a verb only leads to a noun.
  private func demoteSubordinators(_ chunks: inout [Chunk]) {
    for i in chunks.indices
    where i + 1 < chunks.count
      && (chunks[i].kind == .subordinator
        || usesCases && chunks[i].kind == .preposition && chunks[i].roles.contains(.subordinator))
    {
      var at = i + 1
      scan: while at < chunks.count {
        switch chunks[at].kind {
        case .nounPhrase, .preposition, .date, .conjunction: at += 1
        default: break scan
        }
      }
      if usesCases, at + 2 < chunks.count, chunks[at].kind == .comma,
        chunks[i + 1].kind == .nounPhrase,
        chunks[at + 1].kind == .conjunction, chunks[at + 2].kind == .nounPhrase
      {
        // "Как Франция, так и Испания": the first half of "both … and".
        chunks[i].kind = .conjunction
        continue
      }
      guard chunks[i + 1].kind == .nounPhrase, at == chunks.count || chunks[at].kind != .verb,
        at == chunks.count || chunks[at].kind == .comma || chunks[at].kind == .stop,
        !opensWhenClause(i, aside: at, chunks)
      else { continue }
      chunks[i].kind = .preposition
    }
  }

  /// "when gunmen from a militia, the Badr, attacked": "when" before a noun opens a clause, though an aside
  /// keeps its verb away.
  private func opensWhenClause(_ opening: Int, aside at: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, !isHeadFirst, chunks[opening].roles.contains(.whenever), at + 3 < chunks.count
    else { return false }
    return chunks[at].kind == .comma && chunks[at + 1].kind == .nounPhrase
      && chunks[at + 2].kind == .comma && chunks[at + 3].kind == .verb
  }

  private func attachPrepositions(_ items: [Item], _ chunks: inout [Chunk]) {
    for i in chunks.indices where chunks[i].kind == .nounPhrase && i > 0 {
      let before = chunks[i - 1]
      guard before.kind == .preposition, !standsAlone(before, before: chunks[i], items) else {
        continue
      }
      chunks[i].preposition = before.preposition
      chunks[i].prepositionChunk = Int32(i - 1)
      if before.roles.contains(.conjunction) { chunks[i].traits.insert(.isCompanion) }
    }
  }

  /// "стянула к границе | 15 тысяч солдат": a phrase that ends in a noun needs no complement, and
  /// would have one in the genitive.
  private func standsAlone(_ preposition: Chunk, before phrase: Chunk, _ items: [Item]) -> Bool {
    let item = items[Int(preposition.firstItem)]
    if usesCases,
      phrase.features == .nominative
        || (preposition.roles.contains(.adverb) && !phrase.features.isEmpty
          && !phrase.features.contains(.genitive))
    {
      // "Накануне | талибы напали": no preposition governs the nominative.
      return true
    }
    guard usesCases, preposition.roles.contains(.aim), item.endToken - item.firstToken > 1 else {
      return false
    }
    // "на кордон із | Сербією" ends in a preposition, which has its complement.
    return items[Int(phrase.firstItem)].kinds.contains(.number)
      || (!phrase.features.isDisjoint(with: [.nominative, .accusative])
        && !phrase.features.contains(.genitive))
  }

  /// "menyerukan dialog, dan Amerika Serikat mendesak": a thing and somebody are no list.
  private func isThingBesideActor(_ members: [Int], _ chunks: [Chunk]) -> Bool {
    guard !usesCases, let first = members.first, let last = members.last, members.count == 2 else {
      return false
    }
    let (thing, actor) = (chunks[first], chunks[last])
    return thing.ownerEnd == thing.ownerStart && !thing.traits.contains(.isAgentive)
      && (thing.eventNoun >= 0 || !thing.classes.isEmpty)
      && actor.traits.contains(.isAgentive) && actor.ownerEnd > actor.ownerStart
      && chunks[..<first].contains { $0.kind == .verb }
  }

  /// "has never recognised it, and China has": a pronoun behind a verb begins no list with a comma.
  private func isPronounObject(_ at: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && at > 0 && chunks[at - 1].kind == .verb && at + 1 < chunks.count
      && chunks[at + 1].kind == .comma && chunks[at].endItem == chunks[at].firstItem + 1
      && !chunks[at].roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
  }

  /// Links the members of lists: A, B and C; and the examples that follow "such as".
  private func linkLists(_ items: [Item], _ chunks: inout [Chunk]) {
    var i = 0
    var members: [Int] = []
    while i < chunks.count {
      guard chunks[i].kind == .nounPhrase, chunks[i].listHead < 0 else {
        i += 1
        continue
      }
      members.removeAll(keepingCapacity: true)
      members.append(i)
      if opensWithPlace(i, chunks) || isPronounObject(i, chunks) {
        link(members, &chunks)
        i += 1
        continue
      }
      var at = i + 1
      var isClosed = false
      while at < chunks.count {
        var look = at
        var hasConjunction = false
        if chunks[look].kind == .comma { look += 1 }
        if look < chunks.count, chunks[look].kind == .conjunction {
          hasConjunction = true
          look += 1
        }
        if !hasConjunction, let follower = follower(at, items, chunks) {
          look = follower
          hasConjunction = true
        }
        guard look > at, look < chunks.count, chunks[look].kind == .nounPhrase,
          sharesCase(members[0], look, chunks)
        else { break }
        // "Syria, not Iraq".
        if chunks[look].traits.contains(.isNegative), !hasConjunction { break }
        // "expelled two diplomats, Latvia three": another subject with its own figure.
        if isGapped(chunks[look], items) { break }
        members.append(look)
        at = look + 1
        if hasConjunction {
          isClosed = true
          // "Burkina Faso, as well as Mali and Niger": the companions are a list of their own.
          let isCompanion = isCompanion(chunks[look - 1], items)
          guard isCompanion, at < chunks.count, chunks[at].kind == .conjunction,
            !self.isCompanion(chunks[at], items)
          else { break }
        }
      }
      let before = i > 0 ? chunks[i - 1].kind : .stop
      let opensClause =
        before != .preposition && (before != .verb || chunks[i - 1].traits.contains(.isSpeech))
        || isHeadFirst && !usesCases && before == .verb
          && takes([.drop, .claim], chunks[i - 1], items)
      let joinsSides = before == .preposition && chunks[i - 1].roles.contains(.between)
      // "The leaders of Laos and Chad met": without a verb before, no new clause starts in the list.
      let isFirstClause =
        before == .preposition && i > 1 && chunks[i - 2].kind == .nounPhrase
        && !chunks[..<i].contains { $0.kind == .verb }
      if let last = members.last, members.count > 1,
        !opensClause && !joinsSides && !isFirstClause || isThingBesideActor(members, chunks),
        last + 1 < chunks.count,
        chunks[last + 1].kind == .verb, chunks[last + 1].traits.contains(.isFinite),
        !chunks[last + 1].traits.contains(.isPassive) || isHeadFirst
      {
        // "attacked Kharkiv and Ukraine retaliated": the last member is the next subject.
        members.removeLast()
        isClosed = members.count > 1 && chunks[members[members.count - 1] - 1].kind == .conjunction
      }
      if !isClosed, isHeadlineList(members, items, chunks) { isClosed = true }
      if !isClosed { members.removeLast(members.count - 1) }
      link(members, &chunks)
      addExamples(after: members, &chunks)
      i = (members.last ?? i) + 1
    }
  }

  /// "Встретился с президентом Казахстана и | премьер Италии": the members of a list stand in the
  /// same case.
  private func sharesCase(_ one: Int, _ two: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases || chunks[one].prepositionChunk < 0 || chunks[one].features.isEmpty
      || chunks[two].features != .nominative
  }

  /// "Эстония, а вслед за ней и | Латвия выслали": another subject of a verb in the plural.
  private func follower(_ comma: Int, _ items: [Item], _ chunks: [Chunk]) -> Int? {
    var at = comma + 1
    guard usesCases, at < chunks.count, chunks[comma].kind == .comma, chunks[at].kind == .contrast
    else { return nil }
    at += 1
    if at + 1 < chunks.count, chunks[at].kind == .preposition,
      chunks[at + 1].traits.contains(.isAnaphor)
    {
      at += 2
    } else if at < chunks.count, chunks[at].kind == .date {
      at += 1
    }
    if at < chunks.count, chunks[at].kind == .conjunction { at += 1 }
    guard at > comma + 2, at + 1 < chunks.count, chunks[at].kind == .nounPhrase,
      chunks[at + 1].kind == .verb,
      items[Int(chunks[at + 1].verbItem)].verbFeatures.isSuperset(of: [.finite, .plural])
    else { return nil }
    return at
  }

  /// "Latvia three and Lithuania one": a name with a figure behind it.
  private func isGapped(_ phrase: Chunk, _ items: [Item]) -> Bool {
    !usesCases && !isHeadFirst && phrase.isGapped(in: items)
  }

  /// "as well as", "along with": a conjunction of several words.
  private func isCompanion(_ joint: Chunk, _ items: [Item]) -> Bool {
    let item = items[Int(joint.firstItem)]
    return !usesCases && !isHeadFirst && item.endToken > item.firstToken + 1
  }

  /// "menyerukan Caracas dan Georgetown menyelesaikan": those asked are a list, although a verb
  /// follows.
  private func takes(_ kinds: [ContentKind], _ verb: Chunk, _ items: [Item]) -> Bool {
    guard verb.verbItem >= 0 else { return false }
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains { meaning in
      guard meaning.kind == .verb else { return false }
      return lexicon.frames[Int(meaning.index)].frame.content.map(kinds.contains) ?? false
    }
  }

  /// "In Ohrid, Serbia and Kosovo accept": whether a phrase only says where, and the list behind the
  /// comma is the subject.
  private func opensWithPlace(_ at: Int, _ chunks: [Chunk]) -> Bool {
    if isHeadFirst, !usesCases { return isFronted(at, chunks) }
    guard !isHeadFirst, !usesCases, at > 0, chunks[at - 1].kind == .preposition,
      chunks[at - 1].roles.contains(.locative) || chunks[at - 1].roles.contains(.origin),
      at == 1 || chunks[at - 2].kind == .stop || chunks[at - 2].kind == .comma,
      at + 2 < chunks.count, chunks[at + 1].kind == .comma, chunks[at + 2].kind == .nounPhrase
    else { return false }
    // What stands before the first verb, and no other comma right before it.
    var look = at + 3
    while look < chunks.count {
      switch chunks[look].kind {
      case .verb:
        return chunks[look].traits.contains(.isFinite) && chunks[look - 1].kind == .nounPhrase
      case .nounPhrase, .comma, .conjunction, .preposition: look += 1
      default: return false
      }
    }
    return false
  }

  /// "Setelah perundingan di Oslo, Kolombia dan ELN sepakat": a phrase that ends what opens the sentence.
  private func isFronted(_ at: Int, _ chunks: [Chunk]) -> Bool {
    guard at > 0, chunks[0].kind == .preposition, chunks[at - 1].kind == .preposition,
      at + 2 < chunks.count, chunks[at + 1].kind == .comma, chunks[at + 2].kind == .nounPhrase,
      chunks[..<at].allSatisfy({ [.nounPhrase, .preposition, .date].contains($0.kind) })
    else { return false }
    var look = at + 3
    while look < chunks.count {
      switch chunks[look].kind {
      case .verb: return chunks[look - 1].kind == .nounPhrase
      case .nounPhrase, .comma, .conjunction, .preposition: look += 1
      default: return false
      }
    }
    return false
  }

  /// "Macron, Scholz meet", "Britain, Canada, Australia recognise": bare names at the start with a
  /// comma for "and".
  ///
  /// Of two names the second may tell more of the first ("Basra, Iraq, was hit"), of three not.
  private func isHeadlineList(_ members: [Int], _ items: [Item], _ chunks: [Chunk]) -> Bool {
    // "urges India, Pakistan to show restraint".
    let isAsked =
      members[0] > 0 && chunks[members[0] - 1].kind == .verb && !isHeadFirst && !usesCases
      && members.last.map {
        $0 + 1 < chunks.count && chunks[$0 + 1].traits.contains(.isInfinitive)
      } == true
    guard let last = members.last, members.count > 1, members[0] == 0 || isAsked,
      last + 1 < chunks.count, chunks[last + 1].kind == .verb,
      members.allSatisfy({
        chunks[$0].endItem == chunks[$0].firstItem + 1
          && items[Int(chunks[$0].firstItem)].kinds.contains(.actor)
      })
    else { return false }
    if members.count > 2 || isAsked { return true }
    let traits = chunks[last + 1].traits
    if isHeadFirst, !usesCases { return traits.contains(.isBareVerb) }
    // "Laos, Chad to hold talks".
    guard !isHeadFirst, !usesCases, !traits.isDisjoint(with: [.isFinite, .isInfinitive]) else {
      return false
    }
    return items[Int(chunks[last + 1].verbItem)].verbFeatures.contains(.base)
  }

  private func link(_ members: [Int], _ chunks: inout [Chunk]) {
    for (position, member) in members.enumerated() {
      chunks[member].listHead = Int32(members[0])
      if position > 0 {
        chunks[members[position - 1]].next = Int32(member)
        if chunks[member].preposition == 0 {
          chunks[member].preposition = chunks[members[0]].preposition
          chunks[member].prepositionChunk = chunks[members[0]].prepositionChunk
        }
      }
    }
  }

  private func addExamples(after members: [Int], _ chunks: inout [Chunk]) {
    guard let last = members.last else { return }
    var at = last + 1
    if at < chunks.count, chunks[at].kind == .comma { at += 1 }
    guard at + 1 < chunks.count, chunks[at].roles.contains(.exemplifier),
      chunks[at + 1].kind == .nounPhrase
    else { return }
    chunks[last].next = Int32(at + 1)
    var example = at + 1
    var hasConjunction = true
    // The examples are a list of their own; it is walked by the same links.
    while hasConjunction, example < chunks.count {
      chunks[example].listHead = Int32(members[0])
      chunks[example].preposition = chunks[members[0]].preposition
      chunks[example].prepositionChunk = chunks[members[0]].prepositionChunk
      var look = example + 1
      hasConjunction = false
      if look < chunks.count, chunks[look].kind == .comma { look += 1 }
      if look < chunks.count, chunks[look].kind == .conjunction { look += 1 }
      if look > example + 1, look < chunks.count, chunks[look].kind == .nounPhrase,
        chunks[look].ownerEnd > chunks[look].ownerStart
      {
        let isSubject = look + 1 < chunks.count && chunks[look + 1].kind == .verb
        if !isSubject {
          chunks[example].next = Int32(look)
          example = look
          hasConjunction = true
        }
      }
    }
  }
}

extension WordRole {
  /// The roles of verbs.
  static let verbalRoles: WordRole = verbal.union(.echo)
}
