import CasusKnowledge

/// A part of a clause that keeps its words together when clauses are put in another order.
struct Constituent {
  enum Kind {
    /// A noun phrase without a preposition.
    case nounPhrase
    /// A preposition and its phrase.
    case prepositional
    case date
    /// A word of a verb: a full verb, an auxiliary, a modal; with its infinitive marker.
    case verb
    /// The separated part of a verb at the end of its clause.
    case particle
    case adverb
    /// "und", "aber".
    case joint
    /// What opens a clause whose verb stands last: "dass", "weil", "der" of a relative clause.
    case opener
    case other
  }

  var kind: Kind
  var items: [Item]
  /// Of a noun phrase: whether its article shows that it is no subject.
  var isOblique = false
  /// Of a noun phrase: whether it names an actor or who acts for one.
  var isAgentive = false
  /// Of a verb: whether it follows an infinitive marker, or holds one.
  var isMarkedInfinitive: Bool {
    kind == .verb
      && items.contains {
        $0.roles.contains(.infinitiveMarker) || $0.verbFeatures.contains(.infinitive)
      }
  }

  /// The verb itself.
  var verb: Item? { kind == .verb ? items.last : nil }
  /// Whether it is a form that needs another verb at the end of the clause.
  var isBracket: Bool { verb?.roles.contains(.bracket) ?? false }
  /// Whether it may be the finite verb of a clause.
  var mayBeFinite: Bool {
    guard let verb, !isMarkedInfinitive else { return false }
    return verb.roles.contains(.bracket) || verb.verbFeatures.contains(.finite)
      || verb.kinds.contains(.unknownVerb)
  }
}
