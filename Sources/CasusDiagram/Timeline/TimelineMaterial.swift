import CasusModel

/// What every attempt at a layout starts from, worked out once.
struct TimelineMaterial {
  let graph: EventGraph
  let lanes: TimelineLanes
  let places: [TimelineLanes.Place]
  let folding: EventFolding
  let labels: TimelineLabels
  let wording: EventWording
  let options: TimelineDiagram.Options

  /// Works it out.
  /// - Parameters:
  ///   - graph: The events.
  ///   - wording: The words.
  ///   - options: What the reader wants to see.
  ///   - laneLimit: How many lanes there may be at most; fewer where the page is small.
  init(
    _ graph: EventGraph, _ wording: EventWording, _ options: TimelineDiagram.Options,
    laneLimit: Int = .max
  ) {
    self.graph = graph
    self.wording = wording
    self.options = options
    let lanes = TimelineLanes(
      graph.events, kind: options.lanes,
      maximum: min(laneLimit, Self.laneCount(options, eventCount: graph.events.count)),
      wording: wording)
    self.lanes = lanes
    let places = graph.events.map(lanes.place)
    self.places = places
    var next = 0
    folding = EventFolding(
      graph.events,
      lane: { _ in
        defer { next += 1 }
        return places[next].home
      }, weight: wording.weight)
    labels = TimelineLabels(wording: wording, lanes: lanes)
  }

  /// The days that the events cover, as the axis shows them.
  var days: ClosedRange<Int>? {
    let dates = axisDays(graph.events)
    guard let first = dates.map(\.lowerBound).min(), let last = dates.map(\.upperBound).max()
    else { return nil }
    return first...last
  }

  /// The days of some events as the axis shows them, within the period asked for.
  func axisDays(_ events: [Event]) -> [ClosedRange<Int>] {
    let days = Self.axisDates(events).map(\.days)
    return options.period.map { period in days.map { $0.clamped(to: period) } } ?? days
  }

  /// Period, number of events and articles in words.
  var summary: String { Self.summary(graph, wording, within: options.period) }

  /// How many lanes a page has room for.
  private static func laneCount(_ options: TimelineDiagram.Options, eventCount: Int) -> Int {
    guard options.direction == .horizontal else {
      return options.page == .a3 ? 9 : options.scale == .time ? 4 : 5
    }
    switch options.page {
    case .a4, .letter, .slide: return eventCount > 60 ? 4 : 7
    case .a3, nil: return eventCount > 60 ? 7 : TimelineLanes.maximum
    }
  }

  /// The title: the one asked for, else the actors, where they are few.
  var title: String {
    if let title = options.title { return title }
    let names = lanes.lanes.compactMap { $0.actor == nil ? nil : $0.name }
    guard names.count == lanes.lanes.count, (2...4).contains(names.count) else {
      return wording.words[.timeline]
    }
    return names.joined(separator: " · ")
  }

  /// Period, number of events and articles in words.
  static func summary(
    _ graph: EventGraph, _ wording: EventWording, within days: ClosedRange<Int>? = nil
  ) -> String {
    let words = wording.words
    let articles = max(
      graph.articles.count, Set(graph.events.flatMap { $0.evidence.map(\.articleID) }).count)
    let counts = words.filled(
      .eventsFromArticles,
      [
        "events": words.count(.events, graph.events.count),
        "articles": words.count(.articles, articles),
      ])
    guard let period = period(graph.events, wording, within: days) else { return counts }
    return "\(period) · \(counts)"
  }

  /// First and last date of the events, each as precise as it is known; of those that begin in the
  /// period asked for, if any do.
  static func period(
    _ events: [Event], _ wording: EventWording, within period: ClosedRange<Int>? = nil
  ) -> String? {
    var dates = axisDates(events)
    let inside = dates.filter { period?.contains($0.days.lowerBound) ?? true }
    if !inside.isEmpty { dates = inside }
    let first = dates.min { a, b in
      (a.days.lowerBound, a.days.count, a.date) < (b.days.lowerBound, b.days.count, b.date)
    }
    let last = dates.max { a, b in
      (a.days.upperBound, -a.days.count, a.date) < (b.days.upperBound, -b.days.count, b.date)
    }
    guard let first, let last else { return nil }
    return wording.dates.range(
      wording.dates.begin(of: first.date), wording.dates.end(of: last.date))
  }

  /// The days that a date covers on the axis; of an open interval its known end.
  static func interval(_ date: EDTF?) -> ClosedRange<Int>? {
    guard let date, !date.lacksYear else { return nil }
    switch (date.lowerBound == .min, date.upperBound == .max) {
    case (true, true): return nil
    case (true, false): return date.upperBound...date.upperBound
    case (false, true): return date.lowerBound...date.lowerBound
    case (false, false): return date.lowerBound...date.upperBound
    }
  }

  /// What the axis must show: long vague dates do not stretch it when there are finer ones.
  static func axisDates(_ events: [Event]) -> [(date: EDTF, days: ClosedRange<Int>)] {
    let all = events.compactMap { event in
      event.date.flatMap { date in interval(date).map { (date: date, days: $0) } }
    }
    let fine = all.filter { $0.days.count <= 366 }
    return fine.isEmpty ? all : fine
  }
}
