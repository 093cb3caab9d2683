import CasusModel

/// The objects of a STIX bundle, each once, in the order added.
struct STIXBundle {
  let graph: EventGraph
  let wording: EventWording
  private let articles: [String: Article]
  private var objects = ""
  private var count = 0
  private var known: Set<String> = []
  /// What each article reports.
  private var reported: [String: Set<String>] = [:]

  init(graph: EventGraph, options: ExportOptions) {
    self.graph = graph
    wording = EventWording(graph: graph, options: options)
    articles = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The whole bundle, one object a line.
  var text: String {
    let id = Self.id("bundle", known.sorted().joined(separator: " "))
    let head = "{\"type\": \"bundle\", \"id\": \"\(id)\""
    return count == 0 ? head + "}\n" : head + ", \"objects\": [\n\(objects)\n]}\n"
  }

  /// The identifier of a thing of a type, made of its name.
  static func id(_ type: String, _ name: String) -> String {
    "\(type)--\(NamedUUID.text(for: "\(type) \(name)"))"
  }

  static func identity(of actor: ActorID) -> String { id("identity", "actor \(actor)") }

  static func identity(ofPublisher name: String) -> String { id("identity", "publisher \(name)") }

  mutating func addIdentities() {
    let actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
    for id in graph.namedActors {
      let actor = actors[id]
      add(
        "identity", id: Self.identity(of: id), day: 0,
        [
          ("name", .string(wording.name(of: id))),
          ("identity_class", .string(Self.identityClass(actor?.kind))),
          ("labels", JSONValue([actor?.kind.rawValue].compactMap(\.self))),
          (
            "external_references",
            [["source_name": "casus", "external_id": .string(id.rawValue)]]
          ),
        ])
    }
    for name in Set(graph.articles.compactMap(\.publisher)).sorted() where !name.isEmpty {
      add(
        "identity", id: Self.identity(ofPublisher: name), day: 0,
        [
          ("name", .string(name)), ("identity_class", "organization"),
          ("labels", JSONValue(["medium"])),
        ])
    }
  }

  mutating func addEvents() {
    for event in graph.events {
      let incident = Self.id("incident", event.id)
      let day = firstPublication(of: event)
      add(
        "incident", id: incident, day: day,
        [
          ("name", .string(wording.headline(of: event))),
          ("description", .string(event.evidence.map(\.text).joined(separator: "\n"))),
          ("confidence", Self.percent(event.confidence)), ("labels", JSONValue(labels(of: event))),
          ("external_references", references(of: event)),
        ])
      let ids = addRelationships(of: event, day: day) + addSightings(of: event, incident, day: day)
      for evidence in event.evidence {
        reported[evidence.articleID, default: []].formUnion([incident] + ids)
      }
    }
  }

  mutating func addRelations() {
    for relation in graph.relations {
      let names = [relation.source, relation.target].map(\.rawValue).joined(separator: " ")
      add(
        "relationship", id: Self.id("relationship", "relation \(relation.id) \(names)"), day: 0,
        [
          ("relationship_type", .string(Self.relationshipType(relation.kind))),
          ("source_ref", .string(Self.identity(of: relation.source))),
          ("target_ref", .string(Self.identity(of: relation.target))),
          ("labels", JSONValue(["casus-relation", relation.state.rawValue])),
        ] + Self.times(of: relation.validity, "start_time", "stop_time"))
    }
  }

  mutating func addReports() {
    for article in graph.articles {
      guard let ids = reported[article.id], !ids.isEmpty else { continue }
      let day = Timestamp.day(of: article.published)
      let publisher = article.publisher.flatMap { $0.isEmpty ? nil : $0 }
      add(
        "report", id: Self.id("report", article.id), day: day,
        [
          ("name", .string(article.title.isEmpty ? article.path : article.title)),
          ("published", .string(Timestamp.text(ofDay: day))),
          ("lang", JSONValue(article.language)),
          ("created_by_ref", JSONValue(publisher.map { Self.identity(ofPublisher: $0) })),
          ("object_refs", JSONValue(ids.sorted())),
          ("external_references", Self.array(Self.reference(to: article))),
        ])
    }
  }

  /// A relationship for each pair of actors.
  private mutating func addRelationships(of event: Event, day: Int) -> [String] {
    Dyad.all(of: event).map { dyad in
      let id = Self.id("relationship", "event \(event.id) \(dyad.source) \(dyad.target)")
      add(
        "relationship", id: id, day: day,
        [
          ("relationship_type", .string(Self.relationshipType(event.mode ?? event.type.rawValue))),
          ("description", .string(wording.headline(of: event))),
          ("source_ref", .string(Self.identity(of: dyad.source))),
          ("target_ref", .string(Self.identity(of: dyad.target))),
          ("confidence", Self.percent(event.confidence)), ("labels", JSONValue(labels(of: event))),
        ] + Self.times(of: event.date, "start_time", "stop_time"))
      return id
    }
  }

  /// A sighting by each publisher that reports the event.
  private mutating func addSightings(of event: Event, _ incident: String, day: Int) -> [String] {
    let groups = Dictionary(grouping: event.evidence) { articles[$0.articleID]?.publisher ?? "" }
    return groups.sorted { $0.key < $1.key }.filter { !$0.key.isEmpty }.map { publisher, evidence in
      let id = Self.id("sighting", "\(event.id) \(publisher)")
      add(
        "sighting", id: id, day: day,
        [
          ("sighting_of_ref", .string(incident)),
          ("where_sighted_refs", JSONValue([Self.identity(ofPublisher: publisher)])),
          ("count", .integer(evidence.count)),
          ("confidence", Self.percent(evidence.map(\.confidence).max() ?? 0)),
          ("description", .string(evidence.map(\.text).joined(separator: "\n"))),
        ])
      return id
    }
  }

  /// Adds an object unless it is there; members that say nothing are left out.
  private mutating func add(
    _ type: String, id: String, day: Int, _ members: [(key: String, value: JSONValue)]
  ) {
    guard known.insert(id).inserted else { return }
    let time = JSONValue.string(Timestamp.text(ofDay: day))
    let head: [(key: String, value: JSONValue)] = [
      ("type", .string(type)), ("spec_version", "2.1"), ("id", .string(id)), ("created", time),
      ("modified", time),
    ]
    objects += count == 0 ? "" : ",\n"
    objects += JSONValue.object(head + members.filter { !$0.value.isVoid }).text
    count += 1
  }

  private func labels(of event: Event) -> [String] {
    [event.type.rawValue.lowercased(), event.mode, event.status.rawValue].compactMap(\.self)
      + (event.isContested ? ["contested"] : [])
  }

  private func firstPublication(of event: Event) -> Int {
    let dates = event.evidence.compactMap { articles[$0.articleID]?.published }
    return dates.map { Timestamp.day(of: $0) }.min() ?? 0
  }

  private func references(of event: Event) -> JSONValue {
    .array(
      Set(event.evidence.map(\.articleID)).sorted().compactMap { articles[$0] }
        .compactMap { Self.reference(to: $0) })
  }

  /// A web address and the hash of what was read there.
  private static func reference(to article: Article) -> JSONValue? {
    guard let url = RDFName.web(article.url)?.iri else { return nil }
    let name = article.publisher.flatMap { $0.isEmpty ? nil : $0 } ?? "article"
    return ["source_name": .string(name), "url": .string(url)]
  }

  private static func array(_ value: JSONValue?) -> JSONValue {
    .array([value].compactMap(\.self))
  }

  private static func percent(_ share: Double) -> JSONValue {
    .integer(Int((min(1, max(0, share)) * 100).rounded()))
  }

  /// The interval of a date; STIX wants the stop later than the start, so that it is the end of the
  /// last day.
  private static func times(
    of date: EDTF?, _ start: String, _ stop: String
  ) -> [(key: String, value: JSONValue)] {
    guard let date, !date.lacksYear else { return [] }
    var members: [(key: String, value: JSONValue)] = []
    if date.lowerBound != .min {
      members.append((start, .string(Timestamp.text(ofDay: date.lowerBound))))
    }
    if date.upperBound != .max {
      members.append((stop, .string(Timestamp.text(ofDay: date.upperBound + 1))))
    }
    return members
  }

  /// Lower-case letters, digits and hyphens, all that a relationship type may have.
  private static func relationshipType(_ kind: String) -> String {
    String(kind.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  private static func identityClass(_ kind: Actor.Kind?) -> String {
    switch kind {
    case .person: "individual"
    case .group: "group"
    case .collective: "class"
    case .state, .government, .organisation, .company, .ngo, .medium: "organization"
    case nil: "unknown"
    }
  }
}

extension JSONValue {
  /// Whether there is nothing in it.
  fileprivate var isVoid: Bool {
    switch self {
    case .null: true
    case .array(let values): values.isEmpty
    case .string(let text): text.isEmpty
    default: false
    }
  }
}
