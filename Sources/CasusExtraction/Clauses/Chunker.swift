import CasusKnowledge

/// Groups items into noun phrases, verbs and joining words.
final class Chunker: Sendable {
  let lexicon: Lexicon
  let isHeadFirst: Bool
  let usesCases: Bool
  /// Borders, and what is moved to them.
  let borderClass: ClassSet
  /// The numbers of "of", "on" and "with".
  let ofNumber: Int32
  let onNumber: Int32
  let withNumber: Int32
  let forceClasses: ClassSet
  /// People without a name, forces among them.
  let peopleClasses: ClassSet
  /// What is given or sent to somebody.
  let movedClasses: ClassSet
  /// What is given or sent to somebody and is nobody.
  let thingClasses: ClassSet
  /// Things that act for their owner.
  let actingThingClasses: ClassSet
  /// What bears the name of a place: towns, ports, camps.
  let siteClasses: ClassSet
  /// Units of time: "день".
  let spanClass: ClassSet
  /// What is counted out of something else: a batch, a shipment.
  let amountClass: ClassSet

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    isHeadFirst = lexicon.nounHead == .first
    usesCases = lexicon.usesCases
    ofNumber = Int32(lexicon.prepositions["of"] ?? -1)
    onNumber = Int32(lexicon.prepositions["on"] ?? -1)
    withNumber = Int32(lexicon.prepositions["with"] ?? -1)
    borderClass = lexicon.classes("border")
    actingThingClasses = lexicon.classes("embassy", "arms", "vessel")
    forceClasses = lexicon.classes("troops", "arms", "vessel")
    peopleClasses = lexicon.classes("people", "prisoner", "troops")
    movedClasses = lexicon.classes("arms", "aid", "money", "goods", "troops", "vessel")
    thingClasses = lexicon.classes("arms", "aid", "money", "goods", "vessel")
    siteClasses = lexicon.classes("territory", "infrastructure")
    spanClass = lexicon.classes("time_span")
    amountClass = lexicon.classes("amount_word")
  }

  /// The auxiliaries, negations and adverbs met since the last chunk.
  struct Pending {
    var traits: Chunk.Traits = []
    var hasBe = false
    var first: Int32 = -1

    mutating func open(_ item: Int) {
      if first < 0 { first = Int32(item) }
    }
  }

  func chunks(of items: [Item], into chunks: inout [Chunk], owners: inout [Owner]) {
    chunks.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    var pending = Pending()
    var held: HeldAuxiliary?
    var phrase = -1
    var i = 0
    while i < items.count {
      let item = items[i]
      if item.kinds.isEmpty && item.roles.isEmpty && item.node == 0 {
        let before = pending
        i = punctuation(items, i, &phrase, &pending, &chunks, &owners)
        if item.mark == .comma { hold(before, &held, &pending, chunks) }
        continue
      }
      if item.kinds.contains(.date) {
        flush(items, &phrase, i, &chunks, &owners)
        chunks.append(Chunk(kind: .date, firstItem: Int32(i), endItem: Int32(i + 1)))
        i += 1
        continue
      }
      if isVerb(items, i, inPhrase: phrase, pending, chunks) {
        flush(items, &phrase, i, &chunks, &owners)
        appendVerb(items, i, pending, &chunks)
        pending = Pending()
        i += 1
        continue
      }
      if isAuxiliary(items, i, inPhrase: phrase) {
        flush(items, &phrase, i, &chunks, &owners)
        if item.roles.contains(.reciprocal), usesCases || !isHeadFirst,
          i + 1 >= items.count || items[i + 1].mark != .possessive,
          let verb = verbBeside(&chunks)
        {
          chunks[verb].traits.insert(.isMutual)
          // "accused each other of lying": a verb with an object is no passive participle.
          if !usesCases, Int(chunks[verb].verbItem) == i - 1,
            chunks[verb].traits.isDisjoint(with: .isPassive)
          {
            chunks[verb].traits.remove(.isParticiple)
          }
        }
        collect(items, i, &pending, &chunks)
        i += 1
        continue
      }
      if opensWhole(items, phrase, i) {
        i += 1
        continue
      }
      if let kind = joint(items, i, inPhrase: phrase, chunks) {
        flush(items, &phrase, i, &chunks, &owners)
        closeAuxiliaries(items, &pending, i, &chunks)
        var chunk = Chunk(kind: kind, firstItem: Int32(i), endItem: Int32(i + 1))
        chunk.roles = item.roles
        chunk.preposition = item.preposition
        chunks.append(chunk)
        i += 1
        continue
      }
      if phrase < 0 {
        closeAuxiliaries(items, &pending, i, &chunks)
        phrase = i
      } else if usesCases
        ? opensNext(items, phrase, i, chunks)
        : isHeadFirst ? splitsPhrase(items, phrase, i) : opensPhrase(items, phrase, i, chunks)
      {
        flush(items, &phrase, i, &chunks, &owners)
        phrase = i
      }
      i += 1
    }
    flush(items, &phrase, items.count, &chunks, &owners)
    closeAuxiliaries(items, &pending, items.count, &chunks)
    openAsides(items, &chunks)
    joinSpeech(items, &chunks)
    demoteSubordinators(&chunks)
    attachPrepositions(items, &chunks)
    linkLists(items, &chunks)
  }

  /// "«…», — заявил президент": a dash between what is said and a verb of saying parts no more than the comma
  /// before it.
  private func joinSpeech(_ items: [Item], _ chunks: inout [Chunk]) {
    for dash in chunks.indices.dropFirst()
    where chunks[dash].kind == .stop && items[Int(chunks[dash].firstItem)].mark == .dash
      && (chunks[dash - 1].kind == .comma || chunks[dash - 1].kind == .closeQuote)
    {
      let next = chunks[(dash + 1)...].first { $0.kind != .date }
      if let next, next.kind == .verb, next.traits.contains(.isSpeech) {
        chunks[dash].kind = .comma
      }
    }
  }

  /// At most so many phrases and verbs stand between two dashes inside a clause.
  private static let asideLength = 12

  /// Whether what follows a dash can be no clause of its own: a relative clause or a participle.
  private func opensClause(_ chunk: Chunk) -> Bool {
    chunk.kind == .relative
      || chunk.kind == .verb && !chunk.traits.isDisjoint(with: [.isParticiple, .isGerund])
  }

  /// "Четыре страны – A, B и C – порвали": what stands between dashes says who is meant.
  func openAsides(_ items: [Item], _ chunks: inout [Chunk]) {
    var open = -1
    for i in chunks.indices {
      switch chunks[i].kind {
      case .stop:
        let isDash = items[Int(chunks[i].firstItem)].mark == .dash
        if isDash, open > 0, i + 1 < chunks.count, chunks[i + 1].kind == .verb,
          chunks[open - 1].kind == .nounPhrase
        {
          chunks[open].kind = .comma
          chunks[i].kind = .comma
          let namesThem = chunks[open..<i].contains { $0.traits.contains(.isAgentive) }
          // The names tell more than "the countries".
          if usesCases || chunks[open - 1].traits.contains(.isAnaphor) && namesThem {
            chunks[open - 1].ownerEnd = chunks[open - 1].ownerStart
          }
          open = -1
        } else {
          open = isDash ? i : -1
        }
      case .nounPhrase, .comma, .conjunction, .preposition, .date: break
      // "Iran – which denies it – condemned", "Iran – long isolated – condemned".
      case _ where open > 0 && i < open + Self.asideLength && opensClause(chunks[open + 1]): break
      default: open = -1
      }
    }
  }
}

extension WordRole {
  /// The roles of verbs.
  static let verbalRoles: WordRole = verbal.union(.echo)
}
