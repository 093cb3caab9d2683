import CasusTestSupport
import Foundation
import Testing

/// Tables of events, imported as a user would.
@Suite struct EventTableTests {
  private static let tables = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CasusReadingTests/Fixtures/tables")

  private func table(_ name: String) -> String { Self.tables.appending(path: name).path }

  /// Date, source, type, mode and target of an event.
  private static func brief(_ line: Substring) throws -> String {
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let sides = ["source", "target"].map { (event[$0] as? [String] ?? []).joined(separator: "+") }
    let kind = [event["type"] as? String, event["mode"] as? String].compactMap { $0 }
    return [event["date"] as? String ?? "", sides[0], kind.joined(separator: "/"), sides[1]]
      .joined(separator: " ")
  }

  /// Imports a table and gives the run, and one line an event, sorted: date, source, type, mode,
  /// target.
  private func imported(
    _ name: String, _ options: String..., in folder: TemporaryFolder
  ) throws -> (run: CasusProgram.Run, events: [String]) {
    let run = try CasusProgram.run(["import", table(name)] + options, in: folder)
    let listing = try CasusProgram.run("events", "--json", in: folder)
    return (run, try listing.lines.map(Self.brief).sorted())
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

  @Test func takesOutAllRowsOfATable() throws {
    let folder = try TemporaryFolder()
    _ = try imported("acled.csv", in: folder)
    let removal = try CasusProgram.run("remove", table("acled.csv"), in: folder)
    #expect(removal.code == 0)
    #expect(removal.errors.hasSuffix("acled.csv: 4 sources\n"))
    #expect(try CasusProgram.run("events", "--json", in: folder).output.isEmpty)
    let check = try CasusProgram.run("check", in: folder)
    #expect(check.output.hasPrefix("casus.db: sound; 0 articles, 0 events"))
  }

  @Test func countsEachPublisherThatARowNames() throws {
    let folder = try TemporaryFolder()
    let header = "nr,when,who,whom,what,by"
    let rows = ["1,2022-07-13,RUS,UKR,hit,Reuters; BBC News", "2,2022-07-14,RUS,UKR,hit,Reuters"]
    try folder.write(([header] + rows).joined(separator: "\n").utf8, to: "own.csv")
    try folder.write(
      """
      table: own
      record: [nr]
      event: {columns: [what], values: {hit: ASSAULT}}
      source: [{column: who, as: code}]
      target: [{column: whom, as: code}]
      date: [{column: when, form: day}]
      publisher: by
      """.utf8, to: "own.yaml")
    _ = try CasusProgram.run("import", "own.csv", "--mapping", "own.yaml", in: folder)
    let twice = try CasusProgram.run("events", "--min-sources", "2", "--csv", in: folder)
    #expect(twice.lines.count == 2)
    #expect(twice.output.contains("2022-07-13"))
    let named = try CasusProgram.run("events", "--source", "BBC news", "--csv", in: folder)
    #expect(named.lines.count == 2)
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

  /// The header of an ACLED export and a row with cells of these names.
  private func acled(_ rows: [[String: String]], delimiter: String = ",") -> String {
    let columns = [
      "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type",
      "actor1", "actor2", "country", "admin1", "location", "source", "notes",
    ]
    let usual = [
      "event_date": "13 July 2022", "time_precision": "1", "event_type": "Battles",
      "sub_event_type": "Armed clash", "country": "Ukraine",
      "notes": "\"Shelled; then,\nit is said, left.\"",
    ]
    let lines = rows.enumerated().map { number, row in
      columns.map { row[$0] ?? ($0 == "event_id_cnty" ? "UKR\(number)" : usual[$0] ?? "") }
        .joined(separator: delimiter)
    }
    return ([columns.joined(separator: delimiter)] + lines).joined(separator: "\r\n") + "\r\n"
  }

  private func events(of text: String, _ options: String..., name: String = "t.csv") throws
    -> (run: CasusProgram.Run, events: [String])
  {
    let folder = try TemporaryFolder()
    try folder.write(text.utf8, to: name)
    let run = try CasusProgram.run(["import", name] + options, in: folder)
    let listing = try CasusProgram.run("events", "--json", in: folder)
    return (run, try listing.lines.map(Self.brief).sorted())
  }

  @Test(arguments: [",", ";", "\t"])
  func delimitersAreThoseOfTheHeader(delimiter: String) throws {
    let row = ["actor1": "Military Forces of Russia (2000-)", "actor2": "Civilians (Ukraine)"]
    for options in [[], ["--format", "acled"]] {
      let folder = try TemporaryFolder()
      try folder.write(("\u{FEFF}" + acled([row], delimiter: delimiter)).utf8, to: "t.csv")
      let run = try CasusProgram.run(["import", "t.csv"] + options, in: folder)
      #expect(run.code == 0)
      #expect(run.output.contains("1 new row; now 1 event of 2 actors"))
    }
  }

  /// A spreadsheet with the plainest columns needs no mapping; what it does not say clearly is told of.
  @Test func aPlainTableIsReadAsItStands() throws {
    let rows = [
      "date;source;target;type", "24.02.2022;Росія;Ukraina;ASSAULT", "2022-09~;IRN;Russia;AID",
      "2022-07/2022-08;USA;Kim Jong Un;SANCTION", "03/05/2022;USA;RUS;SANCTION",
      "2022;USA;RUS;attack",
    ]
    let (run, events) = try events(of: rows.joined(separator: "\r\n"))
    #expect(run.code == 65)
    #expect(events.count == 3, "\(events)")
    #expect(run.errors.contains("date: no date, or out of range: '03/05/2022'"))
    #expect(run.errors.contains("type: unknown code 'attack'"))
    #expect(!events.contains { $0.contains("ORG:") }, "\(events)")
    for part in ["2022-02-24", "2022-09~", "2022-07/2022-08"] {
      #expect(events.contains { $0.contains(part) }, "\(events)")
    }
  }

  @Test func actorsAreFoundInNamesAsTablesWriteThem() throws {
    let names = [
      "Military Forces of Israel (2022-) Border Police", "RSF: Rapid Support Forces",
      "Military Forces of the United States (2021-)", "Houthis - Ansar Allah",
      "TTP: Tehreek-i-Taliban Pakistan", "Unidentified Armed Group (Nigeria)",
      "JAS: Jama'atu Ahlis Sunna Lid Da'awati Wal Jihad (Boko Haram)", "Settlers (Israel)",
    ]
    let (run, events) = try events(
      of: acled(names.map { ["actor1": $0, "actor2": "Civilians (Ukraine)"] }))
    #expect(run.code == 0)
    #expect(
      events == [
        "2022-07-13 ISR ASSAULT/fight UKR", "2022-07-13 ORG:Boko Haram ASSAULT/fight UKR",
        "2022-07-13 ORG:Houthi ASSAULT/fight UKR", "2022-07-13 ORG:RSF ASSAULT/fight UKR",
        "2022-07-13 ORG:TTP ASSAULT/fight UKR",
        "2022-07-13 ORG:Unidentified Armed Group (Nigeria) ASSAULT/fight UKR",
        "2022-07-13 USA ASSAULT/fight UKR",
      ])
  }

  @Test func aNameIsThatOfWhoBoreItOnTheDay() throws {
    let rows = ["13 July 2015", "13 July 2022"].map {
      ["event_date": $0, "actor1": "Taliban", "actor2": "Military Forces of Pakistan (2013-)"]
    }
    let (_, events) = try events(of: acled(rows))
    #expect(
      events == [
        "2015-07-13 ORG:Taliban ASSAULT/fight PAK", "2022-07-13 AFG.TALIBAN ASSAULT/fight PAK",
      ])
  }

