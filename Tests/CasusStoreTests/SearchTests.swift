import CasusModel
import Testing

@testable import CasusStore

@Suite struct SearchTests {
  private let store: EventStore
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore(
      Story("a").saying("The Élysée Palace spoke of North Korea.", ["FRA"], .consult, ["PRK"]),
      Story("b").saying("Korea went north, and nothing is NEAR it.", ["KOR"], .consult, ["PRK"]))
    store = temporary.store
  }

  private static let searches: [(String, [String])] = [
    ("elysee", ["a"]), ("ÉLYSÉE palace", ["a"]), ("north korea", ["a", "b"]),
    ("\"north korea\"", ["a"]), ("near", ["b"]), ("NOT near", []), ("korea OR palace", []),
    ("title:article", []), ("kor*", []), ("\"korea", ["a", "b"]), ("nothing) AND (", ["b"]),
    ("it's", []),
  ]

  @Test(arguments: searches)
  func wordsMeanThemselves(words: String, ids: [String]) throws {
    #expect(try store.search(words).map(\.article.id).sorted() == ids)
  }

  @Test func snippetMarksTheWords() throws {
    let hit = try #require(try store.search("palace").first)
    #expect(hit.snippet == "Article a. The Élysée [Palace] spoke of North Korea.")
    #expect(hit.article.text.isEmpty)
  }

  @Test(arguments: ["", "  ", "\"\"", "?!"])
  func nothingToSearchForIsReported(words: String) {
    #expect(throws: StoreError.emptySearch(words: words)) { try store.search(words) }
  }

  @Test func limitCutsTheList() throws {
    #expect(try store.search("korea", matching: EventFilter(limit: 1)).count == 1)
  }
}
