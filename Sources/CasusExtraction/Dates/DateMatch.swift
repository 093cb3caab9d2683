import CasusKnowledge

/// A pattern found at some token.
struct DateMatch {
  /// The token after the last.
  var end: Int
  var rule: Int
  /// What it says; `nil` when it only looks like a date.
  var expression: DateExpression?
  /// Whether its last word has other readings.
  var isWeak: Bool
}

extension DateRule {
  /// What a match of the rule says.
  func expression(
    first: DateParts, second: DateParts, firstDate: DateExpression?, secondDate: DateExpression?
  ) -> DateExpression? {
    var units = first
    if units[.count] == nil { units[.count] = 1 }
    switch kind {
    case .nothing: return nil
    case .date: return first.isEmpty ? nil : .parts(first)
    case .ago: return .fromPublication(units, sign: -1)
    case .ahead: return .fromPublication(units, sign: 1)
    case .within: return .fromPublicationUnlessPast(units, orAnchor: false)
    case .passing: return .fromPublicationUnlessPast(units, orAnchor: true)
    case .plain: return firstDate
    case .later: return .fromAnchor(units, sign: 1)
    case .earlier: return .fromAnchor(units, sign: -1)
    case .same: return .sameAsAnchor(first)
    case .daycount: return .dayCount(first)
    case .after: return firstDate.map { .shifted($0, units, sign: 1) }
    case .before: return firstDate.map { .shifted($0, units, sign: -1) }
    case .about: return (firstDate ?? first.expression).map { .about($0) }
    case .part: return (firstDate ?? first.expression).map { .part($0) }
    case .since: return (firstDate ?? first.expression).map { .since($0, hint: values[.hint]) }
    case .until: return (firstDate ?? first.expression).map { .until($0) }
    case .interval:
      guard let from = firstDate ?? first.expression, let to = secondDate ?? second.expression
      else { return nil }
      return .interval(from, to)
    }
  }
}

extension DateParts {
  var expression: DateExpression? { isEmpty ? nil : .parts(self) }
}
