import CasusModel

/// A timeline with every position decided.
struct TimelineLayout {
  /// The page widths that are tried: A4, A3, A2 landscape and steps between.
  static let widths = [842.0, 1000, 1191, 1420, 1684]

  private(set) var scene: Scene
  let title: String
  let summary: String
  /// The events that are drawn by name, with their places.
  let items: [TimelineItem]

  private let graph: EventGraph
  private let lanes: TimelineLanes
  private let wording: EventWording
  private let axis: TimeAxis?
  private let plot: ClosedRange<Double>
  private let undated: ClosedRange<Double>?
  private let ticks: [TimeAxis.Tick]
  private var words: DiagramWords { wording.words }

  private static let margin = 30.0
  private static let headWidth = 116.0
  private static let columnWidth = 152.0
  private static let titleStyle = TextStyle(isBold: true, size: 17, color: .ink)
  private static let subtitleStyle = TextStyle(size: 9.5, color: .quietInk)
  private static let laneStyle = TextStyle(isBold: true, size: 9.5, color: .ink)
  private static let laneCountStyle = TextStyle(size: 7, color: .quietInk)
  private static let periodStyle = TextStyle(isBold: true, size: 8, color: .quietInk)
  private static let tickStyle = TextStyle(size: 7, color: .quietInk)
  private static let footerStyle = TextStyle(size: 7, color: .quietInk)

  init(
    graph: EventGraph, groups: [EventFolding.Group], lanes: TimelineLanes, wording: EventWording,
    title: String?, width: Double
  ) {
    self.graph = graph
    self.lanes = lanes
    self.wording = wording
    let words = wording.words
    scene = Scene(width: width, height: 0)
    let dated = groups.filter { Self.interval($0.event.date) != nil }
    let left = Self.margin + Self.headWidth
    let right = width - Self.margin
    let columns = Self.columns(
      undated: groups.count - dated.count, dated: dated.count, width: right - left)
    let split = right - Double(columns) * Self.columnWidth - (columns > 0 ? 10 : 0)
    plot = left...max(left + 1, split)
    undated = columns > 0 ? (split + 10)...right : nil
    axis = TimeAxis(
      intervals: Self.axisDates(dated.map(\.event)).map(\.days), x: left, width: split - left)
    ticks = axis?.ticks(words: words) ?? []
    self.title = title ?? Self.title(lanes, wording)
    summary = Self.summary(graph, wording)
    items = Self.items(
      groups, axis: axis, undated: undated, columns: columns, lanes: lanes, wording: wording,
      width: width)
    compose()
  }

  /// Whether the page looks like a landscape page rather than a strip.
  var fits: Bool {
    let isWidest = scene.width == Self.widths.last
    return scene.height <= scene.width * (isWidest ? 0.86 : 0.76)
  }

  // MARK: Parts

  private static func title(_ lanes: TimelineLanes, _ wording: EventWording) -> String {
    let names = lanes.lanes.compactMap { $0.actor == nil ? nil : $0.name }
    guard names.count == lanes.lanes.count, (2...4).contains(names.count) else {
      return wording.words[.timeline]
    }
    return names.joined(separator: " · ")
  }

  static func summary(_ graph: EventGraph, _ wording: EventWording) -> String {
    let words = wording.words
    let articles = max(
      graph.articles.count, Set(graph.events.flatMap { $0.evidence.map(\.articleID) }).count)
    let counts = words.filled(
      .eventsFromArticles,
      [
        "events": words.count(.events, graph.matchingEventCount),
        "articles": words.count(.articles, articles),
      ])
    guard let period = period(graph.events, wording) else { return counts }
    return "\(period) · \(counts)"
  }

  /// First and last date of the events, each as precise as it is known.
  private static func period(_ events: [Event], _ wording: EventWording) -> String? {
    let dates = axisDates(events)
    let first = dates.min { a, b in
      (a.days.lowerBound, a.days.count, a.date) < (b.days.lowerBound, b.days.count, b.date)
    }
    let last = dates.max { a, b in
      (a.days.upperBound, -a.days.count, a.date) < (b.days.upperBound, -b.days.count, b.date)
    }
    guard let first, let last else { return nil }
    return wording.dates.range(wording.dates.text(first.date), wording.dates.text(last.date))
  }

  /// The days that a date covers on the axis; of an open interval its known end.
  private static func interval(_ date: EDTF?) -> ClosedRange<Int>? {
    guard let date, !date.lacksYear else { return nil }
    switch (date.lowerBound == .min, date.upperBound == .max) {
    case (true, true): return nil
    case (true, false): return date.upperBound...date.upperBound
    case (false, true): return date.lowerBound...date.lowerBound
    case (false, false): return date.lowerBound...date.upperBound
    }
  }

