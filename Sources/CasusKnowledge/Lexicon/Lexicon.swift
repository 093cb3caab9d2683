import CasusModel

/// Everything one language's texts are matched against: words, phrases and their meanings.
///
/// Immutable after it is built; phrases form a trie over word numbers in one open-addressing table.
public final class Lexicon: @unchecked Sendable {
  /// The language's code.
  public let language: String
  /// Where the head of a noun phrase stands.
  public let nounHead: LanguagePack.HeadPosition
  /// Whether case endings tell subject and object apart.
  public let usesCases: Bool
  /// Whether the verb of a main clause stands second and that of others last.
  public let putsVerbSecond: Bool
  /// How words are written.
  public let spelling: Spelling
  /// The frames that `LexiconEntry.index` points at.
  public let frames: [CompiledFrame]
  /// The numbers of noun classes.
  public let classNumbers: [String: Int]
  /// The numbers of prepositions by word.
  public let prepositions: [String: Int]
  /// The lines that are not part of an article.
  public let boilerplate: Boilerplate
  /// How unknown verbs are recognised.
  public let unknownVerb: UnknownVerb
  /// How unknown adjectives are recognised.
  public let unknownAdjective: UnknownEndings
  /// Endings by which an unknown word is taken for a certain form of a verb.
  public let unknownVerbForms: UnknownEndings
  /// The tokenizer that shares this lexicon's words.
  public let tokenizer: Tokenizer

  /// The article before what was told of before, "the"; empty where there is none.
  package let article: String
  /// A state and, behind it, whom its own press calls "the enemy", pair by pair.
  package let enemies: [String]

  /// Words that say that a deed is done to a part of what there is, each between spaces: "some".
  package let partial: [String]
  /// The numbers of prepositions before what something is done with.
  package let meansPrepositions: Set<Int>
  /// The numbers of prepositions before what something is about: "an agreement on".
  package let aboutPrepositions: Set<Int>
  /// Numbers of prepositions before what somebody rules or claims.
  package let overPrepositions: Set<Int>

  let folding: LetterFold
  let tables: LexiconTables
  let words: WordSlots
  @usableFromInline let arcKeys: UnsafePointer<UInt64>
  @usableFromInline let arcNodes: UnsafePointer<UInt32>
  @usableFromInline let arcMask: Int
  /// For each word number: the node of the phrase that is the word alone or starts with it.
  @usableFromInline let rootNodes: UnsafePointer<UInt32>
  @usableFromInline let wordLimit: Int
  @usableFromInline let nodeEntries: UnsafePointer<UInt32>
  @usableFromInline let entries: UnsafePointer<LexiconEntry>
  /// For each node the position of what its meanings say together, and `LexiconTables.longerBit`.
  @usableFromInline let nodeMeanings: UnsafePointer<UInt32>
  @usableFromInline let meanings: UnsafePointer<PhraseMeaning>
  /// The sets of noun classes that meanings name; the first is empty.
  package let classSets: UnsafeBufferPointer<ClassSet>
  /// The position in `classSets` of an amount of money, or 0.
  package let moneyClassSet: UInt16
  /// Weapons and vessels.
  package let thingClasses: ClassSet
  /// What one calls another, or another's words: words of blame, praise and dismissal.
  package let verdictClasses: ClassSet
  /// The same where endings show cases as well, in which the words are kept by what they tell.
  package let judgementClasses: ClassSet
  /// Single people, firms and ships, of which a state has more.
  package let singleClasses: ClassSet
  /// Pieces of land, with and without a town on them.
  package let groundClasses: ClassSet
  /// Nouns that only say that an act is done: введение, проведение.
  package let lightActClass: ClassSet
  /// Those who stand for a state when they are counted: countries, governments, leaders.
  package let sideClasses: ClassSet
  /// Words for so many states as were told of before, by their number: "четвірка".
  package let countedSides: [(number: Int, classes: ClassSet)]

