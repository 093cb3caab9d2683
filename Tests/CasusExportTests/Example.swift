import CasusExport
import CasusModel

/// A small graph of invented actors: two dated events, one undated, one of a single actor.
enum Example {
  static let graph = EventGraph(
    actors: [
      Actor(id: "ARV", kind: .state, names: ["en": "Arvenia", "id": "Arvenia"]),
      Actor(id: "ARV.MIL", kind: .government, names: ["en": "Arvenian army"], parent: "ARV"),
      Actor(id: "BEL", kind: .state, names: ["en": "Belmora"]),
    ],
    events: [cut, shelling, call, talks], relations: [relation], articles: [article],
    filter: "Arvenia and Belmora")

  static let cut = Event(
    id: "e1", type: .sanction, mode: "cut-relations", source: ["ARV"], target: ["BEL"],
    object: "hubungan", date: EDTF("2031-07"), dateBasis: .relative, status: .occurred,
    confidence: 0.9, evidence: [evidence("e1", "Arvenia memutuskan hubungan", .occurred)])

  static let shelling = Event(
    id: "e2", type: .assault, mode: nil, source: ["ARV.MIL"], target: ["BEL"],
    date: EDTF("2031-08-02/2031-08-04"), dateBasis: .explicit, status: .occurred,
    isContested: true, confidence: 0.75,
    evidence: [
      evidence("e2", "Arvenia menembaki Belmora", .occurred),
      evidence("e2", "tidak menembaki", .denied),
    ])

  static let talks = Event(
    id: "e3", type: .consult, mode: nil, source: ["BEL"], target: ["ARV"],
    roles: ["mediator": ["DOR"]], date: nil, dateBasis: .none, status: .planned, confidence: 0.5,
    evidence: [evidence("e3", "akan berunding", .planned)])

  static let call = Event(
    id: "e4", type: .mobilize, mode: nil, source: ["ARV"], target: [], date: EDTF("2031-09~"),
    dateBasis: .explicit, status: .occurred, confidence: 1,
    evidence: [evidence("e4", "memanggil pasukan cadangan", .occurred)])

  static let relation = Relation(
    id: "r1", kind: "war", source: "ARV", target: "BEL", isSymmetric: true, polarity: -1,
    validity: EDTF("2031-08-02/.."), state: .inForce, opening: ["e2"], supporting: [], closing: [])

  static let article = Article(
    id: "a1", path: "a.txt", title: "Arvenia Putuskan Hubungan", text: "", language: "id",
    publisher: "Harian Contoh", url: "https://contoh.example/1", published: EDTF("2031-08-05"))

  static func evidence(_ event: String, _ text: String, _ status: EventStatus) -> Evidence {
    Evidence(
      articleID: "a1", text: text, start: 10, end: 10 + text.utf8.count, sentence: "\(text).",
      attribution: ["BEL"], status: status, date: nil, dateBasis: .none, rule: "rule",
      confidence: 0.9)
  }

  /// The same story told by names that try to break out of every format.
  static let hostileName =
    "<script>alert(\"x\")</script> & 'y'; DROP\n\u{202E}live\u{0}\u{1B}\\N #59; %% {b} `c` :: |d|,=1+1"

  static let hostile: EventGraph = {
    let id = ActorID(rawValue: "ORG:\(hostileName)")
    var event = cut
    event.id = "e\"<&>\n"
    event.source = [id]
    event.object = hostileName
    event.evidence[0].text = hostileName
    var article = Self.article
    article.publisher = hostileName
    article.url = "javascript:alert(1)"
    return EventGraph(
      actors: [Actor(id: id, kind: .group, names: ["en": hostileName])], events: [event],
      relations: [], articles: [article], filter: hostileName)
  }()

  static let catalog = EventCatalog(
    types: [
      "SANCTION": EventCatalog.TypeInfo(
        labels: ["en": "sanctions"], intensity: -6, cameo: "16",
        modes: [
          "cut-relations": EventCatalog.ModeInfo(
            labels: ["en": "cuts relations with"], intensity: -7, cameo: nil)
        ])
    ],
    relations: [:])

  static func export(_ name: String, _ graph: EventGraph = graph) throws -> Export {
    guard let format = ExportFormats.named(name) else { throw UnknownFormat(name: name) }
    return try format.export(graph, options: ExportOptions(catalog: catalog))
  }

  struct UnknownFormat: Error {
    var name: String
  }
}
