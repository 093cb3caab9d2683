import CasusModel
import GRDB

/// Writes and reads rows of `event` with its participants and dyads.
struct EventTable {
  let db: Database
  let actors: ActorKeys
  private let prepared: ImportStatements
  /// Where new rows wait.
  private let new: NewRows

  init(db: Database, actors: ActorKeys, new: NewRows? = nil) {
    self.db = db
    self.actors = actors
    self.new = new ?? NewRows(db)
    prepared = ImportStatements(db)
  }

  /// The events of a group, by key.
  func events(ofGroup hash: Int64) throws -> [Int64: EventRow] {
    try rows(prepared.eventsOfGroup) { $0.add(hash) }
  }

  /// The events of a group whose finest date begins in some days, with the first day of that date.
  func days(ofGroup hash: Int64, in days: ClosedRange<Int>) throws -> [(event: Int64, day: Int)] {
    var result: [(event: Int64, day: Int)] = []
    try prepared.daysInGroup.get().forEach {
      $0.add(hash)
      $0.add(days.lowerBound)
      $0.add(days.upperBound)
    } _: {
      result.append(($0.integer(0), $0.int(1)))
    }
    return result
  }

  /// The events of a group whose finest date begins on a day, by key.
  func events(ofGroup hash: Int64, day: Int) throws -> [Int64: EventRow] {
    try rows(prepared.eventsOfDay) {
      $0.add(hash)
      $0.add(day)
    }
  }

  /// The events of a group that begin within some days and hold a date other than a single day.
  func roughEvents(ofGroup hash: Int64, in days: ClosedRange<Int>) throws -> [Int64] {
    try prepared.roughInGroup.get().integers {
      $0.add(hash)
      $0.add(days.lowerBound)
      $0.add(days.upperBound)
    }
  }

