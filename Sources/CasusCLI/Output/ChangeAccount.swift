import CasusExport
import CasusModel
import CasusStore

/// What a change did to the graph, for people and programs: `+` came, `−` went, `~` changed.
struct ChangeAccount {
  private let report: ChangeReport
  private let wording: EventWording

  init(
    _ report: ChangeReport, store: EventStore, language: String, catalog: EventCatalog
  ) throws {
    self.report = report
    let events = report.events.flatMap { [$0.before, $0.after] }.compactMap(\.self)
    let relations = report.relations.flatMap { [$0.before, $0.after] }.compactMap(\.self)
    wording = EventWording(
      actors: try store.actors(
        events.flatMap(\.named) + relations.flatMap { [$0.source, $0.target] }),
      options: ExportOptions(language: language, catalog: catalog))
  }

  /// One row a change, events first.
  var listing: Listing {
    var table = Table([
      .init(""), .init("date"), .init("what", wraps: true), .init("change", wraps: true),
      .init("id"),
    ])
    for row in rows {
      table.add([row.sign, row.date, row.what, row.difference, String(row.id.prefix(8))])
    }
    return Listing(
      table: table,
      csv: {
        (
          ["change", "kind", "id", "date", "what", "difference"],
          rows.map { [$0.word, $0.kind, $0.id, $0.date, $0.what, $0.difference] }
        )
      },
      lines: { rows.map { $0.object.text } })
  }

  private struct Row {
    let kind: String
    let id: String
    let word: String
    let date: String
    let what: String
    let difference: String

    var isNews: Bool { word != "changed" || !difference.isEmpty }

    var sign: String {
      switch word {
      case "added": "+"
      case "removed": "−"
      default: "~"
      }
    }

    var object: JSONValue {
      [
        "change": .string(word), "kind": .string(kind), "id": .string(id),
        "date": JSONValue(date.isEmpty ? nil : date), "what": .string(what),
        "difference": JSONValue(difference.isEmpty ? nil : difference),
      ]
    }
  }

  private var rows: [Row] {
    let events = report.events.compactMap { change -> Row? in
      guard let event = change.after ?? change.before else { return nil }
      return Row(
        kind: "event", id: event.id, word: Self.word(change.before, change.after),
        date: event.date?.rawValue ?? "undated", what: wording.headline(of: event),
        difference: difference(change))
    }
    let relations = report.relations.compactMap { change -> Row? in
      guard let relation = change.after ?? change.before else { return nil }
      let arrow = relation.isSymmetric ? "–" : "→"
      return Row(
        kind: "relation", id: relation.id, word: Self.word(change.before, change.after),
        date: relation.validity?.rawValue ?? "undated",
        what: "\(wording.name(of: relation.source)) \(arrow) "
          + "\(wording.name(of: relation.target)): \(wording.label(ofRelation: relation.kind))",
        difference: difference(change))
    }
    // A confidence that is otherwise by less than a hundredth is no news.
    return events.filter(\.isNews).sorted { ($0.date, $0.id) < ($1.date, $1.id) }
      + relations.filter(\.isNews).sorted { ($0.what, $0.id) < ($1.what, $1.id) }
  }

  private static func word<Thing>(_ before: Thing?, _ after: Thing?) -> String {
    before == nil ? "added" : after == nil ? "removed" : "changed"
  }

  private func difference(_ change: EventChange) -> String {
    guard let before = change.before, let after = change.after else { return "" }
    func ids(_ actors: [ActorID]) -> String { actors.map(\.rawValue).joined(separator: " ") }
    return Self.list([
      ("date", before.date?.rawValue ?? "none", after.date?.rawValue ?? "none"),
      ("status", EventListing.status(of: before), EventListing.status(of: after)),
      ("source", ids(before.source), ids(after.source)),
      ("target", ids(before.target), ids(after.target)),
      ("object", before.object ?? "none", after.object ?? "none"),
      ("place", before.place ?? "none", after.place ?? "none"),
      ("date is", before.dateBasis.rawValue, after.dateBasis.rawValue),
      (
        "confidence", EventListing.decimal(before.confidence),
        EventListing.decimal(after.confidence)
      ),
    ])
  }

  private func difference(_ change: RelationChange) -> String {
    guard let before = change.before, let after = change.after else { return "" }
    return Self.list([
      ("holds", before.validity?.rawValue ?? "undated", after.validity?.rawValue ?? "undated"),
      ("state", before.state.rawValue, after.state.rawValue),
      ("events", "\(before.eventCount)", "\(after.eventCount)"),
    ])
  }

  private static func list(_ values: [(name: String, before: String, after: String)]) -> String {
    values.filter { $0.before != $0.after }
      .map { "\($0.name) \($0.before) → \($0.after)" }.joined(separator: ", ")
  }
}

extension Relation {
  fileprivate var eventCount: Int { opening.count + supporting.count + closing.count }
}
