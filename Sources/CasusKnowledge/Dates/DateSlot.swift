/// What a word of a date expression says: a field of the date it fills.
public enum DateSlot: String, CaseIterable, Sendable {
  /// 1 Monday … 7 Sunday.
  case weekday
  /// 1 January … 12 December.
  case month
  /// Day of the month.
  case day
  /// Year.
  case year
  /// Year divided by ten: 198 for the 1980s.
  case decade
  /// Ordinal of the century: 20 for the twentieth.
  case century
  /// EDTF season code 21…24.
  case season
  /// 1…4.
  case quarter
  /// 1 or 2.
  case half
  /// A `DateUnit`.
  case unit
  /// How many units.
  case count
  /// −1 last, 0 this, 1 next: strictly before, the current, strictly after.
  case shift
  /// Days from the day of publication, or added to the date found.
  case offset
  /// A tense the expression itself carries: −1 past, 1 future.
  case hint
  /// Set to 1 when day and month of a numeric date could be read either way round, or when the
  /// century of a decade is left out.
  case ambiguous
  /// Set to 1 for words such as "now".
  case now

  /// The position of the slot in a vector of sixteen.
  public var index: Int {
    switch self {
    case .weekday: 0
    case .month: 1
    case .day: 2
    case .year: 3
    case .decade: 4
    case .century: 5
    case .season: 6
    case .quarter: 7
    case .half: 8
    case .unit: 9
    case .count: 10
    case .shift: 11
    case .offset: 12
    case .hint: 13
    case .ambiguous: 14
    case .now: 15
    }
  }
}

/// A unit of the calendar.
public enum DateUnit: String, CaseIterable, Sendable {
  case day, week, weekend, month, quarter, half, year, decade, century

  /// The value stored in `DateSlot.unit`.
  public var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The unit stored as a code.
  public init?(code: Int) {
    guard Self.allCases.indices.contains(code) else { return nil }
    self = Self.allCases[code]
  }
}
