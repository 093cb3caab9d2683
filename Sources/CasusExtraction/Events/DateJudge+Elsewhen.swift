import CasusKnowledge
import CasusModel

/// What the words put at another time: "earlier", "recently", "subsequently".
extension DateJudge {
  /// Whether such words stand in the clause of a finding, which then has no date but its own.
  func isElsewhen(_ finding: Finding) -> Bool {
    guard !sentence.elsewhens.isEmpty else { return false }
    var verb = sentence.verb(telling: finding)
    guard verb >= 0 else { return false }
    let elsewhere = sentence.elsewhens.compactMap { self.verb(ofElsewhen: $0) }
    // Its equals before it and what it completes are of the same time.
    for _ in 0..<4 {
      if elsewhere.contains(verb) { return true }
      let links = sentence.links[verb]
      let governor = Int(links.governor)
      guard [.coordinate, .infinitive, .adverbial, .content].contains(links.link), governor >= 0,
        governor != verb
      else { return false }
      verb = governor
    }
    return false
  }

  /// The verb that such words belong to: right behind them, before them in their clause, or behind.
  private func verb(ofElsewhen mention: DateMention) -> Int? {
    let chunks = sentence.chunks
    // "Subsequently closed": part of the verb.
    let around = chunks.indices.first {
      chunks[$0].kind == .verb && sentence.span(ofChunk: $0).overlaps(mention.range)
    }
    if let around { return around }
    let next =
      chunks.indices.first { Int(sentence.items[Int(chunks[$0].firstItem)].start) >= mention.end }
      ?? chunks.count
    let before = chunks.indices.last { sentence.span(ofChunk: $0).upperBound <= mention.start }
    let after = verb(from: next)
    if after == next { return after }
    switch before.map({ chunks[$0].kind }) {
    case nil, .comma, .conjunction, .contrast, .stop, .complementizer, .subordinator, .relative,
      .openQuote:
      return after
    default: return before.flatMap { verb(upTo: $0) } ?? after
    }
  }

  /// The first verb of a clause from a chunk on; a comma may stand before it.
  private func verb(from first: Int) -> Int? {
    for at in first..<max(sentence.chunks.count, first) {
      switch sentence.chunks[at].kind {
      case .verb: return at
      case .comma where at == first: continue
      case .comma, .stop, .contrast, .complementizer, .subordinator, .conditional, .relative:
        return nil
      default: continue
      }
    }
    return nil
  }

  /// The last verb of a clause up to a chunk.
  private func verb(upTo last: Int) -> Int? {
    for at in (0...last).reversed() {
      switch sentence.chunks[at].kind {
      case .verb: return at
      case .stop, .contrast, .complementizer, .subordinator, .conditional, .relative: return nil
      default: continue
      }
    }
    return nil
  }
}
