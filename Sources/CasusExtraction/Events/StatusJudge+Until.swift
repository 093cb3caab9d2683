import CasusKnowledge
import CasusModel

/// Clauses that say until when: what ended something, or what is waited for.
extension StatusJudge {
  /// What such a clause tells of its verb; `nil` where the verb stands in none, or its own marks tell.
  func outcome(ofUntilClause verb: Int, _ sentence: Sentence) -> EventStatus? {
    let links = sentence.links[verb]
    guard links.link != .main else { return nil }
    return lexicon.usesCases ? expletive(verb, sentence) : awaited(verb, sentence)
  }

  /// What a negated clause tells whose negation belongs to the word that opens it.
  ///
  /// "Перемирие держалось, пока Индия не нанесла удар": in the past it happened, else it is waited for.
  private func expletive(_ verb: Int, _ sentence: Sentence) -> EventStatus? {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0 else { return nil }
    let isNegated = chunk.traits.contains(.isNegated)
    let first = sentence.items[Int(chunk.firstItem)]
    let isPast = sentence.items[Int(chunk.verbItem)].verbFeatures.contains(.past)
    if isNegated, first.roles.isSuperset(of: [.negation, .until]) {
      // "воевали, пока не подписали", and not "Панама, по словам министра, пока не признала".
      let links = sentence.links[verb]
      guard links.link == .coordinate, links.governor >= 0, links.governor < verb,
        sentence.chunks[verb - 1].kind == .comma
      else { return nil }
      return isPast ? .occurred : .hypothetical
    }
    guard let opening = untilWord(of: verb, sentence), opening > 0,
      isNegated || sentence.chunks[opening].roles.contains(.conditional)
    else { return nil }
    return isPast ? .occurred : .hypothetical
  }

  /// "will fight until Israel withdraws", "tidak akan mencabut embargo sampai Yunani mundur".
  private func awaited(_ verb: Int, _ sentence: Sentence) -> EventStatus? {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0, let opening = untilWord(of: verb, sentence),
      let main = sentence.chunks[..<opening].lastIndex(where: { $0.kind == .verb })
        ?? sentence.chunks[(verb + 1)...].firstIndex(where: { $0.kind == .verb })
    else { return nil }
    if lexicon.nounHead == .last {
      let features = sentence.items[Int(chunk.verbItem)].verbFeatures
      if features.isDisjoint(with: [.past, .participle, .gerund]) { return .hypothetical }
    }
    let open: Chunk.Traits =
      lexicon.nounHead == .last
      ? [.isHypothetical] : [.isPlanned, .isHypothetical, .isNegated]
    return sentence.chunks[main].traits.isDisjoint(with: open) ? nil : .hypothetical
  }

  /// The word that opens the clause of a verb, where that says until when.
  private func untilWord(of verb: Int, _ sentence: Sentence) -> Int? {
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .subordinator, .conditional: return chunk.roles.contains(.until) ? at : nil
      case .verb, .stop, .contrast, .complementizer, .relative: return nil
      default: at -= 1
      }
    }
    return nil
  }
}
