import CasusModel

/// How many events each lane has over time: cooperation up, conflict down, one scale for all lanes.
struct OverviewBars {
  /// One part of a bar.
  struct Piece {
    var lane: Int
    var left: Double
    var width: Double
    /// From where to where, in points above the middle of the strip.
    var from: Double
    var to: Double
    var quadClass: QuadClass
    var tooltip: String
    /// The events that it counts.
    var subject: DiagramSubject
  }

  /// The months that one bar stands for, and their days.
  private struct Bin {
    var first: Int
    var last: Int
  }

  /// The events of one class in one bin.
  private struct Share {
    /// How many, those of longer dates in part.
    var count = 0.0
    /// Their identifiers.
    var events: [String] = []
  }

  /// The height of the strip in each lane.
  static let height = 30.0
  /// Deeds stand at the middle, words beyond them.
  private static let order: [QuadClass] = [
    .materialCooperation, .verbalCooperation, .materialConflict, .verbalConflict,
  ]

  /// The months that a bar stands for: 1, 3 or 12.
  let months: Int
  /// The largest number of events of one sign in one bar.
  let tallest: Int
  private(set) var pieces: [Piece] = []

  /// Counts the dated events; a date longer than a bar counts in equal shares in all bars it covers.
  init(
    _ events: [Event], lanes: [Int], names: [String], axis: TimeAxis, wording: EventWording
  ) {
    let months = Self.months(axis)
    self.months = months
    let bins = Self.bins(axis, months: months)
    let counts = Self.counts(events, lanes, bins)
    var most = 1.0
    for bin in counts.values.joined() {
      most = max(most, bin[0].count + bin[1].count, bin[2].count + bin[3].count)
    }
    tallest = Int(most.rounded())
    let scale = (Self.height / 2 - 1) / most
    for (lane, values) in counts.sorted(by: { $0.key < $1.key }) {
      for (bin, count) in zip(bins, values) {
        add(count, bin, lane: lane, name: names[lane], scale: scale, axis, wording)
      }
    }
  }

  private mutating func add(
    _ shares: [Share], _ bin: Bin, lane: Int, name: String, scale: Double, _ axis: TimeAxis,
    _ wording: EventWording
  ) {
    let (left, right) = (axis.x(of: bin.first), axis.x(of: bin.last + 1))
    var ends = [true: 0.0, false: 0.0]
    for (share, quadClass) in zip(shares, Self.order) where share.count > 0 {
      let isUp = quadClass.isCooperation
      let from = ends[isUp] ?? 0
      let length = max(0.5, share.count * scale)
      let to = isUp ? from + length : from - length
      ends[isUp] = to
      let number = wording.words.grouped(max(1, Int(share.count.rounded())))
      let period = wording.dates.range(
        wording.dates.day(bin.first), wording.dates.day(bin.last))
      pieces.append(
        Piece(
          lane: lane, left: left + 0.4, width: max(1, right - left - 0.8), from: from, to: to,
          quadClass: quadClass,
          tooltip: "\(name), \(period): \(number) × \(wording.words[quadClass.word])",
          subject: .events(share.events)))
    }
  }

  private static func bins(_ axis: TimeAxis, months: Int) -> [Bin] {
    var bins: [Bin] = []
    var (year, month, _) = CivilDay.date(of: axis.days.lowerBound)
    month -= (month - 1) % months
    while true {
      let first = CivilDay.number(year: year, month: month, day: 1)
      guard first <= axis.days.upperBound else { return bins }
      month += months
      if month > 12 { (year, month) = (year + 1, month - 12) }
      bins.append(Bin(first: first, last: CivilDay.number(year: year, month: month, day: 1) - 1))
    }
  }

  /// The events of each lane by bin and class, the classes in the order of `order`.
  private static func counts(_ events: [Event], _ lanes: [Int], _ bins: [Bin]) -> [Int: [[Share]]] {
    func bin(_ day: Int) -> Int {
      var (low, high) = (0, bins.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if bins[middle].first <= day { low = middle } else { high = middle }
      }
      return low
    }
    let empty = Array(repeating: Array(repeating: Share(), count: 4), count: bins.count)
    var counts: [Int: [[Share]]] = [:]
    for (event, lane) in zip(events, lanes) {
      guard let days = TimelineMaterial.interval(event.date) else { continue }
      let covered = bin(days.lowerBound)...bin(days.upperBound)
      let quad = order.firstIndex(of: event.quadClass) ?? 0
      for index in covered {
        counts[lane, default: empty][index][quad].count += 1 / Double(covered.count)
        counts[lane, default: empty][index][quad].events.append(event.id)
      }
    }
    return counts
  }

  /// The finest of month, quarter and year that leaves bars of eight points.
  private static func months(_ axis: TimeAxis) -> Int {
    let first = axis.days.lowerBound
    let month = axis.x(of: first + 31) - axis.x(of: first)
    return [1, 3].first { month * Double($0) >= 8 } ?? 12
  }
}

extension TimelineLayout {
  /// Draws the bars at the bottom of their lanes.
  mutating func add(_ bars: OverviewBars, tops: [Double], plot: ClosedRange<Double>) {
    for bottom in tops.dropFirst() {
      let y = bottom - LanePacking.rim - OverviewBars.height / 2
      scene.lines.append(
        Scene.Line(
          points: [Scene.Point(x: plot.lowerBound, y: y), Scene.Point(x: plot.upperBound, y: y)],
          color: .strongGrid, width: 0.6, cssClass: "grid"))
    }
    for piece in bars.pieces {
      let y = tops[piece.lane + 1] - LanePacking.rim - OverviewBars.height / 2
      let (top, bottom) = (y - max(piece.from, piece.to), y - min(piece.from, piece.to))
      scene.marks.append(
        Scene.Mark(
          form: .box,
          rect: Scene.Rect(x: piece.left, y: top, width: piece.width, height: bottom - top),
          fill: .of(piece.quadClass), stroke: .of(piece.quadClass), strokeWidth: 0,
          cssClass: "bar \(piece.quadClass.rawValue)", tooltip: piece.tooltip,
          subject: piece.subject))
    }
  }
}
