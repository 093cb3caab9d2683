import CasusModel

/// How actors stand to each other, as bars along their lanes from begin to end.
struct RelationBars {
  /// One relation.
  struct Bar {
    var lane: Int
    /// Counted from the top of the lane.
    var row: Int
    var left: Double
    var right: Double
    var isBegun: Bool
    var isEnded: Bool
    var isPlanned: Bool
    var tone: Tone
    var text: String
    var textX: Double
    var tooltip: String
  }

  static let style = TextStyle(size: 7, color: .ink)
  static let rowHeight = 12.0
  private(set) var bars: [Bar] = []
  /// How many relations of the time shown found no room.
  private(set) var omitted = 0
  private var rows: [[Double]]
  private let maximumRows: Int

  /// Chooses the relations that most events speak of, at most three rows a lane and
  /// fewer where there are many lanes.
  init(
    _ relations: [Relation], lanes: TimelineLanes, axis: TimeAxis?, plot: ClosedRange<Double>,
    wording: EventWording
  ) {
    rows = Array(repeating: [], count: lanes.lanes.count)
    maximumRows = lanes.lanes.count <= 3 ? 3 : lanes.lanes.count <= 6 ? 2 : 1
    guard let axis else { return }
    for relation in Self.ranked(relations) {
      guard let validity = relation.validity, Self.isShown(validity, axis.days) else { continue }
      let found = lanes.lanes(of: relation)
      let isPlaced = found.contains {
        add(relation, validity, $0, lanes, axis, plot, wording)
      }
      if !isPlaced, !found.isEmpty { omitted += 1 }
    }
  }

  /// The height that bars take at the top of a lane.
  func height(_ lane: Int) -> Double {
    rows[lane].isEmpty ? 0 : Double(rows[lane].count) * Self.rowHeight + 3
  }

  /// The words in a lane, as heights from the top of what may be placed there.
  func obstacles(_ lane: Int) -> [Scene.Rect] {
    bars.filter { $0.lane == lane }.map { bar in
      Scene.Rect(
        x: bar.textX, y: Self.top(bar.row) - LanePacking.rim,
        width: Scene.Text.width([bar.text], Self.style), height: 9.5)
    }
  }

  /// Where a row begins, from the top of its lane.
  static func top(_ row: Int) -> Double { LanePacking.rim + Double(row) * rowHeight }

  /// Those that most events speak of first, and conflict before cooperation.
  static func ranked(_ relations: [Relation]) -> [Relation] {
    relations.sorted { a, b in
      let (first, second) = (weight(a), weight(b))
      return (second, a.polarity, a.kind, a.id) < (first, b.polarity, b.kind, b.id)
    }
  }

  /// Whether it binds or divides.
  static func tone(_ relation: Relation) -> Tone {
    relation.polarity > 0 ? .cooperation : relation.polarity < 0 ? .conflict : .neutral
  }

  private static func weight(_ relation: Relation) -> Int {
    relation.eventCount + (relation.opening.count + relation.closing.count) * 2
      + (relation.state == .planned ? 0 : 2)
  }

  /// Whether a relation begins or ends in the time shown.
  static func isShown(_ validity: EDTF, _ days: ClosedRange<Int>) -> Bool {
    validity.lowerBound <= days.upperBound && validity.upperBound >= days.lowerBound
      && (validity.lowerBound >= days.lowerBound || validity.upperBound <= days.upperBound)
  }

  /// Places the bar of a relation in a lane.
  /// - Returns: Whether there was room.
  private mutating func add(
    _ relation: Relation, _ validity: EDTF, _ lane: Int, _ lanes: TimelineLanes, _ axis: TimeAxis,
    _ plot: ClosedRange<Double>, _ wording: EventWording
  ) -> Bool {
    let isBegun = validity.lowerBound >= axis.days.lowerBound
    let isEnded = validity.upperBound <= axis.days.upperBound
    let left = isBegun ? axis.x(of: validity.lowerBound) : plot.lowerBound
    let right = isEnded ? axis.x(of: validity.upperBound + 1) : plot.upperBound
    let text = wording.relation(relation, in: lanes.lanes[lane].actor)
    let width = Scene.Text.width([text], Self.style)
    // The words stand in the bar, else behind it, else before it.
    var textX = left + 5
    if width > right - left - 14 {
      textX = right + 4
      if textX + width > plot.upperBound { textX = left - 4 - width }
      guard textX >= plot.lowerBound else { return false }
    }
    let end = max(right, textX + width) + 8
    let begin = min(left, textX)
    guard let row = row(lane, from: begin, to: end) else { return false }
    bars.append(
      Bar(
        lane: lane, row: row, left: left, right: max(right, left + 2), isBegun: isBegun,
        isEnded: isEnded, isPlanned: relation.state == .planned,
        tone: Self.tone(relation), text: text, textX: textX, tooltip: wording.tooltip(relation)))
    return true
  }

  /// The first row of a lane that is free over a stretch; rows hold begins and ends in turn.
  private mutating func row(_ lane: Int, from begin: Double, to end: Double) -> Int? {
    for row in rows[lane].indices where rows[lane][row] <= begin {
      rows[lane][row] = end
      return row
    }
    guard rows[lane].count < maximumRows else { return nil }
    rows[lane].append(end)
    return rows[lane].count - 1
  }
}

extension TimelineLayout {
  /// Draws the bars of relations at the top of their lanes.
  mutating func add(_ bars: [RelationBars.Bar], tops: [Double]) {
    for bar in bars {
      let y = tops[bar.lane] + RelationBars.top(bar.row)
      let ground = ground(bar.lane)
      let rect = Scene.Rect(x: bar.left, y: y, width: bar.right - bar.left, height: 9.5)
      let pale = bar.tone.mixed(0.2, with: ground)
      let fades = !bar.isBegun || !bar.isEnded
      scene.marks.append(
        Scene.Mark(
          form: .box, rect: rect, fill: bar.isPlanned ? ground : bar.isBegun ? pale : ground,
          fadesTo: fades && !bar.isPlanned ? (bar.isBegun ? ground : pale) : nil,
          stroke: bar.tone, strokeWidth: bar.isPlanned ? 0.7 : 0,
          dash: bar.isPlanned ? .dashed : .solid, cssClass: "relation", tooltip: bar.tooltip))
      for (x, isThere) in [(bar.left, bar.isBegun), (bar.right, bar.isEnded)] where isThere {
        scene.marks.append(
          Scene.Mark(
            form: .box, rect: Scene.Rect(x: x - 0.9, y: y, width: 1.8, height: 9.5),
            fill: bar.tone, stroke: bar.tone, strokeWidth: 0, tooltip: bar.tooltip))
      }
      // Beside its bar, the text interrupts the arrows that pass.
      let isInside = bar.textX >= bar.left && bar.textX < bar.right
      scene.texts.append(
        Scene.Text(
          [bar.text], RelationBars.style, x: bar.textX, y: y + 0.5,
          background: isInside ? nil : ground, tooltip: bar.tooltip))
    }
  }
}
