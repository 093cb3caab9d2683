import CasusKnowledge
import CasusModel

/// What a predicate says of the clause under it.
///
/// A frame tells what its content is where the predicate holds (`content`) and where it is denied (`negated`);
/// what the predicate's own marks tell of time and certainty is laid over that: "did not hesitate to attack" is
/// done, "would not hesitate to" is not done yet.
extension StatusJudge {
  /// The status of a verb under a verb that governs its content.
  func contentStatus(
    of verb: Int, under governor: Int, _ sentence: Sentence, depth: Int
  ) -> EventStatus {
    let above = status(ofVerb: governor, sentence, depth: depth + 1)
    if isEnacted(verb, by: governor, sentence) { return above }
    guard let frame = frames.signature(of: governor, sentence)?.frame, let kind = frame.content
    else { return above }
    if isFact(verb, under: governor, frame, sentence) { return .occurred }
    let isDenied = above == .denied
    let told =
      isDenied
      ? denied(kind, frame, verb, governor, sentence)
      : affirmed(kind, frame, verb, governor, sentence)
    if kind == .claim { return told }
    guard told == .occurred || told == .planned || told == .denied else { return told }
    let mood =
      isDenied
      ? status(ofVerb: governor, sentence, depth: depth + 1, isAffirmed: true) : above
    switch mood {
    case .hypothetical: return .hypothetical
    case .planned: return told == .denied ? .denied : .planned
    case .occurred, .denied: return told
    }
  }

  private func affirmed(
    _ kind: ContentKind, _ frame: Frame, _ verb: Int, _ governor: Int, _ sentence: Sentence
  ) -> EventStatus {
    switch kind {
    case .claim, .occurred: return .occurred
    case .denied: return .denied
    case .drop: return .planned
    case .planned, .hypothetical:
      if frame.isAttempt, isForce(verb, sentence) { return .occurred }
      if let past = frame.past, isPast(governor, sentence) { return past }
      return kind == .planned ? .planned : .hypothetical
    }
  }

  private func denied(
    _ kind: ContentKind, _ frame: Frame, _ verb: Int, _ governor: Int, _ sentence: Sentence
  ) -> EventStatus {
    if let told = frame.negated { return told }
    switch kind {
    case .claim: return .occurred
    case .occurred, .planned: return .denied
    // "did not rule out sending troops": they may be sent.
    case .denied:
      return frames.frame(of: governor, sentence).map { lexicon.frames[$0].frame.type == .reject }
        == true ? .hypothetical : .occurred
    case .hypothetical:
      // "is not considering sending troops", but "does not fear that they will be sent".
      let isOwn = lexicon.usesCases || sentence.links[verb].link == .infinitive
      return isOwn ? .denied : .hypothetical
    case .drop: return .planned
    }
  }

  /// "forgot that Chad had attacked", "не забыл, что": what a clause tells that is not the predicate's own act is so,
  /// whether the predicate holds or not.
  private func isFact(
    _ verb: Int, under governor: Int, _ frame: Frame, _ sentence: Sentence
  ) -> Bool {
    guard sentence.links[verb].link == .content,
      frame.type == nil,
      frame.content == .occurred || frame.content == .denied && frame.negated == nil,
      frame.content == .occurred || !sentence.chunks[governor].traits.contains(.isSpeech),
      !sentence.chunks[verb].traits.contains(.isInfinitive),
      let opening = opening(of: verb, sentence), opening > governor,
      sentence.chunks[opening].kind == .complementizer || sentence.chunks[opening].kind == .relative
    else { return false }
    return !sentence.chunks[opening].roles.contains(.purpose)
      && Int(sentence.links[verb].subject) > opening
  }

  /// Whether an act is one of force, so that an attempt at it is one too.
  private func isForce(_ verb: Int, _ sentence: Sentence) -> Bool {
    switch frames.frame(of: verb, sentence).flatMap({ lexicon.frames[$0].frame.type }) {
    case .assault, .coerce: true
    default: false
    }
  }

