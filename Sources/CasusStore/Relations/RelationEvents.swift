import CasusModel
import GRDB

/// Reads the events between two actors on which relations may depend.
struct RelationEvents {
  private let triggers: TriggerKinds
  private let prepared: Prepared

  init(db: Database, triggers: TriggerKinds) {
    self.triggers = triggers
    prepared = Prepared(db, triggers)
  }

  /// The statements that are run for each pair.
  private final class Prepared {
    private let db: Database
    private let triggers: TriggerKinds

    private(set) lazy var events = Result { try FastStatement(db, triggers.eventSelection) }
    private(set) lazy var event = Result {
      try FastStatement(db, "SELECT \(RelationEvent.selection) FROM event WHERE key = ?")
    }
    private(set) lazy var dyad = Result {
      try FastStatement(
        db, "SELECT 1 FROM dyad WHERE source = ? AND target = ? AND day = ? AND event = ?")
    }
    private(set) lazy var goods = Result {
      try FastStatement(
        db,
        // The bounds of both roles, which the order of the table finds at once; most events have neither.
        """
        SELECT roleCode, rolledUp FROM participant
        WHERE event = ? AND roleCode BETWEEN 'recipient' AND 'supplier'
        """)
    }

    init(_ db: Database, _ triggers: TriggerKinds) {
      self.db = db
      self.triggers = triggers
    }
  }

  /// The events between two actors that begin within some days, with their keys.
  /// - Parameters:
  ///   - first: the actor with the smaller identifier.
  ///   - second: the other one.
  ///   - day: the first day.
  ///   - last: the last day; undated events come last of all.
  /// - Returns: the events in no order, and their keys by identifier.
  /// - Throws: what SQLite throws.
  func events(
    between first: Int64, _ second: Int64, from day: Int = SortDay.openStart,
    through last: Int = SortDay.undated
  ) throws -> (events: [RelationEvent], keys: [String: Int64]) {
    var found: [Int64: RelationEvent] = [:]
    try addRows(from: first, to: second, (day, last), isForward: true, to: &found)
    try addRows(from: second, to: first, (day, last), isForward: false, to: &found)
    var events: [RelationEvent] = []
    events.reserveCapacity(found.count)
    var keys = [String: Int64](minimumCapacity: found.count)
    for (key, event) in found {
      if triggers.needDirection(event.type, mode: event.mode) {
        (event.givesForward, event.givesBackward) = try directions(of: key, first, second)
      }
      events.append(event)
      keys[event.id] = key
    }
    return (events, keys)
  }

  /// Some events as the relations of two actors depend on them, without those that they do not
  /// depend on.
  func events(
    _ keys: [Int64], between first: Int64, _ second: Int64
  ) throws -> [(key: Int64, event: RelationEvent)] {
    let select = try prepared.event.get()
    let dyad = try prepared.dyad.get()
    var result: [(key: Int64, event: RelationEvent)] = []
    for key in keys {
      var found: RelationEvent?
      var day = 0
      try select.first({ $0.add(key) }) { row in
        found = RelationEvent(row)
        if let event = found, triggers.needPlace(event.type, mode: event.mode) {
          event.place = RelationEvent.place(row, triggers)
        }
        day = row.int(5)
      }
      guard let event = found, triggers.concern(event.type, mode: event.mode) else { continue }
      func isDyad(_ source: Int64, _ target: Int64) throws -> Bool {
        try dyad.integer {
          $0.add(source)
          $0.add(target)
          $0.add(day)
          $0.add(key)
        } != nil
      }
      event.isForward = try isDyad(first, second)
      event.isBackward = try isDyad(second, first)
      guard event.isForward || event.isBackward else { continue }
      (event.givesForward, event.givesBackward) = try directions(of: key, first, second)
      result.append((key, event))
    }
    return result
  }

  private func addRows(
    from source: Int64, to target: Int64, _ days: (first: Int, last: Int), isForward: Bool,
    to found: inout [Int64: RelationEvent]
  ) throws {
    try prepared.events.get().forEach {
      $0.add(source)
      $0.add(target)
      $0.add(days.first)
      $0.add(days.last)
    } _: { row in
      let key = row.integer(0)
      if let event = found[key] {
        if isForward { event.isForward = true } else { event.isBackward = true }
        return
      }
      guard let kind = RelationEvent.kind(row), triggers.concern(kind.type, mode: kind.mode),
        let event = RelationEvent(row)
      else { return }
      (event.isForward, event.isBackward) = (isForward, !isForward)
      if triggers.needPlace(kind.type, mode: kind.mode) {
        event.place = RelationEvent.place(row, triggers)
      }
      found[key] = event
    }
  }

  /// Whether goods go from the first actor to the second in an event, and back.
  private func directions(
    of event: Int64, _ first: Int64, _ second: Int64
  ) throws -> (Bool, Bool) {
    var goods = Goods()
    try prepared.goods.get().forEach({ $0.add(event) }) {
      goods.add(role: $0.text(0), actor: $0.integer(1))
    }
    return goods.directions(first, second)
  }

  /// Who gives and who gets in an event.
  private struct Goods {
    private var suppliers: [Int64] = []
    private var recipients: [Int64] = []

    mutating func add(role: String, actor: Int64) {
      switch role {
      case "supplier": suppliers.append(actor)
      case "recipient": recipients.append(actor)
      default: break
      }
    }

    /// Whether goods go from the first actor to the second, and back.
    func directions(_ first: Int64, _ second: Int64) -> (Bool, Bool) {
      (
        suppliers.contains(first) && recipients.contains(second),
        suppliers.contains(second) && recipients.contains(first)
      )
    }
  }
}
