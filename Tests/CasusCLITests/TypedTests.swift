import CasusTestSupport
import Foundation
import Testing

/// Names, dates and sources as people type them.
@Suite struct TypedTests {
  @Test(arguments: ["России", "Россию", "the Russians", "Росії", "россии"])
  func takesInflectedNames(name: String) throws {
    let plain = try CasusProgram.run("events", "--actor", "RUS", "--csv", on: .sample)
    let inflected = try CasusProgram.run("events", "--actor", name, "--csv", on: .sample)
    #expect(inflected.code == 0)
    #expect(inflected.output == plain.output)
  }

  @Test func suggestsWhereNobodyIsMeant() throws {
    let run = try CasusProgram.run("events", "--actor", "Ukrane", on: .sample)
    #expect(run.code == 65)
    #expect(run.errors.contains("did you mean Ukraine (UKR)?"))
  }

  @Test(arguments: ["24 February 2022", "24 Februari 2022", "24.02.2022", "24 лютого 2022 року"])
  func takesDatesAsArticlesWriteThem(date: String) throws {
    let plain = try CasusProgram.run("events", "--from", "2022-02-24", "--csv", on: .sample)
    let typed = try CasusProgram.run("events", "--from", date, "--csv", on: .sample)
    #expect(typed.code == 0)
    #expect(typed.output == plain.output)
  }

  @Test(arguments: ["yesterday", "March", "soon", "31 February 2022"])
  func refusesDatesWithoutYearOrPlace(date: String) throws {
    let run = try CasusProgram.run("events", "--from", date, on: .sample)
    #expect(run.code == 64)
    #expect(run.errors.contains("'\(date)' is no date"))
  }

  @Test(arguments: [
    ["events"], ["activity"], ["relations", "UKR"], ["neighbours", "UKR"], ["path", "UKR", "PRK"],
    ["export", "--format", "csv"], ["timeline", "-o", "a.svg"],
  ])
  func saysThatASourceIsUnknown(command: [String]) throws {
    let run = try CasusProgram.run(command + ["--source", "Nobody Knows This"], on: .sample)
    #expect(run.code == 65)
    #expect(run.errors.contains("no publisher or speaker is called 'Nobody Knows This'"))
  }
}
