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
  let place: TimelineLanes.Place
  let mark: TimelineMark
  /// `+37`, or empty.
  let count: String
  let label: [String]
  let particulars: [String]
  /// The size of label and particulars together.
  let width: Double
  let height: Double

  init(
    _ group: EventFolding.Group, place: TimelineLanes.Place, mark: TimelineMark, text: String,
    particulars: [String], wrapWidth: Double
  ) {
    event = group.event
    subject = .events(group.members)
    self.place = place
    self.mark = mark
    count = group.folded > 0 ? "+\(group.folded)" : ""
    label = Self.labelStyle.balanced(text, width: wrapWidth, lines: 4)
    self.particulars = Self.joined(particulars, width: wrapWidth * 1.1)
    width = max(
      Scene.Text.width(label, Self.labelStyle),
      Scene.Text.width(self.particulars, Self.particularsStyle))
    height =
      Double(label.count) * Self.labelStyle.lineHeight
      + Double(self.particulars.count) * Self.particularsStyle.lineHeight
  }

  /// Parts joined by dots, broken between parts where they do not fit on one line.
  private static func joined(_ parts: [String], width: Double) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, particularsStyle.width(of: last + " · " + part) <= width {
        lines[lines.count - 1] = last + " · " + part
      } else {
        lines += particularsStyle.wrapped(part, width: width, lines: 2)
      }
    }
    return Array(lines.prefix(3))
  }

  /// Sides in order of preference.
  var sides: [Side] {
    let (left, right) = mark.extent
    return right - left > 60 ? [.below, .right, .left] : [.right, .left]
  }

  private var countWidth: Double {
    count.isEmpty ? 0 : Scene.Text.width([count], Self.countStyle) + 5
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

    var all: [Scene.Rect] { [mark, label] + (count.map { [$0] } ?? []) }
    var maxY: Double { all.map(\.maxY).max() ?? 0 }
  }
}
