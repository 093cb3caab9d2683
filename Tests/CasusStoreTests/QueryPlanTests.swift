import CasusModel
import GRDB
import Synchronization
import Testing

@testable import CasusStore

/// No import and no question may read a big table from end to end.
@Suite struct QueryPlanTests {
  private static let bigTables = [
    "article", "event", "evidence", "dyad", "participant", "relationEvent", "relation", "review",
    "reviewEvidence",
  ]

  @Test func importSearchesItsTables() throws {
    let plans = try plans { db, catalog in
      var batch = try BatchImport(db, catalog: catalog, now: 0)
      for story in Self.moreStories { try batch.add(story.item) }
      try batch.finish()
    }
    #expect(plans.count > 25)
    for plan in plans { #expect(!plan.scans(Self.bigTables), "\(plan)") }
  }

  @Test(arguments: [
    EventFilter(), EventFilter(actors: ["RUS"]), EventFilter(actors: ["RUS", "PRK"]),
    EventFilter(actors: ["RUS.GOV.PUTIN"], limit: 3, newestFirst: true),
    EventFilter(between: ActorPair("RUS", "UKR")),
    EventFilter(between: ActorPair("RUS", "UKR"), from: EDTF("2022"), to: EDTF("2023")),
    EventFilter(from: EDTF("2022"), newestFirst: true),
    EventFilter(source: "USA", knownOn: EDTF("2023"), language: "id"),
    EventFilter(isContested: true, minSources: 2, recordedOn: EDTF("2100")),
  ])
  func filterSearchesItsTables(filter: EventFilter) throws {
    let plans = try plans { db, _ in _ = try EventQuery(filter, in: db).fetch() }
    #expect(plans.count > 3)
    for plan in plans { #expect(!plan.scans(Self.bigTables), "\(plan)") }
  }

  @Test func pairAndActorComeInTheOrderOfTheirIndex() throws {
    for filter in [
      EventFilter(between: ActorPair("RUS", "UKR")), EventFilter(actors: ["RUS"]), EventFilter(),
      EventFilter(between: ActorPair("RUS", "UKR"), limit: 20, newestFirst: true),
      EventFilter(actors: ["RUS"], limit: 20, newestFirst: true), EventFilter(newestFirst: true),
    ] {
      let plans = try plans { db, _ in _ = try EventQuery(filter, in: db).fetch() }
      for plan in plans where plan.sql.contains("ORDER BY 1") {
        #expect(!plan.steps.contains { $0.hasPrefix("USE TEMP B-TREE") }, "\(plan)")
      }
    }
  }

  @Test func relationsActorsAndArticlesAreSearched() throws {
    let plans = try plans { db, _ in
      let relations = RelationReader(db: db)
      _ = try relations.relations(of: 1)
      _ = try relations.relations(of: 1, 2)
      _ = try relations.relations(from: 1)
      _ = try RelationSupport(db: db, limit: 1, few: 0).further(of: 1, from: 1, to: 2)
      let actors = ActorReader(db: db)
      _ = try actors.activeKeys()
      _ = try actors.eventCount(of: 1)
      _ = try EventStore.articles(["a"], text: true, in: db)
      _ = try EventStore.event(1, in: db)
    }
    #expect(plans.count > 8)
    for plan in plans { #expect(!plan.scans(Self.bigTables), "\(plan)") }
  }

  @Test func questionsSearchTheirTables() throws {
    let pair = ActorPair("RUS", "UKR")
    let questions: [(String, (Database, EventCatalog) throws -> Void)] = [
      (
        "relations that change",
        { db, _ in _ = try RelationReader(db: db).relations(changingFrom: 0, through: 20_000) }
      ),
      (
        "neighbours",
        { db, _ in
          let ties = try TieCounts(EventFilter(quads: [.verbalConflict]), in: db)
          _ = try ties.reach(from: "RUS", maxHops: 2)
          _ = try ties.count("RUS", "UKR")
        }
      ),
      (
        "numbers of events",
        { db, _ in
          for filter in [
            EventFilter(between: pair), EventFilter(actors: ["RUS"]),
            EventFilter(actors: ["RUS"], types: [.assault]),
            EventFilter(actors: ["RUS", "PRK"], from: EDTF("2022")),
            EventFilter(from: EDTF("2022"), minConfidence: 0.5),
          ] {
            _ = try EventStore.count(filter, in: db)
          }
        }
      ),
      (
        "a new event of a busy pair",
        { db, catalog in
          let keys = ActorKeys(db)
          let growth = RelationGrowth(db: db, actors: keys, catalog: catalog)
          _ = try growth.add([1, 2, 3], from: keys.key(of: "RUS"), to: keys.key(of: "UKR"))
        }
      ),
      (
        "neighbours in a period",
        { db, _ in
          _ = try TieCounts(EventFilter(from: EDTF("2022")), in: db).reach(from: "RUS", maxHops: 2)
        }
      ),
      (
        "steps of a path",
        { db, _ in
          var steps = PathSteps(EventFilter(limit: 1), in: db)
          _ = try steps.steps(of: [pair.first, pair.second])
        }
      ),
      (
        "an article by its name",
        { db, _ in _ = try EventStore.articleKey(named: "a.txt", in: db) }
      ),
      (
        "sources",
        { db, _ in
          let evidence = try EventStore.event(1, in: db).evidence
          var copy = evidence[0]
          copy.articleID = "c"
          _ = try SourceTable(db: db).count(of: evidence + [copy])
        }
      ),
      (
        "decisions about an event",
        { db, _ in
          let table = ReviewTable(db: db)
          _ = try table.isEmpty()
          _ = try table.decisions(aboutArticle: "a")
          _ = try table.decisions(idPrefix: "ab")
        }
      ),
      (
        "a credited agency",
        { db, _ in
          var article = Story("x").article
          article.text = "Article x.\n\nKYIV (Reuters) – Words."
          _ = try AgencyCredit(db: db).agency(of: article)
        }
      ),
    ]
    for (name, question) in questions {
      let plans = try plans(question)
      #expect(!plans.isEmpty, "\(name)")
      for plan in plans { #expect(!plan.scans(Self.bigTables), "\(name): \(plan)") }
    }
  }

  @Test func reviewRemovalAndRecodingSearchTheirTables() throws {
    let plans = try plans { db, catalog in
      let review = Review(
        [.date(EDTF("2022-02-25")), .accept], reviewer: "Ana", decidedAt: "2026-01-01T00:00:00Z")
      let table = ReviewTable(db: db)
      for decision in try ReviewSession(db, catalog: catalog).decisions(review, on: 1) {
        try table.insert(decision)
        try table.undo(decision.id, by: "Ana", at: "2026-01-02T00:00:00Z")
      }
      var batch = try BatchImport(db, catalog: catalog, now: 0, logsChanges: true)
      for story in Self.moreStories { try batch.add(story.item) }
      try batch.finish()
      batch = try BatchImport(db, catalog: catalog, now: 0, logsChanges: true)
      let articles = ArticleTable(db: db)
      try batch.review(try #require(try articles.find("a")).key)
      try batch.recode(try #require(try articles.find("b")).key, [])
      try batch.remove(try #require(try articles.find("c")).key)
      try batch.finish()
    }
    #expect(plans.count > 30)
    for plan in plans { #expect(!plan.scans(Self.bigTables), "\(plan)") }
  }

  /// Deleting a row looks for the rows that refer to it.
  @Test func everyReferenceToRowsThatMayGoHasAnIndex() throws {
    let temporary = try TemporaryStore()
    let bare = try temporary.store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT tables.name || '.' || reference."from"
          FROM pragma_table_list AS tables
          JOIN pragma_foreign_key_list(tables.name) AS reference
          WHERE tables.schema = 'main' AND reference."table" <> 'actor' AND NOT EXISTS (
            SELECT 1 FROM pragma_index_list(tables.name) AS indexes
            JOIN pragma_index_info(indexes.name) AS info
            WHERE info.seqno = 0 AND info.name = reference."from"
          )
          """)
    }
    #expect(bare.isEmpty)
  }

  private struct Plan: CustomStringConvertible {
    let sql: String
    let steps: [String]

    func scans(_ tables: [String]) -> Bool {
      steps.contains { step in
        // This index holds nothing but what reviewers decided about.
        !step.contains("INDEX evidenceByReview")
          && tables.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ") }
      }
    }

    var description: String { "\(sql)\n  \(steps.joined(separator: "\n  "))" }
  }

  /// The plans of all statements that `body` runs on a database with some content.
  private func plans(_ body: (Database, EventCatalog) throws -> Void) throws -> [Plan] {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(Self.stories.map(\.item))
    let seen = Mutex<Set<String>>([])
    return try temporary.store.write { db, catalog in
      db.trace { event in
        guard case .statement(let statement) = event else { return }
        seen.withLock { _ = $0.insert(statement.sql) }
      }
      try body(db, catalog)
      db.trace(options: [])
      let statements = seen.withLock { $0 }.filter { sql in
        ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].contains { sql.hasPrefix($0) }
      }
      return try statements.sorted().map { sql in
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        let count = sql.filter { $0 == "?" }.count
        let isNumbered = sql.contains("?1")
        statement.setUncheckedArguments(
          isNumbered ? [] : StatementArguments([Int?](repeating: nil, count: count)))
        return Plan(sql: sql, steps: try Row.fetchAll(statement).map { $0["detail"] })
      }
    }
  }

  private static let stories = [
    Story("a", published: "2022-09-06", url: "https://example.org/1")
      .saying("One.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
      .saying("Two.", ["RUS.GOV.PUTIN"], .consult, ["PRK"], on: "2023-09-13")
      .saying("Three.", ["RUS"], .accuse, ["UKR"], attribution: ["USA"])
  ]

  private static let moreStories = [
    Story("b", published: "2022-09-07", url: "https://example.org/1")
      .saying("One.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02")
      .saying("Two.", ["RUS"], .consult, ["PRK"], on: "2023-09-13"),
    Story("c").saying("One.", ["RUS"], .consult, ["PRK"], on: "2023-09-14"),
    Story("c", publisher: "Earlier").saying("One.", ["RUS"], .consult, ["PRK"], on: "2023-09"),
  ]
}
