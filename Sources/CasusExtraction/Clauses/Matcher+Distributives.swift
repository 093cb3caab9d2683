import CasusKnowledge

// "Each" and "the other", of two.
extension Matcher {
  /// "Each blames the other", but "each month", "the other side": says whether the two words stand for the
  /// sides of which the article tells.
  static func readDistributives(_ items: inout [Item]) {
    var namesBoth = false
    for i in items.indices {
      let roles = items[i].roles
      if roles.isSuperset(of: [.groupBoth, .determiner, .adverb]) {
        if isSubject(i, items) {
          items[i].roles = .groupBoth
        } else {
          items[i].roles.remove(.groupBoth)
        }
        namesBoth = true
      } else if roles.isSuperset(of: [.reciprocal, .demonstrative]) {
        if namesBoth, isWhole(i, items) {
          items[i].roles = .reciprocal
        } else {
          items[i].roles.remove(.reciprocal)
        }
      }
      if items[i].roles.contains(.groupBoth) { namesBoth = true }
    }
  }

  /// Whether a verb stands behind a word, and nobody right before it.
  private static func isSubject(_ at: Int, _ items: [Item]) -> Bool {
    let asides: WordRole = [.adverb, .perfect, .be, .planned, .hypothetical, .negation]
    var next = at + 1
    while next < items.count, items[next].kinds.isEmpty,
      !items[next].roles.isDisjoint(with: asides)
    { next += 1 }
    guard next < items.count, items[next].kinds.contains(.verb),
      items[next].verbFeatures.isDisjoint(with: .base)
        || next > at + 1 || items[next].verbFeatures.contains(.past)
    else { return false }
    return at == 0 || items[at - 1].mark != .word
      || !items[at - 1].roles.isDisjoint(with: [
        .conjunction, .contrast, .complementizer, .subordinator,
      ])
  }

  /// Whether no noun follows that a word would belong to.
  private static func isWhole(_ at: Int, _ items: [Item]) -> Bool {
    guard at + 1 < items.count else { return true }
    let next = items[at + 1]
    return next.mark != .word
      || next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place, .unknown, .number])
        && next.roles.isDisjoint(with: [.role, .opaque, .adjective, .nounLike, .plannedNoun])
  }
}
