import CasusKnowledge
import CasusModel

/// What only somebody does, behind a relative clause that tells more of a thing (nouns first, no cases).
extension ClauseParser {
  /// "memuji usulan yang diumumkan Beijing dan menuduh", "menuduh negara lain yang memusuhinya, dan meminta": no plan
  /// accuses anybody, and a comma before "dan" closes what is said of somebody.
  func outerVerb(around other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, verb > 2, chunks[verb - 1].kind == .conjunction,
      isPersonal(verb, sentence)
    else { return nil }
    var inner = other
    for _ in 0..<4 {
      let links = sentence.links[inner]
      guard links.link == .content || links.link == .infinitive || links.link == .coordinate,
        links.governor >= 0, Int(links.governor) < inner
      else { break }
      inner = Int(links.governor)
    }
    let links = sentence.links[inner]
    guard links.link == .relative, links.governor >= 0, Int(links.governor) < inner,
      let pronoun = (Int(links.governor)..<inner).last(where: { chunks[$0].kind == .relative })
    else { return nil }
    let main = Int(links.governor)
    guard sentence.links[main].subject >= 0 else { return nil }
    let antecedent = phrase(before: pronoun, chunks)
    guard antecedent > main else { return nil }
    if chunks[verb - 2].kind == .comma { return frames.isVerbalAct(main, sentence) ? main : nil }
    guard isThing(antecedent, chunks),
      chunks[inner].traits.contains(.isPassive) || !isPersonal(inner, sentence)
    else { return nil }
    return main
  }

  /// "mengecam serangan itu sebagai eskalasi yang berbahaya dan mendesak": what is dangerous urges nobody.
  func outerVerb(aroundAdjectiveBefore verb: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, verb > 4, chunks[verb - 1].kind == .conjunction,
      chunks[verb - 2].kind == .nounPhrase,
      chunks[verb - 2].ownerEnd == chunks[verb - 2].ownerStart,
      chunks[verb - 3].kind == .relative, isPersonal(verb, sentence)
    else { return nil }
    let antecedent = phrase(before: verb - 3, chunks)
    guard antecedent >= 0, isThing(antecedent, chunks) else { return nil }
    let main = lastVerb(before: antecedent, chunks)
    guard main >= 0, sentence.links[main].subject >= 0, sentence.links[main].link != .relative
    else { return nil }
    return main
  }

  /// Whether a verb tells what only somebody does who can speak, and not what is done to its subject.
  private func isPersonal(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard !sentence.chunks[verb].traits.contains(.isPassive),
      let type = frames.frame(of: verb, sentence).flatMap({ frames.lexicon.frames[$0].frame.type })
    else { return false }
    return [.accuse, .reject, .request, .threaten, .support, .consult, .agree].contains(type)
  }

  private func isThing(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    let chunk = chunks[phrase]
    return chunk.traits.isDisjoint(with: [.isAgentive, .isAnaphor]) && !frames.namesPeople(chunk)
      && chunk.next < 0
  }
}
