import CasusKnowledge

/// What joins noun phrases: prepositions and lists.
extension Chunker {
  /// "two days after the election, Nauru …": a subordinator without a verb only leads to a noun.
  func demoteSubordinators(_ chunks: inout [Chunk]) {
    for i in chunks.indices
    where i + 1 < chunks.count
      && (chunks[i].kind == .subordinator
        || usesCases && chunks[i].kind == .preposition && chunks[i].roles.contains(.subordinator))
    {
      if !usesCases, !isHeadFirst, i > 0, chunks[i - 1].kind == .relative,
        chunks[i + 1].kind == .verb
      {
        // "Portugal, which once ruled it": an adverb.
        chunks[i].kind = .preposition
        continue
      }
      if standsInClause(i, chunks) {
        chunks[i].kind = .preposition
        continue
      }
      var at = i + 1
      scan: while at < chunks.count {
        switch chunks[at].kind {
        case .nounPhrase, .preposition, .date, .conjunction: at += 1
        default: break scan
        }
      }
      if usesCases, at + 2 < chunks.count, chunks[at].kind == .comma,
        chunks[i + 1].kind == .nounPhrase,
        chunks[at + 1].kind == .conjunction, chunks[at + 2].kind == .nounPhrase
      {
        // "Как Франция, так и Испания": the first half of "both … and".
        chunks[i].kind = .conjunction
        continue
      }
      if at < chunks.count, reportsBehind(at, subordinator: i, chunks) {
        chunks[i].kind = .preposition
        chunks[at].kind = .complementizer
        continue
      }
      guard chunks[i + 1].kind == .nounPhrase, at == chunks.count || chunks[at].kind != .verb,
        at == chunks.count || chunks[at].kind == .comma || chunks[at].kind == .stop,
        !opensWhenClause(i, aside: at, chunks)
      else { continue }
      chunks[i].kind = .preposition
    }
  }

  /// "Macron said after talks with Putin | that France would leave", "told reporters before the vote | that": when it was
  /// said stands between the verb and what is said.
  private func reportsBehind(_ that: Int, subordinator: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, !isHeadFirst, subordinator > 0, chunks[subordinator + 1].kind == .nounPhrase,
      chunks[that].roles.contains(.complementizer)
    else { return false }
    let before = chunks[subordinator - 1]
    if before.kind == .nounPhrase, before.preposition == 0, subordinator > 1 {
      return chunks[subordinator - 2].traits.contains(.isSpeech)
    }
    return before.kind == .verb && before.traits.contains(.isSpeech)
  }

  /// "Trump once told reporters": between the subject that opens a clause and its verb no clause begins.
  private func standsInClause(_ at: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, !isHeadFirst, at > 0, chunks[at].kind == .subordinator,
      chunks[at].roles.isDisjoint(with: .whenever),
      chunks[at - 1].kind == .nounPhrase, chunks[at + 1].kind == .verb,
      chunks[at + 1].traits.contains(.isFinite), chunks[at + 1].traits.isDisjoint(with: .isGerund)
    else { return false }
    var start = at - 1
    while start > 0,
      [.nounPhrase, .preposition, .date, .conjunction].contains(chunks[start - 1].kind)
    { start -= 1 }
    return chunks[start].kind == .nounPhrase
      && (start == 0 || [.stop, .complementizer, .openQuote].contains(chunks[start - 1].kind))
  }

  /// "when gunmen from a militia, the Badr, attacked": "when" before a noun opens a clause, though an aside
  /// keeps its verb away.
  func opensWhenClause(_ opening: Int, aside at: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, !isHeadFirst, chunks[opening].roles.contains(.whenever), at + 3 < chunks.count
    else { return false }
    return chunks[at].kind == .comma && chunks[at + 1].kind == .nounPhrase
      && chunks[at + 2].kind == .comma && chunks[at + 3].kind == .verb
  }

  func attachPrepositions(_ items: [Item], _ chunks: inout [Chunk]) {
    for i in chunks.indices where chunks[i].kind == .nounPhrase && i > 0 {
      let before = chunks[i - 1]
      guard before.kind == .preposition, !standsAlone(before, before: chunks[i], items) else {
        continue
      }
      chunks[i].preposition = before.preposition
      chunks[i].prepositionChunk = Int32(i - 1)
      if before.roles.contains(.conjunction) { chunks[i].traits.insert(.isCompanion) }
    }
  }

