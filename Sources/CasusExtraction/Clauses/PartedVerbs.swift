import CasusKnowledge

/// Puts the words of a verb of several words side by side, in languages whose endings leave them free to
/// stand apart, and the clause around it into the order subject, verb, object.
///
/// "За резолюцию голосовали Чили и Перу" becomes "Чили и Перу голосовали-за резолюцию"; "выступила Кения
/// с резкой критикой судей" becomes "Кения выступила-с-критикой судей". Only the order of the items
/// changes: each keeps its place in the text, so that evidence stays exact.
struct PartedVerbs {
  private let lexicon: Lexicon

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Where the further words of a verb stand, and what they make of it.
  private struct Rest {
    var range: Range<Int>
    var node: UInt32
    var meaning: PhraseMeaning
    /// Whether it is a preposition alone.
    var isPreposition: Bool
  }

  func join(_ items: inout [Item], _ tokens: [Token]) {
    var at = 0
    while at < items.count {
      if let found = order(items, tokens, at) {
        items.replaceSubrange(found.clause, with: found.items)
        at = found.clause.lowerBound + found.items.count
        continue
      }
      if let found = noun(items, tokens, at) {
        items.replaceSubrange(found.words, with: found.items)
      }
      at += 1
    }
  }

  /// Whether the words of a verb or of an event noun stand apart where no other word is a predicate: "за него
  /// заступился", "розірвання Лаосом відносин".
  func opens(_ items: [Item], _ tokens: [Token]) -> Bool {
    items.indices.contains {
      order(items, tokens, $0) != nil || noun(items, tokens, $0) != nil
    }
  }

  /// The clause around a verb in its new order, if its further words stand apart from it.
  private func order(
    _ items: [Item], _ tokens: [Token], _ verb: Int
  ) -> (clause: Range<Int>, items: [Item])? {
    guard let node = beginning(items[verb], tokens) else { return nil }
    let clause = clause(items, around: verb)
    return
      (orderBehind(items, tokens, verb, node, clause)
      ?? orderBefore(items, tokens, verb, node, clause)).map { (clause, $0) }
  }

  // MARK: The clause

  /// The node of a verb that a longer one begins with, maybe only that: "заступился".
  private func beginning(_ item: Item, _ tokens: [Token]) -> UInt32? {
    guard item.mark == .word, isVerb(item) || item.kinds == .unknown else { return nil }
    if item.endToken > item.firstToken + 1 {
      return item.node != 0 && lexicon.hasLonger(item.node) ? item.node : nil
    }
    let node = lexicon.step(0, tokens[Int(item.firstToken)].word)
    return node != 0 && lexicon.hasLonger(node) ? node : nil
  }

  /// The items around a verb up to the next verb, comma or word that opens a clause.
  private func clause(_ items: [Item], around verb: Int) -> Range<Int> {
    var start = verb
    while start > 0, !endsClause(items[start - 1]) { start -= 1 }
    var end = verb + 1
    while end < items.count, !endsClause(items[end]) { end += 1 }
    // "… и выступила": what joins a further verb stays with it.
    if end < items.count, end > verb + 1, isVerb(items[end]),
      !items[end - 1].roles.isDisjoint(with: [.conjunction, .contrast, .negation])
    {
      end -= 1
    }
    return start..<end
  }

  private func isVerb(_ item: Item) -> Bool {
    item.kinds.contains(.verb) && !(item.isCapitalised && item.kinds.contains(.actor))
      || item.kinds.contains(.unknownVerb)
      || !item.roles.isDisjoint(with: WordRole.verbalRoles)
  }

  private func endsClause(_ item: Item) -> Bool {
    if isVerb(item) { return true }
    let isMark = item.kinds.isEmpty && item.roles.isEmpty && item.node == 0
    return isMark && item.mark != .hyphen
      || !item.roles.isDisjoint(with: [.relative, .subordinator, .complementizer, .conditional])
  }

  // MARK: Further words behind the verb

