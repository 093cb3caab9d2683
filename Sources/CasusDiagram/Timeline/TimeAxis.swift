import CasusModel

/// Where days lie from left to right (or from top to bottom), by one of the scales.
struct TimeAxis {
  /// A tick with its label, if there is room for one.
  struct Tick: Hashable {
    var x: Double
    var label: String
    var isMajor: Bool
    /// Whether a line marks the place; a label alone names the stretch that it stands over.
    var hasLine = true
  }

  /// A squeezed stretch of time.
  struct Gap: Hashable {
    var x: Double
    var width: Double
    var days: Int
  }

  private struct Segment {
    var first: Int
    var last: Int
    var x: Double
    var width: Double
    var isGap: Bool
  }

  /// The first and the last day shown.
  let days: ClosedRange<Int>
  /// How time is spread.
  let scale: TimelineScale
  private let segments: [Segment]
  private let starts: [ClosedRange<Int>]

  private static let gapWidth = 40.0

  /// Spreads the days of the given intervals over a stretch of the page.
  ///
  /// There is no axis without an interval.
  /// - Parameters:
  ///   - intervals: First and last day of each date.
  ///   - scale: How time is spread.
  ///   - x: Where the axis begins.
  ///   - width: How wide it is.
  init?(
    intervals: [ClosedRange<Int>], scale: TimelineScale = .compressed, x: Double, width: Double
  ) {
    guard let low = intervals.map(\.lowerBound).min(), let high = intervals.map(\.upperBound).max()
    else { return nil }
    let sorted = intervals.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    starts = sorted
    let span = high - low + 1
    // What is squeezed away must not widen the margins.
    let squeezed =
      scale == .compressed
      ? Self.gaps(between: sorted, within: low...high).map(\.count).reduce(0, +) : 0
    let margin = max(3, (span - squeezed) / 40)
    let days = (low - margin)...(high + max(margin, 14 - span))
    self.days = days
    self.scale = scale
    var pieces: [(first: Int, last: Int, isGap: Bool)] = []
    var next = days.lowerBound
    switch scale {
    case .even:
      for day in Set(sorted.map(\.lowerBound)).sorted().dropFirst() where day > next {
        pieces.append((next, day - 1, false))
        next = day
      }
    case .compressed:
      for gap in Self.gaps(between: sorted, within: days) {
        pieces.append((next, gap.lowerBound - 1, false))
        pieces.append((gap.lowerBound, gap.upperBound, true))
        next = gap.upperBound + 1
      }
    case .time: break
    }
    pieces.append((next, days.upperBound, false))
    func length(_ piece: (first: Int, last: Int, isGap: Bool)) -> Double {
      scale == .even ? 1 : Double(piece.last - piece.first + 1)
    }
    let gapWidth = min(Self.gapWidth, width / Double(2 * pieces.count))
    let scaled = pieces.filter { !$0.isGap }.map(length).reduce(0, +)
    let room = width - Double(pieces.count { $0.isGap }) * gapWidth
    var position = x
    segments = pieces.map { piece in
      let width = piece.isGap ? gapWidth : length(piece) * room / scaled
      defer { position += width }
      return Segment(
        first: piece.first, last: piece.last, x: position, width: width, isGap: piece.isGap)
    }
  }

  /// Stretches in which nothing lies and which would take a fifth of the axis, until half of the
  /// time is squeezed away.
  private static func gaps(
    between intervals: [ClosedRange<Int>], within days: ClosedRange<Int>
  ) -> [ClosedRange<Int>] {
    var empty: [ClosedRange<Int>] = []
    var end = days.lowerBound
    for interval in intervals {
      if interval.lowerBound - end > 60 { empty.append((end + 1)...(interval.lowerBound - 1)) }
      end = max(end, interval.upperBound)
    }
    var chosen: [ClosedRange<Int>] = []
    // Every stretch that goes makes the rest longer by comparison, so look again.
    while true {
      let left = days.count - chosen.map(\.count).reduce(0, +)
      let more = empty.filter { $0.count > left / 5 && !chosen.contains($0) }
      guard let longest = more.max(by: { $0.count < $1.count }), left * 2 > days.count
      else { break }
      chosen.append(longest)
    }
    return chosen.sorted { $0.lowerBound < $1.lowerBound }.compactMap { stretch in
      let rim = max(5, min(30, (days.count - stretch.count) / 40))
      let (first, last) = (stretch.lowerBound + rim, stretch.upperBound - rim)
      return first < last ? first...last : nil
    }
  }

