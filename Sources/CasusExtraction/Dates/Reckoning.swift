import CasusKnowledge
import CasusModel

/// The arithmetic that turns an expression into a date.
struct Reckoning {
  var published: Int?
  var tense: Tense
  var anchor: EDTF?
  var year: Int?
  var dayOne: EDTF?

  init(_ context: DateResolver.Context) {
    published = context.published.flatMap { $0.precision == .day ? $0.lowerBound : nil }
    tense = context.tense
    anchor = context.anchor
    year = context.year
    dayOne = context.dayOne
  }

  /// The date of an expression, or `nil`.
  func date(of expression: DateExpression) -> EDTF? {
    switch expression {
    case .parts(let parts): return date(of: parts)
    case .fromPublication(let parts, let sign) where parts[.shift] == 0:
      return published.flatMap { EDTF.day($0) }.flatMap { sameDay($0, parts, sign) }
    case .fromPublication(let parts, let sign):
      return published.flatMap { moved(from: .day($0), parts, sign, isReckoned: true) }
    case .fromPublicationUnlessPast(let parts, let isAnchored):
      guard isAnchored else {
        return tense == .future ? date(of: .fromPublication(parts, sign: 1)) : nil
      }
      if tense == .past { return moved(from: anchor, parts, 1) }
      return date(of: .fromPublication(parts, sign: 1))
    case .fromAnchor(let parts, let sign):
      // "The day before", and the text has named no day yet: before it was published.
      if anchor == nil, sign < 0 { return date(of: .fromPublication(parts, sign: sign)) }
      if let month = parts[.month] { return monthBeside(month, parts, sign) }
      if let weekday = parts[.weekday] { return weekdayBeside(weekday, sign) }
      return moved(from: anchor, parts, sign)
    case .fromEvent, .elsewhen: return nil
    case .sameAsAnchor(let parts):
      if let month = parts[.month] { return inYearOfAnchor(month, day: parts[.day]) }
      if let season = parts[.season] { return inYearOfAnchor(season) }
      // The same day as something of which the month alone is told.
      if parts.unit == .day, let anchor, anchor.precision == .month { return anchor }
      return around(anchor, parts.unit)
    case .daytime: return around(anchor, .day) ?? published.flatMap { .day($0) }
    case .dayCount(let parts): return counted(parts)
    case .shifted(let base, let parts, let sign) where parts[.shift] == 0:
      guard let date = date(of: base), base.basis != .explicit else { return date(of: base) }
      return sameDay(date, parts, sign)
    case .shifted(let base, let parts, let sign): return moved(from: date(of: base), parts, sign)
    case .about(let inner): return date(of: inner).flatMap(approximate)
    case .part(let inner): return date(of: inner).flatMap { $0.isDay ? $0 : approximate($0) }
    case .since(let inner, let hint):
      var other = self
      if let hint { other.tense = hint < 0 ? .past : .future }
      return other.date(of: inner).flatMap { EDTF($0.firstEnd + "/..") }
    case .from(let inner): return date(of: .since(inner, hint: nil))
    case .until(let inner): return date(of: inner).flatMap { EDTF("../" + $0.lastEnd) }
    case .interval(let first, let second): return interval(first, second)
    }
  }

  // MARK: Publication

  var publishedDate: (year: Int, month: Int, day: Int)? {
    published.map { CivilDay.date(of: $0) }
  }

  /// The year that a date without one takes regardless of the day of publication.
  var fixedYear: Int? {
    if let year { return year }
    guard published == nil, let anchor, let day = anchor.finiteBound else { return nil }
    return CivilDay.date(of: day).year
  }

  // MARK: Steps from a date

  /// A date so many units from another, in whole weeks when counted from publication.
  private func moved(
    from base: EDTF?, _ parts: DateParts, _ sign: Int, isReckoned: Bool = false
  ) -> EDTF? {
    if let base, base.lacksYear { return movedWithinYear(from: base, parts, sign) }
    guard let base, let unit = parts.unit, let count = parts[.count],
      let day = sign > 0 ? base.lastFinite : base.firstFinite
    else { return nil }
    let steps = count * sign
    switch unit {
    case .day:
      if base.precision == .month { return nearMonth(base, steps) }
      // "A few days later": about that month.
      if parts[.ambiguous] != nil { return month(day + steps, 0).flatMap(approximate) }
      return base.isDay || base.isInterval ? .day(day + steps) : nil
    case .weekend where base.isDay && !isReckoned:
      // "The following weekend", told of a Tuesday, is that of its own week.
      let isOver = sign < 0 || CivilDay.weekday(of: day) > 5
      return week(containing: isOver ? day + 7 * steps : day + 7 * (steps - 1), isWeekend: true)
    case .week where isReckoned && sign < 0:
      // "A week ago" is a day, "three weeks ago" about one.
      return .day(day + 7 * steps).flatMap { count == 1 ? $0 : approximate($0) }
    case .week, .weekend:
      if isReckoned { return week(containing: day + 7 * steps, isWeekend: unit == .weekend) }
      if base.precision == .month { return nearMonth(base, 7 * steps) }
      return base.isDay ? .day(day + 7 * steps).flatMap(approximate) : nil
    case .month, .quarter, .half:
      // "1966 …; three months later": who knows in which year.
      guard base.precision != .year else { return nil }
      return month(day, (unit == .month ? 1 : unit == .quarter ? 3 : 6) * steps)
    case .year: return EDTF(pad(CivilDay.date(of: day).year + steps))
    case .decade: return EDTF(pad(CivilDay.date(of: day).year + 10 * steps) + "~")
    case .century: return EDTF(pad(CivilDay.date(of: day).year + 100 * steps) + "~")
    }
  }

