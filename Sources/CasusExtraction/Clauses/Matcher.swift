import CasusKnowledge

/// Groups tokens into items by the longest phrase of the lexicon.
struct Matcher {
  let lexicon: Lexicon

  /// Makes the items of a sentence, its dates left out of account.
  func items(
    of tokens: [Token], text: UnsafeBufferPointer<UInt8>, into items: inout [Item]
  ) {
    items.removeAll(keepingCapacity: true)
    var at = 0
    while at < tokens.count { at = append(tokens, at, text, before: .max, &items) }
  }

  /// Makes the items of a sentence with its dates from those without.
  ///
  /// What a phrase is does not depend on a date behind it, so only the phrases that a date cuts are
  /// looked up again.
  func items(
    of tokens: [Token], text: UnsafeBufferPointer<UInt8>, without old: [Item],
    dates: [DateMention], into items: inout [Item]
  ) {
    items.removeAll(keepingCapacity: true)
    var at = 0
    var next = 0
    var nextDate = 0
    while at < tokens.count {
      let start = Int(tokens[at].start)
      while nextDate < dates.count, dates[nextDate].end <= start { nextDate += 1 }
      if nextDate < dates.count, dates[nextDate].start <= start {
        at = appendDate(tokens, at, nextDate, until: dates[nextDate].end, &items)
        nextDate += 1
        continue
      }
      let stop = nextDate < dates.count ? dates[nextDate].start : Int.max
      while next < old.count, Int(old[next].firstToken) < at { next += 1 }
      if next < old.count, Int(old[next].firstToken) == at, Int(old[next].end) <= stop {
        items.append(old[next])
        at = Int(old[next].endToken)
      } else if next < old.count, Int(old[next].firstToken) == at, nextDate < dates.count,
        stop == Int(tokens[at + 1].start), dates[nextDate].end <= Int(tokens[at + 1].end),
        isAdverb(tokens[at + 1], insideVerbAt: tokens[at]),
        Int(old[next].endToken) > at + 2
      {
        // "is | now | at war with": the date stands behind the verb that it is part of.
        items.append(old[next])
        _ = appendDate(tokens, at + 1, nextDate, until: dates[nextDate].end, &items)
        nextDate += 1
        at = Int(old[next].endToken)
      } else {
        at = append(tokens, at, text, before: stop, &items)
      }
    }
  }

  /// Appends the item at a token and returns the token after it.
  private func append(
    _ tokens: [Token], _ at: Int, _ text: UnsafeBufferPointer<UInt8>, before stop: Int,
    _ items: inout [Item]
  ) -> Int {
    if let end = endOfRange(tokens, at), Int(tokens[end - 1].end) <= stop {
      var range = item(tokens, at, end)
      range.kinds = .number
      items.append(range)
      return end
    }
    if tokens[at].kind == .word || tokens[at].kind == .number {
      return appendPhrase(tokens, at, text, before: stop, &items)
    }
    if let amount = amount(tokens, at, text) {
      items.append(amount)
      return Int(amount.endToken)
    }
    items.append(item(tokens, at, at + 1))
    return at + 1
  }

  /// "sent | up to 25 tanks": a determiner of two words and then a figure.
  private func opensCount(_ tokens: [Token], _ at: Int) -> Bool {
    guard at + 2 < tokens.count, tokens[at + 2].kind == .number,
      tokens[at].kind == .word, tokens[at + 1].kind == .word
    else { return false }
    let node = lexicon.step(lexicon.step(0, tokens[at].word), tokens[at + 1].word)
    guard node != 0, let meaning = lexicon.meaning(of: node, tokens[at], tokens[at + 1]) else {
      return false
    }
    return meaning.roles.contains(.determiner)
  }

  /// "25–30 thousand", "2,000-2,500 rifles": two figures with a hyphen or dash between are one; the
  /// token after them.
  private func endOfRange(_ tokens: [Token], _ at: Int) -> Int? {
    guard at + 2 < tokens.count, tokens[at].kind == .number,
      tokens[at + 1].kind == .hyphen || tokens[at + 1].kind == .dash,
      tokens[at + 2].kind == .number,
      tokens[at + 1].isJoined == tokens[at + 2].isJoined
    else { return nil }
    return at + 3
  }

