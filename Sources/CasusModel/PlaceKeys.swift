/// What places are called in any language, so that reports in several speak of one place.
///
/// Most commands need none of them, so they are read when they are first asked for.
public final class PlaceKeys: Sendable {
  /// The names of places and where they are from.
  public struct Contents: Sendable {
    /// The key of each name: `["Херсон": "UKR/kherson"]`.
    public let keys: [String: String]
    /// A hash of the files that the names are from; empty where there are none.
    public let hash: String

    /// Puts names and their hash together.
    public init(keys: [String: String], hash: String) {
      self.keys = keys
      self.hash = hash
    }
  }

  private let contents: ReadOnce<Contents>

  /// - Parameter read: Reads the names; it is called once, and only if they are asked for.
  public init(_ read: @escaping @Sendable () -> Contents) { contents = ReadOnce(read) }

  /// The key of a place by its name; nil if no place is known by it.
  public subscript(name: String) -> String? { contents.value.keys[name] }

  /// A hash of the files that the names are from; empty where there are none.
  public var hash: String { contents.value.hash }
}