  /// Whether there are no events at all.
  func isEmpty() throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM event WHERE key >= ? LIMIT 1", arguments: [Int64.min])
      == nil
  }

  /// Whether any event holds a date other than a single day.
  func holdsRoughDates() throws -> Bool {
    // The index holds those events alone.
    try Int.fetchOne(
      db,
      sql: """
        SELECT 1 FROM event INDEXED BY eventByRoughDate
        WHERE holdsRoughDate = 1 AND groupHash >= ? LIMIT 1
        """, arguments: [Int64.min]) != nil
  }

  /// The undated events of a group in the news cycle that starts on a day.
  func events(ofGroup hash: Int64, newsDay: Int) throws -> [Int64: EventRow] {
    try rows(prepared.eventsOfNewsDay) {
      $0.add(hash)
      $0.add(newsDay)
    }
  }

  /// The starts of the news cycles of a group within some days.
  func newsDays(ofGroup hash: Int64, in days: ClosedRange<Int>) throws -> [Int] {
    try prepared.newsDays.get().integers {
      $0.add(hash)
      $0.add(days.lowerBound)
      $0.add(days.upperBound)
    }.map { Int($0) }
  }

  /// Whether a group has at least two dated events that are judged one of some ways.
  func hasTwoDated(ofGroup hash: Int64, _ statuses: (EventStatus, EventStatus)) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM event
          WHERE groupHash = ? AND day < ? AND statusCode IN (?, ?) LIMIT 2)
        """)
    return try Int.fetchOne(
      statement,
      arguments: [hash, SortDay.undated, statuses.0.code, statuses.1.code]) == 2
  }

  private func rows(
    _ statement: Result<FastStatement, any Error>,
    _ bind: (inout FastStatement.Parameters) -> Void
  ) throws -> [Int64: EventRow] {
    var result: [Int64: EventRow] = [:]
    try statement.get().forEach(bind) { result[$0.integer(0)] = try EventRow($0) }
    return result
  }

  /// One event.
  func row(_ key: Int64) throws -> EventRow? {
    var result: EventRow?
    try prepared.eventRow.get().first({ $0.add(key) }) { result = try EventRow($0) }
    return result
  }

  /// The actors of an event by role.
  func participants(of event: Int64) throws -> [String: [ActorID]] {
    var result: [String: [ActorID]] = [:]
    try prepared.participants.get().forEach({ $0.add(event) }) { row in
      result[row.role(0), default: []].append(try actors.id(of: row.integer(1)))
    }
    return result.mapValues { $0.count > 1 ? $0.sorted() : $0 }
  }

  /// The group that an event belongs to.
  func group(of event: Int64) throws -> EventGroup {
    let statement = try db.cachedStatement(sql: "SELECT type, mode FROM event WHERE key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [event]),
      let type = EventType(rawValue: row[0])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(event) is missing") }
    return EventGroup(
      type: type, mode: row[1], sides: try participants(of: event))
  }

  /// Adds an event; its rows wait in `NewRows`.
  func insert(_ merged: EventMerger.Merged, groupHash: Int64, sources: Int) throws -> Int64 {
    let event = merged.event
    let key = try new.nextEvent()
    let bounds = SortDay.bounds(of: event.date)
    new.events.add {
      $0.add(key)
      $0.add(HexID.array(of: event.id) ?? [])
      $0.add(groupHash)
      $0.add(event.type)
      $0.add(event.mode)
      $0.add(event.object)
      $0.add(event.place)
      $0.add(EventRow.dateText(of: event.date))
      $0.add(bounds.day)
      $0.add(bounds.lastDay)
      $0.add(event.dateBasis)
      $0.add(event.status)
      $0.add(event.isContested)
      $0.add(event.confidence)
      $0.add(merged.reports.articleCount)
      $0.add(merged.newsDay)
      $0.add(merged.holdsRoughDate)
      $0.add(sources)
    }
    try insertProjections(of: event, key: key)
    return key
  }

  /// Writes what changed of an event; `false` when nothing did.
  ///
  /// With `keepsSides` it is known that its actors are those that it had.
  func update(
    _ key: Int64, from old: EventRow, to merged: EventMerger.Merged, sources: Int, keepsSides: Bool
  ) throws -> Bool {
    let event = merged.event
    let row = EventRow(merged, sources: sources)
    let hasMoved = try !keepsSides && participants(of: key) != event.participants
    guard row != old || hasMoved else { return false }
    try prepared.eventUpdate.get().run {
      $0.add(row.object)
      $0.add(row.place)
      $0.add(row.dateBasis)
      $0.add(row.status)
      $0.add(row.isContested)
      $0.add(row.confidence)
      $0.add(row.articles)
      $0.add(row.sources)
      $0.add(key)
    }
    // SQLite writes anew what indexes say of the columns that a statement names, changed or not.
    if row.date != old.date || row.newsDay != old.newsDay
      || row.holdsRoughDate != old.holdsRoughDate
    {
      try prepared.eventDateUpdate.get().run {
        $0.add(row.dateText)
        $0.add(row.bounds.day)
        $0.add(row.bounds.lastDay)
        $0.add(row.newsDay)
        $0.add(row.holdsRoughDate)
        $0.add(key)
      }
    }
    guard hasMoved || row.bounds != old.bounds || row.status != old.status else { return true }
    try deleteProjections(of: key, day: old.bounds.day)
    try insertProjections(of: event, key: key)
    return true
  }

  func delete(_ key: Int64, day: Int) throws {
    try deleteProjections(of: key, day: day)
    try db.cachedStatement(sql: "DELETE FROM relationEvent WHERE event = ?")
      .execute(arguments: [key])
    try db.cachedStatement(sql: "DELETE FROM event WHERE key = ?").execute(arguments: [key])
  }

  /// Writes to each event the group that it belongs to.
  func regroup() throws {
    let update = try db.makeStatement(
      sql: "UPDATE event SET groupHash = ?1 WHERE key = ?2 AND groupHash <> ?1")
    for key in try Int64.fetchAll(db, sql: "SELECT key FROM event") {
      try update.execute(arguments: [try group(of: key).key, key])
    }
  }

  /// Writes the dyads of all events anew.
  func rebuildDyads() throws {
    try db.execute(sql: "DELETE FROM dyad")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, typeCode, day, statusCode FROM event ORDER BY key")
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO dyad (source, target, day, event, typeCode, statusCode)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    while let row = try rows.next() {
      let key: Int64 = row[0]
      let isSymmetric = EventType(code: row[1])?.isSymmetric ?? false
      for pair in ActorPair.dyads(try participants(of: key), isSymmetric: isSymmetric) {
        try insert.execute(arguments: [
          try actors.key(of: pair.first), try actors.key(of: pair.second), row[2] as Int, key,
          row[1] as Int, row[3] as Int,
        ])
      }
    }
  }

  private func insertProjections(of event: Event, key: Int64) throws {
    let day = SortDay.bounds(of: event.date).day
    func insert(_ id: ActorID, as role: String) throws -> Int64 {
      let (actor, rolledUp) = try actors.keys(of: id)
      new.participants.add {
        $0.add(key)
        $0.add(role: role)
        $0.add(actor)
        $0.add(rolledUp)
        $0.add(day)
      }
      return rolledUp
    }
    func insertDyad(_ source: Int64, _ target: Int64) {
      new.dyads.add {
        $0.add(source)
        $0.add(target)
        $0.add(day)
        $0.add(key)
        $0.add(event.type)
        $0.add(event.status)
      }
    }
    if !event.roles.isEmpty {
      for (role, ids) in event.roles.sorted(by: { $0.key < $1.key }) {
        for id in ids { _ = try insert(id, as: role) }
      }
    }
    var last: (source: Int64, target: Int64) = (0, 0)
    for id in event.source { last.source = try insert(id, as: "source") }
    for id in event.target { last.target = try insert(id, as: "target") }
    if event.source.count == 1, event.target.count == 1 {
      // As most have it; the keys of the two are known.
      insertDyad(last.source, last.target)
      if event.type.isSymmetric, last.source != last.target {
        insertDyad(last.target, last.source)
      }
      return
    }
    for pair in event.dyads {
      insertDyad(try actors.key(of: pair.first), try actors.key(of: pair.second))
    }
  }

  private func deleteProjections(of key: Int64, day: Int) throws {
    let type = try EventType(
      rawValue: String.fetchOne(
        db.cachedStatement(sql: "SELECT type FROM event WHERE key = ?"), arguments: [key]) ?? "")
    let participants = try participants(of: key)
    let delete = try db.cachedStatement(
      sql: "DELETE FROM dyad WHERE source = ? AND target = ? AND day = ? AND event = ?")
    for pair in ActorPair.dyads(participants, isSymmetric: type?.isSymmetric ?? false) {
      try delete.execute(arguments: [
        try actors.key(of: pair.first), try actors.key(of: pair.second), day, key,
      ])
    }
    try db.cachedStatement(sql: "DELETE FROM participant WHERE event = ?")
      .execute(arguments: [key])
  }
}
