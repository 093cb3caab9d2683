import CasusModel

/// A mark with its label, ready to be placed in its lane.
struct TimelineItem {
  static let labelStyle = TextStyle(size: 8.5, color: .ink)
  static let particularsStyle = TextStyle(size: 7, color: .quietInk)
  static let countStyle = TextStyle(isBold: true, size: 7, color: .ink)

  /// Where the label stands.
  enum Side: CaseIterable {
    case right, left, below
  }

  let event: Event
  /// The events that it stands for.
  let subject: DiagramSubject
  /// Their identifiers.
  let members: [String]
  let place: TimelineLanes.Place
  let mark: TimelineMark
  /// How many further events the mark stands for.
  let folded: Int
  /// `+37`, or empty.
  let count: String
  let text: TimelineLabels.Label
  private let countWidth: Double

  var width: Double { text.width }
  var height: Double { text.height }

  init(
    _ group: EventFolding.Group, place: TimelineLanes.Place, mark: TimelineMark,
    text: TimelineLabels.Label
  ) {
    event = group.event
    members = group.members
    subject = .events(group.members)
    self.place = place
    self.mark = mark
    self.text = text
    folded = group.folded
    count = group.folded > 0 ? "+\(group.folded)" : ""
    countWidth = count.isEmpty ? 0 : Scene.Text.width([count], Self.countStyle) + 5
  }

  /// Sides in order of preference.
  var sides: [Side] {
    let (left, right) = mark.extent
    return right - left > 60 ? [.below, .right, .left] : [.right, .left]
  }

  /// The rectangles that mark, count and label take, the top of the item at 0.
  func boxes(_ side: Side, within range: ClosedRange<Double>) -> Boxes? {
    let (left, right) = mark.extent
    let markBox = Scene.Rect(
      x: left, y: Self.labelStyle.lineHeight / 2 - 5, width: right - left, height: 10)
    var countBox: Scene.Rect?
    let labelBox: Scene.Rect
    switch side {
    case .right:
      var x = right + 3
      if !count.isEmpty {
        countBox = Scene.Rect(x: x, y: markBox.y, width: countWidth, height: 10)
        x += countWidth + 3
      }
      labelBox = Scene.Rect(x: x, y: 0, width: width, height: height)
    case .left:
      var x = left - 3
      if !count.isEmpty {
        countBox = Scene.Rect(x: x - countWidth, y: markBox.y, width: countWidth, height: 10)
        x -= countWidth + 3
      }
      labelBox = Scene.Rect(x: x - width, y: 0, width: width, height: height)
    case .below:
      var x = min(max(left, range.lowerBound), range.upperBound - width - countWidth - 3)
      if !count.isEmpty {
        countBox = Scene.Rect(x: x, y: 11, width: countWidth, height: 10)
        x += countWidth + 3
      }
      labelBox = Scene.Rect(x: x, y: 11, width: width, height: height)
    }
    guard labelBox.x >= range.lowerBound, labelBox.maxX <= range.upperBound else { return nil }
    return Boxes(mark: markBox, count: countBox, label: labelBox)
  }

  struct Boxes {
    var mark: Scene.Rect
    var count: Scene.Rect?
    var label: Scene.Rect

    func moved(by dy: Double) -> Boxes {
      Boxes(mark: mark.moved(by: dy), count: count?.moved(by: dy), label: label.moved(by: dy))
    }

    var maxY: Double { max(mark.maxY, label.maxY, count?.maxY ?? 0) }
    var minX: Double { min(mark.x, label.x, count?.x ?? mark.x) }
    var maxX: Double { max(mark.maxX, label.maxX, count?.maxX ?? 0) }
  }
}
