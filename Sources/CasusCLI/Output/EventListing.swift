import CasusExport
import CasusModel
import CasusStore

/// Events as a list.
enum EventListing {
  /// The list of some events.
  static func listing(_ events: [Event], wording: EventWording, store: EventStore) -> Listing {
    Listing(
      table: table(events, wording: wording),
      csv: { (header, events.map(row)) },
      lines: {
        let articles = try store.articles(Set(events.flatMap { $0.evidence.map(\.articleID) }))
        let byID = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
        return events.map { EventJSON.line(for: $0, articles: byID) }
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

  /// Whether an event happened, and whether the reports agree.
  static func status(of event: Event) -> String {
    event.isContested ? "\(event.status.rawValue), contested" : event.status.rawValue
  }

  private static let header = [
    "id", "date", "dateBasis", "type", "mode", "quad", "source", "target", "roles", "object",
    "place", "status", "contested", "confidence", "articles",
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
