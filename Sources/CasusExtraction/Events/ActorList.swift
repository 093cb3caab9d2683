import CasusModel

extension [ActorID] {
  /// Removes the actors that satisfy a condition.
  ///
  /// The array of the standard library copies shared storage even when nothing is removed, which is
  /// what mostly happens here.
  mutating func removeAll(where isRemoved: (ActorID) -> Bool) {
    guard let first = firstIndex(where: isRemoved) else { return }
    var kept = self[..<first]
    for i in (first + 1)..<count where !isRemoved(self[i]) { kept.append(self[i]) }
    self = Array(kept)
  }

  /// Sorted; most lists have one member and stay as they are.
  var inOrder: [ActorID] { count > 1 ? sorted() : self }
}
