import CasusModel

/// Actors found for one slot.
struct Filling {
  var actors: [ActorID] = []
  var first = Int.max
  var last = -1
  var usesAnaphor = false
  var preposition = 0
}