  init(head: LexiconHead, tables: LexiconTables) {
    language = head.language
    nounHead = head.nounHead
    usesCases = head.usesCases
    putsVerbSecond = head.putsVerbSecond
    spelling = head.spelling
    frames = head.frames
    classNumbers = head.classNumbers
    prepositions = head.prepositions
    article = head.article
    enemies = head.enemies
    partial = head.partial.map { " \($0) " }
    meansPrepositions = Set(head.means.compactMap { head.prepositions[$0] })
    aboutPrepositions = Set(head.about.compactMap { head.prepositions[$0] })
    overPrepositions = Set(head.over.compactMap { head.prepositions[$0] })
    folding = LetterFold(keeping: head.spelling.letters)
    self.tables = tables
    boilerplate = Boilerplate(prefixes: head.boilerplatePrefixes, lines: head.boilerplateLines)
    unknownVerb = UnknownVerb(
      prefixes: head.unknownVerbPrefixes.map { Array($0.utf8) },
      suffixes: head.unknownVerbSuffixes.map { Array($0.utf8) }, minimum: head.unknownVerbMinimum)
    unknownAdjective = UnknownEndings(
      endings: head.unknownAdjectiveEndings.map { (Array($0.ending.utf8), $0.features) },
      minimum: head.unknownAdjectiveMinimum)
    unknownVerbForms = UnknownEndings(
      endings: head.unknownVerbForms.map { (Array($0.ending.utf8), $0.features) },
      minimum: head.unknownVerbMinimum)
    tokenizer = Tokenizer(
      tables: tables, folding: folding, hasPossessive: head.hasPossessive)

    words = tables.words
    arcKeys = tables.pointer(.arcKeys, as: UInt64.self)
    arcNodes = tables.pointer(.arcNodes, as: UInt32.self)
    arcMask = tables.layout[.arcKeys] - 1
    rootNodes = tables.pointer(.rootNodes, as: UInt32.self)
    wordLimit = tables.layout[.rootNodes]
    nodeEntries = tables.pointer(.nodeEntries, as: UInt32.self)
    entries = tables.pointer(.entries, as: LexiconEntry.self)
    nodeMeanings = tables.pointer(.nodeMeanings, as: UInt32.self)
    meanings = tables.pointer(.meanings, as: PhraseMeaning.self)
    classSets = UnsafeBufferPointer(
      start: tables.pointer(.classSets, as: ClassSet.self), count: tables.layout[.classSets])
    moneyClassSet = classNumbers["money"] == nil ? 0 : 1
    thingClasses = Self.classes(["arms", "vessel"], in: classNumbers)
    verdictClasses = Self.classes(["blame_word", "empty_word", "praise_word"], in: classNumbers)
    judgementClasses = Self.classes(
      ["blame_word", "empty_word", "praise_word", "denunciation", "falsehood", "praise"],
      in: classNumbers)
    singleClasses = Self.classes(
      ["people", "firm_word", "company", "vessel", "dignitary", "leader", "infrastructure"],
      in: classNumbers)
    groundClasses = Self.classes(["territory", "ground"], in: classNumbers)
    lightActClass = Self.classes(["light_act"], in: classNumbers)
    sideClasses = Self.classes(["state_word", "state_body", "dignitary"], in: classNumbers)
    let numbers = classNumbers
    countedSides = [(3, "three_sides"), (4, "four_sides"), (5, "five_sides")].compactMap {
      numbers[$0.1] == nil ? nil : ($0.0, Self.classes([$0.1], in: numbers))
    }
  }

  /// How many words there are.
  package var wordCount: Int { wordLimit - 1 }

  /// The number of the word with a hash, or 0.
  package func number(ofWordHash hash: UInt64) -> UInt32 { words.find(hash) }

