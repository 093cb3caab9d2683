/// The groups that new statements concern, in the order in which they lie in the index of events.
///
/// Each is given once, so that its memory is free again when it is written.
final class TouchedGroups {
  /// The first comes last.
  private var groups: [(group: EventGroup, arrivals: [Arrival])]

  init(_ groups: [EventGroup: [Arrival]]) {
    self.groups = groups.map { (group: $0.key, arrivals: $0.value) }
    self.groups.sort { $1.group < $0.group }
  }

  /// How many are left.
  var count: Int { groups.count }

  /// The next one; `nil` after the last.
  func next() -> (group: EventGroup, arrivals: [Arrival])? { groups.popLast() }
}
