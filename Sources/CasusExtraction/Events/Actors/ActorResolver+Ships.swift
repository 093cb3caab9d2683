import CasusKnowledge
import CasusModel

// Ships that bear the name of a person or a place.
extension ActorResolver {
  /// "the USS Carney", "the frigate Somerset", "the Carney": takes a name for nobody's where it is a
  /// ship's.
  func forgetShips(in sentence: inout Sentence) {
    guard lexicon.nounHead == .last, !lexicon.usesCases, !shipClasses.isEmpty else { return }
    for at in sentence.items.indices.dropFirst() where isName(sentence.items[at]) {
      if names(ship: at, sentence) {
        forget(at, &sentence)
      } else if isThing(at, sentence) {
        forget(at, &sentence)
      }
    }
  }

  private func forget(_ at: Int, _ sentence: inout Sentence) {
    sentence.items[at].kinds = .unknown
    sentence.items[at].node = 0
    sentence.items[at].roles = []
    sentence.items[at].classSet = 0
  }

  private func isName(_ item: Item) -> Bool {
    item.isCapitalised && item.articleName < 0
      && !item.kinds.isDisjoint(with: [.actor, .place])
      && item.kinds.isDisjoint(with: [.adjectivalActor, .verb])
  }

  /// Whether a name stands behind the word for a ship, or behind letters that only ships have.
  private func names(ship at: Int, _ sentence: Sentence) -> Bool {
    var before = at - 1
    // "USS Abraham Lincoln", "HMS Prince of Wales".
    while before > 0, at - before < 4,
      sentence.items[before].isCapitalised
        || Int(sentence.items[before].preposition) == ofNumber
          && sentence.items[before - 1].isCapitalised
    {
      if isShip(before, shipPrefixes, sentence) { return true }
      before -= 1
    }
    if isShip(before, shipPrefixes, sentence) { return true }
    guard isShip(at - 1, shipClasses, sentence),
      sentence.items[at - 1].nounFeatures.isDisjoint(with: .plural)
    else { return false }
    // "the ship Israel seized sank", but "the frigate Bonn sailed".
    let isState =
      actor(sentence.items[at]).map { knowledge.actors.kind(of: $0) != .person } ?? false
    guard isState, at + 1 < sentence.items.count else { return true }
    return !sentence.items[at + 1].showsTense
      || !sentence.items.dropFirst(at + 2).contains(where: \.showsTense)
  }

  private func isShip(_ at: Int, _ classes: ClassSet, _ sentence: Sentence) -> Bool {
    sentence.items[at].classSet != 0
      && lexicon.classSets[Int(sentence.items[at].classSet)].intersects(classes)
  }

  /// "The Carney fired": whether an article makes the surname of a person the name of a thing.
  private func isThing(_ at: Int, _ sentence: Sentence) -> Bool {
    let (before, item) = (sentence.items[at - 1], sentence.items[at])
    guard before.roles.isSuperset(of: [.demonstrative, .determiner]), before.kinds.isEmpty,
      before.end - before.start == 3, item.endToken == item.firstToken + 1,
      lexicon.meanings(of: item.node).allSatisfy({
        $0.kind != .actor || knowledge.actors.kind(at: Int($0.index)) == .person
      }), item.roles.isEmpty, item.kinds.isDisjoint(with: [.place, .noun, .eventNoun]),
      at + 1 < sentence.items.count
    else { return false }
    let next = sentence.items[at + 1]
    return next.kinds.isDisjoint(with: [.noun, .eventNoun, .unknown, .actor, .place, .number])
      && next.roles.isDisjoint(with: [.role, .opaque, .adjective, .plannedNoun])
      && next.mark != .possessive && next.mark != .hyphen
  }
}
