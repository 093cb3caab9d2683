import CasusKnowledge

/// Verbs with what stands before them.
extension Chunker {
  /// "rejects the measures announced on Tuesday by Maduro": a participle behind an object, with who did it
  /// behind the date.
  private func namesDoerBehindDate(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    var next = at + 1
    while next < items.count, items[next].kinds.contains(.date) { next += 1 }
    guard next > at + 1, next + 1 < items.count, items[next].roles.contains(.agentMarker),
      chunks.count > 1, chunks[chunks.count - 1].kind == .nounPhrase,
      chunks[chunks.count - 2].kind == .verb
    else { return false }
    // "by air", "by night" name nobody.
    let name = items[next + 1]
    return name.isCapitalised || name.kinds.contains(.actor) || name.roles.contains(.determiner)
  }

  /// "has since 2022 | given": whether nothing but a date stands behind an auxiliary of the perfect.
  private func followsPerfect(_ items: [Item], _ chunks: [Chunk]) -> Bool {
    guard chunks.last?.kind == .date, let verb = chunks.last(where: { $0.kind != .date }),
      verb.kind == .verb, verb.verbItem >= 0
    else { return false }
    return items[Int(verb.verbItem)].roles.contains(.perfect)
  }

  func appendVerb(
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
      } else if opensWithDate(chunks) {
        // "Эрдоган, накануне позвонивший Путину": the date belongs to the clause.
        chunks.insert(
          Chunk(kind: .relative, firstItem: Int32(at), endItem: Int32(at + 1)),
          at: chunks.count - 1)
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
      // "to overrun the base", "will overcome": the dictionary form.
      let isBase =
        features.contains(.base)
        && !chunk.traits.isDisjoint(with: [.isInfinitive, .isPlanned, .isHypothetical])
      let isPast = features.contains(.participle) && (pending.hasBe || !isBase)
      if pending.hasBe && isPast { chunk.traits.insert(.isPassive) }
      if !pending.hasBe, isPast, !pending.traits.contains(.isPerfect) {
        chunk.traits.insert(.isParticiple)
        // taken, shot down: only a participle, so passive without an auxiliary.
        if !features.contains(.past), !followsPerfect(items, chunks) {
          chunk.traits.insert(.isPassive)
        }
        let next: Item? = at + 1 < items.count ? items[at + 1] : nil
        if next?.roles.contains(.agentMarker) == true || namesDoerBehindDate(items, at, chunks) {
          chunk.traits.insert(.isPassive)
        }
      }
    }
    if features.contains(.gerund), !pending.hasBe { chunk.traits.insert(.isGerund) }
    if features.contains(.infinitive) { chunk.traits.insert(.isInfinitive) }
    if !chunk.traits.contains(.isInfinitive), !chunk.traits.contains(.isGerund) {
      chunk.traits.insert(.isFinite)
    }
    chunks.append(chunk)
  }
}
