import CasusModel

/// The events without a date, in columns beside the axis: as many as the lanes have room for.
struct UndatedMargin {
  /// One line of a lane.
  struct Entry {
    var item: TimelineItem
    var lane: Int
    /// Its top left corner, counted from the top of the lane.
    var x: Double
    var y: Double
  }

  /// So many events of a lane are not shown.
  struct Rest {
    var lane: Int
    /// Their identifiers.
    var events: [String]
    var x: Double
    var y: Double
  }

  static let columnWidth = 148.0
  private static let gap = 5.0
  private static let restHeight = 9.0

  private(set) var entries: [Entry] = []
  private(set) var rests: [Rest] = []
  private(set) var heights: [Double]

  /// Fills the columns.
  /// - Parameters:
  ///   - items: The events, each in its lane.
  ///   - heights: How high each lane is anyway; `nil` when lanes may grow as they need.
  ///   - laneCount: How many lanes there are.
  ///   - columns: Where the columns begin.
  ///   - most: How many events to name at most, shared among the lanes.
  init(
    _ items: [TimelineItem], heights: [Double]?, laneCount: Int, columns: [Double],
    most: Int = .max
  ) {
    self.heights = heights ?? Array(repeating: 0, count: laneCount)
    guard !columns.isEmpty else { return }
    let byLane = Dictionary(grouping: items, by: \.place.home)
    for (rank, (lane, items)) in byLane.sorted(by: { $0.key < $1.key }).enumerated() {
      let share = most / byLane.count + (rank < most % byLane.count ? 1 : 0)
      fill(lane, items, limit: heights?[lane], columns, most: share)
    }
  }

  private mutating func fill(
    _ lane: Int, _ items: [TimelineItem], limit: Double?, _ columns: [Double], most: Int
  ) {
    var bottoms = Array(repeating: LanePacking.rim, count: columns.count)
    let ranked = items.enumerated().sorted {
      ($1.element.folded, $0.offset) < ($0.element.folded, $1.offset)
    }
    var shown = 0
    for (rank, entry) in ranked.prefix(most).enumerated() {
      let item = entry.element
      let column = bottoms.indices.min { (bottoms[$0], $0) < (bottoms[$1], $1) } ?? 0
      let isLast = rank == ranked.count - 1
      let bottom = bottoms[column] + item.height + Self.gap
      // The first is always shown; after the others there must be room for the count of the rest.
      if let limit, rank > 0, bottom + (isLast ? 0 : Self.restHeight) > limit - 3 { break }
      entries.append(Entry(item: item, lane: lane, x: columns[column], y: bottoms[column]))
      bottoms[column] = bottom
      shown += 1
    }
    let left = ranked.dropFirst(shown).flatMap(\.element.members)
    if !left.isEmpty {
      let column = bottoms.indices.min { (bottoms[$0], $0) < (bottoms[$1], $1) } ?? 0
      rests.append(Rest(lane: lane, events: left, x: columns[column] + 10, y: bottoms[column]))
      bottoms[column] += Self.restHeight + 2
    }
    heights[lane] = max(heights[lane], (bottoms.max() ?? 0) + LanePacking.rim - Self.gap)
  }
}
