/// Finds the longest of many endings that a word has, reading it backwards byte by byte.
struct EndingTrie: Hashable, Sendable {
  private struct Node: Hashable {
    /// What an ending that begins here stands for, or -1.
    var value = -1
    var bytes: [UInt8] = []
    var nodes: [Int] = []
  }

  private var nodes = [Node()]

  /// Adds an ending; of two that are equal the first counts.
  mutating func insert(_ ending: String, _ value: Int) {
    var node = 0
    for byte in ending.utf8.reversed() {
      if let place = nodes[node].bytes.firstIndex(of: byte) {
        node = nodes[node].nodes[place]
      } else {
        nodes.append(Node())
        nodes[node].bytes.append(byte)
        nodes[node].nodes.append(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    if nodes[node].value < 0 { nodes[node].value = value }
  }

  /// The value of the longest ending of a word that leaves a number of its bytes, or `nil`.
  func longest(of word: String, leaving byteCount: Int) -> Int? {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.count >= byteCount else { return nil }
      var (node, at, best) = (0, bytes.count, nodes[0].value)
      while at > byteCount, let place = nodes[node].bytes.firstIndex(of: bytes[at - 1]) {
        node = nodes[node].nodes[place]
        at -= 1
        if nodes[node].value >= 0 { best = nodes[node].value }
      }
      return best < 0 ? nil : best
    }
  }
}
