public import CasusModel
import GRDB

extension EventStore {
  /// The shortest way from an actor to another over events between pairs, in either direction.
  ///
  /// - Returns: the steps, empty for an actor and itself, or `nil` when there is no way.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func path(
    from start: ActorID, to end: ActorID, maxHops: Int = 6, filter: EventFilter = EventFilter()
  ) throws -> [PathStep]? {
    try paths(from: start, to: end, maxHops: maxHops, count: 1, filter: filter).first
  }

  /// The shortest ways from an actor to another over events between pairs, in either direction.
  ///
  /// No way meets an actor twice. Shorter ways come first, of equally short ones those whose actors
  /// come first in the alphabet. Events that are denied or hypothetical connect nobody, unless the
  /// filter asks for such statuses.
  ///
  /// ```swift
  /// let ways = try store.paths(from: "USA", to: "PRK", via: ["RUS"], count: 3)
  /// ```
  /// - Parameters:
  ///   - start: the first actor; its people and bodies stand for it.
  ///   - end: the last actor.
  ///   - via: actors that a way must pass, in this order.
  ///   - maxHops: how many steps at most.
  ///   - count: how many ways at most.
  ///   - filter: conditions on the events on the way; `limit` counts events of one step, the actors
  ///     of the filter are not looked at.
  /// - Returns: the ways, each as its steps; one without steps for an actor and itself.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func paths(
    from start: ActorID, to end: ActorID, via: [ActorID] = [], maxHops: Int = 6, count: Int = 1,
    filter: EventFilter = EventFilter()
  ) throws -> [[PathStep]] {
    let stops = ([start] + via + [end]).map(\.rolledUp)
    guard stops.count > 2 || stops[0] != stops[1] else { return [[]] }
    return try read { db in
      var filter = filter.connecting
      filter.actors = []
      var network = try DyadNetwork(filter, in: db)
      var steps = PathSteps(filter, in: db)
      // The dyads know statuses and quadrants; what else the filter asks is found out on the way.
      while true {
        let ways = PathSearch(network: network, maxHops: maxHops).ways(through: stops, count: count)
        guard let broken = try steps.firstBroken(in: ways) else {
          return try ways.map { try steps.steps(of: $0) }
        }
        network.cut(broken.first, broken.second)
      }
    }
  }
}

/// Finds ways that pass several actors.
struct PathSearch {
  /// How many ways between two stops are combined at most.
  private static let widest = 256

  let network: DyadNetwork
  let maxHops: Int

  /// The shortest ways through some actors in their order that meet nobody twice.
  func ways(through stops: [ActorID], count: Int) -> [[ActorID]] {
    guard stops.count > 2 else {
      return network.shortestPaths(
        from: stops[0], to: stops[1], maxHops: maxHops, count: count)
    }
    // Ways between two stops may cross each other; the more of them there are, the more surely some
    // do not.
    var width = max(8, 2 * count)
    while true {
      let legs = zip(stops, stops.dropFirst()).map { from, to in
        network.shortestPaths(from: from, to: to, maxHops: maxHops, count: width)
      }
      let ways = combined(legs)
      if ways.count >= count || width >= Self.widest || legs.allSatisfy({ $0.count < width }) {
        return Array(ways.prefix(count))
      }
      width *= 2
    }
  }

  private func combined(_ legs: [[[ActorID]]]) -> [[ActorID]] {
    var ways: [[ActorID]] = legs.first ?? []
    for leg in legs.dropFirst() {
      ways = ways.flatMap { way in
        leg.compactMap { next -> [ActorID]? in
          let rest = next.dropFirst()
          guard way.count + rest.count - 1 <= maxHops, Set(way).isDisjoint(with: rest) else {
            return nil
          }
          return way + rest
        }
      }
    }
    return ways.sorted { a, b in
      a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }
  }
}

/// The events of the steps of ways, each looked up once.
struct PathSteps {
  private let db: Database
  private let filter: EventFilter
  private var known: [ActorPair: PathStep] = [:]

  init(_ filter: EventFilter, in db: Database) {
    self.db = db
    self.filter = filter
  }

  /// The first two neighbours on a way between whom no event passes the filter.
  mutating func firstBroken(in ways: [[ActorID]]) throws -> ActorPair? {
    for way in ways {
      for (from, to) in zip(way, way.dropFirst()) where try step(from, to).events.isEmpty {
        return ActorPair(from, to)
      }
    }
    return nil
  }

  /// The steps of a way.
  mutating func steps(of way: [ActorID]) throws -> [PathStep] {
    var result: [PathStep] = []
    for (from, to) in zip(way, way.dropFirst()) { result.append(try step(from, to)) }
    return result
  }

  private mutating func step(_ from: ActorID, _ to: ActorID) throws -> PathStep {
    let pair = ActorPair(from, to)
    if let step = known[pair] { return step }
    var filter = filter
    filter.between = pair
    let events = try EventQuery(filter, in: db).fetch()
    let isCut = filter.limit.map { events.count >= $0 } ?? false
    let step = PathStep(
      from: from, to: to, events: events,
      eventCount: isCut ? try EventStore.count(filter, in: db) : events.count)
    known[pair] = step
    return step
  }
}
