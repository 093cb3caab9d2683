import CasusModel
import GRDB

/// From which day on it is disputed whether relations have ended.
///
/// What nobody disputes yet is in force: up to the first day on which somebody says that it ended.
struct DisputedEnds {
  private let db: Database
  /// For each kind of relation, which events close it; empty without the rules.
  private let triggers: [String: RelationTriggers]

  /// - Parameters:
  ///   - db: the database.
  ///   - catalog: the rules; without them events that may have ended a relation in an unnamed place
  ///     are not known.
  init(db: Database, catalog: EventCatalog?) {
    self.db = db
    triggers = Dictionary(
      uniqueKeysWithValues: (catalog.map(RelationTriggers.all) ?? []).map { ($0.kind, $0) })
  }

  /// The state of a relation that had begun, on a day or in a longer time; `nil` where it is as it is
  /// today, or as its validity tells.
  func state(of relation: Relation, at date: EDTF) throws -> Relation.State? {
    guard relation.state == .contested || relation.state == .ended && relation.closing.count > 1
    else { return nil }
    let closing = try events(relation.closing)
    if relation.state == .ended {
      // One end that some deny, and a later one that nobody does.
      guard let end = relation.validity?.upperBound, date.upperBound < end,
        let disputed = closing.filter(\.isContested).map(\.bounds.day).min()
      else { return nil }
      return date.upperBound < disputed ? .inForce : .contested
    }
    guard closing.allSatisfy(\.isDated) else { return nil }
    let founding = try events(relation.opening.isEmpty ? relation.supporting : relation.opening)
    guard !founding.allSatisfy(\.isContested) else { return nil }
    let doubts = closing.isEmpty ? try mayHaveEnded(relation) : closing
    guard let first = doubts.map(\.bounds.day).min() else { return nil }
    return date.upperBound < first ? .inForce : .contested
  }

  /// The latest event that ended a relation in some place, perhaps in the only one.
  private func mayHaveEnded(_ relation: Relation) throws -> [RelationEvent] {
    guard let triggers = triggers[relation.kind] else { return [] }
    let closers = try events(relation.supporting).filter { event in
      event.isDated && event.isActual
        && triggers.info.closes.contains {
          $0.type == event.type && $0.fits(mode: event.mode)
        }
    }
    return closers.max(by: RelationEvent.isBefore).map { [$0] } ?? []
  }

  private func events(_ ids: [String]) throws -> [RelationEvent] {
    let statement = try FastStatement(
      db, "SELECT \(RelationEvent.selection) FROM event WHERE id = ?")
    var result: [RelationEvent] = []
    for id in ids {
      try statement.first({ $0.add(HexID.array(of: id)) }) { row in
        if let event = RelationEvent(row) { result.append(event) }
      }
    }
    return result
  }
}