  /// What the axis must show: long vague dates do not stretch it when there are finer ones.
  private static func axisDates(_ events: [Event]) -> [(date: EDTF, days: ClosedRange<Int>)] {
    let all = events.compactMap { event in
      event.date.flatMap { date in interval(date).map { (date: date, days: $0) } }
    }
    let fine = all.filter { $0.days.count <= 366 }
    return fine.isEmpty ? all : fine
  }

  /// How many columns the undated events get beside the axis.
  private static func columns(undated: Int, dated: Int, width: Double) -> Int {
    guard undated > 0 else { return 0 }
    let most = Int(width / columnWidth)
    guard dated > 0 else { return max(1, most) }
    let share = Double(undated) / Double(undated + dated)
    return min(max(1, Int((share * width / columnWidth).rounded())), max(1, most / 2))
  }

  private static func items(
    _ groups: [EventFolding.Group], axis: TimeAxis?, undated: ClosedRange<Double>?, columns: Int,
    lanes: TimelineLanes, wording: EventWording, width: Double
  ) -> [TimelineItem] {
    let showsDate = groups.count <= 25
    let wrapWidth = groups.count <= 25 ? 150.0 : 126
    var nextColumn = [Int](repeating: 0, count: lanes.lanes.count)
    return groups.map { group in
      let event = group.event
      let place = lanes.place(event)
      var mark = TimelineMark(event.date, axis: axis, undatedX: 0)
      if case .undated = mark, let undated {
        let column = nextColumn[place.home] % max(1, columns)
        nextColumn[place.home] += 1
        mark = .undated(x: undated.lowerBound + 5 + Double(column) * columnWidth)
      }
      let isUndated = if case .undated = mark { true } else { false }
      let lane = lanes.lanes[place.home]
      let text = lane.actor.map { wording.predicate(event, in: $0) } ?? wording.statement(event)
      return TimelineItem(
        group, place: place, mark: mark, text: text,
        particulars: wording.particulars(
          event, isFull: showsDate),
        wrapWidth: isUndated ? columnWidth - 26 : wrapWidth)
    }
  }

  // MARK: Composition

  private mutating func compose() {
    var y = addTitle()
    let full = plot.lowerBound...(scene.width - Self.margin)
    let packing = LanePacking(items, laneCount: lanes.lanes.count, range: full)
    y = addAxisHead(y)
    let top = y
    let heads = laneHeads()
    let tops = addLanes(
      from: y, heights: laneHeights(packing.heights, heads, above: y), heads: heads)
    y = tops.last ?? y
    addGrid(from: top, to: y)
    for (item, placed) in zip(items, packing.placed) {
      add(item, placed, tops: tops)
    }
    if y - top > 330 { y = addTicks(y + 2) }
    if items.isEmpty { y = addNotice(y) }
    y += 12
    let legend = TimelineLegend(
      words: words, items: items,
      showsArrows: items.contains { !$0.place.targets.isEmpty || !$0.place.partners.isEmpty })
    y += DiagramLegend.add(
      legend.groups, to: &scene, x: Self.margin, y: y, width: scene.width - 2 * Self.margin)
    y = addFooter(y + 6)
    scene.height = y + Self.margin - 8
  }

  private mutating func addTitle() -> Double {
    let width = scene.width - 2 * Self.margin
    var y = Self.margin - 4
    for (text, style, lines) in [(title, Self.titleStyle, 2), (summary, Self.subtitleStyle, 2)] {
      let text = Scene.Text(
        style.wrapped(text, width: width / 1.02 - 2, lines: lines), style, x: Self.margin, y: y)
      scene.texts.append(text)
      y = text.rect.maxY + 3
    }
    return y + 14
  }

  private mutating func addAxisHead(_ y: Double) -> Double {
    var y = y
    for period in axis?.periods(words: words) ?? [] {
      let text = Scene.Text([period.label], Self.periodStyle, x: period.x + 2, y: y)
      guard text.rect.width < period.width - 4 else { continue }
      scene.texts.append(text)
    }
    if axis?.periods(words: words).isEmpty == false { y += Self.periodStyle.lineHeight }
    if let undated {
      scene.texts.append(
        Scene.Text(
          [words[.undated]], Self.periodStyle, x: undated.lowerBound, y: y - 1))
    }
    return axis == nil && undated == nil ? y : addTicks(y) + 2
  }

  private mutating func addTicks(_ y: Double) -> Double {
    var right = -Double.infinity
    for tick in ticks {
      let text = Scene.Text([tick.label], Self.tickStyle, x: tick.x + 2, y: y)
      guard text.rect.x > right + 3, text.rect.maxX < plot.upperBound else { continue }
      scene.texts.append(text)
      right = text.rect.maxX
    }
    return y + Self.tickStyle.lineHeight
  }

