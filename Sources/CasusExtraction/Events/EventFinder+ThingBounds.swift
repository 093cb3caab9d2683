import CasusKnowledge
import CasusModel

// Where the words begin and end that say what an act is about.
extension EventFinder {
  /// The words of a phrase that name a thing: neither how or for how long something is done to it ("closed
  /// the border | indefinitely", "gave the staff | one day"), nor what it is said to be ("held the army |
  /// responsible"), nor whoever gets it ("продаёт | ей | газ"); `nil` where none are left.
  func tellingItems(_ items: Range<Int>, _ sentence: Sentence) -> Range<Int>? {
    var (first, end) = (items.lowerBound, items.upperBound)
    while end > first, isTrailing(sentence.items[end - 1]) {
      // "tariffs of 84 percent".
      if end - 2 >= first, sentence.items[end - 2].kinds.contains(.number) { break }
      end -= 1
    }
    if end - 2 > first, sentence.items[end - 1].roles.contains(.timeUnit),
      !isHeadFirst, isCounting(sentence.items[end - 2]), names(sentence.items[end - 3])
    {
      end -= 2
    }
    while first < end - 1, isLeading(sentence.items[first]) { first += 1 }
    let words = sentence.items[first..<end]
    if words.allSatisfy({ $0.kinds.contains(.number) || isCounting($0) }) {
      return words.contains { $0.kinds.contains(.number) } ? first..<end : nil
    }
    return words.contains(where: names) ? first..<end : nil
  }

