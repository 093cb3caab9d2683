public import CasusModel
import GRDB

extension EventStore {
  /// What changed between two dates: the relations that began, ended or became doubtful.
  ///
  /// ```swift
  /// let changes = try store.changes(from: EDTF("2022-01")!, to: EDTF("2022-12")!, of: "UKR")
  /// ```
  /// - Parameters:
  ///   - from: the beginning: its last day is compared.
  ///   - to: the end: its last day is compared.
  ///   - actor: only relations of this actor, or `nil` for all.
  ///   - other: only those with this other one.
  /// - Returns: the changes, by day, then kind and actors. Relations whose days are not known are
  ///   left out.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func changes(
    from: EDTF, to: EDTF, of actor: ActorID? = nil, and other: ActorID? = nil
  ) throws -> [StandingChange] {
    try read { db in
      let relations =
        if let actor {
          try Self.relations(of: actor, and: other, in: db)
        } else {
          try RelationReader(db: db).relations(
            changingFrom: from.upperBound + 1, through: to.upperBound)
        }
      return Self.changes(among: relations, from: from, to: to)
    }
  }

  /// The same, by what the events tell that pass a filter.
  ///
  /// - Parameters:
  ///   - from: the beginning: its last day is compared.
  ///   - to: the end: its last day is compared.
  ///   - actor: the actor.
  ///   - other: only relations with this other one.
  ///   - filter: conditions on who said what when, and how surely.
  ///   - catalog: the rules by which relations follow from events.
  /// - Returns: the changes.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func changes(
    from: EDTF, to: EDTF, of actor: ActorID, and other: ActorID? = nil,
    fromEventsMatching filter: EventFilter, catalog: EventCatalog
  ) throws -> [StandingChange] {
    let relations = try relations(
      of: actor, and: other, fromEventsMatching: filter, catalog: catalog)
    return Self.changes(among: relations, from: from, to: to)
  }

  private static func changes(
    among relations: [Relation], from: EDTF, to: EDTF
  ) -> [StandingChange] {
    relations.compactMap { relation -> StandingChange? in
      guard relation.validity != nil else { return nil }
      let (before, after) = (relation.state(at: from), relation.state(at: to))
      guard before != after else { return nil }
      let hasEnded = after == .ended
      let opening = relation.opening.isEmpty ? relation.supporting : relation.opening
      let causes = hasEnded ? relation.closing : opening
      return StandingChange(relation: relation, before: before, after: after, causes: causes)
    }.sorted { a, b in
      let (dayA, dayB) = (a.day, b.day)
      return dayA != dayB ? dayA < dayB : RelationReader.isBefore(a.relation, b.relation)
    }
  }
}

extension StandingChange {
  /// The day of the change, for sorting.
  fileprivate var day: Int {
    let bounds = SortDay.bounds(of: relation.validity)
    return after == .ended ? bounds.lastDay : bounds.day
  }
}
