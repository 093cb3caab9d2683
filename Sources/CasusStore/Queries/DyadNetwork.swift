import CasusModel
import GRDB

/// Who is connected with whom: flat adjacency arrays, read from `dyad` once.
struct DyadNetwork {
  /// The actors, sorted by identifier; the index of one is its number in the other arrays.
  let actors: [ActorID]
  private let numbers: [ActorID: Int32]
  /// The neighbours of actor `i`, sorted, are `neighbours[starts[i]..<starts[i + 1]]`.
  private let starts: [Int32]
  private let neighbours: [Int32]
  private var cuts: Set<Edge> = []

  /// Two actors by their numbers, the smaller one first.
  private struct Edge: Hashable {
    let a: Int32
    let b: Int32

    init(_ a: Int32, _ b: Int32) {
      (self.a, self.b) = (min(a, b), max(a, b))
    }
  }

  /// Connects the actors of events with the statuses and quadrants of a filter.
  init(_ filter: EventFilter, in db: Database) throws {
    let condition = DyadCondition(filter)
    let pairs = try FastStatement(
      db, "SELECT source, target FROM dyad WHERE \(condition.sql) GROUP BY source, target")
    var ids: [(key: Int, id: ActorID)] = []
    let names = try Row.fetchCursor(db, sql: "SELECT key, id FROM actor")
    while let row = try names.next() { ids.append((row[0], ActorID(rawValue: row[1]))) }
    ids.sort { $0.id < $1.id }
    var numberOfKey = [Int32](repeating: -1, count: (ids.map(\.key).max() ?? 0) + 1)
    var isMet = [Bool](repeating: false, count: numberOfKey.count)
    var sources: [Int32] = []
    var targets: [Int32] = []
    try pairs.forEach(condition.bind) { row in
      let (source, target) = (row.int(0), row.int(1))
      guard source != target else { return }
      (isMet[source], isMet[target]) = (true, true)
      sources.append(Int32(source))
      targets.append(Int32(target))
    }
    var actors: [ActorID] = []
    for (key, id) in ids where isMet[key] {
      numberOfKey[key] = Int32(actors.count)
      actors.append(id)
    }
    self.actors = actors
    numbers = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, Int32($0)) })
    for index in sources.indices {
      sources[index] = numberOfKey[Int(sources[index])]
      targets[index] = numberOfKey[Int(targets[index])]
    }
    (starts, neighbours) = Self.lists(sources, targets, count: actors.count)
  }

  /// The sorted neighbours of each actor, one after the other, and where each list starts.
  private static func lists(
    _ sources: [Int32], _ targets: [Int32], count: Int
  ) -> (starts: [Int32], neighbours: [Int32]) {
    var places = [Int](repeating: 0, count: count + 1)
    for number in sources { places[Int(number) + 1] += 1 }
    for number in targets { places[Int(number) + 1] += 1 }
    for index in 0..<count { places[index + 1] += places[index] }
    let ends = places
    var all = [Int32](repeating: 0, count: sources.count * 2)
    for (source, target) in zip(sources, targets) {
      all[places[Int(source)]] = target
      places[Int(source)] += 1
      all[places[Int(target)]] = source
      places[Int(target)] += 1
    }
    // A pair that acts both ways stands twice in a list.
    var starts: [Int32] = [0]
    starts.reserveCapacity(count + 1)
    var kept = 0
    for index in 0..<count {
      all[ends[index]..<ends[index + 1]].sort()
      var last: Int32 = -1
      for place in ends[index]..<ends[index + 1] where all[place] != last {
        last = all[place]
        all[kept] = last
        kept += 1
      }
      starts.append(Int32(kept))
    }
    all.removeLast(all.count - kept)
    return (starts, all)
  }

  /// Forgets that two actors are connected.
  mutating func cut(_ a: ActorID, _ b: ActorID) {
    guard let a = numbers[a], let b = numbers[b] else { return }
    cuts.insert(Edge(a, b))
  }

  /// The shortest ways from one actor to another that meet nobody twice, both ends included.
  ///
  /// Shorter ways come first, of equally short ones those whose actors come first in the alphabet
  /// (Yen 1971).
  /// - Parameters:
  ///   - start: the first actor.
  ///   - end: the last actor.
  ///   - maxHops: how many steps at most.
  ///   - count: how many ways at most.
  /// - Returns: the ways, none where there is none.
  func shortestPaths(
    from start: ActorID, to end: ActorID, maxHops: Int, count: Int
  ) -> [[ActorID]] {
    guard let start = numbers[start], let end = numbers[end], count > 0,
      let first = way(from: start, to: end, maxHops: maxHops)
    else { return [] }
    var found = [first]
    var candidates: Set<[Int32]> = []
    while found.count < count, let last = found.last {
      for turn in last.indices.dropLast() {
        let root = Array(last[...turn])
        let used = found.filter { $0.starts(with: root) }.map { Edge($0[turn], $0[turn + 1]) }
        let spur = way(
          from: last[turn], to: end, maxHops: maxHops - turn, avoiding: Set(root.dropLast()),
          edges: Set(used))
        if let spur { candidates.insert(root + spur.dropFirst()) }
      }
      candidates.subtract(found)
      guard let next = candidates.min(by: Self.isBefore) else { break }
      candidates.remove(next)
      found.append(next)
    }
    return found.map { $0.map { actors[Int($0)] } }
  }

  /// How many steps everybody within reach is away, with the actor from whom they were reached.
  func reach(
    from start: ActorID, maxHops: Int
  ) -> [(actor: ActorID, hops: Int, via: ActorID)] {
    guard let start = numbers[start] else { return [] }
    var result: [(actor: ActorID, hops: Int, via: ActorID)] = []
    var isSeen = [Bool](repeating: false, count: actors.count)
    isSeen[Int(start)] = true
    var frontier = [start]
    for hops in stride(from: 1, through: maxHops, by: 1) {
      var next: [Int32] = []
      for actor in frontier {
        forEachNeighbour(of: actor) { neighbour in
          guard !isSeen[Int(neighbour)] else { return }
          isSeen[Int(neighbour)] = true
          next.append(neighbour)
          result.append((actors[Int(neighbour)], hops, actors[Int(actor)]))
        }
      }
      guard !next.isEmpty else { break }
      frontier = next.sorted()
    }
    return result
  }

  /// The shortest way, breadth first, neighbours in order.
  private func way(
    from start: Int32, to end: Int32, maxHops: Int, avoiding: Set<Int32> = [],
    edges: Set<Edge> = []
  ) -> [Int32]? {
    guard start != end else { return [start] }
    var cameFrom = [Int32](repeating: -1, count: actors.count)
    cameFrom[Int(start)] = start
    for actor in avoiding { cameFrom[Int(actor)] = actor }
    var frontier = [start]
    var hops = 0
    while !frontier.isEmpty, hops < maxHops, cameFrom[Int(end)] < 0 {
      var next: [Int32] = []
      for actor in frontier {
        forEachNeighbour(of: actor) { neighbour in
          guard cameFrom[Int(neighbour)] < 0 else { return }
          if !edges.isEmpty, edges.contains(Edge(actor, neighbour)) { return }
          cameFrom[Int(neighbour)] = actor
          next.append(neighbour)
        }
      }
      frontier = next
      hops += 1
    }
    guard cameFrom[Int(end)] >= 0 else { return nil }
    var way = [end]
    while let last = way.last, last != start { way.append(cameFrom[Int(last)]) }
    return way.reversed()
  }

  private func forEachNeighbour(of actor: Int32, _ body: (Int32) -> Void) {
    for place in starts[Int(actor)]..<starts[Int(actor) + 1] {
      let neighbour = neighbours[Int(place)]
      if cuts.isEmpty || !cuts.contains(Edge(actor, neighbour)) { body(neighbour) }
    }
  }

  private static func isBefore(_ a: [Int32], _ b: [Int32]) -> Bool {
    a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }
}

