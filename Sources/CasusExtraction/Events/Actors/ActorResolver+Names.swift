import CasusKnowledge
import CasusModel

// Actors that the registry does not know, found by the form of their names.
extension ActorResolver {
  private var key: NameKey { NameKey(usesCases: lexicon.usesCases) }
  private var isHeadFirst: Bool { lexicon.nounHead == .first }

  /// A name has no more items than this, hyphens included.
  private static let longestName = 8

  /// Marks the names that the article has explained, and those that a sentence explains by their
  /// form: "the militia Ansar Zaman", "the Rapid Support Forces (RSF)".
  mutating func markNames(in sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    if !names.isEmpty { recall(&sentence, text) }
    // Headlines write verbs and common nouns with capitals as well.
    guard !isTitle(sentence) else { return }
    var at = 0
    while at < sentence.items.count {
      let roles = sentence.items[at].roles
      if !roles.isDisjoint(with: .nameCues) {
        nameHeaded(at, &sentence, text)
      } else if sentence.items[at].mark == .openParenthesis {
        learnAbbreviation(at, sentence, text)
      }
      at += 1
    }
  }

  /// Whether a headline writes most of its words with capitals.
  func isTitle(_ sentence: Sentence) -> Bool {
    guard sentence.isHeading, sentence.tokens.last?.kind != .period else { return false }
    let words = sentence.tokens.filter { $0.kind == .word && $0.end - $0.start > 3 }
    return 2 * words.count(where: \.isCapitalised) > words.count
  }

  /// Takes note of a name that the article has explained, for pronouns and "the group".
  mutating func noteName(_ item: Item, in sentence: Int) {
    let id = names[item.articleName].id
    let kind = knowledge.actors.kind(of: id)
    if names[item.articleName].isPerson { discourse.person = id }
    discourse.note(id, kind: kind ?? .group, isState: kind == .state, in: sentence)
  }

  // MARK: Names known from before

  private func recall(_ sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < sentence.items.count {
      let item = sentence.items[at]
      guard item.isCapitalised, item.mark == .word, item.articleName < 0,
        item.kinds.isDisjoint(with: [.actor, .place, .date])
      else {
        at += 1
        continue
      }
      let tokens = sentence.tokens
      let first = Int(item.firstToken)
      let found = names.longest(wordKey(tokens[first], text)) { position in
        // Hyphens are no words.
        var token = first
        for _ in 0..<position {
          token += 1
          while token < tokens.count, tokens[token].kind == .hyphen { token += 1 }
        }
        return token < tokens.count && tokens[token].kind == .word
          ? wordKey(tokens[token], text) : nil
      }
      if let found, let end = self.end(ofWords: found.count, from: at, sentence) {
        // A word of the lexicon alone is no name: "Pakt" may be any pact.
        if found.count > 1 || item.kinds.contains(.unknown) {
          merge(at..<end, named: found.name, &sentence)
        }
      }
      at += 1
    }
  }

  /// The item behind so many words, when no item is cut.
  private func end(ofWords count: Int, from first: Int, _ sentence: Sentence) -> Int? {
    var left = count
    var at = first
    while left > 0, at < sentence.items.count {
      for token in sentence.items[at].firstToken..<sentence.items[at].endToken
      where sentence.tokens[Int(token)].kind != .hyphen {
        left -= 1
      }
      at += 1
    }
    return left == 0 ? at : nil
  }

  private func wordKey(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    key.key(text, Int(token.start), Int(token.end))
  }

  private func keys(
    _ tokens: Range<Int>, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) -> [UInt64] {
    tokens.compactMap {
      let token = sentence.tokens[$0]
      return token.kind == .word || token.kind == .number ? wordKey(token, text) : nil
    }
  }

  /// Makes one item, an actor, of some.
  private func merge(_ range: Range<Int>, named name: Int32, _ sentence: inout Sentence) {
    var made = sentence.items[range.lowerBound]
    let last = sentence.items[range.upperBound - 1]
    made.endToken = last.endToken
    made.end = last.end
    made.node = 0
    made.shorterNode = 0
    made.roles = []
    made.verbFeatures = []
    made.nounFeatures = []
    made.preposition = 0
    made.kinds = .actor
    made.classSet = 0
    made.articleName = name
    sentence.items.replaceSubrange(range, with: CollectionOfOne(made))
  }

