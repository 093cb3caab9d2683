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

  let words: WordTable
  @usableFromInline let arcKeys: UnsafeMutablePointer<UInt64>
  @usableFromInline let arcNodes: UnsafeMutablePointer<UInt32>
  @usableFromInline let arcMask: Int
  /// For each word number: the node of the phrase that is the word alone or starts with it.
  @usableFromInline let rootNodes: UnsafeMutablePointer<UInt32>
  @usableFromInline let nodeEntries: UnsafeMutablePointer<UInt32>
  @usableFromInline let entries: UnsafeMutablePointer<LexiconEntry>
  /// For each node what its meanings say together.
  @usableFromInline let nodeMeanings: UnsafeMutablePointer<PhraseMeaning>
  /// The sets of noun classes that meanings name; the first is empty.
  package let classSets: [ClassSet]
  /// The position in `classSets` of an amount of money, or 0.
  package let moneyClassSet: UInt16
  /// For each word number: the roles of the word alone, for quick looks.
  @usableFromInline let wordRoles: UnsafeMutablePointer<UInt64>
  @usableFromInline let wordLimit: Int

  init(
    pack: LanguagePack, frames: [CompiledFrame], classNumbers: [String: Int],
    prepositions: [String: Int], words: WordTable, trie: PhraseTrie
  ) {
    language = pack.code
    nounHead = pack.nounHead
    usesCases = pack.usesCases
    putsVerbSecond = pack.putsVerbSecond
    spelling = pack.spelling
    self.frames = frames
    self.classNumbers = classNumbers
    self.prepositions = prepositions
    self.words = words
    boilerplate = Boilerplate(prefixes: pack.boilerplatePrefixes, lines: pack.boilerplateLines)
    unknownVerb = UnknownVerb(
      prefixes: pack.unknownVerbPrefixes.map { Array($0.utf8) },
      suffixes: pack.unknownVerbSuffixes.map { Array($0.utf8) }, minimum: pack.unknownVerbMinimum)
    unknownAdjective = UnknownEndings(
      endings: pack.unknownAdjectiveEndings.map { (Array($0.ending.utf8), $0.features) },
      minimum: pack.unknownAdjectiveMinimum)
    unknownVerbForms = UnknownEndings(
      endings: pack.unknownVerbForms.map { (Array($0.ending.utf8), $0.features) },
      minimum: pack.unknownVerbMinimum)
    tokenizer = Tokenizer(words: words, hasPossessive: pack.possessive != nil)

    var capacity = 16
    while capacity < trie.arcs.count * 2 { capacity *= 2 }
    arcMask = capacity - 1
    arcKeys = .allocate(capacity: capacity)
    arcNodes = .allocate(capacity: capacity)
    arcKeys.initialize(repeating: 0, count: capacity)
    arcNodes.initialize(repeating: 0, count: capacity)
    for (key, node) in trie.arcs {
      var slot = Self.slot(key) & arcMask
      while arcKeys[slot] != 0 { slot = (slot + 1) & arcMask }
      arcKeys[slot] = key
      arcNodes[slot] = node
    }
    let total = trie.meanings.reduce(0) { $0 + $1.count }
    nodeEntries = .allocate(capacity: trie.meanings.count + 1)
    entries = .allocate(capacity: max(total, 1))
    var position = 0
    for (node, meanings) in trie.meanings.enumerated() {
      nodeEntries[node] = UInt32(position)
      for meaning in meanings {
        (entries + position).initialize(to: meaning)
        position += 1
      }
    }
    nodeEntries[trie.meanings.count] = UInt32(position)
    nodeMeanings = .allocate(capacity: trie.meanings.count)
    var sets = ClassSets()
    moneyClassSet = classNumbers["money"].map { sets.number(of: [$0]) } ?? 0
    // Every place is a territory, where nouns that act are told by their class.
    let territory = pack.nounHead == .last ? classNumbers["territory"] : nil
    for (node, meanings) in trie.meanings.enumerated() {
      (nodeMeanings + node).initialize(to: Self.merged(meanings, territory, &sets))
    }
    classSets = sets.all
    for (key, _) in trie.arcs { nodeMeanings[Int(key >> 32)].hasLonger = true }
    wordLimit = words.count + 1
    wordRoles = .allocate(capacity: wordLimit)
    wordRoles.initialize(repeating: 0, count: wordLimit)
    rootNodes = .allocate(capacity: wordLimit)
    rootNodes.initialize(repeating: 0, count: wordLimit)
    for (key, node) in trie.arcs where key >> 32 == 0 {
      rootNodes[Int(key & 0xFFFF_FFFF)] = node
      let roles = trie.meanings[Int(node)].reduce(into: WordRole()) { $0.formUnion($1.roles) }
      wordRoles[Int(key & 0xFFFF_FFFF)] = roles.rawValue
    }
  }

  private static func merged(
    _ meanings: [LexiconEntry], _ territory: Int?, _ sets: inout ClassSets
  ) -> PhraseMeaning {
    var merged = PhraseMeaning()
    var classes: [Int] = []
    for meaning in meanings {
      merged.add(meaning)
      if meaning.kind == .noun { classes.append(Int(meaning.index)) }
      if meaning.kind == .place, let territory { classes.append(territory) }
    }
    merged.finish()
    merged.classSet = sets.number(of: classes)
    return merged
  }

  deinit {
    nodeMeanings.deallocate()
    arcKeys.deallocate()
    arcNodes.deallocate()
    rootNodes.deallocate()
    nodeEntries.deallocate()
    entries.deallocate()
    wordRoles.deallocate()
  }

  @inlinable @inline(__always)
  static func slot(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    return Int(truncatingIfNeeded: h & 0x7FFF_FFFF_FFFF_FFFF)
  }

  /// How many words there are.
  package var wordCount: Int { words.count }

  /// The number of the word with a hash, or 0.
  package func number(ofWordHash hash: UInt64) -> UInt32 { words.find(hash) }

  /// The node reached from a node by a word, or 0.
  @inlinable @inline(__always)
  package func step(_ node: UInt32, _ word: UInt32) -> UInt32 {
    if node == 0 { return Int(word) < wordLimit ? rootNodes[Int(word)] : 0 }
    guard nodeMeanings[Int(node)].hasLonger else { return 0 }
    let key = UInt64(node) << 32 | UInt64(word)
    var slot = Self.slot(key) & arcMask
    while true {
      let found = arcKeys[slot]
      if found == key { return arcNodes[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & arcMask
    }
  }

  /// The meanings that end at a node.
  @inlinable @inline(__always)
  package func meanings(of node: UInt32) -> UnsafeBufferPointer<LexiconEntry> {
    let first = Int(nodeEntries[Int(node)])
    let last = Int(nodeEntries[Int(node) + 1])
    return UnsafeBufferPointer(start: entries + first, count: last - first)
  }

  /// What the meanings of a node say together for words with such capitals, or `nil` when none of
  /// them fits.
  @inline(__always)
  package func meaning(of node: UInt32, _ first: Token, _ last: Token) -> PhraseMeaning? {
    let merged = nodeMeanings[Int(node)]
    if merged.isEmpty { return nil }
    var shown: UInt8 = 1 << LexiconEntry.Capitals.any.rawValue
    if first.isCapitalised { shown |= 1 << LexiconEntry.Capitals.initial.rawValue }
    if last.isCapitalised { shown |= 1 << LexiconEntry.Capitals.last.rawValue }
    if first.isAllCapitals { shown |= 1 << LexiconEntry.Capitals.all.rawValue }
    return merged.capitals & ~shown == 0 ? merged : fitting(node, shown)
  }

  /// The noun classes of a node.
  package func classes(of node: UInt32) -> ClassSet {
    classSets[Int(nodeMeanings[Int(node)].classSet)]
  }

  /// What those meanings of a node say together that ask for no other capitals.
  private func fitting(_ node: UInt32, _ shown: UInt8) -> PhraseMeaning? {
    var merged = PhraseMeaning()
    for meaning in meanings(of: node) where shown >> meaning.capitals.rawValue & 1 == 1 {
      merged.add(meaning)
    }
    guard !merged.isEmpty else { return nil }
    merged.finish()
    // Nouns never ask for capitals.
    merged.classSet = nodeMeanings[Int(node)].classSet
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
    Int(word) < wordLimit ? WordRole(rawValue: wordRoles[Int(word)]) : []
  }
}

/// A frame whose slots and object classes are numbers.
public final class CompiledFrame: Sendable {
  /// Where an actor stands.
  public enum Place: Sendable, Equatable {
    case subject
    case object
    case possessor
    case preposition(Int, FormFeatures)
    case grammaticalCase(FormFeatures)
  }

  /// The frame as written.
  public let frame: Frame
  /// The classes of which one must head the object; empty means any.
  public let objectClasses: ClassSet
  /// The classes of which one must head the subject; empty means any.
  public let subjectClasses: ClassSet
  /// The classes of which one must head a prepositional phrase behind the verb; empty means any.
  public let complementClasses: ClassSet
  /// Whether the object must itself be an actor or place (`object: [ACTOR]`).
  public let needsActorObject: Bool
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
    frame.type == nil && frame.content == nil && !complementClasses.isEmpty
  }

  /// Whether the object is certain and only a dative may say who gets it.
  package var isDativeGift: Bool {
    target == [.grammaticalCase(.dative)] && !objectClasses.isEmpty
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

/// Numbers for the sets of noun classes that occur.
private struct ClassSets {
  private(set) var all = [ClassSet()]
  private var numbers: [[Int]: UInt16] = [[]: 0]

  mutating func number(of classes: [Int]) -> UInt16 {
    if classes.isEmpty { return 0 }
    let key = Set(classes).sorted()
    if let known = numbers[key] { return known }
    var set = ClassSet()
    for number in key { set.insert(number) }
    let number = UInt16(all.count)
    all.append(set)
    numbers[key] = number
    return number
  }
}

/// A trie over word numbers while it is being built.
struct PhraseTrie {
  /// (node << 32 | word) → node; node 0 is the root.
  var arcs: [UInt64: UInt32] = [:]
  /// The meanings that end at each node.
  var meanings: [[LexiconEntry]] = [[]]

  mutating func insert(_ words: [UInt32], _ meaning: LexiconEntry) {
    var node: UInt32 = 0
    for word in words {
      let key = UInt64(node) << 32 | UInt64(word)
      if let next = arcs[key] {
        node = next
      } else {
        meanings.append([])
        node = UInt32(meanings.count - 1)
        arcs[key] = node
      }
    }
    meanings[Int(node)].append(meaning)
  }
}
