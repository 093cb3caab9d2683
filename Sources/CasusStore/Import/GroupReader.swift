/// Reads the part of a group that new statements can change, and unites it with them.
///
/// It writes nothing, so that another thread can do it while what came before is written.
struct GroupReader {
  let events: EventTable
  let evidence: EvidenceTable
  let rules: IdentityRules
  /// Hashes of the groups in which reviewers decided something.
  let reviewed: Set<Int64>
  /// Groups that statements leave, or whose rules changed.
  let unsettled: Set<EventGroup>
  /// Whether any event holds a date other than a single day.
  private let holdsRoughDates: Bool

  init(
    events: EventTable, evidence: EvidenceTable, rules: IdentityRules, reviewed: Set<Int64> = [],
    unsettled: Set<EventGroup> = []
  ) throws {
    self.events = events
    self.evidence = evidence
    self.rules = rules
    self.reviewed = reviewed
    self.unsettled = unsettled
    holdsRoughDates = try events.holdsRoughDates()
  }

  /// The events that new statements can change, and what these come to together; the tag of each
  /// statement becomes its place among the arrivals.
  func part(of group: EventGroup, changedBy arrivals: [Arrival]) throws -> GroupPart {
    for (index, arrival) in arrivals.enumerated() { arrival.report.tag = index }
    var finder = GroupPartFinder(
      group, isSingular: rules.isSingular(group), arrivals: arrivals.map(\.report), table: events,
      evidence: evidence, holdsRoughDates: holdsRoughDates)
    let isReviewed = reviewed.contains(group.key) || arrivals.contains { $0.report.isReviewed }
    return try isReviewed || unsettled.contains(group) ? finder.whole() : finder.partOrWhole()
  }
}
