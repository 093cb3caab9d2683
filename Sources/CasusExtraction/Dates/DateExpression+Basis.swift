import CasusKnowledge
import CasusModel

extension DateExpression {
  /// How a date of this expression is known.
  var basis: DateBasis {
    switch self {
    case .parts(let parts): parts.basis
    case .daytime: .deictic
    case .fromPublication, .fromPublicationUnlessPast, .fromAnchor, .sameAsAnchor, .dayCount,
      .fromEvent, .shifted, .elsewhen:
      .relative
    case .about(let inner), .part(let inner), .since(let inner, _), .until(let inner),
      .from(let inner):
      inner.basis
    case .interval(let first, let second):
      first.isExplicit || second.isExplicit
        ? .explicit : first.basis == second.basis ? first.basis : .relative
    }
  }

  private var isExplicit: Bool { basis == .explicit }

  /// Whether it names a day of a month and leaves the year to its reader.
  var leavesYearOpen: Bool {
    guard case .parts(let parts) = self else { return false }
    return parts[.month] != nil && parts[.day] != nil && parts[.year] == nil
  }
}

extension DateParts {
  fileprivate var basis: DateBasis {
    if self[.now] != nil { return .publication }
    if self[.year] != nil { return .explicit }
    if self[.century] != nil { return .explicit }
    if self[.decade] != nil { return self[.ambiguous] == nil ? .explicit : .relative }
    let isDayGiven = self[.day] != nil || self[.weekday] != nil
    return self[.offset] != nil && !isDayGiven ? .deictic : .relative
  }
}
