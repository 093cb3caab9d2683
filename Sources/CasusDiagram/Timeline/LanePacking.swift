/// Places items in their lanes so that nothing overlaps and few arrows cross labels.
struct LanePacking {
  /// Where an item ended up; heights count from the top of its lane.
  struct Placed {
    var boxes: TimelineItem.Boxes
    var side: TimelineItem.Side
    /// Where its arrows run.
    var trunk: Double
  }

  private struct Trunk {
    var x: Double
    var top: Double
    var bottom: Double
  }

  private struct Lane {
    var boxes: [Scene.Rect] = []
    var marks: [Scene.Rect] = []
    var trunks: [Trunk] = []
    var top = 0.0
    var bottom = 0.0
    /// How far down items may reach; what does not fit is left out.
    var limit = Double.infinity
  }

  /// The room in every lane above and below its items, where arrows from other lanes end.
  static let rim = 9.0

  /// How much lower than necessary an item may go to keep clear of arrows.
  private static let leeway = 18.0
  private static let step = 3.0
  /// Stands for the bottom of a lane whose height is not known yet.
  private static let deep = 10_000.0

  private var lanes: [Lane]
  private let range: ClosedRange<Double>
  private var near: [Scene.Rect] = []
  private(set) var placed: [Placed] = []
  /// The places among the items of those that were placed.
  private(set) var kept: [Int] = []

