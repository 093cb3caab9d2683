import CasusModel

/// A horizontal timeline with every position decided.
struct TimelineLayout {
  static let titleStyle = TextStyle(isBold: true, size: 17, color: .ink)
  static let subtitleStyle = TextStyle(size: 9.5, color: .quietInk)
  static let laneStyle = TextStyle(isBold: true, size: 9.5, color: .ink)
  static let laneCountStyle = TextStyle(size: 7, color: .quietInk)
  static let periodStyle = TextStyle(isBold: true, size: 8, color: .quietInk)
  static let tickStyle = TextStyle(size: 7, color: .quietInk)
  private static let margin = TimelineTrial.margin

  var scene: Scene
  /// The events that are drawn by name, with their places.
  private(set) var items: [TimelineItem]

  private let material: TimelineMaterial
  private let trial: TimelineTrial
  /// The events that it shows, and how coarsely.
  var share: TimelineTrial.Share { trial.share }
  private let ticks: [TimeAxis.Tick]
  private let page: PageFrame
  private var margin: UndatedMargin
  private var words: DiagramWords { material.wording.words }

  /// Draws an attempt.
  /// - Parameters:
  ///   - trial: Where everything stands.
  ///   - material: What it was made from.
  ///   - page: The height of the page, where it has one, and its number.
  init(_ trial: TimelineTrial, _ material: TimelineMaterial, page: PageFrame) {
    self.trial = trial
    self.material = material
    self.page = page
    scene = Scene(width: trial.width, height: 0)
    items = trial.items + trial.undatedItems
    margin = UndatedMargin([], heights: nil, laneCount: 0, columns: [])
    ticks = trial.axis?.ticks(words: material.wording.words) ?? []
    compose()
  }

  // MARK: Composition

  private mutating func compose() {
    var y = DiagramFurniture.addHead(
      material.title, material.summary, page: page,
      words: words, to: &scene)
    y = addAxisHead(y)
    let top = y
    // The sentence about undated events may need one more line than is known yet.
    let reserve = trial.undatedItems.isEmpty ? 0 : Self.tickStyle.lineHeight
    let furniture = y + footHeight + Self.tickStyle.lineHeight + 16 + reserve
    let lanes = trial.lanes(
      in: ((page.height ?? scene.width * 0.62) - furniture, page.height != nil))
    margin = lanes.margin
    items = trial.items + margin.entries.map(\.item)
    let tops = addLanes(from: y, heights: lanes.heights)
    y = tops.last ?? y
    addGrid(from: top, to: y)
    if let overview = trial.overview { add(overview, tops: tops, plot: trial.plot) }
    add(trial.relations.bars, tops: tops)
    for (item, placed) in zip(trial.items, trial.packing.placed) {
      add(item, placed, tops: tops)
    }
    addMargin(tops)
    if trial.items.isEmpty, margin.entries.isEmpty { y = addNotice(y) }
    y = addTicks(y + 2) + 10
    if let height = page.height { y = max(y, height - footHeight) }
    scene.height = addFoot(y, to: &scene)
    if let height = page.height { scene.height = max(height, scene.height) }
  }

  /// Legend and footer.
  /// - Returns: The height of the whole.
  private func addFoot(_ y: Double, to scene: inout Scene) -> Double {
    let legend = TimelineLegend(
      words: words, items: items, overview: trial.overview,
      showsArrows: trial.items.contains { !$0.place.ends.isEmpty },
      showsRelations: !trial.relations.bars.isEmpty)
    let height = DiagramLegend.add(
      legend.groups, to: &scene, x: Self.margin, y: y, width: scene.width - 2 * Self.margin)
    return DiagramFurniture.addFooter(footer, y: y + height + 6, to: &scene)
  }

  private var footHeight: Double {
    var scratch = Scene(width: scene.width, height: 0)
    return addFoot(0, to: &scratch)
  }

  private var footer: [String] {
    TimelineFooter.sentences(
      material, shown: items.count, folded: items.map(\.folded).reduce(0, +),
      rest: margin.rests.map(\.events.count).reduce(0, +), level: trial.share.level,
      overview: trial.overview, relations: trial.relations.omitted, page: page)
  }

  private mutating func addAxisHead(_ y: Double) -> Double {
    var y = y
    let periods = trial.axis?.periods(words: words) ?? []
    scene.texts += periodLabels(periods, y)
    if let undated = trial.undated {
      let x = trial.share.dated.isEmpty ? undated.lowerBound : undated.lowerBound + 6
      scene.texts.append(Scene.Text([words[.undated]], Self.periodStyle, x: x, y: y))
    }
    if !periods.isEmpty { y += Self.periodStyle.lineHeight }
    return trial.axis == nil && trial.undated == nil ? y : addTicks(y) + 2
  }

