import CasusTestSupport
import Foundation
import Testing

/// Review, removal, reading anew and merging, as a user does them.
@Suite struct LastingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "a.txt")
    try folder.write(SampleArticle.invasion.utf8, to: "b.txt")
    try folder.write(SampleArticle.treaty.utf8, to: "c.txt")
  }

  @discardableResult
  private func casus(_ arguments: String..., code: Int32 = 0) throws -> CasusProgram.Run {
    let run = try CasusProgram.run(arguments, in: folder)
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  private func id(ofType type: String) throws -> String {
    let run = try casus("events", "--type", type, "--csv")
    return String(try #require(run.lines.dropFirst().first).prefix(12))
  }

  @Test func decisionsAreMadeListedExportedAndTakenBack() throws {
    try casus("import", "a.txt")
    let before = try casus("events", "--csv").output
    let id = try id(ofType: "SANCTION")
    let run = try casus(
      "review", id, "--date", "2022-07-12", "--note", "misread", "--by", "Ana")
    #expect(run.errors.contains("date is 2022-07-12 (misread)"))
    #expect(run.output.contains("2022-07-12"))
    #expect(try casus("events", "--csv").output.contains(",2022-07-12,explicit,SANCTION,"))
    // Importing and reading anew leave it.
    try casus("import", "a.txt")
    try casus("recode")
    #expect(try casus("events", "--csv").output.contains(",2022-07-12,explicit,SANCTION,"))
    #expect(try casus("show", try self.id(ofType: "SANCTION")).output.contains("Ana: date is"))
    let list = try casus("review", "--list", "--csv")
    #expect(list.lines.count == 2 && list.output.contains(",Ana,correct,date,2022-07-12,misread,"))
    let exported = try casus("review", "--export")
    #expect(exported.output.contains("\"reviewer\":\"Ana\""))
    let decision = String(try #require(list.lines.last).prefix(8))
    try casus("review", "--undo", decision, "--by", "Ben")
    #expect(try casus("events", "--csv").output == before)
    #expect(try casus("review", "--undo", decision, "--by", "Ben", code: 64).errors.contains("Ben"))
  }

  @Test(arguments: [
    (["review"], "nobody is here to be asked"), (["review", "ab"], "say what is decided"),
    (["review", "ab", "--accept"], "say who decides: --by NAME"),
    (["review", "ab", "--accept", "--reject", "--by", "A"], "exclude each other"),
    (["review", "ab", "--type", "WAR", "--by", "A"], "'WAR' is no event type"),
    (["review", "ab", "--date", "2022-13", "--by", "A"], "'2022-13' is no date"),
    (["review", "--list", "--export"], "exclude each other"),
    (["merge", "casus.db"], "is the database to merge into"),
  ])
  func impossibleRequestsAreWrongUse(arguments: [String], message: String) throws {
    try casus("import", "a.txt")
    let run = try CasusProgram.run(arguments, in: folder)
    #expect(run.code == 64, "\(run.errors)")
    #expect(run.errors.contains(message))
  }

  @Test(arguments: [
    (["review", "--undo", "zz", "--by", "A"], "no decision has an identifier"),
    (["review", "zz", "--accept", "--by", "A"], "no event has an identifier"),
    (["remove", "nothing.txt"], "no article has the identifier"),
    (["recode", "nothing.txt"], "no article has the identifier"),
  ])
  func unknownNamesAreSaid(arguments: [String], message: String) throws {
    try casus("import", "a.txt")
    let before = try casus("export", "--format", "jsonl").output
    let run = try CasusProgram.run(arguments, in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains(message))
    #expect(run.errorLines.count == 1)
    #expect(try casus("export", "--format", "jsonl").output == before)
  }

  @Test(arguments: [
    ["review", "ab", "--accept", "--by", "A"], ["remove", "a.txt"], ["recode"],
    ["merge", "other.db"], ["check", "--repair"],
  ])
  func nothingIsMadeWhereThereIsNoDatabase(arguments: [String]) throws {
    let run = try CasusProgram.run(arguments, in: folder)
    #expect(run.code == 74)
    #expect(run.errors.contains("no such database"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "casus.db").path))
  }

  @Test func removalTellsWhatGoes() throws {
    try casus("import", "a.txt", "b.txt")
    let run = try casus("remove", "a.txt", "--json")
    #expect(run.output.contains("\"change\": \"removed\", \"kind\": \"event\""))
    #expect(run.output.contains("\"kind\": \"relation\""))
    #expect(try !casus("events", "--csv").output.contains("cut-relations"))
    #expect(try casus("search", "hubungan", "--json").output.isEmpty)
    try casus("check")
  }

  @Test func readingAnewShowsWhatOtherKnowledgeFinds() throws {
    try casus("import", "a.txt", "c.txt")
    #expect(try casus("recode").errors.contains("0 of 2 articles say something else"))
    // What an older program would have found: one event less.
    let sql = try casus("sql", "SELECT count(*) FROM evidence", "--csv")
    #expect(Int(sql.lines.last ?? "") ?? 0 > 1)
    let trial = try casus("recode", "c.txt", "--dry-run")
    #expect(trial.errors.contains("0 of 1 article say something else; nothing was changed"))
  }

  @Test func mergedExportsAreTheSameBytes() throws {
    for (file, articles) in [
      ("one.db", ["a.txt", "b.txt"]), ("two.db", ["b.txt", "c.txt"]),
      ("all.db", ["c.txt", "a.txt", "b.txt"]),
    ] {
      let run = try CasusProgram.run(["import"] + articles + ["--db", file], in: folder)
      #expect(run.code == 0)
    }
    try casus("merge", "one.db", "two.db", "--db", "left.db")
    try casus("merge", "two.db", "one.db", "two.db", "--db", "right.db")
    let files = ["all", "left", "right"]
    for file in files {
      try casus("export", "--db", "\(file).db", "--format", "jsonl", "-o", "\(file).jsonl")
      try casus("check", "--db", "\(file).db")
    }
    let bytes = try files.map { try Data(contentsOf: folder.url.appending(path: "\($0).jsonl")) }
    #expect(bytes[0].count > 1_000)
    #expect(bytes[1] == bytes[0] && bytes[2] == bytes[0])
  }

  @Test func repairMakesADamagedDatabaseSound() throws {
    try casus("import", "a.txt")
    let events = try casus("events", "--csv").output
    #expect(try casus("check", "--repair").output.contains("sound"))
    #expect(try casus("events", "--csv").output == events)
  }
}
