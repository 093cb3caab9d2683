public import CasusModel
import GRDB

extension EventStore {
  /// How an actor stands to all others, or to one of them; sorted by kind, actors and beginning.
  ///
  /// With a day, the relations as they stood then: those that had begun, with the ones that ended
  /// later still in force.
  /// - Parameters:
  ///   - actor: the actor; its people and bodies stand for it.
  ///   - other: the other one, or `nil` for all.
  ///   - at: a day or longer time, or `nil` for everything known.
  /// - Returns: the relations; none for an actor without events.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func relations(
    of actor: ActorID, and other: ActorID? = nil, at: EDTF? = nil
  ) throws -> [Relation] {
    try read { db in
      guard let scope = try ActorScope(actor, in: db) else { return [] }
      let table = RelationReader(db: db)
      guard let other else {
        return try Self.asOf(at, table.relations(of: scope.rolledUp))
      }
      guard let otherScope = try ActorScope(other, in: db) else { return [] }
      return try Self.asOf(at, table.relations(of: scope.rolledUp, otherScope.rolledUp))
    }
  }

  private static func asOf(_ date: EDTF?, _ relations: [Relation]) -> [Relation] {
    let sorted = relations.sorted(by: RelationReader.isBefore)
    guard let date else { return sorted }
    return sorted.compactMap { relation in
      guard let validity = relation.validity else { return relation }
      guard validity.lowerBound <= date.upperBound else { return nil }
      var relation = relation
      if relation.state == .ended, validity.upperBound > date.upperBound {
        relation.state = .inForce
      }
      return relation
    }
  }
}
