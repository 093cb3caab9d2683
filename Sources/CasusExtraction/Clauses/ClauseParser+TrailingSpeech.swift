import CasusKnowledge

/// Verbs that name the speaker of what stands before them.
extension ClauseParser {
  /// Marks the verbs that name the speaker of what stands before: "…, X said"; "…," kata X.
  func markTrailingSpeech(_ sentence: inout Sentence) {
    for i in sentence.chunks.indices where repliesToQuotation(i, sentence.chunks) {
      sentence.chunks[i].traits.insert(.isSpeech)
    }
    let chunks = sentence.chunks
    for i in chunks.indices
    where chunks[i].kind == .verb && chunks[i].traits.contains(.isSpeech) {
      if invertedSpeaker(i, chunks, &sentence) || institutionSpeaks(i, chunks, &sentence) {
        continue
      }
      guard sentence.links[i].link == .main || sentence.links[i].link == .coordinate else {
        continue
      }
      let subject = Int(sentence.links[i].subject)
      guard subject > 0, subject < i else { continue }
      var before = subject - 1
      while before > 0, chunks[before].kind == .date { before -= 1 }
      guard chunks[before].kind == .comma || chunks[before].kind == .closeQuote,
        chunks[..<before].contains(where: { $0.kind == .verb || $0.eventNoun >= 0 }),
        endsAfter(i, chunks) || tellsListener(i, sentence)
      else { continue }
      sentence.links[i].isTrailingSpeech = true
    }
  }

  /// `"…," kecam Hamas`: a bare stem behind a quotation says what its words do.
  private func repliesToQuotation(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    guard isHeadFirst, !usesCases, verb > 1, chunks[verb].kind == .verb,
      chunks[verb].traits.contains(.isBareVerb)
    else { return false }
    let marks = [chunks[verb - 2].kind, chunks[verb - 1].kind]
    return marks == [.comma, .closeQuote] || marks == [.closeQuote, .comma]
  }

  /// "…, сообщили в армии": the verb stands before the institution where it was said.
  func institutionSpeaks(
    _ verb: Int, _ chunks: [Chunk], _ sentence: inout Sentence
  ) -> Bool {
    guard usesCases, verb > 0, verb + 2 < chunks.count, chunks[verb - 1].kind == .comma,
      chunks[verb + 1].kind == .preposition, chunks[verb + 1].roles.contains(.locative),
      chunks[verb + 2].kind == .nounPhrase,
      // "…», говорится в заявлении МИД".
      chunks[verb + 2].traits.contains(.isAgentive) || chunks[verb].traits.contains(.isPassive),
      chunks[verb + 2].ownerEnd > chunks[verb + 2].ownerStart, endsAfter(verb + 2, chunks)
    else { return false }
    sentence.links[verb].subject = Int32(verb + 2)
    sentence.links[verb].object = -1
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].isTrailingSpeech = true
    return true
  }

  /// `"…," kata X` and `…, said X`: the verb stands before its subject.
  func invertedSpeaker(_ verb: Int, _ chunks: [Chunk], _ sentence: inout Sentence) -> Bool {
    if verb == 0, opensWithSpeaker(chunks) {
      sentence.links[verb].subject = 1
      sentence.links[verb].object = -1
      sentence.links[verb].isTrailingSpeech = true
      return true
    }
    guard verb > 0, verb + 1 < chunks.count,
      // "отказалась, в частности, признать Косово".
      !usesCases || !chunks[verb].traits.contains(.isInfinitive)
    else { return false }
    let before = chunks[verb - 1].kind
    var speaker = verb + 1
    // "…, сообщил в понедельник Кремль".
    while usesCases, speaker + 1 < chunks.count,
      chunks[speaker].kind == .date || isAddressed(speaker, chunks)
    {
      speaker += 1
    }
    guard before == .comma || before == .closeQuote, chunks[speaker].kind == .nounPhrase,
      chunks[speaker].ownerEnd > chunks[speaker].ownerStart
        || chunks[verb].traits.contains(.isBareVerb) || before == .closeQuote
        || standsBehindQuotation(verb, chunks),
      // "Іспанія, за словами канцлера, визнала Палестину": what can be no subject does not speak.
      !usesCases || chunks[speaker].features.isEmpty
        || chunks[speaker].features.contains(.nominative)
    else { return false }
    let isBare = chunks[verb].traits.contains(.isBareVerb)
    if !isHeadFirst, !usesCases, before == .comma,
      Int(sentence.links[verb].object) == speaker, 0..<Int32(verb) ~= sentence.links[verb].subject,
      frames.asksForObject(verb, sentence)
    {
      // "Spain, which fears a war, recalled its ambassador": no saying.
      return false
    }
    // ", mengakui pemerintah X": with its prefix the verb has its object behind it.
    if isHeadFirst, !usesCases, !isBare { return false }
    guard isBare || before == .closeQuote || endsAfter(speaker, chunks) else { return false }
    if !isBare, speaker + 1 < chunks.count, chunks[speaker + 1].kind == .verb { return false }
    sentence.links[verb].subject = Int32(speaker)
    sentence.links[verb].object = -1
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].isTrailingSpeech = true
    return true
  }

  /// "«Мы призываем Сирию», – написал господин Рейес": whoever that is, nobody else has said it.
  private func standsBehindQuotation(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    guard usesCases else { return false }
    let last = chunks[..<verb].last { $0.kind != .comma }
    return last?.kind == .closeQuote
  }

  /// "Kata presiden Kenya, …": a bare stem and its speaker stand before what is said.
  private func opensWithSpeaker(_ chunks: [Chunk]) -> Bool {
    isHeadFirst && !usesCases && chunks.count > 3 && chunks[0].traits.contains(.isBareVerb)
      && chunks[1].kind == .nounPhrase && chunks[1].ownerEnd > chunks[1].ownerStart
      && (chunks[2].kind == .comma || chunks[2].kind == .openQuote)
  }

  /// "…, the minister told reporters": the object of the verb is who hears it.
  private func tellsListener(_ verb: Int, _ sentence: Sentence) -> Bool {
    !isHeadFirst && !usesCases && Int(sentence.links[verb].object) == verb + 1
      && sentence.chunks[verb + 1].eventNoun < 0 && endsAfter(verb + 1, sentence.chunks)
      && !frames.tellsEvent(verb, sentence)
  }

  /// "сказал журналистам | министр": to whom it is said, right before who says it.
  private func isAddressed(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    chunks[phrase].kind == .nounPhrase && chunks[phrase].features.contains(.dative)
      && !chunks[phrase].features.contains(.nominative)
      && chunks[phrase + 1].kind == .nounPhrase && chunks[phrase + 1].prepositionChunk < 0
  }

  /// Whether nothing but dates, places and the like follows.
  func endsAfter(_ at: Int, _ chunks: [Chunk]) -> Bool {
    var i = at + 1
    while i < chunks.count {
      switch chunks[i].kind {
      case .date, .preposition: i += 1
      case .nounPhrase where chunks[i].prepositionChunk >= 0: i += 1
      case .stop, .comma, .closeQuote, .openQuote, .mediumCue, .contrast, .conjunction,
        .subordinator:
        return true
      case .verb where chunks[i].traits.contains(.isGerund): return true
      default: return false
      }
    }
    return true
  }
}
