import CasusModel
import Foundation

@testable import CasusDiagram

/// A small picture of the years 2022 to 2024 as event graphs of any size.
enum DemoGraph {
  private struct Story {
    var type: EventType
    var mode: String?
    var source: [String]
    var target: [String]
    var date: String?
    var status: EventStatus = .occurred
    var object: String?
    var attribution: [String] = []
    var articles = 1
    var isContested = false
  }

  private static let stories: [Story] = [
    Story(
      type: .assault, mode: "invade", source: ["RUS"], target: ["UKR"], date: "2022-02-24",
      articles: 6),
    Story(
      type: .support, mode: "recognise", source: ["RUS"], target: ["DNR", "LNR"],
      date: "2022-02-21", articles: 3),
    Story(
      type: .sanction, mode: "embargo", source: ["EU", "USA"], target: ["RUS"], date: "2022-03",
      object: "banks and coal", articles: 4),
    Story(
      type: .sanction, mode: "cut-relations", source: ["UKR"], target: ["PRK"], date: "2022-07-13",
      articles: 3),
    Story(
      type: .support, mode: "recognise", source: ["PRK", "SYR"], target: ["DNR", "LNR"],
      date: "2022-07-13", articles: 2),
    Story(
      type: .cooperate, mode: "arms-transfer", source: ["RUS"], target: ["PRK"], date: "2022-09-05",
      status: .planned, object: "rockets and shells", attribution: ["USA"], articles: 2),
    Story(
      type: .cooperate, mode: "arms-transfer", source: ["IRN"], target: ["RUS"], date: "2022-08",
      object: "drones", attribution: ["USA"], articles: 3, isContested: true),
    Story(
      type: .consult, mode: "summit", source: ["PRK.GOV.KIM"], target: ["RUS.GOV.PUTIN"],
      date: "2023-09-13", articles: 5),
    Story(
      type: .agree, mode: "treaty", source: ["PRK"], target: ["RUS"], date: "2024-06-19",
      object: "mutual defence", articles: 4),
    Story(
      type: .assault, mode: nil, source: ["PRK"], target: ["UKR"], date: "2024-10",
      object: "soldiers in Kursk", attribution: ["KOR", "UKR"], articles: 3),
    Story(
      type: .aid, mode: "arms-transfer", source: ["EU"], target: ["UKR"], date: "2022",
      object: "ammunition", articles: 2),
    Story(
      type: .cooperate, mode: "arms-transfer", source: ["PRK"], target: ["RUS"], date: "2022-09-22",
      status: .denied, object: "ammunition", articles: 2),
    Story(
      type: .accuse, mode: nil, source: ["IRN"], target: ["NATO"], date: "2022-09~", articles: 1),
    Story(
      type: .aid, mode: "arms-transfer", source: ["USA"], target: ["UKR"], date: "2022-03/..",
      object: "arms", articles: 5),
    Story(
      type: .threaten, mode: nil, source: ["RUS"], target: ["NATO"], date: "2022-09-21", articles: 2
    ),
    Story(
      type: .request, mode: nil, source: ["UKR"], target: ["EU"], date: "2022-02-28",
      object: "membership", articles: 2),
    Story(
      type: .support, mode: nil, source: ["EU"], target: ["UKR"], date: "2022-06-23",
      object: "candidate status", articles: 2),
    Story(
      type: .reject, mode: nil, source: ["PRK"], target: ["USA"], date: "2022-09-22",
      object: "report of arms sales", articles: 1),
    Story(
      type: .consult, mode: "visit", source: ["RUS.GOV.SHOIGU"], target: ["PRK"],
      date: "2023-07-25/2023-07-27", articles: 2),
    Story(
      type: .sanction, mode: nil, source: ["USA"], target: ["IRN"], date: "2022-09-08",
      object: "drone makers", articles: 1),
    Story(
      type: .sanction, mode: nil, source: ["EU"], target: ["IRN"], date: "2022-10-20",
      object: "drone makers", articles: 2),
    Story(
      type: .mobilize, mode: nil, source: ["RUS"], target: [], date: "2022-09-21",
      object: "300,000 reservists", articles: 4),
    Story(
      type: .coerce, mode: nil, source: ["RUS"], target: ["UKR"], date: "2022-09-30",
      object: "annexation of four regions", articles: 3),
    Story(
      type: .cooperate, mode: nil, source: ["CHN"], target: ["RUS"], date: "2022-02-04",
      object: "no-limits partnership", articles: 2),
    Story(
      type: .consult, mode: "summit", source: ["CHN"], target: ["RUS"],
      date: "2023-03-20/2023-03-22", articles: 2),
    Story(
      type: .accuse, mode: nil, source: ["USA"], target: ["PRK"], date: "2023-10-13",
      object: "1,000 containers of arms", articles: 2),
    Story(
      type: .aid, mode: "arms-transfer", source: ["EU"], target: ["UKR"], date: "2023-03-20",
      status: .planned, object: "a million shells", articles: 2),
    Story(
      type: .concede, mode: nil, source: ["EU"], target: ["UKR"], date: "2023-11",
      object: "shell goal missed", articles: 1),
    Story(
      type: .assault, mode: nil, source: ["RUS"], target: ["UKR"], date: "2022-10-10",
      object: "power grid", articles: 3),
    Story(
      type: .retreat, mode: nil, source: ["RUS"], target: ["UKR"], date: "2022-11-11",
      object: "Kherson", articles: 3),
    Story(
      type: .assault, mode: nil, source: ["UKR"], target: ["RUS"], date: "2024-08-06",
      object: "Kursk region", articles: 3),
    Story(
      type: .agree, mode: "treaty", source: ["RUS"], target: ["PRK"], date: "2024-11-09",
      status: .planned, object: "ratification", articles: 1),
    Story(
      type: .cooperate, mode: "arms-transfer", source: ["PRK"], target: ["RUS"], date: nil,
      status: .hypothetical, object: "missiles", attribution: ["USA"], articles: 1),
    Story(
      type: .support, mode: nil, source: ["CHN", "IND"], target: ["RUS"], date: "XXXX-07",
      object: "oil", articles: 1),
    Story(type: .protest, mode: nil, source: ["EU"], target: ["PRK"], date: nil, articles: 1),
    Story(
      type: .accuse, mode: nil, source: ["USA"], target: ["CHN"], date: "2024-04",
      object: "machine tools", articles: 1),
    Story(
      type: .support, mode: nil, source: ["PRK"], target: ["RUS"], date: "2022-03-02",
      object: "vote in the General Assembly", articles: 1),
    Story(
      type: .reject, mode: nil, source: ["IRN"], target: ["USA"], date: "2022-07-15",
      object: "drone report", articles: 1),
    Story(
      type: .aid, mode: nil, source: ["RUS"], target: ["PRK"], date: "2024", status: .hypothetical,
      object: "satellite technology", attribution: ["KOR"], articles: 1),
    Story(
      type: .sanction, mode: nil, source: ["USA", "JPN", "KOR"], target: ["PRK"],
      date: "2022-12-02", articles: 1),
  ]

