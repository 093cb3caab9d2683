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

  /// The mentions in some sentences.
  func within(_ sentences: ClosedRange<Int>) -> ArraySlice<(actor: ActorID, sentence: Int)> {
    all.run(
      after: { $0.sentence < sentences.lowerBound }, while: { $0.sentence <= sentences.upperBound })
  }
}
