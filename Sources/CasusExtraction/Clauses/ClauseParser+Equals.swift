import CasusKnowledge
import CasusModel

/// The verb that another one goes on from.
extension ClauseParser {
  /// "напомнил, что X поставляет Y, и назвал": the comma before "and" closes the inner clause, so
  /// that the verb goes on from the outer one.
  func equal(of verb: Int, _ other: Int, _ sentence: Sentence) -> Int {
    if isFreeRelative(other, sentence), sentence.links[other].governor >= 0 {
      return equal(of: verb, Int(sentence.links[other].governor), sentence)
    }
    if let main = governor(aroundRelative: other, of: verb, sentence) { return main }
    if let main = outerVerb(around: other, of: verb, sentence) { return main }
    if let finite = governor(above: other, of: verb, sentence) { return finite }
    if let claimant = claimant(above: other, of: verb, sentence) { return claimant }
    if let teller = teller(of: other, before: verb, sentence) { return teller }
    if usesCases, sentence.links[other].link == .relative, verb > 2,
      sentence.chunks[verb - 1].kind == .conjunction, sentence.chunks[verb - 2].kind == .comma,
      let pronoun = (0..<other).last(where: { sentence.chunks[$0].kind == .relative })
    {
      // "вышла из комитета, куда входит и Алжир, и осудила": two commas set the clause off.
      let main = lastVerb(before: pronoun, sentence.chunks)
      if main >= 0, sentence.links[main].subject >= 0 { return main }
    }
    guard usesCases, sentence.links[other].link == .content, sentence.links[other].governor >= 0,
      let joint = (other..<verb).last(where: { sentence.chunks[$0].kind == .conjunction }),
      joint > 0, sentence.chunks[joint - 1].kind == .comma, joint + 1 == verb
    else { return other }
    return Int(sentence.links[other].governor)
  }

  /// "detained guards who had crossed the border, and released them": the comma before "and" closes a
  /// relative clause that none opened.
  func governor(
    aroundRelative other: Int, of verb: Int, _ sentence: Sentence
  ) -> Int? {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst, verb > 2, chunks[verb - 1].kind == .conjunction,
      chunks[verb - 2].kind == .comma, hasTense(verb, sentence)
    else { return nil }
    var inner = other
    if !chunks[inner].traits.isDisjoint(with: [.isGerund, .isInfinitive]),
      sentence.links[inner].governor >= 0
    {
      inner = Int(sentence.links[inner].governor)
    }
    let links = sentence.links[inner]
    guard links.link == .relative, links.governor >= 0,
      let pronoun = (Int(links.governor)..<inner).last(where: { chunks[$0].kind == .relative }),
      chunks[pronoun - 1].kind != .comma,
      chunks[Int(links.governor)].traits.contains(.isSpeech)
        == chunks[verb].traits.contains(.isSpeech),
      hasTense(Int(links.governor), sentence)
    else { return nil }
    return Int(links.governor)
  }

  /// Who accuses demands, not who is accused: "menuding Ankara melanggar kedaulatannya dan menuntut".
  ///
  /// "memaksa Lebanon mundur, dan menarik": the comma closes what is forced. So does who expects others to act
  /// by force, "memperkirakan Rusia akan menyerang dan mendesak", and who promises, "berjanji membantu dan mengutuk".
  func claimant(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[other]
    guard isHeadFirst, !usesCases, links.governor >= 0, verb > 1,
      sentence.chunks[verb - 1].kind == .conjunction
    else { return nil }
    let governor = Int(links.governor)
    if links.link == .infinitive {
      let promises = frames.types(of: governor, sentence).first == .agree
      return promises && frames.isVerbalAct(verb, sentence) && !frames.isVerbalAct(other, sentence)
        ? governor : nil
    }
    guard links.link == .content else { return nil }
    if sentence.chunks[governor].traits.contains(.isSpeech),
      sentence.chunks[other].traits.contains(.isPlanned),
      frames.types(of: other, sentence).contains(where: \.isHarm),
      frames.types(of: verb, sentence).first == .request
    {
      return governor
    }
    let isClosed =
      sentence.chunks[verb - 2].kind == .comma && frames.content(of: governor, sentence) == .drop
    let goesOn =
      frames.isVerbalAct(verb, sentence) && frames.isVerbalAct(governor, sentence)
    return isClosed || goesOn ? governor : nil
  }

