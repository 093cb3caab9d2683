/// How time is spread over a timeline.
public enum TimelineScale: String, CaseIterable, Sendable {
  /// Every day has the same room.
  case time
  /// Every date on which something happens has the same room.
  case even
  /// True to scale, but long stretches without any event are squeezed to a marked gap.
  case compressed
}

/// Which way time runs.
public enum TimelineDirection: String, CaseIterable, Sendable {
  /// From left to right; actors are rows.
  case horizontal
  /// From top to bottom; actors are columns.
  case vertical
}

/// A sheet of paper or a slide.
public enum PageSize: String, CaseIterable, Sendable {
  /// ISO 216: 210 mm × 297 mm.
  case a4 = "A4"
  /// ISO 216: 297 mm × 420 mm.
  case a3 = "A3"
  /// ANSI A: 8.5 in × 11 in.
  case letter
  /// 16 to 9, always on its broad side.
  case slide

  /// The long and the short side in points.
  private var sides: (long: Double, short: Double) {
    switch self {
    case .a4: (842, 595)
    case .a3: (1191, 842)
    case .letter: (792, 612)
    case .slide: (960, 540)
    }
  }

  /// Width and height in points; vertical timelines stand upright.
  func size(_ direction: TimelineDirection) -> (width: Double, height: Double) {
    direction == .horizontal || self == .slide
      ? (sides.long, sides.short) : (sides.short, sides.long)
  }
}