  /// "was able to", "has been able to".
  private func isPast(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return chunk.traits.contains(.isPerfect)
      || sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
        $0.verbFeatures.contains(.past)
      }
  }

  /// "nearly attacked", "hampir menyerang".
  func isNearly(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem > chunk.firstItem, !lexicon.putsVerbSecond else { return false }
    return sentence.items[Int(chunk.verbItem) - 1].roles.contains(.almost)
  }

  /// "не смог не осудить", "tidak bisa tidak": what somebody cannot help doing.
  func isDoublyDenied(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard links.link == .infinitive, governor >= 0, governor == verb - 1,
      sentence.chunks[governor].traits.contains(.isNegated)
    else { return false }
    let content = frames.content(of: governor, sentence)
    return content == .occurred || content == .hypothetical
  }

  /// "Bolivia became the first country to cut ties", "is one of five states to vote against", "was among the
  /// states to condemn": what makes somebody the first they did.
  func isRanking(_ copula: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[copula]
    let chunk = sentence.chunks[copula]
    guard lexicon.nounHead == .last, !lexicon.usesCases, links.subject >= 0,
      chunk.verbItem >= 0, sentence.items[Int(chunk.verbItem)].roles.contains(.be),
      sentence.chunks[Int(links.subject)].traits.contains(.isAgentive)
    else { return false }
    var at = Int(links.object)
    var isMember = false
    if at < 0, copula + 2 < sentence.chunks.count,
      sentence.chunks[copula + 1].kind == .preposition,
      sentence.chunks[copula + 1].roles.contains(.between)
    {
      // "was among the states to condemn".
      at = copula + 2
      isMember = true
    }
    guard at >= 0 else { return false }
    let phrase = sentence.chunks[at]
    guard phrase.eventNoun < 0, !phrase.traits.contains(.isPlan) else { return false }
    if isMember { return true }
    let first = sentence.items[Int(phrase.firstItem)]
    // "the right to attack" is no rank: of what has a class only who acts is one.
    return first.roles.contains(.demonstrative)
      && (phrase.classes.isEmpty || phrase.traits.contains(.isAgentive))
      // "one of five states", "two of the countries".
      || (first.kinds.contains(.number) || first.roles.contains(.determiner))
        && (phrase.traits.contains(.isAgentive) || phrase.traits.contains(.isAnaphor))
  }

  /// "akan menjadi negara pertama yang mengirim", "может стать первой страной, которая": who may become the first
  /// to do something may do it.
  func standing(named verb: Int, _ sentence: Sentence, depth: Int) -> EventStatus? {
    guard isHeadFirst || lexicon.usesCases, let opening = opening(of: verb, sentence), opening > 1
    else { return nil }
    let at = sentence.chunks[opening - 1].kind == .comma ? opening - 2 : opening - 1
    guard at > 0, sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at].traits.contains(.isAnaphor)
        || sentence.chunks[at].classes.intersects(standingClasses),
      sentence.chunks[at - 1].kind == .verb
    else { return nil }
    let copula = sentence.chunks[at - 1]
    guard copula.verbItem >= 0,
      sentence.items[Int(copula.verbItem)].roles.contains(.be)
        || frames.content(of: at - 1, sentence) == .occurred
        || isHeadFirst && copula.frameStart == copula.frameEnd
    else { return nil }
    let told = status(ofVerb: at - 1, sentence, depth: depth + 1)
    return told == .planned || told == .hypothetical ? told : nil
  }

  /// "There is no doubt that", "It is not clear that", "Немає доказів, що", "Tidak ada bukti bahwa": what a noun
  /// or an adjective before a clause says of it.
  ///
  /// - Returns: `nil` where nothing is said.
  func verdict(on verb: Int, _ sentence: Sentence) -> EventStatus? {
    guard sentence.links[verb].link != .main || isHeadFirst, let that = opening(of: verb, sentence),
      that > 0,
      sentence.chunks[that].kind == .complementizer
        || sentence.items[Int(sentence.chunks[that].firstItem)].roles.contains(.complementizer)
    else { return nil }
    var at = that - 1
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    if lexicon.usesCases, at > 1, sentence.chunks[at].kind == .nounPhrase,
      sentence.chunks[at - 1].kind == .preposition, sentence.chunks[at].classes.isEmpty
    {
      // "сомнений в том, что".
      at -= 2
    }
    let phrase = sentence.chunks[at]
    guard phrase.kind == .nounPhrase, !phrase.classes.isEmpty else { return nil }
    let before = at > 0 ? sentence.chunks[at - 1] : nil
    let copula = before?.kind == .verb ? at - 1 : -1
    if !isHeadFirst, !lexicon.usesCases {
      // "It is X that", "There is no X that", or "No X that" at the beginning.
      guard copula >= 0 ? isCopula(copula, sentence) : at == 0 else { return nil }
    }
    let start = Int(phrase.firstItem)
    let isNegated =
      phrase.traits.contains(.isNegative)
      || start > 0 && sentence.items[start - 1].roles.contains(.negation)
      || copula >= 0 && sentence.chunks[copula].traits.contains(.isNegated)
    let classes = phrase.classes
    if classes.intersects(doubtClasses) { return isNegated ? .occurred : .hypothetical }
    if classes.intersects(emptyClasses) { return isNegated ? .occurred : .denied }
    if classes.intersects(barredClasses) { return isNegated ? .hypothetical : .denied }
    if classes.intersects(possibleClasses) || classes.intersects(riskClasses) {
      return isNegated ? .denied : .hypothetical
    }
    if classes.intersects(certainClasses) { return isNegated ? .hypothetical : .occurred }
    if classes.intersects(truthClasses) || classes.intersects(signClasses) {
      return isNegated ? .denied : .occurred
    }
    return nil
  }
}
