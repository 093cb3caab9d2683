import CasusKnowledge

/// Groups tokens into items by the longest phrase of the lexicon.
struct Matcher {
  let lexicon: Lexicon
  private let moneyClass: Int?

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    moneyClass = lexicon.classNumbers["money"]
  }

  /// Makes the items of a sentence; `dates` are its date expressions as byte ranges, in order.
  func items(
    of tokens: [Token], text: UnsafeBufferPointer<UInt8>, dates: [Range<Int>],
    into items: inout [Item]
  ) {
    items.removeAll(keepingCapacity: true)
    var at = 0
    var nextDate = 0
    while at < tokens.count {
      let token = tokens[at]
      while nextDate < dates.count, dates[nextDate].upperBound <= Int(token.start) { nextDate += 1 }
      if nextDate < dates.count, dates[nextDate].lowerBound <= Int(token.start) {
        at = appendDate(tokens, at, nextDate, until: dates[nextDate].upperBound, &items)
        nextDate += 1
        continue
      }
      guard token.kind == .word || token.kind == .number else {
        if let amount = amount(tokens, at, text) {
          items.append(amount)
          at += 2
          continue
        }
        items.append(item(tokens, at, at + 1, node: 0))
        at += 1
        continue
      }
      let stop = nextDate < dates.count ? dates[nextDate].lowerBound : Int.max
      at = appendPhrase(tokens, at, text, before: stop, &items)
    }
  }

  /// An amount of money: £12.5bn, $3 billion, €50.
  private func amount(
    _ tokens: [Token], _ at: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Item? {
    guard let moneyClass, at + 1 < tokens.count, tokens[at + 1].kind == .number,
      tokens[at + 1].isJoined
    else { return nil }
    let start = Int(tokens[at].start)
    let isDollar = text[start] == 0x24
    let isPound = text[start] == 0xC2 && text[start + 1] == 0xA3
    let isEuro = text[start] == 0xE2 && text[start + 1] == 0x82 && text[start + 2] == 0xAC
    guard isDollar || isPound || isEuro else { return nil }
    var made = item(tokens, at, at + 2, node: 0)
    made.kinds = .number
    made.classes.insert(moneyClass)
    return made
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

  private func item(_ tokens: [Token], _ from: Int, _ to: Int, node: UInt32) -> Item {
    let first = tokens[from]
    return Item(
      firstToken: Int32(from), endToken: Int32(to), start: first.start, end: tokens[to - 1].end,
      node: node, mark: first.kind, kinds: [], roles: [], verbFeatures: [], nounFeatures: [],
      classes: ClassSet(), preposition: 0, date: -1, isCapitalised: first.isCapitalised,
      isJoined: first.isJoined)
  }

  private func appendDate(
    _ tokens: [Token], _ from: Int, _ date: Int, until end: Int, _ items: inout [Item]
  ) -> Int {
    var to = from + 1
    while to < tokens.count, Int(tokens[to].start) < end { to += 1 }
    var made = item(tokens, from, to, node: 0)
    made.kinds = .date
    made.date = Int32(date)
    items.append(made)
    return to
  }

  private func appendPhrase(
    _ tokens: [Token], _ from: Int, _ text: UnsafeBufferPointer<UInt8>, before stop: Int,
    _ items: inout [Item]
  ) -> Int {
    var node: UInt32 = 0
    var bestNode: UInt32 = 0
    var shorter: UInt32 = 0
    var bestEnd = from
    var at = from
    while at < tokens.count, Int(tokens[at].start) < stop {
      let token = tokens[at]
      if token.kind == .hyphen || token.kind == .possessive || (token.kind == .slash && at > from) {
        // A hyphen joins the words of a name: Jong-un.
        guard at > from, token.isJoined else { break }
        at += 1
        continue
      }
      guard token.word != 0, token.kind == .word || token.kind == .number else { break }
      node = lexicon.step(node, token.word)
      guard node != 0 else { break }
      at += 1
      if hasMeaning(node, tokens[from], token) {
        if bestNode != 0 { shorter = bestNode }
        bestNode = node
        bestEnd = at
      }
    }
    if bestNode == 0 {
      var made = item(tokens, from, from + 1, node: 0)
      if tokens[from].kind == .number {
        made.kinds = .number
      } else {
        made.kinds = .unknown
        if !made.isCapitalised,
          lexicon.unknownVerb.matches(text, Int(made.start), Int(made.end))
        {
          made.kinds.insert(.unknownVerb)
        }
      }
      items.append(made)
      return from + 1
    }
    if bestEnd < tokens.count, tokens[bestEnd].isJoined, text[Int(tokens[bestEnd].start)] == 0x24 {
      // US$ is money.
      var money = item(tokens, from, bestEnd + 1, node: 0)
      money.kinds = .number
      if let moneyClass { money.classes.insert(moneyClass) }
      items.append(money)
      return bestEnd + 1
    }
    var made = meant(
      item(tokens, from, bestEnd, node: bestNode), tokens[from], tokens[bestEnd - 1])
    made.shorterNode = shorter
    items.append(made)
    return bestEnd
  }

  @inline(__always)
  private func fits(_ meaning: LexiconEntry, _ first: Token, _ last: Token) -> Bool {
    switch meaning.capitals {
    case .any: true
    case .initial: first.isCapitalised
    case .last: last.isCapitalised
    case .all: first.isAllCapitals
    }
  }

  @inline(__always)
  private func hasMeaning(_ node: UInt32, _ first: Token, _ last: Token) -> Bool {
    for meaning in lexicon.meanings(of: node) where fits(meaning, first, last) { return true }
    return false
  }

  private func meant(_ item: Item, _ first: Token, _ last: Token) -> Item {
    var item = item
    var hasPlainName = false
    for meaning in lexicon.meanings(of: item.node) where fits(meaning, first, last) {
      switch meaning.kind {
      case .function:
        item.roles.formUnion(meaning.roles)
        if meaning.roles.contains(.preposition) { item.preposition = meaning.index }
        if !meaning.roles.isDisjoint(with: .verbalRoles) {
          item.verbFeatures.formUnion(meaning.features)
        } else {
          item.nounFeatures.formUnion(meaning.features)
        }
      case .actor, .collective:
        item.kinds.insert(.actor)
        if meaning.marks.contains(.adjective) {
          item.kinds.insert(.adjectivalActor)
        } else {
          hasPlainName = true
        }
        item.nounFeatures.formUnion(meaning.features)
      case .place:
        item.kinds.insert(.place)
        item.nounFeatures.formUnion(meaning.features)
      case .verb:
        item.kinds.insert(.verb)
        item.verbFeatures.formUnion(meaning.features)
      case .eventNoun:
        item.kinds.insert(.eventNoun)
        item.nounFeatures.formUnion(meaning.features)
      case .eventAdjective: item.kinds.insert(.eventAdjective)
      case .noun:
        item.kinds.insert(.noun)
        item.classes.insert(Int(meaning.index))
        item.nounFeatures.formUnion(meaning.features)
      }
    }
    if hasPlainName, item.kinds.contains(.adjectivalActor) {
      // "US" is a noun and an adjective.
      item.kinds.remove(.adjectivalActor)
      item.kinds.insert(.maybeAdjective)
    }
    if item.kinds.contains(.actor) {
      // A name beats the ordinary words that are spelled like it.
      let isName = item.isCapitalised
      if isName { item.roles.subtract([.firstPerson, .personPronoun, .adverb, .preposition]) }
    }
    return item
  }
}
