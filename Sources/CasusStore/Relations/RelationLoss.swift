import CasusModel
import GRDB

/// Takes an event out of the relations of two actors with very many events, before it changes or
/// goes, so that this does not cost as much as all of their events.
///
/// Most events only support a relation that others opened: without them it is the same, and only
/// the row that says so goes. Of others the day is noted from which on relations of the kind must be
/// derived anew, which `RelationTail` does at the end of an import.
struct RelationLoss {
  let db: Database
  private let stale: StaleRelations
  /// The kinds of relations that may end place by place, of which every event counts.
  private let placedKinds: Set<String>

  init(db: Database, catalog: EventCatalog) {
    self.db = db
    placedKinds = Set(catalog.relations.filter { $0.value.endsByPlace }.keys)
    stale = StaleRelations(db: db)
  }

  /// Takes an event out of every relation that has it.
  /// - Parameters:
  ///   - event: its key; the row must still be as the relations know it.
  ///   - row: what it is now.
  /// - Throws: what SQLite throws.
  func take(_ event: Int64, _ row: EventRow) throws {
    let delete = try FastStatement(
      db, "DELETE FROM relationEvent WHERE relation = ? AND partCode = ? AND event = ?")
    for holder in try holders(of: event) {
      if try isNeedless(event, row, in: holder) {
        try delete.run {
          $0.add(holder.relation)
          $0.add(holder.part)
          $0.add(event)
        }
      } else {
        // The relation itself must be among those that are derived anew.
        try stale.note(
          holder.kind, from: holder.source, to: holder.target,
          since: min(row.bounds.day, holder.day))
      }
    }
  }

  /// A relation that has an event.
  private struct Holder {
    let relation: Int64
    let part: RelationEvent.Part
    let kind: String
    let source: Int64
    let target: Int64
    let day: Int
  }

  private func holders(of event: Int64) throws -> [Holder] {
    let statement = try FastStatement(
      db,
      """
      SELECT relation.key, relationEvent.partCode, relation.kind, relation.source,
        relation.target, relation.day
      FROM relationEvent JOIN relation ON relation.key = relationEvent.relation
      WHERE relationEvent.event = ?
      """)
    var result: [Holder] = []
    try statement.forEach({ $0.add(event) }) { row in
      guard let part: RelationEvent.Part = row.code(1) else { return }
      result.append(
        Holder(
          relation: row.integer(0), part: part, kind: row.text(2), source: row.integer(3),
          target: row.integer(4), day: row.int(5)))
    }
    return result
  }

  /// Whether a relation is the same without an event: others opened it, or, where nothing did, tell
  /// of it on its first day.
  private func isNeedless(_ event: Int64, _ row: EventRow, in holder: Holder) throws -> Bool {
    guard holder.part == .supports, !placedKinds.contains(holder.kind) else { return false }
    if try RelationEvent.Part.opens.isIn(holder.relation, db) { return true }
    guard holder.day < row.bounds.day || !row.isActual else { return false }
    return try hasFounder(holder)
  }

  /// Whether an undoubted event on the first day of a relation supports it.
  private func hasFounder(_ holder: Holder) throws -> Bool {
    let statement = try FastStatement(
      db,
      """
      SELECT 1 FROM dyad JOIN event ON event.key = dyad.event
      WHERE dyad.source = ? AND dyad.target = ? AND dyad.day = ? AND event.statusCode = \(EventStatus.occurred.code)
        AND event.isContested = 0 AND event.lastDay >= event.day
        AND EXISTS (SELECT 1 FROM relationEvent
          WHERE relation = ? AND partCode = \(RelationEvent.Part.supports.code)
            AND relationEvent.event = dyad.event)
      LIMIT 1
      """)
    func has(_ source: Int64, _ target: Int64) throws -> Bool {
      try statement.integer {
        $0.add(source)
        $0.add(target)
        $0.add(holder.day)
        $0.add(holder.relation)
      } != nil
    }
    return try has(holder.source, holder.target) || has(holder.target, holder.source)
  }
}

extension EventRow {
  /// Whether the event tells how things are; contested ones do, with doubt.
  fileprivate var isActual: Bool { status == .occurred || isContested }
}
