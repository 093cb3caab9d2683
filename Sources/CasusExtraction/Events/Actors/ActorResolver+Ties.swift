import CasusKnowledge
import CasusModel

// Whom descriptions mean by what is known of states: "the island", "its neighbour", "its ally".
extension ActorResolver {
  /// The states that the words of a description fit, if they say anything: "the Gulf emirate".
  func described(by item: Int32, _ sentence: Sentence) -> Set<ActorID>? {
    var result: Set<ActorID>?
    let tokens = sentence.tokens
    let (start, end) = (
      Int(sentence.items[Int(item)].firstToken), Int(sentence.items[Int(item)].endToken)
    )
    for first in start..<end {
      // "West African country" is an "African country" as well.
      var node = lexicon.step(0, tokens[first].word)
      for at in (first + 1)..<max(end, first + 1) where node != 0 {
        node = lexicon.step(node, tokens[at].word)
      }
      guard node != 0 else { continue }
      let classes = lexicon.classes(of: node)
      for trait in nouns.traits where classes.intersects(trait.words) {
        result = result.map { $0.intersection(trait.members) } ?? trait.members
      }
    }
    return result
  }

  /// Of some actors the one named last before an item in the sentence, else the one that the last sentence is
  /// about, else the one named last of all, or most where the last sentences are about nobody.
  func nearest(
    of some: Set<ActorID>, before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]).map(knowledge.actors.rolledUp), some.contains(id),
        !excluded.contains(id), !isVenue(item: i, sentence)
      else { continue }
      return [id]
    }
    if discourse.topic.count == 1, some.contains(discourse.topic[0]),
      !excluded.contains(discourse.topic[0])
    {
      return discourse.topic
    }
    if !discourse.topic.isEmpty, discourse.topicSentence < sentence.number - 1,
      let most = discourse.mentions.mostNamed(of: some.subtracting(excluded))
    {
      return [most]
    }
    let last = discourse.mentions.all.last {
      some.contains($0.actor) && !excluded.contains($0.actor)
    }
    return last.map { [$0.actor] } ?? []
  }

  /// "Its neighbour", "its ally", "its foe": the other one that the article names and that borders on a side,
  /// stands by it or fights it; nobody where none does, and `nil` where the word tells nothing of the kind.
  func tied(to own: [ActorID], _ phrase: Int, _ sentence: Sentence) -> [ActorID]? {
    let chunk = sentence.chunks[phrase]
    guard own.count == 1 else { return nil }
    if chunk.classes.intersects(nouns.neighbourClass) {
      guard let neighbours = knowledge.ties.neighbours[own[0]] else { return nil }
      return nearest(of: neighbours, before: chunk.firstItem, sentence, apartFrom: own)
    }
    if chunk.classes.intersects(nouns.friendClass) {
      // "The rebels and their allies": whoever they are.
      if chunk.listHead >= 0, Int(chunk.listHead) != phrase { return [] }
      let allies = knowledge.ties.allies[own[0]] ?? []
      let known = nearest(of: allies, before: chunk.firstItem, sentence, apartFrom: own)
      return known.isEmpty ? discourse.friend(of: own) : known
    }
    if chunk.classes.intersects(nouns.foeClass) {
      let foe = discourse.opponent(of: own).filter { !own.contains($0) }
      return foe.isEmpty ? nil : foe
    }
    return nil
  }
}
