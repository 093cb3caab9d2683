import CasusModel

/// Finds the finest horizontal layout that fits: first more room, then coarser marks, then bars.
struct HorizontalPages {
  /// The widths that are tried without a sheet: A4, A3 and A2 landscape.
  static let widths = [842.0, 1191, 1684]
  /// The coarsest folding that is tried before events are drawn as bars.
  private static let coarsestMarks = EventFolding.Level.sameClassAndQuarter
  /// So few events are never drawn as bars while marks fit.
  private static let fewEvents = 150
  /// More marks never fit a page.
  private static let marksPerPage = 80
  /// How many marks an overview tries to place.
  private static let overviewMarks = 300

  private let material: TimelineMaterial
  private let options: TimelineDiagram.Options

  init(_ material: TimelineMaterial) {
    self.material = material
    options = material.options
  }

  /// The pages: one where the events fit it, else as many as allowed, else one with an overview.
  func layouts() -> [TimelineLayout] {
    guard options.page != nil, options.maximumPages > 1 else { return [picture()] }
    if let one = folded(through: .sameKindAndMonth) { return [one] }
    for level in [EventFolding.Level.none, .sameKindAndMonth, .sameKindAndQuarter] {
      if let pages = pages(level) { return pages }
    }
    return [picture()]
  }

  /// One picture that folds less than to a level, or `nil` where none fits.
  func picture(finerThan level: EventFolding.Level) -> TimelineLayout? {
    EventFolding.Level(rawValue: level.rawValue - 1).flatMap { folded(through: $0) }
  }

  /// Whether a picture had to fold more than kinds or classes of a quarter, with fewer events than
  /// bars are drawn for.
  func isCoarse(_ layout: TimelineLayout) -> Bool {
    layout.share.level > Self.coarsestMarks && !layout.share.isOverview
  }

  /// One picture.
  func picture() -> TimelineLayout {
    if let layout = folded(through: Self.coarsestMarks) { return layout }
    if material.graph.events.count <= Self.fewEvents, let layout = folded(through: .laneAndYear) {
      return layout
    }
    return overview()
  }

  private var sizes: [(width: Double, height: Double)] {
    guard let page = options.page else {
      return Self.widths.map { ($0, $0 * ($0 == Self.widths.last ? 0.86 : 0.76)) }
    }
    return [page.size(.horizontal)]
  }

  /// The height of the sheet.
  var pageHeight: Double? { options.page?.size(.horizontal).height }

  private func folded(through coarsest: EventFolding.Level) -> TimelineLayout? {
    for level in EventFolding.Level.allCases where level <= coarsest {
      let groups = material.folding.groups(level)
      guard groups.count <= options.maximumMarks else { continue }
      for size in sizes {
        let share = Self.share(groups, level)
        guard mayFit(share, size), let layout = layout(share, size, PageFrame(height: pageHeight))
        else { continue }
        return layout
      }
    }
    return nil
  }

  /// Bars for all events, and marks for the weightiest as far as there is room.
  private func overview() -> TimelineLayout {
    let groups = material.folding.groups(.sameKindAndQuarter)
    let ranked = material.spread(groups.filter { TimelineMaterial.interval($0.event.date) != nil })
    let size = sizes.first { $0.width >= 1191 } ?? sizes[0]
    let undated = groups.filter { TimelineMaterial.interval($0.event.date) == nil }
    // What the margin cannot show it counts; a third of the marks may be there.
    let most = ranked.isEmpty ? options.maximumMarks : options.maximumMarks / 3
    let mostUndated = min(undated.count, most)
    var share = TimelineTrial.Share(
      dated: Array(ranked.prefix(min(Self.overviewMarks, options.maximumMarks - mostUndated))),
      undated: undated, level: .sameKindAndQuarter, isOverview: true)
    share.mostUndated = mostUndated
    var last: TimelineLayout?
    for furniture in [170.0, 210, 260, 340] {
      share.limit = size.height - furniture
      last = layout(share, size, PageFrame(height: pageHeight), always: true)
      if let last, last.scene.height <= size.height + 0.5 { return last }
    }
    return last ?? empty(size)
  }

