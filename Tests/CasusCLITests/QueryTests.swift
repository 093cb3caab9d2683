import CasusTestSupport
import Foundation
import Testing

@Suite struct QueryTests {
  @Test func namesActorsInAnyLanguage() throws {
    let outputs = try [
      ["Ukraina", "Korea Utara"], ["Ukraine", "North Korea"], ["UKR", "prk"],
      ["Kyiv", "Pyongyang"],
    ].map { names in
      try CasusProgram.run(["events", "--between"] + names + ["--csv"], on: .sample).output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs.first?.contains("cut-relations") == true)
  }

  @Test(arguments: [
    ["events", "--language", "xx"], ["events", "--label-language", "xx"],
    ["actors", "--label-language", "xx"], ["search", "--language", "xx", "war"],
    ["activity", "--language", "xx"], ["timeline", "--label-language", "xx", "-o", "a.svg"],
    ["import", "--language", "xx", "-"], ["extract", "--language", "xx", "-"],
    ["explain", "--language", "xx", "-"], ["score", "--examples", "--language", "xx"],
  ])
  func refusesUnknownLanguages(arguments: [String]) throws {
    let run = try CasusProgram.run(arguments, on: .sample)
    #expect(run.code == 64)
    #expect(run.errors.contains("'xx' is no language known here; known are de, en, id, ru, uk"))
  }

  @Test func takesLanguagesWithRegions() throws {
    let plain = try CasusProgram.run("events", "--label-language", "uk", on: .sample)
    let regional = try CasusProgram.run("events", "--label-language", "UK-ua", on: .sample)
    #expect(plain.output == regional.output)
  }

