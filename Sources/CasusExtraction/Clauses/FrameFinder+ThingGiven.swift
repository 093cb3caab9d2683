import CasusKnowledge

extension FrameFinder {
  /// "the tanks | that Poland gave Ukraine", "the tanks | Poland gave Ukraine": what a relative clause tells of,
  /// where somebody who gets it stands behind its verb.
  func thingGiven(before verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[verb]
    guard !lexicon.usesCases, lexicon.nounHead == .last, links.link == .relative, verb > 1,
      Int(links.subject) == verb - 1, Int(links.object) == verb + 1,
      sentence.chunks[verb - 2].kind == .relative && verb > 2
        || sentence.chunks[verb - 2].kind == .nounPhrase,
      sentence.chunks[verb].traits.isDisjoint(with: .isPassive),
      sentence.chunks[verb + 1].traits.contains(.isAgentive)
    else { return nil }
    var at = sentence.chunks[verb - 2].kind == .relative ? verb - 3 : verb - 2
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    let thing = sentence.chunks[at]
    guard thing.kind == .nounPhrase, !thing.classes.isEmpty else { return nil }
    return thing.listHead >= 0 ? Int(thing.listHead) : at
  }
}