  @Test func readsACLEDBefore2018() throws {
    let (run, events) = try events(
      of: """
        GWNO,EVENT_ID_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,ACTOR1,ACTOR2,COUNTRY,ADMIN1,LOCATION,SOURCE
        615,1ALG,21/04/2015,1,Violence against civilians,Boko Haram,Civilians (Nigeria),Nigeria,,Mora,X
        615,2ALG,1/2/2015,2,Battle-No change of territory,Military Forces of Chad (1990-),Boko Haram,Chad,,Y,X
        615,3ALG,01 March 2015,1,Strategic development,Boko Haram,,Chad,,Y,X

        """)
    #expect(run.code == 0)
    #expect(
      events == [
        "2015-01-29/2015-02-04 TCD ASSAULT/fight ORG:Boko Haram",
        "2015-04-21 ORG:Boko Haram ASSAULT NGA",
      ])
  }

  @Test func readsGDELTsBackfilesAndCopiesWithAHeader() throws {
    let whole = try String(contentsOfFile: table("gdelt2.export.CSV"), encoding: .isoLatin1)
    let row = try #require(whole.split(separator: "\n").first).split(
      separator: "\t", omittingEmptySubsequences: false
    ).map { String($0) }
    // GDELT 1.0 has no column for the second administrative division, and first had no address.
    let short = row.indices.filter { ![39, 47, 55, 60].contains($0) }.map { row[$0] }
    #expect(short.count == 57)
    let backfile = try events(of: short.joined(separator: "\t") + "\n")
    #expect(backfile.run.code == 0)
    #expect(backfile.events.count == 1)
    let layout = try String(
      contentsOf: Checkout.root.appending(path: "Data/EventTables/gdelt2.yaml"), encoding: .utf8)
    let columns = try #require(
      layout.split(separator: "columns: >-").last?.split(separator: "record:").first
    ).split(whereSeparator: \.isWhitespace)
    let header = columns.joined(separator: ",") + "\n"
    let headed = try events(
      of: header + row.map { "\"\($0)\"" }.joined(separator: ",") + "\n", name: "bq.csv")
    #expect(headed.run.code == 0)
    #expect(headed.events == backfile.events)
  }

  @Test func givesCodesTheirLostZerosBack() throws {
    let header = [
      "Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code", "Target Name",
      "Target Country", "Publisher", "City", "Province", "Country",
    ].joined(separator: "\t")
    let codes = ["20", "42", "841", "190", "57"]
    let rows = codes.enumerated().map { number, code in
      "\(number)\t2014-03-04\tRussia\tRussian Federation\t\(code)\tUkraine\tUkraine\tX\t\t\t"
    }
    let (run, events) = try events(
      of: ([header] + rows).joined(separator: "\n") + "\n", name: "t.tab")
    // 020 is an appeal, not 20, mass violence.
    #expect(run.errors.contains("t.tab:2: 1 row set aside: CAMEO Code: '20' is no event"))
    #expect(
      events == [
        "2014-03-04 RUS AGREE/treaty UKR", "2014-03-04 RUS ASSAULT UKR",
        "2014-03-04 RUS CONSULT/visit UKR", "2014-03-04 RUS RETREAT/release UKR",
      ])
  }

  @Test func tellsWhatIsRejectedBeforeWhatIsSetAside() throws {
    let aside = [
      "Change to group/activity", "Disrupted weapons use", "Other", "New kind 1", "New kind 2",
    ]
    var rows = aside.map {
      [
        "event_type": "Strategic developments", "sub_event_type": $0,
        "actor1": "Military Forces of Russia (2000-)",
      ]
    }
    rows.append(["event_date": "31 June 2022", "actor1": "Military Forces of Russia (2000-)"])
    let (run, _) = try events(of: acled(rows))
    #expect(run.code == 65)
    #expect(
      run.errors.hasPrefix(
        """
        casus: t.csv:2: 5 rows set aside: event_type, sub_event_type: codes that are no event of one \
        actor towards another
        casus: t.csv:12: 1 row rejected: event_date: no date, or out of range: '31 June 2022'
        """))
  }

  @Test(arguments: [
    ("".data(using: .utf8), "is empty; a table of events has rows"),
    ("\n \n".data(using: .utf8), "is empty; a table of events has rows"),
    (
      String(repeating: "1\t2\t3\n", count: 40).data(using: .utf16LittleEndian),
      "is in UTF-16; convert it first, for example with: iconv -f UTF-16LE -t UTF-8"
    ),
  ])
  func saysWhatIsWrongWithAFileThatIsNoText(data: Data?, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(try #require(data), to: "t.csv")
    let run = try CasusProgram.run("import", "t.csv", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("casus: t.csv: \(message)"))
  }

  @Test func doesNotTakeATableFromStandardInputForAnArticle() throws {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run("import", "-", "--format", "acled", in: folder)
    #expect(run.code == 65)
    #expect(
      run.errors.hasPrefix("casus: standard input: is a pipe or device; tables are read from"))
  }

  @Test func rowsAreNotReadAnewAsArticles() throws {
    let folder = try TemporaryFolder()
    _ = try CasusProgram.run("import", table("acled.csv"), in: folder)
    let before = try CasusProgram.run("export", "--format", "jsonl", in: folder)
    let run = try CasusProgram.run("recode", in: folder)
    #expect(run.code == 0)
    #expect(run.errors == "no event changed\ncasus: 0 of 0 articles say something else\n")
    #expect(try CasusProgram.run("export", "--format", "jsonl", in: folder).output == before.output)
    let id = try CasusProgram.run(
      "sql", "select id from article order by id limit 1", "--csv", in: folder
    ).lines[1]
    let named = try CasusProgram.run("recode", String(id), in: folder)
    #expect(named.code == 65)
    #expect(named.errors.contains("is a row of a table of events, without words to be read anew"))
  }

  @Test func aRowIsRemovedThoughOthersBeginAsItDoes() throws {
    let folder = try TemporaryFolder()
    let row = ["actor1": "Military Forces of Russia (2000-)", "actor2": "Civilians (Ukraine)"]
    let rows = ["X1", "X12", "X13", "X14", "X15", "X16"].map { id in
      row.merging(["event_id_cnty": id]) { $1 }
    }
    try folder.write(acled(rows).utf8, to: "t.csv")
    _ = try CasusProgram.run("import", "t.csv", in: folder)
    let run = try CasusProgram.run("remove", "acled:X1", in: folder)
    #expect(run.code == 0)
    let again = try CasusProgram.run("import", "t.csv", in: folder)
    #expect(again.output.hasPrefix("casus.db: 1 new row, 5 known"))
  }
}
