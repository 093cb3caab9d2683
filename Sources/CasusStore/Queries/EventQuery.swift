import CasusModel
import GRDB

/// Answers a filter over one state of the database.
///
/// The keys of the events that may pass come out of one index in the order of their days; each is
/// looked at and let through or not, until there are enough. No query reads a whole table unless
/// the filter asks for all of it.
struct EventQuery {
  private let db: Database
  private let filter: EventFilter
  private let events: EventTable
  private let evidence: EvidenceTable
  private let sources: SourceTable
  private let actors: [ActorScope]
  private let source: SourceName?
  private let pair: (first: ActorScope, second: ActorScope)?
  /// Whether the filter names an actor of whom there is nothing.
  private let isVoid: Bool

  init(_ filter: EventFilter, in db: Database) throws {
    self.db = db
    self.filter = filter
    events = EventTable(db: db, actors: ActorKeys(db))
    evidence = EvidenceTable(db: db)
    sources = SourceTable(db: db)
    actors = try filter.actors.compactMap { try ActorScope($0, in: db) }
    source = try filter.source.map { try SourceName($0, in: db) }
    if let between = filter.between,
      let first = try ActorScope(between.first, in: db),
      let second = try ActorScope(between.second, in: db)
    {
      pair = (first, second)
    } else {
      pair = nil
    }
    isVoid =
      (!filter.actors.isEmpty && actors.isEmpty) || (filter.between != nil && pair == nil)
  }

  /// The events that pass, in order, up to the limit; `progress` is told how many there are so far.
  func fetch(progress: (Int) throws -> Void = { _ in }) throws -> [Event] {
    var result: [Event] = []
    guard filter.limit != 0 else { return result }
    try forEach(fullEvents: true) { event in
      result.append(event)
      try progress(result.count)
      return isHistorical || result.count != filter.limit
    }
    guard isHistorical else { return result }
    // What was known then may have had another date than what is known now.
    result.sort(by: Self.isBefore(newestFirst: filter.newestFirst))
    return Array(result.prefix(filter.limit ?? result.count))
  }

  /// Calls `body` with each event that passes, in order, until it returns `false`.
  ///
  /// Without `fullEvents` the participants and the evidence may be missing.
  func forEach(fullEvents: Bool, _ body: (Event) throws -> Bool) throws {
    guard !isVoid else { return }
    for section in sections {
      let keys = try Row.fetchCursor(
        db.cachedStatement(sql: section.sql), arguments: section.arguments)
      var sameDay: [(key: Int64, row: EventRow)] = []
      var day: Int?
      var last: Int64?
      while let row = try keys.next() {
        let key: Int64 = row[1]
        guard key != last else { continue }
        last = key
        if row[0] != day {
          guard try deliver(sameDay, fullEvents: fullEvents, body) else { return }
          sameDay.removeAll(keepingCapacity: true)
          day = row[0]
        }
        if let found = try events.row(key), passes(found) { sameDay.append((key, found)) }
      }
      guard try deliver(sameDay, fullEvents: fullEvents, body) else { return }
    }
  }

  /// How many events pass, whatever the limit.
  func count() throws -> Int {
    var sum = 0
    let condition = EventCondition(filter)
    guard !looksAtEvidence, !looksAtParticipants, condition.isEmpty else {
      try forEachCount { _, _, _, count in sum += count }
      return sum
    }
    if filter.actors.isEmpty, filter.between == nil {
      return try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM event")) ?? 0
    }
    // The index by which they are found tells their number.
    for section in isVoid ? [] : sections {
      sum +=
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM (\(section.distinctKeys))", arguments: section.arguments)
        ?? 0
    }
    return sum
  }

