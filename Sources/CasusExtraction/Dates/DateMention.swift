import CasusKnowledge

/// One date expression found in a text.
public struct DateMention: Hashable, Sendable {
  /// First byte of the expression in the text's UTF-8.
  public var start: Int
  /// Byte after the last.
  public var end: Int
  /// What it says.
  package var expression: DateExpression

  /// The bytes of the expression.
  public var range: Range<Int> { start..<end }

  /// Whether it can only be placed with the help of the last date of the narrative ("two days
  /// later", "on the same day").
  public var needsAnchor: Bool { expression.needsAnchor }

  /// Whether it counts days from the beginning of something ("day 194 of the war").
  public var isDayCount: Bool {
    if case .dayCount = expression { return true }
    return false
  }

  /// Whether it is the time of what was told last: "the same day".
  var isSameAsTold: Bool {
    if case .sameAsAnchor = expression { return true }
    return false
  }

  /// Whether it lies ahead by its own words: "next Thursday", "within a month", "by March".
  var isAhead: Bool { expression.isAhead }

  /// Whether it is the day of publication by its own words: "today".
  var isToday: Bool {
    if case .parts(let parts) = expression { return parts[.offset] == 0 }
    return false
  }

  /// Whether it is a weekday and no more: "on Sunday", "last Friday".
  var isWeekday: Bool {
    if case .parts(let parts) = expression {
      return parts[.weekday] != nil && parts[.day] == nil && parts[.month] == nil
    }
    return false
  }

  /// Whether it names a weekday, perhaps with its date: "Kamis (16/5)".
  var namesWeekday: Bool {
    if case .parts(let parts) = expression { return parts[.weekday] != nil }
    return false
  }

  /// Whether it says by when: "by March", "before the end of the month".
  var isDeadline: Bool {
    if case .until = expression { return true }
    return false
  }

  /// Whether what is told may have begun at it: "from Monday", "mulai Rabu".
  var isBeginning: Bool {
    if case .from = expression { return true }
    return false
  }

  /// Whether it is the date that the narrative stands at ("the same day", "in return").
  var isOfAnchor: Bool {
    if case .sameAsAnchor = expression { return true }
    return false
  }

  /// Whether it has a beginning or an end only.
  var isOpen: Bool {
    switch expression {
    case .since, .from, .until: true
    default: false
    }
  }

  /// Whether it counts in days from the last date of the narrative.
  var countsFromDay: Bool {
    switch expression {
    case .fromAnchor(let parts, _), .sameAsAnchor(let parts): parts.unit == .day
    default: false
    }
  }

  /// Whether it counts in years from the last date of the narrative, is a part of its year or that date
  /// itself: "that December", "a year later", "at that time".
  var countsFromYear: Bool { expression.countsFromYear }

  /// Whether it measures the time between two events ("a day after they met") and names no date.
  public var isMeasure: Bool {
    if case .fromEvent = expression { return true }
    return false
  }

  /// Whether it says that something was at another time, and not when ("earlier", "recently").
  public var isElsewhen: Bool { expression == .elsewhen }

  /// Whether it is no more than a year or a range of years, as headings of timelines have them.
  public var isYearOnly: Bool { expression.isYearOnly }
}

extension DateExpression {
  var needsAnchor: Bool {
    switch self {
    case .fromAnchor, .sameAsAnchor, .dayCount: true
    case .parts, .fromPublication, .fromPublicationUnlessPast, .fromEvent, .daytime, .elsewhen:
      false
    case .shifted(let inner, _, _), .about(let inner), .part(let inner), .since(let inner, _),
      .until(let inner), .from(let inner):
      inner.needsAnchor
    case .interval(let first, let second): first.needsAnchor || second.needsAnchor
    }
  }

  /// The month, or that in which the season begins, of a date that names no year nor counts from another.
  var monthWithoutYear: Int? {
    switch self {
    case .parts(let parts):
      guard parts[.year] == nil, parts[.shift] == nil, parts[.hint] == nil, parts[.weekday] == nil,
        parts.unit == nil
      else { return nil }
      return parts[.month] ?? parts[.season].map { ($0 - 20) * 3 }
    case .about(let inner), .part(let inner), .until(let inner): return inner.monthWithoutYear
    default: return nil
    }
  }

  var countsFromYear: Bool {
    switch self {
    case .fromAnchor(let parts, _), .sameAsAnchor(let parts):
      parts.unit == .year || parts[.month] != nil || parts[.season] != nil || parts.isEmpty
    case .about(let inner), .part(let inner), .since(let inner, _), .until(let inner),
      .from(let inner):
      inner.countsFromYear
    default: false
    }
  }

  var isAhead: Bool {
    switch self {
    case .parts(let parts):
      (parts[.shift] ?? 0) > 0 || (parts[.offset] ?? 0) > 0 || (parts[.hint] ?? 0) > 0
    case .fromPublication(_, let sign): sign > 0
    case .fromPublicationUnlessPast, .until: true
    case .about(let inner), .part(let inner): inner.isAhead
    default: false
    }
  }

  var isYearOnly: Bool {
    switch self {
    case .parts(let parts):
      parts[.year] != nil && parts[.month] == nil && parts[.season] == nil
        && parts[.quarter] == nil && parts[.half] == nil
    case .about(let inner), .part(let inner): inner.isYearOnly
    case .interval(let first, let second): first.isYearOnly && second.isYearOnly
    default: false
    }
  }
}
