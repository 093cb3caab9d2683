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
    self.frames = frames
    self.classNumbers = classNumbers
    self.prepositions = prepositions
    self.words = words
    boilerplate = Boilerplate(prefixes: pack.boilerplatePrefixes, lines: pack.boilerplateLines)
    unknownVerb = UnknownVerb(
      prefixes: pack.unknownVerbPrefixes.map { Array($0.utf8) },
      suffixes: pack.unknownVerbSuffixes.map { Array($0.utf8) }, minimum: pack.unknownVerbMinimum)
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

  deinit {
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

  /// The node reached from a node by a word, or 0.
  @inlinable @inline(__always)
  package func step(_ node: UInt32, _ word: UInt32) -> UInt32 {
    if node == 0 { return Int(word) < wordLimit ? rootNodes[Int(word)] : 0 }
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

  init(
    frame: Frame, objectClasses: ClassSet, subjectClasses: ClassSet, needsActorObject: Bool,
    source: [Place], target: [Place], nominalSource: [Place], nominalTarget: [Place]
  ) {
    self.frame = frame
    self.objectClasses = objectClasses
    self.subjectClasses = subjectClasses
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
  /// The first bytes of the beginnings and the last bytes of the endings, one bit each.
  private var firstBytes = SIMD4<UInt64>.zero
  private var lastBytes = SIMD4<UInt64>.zero

  init(prefixes: [[UInt8]], suffixes: [[UInt8]], minimum: Int) {
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.minimum = minimum
    for byte in prefixes.compactMap(\.first) {
      firstBytes[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }
    for byte in suffixes.compactMap(\.last) { lastBytes[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  /// Whether a word looks like a verb; most words are told by their first and last byte.
  package func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start >= minimum else { return false }
    let (first, last) = (text[start], text[end - 1])
    if firstBytes[Int(first >> 6)] >> UInt64(first & 63) & 1 == 1 {
      for prefix in prefixes
      where prefix.count <= end - start
        && prefix.indices.allSatisfy({ text[start + $0] == prefix[$0] })
      {
        return true
      }
    }
    if lastBytes[Int(last >> 6)] >> UInt64(last & 63) & 1 == 1 {
      for suffix in suffixes where suffix.count <= end - start {
        let from = end - suffix.count
        if suffix.indices.allSatisfy({ text[from + $0] == suffix[$0] }) { return true }
      }
    }
    return false
  }
}

/// Lines that belong to the page, not to the article, folded for comparison.
public struct Boilerplate: Sendable {
  /// Beginnings of lines, lower-cased.
  public let prefixes: [[UInt8]]
  /// Whole lines, lower-cased.
  public let lines: Set<[UInt8]>

  init(prefixes: [String], lines: [String]) {
    self.prefixes = prefixes.map { Array($0.lowercased().utf8) }
    self.lines = Set(lines.map { Array($0.lowercased().utf8) })
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
