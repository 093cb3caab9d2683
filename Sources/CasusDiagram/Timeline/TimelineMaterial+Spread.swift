import CasusModel

extension TimelineMaterial {
  /// Groups by weight, those later that come after others of the same lane and time, or of the same
  /// lane and kind: names in every part of the picture tell more than many in one.
  /// - Parameters:
  ///   - groups: What there is.
  ///   - periods: In how many parts the time is divided to name events in each.
  ///   - isByLane: Whether each lane is to have names in every part of the time.
  /// - Returns: The same groups, those to be named first at the front.
  func spread(
    _ groups: [EventFolding.Group], periods: Int = 16, isByLane: Bool = true
  ) -> [EventFolding.Group] {
    guard let days else { return groups }
    struct Part: Hashable {
      var lane: Int
      var period: Int
    }
    struct Kind: Hashable {
      var lane: Int
      var type: EventType
      var mode: String?
    }
    var (parts, kinds): ([Part: Int], [Kind: Int]) = ([:], [:])
    func next<Key: Hashable>(_ key: Key, _ counts: inout [Key: Int]) -> Double {
      defer { counts[key, default: 0] += 1 }
      return Double(counts[key, default: 0])
    }
    let ranked = groups.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }.map { group in
      let lane = isByLane ? places[group.index].home : 0
      let day = TimelineMaterial.interval(group.event.date)?.lowerBound ?? days.lowerBound
      let period = (day - days.lowerBound) * periods / max(1, days.count)
      let weight =
        group.weight - 3 * next(Part(lane: lane, period: period), &parts)
        - 0.5
        * min(6, next(Kind(lane: lane, type: group.event.type, mode: group.event.mode), &kinds))
      return (group: group, weight: weight)
    }
    return ranked.sorted { ($1.weight, $0.group.index) < ($0.weight, $1.group.index) }
      .map(\.group)
  }
}
