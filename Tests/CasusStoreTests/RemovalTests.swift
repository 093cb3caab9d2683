import CasusModel
import GRDB
import Testing

@testable import CasusStore

/// Taking articles out, and correcting them, reaches everything that rests on them.
@Suite struct RemovalTests {
  private let report = Story("a", published: "2022-02-25")
    .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
  private let other = Story("b", published: "2022-02-26")
    .saying("It attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
    .saying("They talked.", ["RUS"], .consult, ["UKR"], on: "2022-02-28")

  @Test func removalReachesEventsRelationsAndSearch() throws {
    let temporary = try TemporaryStore(report)
    let result = try temporary.store.removeArticle("a")
    #expect(result.article.id == "a")
    #expect(result.changes.events.count == 1 && result.changes.events[0].after == nil)
    #expect(result.changes.relations.map(\.before?.kind) == ["war"])
    #expect(try temporary.store.events().isEmpty)
    #expect(try temporary.store.relations(of: "RUS").isEmpty)
    #expect(try temporary.store.search("attacked").isEmpty)
    #expect(try temporary.store.check().isEmpty)
    let rows = try temporary.store.read { db in
      try ["article", "event", "participant", "dyad", "evidence", "relation", "relationEvent"].map {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? -1
      }
    }
    #expect(rows == [0, 0, 0, 0, 0, 0, 0])
  }

  @Test func whatOthersTellStays() throws {
    let temporary = try TemporaryStore(report, other)
    let alone = try TemporaryStore(other)
    let result = try temporary.store.removeArticle("a")
    #expect(
      result.changes.events.map { $0.before?.id } == result.changes.events.map { $0.after?.id })
    #expect(try temporary.store.dump() == alone.store.dump())
  }

  @Test func olderVersionCountsAgain() throws {
    var corrected = Story("c", published: "2022-03-01", url: "https://example.org/1")
      .saying("Nothing.", ["RUS"], .accuse, ["UKR"])
    corrected.article.title = "Corrected"
    var first = report
    first.article.url = "https://example.org/1"
    let temporary = try TemporaryStore(first, corrected)
    #expect(try temporary.store.events().map(\.type) == [.accuse])
    try temporary.store.removeArticle("https://example.org/1")
    #expect(try temporary.store.events().map(\.type) == [.assault])
    let alone = try TemporaryStore(first)
    #expect(try temporary.store.dump() == alone.store.dump())
  }

  @Test func unknownAndAmbiguousNamesAreRefused() throws {
    let temporary = try TemporaryStore(Story("ab"), Story("ac"))
    #expect(throws: StoreError.unknownArticle(name: "zz")) {
      try temporary.store.removeArticle("zz")
    }
    #expect(throws: StoreError.ambiguousArticle(name: "a", candidates: ["ab", "ac"])) {
      try temporary.store.removeArticle("a")
    }
    #expect(throws: StoreError.unknownArticle(name: "")) { try temporary.store.removeArticle("") }
  }

  /// Three imports, a correction and a removal in any order that ends with the same articles.
  @Test(arguments: 0..<10)
  func anyOrderEndsTheSame(seed: Int) throws {
    var random = SeededGenerator(seed: 7_000 + seed)
    var stories = RandomCorpus.stories(&random, isSingular: seed % 2 == 1, count: 6)
    for index in stories.indices { stories[index].article.url = nil }
    var correction = stories[0]
    stories[0].article.url = "https://example.org/corrected"
    stories[0].article.published = EDTF("2022-09-01")
    correction = Self.renamed(correction, to: "corrected", url: "https://example.org/corrected")
    let removed = stories[5]
    let imports = [Array(stories[0..<2]), Array(stories[2..<4]), Array(stories[4..<6])]
    let catalog = seed % 2 == 1 ? EventCatalog.sampleWithSingularActs : .sample
    func run(_ order: [Int]) throws -> [String] {
      let temporary = try TemporaryStore(catalog: catalog)
      for step in order {
        switch step {
        case 0...2: try temporary.store.importBatch(imports[step].map(\.item))
        case 3: try temporary.store.importBatch([correction.item])
        default: try temporary.store.removeArticle(removed.article.id)
        }
      }
      #expect(try temporary.store.check().isEmpty)
      return try temporary.store.dump()
    }
    let expected = try run([0, 1, 2, 3, 4])
    for _ in 0..<3 {
      var order = [0, 1, 2, 3].shuffled(using: &random)
      // An article can only be taken out when it is there.
      let earliest = (order.firstIndex(of: 2) ?? 0) + 1
      order.insert(4, at: Int.random(in: earliest...order.count, using: &random))
      #expect(try run(order) == expected, "\(order)")
    }
  }

  private static func renamed(_ story: Story, to id: String, url: String) -> Story {
    var result = story
    result.article.id = id
    result.article.path = "\(id).txt"
    result.article.url = url
    result.article.published = EDTF("2022-09-20")
    for index in result.statements.indices {
      result.statements[index].evidence.articleID = id
      result.statements[index].evidence.date = EDTF("2022-08")
    }
    return result
  }
}
