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
    var bottom = 0.0
  }

  /// The room in every lane above and below its items, where arrows from other lanes end.
  static let rim = 9.0

  /// How much lower than necessary an item may go to keep clear of arrows.
  private static let leeway = 18.0

  private var lanes: [Lane]
  private let range: ClosedRange<Double>
  private(set) var placed: [Placed] = []

  /// Packs items in the given order.
  init(_ items: [TimelineItem], laneCount: Int, range: ClosedRange<Double>, step: Double = 3) {
    lanes = Array(repeating: Lane(), count: laneCount)
    self.range = range
    for (index, item) in items.enumerated() {
      place(item, step: step, crowd: Self.crowd(after: index, in: items))
    }
  }

  /// How many of the next items in the same lane begin where a label to the right would stand:
  /// then the left is better, so that two items share a row.
  private static func crowd(after index: Int, in items: [TimelineItem]) -> Int {
    let item = items[index]
    let start = item.mark.extent.right
    return items[(index + 1)...].prefix(40).count { next in
      next.place.home == item.place.home
        && (start...(start + item.width + 10)).contains(next.mark.extent.left)
    }
  }

  /// The height that each lane needs.
  var heights: [Double] {
    lanes.map { max($0.bottom, 0) + 2 * Self.rim }
  }

  private mutating func place(_ item: TimelineItem, step: Double, crowd: Int) {
    var best: (cost: Double, placed: Placed)?
    for (rank, side) in item.sides.enumerated() {
      guard let boxes = item.boxes(side, within: range) else { continue }
      let taken = lanes[item.place.home].boxes.filter { box in
        boxes.all.contains { $0.x - 4 < box.maxX && box.x < $0.maxX + 4 }
      }
      var y = 0.0
      var last = Double.infinity
      while y <= last {
        let candidate = boxes.moved(by: y)
        if let clash = Self.clash(candidate, with: taken) {
          y += max(1, (clash / step).rounded(.up)) * step
          continue
        }
        last = min(last, y + Self.leeway)
        let trunk = trunk(for: item, candidate, side)
        let preference = Double(rank) * 14 + (side == .right && crowd > 0 ? 20 : 0)
        let cost =
          y + preference + trunk.cost + crossings(candidate, in: item.place.home)
        if cost < (best?.cost ?? .infinity) {
          best = (cost, Placed(boxes: candidate, side: side, trunk: trunk.x))
        }
        y += step
      }
    }
    guard let best = best?.placed ?? fallback(item) else { return }
    commit(item, best)
  }

  /// Below everything, the label pushed inside the page; only for labels wider than the page.
  private func fallback(_ item: TimelineItem) -> Placed? {
    let wide = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    guard var boxes = item.boxes(.below, within: wide) else { return nil }
    boxes.label.x = min(max(boxes.label.x, range.lowerBound), range.upperBound - item.width)
    let moved = boxes.moved(by: lanes[item.place.home].bottom + 4)
    return Placed(boxes: moved, side: .below, trunk: item.mark.anchor)
  }

  /// How far an item must move down to clear the first box in its way, or `nil` when it is free.
  private static func clash(_ boxes: TimelineItem.Boxes, with taken: [Scene.Rect]) -> Double? {
    for box in boxes.all {
      let grown = box.grown(4, 1.5)
      for other in taken where grown.intersects(other) { return other.maxY - grown.y }
    }
    return nil
  }

  /// What arrows cost that already run through the place.
  private func crossings(_ boxes: TimelineItem.Boxes, in lane: Int) -> Double {
    var cost = 0.0
    for trunk in lanes[lane].trunks {
      for box in boxes.all where trunk.top < box.maxY && trunk.bottom > box.y {
        if trunk.x > box.x - 2, trunk.x < box.maxX + 2 { cost += 12 }
      }
      if trunk.top < boxes.mark.maxY, trunk.bottom > boxes.mark.y,
        trunk.x > boxes.mark.x - 3, trunk.x < boxes.mark.maxX + 3
      {
        cost += 40
      }
    }
    return cost
  }

  /// The cheapest way for the arrows of an item to the other lanes.
  private func trunk(for item: TimelineItem, _ boxes: TimelineItem.Boxes, _ side: TimelineItem.Side)
    -> (x: Double, cost: Double)
  {
    let ends = item.place.targets + item.place.partners
    guard !ends.isEmpty else { return (item.mark.anchor, 0) }
    let outward = side == .left ? 1.0 : -1.0
    var best: (x: Double, cost: Double) = (item.mark.anchor, .infinity)
    for (rank, offset) in [0.0, 7, 10, 13, -7].enumerated() {
      let x = item.mark.anchor + offset * outward
      guard range.contains(x) else { continue }
      var cost = Double(rank) * 2
      for run in runs(item, boxes, x: x) {
        for box in lanes[run.lane].boxes where run.trunk.top < box.maxY && run.trunk.bottom > box.y
        {
          if x > box.x - 1, x < box.maxX + 1 { cost += 6 }
        }
        for mark in lanes[run.lane].marks
        where run.trunk.top < mark.maxY && run.trunk.bottom > mark.y {
          if x > mark.x - 2, x < mark.maxX + 2 { cost += 30 }
        }
        for other in lanes[run.lane].trunks
        where other.top < run.trunk.bottom && run.trunk.top < other.bottom {
          if abs(other.x - x) < 3 { cost += 30 }
        }
      }
      if cost < best.cost { best = (x, cost) }
    }
    return best
  }

  /// The stretches of each lane that the arrows of an item run through.
  private func runs(_ item: TimelineItem, _ boxes: TimelineItem.Boxes, x: Double)
    -> [(lane: Int, trunk: Trunk)]
  {
    let ends = item.place.targets + item.place.partners
    let home = item.place.home
    var result: [(lane: Int, trunk: Trunk)] = []
    if let top = ends.min(), top < home {
      result.append((home, Trunk(x: x, top: -Self.rim, bottom: boxes.mark.y)))
      for lane in (top + 1)..<home {
        result.append((lane, Trunk(x: x, top: -Self.rim, bottom: 10_000)))
      }
      result.append((top, Trunk(x: x, top: 10_000, bottom: 10_000 + Self.rim)))
    }
    if let bottom = ends.max(), bottom > home {
      result.append((home, Trunk(x: x, top: boxes.mark.maxY, bottom: 10_000)))
      for lane in (home + 1)..<bottom {
        result.append((lane, Trunk(x: x, top: -Self.rim, bottom: 10_000)))
      }
      result.append((bottom, Trunk(x: x, top: -Self.rim, bottom: 0)))
    }
    return result
  }

  private mutating func commit(_ item: TimelineItem, _ placed: Placed) {
    let home = item.place.home
    lanes[home].boxes += placed.boxes.all
    lanes[home].marks.append(placed.boxes.mark)
    lanes[home].bottom = max(lanes[home].bottom, placed.boxes.maxY)
    if !(item.place.targets + item.place.partners).isEmpty {
      for run in runs(item, placed.boxes, x: placed.trunk) {
        lanes[run.lane].trunks.append(run.trunk)
      }
    }
    self.placed.append(placed)
  }
}
