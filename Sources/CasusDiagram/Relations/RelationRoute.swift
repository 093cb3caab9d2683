/// The way of an edge between two nodes: a gentle curve from rim to rim.
struct RelationRoute {
  /// The control points of one Bézier curve.
  let points: [Scene.Point]
  /// Points along the way, to see what it passes.
  private let samples: [Scene.Point]

  /// Finds a way.
  /// - Parameters:
  ///   - tail: The node where it starts.
  ///   - head: The node where it ends.
  ///   - isRound: Whether tail and head are round rather than boxes.
  ///   - bend: How far its middle leaves the straight line, as a share of its length, to the left
  ///     of the way.
  init(
    from tail: Scene.Rect, to head: Scene.Rect, isRound: (tail: Bool, head: Bool), bend: Double
  ) {
    let a = Scene.Point(x: tail.midX, y: tail.midY)
    let b = Scene.Point(x: head.midX, y: head.midY)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    // A cubic curve whose control points lie off the line by k has its middle off by 3k/4.
    let off = bend * 4 / 3
    let first = Scene.Point(x: a.x + dx / 3 + dy * off, y: a.y + dy / 3 - dx * off)
    let second = Scene.Point(x: a.x + dx * 2 / 3 + dy * off, y: a.y + dy * 2 / 3 - dx * off)
    let start = Self.rim(of: tail.grown(2, 2), toward: first, isRound: isRound.tail)
    let end = Self.rim(of: head.grown(2, 2), toward: second, isRound: isRound.head)
    let points = [start, first, second, end]
    self.points = points
    samples = (1..<24).map { Self.point(points, at: Double($0) / 24) }
  }

  /// A point of the way; 0 is its begin, 1 its end.
  func point(at t: Double) -> Scene.Point { Self.point(points, at: t) }

  private static func point(_ points: [Scene.Point], at t: Double) -> Scene.Point {
    let s = 1 - t
    let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    var result = Scene.Point(x: 0, y: 0)
    for (point, weight) in zip(points, weights) {
      result.x += point.x * weight
      result.y += point.y * weight
    }
    return result
  }

  /// How much of the way runs through a rectangle, 0…1.
  func share(inside rect: Scene.Rect) -> Double {
    let inside = samples.count { point in
      point.x > rect.x && point.x < rect.maxX && point.y > rect.y && point.y < rect.maxY
    }
    return Double(inside) / Double(samples.count + 1)
  }

  /// How much of the way leaves a rectangle, 0…1.
  func share(outside rect: Scene.Rect) -> Double {
    1 - 1 / Double(samples.count + 1) - share(inside: rect)
  }

  /// Where the line from the middle of a rectangle to a point leaves it.
  private static func rim(of rect: Scene.Rect, toward point: Scene.Point, isRound: Bool)
    -> Scene.Point
  {
    let (dx, dy) = (point.x - rect.midX, point.y - rect.midY)
    let (x, y) = (abs(dx) / (rect.width / 2), abs(dy) / (rect.height / 2))
    let reach = isRound ? (x * x + y * y).squareRoot() : max(x, y)
    guard reach > 1 else { return Scene.Point(x: rect.midX, y: rect.midY) }
    return Scene.Point(x: rect.midX + dx / reach, y: rect.midY + dy / reach)
  }
}
