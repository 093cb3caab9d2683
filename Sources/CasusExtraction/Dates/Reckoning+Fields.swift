import CasusKnowledge
import CasusModel

extension Reckoning {
  /// The date that fields give.
  func date(of parts: DateParts) -> EDTF? {
    var parts = parts
    var reckoning = self
    if let hint = parts[.hint] { reckoning.tense = hint < 0 ? .past : .future }
    if let base = baseOfNext(parts) {
      reckoning.published = base
      reckoning.tense = .future
      reckoning.year = nil
    }
    // "March of last year", "the first quarter of this year".
    let isPlaced = parts[.month] ?? parts[.season] ?? parts[.quarter] ?? parts[.half] != nil
    if isPlaced, parts.unit == .year, let shift = parts[.shift], parts[.year] == nil {
      guard let year = reckoning.currentYear else { return nil }
      parts[.year] = year + shift
      parts[.shift] = nil
    }
    return reckoning.placed(parts)
  }

  /// What "next" counts from where a past that lies well before publication is told: "in 1978 they
  /// signed; next year they broke it off".
  private func baseOfNext(_ parts: DateParts) -> Int? {
    guard (parts[.shift] ?? 0) > 0, tense == .past, parts[.year] == nil, let published,
      let last = anchor?.finiteBound, let end = anchor?.lastFinite,
      published - end > Self.wellBefore
    else { return nil }
    return last
  }

  /// How many days before publication a past lies that has a "next" of its own.
  private static let wellBefore = 60

  var currentYear: Int? { publishedDate?.year ?? fixedYear }

  private func placed(_ parts: DateParts) -> EDTF? {
    if parts[.now] != nil { return published.flatMap { EDTF.day($0) } }
    if let century = parts[.century] { return EDTF(pad(century - 1, 2) + "XX") }
    if let decade = parts[.decade] { return EDTF(pad(decade, 3) + "X") }
    if let day = parts[.day] {
      return parts[.month].map { dayOfMonth($0, day, parts) } ?? dayAlone(day, parts)
    }
    if let month = parts[.month] { return monthAlone(month, parts) }
    if let weekday = parts[.weekday] { return dayOfWeek(weekday, parts) }
    if let season = parts[.season] { return seasonOfYear(season, parts) }
    if let quarter = parts[.quarter] { return share(quarter, of: 4, code: 32, parts) }
    if let half = parts[.half] { return share(half, of: 2, code: 39, parts) }
    if let year = parts[.year] { return EDTF(pad(year)) }
    if let offset = parts[.offset] { return published.flatMap { EDTF.day($0 + offset) } }
    if let unit = parts.unit { return current(unit, shifted: parts[.shift]) }
    return nil
  }

  // MARK: Days

  /// The year that the text stands in, unless words count from the day of publication: "10 Maret
  /// lalu".
  private func fixedYear(_ parts: DateParts) -> Int? {
    published != nil && parts[.shift] != nil ? nil : fixedYear
  }

  private func dayOfMonth(_ month: Int, _ day: Int, _ parts: DateParts) -> EDTF? {
    let offset = parts[.offset] ?? 0
    if let year = parts[.year] { return explicitDay(year, month, day, parts) }
    guard (1...12).contains(month), day >= 1, day <= CivilDay.daysIn(month: month, of: 2000) else {
      return nil
    }
    if let year = fixedYear(parts) { return civilDay(year, month, day, offset) }
    guard let published, let today = publishedDate else {
      return offset == 0 ? EDTF("XXXX-\(pad(month, 2))-\(pad(day, 2))") : nil
    }
    if parts[.shift] == 0 { return civilDay(today.year, month, day, offset) }
    let years =
      wantsFuture(parts)
      ? Array(today.year...today.year + 8) : Array((today.year - 8...today.year).reversed())
    let numbers = years.filter { day <= CivilDay.daysIn(month: month, of: $0) }
      .map { CivilDay.number(year: $0, month: month, day: day) }
    guard var found = numbers.first(where: { isOnSide($0, of: published, parts) }) else {
      return nil
    }
    // "The talks on 12 May are off", published on the 9th: nobody leaves out the year of a day that
    // lies almost a year back.
    if parts[.shift] == nil, parts[.hint] == nil, found < published - Self.mostOfAYear,
      let coming = civilDay(CivilDay.date(of: found).year + 1, month, day, 0)
    {
      found = coming.lowerBound
    }
    return .day((sameWeekday(as: parts[.weekday], found, published) ?? found) + offset)
  }

  /// A year but for the week that follows publication.
  private static let mostOfAYear = 358
  /// The half-year around publication.
  private static let halfYear = 183

