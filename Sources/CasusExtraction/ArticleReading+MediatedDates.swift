import CasusKnowledge
import CasusModel

/// Dates of mediation.
extension ArticleReading {
  /// Who brought two sides together did so when they met or agreed.
  ///
  /// "Kabul and Islamabad agreed on a truce on Sunday. The mediators were Qatar and Turkey."
  mutating func dateMediation() {
    for i in statements.indices
    where statements[i].evidence.date == nil && statements[i].mode == Self.mediation
      && !isOfOtherTime[i]
    {
      guard let mediated = mediated(by: i) else { continue }
      statements[i].evidence.date = statements[mediated].evidence.date
      statements[i].evidence.dateBasis = .inherited
    }
  }

  /// The dated meeting or agreement, not far before, of those between whom a statement mediates.
  private func mediated(by statement: Int) -> Int? {
    let parties = Set(rolledUp(statements[statement].target))
    let mediators = rolledUp(statements[statement].source)
    guard !parties.isEmpty else { return nil }
    let first = max(statement - Self.mediationReach, 0)
    let last = min(statement + Self.mediationReach, statements.count - 1)
    let near = (first...last).filter { i in
      let gap = origins[statement] - origins[i]
      return (0...Self.mediationSentences).contains(gap)
        && (gap == 0 || dateCounts[origins[statement]] == nil)
    }
    // The nearest sentence first, and in it the first that tells.
    return near.sorted { (origins[$1], $0) < (origins[$0], $1) }.first { i in
      let (type, evidence) = (statements[i].type, statements[i].evidence)
      // Mediation may have been in vain.
      guard type == .consult || type == .agree, let date = evidence.date,
        evidence.status == statements[statement].evidence.status
          || statements[statement].evidence.status == .occurred && hasCome(date),
        statements[i].mode != Self.mediation
      else { return false }
      let sides = Set(rolledUp(statements[i].source + statements[i].target))
      return parties.isSubset(of: sides) && sides.isDisjoint(with: mediators)
    }
  }

  private func hasCome(_ date: EDTF) -> Bool {
    narrative.published.map { date.upperBound <= $0.upperBound } ?? false
  }

  private static let mediation = "mediate"
  /// How many sentences later an article may still name the mediator.
  private static let mediationSentences = 3
  /// How many statements before and behind are looked at; a sentence without an end can hold
  /// thousands.
  private static let mediationReach = 32
}