  /// "in talks to buy", "the sale of US jets to Poland": where a noun must stand, the first word of
  /// what may be a verb with its preposition is one.
  private func noun(
    opening tokens: [Token], _ from: Int, _ best: PhraseMeaning, _ items: [Item]
  ) -> (meaning: PhraseMeaning, node: UInt32)? {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      best.kinds.contains(.verb) || best.roles.contains(.planned),
      best.kinds.isDisjoint(with: [.noun, .eventNoun]),
      best.verbFeatures.isDisjoint(with: [.past, .participle, .gerund]),
      let before = items.last,
      before.kinds.contains(.maybeAdjective)
        // "the sale of | US | jets to Poland", but "US heads to".
        ? items.count > 1 && opensNoun(items[items.count - 2])
        : opensNoun(before) || namesModel(before, tokens[from]) || takesObject(before, best)
          || takesObject(openVerb: items, best)
    else { return nil }
    let node = lexicon.step(0, tokens[from].word)
    guard node != 0, let meaning = lexicon.meaning(of: node, tokens[from], tokens[from]),
      !meaning.kinds.isDisjoint(with: [.noun, .eventNoun]) || meaning.roles.contains(.plannedNoun)
    else { return nil }
    return (meaning, node)
  }

  /// "MiG-29 | jets to Ukraine": a type of weapon, and then a plural of what it is.
  private func namesModel(_ before: Item, _ token: Token) -> Bool {
    guard before.kinds.contains(.noun), before.classSet != 0, before.isCapitalised,
      before.nounFeatures.isDisjoint(with: .plural)
    else { return false }
    let own = lexicon.classes(of: lexicon.step(0, token.word))
    return own.intersects(lexicon.classSets[Int(before.classSet)])
  }

  /// "sent | jets to Benin", "abandoned | talks with Syria": a verb with a tense, behind which no other
  /// has one.
  private func takesObject(_ item: Item, _ next: PhraseMeaning) -> Bool {
    // "moved to | call on", but "agreed to | talks with".
    guard !item.endsInMarker || next.verbFeatures.isDisjoint(with: .base) else { return false }
    return item.kinds.contains(.verb) && item.kinds.isDisjoint(with: [.noun, .eventNoun])
      && item.verbFeatures.isDisjoint(with: .base)
      && !item.verbFeatures.isDisjoint(with: [.past, .finite])
      && item.roles.isDisjoint(with: [
        .be, .adverb, .planned, .hypothetical, .speech, .role, .opaque, .plannedNoun, .adjective,
      ])
  }

  /// "to sell | jets to Benin", "by holding | talks with Syria": no form of the third person stands behind an
  /// infinitive or a form in "-ing".
  private func takesObject(openVerb items: [Item], _ next: PhraseMeaning) -> Bool {
    guard let item = items.last, item.kinds.contains(.verb), items.count > 1,
      next.verbFeatures.contains(.finite), next.verbFeatures.isDisjoint(with: .base)
    else { return false }
    let before = items[items.count - 2]
    return item.verbFeatures.contains(.gerund)
      || item.verbFeatures.contains(.base)
        && (before.roles.contains(.infinitiveMarker) || before.endsInMarker)
  }

  /// Whether a noun follows a word: an article, a possessive, a figure, an adjective, a preposition.
  private func opensNoun(_ item: Item) -> Bool {
    if item.mark == .possessive || item.kinds == .number && item.classSet == 0 { return true }
    if item.kinds.contains(.adjectivalActor) {
      return item.nounFeatures.isDisjoint(with: .plural)
    }
    return item.roles.isDisjoint(with: [.infinitiveMarker, .subordinator, .conjunction, .adverb])
      && !item.roles.isDisjoint(with: [.determiner, .possessivePronoun, .preposition])
      && item.endToken == item.firstToken + 1
  }

