import CasusKnowledge
import CasusModel

/// Says whether a finding happened, is planned, possible or denied.
final class StatusJudge: Sendable {
  let lexicon: Lexicon
  let frames: FrameFinder
  let isHeadFirst: Bool
  /// Nouns of what is claimed or proves it.
  let claimClasses: ClassSet
  /// What a claim is that is called untrue.
  let emptyClasses: ClassSet
  /// What is said of an event that may happen: "possible", "unlikely".
  let possibleClasses: ClassSet
  /// What is said of an event that is about to happen: "imminent".
  private let expectedClasses: ClassSet
  /// What one has or has not that something is so: "doubt", "сомнение".
  let doubtClasses: ClassSet
  /// What shows that something is so: "sign", "proof", "доказательство".
  let signClasses: ClassSet
  /// What is said of what is so: "true", "the case", "правда".
  let truthClasses: ClassSet
  /// What is said of what is known to be so: "clear", "certain", "факт".
  let certainClasses: ClassSet
  /// What is said of what cannot be: "impossible", "невозможно".
  let barredClasses: ClassSet
  /// What there is that something may come: "risk", "fear", "опасение".
  let riskClasses: ClassSet
  /// What somebody is said to be: "negara pertama".
  let standingClasses: ClassSet
  /// Arms, for what they are used for.
  private let weaponClasses: ClassSet

  init(lexicon: Lexicon, frames: FrameFinder) {
    self.lexicon = lexicon
    self.frames = frames
    isHeadFirst = lexicon.nounHead == .first && !lexicon.usesCases
    claimClasses = lexicon.classes("claim", "proof")
    emptyClasses = lexicon.classes("empty_word")
    possibleClasses = lexicon.classes("possible_word")
    expectedClasses = lexicon.classes("expected_word")
    doubtClasses = lexicon.classes("doubt_word")
    signClasses = lexicon.classes("sign_word")
    truthClasses = lexicon.classes("truth_word")
    certainClasses = lexicon.classes("certain_word")
    barredClasses = lexicon.classes("barred_word")
    riskClasses = lexicon.classes("risk_word")
    standingClasses = lexicon.classes("standing")
    weaponClasses = lexicon.classes("arms")
  }

  func status(of finding: Finding, _ sentence: Sentence) -> EventStatus {
    if let told = finding.status { return told }
    if finding.frame >= 0, let forced = lexicon.frames[finding.frame].frame.status {
      // "was not invited".
      let isNegated =
        forced == .planned && finding.phrase < 0 && finding.verb >= 0
        && sentence.chunks[finding.verb].traits.contains(.isNegated)
      return isNegated || isCalledOff(finding.phrase, finding.type, sentence) ? .denied : forced
    }
    if finding.phrase >= 0 { return nominal(finding, sentence) }
    var status = status(ofVerb: finding.verb, sentence, depth: 0)
    if status == .planned, dependsOnCondition(finding.verb, sentence) { status = .hypothetical }
    if status == .occurred, isInverted(finding.verb, sentence) { status = .hypothetical }
    if status == .occurred, accompaniesPlan(finding.verb, sentence) { status = .planned }
    let subject = sentence.links[finding.verb].subject
    if subject >= 0, lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[Int(subject)].traits.contains(.isNegative)
    {
      // "Neither Greece nor Cyprus recognised it", "no minister has visited".
      status = status == .denied ? .occurred : .denied
    }
    if finding.object >= 0, finding.object < sentence.chunks.count,
      sentence.chunks[finding.object].traits.contains(.isNegative)
    {
      status = .denied
    }
    return status
  }

