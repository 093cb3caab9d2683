import CasusModel

/// A graph as RDF resources: PROV-O for where things come from, Web Annotation for the words that
/// carry an event, EDTF literals for dates.
///
/// There are no blank nodes: every resource has a name made of content, so that two exports of the
/// same events say the same and can be united.
struct RDFDescription: Sendable {
  private let graph: EventGraph
  private let wording: EventWording
  private let language: String
  private let base: String
  private let actors: [ActorID: Actor]

  init(of graph: EventGraph, options: ExportOptions) {
    self.graph = graph
    wording = EventWording(graph: graph, options: options)
    language = options.language
    base = options.baseIRI
    actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Hands out every resource: articles and their publishers, actors, each event with its evidence,
  /// relations; each in the order of the graph.
  func visit(_ body: (RDFResource) throws -> Void) rethrows {
    for publisher in Set(graph.articles.compactMap(\.publisher)).sorted() {
      var resource = RDFResource(name("publisher", publisher), .prov("Organization"))
      resource.add(.label, .text(publisher))
      try body(resource)
    }
    for article in graph.articles { try body(resource(for: article)) }
    for id in graph.namedActors { try body(resource(for: id)) }
    for event in graph.events {
      try body(resource(for: event))
      for evidence in event.evidence {
        for resource in resources(for: evidence, of: event) { try body(resource) }
      }
    }
    for relation in graph.relations { try body(resource(for: relation)) }
  }

  private func name(_ kind: String, _ id: String) -> RDFName {
    .thing("\(base)\(kind):\(RDFName.percentEncoded(id))")
  }

  private func value(_ ids: [ActorID]) -> [RDFValue] {
    ids.map { .name(name("actor", $0.rawValue)) }
  }

  private func resource(for article: Article) -> RDFResource {
    var resource = RDFResource(
      name("article", article.id), .schema("NewsArticle"), .prov("Entity"))
    let title = article.title.isEmpty ? nil : article.title
    resource.add(.schema("headline"), title.map { text($0, in: article.language) })
    resource.add(.schema("inLanguage"), article.language.map { .text($0) })
    resource.add(.schema("datePublished"), article.published.map { .typed($0.rawValue, .edtf) })
    resource.add(.schema("url"), RDFName.web(article.url).map { .name($0) })
    let publisher = article.publisher.map { RDFValue.name(name("publisher", $0)) }
    resource.add(.schema("publisher"), publisher)
    resource.add(.prov("wasAttributedTo"), publisher)
    return resource
  }

  private func resource(for id: ActorID) -> RDFResource {
    let actor = actors[id]
    let isPerson = actor?.kind == .person
    var resource = RDFResource(
      name("actor", id.rawValue), .casus("Actor"), .prov(isPerson ? "Person" : "Organization"))
    resource.add(.casus("id"), .text(id.rawValue))
    resource.add(.casus("actorKind"), (actor?.kind).map { .text($0.rawValue) })
    let names = (actor?.names ?? [:]).sorted { $0.key < $1.key }
    resource.add(.label, names.map { text($0.value, in: $0.key) })
    resource.add(.casus("partOf"), value([actor?.parent].compactMap(\.self)))
    return resource
  }

  private func resource(for event: Event) -> RDFResource {
    var resource = RDFResource(
      name("event", event.id), .casus("Event"), .term(.sem, "Event"), .prov("Entity"))
    resource.add(.label, text(wording.headline(of: event), in: language))
    resource.add(.casus("type"), .text(event.type.rawValue))
    resource.add(.casus("mode"), event.mode.map { .text($0) })
    resource.add(.casus("quadClass"), .text(event.quadClass.rawValue))
    resource.add(.casus("source"), value(event.source))
    resource.add(.casus("target"), value(event.target))
    for (role, ids) in event.roles.sorted(by: { $0.key < $1.key }) {
      resource.add(.casus(role), value(ids))
    }
    let all = event.source + event.target + event.roles.values.joined()
    resource.add(.term(.sem, "hasActor"), value(Set(all).sorted()))
    resource.add(.casus("object"), event.object.map { .text($0) })
    resource.add(.casus("place"), event.place.map { .text($0) })
    add(event.date, as: "date", to: &resource)
    resource.add(.casus("dateBasis"), .text(event.dateBasis.rawValue))
    resource.add(.casus("status"), .text(event.status.rawValue))
    resource.add(.casus("contested"), .bool(event.isContested))
    resource.add(.casus("confidence"), .double(event.confidence))
    let articles = Set(event.evidence.map(\.articleID)).sorted()
    resource.add(.prov("wasDerivedFrom"), articles.map { .name(name("article", $0)) })
    return resource
  }

  /// An annotation of the article with the event, what it is about, and the two ways to find it.
  private func resources(for evidence: Evidence, of event: Event) -> [RDFResource] {
    let article = name("article", evidence.articleID)
    let own = name("evidence", identifier(of: evidence, of: event))
    let target = RDFName.thing(own.iri + "#target")
    let quote = RDFName.thing(own.iri + "#quote")
    let position = RDFName.thing(own.iri + "#position")

    var annotation = RDFResource(own, .oa("Annotation"), .casus("Evidence"), in: article)
    annotation.add(.oa("motivatedBy"), .name(.oa("identifying")))
    annotation.add(.oa("hasBody"), .name(name("event", event.id)))
    annotation.add(.oa("hasTarget"), .name(target))
    annotation.add(.prov("wasDerivedFrom"), .name(article))
    let speakers = evidence.attribution.map { ActorID(rawValue: $0) }
    annotation.add(.casus("attributedTo"), value(speakers.filter { actors[$0] != nil }))
    annotation.add(
      .casus("speaker"), speakers.filter { actors[$0] == nil }.map { .text($0.rawValue) })
    annotation.add(.casus("status"), .text(evidence.status.rawValue))
    add(evidence.date, as: "date", to: &annotation)
    annotation.add(.casus("dateBasis"), .text(evidence.dateBasis.rawValue))
    annotation.add(.casus("rule"), .text(evidence.rule))
    annotation.add(.casus("confidence"), .double(evidence.confidence))

    var resource = RDFResource(target, .oa("SpecificResource"), in: article)
    resource.add(.oa("hasSource"), .name(article))
    resource.add(.oa("hasSelector"), [.name(quote), .name(position)])

    var words = RDFResource(quote, .oa("TextQuoteSelector"), in: article)
    words.add(.oa("exact"), .text(evidence.text))
    if !evidence.text.isEmpty, let place = evidence.sentence.utf8.firstRange(of: evidence.text.utf8)
    {
      let (before, after) = (
        evidence.sentence[..<place.lowerBound], evidence.sentence[place.upperBound...]
      )
      words.add(.oa("prefix"), before.isEmpty ? nil : .text(String(before)))
      words.add(.oa("suffix"), after.isEmpty ? nil : .text(String(after)))
    }

    var bytes = RDFResource(position, .oa("DataPositionSelector"), in: article)
    bytes.add(.oa("start"), .typed(String(evidence.start), .xsd("nonNegativeInteger")))
    bytes.add(.oa("end"), .typed(String(evidence.end), .xsd("nonNegativeInteger")))
    return [annotation, resource, words, bytes]
  }

  /// The hash of everything that tells two pieces of evidence apart.
  private func identifier(of evidence: Evidence, of event: Event) -> String {
    let key: JSONValue = [
      .string(event.id), .string(evidence.articleID), .integer(evidence.start),
      .integer(evidence.end), .string(evidence.status.rawValue),
      JSONValue(evidence.date?.rawValue), JSONValue(evidence.attribution), .string(evidence.rule),
    ]
    return String(ContentHash.hex(of: key.text.utf8).prefix(32))
  }

  private func resource(for relation: Relation) -> RDFResource {
    var resource = RDFResource(name("relation", relation.id), .casus("Relation"), .prov("Entity"))
    resource.add(.label, text(wording.label(ofRelation: relation.kind), in: language))
    resource.add(.casus("kind"), .text(relation.kind))
    resource.add(.casus("source"), value([relation.source]))
    resource.add(.casus("target"), value([relation.target]))
    resource.add(.casus("symmetric"), .bool(relation.isSymmetric))
    resource.add(.casus("polarity"), .integer(relation.polarity))
    add(relation.validity, as: "validity", to: &resource)
    resource.add(.casus("state"), .text(relation.state.rawValue))
    resource.add(.casus("openedBy"), relation.opening.map { .name(name("event", $0)) })
    resource.add(.casus("supportedBy"), relation.supporting.map { .name(name("event", $0)) })
    resource.add(.casus("closedBy"), relation.closing.map { .name(name("event", $0)) })
    return resource
  }

  /// A date as EDTF, and the days it may cover, by which SPARQL can compare.
  private func add(_ date: EDTF?, as property: String, to resource: inout RDFResource) {
    guard let date else { return }
    resource.add(.casus(property), .typed(date.rawValue, .edtf))
    resource.add(.casus("firstDay"), date.firstDay.map { .typed($0, .xsd("date")) })
    resource.add(.casus("lastDay"), date.lastDay.map { .typed($0, .xsd("date")) })
  }

  private func text(_ text: String, in language: String?) -> RDFValue {
    .text(text, language: language.flatMap { RDFValue.isLanguageTag($0) ? $0 : nil })
  }
}
