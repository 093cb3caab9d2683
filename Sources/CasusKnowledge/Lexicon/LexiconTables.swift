/// The tables of a lexicon: plain values in one block of memory.
///
/// No value points anywhere, so that the block can be written to a file as it stands and mapped
/// into memory again; `LexiconCache` does.
@usableFromInline final class LexiconTables: @unchecked Sendable {
  /// The parts of the block, in order.
  enum Section: Int, CaseIterable {
    case words, arcKeys, arcNodes, rootNodes, nodeEntries, entries, nodeMeanings, meanings
    case classSets, head

    /// The bytes of one value.
    var stride: Int {
      switch self {
      case .words: MemoryLayout<WordSlot>.stride
      case .arcKeys: MemoryLayout<UInt64>.stride
      case .arcNodes, .rootNodes, .nodeEntries, .nodeMeanings: MemoryLayout<UInt32>.stride
      case .entries: MemoryLayout<LexiconEntry>.stride
      case .meanings: MemoryLayout<PhraseMeaning>.stride
      case .classSets: MemoryLayout<ClassSet>.stride
      case .head: 1
      }
    }
  }

  /// How many values each part holds, and where it begins.
  struct Layout: Equatable {
    private(set) var counts: [Int]
    private(set) var offsets: [Int] = []
    /// The bytes of the whole block.
    private(set) var byteCount: Int

    /// The bytes before the first part, for whoever writes the block to a file.
    static let headerByteCount = 256
    private static let alignment = 64
    /// No lexicon has more values in one part.
    private static let most = 1 << 28

    /// - Returns: `nil` when the counts are not those of a lexicon.
    init?(counts: [Int]) {
      guard counts.count == Section.allCases.count,
        counts.allSatisfy({ $0 > 0 && $0 <= Self.most }),
        counts[Section.words.rawValue].nonzeroBitCount == 1,
        counts[Section.arcKeys.rawValue].nonzeroBitCount == 1,
        counts[Section.arcKeys.rawValue] == counts[Section.arcNodes.rawValue]
      else { return nil }
      self.counts = counts
      byteCount = Self.headerByteCount
      for section in Section.allCases {
        offsets.append(byteCount)
        let end = byteCount + counts[section.rawValue] * section.stride
        byteCount = (end + Self.alignment - 1) / Self.alignment * Self.alignment
      }
    }

    subscript(_ section: Section) -> Int { counts[section.rawValue] }

    /// What the values look like, so that a file is not read with other eyes than it was written.
    static var fingerprint: UInt64 {
      var checksum = Checksum()
      for section in Section.allCases { checksum.add(UInt64(section.stride)) }
      checksum.add(MemoryLayout<LexiconEntry>.offset(of: \.features).map { UInt64($0) } ?? 0)
      checksum.add(MemoryLayout<PhraseMeaning>.offset(of: \.verbFeatures).map { UInt64($0) } ?? 0)
      checksum.add(UInt64(headerByteCount))
      return checksum.value
    }
  }

  /// The bit of a node's meaning that says whether longer phrases begin with it.
  @usableFromInline static var longerBit: UInt32 { 1 << 31 }

  let layout: Layout
  /// The whole block, its header included.
  let block: UnsafeMutableRawBufferPointer
  /// What the block is given back to.
  private let release: (UnsafeMutableRawBufferPointer) -> Void

  /// Takes over a block that holds tables.
  init(
    block: UnsafeMutableRawBufferPointer, layout: Layout,
    release: @escaping (UnsafeMutableRawBufferPointer) -> Void
  ) {
    self.block = block
    self.layout = layout
    self.release = release
  }

  deinit { release(block) }

  /// The values of one part.
  func pointer<Value>(_ section: Section, as type: Value.Type) -> UnsafePointer<Value> {
    UnsafePointer(mutable(section, as: type))
  }

  private func mutable<Value>(
    _ section: Section, as type: Value.Type
  ) -> UnsafeMutablePointer<Value> {
    let start = block.baseAddress.unsafelyUnwrapped + layout.offsets[section.rawValue]
    return start.assumingMemoryBound(to: type)
  }

  /// The bytes of a `LexiconHead`.
  var head: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: pointer(.head, as: UInt8.self), count: layout[.head])
  }

  /// The numbers of words.
  var words: WordSlots {
    WordSlots(slots: pointer(.words, as: WordSlot.self), mask: layout[.words] - 1)
  }

  @usableFromInline @inline(__always)
  static func slot(_ key: UInt64) -> Int {
    var h = key &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    return Int(truncatingIfNeeded: h & 0x7FFF_FFFF_FFFF_FFFF)
  }
}

