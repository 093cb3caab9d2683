public import CasusModel

/// What became of an event: before and after, without evidence; one of the two may be missing.
public struct EventChange: Hashable, Codable, Sendable {
  /// The event as it was; `nil` for a new one.
  public var before: Event?
  /// The event as it is; `nil` for one that has gone.
  public var after: Event?

  /// The event's identifier.
  public var id: String { after?.id ?? before?.id ?? "" }
}

/// What became of a relation; one of the two may be missing.
public struct RelationChange: Hashable, Codable, Sendable {
  /// The relation as it was; `nil` for a new one.
  public var before: Relation?
  /// The relation as it is; `nil` for one that has gone.
  public var after: Relation?

  /// The relation's identifier.
  public var id: String { after?.id ?? before?.id ?? "" }
}

/// What a change to the articles, the knowledge or the decisions did to the graph.
public struct ChangeReport: Hashable, Codable, Sendable {
  /// The events that came, went or changed, sorted by identifier.
  public private(set) var events: [EventChange] = []
  /// The relations that came, went or changed, sorted by identifier.
  public private(set) var relations: [RelationChange] = []

  /// A report of no change.
  public init() {}

  /// Whether nothing changed.
  public var isEmpty: Bool { events.isEmpty && relations.isEmpty }

  /// Adds what changed after this.
  public static func += (a: inout ChangeReport, b: ChangeReport) {
    var log = ChangeLog(a)
    for change in b.events { log.note(change) }
    for change in b.relations { log.note(change) }
    a = log.report
  }

  init(events: [EventChange], relations: [RelationChange]) {
    self.events = events
    self.relations = relations
  }
}

/// Collects changes; of several changes of one thing the first state and the last count.
struct ChangeLog {
  private var events: [String: EventChange] = [:]
  private var relations: [String: RelationChange] = [:]

  init() {}

  init(_ report: ChangeReport) {
    for change in report.events { note(change) }
    for change in report.relations { note(change) }
  }

  mutating func note(_ change: EventChange) {
    events[change.id] = EventChange(
      before: events[change.id].map(\.before) ?? change.before, after: change.after)
  }

  mutating func note(_ change: RelationChange) {
    relations[change.id] = RelationChange(
      before: relations[change.id].map(\.before) ?? change.before, after: change.after)
  }

  var report: ChangeReport {
    ChangeReport(
      events: events.values.filter { $0.before != $0.after }.sorted { $0.id < $1.id },
      relations: relations.values.filter { $0.before != $0.after }.sorted { $0.id < $1.id })
  }
}
