import CasusKnowledge
import CasusModel

// Resolutions and communiqués, whose paragraphs leave out the body that adopts them: "3. Urges both sides to talk".
extension ArticleReading {
  /// Takes the body that one of the first sentences is about for the one that issues what follows.
  mutating func noteIssuer() {
    guard !lexicon.usesCases, lexicon.nounHead == .last,
      resolver.discourse.topicSentence == sentence.number, resolver.discourse.topic.count == 1,
      knowledge.actors.kind(of: resolver.discourse.topic[0]) == .organisation
    else { return }
    resolver.discourse.issuer = resolver.discourse.topic[0]
  }

  /// "Thanks Rwanda", "; notes that": a word in "-s" that opens a paragraph or what follows a semicolon, right before
  /// an object, is a verb there, though elsewhere it is a noun.
  mutating func readResolved() {
    // A short paragraph that ends in a semicolon is no subhead.
    guard !sentence.isHeading || sentence.items.last?.mark == .semicolon else { return }
    for at in sentence.items.indices.dropLast()
    where at == 0 || sentence.items[at - 1].mark == .semicolon {
      let item = sentence.items[at]
      guard item.kinds.contains(.verb), item.verbFeatures.contains(.finite),
        item.verbFeatures.isDisjoint(with: [.past, .base]),
        stages.chunker.opensObject(sentence.items[at + 1])
      else { continue }
      sentence.items[at].kinds.subtract([.noun, .eventNoun])
      sentence.items[at].nounFeatures = []
      sentence.items[at].classSet = 0
      sentence.items[at].roles.subtract([.role, .opaque, .plannedNoun, .adjective, .nounLike])
    }
  }
}