  /// The position of the begin of a day; days outside lie on the edge.
  func x(of day: Int) -> Double {
    let inside = min(max(day, days.lowerBound), days.upperBound + 1)
    var (low, high) = (0, segments.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].first <= inside { low = middle } else { high = middle }
    }
    let segment = segments[low]
    let share = Double(inside - segment.first) / Double(segment.last - segment.first + 1)
    return segment.x + segment.width * min(share, 1)
  }

  /// The squeezed stretches.
  var gaps: [Gap] {
    segments.filter(\.isGap).map {
      Gap(x: $0.x, width: $0.width, days: $0.last - $0.first + 1)
    }
  }

  /// The width of one day where time is not squeezed.
  private var pointsPerDay: Double {
    let scaled = segments.filter { !$0.isGap }
    let days = scaled.map { $0.last - $0.first + 1 }.reduce(0, +)
    return scaled.map(\.width).reduce(0, +) / Double(max(1, days))
  }

  /// The stretches between gaps.
  private var runs: [Segment] {
    guard scale == .even, let first = segments.first, let last = segments.last else {
      return segments.filter { !$0.isGap }
    }
    return [
      Segment(
        first: first.first, last: last.last, x: first.x, width: last.x + last.width - first.x,
        isGap: false)
    ]
  }

  // MARK: Ticks

  private enum Unit: CaseIterable {
    case day, fiveDays, month, quarter, year, twoYears, fiveYears, decade, twoDecades, century

    /// Days between ticks, and room that a label needs in points.
    var measure: (days: Double, room: Double) {
      switch self {
      case .day: (1, 17)
      case .fiveDays: (5, 20)
      case .month: (30.4, 27)
      case .quarter: (91.3, 27)
      case .year: (365.2, 34)
      case .twoYears: (730.5, 34)
      case .fiveYears: (1826, 34)
      case .decade: (3652, 34)
      case .twoDecades: (7305, 34)
      case .century: (36_524, 34)
      }
    }

    var years: Int? {
      switch self {
      case .day, .fiveDays, .month, .quarter: nil
      case .year: 1
      case .twoYears: 2
      case .fiveYears: 5
      case .decade: 10
      case .twoDecades: 20
      case .century: 100
      }
    }
  }

  /// The ticks, finest unit that leaves room for its labels.
  func ticks(words: DiagramWords) -> [Tick] {
    guard scale != .even else { return startTicks(words) }
    let scale = pointsPerDay
    let unit = Unit.allCases.first { $0.measure.days * scale >= $0.measure.room } ?? .century
    var ticks: [Tick] = []
    for segment in segments where !segment.isGap {
      let found = self.ticks(unit, from: segment.first, through: segment.last, words: words)
      ticks += found
      guard found.isEmpty, unit.measure.days > 5 else { continue }
      // A stretch between gaps in which no year or month begins is named all the same.
      let (year, month, _) = CivilDay.date(of: segment.first)
      let label = unit.years == nil ? words.month(month) : String(year)
      ticks.append(Tick(x: segment.x, label: label, isMajor: false, hasLine: false))
    }
    return ticks
  }

  private func ticks(_ unit: Unit, from first: Int, through last: Int, words: DiagramWords)
    -> [Tick]
  {
    var ticks: [Tick] = []
    var (year, month, _) = CivilDay.date(of: first)
    if let step = unit.years {
      year -= ((year % step) + step) % step
      while true {
        let day = CivilDay.number(year: year, month: 1, day: 1)
        if day > last { return ticks }
        if day >= first { ticks.append(Tick(x: x(of: day), label: String(year), isMajor: true)) }
        year += step
      }
    }
    let step = unit == .quarter ? 3 : 1
    month -= (month - 1) % step
    while true {
      let day = CivilDay.number(year: year, month: month, day: 1)
      if day > last { return ticks }
      ticks += within(month, of: year, unit, first: first, last: last, words: words)
      month += step
      if month > 12 {
        month -= 12
        year += 1
      }
    }
  }

  private func within(
    _ month: Int, of year: Int, _ unit: Unit, first: Int, last: Int, words: DiagramWords
  ) -> [Tick] {
    let start = CivilDay.number(year: year, month: month, day: 1)
    guard unit == .day || unit == .fiveDays else {
      guard start >= first else { return [] }
      return [Tick(x: x(of: start), label: words.month(month), isMajor: month == 1)]
    }
    let length = CivilDay.daysIn(month: month, of: year)
    let numbers = unit == .day ? Array(1...length) : [1, 5, 10, 15, 20, 25]
    return numbers.filter { (first...last).contains(start + $0 - 1) }.map {
      Tick(x: x(of: start + $0 - 1), label: String($0), isMajor: $0 == 1)
    }
  }

  /// A tick for each date on which something happens, as finely as it is known.
  private func startTicks(_ words: DiagramWords) -> [Tick] {
    var ticks: [Tick] = []
    var last = Int.min
    for interval in starts where interval.lowerBound > last {
      last = interval.lowerBound
      let (_, month, day) = CivilDay.date(of: last)
      let label =
        interval.count == 1
        ? words.day(day, of: month) : interval.count < 32 ? words.month(month) : ""
      ticks.append(Tick(x: x(of: last), label: label, isMajor: month == 1 && day == 1))
    }
    return ticks
  }

  /// Labels of the larger periods above the ticks: years over months, months over days; empty when
  /// the ticks are years themselves.
  func periods(words: DiagramWords) -> [(x: Double, width: Double, label: String)] {
    let scale = pointsPerDay
    var unit = Unit.allCases.first { $0.measure.days * scale >= $0.measure.room } ?? .century
    if self.scale == .even { unit = .quarter }
    guard unit.years == nil else { return [] }
    let ofMonths = unit == .day || unit == .fiveDays
    var result: [(x: Double, width: Double, label: String)] = []
    for segment in runs {
      var (year, month, _) = CivilDay.date(of: segment.first)
      if !ofMonths { month = 1 }
      while true {
        let start = CivilDay.number(year: year, month: month, day: 1)
        guard start <= segment.last else { break }
        var (nextYear, nextMonth) = ofMonths ? (year, month + 1) : (year + 1, 1)
        if nextMonth > 12 { (nextYear, nextMonth) = (nextYear + 1, 1) }
        let end = CivilDay.number(year: nextYear, month: nextMonth, day: 1)
        let left = x(of: max(start, segment.first))
        let right = x(of: min(end, segment.last + 1))
        let label = ofMonths ? "\(words.month(month)) \(year)" : String(year)
        result.append((left, right - left, label))
        (year, month) = (nextYear, nextMonth)
      }
    }
    return result
  }
}
