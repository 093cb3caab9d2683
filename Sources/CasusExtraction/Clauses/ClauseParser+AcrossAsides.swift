import CasusKnowledge

/// What an aside between commas parts from the word that governs it.
extension ClauseParser {
  /// "refused, once again, to recognise Kosovo", "пообещала, при необходимости, направить", "berjanji, jika perlu,
  /// mengirim", "Egypt's decision, announced on Friday, to recognise": the verb behind the second comma belongs to
  /// the word before the first, as if nothing stood between.
  func linkAcrossAside(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    guard verb > 2, sentence.chunks[verb - 1].kind == .comma, needsGovernor(verb, sentence),
      let opening = opening(ofAsideEndingAt: verb - 1, sentence)
    else { return false }
    let chunks = sentence.chunks
    var at = opening - 1
    while at > 0 {
      if chunks[at].kind == .date {
        at -= 1
      } else if chunks[at].kind == .nounPhrase, chunks[at].prepositionChunk > 0 {
        if !usesCases, linkToNoun(verb, at, isApart: true, &sentence) { return true }
        at = Int(chunks[at].prepositionChunk) - 1
      } else {
        break
      }
    }
    guard at >= 0 else { return false }
    if chunks[at].kind == .verb {
      guard awaitsVerb(at, sentence) else { return false }
      linkToVerb(verb, at, hasJoint: false, hasContrast: false, &sentence)
      return true
    }
    guard chunks[at].kind == .nounPhrase else { return false }
    let head = chunks[at].listHead >= 0 ? Int(chunks[at].listHead) : at
    let governor = verbBefore(head, chunks)
    if governor >= 0, sentence.links[governor].object == Int32(head) {
      guard frames.chosenContent(of: governor, sentence) != nil,
        chunks[head].traits.contains(.isAgentive)
      else { return false }
      linkAfterObject(verb, governor, object: head, false, &sentence)
      return true
    }
    return linkToNoun(verb, at, isApart: true, &sentence)
  }

  /// Whether a verb cannot stand by itself behind a comma.
  private func needsGovernor(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    if isHeadFirst, !usesCases {
      return chunk.firstItem == chunk.verbItem
        && sentence.items[Int(chunk.verbItem)].verbFeatures.contains(.active)
    }
    return chunk.traits.contains(.isInfinitive)
  }

  /// "refused", "would be ready", "пообещала": whether a verb is not complete without another.
  private func awaitsVerb(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    if chunk.traits.contains(.isSpeech), isHeadFirst || usesCases,
      frames.content(of: verb, sentence) == nil
    {
      return false
    }
    return frames.governs(verb, sentence)
      || chunk.traits.contains(.isPlanned) && sentence.links[verb].object < 0
  }

  /// The comma that opens an aside whose other comma is given: words without a verb, "if needed", "as agreed",
  /// "two officials said", "announced on Friday".
  private func opening(ofAsideEndingAt comma: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    var at = comma - 1
    var verbs = 0
    while at > 0, comma - at < Self.longestAside {
      switch chunks[at].kind {
      case .comma: return at
      case .nounPhrase, .preposition, .date, .conditional, .subordinator, .according, .mediumCue:
        break
      case .conjunction where !isHeadFirst || chunks[at - 1].kind == .comma: break
      case .verb:
        verbs += 1
        guard verbs < 2, tellsNothing(at, sentence) else { return nil }
      default: return nil
      }
      at -= 1
    }
    return nil
  }

  /// "said", "if needed", "announced on Friday": whether a verb of an aside tells nothing that goes on behind it.
  private func tellsNothing(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return chunk.traits.contains(.isSpeech) || frames.frame(of: verb, sentence) == nil
      || chunk.traits.isSuperset(of: [.isParticiple, .isPassive])
  }

  /// At most so many phrases stand between two commas.
  private static let longestAside = 9
}
