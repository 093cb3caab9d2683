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
    let stories = RandomCorpus.stories(&random, isSingular: isSingular)
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
    let items = RandomCorpus.stories(&random, isSingular: true).map(\.item)
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
    let items = RandomCorpus.stories(&random).map(\.item)
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
}