/// The conditions of a filter that `dyad` knows by itself: statuses and quadrants.
struct DyadCondition {
  let sql: String
  private let statuses: [Int]
  /// The types of the quadrants, none where all are asked for.
  private let types: [Int]

  init(_ filter: EventFilter) {
    func list(_ values: [String]) -> String { values.joined(separator: ", ") }
    let statuses = filter.statuses.isEmpty ? EventStatus.allCases : filter.statuses
    self.statuses = statuses.map(\.code)
    types = EventType.allCases.filter { filter.quads.contains($0.quadClass) }.map(\.code)
    let hasStatus = "statusCode IN (\(list(statuses.map { _ in "?" })))"
    let hasType = "typeCode IN (\(list(types.map { _ in "?" })))"
    sql = types.isEmpty ? hasStatus : "\(hasStatus) AND \(hasType)"
  }

  var arguments: StatementArguments { StatementArguments(statuses) + StatementArguments(types) }

  /// Binds the same.
  func bind(_ parameters: inout FastStatement.Parameters) {
    for status in statuses { parameters.add(status) }
    for type in types { parameters.add(type) }
  }
}

extension EventFilter {
  /// Whether it asks for nothing but actors, statuses and quadrants, which `dyad` knows by itself.
  var isKnownToDyads: Bool {
    var plain = EventFilter()
    plain.actors = actors
    plain.between = between
    plain.statuses = statuses
    plain.quads = quads
    plain.limit = limit
    plain.newestFirst = newestFirst
    return self == plain
  }

  /// The same, where what is denied or hypothetical connects nobody unless asked for.
  var connecting: EventFilter {
    var result = self
    if statuses.isEmpty { result.statuses = [.occurred, .planned] }
    return result
  }
}
