import CasusKnowledge
import CasusModel

extension Reckoning {
  /// The date from one expression to another; what one of them leaves out it takes from the other,
  /// and the ends stay in order over New Year.
  func interval(_ first: DateExpression, _ second: DateExpression) -> EDTF? {
    let (from, to) = completed(first, second)
    guard let ends = ends(from, to) else { return nil }
    if ends.0 == ends.1, !ends.0.isInterval { return ends.0 }
    return EDTF("\(ends.0.firstEnd)/\(ends.1.lastEnd)")
  }

  /// Both ends: the first on the side of the tense, the second the next one after it.
  ///
  /// Weekdays in the past are counted back from the second.
  private func ends(_ from: DateExpression, _ to: DateExpression) -> (EDTF, EDTF)? {
    guard published != nil, fixedYear == nil, from.lacksYear, to.lacksYear else {
      guard let first = date(of: from), let last = date(of: to) else { return nil }
      return (first, last)
    }
    var other = self
    if tense == .past, from.isWeekday, to.isWeekday {
      guard let last = date(of: to) else { return nil }
      other.published = last.lastFinite
      guard let first = other.date(of: from) else { return nil }
      return (first, last)
    }
    guard let first = date(of: from) else { return nil }
    other.published = first.firstFinite
    other.tense = .future
    guard let last = other.date(of: to.withoutShift) else { return nil }
    return (first, last)
  }

  private func completed(
    _ first: DateExpression, _ second: DateExpression
  ) -> (DateExpression, DateExpression) {
    guard var from = first.fields, var to = second.fields else { return (first, second) }
    if from[.day] != nil, from[.month] == nil { from[.month] = to[.month] }
    if to[.day] != nil, to[.month] == nil { to[.month] = from[.month] }
    for slot in [DateSlot.shift, .hint] {
      if from[slot] == nil, from.unit == nil, to.unit == nil { from[slot] = to[slot] }
    }
    if let year = to[.year], from[.year] == nil, from.takesYear {
      from[.year] = year
      if isAfter(from, to) { from[.year] = year - 1 }
    } else if let year = from[.year], to[.year] == nil, to.takesYear {
      to[.year] = year
      if isAfter(from, to) { to[.year] = year + 1 }
    }
    // "2021–22".
    if let start = from[.year], let end = to[.year], end < start, end % 100 > start % 100 {
      to[.year] = start / 100 * 100 + end % 100
    }
    return (first.replacingFields(from), second.replacingFields(to))
  }

  private func isAfter(_ from: DateParts, _ to: DateParts) -> Bool {
    guard let first = date(of: from)?.firstFinite, let last = date(of: to)?.lastFinite else {
      return false
    }
    return first > last
  }
}

extension DateExpression {
  /// The fields of a plain or approximate date.
  var fields: DateParts? {
    switch self {
    case .parts(let parts): parts
    case .about(let inner), .part(let inner): inner.fields
    default: nil
    }
  }

  func replacingFields(_ parts: DateParts) -> DateExpression {
    switch self {
    case .about(let inner): .about(inner.replacingFields(parts))
    case .part(let inner): .part(inner.replacingFields(parts))
    default: .parts(parts)
    }
  }

  fileprivate var isWeekday: Bool { fields?[.weekday] != nil && fields?[.day] == nil }

  /// Without words such as "last", which place only the first end.
  fileprivate var withoutShift: DateExpression {
    guard var fields else { return self }
    fields[.shift] = nil
    fields[.hint] = nil
    return replacingFields(fields)
  }

  /// Whether it names months or days without saying of which year.
  fileprivate var lacksYear: Bool {
    guard let fields else { return false }
    return fields[.year] == nil && fields.unit == nil
      && (fields.takesYear || fields[.weekday] != nil)
  }
}

extension DateParts {
  /// Whether a year may be added.
  fileprivate var takesYear: Bool {
    self[.month] != nil || self[.season] != nil || self[.quarter] != nil
  }
}
