import CasusKnowledge
import CasusModel

/// Who is named in an article, in the order of the text.
struct Mentions {
  /// The actors, each rolled up, with the number of the sentence.
  private(set) var all: [(actor: ActorID, sentence: Int)] = []

  /// Takes note of a name in a sentence, whose numbers only grow.
  mutating func note(_ actor: ActorID, in sentence: Int) {
    all.append((actor, sentence))
  }

  /// How often an actor is named.
  func count(of actor: ActorID) -> Int { all.reduce(0) { $0 + ($1.actor == actor ? 1 : 0) } }

  /// The one of some actors that is named most, the latest of equals.
  func mostNamed(of actors: Set<ActorID>) -> ActorID? {
    var counts: [ActorID: (count: Int, last: Int)] = [:]
    for (position, mention) in all.enumerated() where actors.contains(mention.actor) {
      counts[mention.actor] = ((counts[mention.actor]?.count ?? 0) + 1, position)
    }
    return counts.max { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }?.key
  }

  /// The mentions in some sentences.
  func within(_ sentences: ClosedRange<Int>) -> ArraySlice<(actor: ActorID, sentence: Int)> {
    all.run(
      after: { $0.sentence < sentences.lowerBound }, while: { $0.sentence <= sentences.upperBound })
  }
}