  private static let verbs: [String: (en: String, id: String)] = [
    "AGREE": ("agrees with", "sepakat dengan"), "CONSULT": ("talks with", "berunding dengan"),
    "SUPPORT": ("supports", "mendukung"), "CONCEDE": ("yields to", "mengalah kepada"),
    "COOPERATE": ("cooperates with", "bekerja sama dengan"), "AID": ("helps", "membantu"),
    "RETREAT": ("withdraws from", "mundur dari"), "REQUEST": ("asks", "meminta"),
    "ACCUSE": ("accuses", "menuduh"), "REJECT": ("contradicts", "menolak"),
    "THREATEN": ("threatens", "mengancam"), "PROTEST": ("protests against", "memprotes"),
    "SANCTION": ("imposes sanctions on", "menjatuhkan sanksi terhadap"),
    "MOBILIZE": ("mobilises forces", "memobilisasi pasukan"), "COERCE": ("coerces", "memaksa"),
    "ASSAULT": ("attacks", "menyerang"),
  ]

  private static let modes: [String: (en: String, id: String)] = [
    "invade": ("invades", "menginvasi"), "recognise": ("recognises", "mengakui"),
    "embargo": ("imposes an embargo on", "mengembargo"),
    "cut-relations": ("cuts relations with", "memutuskan hubungan dengan"),
    "arms-transfer": ("trades arms with", "bertransaksi senjata dengan"),
    "summit": ("holds a summit with", "bertemu puncak dengan"),
    "treaty": ("signs a treaty with", "menandatangani perjanjian dengan"),
    "visit": ("visits", "mengunjungi"),
  ]

