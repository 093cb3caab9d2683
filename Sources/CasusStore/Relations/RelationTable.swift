import CasusModel
import GRDB

/// Writes rows of `relation`, derived anew for the dyads whose events changed.
struct RelationTable {
  let db: Database
  let actors: ActorKeys
  let catalog: EventCatalog
  private let triggers: TriggerKinds

  init(db: Database, actors: ActorKeys, catalog: EventCatalog) {
    self.db = db
    self.actors = actors
    self.catalog = catalog
    triggers = TriggerKinds(catalog)
  }

  /// The pairs whose relations may depend on a group's events, the smaller identifier first.
  func dyads(touchedBy group: EventGroup) -> Set<ActorPair> {
    guard triggers.concern(group.type, mode: group.mode) else { return [] }
    let pairs = ActorPair.dyads(group.participants, isSymmetric: true)
    return Set(pairs.filter { $0.first < $0.second })
  }

  /// Notes that the relations of some pairs must be derived anew.
  func markStale(_ dyads: Set<ActorPair>) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO staleDyad (source, target) VALUES (?, ?)")
    for pair in dyads.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      try insert.execute(
        arguments: [try actors.key(of: pair.first), try actors.key(of: pair.second)])
    }
  }

  /// Lets all relations be derived anew when the rules are not those of the last time.
  func noteChangeOfRules() throws {
    let rules = try rules()
    guard try knownRules() != rules else { return }
    try db.execute(
      sql: """
        DELETE FROM relation;
        INSERT OR IGNORE INTO staleDyad (source, target)
          SELECT DISTINCT min(source, target), max(source, target) FROM dyad
          WHERE source <> target;
        """)
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('relationRules', ?)",
      arguments: [rules])
  }

  /// Derives the relations of the next pairs that wait for it.
  /// - Parameters:
  ///   - limit: how many pairs at most.
  ///   - note: told what became of the relations of each pair, where that is asked for.
  /// - Returns: `false` when no more pairs wait.
  /// - Throws: what SQLite throws.
  func deriveStale(limit: Int, noting note: (([RelationChange]) -> Void)? = nil) throws -> Bool {
    let reader = RelationReader(db: db)
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT source, target FROM staleDyad ORDER BY 1, 2 LIMIT ?"),
      arguments: [limit])
    let delete = try db.cachedStatement(
      sql: "DELETE FROM staleDyad WHERE source = ? AND target = ?")
    for row in rows {
      let ends = [try actors.id(of: row[0]), try actors.id(of: row[1])].sorted()
      let pair = ActorPair(ends[0], ends[1])
      let before = note == nil ? [] : try reader.relations(of: pair)
      try replace(pair)
      if let note {
        let after = try reader.relations(of: pair)
        note(
          before.map { RelationChange(before: $0, after: nil) }
            + after.map { RelationChange(before: nil, after: $0) })
      }
      try delete.execute(arguments: [row[0] as Int64, row[1] as Int64])
    }
    return rows.count == limit
  }

  private func replace(_ pair: ActorPair) throws {
    let first = try actors.key(of: pair.first)
    let second = try actors.key(of: pair.second)
    let delete = try db.cachedStatement(
      sql: "DELETE FROM relation WHERE source = ? AND target = ?")
    try delete.execute(arguments: [first, second])
    try delete.execute(arguments: [second, first])
    let (relations, keys) = try derived(for: pair)
    for relation in relations { try insert(relation, eventKeys: keys) }
  }

  /// The relations that follow from the events of a pair, with the keys of these.
  func derived(for pair: ActorPair) throws -> (relations: [Relation], keys: [String: Int64]) {
    let (events, keys) = try events(
      between: actors.key(of: pair.first), actors.key(of: pair.second))
    return (RelationDeriver(catalog: catalog, pair: pair).relations(from: events), keys)
  }

  /// Whether the relations in the table were derived by the rules of the catalog.
  func followsRules() throws -> Bool { try knownRules() == rules() }

  /// Pairs whose relations must be derived anew, the smaller key first.
  func stalePairs() throws -> [(Int64, Int64)] {
    try Row.fetchAll(db, sql: "SELECT source, target FROM staleDyad").map { ($0[0], $0[1]) }
  }

  private func rules() throws -> String {
    ContentHash.hex(of: try JSONColumn.encode(catalog.relations).utf8)
  }

  private func knownRules() throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'relationRules'"))
  }

  private func insert(_ relation: Relation, eventKeys: [String: Int64]) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO relation (id, kind, source, target, isSymmetric, polarity, validity, state,
          day, lastDay)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let bounds = SortDay.bounds(of: relation.validity)
    try insert.execute(arguments: [
      HexID.bytes(of: relation.id), relation.kind, try actors.key(of: relation.source),
      try actors.key(of: relation.target), relation.isSymmetric, relation.polarity,
      relation.validity?.rawValue, relation.state.rawValue, bounds.day, bounds.lastDay,
    ])
    let key = db.lastInsertedRowID
    let event = try db.cachedStatement(
      sql: "INSERT INTO relationEvent (relation, part, event) VALUES (?, ?, ?)")
    for (part, ids) in relation.parts {
      for id in ids { try event.execute(arguments: [key, part.rawValue, eventKeys[id]]) }
    }
  }

  /// The events between two actors on which relations may depend, with their keys.
  private func events(
    between first: Int64, _ second: Int64
  ) throws -> (events: [RelationEvent], keys: [String: Int64]) {
    let forward = try self.rows(from: first, to: second)
    let backward = try self.rows(from: second, to: first)
    var events: [RelationEvent] = []
    var keys: [String: Int64] = [:]
    for (key, row) in forward.merging(backward, uniquingKeysWith: { row, _ in row }) {
      guard triggers.concern(row.type, mode: row.mode) else { continue }
      let goods = try goods(of: key, first, second)
      events.append(
        RelationEvent(
          id: row.id, type: row.type, mode: row.mode, date: row.date, status: row.status,
          isContested: row.isContested, isForward: forward[key] != nil,
          isBackward: backward[key] != nil, givesForward: goods.forward,
          givesBackward: goods.backward))
      keys[row.id] = key
    }
    return (events, keys)
  }

  private func rows(from source: Int64, to target: Int64) throws -> [Int64: EventRow] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(EventRow.selection) FROM dyad JOIN event ON event.key = dyad.event
        WHERE dyad.source = ? AND dyad.target = ?
        """)
    var result: [Int64: EventRow] = [:]
    let cursor = try Row.fetchCursor(statement, arguments: [source, target])
    while let row = try cursor.next() { result[row[0]] = try EventRow(row) }
    return result
  }

  /// Which way goods go, where the event names a supplier and a recipient.
  private func goods(
    of event: Int64, _ first: Int64, _ second: Int64
  ) throws -> (forward: Bool, backward: Bool) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT role, rolledUp FROM participant
        WHERE event = ? AND role IN ('supplier', 'recipient')
        """)
    var supplier: Set<Int64> = []
    var recipient: Set<Int64> = []
    let cursor = try Row.fetchCursor(statement, arguments: [event])
    while let row = try cursor.next() {
      if row[0] == "supplier" { supplier.insert(row[1]) } else { recipient.insert(row[1]) }
    }
    return (
      supplier.contains(first) && recipient.contains(second),
      supplier.contains(second) && recipient.contains(first)
    )
  }
}

extension Relation {
  /// The events by what they do to the relation.
  var parts: [(part: RelationEvent.Part, ids: [String])] {
    [(.opens, opening), (.supports, supporting), (.closes, closing)]
  }
}