  /// The day a year before or after, if it alone falls on the weekday that the text names and lies
  /// near publication: "Tuesday, 18 June" in a preview without a verb in the future.
  private func sameWeekday(as weekday: Int?, _ day: Int, _ published: Int) -> Int? {
    guard let weekday, CivilDay.weekday(of: day) != weekday else { return nil }
    let (year, month, dayOfMonth) = CivilDay.date(of: day)
    return [year + 1, year - 1].lazy
      .filter { dayOfMonth <= CivilDay.daysIn(month: month, of: $0) }
      .map { CivilDay.number(year: $0, month: month, day: dayOfMonth) }
      .first { CivilDay.weekday(of: $0) == weekday && abs($0 - published) <= Self.halfYear }
  }

  private func civilDay(_ year: Int, _ month: Int, _ day: Int, _ offset: Int) -> EDTF? {
    guard (1...12).contains(month), day >= 1, day <= CivilDay.daysIn(month: month, of: year) else {
      return nil
    }
    return .day(CivilDay.number(year: year, month: month, day: day) + offset)
  }

  /// A day with its year; where figures may be read both ways, a weekday decides, else both stand.
  private func explicitDay(_ year: Int, _ month: Int, _ day: Int, _ parts: DateParts) -> EDTF? {
    let offset = parts[.offset] ?? 0
    let first = civilDay(year, month, day, offset)
    guard parts[.ambiguous] != nil, let first, let second = civilDay(year, day, month, offset)
    else { return first }
    if let weekday = parts[.weekday] {
      if CivilDay.weekday(of: first.lowerBound) == weekday { return first }
      if CivilDay.weekday(of: second.lowerBound) == weekday { return second }
    }
    let both = [first, second].sorted().map(\.rawValue)
    return EDTF("[\(both.joined(separator: ","))]")
  }

  /// "the 24th": in the month of the narrative, else the nearest such day on the side of the tense.
  private func dayAlone(_ day: Int, _ parts: DateParts) -> EDTF? {
    guard (1...31).contains(day) else { return nil }
    let base = anchor?.finiteBound ?? published
    guard let base else { return nil }
    let (year, month, _) = CivilDay.date(of: base)
    if parts.unit == .month, let shift = parts[.shift], let today = publishedDate {
      let index = today.year * 12 + today.month - 1 + shift
      return EDTF("\(monthText(index))-\(pad(day, 2))")
    }
    if anchor?.finiteBound != nil { return civilDay(year, month, day, 0) }
    let steps = wantsFuture(parts) ? Array(0...12) : Array((-12...0).reversed())
    for step in steps {
      let index = year * 12 + month - 1 + step
      guard let date = civilDay(index / 12, index % 12 + 1, day, 0) else { continue }
      if isOnSide(date.lowerBound, of: base, parts) { return date }
    }
    return nil
  }

  private func dayOfWeek(_ weekday: Int, _ parts: DateParts) -> EDTF? {
    let offset = parts[.offset] ?? 0
    if let published, parts.unit == .week || parts.unit == .weekend, let shift = parts[.shift] {
      let monday = published - CivilDay.weekday(of: published) + 1
      return .day(monday + 7 * shift + weekday - 1 + offset)
    }
    guard let published else {
      // A narrative goes on: the next such day after the last date.
      guard let anchor, anchor.isDay else { return nil }
      return .day(nearest(weekday, to: anchor.lowerBound, isFuture: true, isStrict: false) + offset)
    }
    if parts[.shift] == 0 {
      let monday = published - CivilDay.weekday(of: published) + 1
      let day = monday + weekday - 1
      if tense == .future, day < published { return .day(day + 7 + offset) }
      if tense == .past, day > published { return .day(day - 7 + offset) }
      return .day(day + offset)
    }
    let isStrict = parts[.shift] != nil
    return .day(
      nearest(weekday, to: published, isFuture: wantsFuture(parts), isStrict: isStrict) + offset)
  }

  /// The nearest such weekday on one side of a day; a strict one is not the day itself.
  func nearest(_ weekday: Int, to day: Int, isFuture: Bool, isStrict: Bool) -> Int {
    let distance = CivilDay.weekday(of: day) - weekday
    let back = (distance + 7) % 7
    let ahead = (7 - back) % 7
    if isFuture { return day + (isStrict && ahead == 0 ? 7 : ahead) }
    return day - (isStrict && back == 0 ? 7 : back)
  }

  /// Whether the words or the tense place the date after publication.
  private func wantsFuture(_ parts: DateParts) -> Bool {
    parts[.shift].map { $0 > 0 } ?? (tense == .future)
  }

  /// Whether a value lies on the side of a base that the words ask for.
  private func isOnSide(_ value: Int, of base: Int, _ parts: DateParts) -> Bool {
    switch parts[.shift] {
    case .some(let shift) where shift < 0: value < base
    case .some(let shift) where shift > 0: value > base
    default: tense == .future ? value >= base : value <= base
    }
  }

