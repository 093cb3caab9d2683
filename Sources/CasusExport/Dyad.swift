import CasusModel

/// A pair of actors that an event connects.
struct Dyad: Hashable, Comparable {
  var source: ActorID
  var target: ActorID
  /// Whether source and target may be exchanged; then the smaller identifier is the source.
  var isSymmetric: Bool

  /// The pairs of an event, sorted, each once.
  ///
  /// Every source meets every target; a symmetric event that names all its actors as sources
  /// connects each two of them. An event of one actor alone has no pair.
  static func all(of event: Event) -> [Dyad] {
    var dyads: Set<Dyad> = []
    let isSymmetric = event.type.isSymmetric
    let targets = isSymmetric && event.target.isEmpty ? event.source : event.target
    for source in event.source {
      for target in targets where source != target {
        let isTurned = isSymmetric && target < source
        dyads.insert(
          Dyad(
            source: isTurned ? target : source, target: isTurned ? source : target,
            isSymmetric: isSymmetric))
      }
    }
    return dyads.sorted()
  }

  /// Orders by source, then target; directed pairs first.
  static func < (a: Dyad, b: Dyad) -> Bool {
    (a.source, a.target, a.isSymmetric ? 1 : 0) < (b.source, b.target, b.isSymmetric ? 1 : 0)
  }
}
