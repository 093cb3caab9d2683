import CasusModel

/// The legend of a timeline: the four classes, and whatever else the picture uses.
struct TimelineLegend {
  let words: DiagramWords
  let items: [TimelineItem]
  var overview: OverviewBars?
  let showsArrows: Bool
  var showsRelations = false

  var groups: [[DiagramLegend.Entry]] {
    [classes, dates, states, others]
  }

  private var classes: [DiagramLegend.Entry] {
    QuadClass.allCases.map { quadClass in
      let style = TimelineMark.Style(
        tone: .of(quadClass), isConflict: !quadClass.isCooperation)
      return DiagramLegend.Entry(
        width: 9, marks: TimelineMark.point(x: 4.5).pieces(y: 0, style),
        text: words[quadClass.word])
    }
  }

  private var dates: [DiagramLegend.Entry] {
    var samples: [(mark: TimelineMark, word: DiagramWord, isUsed: Bool)] = []
    func add(_ mark: TimelineMark, _ word: DiagramWord, _ test: (TimelineMark) -> Bool) {
      samples.append((mark, word, items.contains { test($0.mark) }))
    }
    add(.point(x: 5), .legendDay) { if case .point = $0 { true } else { false } }
    add(.bar(x: 0, width: 18, strength: .interval), .legendInterval) {
      if case .bar(_, _, .interval) = $0 { true } else { false }
    }
    add(.bar(x: 0, width: 18, strength: .month), .legendPeriod) {
      if case .bar(_, _, .month) = $0 { true } else { false }
    }
    add(.bar(x: 0, width: 26, strength: .year), .legendYear) {
      if case .bar(_, _, .year) = $0 { true } else { false }
    }
    add(.bar(x: 0, width: 22, strength: .approximate), .legendApproximate) {
      if case .bar(_, _, .approximate) = $0 { true } else { false }
    }
    add(.openEnd(x: 5), .legendOpen) { if case .openEnd = $0 { true } else { false } }
    return samples.filter(\.isUsed).map { sample in
      DiagramLegend.Entry(
        width: sample.mark.extent.right,
        marks: sample.mark.pieces(y: 0, TimelineMark.Style(tone: .neutral)),
        text: words[sample.word])
    }
  }

  private var states: [DiagramLegend.Entry] {
    var entries = EventStatus.allCases.compactMap { status -> DiagramLegend.Entry? in
      guard items.contains(where: { $0.event.status == status }) else { return nil }
      var entry = DiagramLegend.Entry(width: 26, text: words[status.word])
      entry.lines = [
        Scene.Line(
          points: [Scene.Point(x: 5, y: 0), Scene.Point(x: 26, y: 0)], color: .neutral,
          width: 1.2, dash: status.dash)
      ]
      let mark = TimelineMark.point(x: 5)
      entry.marks = mark.pieces(y: 0, TimelineMark.Style(tone: .neutral, status: status))
      if status == .denied { entry.lines.append(mark.strike(y: 0, tone: .neutral)) }
      return entry
    }
    if items.contains(where: \.event.isContested) {
      entries.append(
        DiagramLegend.Entry(
          width: 14,
          marks: TimelineMark.point(x: 6).pieces(
            y: 0, TimelineMark.Style(tone: .neutral, isContested: true)),
          text: words[.contested]))
    }
    return entries
  }

  private var others: [DiagramLegend.Entry] {
    var entries: [DiagramLegend.Entry] = []
    if showsArrows {
      let arrow = Scene.Line(
        points: [Scene.Point(x: 0, y: 0), Scene.Point(x: 26, y: 0)], color: .neutral, width: 1,
        head: .normal)
      entries.append(DiagramLegend.Entry(width: 26, lines: [arrow], text: words[.legendArrow]))
      let thick = Scene.Line(
        points: [Scene.Point(x: 0, y: 0), Scene.Point(x: 22, y: 0)], color: .neutral, width: 3)
      entries.append(DiagramLegend.Entry(width: 22, lines: [thick], text: words[.legendSources]))
    }
    if showsRelations {
      let bar = Scene.Mark(
        form: .box, rect: Scene.Rect(x: 0, y: -4.5, width: 24, height: 9),
        fill: Tone.neutral.mixed(0.2), stroke: .neutral, strokeWidth: 0)
      let ends = [0.0, 22.4].map { x in
        Scene.Mark(
          form: .box, rect: Scene.Rect(x: x, y: -4.5, width: 1.6, height: 9), fill: .neutral,
          stroke: .neutral, strokeWidth: 0)
      }
      entries.append(
        DiagramLegend.Entry(width: 24, marks: [bar] + ends, text: words[.legendRelation]))
    }
    if items.contains(where: { !$0.count.isEmpty }) {
      entries.append(DiagramLegend.Entry(width: 0, text: "+n  " + words[.legendFolded]))
    }
    if overview != nil {
      let bars = [(0.0, 3.0, Tone.cooperation), (4, 5, .cooperation), (8, -4, .conflict)].map {
        x, height, tone in
        Scene.Mark(
          form: .box,
          rect: Scene.Rect(x: x, y: min(0, -height), width: 3.4, height: abs(height)), fill: tone,
          stroke: tone, strokeWidth: 0)
      }
      entries.append(DiagramLegend.Entry(width: 12, marks: bars, text: words[.legendBars]))
    }
    return entries
  }
}

extension EventStatus {
  /// The word of the legend.
  var word: DiagramWord {
    switch self {
    case .occurred: .legendOccurred
    case .planned: .planned
    case .hypothetical: .hypothetical
    case .denied: .denied
    }
  }
}
