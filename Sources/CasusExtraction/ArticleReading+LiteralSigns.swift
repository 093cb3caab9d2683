import CasusKnowledge
import CasusModel

// What shows that a statement is meant as it stands: "Russia shelled the zoo on Tuesday" on a page about animals.
extension ArticleReading {
  /// Dates from so many days before the article to so many after it belong to what it reports.
  private static let reportedDays = -730...60

  /// How much in the sentence at hand shows that a finding is no move of a game, turn of a plot or figure of speech.
  /// - Parameters:
  ///   - finding: the finding.
  ///   - date: when it happened, if that is known.
  ///   - isDated: whether its own clause says when.
  ///   - isPresent: whether it is told in the present tense, as plots are.
  /// - Returns: the number of signs for it, less those against it.
  func literalSigns(
    of finding: Finding, on date: EDTF?, isDated: Bool, isPresent: Bool
  ) -> Int {
    var signs = 0
    if isOfHistory(finding.source) { signs += 1 }
    if isOfHistory(finding.target) { signs += 1 }
    if isDated, isReported(date) { signs += 1 }
    if finding.type == .assault, finding.targetIsPlace || hitsThing(finding) { signs += 1 }
    if isPresent { signs -= 1 }
    return signs
  }

  /// Statesmen, armies and armed groups neither play nor stand for a team.
  private func isOfHistory(_ side: [ActorID]) -> Bool {
    for actor in side {
      switch knowledge.actors.kind(of: actor) {
      case .person, .group, .government: return true
      default: continue
      }
    }
    return false
  }

  /// Whether a date is one that news tells of: neither long past nor far off.
  private func isReported(_ date: EDTF?) -> Bool {
    // "On Friday": of an unknown week.
    guard let date else { return article.published == nil }
    guard !date.isOpenEnded else { return false }
    guard let published = article.published else { return true }
    return date.upperBound.days(since: published.lowerBound) >= Self.reportedDays.lowerBound
      && date.lowerBound.days(since: published.lowerBound) <= Self.reportedDays.upperBound
  }

  /// "Hit silos and warehouses": what stands somewhere, and not a rival.
  private func hitsThing(_ finding: Finding) -> Bool {
    guard finding.object >= 0 else { return false }
    let chunk = sentence.chunks[finding.object]
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    return items.contains { $0.kinds.contains(.noun) }
      && items.allSatisfy {
        $0.kinds.isDisjoint(with: [.actor, .adjectivalActor]) && !$0.isCapitalised
          && $0.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
      }
  }
}
