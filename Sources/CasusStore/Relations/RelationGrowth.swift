import CasusModel
import GRDB

/// Takes new events into the relations of two actors with very many events, so that a further report
/// about them does not cost as much as all of them.
///
/// A period of a relation runs from its first event to the first that closes it. An actual event
/// inside that neither opens it on its first day nor closes it is one more that supports it, and
/// changes nothing else; so `RelationHistory` has it. Whatever is not as plain as that is left to
/// `RelationTail`, and where that cannot tell either, to `RelationDeriver`.
struct RelationGrowth {
  let db: Database
  let rows: RelationRows
  private let events: RelationEvents
  private let kinds: [RelationTriggers]
  private let stale: StaleRelations

  init(db: Database, actors: ActorKeys, catalog: EventCatalog) {
    self.db = db
    rows = RelationRows(db: db, actors: actors)
    events = RelationEvents(db: db, triggers: TriggerKinds(catalog))
    kinds = RelationTriggers.all(of: catalog)
    stale = StaleRelations(db: db)
  }

  /// Takes new events into the relations of two actors, the one with the smaller identifier first,
  /// and derives anew what others left or changed.
  /// - Returns: `false` when the relations must be worked out whole.
  /// - Throws: what SQLite throws.
  func add(_ keys: [Int64], from first: Int64, to second: Int64) throws -> Bool {
    let added = try events.events(keys, between: first, second)
    let stale = try stale.take(first, second)
    for triggers in kinds {
      for direction in triggers.directions {
        let concerned = added.compactMap { key, event in
          triggers.part(of: event, direction: direction).map { (key: key, event: event, part: $0) }
        }
        let ends = direction.isForward ? (first, second) : (second, first)
        let since = stale[.init(name: triggers.kind, source: ends.0, target: ends.1)]
        guard !concerned.isEmpty || since != nil else { continue }
        let tail = RelationTail(
          db: db, rows: rows, triggers: triggers, direction: direction, first: first,
          second: second)
        if let since {
          let day = concerned.map(\.event.bounds.day).min() ?? since
          guard try tail.derive(from: min(day, since)) else { return false }
          continue
        }
        let standing = try relations(triggers.kind, from: ends.0, to: ends.1)
        var others: [RelationEvent] = []
        for (key, event, part) in concerned {
          switch try effect(of: event, as: part, on: standing, by: triggers.info) {
          case .none: break
          case .supports(let relation): try rows.addSupport(key, to: relation)
          case .other: others.append(event)
          }
        }
        guard try derive(tail, for: others) else { return false }
      }
    }
    return true
  }

  /// So many events are derived one by one, so that what lies between them is left alone.
  private static let fewOthers = 4

  /// Derives what events change that do more than support a relation.
  private func derive(_ tail: RelationTail, for events: [RelationEvent]) throws -> Bool {
    let days = events.map(\.bounds.day).sorted()
    guard let first = days.first, let last = days.last else { return true }
    guard events.allSatisfy({ $0.isDated && !$0.isPlan }) else {
      return try tail.derive(from: first)
    }
    guard days.count <= Self.fewOthers else { return try tail.derive(from: first, through: last) }
    return try days.allSatisfy { try tail.derive(from: $0, through: $0) }
  }

  /// What a new event does to the relations of one kind and direction.
  private enum Effect {
    case none, other
    case supports(Int64)
  }

  private struct Standing {
    let key: Int64
    let state: Relation.State
    let day: Int
  }

  private func effect(
    of event: RelationEvent, as part: RelationEvent.Part, on relations: [Standing],
    by rules: EventCatalog.RelationInfo
  ) throws -> Effect {
    if event.isPlan {
      guard part == .opens else { return .none }
      let inForce = relations.filter { $0.state == .inForce }
      return inForce.count == 1 ? .supports(inForce[0].key) : .other
    }
    guard event.isActual else { return .none }
    guard part != .closes else {
      return relations.isEmpty && !rules.isToldByItsEnd ? .none : .other
    }
    guard event.isDated else {
      // It supports the only period there is; with several nobody can say which.
      let periods = relations.filter { $0.state != .planned }
      guard periods.count == 1, let only = periods.first else {
        return periods.isEmpty ? .other : .none
      }
      let isPlain = try only.day != SortDay.undated && staysAsItIs(only)
      return isPlain ? .supports(only.key) : .other
    }
    // What opens it in a further place decides which events end it.
    if part == .opens, rules.endsByPlace { return .other }
    let day = event.bounds.day
    let around = try relations.filter { relation in
      switch relation.state {
      case .inForce: relation.day < day
      case .ended, .contested: try relation.day < day && day < firstClosingDay(of: relation.key)
      case .planned: false
      }
    }
    // Of what only its end told so far the beginning may be known now.
    guard around.count == 1, let relation = around.first, relation.day != SortDay.openStart,
      try staysAsItIs(relation)
    else {
      return .other
    }
    if part == .opens {
      guard let opening = try opening(of: relation.key), !opening.tellsOfSameDay(as: event) else {
        return .other
      }
    }
    return .supports(relation.key)
  }

  private func relations(
    _ kind: String, from source: Int64, to target: Int64
  ) throws -> [Standing] {
    let statement = try FastStatement(
      db,
      """
      SELECT key, state, day FROM relation WHERE source = ? AND target = ? AND kind = ?
      """)
    var result: [Standing] = []
    try statement.forEach {
      $0.add(source)
      $0.add(target)
      $0.add(kind)
    } _: { row in
      result.append(
        Standing(
          key: row.integer(0), state: Relation.State(rawValue: row.text(1)) ?? .contested,
          day: row.int(2)))
    }
    return result
  }

  /// Whether one more event that supports a relation leaves its state alone.
  ///
  /// What is contested stays so when opening events are in doubt, or when undated events would close
  /// it; where supporting events alone are in doubt, one beyond doubt would end that.
  private func staysAsItIs(_ relation: Standing) throws -> Bool {
    guard relation.state == .contested else { return true }
    if try opening(of: relation.key) != nil { return true }
    return try RelationEvent.Part.closes.isIn(relation.key, db)
      && firstClosingDay(of: relation.key) == SortDay.undated
  }

  /// The first day of the events that close a relation, undated ones last; as if undated where none
  /// does.
  private func firstClosingDay(of relation: Int64) throws -> Int {
    let statement = try FastStatement(
      db,
      """
      SELECT min(event.day) FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.partCode = \(RelationEvent.Part.closes.code)
      """)
    var day: Int?
    try statement.first({ $0.add(relation) }) { day = $0.optionalInt(0) }
    return day ?? SortDay.undated
  }

  /// The first event that opened a relation.
  private func opening(of relation: Int64) throws -> RelationEvent? {
    let statement = try FastStatement(
      db,
      """
      SELECT \(RelationEvent.selection)
      FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.partCode = \(RelationEvent.Part.opens.code)
      """)
    var events: [RelationEvent] = []
    try statement.forEach({ $0.add(relation) }) { row in
      if let event = RelationEvent(row) { events.append(event) }
    }
    return events.min(by: RelationEvent.isBefore)
  }
}
