import CasusModel
import Testing

@testable import CasusDiagram

@Suite struct WordsTests {
  @Test(arguments: ["de", "en", "id", "uk", "ru"])
  func everyLanguageHasEveryWord(language: String) throws {
    let words = try DemoGraph.words(language)
    for word in DiagramWord.allCases { #expect(!words[word].isEmpty) }
  }

  @Test(arguments: [
    ("sentence", "diagram.tsv:1: expected a key, one tab and a text"),
    ("# note\nfoo\tbar", "diagram.tsv:2: 'foo' is not a key; remove the line"),
    ("and\ta\nand\tb", "diagram.tsv:2: 'and' is given twice; remove one"),
  ])
  func faultsAreNamed(table: String, message: String) {
    let problem = #expect(throws: DiagramWords.Problem.self) { try DiagramWords(tsv: table) }
    #expect(problem?.description == message)
  }

  @Test func missingWordsAreNamed() {
    let problem = #expect(throws: DiagramWords.Problem.self) { try DiagramWords(tsv: "and\tand") }
    #expect(problem?.description.contains("missing plural-rule, month.1") == true)
  }

  @Test func everyFaultOfAPageIsNamed() {
    let faults = PageWords.faults(
      tsv: "a\tA\nb\t{x} B\nd\tD\nbad", name: "p.tsv",
      reference: (tsv: "a\t{n} a\nb\tb {x}\nc\tc", name: "en.tsv"))
    #expect(
      faults.map(\.description) == [
        "p.tsv:4: expected a key, one tab and a text",
        "p.tsv:3: 'd' is not a key; remove the line", "p.tsv: missing c; add a line for each",
        "p.tsv:1: the text of 'a' must hold {n}, as en.tsv has it",
      ])
  }

  @Test func everyFaultOfADiagramIsNamed() throws {
    let table = try DemoGraph.wordTable("id")
    let reference = (tsv: try DemoGraph.wordTable("en"), name: "en.tsv")
    #expect(DiagramWords.faults(tsv: table, name: "id.tsv", reference: reference).isEmpty)
    let broken = table.replacing("{filter}", with: "filter").replacing("\nand\t", with: "\ndan\t")
    let faults = DiagramWords.faults(tsv: broken, name: "id.tsv", reference: reference)
    #expect(faults.count == 3)
    #expect(faults.contains { $0.description.contains("must hold {filter}") })
    #expect(faults.contains { $0.description.hasSuffix("missing and; add a line for each") })
  }

  @Test(arguments: [
    ("en", 1, "1 article"), ("en", 2, "2 articles"), ("id", 5, "5 artikel"),
    ("uk", 1, "1 стаття"), ("uk", 3, "3 статті"), ("uk", 11, "11 статей"), ("uk", 22, "22 статті"),
    ("ru", 21, "21 статья"), ("ru", 12, "12 статей"), ("ru", 104, "104 статьи"),
  ])
  func counts(language: String, number: Int, expected: String) throws {
    #expect(try DemoGraph.words(language).count(.articles, number) == expected)
  }

  @Test(arguments: [
    ("2022-07-13", "13 Jul 2022"), ("2022-07", "Jul 2022"), ("2022", "2022"),
    ("2022-09~", "c. Sep 2022"), ("2022-02/..", "since Feb 2022"), ("../2022", "until 2022"),
    ("2023-07-25/2023-07-27", "25–27 Jul 2023"), ("2023-07-25/2023-08-01", "25 Jul – 1 Aug 2023"),
    ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"), ("XXXX-07", "Jul, year unknown"),
    ("XXXX-07-13", "13 Jul, year unknown"), ("199X", "1990s"), ("2022-23", "autumn 2022"),
    ("2022-34", "Q2 2022"), ("[2022-07-13,2022-07-14]", "13 Jul 2022 or 14 Jul 2022"),
    ("2022-XX", "2022"), ("2022-09-XX", "Sep 2022"),
  ])
  func datesReadNaturally(date: String, expected: String) throws {
    let wording = DateWording(words: try DemoGraph.words("en"))
    let value = try #require(EDTF(date))
    #expect(wording.text(value) == expected)
  }

