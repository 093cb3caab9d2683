import CasusModel

/// One attempt at a layout: everything placed, nothing drawn.
struct TimelineTrial {
  /// Which events a picture or a page shows.
  struct Share {
    /// The marks with a date.
    var dated: [EventFolding.Group]
    /// The marks without.
    var undated: [EventFolding.Group]
    /// How coarsely they were folded.
    var level: EventFolding.Level
    /// Whether bars count all events below the marks.
    var isOverview = false
    /// How many events without a date are named at most.
    var mostUndated = Int.max
    /// The height of all lanes together that marks may take; those that do not fit are left out.
    var limit: Double?
  }

  static let margin = 30.0
  static let headWidth = 112.0

  let width: Double
  let share: Share
  let plot: ClosedRange<Double>
  let undated: ClosedRange<Double>?
  let axis: TimeAxis?
  let items: [TimelineItem]
  let packing: LanePacking
  let relations: RelationBars
  let overview: OverviewBars?
  let undatedItems: [TimelineItem]
  let heads: [(texts: [Scene.Text], height: Double)]
  /// The height that each lane needs, without the undated events.
  private let needed: [Double]
  /// Where the columns of undated events begin.
  private let columns: [Double]

  /// The height that all lanes need together.
  let height: Double

  /// Places a share of the events.
  /// - Parameters:
  ///   - material: The events with their lanes and labels.
  ///   - share: Which of them, and how coarsely.
  ///   - width: The width of the page in points.
  ///   - budget: The height of all lanes at which to give up: `height` is above it then, and not
  ///     everything is placed.
  init(
    _ material: TimelineMaterial, _ share: Share, width: Double, budget: Double = .infinity
  ) {
    self.width = width
    self.share = share
    let lanes = material.lanes
    let left = Self.margin + Self.headWidth
    let right = width - Self.margin
    let columnCount = Self.columnCount(material, share, width: right - left)
    let marginWidth = Double(columnCount) * UndatedMargin.columnWidth
    let split = right - marginWidth - (columnCount > 0 ? 10 : 0)
    plot = left...max(left + 1, split)
    undated = columnCount > 0 ? (split + 10)...right : nil
    axis = Self.axis(material, share, x: left, width: split - left)
    let (isFull, wrapWidth) = Self.wrapping(share)
    let axis = axis
    let candidates = share.dated.map { group in
      let place = material.places[group.index]
      return TimelineItem(
        group, place: place, mark: TimelineMark(group.event.date, axis: axis, undatedX: 0),
        text: material.labels.label(group, home: place.home, width: wrapWidth, isFull: isFull))
    }
    undatedItems = share.undated.map { group in
      let place = material.places[group.index]
      return TimelineItem(
        group, place: TimelineLanes.Place(home: place.home, targets: [], partners: []),
        mark: .undated(x: 0),
        text: material.labels.label(
          group, home: place.home,
          width: UndatedMargin.columnWidth - (group.folded > 0 ? 60 : 36), isFull: true))
    }
    relations = RelationBars(
      material.graph.relations, lanes: lanes, axis: axis, plot: plot, wording: material.wording)
    let relations = relations
    let strip = share.isOverview ? OverviewBars.height : 0
    packing = LanePacking(
      candidates, below: relations, laneCount: lanes.lanes.count, range: plot,
      limits: share.limit.map {
        Self.limits(material, relations, height: $0, strip: strip)
      }, budget: budget)
    items = packing.kept.map { candidates[$0] }
    overview = axis.flatMap { axis in
      share.isOverview
        ? OverviewBars(
          material.graph.events, lanes: material.places.map(\.home), names: lanes.lanes.map(\.name),
          axis: axis, wording: material.wording) : nil
    }
    heads = Self.heads(material)
    let needed = zip(packing.heights, heads).map {
      max($0 + strip, $1.height + 2 * LanePacking.rim - 4)
    }
    let columns = (0..<columnCount).map {
      split + 16 + Double($0) * UndatedMargin.columnWidth
    }
    self.needed = needed
    self.columns = columns
    // The first undated event of a lane is always shown.
    let least = UndatedMargin(
      undatedItems, heights: share.dated.isEmpty ? nil : needed, laneCount: needed.count,
      columns: columns, most: share.mostUndated)
    height = zip(needed, least.heights).map(max).reduce(0, +)
  }

  /// The axis; the arrows of events that go on have room at its end.
  private static func axis(
    _ material: TimelineMaterial, _ share: Share, x: Double, width: Double
  ) -> TimeAxis? {
    let days = material.axisDays(
      share.isOverview ? material.graph.events : share.dated.map(\.event))
    func axis(_ width: Double) -> TimeAxis? {
      TimeAxis(intervals: days, scale: material.options.scale, x: x, width: width)
    }
    guard let whole = axis(width) else { return nil }
    let end = share.dated.map {
      TimelineMark($0.event.date, axis: whole, undatedX: x).extent.right
    }.max()
    guard let end, end > x + width else { return whole }
    return axis(width - (end - x - width))
  }