  /// "выступила Кения в ООН с критикой судей".
  private func orderBehind(
    _ items: [Item], _ tokens: [Token], _ verb: Int, _ node: UInt32, _ clause: Range<Int>
  ) -> [Item]? {
    guard
      let rest = (verb + 1..<clause.upperBound).lazy.prefix(Self.reach).compactMap({
        rest(of: node, at: $0, before: clause.upperBound, items, tokens)
      }).first,
      // What a known verb means with a noun behind it is seen with the frames.
      rest.isPreposition || !items[verb].kinds.contains(.verb)
    else { return nil }
    var between = Array(items[verb + 1..<rest.range.lowerBound])
    var subject: [Item] = []
    if !hasSubject(items[clause.lowerBound..<verb]), let length = subjectLength(between[...]) {
      subject = Array(between.prefix(length))
      between.removeFirst(length)
      // "вышли демонстранты из Кении": who it is, not what they leave.
      if rest.isPreposition, !subject.contains(where: isName) { return nil }
    }
    // "взял солдат в плен": with an object between, the words may stay.
    guard isCircumstance(between) else { return nil }
    let object =
      rest.range.upperBound + phraseLength(items[rest.range.upperBound..<clause.upperBound])
    return Array(items[clause.lowerBound..<verb]) + subject + [joined(items[verb], rest, items)]
      + items[rest.range.upperBound..<object] + between + items[object..<clause.upperBound]
  }

  /// Whether words begin with a preposition or are no nouns: "в ООН", "накануне".
  private func isCircumstance(_ items: [Item]) -> Bool {
    guard let noun = items.firstIndex(where: isNoun) else { return true }
    return items[..<noun].contains { $0.roles.contains(.preposition) }
  }

  // MARK: Further words before the verb

  /// "За резолюцию в ООН голосовали Чили и Перу".
  private func orderBefore(
    _ items: [Item], _ tokens: [Token], _ verb: Int, _ node: UInt32, _ clause: Range<Int>
  ) -> [Item]? {
    guard
      let rest = (clause.lowerBound..<verb).lazy.compactMap({
        rest(of: node, at: $0, before: verb, items, tokens)
      }).first, rest.meaning.verbFeatures.contains(.finite)
    else { return nil }
    // "С критикой выступила": what a known verb means with a noun before it is seen with the frames.
    guard rest.isPreposition || !items[verb].kinds.contains(.verb) else { return nil }
    let object = Array(items[rest.range.upperBound..<verb])
    let lead = Array(items[clause.lowerBound..<rest.range.lowerBound])
    var behind = Array(items[verb + 1..<clause.upperBound])
    guard !rest.isPreposition || !object.isEmpty else { return nil }
    // "Хуситы из Йемена обстреляли": where somebody comes from.
    if rest.isPreposition, lead.contains(where: { isNoun($0) && !isAdjective($0) }) { return nil }
    var subject: [Item] = []
    if !hasSubject(lead[...]) {
      guard let length = subjectLength(behind[...]) else { return nil }
      subject = Array(behind.prefix(length))
      behind.removeFirst(length)
    }
    return lead + subject + [joined(items[verb], rest, items)] + object + behind
  }

  // MARK: Nouns

