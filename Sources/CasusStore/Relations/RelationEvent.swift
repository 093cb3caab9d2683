import CasusModel

/// One event between two actors, as far as relations depend on it.
struct RelationEvent: Hashable {
  /// What an event does to a relation.
  enum Part: String {
    case opens, supports, closes
  }

  let id: String
  let type: EventType
  let mode: String?
  let date: EDTF?
  let status: EventStatus
  let isContested: Bool
  /// Whether the first actor acts on the second, and whether the second on the first.
  var isForward: Bool
  var isBackward: Bool
  /// Whether goods go from the first actor to the second, or back; both `false` when not said.
  var givesForward: Bool
  var givesBackward: Bool

  var isDated: Bool { date.map { !$0.lacksYear } ?? false }
  /// Whether the event tells how things are; contested ones do, with doubt.
  var isActual: Bool { status == .occurred || isContested }

  /// Whether the event makes a directed relation that starts from the first actor.
  ///
  /// Where goods have a giver and a receiver, they decide; an event whose sides may be exchanged
  /// says nothing of direction otherwise.
  func runs(forward: Bool, by trigger: EventCatalog.Trigger) -> Bool {
    if givesForward || givesBackward { return forward ? givesForward : givesBackward }
    guard !type.isSymmetric else { return false }
    return forward != trigger.isReversed ? isForward : isBackward
  }

  /// Dated events by first day, then last day, then identifier; undated ones last.
  static func isBefore(_ a: RelationEvent, _ b: RelationEvent) -> Bool {
    let boundsA = SortDay.bounds(of: a.date)
    let boundsB = SortDay.bounds(of: b.date)
    return (boundsA.day, boundsA.lastDay, a.id) < (boundsB.day, boundsB.lastDay, b.id)
  }
}
