/// How many letters must change to make one word of another (Levenshtein 1966).
enum EditDistance {
  /// The distance between two texts, or `nil` when it is over `limit`.
  static func between(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for (j, other) in b.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
        least = min(least, row[j + 1])
      }
      guard least <= limit else { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
