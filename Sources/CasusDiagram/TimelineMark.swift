import CasusModel

/// What the date of an event looks like on the axis.
enum TimelineMark: Hashable {
  /// A day.
  case point(x: Double)
  /// A stretch of days: all of it, or somewhere in it.
  case bar(x: Double, width: Double, strength: Strength)
  /// A begin without an end.
  case openEnd(x: Double)
  /// An end without a begin.
  case openStart(x: Double)
  /// Not on the axis.
  case undated(x: Double)

  /// How surely every day of a bar is meant.
  enum Strength: Hashable {
    /// An interval whose ends the text gives.
    case interval
    /// A day in a month or season.
    case month
    /// A day in a year or in longer.
    case year
    /// About that time.
    case approximate
  }

  static let height = 8.0
  private static let reach = 26.0

  /// The mark for a date.
  init(_ date: EDTF?, axis: TimeAxis?, undatedX: Double) {
    guard let date, let axis, !date.lacksYear, date.lowerBound != .min || date.upperBound != .max
    else {
      self = .undated(x: undatedX)
      return
    }
    if date.upperBound == .max {
      self = .openEnd(x: axis.x(of: date.lowerBound))
    } else if date.lowerBound == .min {
      self = .openStart(x: axis.x(of: date.upperBound + 1))
    } else {
      let (left, right) = (axis.x(of: date.lowerBound), axis.x(of: date.upperBound + 1))
      let isDay = date.lowerBound == date.upperBound
      if isDay, !date.isApproximate {
        self = .point(x: (left + right) / 2)
      } else {
        let width = max(right - left, date.isApproximate ? 18 : 11)
        self = .bar(
          x: min((left + right - width) / 2, left), width: width, strength: Self.strength(of: date))
      }
    }
  }

  private static func strength(of date: EDTF) -> Strength {
    if date.isApproximate { return .approximate }
    switch date.precision {
    case .interval: return date.rawValue.hasPrefix("[") ? .month : .interval
    case .day, .month, .season: return .month
    case .year, .decade, .unknownYear: return .year
    }
  }

  /// The left and the right end.
  var extent: (left: Double, right: Double) {
    switch self {
    case .point(let x), .undated(let x): (x - 4, x + 4)
    case .bar(let x, let width, _): (x, x + width)
    case .openEnd(let x): (x - 4, x + Self.reach + 4)
    case .openStart(let x): (x - Self.reach - 4, x + 4)
    }
  }

  /// Where arrows leave.
  var anchor: Double {
    switch self {
    case .point(let x), .undated(let x), .openEnd(let x), .openStart(let x): x
    case .bar(let x, let width, _): x + min(width / 2, 9)
    }
  }

  /// The pieces to draw, their vertical middle at `y`.
  func pieces(y: Double, status: EventStatus, isContested: Bool, color: Color, ground: Color)
    -> [Scene.Mark]
  {
    switch self {
    case .point(let x): [disc(x, y, status, isContested, color, ground)]
    case .undated(let x):
      [disc(x, y, status == .occurred ? .occurred : status, isContested, color, ground)]
    case .bar(let x, let width, let strength):
      bar(x, width, y, strength, status, color, ground)
    case .openEnd(let x):
      [
        Scene.Mark(
          form: .box, rect: Scene.Rect(x: x, y: y - 1.75, width: Self.reach - 4, height: 3.5),
          fill: color, fadesTo: color.mixed(0.35, with: ground), stroke: color, strokeWidth: 0),
        Scene.Mark(
          form: .triangle,
          rect: Scene.Rect(x: x + Self.reach - 6, y: y - 4.5, width: 9, height: 9),
          fill: color.mixed(0.5, with: ground), stroke: color, strokeWidth: 0),
        disc(x, y, status, isContested, color, ground),
      ]
    case .openStart(let x):
      [
        Scene.Mark(
          form: .box,
          rect: Scene.Rect(x: x - Self.reach, y: y - 1.75, width: Self.reach, height: 3.5),
          fill: ground, fadesTo: color, stroke: color, strokeWidth: 0),
        disc(x, y, status, isContested, color, ground),
      ]
    }
  }

  private func disc(
    _ x: Double, _ y: Double, _ status: EventStatus, _ isContested: Bool, _ color: Color,
    _ ground: Color
  ) -> Scene.Mark {
    let size = status == .occurred ? 7.5 : 8.5
    let isSolid = status == .occurred
    return Scene.Mark(
      form: .disc, rect: Scene.Rect(x: x - size / 2, y: y - size / 2, width: size, height: size),
      fill: status == .denied ? nil : isSolid ? color : .white, stroke: color,
      strokeWidth: isSolid ? 0 : 1.4, isDouble: isContested,
      glyph: status == .hypothetical ? "?" : "")
  }

  private func bar(
    _ x: Double, _ width: Double, _ y: Double, _ strength: Strength, _ status: EventStatus,
    _ color: Color, _ ground: Color
  ) -> [Scene.Mark] {
    let rect = Scene.Rect(x: x, y: y - 3, width: width, height: 6)
    guard status == .occurred else {
      return [
        Scene.Mark(
          form: .box, rect: rect, fill: status == .denied ? nil : .white, stroke: color,
          strokeWidth: 1.1, dash: status.dash)
      ]
    }
    switch strength {
    case .interval:
      return [Scene.Mark(form: .box, rect: rect, fill: color, stroke: color, strokeWidth: 0)]
    case .month:
      return [
        Scene.Mark(
          form: .box, rect: rect, fill: color.mixed(0.62), stroke: color, strokeWidth: 0)
      ]
    case .year:
      return [
        Scene.Mark(
          form: .box, rect: Scene.Rect(x: x, y: y - 2.5, width: width, height: 5),
          fill: color.mixed(0.35), stroke: color, strokeWidth: 0)
      ]
    case .approximate:
      let left = Scene.Rect(x: x, y: y - 3, width: width / 2, height: 6)
      let right = Scene.Rect(x: x + width / 2, y: y - 3, width: width / 2, height: 6)
      return [
        Scene.Mark(
          form: .box, rect: left, fill: ground, fadesTo: color, stroke: color, strokeWidth: 0),
        Scene.Mark(
          form: .box, rect: right, fill: color, fadesTo: ground, stroke: color, strokeWidth: 0),
      ]
    }
  }
}

extension EventStatus {
  /// The line that shows the status.
  var dash: Scene.Dash {
    switch self {
    case .occurred, .denied: .solid
    case .planned: .dashed
    case .hypothetical: .dotted
    }
  }
}

extension TimelineMark {
  /// The stroke through the mark of a denied event.
  static func strike(x: Double, y: Double, color: Color) -> [Scene.Line] {
    [
      Scene.Line(
        points: [Scene.Point(x: x - 6, y: y + 6), Scene.Point(x: x + 6, y: y - 6)], color: color,
        width: 1.4)
    ]
  }
}
