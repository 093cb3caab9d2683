import CasusKnowledge
import CasusModel

// Places that a sentence means and does not name.
extension ArticleReading {
  /// The place told of last, where an act that ends a hold on a piece of land names none.
  ///
  /// "M23 took Sake. The army retook the town."
  func placeTold(by finding: Finding) -> String? {
    guard Self.endsHold(finding), let land = land(of: finding), isTold(land) else { return nil }
    let start = sentence.span(0..<sentence.items.count).lowerBound
    return statements.last {
      $0.place != nil && Self.holders.contains($0.type) && $0.evidence.start < start
    }?.place
  }

  private static func endsHold(_ finding: Finding) -> Bool {
    switch (finding.type, finding.mode) {
    case (.assault, "retake"), (.retreat, "withdraw"), (.retreat, "hand-back"): finding.phrase < 0
    default: false
    }
  }

  /// Acts that give land a holder.
  private static let holders: Set<EventType> = [.coerce, .assault, .retreat]

  /// The phrase for the land that an act is about: "the islands", "from the city".
  private func land(of finding: Finding) -> Int? {
    let chunks = sentence.chunks
    if finding.object >= 0, isLand(finding.object) { return finding.object }
    guard finding.mode == "withdraw", finding.verb >= 0 else { return nil }
    var at = finding.verb + 1
    while at < chunks.count {
      switch chunks[at].kind {
      case .nounPhrase:
        let preposition = Int(chunks[at].prepositionChunk)
        if preposition >= 0, chunks[preposition].roles.contains(.origin), isLand(at) { return at }
      case .preposition, .date: break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether a phrase is a piece of land without a name or an owner.
  private func isLand(_ phrase: Int) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.kind == .nounPhrase && chunk.classes.intersects(lexicon.groundClasses)
      && !chunk.classes.intersects(lexicon.singleClasses) && !chunk.traits.contains(.hasPossessor)
      && sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].allSatisfy {
        $0.kinds.isDisjoint(with: [.actor, .adjectivalActor, .place])
      }
  }

  /// "the islands", "kota itu", "город": whether a phrase is about what was told of before.
  private func isTold(_ phrase: Int) -> Bool {
    let chunk = sentence.chunks[phrase]
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    if lexicon.usesCases { return items.count == 1 || isPointedOut(items.first) }
    if lexicon.nounHead == .first { return items.contains { $0.roles.contains(.demonstrative) } }
    let first = Int(chunk.firstItem)
    let article = string(sentence.span(first..<first + 1)).lowercased()
    return items.count == 2 && article == lexicon.article
  }

  /// "цей острів".
  private func isPointedOut(_ item: Item?) -> Bool {
    item.map { !$0.roles.isDisjoint(with: [.demonstrative, .determiner]) } ?? false
  }
}
