import CasusModel

/// Applies decisions to what the program found in one article.
struct ReviewRules {
  /// The decisions that count, in order.
  let decisions: [ReviewDecision]

  init(_ decisions: [ReviewDecision]) {
    self.decisions = decisions.filter { !$0.isUndone }.sorted(by: ReviewDecision.isBefore)
  }

  /// What counts of an article's statements.
  ///
  /// What somebody accepted or corrected stays, even when the program no longer finds it.
  func apply(to statements: [Statement], ofArticle article: String) throws -> [ReviewedStatement] {
    var result = statements.map { ReviewedStatement($0) }
    for decision in decisions {
      for (anchors, isOther) in [(decision.statements, false), (decision.others, true)] {
        for anchor in anchors where anchor.evidence.articleID == article {
          var found = ReviewMatch.indices(of: anchor, in: result.map(\.found))
          if found.isEmpty, decision.keepsItsWords {
            var kept = ReviewedStatement(anchor)
            kept.marks.isKept = true
            found = [result.count]
            result.append(kept)
          }
          for index in found { try apply(decision, isOther: isOther, to: &result[index]) }
        }
      }
    }
    return result
  }

  private func apply(
    _ decision: ReviewDecision, isOther: Bool, to reviewed: inout ReviewedStatement
  ) throws {
    switch decision.kind {
    case .accept:
      reviewed.marks.isRejected = nil
      reviewed.marks.isAccepted = true
      reviewed.marks.foundConfidence = reviewed.found.evidence.confidence
      reviewed.change { $0.evidence.confidence = 1 }
    case .reject:
      reviewed.marks.isAccepted = nil
      reviewed.marks.foundConfidence = nil
      reviewed.marks.isRejected = true
    case .correct: try correct(decision, &reviewed)
    case .merge:
      let event = try JSONColumn.stated(in: decision.value ?? "")
      reviewed.marks.united = ((reviewed.marks.united ?? []) + [decision.id]).sorted()
      reviewed.change { $0.join(event) }
    case .split:
      let isEach = decision.value == "article"
      reviewed.marks.apart =
        decision.id + (isEach ? " \(reviewed.statement.evidence.articleID)" : "")
    case .note: break
    }
  }

  private func correct(
    _ decision: ReviewDecision, _ reviewed: inout ReviewedStatement
  ) throws {
    let value = decision.value ?? ""
    switch decision.field {
    case .type:
      let parts = value.split(separator: "/", maxSplits: 1).map(String.init)
      guard let type = parts.first.flatMap({ EventType(rawValue: $0) }) else { return }
      reviewed.change {
        $0.type = type
        $0.mode = parts.count > 1 ? parts[1] : nil
      }
    case .source:
      let actors = try JSONColumn.names(in: value).map { ActorID(rawValue: $0) }
      reviewed.change { $0.source = actors }
    case .target:
      let actors = try JSONColumn.names(in: value).map { ActorID(rawValue: $0) }
      reviewed.change { $0.target = actors }
    case .date:
      let date = EDTF(value)
      reviewed.change {
        $0.evidence.date = date
        $0.evidence.dateBasis = date == nil ? .none : .explicit
      }
    case .status: reviewed.marks.status = EventStatus(rawValue: value)
    case nil: break
    }
  }
}

extension ReviewDecision {
  /// Whether its words stay even when the program no longer finds them.
  fileprivate var keepsItsWords: Bool { kind == .accept || kind == .correct }
}

extension Statement {
  /// Takes type, mode and actors of an event where they are not those of the statement's own group.
  fileprivate mutating func join(_ event: StatedEvent) {
    let joined = event.statement(object: object, place: place, evidence: evidence)
    guard EventGroup(joined) != EventGroup(self) || joined.mode != mode else { return }
    self = joined
  }
}
