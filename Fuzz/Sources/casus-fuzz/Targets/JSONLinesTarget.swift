import CasusReading

/// Articles as JSON Lines, or as JSON when the first byte is even.
struct JSONLinesTarget: FuzzTarget {
  private let knowledge: FuzzKnowledge
  private let options = ReadingOptions()

  init(knowledge: FuzzKnowledge) throws { self.knowledge = knowledge }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let content = Stretching.stretched(Array(bytes.dropFirst()))
    let name = first.isMultiple(of: 2) ? "a.json" : "a.jsonl"
    ArticlePromises.read(knowledge.write(content[...], as: name), options)
  }
}
