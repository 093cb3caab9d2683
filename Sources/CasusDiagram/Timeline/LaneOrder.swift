/// Orders lanes so that actors who deal with each other lie close together.
enum LaneOrder {
  /// The order with little total arrow length; starts from the given order and swaps while that
  /// helps, so that equal input gives equal output.
  ///
  /// - Parameters:
  ///   - count: How many lanes there are.
  ///   - ties: How often lane `a` deals with lane `b`.
  /// - Returns: The lanes from top to bottom.
  static func order(count: Int, ties: [(a: Int, b: Int, weight: Double)]) -> [Int] {
    var order = Array(0..<count)
    guard count > 2, count <= 40 else { return order }
    var best = cost(order, ties)
    for _ in 0..<20 {
      var isBetter = false
      for i in 0..<count {
        for j in (i + 1)..<max(i + 1, count) {
          order.swapAt(i, j)
          let value = cost(order, ties)
          if value < best - 1e-9 {
            best = value
            isBetter = true
          } else {
            order.swapAt(i, j)
          }
        }
      }
      if !isBetter { break }
    }
    return order
  }

  private static func cost(_ order: [Int], _ ties: [(a: Int, b: Int, weight: Double)]) -> Double {
    var place = [Int](repeating: 0, count: order.count)
    for (position, lane) in order.enumerated() { place[lane] = position }
    var total = 0.0
    for tie in ties { total += tie.weight * Double(abs(place[tie.a] - place[tie.b])) }
    // The lane with the smallest number, the busiest, is kept near the top among equal orders.
    return total + Double(place.first ?? 0) * 1e-3
  }
}
