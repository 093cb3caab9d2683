import CasusKnowledge

/// What a verb of a sentence is linked to.
struct VerbLinks {
  /// How a verb depends on another.
  enum Link: UInt8 {
    /// A clause of its own.
    case main
    /// Joined to an earlier verb as its equal, sharing its subject.
    case coordinate
    /// An infinitive or bare verb that completes the governor.
    case infinitive
    /// The clause that the governor says, promises, accuses of.
    case content
    /// A relative clause.
    case relative
    /// A participle or serial verb beside the governor.
    case adverbial
    /// After "when", "after", "because".
    case subordinate
    /// After "if".
    case conditional
  }

  var link: Link = .main
  /// The verb it depends on, or −1.
  var governor: Int32 = -1
  /// The noun phrase that is its subject (of the surface clause), or −1.
  var subject: Int32 = -1
  /// The noun phrase that is its object, or −1.
  var object: Int32 = -1
  /// A second object ("memberi Ukraina bantuan"), or −1.
  var secondObject: Int32 = -1
  /// Whether it only says who spoke the words before it ("…, X said").
  var isTrailingSpeech = false
  /// Whether the subject is whoever owns the phrase: "London's decision to expel".
  var hasOwnerSubject = false
}