  /// "стянула к границе | 15 тысяч солдат": a phrase that ends in a noun needs no complement, and
  /// would have one in the genitive.
  func standsAlone(_ preposition: Chunk, before phrase: Chunk, _ items: [Item]) -> Bool {
    let item = items[Int(preposition.firstItem)]
    if usesCases,
      phrase.features == .nominative
        || (preposition.roles.contains(.adverb) && !phrase.features.isEmpty
          && !phrase.features.contains(.genitive))
    {
      // "Накануне | талибы напали": no preposition governs the nominative.
      return true
    }
    guard usesCases, preposition.roles.contains(.aim), item.endToken - item.firstToken > 1 else {
      return false
    }
    // "на кордон із | Сербією" ends in a preposition, which has its complement.
    return items[Int(phrase.firstItem)].kinds.contains(.number)
      || (!phrase.features.isDisjoint(with: [.nominative, .accusative])
        && !phrase.features.contains(.genitive))
  }

  /// "menyerukan dialog, dan Amerika Serikat mendesak": a thing and somebody are no list.
  func isThingBesideActor(_ members: [Int], _ chunks: [Chunk]) -> Bool {
    guard !usesCases, let first = members.first, let last = members.last, members.count == 2 else {
      return false
    }
    let (thing, actor) = (chunks[first], chunks[last])
    return thing.ownerEnd == thing.ownerStart && !thing.traits.contains(.isAgentive)
      && (thing.eventNoun >= 0 || !thing.classes.isEmpty)
      && actor.traits.contains(.isAgentive) && actor.ownerEnd > actor.ownerStart
      && chunks[..<first].contains { $0.kind == .verb }
  }

  /// "has never recognised it, and China has": a pronoun behind a verb begins no list with a comma.
  func isPronounObject(_ at: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && at > 0 && chunks[at - 1].kind == .verb && at + 1 < chunks.count
      && chunks[at + 1].kind == .comma && chunks[at].endItem == chunks[at].firstItem + 1
      && !chunks[at].roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
  }

  /// Links the members of lists: A, B and C; and the examples that follow "such as".
  func linkLists(_ items: [Item], _ chunks: inout [Chunk]) {
    var i = 0
    var members: [Int] = []
    while i < chunks.count {
      guard chunks[i].kind == .nounPhrase, chunks[i].listHead < 0 else {
        i += 1
        continue
      }
      members.removeAll(keepingCapacity: true)
      members.append(i)
      if opensWithPlace(i, chunks) || isPronounObject(i, chunks) {
        link(members, &chunks)
        i += 1
        continue
      }
      var at = i + 1
      var isClosed = false
      while at < chunks.count {
        var look = at
        var hasConjunction = false
        if chunks[look].kind == .comma { look += 1 }
        if look < chunks.count, chunks[look].kind == .conjunction {
          hasConjunction = true
          look += 1
        }
        if !hasConjunction, let follower = follower(at, items, chunks) {
          look = follower
          hasConjunction = true
        }
        guard look > at, look < chunks.count, chunks[look].kind == .nounPhrase,
          sharesCase(members[0], look, chunks)
        else { break }
        // "Syria, not Iraq".
        if chunks[look].traits.contains(.isNegative), !hasConjunction { break }
        // "to the United States, and it would": who acts next.
        if hasConjunction, chunks[look].preposition == 0, opensWithPronoun(look, chunks) { break }
        // "expelled two diplomats, Latvia three": another subject with its own figure.
        if isGapped(chunks[look], items) { break }
        members.append(look)
        at = look + 1
        if hasConjunction {
          isClosed = true
          // "Burkina Faso, as well as Mali and Niger": the companions are a list of their own.
          let isCompanion = isCompanion(chunks[look - 1], items)
          let goesOn =
            isCompanion && at < chunks.count && chunks[at].kind == .conjunction
            && !self.isCompanion(chunks[at], items)
          guard goesOn || !isCompanion && joinsCompanion(at, items, chunks) else { break }
        }
      }
      let before = i > 0 ? chunks[i - 1].kind : .stop
      let opensClause =
        before != .preposition && (before != .verb || chunks[i - 1].traits.contains(.isSpeech))
        || isHeadFirst && !usesCases && before == .verb
          && takes([.drop, .claim], chunks[i - 1], items)
      let joinsSides = before == .preposition && chunks[i - 1].roles.contains(.between)
      // "The leaders of Laos and Chad met": without a verb before, no new clause starts in the list.
      let isFirstClause =
        before == .preposition && i > 1 && chunks[i - 2].kind == .nounPhrase
        && !chunks[(clauseStart(i, chunks))..<i].contains { $0.kind == .verb }
      if opensClauseBehindComma(members, chunks) || leadsToOwnVerb(members, chunks) {
        members.removeLast()
      } else if let last = members.last, members.count > 1,
        !opensClause && !joinsSides && !isFirstClause || isThingBesideActor(members, chunks),
        last + 1 < chunks.count,
        chunks[last + 1].kind == .verb, chunks[last + 1].traits.contains(.isFinite),
        !chunks[last + 1].traits.contains(.isPassive) || isHeadFirst,
        !leadsToAim(last + 1, chunks)
      {
        // "attacked Kharkiv and Ukraine retaliated": the last member is the next subject.
        members.removeLast()
        isClosed = members.count > 1 && chunks[members[members.count - 1] - 1].kind == .conjunction
      }
      if !isClosed, isHeadlineList(members, items, chunks) { isClosed = true }
      if !isClosed { members.removeLast(members.count - 1) }
      link(members, &chunks)
      addExamples(after: members, items, &chunks)
      i = (members.last ?? i) + 1
    }
  }

