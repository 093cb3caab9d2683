import CasusKnowledge
import CasusModel

/// A verb read by one of its frames: what it asks for, and who fills its two sides so far.
struct VerbAct: SidedAct {
  /// The chunk of the verb.
  let verb: Int
  /// The number of the frame.
  let index: Int
  let frame: CompiledFrame
  let type: EventType
  let links: VerbLinks
  let traits: Chunk.Traits
  /// What the sentence told before.
  let told: [Finding]
  /// Whether the act is one that somebody else orders.
  let isOrdered: Bool

  var source = Filling()
  var target = Filling()
  var sourceStep: String?
  var targetStep: String?

  /// Who sent those that the verb tells of, and to whom: "Russia's ambassador in Paris was summoned".
  var mission: (sender: Filling, host: Filling)?
  /// What a crowd protests against.
  var cause = Filling()

  var mode: String? { frame.frame.mode }
  var isPassive: Bool { traits.contains(.isPassive) }

  /// What undergoes the act: the object, or the subject of a passive verb.
  var undergoer: Int32 { isPassive ? links.subject : links.object }

  /// Whether the subject is the verb's own, and not that of the clause before.
  var ownsSubject: Bool {
    links.link != .coordinate && links.link != .infinitive && links.link != .adverbial
  }
}

extension VerbLinks {
  /// Whether the object names nobody: "both", "kedua republik".
  func objectIsVague(in sentence: Sentence) -> Bool {
    guard object >= 0 else { return false }
    let phrase = sentence.chunks[Int(object)]
    return phrase.ownerEnd == phrase.ownerStart || phrase.roles.contains(.groupBoth)
  }
}
