/// Reads the part of a group that new statements can change, and unites it with them.
///
/// It writes nothing, so that another thread can do it while what came before is written.
struct GroupReader {
  let events: EventTable
  let evidence: EvidenceTable
  let sources: SourceTable
  let rules: IdentityRules
  /// Hashes of the groups in which reviewers decided something.
  let reviewed: Set<Int64>
  /// Groups that statements leave, or whose rules changed.
  let unsettled: Set<EventGroup>
  /// Whether any event holds a date other than a single day.
  private let holdsRoughDates: Bool
  /// Whether there are no events yet, as in the first batch of a new database.
  private let isTableEmpty: Bool

  init(
    events: EventTable, evidence: EvidenceTable, sources: SourceTable, rules: IdentityRules,
    reviewed: Set<Int64> = [], unsettled: Set<EventGroup> = []
  ) throws {
    self.events = events
    self.sources = sources
    self.evidence = evidence
    self.rules = rules
    self.reviewed = reviewed
    self.unsettled = unsettled
    isTableEmpty = try events.isEmpty()
    holdsRoughDates = try !isTableEmpty && events.holdsRoughDates()
  }

  /// What new statements make of a group; the tag of each becomes its place among the arrivals.
  func change(of group: EventGroup, by arrivals: [Arrival]) throws -> GroupChange {
    for (index, arrival) in arrivals.enumerated() { arrival.report.tag = index }
    let part = try part(of: group, changedBy: arrivals)
    let isSettled = !unsettled.contains(group)
    var old = part.events
    let keys =
      old.isEmpty
      ? [:] : Dictionary(old.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var change = GroupChange()
    for merged in part.merged {
      let key = keys.isEmpty ? nil : keys[merged.id]
      let row = key.flatMap { old.removeValue(forKey: $0) }
      if let key, isSettled, part.keepsStatements(of: key, in: merged) { continue }
      var known: GroupChange.Known?
      if let key, let row {
        // An event that a statement has left may still have the actors which that one named.
        let keepsSides = isSettled && part.keepsSides(of: key, in: merged)
        known = GroupChange.Known(key: key, row: row, keepsSides: keepsSides)
      }
      // What the statements say together is worked out here, so that the thread that writes need not.
      _ = merged.event
      change.events.append(
        GroupChange.Told(
          merged: merged, sources: try sources.count(of: merged.reports), known: known))
    }
    change.gone = old.sorted { $0.key < $1.key }.map { (key: $0.key, row: $0.value) }
    return change
  }

  /// The events that new statements can change, and what these come to together.
  private func part(of group: EventGroup, changedBy arrivals: [Arrival]) throws -> GroupPart {
    var finder = GroupPartFinder(
      group, isSingular: rules.isSingular(group), arrivals: arrivals.map(\.report), table: events,
      evidence: evidence, holdsRoughDates: holdsRoughDates,
      isTableEmpty: isTableEmpty)
    let isReviewed = reviewed.contains(group.key) || arrivals.contains { $0.report.isReviewed }
    return try isReviewed || unsettled.contains(group) ? finder.whole() : finder.partOrWhole()
  }
}
