import CasusKnowledge
import CasusModel

// What a relative clause tells of an attack.
extension EventFinder {
  /// "the Indian raid of 3 May, in which jets bombed a camp and killed ten": whoever's attack it is that the clause
  /// of a verb tells more of.
  func attacker(
    aroundClauseOf verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling? {
    var inner = verb
    if sentence.links[inner].link == .coordinate, sentence.links[inner].governor >= 0 {
      inner = Int(sentence.links[inner].governor)
    }
    guard sentence.links[inner].link == .relative,
      let pronoun = sentence.chunks[..<inner].lastIndex(where: { $0.kind == .relative }),
      pronoun > 1, sentence.chunks[pronoun - 1].kind == .preposition
    else { return nil }
    var at = pronoun - 2
    while at > 0, [.comma, .date, .preposition].contains(sentence.chunks[at].kind) { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase, isAttack(at, sentence),
      sentence.chunks[at].traits.contains(.hasPossessor)
    else { return nil }
    let found = filling(Int32(at), sentence, &resolver, excluding: [])
    return found.actors.isEmpty ? nil : found
  }
}
