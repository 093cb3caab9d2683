import CasusKnowledge

/// Clauses that have a subject with an aside between commas, and no verb yet.
extension Chunker {
  /// "David Lammy, the foreign secretary, | offers Kyiv help", "Baku, whose army retook the town, | demands
  /// that", "The Pentagon, seeing a pattern, | backs its partner": a word that may be a noun is the verb of
  /// the subject before the aside, with which it agrees.
  func isVerbBehindAside(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    let features = items[at].verbFeatures
    guard !features.isDisjoint(with: [.finite, .base]), let end = chunks.indices.last, end > 1,
      chunks[end].kind == .comma
    else { return false }
    let start = (chunks.lastIndex { $0.kind == .stop } ?? -1) + 1
    for comma in start..<end where chunks[comma].kind == .comma {
      guard let subject = subject(in: chunks[start..<comma]) else { continue }
      guard isAside(chunks[(comma + 1)..<end]) else { return false }
      let isSeveral =
        items[Int(chunks[subject].endItem) - 1].nounFeatures.contains(.plural)
        || chunks[start..<comma].contains { $0.kind == .conjunction }
      return features.contains(.finite) || isSeveral
    }
    return false
  }

  /// The phrase of a clause without a verb that may be its subject.
  private func subject(in clause: ArraySlice<Chunk>) -> Int? {
    guard clause.last?.kind == .nounPhrase,
      clause.allSatisfy({
        [.nounPhrase, .preposition, .date, .conjunction, .comma].contains($0.kind)
      })
    else { return nil }
    return clause.indices.last {
      clause[$0].kind == .nounPhrase
        && ($0 == clause.startIndex || clause[$0 - 1].kind != .preposition)
    }
  }

  /// Whether what stands between two commas tells more of the phrase before: a relative clause, a participle
  /// with what belongs to it, a name, "with the help of Moscow".
  private func isAside(_ aside: ArraySlice<Chunk>) -> Bool {
    // "Israel, meanwhile, | strikes Beirut".
    guard let first = aside.first else { return true }
    guard !aside.contains(where: { [.comma, .openQuote, .closeQuote].contains($0.kind) }) else {
      return false
    }
    let plain: [Chunk.Kind] = [.nounPhrase, .preposition, .date]
    if let relative = aside.firstIndex(where: { $0.kind == .relative }) {
      // "which denies it", "with whom it fights", "49 of whose men were killed".
      return aside[..<relative].allSatisfy { plain.contains($0.kind) }
        && aside[relative...].contains { $0.kind == .verb }
    }
    if first.kind == .verb {
      return !first.traits.isDisjoint(with: [.isParticiple, .isGerund])
        && first.firstItem == first.verbItem
        && aside.dropFirst().allSatisfy {
          plain.contains($0.kind)
            || $0.kind == .verb && !$0.traits.isDisjoint(with: [.isGerund, .isInfinitive])
        }
    }
    return aside.allSatisfy { plain.contains($0.kind) }
  }
}
