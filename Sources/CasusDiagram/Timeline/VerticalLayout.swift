import CasusModel

/// A vertical timeline: time runs down the page, every lane is a column, every event has a row.
struct VerticalLayout {
  /// One event.
  private struct Row {
    var group: EventFolding.Group
    var place: TimelineLanes.Place
    var date: [String]
    var text: TimelineLabels.Label
    /// Without a date, or with one that has no year.
    var isUndated: Bool
    /// The first day.
    var day: Int?
    /// The room above that stands for the time since the row before, and what it says.
    var gap = 0.0
    var gapText = ""
    /// The room above for the words of relations that begin.
    var relations = 0.0

    /// All that stands above the row itself.
    var head: Double { gap + relations }

    /// Arrow, text and a little room.
    var height: Double { 11 + max(text.height, Double(date.count) * 9.5 - 4) + 8 }
  }

  /// The height of a row with a single line.
  static let leastHeight = 29.0
  private static let margin = DiagramFurniture.margin
  private static let dateStyle = TextStyle(isBold: true, size: 7.5, color: .ink)
  private static let headStyle = TextStyle(isBold: true, size: 8, color: .ink)
  private static let gapStyle = TextStyle(size: 7, color: .quietInk)
  private static let dateWidth = 74.0
  private static let axisWidth = 78.0

  private(set) var scene: Scene
  /// The groups that are drawn.
  let groups: [EventFolding.Group]
  private let material: TimelineMaterial
  private let level: EventFolding.Level
  private let page: PageFrame
  private var words: DiagramWords { material.wording.words }

  /// How many events are on no page.
  private let omitted: Int

  /// Lays out groups, which fit the page.
  /// - Parameters:
  ///   - groups: What is drawn.
  ///   - material: The events with their lanes and labels.
  ///   - level: How coarsely they were folded.
  ///   - omitted: How many events are on no page.
  ///   - width: The width of the page in points.
  ///   - page: The height of the page, where it has one, and its number.
  init(
    _ groups: [EventFolding.Group], _ material: TimelineMaterial, level: EventFolding.Level,
    omitted: Int = 0, width: Double, page: PageFrame
  ) {
    self.omitted = omitted
    self.groups = groups
    self.material = material
    self.level = level
    self.page = page
    scene = Scene(width: width, height: 0)
    var rows = Self.rows(groups, material, width: width)
    let relations = Self.addRelations(
      to: &rows, material, isLastPage: page.number == page.count)
    compose(rows, relations)
  }

  /// How many of the groups, from the first on, fit a page of this height; at least one.
  static func count(
    _ groups: ArraySlice<EventFolding.Group>, _ material: TimelineMaterial, width: Double,
    height: Double
  ) -> Int {
    // No row is lower than this: further groups need not be looked at.
    let rows = rows(
      Array(groups.prefix(Int(height / leastHeight) + 1)), material, width: width)
    var room = height - 190
    var count =
      rows.firstIndex { row in
        room -= row.height + row.gap
        return room < 0
      } ?? rows.count
    // Words of relations take room as well, and which there are depends on the rows.
    while count > 1 {
      var tried = Array(rows.prefix(count))
      _ = addRelations(to: &tried, material, isLastPage: true)
      guard tried.map({ $0.height + $0.head }).reduce(0, +) > height - 190 else { break }
      count -= 1
    }
    return max(1, count)
  }

  /// The relations of the time that rows cover, with room for their words.
  private static func addRelations(
    to rows: inout [Row], _ material: TimelineMaterial, isLastPage: Bool
  ) -> VerticalRelations {
    let relations = VerticalRelations(
      material.graph.relations, period: material.days, days: rows.compactMap(\.day),
      isLastPage: isLastPage, lanes: material.lanes, wording: material.wording)
    for (index, height) in relations.heights(rowCount: rows.count).enumerated() {
      rows[index].relations = height
    }
    return relations
  }

