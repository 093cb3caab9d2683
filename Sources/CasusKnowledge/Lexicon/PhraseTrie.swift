/// A trie over word numbers while it is being built; node 0 is the root.
struct PhraseTrie {
  /// A meaning and the place of the one told before it at the same node, plus one.
  private struct Link {
    var meaning: LexiconEntry
    var before: UInt32
  }

  /// For each word the node of the phrase that is the word alone or begins with it, or 0.
  private(set) var roots: [UInt32] = [0]
  /// (node << 32 | word) → node, for nodes below the roots; 0 is a free place.
  private var arcs: [(key: UInt64, node: UInt32)] = .init(repeating: (0, 0), count: 1 << 12)
  private(set) var arcCount = 0
  private var links: [Link] = []
  /// For each node the place of its last meaning, plus one.
  private var lastLinks: [UInt32] = [0]

  var nodeCount: Int { lastLinks.count }
  var meaningCount: Int { links.count }

  mutating func insert(_ words: [UInt32], _ meaning: LexiconEntry) {
    guard let first = words.first else { return }
    var node = root(of: first)
    for word in words.dropFirst() { node = next(node, word) }
    links.append(Link(meaning: meaning, before: lastLinks[Int(node)]))
    lastLinks[Int(node)] = UInt32(links.count)
  }

  /// Calls a function with every arc below the roots.
  func eachArc(_ body: (_ key: UInt64, _ node: UInt32) -> Void) {
    for arc in arcs where arc.key != 0 { body(arc.key, arc.node) }
  }

  /// Writes the meanings that end at a node into an array, in the order of insertion.
  func meanings(of node: Int, into meanings: inout [LexiconEntry]) {
    meanings.removeAll(keepingCapacity: true)
    var link = lastLinks[node]
    while link != 0 {
      meanings.append(links[Int(link) - 1].meaning)
      link = links[Int(link) - 1].before
    }
    meanings.reverse()
  }

  private mutating func root(of word: UInt32) -> UInt32 {
    while roots.count <= Int(word) { roots.append(0) }
    if roots[Int(word)] == 0 { roots[Int(word)] = newNode() }
    return roots[Int(word)]
  }

  private mutating func next(_ node: UInt32, _ word: UInt32) -> UInt32 {
    let key = UInt64(node) << 32 | UInt64(word)
    var place = LexiconTables.slot(key) & (arcs.count - 1)
    while arcs[place].key != 0 {
      if arcs[place].key == key { return arcs[place].node }
      place = (place + 1) & (arcs.count - 1)
    }
    let made = newNode()
    arcs[place] = (key, made)
    arcCount += 1
    if arcCount * 2 > arcs.count { grow() }
    return made
  }

  private mutating func newNode() -> UInt32 {
    lastLinks.append(0)
    return UInt32(lastLinks.count - 1)
  }

  private mutating func grow() {
    let old = arcs
    arcs = .init(repeating: (0, 0), count: old.count * 2)
    for arc in old where arc.key != 0 {
      var place = LexiconTables.slot(arc.key) & (arcs.count - 1)
      while arcs[place].key != 0 { place = (place + 1) & (arcs.count - 1) }
      arcs[place] = arc
    }
  }
}
