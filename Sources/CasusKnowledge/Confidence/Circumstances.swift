/// The circumstances of a finding that make it more or less sure.
public struct Circumstances: OptionSet, Sendable {
  /// The bits, in the order of `names`.
  public let rawValue: UInt32

  /// Makes a set from its bits, in the order of `names`.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  private init(_ position: UInt32) {
    rawValue = 1 << position
  }

  /// A noun carries the event, and no verb.
  public static let nominal = Circumstances(0)
  /// A noun carries it with a verb that says no more than that it happens.
  public static let supportVerb = Circumstances(1)
  /// The verb is passive.
  public static let passive = Circumstances(2)
  /// A pronoun or a description stands for one of the sides.
  public static let anaphor = Circumstances(3)
  /// The subject is that of another clause.
  public static let inheritedSubject = Circumstances(4)
  /// Nobody is acted on.
  public static let noTarget = Circumstances(5)
  /// Whom it is done to is known by a place only.
  public static let placeTarget = Circumstances(6)
  /// Whom it is done to is known from the rest of the article only.
  public static let suppliedTarget = Circumstances(7)
  /// It repeats another act in few words: "did the same".
  public static let repeated = Circumstances(8)
  /// It stands in a headline or subhead.
  public static let heading = Circumstances(9)
  /// Somebody says so, and not the article.
  public static let attributed = Circumstances(10)
  /// It did not happen, or not yet.
  public static let unreal = Circumstances(11)
  /// The sentence has more than thirty phrases, verbs and joints.
  public static let longSentence = Circumstances(12)
  /// The sentence tells more than two events.
  public static let crowded = Circumstances(13)
  /// One side is no actor of the registry: it was found by the form of its name.
  public static let unknownActor = Circumstances(14)

  /// The circumstances by the names that `Data/Confidence/weights.tsv` gives them.
  public static let names = [
    "nominal", "support-verb", "passive", "anaphor", "inherited-subject", "no-target",
    "place-target", "supplied-target", "repeated", "heading", "attributed", "unreal",
    "long-sentence", "crowded", "unknown-actor",
  ]

  /// The names of those that hold.
  public var names: [String] {
    Self.names.indices.filter { rawValue & 1 << UInt32($0) != 0 }.map { Self.names[$0] }
  }
}
