import CasusModel

/// How actors stand to each other, as bars beside their lanes from begin to end, time running down.
struct VerticalRelations {
  /// One relation.
  struct Bar {
    var lane: Int
    /// Counted from the lane to the left.
    var slot: Int
    /// The row above which its words stand.
    var first: Int
    /// The row at whose top it ends; the number of dated rows where it lasts longer than all.
    var end: Int
    var isBegun: Bool
    var isEnded: Bool
    var isPlanned: Bool
    var tone: Tone
    var text: String
    var tooltip: String
  }

  static let style = RelationBars.style
  static let wordHeight = 12.0
  static let barWidth = 4.0
  private static let maximumSlots = 3

  /// The bars, those that begin first before the others.
  private(set) var bars: [Bar] = []
  /// How many relations of the time shown found no room.
  private(set) var omitted = 0

  /// Chooses the relations that most events speak of.
  /// - Parameters:
  ///   - relations: The relations.
  ///   - period: The days of the whole timeline; what lasts longer at both ends is not shown.
  ///   - days: The first days of the rows that have a date, in order.
  ///   - isLastPage: Whether no rows follow on another page.
  ///   - lanes: The lanes.
  ///   - wording: The words.
  init(
    _ relations: [Relation], period: ClosedRange<Int>?, days: [Int], isLastPage: Bool,
    lanes: TimelineLanes, wording: EventWording
  ) {
    guard let period, let first = days.first else { return }
    for relation in RelationBars.ranked(relations) {
      guard let validity = relation.validity,
        RelationBars.isShown(validity, period),
        validity.lowerBound <= days[days.count - 1], validity.upperBound >= first
      else { continue }
      let found = lanes.lanes(of: relation)
      guard !found.isEmpty else { continue }
      let begin = days.firstIndex { $0 >= validity.lowerBound } ?? 0
      let end = days.firstIndex { $0 > validity.upperBound } ?? days.count
      let hasRoom = bars.count < 3 + days.count / 3
      let spot = hasRoom ? spot(in: found, from: begin, to: end) : nil
      guard let spot else {
        omitted += 1
        continue
      }
      bars.append(
        Bar(
          lane: spot.lane, slot: spot.slot, first: begin, end: end,
          isBegun: validity.lowerBound >= first,
          isEnded: end < days.count || (isLastPage && validity.upperBound <= period.upperBound),
          isPlanned: relation.state == .planned, tone: RelationBars.tone(relation),
          text: wording.relation(relation, in: lanes.lanes[spot.lane].actor),
          tooltip: wording.tooltip(relation)))
    }
    bars.sort { ($0.first, $0.lane, $0.slot) < ($1.first, $1.lane, $1.slot) }
  }

  /// The height that words take above each row.
  func heights(rowCount: Int) -> [Double] {
    var heights = [Double](repeating: 0, count: rowCount)
    for bar in bars { heights[bar.first] += Self.wordHeight }
    return heights
  }

  /// The first lane with a slot beside it that is free over some rows.
  private func spot(in lanes: [Int], from begin: Int, to end: Int) -> (lane: Int, slot: Int)? {
    for lane in lanes {
      let taken = bars.filter { $0.lane == lane && $0.first < end && begin < $0.end }.map(\.slot)
      if let slot = (0..<Self.maximumSlots).first(where: { !taken.contains($0) }) {
        return (lane, slot)
      }
    }
    return nil
  }
}