  /// Where the clause of a phrase begins in English: behind a semicolon or colon.
  private func clauseStart(_ at: Int, _ chunks: [Chunk]) -> Int {
    guard !usesCases, !isHeadFirst else { return 0 }
    return chunks[..<at].lastIndex { $0.kind == .stop }.map { $0 + 1 } ?? 0
  }

  /// Whether a phrase behind a comma and "and" is a pronoun, which is no member of a list.
  func opensWithPronoun(_ at: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && !isHeadFirst && at > 1 && chunks[at - 1].kind == .conjunction
      && chunks[at - 2].kind == .comma && chunks[at].endItem == chunks[at].firstItem + 1
      && !chunks[at].roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
      && at + 1 < chunks.count && chunks[at + 1].kind != .stop && chunks[at + 1].kind != .comma
  }

  /// "bound for America, and the factories that feed it belong to Koreans", "sued Chad, and the minister of
  /// Mali resigned": two have no comma before their "and", so that the second with a verb of its own behind
  /// what tells more of it is a subject.
  func leadsToOwnVerb(_ members: [Int], _ chunks: [Chunk]) -> Bool {
    guard !isHeadFirst, !usesCases, members.count == 2, let last = members.last, members[0] > 0,
      last > 1, chunks[last - 1].kind == .conjunction, chunks[last - 2].kind == .comma,
      last - 2 == members[0] + 1,
      chunks[..<members[0]].contains(where: { $0.kind == .verb })
        || chunks[members[0] - 1].kind == .preposition
    else { return false }
    var at = last + 1
    var isRelative = false
    while at < chunks.count {
      switch chunks[at].kind {
      case .preposition, .nounPhrase, .date: at += 1
      case .relative:
        guard !isRelative else { return false }
        isRelative = true
        at += 1
      case .verb:
        let traits = chunks[at].traits
        let isOwn =
          traits.contains(.isFinite) && !traits.isSuperset(of: [.isParticiple, .isPassive])
        guard isRelative else { return isOwn && at > last + 1 }
        // The verb of the relative clause; another goes on behind it.
        let next = chunks[(at + 1)...].first { $0.kind != .nounPhrase && $0.kind != .date }
        return next?.kind == .verb && next?.traits.contains(.isFinite) == true
          && chunks[at + 1].kind != .verb
      default: return false
      }
    }
    return false
  }