  // MARK: Names by their form

  private mutating func nameHeaded(
    _ at: Int, _ sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let item = sentence.items[at]
    let isHead = !item.roles.isDisjoint(with: [.groupHead, .firmHead, .charityHead])
    if isHead, at == 0 || !item.isCapitalised {
      nameBehind(at, &sentence, text)
    } else if item.roles.contains(.nameEnd), item.isCapitalised, !isHeadFirst,
      nameBefore(at, &sentence, text)
    {
      return
    } else if item.roles.contains(.nameStart), item.isCapitalised {
      // "Front Pembebasan Papua": several words say what it is, and a land whose it is.
      let isWhole = item.endToken - item.firstToken > 1
      var end = endOfName(from: at, sentence)
      if isWhole, end == at + 1, end < sentence.items.count, ofNumber > 0,
        Int(sentence.items[end].preposition) == ofNumber
      {
        end = endOfName(from: end + 1, sentence)
      }
      guard end > at + 1 else { return }
      let lands = isWhole ? endOfLand(in: at..<end, sentence) : nil
      guard lands != nil || !holdsActor(at..<end, sentence) else { return }
      name(at..<(lands ?? end), isCharity: false, &sentence, text)
    }
  }

  /// Where a name ends that the first land in it ends; `nil` where another actor is in it, or none.
  private func endOfLand(in range: Range<Int>, _ sentence: Sentence) -> Int? {
    for at in range where !sentence.items[at].kinds.isDisjoint(with: [.actor, .place]) {
      return isLand(sentence.items[at]) ? at + 1 : nil
    }
    return nil
  }

  /// Whether an item names a place or a state, and nobody else.
  private func isLand(_ item: Item) -> Bool {
    guard item.kinds.contains(.actor) else { return item.kinds.contains(.place) }
    return actorPosition(item).map { knowledge.actors.kind(at: $0) == .state } ?? false
  }

  /// "The militia Ansar Zaman", "kelompok bersenjata "Laskar Timur"", "группировка «Воля»".
  private mutating func nameBehind(
    _ head: Int, _ sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let items = sentence.items
    let roles = items[head].roles
    var start = head + 1
    var close = -1
    if start < items.count, isQuote(items[start]) {
      close = ((start + 1)..<min(start + 8, items.count)).first { isQuote(items[$0]) } ?? -1
      guard close > start + 1, items[start + 1].isCapitalised else { return }
      start += 1
    } else if start < items.count,
      let quoted = sentence.quotedNames.first(where: {
        $0.lowerBound >= Int(items[start].firstToken)
          && $0.lowerBound <= Int(items[start].firstToken) + 2
      }),
      let first = items.firstIndex(where: { Int($0.firstToken) == quoted.lowerBound }),
      let end = items.firstIndex(where: { Int($0.endToken) == quoted.upperBound }), end >= first,
      items[first].isCapitalised
    {
      // "группировка боевиков «Воля народа»".
      start = first
      close = end + 1
    }
    let isQuoted = close > start
    let end = isQuoted ? close : endOfName(from: start, sentence)
    guard end > start else { return }
    let before = head > 0 ? items[head - 1] : nil
    let isOfState =
      before.map { !$0.kinds.isDisjoint(with: .actor) && $0.kinds.contains(.adjectivalActor) }
      ?? false
    let isFirm = roles.contains(.firmHead)
    if items[start].kinds.contains(.actor) {
      guard isFirm, !isQuoted, end > start + 1, items[start].articleName < 0,
        items[start + 1].kinds == .unknown, let owner = actor(items[start]),
        knowledge.actors.kind(of: owner) == .state
      else { return }
      // "perusahaan Rusia Garantex": a firm acts for its state.
      learn(
        Int(items[start + 1].firstToken)..<Int(items[end - 1].endToken), as: owner,
        isPerson: false, sentence, text)
      return
    }
    if !isQuoted {
      // "pemimpin kelompok bersenjata Joseph Kony" names the leader.
      if let before, before.roles.contains(.role) { return }
      let hasStranger = (start..<end).contains { items[$0].kinds.contains(.unknown) }
      let isTitle = !items[start].roles.isDisjoint(with: [.role, .abbreviation, .determiner])
      guard hasStranger, !isTitle, !holdsActor(start..<end, sentence) else { return }
      // "компания Ивана Петрова" has an owner; a name in other letters, or of Arabic form, is its own.
      let isForeign = text[Int(items[start].start)] < 0x80
      let isArabic = (start..<end).contains { items[$0].mark == .hyphen }
      guard !lexicon.usesCases || isForeign || isArabic else { return }
    } else if (start..<end).allSatisfy({ items[$0].kinds.contains(.actor) }) {
      return
    }
    if isOfState, let before, isFirm, let owner = actor(before) {
      learn(
        Int(items[start].firstToken)..<Int(items[end - 1].endToken), as: owner, isPerson: false,
        sentence, text)
      return
    }
    if isOfState {
      // "the Syrian militia Ansar Zaman" is not Syria.
      sentence.items[head - 1].kinds = .unknownAdjective
    }
    name(start..<end, isCharity: roles.contains(.charityHead), &sentence, text)
  }