  private func empty(_ size: (width: Double, height: Double)) -> TimelineLayout {
    let trial = TimelineTrial(material, Self.share([], .none), width: size.width)
    return TimelineLayout(trial, material, page: PageFrame(height: pageHeight))
  }

  private static func share(_ groups: [EventFolding.Group], _ level: EventFolding.Level)
    -> TimelineTrial.Share
  {
    var share = TimelineTrial.Share(dated: [], undated: [], level: level)
    for group in groups {
      if TimelineMaterial.interval(group.event.date) == nil {
        share.undated.append(group)
      } else {
        share.dated.append(group)
      }
    }
    return share
  }

  /// Whether it is worth trying: labels alone take a known part of the page.
  private func mayFit(_ share: TimelineTrial.Share, _ size: (width: Double, height: Double)) -> Bool
  {
    let room = (size.width - 2 * TimelineTrial.margin - TimelineTrial.headWidth) * size.height * 0.8
    let perMark = 2300.0
    guard !share.dated.isEmpty else { return Double(share.undated.count) * 4200 < room * 1.2 }
    return Double(share.dated.count) * perMark < room
  }

  /// A layout of a share, or `nil` where it does not fit.
  private func layout(
    _ share: TimelineTrial.Share, _ size: (width: Double, height: Double), _ page: PageFrame,
    always: Bool = false
  ) -> TimelineLayout? {
    let budget = always ? .infinity : size.height - 110
    guard always || TimelineTrial.leastHeight(material, share, width: size.width) <= budget else {
      return nil
    }
    let trial = TimelineTrial(material, share, width: size.width, budget: budget)
    guard trial.height <= budget else { return nil }
    let layout = TimelineLayout(trial, material, page: page)
    return always || layout.scene.height <= size.height + 0.5 ? layout : nil
  }

  // MARK: Several pages

  /// All events of a level in pages of consecutive events, or `nil` where there would be too many.
  private func pages(_ level: EventFolding.Level) -> [TimelineLayout]? {
    guard let size = options.page?.size(.horizontal) else { return nil }
    let groups = material.folding.groups(level)
    guard groups.count <= options.maximumPages * Self.marksPerPage else { return nil }
    let whole = Self.share(groups, level)
    var shares: [TimelineTrial.Share] = []
    var dated = whole.dated[...]
    var guess = 40
    while !dated.isEmpty {
      guard shares.count < options.maximumPages else { return nil }
      let count = largest(dated, guess: guess, size, level)
      guess = count
      shares.append(
        TimelineTrial.Share(dated: Array(dated.prefix(count)), undated: [], level: level))
      dated = dated.dropFirst(count)
    }
    var undated = whole.undated[...]
    while !undated.isEmpty {
      guard shares.count < options.maximumPages else { return nil }
      var count = min(undated.count, 90)
      while count > 1,
        layout(
          .init(dated: [], undated: Array(undated.prefix(count)), level: level), size,
          PageFrame(height: size.height)) == nil
      {
        count = count * 4 / 5
      }
      shares.append(.init(dated: [], undated: Array(undated.prefix(count)), level: level))
      undated = undated.dropFirst(count)
    }
    return shares.enumerated().compactMap { index, share in
      layout(
        share, size, PageFrame(height: size.height, number: index + 1, count: shares.count),
        always: true)
    }
  }

  /// How many of the next groups fit one page; at least one.
  private func largest(
    _ groups: ArraySlice<EventFolding.Group>, guess: Int, _ size: (width: Double, height: Double),
    _ level: EventFolding.Level
  ) -> Int {
    func fits(_ count: Int) -> Bool {
      layout(
        .init(dated: Array(groups.prefix(count)), undated: [], level: level), size,
        PageFrame(height: size.height, number: 1, count: 2)) != nil
    }
    var (low, high) = (1, min(groups.count, 160) + 1)
    var next = min(guess, high - 1)
    while high - low > 1 {
      if next <= low || next >= high { next = (low + high) / 2 }
      if fits(next) { low = next } else { high = next }
      next = (low + high) / 2
    }
    return low
  }
}