extension LexiconTables {
  /// Puts the words and phrases of a lexicon into tables.
  ///
  /// `territory` is the class of every place, where nouns that act are told by their class; `money`
  /// that of amounts of money, whose set is number 1. `head` is kept as it is.
  convenience init(
    words: WordTable, trie: PhraseTrie, territory: Int?, money: Int?, head: [UInt8]
  ) {
    // What the meanings of each node say together; most nodes share it with others.
    var sets = ClassSets()
    if let money { _ = sets.number(of: [money]) }
    var merged: [PhraseMeaning] = []
    var numbers: [PhraseMeaning: UInt32] = [:]
    var nodeMeanings: [UInt32] = []
    var meanings: [LexiconEntry] = []
    nodeMeanings.reserveCapacity(trie.nodeCount)
    for node in 0..<trie.nodeCount {
      trie.meanings(of: node, into: &meanings)
      let meaning = Self.merged(meanings, territory, &sets)
      if let known = numbers[meaning] {
        nodeMeanings.append(known)
      } else {
        numbers[meaning] = UInt32(merged.count)
        nodeMeanings.append(UInt32(merged.count))
        merged.append(meaning)
      }
    }

    var arcCapacity = 16
    while arcCapacity < trie.arcCount * 2 { arcCapacity *= 2 }
    let slots = words.slots
    let wordLimit = words.count + 1
    let counts: [Section: Int] = [
      .words: slots.mask + 1, .arcKeys: arcCapacity, .arcNodes: arcCapacity,
      .rootNodes: wordLimit, .nodeEntries: trie.nodeCount + 1,
      .entries: max(trie.meaningCount, 1), .nodeMeanings: trie.nodeCount,
      .meanings: merged.count, .classSets: sets.all.count,
      .head: head.count,
    ]
    guard let layout = Layout(counts: Section.allCases.map { counts[$0] ?? 0 }) else {
      preconditionFailure("a lexicon too large for its tables")
    }
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: layout.byteCount, alignment: MemoryLayout<UInt64>.alignment * 2)
    // Values are written field by field: what lies between their fields stays zero, so that the same
    // lexicon is always the same bytes.
    block.initializeMemory(as: UInt8.self, repeating: 0)
    self.init(block: block, layout: layout, release: { $0.deallocate() })

    let places = mutable(.words, as: WordSlot.self)
    for place in 0...slots.mask where slots.slots[place].hash != 0 {
      places[place].hash = slots.slots[place].hash
      places[place].number = slots.slots[place].number
    }
    let keys = mutable(.arcKeys, as: UInt64.self)
    let nodes = mutable(.arcNodes, as: UInt32.self)
    trie.eachArc { key, node in
      var slot = Self.slot(key) & (arcCapacity - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (arcCapacity - 1) }
      keys[slot] = key
      nodes[slot] = node
      nodeMeanings[Int(key >> 32)] |= Self.longerBit
    }
    fill(.rootNodes, with: trie.roots)
    fill(.nodeMeanings, with: nodeMeanings)
    let unique = mutable(.meanings, as: PhraseMeaning.self)
    for (number, meaning) in merged.enumerated() { meaning.write(to: unique + number) }
    fill(.classSets, with: sets.all)
    fill(.head, with: head)
    let nodeEntries = mutable(.nodeEntries, as: UInt32.self)
    let entries = mutable(.entries, as: LexiconEntry.self)
    var position = 0
    for node in 0..<trie.nodeCount {
      nodeEntries[node] = UInt32(position)
      trie.meanings(of: node, into: &meanings)
      for meaning in meanings {
        meaning.write(to: entries + position)
        position += 1
      }
    }
    nodeEntries[trie.nodeCount] = UInt32(position)
  }

  private func fill<Value>(_ section: Section, with values: [Value]) {
    values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      mutable(section, as: Value.self).update(from: start, count: values.count)
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
}

/// Numbers for the sets of noun classes that occur; the first is empty.
private struct ClassSets {
  private(set) var all = [ClassSet()]
  private var numbers: [[Int]: UInt16] = [[]: 0]

  mutating func number(of classes: [Int]) -> UInt16 {
    if classes.isEmpty { return 0 }
    let key = classes.count == 1 ? classes : Set(classes).sorted()
    if let known = numbers[key] { return known }
    var set = ClassSet()
    for number in key { set.insert(number) }
    let number = UInt16(all.count)
    all.append(set)
    numbers[key] = number
    return number
  }
}
