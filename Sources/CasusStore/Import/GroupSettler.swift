import CasusModel
import GRDB

/// Writes what new statements change of a group.
struct GroupSettler {
  let events: EventTable
  let evidence: EvidenceTable
  let relations: RelationTable
  let sources: SourceTable
  /// Groups that statements leave, or whose rules changed.
  var unsettled: Set<EventGroup> = []

  private var triggers: TriggerKinds { relations.triggers }

  /// What is to be told of a group.
  struct Telling {
    /// Whether what becomes of relations is to be told, pair by pair.
    var ofRelations = false
    /// Whether what becomes of events is.
    var ofEvents = false
  }

  /// Writes what new statements change of a group, and says what that is to relations.
  ///
  /// `part` is what `GroupReader` gives for them.
  func settle(
    _ group: EventGroup, _ arrivals: [Arrival], _ part: GroupPart,
    _ telling: Telling = Telling(), log: inout ChangeLog?
  ) throws -> RelationTable.PairChange {
    var old = part.events
    let keys =
      old.isEmpty
      ? [:] : Dictionary(old.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var change = RelationTable.PairChange()
    for merged in part.merged {
      let key: Int64
      let known = keys.isEmpty ? nil : keys[merged.id]
      if let known, !unsettled.contains(group), part.keepsStatements(of: known, in: merged) {
        old[known] = nil
        continue
      }
      let sourceCount = try sources.count(of: merged.reports)
      if let known, let row = old.removeValue(forKey: known) {
        key = known
        let before = try log.map { _ in try state(of: known, row) }
        let event = merged.event
        let hasMoved =
          row.place != event.place && triggers.needPlace(group.type, mode: group.mode)
        if hasMoved || !row.isSameToRelations(as: event) {
          if telling.ofRelations { change.isWhole = true } else { try takeOut(known, row) }
          change.added.append(known)
        }
        // An event that a statement has left may still have the actors which that one named.
        let keepsSides = !unsettled.contains(group) && part.keepsSides(of: known, in: merged)
        let isOther = try events.update(
          known, from: row, to: merged, sources: sourceCount, keepsSides: keepsSides)
        if isOther, telling.ofEvents {
          log?.note(EventChange(before: before, after: merged.event))
        }
      } else {
        key = try events.insert(merged, groupHash: group.key, sources: sourceCount)
        if telling.ofRelations { change.isWhole = true } else { change.added.append(key) }
        if telling.ofEvents { log?.note(EventChange(before: nil, after: merged.event)) }
      }
      for report in merged.reports {
        guard let row = report.row else {
          try assign(arrivals[report.tag], to: key, of: merged, in: group)
          continue
        }
        guard row.event != key else { continue }
        try evidence.assign(
          row.key, to: key, stated: stated(by: report, known: row.stated, of: merged, in: group))
      }
    }
    for (key, row) in old.sorted(by: { $0.key < $1.key }) {
      if telling.ofEvents {
        log?.note(EventChange(before: try state(of: key, row), after: nil))
      }
      if telling.ofRelations { change.isWhole = true } else { try takeOut(key, row) }
      try events.delete(key, day: row.bounds.day)
    }
    return change
  }

  /// An event as it stands.
  private func state(of key: Int64, _ row: EventRow) throws -> Event {
    Event(row, participants: try events.participants(of: key))
  }

  /// Takes an event out of its relations, before it changes or goes.
  private func takeOut(_ event: Int64, _ row: EventRow) throws {
    try relations.takeOut(event, row)
  }

  /// What the table must have of a statement itself, `nil` where it says just what its event does.
  private func stated(
    by report: Report, known: String? = nil, of merged: EventMerger.Merged, in group: EventGroup
  ) throws -> String? {
    guard !group.isSaid(by: report.statement, mode: merged.mode) else { return nil }
    return try known ?? StatedEvent(report.statement).json()
  }

  private func assign(
    _ arrival: Arrival, to event: Int64, of merged: EventMerger.Merged, in group: EventGroup
  ) throws {
    let report = arrival.report
    let stated = try stated(by: report, of: merged, in: group)
    if let key = arrival.evidenceKey {
      try evidence.assign(key, to: event, stated: stated)
    } else {
      try evidence.insert(
        report.statement, machine: arrival.machine?.statement, marks: report.marks,
        article: arrival.articleKey, event: event, stated: stated)
    }
  }
}

extension EventRow {
  /// Whether relations rest on an event as they rested on it before.
  fileprivate func isSameToRelations(as event: Event) -> Bool {
    date == event.date && status == event.status && isContested == event.isContested
  }
}
