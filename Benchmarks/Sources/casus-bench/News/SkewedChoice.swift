/// Chooses among things of which a few are met everywhere and most hardly ever (Zipf's law).
struct SkewedChoice<Element> {
  private let elements: [Element]
  private let sums: [Double]

  /// The first element is the most frequent.
  init(_ elements: [Element]) {
    self.elements = elements
    var sum = 0.0
    sums = elements.indices.map { rank in
      sum += 1 / Double(rank + 1)
      return sum
    }
  }

  func pick(_ random: inout SeededRandom) -> Element {
    let place = random.fraction() * (sums.last ?? 0)
    var (low, high) = (0, elements.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > place { high = middle } else { low = middle + 1 }
    }
    return elements[low]
  }
}