  /// "Iran said no terrorist enjoys impunity and summoned the envoy": a verb in the past goes on from
  /// the one that tells, which is in the past too, and not from what holds now.
  func teller(of other: Int, before verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[other]
    guard usesCases || !isHeadFirst, links.link == .content, links.governor >= 0,
      sentence.chunks[Int(links.governor)].traits.contains(.isSpeech),
      isSimple(.past, verb, sentence), isSimple(.past, Int(links.governor), sentence),
      !sentence.chunks[verb].traits.contains(.isPassive), isPresent(other, sentence)
    else { return nil }
    return Int(links.governor)
  }

  /// Whether a verb is one word, in a form.
  func isSimple(_ form: FormFeatures, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return chunk.verbItem >= 0 && chunk.firstItem == chunk.verbItem
      && sentence.items[Int(chunk.verbItem)].verbFeatures.contains(form)
  }

  /// Whether a verb is one word in the present, as with "-s".
  func isPresent(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0, chunk.firstItem == chunk.verbItem else { return false }
    let item = sentence.items[Int(chunk.verbItem)]
    return item.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
      && item.verbFeatures.contains(.finite)
      && item.verbFeatures.isDisjoint(with: [.past, .participle, .base])
  }

  /// "Порадив не їздити та заборонив": a finite verb goes on from a finite one, not from the
  /// infinitive between.
  func governor(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    if !usesCases, !isHeadFirst { return finiteGovernor(above: other, of: verb, sentence) }
    guard usesCases, sentence.chunks[other].traits.contains(.isInfinitive),
      sentence.chunks[verb].traits.contains(.isFinite)
    else { return nil }
    var at = other
    for _ in 0..<4 where sentence.chunks[at].traits.contains(.isInfinitive) {
      let links = sentence.links[at]
      guard links.governor >= 0, links.link == .infinitive || links.link == .content else {
        return nil
      }
      at = Int(links.governor)
    }
    return sentence.chunks[at].traits.contains(.isInfinitive) ? nil : at
  }

  /// "thanked Turkey for taking in refugees and promised", "let the matter rest and rejected": a form with a
  /// tense goes on from another with a tense.
  func finiteGovernor(above other: Int, of verb: Int, _ sentence: Sentence) -> Int? {
    if let speaking = speech(above: other, goingOnAt: verb, sentence) { return speaking }
    guard isTenseless(other, sentence), hasTense(verb, sentence) else { return nil }
    var at = other
    for _ in 0..<4 where isTenseless(at, sentence) {
      let links = sentence.links[at]
      let isOfNoun = links.governor < 0 && links.hasOwnerSubject && links.subject >= 0
      // "accepted a Turkish proposal to enforce a truce, but accused": above the noun stands its verb.
      let above =
        isOfNoun ? lastVerb(before: Int(links.subject), sentence.chunks) : Int(links.governor)
      guard above >= 0, above < at, links.link != .relative else { return nil }
      at = above
    }
    guard !isTenseless(at, sentence), sentence.links[at].link != .relative,
      sentence.links[at].subject >= 0
    else { return nil }
    return speech(above: at, goingOnAt: verb, sentence) ?? at
  }

  /// "said two officers had been killed and vowed revenge", "said they had done nothing and demanded": behind what had
  /// happened before, a verb of saying in the plain past goes on from the one that tells it.
  private func speech(above other: Int, goingOnAt verb: Int, _ sentence: Sentence) -> Int? {
    let (inner, chunk) = (sentence.chunks[other], sentence.chunks[verb])
    let links = sentence.links[other]
    guard links.link == .content, links.governor >= 0, inner.traits.contains(.isPluperfect),
      chunk.firstItem == chunk.verbItem, chunk.verbItem >= 0,
      sentence.items[Int(chunk.verbItem)].verbFeatures.contains(.past),
      frames.content(of: verb, sentence) != nil || chunk.traits.contains(.isSpeech),
      frames.content(of: other, sentence) == nil, !inner.traits.contains(.isSpeech)
    else { return nil }
    let governor = Int(links.governor)
    let outer = sentence.chunks[governor]
    guard outer.traits.contains(.isSpeech),
      outer.traits.isDisjoint(with: [.isInfinitive, .isGerund, .isPluperfect]),
      sentence.links[governor].subject >= 0
    else { return nil }
    return governor
  }

