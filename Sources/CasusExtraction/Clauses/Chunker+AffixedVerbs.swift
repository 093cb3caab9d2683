import CasusKnowledge

/// Verbs where affixes mark them, as in Indonesian.
extension Chunker {
  /// Verbs marked by affixes; a bare stem is a verb only where a predicate must stand.
  func isAffixedVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ pending: Pending, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    if item.kinds.contains(.unknownVerb) {
      return !(item.isCapitalised && at > 0) && item.roles.isEmpty && !items[at].isJoined
    }
    if phrase < 0, pending.first < 0, chunks.last?.kind == .preposition,
      item.kinds.contains(.eventNoun)
    {
      // "dengan latihan perang": a noun behind a preposition.
      return false
    }
    if phrase < 0, pending.first < 0, item.kinds.contains(.eventNoun),
      item.endToken > item.firstToken + 1 || at == 0,
      at == 0 || chunks.last.map({ $0.kind == .verb && $0.endItem == Int32(at) }) ?? false
    {
      // "menangguhkan kerja sama", "Baku tembak pecah": what is also a noun is one there.
      return false
    }
    if item.kinds.contains(.noun), item.verbFeatures.contains(.passive),
      item.verbFeatures.isDisjoint(with: [.active, .bare])
    {
      // "mengekstradisi tersangka": somebody, though it looks like a passive.
      return false
    }
    if item.verbFeatures.contains(.active) || item.verbFeatures.contains(.passive) {
      return item.roles.isDisjoint(with: [.preposition, .subordinator])
        || item.kinds.contains(.verb)
    }
    if pending.hasBe { return false }
    if at == 0 { return opensHeadline(items) }
    if pending.first >= 0, pending.traits.isEmpty, phrase < 0, item.isCapitalised,
      chunks.last?.kind == .nounPhrase, let next = at + 1 < items.count ? items[at + 1] : nil,
      next.isCapitalised
    {
      // "Turki Akhirnya Ratifikasi Keanggotaan Swedia": a headline verb behind an adverb.
      return true
    }
    if !pending.traits.isEmpty { return !pending.traits.contains(.isHearsay) || phrase < 0 }
    let isNoun =
      !item.kinds.isDisjoint(with: [.eventNoun, .noun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .preposition, .subordinator])
    let next = at + 1 < items.count ? items[at + 1] : nil
    if item.roles.contains(.speech), item.kinds.isDisjoint(with: .verb) {
      if phrase >= 0, item.isCapitalised, items[at - 1].kinds.contains(.actor), let next,
        next.isCapitalised, !next.kinds.isDisjoint(with: [.verb, .actor])
      {
        // "Islamabad Klaim Rontokkan Jet": a headline.
        return true
      }
      // "…," kata X; X kata: only beside a quotation or a comma, before its speaker.
      // "…, klaim yang ditepis Asmara" is a noun.
      guard let last = chunks.last, phrase < 0, next?.roles.contains(.relative) != true else {
        return false
      }
      return last.kind == .comma || last.kind == .closeQuote
    }
    if opensReply(items, at, phrase, chunks) { return true }
    // A headline verb follows its subject and leads to its object.
    if phrase >= 0 {
      let before = items[at - 1]
      guard before.kinds.contains(.actor) || before.roles.contains(.role) || before.isCapitalised,
        let next
      else { return false }
      let isCapital = item.isCapitalised
      if isHeadlineVerb(items, at, phrase, chunks) { return true }
      if isNoun { return isCapital && next.kinds.contains(.actor) && before.kinds.contains(.actor) }
      return next.isCapitalised
        || !next.roles.isDisjoint(with: [.preposition, .determiner, .relative])
        || !next.kinds.isDisjoint(with: [.noun, .eventNoun, .verb, .number])
    }
    if let last = chunks.last, last.kind == .verb, last.endItem == Int32(at), item.isCapitalised,
      items[at - 1].isCapitalised, item.verbFeatures.contains(.base), let next,
      next.isCapitalised || next.kinds.contains(.number), !isAskedFor(item, by: items[at - 1])
    {
      // Two headline verbs in a row: "Moskow Balas Blokir 81 Media".
      return true
    }
    if let last = chunks.last, last.kind == .verb, last.endItem == Int32(at), !item.isCapitalised,
      items[at - 1].verbFeatures.isDisjoint(with: [.active, .passive]), item.kinds == .verb,
      let next, !next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .number])
    {
      // "Teheran balas larang pesawat Lebanon": a chat writes like a headline.
      return true
    }
    if isNoun { return false }
    if let last = chunks.last, last.kind == .comma || last.kind == .conjunction {
      return item.isCapitalised && next?.isCapitalised == true
    }
    return pending.first >= 0 && chunks.last?.kind == .nounPhrase
  }

  /// `"…," kecam Hamas`: a bare stem right behind a quotation that a comma ends, before whoever speaks.
  private func opensReply(
    _ items: [Item], _ at: Int, _ phrase: Int, _ chunks: [Chunk]
  ) -> Bool {
    let marks = chunks.suffix(2).map(\.kind)
    guard marks == [.comma, .closeQuote] || marks == [.closeQuote, .comma], phrase < 0,
      at + 1 < items.count, items[at].kinds.contains(.verb), !items[at].isCapitalised,
      items[at].verbFeatures.contains(.base)
    else { return false }
    let next = items[at + 1]
    return next.kinds.contains(.actor) || !next.roles.isDisjoint(with: [.role, .opaque])
  }

  /// "Cabut Sanksi Suriah": whether a frame of the verb before asks for such a noun as its object.
  func isAskedFor(_ item: Item, by verb: Item) -> Bool {
    guard item.classSet != 0, verb.kinds.contains(.verb) else { return false }
    let classes = lexicon.classSets[Int(item.classSet)]
    return lexicon.meanings(of: verb.node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].objectClasses.intersects(classes)
    }
  }

  /// "Indonesia Pesan 48 Jet", "Mesir Protes Bendungan Ethiopia": behind a bare name that opens a
  /// headline, and before an object, a word that may be a verb is one.
  func isHeadlineVerb(
    _ items: [Item], _ at: Int, _ phrase: Int, _ chunks: [Chunk]
  ) -> Bool {
    let item = items[at]
    guard item.kinds.contains(.verb), phrase == at - 1, at + 1 < items.count,
      items[phrase].kinds.contains(.actor), items[phrase].kinds.isDisjoint(with: .adjectivalActor),
      item.roles.isDisjoint(with: [.role, .opaque, .preposition, .subordinator])
    else { return false }
    if let last = chunks.last, last.kind != .comma, last.kind != .stop { return false }
    let next = items[at + 1]
    guard item.isCapitalised else { return opensPredicate(items, at) }
    return next.kinds.contains(.number)
      || next.isCapitalised && !next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .unknown])
  }

  /// "Mesir protes pembangunan bendungan": a noun or verb in a clause that has no other verb.
  ///
  /// Behind a bare name that opens the clause it is the verb; a noun would stand before its owner.
  private func opensPredicate(_ items: [Item], _ at: Int) -> Bool {
    let next = items[at + 1]
    guard
      next.roles.contains(.preposition)
        || !next.kinds.isDisjoint(with: [.noun, .eventNoun, .actor, .number])
    else { return false }
    return !items[(at + 1)...].prefix { $0.mark == .word || $0.mark == .number }
      .contains {
        $0.kinds.contains(.unknownVerb) || !$0.verbFeatures.isDisjoint(with: [.active, .passive])
      }
  }

  /// "Kecam Israel, Spanyol Tarik Dubes": a headline that begins with what its subject does besides.
  func opensHeadline(_ items: [Item]) -> Bool {
    guard let first = items.first, first.isCapitalised, first.kinds == .verb,
      first.verbFeatures.contains(.base), items.count > 4, items[1].isCapitalised
    else { return false }
    guard let comma = items.prefix(10).firstIndex(where: { $0.mark == .comma }), comma > 1,
      comma + 2 < items.count, items[comma + 1].isCapitalised
    else { return false }
    return items[comma + 1].kinds.contains(.actor) || items[comma + 1].roles.contains(.role)
  }
}
