import CasusModel
import GRDB

/// Writes what new statements change of a group.
struct GroupSettler {
  let events: EventTable
  let evidence: EvidenceTable
  let relations: RelationTable

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
  /// `found` is what `GroupReader` gives for them.
  func settle(
    _ group: EventGroup, _ arrivals: [Arrival], _ found: GroupChange,
    _ telling: Telling = Telling(), log: inout ChangeLog?
  ) throws -> RelationTable.PairChange {
    var change = RelationTable.PairChange()
    for told in found.events {
      let merged = told.merged
      let event = merged.event
      let key: Int64
      if let known = told.known {
        key = known.key
        let row = known.row
        let before = try log.map { _ in try state(of: key, row) }
        let hasMoved =
          row.place != event.place && triggers.needPlace(group.type, mode: group.mode)
        if hasMoved || !row.isSameToRelations(as: event) {
          if telling.ofRelations { change.isWhole = true } else { try takeOut(key, row) }
          change.added.append(key)
        }
        let isOther = try events.update(
          key, from: row, to: merged, sources: told.sources, keepsSides: known.keepsSides)
        if isOther, telling.ofEvents { log?.note(EventChange(before: before, after: event)) }
      } else {
        key = try events.insert(merged, groupHash: group.key, sources: told.sources)
        if telling.ofRelations { change.isWhole = true } else { change.added.append(key) }
        if telling.ofEvents { log?.note(EventChange(before: nil, after: event)) }
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
    for (key, row) in found.gone {
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
