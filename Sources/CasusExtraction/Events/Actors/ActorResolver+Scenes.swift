import CasusKnowledge
import CasusModel

// The state on whose ground something is.
extension ActorResolver {
  /// "В Киеве | правительство объявило": a bare role belongs to the place that opens the sentence.
  ///
  /// So do "военные в Мали" and "хакеры из КНДР" to the name behind them.
  func site(before phrase: Int, _ sentence: Sentence) -> ActorID? {
    if let found = siteBehind(phrase, sentence) { return found }
    guard phrase >= 2, phrase <= 3, sentence.chunks[0].kind == .preposition,
      sentence.chunks[0].roles.contains(.locative), sentence.chunks[1].kind == .nounPhrase,
      isOneName(sentence.chunks[1]),
      sentence.chunks[1].features.contains(.locative),
      phrase == 2 || sentence.chunks[2].kind == .date
    else { return nil }
    return state(of: 1, sentence)
  }

  /// "Police arrested two Russians in Bălți": the place of those who are of the country where they act.
  func scene(of phrase: Int, _ sentence: Sentence) -> Int? {
    guard sentence.chunks[phrase].classes.intersects(localClass),
      let verb = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == phrase
      })
    else { return nil }
    for at in sentence.chunks.indices.dropFirst(verb + 1) {
      let (chunk, before) = (sentence.chunks[at], sentence.chunks[at - 1])
      switch chunk.kind {
      case .verb, .relative, .subordinator, .complementizer, .stop: return nil
      case .nounPhrase:
        guard before.kind == .preposition, before.roles.contains(.locative),
          Int(before.preposition) != ofNumber, isOneName(chunk),
          !lexicon.usesCases || chunk.features.contains(.locative)
        else { continue }
        return at
      default: continue
      }
    }
    return nil
  }

  private func siteBehind(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let at = phrase + 2
    guard at + 1 < sentence.chunks.count, sentence.chunks[at - 1].kind == .preposition,
      !sentence.chunks[at - 1].roles.isDisjoint(with: [.locative, .origin]),
      sentence.chunks[phrase].prepositionChunk < 0, sentence.chunks[at].kind == .nounPhrase,
      isOneName(sentence.chunks[at]),
      sentence.chunks[at + 1].kind == .verb,
      sentence.items[Int(sentence.chunks[at - 1].firstItem)].endToken
        == sentence.items[Int(sentence.chunks[at - 1].firstItem)].firstToken + 1
    else { return nil }
    return state(of: at, sentence)
  }

  /// Whether a phrase is a single name.
  func isOneName(_ chunk: Chunk) -> Bool {
    chunk.ownerEnd == chunk.ownerStart + 1 && chunk.endItem == chunk.firstItem + 1
  }

  /// The state that the one name of a phrase stands for.
  func state(of phrase: Int, _ sentence: Sentence) -> ActorID? {
    let owner = sentence.owners[Int(sentence.chunks[phrase].ownerStart)]
    let item = sentence.items[Int(owner.item)]
    switch owner.kind {
    case .actor: return actor(item).map { knowledge.actors.rolledUp($0) }
    case .place: return place(item, apartFrom: [])
    case .anaphor: return nil
    }
  }

  /// Whether a name only says where: "signed in Ankara", "will meet in Malaysia".
  func isVenue(item: Int, _ sentence: Sentence) -> Bool {
    guard
      let chunk = sentence.chunks.first(where: {
        $0.kind == .nounPhrase && Int($0.firstItem) <= item && item < Int($0.endItem)
      }), chunk.prepositionChunk >= 0, chunk.endItem == chunk.firstItem + 1, !lexicon.usesCases
    else { return false }
    let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
    return preposition.roles.contains(.locative) && Int(preposition.preposition) != ofNumber
  }

  /// "agreed in Paris", "met in Geneva": whether a name says where those meet who are not named.
  func isVenueOfTalks(_ item: Int, _ sentence: Sentence) -> Bool {
    guard isVenue(item: item, sentence),
      let at = sentence.chunks.firstIndex(where: {
        $0.kind == .nounPhrase && Int($0.firstItem) <= item && item < Int($0.endItem)
      }), at > 1, sentence.chunks[at - 2].kind == .verb, sentence.links[at - 2].subject >= 0,
      sentence.chunks[Int(sentence.links[at - 2].subject)].roles.contains(.groupBoth)
    else { return false }
    return true
  }
}
