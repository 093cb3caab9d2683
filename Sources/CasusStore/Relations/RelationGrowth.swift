import CasusModel
import GRDB

/// Adds new events to relations that they only support, so that a further report about two actors
/// with very many events does not cost as much as all of them.
///
/// A period of a relation runs from its first event to the first that closes it. An actual event
/// inside that neither opens it on its first day nor closes it is one more that supports it, and
/// changes nothing else; so `RelationHistory` has it. Whatever is not as plain as that is left to
/// `RelationDeriver`.
struct RelationGrowth {
  let db: Database
  let catalog: EventCatalog
  let triggers: TriggerKinds

  /// Adds an event to the relations of two actors, the one with the smaller identifier first.
  /// - Returns: `false`, and nothing is written, when they must be worked out whole.
  /// - Throws: what SQLite throws.
  func add(_ key: Int64, from first: Int64, to second: Int64) throws -> Bool {
    guard let event = try event(key, first, second) else { return true }
    let deriver = RelationDeriver(catalog: catalog, pair: ActorPair("", ""))
    var supported: [Int64] = []
    for (kind, info) in catalog.relations.sorted(by: { $0.key < $1.key }) {
      for direction in deriver.directions(of: info) {
        guard let part = deriver.part(of: event, in: info, direction: direction) else { continue }
        let ends = direction.isForward ? (first, second) : (second, first)
        let standing = try relations(kind, from: ends.0, to: ends.1)
        switch try effect(of: event, as: part, on: standing) {
        case .none: break
        case .supports(let relation): supported.append(relation)
        case .other: return false
        }
      }
    }
    let insert = try FastStatement(
      db, "INSERT INTO relationEvent (relation, part, event) VALUES (?, 'supports', ?)")
    for relation in supported {
      try insert.run {
        $0.add(relation)
        $0.add(key)
      }
    }
    return true
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
    of event: RelationEvent, as part: RelationEvent.Part, on relations: [Standing]
  ) throws -> Effect {
    if event.status == .planned, !event.isContested {
      guard part == .opens else { return .none }
      let inForce = relations.filter { $0.state == .inForce }
      return inForce.count == 1 ? .supports(inForce[0].key) : .other
    }
    guard event.isActual else { return .none }
    guard event.isDated, part != .closes else {
      return part == .closes && relations.isEmpty ? .none : .other
    }
    let day = SortDay.bounds(of: event.date).day
    let around = try relations.filter { relation in
      switch relation.state {
      case .inForce: relation.day < day
      case .ended: try relation.day < day && day < firstClosingDay(of: relation.key)
      case .planned, .contested: false
      }
    }
    guard around.count == 1, let relation = around.first else { return .other }
    if part == .opens {
      guard let opening = try opening(of: relation.key), !opening.tellsOfSameDay(as: event) else {
        return .other
      }
    }
    return .supports(relation.key)
  }

  /// The event as the relations of the pair depend on it; `nil` when they do not.
  private func event(_ key: Int64, _ first: Int64, _ second: Int64) throws -> RelationEvent? {
    var found: RelationEvent?
    var day = 0
    let statement = try FastStatement(
      db, "SELECT \(RelationEvent.selection), event.day FROM event WHERE key = ?")
    try statement.first({ $0.add(key) }) { row in
      found = RelationEvent(row)
      day = row.int(7)
    }
    guard var event = found, triggers.concern(event.type, mode: event.mode) else { return nil }
    let dyad = try FastStatement(
      db, "SELECT 1 FROM dyad WHERE source = ? AND target = ? AND day = ? AND event = ?")
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
    guard event.isForward || event.isBackward else { return nil }
    (event.givesForward, event.givesBackward) =
      try RelationEvent.goods(of: key, first, second, in: db)
    return event
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

  private func firstClosingDay(of relation: Int64) throws -> Int {
    let statement = try FastStatement(
      db,
      """
      SELECT min(event.day) FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.part = 'closes'
      """)
    return try statement.integer { $0.add(relation) }.map { Int($0) } ?? SortDay.openStart
  }

  /// The first event that opened a relation.
  private func opening(of relation: Int64) throws -> RelationEvent? {
    let statement = try FastStatement(
      db,
      """
      SELECT \(RelationEvent.selection)
      FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.part = 'opens'
      """)
    var events: [RelationEvent] = []
    try statement.forEach({ $0.add(relation) }) { row in
      if let event = RelationEvent(row) { events.append(event) }
    }
    return events.min(by: RelationEvent.isBefore)
  }
}