  static let actors: [Actor] = [
    actor("RUS", .state, "Russia", "Rusia"), actor("UKR", .state, "Ukraine", "Ukraina"),
    actor("PRK", .state, "North Korea", "Korea Utara"),
    actor("KOR", .state, "South Korea", "Korea Selatan"),
    actor("USA", .state, "United States", "Amerika Serikat"),
    actor("EU", .organisation, "European Union", "Uni Eropa"),
    actor("NATO", .organisation, "NATO", "NATO"), actor("IRN", .state, "Iran", "Iran"),
    actor("CHN", .state, "China", "Tiongkok"), actor("IND", .state, "India", "India"),
    actor("SYR", .state, "Syria", "Suriah"), actor("JPN", .state, "Japan", "Jepang"),
    actor("DNR", .group, "Donetsk People’s Republic", "Republik Rakyat Donetsk"),
    actor("LNR", .group, "Luhansk People’s Republic", "Republik Rakyat Luhansk"),
    actor("RUS.GOV.PUTIN", .person, "Vladimir Putin", "Vladimir Putin"),
    actor("RUS.GOV.SHOIGU", .person, "Sergei Shoigu", "Sergei Shoigu"),
    actor("PRK.GOV.KIM", .person, "Kim Jong Un", "Kim Jong Un"),
  ].sorted { $0.id < $1.id }

  static var catalog: EventCatalog {
    var types: [String: EventCatalog.TypeInfo] = [:]
    let modeInfo = modes.mapValues {
      EventCatalog.ModeInfo(
        labels: ["en": .init($0.en), "id": .init($0.id)], intensity: nil, cameo: nil)
    }
    for type in EventType.allCases {
      let labels: [String: EventCatalog.Label] =
        verbs[type.rawValue].map { ["en": .init($0.en), "id": .init($0.id)] } ?? [:]
      types[type.rawValue] = EventCatalog.TypeInfo(
        labels: labels, intensity: type.quadClass.isCooperation ? 4 : -6, cameo: "",
        modes: modeInfo)
    }
    let relations = [
      "war": EventCatalog.RelationInfo(
        labels: ["en": "war", "id": "perang"], isSymmetric: true, polarity: -1, opens: [],
        supports: [], closes: []),
      "diplomatic-relations": EventCatalog.RelationInfo(
        labels: ["en": "diplomatic relations", "id": "hubungan diplomatik"], isSymmetric: true,
        polarity: 1, opens: [], supports: [], closes: []),
      "alliance": EventCatalog.RelationInfo(
        labels: ["en": "alliance", "id": "aliansi"], isSymmetric: true, polarity: 1, opens: [],
        supports: [], closes: []),
    ]
    return EventCatalog(types: types, relations: relations)
  }

