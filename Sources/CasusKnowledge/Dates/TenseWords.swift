/// The words and endings by which a language shows future and past.
public struct TenseWords: Hashable, Sendable {
  /// The signs of one tense.
  public struct Signs: Hashable, Sendable {
    /// Words and phrases.
    public var words: [String] = []
    /// Endings of words of at least `minimumLength` letters.
    public var endings: [String] = []
    /// Words that have such an ending and say nothing.
    public var except: [String] = []
  }

  /// Signs of the future.
  public var future = Signs()
  /// Words of what is to come that say nothing of their own date: "vowed on 11 October to".
  public var promise = Signs()
  /// Signs of the past.
  public var past = Signs()
  /// Signs of the present, which places a date on neither side.
  public var present = Signs()
  /// Words after which an ending says nothing ("be", "been").
  public var neutralBefore: [String] = []

  /// Words shorter than this have no ending.
  public static let minimumLength = 4
}
