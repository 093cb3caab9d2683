import CasusTestSupport
import Foundation
import Testing

/// The commands that answer questions, on the database of the sample articles.
@Suite struct AnswerTests {
  @Test func relationsSaySinceWhenByWhichEventAndInWhichWords() throws {
    let run = try CasusProgram.run(
      ["relations", "UKR", "PRK", "--at", "2022-08-01"], on: .sample,
      environment: ["COLUMNS": "0"])
    #expect(run.code == 0)
    #expect(
      run.output.contains(
        "North Korea – Ukraine: diplomatic relations cut since 2022-07-13, in-force\n"))
    #expect(
      run.output.contains("  opened by 2022-07-13 Ukraine cuts relations with North Korea"))
    #expect(
      run.output.contains("[Ukraina memutuskan hubungan diplomatik dengan Korea Utara"))
    let before = try CasusProgram.run(
      "relations", "UKR", "PRK", "--at", "2022-06", "--csv", on: .sample)
    #expect(before.lines.count == 1)
  }

  @Test func changesNameWhatBeganAndWhy() throws {
    let run = try CasusProgram.run(
      "changes", "UKR", "--from", "2022-01", "--to", "2022-12", on: .sample)
    #expect(run.code == 0)
    #expect(
      run.output.contains(
        "North Korea – Ukraine: diplomatic relations cut since 2022-07-13: nothing → in-force\n"))
    let csv = try CasusProgram.run(
      "changes", "--from", "2022-01", "--to", "2022-12", "--csv", on: .sample)
    #expect(csv.lines.contains { $0.contains(",severed-relations,PRK,UKR,2022-07-13/..,") })
    let none = try CasusProgram.run(
      "changes", "--from", "1990", "--to", "1991", "--json", on: .sample)
    #expect(none.code == 0 && none.output.isEmpty)
  }

  @Test(arguments: [
    (["changes", "UKR"], "give --from and --to"),
    (["changes", "--from", "2022", "--to", "2023", "--source", "USA"], "need an actor"),
    (["path", "RUS", "PRK", "--k", "0"], "--k must be at least 1"),
    (["neighbours", "RUS", "--hops", "0"], "--hops must be at least 1"),
    (["neighbours", "RUS", "--hops", "2", "--common-with", "UKR"], "exclude each other"),
    (["events", "--min-sources", "0"], "--min-sources must be at least 1"),
    (["sql", "DELETE FROM event"], "casus sql only reads"),
    (["sql", "SELECT 1; SELECT 2"], "there are several statements"),
    (["sql", "SELECT * FROM nowhere"], "no such table: nowhere"),
  ])
  func impossibleQuestionsAreWrongUse(arguments: [String], message: String) throws {
    let run = try CasusProgram.run(arguments, on: .sample)
    #expect(run.code == 64)
    #expect(run.errors.contains(message))
  }

  @Test func pathsComeShortestFirst() throws {
    let run = try CasusProgram.run("path", "USA", "PRK", "--k", "3", "--json", on: .sample)
    #expect(run.code == 0)
    let steps = try run.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(steps.first?["from"] as? String == "USA")
    let ways = steps.compactMap { $0["way"] as? Int }
    #expect(ways == ways.sorted())
    let via = try CasusProgram.run("path", "USA", "PRK", "--via", "UKR", "--csv", on: .sample)
    #expect(via.code == 0)
    #expect(via.lines.contains { $0.contains(",UKR,") })
    let nowhere = try CasusProgram.run("path", "USA", "PRK", "--via", "FRA", on: .sample)
    #expect(nowhere.code == 65)
    #expect(nowhere.errors.contains("no way from USA to PRK over FRA within 6 steps"))
  }

  @Test func neighboursAndCommonPartners() throws {
    let near = try CasusProgram.run("neighbours", "Rusia", "--csv", on: .sample)
    #expect(near.lines.first == "steps,events,id,name,via")
    #expect(near.lines.dropFirst().allSatisfy { $0.hasPrefix("1,") && $0.hasSuffix(",RUS") })
    let far = try CasusProgram.run("neighbours", "Rusia", "--hops", "2", "--csv", on: .sample)
    #expect(far.lines.count >= near.lines.count)
    let common = try CasusProgram.run(
      "neighbours", "RUS", "--common-with", "PRK", "--csv", on: .sample)
    #expect(common.lines.contains { $0.contains(",UKR,Ukraine") })
  }

  @Test func activityCountsMonths() throws {
    let run = try CasusProgram.run("activity", "--actor", "UKR", on: .sample)
    #expect(run.code == 0)
    #expect(run.lines.first == "2022-02 … 2022-07")
    #expect(run.output.contains("█"))
    let json = try CasusProgram.run("activity", "--actor", "UKR", "--json", on: .sample)
    #expect(json.lines.filter { $0.contains("\"month\": \"2022-") }.count == 6)
  }

  @Test func sqlAnswersInEveryForm() throws {
    let sql = "SELECT type, count(*) AS events FROM event GROUP BY type ORDER BY 1"
    let table = try CasusProgram.run("sql", sql, on: .sample)
    #expect(table.lines.first?.hasPrefix("type") == true)
    let csv = try CasusProgram.run("sql", sql, "--csv", on: .sample)
    #expect(csv.lines.first == "type,events")
    let json = try CasusProgram.run("sql", sql, "--json", "--limit", "1", on: .sample)
    #expect(json.lines.count == 1 && json.output.contains("\"events\": "))
  }

  @Test func searchNarrows() throws {
    for (condition, count) in [
      (["--language", "id"], 1), (["--language", "en"], 1), (["--actor", "USA"], 0),
      (["--actor", "UKR"], 1), (["--from", "2022"], 0), (["--source", "Chad"], 0),
    ] {
      let run = try CasusProgram.run(["search", "korea", "--json"] + condition, on: .sample)
      #expect(run.code == 0)
      #expect(run.lines.count == count, "\(condition)")
    }
  }

  @Test(arguments: [
    ["events"], ["relations", "UKR"], ["changes", "--from", "2022-01", "--to", "2023"],
    ["path", "USA", "PRK"], ["neighbours", "UKR"], ["neighbours", "RUS", "--common-with", "PRK"],
    ["activity"], ["search", "korea"], ["actors"], ["sql", "SELECT key, id FROM actor LIMIT 2"],
  ])
  func everyRowHasAsManyCellsAsTheHeading(arguments: [String]) throws {
    let run = try CasusProgram.run(arguments + ["--csv"], on: .sample)
    #expect(run.code == 0)
    let counts = run.lines.map { line in
      // Commas in quotes part nothing.
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.reduce(1) {
          $0 + $1.element.filter { $0 == "," }.count
        }
    }
    #expect(counts.count > 1)
    #expect(Set(counts).count == 1, "\(run.output)")
  }

  @Test func eventsShowTheirWords() throws {
    let run = try CasusProgram.run(
      ["events", "--words", "--type", "AGREE"], on: .sample, environment: ["COLUMNS": "0"])
    #expect(run.output.contains("[Russia and North Korea sign a treaty]"))
  }
}
