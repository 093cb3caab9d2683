import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// The content of a database depends on its articles, not on how they came in.
@Suite struct ImportOrderTests {
  @Test(arguments: 0..<12)
  func orderAndBatchesDoNotMatter(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let stories = randomStories(&random)
    let reference = try TemporaryStore()
    try reference.store.importBatch(stories.map(\.item))
    let expected = try reference.store.dump()
    #expect(expected.contains { $0.hasPrefix("relation\t") })
    for _ in 0..<3 {
      let other = try TemporaryStore()
      try other.store.importBatch(
        stories.shuffled(using: &random).map(\.item), size: Int.random(in: 1...9, using: &random))
      #expect(try other.store.dump() == expected)
      // What was worked out step by step must be what would be worked out at once.
      try other.store.importBatch(stories.shuffled(using: &random).map(\.item), size: 2)
      #expect(try other.store.dump() == expected)
    }
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
  private func randomStories(_ random: inout SeededGenerator) -> [Story] {
    let actors: [ActorID] = ["RUS", "UKR", "PRK", "RUS.GOV.PUTIN", "PRK.GOV.KIM"]
    let kinds: [(EventType, String?)] = [
      (.assault, nil), (.assault, "invade"), (.consult, nil), (.sanction, "cut-relations"),
      (.cooperate, "arms-transfer"), (.agree, "establish-relations"), (.agree, "peace"),
    ]
    let dates = [
      nil, nil, "2022-07", "2022-07-13", "2022-07-14", "2022-07~", "2022-07-11/2022-07-15",
      "2022-02/..", "2022-02-24/..", "2022", "XXXX-07", "2023-09-13",
    ]
    let objects = [nil, nil, "rockets", "artillery rockets", "drones", "shells and drones"]
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
