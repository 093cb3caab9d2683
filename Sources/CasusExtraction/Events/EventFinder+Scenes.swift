import CasusKnowledge
import CasusModel

// Where an act happens.
extension EventFinder {
  /// The item that names the place where what a finding tells of happens; `nil` where its clause names
  /// none.
  ///
  /// What is struck, taken, left or visited comes first, then the nearest place behind the words of the
  /// event ("met in Samarkand"), then one that the clause opens with ("In Ankara, the two sides signed").
  /// A state is a place only where it takes no part.
  func scene(of finding: Finding, _ sentence: Sentence) -> Int? {
    guard hasScene(finding) else { return nil }
    let anchor = finding.phrase >= 0 ? finding.phrase : finding.verb
    guard anchor >= 0 else { return nil }
    if let object = entered(by: finding, sentence) { return object }
    return scene(behind: anchor, of: finding, sentence)
      ?? scene(before: anchor, of: finding, sentence)
  }

  /// Whether an act happens at a place that is worth knowing.
  ///
  /// What is only said may be said anywhere, and what is sold, forbidden or paid passes no place.
  private func hasScene(_ finding: Finding) -> Bool {
    switch finding.type {
    case .accuse, .reject, .request, .threaten, .support, .sanction: false
    case .cooperate: finding.mode == "exercise"
    case .aid: finding.mode == "troops"
    case .coerce: finding.mode != "ban"
    case .retreat: !LikeModes.relief.contains(finding.mode)
    default: true
    }
  }

  /// "visited Pyongyang", "shelled Chasiv Yar", "Goma fell", "обстрел Цхинвали".
  private func entered(by finding: Finding, _ sentence: Sentence) -> Int? {
    guard goesIntoPlaces(finding) || endsInPlace(finding, sentence) else { return nil }
    if finding.phrase >= 0 { return place(in: finding.phrase, sentence) }
    let links = sentence.links[finding.verb]
    let isPassive = sentence.chunks[finding.verb].traits.contains(.isPassive)
    for phrase in isPassive ? [links.subject, links.object] : [links.object] where phrase >= 0 {
      if let found = place(in: Int(phrase), sentence) { return found }
    }
    return nil
  }

  /// Whether what an act is aimed at is where it happens.
  private func goesIntoPlaces(_ finding: Finding) -> Bool {
    switch finding.type {
    case .assault, .coerce, .retreat, .mobilize, .aid: true
    case .consult: finding.mode == "visit"
    default: false
    }
  }

