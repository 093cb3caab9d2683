import CasusModel
import GRDB

/// Derives one kind of relation between two actors anew, from the last period on that ended before
/// anything changed, up to the first that ended after it as it did before.
///
/// `RelationHistory` takes dated events in order, and behind a closing event nothing counts but that
/// the period is closed. So periods that ended before the first change stay as they are, and the
/// events up to there need not be read. Where a change reaches back all the same (a closing event
/// that tells of the day on which an earlier period ended, undated events that belonged to the only
/// period), the pair must be worked out whole. Where a period behind all changes is closed by the
/// very events that closed it, what comes after it stays as it is too.
struct RelationTail {
  let db: Database
  let rows: RelationRows
  let triggers: RelationTriggers
  let direction: RelationTriggers.Direction
  /// The two actors, the one with the smaller identifier first.
  let first: Int64
  let second: Int64

  /// Derives what follows from events on or after a day.
  /// - Parameters:
  ///   - day: the first day on which anything changed.
  ///   - last: the last such day; `nil` when it is not known, or when anything undated or planned
  ///     changed.
  /// - Returns: `false`, and nothing is written, when the pair must be worked out whole.
  /// - Throws: what SQLite throws.
  func derive(from day: Int, through last: Int? = nil) throws -> Bool {
    let standing = try standing(before: day)
    let reader = RelationEvents(db: db, triggers: triggers.eventKinds)
    if let last, try deriveWindow(standing, after: last, reader) { return true }
    var (events, keys) = try reader.events(
      between: first, second, from: standing.border?.bounds.day ?? SortDay.openStart)
    if let border = standing.border {
      events = events.filter { RelationEvent.isBefore(border, $0) }
      let known = Set(events.map(\.id))
      for relation in standing.tail {
        let plans = try reader.events(try plans(of: relation.key), between: first, second)
        for (key, plan) in plans where !known.contains(plan.id) {
          events.append(plan)
          keys[plan.id] = key
        }
      }
    }
    guard let periods = periods(from: events, after: standing) else { return false }
    try replace(standing.tail, with: periods, keys)
    return true
  }

  private func replace(
    _ old: [Row], with periods: [RelationHistory.Period], _ keys: [String: Int64]
  ) throws {
    let pair = ActorPair(try rows.actors.id(of: first), try rows.actors.id(of: second))
    let ends = direction.isForward ? pair : ActorPair(pair.second, pair.first)
    try rows.replace(
      old.map(\.key),
      with: periods.map { $0.relation(kind: triggers.kind, info: triggers.info, between: ends) },
      eventKeys: keys)
  }

  /// Derives only the periods up to one that ended after the last change, where another follows it:
  /// undated and planned events have to do with the last one alone.
  /// - Returns: `false`, and nothing is written, when there is none that ends as before.
  private func deriveWindow(
    _ standing: Standing, after last: Int, _ reader: RelationEvents
  ) throws -> Bool {
    let periods = Array(standing.tail.filter { $0.state != .planned }.reversed())
    for (place, row) in periods.enumerated().dropLast() where periods[place + 1].day > last {
      guard place == 0 || periods[place - 1].day < row.day, row.day < periods[place + 1].day else {
        return false
      }
      let closing = try closing(of: row.key)
      guard let border = closing.last, closing.allSatisfy(\.isDated) else { return false }
      guard border.bounds.day > last else { continue }
      let (events, keys) = try reader.events(
        between: first, second, from: standing.border?.bounds.day ?? SortDay.openStart,
        through: border.bounds.day)
      let between = events.filter { event in
        !event.isPlan && !RelationEvent.isBefore(border, event)
          && standing.border.map { RelationEvent.isBefore($0, event) } ?? true
      }
      guard let derived = self.periods(from: between, after: standing),
        derived.last?.closing.map(\.id) == closing.map(\.id)
      else { return false }
      try replace(Array(periods[...place]), with: derived, keys)
      return true
    }
    return false
  }