  /// The first stories, and variations of them once they are used up.
  static func graph(_ count: Int, seed: UInt64 = 1) -> EventGraph {
    var random = SplitMix(state: seed)
    var events = stories.prefix(count).enumerated().map { event($1, number: $0) }
    while events.count < count {
      var story = stories[Int(random.next() % UInt64(stories.count))]
      let year = 2022 + Int(random.next() % 3)
      let month = 1 + Int(random.next() % 12)
      let day = 1 + Int(random.next() % 28)
      let form = random.next() % 10
      let monthText = "\(year)-\(month < 10 ? "0" : "")\(month)"
      story.date =
        form == 0
        ? nil
        : form == 1
          ? "\(year)"
          : form < 4
            ? monthText
            : monthText + "-\(day < 10 ? "0" : "")\(day)"
      story.articles = 1 + Int(random.next() % 4)
      events.append(event(story, number: events.count))
    }
    events.sort {
      guard let a = $0.date else { return false }
      guard let b = $1.date else { return true }
      return a == b ? $0.id < $1.id : a < b
    }
    let used = Set(events.flatMap { $0.evidence.map(\.articleID) })
    return EventGraph(
      actors: actors, events: events, relations: relations,
      articles: used.sorted().map(article), filter: count > 100 ? "2022-01/2024-12" : "")
  }

  static let relations: [Relation] = [
    Relation(
      id: "r1", kind: "war", source: "RUS", target: "UKR", isSymmetric: true, polarity: -1,
      validity: EDTF("2022-02-24/.."), state: .inForce, opening: [], supporting: [], closing: []),
    Relation(
      id: "r2", kind: "diplomatic-relations", source: "PRK", target: "UKR", isSymmetric: true,
      polarity: 1, validity: EDTF("../2022-07-13"), state: .ended, opening: [], supporting: [],
      closing: []),
    Relation(
      id: "r3", kind: "alliance", source: "PRK", target: "RUS", isSymmetric: true, polarity: 1,
      validity: EDTF("2024-06-19/.."), state: .inForce, opening: [], supporting: [], closing: []),
  ]

  static func words(_ language: String) throws -> DiagramWords {
    try DiagramWords(tsv: wordTable(language), name: "\(language)/diagram.tsv")
  }

  static func wordTable(_ language: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Data/Languages/\(language)/diagram.tsv")
    return try String(contentsOf: file, encoding: .utf8)
  }

  static func theme(_ name: String = "light") throws -> DiagramTheme {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Data/Themes/\(name).tsv")
    return try DiagramTheme(
      tsv: String(decoding: Data(contentsOf: file), as: UTF8.self), name: file.path)
  }

  private static func actor(_ id: String, _ kind: Actor.Kind, _ en: String, _ name: String) -> Actor
  {
    Actor(id: ActorID(rawValue: id), kind: kind, names: ["en": en, "id": name])
  }

  private static func article(_ id: String) -> Article {
    Article(
      id: id, path: "\(id).txt", title: "Article \(id)", text: "", language: "en",
      publisher: "Harian Contoh", url: "https://example.org/\(id)?a=1&b=2",
      published: EDTF("2022-09-06"))
  }

  private static func event(_ story: Story, number: Int) -> Event {
    let evidence = (0..<story.articles).map { index in
      Evidence(
        articleID: "a\((number * 3 + index * 7) % 60)",
        text: "in July, \(story.source) \(story.type) \(story.target) \(story.object ?? "")",
        start: 0, end: 10, sentence: "", attribution: story.attribution, status: story.status,
        date: nil, dateBasis: .none, rule: "", confidence: 0.9)
    }
    return Event(
      id: "e\(number)", type: story.type, mode: story.mode,
      source: story.source.sorted().map(ActorID.init(rawValue:)),
      target: story.target.sorted().map(ActorID.init(rawValue:)), object: story.object,
      date: story.date.flatMap { EDTF($0) }, dateBasis: .explicit, status: story.status,
      isContested: story.isContested, confidence: 0.9, evidence: evidence)
  }
}

/// Steele, Lea and Flood's generator: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
