import CasusKnowledge

/// A pattern found at some token.
///
/// Holds no references: what it says is worked out only for the matches that are kept.
struct DateMatch {
  /// The token after the last.
  var end: Int
  var rule: Int
  var bindings: DateBindings
  /// Whether its last word has other readings.
  var isWeak: Bool
}

/// What the words of a pattern have filled.
struct DateBindings {
  var first = DateParts()
  var second = DateParts()
  /// The tokens where nested dates begin, or −1.
  var firstDate = -1
  var secondDate = -1
  var isSecond = false
  var isWeak = false
  /// Whether the pattern asked for the start of the text, which makes up for a weak word.
  var isAtStart = false

  mutating func fill(_ parts: DateParts) {
    if isSecond { second.merge(parts) } else { first.merge(parts) }
  }

  mutating func fillDate(_ token: Int) {
    if isSecond { secondDate = token } else { firstDate = token }
  }
}

extension DateRule.Kind {
  /// Whether a match of a rule says something: it holds what the rule needs.
  func isExpressed(
    hasFirst: Bool, hasSecond: Bool, hasFirstDate: Bool, hasSecondDate: Bool
  ) -> Bool {
    switch self {
    case .nothing: false
    case .date: hasFirst
    case .ago, .ahead, .within, .passing, .later, .earlier, .same, .daytime, .daycount,
      .afterevent, .beforeevent, .onward, .elsewhen:
      true
    case .plain, .after, .before: hasFirstDate
    case .about, .part, .since, .until, .from: hasFirstDate || hasFirst
    case .interval: (hasFirstDate || hasFirst) && (hasSecondDate || hasSecond)
    }
  }
}

extension DateRule.Kind {
  /// What a match of a rule says; `hint` is the tense that the rule itself carries.
  func expression(
    first: DateParts, second: DateParts, firstDate: DateExpression?, secondDate: DateExpression?,
    hint: Int?
  ) -> DateExpression? {
    var units = first
    if units[.count] == nil { units[.count] = 1 }
    switch self {
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
    case .daytime: return .daytime
    case .daycount: return .dayCount(first)
    case .after: return firstDate.map { .shifted($0, units, sign: 1) }
    case .before: return firstDate.map { .shifted($0, units, sign: -1) }
    case .afterevent: return .fromEvent(units, sign: 1)
    case .beforeevent: return .fromEvent(units, sign: -1)
    case .about: return (firstDate ?? first.expression).map { .about($0) }
    case .part: return (firstDate ?? first.expression).map { .part($0) }
    case .since: return (firstDate ?? first.expression).map { .since($0, hint: hint) }
    case .until: return (firstDate ?? first.expression).map { .until($0) }
    case .interval:
      guard let from = firstDate ?? first.expression, let to = secondDate ?? second.expression
      else { return nil }
      return .interval(from, to)
    case .from: return (firstDate ?? first.expression).map { .from($0) }
    case .onward: return .since(.sameAsAnchor(first), hint: nil)
    case .elsewhen: return .elsewhen
    }
  }
}

extension DateParts {
  var expression: DateExpression? { isEmpty ? nil : .parts(self) }
}
