import CasusKnowledge
import CasusModel

// The sides that a sentence leaves out and the article as a whole tells.
extension ArticleReading {
  /// Gives each finding of which one side alone is known its other side, if anyone is probable
  /// enough; its confidence is then no more than that probability.
  /// - Returns: the statements that nobody is found for.
  mutating func supplySides(_ trace: ((ReadingTrace) -> Void)?) -> Set<Int> {
    guard !halves.isEmpty else { return [] }
    var supply = SideSupply(model: knowledge.supply, mentions: resolver.discourse.mentions)
    for i in statements.indices where !openStatements.contains(i) {
      supply.note(
        statements[i].type, rolledUp(statements[i].source), rolledUp(statements[i].target))
    }
    var unmet: Set<Int> = []
    for (i, side) in halves.sorted(by: { $0.key < $1.key }) {
      let known = side == .target ? statements[i].source : statements[i].target
      guard side == .source || !LikeModes.domestic.contains(statements[i].mode),
        let choice = supply.choice(
          for: side, of: statements[i].type, known: rolledUp(known), sentence: origins[i])
      else {
        unmet.insert(i)
        continue
      }
      switch side {
      case .source: statements[i].source = [choice.actor]
      case .target: statements[i].target = [choice.actor]
      }
      statements[i].evidence.confidence = min(
        statements[i].evidence.confidence, choice.probability)
      trace?(.lines([Explanation.line(forSupplied: side, choice.actor, of: statements[i])]))
    }
    return unmet
  }
}