  /// "the Rapid Support Forces", "the Arakan Liberation Army"; where the words are those of groups
  /// alone, "the Eritrean Liberation Front" too.
  private mutating func nameBefore(
    _ last: Int, _ sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let items = sentence.items
    let isGroup = items[last].roles.contains(.nameStart)
    var start = last
    var hasLand = false
    while start > 0, last - start < Self.longestName, !hasLand {
      let item = items[start - 1]
      guard item.isCapitalised, item.mark == .word, !item.kinds.contains(.date),
        item.roles.isDisjoint(with: [.determiner, .preposition, .conjunction, .subordinator])
      else { break }
      if !item.kinds.isDisjoint(with: [.actor, .adjectivalActor])
        || isGroup && item.kinds.contains(.place)
      {
        guard isGroup, isLand(item) else { break }
        hasLand = true
      }
      start -= 1
    }
    // At the start of a sentence any word has a capital.
    if start == 0, !hasLand, !items[0].kinds.contains(.unknown) { start = 1 }
    if start > 0, !hasLand, !items[start - 1].kinds.isDisjoint(with: .actor) { return false }
    guard start < last,
      hasLand || (start..<last).contains(where: { items[$0].kinds.contains(.unknown) })
    else { return false }
    name(start..<(last + 1), isCharity: false, &sentence, text)
    return true
  }

  private func isQuote(_ item: Item) -> Bool {
    item.kinds.isEmpty && item.node == 0
      && (item.mark == .openQuote || item.mark == .closeQuote || item.mark == .plainQuote)
  }

  private func holdsActor(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    range.contains { !sentence.items[$0].kinds.isDisjoint(with: [.actor, .place]) }
  }

  /// Where a run of capitalised words ends, Arabic articles included: "Ansar al-Islam".
  private func endOfName(from start: Int, _ sentence: Sentence) -> Int {
    let items = sentence.items
    var at = start
    while at < items.count, at - start < Self.longestName {
      let item = items[at]
      if item.mark == .hyphen, item.isJoined, at > start, at + 1 < items.count,
        items[at + 1].isJoined
      {
        at += 1
        continue
      }
      let isArticle =
        at > start && at + 2 < items.count && item.end - item.start <= 6
        && items[at + 1].mark == .hyphen && items[at + 1].isJoined && items[at + 2].isCapitalised
      let isPart = at > start && items[at - 1].mark == .hyphen && item.isJoined
      guard item.mark == .word, item.isCapitalised || isArticle || isPart,
        item.kinds.isDisjoint(with: [.verb, .date])
      else { break }
      at += 1
    }
    return at
  }

