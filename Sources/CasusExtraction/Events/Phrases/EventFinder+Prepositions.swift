import CasusKnowledge
import CasusModel

// The phrases that prepositions join to a verb.
extension EventFinder {
  /// The actor after a preposition beside a verb.
  func prepositional(
    _ number: Int, _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures = [], isPlaced: Bool = true,
    takesEvents: Bool = false
  ) -> Filling {
    let found = prepositionalBehind(
      number, from, sentence, &resolver, excluding, features: features, isPlaced: isPlaced)
    guard found.actors.isEmpty, sentence.chunks[from].kind == .verb else { return found }
    guard lexicon.usesCases else {
      let found =
        isHeadFirst
        ? Filling() : relativised(number, from, sentence, &resolver, excluding)
      return found.actors.isEmpty
        ? fronted(number, before: from, sentence, &resolver, excluding) : found
    }
    return prepositionalBefore(
      number, from, sentence, &resolver, excluding, features: features, takesEvents)
  }

  /// "Kenya, to which Haiti had appealed": the complement is the noun before the relative clause.
  private func relativised(
    _ number: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.links[verb].link == .relative else { return Filling() }
    var at = verb - 1
    while at > 1, sentence.chunks[at].kind != .relative {
      if sentence.chunks[at].kind == .verb || sentence.chunks[at].kind == .stop { return Filling() }
      at -= 1
    }
    guard at > 1, sentence.chunks[at].kind == .relative,
      sentence.chunks[at - 1].kind == .preposition,
      Int(sentence.chunks[at - 1].preposition) == number
    else { return Filling() }
    at -= 2
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return Filling() }
    let head = sentence.chunks[at].listHead >= 0 ? sentence.chunks[at].listHead : Int32(at)
    var found = filling(head, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// "Kepada PBB, Indonesia meminta", "In Nepal, protests erupted": the complement opens the
  /// sentence, a comma behind it.
  func fronted(
    _ number: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let chunks = sentence.chunks
    guard verb > 2, chunks[0].kind == .preposition, Int(chunks[0].preposition) == number,
      chunks[1].kind == .nounPhrase,
      // "Akibat serangan Iran, 20 warga Irak tewas".
      chunks[1].eventNoun < 0 || isHeadFirst && isAttack(1, sentence),
      // "Dengan Iran pun | Kairo telah memutus hubungan".
      chunks[2].kind == .comma
        || isHeadFirst && verb == 3 && sentence.links[verb].subject == 2
          && !chunks[verb].traits.contains(.isPassive),
      sentence.links[verb].link == .main && sentence.links[verb].subject >= 2
        // "Dengan Korea Utara, hubungan yang diputus Kyiv belum pulih".
        || isHeadFirst && sentence.links[verb].link == .relative
          && sentence.links[verb].subject == 3 && chunks[verb].traits.contains(.isPassive)
    else { return Filling() }
    var found = filling(1, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// "в Ниамей | прибыли инструкторы": the complement may stand before its verb.
  private func prepositionalBefore(
    _ number: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures, _ takesEvents: Bool
  ) -> Filling {
    let subject = Int(sentence.links[verb].subject)
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where Int(chunk.preposition) == number && at != subject
        && (chunk.eventNoun < 0 || takesEvents)
        && (features.isEmpty || chunk.features.isEmpty
          || !chunk.features.isDisjoint(with: features)):
        let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
        var found = filling(head, sentence, &resolver, excluding: excluding)
        remove(excluding, from: &found)
        found.preposition = number
        return found.actors.isEmpty ? Filling() : found
      case .relative where at > 1 && Int(sentence.chunks[at - 1].preposition) == number:
        // "Йемен, по которому Израиль нанёс удар".
        return antecedent(before: at - 1, sentence, &resolver, excluding, number)
      case .nounPhrase, .preposition, .date, .conjunction: at -= 1
      // "в министерство был вызван посол".
      case .verb where isCopula(at, sentence): at -= 1
      default: return Filling()
      }
    }
    return Filling()
  }

  /// The noun phrase whose place a relative pronoun takes in its clause.
  func antecedent(
    before opening: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], _ number: Int = 0
  ) -> Filling {
    guard opening > 1, sentence.chunks[opening - 1].kind == .comma,
      sentence.chunks[opening - 2].kind == .nounPhrase
    else { return Filling() }
    let phrase = opening - 2
    let head = sentence.chunks[phrase].listHead
    var found = filling(
      head >= 0 ? head : Int32(phrase), sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    found.preposition = number
    return found.actors.isEmpty ? Filling() : found
  }

  /// Whether a relative pronoun opens its clause in a case that it shows: ", которому Китай передал".
  func isOblique(_ relative: Int, _ features: FormFeatures, _ sentence: Sentence) -> Bool {
    guard relative > 1, sentence.chunks[relative - 1].kind == .comma else { return false }
    let shown = sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
    return !shown.isDisjoint(with: features) && shown.isDisjoint(with: [.nominative, .accusative])
  }

  /// The actor after a preposition behind a verb, or behind the phrases that follow it.
  private func prepositionalBehind(
    _ number: Int, _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures = [], isPlaced: Bool
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where Int(chunk.preposition) == number
        && (features.isEmpty || chunk.features.isEmpty
          || !chunk.features.isDisjoint(with: features))
        && !isPlaceOfHarm(at, toldBy: from, sentence):
        if chunk.eventNoun >= 0, lexicon.nounHead == .last, chunk.prepositionChunk >= 0,
          sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative),
          number == inNumber
        {
          // "were killed in Israeli strikes": not in Israel.
          at += 1
          continue
        }
        if number == frames.ofNumber, saysWhatIsBroken(at, sentence) {
          at += 1
          continue
        }
        if isHeadFirst, isMediation(chunk, sentence) || isRequest(chunk, sentence) {
          // "sepakat dengan perantaraan China dan Oman": not with them; "dicabut atas desakan Washington".
          at = (sentence.list(from: Int32(at)).max() ?? at) + 1
          continue
        }
        let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
        var found = filling(head, sentence, &resolver, excluding: excluding)
        remove(excluding, from: &found)
        if found.actors.isEmpty, chunk.eventNoun < 0 {
          found = made(at, sentence, &resolver, excluding)
          found.last = max(found.last, at)
        }
        if found.actors.isEmpty, chunk.eventNoun < 0, isPlaced {
          found = located(after: at, sentence, &resolver, excluding)
        }
        if found.actors.isEmpty, chunk.eventNoun < 0 {
          // "met with a minister from Tanzania", "встретился с министром из Танзании".
          found = origin(of: at, sentence, &resolver, excluding: excluding)
        }
        if !found.actors.isEmpty {
          found.preposition = number
          addFurther(number, behind: at, to: &found, sentence, &resolver, excluding)
          return found
        }
      case .verb, .relative:
        guard let behind = preposition(number, behindAside: at, sentence) else { return Filling() }
        at = behind
      case .stop, .contrast, .complementizer, .subordinator, .conditional: return Filling()
      case .conjunction
      where at + 1 < sentence.chunks.count && sentence.chunks[at + 1].kind == .verb:
        return Filling()
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// "condemned the launch as a violation of UN resolutions": behind "as" and what something is called, "of" tells
  /// what is violated, and not who does it.
  private func saysWhatIsBroken(_ phrase: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, phrase > 3,
      sentence.chunks[phrase - 2].kind == .nounPhrase
    else { return false }
    let opening = Int(sentence.chunks[phrase - 2].prepositionChunk)
    return opening >= 0 && opening == phrase - 3
      && Int(sentence.chunks[opening].preposition) == lexicon.prepositions["as"]
      && sentence.chunks[phrase - 2].eventNoun < 0
  }

  /// "sent a delegation, led by Niger's president, to Mali": a preposition right behind the commas
  /// that a participle or a relative clause stands between.
  func preposition(_ number: Int, behindAside at: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard at > 1, chunks[at - 1].kind == .comma, chunks[at - 2].kind == .nounPhrase,
      chunks[at].kind == .relative || chunks[at].traits.contains(.isParticiple)
    else { return nil }
    var end = at + 1
    while end + 1 < chunks.count {
      switch chunks[end].kind {
      case .comma:
        let next = chunks[end + 1]
        return next.kind == .preposition && Int(next.preposition) == number ? end + 1 : nil
      case .stop, .openQuote, .complementizer, .contrast: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// The number of the preposition that ends a verb ("flew to"), or 0.
  func lastPreposition(of verb: Int, _ sentence: Sentence) -> Int {
    guard sentence.chunks[verb].verbItem >= 0 else { return 0 }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    guard item.endToken - item.firstToken > 1 else { return 0 }
    let node = lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)
    let meaning = lexicon.meanings(of: node).first { $0.roles.contains(.preposition) }
    return Int(meaning?.index ?? 0)
  }
}
