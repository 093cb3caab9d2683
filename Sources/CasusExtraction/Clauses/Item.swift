import CasusKnowledge

/// One or more tokens with what the lexicon says about them.
struct Item {
  /// What the meanings of an item refer to.
  typealias Kinds = PhraseMeaning.Kinds

  var firstToken: Int32
  /// The token after the last.
  var endToken: Int32
  /// First byte and byte after the last.
  var start: Int32
  var end: Int32
  /// The node whose meanings these are; 0 for none.
  var node: UInt32
  /// The node of the longest shorter phrase with a meaning ("withdraw" in "withdraw from"); 0 for
  /// none.
  var shorterNode: UInt32 = 0
  var roles: WordRole
  /// The features of verb meanings.
  var verbFeatures: FormFeatures
  /// The features of noun, actor and place meanings.
  var nounFeatures: FormFeatures
  /// The number of a preposition, or 0.
  var preposition: Int32
  /// The date mention it holds, or −1.
  var date: Int32
  var kinds: Kinds
  /// Its set of noun classes, as a position in `Lexicon.classSets`.
  var classSet: UInt16
  var mark: Token.Kind
  var isCapitalised: Bool
  var isJoined: Bool
  /// Whether a determiner or pronoun shows that its noun is no subject: den, dem.
  var isOblique: Bool {
    !nounFeatures.isDisjoint(with: [.dative, .accusative])
      && nounFeatures.isDisjoint(with: .nominative)
  }
  /// Whether a name of several words begins with its article: "the North".
  var hasArticle = false
  /// Whether a verb of several words ends in the mark of the infinitive: "agree to".
  var endsInMarker = false
  /// Whether further words of a verb stood apart from it: "за резолюцию голосовали".
  var isParted = false
  /// The name that only the article explains, as a position in `ArticleNames.names`; −1 for none.
  var articleName: Int32 = -1
}

extension Item {
  /// Whether it is written as a name and nothing says what it means.
  var isUnknownName: Bool { isCapitalised && kinds == .unknown && roles.isEmpty }

  /// Whether it is a form with a tense, or an auxiliary: what a predicate may begin with.
  var showsTense: Bool {
    !verbFeatures.isDisjoint(with: [.past, .finite])
      || !roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
  }

  /// Whether a figure before it says how many there are of it: a common noun, "thousand", "Israeli jets".
  var isCounted: Bool {
    guard !isCapitalised || kinds.contains(.adjectivalActor) else { return false }
    return !kinds.isDisjoint(with: [.noun, .eventNoun, .unknown, .number, .adjectivalActor])
      || !roles.isDisjoint(with: [.role, .opaque, .timeUnit, .determiner, .adjective])
  }
}

extension Item {
  /// How many a numeral for three to five counts.
  var sideCount: Int? {
    if nounFeatures.contains(.three) { return 3 }
    if nounFeatures.contains(.four) { return 4 }
    return nounFeatures.contains(.five) ? 5 : nil
  }
}