  /// "разрыв Боливией отношений с Угандой" becomes "разрыв-отношений Боливией с Угандой": an event noun of
  /// several words with who does it between them.
  private func noun(
    _ items: [Item], _ tokens: [Token], _ at: Int
  ) -> (words: Range<Int>, items: [Item])? {
    guard at + 2 < items.count, items[at].mark == .word,
      items[at].endToken == items[at].firstToken + 1, isAgent(items[at + 1])
    else { return nil }
    let node = lexicon.step(0, tokens[Int(items[at].firstToken)].word)
    guard node != 0, lexicon.hasLonger(node) else { return nil }
    var next = at + 2
    while next < items.count, next <= at + Self.agentLength {
      if let rest = rest(of: node, at: next, before: items.count, items, tokens, as: .eventNoun) {
        let agent = items[at + 1..<next]
        // "выход Аргентины из договора": a genitive may be anything else that a noun follows.
        guard agent.contains(where: { $0.kinds.contains(.actor) }),
          items[at + 1].nounFeatures.contains(.instrumental)
            || items[next].roles.contains(.preposition)
        else { return nil }
        var noun = joined(items[at], rest, items)
        noun.classSet = rest.meaning.classSet
        return (at..<rest.range.upperBound, [noun] + agent)
      }
      guard isNoun(items[next]) else { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a word can open who does what a noun tells: "Боливией", "российскими войсками".
  private func isAgent(_ item: Item) -> Bool {
    !item.nounFeatures.isDisjoint(with: [.instrumental, .genitive])
      && item.roles.isDisjoint(with: .preposition)
  }

  /// Who does what a noun tells is named in at most so many words.
  private static let agentLength = 4

  // MARK: Words and phrases

  /// The further words of a verb that begin at an item, adjectives between them left out.
  private func rest(
    of verb: UInt32, at start: Int, before end: Int, _ items: [Item], _ tokens: [Token],
    as kind: Item.Kinds = .verb
  ) -> Rest? {
    var node = verb
    var result: Rest?
    var at = start
    scan: while at < end {
      let item = items[at]
      guard item.kinds.isDisjoint(with: .date) else { break }
      var next = node
      for token in item.firstToken..<item.endToken {
        next = lexicon.step(next, tokens[Int(token)].word)
        if next == 0 { break }
      }
      if next == 0 {
        guard at > start, isAdjective(item) else { break scan }
        at += 1
        continue
      }
      node = next
      at += 1
      let meaning = lexicon.merged(node)
      if meaning.kinds.isSuperset(of: kind) {
        let isPreposition = at == start + 1 && item.roles.contains(.preposition)
        if isPreposition, hasSlot(verb, item.preposition) { continue }
        result = Rest(
          range: start..<at, node: node, meaning: meaning, isPreposition: isPreposition)
      }
    }
    return result
  }

  /// Whether a frame of the verb alone has a place for what stands behind a preposition.
  private func hasSlot(_ verb: UInt32, _ preposition: Int32) -> Bool {
    lexicon.meanings(of: verb).contains { meaning in
      guard meaning.kind == .verb else { return false }
      let frame = lexicon.frames[Int(meaning.index)]
      if frame.hasObjectClasses || frame.hasComplementClasses { return false }
      return (frame.target + frame.source).contains {
        if case .preposition(let number, _) = $0 { return number == Int(preposition) }
        return false
      }
    }
  }

  private func joined(_ verb: Item, _ rest: Rest, _ items: [Item]) -> Item {
    var result = verb
    result.isParted = true
    result.start = min(verb.start, items[rest.range.lowerBound].start)
    result.end = max(verb.end, items[rest.range.upperBound - 1].end)
    (result.node, result.shorterNode) = (rest.node, verb.node)
    (result.kinds, result.roles) = (rest.meaning.kinds, rest.meaning.roles)
    result.verbFeatures = rest.meaning.verbFeatures
    result.nounFeatures = rest.meaning.nounFeatures
    return result
  }

  private func isName(_ item: Item) -> Bool {
    item.kinds.contains(.actor) && item.kinds.isDisjoint(with: .adjectivalActor)
      && mayBeNominative(item)
  }

  private func isAdjective(_ item: Item) -> Bool {
    item.kinds.contains(.unknownAdjective) || item.roles.contains(.adjective)
  }

  private func isNoun(_ item: Item) -> Bool {
    !item.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .place])
      || !item.roles.isDisjoint(with: [.role, .opaque]) || item.kinds == .unknown
  }

  /// Whether a noun that may be the subject stands among words before a verb, not behind a preposition.
  private func hasSubject(_ items: ArraySlice<Item>) -> Bool {
    var isOpen = true
    for item in items {
      if item.roles.contains(.preposition) {
        isOpen = false
      } else if isNoun(item) || isPronoun(item) {
        if isOpen, mayBeNominative(item) { return true }
        if !isAdjective(item) { isOpen = true }
      }
    }
    return false
  }

  private func isPronoun(_ item: Item) -> Bool {
    !item.roles.isDisjoint(with: [.personPronoun, .pluralPronoun, .firstPerson])
  }

  private func mayBeNominative(_ item: Item) -> Bool {
    item.nounFeatures.contains(.nominative) || item.nounFeatures.isDisjoint(with: .cases)
  }

  /// How many items at the beginning of a slice are a subject; `nil` for none.
  private func subjectLength(_ items: ArraySlice<Item>) -> Int? {
    let length = phraseLength(items)
    let phrase = items.prefix(length)
    guard let head = phrase.first(where: isNoun), mayBeNominative(head),
      phrase.allSatisfy({ !isAdjective($0) || mayBeNominative($0) || isNoun($0) })
    else { return nil }
    return length
  }

  /// How many items at the beginning of a slice are one noun phrase or a list of them.
  private func phraseLength(_ items: ArraySlice<Item>) -> Int {
    items.firstIndex {
      $0.roles.contains(.preposition) || $0.kinds.contains(.date)
        || $0.roles.contains(.adverb) && !isNoun($0)
    }.map { $0 - items.startIndex } ?? items.count
  }

  /// The further words stand at most so many items behind the verb.
  private static let reach = 8
}