  /// Whether a word names something, as pronouns, numerals, adverbs and units of time do not.
  private func names(_ item: Item) -> Bool {
    if !item.roles.isDisjoint(with: Self.pronouns.union([.timeUnit, .demonstrative])) {
      return false
    }
    if !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place, .unknown, .verb]) {
      return true
    }
    return item.classSet != 0
      || item.roles.isDisjoint(with: [.adverb, .adjective, .determiner, .negation])
        && item.kinds.isDisjoint(with: [.number, .unknownAdjective])
  }

  private func isCounting(_ item: Item) -> Bool {
    item.kinds.contains(.number) || item.roles.contains(.determiner)
  }

  /// An adverb, or in languages whose nouns come last an adjective, that no noun follows.
  private func isTrailing(_ item: Item) -> Bool {
    guard item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place, .number, .unknown]),
      item.roles.isDisjoint(with: [.demonstrative, .opaque, .role])
    else { return false }
    // "gencatan senjata tanpa syarat": of several words it tells what kind of a thing it is.
    let isAdverb =
      item.roles.contains(.adverb)
      && (!isHeadFirst || lexicon.usesCases || item.endToken == item.firstToken + 1)
    return isAdverb || !isHeadFirst && item.roles.contains(.adjective)
  }

  /// A pronoun for somebody else, in another case than the noun.
  private func isLeading(_ item: Item) -> Bool {
    lexicon.usesCases && !item.roles.isDisjoint(with: [.personPronoun, .pluralPronoun])
      && item.roles.isDisjoint(with: .possessivePronoun)
  }

  private static let pronouns: WordRole = [
    .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson, .reflexive, .possessivePronoun,
  ]

  /// The last chunk of what a phrase names: the things that it lists, what there is so much of or whose it
  /// is ("a first batch | of | drones"), and what it is about ("a memorandum | on | sea access").
  func end(of phrase: Int, _ finding: Finding, _ sentence: Sentence) -> Int {
    var last = lastListed(from: phrase, sentence)
    let noun = last
    while let owner = owner(behind: last, finding, sentence) {
      last = lastListed(from: owner, sentence)
    }
    return complement(behind: last, of: last, finding, sentence)
      ?? complement(behind: last, of: noun, finding, sentence) ?? last
  }

  /// The last of the things that a list names.
  private func lastListed(from phrase: Int, _ sentence: Sentence) -> Int {
    var last = phrase
    for member in sentence.list(from: Int32(phrase)).dropFirst() {
      guard isNext(member, behind: last, sentence), isListed(member, sentence) else { break }
      last = member
    }
    return last
  }

  /// Whether nothing but a comma or a conjunction stands between two members of a list.
  private func isNext(_ member: Int, behind last: Int, _ sentence: Sentence) -> Bool {
    (last + 1..<member).allSatisfy { [.comma, .conjunction].contains(sentence.chunks[$0].kind) }
  }

  /// Whether what a list goes on with is a thing, or people who are more than the name of a state.
  private func isListed(_ member: Int, _ sentence: Sentence) -> Bool {
    isThing(member, sentence)
      || sentence.chunks[member].kind == .nounPhrase && !standsForSomebody(member, sentence)
  }

  /// "the conduct | of | the authorities", "barrels | of | oil".
  private func owner(behind phrase: Int, _ finding: Finding, _ sentence: Sentence) -> Int? {
    let owner = phrase + 2
    guard !lexicon.usesCases, !isHeadFirst, owner < sentence.chunks.count,
      sentence.chunks[owner].kind == .nounPhrase,
      Int(sentence.chunks[owner].prepositionChunk) == phrase + 1,
      Int(sentence.chunks[owner].preposition) == frames.ofNumber
    else { return nil }
    if isThing(owner, sentence) { return owner }
    let isCharge =
      finding.frame >= 0 && lexicon.frames[finding.frame].frame.content == .claim
    // "stripped the firm of its licence".
    let isTaken =
      (finding.type == .sanction || finding.type == .coerce)
      && sentence.items[Int(sentence.chunks[owner].firstItem)].roles.contains(.possessivePronoun)
    let isWhomFor =
      finding.targetPreposition == frames.ofNumber && isBareName(owner, sentence)
    return isCharge || isTaken || isWhomFor || isPronoun(sentence.chunks[owner], sentence)
      ? nil : owner
  }

  /// What a paper, an offer or an act is about that stands right behind it: "a resolution | on | Syria",
  /// "the strike | on | Kyiv", "sanctions | on | four banks".
  private func complement(
    behind phrase: Int, of head: Int, _ finding: Finding, _ sentence: Sentence
  ) -> Int? {
    let about = phrase + 2
    guard about < sentence.chunks.count, sentence.chunks[about].kind == .nounPhrase,
      Int(sentence.chunks[about].prepositionChunk) == phrase + 1
    else { return nil }
    let (noun, chunk) = (sentence.chunks[head], sentence.chunks[about])
    let preposition = Int(chunk.preposition)
    let isTarget = preposition == finding.targetPreposition
    let isSanction = noun.classes.intersects(sanctionClasses)
    if isTarget, !isSanction && chunk.traits.contains(.isAgentive) || isBareName(about, sentence) {
      return nil
    }
    let last = end(of: about, finding, sentence)
    guard names(about, sentence), !isTrailing(sentence.items[Int(noun.endItem) - 1]) else {
      return nil
    }
    // "подписали меморандум на встрече", "signed a treaty on Crete".
    let isLocative = sentence.chunks[phrase + 1].roles.contains(.locative)
    let isSomewhere =
      lexicon.usesCases ? chunk.features.contains(.locative) : chunk.traits.contains(.isPlace)
    if isLocative, isSomewhere { return nil }
    if isAct(noun, doneTo: preposition, sentence) {
      return isLocative && !lexicon.usesCases ? nil : last
    }
    if isTarget && isSanction || isMeasure(of: chunk, noun, finding, preposition, sentence) {
      return last
    }
    return noun.classes.intersects(paperClasses) && lexicon.aboutPrepositions.contains(preposition)
      ? last : nil
  }

  /// "containers | with | ammunition", "активы на | 7 миллионов": what is in what is sent, or how much it
  /// is worth.
  private func isMeasure(
    of chunk: Chunk, _ noun: Chunk, _ finding: Finding, _ preposition: Int, _ sentence: Sentence
  ) -> Bool {
    guard !noun.traits.contains(.isAgentive), !noun.classes.intersects(peopleClass) else {
      return false
    }
    if lexicon.usesCases, chunk.classes.intersects(moneyClass) {
      // "кредит в | 500 миллионов", but not "за 500 миллионов".
      return lexicon.aboutPrepositions.contains(preposition)
        || sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)
    }
    return isTransfer(finding) && lexicon.meansPrepositions.contains(preposition)
      && chunk.classes.intersects(thingClasses)
  }

  /// Whether a phrase has words that name something.
  private func names(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return tellingItems(Int(chunk.firstItem)..<Int(chunk.endItem), sentence) != nil
  }

  /// Whether a phrase is the name of an actor and nothing else.
  func isBareName(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].allSatisfy {
      $0.roles.contains(.determiner)
        || $0.kinds.contains(.actor) && $0.kinds.isDisjoint(with: .adjectivalActor)
    }
  }

  /// Whether a noun names an act that is done to what stands behind a preposition.
  private func isAct(_ noun: Chunk, doneTo preposition: Int, _ sentence: Sentence) -> Bool {
    guard noun.eventNoun >= 0 else { return false }
    return lexicon.meanings(of: sentence.items[Int(noun.eventNoun)].node).contains { meaning in
      meaning.kind == .eventNoun
        && lexicon.frames[Int(meaning.index)].nominalTarget.contains { place in
          guard case .preposition(let number, _) = place else { return false }
          return number == preposition
        }
    }
  }
}
