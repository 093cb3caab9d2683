import CasusKnowledge

/// A noun phrase, a verb with its auxiliaries, or a word that joins them.
struct Chunk {
  enum Kind: UInt8 {
    case nounPhrase, verb, preposition, conjunction, comma, contrast, relative, complementizer
    case subordinator, conditional, stop, openQuote, closeQuote, date, according, mediumCue
  }

  /// What holds of a noun phrase or a verb.
  struct Traits: OptionSet {
    let rawValue: UInt32
    // Noun phrases.
    /// The head stands for an actor: a name, a role, a pronoun.
    static let isAgentive = Traits(rawValue: 1 << 0)
    /// The head's possessor is not the actor ("Russia's ally").
    static let isOpaque = Traits(rawValue: 1 << 1)
    /// The owner is a place, not an actor.
    static let isPlace = Traits(rawValue: 1 << 2)
    /// A pronoun or an anaphor such as "the country".
    static let isAnaphor = Traits(rawValue: 1 << 3)
    /// "no weapons".
    static let isNegative = Traits(rawValue: 1 << 4)
    /// Headed by a noun of planning.
    static let isPlan = Traits(rawValue: 1 << 5)
    /// The owner is a possessor or modifier, not the head.
    static let hasPossessor = Traits(rawValue: 1 << 6)
    /// The preposition before it may also join equals ("bersama").
    static let isCompanion = Traits(rawValue: 1 << 7)
    // Verbs.
    static let isPassive = Traits(rawValue: 1 << 8)
    static let isNegated = Traits(rawValue: 1 << 9)
    static let isPlanned = Traits(rawValue: 1 << 10)
    static let isHypothetical = Traits(rawValue: 1 << 11)
    static let isInfinitive = Traits(rawValue: 1 << 12)
    static let isGerund = Traits(rawValue: 1 << 13)
    static let isFinite = Traits(rawValue: 1 << 14)
    static let isParticiple = Traits(rawValue: 1 << 15)
    static let isPerfect = Traits(rawValue: 1 << 16)
    static let isSpeech = Traits(rawValue: 1 << 17)
    static let isSupport = Traits(rawValue: 1 << 18)
    static let isHearsay = Traits(rawValue: 1 << 19)
    static let isFuture = Traits(rawValue: 1 << 20)
    static let isBareVerb = Traits(rawValue: 1 << 21)
    static let hasPronounAgent = Traits(rawValue: 1 << 22)
    /// "had attacked": before what the text tells of.
    static let isPluperfect = Traits(rawValue: 1 << 23)
    /// "Засуджуємо": the ending says that the speaker is the subject.
    static let isFirstPerson = Traits(rawValue: 1 << 24)
    /// "визнали одне одного": what each of the subjects does to the others.
    static let isMutual = Traits(rawValue: 1 << 25)
  }

  var kind: Kind
  var firstItem: Int32
  var endItem: Int32
  var traits: Traits = []
  /// The word roles of the joining word, pronoun or anaphor.
  var roles: WordRole = []

  // Noun phrases.
  /// The owners, as a range of `Clause.owners`.
  var ownerStart: Int32 = 0
  var ownerEnd: Int32 = 0
  /// The noun classes of its words.
  var classes = ClassSet()
  /// The item that heads it, or −1.
  var headItem: Int32 = -1
  /// The item of the event noun that heads it, or −1.
  var eventNoun: Int32 = -1
  /// The number of the preposition before it, or 0, and that preposition's chunk.
  var preposition: Int32 = 0
  var prepositionChunk: Int32 = -1
  /// The next phrase of a list, or −1; and the first phrase of the list.
  var next: Int32 = -1
  var listHead: Int32 = -1
  /// Grammatical case, where the language shows it.
  var features: FormFeatures = []

  // Verbs.
  /// The item of the verb itself.
  var verbItem: Int32 = -1
  /// The frames it may have, as a range of `Sentence.frames`.
  var frameStart: Int32 = 0
  var frameEnd: Int32 = 0
}

extension Chunk {
  /// "Latvia three": whether a noun phrase is the name of an actor and a figure, whose noun stands in
  /// the clause before.
  func isGapped(in items: [Item]) -> Bool {
    guard kind == .nounPhrase, endItem == firstItem + 2 else { return false }
    let (name, figure) = (items[Int(firstItem)], items[Int(firstItem) + 1])
    return name.kinds.contains(.actor) && name.kinds.isDisjoint(with: .adjectivalActor)
      && figure.classSet == 0
      && (figure.kinds == .number || figure.kinds.isEmpty && figure.roles.contains(.determiner))
  }
}

/// What may stand for an actor inside a noun phrase.
struct Owner {
  enum Kind: UInt8 {
    case actor, place, anaphor
  }

  var kind: Kind
  var item: Int32
  /// Whether the owner is named by an adjective ("российский") and not by a name of its own.
  var isAdjective = false
  /// The roles that say what an anaphor looks for.
  var roles: WordRole = []
  /// Whether an anaphor counts more than two: "the three governments".
  var isSeveral = false
  /// How many an anaphor counts where it says so, else 0: "чотири держави".
  var count = 0
}