  /// The periods that take the place of the tail; `nil` when what stands before it changes too.
  private func periods(
    from events: [RelationEvent], after standing: Standing
  ) -> [RelationHistory.Period]? {
    var history = RelationHistory(
      after: standing.border.map { _ in RelationHistory.Period(closing: standing.closing) },
      count: standing.endedCount)
    var undated: Set<RelationEvent.Part> = []
    for event in events.sorted(by: RelationEvent.isBefore) {
      guard let entry = triggers.entry(for: event, direction: direction) else { continue }
      if event.isActual, !event.isDated { undated.insert(entry.part) }
      history.take(event, by: entry)
    }
    var periods = history.finished()
    guard standing.border != nil else { return periods }
    let last = periods.removeFirst()
    guard !last.isDoubted, last.opening.isEmpty, last.supporting.isEmpty,
      last.closing.count == standing.closing.count
    else { return nil }
    // Undated events belong to the only period, or make the last one doubtful.
    let hadTail = standing.tail.contains { $0.state != .planned }
    let hasTail = periods.contains { !$0.isPlanned }
    if undated.contains(.closes), !hadTail || !hasTail { return nil }
    let isOnly = standing.endedCount == 1 && hadTail != hasTail
    return isOnly && !undated.isDisjoint(with: [.opens, .supports]) ? nil : periods
  }

  private struct Row {
    let key: Int64
    let state: Relation.State
    let day: Int
  }

  /// What stands before and after a border between two periods.
  private struct Standing {
    /// How many periods ended before the day, and the events that closed the last of them.
    var endedCount = 0
    var closing: [RelationEvent] = []
    /// The last dated event among these; `nil` when no period ended before the day.
    var border: RelationEvent?
    /// The periods after it, and the one that is only planned.
    var tail: [Row]
  }

  private func standing(before day: Int) throws -> Standing {
    let all = try latestFirst()
    for row in all where row.state != .planned && row.day < day {
      let closing = try closing(of: row.key)
      guard let border = closing.filter(\.isDated).max(by: RelationEvent.isBefore),
        border.bounds.day < day
      else { continue }
      // Periods come one after another; only those that begin on one day may stand either way.
      guard all.count(where: { $0.day == row.day }) == 1 else { continue }
      let tail = all.filter { $0.day > row.day || $0.state == .planned }
      return Standing(
        endedCount: all.count - tail.count, closing: closing, border: border, tail: tail)
    }
    return Standing(tail: all)
  }

  /// The relations of the kind and direction, the latest first.
  private func latestFirst() throws -> [Row] {
    let ends = direction.isForward ? (first, second) : (second, first)
    let statement = try FastStatement(
      db,
      """
      SELECT key, state, day FROM relation WHERE source = ? AND target = ? AND kind = ?
      """)
    var result: [Row] = []
    try statement.forEach {
      $0.add(ends.0)
      $0.add(ends.1)
      $0.add(triggers.kind)
    } _: {
      result.append(
        Row(
          key: $0.integer(0), state: Relation.State(rawValue: $0.text(1)) ?? .contested,
          day: $0.int(2)))
    }
    return result.sorted { ($1.day, $1.key) < ($0.day, $0.key) }
  }

  /// The events that close a relation.
  private func closing(of relation: Int64) throws -> [RelationEvent] {
    let statement = try FastStatement(
      db,
      """
      SELECT \(RelationEvent.selection)
      FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.partCode = \(RelationEvent.Part.closes.code)
      """)
    var result: [RelationEvent] = []
    try statement.forEach({ $0.add(relation) }) { row in
      if let event = RelationEvent(row) { result.append(event) }
    }
    return result.sorted(by: RelationEvent.isBefore)
  }

  /// The plans among the events of a relation, which may lie before the border.
  private func plans(of relation: Int64) throws -> [Int64] {
    let statement = try FastStatement(
      db,
      """
      SELECT event.key FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ? AND relationEvent.part <> 'closes'
        AND event.statusCode = \(EventStatus.planned.code) AND event.isContested = 0
      """)
    return try statement.integers { $0.add(relation) }
  }
}
