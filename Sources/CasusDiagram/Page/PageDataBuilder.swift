import CasusModel
import Foundation

/// Puts a graph into the form that the page reads, every text in the reader's language and clean.
struct PageDataBuilder {
  private let graph: EventGraph
  private let catalog: EventCatalog
  private let wording: EventWording
  private let actors: [ActorID]
  private let places: (actors: [ActorID: Int], articles: [String: Int], events: [String: Int])

  init(graph: EventGraph, catalog: EventCatalog, wording: EventWording) {
    self.graph = graph
    self.catalog = catalog
    self.wording = wording
    var named: Set<ActorID> = []
    for event in graph.events {
      named.formUnion(event.source + event.target)
      for actors in event.roles.values { named.formUnion(actors) }
    }
    let related = graph.relations.flatMap { [$0.source, $0.target] }
    actors = named.union(named.map(\.rolledUp)).union(related).sorted()
    places = (
      Self.places(actors), Self.places(graph.articles.map(\.id)),
      Self.places(graph.events.map(\.id))
    )
  }

  private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The data of a page.
  /// - Parameters:
  ///   - kind: What the picture is.
  ///   - words: The words of the page.
  ///   - subjects: What each mark of the picture shows.
  /// - Returns: The data, ready to be encoded.
  func data(kind: String, words: [String: String], subjects: [DiagramSubject]) -> PageData {
    PageData(
      kind: kind, language: wording.language, words: words,
      types: Dictionary(
        uniqueKeysWithValues: Set(graph.events.map(\.type)).map {
          ($0.rawValue, catalog.label($0, mode: nil, language: wording.language))
        }),
      actors: actors.map(person), articles: graph.articles.map(source),
      events: graph.events.map(happening), relations: graph.relations.compactMap(tie),
      marks: subjects.map(mark))
  }

  private func person(_ id: ActorID) -> PageData.Person {
    let kind = graph.actors.first { $0.id == id }?.kind ?? .state
    return PageData.Person(
      id: clean(id.rawValue), name: clean(wording.name(id)),
      kind: wording.words[RelationNode.word(of: kind)],
      in: id.rolledUp == id ? nil : places.actors[id.rolledUp])
  }

  private func source(_ article: Article) -> PageData.Source {
    PageData.Source(
      title: clean(article.title), publisher: article.publisher.map(clean),
      date: article.published.map(wording.dates.text), url: article.url.flatMap(DOTText.address),
      language: article.language)
  }

  private func happening(_ event: Event) -> PageData.Happening {
    let others = Set(event.roles.values.joined()).subtracting(event.source + event.target).sorted()
    let bounds = event.date.flatMap { $0.lacksYear ? nil : $0 }
    return PageData.Happening(
      id: event.id, text: clean(wording.statement(event)), type: event.type.rawValue,
      quad: Self.place(event.quadClass), status: Self.place(event.status),
      contested: event.isContested ? true : nil,
      from: bounds.flatMap { $0.lowerBound == .min ? nil : $0.lowerBound },
      to: bounds.flatMap { $0.upperBound == .max ? nil : $0.upperBound },
      date: event.date.map { clean(wording.dates.text($0)) }, source: numbers(event.source),
      target: numbers(event.target), others: others.isEmpty ? nil : numbers(others),
      place: event.place.map(clean), confidence: Self.rounded(event.confidence),
      reports: event.evidence.compactMap(report))
  }

  private func report(_ evidence: Evidence) -> PageData.Report? {
    guard let article = places.articles[evidence.articleID] else { return nil }
    let speakers = evidence.attribution.map { clean(wording.name(ActorID(rawValue: $0))) }
    return PageData.Report(
      article: article, words: Self.words(evidence)?.map(clean),
      by: speakers.isEmpty ? nil : speakers, status: Self.place(evidence.status),
      date: evidence.date.map { clean(wording.dates.text($0)) },
      confidence: Self.rounded(evidence.confidence))
  }

  /// The sentence, cut before and after the words.
  private static func words(_ evidence: Evidence) -> [String]? {
    guard !evidence.text.isEmpty else { return nil }
    guard let range = evidence.sentence.range(of: evidence.text, options: .literal) else {
      return ["", evidence.text, ""]
    }
    return [
      String(evidence.sentence[..<range.lowerBound]), evidence.text,
      String(evidence.sentence[range.upperBound...]),
    ]
  }

  private func tie(_ relation: Relation) -> PageData.Tie? {
    guard let source = places.actors[relation.source], let target = places.actors[relation.target]
    else { return nil }
    return PageData.Tie(
      source: source, target: target, mutual: relation.isSymmetric ? true : nil,
      polarity: relation.polarity, text: clean(RelationTieLabel.text(relation, wording)))
  }

  private func mark(_ subject: DiagramSubject) -> PageData.Mark {
    switch subject {
    case .events(let ids): PageData.Mark(events: ids.compactMap { places.events[$0] })
    case .actor(let id): PageData.Mark(actor: places.actors[id])
    case .tie(let source, let target, let ids):
      PageData.Mark(
        events: ids.compactMap { places.events[$0] }, tie: numbers([source, target]))
    }
  }

  private func numbers(_ ids: [ActorID]) -> [Int] { ids.compactMap { places.actors[$0] } }

  private func clean(_ text: String) -> String { DOTText.cleaned(text) }

  private static func place<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Array(Value.allCases).firstIndex(of: value) ?? 0
  }

  private static func rounded(_ confidence: Double) -> Double {
    (confidence * 100).rounded() / 100
  }
}
