import CasusKnowledge
import CasusModel

/// Conditions of warnings.
extension ClauseParser {
  /// "warned China of consequences should it arm Russia", "warned Iran of war if it attacks": the pronoun of what
  /// must not be done means whoever is warned.
  func resolveWarned(_ sentence: inout Sentence) {
    guard !usesCases, !isHeadFirst else { return }
    for verb in sentence.chunks.indices where sentence.chunks[verb].kind == .verb {
      let pronoun = Int(sentence.links[verb].subject)
      guard pronoun > 1, pronoun < verb, isSupposed(pronoun, sentence) else { continue }
      var at = pronoun - 1
      while at > 0,
        [.nounPhrase, .preposition, .conditional, .date].contains(sentence.chunks[at].kind)
      {
        at -= 1
      }
      guard sentence.chunks[at].kind == .verb, let index = frames.frame(of: at, sentence),
        frames.lexicon.frames[index].frame.type == .threaten
      else { continue }
      let warned = Int(sentence.links[at].object)
      guard warned > at, warned < pronoun,
        sentence.chunks[warned].traits.contains(.isAgentive),
        !sentence.chunks[warned].traits.contains(.isAnaphor)
      else { continue }
      sentence.links[verb].subject = Int32(warned)
    }
  }

  /// "if it", "should they": a pronoun behind what opens a condition.
  private func isSupposed(_ pronoun: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[pronoun]
    guard chunk.endItem == chunk.firstItem + 1, chunk.firstItem > 0,
      !chunk.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
    else { return false }
    return sentence.chunks[pronoun - 1].kind == .conditional
      || sentence.items[Int(chunk.firstItem) - 1].roles.contains(.hypothetical)
  }
}
