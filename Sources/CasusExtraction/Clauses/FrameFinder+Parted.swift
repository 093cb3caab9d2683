import CasusKnowledge
import CasusModel

// Genitives that stand apart from their event noun.
extension FrameFinder {
  /// "Арест | в Каире | итальянского студента", "Поставка | Египту | французских ракет": the event noun that a
  /// genitive belongs to though a place, a partner or a recipient stands between.
  func eventNoun(partedFrom phrase: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard lexicon.usesCases, phrase > 0, phrase < chunks.count, chunks[phrase].kind == .nounPhrase,
      chunks[phrase].prepositionChunk < 0, chunks[phrase].features.contains(.genitive),
      chunks[phrase].features.isDisjoint(with: .nominative),
      chunks[phrase - 1].kind == .nounPhrase
    else { return nil }
    let between = chunks[phrase - 1]
    if isGiven(to: between, sentence) { return phrase - 1 }
    let isGiven = between.prepositionChunk < 0
    let head = isGiven ? phrase - 2 : Int(between.prepositionChunk) - 1
    guard head >= 0, isGiven || Int(between.prepositionChunk) == phrase - 2,
      chunks[head].kind == .nounPhrase, chunks[head].eventNoun >= 0,
      chunks[head].ownerEnd == chunks[head].ownerStart, between.eventNoun < 0,
      between.ownerEnd > between.ownerStart,
      !isGiven || between.features.isEmpty || between.features.contains(.dative)
    else { return nil }
    let item = sentence.items[Int(chunks[head].eventNoun)]
    let belongs = lexicon.meanings(of: item.node).contains { meaning in
      guard meaning.kind == .eventNoun else { return false }
      let frame = lexicon.frames[Int(meaning.index)]
      guard !isGiven || frame.nominalTarget.contains(.grammaticalCase(.dative)) else {
        return false
      }
      return frame.nominalSource.contains(.possessor) || frame.nominalTarget.contains(.possessor)
    }
    return belongs ? head : nil
  }

  /// "Надання Вірменії | французьких радарів": whether the phrase of an event noun ends with a name that may be
  /// the recipient, as a genitive follows.
  private func isGiven(to chunk: Chunk, _ sentence: Sentence) -> Bool {
    guard chunk.eventNoun >= 0, chunk.ownerEnd == chunk.ownerStart + 1 else { return false }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    guard !owner.isAdjective, owner.kind == .actor, owner.item == chunk.endItem - 1,
      owner.item == chunk.eventNoun + 1
    else { return false }
    let name = sentence.items[Int(owner.item)]
    let shown = name.nounFeatures.intersection(.cases)
    guard shown.isEmpty || shown.contains(.dative) else { return false }
    return lexicon.meanings(of: sentence.items[Int(chunk.eventNoun)].node).contains {
      $0.kind == .eventNoun
        && lexicon.frames[Int($0.index)].nominalTarget.contains(.grammaticalCase(.dative))
    }
  }
}