  @Test(arguments: [
    ("de", "2022-07-13", "13. Juli 2022"), ("de", "2023-07-25/2023-07-27", "25.–27. Juli 2023"),
    ("de", "XXXX-07-13", "13. Juli, Jahr unbekannt"), ("uk", "2022-07-13", "13 лип 2022"),
  ])
  func daysAreWrittenAsInTheLanguage(language: String, date: String, expected: String) throws {
    let wording = DateWording(words: try DemoGraph.words(language))
    #expect(wording.text(try #require(EDTF(date))) == expected)
  }

  /// A picture of the first few of many events counts those that it shows, beside the articles that tell them.
  @Test func theSummaryCountsWhatIsShown() throws {
    var graph = DemoGraph.graph(12)
    graph.events = Array(graph.events.prefix(3))
    graph.matchingEventCount = 54
    let wording = EventWording(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words("en"), language: "en")
    let summary = TimelineMaterial.summary(graph, wording)
    #expect(summary.contains("3 events from"), "\(summary)")
  }

  @Test func eventsReadNaturally() throws {
    let graph = DemoGraph.graph(12)
    let wording = EventWording(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words("id"), language: "id")
    let cut = try #require(graph.events.first { $0.mode == "cut-relations" })
    #expect(wording.statement(cut) == "Ukraina memutuskan hubungan dengan Korea Utara")
    #expect(wording.predicate(cut, in: "UKR") == "memutuskan hubungan dengan Korea Utara")
    let planned = try #require(graph.events.first { $0.status == .planned })
    #expect(
      wording.particulars(planned, isFull: true) == [
        "5 Sep 2022", "direncanakan", "menurut Amerika Serikat", "2 artikel",
      ])
    let summit = try #require(graph.events.first { $0.mode == "summit" })
    #expect(
      wording.predicate(summit, in: "PRK") == "Kim Jong Un bertemu puncak dengan Vladimir Putin")
  }

  @Test func aTargetHasItsOwnWords() throws {
    var graph = DemoGraph.graph(0)
    var event = Event(
      id: "e", type: .retreat, mode: "withdraw", source: ["RUS"], target: ["SYR"], date: nil,
      dateBasis: .none, status: .occurred, confidence: 1, evidence: [])
    graph.events = [event]
    var catalog = DemoGraph.catalog
    catalog.types["RETREAT"]?.modes["withdraw"] = .init(
      labels: ["en": "withdraws forces"], targetLabels: ["en": "withdraws forces from"],
      intensity: nil, cameo: nil)
    let wording = EventWording(
      graph: graph, catalog: catalog, words: try DemoGraph.words("en"), language: "en")
    #expect(wording.statement(event) == "Russia withdraws forces from Syria")
    event.target = []
    #expect(wording.statement(event) == "Russia withdraws forces")
  }

  @Test(
    arguments: [
      (["RUS"], "en", "Russia visits North Korea"),
      (["RUS", "UKR"], "en", "Russia and Ukraine visit North Korea"),
      (["USA"], "en", "United States visits North Korea"), (["USA"], "uk", "США відвідують: КНДР"),
      (["RUS"], "id", "Rusia mengunjungi Korea Utara"),
    ] as [([ActorID], String, String)])
  func theVerbAgreesWithWhoActs(source: [ActorID], language: String, expected: String) throws {
    var graph = DemoGraph.graph(0)
    var catalog = DemoGraph.catalog
    catalog.types["CONSULT"]?.modes["visit"] = .init(
      labels: ["en": "visits | visit", "uk": "відвідує | відвідують", "id": "mengunjungi"],
      intensity: nil, cameo: nil)
    catalog.pluralNames = ["uk": ["USA"]]
    graph.actors = [
      Actor(id: "RUS", kind: .state, names: ["en": "Russia", "id": "Rusia"]),
      Actor(id: "UKR", kind: .state, names: ["en": "Ukraine"]),
      Actor(id: "USA", kind: .state, names: ["en": "United States", "uk": "США"]),
      Actor(
        id: "PRK", kind: .state,
        names: ["en": "North Korea", "id": "Korea Utara", "uk": "КНДР"]),
    ]
    let event = Event(
      id: "e", type: .consult, mode: "visit", source: source, target: ["PRK"], date: nil,
      dateBasis: .none, status: .occurred, confidence: 1, evidence: [])
    graph.events = [event]
    let wording = EventWording(
      graph: graph, catalog: catalog, words: try DemoGraph.words(language), language: language)
    #expect(wording.statement(event) == expected)
  }

  /// Names stand in the case that the label and the words of the picture want.
  @Test func namesStandInTheirCase() throws {
    var graph = DemoGraph.graph(0)
    graph.actors = [
      Actor(id: "RUS", kind: .state, names: ["ru": "Россия"]),
      Actor(id: "UKR", kind: .state, names: ["ru": "Украина"]),
      Actor(id: "SYR", kind: .state, names: ["ru": "Сирия"]),
      Actor(id: "ORG:Fish", kind: .group, names: ["ru": "Рыба Моря"]),
    ]
    var catalog = DemoGraph.catalog
    catalog.types["ASSAULT"] = .init(
      labels: ["ru": "обстреливает {accusative} | обстреливают {accusative}"], intensity: 0,
      cameo: "", modes: [:])
    let rules = """
      noun\t-ия -ии -ии -ию -ией
      noun\t-а -ы -е -у -ой
      apposition\tgroup: группировка группировки группировке группировку группировкой
      """
    catalog.names = NameGrammars { $0 == "ru" ? NameGrammar(tsv: rules) : nil }
    let wording = EventWording(
      graph: graph, catalog: catalog, words: try DemoGraph.words("ru"), language: "ru")
    func event(_ source: [ActorID], _ target: [ActorID]) -> Event {
      Event(
        id: "e", type: .assault, mode: nil, source: source, target: target, date: nil,
        dateBasis: .none, status: .occurred, confidence: 1, evidence: [])
    }
    #expect(wording.statement(event(["RUS"], ["UKR"])) == "Россия обстреливает Украину")
    #expect(
      wording.statement(event(["RUS", "SYR"], ["UKR"])) == "Россия и Сирия обстреливают Украину")
    #expect(wording.statement(event([], ["UKR"])) == "Неизвестные обстреливают Украину")
    #expect(
      wording.statement(event(["RUS"], ["UKR", "SYR", "USA", "PRK"]))
        == "Россия обстреливает Украину, Сирию и ещё 2")
    #expect(
      wording.statement(event(["RUS"], ["ORG:Fish"]))
        == "Россия обстреливает группировку «Рыба Моря»")
    #expect(
      wording.predicate(event(["RUS", "SYR"], ["UKR"]), in: "RUS")
        == "обстреливает Украину вместе с Сирией")
    #expect(wording.verb(event(["RUS"], ["UKR"])) == "обстреливает")
  }

  @Test func aDotBetweenPartsNeverBeginsALine() {
    let style = TextStyle(size: 8, color: .ink)
    for width in 40...160 {
      for line in style.balanced(
        "rejects a demand · planned · disputed", width: Double(width), lines: 6)
      {
        #expect(!line.hasPrefix("·"))
      }
    }
  }

  @Test func textIsWrappedAndCutByItsWidth() {
    let style = TextStyle(size: 8.5, color: .ink)
    let text = "imposes sanctions on North Korea with South Korea and the United States"
    for width in stride(from: 40.0, through: 300, by: 20) {
      for lines in 1...4 {
        let wrapped = style.wrapped(text, width: width, lines: lines)
        #expect(wrapped.count <= lines)
        for line in wrapped { #expect(style.width(of: line) <= width) }
      }
    }
    #expect(style.wrapped(text, width: 1000, lines: 2) == [text])
    let long = style.wrapped(String(repeating: "x", count: 10_000), width: 100, lines: 3)
    #expect(long.count == 1 && long[0].hasSuffix("…"))
  }
}
