import CasusModel
import GRDB

/// Compares events, dyads and relations with what follows from the evidence, changing nothing.
struct DerivationCheck {
  private let db: Database
  private let rules: IdentityRules
  private let actors: ActorKeys
  private let events: EventTable
  private let evidence: EvidenceTable
  private let sources: SourceTable
  private let relations: RelationTable

  /// - Parameters:
  ///   - db: a database whose references are sound.
  ///   - catalog: the rules.
  init(db: Database, catalog: EventCatalog) {
    self.db = db
    rules = IdentityRules(catalog: catalog)
    actors = ActorKeys(db)
    events = EventTable(db: db, actors: actors)
    evidence = EvidenceTable(db: db, places: catalog.places)
    sources = SourceTable(db: db)
    relations = RelationTable(db: db, actors: actors, catalog: catalog)
  }

  /// One line for each thing that does not follow from the evidence.
  func faults() throws -> [String] {
    var faults: [String] = []
    if try rules.areThose(of: db) { faults += try eventFaults() }
    faults += try dyadFaults()
    if try relations.followsRules() { faults += try relationFaults() }
    return faults
  }

  // MARK: Events

  private func eventFaults() throws -> [String] {
    let groups = try Int64.fetchAll(db, sql: "SELECT min(key) FROM event GROUP BY groupHash")
    return try groups.flatMap { try groupFaults(events.group(of: $0), ofEvent: $0) }
  }

  private func groupFaults(_ group: EventGroup, ofEvent key: Int64) throws -> [String] {
    let hash = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT groupHash FROM event WHERE key = ?"), arguments: [key])
    guard hash == group.key else {
      return ["an event does not belong to its group: \(try events.row(key)?.id ?? "")"]
    }
    let part = try GroupPartFinder(
      group, isSingular: rules.isSingular(group), arrivals: [], table: events,
      evidence: evidence
    ).whole()
    var missing = Dictionary(uniqueKeysWithValues: part.merged.map { ($0.id, $0) })
    var faults: [String] = []
    for (key, row) in part.events.sorted(by: { $0.key < $1.key }) {
      guard let merged = missing.removeValue(forKey: row.id) else {
        faults.append("an event does not follow from its evidence: \(row.id)")
        continue
      }
      let isSame =
        try EventRow(merged, sources: sources.count(of: merged.reports)) == row
        && events.participants(of: key) == merged.event.participants
        && merged.reports.allSatisfy { $0.row?.event == key }
      if !isSame { faults.append("an event says something else than its evidence: \(row.id)") }
    }
    return faults
      + missing.keys.map { "an event that follows from the evidence is missing: \($0)" }
  }

  // MARK: Dyads

  private func dyadFaults() throws -> [String] {
    let find = try db.makeStatement(
      sql: """
        SELECT 1 FROM dyad WHERE source = ? AND target = ? AND day = ? AND event = ? AND quad = ?
          AND status = ?
        """)
    var faults: [String] = []
    var count = 0
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, type, day, quad, status, lower(hex(id)) FROM event ORDER BY key")
    while let row = try rows.next() {
      let key: Int64 = row[0]
      let isSymmetric = EventType(rawValue: row[1])?.isSymmetric ?? false
      for pair in ActorPair.dyads(try events.participants(of: key), isSymmetric: isSymmetric) {
        let found = try Int.fetchOne(
          find,
          arguments: [
            try actors.key(of: pair.first), try actors.key(of: pair.second), row[2] as Int, key,
            row[3] as Int, row[4] as String,
          ])
        count += 1
        if found == nil {
          faults.append(
            "a dyad is missing or wrong: \(pair.first) → \(pair.second) of \(row[5] as String)")
        }
      }
    }
    let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM dyad") ?? 0
    if faults.isEmpty, all != count {
      faults.append("dyads that follow from no event: \(all - count)")
    }
    return faults
  }

  // MARK: Relations

  private func relationFaults() throws -> [String] {
    let stale = Set(try relations.stalePairs().map { try pair($0, $1) })
    let reader = RelationReader(db: db)
    let pairs = try Row.fetchAll(
      db,
      sql: """
        SELECT min(source, target), max(source, target) FROM dyad WHERE source <> target
        UNION SELECT min(source, target), max(source, target) FROM relation
        """
    ).map { try pair($0[0], $0[1]) }
    return try Set(pairs).subtracting(stale)
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
      .filter { pair in
        let expected = try relations.derived(for: pair).relations.map(\.inOrder)
        let found = try reader.relations(of: pair).map(\.inOrder)
        return Set(expected) != Set(found) || expected.count != found.count
      }
      .map { "relations do not follow from their events: \($0.first) and \($0.second)" }
  }

  /// The two actors, the smaller identifier first.
  private func pair(_ first: Int64, _ second: Int64) throws -> ActorPair {
    let ends = try [actors.id(of: first), actors.id(of: second)].sorted()
    return ActorPair(ends[0], ends[1])
  }
}

extension Relation {
  /// The relation with its events in the order of their identifiers.
  fileprivate var inOrder: Relation {
    var relation = self
    relation.opening.sort()
    relation.supporting.sort()
    relation.closing.sort()
    return relation
  }
}