  /// "meminta dukungan Rusia, dan Moskow berjanji", "menyerbu Suriah, lalu Rusia dan Iran datang": two names
  /// have no comma before their "and", so that behind it begins a clause with a subject of its own.
  func opensClauseBehindComma(_ members: [Int], _ chunks: [Chunk]) -> Bool {
    guard isHeadFirst || usesCases, members.count == 2, let last = members.last, members[0] > 0,
      chunks[last - 1].kind == .conjunction, chunks[last - 2].kind == .comma,
      // ", и Израиль разорвал", but ", а также Израиль разорвали".
      !usesCases || chunks[last].features.isEmpty || chunks[last].features.contains(.nominative),
      last - 2 == members[0] + 1, chunks[..<members[0]].contains(where: { $0.kind == .verb })
    else { return false }
    var at = last + 1
    if at + 1 < chunks.count, chunks[at].kind == .conjunction, chunks[at + 1].kind == .nounPhrase {
      at += 2
    }
    return at < chunks.count && chunks[at].kind == .verb && chunks[at].traits.contains(.isFinite)
  }

  /// "talks between Hamas and Israel | aimed at ending": a participle before a preposition and a form
  /// in "-ing" tells more of what stands before it.
  func leadsToAim(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases && !isHeadFirst && verb + 2 < chunks.count
      && chunks[verb].traits.contains(.isParticiple)
      && chunks[verb].firstItem == chunks[verb].verbItem
      && chunks[verb + 1].kind == .preposition && chunks[verb + 2].kind == .verb
      && chunks[verb + 2].traits.contains(.isGerund)
  }

  /// "Встретился с президентом Казахстана и | премьер Италии": the members of a list stand in the
  /// same case.
  func sharesCase(_ one: Int, _ two: Int, _ chunks: [Chunk]) -> Bool {
    !usesCases || chunks[one].prepositionChunk < 0 || chunks[one].features.isEmpty
      || chunks[two].features != .nominative
  }

  /// "Эстония, а вслед за ней и | Латвия выслали": another subject of a verb in the plural.
  func follower(_ comma: Int, _ items: [Item], _ chunks: [Chunk]) -> Int? {
    var at = comma + 1
    guard usesCases, at < chunks.count, chunks[comma].kind == .comma, chunks[at].kind == .contrast
    else { return nil }
    at += 1
    if at + 1 < chunks.count, chunks[at].kind == .preposition,
      chunks[at + 1].traits.contains(.isAnaphor)
    {
      at += 2
    } else if at < chunks.count, chunks[at].kind == .date {
      at += 1
    }
    if at < chunks.count, chunks[at].kind == .conjunction {
      at += 1
    } else if chunks[at - 1].kind == .date, chunks[..<comma].contains(where: { $0.kind == .verb }) {
      // "Announced the president, and hours before that planes bombed": a clause of its own.
      return nil
    }
    guard at > comma + 2, at + 1 < chunks.count, chunks[at].kind == .nounPhrase,
      chunks[at + 1].kind == .verb,
      items[Int(chunks[at + 1].verbItem)].verbFeatures.isSuperset(of: [.finite, .plural])
    else { return nil }
    return at
  }

  /// "Latvia three and Lithuania one": a name with a figure behind it.
  func isGapped(_ phrase: Chunk, _ items: [Item]) -> Bool {
    !usesCases && !isHeadFirst && phrase.isGapped(in: items)
  }

  /// "as well as", "along with": a conjunction of several words.
  func isCompanion(_ joint: Chunk, _ items: [Item]) -> Bool {
    let item = items[Int(joint.firstItem)]
    return !usesCases && !isHeadFirst && item.endToken > item.firstToken + 1
  }

  /// "Bahrain and Kuwait, | together with Egypt, broke off relations": a list that has its "and" goes on.
  func joinsCompanion(_ at: Int, _ items: [Item], _ chunks: [Chunk]) -> Bool {
    let joint = at < chunks.count && chunks[at].kind == .comma ? at + 1 : at
    return joint + 1 < chunks.count && chunks[joint].kind == .conjunction
      && isCompanion(chunks[joint], items) && chunks[joint + 1].kind == .nounPhrase
  }

  /// "menyerukan Caracas dan Georgetown menyelesaikan": those asked are a list, although a verb
  /// follows.
  func takes(_ kinds: [ContentKind], _ verb: Chunk, _ items: [Item]) -> Bool {
    guard verb.verbItem >= 0 else { return false }
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains { meaning in
      guard meaning.kind == .verb else { return false }
      return lexicon.frames[Int(meaning.index)].frame.content.map(kinds.contains) ?? false
    }
  }

