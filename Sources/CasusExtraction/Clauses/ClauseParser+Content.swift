import CasusKnowledge

/// Clauses that tell what somebody says or asks.
extension ClauseParser {
  /// Links the verb of a clause behind a complementizer; an aim that nobody asks for is a purpose.
  func linkContent(_ verb: Int, _ complementizer: Int, _ sentence: inout Sentence) {
    let governor = verbOfContent(before: complementizer, sentence.chunks)
    sentence.links[verb].link = .content
    sentence.links[verb].governor = Int32(governor)
    guard sentence.chunks[complementizer].roles.contains(.purpose),
      governor < 0 || !frames.governs(governor, sentence)
    else { return }
    sentence.links[verb].link = governor < 0 ? .subordinate : .infinitive
    sentence.chunks[verb].traits.insert(.isInfinitive)
  }

  /// "Dilaporkan | Iran | menyerang Irak": behind a passive of saying or fearing that opens the sentence, who is
  /// named first acts in what is said.
  func openReport(_ sentence: inout Sentence) {
    let chunks = sentence.chunks
    guard isHeadFirst, !usesCases, chunks.count > 2, chunks[0].kind == .verb,
      chunks[0].traits.contains(.isPassive), chunks[1].kind == .nounPhrase,
      chunks[2].kind == .verb, chunks[1].ownerEnd > chunks[1].ownerStart,
      chunks[0].traits.contains(.isSpeech) || frames.content(of: 0, sentence) == .hypothetical
    else { return }
    sentence.links[0].object = -1
    sentence.links[2].link = .content
    sentence.links[2].governor = 0
    sentence.links[2].subject = 1
  }

  /// The verb whose content a complementizer opens, in the same clause.
  func verbOfContent(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0 {
      switch chunks[i].kind {
      case .verb: return i
      case .subordinator, .conditional, .stop, .contrast: return -1
      default: i -= 1
      }
    }
    return -1
  }

  /// The verb before a phrase in its clause, when a comma parts the phrase from what belongs to it.
  func mainVerb(before phrase: Int, _ chunks: [Chunk]) -> Int? {
    guard phrase > 0, chunks[phrase - 1].kind == .comma else { return nil }
    var i = phrase - 1
    while i >= 0 {
      switch chunks[i].kind {
      case .verb: return i
      case .subordinator, .conditional, .stop, .contrast, .complementizer, .conjunction: return nil
      default: i -= 1
      }
    }
    return nil
  }

  /// The verb whose clause a relative clause belongs to; behind a comma the article speaks itself.
  func clause(around relative: Int, _ chunks: [Chunk]) -> Int {
    guard relative > 0, chunks[relative - 1].kind != .comma else { return -1 }
    return lastVerb(before: relative, chunks)
  }

  func lastVerb(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0 {
      if chunks[i].kind == .verb { return i }
      i -= 1
    }
    return -1
  }

  func inheritSubject(_ verb: Int, from other: Int, _ sentence: inout Sentence) {
    guard other >= 0, other < verb else { return }
    // A passive verb's sharer of the subject shares the surface subject.
    sentence.links[verb].subject = sentence.links[other].subject
  }
}