  @Test func aNameWithAHyphenInFrontIsNoOption() throws {
    let folder = try TemporaryFolder()
    try folder.write("Talks\n\nIran attacked Syria on 3 May 2022.\n".utf8, to: "-dash.txt")
    let bare = try CasusProgram.run("import", "-dash.txt", "--language", "en", in: folder)
    #expect(bare.code == 64)
    #expect(bare.errors.contains("'-dash.txt' begins with a hyphen"))
    let parted = try CasusProgram.run("import", "--language", "en", "--", "-dash.txt", in: folder)
    #expect(
      parted.output.hasPrefix("casus.db: 1 new article; now 1 event of 2 actors from 1 article"))
  }

  @Test func namesSpeakersInAnyLanguage() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Talks\n\nIran denied on Monday that it had attacked Syria. Russia praised Syria.\n".utf8,
      to: "a.txt")
    _ = try CasusProgram.run("import", "a.txt", "--language", "en", in: folder)
    let outputs = try ["IRN", "Iran", "Іран", "Iran’s government", "Republik Islam Iran"].map {
      try CasusProgram.run(["events", "--words", "--source", $0], in: folder).output
    }
    #expect(outputs[0].contains("[it had attacked Syria]"), "\(outputs[0])")
    #expect(!outputs[0].contains("Russia praised"))
    #expect(outputs[1] == outputs[0])
    #expect(outputs[2] == outputs[0])
  }

  @Test func articlesDoNotSteerTheTerminal() throws {
    let folder = try TemporaryFolder()
    let line =
      #"{"title": "\u001b[31mRed\u0007 \u202eback", "language": "en", "published": "2022-07-02","#
      + #" "publisher": "\u009bPaper", "text": "Ukraine attacked Syria on 1 July 2022 near \u001b]0;x\u0007."}"#
    try folder.write(line.utf8, to: "a.jsonl")
    _ = try CasusProgram.run("import", "a.jsonl", in: folder)
    let id = try CasusProgram.run("events", "--csv", in: folder).lines.last?.prefix(8) ?? ""
    for command in [
      ["show", String(id)], ["search", "back"], ["events", "--words"], ["explain", "a.jsonl"],
      ["relations", "UKR", "SYR"], ["changes", "--from", "2021", "--to", "2023"],
      ["sql", "SELECT title, text, publisher FROM article"],
    ] {
      let run = try CasusProgram.run(command, in: folder)
      #expect(run.code == 0 && !run.output.isEmpty, "\(command)")
      let wrong = (run.output + run.errors).unicodeScalars.filter {
        ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
      }
      #expect(wrong.isEmpty, "\(command): \(wrong.map(\.value))")
    }
  }

  @Test func oneActorIsNoPair() throws {
    let run = try CasusProgram.run("neighbours", "RUS", "--common-with", "Rusia", on: .sample)
    #expect(run.code == 65)
    #expect(run.errors == "casus: RUS and Rusia are one actor here; give another one\n")
  }

  @Test func answersAnUnknownNameWithTheNearest() throws {
    let run = try CasusProgram.run("relations", "Rusya", on: .sample)
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("casus: unknown actor 'Rusya'; did you mean "))
    #expect(run.errors.contains("(RUS)"))
    #expect(run.errorLines.count == 1)
  }

  @Test func everyConditionNarrows() throws {
    let all = try CasusProgram.run("events", "--csv", on: .sample).lines.count
    for condition in [
      ["--actor", "PRK"], ["--between", "RUS", "UKR"], ["--type", "assault"],
      ["--quad", "conflict"], ["--quad", "verbal-cooperation"], ["--from", "2024"],
      ["--to", "2022"], ["--language", "id"], ["--limit", "1"], ["--source", "Chad"],
      ["--status", "denied"],
    ] {
      let run = try CasusProgram.run(["events", "--csv"] + condition, on: .sample)
      #expect(run.code == 0, "\(condition)")
      #expect(run.lines.count < all, "\(condition)")
    }
  }

  @Test(arguments: [
    (["--type", "WAR"], "'WAR' is no event type"), (["--quad", "odd"], "'odd' is no quadrant"),
    (["--status", "maybe"], "'maybe' is no status"),
    (["--from", "2022-13"], "'2022-13' is no date"),
    (["--from", "2023", "--to", "2022"], "--from 2023 lies after --to 2022"),
    (["--between", "RUS"], "--between takes two actors"), (["--limit", "0"], "--limit"),
    (["--min-confidence", "2"], "--min-confidence"), (["--json", "--csv"], "exclude each other"),
  ])
  func impossibleConditionsAreWrongUse(arguments: [String], message: String) throws {
    let run = try CasusProgram.run(["events"] + arguments)
    #expect(run.code == 64)
    #expect(run.errors.contains(message))
  }

  @Test func tablesKeepToTheWidthOfTheTerminal() throws {
    let run = try CasusProgram.run(["events"], on: .sample, environment: ["COLUMNS": "70"])
    #expect(run.lines.first?.hasPrefix("date") == true)
    #expect(run.lines.allSatisfy { $0.count <= 70 })
    #expect(run.output.contains("Russia"))
    let labelled = try CasusProgram.run("events", "--label-language", "id", on: .sample)
    #expect(labelled.output.contains("Rusia"))
  }

  @Test func showsTheEvidenceInItsSentence() throws {
    let list = try CasusProgram.run("events", "--type", "AGREE", "--csv", on: .sample)
    let id = try #require(list.lines.last?.split(separator: ",").first)
    let run = try CasusProgram.run("show", String(id.prefix(10)), on: .sample)
    #expect(run.code == 0)
    #expect(run.output.contains("source      Russia (RUS)\n"))
    #expect(run.output.contains("[Russia signed a treaty with North Korea"))
    #expect(run.output.contains("c.txt"))
    #expect(run.output.contains("Languages/en/frames.yaml:"))
  }

  @Test(arguments: ["zz", "0123456789abcdef"])
  func anUnknownEventIsSaid(prefix: String) throws {
    let run = try CasusProgram.run("show", prefix, on: .sample)
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("casus: no event has an identifier that starts with '\(prefix)'"))
  }

  @Test func relationsTellValidityCountsAndEvents() throws {
    let run = try CasusProgram.run("relations", "Korea Utara", "Rusia", on: .sample)
    #expect(run.code == 0)
    #expect(run.lines.first?.hasPrefix("North Korea (PRK) and Russia (RUS): ") == true)
    let json = try CasusProgram.run("relations", "PRK", "RUS", "--json", on: .sample)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["actors"] as? [String] == ["PRK", "RUS"])
    #expect((object["eventCount"] as? Int ?? 0) > 0)
    let before = try CasusProgram.run(
      "relations", "PRK", "RUS", "--at", "2020", "--csv", on: .sample)
    #expect(before.lines.count == 1)
  }

  @Test func findsTheWayBetweenActors() throws {
    let run = try CasusProgram.run("path", "USA", "Korea Utara", "--csv", on: .sample)
    #expect(run.code == 0)
    let rows = run.lines.dropFirst().map { $0.split(separator: ",") }
    #expect(rows.first?[2] == "USA")
    #expect(rows.last?[3] == "PRK")
    let short = try CasusProgram.run("path", "USA", "PRK", "--max-hops", "1", on: .sample)
    #expect(short.code == 65)
    #expect(
      short.errors
        == "casus: no way from USA to PRK within 1 step; try more with --max-hops, or fewer conditions\n"
    )
  }

  @Test func searchesWordsAndPhrases() throws {
    let words = try CasusProgram.run("search", "korea", "hubungan", "--json", on: .sample)
    #expect(words.lines.count == 1)
    #expect(words.output.contains("[Korea]"))
    let phrase = try CasusProgram.run("search", "korea hubungan", "--json", on: .sample)
    #expect(phrase.lines.isEmpty)
    let empty = try CasusProgram.run("search", "?", on: .sample)
    #expect(empty.code == 64)
  }

  @Test func listsActorsByActivity() throws {
    let run = try CasusProgram.run("actors", "--csv", on: .sample)
    let counts = run.lines.dropFirst().compactMap { Int($0.prefix { $0 != "," }) }
    #expect(counts.count >= 4)
    #expect(counts == counts.sorted(by: >))
    #expect(run.lines.contains { $0.contains(",RUS,Russia,state,") })
    let found = try CasusProgram.run("actors", "korea", "utara", on: .sample)
    #expect(found.output.contains("PRK"))
    #expect(try CasusProgram.run("actors", "Xyzzy", on: .sample).code == 65)
  }
}