  /// The lanes at their final heights, and the undated events that find room in them.
  ///
  /// - Parameter room: The height that the lanes may take together, and take where there is a
  ///   sheet.
  /// - Returns: The height of each lane, and the margin.
  func lanes(in room: (height: Double, isFixed: Bool)) -> (heights: [Double], margin: UndatedMargin)
  {
    let wish = UndatedMargin(
      undatedItems, heights: nil, laneCount: needed.count, columns: columns, most: share.mostUndated
    )
    guard !share.dated.isEmpty else {
      return (Self.stretched(zip(needed, wish.heights).map(max), room), wish)
    }
    let stretched = Self.stretched(needed, wish: wish.heights, room)
    let margin = UndatedMargin(
      undatedItems, heights: stretched, laneCount: needed.count, columns: columns,
      most: share.mostUndated)
    return (zip(stretched, margin.heights).map(max), margin)
  }

  /// Gives lanes what they would like to have, as far as there is room, the modest ones first.
  private static func stretched(
    _ needed: [Double], wish: [Double], _ room: (height: Double, isFixed: Bool)
  ) -> [Double] {
    var heights = needed
    var spare = room.height - needed.reduce(0, +)
    let wanting = needed.indices.filter { wish[$0] > needed[$0] }
      .sorted { (wish[$0] - needed[$0], $0) < (wish[$1] - needed[$1], $1) }
    for (rank, lane) in wanting.enumerated() where spare > 0 {
      let more = min(wish[lane] - needed[lane], spare / Double(wanting.count - rank))
      heights[lane] += more
      spare -= more
    }
    return stretched(heights, room)
  }

  /// Shares what is left of the page among the lanes.
  private static func stretched(
    _ heights: [Double], _ room: (height: Double, isFixed: Bool)
  ) -> [Double] {
    guard !heights.isEmpty else { return [] }
    let share = max(0, room.height - heights.reduce(0, +)) / Double(heights.count)
    return heights.map { $0 + (room.isFixed ? share : min(34, share)) }
  }

  /// How far down marks may reach in each lane: busy lanes get more of the page.
  private static func limits(
    _ material: TimelineMaterial, _ relations: RelationBars, height: Double, strip: Double
  ) -> [Double] {
    var counts = [Double](repeating: 1, count: material.lanes.lanes.count)
    for place in material.places { counts[place.home] += 1 }
    let shares = counts.map { $0.squareRoot() }
    let fixed = counts.indices.map { relations.height($0) + strip + 2 * LanePacking.rim }
    let room = height - fixed.reduce(0, +)
    let whole = shares.reduce(0, +)
    return counts.indices.map { relations.height($0) + max(24, room * shares[$0] / whole) }
  }

  /// Whether labels say everything, and how wide they are: more and wider where events are few.
  private static func wrapping(_ share: Share) -> (isFull: Bool, width: Double) {
    let isFull = share.dated.count + share.undated.count <= 25
    return (isFull, isFull ? 150 : 126)
  }

  /// The height that the lanes need at the very least: packing never fills more than three quarters
  /// of a lane with marks and labels.
  static func leastHeight(_ material: TimelineMaterial, _ share: Share, width: Double) -> Double {
    let (isFull, wrapWidth) = wrapping(share)
    let room = width - 2 * margin - headWidth
    let columns = Double(columnCount(material, share, width: room)) * UndatedMargin.columnWidth
    var areas = [Double](repeating: 0, count: material.lanes.lanes.count)
    for group in share.dated {
      let home = material.places[group.index].home
      let label = material.labels.label(group, home: home, width: wrapWidth, isFull: isFull)
      areas[home] += (label.width + 14) * (label.height + 3)
    }
    let usable = max(1, room - columns) * 0.75
    return areas.map { max(30, $0 / usable + 2 * LanePacking.rim) }.reduce(0, +)
  }

  /// How many columns the undated events get beside the axis.
  private static func columnCount(
    _ material: TimelineMaterial, _ share: Share, width: Double
  ) -> Int {
    guard !share.undated.isEmpty else { return 0 }
    let most = Int(width / UndatedMargin.columnWidth)
    guard !share.dated.isEmpty else { return max(1, most) }
    guard width > 950 else { return 1 }
    guard !share.isOverview else { return 1 }
    let count = min(3, max(1, 1 + share.undated.count / max(8, share.dated.count)))
    // A single lane has the height of the page for them, and where few are dated also the width.
    guard material.lanes.lanes.count == 1, let page = material.options.page else { return count }
    let height = page.size(.horizontal).height - 230
    let wanted = min(3, Int((Double(share.undated.count) * 36 / height).rounded(.up)))
    let rest = (width - Double(wanted) * UndatedMargin.columnWidth) * height
    return Double(share.dated.count) * 4600 < rest ? max(count, wanted) : count
  }

  /// What stands in front of each lane: the name and how many events there are.
  private static func heads(_ material: TimelineMaterial) -> [(texts: [Scene.Text], height: Double)]
  {
    var counts = [Int](repeating: 0, count: material.lanes.lanes.count)
    for place in material.places { counts[place.home] += 1 }
    return zip(material.lanes.lanes, counts).map { lane, count in
      let name = Scene.Text(
        TimelineLayout.laneStyle.balanced(lane.name, width: headWidth - 14, lines: 4),
        TimelineLayout.laneStyle, x: margin, y: 0)
      guard count > 0 else { return ([name], name.rect.maxY) }
      let note = Scene.Text(
        [material.wording.words.count(.events, count)], TimelineLayout.laneCountStyle, x: margin,
        y: name.rect.maxY + 1)
      return ([name, note], note.rect.maxY)
    }
  }
}