  /// Whether a verb is an infinitive, a form in "-ing", or what somebody is let or made to do.
  private func isTenseless(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    if !chunk.traits.isDisjoint(with: [.isInfinitive, .isGerund]) { return true }
    let links = sentence.links[verb]
    guard links.link == .content, links.governor >= 0, chunk.verbItem >= 0,
      chunk.firstItem == chunk.verbItem,
      !sentence.chunks[Int(links.governor)].traits.contains(.isSpeech)
    else { return false }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    return features.contains(.base) && features.isDisjoint(with: [.past, .participle])
  }

  /// "Russia, using drones from Iran, bombed": the links of a verb behind a participle that stands between
  /// commas right behind their subject.
  func aside(before verb: Int, _ participle: Int, _ sentence: Sentence) -> VerbLinks? {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst, chunks[participle].traits.contains(.isGerund), participle > 1,
      chunks[verb - 1].kind == .comma, hasTense(verb, sentence)
    else { return nil }
    if let whole = whole(before: participle, sentence) {
      var links = sentence.links[verb]
      links.subject = Int32(whole)
      return links
    }
    guard chunks[participle - 1].kind == .comma else { return nil }
    var links = sentence.links[participle]
    guard links.subject >= 0,
      (sentence.list(from: links.subject).max() ?? Int(links.subject)) == participle - 2
    else { return nil }
    links.object = sentence.links[verb].object
    links.secondObject = sentence.links[verb].secondObject
    return links
  }

  /// "Chinese soldiers, many of them carrying clubs, attacked": those of whom a part is said to do
  /// something besides.
  func whole(before participle: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    let part = participle - 1
    guard part > 1, chunks[part].kind == .nounPhrase,
      Int(sentence.links[participle].subject) == part,
      chunks[part].traits.contains(.isAnaphor) || chunks[part].ownerEnd == chunks[part].ownerStart,
      !sentence.items[Int(chunks[part].firstItem)].roles.isDisjoint(with: [
        .determiner, .pluralPronoun,
      ]) || sentence.items[Int(chunks[part].firstItem)].kinds == .number,
      chunks[part - 1].kind == .comma, chunks[part - 2].kind == .nounPhrase,
      chunks[part - 2].prepositionChunk < 0, chunks[part - 2].traits.contains(.isAgentive),
      lastVerb(before: part, chunks) < 0
    else { return nil }
    return chunks[part - 2].listHead >= 0 ? Int(chunks[part - 2].listHead) : part - 2
  }

  /// Whether a verb shows a tense, or has an auxiliary that does.
  func hasTense(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.traits.contains(.isFinite), chunk.verbItem >= 0 else { return false }
    let features = sentence.items[Int(chunk.verbItem)].verbFeatures
    return !features.isDisjoint(with: [.finite, .past]) || chunk.firstItem < chunk.verbItem
  }

  /// The verb that a participle behind a comma goes on from: not that of a relative clause.
  func clauseVerb(_ other: Int, _ verb: Int, _ sentence: Sentence) -> Int {
    guard !usesCases, !isHeadFirst, sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[verb - 1].kind == .comma
    else { return other }
    var at = other
    for _ in 0..<3 where sentence.links[at].governor >= 0 {
      // "gave the envoy a day to leave, accusing him": a word against somebody is of who acts first.
      let isOpen =
        sentence.chunks[at].traits.contains(.isInfinitive) && frames.isVerbalAct(verb, sentence)
      guard isOpen || sentence.links[at].link == .relative else { break }
      at = Int(sentence.links[at].governor)
    }
    return at
  }
}
