import CasusModel

/// The legend of a timeline: the four classes, and whatever else the picture uses.
struct TimelineLegend {
  let words: DiagramWords
  let items: [TimelineItem]
  let showsArrows: Bool

  var groups: [[DiagramLegend.Entry]] {
    [classes, dates, states, others]
  }

  private var classes: [DiagramLegend.Entry] {
    QuadClass.allCases.map { quadClass in
      let color = Color.of(quadClass)
      let square = Scene.Mark(
        form: .box, rect: Scene.Rect(x: 0, y: -4, width: 12, height: 8), fill: color,
        stroke: color, strokeWidth: 0)
      return DiagramLegend.Entry(width: 12, marks: [square], text: words[quadClass.word])
    }
  }

  private var dates: [DiagramLegend.Entry] {
    var samples: [(mark: TimelineMark, word: DiagramWord, isUsed: Bool)] = []
    func add(_ mark: TimelineMark, _ word: DiagramWord, _ test: (TimelineMark) -> Bool) {
      samples.append((mark, word, items.contains { test($0.mark) }))
    }
    add(.point(x: 4), .legendDay) { if case .point = $0 { true } else { false } }
    add(.bar(x: 0, width: 18, strength: .month), .legendPeriod) {
      if case .bar(_, _, .month) = $0 { return true }
      if case .bar(_, _, .interval) = $0 { return true }
      return false
    }
    add(.bar(x: 0, width: 26, strength: .year), .legendYear) {
      if case .bar(_, _, .year) = $0 { true } else { false }
    }
    add(.bar(x: 0, width: 22, strength: .approximate), .legendApproximate) {
      if case .bar(_, _, .approximate) = $0 { true } else { false }
    }
    add(.openEnd(x: 4), .legendOpen) { if case .openEnd = $0 { true } else { false } }
    return samples.filter(\.isUsed).map { sample in
      DiagramLegend.Entry(
        width: sample.mark.extent.right,
        marks: sample.mark.pieces(
          y: 0, status: .occurred, isContested: false, color: .neutral, ground: .white),
        text: words[sample.word])
    }
  }

  private var states: [DiagramLegend.Entry] {
    EventStatus.allCases.compactMap { status in
      guard items.contains(where: { $0.event.status == status }) else { return nil }
      let color = Color.neutral
      var entry = DiagramLegend.Entry(width: 26, text: words[status.word])
      entry.lines = [
        Scene.Line(
          points: [Scene.Point(x: 5, y: 0), Scene.Point(x: 26, y: 0)], color: color, width: 1.2,
          dash: status.dash)
      ]
      entry.marks = TimelineMark.point(x: 5).pieces(
        y: 0, status: status, isContested: false, color: color, ground: .white)
      if status == .denied {
        entry.lines.append(contentsOf: TimelineMark.strike(x: 5, y: 0, color: color))
      }
      return entry
    }
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
    if items.contains(where: { !$0.count.isEmpty }) {
      entries.append(DiagramLegend.Entry(width: 0, text: "+n  " + words[.legendFolded]))
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