  /// The names of the periods that have room for theirs; those that have not, such as what is left of a month
  /// before a gap, lean over what follows where that has none.
  private func periodLabels(
    _ periods: [(x: Double, width: Double, label: String)], _ y: Double
  ) -> [Scene.Text] {
    let texts = periods.map { Scene.Text([$0.label], Self.periodStyle, x: $0.x + 2, y: y) }
    let fits = zip(texts, periods).map { $0.rect.width < $1.width - 4 }
    var placed = texts.indices.filter { fits[$0] }
    for (index, text) in texts.enumerated()
    where !fits[index] && text.rect.maxX < trial.plot.upperBound {
      let isFree = placed.allSatisfy {
        texts[$0].rect.maxX + 6 < text.rect.x || text.rect.maxX + 6 < texts[$0].rect.x
      }
      if isFree { placed.append(index) }
    }
    return placed.sorted().map { texts[$0] }
  }

  private mutating func addTicks(_ y: Double) -> Double {
    var right = -Double.infinity
    let gaps = (trial.axis?.gaps ?? []).map { gap in
      let label = material.wording.duration(days: gap.days)
      let width = Scene.Text.width([label], Self.tickStyle)
      return Scene.Text([label], Self.tickStyle, x: gap.x + (gap.width - width) / 2, y: y)
    }
    scene.texts += gaps
    for tick in ticks where !tick.label.isEmpty {
      var text = Scene.Text([tick.label], Self.tickStyle, x: tick.x + 2, y: y)
      if !tick.hasLine, let gap = gaps.last(where: { $0.rect.x < text.rect.x }) {
        // What names a whole stretch may stand further in, clear of the gap's own label.
        text.rect.x = max(text.rect.x, gap.rect.maxX + 6)
      }
      guard text.rect.x > right + 3, text.rect.maxX < trial.plot.upperBound,
        !gaps.contains(where: {
          $0.rect.x - 4 < text.rect.maxX && text.rect.x < $0.rect.maxX + 4
        })
      else { continue }
      scene.texts.append(text)
      right = text.rect.maxX
    }
    return y + Self.tickStyle.lineHeight
  }

  /// Draws the lanes.
  /// - Returns: The top of each lane and, last, the bottom of all.
  private mutating func addLanes(from y: Double, heights: [Double]) -> [Double] {
    var tops = [y]
    for (index, lane) in material.lanes.lanes.enumerated() {
      let top = tops[index]
      scene.areas.append(
        Scene.Area(
          rect: Scene.Rect(
            x: Self.margin - 8, y: top, width: scene.width - 2 * Self.margin + 16,
            height: heights[index]), fill: ground(index), id: "lane-\(index + 1)",
          cssClass: "lane \(lane.cssClass)", tooltip: lane.name,
          subject: lane.actor.map { .actor($0) }))
      for text in trial.heads[index].texts {
        var text = text
        text.subject = lane.actor.map { .actor($0) }
        text.rect.y += top + LanePacking.rim - 2
        scene.texts.append(text)
      }
      tops.append(top + heights[index])
    }
    return tops
  }

  func ground(_ lane: Int) -> Tone { lane.isMultiple(of: 2) ? .band : .page }

  private mutating func addGrid(from top: Double, to bottom: Double) {
    func vertical(_ x: Double, _ tone: Tone, _ width: Double, _ dash: Scene.Dash = .solid)
      -> Scene.Line
    {
      Scene.Line(
        points: [Scene.Point(x: x, y: top), Scene.Point(x: x, y: bottom)], color: tone,
        width: width, dash: dash, cssClass: "grid")
    }
    var lines = ticks.filter(\.hasLine).map {
      vertical($0.x, $0.isMajor ? .strongGrid : .grid, $0.isMajor ? 0.8 : 0.5)
    }
    for gap in trial.axis?.gaps ?? [] {
      for x in [gap.x + 4, gap.x + gap.width - 4] {
        lines.append(vertical(x, .neutral, 0.7, .dotted))
      }
    }
    scene.lines.insert(contentsOf: lines, at: 0)
  }

  private mutating func addNotice(_ y: Double) -> Double {
    let text = Scene.Text([words[.noEvents]], Self.subtitleStyle, x: Self.margin, y: y + 20)
    scene.texts.append(text)
    return text.rect.maxY + 20
  }

