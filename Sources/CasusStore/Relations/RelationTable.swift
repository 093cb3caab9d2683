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
    var result: Set<ActorPair> = []
    for source in group.source {
      for target in group.target where source != target {
        result.insert(source < target ? ActorPair(source, target) : ActorPair(target, source))
      }
    }
    return result
  }

  /// What an import did to the events between two actors.
  struct PairChange {
    /// New events.
    var added: [Int64] = []
    /// Whether anything else happened.
    var isOther = false

    static func += (a: inout PairChange, b: PairChange) {
      a.added += b.added
      a.isOther = a.isOther || b.isOther
    }
  }

  /// A pair with more events than this in one direction is not worked out whole for a new event.
  private static let fewEvents = 100

  /// Notes that the relations of some pairs must be derived anew.
  func markStale(_ changes: [ActorPair: PairChange]) throws {
    let isMarked = try FastStatement(db, "SELECT 1 FROM staleDyad WHERE source = ? AND target = ?")
    let mark = try FastStatement(db, "INSERT INTO staleDyad (source, target) VALUES (?, ?)")
    let addEvent = try FastStatement(
      db, "INSERT OR IGNORE INTO staleEvent (source, target, event) VALUES (?, ?, ?)")
    for (pair, change) in changes.sorted(by: {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }) {
      let (source, target) = (try actors.key(of: pair.first), try actors.key(of: pair.second))
      let known = try isMarked.integer {
        $0.add(source)
        $0.add(target)
      }
      guard known == nil else { continue }
      if try change.isOther || (!hasMany(source, target) && !hasMany(target, source)) {
        try mark.run {
          $0.add(source)
          $0.add(target)
        }
      } else {
        for event in change.added {
          try addEvent.run {
            $0.add(source)
            $0.add(target)
            $0.add(event)
          }
        }
      }
    }
  }

  /// Whether there are so many events from one actor to another that they are not to be read all.
  private func hasMany(_ source: Int64, _ target: Int64) throws -> Bool {
    let statement = try FastStatement(
      db, "SELECT 1 FROM dyad WHERE source = ? AND target = ? LIMIT 1 OFFSET \(Self.fewEvents)")
    return try statement.integer {
      $0.add(source)
      $0.add(target)
    } != nil
  }

  /// Lets all relations be derived anew when the rules are not those of the last time.
  func noteChangeOfRules() throws {
    let rules = try rules()
    guard try knownRules() != rules else { return }
    try db.execute(
      sql: """
        DELETE FROM relation;
        DELETE FROM staleEvent;
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
    guard try !addStaleEvents(limit: limit) else { return true }
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

  /// Adds the next new events to the relations that they support; `false` when there is none.
  ///
  /// Where an event does more than that, its pair waits to be worked out whole.
  private func addStaleEvents(limit: Int) throws -> Bool {
    let next = try FastStatement(
      db, "SELECT source, target, event FROM staleEvent ORDER BY 1, 2, 3 LIMIT ?")
    var found: [(source: Int64, target: Int64, event: Int64)] = []
    try next.forEach({ $0.add(limit) }) {
      found.append(($0.integer(0), $0.integer(1), $0.integer(2)))
    }
    let growth = RelationGrowth(db: db, catalog: catalog, triggers: triggers)
    let isMarked = try FastStatement(db, "SELECT 1 FROM staleDyad WHERE source = ? AND target = ?")
    let mark = try FastStatement(db, "INSERT INTO staleDyad (source, target) VALUES (?, ?)")
    let delete = try FastStatement(
      db, "DELETE FROM staleEvent WHERE source = ? AND target = ? AND event = ?")
    for (source, target, event) in found {
      let known = try isMarked.integer {
        $0.add(source)
        $0.add(target)
      }
      if try known == nil && !growth.add(event, from: source, to: target) {
        try mark.run {
          $0.add(source)
          $0.add(target)
        }
      }
      try delete.run {
        $0.add(source)
        $0.add(target)
        $0.add(event)
      }
    }
    return !found.isEmpty
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
    try Row.fetchAll(
      db,
      sql: "SELECT source, target FROM staleDyad UNION SELECT source, target FROM staleEvent"
    ).map { ($0[0], $0[1]) }
  }

  private func rules() throws -> String {
    ContentHash.hex(of: try JSONColumn.encode(catalog.relations).utf8)
  }

  private func knownRules() throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'relationRules'"))
  }

  private func insert(_ relation: Relation, eventKeys: [String: Int64]) throws {
    let insert = try FastStatement(
      db,
      """
      INSERT INTO relation (id, kind, source, target, isSymmetric, polarity, validity, state,
        day, lastDay)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let bounds = SortDay.bounds(of: relation.validity)
    let (source, target) = (
      try actors.key(of: relation.source), try actors.key(of: relation.target)
    )
    try insert.run {
      $0.add(HexID.array(of: relation.id))
      $0.add(relation.kind)
      $0.add(source)
      $0.add(target)
      $0.add(relation.isSymmetric)
      $0.add(relation.polarity)
      $0.add(relation.validity?.rawValue)
      $0.add(relation.state.rawValue)
      $0.add(bounds.day)
      $0.add(bounds.lastDay)
    }
    let key = db.lastInsertedRowID
    let event = try FastStatement(
      db, "INSERT INTO relationEvent (relation, part, event) VALUES (?, ?, ?)")
    for (part, ids) in relation.parts {
      for id in ids {
        try event.run {
          $0.add(key)
          $0.add(part.rawValue)
          $0.add(eventKeys[id])
        }
      }
    }
  }

  /// The events between two actors on which relations may depend, with their keys.
  private func events(
    between first: Int64, _ second: Int64
  ) throws -> (events: [RelationEvent], keys: [String: Int64]) {
    var found: [Int64: RelationEvent] = [:]
    try addRows(from: first, to: second, isForward: true, to: &found)
    try addRows(from: second, to: first, isForward: false, to: &found)
    var events: [RelationEvent] = []
    var keys: [String: Int64] = [:]
    for (key, event) in found {
      var event = event
      (event.givesForward, event.givesBackward) =
        try RelationEvent.goods(of: key, first, second, in: db)
      events.append(event)
      keys[event.id] = key
    }
    return (events, keys)
  }

  private func addRows(
    from source: Int64, to target: Int64, isForward: Bool, to found: inout [Int64: RelationEvent]
  ) throws {
    let statement = try FastStatement(
      db,
      """
      SELECT \(RelationEvent.selection) FROM dyad JOIN event ON event.key = dyad.event
      WHERE dyad.source = ? AND dyad.target = ? AND event.type IN (\(triggers.typeList))
      """)
    try statement.forEach {
      $0.add(source)
      $0.add(target)
    } _: { row in
      let key = row.integer(0)
      if found[key] != nil {
        if isForward { found[key]?.isForward = true } else { found[key]?.isBackward = true }
        return
      }
      guard var event = RelationEvent(row), triggers.concern(event.type, mode: event.mode) else {
        return
      }
      (event.isForward, event.isBackward) = (isForward, !isForward)
      found[key] = event
    }
  }
}

extension Relation {
  /// The events by what they do to the relation.
  var parts: [(part: RelationEvent.Part, ids: [String])] {
    [(.opens, opening), (.supports, supporting), (.closes, closing)]
  }
}
