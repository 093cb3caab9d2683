import CasusModel
import Testing

@testable import CasusStore

/// Paths, neighbours and common partners against a plain search of small random networks.
@Suite struct ConnectionTests {
  private static let actors: [ActorID] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"]

  private struct Network {
    let temporary: TemporaryStore
    /// Events by ordered pair.
    var ties: [ActorPair: Int] = [:]

    func isTied(_ a: ActorID, _ b: ActorID) -> Bool {
      ties[ActorPair(min(a, b), max(a, b))] != nil
    }
  }

  private func network(seed: Int) throws -> Network {
    var random = SeededGenerator(seed: seed)
    var network = Network(temporary: try TemporaryStore())
    var story = Story("a")
    for number in 0..<12 {
      let pair = Self.actors.shuffled(using: &random).prefix(2)
      let type: EventType = Bool.random(using: &random) ? .consult : .accuse
      let day = "2022-03-\(10 + number)"
      story = story.saying("Sentence \(number).", [pair[0]], type, [pair[1]], on: day)
      network.ties[ActorPair(min(pair[0], pair[1]), max(pair[0], pair[1])), default: 0] += 1
    }
    try network.temporary.store.importBatch([story.item])
    return network
  }

  /// All ways without a repetition, shortest first, then by alphabet.
  private func ways(_ network: Network, from start: ActorID, to end: ActorID) -> [[ActorID]] {
    var result: [[ActorID]] = []
    func extend(_ way: [ActorID]) {
      guard let last = way.last else { return }
      if last == end { return result.append(way) }
      for next in Self.actors where !way.contains(next) && network.isTied(last, next) {
        extend(way + [next])
      }
    }
    extend([start])
    return result.sorted { a, b in
      a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }
  }

  private func actors(_ steps: [PathStep], from start: ActorID) -> [ActorID] {
    [start] + steps.map(\.to)
  }

  @Test(arguments: 0..<12)
  func shortestPathsAreThoseOfAPlainSearch(seed: Int) throws {
    let network = try network(seed: seed)
    let expected = ways(network, from: "AAA", to: "GGG")
    let found = try network.temporary.store.paths(from: "AAA", to: "GGG", maxHops: 7, count: 9)
    #expect(found.map { actors($0, from: "AAA") } == Array(expected.prefix(9)))
    let short = try network.temporary.store.paths(from: "AAA", to: "GGG", maxHops: 3, count: 9)
    #expect(
      short.map { actors($0, from: "AAA") } == Array(expected.filter { $0.count <= 4 }.prefix(9)))
    for step in found.joined() {
      #expect(
        step.eventCount == network.ties[ActorPair(min(step.from, step.to), max(step.from, step.to))]
      )
      #expect(step.events.count == step.eventCount)
    }
  }

  @Test(arguments: 0..<12)
  func pathsOverAnActorAreThoseOfAPlainSearch(seed: Int) throws {
    let network = try network(seed: seed)
    let expected = ways(network, from: "AAA", to: "GGG").filter { $0.contains("DDD") }
    let found = try network.temporary.store.paths(
      from: "AAA", to: "GGG", via: ["DDD"], maxHops: 7, count: 5)
    #expect(found.map { actors($0, from: "AAA") } == Array(expected.prefix(5)))
  }

  @Test(arguments: 0..<6)
  func neighboursAreThoseOfAPlainSearch(seed: Int) throws {
    let network = try network(seed: seed)
    var hops: [ActorID: Int] = ["AAA": 0]
    for distance in 0..<3 {
      for actor in hops.filter({ $0.value == distance }).keys {
        for other in Self.actors where hops[other] == nil && network.isTied(actor, other) {
          hops[other] = distance + 1
        }
      }
    }
    hops["AAA"] = nil
    let store = network.temporary.store
    for limit in 1...3 {
      let expected = hops.filter { $0.value <= limit }
      let plain = try store.neighbours(of: "AAA", hops: limit)
      #expect(Dictionary(plain.map { ($0.actor, $0.hops) }) { a, _ in a } == expected)
      // A condition that the dyads do not know must give the same where it rules nothing out.
      let filter = EventFilter(from: EDTF("2022"))
      #expect(try store.neighbours(of: "AAA", hops: limit, filter: filter) == plain)
    }
    for neighbour in try store.neighbours(of: "AAA") {
      let pair = ActorPair(min("AAA", neighbour.actor), max("AAA", neighbour.actor))
      #expect(neighbour.events == network.ties[pair])
    }
    let common = Self.actors.filter { network.isTied("AAA", $0) && network.isTied("BBB", $0) }
    #expect(Set(try store.commonPartners(of: "AAA", "BBB").map(\.actor)) == Set(common))
  }

  @Test func conditionsNarrowNeighbours() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("One.", ["RUS"], .consult, ["PRK"], on: "2022-03-01")
        .saying("Two.", ["RUS"], .accuse, ["UKR"], on: "2023-03-01")
        .saying("Three.", ["RUS"], .accuse, ["USA"], on: "2023-03-02", status: .denied))
    let store = temporary.store
    #expect(try store.neighbours(of: "RUS").map(\.actor) == ["PRK", "UKR"])
    let late = EventFilter(from: EDTF("2023"))
    #expect(try store.neighbours(of: "RUS", filter: late).map(\.actor) == ["UKR"])
    let denied = EventFilter(statuses: [.denied])
    #expect(try store.neighbours(of: "RUS", filter: denied).map(\.actor) == ["USA"])
    let verbal = EventFilter(quads: [.verbalCooperation])
    #expect(try store.neighbours(of: "RUS", hops: 2, filter: verbal).map(\.actor) == ["PRK"])
    #expect(try store.neighbours(of: "XYZ").isEmpty)
  }
}
