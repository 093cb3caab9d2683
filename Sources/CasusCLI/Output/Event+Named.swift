import CasusModel

extension Event {
  /// The actors whose names a sentence about the event may need: those of the two sides, and what
  /// they belong to.
  var named: [ActorID] {
    let actors = source + target
    return actors + actors.map(\.rolledUp)
  }
}
