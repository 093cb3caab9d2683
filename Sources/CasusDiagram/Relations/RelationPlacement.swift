/// Nodes in a rectangle: the positions that Graphviz found, spread over the room there is, with no
/// two nodes on top of each other.
struct RelationPlacement {
  /// The middle of each node by its name.
  private(set) var middles: [String: Scene.Point] = [:]

  /// Fits positions to a rectangle.
  /// - Parameters:
  ///   - nodes: The nodes with their sizes, sorted by name.
  ///   - found: Where Graphviz put them.
  ///   - room: Where they may go.
  ///   - gap: How far apart they stay, in points.
  ///   - pairs: Nodes between which an edge runs: they leave room for its arrowheads.
  init(
    _ nodes: [(name: String, width: Double, height: Double)], found: [String: Scene.Point],
    room: Scene.Rect, gap: Double, pairs: [(String, String)] = []
  ) {
    var rects: [Scene.Rect] = []
    var names: [String] = []
    for node in nodes {
      guard let point = found[node.name] else { continue }
      names.append(node.name)
      rects.append(
        Scene.Rect(
          x: point.x - node.width / 2, y: point.y - node.height / 2, width: node.width,
          height: node.height))
    }
    Self.turn(&rects, toward: room)
    Self.spread(&rects, over: room)
    let gaps = Gaps(least: gap, pairs: pairs, among: names)
    for _ in 0..<400 {
      guard Self.pushApart(&rects, gaps) else { break }
      Self.keep(&rects, in: room)
    }
    for (name, rect) in zip(names, rects) {
      middles[name] = Scene.Point(x: rect.midX, y: rect.midY)
    }
  }

  /// Lays a picture that stands upright on its side, where the room is broad, and the other way.
  private static func turn(_ rects: inout [Scene.Rect], toward room: Scene.Rect) {
    guard let bounds = bounds(rects) else { return }
    guard (bounds.width > bounds.height) != (room.width > room.height) else { return }
    for index in rects.indices {
      let rect = rects[index]
      rects[index].x = rect.midY - rect.width / 2
      rects[index].y = rect.midX - rect.height / 2
    }
  }

  /// Moves the middles apart or together until they span the room, halfway to where they would
  /// stand if all were equally far apart: springs push a few far out and crowd the others.
  private static func spread(_ rects: inout [Scene.Rect], over room: Scene.Rect) {
    let xs = rects.map(\.midX)
    let ys = rects.map(\.midY)
    guard let minX = xs.min(), let maxX = xs.max(), let minY = ys.min(), let maxY = ys.max()
    else { return }
    let (ranksX, ranksY) = (ranks(xs), ranks(ys))
    if rects.count == 2 {
      let left = minX == xs[0] ? 0 : 1
      for (index, x) in [(left, room.x), (1 - left, room.maxX - rects[1 - left].width)] {
        rects[index].x = x
        rects[index].y = room.midY - rects[index].height / 2
      }
      return
    }
    for index in rects.indices {
      let (width, height) = (rects[index].width, rects[index].height)
      let x = maxX > minX ? ((xs[index] - minX) / (maxX - minX) + ranksX[index]) / 2 : 0.5
      let y = maxY > minY ? ((ys[index] - minY) / (maxY - minY) + ranksY[index]) / 2 : 0.5
      rects[index].x = room.x + x * (room.width - width)
      rects[index].y = room.y + y * (room.height - height)
    }
  }