  /// "In Ohrid, Serbia and Kosovo accept": whether a phrase only says where, and the list behind the
  /// comma is the subject.
  func opensWithPlace(_ at: Int, _ chunks: [Chunk]) -> Bool {
    if isHeadFirst, !usesCases { return isFronted(at, chunks) }
    if !usesCases, isFronted(at, chunks) { return true }
    guard !isHeadFirst, !usesCases, at > 0, chunks[at - 1].kind == .preposition,
      chunks[at - 1].roles.contains(.locative) || chunks[at - 1].roles.contains(.origin),
      at == 1 || chunks[at - 2].kind == .stop || chunks[at - 2].kind == .comma,
      at + 2 < chunks.count, chunks[at + 1].kind == .comma, chunks[at + 2].kind == .nounPhrase
    else { return false }
    // What stands before the first verb, and no other comma right before it.
    var look = at + 3
    while look < chunks.count {
      switch chunks[look].kind {
      case .verb:
        return chunks[look].traits.contains(.isFinite) && chunks[look - 1].kind == .nounPhrase
      case .nounPhrase, .comma, .conjunction, .preposition: look += 1
      default: return false
      }
    }
    return false
  }

  /// "Setelah perundingan di Oslo, Kolombia dan ELN sepakat": a phrase that ends what opens the sentence.
  func isFronted(_ at: Int, _ chunks: [Chunk]) -> Bool {
    let isEnglishLike = !isHeadFirst && !usesCases
    guard at > 0, chunks[0].kind == .preposition || isEnglishLike && chunks[0].kind == .date,
      chunks[at - 1].kind == .preposition,
      at + 2 < chunks.count, chunks[at + 1].kind == .comma, chunks[at + 2].kind == .nounPhrase,
      chunks[..<at].allSatisfy({
        // "In October the leaders of Egypt, Chad and Mali met": a subject of its own.
        isEnglishLike
          ? $0.kind == .nounPhrase
            ? $0.prepositionChunk >= 0 : [.preposition, .date, .comma].contains($0.kind)
          : [.nounPhrase, .preposition, .date].contains($0.kind)
      })
    else { return false }
    var look = at + 3
    var sawConjunction = false
    while look < chunks.count {
      switch chunks[look].kind {
      // "After visits to Chad, Niger and Mali, Macron met": the list goes on to its "and".
      case .comma where sawConjunction && isEnglishLike: return false
      case .conjunction:
        sawConjunction = true
        look += 1
      case .verb:
        return chunks[look - 1].kind == .nounPhrase
          && (!isEnglishLike || chunks[look].traits.contains(.isFinite))
      case .nounPhrase, .comma, .preposition: look += 1
      default: return false
      }
    }
    return false
  }

  /// "Macron, Scholz meet", "Britain, Canada, Australia recognise": bare names at the start with a
  /// comma for "and".
  ///
  /// Of two names the second may tell more of the first ("Basra, Iraq, was hit"), of three not.
  func isHeadlineList(_ members: [Int], _ items: [Item], _ chunks: [Chunk]) -> Bool {
    // "urges India, Pakistan to show restraint".
    let isAsked =
      members[0] > 0 && chunks[members[0] - 1].kind == .verb && !isHeadFirst && !usesCases
      && members.last.map {
        $0 + 1 < chunks.count && chunks[$0 + 1].traits.contains(.isInfinitive)
      } == true
    let opens =
      members[0] == 0 || !isHeadFirst && !usesCases && chunks[members[0] - 1].kind == .stop
    guard let last = members.last, members.count > 1, opens || isAsked,
      last + 1 < chunks.count, chunks[last + 1].kind == .verb,
      joinsPeoples(members, items, chunks)
        || members.allSatisfy({
          chunks[$0].endItem == chunks[$0].firstItem + 1
            && items[Int(chunks[$0].firstItem)].kinds.contains(.actor)
        })
    else { return false }
    if members.count > 2 || isAsked { return true }
    let traits = chunks[last + 1].traits
    if isHeadFirst, !usesCases { return traits.contains(.isBareVerb) }
    // "Laos, Chad to hold talks".
    guard !isHeadFirst, !usesCases, !traits.isDisjoint(with: [.isFinite, .isInfinitive]) else {
      return false
    }
    return items[Int(chunks[last + 1].verbItem)].verbFeatures.contains(.base)
  }

