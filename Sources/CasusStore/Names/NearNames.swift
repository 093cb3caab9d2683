/// Names that are spelt nearly as one that nobody bears, or hold it.
struct NearNames {
  private let folded: String
  private let letters: [Unicode.Scalar]
  private let limit: Int
  /// By what they stand for, the nearest name of each.
  private var best: [String: (distance: Int, name: String)] = [:]

  /// - Parameter folded: the name that was given, folded.
  init(to folded: String) {
    self.folded = folded
    letters = Array(folded.unicodeScalars)
    limit = max(1, folded.count / 3)
  }

  /// Takes a name if it is near enough.
  /// - Parameters:
  ///   - name: the name as it is shown.
  ///   - known: the same, folded.
  ///   - bearer: whom it stands for; of several names of one the nearest is kept.
  mutating func consider(_ name: String, folded known: String, of bearer: String) {
    var distance = EditDistance.between(letters, Array(known.unicodeScalars), limit: limit)
    // Half a name is farther than any slip of the pen, the farther the more is missing.
    if distance == nil, folded.count >= 3, known.contains(folded) {
      distance = limit + known.unicodeScalars.count - letters.count
    }
    guard let distance else { return }
    if let known = best[bearer], (known.distance, known.name) <= (distance, name) { return }
    best[bearer] = (distance, name)
  }

  /// Up to five, nearest first.
  var found: [(name: String, bearer: String)] {
    best.sorted {
      ($0.value.distance, $0.value.name, $0.key) < ($1.value.distance, $1.value.name, $1.key)
    }.prefix(5).map { (name: $0.value.name, bearer: $0.key) }
  }
}
