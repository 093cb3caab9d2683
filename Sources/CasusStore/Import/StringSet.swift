/// A set of texts of which there are mostly very few, which are sooner compared than hashed.
struct StringSet {
  private static let few = 8
  private var short: [String] = []
  private var long: Set<String> = []

  init(_ texts: Set<String>) {
    if texts.count <= Self.few { short = Array(texts) } else { long = texts }
  }

  /// Adds a text; `false` when it was there already.
  mutating func insert(_ text: String) -> Bool {
    guard !short.contains(text) else { return false }
    guard short.count == Self.few || !long.isEmpty else {
      short.append(text)
      return true
    }
    return long.insert(text).inserted
  }
}