  /// "Thai, Cambodian | troops": adjectives of several peoples before the noun that they share.
  func joinsPeoples(_ members: [Int], _ items: [Item], _ chunks: [Chunk]) -> Bool {
    guard !isHeadFirst, !usesCases, let last = members.last else { return false }
    let shared = chunks[last]
    return shared.endItem == shared.firstItem + 2
      && items[Int(shared.firstItem) + 1].nounFeatures.contains(.plural)
      && members.allSatisfy {
        items[Int(chunks[$0].firstItem)].kinds.contains(.adjectivalActor)
          && ($0 == last || chunks[$0].endItem == chunks[$0].firstItem + 1)
      }
  }

  func link(_ members: [Int], _ chunks: inout [Chunk]) {
    for (position, member) in members.enumerated() {
      chunks[member].listHead = Int32(members[0])
      if position > 0 {
        chunks[members[position - 1]].next = Int32(member)
        if chunks[member].preposition == 0 {
          chunks[member].preposition = chunks[members[0]].preposition
          chunks[member].prepositionChunk = chunks[members[0]].prepositionChunk
        }
      }
    }
  }

  func addExamples(after members: [Int], _ items: [Item], _ chunks: inout [Chunk]) {
    guard let last = members.last, let named = examples(behind: last, items, chunks) else { return }
    chunks[last].next = Int32(named)
    var example = named
    var hasConjunction = true
    // The examples are a list of their own; it is walked by the same links.
    while hasConjunction, example < chunks.count {
      chunks[example].listHead = Int32(members[0])
      chunks[example].preposition = chunks[members[0]].preposition
      chunks[example].prepositionChunk = chunks[members[0]].prepositionChunk
      var look = example + 1
      hasConjunction = false
      if look < chunks.count, chunks[look].kind == .comma { look += 1 }
      if look < chunks.count, chunks[look].kind == .conjunction { look += 1 }
      if look > example + 1, look < chunks.count, chunks[look].kind == .nounPhrase,
        chunks[look].ownerEnd > chunks[look].ownerStart
      {
        let isSubject = look + 1 < chunks.count && chunks[look + 1].kind == .verb
        if !isSubject {
          chunks[example].next = Int32(look)
          example = look
          hasConjunction = true
        }
      }
    }
  }

  /// The phrase that names some of those whom a phrase counts: "24 hostages on Friday, including | ten Thais",
  /// "nine tourists, two of them | Germans".
  private func examples(behind phrase: Int, _ items: [Item], _ chunks: [Chunk]) -> Int? {
    var at = phrase + 1
    if at + 1 < chunks.count, chunks[at].kind == .date, chunks[at + 1].kind == .comma, !usesCases {
      at += 1
    }
    let isBehindComma = at < chunks.count && chunks[at].kind == .comma
    if isBehindComma { at += 1 }
    guard at + 1 < chunks.count else { return nil }
    if chunks[at].roles.contains(.exemplifier) {
      return chunks[at + 1].kind == .nounPhrase ? at + 1 : nil
    }
    guard isBehindComma, !isHeadFirst, !usesCases, chunks[at].kind == .nounPhrase,
      counts(items[Int(chunks[at].firstItem)])
    else { return nil }
    // "two | of | them | Germans", "one of them | a German", "most of them German".
    let isApart =
      chunks[at].endItem == chunks[at].firstItem + 1 && at + 2 < chunks.count
      && Int32(chunks[at + 1].preposition) == ofNumber
    let pronoun = isApart ? at + 2 : at
    guard
      let them = (chunks[pronoun].firstItem..<chunks[pronoun].endItem).first(where: {
        items[Int($0)].roles.contains(.pluralPronoun)
      })
    else { return nil }
    let named = them == chunks[pronoun].endItem - 1 ? pronoun + 1 : pronoun
    guard named < chunks.count, chunks[named].kind == .nounPhrase,
      chunks[named].ownerEnd > chunks[named].ownerStart,
      !chunks[named].traits.contains(.isAnaphor),
      named + 1 == chunks.count || chunks[named + 1].kind != .verb
    else { return nil }
    return named
  }

  /// "two", "most", "one of them".
  private func counts(_ item: Item) -> Bool {
    item.kinds.contains(.number) || item.roles.contains(.determiner)
      || item.roles.contains(.pluralPronoun)
  }
}