  // MARK: Longer units

  private func monthAlone(_ month: Int, _ parts: DateParts) -> EDTF? {
    guard (1...12).contains(month) else { return nil }
    if let year = parts[.year] ?? fixedYear(parts) { return EDTF(pad(year) + "-" + pad(month, 2)) }
    guard let today = publishedDate else { return EDTF("XXXX-\(pad(month, 2))") }
    if parts[.shift] == 0 { return EDTF(pad(today.year) + "-" + pad(month, 2)) }
    let base = today.year * 12 + today.month
    for year in [today.year, today.year - 1, today.year + 1]
    where isOnSide(year * 12 + month, of: base, parts)
      && abs(year * 12 + month - base) <= 12
    {
      return EDTF(pad(year) + "-" + pad(month, 2))
    }
    return nil
  }

  /// Northern seasons; the winter of a year begins in its December.
  private func seasonOfYear(_ season: Int, _ parts: DateParts) -> EDTF? {
    if let year = parts[.year] ?? fixedYear(parts) { return EDTF("\(pad(year))-\(season)") }
    guard let today = publishedDate else { return nil }
    let start = (season - 20) * 3
    // Counted in months; a season lasts three.
    let base = today.year * 12 + today.month
    let candidates = (today.year - 2...today.year + 2).map { ($0, $0 * 12 + start) }
    let isLast = (parts[.shift] ?? 0) < 0
    let found: Int?
    if isLast {
      found = candidates.last { $0.1 + 2 < base }?.0
    } else if wantsFuture(parts) {
      let isStrict = parts[.shift] != nil
      found = candidates.first { isStrict ? $0.1 > base : $0.1 + 2 >= base }?.0
    } else if parts[.shift] == 0 {
      found = candidates.first { $0.1 <= base && base <= $0.1 + 2 }?.0 ?? today.year
    } else {
      found = candidates.last { $0.1 <= base }?.0
    }
    return found.flatMap { EDTF("\(pad($0))-\(season)") }
  }

  /// A quarter or half of a year.
  private func share(_ number: Int, of count: Int, code: Int, _ parts: DateParts) -> EDTF? {
    guard (1...count).contains(number) else { return nil }
    if let year = parts[.year] ?? fixedYear(parts) { return EDTF("\(pad(year))-\(code + number)") }
    guard let today = publishedDate else { return nil }
    let base = today.year * count + (today.month - 1) * count / 12
    for year in [today.year, today.year - 1, today.year + 1]
    where isOnSide(year * count + number - 1, of: base, parts) {
      return EDTF("\(pad(year))-\(code + number)")
    }
    return nil
  }

  /// "In May they met; by the end of the month they had signed": the month or year that the text has
  /// come to, where that is over.
  private func unitOfStory(_ unit: DateUnit) -> EDTF? {
    guard tense == .past, unit == .month || unit == .year, let published,
      let last = anchor?.finiteBound
    else { return nil }
    let (told, now) = (CivilDay.date(of: last), CivilDay.date(of: published))
    if unit == .year { return told.year < now.year ? EDTF(pad(told.year)) : nil }
    // A year that the text has come to has no month.
    guard let anchor, anchor.precision != .year else { return nil }
    return (told.year, told.month) < (now.year, now.month) ? month(last, 0) : nil
  }

  /// Last, this or next week, month, year…; without any of these words the current one, but the
  /// weekend on the side of the tense.
  private func current(_ unit: DateUnit, shifted shift: Int?) -> EDTF? {
    guard let published, let today = publishedDate else { return nil }
    if shift == nil, let told = unitOfStory(unit) { return told }
    let steps = shift ?? 0
    switch unit {
    case .day: return .day(published + steps)
    case .week: return week(containing: published + 7 * steps, isWeekend: false)
    case .weekend:
      let isBack = shift == nil && tense != .future && CivilDay.weekday(of: published) < 6
      return week(containing: published + 7 * (isBack ? -1 : steps), isWeekend: true)
    case .month: return month(published, steps)
    case .year: return EDTF(pad(today.year + steps))
    case .decade: return EDTF(pad(today.year / 10 + steps, 3) + "X")
    case .century: return EDTF(pad(today.year / 100 + steps, 2) + "XX")
    case .quarter:
      let index = today.year * 4 + (today.month - 1) / 3 + steps
      return EDTF("\(pad(index / 4))-\(33 + index % 4)")
    case .half:
      let index = today.year * 2 + (today.month - 1) / 6 + steps
      return EDTF("\(pad(index / 2))-\(40 + index % 2)")
    }
  }
}
