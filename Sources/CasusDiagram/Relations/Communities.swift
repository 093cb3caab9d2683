import CasusModel

/// Finds groups of actors who act together.
///
/// The method of Blondel, Guillaume, Lambiotte and Lefebvre (2008), on the signed modularity of
/// Gómez, Jensen and Arenas (2009): cooperation binds a group together, conflict keeps it apart.
/// Actors and groups are visited in the order of their identifiers, so equal input gives equal
/// groups.
struct Communities {
  /// The groups of two or more actors, each sorted, the largest first.
  let groups: [[ActorID]]

  /// Divides the actors of a network.
  init(_ network: RelationNetwork) {
    let index = Dictionary(uniqueKeysWithValues: network.actors.enumerated().map { ($1, $0) })
    var weights = Weights(count: network.actors.count)
    for tie in network.ties {
      guard let a = index[tie.source], let b = index[tie.target] else { continue }
      let sign = tie.relations.map(\.polarity).reduce(0, +)
      weights.add(
        a, b, good: Double(tie.cooperation + max(0, sign)),
        bad: Double(tie.conflict + max(0, -sign)))
    }
    var members = network.actors.map { [$0] }
    while true {
      let labels = weights.moved()
      let count = (labels.max() ?? -1) + 1
      guard count < members.count else { break }
      var joined = Array(repeating: [ActorID](), count: count)
      for (node, label) in labels.enumerated() { joined[label] += members[node] }
      members = joined
      weights = weights.joined(labels, count: count)
    }
    groups = members.filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { ($1.count, $0.first ?? "") < ($0.count, $1.first ?? "") }
  }

  /// How strongly nodes are tied, by sign.
  private struct Weights {
    private var good: [[Int: Double]]
    private var bad: [[Int: Double]]

    init(count: Int) {
      good = Array(repeating: [:], count: count)
      bad = good
    }

    mutating func add(_ a: Int, _ b: Int, good goodWeight: Double, bad badWeight: Double) {
      // A loop counts from both of its ends.
      for (from, to) in [(a, b), (b, a)] {
        if goodWeight > 0 { good[from][to, default: 0] += goodWeight }
        if badWeight > 0 { bad[from][to, default: 0] += badWeight }
      }
    }

    /// A group for each node, numbered from 0 in the order of the first node.
    func moved() -> [Int] {
      let goodSums = good.map { $0.values.reduce(0, +) }
      let badSums = bad.map { $0.values.reduce(0, +) }
      let goodTotal = max(1, goodSums.reduce(0, +))
      let badTotal = max(1, badSums.reduce(0, +))
      var labels = Array(good.indices)
      var goodOf = goodSums
      var badOf = badSums
      for _ in 0..<50 {
        var hasMoved = false
        for node in labels.indices {
          let home = labels[node]
          goodOf[home] -= goodSums[node]
          badOf[home] -= badSums[node]
          func gain(_ label: Int) -> Double {
            var inside = (good: 0.0, bad: 0.0)
            for (other, weight) in good[node] where other != node && labels[other] == label {
              inside.good += weight
            }
            for (other, weight) in bad[node] where other != node && labels[other] == label {
              inside.bad += weight
            }
            return inside.good - goodSums[node] * goodOf[label] / goodTotal
              - (inside.bad - badSums[node] * badOf[label] / badTotal)
          }
          var best = (label: home, gain: gain(home))
          for label in Set(good[node].keys.map { labels[$0] }).sorted() where label != home {
            let value = gain(label)
            if value > best.gain + 1e-9 { best = (label, value) }
          }
          labels[node] = best.label
          goodOf[best.label] += goodSums[node]
          badOf[best.label] += badSums[node]
          hasMoved = hasMoved || best.label != home
        }
        if !hasMoved { break }
      }
      var numbers: [Int: Int] = [:]
      return labels.map { label in
        let number = numbers[label] ?? numbers.count
        numbers[label] = number
        return number
      }
    }

    /// The same with every group as one node.
    func joined(_ labels: [Int], count: Int) -> Weights {
      var result = Weights(count: count)
      for node in good.indices {
        for (other, weight) in good[node] {
          result.good[labels[node]][labels[other], default: 0] += weight
        }
        for (other, weight) in bad[node] {
          result.bad[labels[node]][labels[other], default: 0] += weight
        }
      }
      return result
    }
  }
}
