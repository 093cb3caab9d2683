public import CasusModel
import GRDB

extension EventStore {
  /// Who is within some steps of an actor, over events between pairs in either direction.
  ///
  /// Sorted by steps, then number of events, the most first, then identifier. Events that are denied
  /// or hypothetical connect nobody, unless the filter asks for such statuses.
  /// - Parameters:
  ///   - actor: the actor; its people and bodies stand for it.
  ///   - hops: how many steps at most.
  ///   - filter: conditions on the events; its limit counts actors, its actors are not looked at.
  /// - Returns: the actors, each with the fewest steps that lead to it.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func neighbours(
    of actor: ActorID, hops: Int = 1, filter: EventFilter = EventFilter()
  ) throws -> [Neighbour] {
    try read { db in
      let ties = try TieCounts(filter, in: db)
      let reached =
        hops > 1 && ties.isKnownToDyads
        ? try DyadNetwork(ties.filter, in: db).reach(from: actor.rolledUp, maxHops: hops)
        : try ties.reach(from: actor.rolledUp, maxHops: hops)
      let limit = filter.limit ?? .max
      var result: [Neighbour] = []
      // Who is farther away need not be counted when those who are near fill the list.
      let rings = Dictionary(grouping: reached, by: \.hops).sorted { $0.key < $1.key }
      for (_, ring) in rings where result.count < limit {
        result += try ring.map { found in
          Neighbour(
            actor: found.actor, hops: found.hops, via: found.via,
            events: try ties.count(found.via, found.actor))
        }.sorted { ($1.events, $0.actor) < ($0.events, $1.actor) }
      }
      return Array(result.prefix(limit))
    }
  }

  /// Who has to do with both of two actors, by the smaller of the two numbers of events, the most
  /// first, then by identifier.
  /// - Parameters:
  ///   - first: one actor; its people and bodies stand for it.
  ///   - second: the other one.
  ///   - filter: conditions on the events; its limit counts actors, its actors are not looked at.
  /// - Returns: the actors with their events.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func commonPartners(
    of first: ActorID, _ second: ActorID, filter: EventFilter = EventFilter()
  ) throws -> [CommonPartner] {
    try read { db in
      let ties = try TieCounts(filter, in: db)
      let (first, second) = (first.rolledUp, second.rolledUp)
      let common = Set(try ties.partners(of: first)).intersection(try ties.partners(of: second))
        .subtracting([first, second])
      let all = try common.map { actor in
        CommonPartner(
          actor: actor, withFirst: try ties.count(first, actor),
          withSecond: try ties.count(second, actor))
      }.sorted { a, b in
        (min(b.withFirst, b.withSecond), a.actor) < (min(a.withFirst, a.withSecond), b.actor)
      }
      return Array(all.prefix(filter.limit ?? all.count))
    }
  }
}

/// Who has events with whom, and how many, looked up pair by pair.
final class TieCounts {
  let filter: EventFilter
  /// Whether the table of dyads alone can tell.
  let isKnownToDyads: Bool
  private let db: Database
  private let actors: ActorKeys
  private let condition: DyadCondition
  private var keys: [ActorID: Int64] = [:]
  /// The events of the actors looked at, counted by partner, where dyads alone cannot tell.
  private var counted: [ActorID: [ActorID: Int]] = [:]

  init(_ filter: EventFilter, in db: Database) throws {
    var filter = filter.connecting
    filter.actors = []
    filter.between = nil
    filter.limit = nil
    self.filter = filter
    self.db = db
    actors = ActorKeys(db)
    isKnownToDyads = filter.isKnownToDyads
    condition = DyadCondition(filter)
  }

  /// The actors that have events with an actor, sorted.
  func partners(of actor: ActorID) throws -> [ActorID] {
    guard isKnownToDyads else { return try counts(of: actor).keys.sorted() }
    guard let key = try ActorScope(actor, in: db)?.rolledUp else { return [] }
    // Two seeks for each actor; the events of a busy one are not read.
    let statement = try db.cachedStatement(
      sql: """
        SELECT key FROM actor WHERE rolledUp = key AND key <> ?1 AND (
          EXISTS (SELECT 1 FROM dyad WHERE source = ?1 AND target = actor.key AND \(condition.sql))
          OR EXISTS (
            SELECT 1 FROM dyad WHERE source = actor.key AND target = ?1 AND \(condition.sql)))
        """)
    let arguments: StatementArguments = [key]
    return try Int64.fetchAll(
      statement, arguments: arguments + condition.arguments + condition.arguments
    ).map { try actors.id(of: $0) }.sorted()
  }

  /// How many events two actors have with each other.
  func count(_ a: ActorID, _ b: ActorID) throws -> Int {
    guard isKnownToDyads else { return try counts(of: a)[b] ?? 0 }
    guard let first = try key(of: a), let second = try key(of: b) else { return 0 }
    return try Int(
      counting.get().integer {
        $0.add(first)
        $0.add(second)
        condition.bind(&$0)
        condition.bind(&$0)
      } ?? 0)
  }

  /// Counts the events of two actors; one that runs both ways counts once.
  private lazy var counting = Result {
    try FastStatement(
      db,
      """
      SELECT (
        SELECT count(*) FROM dyad WHERE source = ?1 AND target = ?2 AND \(condition.sql)
      ) + (
        SELECT count(*) FROM dyad AS back
        WHERE source = ?2 AND target = ?1 AND \(condition.sql) AND NOT EXISTS (
          SELECT 1 FROM dyad
          WHERE source = ?1 AND target = ?2 AND day = back.day AND event = back.event))
      """)
  }

  private func key(of actor: ActorID) throws -> Int64? {
    if let known = keys[actor] { return known }
    let found = try ActorScope(actor, in: db)?.rolledUp
    keys[actor] = found
    return found
  }

  /// Breadth first, asking for the events of each actor met.
  func reach(
    from start: ActorID, maxHops: Int
  ) throws -> [(actor: ActorID, hops: Int, via: ActorID)] {
    var result: [(actor: ActorID, hops: Int, via: ActorID)] = []
    var seen: Set<ActorID> = [start]
    var frontier = [start]
    for hops in stride(from: 1, through: maxHops, by: 1) {
      var next: [ActorID] = []
      for actor in frontier {
        for partner in try partners(of: actor) where seen.insert(partner).inserted {
          next.append(partner)
          result.append((partner, hops, actor))
        }
      }
      frontier = next.sorted()
    }
    return result
  }

  private func counts(of actor: ActorID) throws -> [ActorID: Int] {
    if let known = counted[actor] { return known }
    var filter = filter
    filter.actors = [actor]
    var counts: [ActorID: Int] = [:]
    try EventQuery(filter, in: db).forEach(fullEvents: true) { event in
      let pairs = event.dyads.filter { $0.first != $0.second }
      let partners = pairs.compactMap { pair in
        pair.first == actor ? pair.second : pair.second == actor ? pair.first : nil
      }
      for partner in Set(partners) { counts[partner, default: 0] += 1 }
      return true
    }
    counted[actor] = counts
    return counts
  }
}
