import CasusModel
import CasusTestSupport
import GRDB
import Testing

@testable import CasusStore

@Suite struct CorrectionTests {
  private let first = Story("a", published: "2022-09-06", url: "https://example.org/1")
    .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-23")
  private let corrected = Story("b", published: "2022-09-07", url: "https://example.org/1")
    .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")

  @Test func correctionSupersedesInEitherOrder() throws {
    let forward = try TemporaryStore(first, corrected)
    let backward = try TemporaryStore(corrected, first)
    #expect(try forward.store.dump() == backward.store.dump())
    #expect(try forward.store.events().map(\.date?.rawValue) == ["2022-02-24"])
    #expect(try forward.store.relations(of: "UKR").map(\.validity?.rawValue) == ["2022-02-24/.."])
    let summary = try forward.store.summary()
    #expect(summary.articles == 1 && summary.supersededArticles == 1 && summary.evidence == 1)
  }

  @Test func whatBecameOfACorrectedEventIsTold() throws {
    let temporary = try TemporaryStore(first)
    let old = try #require(try temporary.store.events().first).id
    try temporary.store.importBatch([corrected.item])
    let new = try #require(try temporary.store.events().first).id
    #expect(old != new)
    #expect(
      throws: StoreError.correctedEvent(
        prefix: String(old.prefix(8)), article: "b.txt", now: [String(new.prefix(8))])
    ) { try temporary.store.event(idPrefix: String(old.prefix(8))) }
    #expect(throws: StoreError.unknownEvent(prefix: "abc")) {
      try temporary.store.event(idPrefix: "abc")
    }
    let gone = try TemporaryStore(
      first, Story("b", published: "2022-09-07", url: "https://example.org/1"))
    #expect(throws: StoreError.correctedEvent(prefix: old, article: "b.txt", now: [])) {
      try gone.store.event(idPrefix: old)
    }
  }

  @Test func correctionWithoutAnyStatementTakesTheEventAway() throws {
    let temporary = try TemporaryStore(
      first, Story("b", published: "2022-09-07", url: "https://example.org/1"))
    #expect(try temporary.store.events().isEmpty)
    #expect(try temporary.store.relations(of: "UKR").isEmpty)
    #expect(try temporary.store.search("attacked").isEmpty)
  }

  @Test func withoutDatesTheLaterRecordCounts() throws {
    var old = first
    old.article.published = nil
    let temporary = try TemporaryStore(corrected, old)
    #expect(try temporary.store.events().map(\.date?.rawValue) == ["2022-02-23"])
  }

  @Test func sameWordsInTwoPapersAreOneArticleWhateverTheOrder() throws {
    var copy = first
    copy.article.publisher = "Kurir Contoh"
    copy.article.url = "https://example.net/2"
    copy.article.published = EDTF("2022-09-05")
    let forward = try TemporaryStore(first, copy)
    let backward = try TemporaryStore(copy, first)
    #expect(try forward.store.dump() == backward.store.dump())
    #expect(try forward.store.articles(["a"]).map(\.publisher) == ["Kurir Contoh"])
    #expect(try forward.store.events().map(\.evidence.count) == [1])
  }

  @Test func wordsThatAreNotInTheArticleAreLeftOut() throws {
    let temporary = try TemporaryStore()
    var story = first.saying("Nothing else.", ["RUS"], .accuse, ["USA"])
    story.statements[0].evidence.start += 1
    let report = try temporary.store.add(story.article, statements: story.statements)
    #expect(report.statements == 1)
    #expect(report.rejected == ["a.txt: evidence at bytes 12–27 is not in the article; left out"])
    #expect(try temporary.store.events().map(\.type) == [.accuse])
  }

  @Test func everyEvidenceHasItsEventAndEveryDyadToo() throws {
    let temporary = try TemporaryStore(
      first, corrected, Story("c").saying("Met.", ["RUS"], .consult, ["UKR"]))
    let orphans = try temporary.store.read { db in
      [
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM dyad WHERE event NOT IN (SELECT key FROM event)"),
        try Int.fetchOne(
          db,
          sql:
            "SELECT count(*) FROM event WHERE key NOT IN (SELECT event FROM evidence WHERE event IS NOT NULL)"
        ),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_foreign_key_check"),
      ]
    }
    #expect(orphans == [0, 0, 0])
  }
}