  /// What stands in front of each lane: the name and how many events there are.
  private func laneHeads() -> [(texts: [Scene.Text], height: Double)] {
    var counts = [Int](repeating: 0, count: lanes.lanes.count)
    for event in graph.events { counts[lanes.place(event).home] += 1 }
    return zip(lanes.lanes, counts).map { lane, count in
      let name = Scene.Text(
        Self.laneStyle.balanced(lane.name, width: Self.headWidth - 14, lines: 4), Self.laneStyle,
        x: Self.margin, y: 0)
      guard count > 0 else { return ([name], name.rect.maxY) }
      let note = Scene.Text(
        [words.count(.events, count)], Self.laneCountStyle, x: Self.margin, y: name.rect.maxY + 1)
      return ([name, note], note.rect.maxY)
    }
  }

  /// The heights that lanes get: what they need, and a share of what is left of a landscape page.
  private func laneHeights(
    _ needed: [Double], _ heads: [(texts: [Scene.Text], height: Double)], above y: Double
  ) -> [Double] {
    guard !needed.isEmpty else { return [] }
    let heights = zip(needed, heads).map { max($0, $1.height + 2 * LanePacking.rim - 4) }
    let wanted = scene.width * 0.62 - y - 80
    let spare = max(0, wanted - heights.reduce(0, +))
    return heights.map { $0 + min(34, spare / Double(heights.count)) }
  }

  /// Draws the lanes.
  /// - Returns: The top of each lane and, last, the bottom of all.
  private mutating func addLanes(
    from y: Double, heights: [Double], heads: [(texts: [Scene.Text], height: Double)]
  ) -> [Double] {
    var tops = [y]
    for (index, lane) in lanes.lanes.enumerated() {
      let top = tops[index]
      scene.areas.append(
        Scene.Area(
          rect: Scene.Rect(
            x: Self.margin - 8, y: top, width: scene.width - 2 * Self.margin + 16,
            height: heights[index]), fill: ground(index), id: "lane-\(index + 1)",
          tooltip: lane.name, subject: lane.actor.map { .actor($0) }))
      for text in heads[index].texts {
        var text = text
        text.subject = lane.actor.map { .actor($0) }
        text.rect.y += top + LanePacking.rim - 2
        scene.texts.append(text)
      }
      tops.append(top + heights[index])
    }
    return tops
  }

  private func ground(_ lane: Int) -> Color { lane.isMultiple(of: 2) ? .band : .white }

  private mutating func addGrid(from top: Double, to bottom: Double) {
    func vertical(_ x: Double, _ color: Color, _ width: Double) -> Scene.Line {
      Scene.Line(
        points: [Scene.Point(x: x, y: top), Scene.Point(x: x, y: bottom)], color: color,
        width: width, cssClass: "grid")
    }
    var lines = ticks.map {
      vertical($0.x, $0.isMajor ? .strongGrid : .grid, $0.isMajor ? 0.8 : 0.5)
    }
    if let undated { lines.append(vertical(undated.lowerBound - 5, .strongGrid, 0.8)) }
    for gap in axis?.gaps ?? [] {
      for x in [gap.x + gap.width / 2 - 2, gap.x + gap.width / 2 + 2] {
        lines.append(vertical(x, .strongGrid, 0.8))
      }
      let label = words.filled(.gap, ["years": String(Int((Double(gap.days) / 365.25).rounded()))])
      let text = Scene.Text([label], Self.tickStyle, x: 0, y: top - Self.tickStyle.lineHeight - 2)
      scene.texts.append(
        Scene.Text(
          [label], Self.tickStyle, x: gap.x + (gap.width - text.rect.width) / 2, y: text.rect.y))
    }
    scene.lines.insert(contentsOf: lines, at: 0)
  }

  private mutating func addNotice(_ y: Double) -> Double {
    let text = Scene.Text([words[.noEvents]], Self.subtitleStyle, x: Self.margin, y: y + 20)
    scene.texts.append(text)
    return text.rect.maxY + 20
  }

  private mutating func addFooter(_ y: Double) -> Double {
    var sentences: [String] = []
    let folded = graph.events.count - items.count
    sentences.append(
      words.filled(
        .showing,
        [
          "shown": words.grouped(items.count), "total": words.grouped(graph.matchingEventCount),
        ]))
    if folded > 0 {
      sentences.append(words.filled(.folded, ["count": words.grouped(folded)]))
    }
    if !graph.filter.isEmpty { sentences.append(words.filled(.filter, ["filter": graph.filter])) }
    let style = Self.footerStyle
    let text = Scene.Text(
      style.wrapped(
        sentences.joined(separator: ". ") + ".", width: (scene.width - 2 * Self.margin) / 1.02 - 2,
        lines: 3), style, x: Self.margin, y: y)
    scene.texts.append(text)
    return text.rect.maxY
  }