  private static func rows(
    _ groups: [EventFolding.Group], _ material: TimelineMaterial, width: Double
  ) -> [Row] {
    var rows: [Row] = []
    var last: Int?
    var lastDate: [String] = []
    for group in groups {
      let event = group.event
      let place = material.places[group.index]
      let wrapWidth = min(200, max(120, width - margin - x(of: place.home, material, width) - 20))
      let days = TimelineMaterial.interval(event.date)
      var row = Row(
        group: group, place: place, date: [],
        text: material.labels.label(
          group, home: place.home, width: wrapWidth, isFull: false,
          namesDate: days == nil),
        isUndated: days == nil, day: days?.lowerBound)
      if let date = event.date, days != nil {
        row.date = dateStyle.wrapped(
          material.wording.dates.text(date), width: dateWidth - 8, lines: 3)
      } else {
        row.date = dateStyle.wrapped(
          material.wording.words[.undated], width: dateWidth - 8, lines: 2)
      }
      if let day = days?.lowerBound {
        if let before = last, material.options.scale != .even, day - before > 60 {
          row.gap = 16
          row.gapText = material.wording.duration(days: day - before)
        }
        last = max(last ?? .min, day)
      }
      if row.date == lastDate, row.gapText.isEmpty {
        row.date = []
      } else {
        lastDate = row.date
      }
      rows.append(row)
    }
    return rows
  }

  /// Where the lanes begin.
  private static func left(_ material: TimelineMaterial) -> Double {
    margin + dateWidth + (material.options.scale == .time ? axisWidth : 0)
  }

  private static func columnWidth(_ material: TimelineMaterial, _ width: Double) -> Double {
    min(190, (width - margin - left(material)) / Double(max(1, material.lanes.lanes.count)))
  }

  /// The middle of a lane.
  private static func x(of lane: Int, _ material: TimelineMaterial, _ width: Double) -> Double {
    left(material) + (Double(lane) + 0.5) * columnWidth(material, width)
  }

  // MARK: Composition

  private mutating func compose(_ rows: [Row], _ relations: VerticalRelations) {
    var y = DiagramFurniture.addHead(
      material.title, material.summary, page: page,
      words: words, to: &scene)
    let isScaled = material.options.scale == .time
    let left = Self.left(material)
    let columnWidth = Self.columnWidth(material, scene.width)
    let columns = material.lanes.lanes.indices.map { Self.x(of: $0, material, scene.width) }
    y = addHeads(y, columns, columnWidth)
    let top = y
    var tops: [Double] = []
    for row in rows {
      tops.append(y + row.head)
      y += row.head + row.height
    }
    y += 4
    addLifelines(columns, from: top, to: y)
    add(relations, rows, tops, columns, from: top)
    if isScaled { addAxis(rows, tops, from: top, to: y) }
    for (row, top) in zip(rows, tops) {
      add(row, top, columns, textRight: scene.width - Self.margin, left: left)
    }
    y += 10
    var scratch = Scene(width: scene.width, height: 0)
    let foot = addFoot(0, rows, relations, to: &scratch)
    if let height = page.height { y = max(y, height - foot) }
    scene.height = max(addFoot(y, rows, relations, to: &scene), page.height ?? 0)
  }

  private func addFoot(
    _ y: Double, _ rows: [Row], _ relations: VerticalRelations, to scene: inout Scene
  ) -> Double {
    let items = rows.map { item($0, at: 0) }
    let legend = TimelineLegend(
      words: words, items: items, showsArrows: rows.contains { !$0.place.ends.isEmpty },
      showsRelations: !relations.bars.isEmpty)
    let height = DiagramLegend.add(
      legend.groups, to: &scene, x: Self.margin, y: y, width: scene.width - 2 * Self.margin)
    let footer = TimelineFooter.sentences(
      material, shown: rows.count, folded: rows.map(\.group.folded).reduce(0, +), rest: 0,
      level: level, omitted: omitted, overview: nil, relations: relations.omitted, page: page)
    return DiagramFurniture.addFooter(footer, y: y + height + 6, to: &scene)
  }

  private func item(_ row: Row, at x: Double) -> TimelineItem {
    TimelineItem(
      row.group, place: row.place, mark: TimelineMark(row.group.event.date, at: x), text: row.text)
  }

  private mutating func addHeads(_ y: Double, _ columns: [Double], _ width: Double) -> Double {
    var bottom = y
    for (lane, x) in zip(material.lanes.lanes, columns) {
      let lines = Self.headStyle.balanced(lane.name, width: width - 6, lines: 4)
      var text = Scene.Text(lines, Self.headStyle, x: 0, y: y)
      text.alignment = .centre
      text.rect.x = x - text.rect.width / 2
      text.subject = lane.actor.map { .actor($0) }
      scene.texts.append(text)
      bottom = max(bottom, text.rect.maxY)
    }
    return bottom + 6
  }