  /// The place of each value among all, from 0 to 1.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = values
    for (rank, index) in order.enumerated() {
      ranks[index] = values.count > 1 ? Double(rank) / Double(values.count - 1) : 0.5
    }
    return ranks
  }

  /// How far apart nodes stay.
  private struct Gaps {
    /// Two arrowheads and a piece of the line between them.
    private static let ofTied = 26.0

    let least: Double
    private let tied: Set<Int>
    private let count: Int

    init(least: Double, pairs: [(String, String)], among names: [String]) {
      self.least = least
      count = names.count
      let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      tied = Set(
        pairs.compactMap { pair in
          guard let a = places[pair.0], let b = places[pair.1] else { return nil }
          return min(a, b) * names.count + max(a, b)
        })
    }

    /// The most that any two stay apart.
    var most: Double { tied.isEmpty ? least : max(least, Self.ofTied) }

    /// How far the nodes at two places stay apart, the smaller place first.
    func gap(_ i: Int, _ j: Int) -> Double {
      most > least && tied.contains(i * count + j) ? most : least
    }
  }

  /// Pushes nodes that touch apart along the shorter way.
  /// - Returns: Whether there were any.
  private static func pushApart(_ rects: inout [Scene.Rect], _ gaps: Gaps) -> Bool {
    var hasMoved = false
    for i in rects.indices {
      for j in rects.indices where j > i {
        let (a, b) = (rects[i], rects[j])
        var overX = min(a.maxX, b.maxX) - max(a.x, b.x) + gaps.most
        var overY = min(a.maxY, b.maxY) - max(a.y, b.y) + gaps.most
        guard overX > 0.01, overY > 0.01 else { continue }
        let spare = gaps.most - gaps.gap(i, j)
        overX -= spare
        overY -= spare
        guard overX > 0.01, overY > 0.01 else { continue }
        hasMoved = true
        if overX * 0.6 < overY {
          let sign = a.midX < b.midX || (a.midX == b.midX && i < j) ? 1.0 : -1
          rects[i].x -= sign * overX / 2
          rects[j].x += sign * overX / 2
        } else {
          let sign = a.midY < b.midY || (a.midY == b.midY && i < j) ? 1.0 : -1
          rects[i].y -= sign * overY / 2
          rects[j].y += sign * overY / 2
        }
      }
    }
    return hasMoved
  }

  /// One in the middle, the others in a wing on either side, from the top down.
  init(
    center: (name: String, width: Double, height: Double),
    wings: (
      left: [(name: String, width: Double, height: Double)],
      right: [(name: String, width: Double, height: Double)]
    ), room: Scene.Rect
  ) {
    middles[center.name] = Scene.Point(x: room.midX, y: room.midY)
    for (wing, side) in [(wings.left, -1.0), (wings.right, 1.0)] {
      let wide = wing.map(\.width).max() ?? 0
      // Long wings stand in two rows.
      let hasRows = wing.count > 11
      let spare = room.height - wing.map(\.height).reduce(0, +)
      var top = 0.0
      for (index, node) in wing.enumerated() {
        // The same room between all, high or not.
        var share = (top + spare / Double(wing.count) / 2 + node.height / 2) / room.height
        top += node.height + spare / Double(wing.count)
        if hasRows || spare < 0 { share = (Double(index) + 0.5) / Double(wing.count) }
        // The wings bend towards the middle at their ends.
        let bend = (2 * share - 1) * (2 * share - 1) * 0.18
        let row = hasRows && !index.isMultiple(of: 2) ? 0.3 : 0
        let reach = (room.width - wide) / 2 * (1 - bend - row)
        middles[node.name] = Scene.Point(
          x: room.midX + side * reach, y: room.y + share * room.height)
      }
    }
  }

  private static func keep(_ rects: inout [Scene.Rect], in room: Scene.Rect) {
    for index in rects.indices {
      let rect = rects[index]
      rects[index].x = min(max(rect.x, room.x), max(room.x, room.maxX - rect.width))
      rects[index].y = min(max(rect.y, room.y), max(room.y, room.maxY - rect.height))
    }
  }

  private static func bounds(_ rects: [Scene.Rect]) -> Scene.Rect? {
    guard let first = rects.first else { return nil }
    return rects.reduce(first) { a, b in
      let (x, y) = (min(a.x, b.x), min(a.y, b.y))
      return Scene.Rect(
        x: x, y: y, width: max(a.maxX, b.maxX) - x, height: max(a.maxY, b.maxY) - y)
    }
  }
}
