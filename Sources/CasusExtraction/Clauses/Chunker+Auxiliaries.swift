import CasusKnowledge

/// Auxiliaries, negations and adverbs before a verb.
extension Chunker {
  static let auxiliary: WordRole = [
    .be, .perfect, .infinitiveMarker, .adverb, .negation, .planned, .hypothetical, .hearsay,
    .reciprocal,
  ]

  func isAuxiliary(_ items: [Item], _ at: Int, inPhrase phrase: Int) -> Bool {
    let item = items[at]
    guard !item.roles.isDisjoint(with: Self.auxiliary) else { return false }
    if item.kinds.contains(.actor), item.isCapitalised { return false }
    if item.roles.contains(.infinitiveMarker), item.roles.isDisjoint(with: .negation) {
      return leadsToVerb(items, at)
    }
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
  func modifiesNoun(_ items: [Item], _ at: Int, _ phrase: Int) -> Bool {
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
  func verbBeside(_ chunks: inout [Chunk]) -> Int? {
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
  func leadsToVerb(_ items: [Item], _ at: Int) -> Bool {
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

  func collect(
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
    if roles.contains(.negation) {
      // "tidak gagal mengirim": the second denial takes back the first.
      if isHeadFirst, !usesCases, pending.traits.contains(.isNegated) {
        pending.traits.remove(.isNegated)
      } else {
        pending.traits.insert(.isNegated)
      }
    }
    if roles.contains(.planned) { pending.traits.insert(.isPlanned) }
    if roles.contains(.hypothetical) { pending.traits.insert(.isHypothetical) }
    if roles.contains(.perfect) { pending.traits.insert(.isPerfect) }
    if roles.contains(.pluperfect) { pending.traits.insert(.isPluperfect) }
    if roles.contains(.infinitiveMarker),
      roles.isDisjoint(with: .negation) || leadsToVerb(items, at)
    {
      // "rather than condemn", but "rather than condemning".
      pending.traits.insert(.isInfinitive)
    }
    if roles.contains(.hearsay) { pending.traits.insert(.isHearsay) }
    if roles.contains(.be) { pending.hasBe = true }
  }

  /// Auxiliaries without a verb: a copula is a verb of its own, the rest is dropped.
  func closeAuxiliaries(
    _ items: [Item], _ pending: inout Pending, _ end: Int, _ chunks: inout [Chunk]
  ) {
    if let verb = infinitive(before: pending, items, end, chunks) {
      chunks[verb].traits.formUnion(pending.traits)
      chunks[verb].traits.remove(.isInfinitive)
      chunks[verb].traits.insert(.isFinite)
      pending = Pending()
      return
    }
    if pending.hasBe || pending.traits.contains(.isPerfect) && !isHeadFirst {
      var chunk = Chunk(kind: .verb, firstItem: pending.first, endItem: Int32(end))
      chunk.traits = pending.traits.union(.isFinite)
      chunk.verbItem = pending.first
      chunks.append(chunk)
    }
    pending = Pending()
  }

  /// "Вводить санкции Сербия | не будет", "с базы уходить | не намерены": the infinitive that such words
  /// stand behind, where word order is free.
  private func infinitive(
    before pending: Pending, _ items: [Item], _ end: Int, _ chunks: [Chunk]
  ) -> Int? {
    guard usesCases, pending.first >= 0 else { return nil }
    let cue = items[Int(pending.first)]
    // "Осуждать Москву не стал."
    let isRefusal =
      pending.traits.contains(.isNegated) && cue.endToken > cue.firstToken + 1
      && (end >= items.count || items[end].kinds.isEmpty && items[end].roles.isEmpty)
    guard isRefusal || !pending.traits.isDisjoint(with: [.isPlanned, .isHypothetical]),
      let verb = chunks.lastIndex(where: { ![.nounPhrase, .preposition, .date].contains($0.kind) }),
      chunks[verb].kind == .verb, chunks[verb].traits.contains(.isInfinitive),
      chunks[verb].firstItem == chunks[verb].verbItem
    else { return nil }
    guard verb > 0 else { return verb }
    // "Решение вывести войска будет важным шагом."
    let isGoverned =
      chunks[verb - 1].kind == .verb
      || pending.hasBe && !pending.traits.contains(.isNegated)
        && chunks[verb - 1].kind == .nounPhrase && !chunks[verb - 1].traits.contains(.isAgentive)
    return isGoverned ? nil : verb
  }
}