  /// Calls `body` with how many events of a type and mode that pass begin on a day, in no order; the
  /// same may come several times.
  ///
  /// Where rows of `event` tell who passes, SQLite counts them.
  func forEachCount(
    _ body: (_ day: Int, _ type: EventType, _ mode: String?, _ count: Int) throws -> Void
  ) throws {
    guard !isVoid else { return }
    guard !looksAtEvidence, !looksAtParticipants else {
      return try forEach(fullEvents: false) { event in
        try body(SortDay.bounds(of: event.date).day, event.type, event.mode, 1)
        return true
      }
    }
    let condition = EventCondition(filter)
    for section in sections {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT event.day, event.typeCode, event.mode, count(*)
          FROM (\(section.distinctKeys)) AS found JOIN event ON event.key = found.event
          WHERE \(condition.sql) GROUP BY 1, 2, 3
          """, arguments: section.arguments + condition.arguments)
      while let row = try rows.next() {
        guard let type = EventType(code: row[1]) else { continue }
        try body(row[0], type, row[2], row[3])
      }
    }
  }

  // MARK: Candidates

  private struct Section {
    /// Days and keys in order; a key may come several times in a row.
    let sql: String
    /// The same in no order, each once.
    let distinctKeys: String
    let arguments: StatementArguments
  }

  /// The dated events, then the undated ones where no period is asked for.
  private var sections: [Section] {
    let order = filter.newestFirst ? "DESC" : "ASC"
    let undated = section(from: SortDay.undated, to: SortDay.undated, order: "ASC")
    let lastDated = SortDay.undated - 1
    // What was known on an earlier day may have had another date, or none.
    guard !isHistorical, filter.from != nil || filter.to != nil else {
      return [section(from: SortDay.openStart, to: lastDated, order: order), undated]
    }
    let last = min(filter.to?.upperBound ?? lastDated, lastDated)
    return [section(from: SortDay.openStart, to: last, order: order)]
  }

  private func section(from: Int, to: Int, order: String) -> Section {
    var selects: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    func add(_ sql: String, _ values: [any DatabaseValueConvertible]) {
      selects.append("SELECT day, \(sql) AND day BETWEEN ? AND ?")
      arguments += values + [from, to]
    }
    if let pair {
      let dyad = "event FROM dyad WHERE source = ? AND target = ?"
      add(dyad, [pair.first.rolledUp, pair.second.rolledUp])
      if pair.first.rolledUp != pair.second.rolledUp {
        add(dyad, [pair.second.rolledUp, pair.first.rolledUp])
      }
    } else if !actors.isEmpty {
      for key in Set(actors.map(\.rolledUp)).sorted() {
        add("event FROM participant WHERE rolledUp = ?", [key])
      }
    } else {
      selects.append("SELECT day, key AS event FROM event WHERE day BETWEEN ? AND ?")
      arguments += [from, to]
    }
    return Section(
      sql: selects.joined(separator: " UNION ") + " ORDER BY 1 \(order), 2 \(order)",
      // Only who takes part may be there twice.
      distinctKeys: selects.count == 1
        ? (pair == nil && actors.isEmpty ? "SELECT" : "SELECT DISTINCT")
          + selects[0].dropFirst("SELECT".count)
        : selects.joined(separator: " UNION "),
      arguments: StatementArguments(arguments))
  }

  // MARK: Judging

  /// Gives the events of one day, in order, to `body`; `false` when it wants no more.
  private func deliver(
    _ candidates: [(key: Int64, row: EventRow)], fullEvents: Bool, _ body: (Event) throws -> Bool
  ) throws -> Bool {
    let order = candidates.sorted { a, b in
      (a.row.bounds.lastDay, a.row.date?.rawValue ?? "", a.row.id)
        < (b.row.bounds.lastDay, b.row.date?.rawValue ?? "", b.row.id)
    }
    for (key, row) in order {
      guard fullEvents || looksAtEvidence || looksAtParticipants else {
        guard try body(Event(row, participants: [:])) else { return false }
        continue
      }
      let participants = try events.participants(of: key)
      guard passes(participants) else { continue }
      var event = Event(row, participants: participants)
      if fullEvents || looksAtEvidence {
        let found = try evidence.rows(ofEvent: key)
        guard passes(found), let told = try tell(event, found) else { continue }
        event = told
      }
      guard try body(event) else { return false }
    }
    return true
  }

  private var looksAtEvidence: Bool {
    filter.source != nil || filter.language != nil || isHistorical
  }

  /// Whether events are told as they were known on an earlier day.
  private var isHistorical: Bool { filter.knownOn != nil || filter.recordedOn != nil }

  /// Whether the index gives more events than the filter asks for.
  private var looksAtParticipants: Bool {
    if let pair { return !actors.isEmpty || pair.first.only != nil || pair.second.only != nil }
    return actors.contains { $0.only != nil }
  }

  private func passes(_ row: EventRow) -> Bool {
    guard filter.types.isEmpty || filter.types.contains(row.type) else { return false }
    guard filter.quads.isEmpty || filter.quads.contains(row.type.quadClass) else { return false }
    return isHistorical || passesJudgement(row)
  }

  /// Conditions on what the evidence comes to, which may have been otherwise on an earlier day.
  private func passesJudgement(_ row: EventRow) -> Bool {
    guard filter.statuses.isEmpty || filter.statuses.contains(row.status) else { return false }
    guard row.confidence >= filter.minConfidence ?? 0 else { return false }
    guard row.isContested || !filter.isContested else { return false }
    guard row.sources >= filter.minSources ?? 1 else { return false }
    guard filter.from != nil || filter.to != nil else { return true }
    let (day, lastDay) = row.bounds
    return day <= lastDay && lastDay >= filter.from?.lowerBound ?? .min
      && day <= filter.to?.upperBound ?? .max
  }

  private func passes(_ participants: [String: [ActorID]]) -> Bool {
    if !actors.isEmpty {
      let isThere = participants.values.contains { ids in
        ids.contains { id in actors.contains { $0.contains(id) } }
      }
      guard isThere else { return false }
    }
    guard let pair else { return true }
    let source = participants["source"] ?? []
    let target = ActorPair.targets(participants["target"] ?? [], participants)
    return source.contains(where: pair.first.contains)
      && target.contains(where: pair.second.contains)
      || source.contains(where: pair.second.contains) && target.contains(where: pair.first.contains)
  }

  private func passes(_ rows: [EvidenceRow]) -> Bool {
    if let language = filter.language, !rows.contains(where: { $0.language == language }) {
      return false
    }
    guard let source else { return true }
    return rows.contains { row in
      source.matches(publisher: row.publisher, attribution: row.evidence.attribution)
    }
  }

  /// The event with its evidence, as it was known on the day asked for; `nil` when it was not.
  private func tell(_ event: Event, _ rows: [EvidenceRow]) throws -> Event? {
    guard isHistorical else {
      guard !rows.isEmpty else { return nil }
      var event = event
      try event.setEvidence(rows)
      return event
    }
    let group = EventGroup(event)
    let reports = try rows.filter(wasKnown).map { try $0.report(in: group) }
      .sorted(by: Report.isBefore)
    guard !reports.isEmpty else { return nil }
    var told = EventSummary(reports: reports, group: group).event(id: event.id)
    told.evidence = reports.map(\.evidence)
    let sources = filter.minSources == nil ? 1 : try self.sources.count(of: told.evidence)
    let row = EventRow(told, articles: reports.articleCount, sources: sources)
    return passesJudgement(row) && passes(told.participants) ? told : nil
  }

  /// Whether somebody who looked on the day asked for could have read the words.
  private func wasKnown(_ row: EvidenceRow) -> Bool {
    if let knownOn = filter.knownOn, (row.publishedDay ?? .max) > knownOn.upperBound {
      return false
    }
    guard let recordedOn = filter.recordedOn else { return true }
    return EDTF(String(row.recordedAt.prefix(10))).map { $0.lowerBound <= recordedOn.upperBound }
      ?? false
  }

  /// The order of events: by date, undated ones last, then by identifier.
  static func isBefore(newestFirst: Bool) -> (Event, Event) -> Bool {
    { a, b in
      let (boundsA, boundsB) = (SortDay.bounds(of: a.date), SortDay.bounds(of: b.date))
      if boundsA.day != boundsB.day {
        guard newestFirst, boundsA.day != SortDay.undated, boundsB.day != SortDay.undated else {
          return boundsA.day < boundsB.day
        }
        return boundsA.day > boundsB.day
      }
      return (boundsA.lastDay, a.date?.rawValue ?? "", a.id)
        < (boundsB.lastDay, b.date?.rawValue ?? "", b.id)
    }
  }
}

extension Event {
  /// An event of the tables, without its evidence.
  init(_ row: EventRow, participants: [String: [ActorID]]) {
    self.init(
      id: row.id, type: row.type, mode: row.mode, source: participants["source"] ?? [],
      target: participants["target"] ?? [],
      roles: participants.filter { $0.key != "source" && $0.key != "target" }, object: row.object,
      place: row.place, date: row.date, dateBasis: row.dateBasis, status: row.status,
      isContested: row.isContested, confidence: row.confidence, evidence: [])
  }

  /// Gives the event its evidence, in order.
  mutating func setEvidence(_ rows: [EvidenceRow]) throws {
    // What the order depends on is worked out only where there is something to put in order.
    guard rows.count > 1 else {
      evidence = rows.map(\.evidence)
      return
    }
    let group = EventGroup(self)
    evidence = try rows.map { try $0.report(in: group) }.sorted(by: Report.isBefore)
      .map(\.evidence)
  }
}
