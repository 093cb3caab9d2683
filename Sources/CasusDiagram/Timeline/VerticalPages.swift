import CasusModel

/// Finds the finest vertical layout that fits the pages there may be.
struct VerticalPages {
  /// How high a picture without a sheet may be, in widths.
  private static let tallest = 6.0
  /// In how many parts the time is divided to name events in each, where only few find room.
  private static let periods = 8

  private let material: TimelineMaterial
  private let options: TimelineDiagram.Options

  init(_ material: TimelineMaterial) {
    self.material = material
    options = material.options
  }

  /// The pages from the first to the last.
  func scenes() -> [Scene] {
    for level in EventFolding.Level.allCases {
      let groups = ordered(material.folding.groups(level))
      guard groups.count <= options.maximumMarks * options.maximumPages else { continue }
      if let scenes = scenes(groups, level) { return scenes }
    }
    return weightiest()
  }

  private var size: (width: Double, height: Double) {
    options.page?.size(.vertical) ?? (595, 595 * Self.tallest)
  }

  /// Dated ones first.
  private func ordered(_ groups: [EventFolding.Group]) -> [EventFolding.Group] {
    groups.filter { TimelineMaterial.interval($0.event.date) != nil }
      + groups.filter { TimelineMaterial.interval($0.event.date) == nil }
  }

  private func scenes(_ groups: [EventFolding.Group], _ level: EventFolding.Level) -> [Scene]? {
    guard
      Double(groups.count) * VerticalLayout.leastHeight
        <= size.height * Double(max(1, options.maximumPages))
    else { return nil }
    var shares: [ArraySlice<EventFolding.Group>] = []
    var rest = groups[...]
    repeat {
      guard shares.count < max(1, options.maximumPages) else { return nil }
      let count = VerticalLayout.count(
        rest, material, width: size.width, height: size.height)
      shares.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    } while !rest.isEmpty
    let omitted = material.graph.events.count - groups.map(\.members.count).reduce(0, +)
    return shares.enumerated().map { index, share in
      VerticalLayout(
        Array(share), material, level: level, omitted: omitted, width: size.width,
        page: PageFrame(
          height: options.page == nil ? nil : size.height, number: index + 1,
          count: shares.count)
      ).scene
    }
  }

  /// As many of the weightiest groups as fit, from all parts of the time.
  private func weightiest() -> [Scene] {
    let ranked = material.spread(
      material.folding.groups(.laneAndYear), periods: Self.periods, isByLane: false)
    var (low, high) = (1, min(ranked.count, options.maximumMarks * max(1, options.maximumPages)))
    var best = scenes(Array(ranked.prefix(1)), .laneAndYear) ?? []
    while low < high {
      let count = (low + high + 1) / 2
      let groups = ordered(ranked.prefix(count).sorted { $0.index < $1.index })
      if let scenes = scenes(groups, .laneAndYear),
        scenes.allSatisfy({ $0.height <= size.height + 0.5 })
      {
        best = scenes
        low = count
      } else {
        high = count - 1
      }
    }
    return best
  }
}
