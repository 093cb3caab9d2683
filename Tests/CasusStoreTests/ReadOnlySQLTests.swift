import CasusModel
import Testing

@testable import CasusStore

@Suite struct ReadOnlySQLTests {
  private let temporary: TemporaryStore
  private var store: EventStore { temporary.store }

  init() throws {
    temporary = try TemporaryStore(
      Story("a").saying("One.", ["RUS"], .assault, ["UKR"], on: "2022-02-24")
        .saying("Two.", ["RUS"], .consult, ["PRK"]))
  }

  @Test func answersWithColumnsAndValues() throws {
    let result = try store.sql(
      "SELECT type, mode, day, confidence, id FROM event ORDER BY type; -- that is all\n")
    #expect(result.columns == ["type", "mode", "day", "confidence", "id"])
    #expect(result.rows.map { $0[0] } == [.text("ASSAULT"), .text("CONSULT")])
    #expect(result.rows[0][1] == .null && result.rows[0][2] == .integer(19_047))
    #expect(result.rows[0][3] == .real(0.5))
    #expect(result.rows[0][4].description.count == 32)
  }

  @Test(arguments: [
    "SELECT name FROM sqlite_schema WHERE name = 'event'", "SELECT * FROM timeline",
    "SELECT title FROM articleText WHERE articleText MATCH 'one'",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n",
    "SELECT group_concat(type, ' ') FROM event", "VALUES (1), (2)",
    "SELECT json_extract(attribution, '$') FROM evidence",
    "SELECT count(*) OVER () FROM event", "SELECT count(*) FROM pragma_table_list",
  ])
  func readsWhatever(sql: String) throws {
    #expect(try !store.sql(sql).columns.isEmpty)
  }

  @Test(arguments: [
    "DELETE FROM event", "UPDATE event SET type = 'AID'", "DROP TABLE event",
    "INSERT INTO setting VALUES ('a', 'b')", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)",
    "ATTACH 'other.db' AS other", "PRAGMA user_version = 9", "PRAGMA journal_mode = DELETE",
    "VACUUM", "BEGIN", "REINDEX", "SELECT load_extension('x')", "SELECT 1; DELETE FROM event",
    "", "  -- nothing", "SELEC 1", "SELECT * FROM nowhere", "SELECT 'unfinished",
    "WITH x AS (SELECT 1) DELETE FROM event", "EXPLAIN DELETE FROM event",
    "INSERT INTO articleText (articleText) VALUES ('rebuild')",
  ])
  func refusesEverythingElse(sql: String) throws {
    let before = try store.dump()
    do {
      _ = try store.sql(sql)
      Issue.record("'\(sql)' was not refused")
    } catch StoreError.refusedSQL(let reason) {
      #expect(!reason.isEmpty && !reason.contains("\n"))
    }
    #expect(try store.dump() == before)
  }

  @Test func limitEndsEndlessQuestions() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    #expect(try store.sql(endless, limit: 3).rows.count == 3)
  }
}