  /// "In June …; two weeks later": about the same month, or the one that the days lead into from its
  /// middle; a few days later still in it.
  private func nearMonth(_ base: EDTF, _ days: Int) -> EDTF? {
    guard let first = base.firstFinite, let last = base.lastFinite else { return nil }
    let found = month((first + last) / 2 + days, 0)
    return abs(days) <= Self.fewDays ? found : found.flatMap(approximate)
  }

  /// How many days hardly lead out of a month.
  private static let fewDays = 3

  /// "The following May": the first such month behind the last date or before it; "May of the
  /// following year" in the year beside it.
  private func monthBeside(_ month: Int, _ parts: DateParts, _ sign: Int) -> EDTF? {
    guard let last = anchor?.finiteBound, (1...12).contains(month) else { return nil }
    let (year, known, _) = CivilDay.date(of: last)
    if parts.unit == .year { return EDTF("\(pad(year + sign))-\(pad(month, 2))") }
    let isPast = sign > 0 ? month <= known : month >= known
    return EDTF("\(pad(isPast ? year + sign : year))-\(pad(month, 2))")
  }

  /// "The following Tuesday": the first behind the last day or before it.
  private func weekdayBeside(_ weekday: Int, _ sign: Int) -> EDTF? {
    guard let anchor, anchor.isDay || anchor.isFewDays, !anchor.lacksYear else { return nil }
    let day = sign > 0 ? anchor.upperBound : anchor.lowerBound
    return .day(nearest(weekday, to: day, isFuture: sign > 0, isStrict: true))
  }

  /// A day or month so many units from another whose year is unknown; the 29th of February is left
  /// out of account.
  private func movedWithinYear(from base: EDTF, _ parts: DateParts, _ sign: Int) -> EDTF? {
    let fields = base.rawValue.split(separator: "-").dropFirst().compactMap { Int($0) }
    guard let unit = parts.unit, let count = parts[.count], let month = fields.first else {
      return nil
    }
    switch unit {
    case .day where fields.count == 2:
      let day = CivilDay.number(year: 2001, month: month, day: fields[1]) + count * sign
      return EDTF("XXXX" + EDTF.dayText(day).dropFirst(4))
    case .month: return EDTF("XXXX-" + monthText(2001 * 12 + month - 1 + count * sign).suffix(2))
    default: return nil
    }
  }

  /// The month so many months from a day.
  func month(_ day: Int, _ steps: Int) -> EDTF? {
    let (year, month, _) = CivilDay.date(of: day)
    let index = year * 12 + month - 1 + steps
    return EDTF(monthText(index))
  }

  /// The date itself or the unit around it.
  private func around(_ date: EDTF?, _ unit: DateUnit?) -> EDTF? {
    guard let date, let unit else { return date?.isOpen == true ? nil : date }
    if date.lacksYear {
      if unit == .day { return date.rawValue.count == 10 ? date : nil }
      return unit == .month ? EDTF(String(date.rawValue.prefix(7))) : nil
    }
    guard let day = date.finiteBound else { return nil }
    switch unit {
    case .day: return date.isDay ? date : nil
    case .week, .weekend: return week(containing: day, isWeekend: unit == .weekend)
    case .month: return month(day, 0)
    case .year: return EDTF(pad(CivilDay.date(of: day).year))
    case .decade: return EDTF(pad(CivilDay.date(of: day).year / 10, 3) + "X")
    case .century: return EDTF(pad(CivilDay.date(of: day).year / 100, 2) + "XX")
    case .quarter, .half: return nil
    }
  }

  /// "In March of that year", "that November": in the year that the text has come to.
  private func inYearOfAnchor(_ month: Int, day: Int?) -> EDTF? {
    guard let last = anchor?.finiteBound else { return nil }
    let year = CivilDay.date(of: last).year
    let text = "\(pad(year))-\(pad(month, 2))"
    return EDTF(day.map { "\(text)-\(pad($0, 2))" } ?? text)
  }

  /// "That autumn": in the year that the text has come to.
  private func inYearOfAnchor(_ season: Int) -> EDTF? {
    anchor?.finiteBound.flatMap { EDTF("\(pad(CivilDay.date(of: $0).year))-\(season)") }
  }

  private func counted(_ parts: DateParts) -> EDTF? {
    guard let count = parts[.count], let first = (dayOne ?? anchor)?.firstFinite else { return nil }
    return .day(first + count - 1)
  }

  /// The ISO week around a day, or its Saturday and Sunday.
  func week(containing day: Int, isWeekend: Bool) -> EDTF? {
    let monday = day - CivilDay.weekday(of: day) + 1
    let first = isWeekend ? monday + 5 : monday
    return EDTF("\(EDTF.dayText(first))/\(EDTF.dayText(monday + 6))")
  }

  /// The same date, marked as approximate where the format allows it.
  func approximate(_ date: EDTF) -> EDTF? {
    guard !date.isInterval, date.precision != .season, !date.isApproximate else { return date }
    return EDTF(date.rawValue + "~")
  }

  // MARK: Text

  func pad(_ value: Int, _ width: Int = 4) -> String {
    if value >= 0, value < (width == 4 ? 10_000 : width == 2 ? 100 : 0) {
      return String(unsafeUninitializedCapacity: width) { text in
        var rest = value
        for place in stride(from: width - 1, through: 0, by: -1) {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        return width
      }
    }
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  func monthText(_ index: Int) -> String { pad(index / 12) + "-" + pad(index % 12 + 1, 2) }
}