  /// Packs items in the given order.
  /// - Parameters:
  ///   - items: What to place.
  ///   - relations: What stands at the top of each lane already.
  ///   - laneCount: How many lanes there are.
  ///   - range: From where to where labels may reach.
  ///   - limits: How far down items may reach in each lane, where there are limits.
  ///   - budget: The height of all lanes at which to give up; what comes later is not placed then.
  init(
    _ items: [TimelineItem], below relations: RelationBars, laneCount: Int,
    range: ClosedRange<Double>, limits: [Double]? = nil, budget: Double = .infinity
  ) {
    lanes = (0..<laneCount).map { lane in
      let height = relations.height(lane)
      return Lane(
        boxes: relations.obstacles(lane), top: height, bottom: height,
        limit: limits?[lane] ?? .infinity)
    }
    self.range = range
    placed.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let count = placed.count
      place(item, isCrowded: Self.isCrowded(after: index, in: items))
      if placed.count > count { kept.append(index) }
      if budget < .infinity, heights.reduce(0, +) > budget { break }
    }
  }

  /// Whether one of the next items in the same lane begins where a label to the right would stand:
  /// then the left is better, so that two items share a row.
  private static func isCrowded(after index: Int, in items: [TimelineItem]) -> Bool {
    let item = items[index]
    let start = item.mark.extent.right
    return items[(index + 1)...].prefix(40).contains { next in
      next.place.home == item.place.home
        && (start...(start + item.width + 10)).contains(next.mark.extent.left)
    }
  }

  /// The height that each lane needs.
  var heights: [Double] {
    lanes.map { max($0.bottom, 0) + 2 * Self.rim }
  }

  private mutating func place(_ item: TimelineItem, isCrowded: Bool) {
    var best: (cost: Double, placed: Placed)?
    for (rank, side) in item.sides.enumerated() {
      guard let boxes = item.boxes(side, within: range) else { continue }
      let preference = Double(rank) * 14 + (side == .right && isCrowded ? 20 : 0)
      if let best, best.cost <= preference { continue }
      let spot = spot(boxes, in: item.place.home)
      if spot.boxes.maxY > lanes[item.place.home].limit { continue }
      let trunk = trunk(for: item, spot.boxes, side)
      let cost = spot.cost + preference + trunk.cost
      if cost < (best?.cost ?? .infinity) {
        best = (cost, Placed(boxes: spot.boxes, side: side, trunk: trunk.x))
      }
    }
    guard let best = best?.placed ?? fallback(item),
      best.boxes.maxY <= lanes[item.place.home].limit
    else { return }
    commit(item, best)
  }

  /// The highest free place in a lane, or one a little lower that fewer arrows cross.
  private mutating func spot(_ boxes: TimelineItem.Boxes, in home: Int) -> (
    boxes: TimelineItem.Boxes, cost: Double
  ) {
    let (left, right) = (boxes.minX - 4, boxes.maxX + 4)
    near.removeAll(keepingCapacity: true)
    for box in lanes[home].boxes where left < box.maxX && box.x < right { near.append(box) }
    var best: (boxes: TimelineItem.Boxes, cost: Double)?
    var y = lanes[home].top
    var last = Double.infinity
    while y <= last {
      let candidate = boxes.moved(by: y)
      if let clash = clash(candidate) {
        y += max(1, (clash / Self.step).rounded(.up)) * Self.step
        continue
      }
      last = min(last, y + Self.leeway)
      let cost = y + crossings(candidate, in: home)
      if cost < (best?.cost ?? .infinity) { best = (candidate, cost) }
      if cost <= y { break }
      y += Self.step
    }
    return best ?? (boxes.moved(by: y), y)
  }

  /// Below everything, the label pushed inside the page; only for labels wider than the page.
  private func fallback(_ item: TimelineItem) -> Placed? {
    let wide = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    guard var boxes = item.boxes(.below, within: wide) else { return nil }
    boxes.label.x = max(
      min(max(boxes.label.x, range.lowerBound), range.upperBound - item.width), range.lowerBound)
    let moved = boxes.moved(by: lanes[item.place.home].bottom + 4)
    return Placed(boxes: moved, side: .below, trunk: item.mark.anchor)
  }

  /// How far an item must move down to clear the first box in its way, or `nil` when it is free.
  private func clash(_ boxes: TimelineItem.Boxes) -> Double? {
    for other in near {
      if let way = Self.clash(boxes.mark, other) { return way }
      if let way = Self.clash(boxes.label, other) { return way }
      if let count = boxes.count, let way = Self.clash(count, other) { return way }
    }
    return nil
  }

  private static func clash(_ box: Scene.Rect, _ other: Scene.Rect) -> Double? {
    let grown = box.grown(4, 1.5)
    return grown.intersects(other) ? other.maxY - grown.y : nil
  }

  /// What arrows cost that already run through the place.
  private func crossings(_ boxes: TimelineItem.Boxes, in lane: Int) -> Double {
    var cost = 0.0
    for trunk in lanes[lane].trunks {
      func crosses(_ box: Scene.Rect, _ margin: Double) -> Bool {
        trunk.x > box.x - margin && trunk.x < box.maxX + margin && trunk.top < box.maxY
          && trunk.bottom > box.y
      }
      if crosses(boxes.label, 2) { cost += 12 }
      if let count = boxes.count, crosses(count, 2) { cost += 12 }
      if crosses(boxes.mark, 3) { cost += 40 }
    }
    return cost
  }

  /// The cheapest way for the arrows of an item to the other lanes.
  private func trunk(for item: TimelineItem, _ boxes: TimelineItem.Boxes, _ side: TimelineItem.Side)
    -> (x: Double, cost: Double)
  {
    guard !item.place.ends.isEmpty else { return (item.mark.anchor, 0) }
    let outward = side == .left ? 1.0 : -1.0
    var best: (x: Double, cost: Double) = (item.mark.anchor, .infinity)
    for (rank, offset) in [0.0, 7, 10, 13, -7].enumerated() {
      let x = item.mark.anchor + offset * outward
      guard range.contains(x), Double(rank) * 2 < best.cost else { continue }
      var cost = Double(rank) * 2
      eachRun(item, boxes) { lane, top, bottom in
        for box in lanes[lane].boxes where x > box.x - 3 && x < box.maxX + 3 {
          if top < box.maxY, bottom > box.y { cost += 6 }
        }
        for mark in lanes[lane].marks where x > mark.x - 2 && x < mark.maxX + 2 {
          if top < mark.maxY, bottom > mark.y { cost += 30 }
        }
        for other in lanes[lane].trunks where abs(other.x - x) < 3 {
          if other.top < bottom, top < other.bottom { cost += 30 }
        }
      }
      if cost < best.cost { best = (x, cost) }
    }
    return best
  }

  /// The stretches of each lane, from top to bottom, that the arrows of an item run through.
  private func eachRun(
    _ item: TimelineItem, _ boxes: TimelineItem.Boxes,
    _ visit: (_ lane: Int, _ top: Double, _ bottom: Double) -> Void
  ) {
    let home = item.place.home
    if let top = item.place.ends.min(), top < home {
      visit(home, -Self.rim, boxes.mark.y)
      for lane in (top + 1)..<home { visit(lane, -Self.rim, Self.deep) }
      visit(top, Self.deep, Self.deep + Self.rim)
    }
    if let bottom = item.place.ends.max(), bottom > home {
      visit(home, boxes.mark.maxY, Self.deep)
      for lane in (home + 1)..<bottom { visit(lane, -Self.rim, Self.deep) }
      visit(bottom, -Self.rim, 0)
    }
  }

  private mutating func commit(_ item: TimelineItem, _ placed: Placed) {
    let home = item.place.home
    lanes[home].boxes.append(placed.boxes.mark)
    lanes[home].boxes.append(placed.boxes.label)
    if let count = placed.boxes.count { lanes[home].boxes.append(count) }
    lanes[home].marks.append(placed.boxes.mark)
    lanes[home].bottom = max(lanes[home].bottom, placed.boxes.maxY)
    if !item.place.ends.isEmpty {
      var runs: [(Int, Trunk)] = []
      eachRun(item, placed.boxes) { lane, top, bottom in
        runs.append((lane, Trunk(x: placed.trunk, top: top, bottom: bottom)))
      }
      for (lane, trunk) in runs { lanes[lane].trunks.append(trunk) }
    }
    self.placed.append(placed)
  }
}