  // MARK: Events

  private mutating func add(_ item: TimelineItem, _ placed: LanePacking.Placed, tops: [Double]) {
    let home = item.place.home
    let top = tops[home] + LanePacking.rim
    let boxes = placed.boxes.moved(by: top)
    let color = Color.of(item.event.quadClass)
    let tooltip = wording.tooltip(item.event)
    addArrows(item, placed, boxes: boxes, color: color, tooltip: tooltip, tops: tops)
    let y = boxes.mark.midY
    let pieces = item.mark.pieces(
      y: y, status: item.event.status, isContested: item.event.isContested, color: color,
      ground: ground(home))
    for (index, piece) in pieces.enumerated() {
      var piece = piece
      piece.tooltip = tooltip
      piece.subject = item.subject
      piece.cssClass = "event \(item.event.quadClass.rawValue) \(item.event.status.rawValue)"
      if index == pieces.count - 1 {
        piece.id = "event-" + item.event.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        piece.address = wording.address(item.event)
      }
      scene.marks.append(piece)
    }
    if item.event.status == .denied {
      let (left, right) = item.mark.extent
      let x = if case .bar = item.mark { (left + right) / 2 } else { item.mark.anchor }
      scene.lines += TimelineMark.strike(x: x, y: y, color: color).map {
        var line = $0
        line.subject = item.subject
        return line
      }
    }
    addLabel(item, placed.side, boxes, color: color, ground: ground(home), tooltip: tooltip)
  }

  private mutating func addLabel(
    _ item: TimelineItem, _ side: TimelineItem.Side, _ boxes: TimelineItem.Boxes, color: Color,
    ground: Color, tooltip: String
  ) {
    var y = boxes.label.y
    for (lines, style) in [
      (item.label, TimelineItem.labelStyle), (item.particulars, TimelineItem.particularsStyle),
    ] where !lines.isEmpty {
      var text = Scene.Text(
        lines, style, x: boxes.label.x, y: y, background: ground, tooltip: tooltip,
        subject: item.subject)
      if side == .left {
        text.alignment = .right
        text.rect.x = boxes.label.maxX - text.rect.width
      }
      scene.texts.append(text)
      y = text.rect.maxY
    }
    guard let count = boxes.count else { return }
    scene.marks.append(
      Scene.Mark(
        form: .box, rect: count, fill: color.mixed(0.22), stroke: color, strokeWidth: 0.6,
        tooltip: tooltip, subject: item.subject))
    scene.texts.append(
      Scene.Text(
        [item.count], TimelineItem.countStyle, x: count.x + 2.5, y: count.y + 0.8,
        subject: item.subject))
  }

  private mutating func addArrows(
    _ item: TimelineItem, _ placed: LanePacking.Placed, boxes: TimelineItem.Boxes, color: Color,
    tooltip: String, tops: [Double]
  ) {
    let start = Scene.Point(x: item.mark.anchor, y: boxes.mark.midY)
    let sources = wording.sourceCount(item.event)
    let width = 0.9 + min(3, Double(sources - 1).squareRoot() * 0.8)
    let ends = item.place.targets.map { ($0, true) } + item.place.partners.map { ($0, false) }
    for (lane, isTarget) in ends {
      let isUp = lane < item.place.home
      let y = isUp ? tops[lane + 1] - 4 : tops[lane] + 4
      let joins = !isTarget || item.event.type.isSymmetric
      let end = Scene.Point(x: placed.trunk, y: joins ? y : y + (isUp ? -2.0 : 2.0))
      var points = [start, end]
      if placed.trunk != start.x { points.insert(Scene.Point(x: end.x, y: start.y), at: 1) }
      scene.lines.append(
        Scene.Line(
          points: points, color: item.event.status == .denied ? color.mixed(0.55) : color,
          width: width, dash: item.event.status.dash, head: joins ? .none : .normal,
          cssClass: "arrow", tooltip: tooltip, subject: item.subject))
      if joins {
        let size = 4.5 + width / 2
        scene.marks.append(
          Scene.Mark(
            form: .disc,
            rect: Scene.Rect(x: end.x - size / 2, y: y - size / 2, width: size, height: size),
            fill: item.event.status == .occurred ? color : .white, stroke: color, strokeWidth: 1,
            subject: item.subject))
      }
    }
  }
}
