import CasusModel
import Foundation
import Testing

@testable import CasusStore

/// However a corpus is split into databases and these are merged, the content is the same.
@Suite struct MergeTests {
  @Test(arguments: 0..<6)
  func splitsMergeToTheSame(seed: Int) throws {
    var random = SeededGenerator(seed: 4_000 + seed)
    let items = RandomCorpus.stories(&random, isSingular: seed % 2 == 1).map(\.item)
    let catalog = seed % 2 == 1 ? EventCatalog.sampleWithSingularActs : .sample
    let parts = try (0..<3).map { number in
      let part = try TemporaryStore(catalog: catalog)
      let own = items.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
      try part.store.importBatch(own.shuffled(using: &random), size: 5)
      try review(part.store, by: "Reviewer \(number)", &random)
      return part
    }
    func content(_ stores: [TemporaryStore]) throws -> [String] {
      let result = try merged(stores)
      // The graph is what exports are written from.
      return try result.store.dump() + [JSONColumn.encode(result.store.graph())]
    }
    func merged(_ stores: [TemporaryStore]) throws -> TemporaryStore {
      let result = try TemporaryStore(catalog: catalog)
      for part in stores {
        try result.store.merge(part.store, size: Int.random(in: 1...9, using: &random))
      }
      return result
    }
    let reference = try merged(parts)
    let expected = try content([reference])
    for _ in 0..<2 {
      // Another order, one of them twice: commutative and idempotent.
      let others = (parts + [parts[seed % 3]]).shuffled(using: &random)
      #expect(try content(others) == expected)
    }
    // (a + b) + c and a + (b + c): associative.
    #expect(try content([merged([parts[0], parts[1]]), parts[2]]) == expected)
    #expect(try content([parts[0], merged([parts[1], parts[2]])]) == expected)
    #expect(try reference.store.check().isEmpty)
    // A copy is the same.
    #expect(
      try reference.store.dump() + [JSONColumn.encode(reference.store.graph())] == expected)
  }

  /// Decides something of every kind about events taken at random.
  private func review(
    _ store: EventStore, by reviewer: String, _ random: inout SeededGenerator
  ) throws {
    let kinds: [(Event) -> ReviewVerdict] = [
      { _ in .accept }, { _ in .reject }, { _ in .date(EDTF("2022-07-13")) },
      { _ in .status(.denied) }, { _ in .target(["CHN"]) }, { _ in .type(.agree, mode: nil) },
      { .merge($0.id) },
    ]
    for (number, kind) in kinds.enumerated() {
      let events = try store.events().shuffled(using: &random)
      guard events.count > 1 else { return }
      let review = Review(
        [kind(events[1])], reviewer: reviewer, decidedAt: "2026-01-0\(number + 1)T00:00:00Z")
      let decisions = try store.review(events[0].id, review).decisions
      if number == 3 {
        try store.undoReview(decisions[0].id, by: reviewer, at: "2026-02-01T00:00:00Z")
      }
    }
  }

  @Test func actorsAreUnited() throws {
    func store(_ english: String, _ others: [String]) throws -> TemporaryStore {
      let temporary = try TemporaryStore(
        Story("a").saying("They met.", ["RUS"], .consult, ["PRK"]))
      try temporary.store.register(
        actors: [Actor(id: "RUS", kind: .state, names: ["en": english])],
        names: others.map { ("RUS", "en", $0) })
      return temporary
    }
    let parts = [try store("Russia", ["Moscow"]), try store("Russian Federation", ["Russia"])]
    let dumps = try [parts, parts.reversed()].map { parts in
      let result = try TemporaryStore()
      for part in parts { try result.store.merge(part.store) }
      #expect(try result.store.resolveActor("Moscow") == "RUS")
      #expect(try result.store.actors(["RUS"]).map { $0.name(in: "en") } == ["Russia"])
      return try result.store.dump()
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test func laterCodingStands() throws {
    let story = Story("a").saying("They met.", ["RUS"], .consult, ["PRK"])
    let old = try TemporaryStore(story)
    let new = try TemporaryStore(story)
    var better = story
    better.statements[0].type = .agree
    try new.store.recode([better.item])
    for parts in [[old, new], [new, old]] {
      let result = try TemporaryStore()
      for part in parts { try result.store.merge(part.store) }
      #expect(try result.store.events().map(\.type) == [.agree])
    }
  }

  @Test func stoppedMergerCanBeFinished() throws {
    struct Stop: Error {}
    var random = SeededGenerator(seed: 5)
    let source = try TemporaryStore()
    try source.store.importBatch(RandomCorpus.stories(&random).map(\.item))
    let target = try TemporaryStore()
    #expect(throws: Stop.self) {
      try target.store.merge(source.store, size: 4) { if $0.added >= 8 { throw Stop() } }
    }
    #expect(try target.store.check().isEmpty)
    try target.store.merge(source.store)
    let copy = try TemporaryStore()
    try copy.store.merge(source.store)
    #expect(try target.store.dump() == copy.store.dump())
  }
}
