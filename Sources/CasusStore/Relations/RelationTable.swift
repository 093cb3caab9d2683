import CasusModel
import GRDB

/// Writes rows of `relation`, derived anew for the dyads whose events changed.
struct RelationTable {
  let db: Database
  let actors: ActorKeys
  let catalog: EventCatalog
  /// The kinds of events on which relations depend.
  let triggers: TriggerKinds
  private let events: RelationEvents
  private let rows: RelationRows
  private let stale: StaleRelations
  private let loss: RelationLoss
  private let growth: RelationGrowth
  private let deriver: RelationDeriver

  init(db: Database, actors: ActorKeys, catalog: EventCatalog) {
    self.db = db
    self.actors = actors
    self.catalog = catalog
    triggers = TriggerKinds(catalog)
    events = RelationEvents(db: db, triggers: triggers)
    rows = RelationRows(db: db, actors: actors)
    stale = StaleRelations(db: db)
    loss = RelationLoss(db: db, catalog: catalog)
    growth = RelationGrowth(db: db, actors: actors, catalog: catalog)
    deriver = RelationDeriver(catalog: catalog)
  }

  /// What an import did to the events between two actors.
  struct PairChange {
    /// New events, and those that changed and were taken out of their relations.
    var added: [Int64] = []
    /// Whether the pair is to be worked out whole.
    var isWhole = false

    static func += (a: inout PairChange, b: PairChange) {
      a.added += b.added
      a.isWhole = a.isWhole || b.isWhole
    }
  }

  /// Takes an event out of its relations, before it changes or goes.
  func takeOut(_ event: Int64, _ row: EventRow) throws { try loss.take(event, row) }

  /// A pair with more events than this in one direction is not worked out whole for a new event.
  private static let fewEvents = 30

  /// Notes that the relations of some pairs must be derived anew.
  func markStale(_ changes: [ActorPair: PairChange]) throws {
    let addEvent = try FastStatement(
      db, "INSERT OR IGNORE INTO staleEvent (source, target, event) VALUES (?, ?, ?)")
    for (pair, change) in changes.sorted(by: {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }) {
      let (source, target) = (try actors.key(of: pair.first), try actors.key(of: pair.second))
      guard try !isMarked(source, target) else { continue }
      if try change.isWhole || (!hasMany(source, target) && !hasMany(target, source)) {
        try mark(source, target)
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

  /// Whether the relations of two actors are to be worked out whole; the one with the smaller
  /// identifier comes first.
  private func isMarked(_ first: Int64, _ second: Int64) throws -> Bool {
    let statement = try FastStatement(db, "SELECT 1 FROM staleDyad WHERE source = ? AND target = ?")
    return try statement.integer {
      $0.add(first)
      $0.add(second)
    } != nil
  }

  /// Notes that the relations of two actors that are not marked are to be worked out whole.
  private func mark(_ first: Int64, _ second: Int64) throws {
    let statement = try FastStatement(db, "INSERT INTO staleDyad (source, target) VALUES (?, ?)")
    try statement.run {
      $0.add(first)
      $0.add(second)
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
        DELETE FROM relationEvent;
        DELETE FROM relation;
        DELETE FROM staleEvent;
        DELETE FROM staleRelation;
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
    guard try !addStaleEvents(limit: limit), try !deriveStaleKinds(limit: limit) else {
      return true
    }
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

  /// Takes the next new events of pairs with very many into their relations; `false` when there is
  /// none.
  private func addStaleEvents(limit: Int) throws -> Bool {
    let next = try FastStatement(
      db, "SELECT source, target, event FROM staleEvent ORDER BY 1, 2, 3 LIMIT ?")
    var found: [(source: Int64, target: Int64, event: Int64)] = []
    try next.forEach({ $0.add(limit) }) {
      found.append(($0.integer(0), $0.integer(1), $0.integer(2)))
    }
    // The events of one pair are taken together: what is worked out for one of them reads them all.
    if let last = found.last, found.count == limit {
      let others = try FastStatement(
        db, "SELECT event FROM staleEvent WHERE source = ? AND target = ? AND event > ? ORDER BY 1")
      let rest = try others.integers {
        $0.add(last.source)
        $0.add(last.target)
        $0.add(last.event)
      }
      found += rest.map { (last.source, last.target, $0) }
    }
    let delete = try FastStatement(
      db, "DELETE FROM staleEvent WHERE source = ? AND target = ? AND event = ?")
    var rest = found[...]
    while let (source, target, _) = rest.first {
      let own = rest.prefix { $0.source == source && $0.target == target }
      rest = rest.dropFirst(own.count)
      try grow(source, target, by: own.map(\.event))
      for (_, _, event) in own {
        try delete.run {
          $0.add(source)
          $0.add(target)
          $0.add(event)
        }
      }
    }
    return !found.isEmpty
  }

  /// Derives the next kinds of relations anew that events left; `false` when there is none.
  private func deriveStaleKinds(limit: Int) throws -> Bool {
    let pairs = try stale.pairs(limit: limit)
    for (source, target) in pairs {
      let isInOrder = try actors.id(of: source) < actors.id(of: target)
      try grow(isInOrder ? source : target, isInOrder ? target : source, by: [])
    }
    return !pairs.isEmpty
  }

  /// Brings the relations of two actors up to date, or notes that they must be worked out whole; the
  /// one with the smaller identifier comes first.
  private func grow(_ first: Int64, _ second: Int64, by events: [Int64]) throws {
    guard try !isMarked(first, second) else {
      _ = try stale.take(first, second)
      return
    }
    if try !growth.add(events, from: first, to: second) { try mark(first, second) }
  }

  private func replace(_ pair: ActorPair) throws {
    let first = try actors.key(of: pair.first)
    let second = try actors.key(of: pair.second)
    let select = try FastStatement(
      db, "SELECT key FROM relation WHERE source = ? AND target = ?")
    func keys(_ source: Int64, _ target: Int64) throws -> [Int64] {
      try select.integers {
        $0.add(source)
        $0.add(target)
      }
    }
    let old = try keys(first, second) + keys(second, first)
    let (relations, eventKeys) = try derived(for: pair)
    try rows.replace(old, with: relations, eventKeys: eventKeys)
  }

  /// The relations that follow from the events of a pair, with the keys of these.
  func derived(for pair: ActorPair) throws -> (relations: [Relation], keys: [String: Int64]) {
    let (events, keys) = try events.events(
      between: actors.key(of: pair.first), actors.key(of: pair.second))
    return (deriver.relations(of: pair, from: events), keys)
  }

  /// Whether the relations in the table were derived by the rules of the catalog.
  func followsRules() throws -> Bool { try knownRules() == rules() }

  /// Pairs whose relations must be derived anew.
  func stalePairs() throws -> [(Int64, Int64)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT source, target FROM staleDyad UNION SELECT source, target FROM staleEvent
        UNION SELECT source, target FROM staleRelation
        """
    ).map { ($0[0], $0[1]) }
  }

  private func rules() throws -> String {
    let rules = try JSONColumn.encode(catalog.relations) + catalog.places.hash
    return ContentHash.hex(of: rules.utf8)
  }

  private func knownRules() throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'relationRules'"))
  }
}
