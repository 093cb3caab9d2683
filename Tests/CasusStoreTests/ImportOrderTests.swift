import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// The content of a database depends on its articles, not on how they came in.
@Suite struct ImportOrderTests {
  @Test(arguments: 0..<12, [false, true])
  func orderAndBatchesDoNotMatter(seed: Int, isSingular: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let stories = randomStories(&random, isSingular: isSingular)
    let catalog = isSingular ? EventCatalog.sampleWithSingularActs : .sample
    let reference = try TemporaryStore(catalog: catalog)
    try reference.store.importBatch(stories.map(\.item))
    let expected = try reference.store.dump()
    #expect(expected.contains { $0.hasPrefix("relation\t") })
    for _ in 0..<2 {
      let other = try TemporaryStore(catalog: catalog)
      try other.store.importBatch(
        stories.shuffled(using: &random).map(\.item), size: Int.random(in: 1...9, using: &random))
      #expect(try other.store.dump() == expected)
      // What was worked out step by step must be what would be worked out at once.
      try other.store.importBatch(stories.shuffled(using: &random).map(\.item), size: 2)
      #expect(try other.store.dump() == expected)
    }
  }

  @Test func changedRulesUniteAnew() throws {
    var random = SeededGenerator(seed: 7)
    let items = randomStories(&random, isSingular: true).map(\.item)
    let reference = try TemporaryStore(catalog: .sampleWithSingularActs)
    try reference.store.importBatch(items)
    let expected = try reference.store.dump()
    let other = try TemporaryStore(catalog: .sample)
    try other.store.importBatch(items)
    #expect(try other.store.dump() != expected)
    try other.store.close()
    let reopened = try EventStore(
      path: other.store.path, access: .writing(.sampleWithSingularActs))
    try reopened.importBatch(items.prefix(1))
    #expect(try reopened.dump() == expected)
  }

  @Test func sameArticleTwiceChangesNothing() throws {
    let story = Story("a", published: "2022-09-06")
      .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
    let temporary = try TemporaryStore(story)
    let before = try temporary.store.dump()
    let report = try temporary.store.add(story.article, statements: story.statements)
    #expect(report.unchanged == 1 && report.added == 0)
    #expect(try temporary.store.dump() == before)
  }

  @Test func stoppedImportIsWholeAndCanBeFinished() throws {
    struct Stop: Error {}
    var random = SeededGenerator(seed: 99)
    let items = randomStories(&random).map(\.item)
    let whole = try TemporaryStore()
    try whole.store.importBatch(items)
    let stopped = try TemporaryStore()
    #expect(throws: Stop.self) {
      try stopped.store.importBatch(items, size: 4) { if $0.added >= 8 { throw Stop() } }
    }
    #expect(try stopped.store.summary().articles > 0)
    try stopped.store.importBatch(items)
    #expect(try stopped.store.dump() == whole.store.dump())
  }

  /// Articles about few actors, types and days, so that much of it meets; some share an address.
  ///
  /// With `isSingular` only about acts that happen once, most of them undated.
  private func randomStories(
    _ random: inout SeededGenerator, isSingular: Bool = false
  ) -> [Story] {
    let actors: [ActorID] = ["RUS", "UKR", "PRK", "RUS.GOV.PUTIN", "PRK.GOV.KIM"]
    let acts: [(EventType, String?)] = [
      (.assault, "invade"), (.sanction, "cut-relations"), (.agree, "establish-relations"),
    ]
    let kinds: [(EventType, String?)] =
      isSingular
      ? acts
      : acts + [
        (.assault, nil), (.consult, nil), (.cooperate, "arms-transfer"), (.agree, "peace"),
      ]
    let days = [
      nil, nil, nil, nil, nil, nil, nil, "2022-07", "2022-07-13", "2022-07-13/..", "2022",
      "XXXX-07",
    ]
    let dates =
      isSingular
      ? days
      : [
        nil, nil, "2022-07", "2022-07-13", "2022-07-14", "2022-07~", "2022-07-11/2022-07-15",
        "2022-02/..", "2022-02-24/..", "2022", "XXXX-07", "2023-09-13",
      ]
    let objects = [
      nil, nil, "rockets", "artillery rockets", "drones", "shells and drones", "the oil",
      "oil wells", "oil tankers", "roket", "both",
    ]
    return (0..<24).map { number in
      let day = number % 5 == 4 ? nil : "2022-09-\(10 + number)"
      var story = Story(
        "a\(number)", published: day, url: number % 6 == 0 ? "https://example.org/x" : nil,
        language: ["en", "id", nil][number % 3])
      for place in 0..<Int.random(in: 1...4, using: &random) {
        let (type, mode) = kinds.randomElement(using: &random) ?? (.consult, nil)
        let pair = actors.shuffled(using: &random).prefix(2)
        let isGoods = mode == "arms-transfer" && Bool.random(using: &random)
        story = story.saying(
          "Sentence \(place).", [pair[0]], type, [pair[1]], mode: mode,
          on: dates.randomElement(using: &random) ?? nil,
          status: EventStatus.allCases.randomElement(using: &random) ?? .occurred,
          object: objects.randomElement(using: &random) ?? nil,
          roles: isGoods ? ["supplier": [pair[0]], "recipient": [pair[1]]] : [:],
          confidence: Double.random(in: 0.1...0.9, using: &random))
      }
      return story
    }
  }
}
