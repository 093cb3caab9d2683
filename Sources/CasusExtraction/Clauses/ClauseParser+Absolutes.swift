import CasusKnowledge

/// Clauses without a tense that have a subject of their own.
extension ClauseParser {
  /// "Tensions rose, with Peru expelling three diplomats": a form in "-ing" behind "with" and a noun phrase, which a
  /// comma parts from the clause before, has that noun as its subject.
  func linkAbsolute(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, chunks[verb].traits.contains(.isGerund), verb > 1 else {
      return false
    }
    if goesOnFromAbsolute(verb, &sentence) { return true }
    guard let with = opening(ofAbsoluteAt: verb, chunks) else { return false }
    let subject = Int(chunks[with + 1].listHead) >= 0 ? Int(chunks[with + 1].listHead) : with + 1
    sentence.links[verb].subject = Int32(subject)
    sentence.links[verb].link = .adverbial
    sentence.links[verb].governor = Int32(lastVerb(before: with, chunks))
    return true
  }

  /// The "with" that opens such a clause: at the beginning of the sentence or behind a comma, with nothing but phrases
  /// between it and the verb.
  private func opening(ofAbsoluteAt verb: Int, _ chunks: [Chunk]) -> Int? {
    guard [.nounPhrase, .date].contains(chunks[verb - 1].kind) else { return nil }
    var at = verb - 1
    while at > 0 {
      switch chunks[at].kind {
      case .nounPhrase, .date, .conjunction: break
      case .preposition where Int(chunks[at].preposition) == frames.withNumber:
        guard chunks[at + 1].kind == .nounPhrase else { return nil }
        let before = chunks[at - 1].kind
        return before == .comma || before == .stop || before == .contrast ? at : nil
      case .preposition: break
      default: return nil
      }
      at -= 1
    }
    return chunks[0].kind == .preposition && Int(chunks[0].preposition) == frames.withNumber
      && chunks[1].kind == .nounPhrase ? 0 : nil
  }

  /// "with Peru expelling three diplomats and Chile closing its border": behind "and" the next has its own subject,
  /// which is no object of the first.
  private func goesOnFromAbsolute(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let chunks = sentence.chunks
    let subject = verb - 1
    guard subject > 1, chunks[subject].kind == .nounPhrase, chunks[subject].prepositionChunk < 0,
      chunks[subject].traits.contains(.isAgentive), hasOwner(subject, sentence),
      chunks[subject - 1].kind == .conjunction || chunks[subject - 1].kind == .contrast
    else { return false }
    let first = lastVerb(before: subject, chunks)
    guard first >= 0, chunks[first].traits.contains(.isGerund),
      sentence.links[first].link == .adverbial,
      sentence.links[first].subject > sentence.links[first].governor
    else { return false }
    for other in sentence.chunks.indices where sentence.chunks[other].next == Int32(subject) {
      sentence.chunks[other].next = -1
    }
    sentence.chunks[subject].listHead = -1
    sentence.links[verb].subject = Int32(subject)
    sentence.links[verb].link = .adverbial
    sentence.links[verb].governor = sentence.links[first].governor
    return true
  }
}