  private mutating func addLifelines(
    _ columns: [Double], from top: Double, to bottom: Double
  ) {
    for (index, x) in columns.enumerated() {
      let lane = material.lanes.lanes[index]
      scene.lines.append(
        Scene.Line(
          points: [Scene.Point(x: x, y: top), Scene.Point(x: x, y: bottom)], color: .strongGrid,
          width: 1, id: "lane-\(index + 1)", cssClass: "lane \(lane.cssClass)",
          tooltip: lane.name, subject: lane.actor.map { .actor($0) }))
    }
  }

  /// The bars of relations, each from its words on.
  private mutating func add(
    _ relations: VerticalRelations, _ rows: [Row], _ tops: [Double], _ columns: [Double],
    from top: Double
  ) {
    let dated = rows.count { $0.day != nil }
    var words = rows.indices.map { tops[$0] - rows[$0].relations }
    for bar in relations.bars {
      let lane = columns[bar.lane]
      let x = lane - 9 - Double(bar.slot) * 7
      let middle = words[bar.first] + VerticalRelations.wordHeight / 2 - 1
      words[bar.first] += VerticalRelations.wordHeight
      let bottom =
        bar.end < dated
        ? tops[bar.end] - rows[bar.end].head - 1 : tops[dated - 1] + rows[dated - 1].height
      add(bar, x: x, from: bar.isBegun ? middle : top, to: bottom)
      func line(_ points: [Scene.Point], _ width: Double) {
        scene.lines.append(
          Scene.Line(
            points: points, color: bar.tone, width: width, cssClass: "relation",
            tooltip: bar.tooltip))
      }
      line([Scene.Point(x: x, y: middle), Scene.Point(x: lane + 5, y: middle)], 0.6)
      for (y, isThere) in [(middle, bar.isBegun), (bottom, bar.isEnded)] where isThere {
        line([Scene.Point(x: x - 2.5, y: y), Scene.Point(x: x + 2.5, y: y)], 1.6)
      }
      let right = scene.width - Self.margin
      var text = Scene.Text(
        [VerticalRelations.style.cut(bar.text, width: right - Self.left(material) - 8)],
        VerticalRelations.style, x: lane + 8, y: middle - VerticalRelations.style.lineHeight / 2,
        background: .page, tooltip: bar.tooltip)
      text.rect.x = max(min(text.rect.x, right - text.rect.width), Self.left(material) + 2)
      scene.texts.append(text)
    }
  }

  /// The bar itself; it fades where no end is known.
  private mutating func add(
    _ bar: VerticalRelations.Bar, x: Double, from top: Double, to bottom: Double
  ) {
    let length = min(24, (bottom - top) / 2)
    var pieces = [(top, bottom, 0.4)]
    if !bar.isEnded {
      pieces = [(top, bottom - length, 0.4)]
      for step in 0..<6 {
        let y = bottom - length * (1 - Double(step) / 6)
        pieces.append((y, y + length / 6, 0.35 - 0.06 * Double(step)))
      }
    }
    for (start, end, strength) in pieces where end > start {
      scene.lines.append(
        Scene.Line(
          points: [Scene.Point(x: x, y: start), Scene.Point(x: x, y: end)],
          color: bar.tone.mixed(strength), width: bar.isPlanned ? 1.5 : VerticalRelations.barWidth,
          dash: bar.isPlanned ? .dashed : .solid, cssClass: "relation", tooltip: bar.tooltip))
    }
  }

  /// The axis true to scale, and a line from each day to its row.
  private mutating func addAxis(
    _ rows: [Row], _ tops: [Double], from top: Double, to bottom: Double
  ) {
    let dates = material.axisDays(rows.map(\.group.event))
    guard
      let axis = TimeAxis(intervals: dates, scale: .time, x: top, width: bottom - top)
    else { return }
    let x = Self.margin + 42
    scene.lines.append(
      Scene.Line(
        points: [Scene.Point(x: x, y: top), Scene.Point(x: x, y: bottom)], color: .neutral,
        width: 1, cssClass: "grid"))
    var last = -Double.infinity
    for period in axis.periods(words: words) + axis.ticks(words: words).map({ ($0.x, 0, $0.label) })
    {
      let text = Scene.Text([period.label], Self.gapStyle, x: 0, y: period.x - 4.5)
      guard text.rect.y > last, text.rect.maxY < bottom, period.x >= top + 3,
        text.rect.width < 40
      else { continue }
      scene.lines.append(
        Scene.Line(
          points: [Scene.Point(x: x - 3, y: period.x), Scene.Point(x: x + 3, y: period.x)],
          color: .neutral, width: 0.8, cssClass: "grid"))
      var label = text
      label.rect.x = x - 5 - text.rect.width
      scene.texts.append(label)
      last = text.rect.maxY
    }
    for (row, top) in zip(rows, tops) {
      guard let days = TimelineMaterial.interval(row.group.event.date) else { continue }
      let day = axis.x(of: days.lowerBound)
      let end = Self.margin + Self.axisWidth - 10
      scene.lines.append(
        Scene.Line(
          points: [Scene.Point(x: x, y: day), Scene.Point(x: end + 8, y: top + 6)],
          color: .strongGrid, width: 0.6, cssClass: "grid"))
    }
  }

