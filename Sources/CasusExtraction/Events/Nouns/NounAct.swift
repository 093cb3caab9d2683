import CasusKnowledge
import CasusModel

/// An event noun read by one of its frames: what it asks for, and who fills its two sides so far.
struct NounAct: SidedAct {
  /// The noun phrase.
  let phrase: Int
  /// The number of the frame.
  let index: Int
  let frame: CompiledFrame
  let type: EventType
  /// The verb that governs the phrase, or −1.
  let governor: Int
  /// Whether the verb lends the noun its subject: "carried out a strike".
  let isSupported: Bool
  /// Whether there is a verb in the sentence.
  let isClause: Bool
  /// What the sentence told before.
  let told: [Finding]

  var source = Filling()
  var target = Filling()
  var sourceStep: String?
  var targetStep: String?

  /// Which form matched: nominal, support verb.
  var form = "nominal"
  /// Whether somebody decides on it, and does not do it yet.
  var isDecided = false
  /// Whether people gather, so that a source is enough.
  var isGathering = false
  /// Whether those on one side do it with each other.
  var isMutual: Bool
  /// Whether others watch it being done, and its sides are named there.
  var isWitnessed = false

  var mode: String? { frame.frame.mode }
}