  /// "accused the | West of lying", but "in the West of Ireland": the object of a verb, written as a name, and no
  /// part of what is to the west.
  private func actor(
    opening token: Token, _ node: UInt32, _ items: [Item]
  ) -> PhraseMeaning? {
    guard token.isCapitalised, items.count > 1, let article = items.last,
      article.roles.isSuperset(of: [.demonstrative, .determiner]),
      items[items.count - 2].kinds.contains(.verb),
      let meaning = lexicon.meaning(of: node, token, token), meaning.kinds.contains(.actor)
    else { return nil }
    return meaning
  }

  /// An amount of money: £12.5bn, $3 billion, €50.
  private func amount(
    _ tokens: [Token], _ at: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Item? {
    guard lexicon.moneyClassSet != 0, at + 1 < tokens.count, tokens[at + 1].kind == .number,
      tokens[at + 1].isJoined
    else { return nil }
    let start = Int(tokens[at].start)
    let isDollar = text[start] == 0x24
    let isPound = text[start] == 0xC2 && text[start + 1] == 0xA3
    let isEuro = text[start] == 0xE2 && text[start + 1] == 0x82 && text[start + 2] == 0xAC
    guard isDollar || isPound || isEuro else { return nil }
    var made = item(tokens, at, endOfRange(tokens, at + 1) ?? at + 2)
    made.kinds = .number
    made.classSet = lexicon.moneyClassSet
    return made
  }

  /// "групу «Хезболла»": a name in quotation marks behind its noun does not change, whatever the case is.
  static func readQuotedNames(_ items: inout [Item], _ names: [Range<Int>]) {
    for name in names {
      guard let i = items.firstIndex(where: { Int($0.firstToken) == name.lowerBound }), i > 0,
        Int(items[i].endToken) == name.upperBound, items[i].kinds.contains(.actor),
        !items[i].kinds.contains(.adjectivalActor), items[i - 1].endToken == items[i].firstToken,
        items[i - 1].kinds.isDisjoint(with: [.actor, .place, .verb]),
        !items[i - 1].roles.isDisjoint(with: [.groupHead, .groupGroup])
      else { continue }
      let shown = items[i - 1].nounFeatures.intersection(.cases)
      guard !shown.isEmpty, shown.isDisjoint(with: .nominative), shown != .genitive,
        items[i].nounFeatures.contains(.nominative)
      else { continue }
      // What has the form of a genitive too belongs to the noun before it.
      items[i].nounFeatures.subtract(.cases)
      items[i].nounFeatures.formUnion(shown.union(.genitive))
    }
  }

  /// "Tembak Jatuh Lima Jet": a numeral before its noun is no name, though a capital is spelled like it.
  static func readNumerals(_ items: inout [Item]) {
    for i in items.indices.dropLast()
    where items[i].kinds.contains(.actor) && items[i].roles.contains(.determiner) {
      let next = items[i + 1]
      let leadsToNoun =
        !next.kinds.isDisjoint(with: [.noun, .eventNoun, .unknown])
        || !next.roles.isDisjoint(with: [.timeUnit, .role, .opaque, .determiner, .nounLike])
      let isPlace = i > 0 && items[i - 1].roles.contains(.preposition)
      if leadsToNoun, !isPlace || next.roles.contains(.timeUnit) {
        items[i].kinds.subtract([.actor, .place])
      }
    }
  }

  /// "20 to 25 tanks", "от 20 до 25 танков", "antara 20 dan 25 tank": two figures, what joins them and
  /// the preposition that opens the first are one figure before what is counted.
  static func joinRanges(_ items: inout [Item]) {
    func isFigure(_ item: Item) -> Bool { item.kinds == .number && item.classSet == 0 }
    for at in items.indices.dropLast(3).reversed()
    where at + 3 < items.count && isFigure(items[at]) && isFigure(items[at + 2])
      && !items[at + 1].roles.isDisjoint(with: [.preposition, .conjunction])
      && items[at + 1].kinds.isEmpty && items[at + 3].isCounted
    {
      let joins = items[at + 1].roles
      let opens = at > 0 && items[at - 1].roles.contains(.preposition)
      guard joins.contains(.preposition) || opens && items[at - 1].roles.contains(.between) else {
        continue
      }
      let first = opens ? at - 1 : at
      items[first].kinds = .number
      items[first].roles = []
      items[first].preposition = 0
      items[first].node = 0
      items[first].mark = .number
      items[first].endToken = items[at + 2].endToken
      items[first].end = items[at + 2].end
      items.removeSubrange((first + 1)...(at + 2))
    }
  }

  /// Takes out initials, which might be taken for prepositions.
  static func dropInitials(_ items: inout [Item]) {
    for at in items.indices.dropLast(2).reversed()
    where items[at].isCapitalised && items[at].end - items[at].start == 2
      && items[at].mark == .word && items[at + 1].mark == .period
      && items[at + 2].mark == .word && items[at + 2].isCapitalised
      && items[at + 1].start == items[at].end
    {
      items.removeSubrange(at...(at + 1))
    }
  }

  /// Takes out what stands in parentheses: it repeats or comments, the clause goes on behind it.
  static func dropParentheses(_ items: inout [Item]) {
    guard let first = items.firstIndex(where: { $0.mark == .openParenthesis && $0.node == 0 })
    else { return }
    var kept = first
    var at = first
    while at < items.count {
      if items[at].mark == .openParenthesis, items[at].kinds.isEmpty, items[at].node == 0 {
        var end = at + 1
        while end < items.count, end - at < 40,
          !(items[end].mark == .closeParenthesis && items[end].kinds.isEmpty)
        {
          end += 1
        }
        if end < items.count, end - at < 40 {
          for inside in at..<end where items[inside].kinds.contains(.date) {
            items[kept] = items[inside]
            kept += 1
          }
          at = end + 1
          continue
        }
      }
      items[kept] = items[at]
      kept += 1
      at += 1
    }
    items.removeLast(items.count - kept)
  }

  /// "Iran and Russia both condemned": a word behind the list that it counts, before the verb, says
  /// nothing more and would part them.
  static func dropFloatingBoth(_ items: inout [Item]) {
    for i in items.indices.dropFirst().dropLast().reversed()
    where items[i].roles.isSuperset(of: [.groupBoth, .determiner])
      && !items[i - 1].kinds.isDisjoint(with: [.actor, .place])
      && items[i + 1].kinds.contains(.verb)
    {
      items.remove(at: i)
    }
  }

  /// Takes out the marks around a few quoted words that are part of the clause: the "so-called"
  /// republic, full "backing".
  static func dropScareQuotes(_ items: inout [Item]) {
    guard let first = items.firstIndex(where: { isQuote($0) }) else { return }
    var dropped: Set<Int> = []
    var at = first
    while at < items.count {
      guard isQuote(items[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < items.count, end - at <= scareLength, !isQuote(items[end]),
        isScareWord(items[end])
      {
        end += 1
      }
      let isClosed = end > at + 1 && end < items.count && isQuote(items[end])
      let follows = at > 0 && !items[at - 1].kinds.isEmpty || at > 0 && items[at - 1].node != 0
      if !isClosed, follows, let close = endOfPredicate(quotedAt: at, items) {
        dropped.formUnion([at, close])
        at = close + 1
      } else if isClosed, follows {
        dropped.formUnion([at, end])
        at = end + 1
      } else {
        at += 1
        while at < items.count, !isQuote(items[at]) { at += 1 }
        at += 1
      }
    }
    guard !dropped.isEmpty else { return }
    var kept = first
    for position in first..<items.count where !dropped.contains(position) {
      items[kept] = items[position]
      kept += 1
    }
    items.removeLast(items.count - kept)
  }

  /// "Iran "strongly condemned" Iraq", "would "wipe out" Tel Aviv": the closing mark where the quoted
  /// words begin with the verb of the clause around them.
  private static func endOfPredicate(quotedAt open: Int, _ items: [Item]) -> Int? {
    let before = items[open - 1]
    guard before.roles.isDisjoint(with: [.speech, .complementizer, .according]),
      before.verbFeatures.isEmpty || !before.roles.isDisjoint(with: auxiliaries)
    else { return nil }
    var at = open + 1
    while at < items.count, !items[at].roles.isDisjoint(with: auxiliaries.union(.adverb)),
      items[at].kinds.isDisjoint(with: [.actor, .place])
    {
      at += 1
    }
    guard at < items.count, items[at].kinds.isDisjoint(with: [.actor, .place]),
      !items[at].verbFeatures.isEmpty, !items[at].isCapitalised,
      items[at].verbFeatures.isDisjoint(with: .gerund) || before.roles.contains(.be)
    else { return nil }
    let limit = min(items.count, open + predicateLength)
    while at < limit, !isQuote(items[at]) {
      if items[at].kinds.isEmpty, items[at].node == 0, items[at].roles.isEmpty,
        items[at].mark != .comma, items[at].mark != .hyphen, items[at].mark != .possessive
      {
        return nil
      }
      at += 1
    }
    return at < limit ? at : nil
  }

  private static let auxiliaries: WordRole = [
    .be, .perfect, .planned, .hypothetical, .negation, .infinitiveMarker,
  ]

  /// At most so many words are quoted from the verb of a clause on.
  private static let predicateLength = 16

  /// At most so many words are quoted as part of a clause.
  private static let scareLength = 6

  private static func isQuote(_ item: Item) -> Bool {
    item.kinds.isEmpty && item.node == 0
      && (item.mark == .openQuote || item.mark == .closeQuote || item.mark == .plainQuote)
  }

  private static func isScareWord(_ item: Item) -> Bool {
    if item.kinds.isEmpty, item.node == 0 { return item.mark == .hyphen }
    return item.verbFeatures.isEmpty
      && item.roles.isDisjoint(with: [
        .complementizer, .relative, .be, .perfect, .personPronoun, .thingPronoun, .pluralPronoun,
        .firstPerson, .speech, .planned, .hypothetical, .negation,
      ])
  }

  @inline(__always)
  private func item(_ tokens: [Token], _ from: Int, _ to: Int) -> Item {
    let first = tokens[from]
    return Item(
      firstToken: Int32(truncatingIfNeeded: from), endToken: Int32(truncatingIfNeeded: to),
      start: first.start, end: tokens[to - 1].end, node: 0, roles: [], verbFeatures: [],
      nounFeatures: [], preposition: 0, date: -1, kinds: [], classSet: 0, mark: first.kind,
      isCapitalised: first.isCapitalised, isJoined: first.isJoined)
  }

  private func appendDate(
    _ tokens: [Token], _ from: Int, _ date: Int, until end: Int, _ items: inout [Item]
  ) -> Int {
    var to = from + 1
    while to < tokens.count, Int(tokens[to].start) < end { to += 1 }
    var made = item(tokens, from, to)
    made.kinds = .date
    made.date = Int32(date)
    items.append(made)
    return to
  }

  /// Whether a hyphen joins the word before to another one: "army-led".
  private func isJoined(_ tokens: [Token], _ at: Int) -> Bool {
    at + 1 < tokens.count && tokens[at].kind == .hyphen && tokens[at].isJoined
      && tokens[at + 1].kind == .word && tokens[at + 1].isJoined
  }

  /// "is | now | at war with": an adverb behind the copula that a verb of several words begins with.
  private func isAdverb(_ token: Token, insideVerbAt first: Token) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      lexicon.roles(of: first.word).contains(.be)
    else { return false }
    let roles = lexicon.roles(of: token.word)
    return roles.contains(.adverb) && roles.isDisjoint(with: [.negation, .hypothetical, .planned])
  }

  /// "the European Union", "the Red Cross": the classes of a name without the article that the registry gives it.
  private func classSet(ofName tokens: ArraySlice<Token>) -> UInt16 {
    guard let first = tokens.first, let last = tokens.last else { return 0 }
    var node: UInt32 = 0
    for token in tokens {
      node = lexicon.step(node, token.word)
      guard node != 0 else { return 0 }
    }
    return lexicon.meaning(of: node, first, last)?.classSet ?? 0
  }

  private func appendPhrase(
    _ tokens: [Token], _ from: Int, _ text: UnsafeBufferPointer<UInt8>, before stop: Int,
    _ items: inout [Item]
  ) -> Int {
    var node: UInt32 = 0
    var bestNode: UInt32 = 0
    var best = PhraseMeaning()
    var shorter: UInt32 = 0
    var bestEnd = from
    var at = from
    var hasPossessive = false
    while at < tokens.count, Int(tokens[at].start) < stop {
      let token = tokens[at]
      if token.kind == .possessive { hasPossessive = true }
      if token.kind == .hyphen || token.kind == .possessive || (token.kind == .slash && at > from) {
        // A hyphen joins the words of a name: Jong-un.
        guard at > from, token.isJoined else { break }
        at += 1
        continue
      }
      guard token.word != 0, token.kind == .word || token.kind == .number else { break }
      let next = lexicon.step(node, token.word)
      if next == 0, at == from + 1, isAdverb(token, insideVerbAt: tokens[from]) {
        at += 1
        continue
      }
      node = next
      guard node != 0 else { break }
      at += 1
      // "Sudan's army-led government" is not its army.
      if hasPossessive, bestNode != 0, isJoined(tokens, at) { break }
      if let meaning = lexicon.meaning(of: node, tokens[from], token) {
        best = meaning
        if bestNode != 0 { shorter = bestNode }
        bestNode = node
        bestEnd = at
      }
    }
    if bestNode == 0 {
      var made = item(tokens, from, from + 1)
      if tokens[from].kind == .number {
        made.kinds = .number
      } else {
        made.kinds = .unknown
        if !made.isCapitalised,
          let shown = lexicon.verbFeatures(text, Int(made.start), Int(made.end))
        {
          made.kinds.insert(.unknownVerb)
          made.verbFeatures = shown
        } else if !made.isCapitalised,
          lexicon.looksLikeVerb(text, Int(made.start), Int(made.end))
        {
          made.kinds.insert(.unknownVerb)
        } else if !made.isCapitalised || lexicon.usesCases && from == 0,
          let shown = lexicon.adjectiveFeatures(text, Int(made.start), Int(made.end))
        {
          if !shown.contains(.noun) { made.kinds.insert(.unknownAdjective) }
          made.nounFeatures = shown
        }
      }
      items.append(made)
      return from + 1
    }
    if bestEnd == from + 2, shorter != 0, best.kinds.contains(.verb), opensCount(tokens, from + 1),
      let plain = lexicon.meaning(of: shorter, tokens[from], tokens[from])
    {
      (best, bestNode, shorter, bestEnd) = (plain, shorter, 0, from + 1)
    }
    if bestEnd == from + 2, best.roles.contains(.preposition), shorter != 0,
      let name = actor(opening: tokens[from], shorter, items)
    {
      (best, bestNode, shorter, bestEnd) = (name, shorter, 0, from + 1)
    }
    if bestEnd > from + 1, let noun = noun(opening: tokens, from, best, items) {
      (best, bestNode, shorter, bestEnd) = (noun.meaning, noun.node, 0, from + 1)
    }
    if bestEnd < tokens.count, tokens[bestEnd].isJoined, text[Int(tokens[bestEnd].start)] == 0x24 {
      // US$ is money.
      var money = item(tokens, from, endOfRange(tokens, bestEnd + 1) ?? bestEnd + 1)
      money.kinds = .number
      money.classSet = lexicon.moneyClassSet
      items.append(money)
      return Int(money.endToken)
    }
    var made = item(tokens, from, bestEnd)
    made.node = bestNode
    made.shorterNode = shorter
    made.kinds = best.kinds
    made.roles = best.roles
    made.verbFeatures = best.verbFeatures
    made.nounFeatures = best.nounFeatures
    made.preposition = best.preposition
    made.classSet = best.classSet
    if made.kinds.contains(.actor), made.isCapitalised {
      // A name beats the ordinary words that are spelled like it.
      made.roles.subtract([.firstPerson, .personPronoun, .adverb, .preposition])
    }
    made.endsInMarker =
      made.kinds.contains(.verb) && bestEnd > from + 1
      && lexicon.roles(of: tokens[bestEnd - 1].word).contains(.infinitiveMarker)
    made.hasArticle =
      made.kinds.contains(.actor) && bestEnd > from + 1
      && lexicon.roles(of: tokens[from].word).contains(.determiner)
    if made.hasArticle, made.classSet == 0 {
      made.classSet = classSet(ofName: tokens[(from + 1)..<bestEnd])
    }
    items.append(made)
    return bestEnd
  }
}