  private mutating func add(
    _ row: Row, _ top: Double, _ columns: [Double], textRight: Double, left: Double
  ) {
    let event = row.group.event
    let tooltip = material.wording.tooltip(event)
    let tone = Tone.of(event.quadClass)
    let style = TimelineMark.Style(event, ground: .page)
    let y = top + 6
    let home = columns[row.place.home]
    if !row.gapText.isEmpty {
      scene.texts.append(
        Scene.Text(
          ["⋮ " + row.gapText], Self.gapStyle, x: left - Self.dateWidth, y: top - row.relations - 14
        ))
    }
    if !row.date.isEmpty {
      scene.texts.append(
        Scene.Text(row.date, Self.dateStyle, x: left - Self.dateWidth, y: top + 1))
      if row.gapText.isEmpty {
        scene.lines.insert(
          Scene.Line(
            points: [
              Scene.Point(x: left - Self.dateWidth, y: top - row.relations - 3),
              Scene.Point(x: textRight, y: top - row.relations - 3),
            ], color: .grid, width: 0.5, cssClass: "grid"), at: 0)
      }
    }
    let item = item(row, at: home)
    let width = TimelineArrow.width(sources: material.wording.sourceCount(event))
    var textX = item.mark.extent.right + 5
    for (lane, isTarget) in row.place.targets.map({ ($0, true) })
      + row.place.partners.map({ ($0, false) })
    {
      let x = columns[lane]
      let joins = !isTarget || event.type.isSymmetric
      scene.lines.append(
        Scene.Line(
          points: [
            Scene.Point(x: home, y: y), Scene.Point(x: joins ? x : x + (x > home ? -2 : 2), y: y),
          ],
          color: event.status == .denied ? tone.mixed(0.55) : tone, width: width,
          dash: event.status.dash, head: joins ? .none : .normal,
          cssClass: "arrow \(event.cssClass)", tooltip: tooltip, subject: item.subject))
      if joins {
        scene.marks.append(
          TimelineArrow.joint(at: Scene.Point(x: x, y: y), item, tone, width: width))
      }
    }
    scene.add(
      item.mark, of: item, style, y: y, tooltip: tooltip,
      address: material.wording.address(event))
    // The words stand below the arrow, so that it crosses none.
    textX = min(home + 6, textRight - row.text.width - (item.count.isEmpty ? 0 : 30))
    textX = max(textX, left + 2)
    var textY = top + 12
    if !item.count.isEmpty {
      let countWidth = Scene.Text.width([item.count], TimelineItem.countStyle) + 5
      let rect = Scene.Rect(x: textX, y: textY + 0.5, width: countWidth, height: 10)
      scene.marks.append(
        Scene.Mark(
          form: .box, rect: rect, fill: tone.mixed(0.22), stroke: tone, strokeWidth: 0.6,
          tooltip: tooltip, subject: item.subject))
      scene.texts.append(
        Scene.Text(
          [item.count], TimelineItem.countStyle, x: rect.x + 2.5, y: rect.y + 0.8,
          subject: item.subject))
      textX += countWidth + 4
    }
    for (lines, textStyle) in [
      (row.text.lines, TimelineItem.labelStyle),
      (row.text.particulars, TimelineItem.particularsStyle),
    ] where !lines.isEmpty {
      var text = Scene.Text(
        lines, textStyle, x: textX, y: textY, background: .page, tooltip: tooltip,
        subject: item.subject)
      text.cssClass = "label " + event.cssClass
      scene.texts.append(text)
      textY = text.rect.maxY
    }
  }
}
