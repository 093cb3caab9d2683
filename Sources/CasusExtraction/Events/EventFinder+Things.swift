import CasusKnowledge
import CasusModel

// What an act is about, in words: what was sent, sold, banned or signed.
extension EventFinder {
  /// A finding with the words for what it is about, and with the mode that these words show.
  func withThing(_ finding: Finding, _ sentence: Sentence) -> Finding {
    var finding = finding
    guard let things = things(of: finding, sentence) else {
      finding.thing =
        thingInVerb(of: finding, sentence) ?? topic(of: finding, sentence)
      return finding
    }
    let (first, last) = (things.lowerBound, things.upperBound)
    if let instrument = instrumentInVerb(of: finding, sentence) {
      finding.thing = instrument
      return finding
    }
    finding.object = first
    finding.thing = tellingItems(
      firstItem(of: first, finding, sentence)..<Int(sentence.chunks[last].endItem), sentence
    ).map { items in
      let words = sentence.span(items)
      return (nounGoverning(first, of: finding, sentence) ?? words.lowerBound)..<words.upperBound
    }
    // "supplied Moscow with drones", "purchase of munitions": arms change hands.
    let isVague = finding.mode == "trade" || finding.mode == nil && finding.type == .aid
    if isTransfer(finding), isVague,
      things.contains(where: { sentence.chunks[$0].classes.intersects(weaponClass) })
    {
      finding.mode = "arms-transfer"
    }
    return finding
  }

  /// Where the words for a thing begin: "sold Kenya | rockets".
  private func firstItem(of thing: Int, _ finding: Finding, _ sentence: Sentence) -> Int {
    let first = Int(sentence.chunks[thing].firstItem)
    let item = sentence.items[first]
    guard mayNameReceiver(finding),
      first + 1 < Int(sentence.chunks[thing].endItem),
      item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor),
      // "accepted Kim's invitation".
      sentence.tokens[Int(sentence.items[first + 1].firstToken)].kind != .possessive
    else { return first }
    let isTarget = lexicon.meanings(of: item.node).contains { meaning in
      meaning.kind == .actor
        && rolled(finding.target).contains(knowledge.actors.rolledUp(at: Int(meaning.index)))
    }
    return isTarget ? first + 1 : first
  }

  /// The chunks that say what an act is about, `nil` where the words say no more than who is acted on.
  private func things(of finding: Finding, _ sentence: Sentence) -> ClosedRange<Int>? {
    if finding.phrase >= 0, finding.form == "nominal" || finding.form == "support verb" {
      return complement(ofNoun: finding.phrase, sentence).map {
        $0...end(of: $0, finding, sentence)
      }
    }
    let object = finding.object
    if object >= 0, sentence.chunks[object].kind == .nounPhrase,
      !standsForSomebody(object, sentence)
    {
      return object...end(of: object, finding, sentence)
    }
    guard finding.phrase < 0, mayNameReceiver(finding),
      let second = secondObject(of: finding, sentence) ?? thingGiven(before: finding, sentence)
    else { return nil }
    return second...end(of: second, finding, sentence)
  }

  /// "sold Kenya rockets", "promised Kenya rockets": whether who gets something may stand before it.
  private func mayNameReceiver(_ finding: Finding) -> Bool {
    isTransfer(finding) || finding.type == .agree
  }

  /// Whether something is given, sold or lent.
  func isTransfer(_ finding: Finding) -> Bool {
    finding.type == .aid || finding.type == .cooperate
  }

  /// Whether a phrase is no more than who is acted on, or where: "armed the rebels", "sold Cambodia",
  /// "attacked it", "met his counterpart", "visited Kyiv".
  func standsForSomebody(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.classes.intersects(thingClasses) { return false }
    let hasPossessor = chunk.traits.contains(.hasPossessor)
    if chunk.traits.contains(.isAnaphor), !hasPossessor, isPronoun(chunk, sentence) { return true }
    // "killed five Kenyan soldiers": who they are is worth knowing.
    if chunk.classes.intersects(ownClasses) || chunk.classes.intersects(peopleClass) {
      return false
    }
    // "half a million Afghans".
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    if let last = items.last, last.kinds.contains(.actor),
      !last.nounFeatures.isDisjoint(with: [.person, .namesPerson])
        || last.kinds.contains(.adjectivalActor),
      items.dropLast().contains(where: { $0.kinds.contains(.number) })
    {
      return false
    }
    return chunk.traits.contains(.isAgentive)
      || chunk.ownerEnd > chunk.ownerStart && !hasPossessor
  }

  func isPronoun(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.endItem == chunk.firstItem + 1
      && !sentence.items[Int(chunk.firstItem)].roles.isDisjoint(with: [
        .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson, .reflexive,
      ])
  }

  /// "handed Kyiv | £12.5bn", "supplied Moscow with drones", "постачає Росії | безпілотники": what is
  /// given, behind who gets it.
  private func secondObject(of finding: Finding, _ sentence: Sentence) -> Int? {
    guard finding.verb >= 0 else { return nil }
    var at = max(finding.verb, finding.object) + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.listHead >= 0 && Int(chunk.listHead) == finding.object: break
      case .nounPhrase where chunk.prepositionChunk < 0:
        return isGiven(at, sentence) ? at : nil
      case .nounPhrase:
        let isOther = Int(chunk.preposition) != finding.targetPreposition
        if isOther, chunk.classes.intersects(thingClasses), isGiven(at, sentence) { return at }
      case .preposition, .date: break
      case .conjunction
      where at + 1 < sentence.chunks.count && sentence.chunks[at + 1].listHead >= 0:
        break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "the tanks | that Poland gave Ukraine".
  private func thingGiven(before finding: Finding, _ sentence: Sentence) -> Int? {
    guard finding.verb >= 0, let thing = frames.thingGiven(before: finding.verb, sentence),
      sentence.chunks[thing].classes.intersects(thingClasses)
    else { return nil }
    return thing
  }

  private func isGiven(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return !standsForSomebody(phrase, sentence)
      && !chunk.traits.contains(.isPlace)
  }

  /// "purchase of munitions", "поставки дронов": what the act is about that a noun tells of.
  private func complement(ofNoun phrase: Int, _ sentence: Sentence) -> Int? {
    var at = phrase + 1
    if !lexicon.usesCases {
      guard at < sentence.chunks.count, sentence.chunks[at].kind == .preposition else { return nil }
      at += 1
      guard at < sentence.chunks.count,
        Int(sentence.chunks[at].preposition) == frames.ofNumber
      else { return nil }
    }
    guard at < sentence.chunks.count, sentence.chunks[at].kind == .nounPhrase,
      lexicon.usesCases ? sentence.chunks[at].prepositionChunk < 0 : true,
      sentence.chunks[at].classes.intersects(thingClasses)
    else { return nil }
    return at
  }

  func isThing(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.kind == .nounPhrase
      && (chunk.classes.intersects(thingClasses)
        || chunk.ownerEnd == chunk.ownerStart && !chunk.traits.contains(.isAgentive))
  }
}