  /// The node reached from a node by a word, or 0.
  @inlinable @inline(__always)
  package func step(_ node: UInt32, _ word: UInt32) -> UInt32 {
    if node == 0 { return Int(word) < wordLimit ? rootNodes[Int(word)] : 0 }
    guard nodeMeanings[Int(node)] & LexiconTables.longerBit != 0 else { return 0 }
    let key = UInt64(node) << 32 | UInt64(word)
    var slot = LexiconTables.slot(key) & arcMask
    while true {
      let found = arcKeys[slot]
      if found == key { return arcNodes[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & arcMask
    }
  }

  /// Whether a longer phrase begins with the one that ends at a node.
  package func hasLonger(_ node: UInt32) -> Bool {
    nodeMeanings[Int(node)] & LexiconTables.longerBit != 0
  }

  /// The meanings that end at a node.
  @inlinable @inline(__always)
  package func meanings(of node: UInt32) -> UnsafeBufferPointer<LexiconEntry> {
    let first = Int(nodeEntries[Int(node)])
    let last = Int(nodeEntries[Int(node) + 1])
    return UnsafeBufferPointer(start: entries + first, count: last - first)
  }

  /// Whether a node means a state by the name of its capital.
  package func namesCapital(_ node: UInt32) -> Bool {
    meanings(of: node).contains { $0.kind == .actor && $0.marks.contains(.capital) }
  }

  /// What all meanings of a node say together.
  @inlinable @inline(__always)
  package func merged(_ node: UInt32) -> PhraseMeaning {
    meanings[Int(nodeMeanings[Int(node)] & ~LexiconTables.longerBit)]
  }

  /// What the meanings of a node say together for words with such capitals, or `nil` when none of
  /// them fits.
  @inlinable @inline(__always)
  package func meaning(of node: UInt32, _ first: Token, _ last: Token) -> PhraseMeaning? {
    let merged = merged(node)
    if merged.isEmpty { return nil }
    var shown: UInt8 = 1 << LexiconEntry.Capitals.any.rawValue
    if first.isCapitalised { shown |= 1 << LexiconEntry.Capitals.initial.rawValue }
    if last.isCapitalised { shown |= 1 << LexiconEntry.Capitals.last.rawValue }
    if first.isAllCapitals { shown |= 1 << LexiconEntry.Capitals.all.rawValue }
    return merged.capitals & ~shown == 0 ? merged : fitting(node, shown)
  }

  /// The noun classes with some names; those that the language does not have are left out.
  package func classes(_ names: String...) -> ClassSet { classes(names) }

  /// The same of a list of names.
  package func classes(_ names: [String]) -> ClassSet { Self.classes(names, in: classNumbers) }

  private static func classes(_ names: [String], in numbers: [String: Int]) -> ClassSet {
    names.reduce(into: ClassSet()) { set, name in
      if let number = numbers[name] { set.insert(number) }
    }
  }

  /// The noun classes of a node.
  package func classes(of node: UInt32) -> ClassSet {
    classSets[Int(merged(node).classSet)]
  }

  /// What those meanings of a node say together that ask for no other capitals.
  @usableFromInline
  func fitting(_ node: UInt32, _ shown: UInt8) -> PhraseMeaning? {
    var merged = PhraseMeaning()
    for meaning in meanings(of: node) where shown >> meaning.capitals.rawValue & 1 == 1 {
      merged.add(meaning)
    }
    guard !merged.isEmpty else { return nil }
    merged.finish()
    // Nouns never ask for capitals.
    merged.classSet = self.merged(node).classSet
    return merged
  }

  /// Whether a word that is not in the lexicon looks like a verb.
  package func looksLikeVerb(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    unknownVerb.matches(text, start, end)
  }

  /// The form that a word shows which is not in the lexicon and looks like a verb, or `nil`.
  package func verbFeatures(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> FormFeatures? {
    unknownVerbForms.features(text, start, end)
  }

  /// The cases that a word shows which is not in the lexicon and looks like an adjective, or `nil`.
  package func adjectiveFeatures(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> FormFeatures? {
    unknownAdjective.features(text, start, end)
  }

  /// The closed classes of a single word.
  @inlinable @inline(__always)
  package func roles(of word: UInt32) -> WordRole {
    // The root has no meaning.
    Int(word) < wordLimit ? merged(rootNodes[Int(word)]).roles : []
  }
}

/// A frame whose slots and object classes are numbers.
public final class CompiledFrame: Sendable {
  /// Where an actor stands.
  public enum Place: Sendable, Equatable, BitwiseCopyable {
    case subject
    case object
    case possessor
    case speaker
    case preposition(Int, FormFeatures)
    case grammaticalCase(FormFeatures)
  }

  /// The frame as written.
  public let frame: Frame
  /// The classes of which one must head the object; empty means any.
  public let objectClasses: ClassSet
  /// The classes of which one must head the subject; empty means any.
  public let subjectClasses: ClassSet
  /// The classes of which one must head a prepositional phrase behind the verb, unless an actor will
  /// do; empty means any.
  public let complementClasses: ClassSet
  /// Whether any of the three sets limits what may stand there.
  package let hasObjectClasses: Bool
  package let hasSubjectClasses: Bool
  package let hasComplementClasses: Bool
  /// Whether the object must itself be an actor or place (`object: [ACTOR]`).
  public let needsActorObject: Bool
  /// Whether the name of a town will do as the object (`object: [TOWN]`).
  package let takesTownObject: Bool
  /// Whether there must be no object (`object: [NONE]`): "demonstrate", but not "demonstrate its strength".
  package let takesNoObject: Bool
  /// Whether the name of an actor will do as the subject (`subject: [ACTOR]`).
  package let takesActorSubject: Bool
  /// Whether an actor or place will do as the complement (`complement: [ACTOR]`).
  package let takesActorComplement: Bool
  /// Where the source stands.
  public let source: [Place]
  /// Where the target stands.
  public let target: [Place]
  /// Where the source of the nominal form stands.
  public let nominalSource: [Place]
  /// Where the target of the nominal form stands.
  public let nominalTarget: [Place]

  /// Whether the predicate with such a complement tells of nothing: "refuse to comment".
  package var isNoEvent: Bool {
    frame.type == nil && frame.content == nil
  }

  /// Whether the object is certain and only a dative may say who gets it.
  package var isDativeGift: Bool {
    hasObjectClasses && target == [.grammaticalCase(.dative)]
  }

  init(
    frame: Frame, objectClasses: ClassSet, subjectClasses: ClassSet, complementClasses: ClassSet,
    needsActorObject: Bool, source: [Place], target: [Place], nominalSource: [Place],
    nominalTarget: [Place]
  ) {
    self.frame = frame
    self.objectClasses = objectClasses
    self.subjectClasses = subjectClasses
    self.complementClasses = complementClasses
    hasObjectClasses = !objectClasses.isEmpty
    hasSubjectClasses = !subjectClasses.isEmpty
    takesTownObject = frame.object.contains("TOWN")
    takesNoObject = frame.object.contains("NONE")
    takesActorSubject = frame.subject.contains("ACTOR")
    takesActorComplement = frame.complement.contains("ACTOR")
    hasComplementClasses = !frame.complement.isEmpty
    self.needsActorObject = needsActorObject
    self.source = source
    self.target = target
    self.nominalSource = nominalSource
    self.nominalTarget = nominalTarget
  }
}

/// Beginnings and endings by which an unknown word is taken for a verb.
public struct UnknownVerb: Sendable {
  private let prefixes: [[UInt8]]
  private let suffixes: [[UInt8]]
  private let minimum: Int
  /// The first bytes of the beginnings and the last bytes of the endings.
  private let firstBytes: ByteSet
  private let lastBytes: ByteSet

  init(prefixes: [[UInt8]], suffixes: [[UInt8]], minimum: Int) {
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.minimum = minimum
    firstBytes = ByteSet(prefixes.compactMap(\.first))
    lastBytes = ByteSet(suffixes.compactMap(\.last))
  }

  /// Whether a word looks like a verb; most words are told by their first and last byte.
  package func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start >= minimum else { return false }
    let (first, last) = (text[start], text[end - 1])
    if firstBytes.contains(first) {
      for i in prefixes.indices
      where prefixes[i].count <= end - start && Self.stands(prefixes[i], at: start, in: text) {
        return true
      }
    }
    if lastBytes.contains(last) {
      for i in suffixes.indices
      where suffixes[i].count <= end - start
        && Self.stands(suffixes[i], at: end - suffixes[i].count, in: text)
      {
        return true
      }
    }
    return false
  }

  private static func stands(
    _ bytes: [UInt8], at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for i in bytes.indices where text[start + i] != bytes[i] { return false }
    return true
  }
}
