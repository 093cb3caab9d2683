import CasusKnowledge
import CasusModel

/// Events whose sides are told one by one, each with a date of its own.
extension ArticleReading {
  /// Those that stand beside each other, and the date behind them.
  private struct DatedPart {
    var actors: Set<ActorID>
    var lastChunk: Int
    var date: Int
  }

  /// "Signed treaties with Italy in June and with Egypt in August": two events, each with its date.
  func parted(_ findings: [Finding]) -> [Finding] {
    guard sentence.dates.count > 1, findings.contains(where: { $0.target.count > 1 }) else {
      return findings
    }
    return findings.flatMap { parts(of: $0) }
  }

  private func parts(of finding: Finding) -> [Finding] {
    guard finding.phrase < 0, finding.verb >= 0, finding.target.count > 1, !finding.isEcho,
      !finding.isOpen, finding.missing == nil
    else { return [finding] }
    let target = Set(rolledUp(finding.target))
    let parts = datedParts(behind: finding.verb, target)
    guard parts.count > 1, parts.reduce(0, { $0 + $1.actors.count }) == target.count,
      parts.reduce(into: Set<ActorID>(), { $0.formUnion($1.actors) }) == target
    else { return [finding] }
    let registry = knowledge.actors
    return parts.map { part in
      var copy = finding
      copy.target = finding.target.filter { part.actors.contains(registry.rolledUp($0)) }
      copy.lastChunk = part.lastChunk
      copy.datedBy = part.date
      return copy
    }
  }

  /// The parts of a list behind a verb that end in a date each; none where a part has no date.
  private func datedParts(behind verb: Int, _ side: Set<ActorID>) -> [DatedPart] {
    let judge = dateJudge
    var copy = resolver
    var parts: [DatedPart] = []
    var open = DatedPart(actors: [], lastChunk: -1, date: -1)
    for at in sentence.chunks.indices.dropFirst(verb + 1) {
      switch sentence.chunks[at].kind {
      case .nounPhrase:
        let named = rolledUp(copy.actors(of: at, sentence)).filter(side.contains)
        if !named.isEmpty {
          open.actors.formUnion(named)
          open.lastChunk = at
        }
      case .date where !open.actors.isEmpty:
        guard judge.verb(of: at) == verb else { return [] }
        open.date = at
        parts.append(open)
        open = DatedPart(actors: [], lastChunk: -1, date: -1)
      case .date, .preposition, .comma, .conjunction: continue
      default: return open.actors.isEmpty ? parts : []
      }
    }
    return open.actors.isEmpty ? parts : []
  }
}
