import CasusModel
import GRDB

/// Turns what a reviewer says of an event into decisions that are tied to its words.
struct ReviewSession {
  let db: Database
  let catalog: EventCatalog
  private let events: EventTable
  private let evidence: EvidenceTable

  init(_ db: Database, catalog: EventCatalog) {
    self.db = db
    self.catalog = catalog
    events = EventTable(db: db, actors: ActorKeys(db))
    evidence = EvidenceTable(db: db)
  }

  func decisions(_ review: Review, on event: Int64) throws -> [ReviewDecision] {
    let statements = try statements(of: event, numbers: review.evidence)
    return try review.verdicts.map { verdict in
      let (kind, field, value) = try parts(of: verdict, review, event: event)
      var others: [Statement] = []
      if case .merge(let prefix) = verdict {
        let other = try EventStore.eventKey(idPrefix: prefix, in: db)
        guard other != event else {
          throw StoreError.impossibleDecision(reason: "an event cannot be merged with itself")
        }
        others = try self.statements(of: other, numbers: [])
      }
      var note = review.note
      if case .note(let text) = verdict { note = text }
      return try ReviewDecision(
        kind: kind, field: field, value: value, note: note, reviewer: review.reviewer,
        decidedAt: review.decidedAt, statements: statements, others: others)
    }
  }

  private func parts(
    of verdict: ReviewVerdict, _ review: Review, event: Int64
  ) throws -> (kind: ReviewDecision.Kind, field: ReviewDecision.Field?, value: String?) {
    switch verdict {
    case .accept: return (.accept, nil, nil)
    case .reject: return (.reject, nil, nil)
    case .note: return (.note, nil, nil)
    case .type(let type, let mode):
      if let mode, catalog.types[type.rawValue].map({ $0.modes[mode] == nil }) ?? false {
        let known = (catalog.types[type.rawValue]?.modes.keys.sorted() ?? []).joined(separator: " ")
        throw StoreError.impossibleDecision(
          reason: "\(type.rawValue) has no mode '\(mode)'; known are \(known)")
      }
      return (.correct, .type, type.rawValue + (mode.map { "/\($0)" } ?? ""))
    case .source(let actors): return (.correct, .source, try text(of: actors))
    case .target(let actors): return (.correct, .target, try text(of: actors))
    case .date(let date): return (.correct, .date, date?.rawValue ?? "")
    case .status(let status): return (.correct, .status, status.rawValue)
    case .merge: return (.merge, nil, try JSONColumn.encode(StatedEvent(events.group(of: event))))
    case .split:
      let count = try evidence.rows(ofEvent: event).count
      guard count > 1, review.evidence.count < count else {
        throw StoreError.impossibleDecision(
          reason: "the event cannot be split: it has no further words that would stay")
      }
      return (.split, nil, review.evidence.isEmpty ? "article" : nil)
    }
  }

  private func text(of actors: [ActorID]) throws -> String {
    try JSONColumn.text(of: Set(actors).map(\.rawValue).sorted())
  }

  /// What the program found in the words of an event, in the order in which people see them.
  private func statements(of event: Int64, numbers: [Int]) throws -> [Statement] {
    let group = try events.group(of: event)
    let rows = try evidence.rows(ofEvent: event)
    let reports = try rows.enumerated().map { tag, row in try row.report(in: group, tag: tag) }
      .sorted(by: Report.isBefore)
    for number in numbers where !(1...reports.count).contains(number) {
      throw StoreError.impossibleDecision(
        reason: "the event has no evidence \(number); it has \(reports.count), see casus show")
    }
    let chosen =
      numbers.isEmpty ? reports : Set(numbers).sorted().map { reports[$0 - 1] }
    return try chosen.map { try rows[$0.tag].found(in: group) }
  }
}
