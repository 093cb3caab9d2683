import CasusTestSupport
import Foundation
import Testing

/// Tables of events, imported as a user would.
@Suite struct EventTableTests {
  private static let tables = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CasusReadingTests/Fixtures/tables")

  private func table(_ name: String) -> String { Self.tables.appending(path: name).path }

  /// Imports a table and gives the run, and one line an event, sorted: date, source, type, mode,
  /// target.
  private func imported(
    _ name: String, _ options: String..., in folder: TemporaryFolder
  ) throws -> (run: CasusProgram.Run, events: [String]) {
    let run = try CasusProgram.run(["import", table(name)] + options, in: folder)
    let listing = try CasusProgram.run("events", "--json", in: folder)
    let lines = try listing.lines.map { line in
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let sides = ["source", "target"].map { (event[$0] as? [String] ?? []).joined(separator: "+") }
      let kind = [event["type"] as? String, event["mode"] as? String].compactMap { $0 }
      return [event["date"] as? String ?? "", sides[0], kind.joined(separator: "/"), sides[1]]
        .joined(separator: " ")
    }
    return (run, lines.sorted())
  }

  @Test func readsGDELT2AndKeepsWhatItRejects() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported(
      "gdelt2.export.CSV", "--rejects", "rejects.tsv", in: folder)
    #expect(run.code == 65)
    #expect(
      run.output.hasPrefix("casus.db: 8 new rows, 4 set aside, 5 rejected; now 8 events of "))
    #expect(
      events == [
        "2021-03~ UKR ACCUSE/accuse RUS", "2022-06 UKR ACCUSE/accuse RUS",
        "2022-07 ROU AID/humanitarian UKR", "2022-07-12 RUS PROTEST/demonstrate ",
        "2022-07-13 RUS ASSAULT/aerial UKR", "2022-07-13 RUS ASSAULT/drone UKR",
        "2022-07-13 UKR SANCTION PRK", "2022-07-13 UN ACCUSE/condemn RUS",
      ])
    let rejects = try Data(contentsOf: folder.url.appending(path: "rejects.tsv"))
    let rows = String(decoding: rejects, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 9)
    let reasons = rows.map { $0.split(separator: "\t", maxSplits: 2).prefix(2) }
    #expect(
      reasons.map { String($0[0].split(separator: ":").last ?? "") }
        == ["6", "7", "8", "11", "13", "14", "15", "16", "17"])
    for (number, reason) in [
      (0, "names no actor that acts and is known"), (2, "'010' is no event"),
      (4, "SQLDATE: no date, or out of range: '20221345'"),
      (5, "Actor1CountryCode: unknown code 'XQX'"), (6, "EventCode: unknown code '999'"),
      (7, "has 57 columns, not 61"), (8, "is not UTF-8"),
    ] { #expect(reasons[number][1].contains(reason)) }
    // The row is kept as it stands, even where it is not UTF-8.
    #expect(rejects.contains(0xf4))
    #expect(run.errors.contains("gdelt2.export.CSV:16: 1 row rejected: has 57 columns, not 61"))
  }

  @Test func takesARowOnce() throws {
    let folder = try TemporaryFolder()
    _ = try CasusProgram.run("import", table("gdelt2.export.CSV"), in: folder)
    let before = try CasusProgram.run("export", "--format", "jsonl", in: folder)
    let second = try CasusProgram.run("import", table("gdelt2.export.CSV"), in: folder)
    #expect(second.output.hasPrefix("casus.db: 0 new rows, 8 known, "))
    #expect(try CasusProgram.run("export", "--format", "jsonl", in: folder).output == before.output)
    let check = try CasusProgram.run("check", in: folder)
    #expect(check.code == 0)
  }

  @Test func readsGDELT1InAnArchive() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported("20130403.export.CSV.zip", in: folder)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(
      events == [
        "2013-04-01 USA CONSULT NATO", "2013-04-02 KOR AGREE PRK",
        "2013-04-02 PRK THREATEN/violence KOR",
      ])
    // Two rows of one address are one source.
    #expect(run.output.hasSuffix(" from 2 sources\n"))
  }

  @Test func readsACLED() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported("acled.csv", in: folder)
    #expect(run.code == 65)
    #expect(run.output.contains("4 new rows, 1 set aside, 1 rejected"))
    #expect(run.errors.contains("acled.csv:8: 1 row rejected: time_precision: unknown code '7'"))
    #expect(
      events == [
        "2022-07 IDN PROTEST/demonstrate ", "2022-07-02 IDN ASSAULT/crowd-control IDN",
        "2022-07-11/2022-07-17 RUS ASSAULT/shelling UKR", "2022-07-13 RUS ASSAULT/fight UKR",
      ])
  }

  @Test func readsUCDP() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported("ucdp.csv", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("date_end: '2015-01-01' lies before '2015-12-31'"))
    #expect(
      events == [
        "2015-06 ORG:Islamic State ASSAULT/kill SYR",
        "2022-07-13 RUS ASSAULT/fight UKR", "2022-07-14/2022-07-18 RUS ASSAULT/fight UKR",
      ])
  }

  @Test func readsICEWS() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported("icews.tab", in: folder)
    #expect(run.code == 0)
    #expect(
      events == [
        "2014-03-04 RUS.GOV.PUTIN REQUEST UKR", "2014-03-04 UKR PROTEST/demonstrate RUS",
        "2014-03-05 NATO AGREE RUS", "2014-03-05 ORG:Tatar Council REJECT RUS",
      ])
  }

  @Test func readsPOLECAT() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported("polecat.tsv", in: folder)
    #expect(run.errors.contains("Event Type, Event Mode: unknown code 'WANDER / None'"))
    #expect(
      events == [
        "2022-06-29 DEU+USA CONSULT/multilateral ", "2022-07-13 UKR SANCTION/discontinue PRK",
      ])
  }

  @Test func readsATableByAMapping() throws {
    let folder = try TemporaryFolder()
    let (run, events) = try imported(
      "own.csv", "--mapping", table("own-mapping.yaml"), in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("own.csv:4: 1 row rejected: kapan: no date, or out of range"))
    #expect(events == ["2022-02-24 RUS ASSAULT UKR", "2022-07-13 UKR SANCTION/cut-relations PRK"])
  }

  @Test func refusesWhatItCannotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n1,2\n".utf8, to: "a.csv")
    var run = try CasusProgram.run("import", "a.csv", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("a.csv: is no table of events that is known; say which it is"))
    run = try CasusProgram.run("import", "a.csv", "--format", "gdelt9", in: folder)
    #expect(run.code == 64)
    run = try CasusProgram.run(
      "import", "a.csv", "--mapping", table("own-mapping.yaml"), in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("a.csv:1: has no column 'apa', 'di', 'kapan', 'kepada', 'nr'"))
    try folder.write(
      "table: x\nevent: {columns: [a], values: {b: WAR}}\nsource: {column: a}\nzzz: 1\n".utf8,
      to: "bad.yaml")
    run = try CasusProgram.run("import", "a.csv", "--mapping", "bad.yaml", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("bad.yaml:2: 'WAR' is none of the 16 PLOVER types"))
    #expect(run.errors.contains("bad.yaml:4: unknown key 'zzz'"))
  }
}
