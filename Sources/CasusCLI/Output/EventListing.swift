import CasusExport
import CasusModel
import CasusStore

/// Events as a list.
enum EventListing {
  /// The list of some events.
  static func listing(_ events: [Event], wording: EventWording, store: EventStore) -> Listing {
    Listing(
      table: table(events, wording: wording),
      csv: {
        let sources = try store.sourceCounts(of: events.map(\.id))
        return (header, events.map { row($0) + ["\(sources[$0.id] ?? 1)"] })
      },
      lines: {
        let articles = try store.articles(Set(events.flatMap { $0.evidence.map(\.articleID) }))
        let byID = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
        let sources = try store.sourceCounts(of: events.map(\.id))
        return events.map { EventJSON.line(for: $0, articles: byID, sources: sources[$0.id]) }
      })
  }

  /// Events for people: when, what, whether, how often told, and the identifier to ask on with.
  static func table(_ events: [Event], wording: EventWording) -> Table {
    var table = Table([
      .init("date"), .init("event", wraps: true), .init("status"),
      .init("articles", isNumeric: true), .init("id"),
    ])
    for event in events {
      table.add([
        event.date?.rawValue ?? "undated", wording.sentence(of: event), status(of: event),
        "\(Set(event.evidence.map(\.articleID)).count)", String(event.id.prefix(8)),
      ])
    }
    return table
  }

  /// Events with words that carry them: the surest, or the surest of one source.
  static func wordTable(
    _ events: [Event], said source: SourceName?, wording: EventWording, store: EventStore
  ) throws -> Table {
    var table = Table([.init("date"), .init("event", wraps: true), .init("status"), .init("id")])
    let ids = events.flatMap { $0.evidence.map(\.articleID) }
    let articles = Dictionary(
      try store.articles(ids, text: false).map { ($0.id, $0) }
    ) { first, _ in first }
    for event in events {
      table.add([
        event.date?.rawValue ?? "undated", wording.sentence(of: event), status(of: event),
        String(event.id.prefix(8)),
      ])
      let said = event.evidence.filter { evidence in
        source.map { evidence.isSaid(by: $0, in: articles[evidence.articleID]) } ?? true
      }
      guard let surest = said.max(by: { $0.confidence < $1.confidence }) else { continue }
      let article = articles[surest.articleID]
      let origin = [article?.publisher, article?.published?.rawValue].compactMap(\.self)
      table.add([
        "",
        "  " + EventAccount.marked(surest)
          + (origin.isEmpty ? "" : " — \(origin.joined(separator: ", "))"), surest.status.rawValue,
        "",
      ])
    }
    return table
  }

  /// Events for people: those with a date as they are, and behind them those without as the articles tell
  /// them, by publication and then by where they stand in the text.
  static func inReadingOrder(_ events: [Event], in store: EventStore) throws -> [Event] {
    let undated = events.filter { $0.date == nil }
    guard undated.count > 1 else { return events }
    let ids = Set(undated.compactMap(\.evidence.first?.articleID))
    let published = Dictionary(
      try store.articles(ids, text: false).map { ($0.id, $0.published?.lowerBound ?? .max) }
    ) { first, _ in first }
    let places = undated.map { event -> (day: Int, article: String, start: Int, event: Event) in
      let first = event.evidence.first
      let article = first?.articleID ?? ""
      return (published[article] ?? .max, article, first?.start ?? 0, event)
    }
    let sorted = places.sorted { a, b in
      (a.day, a.article, a.start, a.event.id) < (b.day, b.article, b.start, b.event.id)
    }
    return events.filter { $0.date != nil } + sorted.map(\.event)
  }

  /// Whether an event happened, and whether the reports agree.
  static func status(of event: Event) -> String {
    event.isContested ? "\(event.status.rawValue), contested" : event.status.rawValue
  }

  private static let header = [
    "id", "date", "dateBasis", "type", "mode", "quad", "source", "target", "roles", "object",
    "place", "status", "contested", "confidence", "articles", "sources",
  ]

  private static func row(_ event: Event) -> [String] {
    let roles = event.roles.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(list($0.value))" }.joined(separator: ";")
    return [
      event.id, event.date?.rawValue ?? "", event.dateBasis.rawValue, event.type.rawValue,
      event.mode ?? "", event.quadClass.rawValue, list(event.source), list(event.target), roles,
      event.object ?? "", event.place ?? "", event.status.rawValue, "\(event.isContested)",
      decimal(event.confidence), "\(Set(event.evidence.map(\.articleID)).count)",
    ]
  }

  private static func list(_ ids: [ActorID]) -> String {
    ids.map(\.rawValue).joined(separator: " ")
  }

  /// A number with two decimals.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
