import CasusModel
import GRDB
import Testing

@testable import CasusStore

@Suite struct RepairTests {
  private func store() throws -> TemporaryStore {
    try TemporaryStore(
      Story("a", published: "2022-03-01")
        .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02-24")
        .saying("They met.", ["RUS.GOV.PUTIN"], .consult, ["PRK"], on: "2022-02-28"),
      Story("b").saying("It attacked.", ["RUS"], .assault, ["UKR"], mode: "invade", on: "2022-02"))
  }

  @Test func soundDatabaseStaysAsItIs() throws {
    let temporary = try store()
    let before = try temporary.store.dump()
    #expect(try temporary.store.repair().isEmpty)
    #expect(try temporary.store.dump() == before)
    #expect(try temporary.store.search("attacked").count == 2)
  }

  @Test(arguments: [
    "DELETE FROM dyad", "DELETE FROM relation", "UPDATE event SET statusCode = 3, articles = 9",
    "UPDATE dyad SET typeCode = 1",
    "INSERT INTO dyad VALUES (1, 2, 3, 999, 1, 0)",
    "INSERT INTO articleText (articleText) VALUES ('delete-all')",
  ])
  func whatFollowsIsWorkedOutAnew(damage: String) throws {
    let temporary = try store()
    let before = try temporary.store.dump()
    try temporary.store.write { db, _ in try db.execute(sql: damage) }
    #expect(try temporary.store.repair().isEmpty)
    #expect(try temporary.store.dump() == before)
    #expect(try temporary.store.search("attacked").count == 2)
  }

  @Test func evidenceThatIsNotInItsArticleIsTakenOutAndTold() throws {
    let temporary = try store()
    try temporary.store.write { db, _ in
      try db.execute(sql: "UPDATE evidence SET startByte = 0 WHERE text = 'They met.'")
    }
    #expect(try !temporary.store.check().isEmpty)
    #expect(try temporary.store.repair() == ["a.txt: \"They met.\""])
    #expect(try temporary.store.check().isEmpty)
    #expect(try temporary.store.events().map(\.type) == [.assault])
  }
}
