import CasusKnowledge

/// The objects of verbs.
extension ClauseParser {
  func object(of verb: Int, _ sentence: Sentence) -> Int32 {
    let chunks = sentence.chunks
    var at = verb + 1
    while at < chunks.count {
      switch chunks[at].kind {
      case .date: at += 1
      case .nounPhrase:
        // "denounced what it called China's actions": the object of the inner verb.
        if at + 1 < chunks.count, sentence.isFreeRelative(at + 1) {
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
  func shiftedObject(behind verb: Int, _ sentence: Sentence) -> Int32 {
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
  func verbBefore(_ phrase: Int, _ chunks: [Chunk]) -> Int {
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

  func mayBeObject(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    let features = chunks[phrase].features
    return !features.isEmpty && features.isDisjoint(with: .nominative)
      && !features.isDisjoint(with: [.accusative, .genitive])
  }
}
