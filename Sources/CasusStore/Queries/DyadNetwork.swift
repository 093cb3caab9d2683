import CasusModel
import GRDB

/// Who is connected with whom: flat adjacency arrays, read from `dyad` once.
struct DyadNetwork {
  /// The actors, sorted by identifier; the index of one is its number in the other arrays.
  private let actors: [ActorID]
  private let numbers: [ActorID: Int]
  /// The neighbours of actor `i`, sorted, are `neighbours[starts[i]..<starts[i + 1]]`.
  private let starts: [Int]
  private let neighbours: [Int]
  private var cuts: Set<Int> = []

  init(_ filter: EventFilter, in db: Database) throws {
    let statuses = filter.statuses.map(\.rawValue)
    let quads = (filter.quads.isEmpty ? QuadClass.allCases : filter.quads).map(\.number)
    let marks = { (count: Int) in Array(repeating: "?", count: count).joined(separator: ", ") }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT source, target FROM dyad
        WHERE status IN (\(marks(statuses.count))) AND quad IN (\(marks(quads.count)))
        GROUP BY source, target
        """, arguments: StatementArguments(statuses) + StatementArguments(quads))
    var pairs: [(Int64, Int64)] = []
    while let row = try rows.next() { pairs.append((row[0], row[1])) }
    let keys = Set(pairs.flatMap { [$0.0, $0.1] })
    let ids = ActorKeys(db)
    let sorted = try keys.map { ($0, try ids.id(of: $0)) }.sorted { $0.1 < $1.1 }
    actors = sorted.map(\.1)
    numbers = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    let numberOfKey = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.0, $0) })
    var lists = [[Int]](repeating: [], count: actors.count)
    for (source, target) in pairs where source != target {
      guard let a = numberOfKey[source], let b = numberOfKey[target] else { continue }
      lists[a].append(b)
      lists[b].append(a)
    }
    let unique = lists.map { Set($0).sorted() }
    starts = unique.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    neighbours = Array(unique.joined())
  }

  /// Forgets that two actors are connected.
  mutating func cut(_ a: ActorID, _ b: ActorID) {
    guard let a = numbers[a], let b = numbers[b] else { return }
    cuts.insert(edge(a, b))
    cuts.insert(edge(b, a))
  }

  /// The actors on the shortest way, both ends included; breadth first, neighbours in order.
  func shortestPath(from start: ActorID, to end: ActorID, maxHops: Int) -> [ActorID]? {
    guard let start = numbers[start], let end = numbers[end] else { return nil }
    var cameFrom = [Int](repeating: -1, count: actors.count)
    cameFrom[start] = start
    var frontier = [start]
    var hops = 0
    while !frontier.isEmpty, hops < maxHops, cameFrom[end] < 0 {
      var next: [Int] = []
      for actor in frontier {
        for neighbour in neighbours[starts[actor]..<starts[actor + 1]]
        where cameFrom[neighbour] < 0 && !cuts.contains(edge(actor, neighbour)) {
          cameFrom[neighbour] = actor
          next.append(neighbour)
        }
      }
      frontier = next
      hops += 1
    }
    guard cameFrom[end] >= 0 else { return nil }
    var way = [end]
    while let last = way.last, last != start { way.append(cameFrom[last]) }
    return way.reversed().map { actors[$0] }
  }

  private func edge(_ a: Int, _ b: Int) -> Int { a * actors.count + b }
}
