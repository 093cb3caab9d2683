/// What a word or phrase does in a clause: the closed classes of `language.yaml` and `cues.yaml`.
public struct WordRole: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt64

  /// Makes roles from bits.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  // Computed and inlinable: other modules then see plain constants, not stored globals.
  @inlinable
  static func bit(_ position: UInt64) -> WordRole { WordRole(rawValue: 1 << position) }

  /// Opens a noun phrase: the, a, sejumlah.
  @inlinable public static var determiner: WordRole { bit(0) }
  /// Joins equals: and, or, dan.
  @inlinable public static var conjunction: WordRole { bit(1) }
  /// Joins clauses only: but, tetapi, namun.
  @inlinable public static var contrast: WordRole { bit(2) }
  /// Opens a relative clause: who, which, yang.
  @inlinable public static var relative: WordRole { bit(3) }
  /// Opens a content clause: that, bahwa.
  @inlinable public static var complementizer: WordRole { bit(4) }
  /// Opens an adverbial clause: after, when, setelah.
  @inlinable public static var subordinator: WordRole { bit(5) }
  /// Opens a condition: if, unless, jika.
  @inlinable public static var conditional: WordRole { bit(6) }
  /// A preposition.
  @inlinable public static var preposition: WordRole { bit(7) }
  /// Passive or progressive auxiliary: is, was, been.
  @inlinable public static var be: WordRole { bit(8) }
  /// Perfect auxiliary: has, had, telah, sudah.
  @inlinable public static var perfect: WordRole { bit(9) }
  /// Infinitive marker: to, untuk.
  @inlinable public static var infinitiveMarker: WordRole { bit(10) }
  /// An adverb or particle that may stand between subject and verb.
  @inlinable public static var adverb: WordRole { bit(11) }
  /// A pronoun for a person.
  @inlinable public static var personPronoun: WordRole { bit(12) }
  /// A pronoun for a state or organisation: it.
  @inlinable public static var thingPronoun: WordRole { bit(13) }
  /// A plural pronoun: they, mereka.
  @inlinable public static var pluralPronoun: WordRole { bit(14) }
  /// A possessive: his, its, their.
  @inlinable public static var possessivePronoun: WordRole { bit(15) }
  /// We, our, kami: the speaker.
  @inlinable public static var firstPerson: WordRole { bit(16) }
  /// Negation: not, tidak.
  @inlinable public static var negation: WordRole { bit(17) }
  /// Future or intention: will, akan, bakal.
  @inlinable public static var planned: WordRole { bit(18) }
  /// Possibility: may, could, mungkin.
  @inlinable public static var hypothetical: WordRole { bit(19) }
  /// A saying verb: say, mengatakan.
  @inlinable public static var speech: WordRole { bit(20) }
  /// According to, menurut.
  @inlinable public static var according: WordRole { bit(21) }
  /// Names the medium that follows: dikutip dari, reported by.
  @inlinable public static var mediumCue: WordRole { bit(22) }
  /// Hearsay without a speaker: reportedly, dikabarkan.
  @inlinable public static var hearsay: WordRole { bit(23) }
  /// A verb without an event: it still has a subject and an object.
  @inlinable public static var plainVerb: WordRole { bit(24) }
  /// A verb that lends its subject to an event noun: carry out, melancarkan.
  @inlinable public static var supportVerb: WordRole { bit(25) }
  /// A noun that stands for the actor it belongs to: troops, minister.
  @inlinable public static var role: WordRole { bit(26) }
  /// A noun whose possessor is not the actor: ally, war.
  @inlinable public static var opaque: WordRole { bit(27) }
  /// Both sides, kedua negara.
  @inlinable public static var groupBoth: WordRole { bit(28) }
  /// The country, negara itu.
  @inlinable public static var groupCountry: WordRole { bit(29) }
  /// The bloc, blok tersebut.
  @inlinable public static var groupBloc: WordRole { bit(30) }
  /// The group, kelompok itu.
  @inlinable public static var groupGroup: WordRole { bit(31) }
  /// An abbreviation that does not end a sentence.
  @inlinable public static var abbreviation: WordRole { bit(32) }
  /// Marks the agent of a passive: by, oleh.
  @inlinable public static var agentMarker: WordRole { bit(33) }
  /// A question word or another sign that a clause is no statement.
  @inlinable public static var question: WordRole { bit(34) }
  /// Adjectives and numbers inside noun phrases.
  @inlinable public static var adjective: WordRole { bit(35) }
  /// Words that show the clause is about a game, a film or a dish.
  @inlinable public static var fiction: WordRole { bit(36) }
  /// The demonstrative after an Indonesian noun: itu, tersebut.
  @inlinable public static var demonstrative: WordRole { bit(37) }
  /// A verb of planning met as a noun: plan, rencana.
  @inlinable public static var plannedNoun: WordRole { bit(38) }
  /// Reciprocal: each other, saling.
  @inlinable public static var reciprocal: WordRole { bit(39) }

  /// Introduces examples that belong to what stands before: such as, termasuk.
  @inlinable public static var exemplifier: WordRole { bit(40) }
  /// Introduces a place: in, near, di.
  @inlinable public static var locative: WordRole { bit(41) }

  /// Stands before two sides: between, antara.
  @inlinable public static var between: WordRole { bit(42) }
  /// Marks where something comes from: from, dari.
  @inlinable public static var origin: WordRole { bit(43) }

  /// Stands before what a show of force is aimed at: around, near, ke perbatasan dengan.
  @inlinable public static var aim: WordRole { bit(44) }
  /// A verb whose companions act too: join, bergabung.
  @inlinable public static var joining: WordRole { bit(45) }

  /// A verb that is more often a noun in its plain forms: plan, report.
  @inlinable public static var nounLike: WordRole { bit(46) }
  /// A name that holds an actor's name but is none: South China Sea.
  @inlinable public static var notActor: WordRole { bit(47) }

  /// Says that someone does what was told last: do the same, follow suit, mengambil langkah serupa.
  @inlinable public static var sameAct: WordRole { bit(48) }

  /// Opens the clause that says what for, or what is asked: agar, щоб.
  @inlinable public static var purpose: WordRole { bit(49) }
  /// A noun for the other of two: host, counterpart, neighbour.
  @inlinable public static var counterpart: WordRole { bit(50) }
  /// Stands for the verb told last, before its subject: as did, so did.
  @inlinable public static var echo: WordRole { bit(51) }
  /// A pronoun that means the subject of its own clause: itself, themselves.
  @inlinable public static var reflexive: WordRole { bit(52) }
  /// A noun that counts time, behind which a subject may begin: hours, days.
  @inlinable public static var timeUnit: WordRole { bit(53) }

  /// A preposition before what something is said or done at: during, in, dalam.
  @inlinable public static var occasion: WordRole { bit(56) }
  /// A perfect auxiliary of the past: had.
  @inlinable public static var pluperfect: WordRole { bit(54) }
  /// Opens a clause that happens at the date before it: when.
  @inlinable public static var whenever: WordRole { bit(55) }

  /// Stands before the name of an armed group: the militia, kelompok bersenjata, группировка.
  @inlinable public static var groupHead: WordRole { bit(59) }
  /// Stands before the name of a firm: company, perusahaan, компания.
  @inlinable public static var firmHead: WordRole { bit(60) }
  /// Stands before the name of a non-governmental organisation: charity, LSM, фонд.
  @inlinable public static var charityHead: WordRole { bit(61) }
  /// Begins the name of an armed group: Ansar, Jaish, Laskar.
  @inlinable public static var nameStart: WordRole { bit(62) }
  /// Ends the name of an armed group: Liberation Front, Brigades.
  @inlinable public static var nameEnd: WordRole { bit(63) }

  /// Words by which a name unknown to the registry is known to be an actor's.
  package static let nameCues: WordRole = [
    .groupHead, .firmHead, .charityHead, .nameStart, .nameEnd,
  ]
  /// The part of a verb that stands at the end of its clause: "an" in "sie greifen … an".
  @inlinable public static var particle: WordRole { bit(57) }
  /// A form of a verb whose other part stands at the end of its clause: hat, wird, will.
  @inlinable public static var bracket: WordRole { bit(58) }
  /// Opens a clause that says until when: until, sampai, пока, and пока не as a whole.
  ///
  /// It shares the bit of `bracket`, which only languages have that put the verb second.
  @inlinable public static var until: WordRole { bit(58) }

  /// Says before a verb that it nearly came about: nearly, almost, hampir.
  ///
  /// It shares the bit of `particle`, which only languages have that put the verb second.
  @inlinable public static var almost: WordRole { bit(57) }

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
    "sameAct": .sameAct, "counterpart": .counterpart,
    "echo": .echo, "reflexive": .reflexive, "timeUnit": .timeUnit, "pluperfect": .pluperfect,
    "whenever": .whenever,
    "reciprocal": .reciprocal, "purpose": .purpose,
    "occasion": .occasion,
    "groupHead": .groupHead, "firmHead": .firmHead, "charityHead": .charityHead,
    "nameStart": .nameStart, "nameEnd": .nameEnd,
    "particle": .particle, "bracket": .bracket, "until": .until,
    "almost": .almost,
  ]

  /// Roles whose words are verbs and are inflected as such.
  package static let verbal: WordRole = [.speech, .plainVerb, .supportVerb, .joining, .sameAct]
  /// Roles whose words are nouns and are inflected as such.
  static let nominal: WordRole = [
    .role, .opaque, .plannedNoun, .nounLike, .groupBoth, .groupCountry, .groupBloc, .groupGroup,
    .counterpart, .timeUnit, .groupHead, .firmHead, .charityHead,
  ]
}