  /// "gathered in | Tel Aviv": whether a verb of several words ends in the preposition of a place.
  private func endsInPlace(_ finding: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase < 0, sentence.chunks[finding.verb].verbItem >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[finding.verb].verbItem)]
    return item.endToken > item.firstToken + 1
      && lexicon.roles(of: sentence.tokens[Int(item.endToken) - 1].word).contains(.locative)
  }

  private func scene(behind anchor: Int, of finding: Finding, _ sentence: Sentence) -> Int? {
    var state: Int?
    var at = anchor + 1
    scan: while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.prepositionChunk >= 0:
        if let found = scene(at, of: finding, sentence) {
          if !isState(found, sentence) { return found }
          if state == nil, takesNoPart(found, finding, sentence) { state = found }
        }
      case .nounPhrase, .preposition, .date, .conjunction: break
      case .comma where at + 1 < sentence.chunks.count:
        switch sentence.chunks[at + 1].kind {
        case .date, .preposition: break
        // "met his counterpart, Andrei Rudenko, in Beijing".
        case .nounPhrase
        where at + 2 < sentence.chunks.count && sentence.chunks[at + 2].kind == .comma:
          at += 1
        default: break scan
        }
      default: break scan
      }
      at += 1
    }
    return state
  }

  private func scene(before anchor: Int, of finding: Finding, _ sentence: Sentence) -> Int? {
    var state: Int?
    var at = anchor - 1
    scan: while at > 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.prepositionChunk >= 0:
        if let found = scene(at, of: finding, sentence) {
          if !isState(found, sentence) { return found }
          if takesNoPart(found, finding, sentence) { state = found }
        }
      case .nounPhrase, .preposition, .date, .comma, .conjunction: break
      default: break scan
      }
      at -= 1
    }
    return state
  }

  /// The place that a phrase behind a preposition names, if it is where the act happens.
  private func scene(_ phrase: Int, of finding: Finding, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[phrase]
    if isLocative(chunk, sentence) { return named(phrase, sentence) }
    guard goesIntoPlaces(finding) else { return nil }
    // "a strike on Kharkiv", "the fall of Goma", "flew to Kyiv".
    if Int(chunk.preposition) == finding.targetPreposition { return place(in: phrase, sentence) }
    // "withdrew from Kherson", "sent troops to Rostov".
    let isOrigin = sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.origin)
    return isOrigin == (finding.type == .retreat) ? territory(in: phrase, sentence) : nil
  }

  private func isLocative(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    Int(chunk.preposition) != frames.ofNumber
      && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)
      && sentence.chunks[Int(chunk.prepositionChunk)].roles.isDisjoint(with: [.origin, .between])
  }

  /// A town, region, state or unknown name.
  private func named(_ phrase: Int, _ sentence: Sentence) -> Int? {
    if let known = place(in: phrase, sentence) { return known }
    let chunk = sentence.chunks[phrase]
    let items = Int(chunk.firstItem)..<Int(chunk.endItem)
    if chunk.ownerEnd > chunk.ownerStart {
      let last = items.upperBound - 1
      return isState(last, sentence) ? last : nil
    }
    if let name = nameOfWater(behind: phrase, sentence) { return name }
    return items.last { sentence.items[$0].isUnknownName }
      .flatMap { chunk.eventNoun < 0 && !chunk.traits.contains(.isAgentive) ? $0 : nil }
  }

  /// "the Strait of | Hormuz": the name that a noun with a capital goes on to.
  private func nameOfWater(behind phrase: Int, _ sentence: Sentence) -> Int? {
    guard !isHeadFirst, phrase + 2 < sentence.chunks.count,
      Int(sentence.chunks[phrase + 2].prepositionChunk) == phrase + 1,
      Int(sentence.chunks[phrase + 2].preposition) == frames.ofNumber,
      sentence.chunks[phrase].headItem >= 0,
      sentence.items[Int(sentence.chunks[phrase].headItem)].isCapitalised
    else { return nil }
    let first = Int(sentence.chunks[phrase + 2].firstItem)
    return sentence.items[first].isUnknownName ? first : nil
  }

  /// A town or region that a phrase is or ends in: "the city of Goma", "Kharkiv", "в Киеве".
  private func place(in phrase: Int, _ sentence: Sentence) -> Int? {
    if let territory = territory(in: phrase, sentence) { return territory }
    let chunk = sentence.chunks[phrase]
    return (Int(chunk.firstItem)..<Int(chunk.endItem)).last { isCapital(sentence.items[$0]) }
  }

  /// A town or region other than a capital.
  private func territory(in phrase: Int, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[phrase]
    return sentence.owners[Int(chunk.ownerStart)..<Int(chunk.ownerEnd)]
      .last { $0.kind == .place }.map { Int($0.item) }
  }

  private func isCapital(_ item: Item) -> Bool {
    item.kinds.contains(.actor) && lexicon.namesCapital(item.node)
  }

  /// Whether a name is that of a state and of no town.
  private func isState(_ item: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[item]
    guard item.kinds.contains(.actor), item.kinds.isDisjoint(with: [.place, .adjectivalActor]),
      !isCapital(item)
    else { return false }
    return lexicon.meanings(of: item.node).contains {
      $0.kind == .actor && knowledge.actors.kind(at: Int($0.index)) == .state
    }
  }

  /// Whether a state is neither side of an act.
  private func takesNoPart(_ state: Int, _ finding: Finding, _ sentence: Sentence) -> Bool {
    let sides = rolled(finding.source + finding.target)
    return lexicon.meanings(of: sentence.items[state].node).contains {
      $0.kind == .actor && !sides.contains(knowledge.actors.rolledUp(at: Int($0.index)))
    }
  }
}
