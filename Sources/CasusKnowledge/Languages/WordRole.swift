/// What a word or phrase does in a clause: the closed classes of `language.yaml` and `cues.yaml`.
public struct WordRole: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt64

  /// Makes roles from bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private static func bit(_ position: UInt64) -> WordRole { WordRole(rawValue: 1 << position) }

  /// Opens a noun phrase: the, a, sejumlah.
  public static let determiner = bit(0)
  /// Joins equals: and, or, dan.
  public static let conjunction = bit(1)
  /// Joins clauses only: but, tetapi, namun.
  public static let contrast = bit(2)
  /// Opens a relative clause: who, which, yang.
  public static let relative = bit(3)
  /// Opens a content clause: that, bahwa.
  public static let complementizer = bit(4)
  /// Opens an adverbial clause: after, when, setelah.
  public static let subordinator = bit(5)
  /// Opens a condition: if, unless, jika.
  public static let conditional = bit(6)
  /// A preposition.
  public static let preposition = bit(7)
  /// Passive or progressive auxiliary: is, was, been.
  public static let be = bit(8)
  /// Perfect auxiliary: has, had, telah, sudah.
  public static let perfect = bit(9)
  /// Infinitive marker: to, untuk.
  public static let infinitiveMarker = bit(10)
  /// An adverb or particle that may stand between subject and verb.
  public static let adverb = bit(11)
  /// A pronoun for a person.
  public static let personPronoun = bit(12)
  /// A pronoun for a state or organisation: it.
  public static let thingPronoun = bit(13)
  /// A plural pronoun: they, mereka.
  public static let pluralPronoun = bit(14)
  /// A possessive: his, its, their.
  public static let possessivePronoun = bit(15)
  /// We, our, kami: the speaker.
  public static let firstPerson = bit(16)
  /// Negation: not, tidak.
  public static let negation = bit(17)
  /// Future or intention: will, akan, bakal.
  public static let planned = bit(18)
  /// Possibility: may, could, mungkin.
  public static let hypothetical = bit(19)
  /// A saying verb: say, mengatakan.
  public static let speech = bit(20)
  /// According to, menurut.
  public static let according = bit(21)
  /// Names the medium that follows: dikutip dari, reported by.
  public static let mediumCue = bit(22)
  /// Hearsay without a speaker: reportedly, dikabarkan.
  public static let hearsay = bit(23)
  /// A verb without an event: it still has a subject and an object.
  public static let plainVerb = bit(24)
  /// A verb that lends its subject to an event noun: carry out, melancarkan.
  public static let supportVerb = bit(25)
  /// A noun that stands for the actor it belongs to: troops, minister.
  public static let role = bit(26)
  /// A noun whose possessor is not the actor: ally, war.
  public static let opaque = bit(27)
  /// Both sides, kedua negara.
  public static let groupBoth = bit(28)
  /// The country, negara itu.
  public static let groupCountry = bit(29)
  /// The bloc, blok tersebut.
  public static let groupBloc = bit(30)
  /// The group, kelompok itu.
  public static let groupGroup = bit(31)
  /// An abbreviation that does not end a sentence.
  public static let abbreviation = bit(32)
  /// Marks the agent of a passive: by, oleh.
  public static let agentMarker = bit(33)
  /// A question word or another sign that a clause is no statement.
  public static let question = bit(34)
  /// Adjectives and numbers inside noun phrases.
  public static let adjective = bit(35)
  /// Words that show the clause is about a game, a film or a dish.
  public static let fiction = bit(36)
  /// The demonstrative after an Indonesian noun: itu, tersebut.
  public static let demonstrative = bit(37)
  /// A verb of planning met as a noun: plan, rencana.
  public static let plannedNoun = bit(38)
  /// Reciprocal: each other, saling.
  public static let reciprocal = bit(39)

  /// Introduces examples that belong to what stands before: such as, termasuk.
  public static let exemplifier = bit(40)
  /// Introduces a place: in, near, di.
  public static let locative = bit(41)

  /// Stands before two sides: between, antara.
  public static let between = bit(42)
  /// Marks where something comes from: from, dari.
  public static let origin = bit(43)

  /// Stands before what a show of force is aimed at: around, near, ke perbatasan dengan.
  public static let aim = bit(44)
  /// A verb whose companions act too: join, bergabung.
  public static let joining = bit(45)

  /// A verb that is more often a noun in its plain forms: plan, report.
  public static let nounLike = bit(46)
  /// A name that holds an actor's name but is none: South China Sea.
  public static let notActor = bit(47)

  /// Says that someone does what was told last: do the same, follow suit, mengambil langkah serupa.
  public static let sameAct = bit(48)

  /// Opens the clause that says what for, or what is asked: agar, щоб.
  public static let purpose = bit(49)

  /// The names used in the data files.
  static let named: [String: WordRole] = [
    "determiner": .determiner, "conjunction": .conjunction, "contrast": .contrast,
    "relative": .relative, "complementizer": .complementizer, "subordinator": .subordinator,
    "conditional": .conditional, "preposition": .preposition, "be": .be, "perfect": .perfect,
    "infinitiveMarker": .infinitiveMarker, "adverb": .adverb, "personPronoun": .personPronoun,
    "thingPronoun": .thingPronoun, "pluralPronoun": .pluralPronoun,
    "possessivePronoun": .possessivePronoun, "firstPerson": .firstPerson, "negation": .negation,
    "planned": .planned, "hypothetical": .hypothetical, "speech": .speech,
    "according": .according, "mediumCue": .mediumCue, "hearsay": .hearsay,
    "plainVerb": .plainVerb, "supportVerb": .supportVerb, "role": .role, "opaque": .opaque,
    "group.both": .groupBoth, "group.country": .groupCountry, "group.bloc": .groupBloc,
    "group.group": .groupGroup, "abbreviation": .abbreviation, "agentMarker": .agentMarker,
    "question": .question, "adjective": .adjective, "fiction": .fiction,
    "demonstrative": .demonstrative, "plannedNoun": .plannedNoun, "exemplifier": .exemplifier,
    "locative": .locative, "between": .between, "origin": .origin,
    "aim": .aim, "joining": .joining, "nounLike": .nounLike, "notActor": .notActor,
    "sameAct": .sameAct,
    "reciprocal": .reciprocal, "purpose": .purpose,
  ]

  /// Roles whose words are verbs and are inflected as such.
  package static let verbal: WordRole = [.speech, .plainVerb, .supportVerb, .joining, .sameAct]
  /// Roles whose words are nouns and are inflected as such.
  static let nominal: WordRole = [
    .role, .opaque, .plannedNoun, .nounLike, .groupBoth, .groupCountry, .groupBloc, .groupGroup,
  ]
}
