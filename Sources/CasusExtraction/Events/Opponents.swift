import CasusModel

/// Who fights whom in an article, by the hostile acts that it tells with both sides.
struct Opponents {
  private var counts: [ActorID: [ActorID: Int]] = [:]

  /// Takes note of an act.
  mutating func note(_ type: EventType, _ source: [ActorID], _ target: [ActorID]) {
    let weight: Int
    switch type {
    case .assault: weight = 3
    case .coerce, .mobilize: weight = 2
    case .threaten, .accuse: weight = 1
    default: return
    }
    for one in source {
      for other in target where one != other {
        counts[one, default: [:]][other, default: 0] += weight
        counts[other, default: [:]][one, default: 0] += weight
      }
    }
  }

  /// The one whom a side fights most, if most of its hostile acts are with that one.
  func main(of side: [ActorID]) -> ActorID? {
    var sums: [ActorID: Int] = [:]
    for actor in side {
      for (other, count) in counts[actor] ?? [:] where !side.contains(other) {
        sums[other, default: 0] += count
      }
    }
    let best = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 2 > sums.values.reduce(0, +), best.value >= Self.least else {
      return nil
    }
    return best.key
  }

  /// One attack at least, or several lesser acts.
  private static let least = 3
}
