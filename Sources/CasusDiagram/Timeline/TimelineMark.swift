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

  /// What a mark says besides the date.
  struct Style: Hashable {
    var tone: Tone
    var isConflict: Bool
    var status = EventStatus.occurred
    var isContested = false
    var ground = Tone.page

    init(
      tone: Tone, isConflict: Bool = false, status: EventStatus = .occurred,
      isContested: Bool = false, ground: Tone = .page
    ) {
      self.tone = tone
      self.isConflict = isConflict
      self.status = status
      self.isContested = isContested
      self.ground = ground
    }

    /// The style of an event.
    init(_ event: Event, ground: Tone) {
      self.init(
        tone: .of(event.quadClass), isConflict: !event.quadClass.isCooperation,
        status: event.status, isContested: event.isContested, ground: ground)
    }
  }

  static let height = 8.0
  private static let reach = 26.0
  /// The shortest bar with a dashed outline.
  private static let shortest = 40.0

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
      self = Self.closed(date, left, right)
    }
  }

  /// The mark for a date whose ends are known and lie at two places.
  private static func closed(_ date: EDTF, _ left: Double, _ right: Double) -> TimelineMark {
    if date.lowerBound == date.upperBound, !date.isApproximate {
      return .point(x: (left + right) / 2)
    }
    let width = max(right - left, date.isApproximate ? 18 : 11)
    return .bar(
      x: min((left + right - width) / 2, left), width: width, strength: strength(of: date))
  }

  /// The mark for a date where no axis gives it a length, its middle near `x`.
  init(_ date: EDTF?, at x: Double) {
    guard let date, !date.lacksYear else {
      self = .undated(x: x)
      return
    }
    switch (date.lowerBound == .min, date.upperBound == .max) {
    case (true, true): self = .undated(x: x)
    case (true, false): self = .openStart(x: x)
    case (false, true): self = .openEnd(x: x)
    case (false, false): self = Self.closed(date, x - 9, x + 9)
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
    case .point(let x), .undated(let x): (x - 5, x + 5)
    case .bar(let x, let width, _): (x, x + width)
    case .openEnd(let x): (x - 5, x + Self.reach + 4)
    case .openStart(let x): (x - Self.reach - 4, x + 5)
    }
  }

  /// Where arrows leave.
  var anchor: Double {
    switch self {
    case .point(let x), .undated(let x), .openEnd(let x), .openStart(let x): x
    case .bar(let x, let width, _): x + min(width / 2, 9)
    }
  }

  /// Whether the mark stands on the axis.
  var isDated: Bool { if case .undated = self { false } else { true } }

  /// The pieces to draw, their vertical middle at `y`; the last is the mark itself.
  func pieces(y: Double, _ style: Style) -> [Scene.Mark] {
    switch self {
    case .point(let x), .undated(let x): ring(x, y, style) + [point(x, y, style)]
    case .bar(let x, let width, let strength): bar(x, width, y, strength, style)
    case .openEnd(let x):
      [
        Scene.Mark(
          form: .box, rect: Scene.Rect(x: x, y: y - 1.75, width: Self.reach - 4, height: 3.5),
          fill: style.tone, fadesTo: style.tone.mixed(0.35, with: style.ground),
          stroke: style.tone, strokeWidth: 0),
        Scene.Mark(
          form: .triangle,
          rect: Scene.Rect(x: x + Self.reach - 6, y: y - 4.5, width: 9, height: 9),
          fill: style.tone.mixed(0.5, with: style.ground), stroke: style.tone, strokeWidth: 0),
      ] + ring(x, y, style) + [point(x, y, style)]
    case .openStart(let x):
      [
        Scene.Mark(
          form: .box,
          rect: Scene.Rect(x: x - Self.reach, y: y - 1.75, width: Self.reach, height: 3.5),
          fill: style.ground, fadesTo: style.tone, stroke: style.tone, strokeWidth: 0)
      ] + ring(x, y, style) + [point(x, y, style)]
    }
  }

  /// What is disputed has a second line around it.
  private func ring(_ x: Double, _ y: Double, _ style: Style) -> [Scene.Mark] {
    guard style.isContested else { return [] }
    let size = style.isConflict ? 12.0 : 13
    return [
      Scene.Mark(
        form: style.isConflict ? .box : .disc,
        rect: Scene.Rect(x: x - size / 2, y: y - size / 2, width: size, height: size),
        fill: style.status == .denied ? nil : style.ground, stroke: style.tone, strokeWidth: 0.9)
    ]
  }

  /// A disc for cooperation, a square for conflict; hollow unless it occurred.
  private func point(_ x: Double, _ y: Double, _ style: Style) -> Scene.Mark {
    let isSolid = style.status == .occurred
    let size = (isSolid ? 7.8 : 8.4) - (style.isConflict ? 0.8 : 0)
    return Scene.Mark(
      form: style.isConflict ? .box : .disc,
      rect: Scene.Rect(x: x - size / 2, y: y - size / 2, width: size, height: size),
      fill: style.status == .denied ? nil : isSolid ? style.tone : .page, stroke: style.tone,
      strokeWidth: isSolid ? 0.8 : 1.4,
      glyph: style.status == .hypothetical ? "?" : "")
  }

  private func bar(
    _ x: Double, _ width: Double, _ y: Double, _ strength: Strength, _ style: Style
  ) -> [Scene.Mark] {
    let tone = style.tone
    let rect = Scene.Rect(x: x, y: y - 3, width: width, height: 6)
    // Of a short outline a dash would leave corners.
    let dash =
      style.status == .planned && width < Self.shortest ? Scene.Dash.solid : style.status.dash
    func box(_ rect: Scene.Rect, _ fill: Tone?, to end: Tone? = nil, stroke: Double = 0)
      -> Scene.Mark
    {
      Scene.Mark(
        form: style.isConflict || end != nil ? .box : .roundBox, rect: rect, fill: fill,
        fadesTo: end, stroke: tone, strokeWidth: stroke, dash: dash)
    }
    let frame =
      style.isContested ? [box(rect.grown(2.2, 2.2), style.ground, stroke: 0.9)] : []
    return frame + core(rect, strength, style) { box($0, $1, to: $2, stroke: $3) }
  }

  private func core(
    _ rect: Scene.Rect, _ strength: Strength, _ style: Style,
    _ box: (Scene.Rect, Tone?, Tone?, Double) -> Scene.Mark
  ) -> [Scene.Mark] {
    let (tone, x, y, width) = (style.tone, rect.x, rect.midY, rect.width)
    guard style.status == .occurred else {
      return [box(rect, style.status == .denied ? nil : .page, nil, 1.1)]
    }
    switch strength {
    case .interval: return [box(rect, tone, nil, 0.8)]
    case .month: return [box(rect, tone.mixed(0.5, with: style.ground), nil, 0.8)]
    case .year:
      let thin = Scene.Rect(x: x, y: y - 2.5, width: width, height: 5)
      return [box(thin, tone.mixed(0.2, with: style.ground), nil, 0.8)]
    case .approximate:
      let left = Scene.Rect(x: x, y: y - 3, width: width / 2, height: 6)
      let right = Scene.Rect(x: x + width / 2, y: y - 3, width: width / 2, height: 6)
      return [box(left, style.ground, tone, 0), box(right, tone, style.ground, 0)]
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
  func strike(y: Double, tone: Tone) -> Scene.Line {
    let x = if case .bar(let left, let width, _) = self { left + width / 2 } else { anchor }
    return Scene.Line(
      points: [Scene.Point(x: x - 6, y: y + 6), Scene.Point(x: x + 6, y: y - 6)], color: tone,
      width: 1.4)
  }
}
