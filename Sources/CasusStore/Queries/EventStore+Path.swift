public import CasusModel
import GRDB

extension EventStore {
  /// The shortest way from an actor to another over events between pairs, in either direction.
  ///
  /// Of equally short ways it is the one whose actors come first in the alphabet. Events that are
  /// denied or hypothetical connect nobody, unless the filter asks for such statuses.
  /// - Parameters:
  ///   - start: the first actor; its people and bodies stand for it.
  ///   - end: the last actor.
  ///   - maxHops: how many steps at most.
  ///   - filter: conditions on the events on the way; `limit` counts events of one step, the actors
  ///     of the filter are not looked at.
  /// - Returns: the steps, empty for an actor and itself, or `nil` when there is no way.
  /// - Throws: `StoreError`, when the database cannot be read.
  public func path(
    from start: ActorID, to end: ActorID, maxHops: Int = 6, filter: EventFilter = EventFilter()
  ) throws -> [PathStep]? {
    let (start, end) = (start.rolledUp, end.rolledUp)
    guard start != end else { return [] }
    return try read { db in
      var filter = filter
      if filter.statuses.isEmpty { filter.statuses = [.occurred, .planned] }
      filter.actors = []
      var network = try DyadNetwork(filter, in: db)
      // The dyads know statuses and quadrants; what else the filter asks is found out on the way.
      while let way = network.shortestPath(from: start, to: end, maxHops: maxHops) {
        var steps: [PathStep] = []
        for (from, to) in zip(way, way.dropFirst()) {
          filter.between = ActorPair(from, to)
          let events = try EventQuery(filter, in: db).fetch()
          guard !events.isEmpty else {
            network.cut(from, to)
            break
          }
          steps.append(PathStep(from: from, to: to, events: events))
        }
        if steps.count == way.count - 1 { return steps }
      }
      return nil
    }
  }
}
