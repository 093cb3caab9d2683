import Foundation

/// How many sources that do not copy each other tell of an event.
///
/// Articles count as one source when they have the same publisher, credit the same agency, attribute
/// the event to the same medium, are near copies of each other, or tell it in the same sentence.
/// The answer depends on the set of articles alone.
enum IndependentSources {
  /// An article as far as it matters here.
  struct Witness {
    var publisher: String?
    /// The agencies and media that the article credits, or names for this event.
    var credited: Set<String>
    var sketch: TextSketch?
    /// The sentences that tell of the event.
    var sentences: Set<String>
  }

  /// Sentences shorter than this may be alike by chance.
  private static let shortestSentence = 60

  /// The number of sources, 0 without witnesses.
  static func count(_ witnesses: [Witness]) -> Int {
    var parents = Array(witnesses.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    func unite(_ a: Int, _ b: Int) { parents[max(root(a), root(b))] = min(root(a), root(b)) }
    var firsts: [String: Int] = [:]
    for (index, witness) in witnesses.enumerated() {
      for mark in marks(of: witness) {
        if let first = firsts[mark] { unite(first, index) } else { firsts[mark] = index }
      }
    }
    var known: [(sketch: TextSketch, index: Int)] = []
    for (index, witness) in witnesses.enumerated() {
      guard let sketch = witness.sketch else { continue }
      if let copy = known.first(where: { $0.sketch.isCopy(of: sketch) }) {
        unite(copy.index, index)
      }
      known.append((sketch, index))
    }
    return witnesses.indices.filter { parents[$0] == $0 }.count
  }

  private static func marks(of witness: Witness) -> [String] {
    var result = witness.credited.map { "agency \($0)" }
    if let publisher = witness.publisher {
      result.append("publisher \(FoldedName.fold(publisher))")
    }
    for sentence in witness.sentences where sentence.utf8.count >= shortestSentence {
      result.append("sentence \(FoldedName.fold(sentence))")
    }
    return result
  }
}