  /// Makes an actor of its own of a name, and learns the abbreviation behind it.
  private mutating func name(
    _ range: Range<Int>, isCharity: Bool, _ sentence: inout Sentence,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let items = sentence.items
    let tokens = Int(items[range.lowerBound].firstToken)..<Int(items[range.upperBound - 1].endToken)
    var behind = range.upperBound
    if behind < items.count, isQuote(items[behind]) { behind += 1 }
    let abbreviation = self.abbreviation(behind, sentence)
    let shown = abbreviation.map { $0..<($0 + 1) } ?? tokens
    let bytes =
      Int(
        sentence.tokens[shown.lowerBound].start)..<Int(
        sentence.tokens[shown.upperBound - 1].end)
    let written = String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self)
    let id = ActorID(rawValue: (isCharity ? "NGO:" : "ORG:") + written)
    let name = names.learn(keys(tokens, sentence, text), ArticleNames.Name(id: id))
    if let abbreviation {
      _ = names.learn(
        keys(abbreviation..<(abbreviation + 1), sentence, text), names[name])
    }
    merge(range, named: name, &sentence)
  }

  // MARK: Abbreviations

  /// The token of an unknown abbreviation in parentheses, when one opens at an item.
  private func abbreviation(_ open: Int, _ sentence: Sentence) -> Int? {
    let items = sentence.items
    guard open + 2 < items.count, items[open].mark == .openParenthesis,
      items[open + 2].mark == .closeParenthesis, items[open + 1].kinds == .unknown,
      items[open + 1].endToken == items[open + 1].firstToken + 1
    else { return nil }
    let token = Int(items[open + 1].firstToken)
    return sentence.tokens[token].isAllCapitals ? token : nil
  }

  /// "South Korea's National Intelligence Service (NIS)": the body of a known actor.
  private mutating func learnAbbreviation(
    _ open: Int, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard let token = abbreviation(open, sentence) else { return }
    var owner: ActorID?
    var hasRole = false
    var at = open - 1
    while at >= 0, open - at <= 6 {
      let item = sentence.items[at]
      guard item.mark == .word || item.mark == .possessive,
        item.kinds.isDisjoint(with: [.date, .number]),
        !(item.kinds.contains(.verb) && !item.isCapitalised),
        item.roles.isDisjoint(with: [.conjunction, .relative, .contrast, .subordinator])
      else { break }
      if item.roles.contains(.role) { hasRole = true }
      if item.kinds.contains(.actor), let id = actor(item) {
        owner = id
        if item.endToken - item.firstToken > 2 { hasRole = true }
      }
      at -= 1
    }
    guard hasRole, let owner, knowledge.actors.kind(of: owner) != .medium else { return }
    learn(token..<(token + 1), as: owner, isPerson: false, sentence, text)
  }

  // MARK: Names that a phrase explains

  private mutating func learn(
    _ tokens: Range<Int>, as owner: ActorID, isPerson: Bool, _ sentence: Sentence,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let id = knowledge.actors.rolledUp(owner)
    _ = names.learn(
      keys(tokens, sentence, text), ArticleNames.Name(id: id, isPerson: isPerson))
  }

  /// Learns whom the names of a sentence belong to: "Kosovo's prime minister Avdullah Hoti",
  /// "Garantex, an exchange in Moscow".
  mutating func learnNames(from sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    guard !isTitle(sentence) else { return }
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .nounPhrase {
      if let name = nameAtEnd(of: chunk, sentence) {
        guard let owner = owner(of: chunk, sentence) else { continue }
        // The surname alone stands for the person from now on.
        let last = Int(sentence.items[name.upperBound - 1].endToken)
        learn((last - 1)..<last, as: owner, isPerson: true, sentence, text)
      } else if i + 2 < sentence.chunks.count, sentence.chunks[i + 1].kind == .comma,
        sentence.chunks[i + 2].kind == .nounPhrase, sentence.chunks[i + 2].prepositionChunk < 0
      {
        learnApposed(i, i + 2, sentence, text)
      }
    }
  }

  /// The unknown name behind an office: "menteri luar negeri Kosovo | Donika Gervalla".
  private func nameAtEnd(of chunk: Chunk, _ sentence: Sentence) -> Range<Int>? {
    guard chunk.ownerEnd > chunk.ownerStart,
      chunk.traits.isDisjoint(with: [.isAnaphor, .isOpaque, .isPlace])
    else { return nil }
    let end = Int(chunk.endItem)
    var start = end
    while start > Int(chunk.firstItem), end - start < 4, isName(sentence.items[start - 1]) {
      start -= 1
    }
    guard start < end, start > Int(chunk.firstItem) else { return nil }
    let before = sentence.items[start - 1]
    guard before.kinds.contains(.actor) || before.roles.contains(.role) else { return nil }
    let hasOffice = sentence.items[Int(chunk.firstItem)..<start].contains {
      $0.roles.contains(.role) && !$0.roles.contains(.opaque) && !isWeapon($0)
    }
    return hasOffice ? start..<end : nil
  }

  /// "the Iranian missile Khorramshahr" does nothing of its own.
  private func isWeapon(_ item: Item) -> Bool {
    guard item.classSet != 0, let arms = lexicon.classNumbers["arms"] else { return false }
    var classes = ClassSet()
    classes.insert(arms)
    return lexicon.classSets[Int(item.classSet)].intersects(classes)
  }

  private func isName(_ item: Item) -> Bool {
    item.isCapitalised && item.kinds == .unknown && item.end - item.start >= 3
  }

  /// The one actor that a phrase belongs to.
  private func owner(of chunk: Chunk, _ sentence: Sentence) -> ActorID? {
    guard chunk.ownerEnd == chunk.ownerStart + 1 else { return nil }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    let item = sentence.items[Int(owner.item)]
    guard owner.kind == .actor, let id = actor(item), knowledge.actors.kind(of: id) != .medium,
      item.articleName < 0 || !names[item.articleName].isPerson
    else { return nil }
    return id
  }

  /// "Garantex, an exchange in Moscow,", "the Kosovo premier, Avdullah Hoti,": what stands on
  /// either side of a comma is the same.
  private mutating func learnApposed(
    _ first: Int, _ second: Int, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let chunks = sentence.chunks
    let behind = second + 1 < chunks.count ? chunks[second + 1].kind : .stop
    if isBareName(chunks[first], sentence) {
      let description = chunks[second]
      let cues = sentence.items[Int(description.firstItem)..<Int(description.endItem)]
        .reduce(into: WordRole()) { $0.formUnion($1.roles) }
      let isOffice = cues.contains(.role) && !cues.contains(.opaque)
      let isHeaded = !cues.isDisjoint(with: [.firmHead, .groupHead])
      guard isOffice || isHeaded,
        [.comma, .stop, .relative, .verb, .preposition, .date].contains(behind)
      else { return }
      let tokens = nameTokens(chunks[first], sentence)
      if let owner = owner(of: description, sentence) {
        guard !cues.contains(.groupHead) else { return }
        learn(
          isHeaded ? tokens : (tokens.upperBound - 1)..<tokens.upperBound, as: owner,
          isPerson: !isHeaded, sentence, text)
      } else if isHeaded, description.ownerEnd == description.ownerStart {
        learnHeaded(tokens, cues, behind: second, sentence, text)
      }
    } else if isBareName(chunks[second], sentence), behind == .comma || behind == .stop,
      chunks[first].roles.contains(.role), !chunks[first].traits.contains(.isOpaque),
      chunks[first].listHead < 0 || chunks[first].listHead == Int32(first),
      let owner = owner(of: chunks[first], sentence)
    {
      let tokens = nameTokens(chunks[second], sentence)
      learn((tokens.upperBound - 1)..<tokens.upperBound, as: owner, isPerson: true, sentence, text)
    }
  }

  /// "Bybit, an exchange": an actor of its own, unless its place is given.
  private mutating func learnHeaded(
    _ tokens: Range<Int>, _ cues: WordRole, behind phrase: Int, _ sentence: Sentence,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let chunks = sentence.chunks
    if cues.contains(.firmHead), phrase + 2 < chunks.count,
      chunks[phrase + 1].kind == .preposition, chunks[phrase + 1].roles.contains(.locative),
      chunks[phrase + 2].kind == .nounPhrase,
      let state = actors(of: phrase + 2, sentence).first
    {
      learn(tokens, as: state, isPerson: false, sentence, text)
      return
    }
    let bytes =
      Int(
        sentence.tokens[tokens.lowerBound].start)..<Int(
        sentence.tokens[tokens.upperBound - 1].end)
    let written = String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self)
    _ = names.learn(
      keys(tokens, sentence, text), ArticleNames.Name(id: ActorID(rawValue: "ORG:" + written)))
  }

  private func isBareName(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.ownerEnd == chunk.ownerStart && chunk.endItem - chunk.firstItem <= 4
      && (Int(chunk.firstItem)..<Int(chunk.endItem)).allSatisfy { isName(sentence.items[$0]) }
  }

  private func nameTokens(_ chunk: Chunk, _ sentence: Sentence) -> Range<Int> {
    Int(
      sentence.items[Int(chunk.firstItem)].firstToken)..<Int(
        sentence.items[Int(chunk.endItem) - 1].endToken)
  }
}
