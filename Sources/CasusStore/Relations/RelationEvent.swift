import CasusModel

/// One event between two actors, as far as relations depend on it.
///
/// It is an object, so that handing it about does not copy its texts.
final class RelationEvent {
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
  /// Where it happened, as `TriggerKinds` compares it, as far as a relation depends on it.
  var place: String?
  /// The first and last day, for sorting.
  let bounds: (day: Int, lastDay: Int)

  init(
    id: String, type: EventType, mode: String?, date: EDTF?, status: EventStatus,
    isContested: Bool, isForward: Bool = false, isBackward: Bool = false,
    givesForward: Bool = false, givesBackward: Bool = false, place: String? = nil
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.date = date
    self.status = status
    self.isContested = isContested
    self.isForward = isForward
    self.isBackward = isBackward
    self.givesForward = givesForward
    self.givesBackward = givesBackward
    self.place = place
    bounds = SortDay.bounds(of: date)
  }

  var isDated: Bool { date.map { !$0.lacksYear } ?? false }
  /// Whether the event tells how things are; contested ones do, with doubt.
  var isActual: Bool { status == .occurred || isContested }
  /// Whether the event is announced and nobody says that it happened.
  var isPlan: Bool { status == .planned && !isContested }

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
    if a.bounds.day != b.bounds.day { return a.bounds.day < b.bounds.day }
    if a.bounds.lastDay != b.bounds.lastDay { return a.bounds.lastDay < b.bounds.lastDay }
    return a.id < b.id
  }
}
