import CasusModel

/// Which of an article's statements a decision is about.
///
/// The words may be found otherwise after the knowledge has changed. So the closest statements are
/// taken: the very same; else the same words with the same type or the same actors; else words that
/// overlap with them, with the same actors, else with the same type. Rows of event tables have no
/// words; they are known by their rule.
enum ReviewMatch {
  static func indices(of anchor: Statement, in statements: [Statement]) -> [Int] {
    guard !anchor.evidence.text.isEmpty else {
      return statements.indices.filter { statements[$0].evidence.rule == anchor.evidence.rule }
    }
    let levels: [(Statement) -> Bool] = [
      { isSamePlace($0, anchor) && $0.isSameEvent(as: anchor) },
      {
        isSamePlace($0, anchor) && ($0.type == anchor.type || $0.hasSameActors(as: anchor))
      },
      { overlap($0, anchor) && $0.hasSameActors(as: anchor) },
      { overlap($0, anchor) && $0.type == anchor.type },
    ]
    for fits in levels {
      let found = statements.indices.filter { fits(statements[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func isSamePlace(_ a: Statement, _ b: Statement) -> Bool {
    a.evidence.start == b.evidence.start && a.evidence.end == b.evidence.end
  }

  private static func overlap(_ a: Statement, _ b: Statement) -> Bool {
    a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end
  }
}

extension Statement {
  fileprivate func isSameEvent(as other: Statement) -> Bool {
    type == other.type && mode == other.mode && participants == other.participants
  }

  fileprivate func hasSameActors(as other: Statement) -> Bool {
    let own = participants.mapValues { Set($0.map(\.rolledUp)) }
    return own == other.participants.mapValues { Set($0.map(\.rolledUp)) }
  }
}