  // MARK: Events without a date

  private mutating func addMargin(_ tops: [Double]) {
    guard let undated = trial.undated, let top = tops.first, let bottom = tops.last else { return }
    if !trial.share.dated.isEmpty {
      scene.lines.insert(
        Scene.Line(
          points: [
            Scene.Point(x: undated.lowerBound - 4, y: top),
            Scene.Point(x: undated.lowerBound - 4, y: bottom),
          ], color: .neutral, width: 0.8, cssClass: "grid"), at: 0)
    }
    for entry in margin.entries {
      let wide = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
      guard var boxes = entry.item.boxes(.right, within: wide) else { continue }
      boxes.mark.x += entry.x
      boxes.label.x += entry.x
      boxes.count?.x += entry.x
      let style = TimelineMark.Style(entry.item.event, ground: ground(entry.lane))
      add(
        entry.item, mark: .undated(x: entry.x), boxes.moved(by: tops[entry.lane] + entry.y),
        .right, style, tooltip: material.wording.tooltip(entry.item.event))
    }
    for rest in margin.rests {
      scene.texts.append(
        Scene.Text(
          [words.filled(.more, ["count": words.grouped(rest.events.count)])],
          TimelineItem.countStyle, x: rest.x, y: tops[rest.lane] + rest.y,
          subject: .events(rest.events)))
    }
  }

  // MARK: Events

  private mutating func add(_ item: TimelineItem, _ placed: LanePacking.Placed, tops: [Double]) {
    let home = item.place.home
    let boxes = placed.boxes.moved(by: tops[home] + LanePacking.rim)
    let tooltip = material.wording.tooltip(item.event)
    addArrows(item, placed, boxes: boxes, tops: tops, tooltip: tooltip)
    add(
      item, mark: item.mark, boxes, placed.side,
      TimelineMark.Style(item.event, ground: ground(home)), tooltip: tooltip)
  }

  private mutating func add(
    _ item: TimelineItem, mark: TimelineMark, _ boxes: TimelineItem.Boxes,
    _ side: TimelineItem.Side, _ style: TimelineMark.Style, tooltip: String
  ) {
    scene.add(
      mark, of: item, style, y: boxes.mark.midY, tooltip: tooltip,
      address: material.wording.address(item.event))
    var y = boxes.label.y
    for (lines, textStyle) in [
      (item.text.lines, TimelineItem.labelStyle),
      (item.text.particulars, TimelineItem.particularsStyle),
    ] where !lines.isEmpty {
      var text = Scene.Text(
        lines, textStyle, x: boxes.label.x, y: y, background: style.ground, tooltip: tooltip,
        subject: item.subject)
      text.cssClass = "label " + item.event.cssClass
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
        form: .box, rect: count, fill: style.tone.mixed(0.22), stroke: style.tone,
        strokeWidth: 0.6, tooltip: tooltip, subject: item.subject))
    scene.texts.append(
      Scene.Text(
        [item.count], TimelineItem.countStyle, x: count.x + 2.5, y: count.y + 0.8,
        subject: item.subject))
  }

  private mutating func addArrows(
    _ item: TimelineItem, _ placed: LanePacking.Placed, boxes: TimelineItem.Boxes, tops: [Double],
    tooltip: String
  ) {
    let event = item.event
    let tone = Tone.of(event.quadClass)
    let start = Scene.Point(x: item.mark.anchor, y: boxes.mark.midY)
    let width = TimelineArrow.width(sources: material.wording.sourceCount(event))
    let ends = item.place.targets.map { ($0, true) } + item.place.partners.map { ($0, false) }
    for (lane, isTarget) in ends {
      let isUp = lane < item.place.home
      let y = isUp ? tops[lane + 1] - 4 : tops[lane] + 4
      let joins = !isTarget || event.type.isSymmetric
      let end = Scene.Point(x: placed.trunk, y: joins ? y : y + (isUp ? -2.0 : 2.0))
      var points = [start, end]
      if placed.trunk != start.x { points.insert(Scene.Point(x: end.x, y: start.y), at: 1) }
      scene.lines.append(
        Scene.Line(
          points: points, color: event.status == .denied ? tone.mixed(0.55) : tone,
          width: width, dash: event.status.dash, head: joins ? .none : .normal,
          cssClass: "arrow \(event.cssClass)", tooltip: tooltip, subject: item.subject))
      if joins {
        scene.marks.append(
          TimelineArrow.joint(at: Scene.Point(x: end.x, y: y), item, tone, width: width))
      }
    }
  }
}