  /// "should it send arms", "could Iran attack?": a modal stands before the subject.
  private func isInverted(_ verb: Int, _ sentence: Sentence) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    guard lexicon.nounHead == .last, !lexicon.usesCases, subject >= 0, subject < verb else {
      return false
    }
    // "warned Beijing of war should it attack": the pronoun that stands there means somebody before.
    return ([subject] + (verb - 1 > subject ? [verb - 1] : [])).contains { at in
      let first = Int(sentence.chunks[at].firstItem)
      return sentence.chunks[at].kind == .nounPhrase && first > 0
        && sentence.items[first - 1].roles.contains(.hypothetical)
        && (at == 0 || Int(sentence.chunks[at - 1].endItem) < first)
    }
  }

  /// "will sign a deal when he visits Paris": the present of a clause beside what is planned.
  private func accompaniesPlan(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.links[verb].link == .subordinate, chunk.firstItem == chunk.verbItem,
      chunk.verbItem >= 0
    else { return false }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    guard features.contains(.finite), features.isDisjoint(with: [.past, .base]) else {
      return false
    }
    var opening = verb - 1
    while opening > 0, sentence.chunks[opening].kind != .subordinator { opening -= 1 }
    guard sentence.chunks[opening].roles.contains(.whenever) else { return false }
    return sentence.chunks.indices.contains {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
        && sentence.chunks[$0].traits.contains(.isPlanned)
    }
  }

  /// "If Uganda attacks, Burundi will help": what follows from a condition is not planned yet.
  private func dependsOnCondition(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[verb].traits.contains(.isPlanned), sentence.links[verb].link == .main
    else { return false }
    return sentence.chunks.indices.contains { other in
      guard sentence.chunks[other].kind == .verb, sentence.links[other].link == .conditional else {
        return false
      }
      var at = other
      while at > 0, sentence.chunks[at].kind != .conditional { at -= 1 }
      let opening = sentence.chunks[at]
      guard opening.kind == .conditional, !opening.roles.contains(.question) else { return false }
      // Nothing but its own clause stands between.
      let between = other < verb ? other + 1..<verb : verb + 1..<at
      guard other < verb || at > verb else { return false }
      return !sentence.chunks[between].contains {
        $0.kind == .verb || $0.kind == .stop || $0.kind == .contrast
      }
    }
  }

  private func nominal(_ finding: Finding, _ sentence: Sentence) -> EventStatus {
    let chunk = sentence.chunks[finding.phrase]
    if chunk.traits.contains(.isNegative)
      || isCalledOff(finding.phrase, finding.type, sentence)
    {
      return .denied
    }
    if isImagined(finding.phrase, sentence) { return .hypothetical }
    if isPlanned(finding.phrase, sentence) || willHappen(finding.phrase, finding.type, sentence) {
      return .planned
    }
    if let outlook = outlook(for: finding, sentence) { return outlook }
    if let verb = happening(finding.phrase, sentence) {
      let told = status(ofVerb: verb, sentence, depth: 0)
      if told != .occurred { return told }
    }
    guard finding.verb >= 0 else { return .occurred }
    let content = frames.content(of: finding.verb, sentence)
    if lexicon.usesCases, finding.form == "support verb", plansOnly(finding.verb, sentence),
      sentence.chunks[finding.verb].traits.isDisjoint(with: [.isNegated, .isHypothetical])
    {
      // "анонсував візит", "готує удар".
      return .planned
    }
    if finding.form == "support verb",
      sentence.chunks[finding.verb].traits.contains(.isSupport) || content == nil
        || content == .occurred
    {
      let status = status(ofVerb: finding.verb, sentence, depth: 0)
      let index = frames.frame(of: finding.verb, sentence)
      let isAgreedOn =
        lexicon.usesCases && finding.type != .agree && index != nil
        && index.map { lexicon.frames[$0].frame.type == .agree } == true
      // "условились об обмене пленными": what one agrees on is yet to be done.
      return isAgreedOn && status == .occurred ? .planned : status
    }
    // What is denied, feared or planned as a noun is so as an event.
    if let kind = content {
      switch kind {
      case .denied:
        // A demand that is rejected, a threat that is dismissed was made all the same.
        if [.request, .accuse, .threaten].contains(finding.type) { return .occurred }
        // "did not rule out a visit".
        return sentence.chunks[finding.verb].traits.contains(.isNegated)
          ? frames.signature(of: finding.verb, sentence)?.frame.negated ?? .denied : .denied
      // "does not seek war with Iraq".
      case .planned, .hypothetical:
        if sentence.chunks[finding.verb].traits.contains(.isNegated) { return .denied }
        return kind == .planned ? .planned : .hypothetical
      case .claim, .drop, .occurred: break
      }
    }
    if finding.type == .consult, let index = frames.frame(of: finding.verb, sentence),
      lexicon.frames[index].frame.type == .consult
    {
      // "offered to host talks".
      return status(ofVerb: finding.verb, sentence, depth: 0)
    }
    let traits = sentence.chunks[finding.verb].traits
    if traits.contains(.isPlanned), sentence.links[finding.verb].object == Int32(finding.phrase) {
      return .planned
    }
    return .occurred
  }

  /// "any attack by Iraq would draw a response": what would have an effect, and is none that is known.
  private func isImagined(_ phrase: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases else { return false }
    let first = sentence.items[Int(sentence.chunks[phrase].firstItem)]
    guard first.roles.contains(.determiner), first.kinds.isEmpty,
      first.roles.isDisjoint(with: [.demonstrative, .possessivePronoun])
    else { return false }
    return sentence.chunks.indices.contains { verb in
      sentence.chunks[verb].kind == .verb && sentence.links[verb].subject == Int32(phrase)
        && sentence.chunks[verb].firstItem < sentence.chunks[verb].verbItem
        && !sentence.chunks[verb].traits.isDisjoint(with: [.isPlanned, .isHypothetical])
    }
  }

  /// "There was no attack on Iraq", "an attack would be a disaster", "a meeting is possible", "in case of a
  /// blockade": what a clause without another verb than "be" says of whether something happens.
  private func outlook(for finding: Finding, _ sentence: Sentence) -> EventStatus? {
    let phrase = finding.phrase
    guard lexicon.nounHead == .last, !lexicon.usesCases else { return nil }
    if phrase > 0, sentence.chunks[phrase - 1].kind == .conditional,
      sentence.chunks[phrase - 1].roles.isDisjoint(with: .question),
      !sentence.chunks.indices.contains(where: { Int(sentence.links[$0].subject) == phrase })
    {
      return .hypothetical
    }
    for verb in sentence.chunks.indices where isCopula(verb, sentence) {
      let links = sentence.links[verb]
      let traits = sentence.chunks[verb].traits
      if Int(links.object) == phrase, links.subject < 0 {
        // "There was no …", "there may be …".
        let status = status(ofVerb: verb, sentence, depth: 0)
        return status == .occurred ? nil : status
      }
      guard Int(links.subject) == phrase else { continue }
      let isNegated = traits.contains(.isNegated)
      guard links.object > verb else {
        // "is unlikely", "was possible".
        let mayBe =
          traits.contains(.isHypothetical)
          || [.hypothetical, .planned].contains(frames.content(of: verb, sentence))
        return !mayBe ? nil : isNegated ? .denied : .hypothetical
      }
      let predicate = sentence.chunks[Int(links.object)].classes
      if predicate.intersects(possibleClasses) { return isNegated ? .denied : .hypothetical }
      if predicate.intersects(expectedClasses) { return isNegated ? .denied : .planned }
      guard !traits.isDisjoint(with: [.isPlanned, .isHypothetical]) else { return nil }
      return finding.type.isHarm || traits.contains(.isHypothetical) ? .hypothetical : .planned
    }
    return nil
  }

  /// "would be", "is unlikely": whether a verb is a form of "be" that has no participle behind it.
  func isCopula(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.kind == .verb, chunk.traits.isDisjoint(with: [.isPassive, .isGerund]) else {
      return false
    }
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    return items.contains { $0.roles.contains(.be) }
      && !items.contains {
        !$0.verbFeatures.isDisjoint(with: [.gerund, .participle]) && $0.roles.isEmpty
      }
  }

  /// "Kunjungan Trump ke Moskow batal", "Визит премьера в Непал отложен": whether a verb calls off an event,
  /// its subject: one that says no more, or says so of such events.
  private func isCalledOff(_ phrase: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    phrase >= 0
      && sentence.chunks.indices.contains { verb in
        let chunk = sentence.chunks[verb]
        guard chunk.kind == .verb, Int(sentence.links[verb].subject) == phrase,
          !chunk.traits.contains(.isNegated), let index = frames.frame(of: verb, sentence),
          lexicon.frames[index].frame.status == .denied
        else { return false }
        guard let told = lexicon.frames[index].frame.type else {
          return sentence.links[verb].object < 0 && !chunk.traits.contains(.isPassive)
        }
        return lexicon.usesCases && told == type
      }
  }

  /// Whether a verb tells of nothing but a plan.
  private func plansOnly(_ verb: Int, _ sentence: Sentence) -> Bool {
    frames.frame(of: verb, sentence).map {
      lexicon.frames[$0].frame.type == nil && lexicon.frames[$0].frame.content == .planned
    } ?? false
  }

  /// "Вывод войск начнётся весной": the verb whose subject an event noun is.
  private func willHappen(_ phrase: Int, _ type: EventType, _ sentence: Sentence) -> Bool {
    lexicon.usesCases
      && sentence.chunks.indices.contains { verb in
        sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
          && sentence.chunks[verb].traits.contains(.isPlanned)
          && (frames.frame(of: verb, sentence).map {
            let told = lexicon.frames[$0].frame.type
            // "Переговоры пройдут": a verb that says of talks that they take place.
            return told == nil || told == type
          } ?? true)
      }
  }

  /// "Talks between Iran and Iraq will begin", "have not taken place", "akan digelar": the verb that says
  /// whether an event comes about, whose subject it is.
  private func happening(_ phrase: Int, _ sentence: Sentence) -> Int? {
    sentence.chunks.indices.first { verb in
      let chunk = sentence.chunks[verb]
      guard chunk.kind == .verb, Int(sentence.links[verb].subject) == phrase,
        !chunk.traits.contains(.isInfinitive)
      else { return false }
      let isPassive = chunk.traits.contains(.isPassive)
      if isPassive, chunk.traits.contains(.isSupport) { return true }
      return sentence.links[verb].object < 0 && (isHeadFirst || !isPassive)
        && frames.content(of: verb, sentence) == .occurred
    }
  }

  /// "plans for a visit", "rencana kunjungan".
  private func isPlanned(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    for i in Int(chunk.firstItem)..<Int(chunk.endItem)
    where sentence.items[i].roles.contains(.plannedNoun) {
      return true
    }
    guard phrase >= 2, sentence.chunks[phrase - 1].kind == .preposition else { return false }
    return sentence.chunks[phrase - 2].traits.contains(.isPlan)
  }

  /// The status of a verb from its own marks and from what governs it.
  ///
  /// Where it `isAffirmed`, what denies the verb itself is left out, for the time and the certainty that its
  /// other marks tell.
  func status(
    ofVerb verb: Int, _ sentence: Sentence, depth: Int, isAffirmed: Bool = false
  ) -> EventStatus {
    let traits = sentence.chunks[verb].traits
    let links = sentence.links[verb]
    if !isAffirmed {
      if let told = outcome(ofUntilClause: verb, sentence) { return told }
      if traits.contains(.isNegated) { return isDoublyDenied(verb, sentence) ? .occurred : .denied }
      if completesNothing(verb, sentence) || isNearly(verb, sentence) { return .denied }
      if isDisclaimed(verb, sentence) { return .denied }
    }
    if let verdict = verdict(on: verb, sentence), verdict != .occurred { return verdict }
    if traits.contains(.isHypothetical) { return .hypothetical }
    if links.link == .conditional { return .hypothetical }
    if let hedge = hedge(before: verb, sentence), !isAffirmed || hedge != .denied { return hedge }
    if traits.contains(.isPlanned), !isPrompt(verb, sentence) {
      if isDisavowed(verb, sentence) { return .denied }
      if isImagined(byGovernorOf: verb, sentence) { return .hypothetical }
      let mayFail =
        isHeadFirst ? hasCondition(verb, sentence) : depth == 0 && hangsOnCondition(verb, sentence)
      return mayFail ? .hypothetical : .planned
    }
    guard depth < 6 else { return .occurred }
    let governor = Int(links.governor)
    switch links.link {
    case .infinitive:
      guard governor >= 0, governor != verb else { break }
      if lexicon.usesCases, verb > 0, sentence.chunks[verb - 1].traits.contains(.isPlan) {
        // "заявил о готовности поддержать": what somebody is ready to do is not done.
        let above = status(ofVerb: governor, sentence, depth: depth + 1)
        return above == .denied || above == .hypothetical ? above : .planned
      }
      return under(governor, verb, sentence, depth: depth)
    case .content:
      guard governor >= 0, governor != verb, frames.governs(governor, sentence) else { break }
      return contentStatus(of: verb, under: governor, sentence, depth: depth)
    case .coordinate:
      // "will attack and occupy", "tidak menyerang dan menduduki": shared when it has no marks.
      guard governor >= 0, governor != verb, shares(governor, verb, sentence) else { break }
      return status(ofVerb: governor, sentence, depth: depth + 1)
    case .adverbial:
      guard governor >= 0, governor != verb else { break }
      if lexicon.usesCases, traits.contains(.isInfinitive),
        !sentence.chunks[governor].traits.contains(.isInfinitive), verb > 0,
        sentence.chunks[verb - 1].kind == .conjunction
      {
        // "договорились прекратить огонь и отвести войска", "прекратить огонь" being part of the verb.
        return status(ofVerb: governor, sentence, depth: depth + 1) == .denied ? .denied : .planned
      }
      return status(ofVerb: governor, sentence, depth: depth + 1)
    case .relative where isUttered(verb, governor, sentence):
      return status(ofVerb: governor, sentence, depth: depth + 1)
    case .relative:
      if let told = standing(named: verb, sentence, depth: depth) { return told }
    case .main where traits.contains(.isInfinitive):
      // Headline future: "Russia to send troops".
      return .planned
    default: break
    }
    if traits.contains(.isInfinitive), links.link != .infinitive { return .planned }
    return .occurred
  }

  /// "Perhaps Iran will attack", "Не исключено, что Иран нападёт", "Bukan Iran yang menyerang": what the
  /// word before the subject of a clause says of all that the clause tells.
  private func hedge(before verb: Int, _ sentence: Sentence) -> EventStatus? {
    let links = sentence.links[verb]
    let subject = Int(links.subject)
    // "Bukan Iran | yang menyerang".
    let isCleft =
      isHeadFirst && links.link == .relative && subject == 0 && verb == 2
      && sentence.chunks[1].kind == .relative
    guard isCleft || [.main, .content, .coordinate].contains(links.link) else { return nil }
    var at = subject >= 0 && subject < verb ? subject : verb
    if links.link == .content, subject < Int(links.governor) { return nil }
    // "Neither Greece nor Cyprus".
    let isNegative = sentence.chunks[at].traits.contains(.isNegative)
    var sawComma = false
    var sawOpening = false
    while true {
      let start = at > 0 ? Int(sentence.chunks[at - 1].endItem) : 0
      let end = Int(sentence.chunks[at].firstItem)
      if start < end {
        // "Tak lama kemudian Iran menyerang" denies nothing.
        if sentence.items[end - 1].roles.contains(.negation), !sawComma, !isNegative {
          return .denied
        }
        for item in sentence.items[start..<end] {
          if item.roles.contains(.hypothetical) { return .hypothetical }
          // "Rencananya, Kenya mengirim polisi": what shows no tense is told of what is to come.
          if isHeadFirst, item.roles.contains(.planned) { return .planned }
        }
      }
      guard at > 0 else { return nil }
      switch sentence.chunks[at - 1].kind {
      case .comma: sawComma = sawComma || !sawOpening
      case .complementizer: sawOpening = true
      case .date: break
      case .nounPhrase where sawOpening && lexicon.usesCases:
        // "Существует риск, что Иран нападёт".
        return sentence.chunks[at - 1].traits.contains(.isPlan) && isMere(at - 1, sentence)
          ? .hypothetical : nil
      default: return nil
      }
      at -= 1
    }
  }

  /// "есть риск", "существует вероятность": whether nobody has what a phrase names.
  private func isMere(_ phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
      && sentence.chunks[..<phrase].allSatisfy {
        $0.kind == .date || $0.kind == .verb && $0.traits.isDisjoint(with: .isSpeech)
      }
  }

  /// "mengecam serangan itu dan segera mengirim tentara": what follows on a deed at once is done as well;
  /// "Rusia segera mengirim tentara" tells what is to come.
  private func isPrompt(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let chunk = sentence.chunks[verb]
    guard isHeadFirst, links.link == .coordinate, links.governor >= 0, chunk.verbItem >= 0,
      sentence.chunks[Int(links.governor)].traits.isDisjoint(with: [.isPlanned, .isHypothetical])
    else { return false }
    return sentence.items[Int(chunk.firstItem)..<Int(chunk.verbItem)].allSatisfy {
      !$0.roles.contains(.planned) || $0.roles.contains(.adverb)
    }
  }

  /// "fears that Iran will attack", "не исключает, что обстреляет": what somebody only thinks may come.
  private func isImagined(byGovernorOf verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard links.link == .content, governor >= 0, governor != verb,
      !sentence.chunks[governor].traits.contains(.isSpeech)
    else { return false }
    let isNegated = sentence.chunks[governor].traits.contains(.isNegated)
    return frames.content(of: governor, sentence) == (isNegated ? .denied : .hypothetical)
  }

  /// "membantah akan menyerang", "denies planning to attack": a plan that whoever speaks denies to have.
  private func isDisavowed(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard links.link == .infinitive || links.link == .content, governor >= 0,
      governor != verb, !sentence.chunks[governor].traits.contains(.isNegated)
    else { return false }
    return frames.content(of: governor, sentence) == .denied
  }

  /// "Если Индия нападёт, Китай поможет": what will be done in a case that may not arise.
  private func hangsOnCondition(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.usesCases, sentence.links[verb].link == .main else { return false }
    return [1, -1].contains { step in
      var at = verb + step
      while sentence.chunks.indices.contains(at), sentence.chunks[at].kind != .stop {
        if sentence.chunks[at].kind == .verb, sentence.chunks[at].traits.contains(.isFinite) {
          return sentence.links[at].link == .conditional
        }
        at += step
      }
      return false
    }
  }

  /// "dismissed claims that its troops had attacked", "there is no proof that Turkey shelled", "reports that
  /// Serbia had sold shells were false": what a claim says that is denied, or of which there is none.
  private func isDisclaimed(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, let that = opening(of: verb, sentence),
      that > 0,
      sentence.items[Int(sentence.chunks[that].firstItem)].roles.contains(.complementizer),
      Int(sentence.links[verb].subject) > that, Int(sentence.links[verb].object) != that - 1
    else { return false }
    let claim = sentence.chunks[that - 1]
    guard claim.kind == .nounPhrase, claim.classes.intersects(claimClasses) else { return false }
    if claim.traits.contains(.isNegative) { return true }
    return sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      guard sentence.chunks[other].kind == .verb, other != verb,
        !sentence.chunks[other].traits.contains(.isNegated)
      else { return false }
      if Int(links.subject) == that - 1, links.object > other {
        return sentence.chunks[Int(links.object)].classes.intersects(emptyClasses)
      }
      let undergoer =
        sentence.chunks[other].traits.contains(.isPassive) ? links.subject : links.object
      return Int(undergoer) == that - 1
        && frames.frame(of: other, sentence).map { lexicon.frames[$0].frame.type == .reject }
          == true
    }
  }

  /// "has no intention of recognising", "has no plans to recognise": what stands behind a noun that there
  /// is none of.
  private func completesNothing(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    guard lexicon.nounHead == .last, !lexicon.usesCases, verb > 1, links.governor >= 0,
      links.link == .adverbial || links.link == .infinitive
    else { return false }
    let isGerund =
      sentence.chunks[verb].traits.contains(.isGerund)
      && sentence.chunks[verb - 1].kind == .preposition
    guard isGerund || sentence.chunks[verb].traits.contains(.isInfinitive) else { return false }
    let noun = isGerund ? verb - 2 : verb - 1
    return Int(sentence.links[Int(links.governor)].object) == noun
      && sentence.chunks[noun].traits.contains(.isNegative)
  }

  private func shares(_ governor: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let one = sentence.chunks[governor].traits
    let two = sentence.chunks[verb].traits
    let modal: Chunk.Traits = [.isPlanned, .isHypothetical, .isInfinitive]
    guard !one.isDisjoint(with: modal) else { return false }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    // "не стала осуждать, а купила".
    if lexicon.usesCases, one.contains(.isInfinitive), item.verbFeatures.contains(.past) {
      return false
    }
    return item.verbFeatures.contains(.base) || two.contains(.isInfinitive)
      || item.verbFeatures.contains(.active) && !two.contains(.isPerfect)
  }

  private func under(
    _ governor: Int, _ verb: Int, _ sentence: Sentence, depth: Int
  ) -> EventStatus {
    if sentence.chunks[governor].roles.contains(.joining) {
      // Who joins others to do something does it.
      return status(ofVerb: governor, sentence, depth: depth + 1)
    }
    if isUttered(verb, governor, sentence) {
      return status(ofVerb: governor, sentence, depth: depth + 1)
    }
    if frames.governs(governor, sentence) {
      return contentStatus(of: verb, under: governor, sentence, depth: depth)
    }
    let above = status(ofVerb: governor, sentence, depth: depth + 1)
    guard above == .occurred else { return above }
    if isRanking(governor, sentence) || isUsed(by: governor, sentence) { return .occurred }
    // A purpose is intended, not done; a plain serial verb is done, and so is what somebody "appears to
    // have done".
    let traits = sentence.chunks[verb].traits
    return traits.contains(.isInfinitive) && !traits.contains(.isPerfect) ? .planned : .occurred
  }

  /// "Tank Jerman dipakai Israel untuk menyerang Gaza": what weapons are used for is done.
  private func isUsed(by verb: Int, _ sentence: Sentence) -> Bool {
    let subject = sentence.links[verb].subject
    return isHeadFirst && subject >= 0 && sentence.chunks[verb].traits.contains(.isPassive)
      && frames.frame(of: verb, sentence) == nil
      && sentence.chunks[Int(subject)].classes.intersects(weaponClasses)
  }

  /// "Parliament voted to suspend cooperation", "decided to close its border": what holds as soon as it is
  /// decided, unlike troops that are still to be sent.
  func isEnacted(_ verb: Int, by governor: Int, _ sentence: Sentence) -> Bool {
    let decides = frames.candidates(governor, sentence).contains {
      let frame = lexicon.frames[Int($0)].frame
      return frame.content == .planned && frame.type == nil && frame.status == .occurred
    }
    guard decides, let index = frames.frame(of: verb, sentence) else { return false }
    let frame = lexicon.frames[index].frame
    switch frame.type {
    case .sanction, .agree, .reject, .support: return true
    default:
      return ["close-border", "ban"].contains(frame.mode) || LikeModes.relief.contains(frame.mode)
    }
  }

  /// "siap berunding jika sanksi dicabut": whether a condition follows or precedes in the clause.
  private func hasCondition(_ verb: Int, _ sentence: Sentence) -> Bool {
    var at = verb + 1
    while at < sentence.chunks.count {
      switch sentence.chunks[at].kind {
      case .conditional:
        return sentence.chunks[at].roles.isDisjoint(with: [.question, .complementizer])
      case .verb, .stop, .contrast, .complementizer, .subordinator, .relative: return false
      default: at += 1
      }
    }
    return false
  }

  /// "memperingatkan Jepang agar tidak menempatkan rudal": said so that it be done or left.
  private func isAim(of verb: Int, _ sentence: Sentence) -> Bool {
    guard let opening = opening(of: verb, sentence) else { return false }
    return sentence.chunks[opening].kind == .complementizer
      && sentence.chunks[opening].roles.contains(.purpose)
  }

  /// "issued an ultimatum for Uganda to withdraw": what others are to do under a threat or a demand.
  private func isDemand(_ governor: Int, by verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[verb].traits.contains(.isInfinitive), sentence.links[verb].subject >= 0,
      Int(sentence.chunks[Int(sentence.links[verb].subject)].preposition) == frames.forNumber,
      let type = frames.frame(of: governor, sentence).map({ lexicon.frames[$0].frame.type })
    else { return false }
    return type == .threaten || type == .request
  }

  /// "bertanya apakah Rusia akan menyerang": a question in a sentence that is none.
  private func isAsked(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard sentence.links[verb].link == .conditional, let opening = opening(of: verb, sentence)
    else { return false }
    return opening > 0 && sentence.chunks[opening].roles.contains(.question)
      && (lexicon.usesCases || sentence.chunks[opening - 1].kind != .comma)
      // "belum memutuskan apakah akan mengirim" is of one's own act.
      && Int(sentence.links[verb].subject) > opening
  }

  /// "the demand that Cambodia withdraw": what a noun asks for.
  private func isDemanded(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let that = opening(of: verb, sentence), that > 0,
      Int(sentence.links[verb].subject) > that,
      frames.opensContent(that, ofNoun: that - 1, sentence)
    else { return false }
    return frames.content(ofNoun: sentence.chunks[that - 1], sentence) == .drop
  }

  /// What opens the clause of a verb.
  func opening(of verb: Int, _ sentence: Sentence) -> Int? {
    var at = verb - 1
    while at >= 0 {
      switch sentence.chunks[at].kind {
      case .complementizer, .conditional, .subordinator, .relative: return at
      case .stop, .contrast: return nil
      default: at -= 1
      }
    }
    return nil
  }

  /// "will attack if Israel does not withdraw": what has to be done, rather than what is not.
  private func isConditionNotMet(_ verb: Int, _ sentence: Sentence) -> Bool {
    !isHeadFirst && !lexicon.usesCases && sentence.links[verb].link == .conditional
      && sentence.chunks[verb].traits.contains(.isNegated)
  }

  /// "called for the withdrawal of Rwandan troops": whether a noun names what its verb asks of others.
  private func isRequested(_ finding: Finding, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, finding.phrase >= 0, finding.type != .request,
      sentence.links[finding.verb].object == Int32(finding.phrase),
      let index = frames.frame(of: finding.verb, sentence),
      lexicon.frames[index].frame.type == .request
    else { return false }
    return lexicon.frames[index].target.first != .object
  }

  /// Whether a finding is only what someone is asked to do: no event of its own.
  func isDropped(_ finding: Finding, _ sentence: Sentence) -> Bool {
    var verb = finding.verb
    var steps = 0
    if finding.phrase >= 0, verb < 0 { return false }
    if isRequested(finding, sentence) { return true }
    while verb >= 0, steps < 6 {
      if isAsked(verb, sentence) || isDemanded(verb, sentence)
        || isConditionNotMet(verb, sentence)
      {
        return true
      }
      let links = sentence.links[verb]
      let governor = Int(links.governor)
      guard governor >= 0, governor != verb else { return false }
      switch links.link {
      case .content, .infinitive:
        if frames.isOrdered(verb, by: governor, sentence) { return false }
        if links.link == .infinitive, isUttered(verb, governor, sentence) { return false }
        if frames.content(of: governor, sentence) == .drop { return true }
        if links.link == .content,
          isAim(of: verb, sentence) || isDemand(governor, by: verb, sentence)
        {
          return true
        }
      case .coordinate, .adverbial: break
      default: return false
      }
      verb = governor
      steps += 1
    }
    return false
  }
}
