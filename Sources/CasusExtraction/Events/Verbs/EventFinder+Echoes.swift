import CasusKnowledge
import CasusModel

// Acts that repeat others: "did the same", "after Russia and Syria".
extension EventFinder {
  /// "Mali did the same": the act told last, by someone else.
  ///
  /// Where the sentence does not tell on whom others acted, the repeated act goes to `halves` as well.
  func repeated(
    _ verb: Int, _ sentence: Sentence, _ findings: [Finding], _ halves: inout [Finding],
    _ resolver: inout ActorResolver
  ) -> [Finding] {
    let isInverted = sentence.chunks[verb].roles.contains(.echo)
    let subject = isInverted ? Int32(verb + 1) : sentence.links[verb].subject
    guard subject >= 0, subject < sentence.chunks.count, mayAct(Int(subject), sentence) else {
      return []
    }
    let source = filling(subject, sentence, &resolver, excluding: [])
    guard !source.actors.isEmpty else { return [] }
    var finding = Finding(
      type: .agree, mode: nil, source: source.actors, target: [], verb: verb, phrase: -1, frame: -1,
      firstChunk: min(verb, source.first), lastChunk: max(verb, source.last), object: -1,
      targetPreposition: 0,
      form: "the same again", usesAnaphor: true, inheritsSubject: false, targetIsPlace: false)
    let model = exemplar(verb, sentence, &resolver, rolled(source.actors))
    if let model {
      // "Примеру Кремля последовали": the last act of whoever set the example.
      guard
        let last = resolver.discourse.acts.last(where: {
          !Set(rolled($0.source)).isDisjoint(with: model)
        })
      else { return [] }
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else if let last = findings.last(where: {
      $0.phrase < 0 && sentence.links[$0.verb].link != .subordinate
    }) ?? findings.last(where: { $0.phrase < 0 }) {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else if let last = halves.last(where: { $0.phrase < 0 && $0.verb < verb }),
      last.missing == .target
    {
      // "France suspended its aid, and Berlin did so two days later".
      (finding.type, finding.mode, finding.missing) = (last.type, last.mode, .target)
      halves.append(finding)
      return []
    } else if let last = resolver.discourse.exemplaryAct, sentence.number - last.sentence <= 3 {
      // "К нему присоединились": in what somebody says or imposes, nothing else.
      if lexicon.usesCases, sentence.chunks[verb].roles.contains(.joining),
        !last.type.isReaction, last.type != .sanction
      {
        return []
      }
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
      if isInverted, last.status == .planned { finding.status = .planned }
    } else {
      return []
    }
    if sentence.items[Int(max(sentence.chunks[verb].verbItem, 0))].roles.contains(.negation) {
      // "says it does no such thing".
      finding.status = .denied
    }
    // "took similar steps against Iran".
    let named = against(verb, sentence, &resolver)
    if !named.actors.isEmpty {
      finding.target = named.actors
      finding.lastChunk = max(finding.lastChunk, named.last)
    }
    let own = Set(rolled(finding.source))
    if named.actors.isEmpty,
      !finding.target.isEmpty, own.isSuperset(of: rolled(finding.target))
    {
      // "Delhi returned the favour": the act goes back to whoever did it.
      finding.target =
        findings.last(where: { $0.phrase < 0 })?.source
        ?? resolver.discourse.acts.last?.source ?? []
    }
    finding.target.removeAll { own.contains(knowledge.actors.rolledUp($0)) }
    return finding.target.isEmpty ? [] : [finding]
  }

  /// "Paris followed within hours", "Yemen joined them", "So has Oman": whether a verb only says that
  /// somebody else does the act told last.
  func followsAct(_ verb: Int, _ sentence: Sentence, _ findings: [Finding]) -> Bool {
    let (chunk, links) = (sentence.chunks[verb], sentence.links[verb])
    if lexicon.usesCases { return joinsWhoActed(verb, sentence) }
    guard !isHeadFirst, chunk.traits.isDisjoint(with: [.isPassive, .isGerund])
    else { return false }
    if chunk.roles.contains(.echo) {
      return verb + 1 < sentence.chunks.count && sentence.chunks[verb + 1].kind == .nounPhrase
        && !findings.contains { $0.phrase < 0 && $0.verb < verb }
        && endsClause(verb + 1, sentence)
    }
    // "The killings that followed".
    guard links.link != .relative || links.object > verb else { return false }
    guard chunk.roles.contains(.joining), links.subject >= 0, links.link != .coordinate,
      sentence.chunks[Int(links.subject)].traits.contains(.isAgentive),
      !sentence.chunks[Int(links.subject)].traits.contains(.isAnaphor)
    else { return false }
    var next = verb + 1
    if links.object > verb {
      let object = sentence.chunks[Int(links.object)]
      guard !object.roles.isDisjoint(with: [.pluralPronoun, .thingPronoun]) else { return false }
      next = Int(links.object) + 1
    }
    guard next < sentence.chunks.count else { return true }
    return [.stop, .comma, .date, .contrast, .conjunction].contains(sentence.chunks[next].kind)
  }

  /// "До неї приєдналися Чилі та Перу": whether somebody named joins those whom a pronoun means.
  private func joinsWhoActed(_ verb: Int, _ sentence: Sentence) -> Bool {
    let (chunk, subject) = (sentence.chunks[verb], Int(sentence.links[verb].subject))
    guard chunk.roles.contains(.joining), chunk.traits.isDisjoint(with: [.isPassive, .isGerund]),
      sentence.links[verb].link == .main, subject >= 0,
      sentence.chunks[subject].traits.contains(.isAgentive),
      !sentence.chunks[subject].traits.contains(.isAnaphor)
    else { return false }
    return [verb - 1, verb + 2].contains { at in
      sentence.chunks.indices.contains(at) && sentence.chunks[at].kind == .nounPhrase
        && sentence.chunks[at].prepositionChunk >= 0
        && !sentence.chunks[at].roles.isDisjoint(with: [
          .personPronoun, .pluralPronoun, .thingPronoun,
        ])
    }
  }

  /// Whose example is followed, by name; `nil` where a pronoun or nothing says so.
  private func exemplar(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ own: [ActorID]
  ) -> Set<ActorID>? {
    guard lexicon.usesCases else { return nil }
    for at in [verb - 1, verb + 1] where sentence.chunks.indices.contains(at) {
      let chunk = sentence.chunks[at]
      guard chunk.kind == .nounPhrase, chunk.prepositionChunk < 0,
        at != Int(sentence.links[verb].subject), chunk.traits.contains(.hasPossessor),
        !chunk.traits.contains(.isAnaphor)
      else { continue }
      let named = rolled(resolver.actors(of: at, sentence)).filter { !own.contains($0) }
      if !named.isEmpty { return Set(named) }
    }
    return nil
  }

  /// Whom a repeated act is said to be against.
  private func against(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .date, .preposition: break
      case .nounPhrase where chunk.prepositionChunk >= 0:
        let isAim = sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.aim)
        let found = isAim ? filling(Int32(at), sentence, &resolver, excluding: []) : Filling()
        if !found.actors.isEmpty { return found }
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "Terkait senjata dari Korea Utara untuk Rusia": the transfer between these two that was told
  /// before.
  func transferred(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    let (giver, taker) = (phrase + 2, phrase + 4)
    let chunks = sentence.chunks
    guard isHeadFirst, !lexicon.usesCases, taker < chunks.count,
      chunks[phrase].classes.intersects(movedClasses),
      chunks[phrase].ownerEnd == chunks[phrase].ownerStart,
      chunks[giver].kind == .nounPhrase, Int(chunks[giver].prepositionChunk) == giver - 1,
      chunks[giver - 1].roles.contains(.origin),
      chunks[taker].kind == .nounPhrase, Int(chunks[taker].prepositionChunk) == taker - 1
    else { return nil }
    let sides = rolled(
      resolver.actors(ofList: Int32(giver), sentence)
        + resolver.actors(ofList: Int32(taker), sentence))
    let isSame = { (told: Discourse.Told) in
      told.mode == "arms-transfer" && Set(told.source + told.target) == Set(sides)
    }
    guard sides.count == 2, let told = resolver.discourse.events.last(where: isSame) else {
      return nil
    }
    var finding = Finding(
      type: told.type, mode: told.mode, source: told.source, target: told.target, verb: -1,
      phrase: phrase, frame: -1, firstChunk: phrase, lastChunk: taker, object: phrase,
      targetPreposition: 0, form: "the same again", usesAnaphor: true, inheritsSubject: false,
      targetIsPlace: false, status: told.status)
    // Sides are in the order of the text: who gives comes first.
    finding.supplier = sides.first.map { told.source.contains($0) ? .source : .target }
    return finding
  }

  /// "as did Norway", ", after Russia and Syria": others who did what was told just before.
  func echoed(
    _ sentence: Sentence, _ findings: [Finding], _ resolver: inout ActorResolver
  ) -> [Finding] {
    var result: [Finding] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && i > 1
      && (chunk.listHead == Int32(i) || bringsThing(i, sentence))
    {
      let before = sentence.chunks[i - 1]
      let isVerbless =
        before.kind == .subordinator && sentence.chunks[i - 2].kind == .comma
        && chunk.eventNoun < 0
      let isInverted = before.kind == .verb && before.roles.contains(.echo)
      // "…, and Australia on Tuesday"; "visited Moscow on Monday and Kyiv on Tuesday" is one act more.
      let isGapped =
        before.kind == .conjunction && sentence.chunks[i - 2].kind == .comma && isDated(i, sentence)
      let isPaired =
        (before.kind == .comma || before.kind == .conjunction) && bringsThing(i, sentence)
      // "expelled two diplomats, Latvia three and Lithuania one".
      let hasFigure =
        (before.kind == .comma || before.kind == .conjunction) && !isHeadFirst
        && !lexicon.usesCases && chunk.isGapped(in: sentence.items)
      guard isVerbless || isInverted || isGapped || isPaired || hasFigure,
        isPaired || hasFigure || endsClause(i, sentence), mayAct(i, sentence),
        !chunk.traits.contains(.hasPossessor) || chunk.roles.contains(.role)
      else { continue }
      guard let last = findings.last(where: { $0.phrase < 0 && $0.verb < i }) else { continue }
      let source = filling(Int32(i), sentence, &resolver, excluding: [])
      let own = Set(rolled(source.actors))
      guard !own.isEmpty, own.isDisjoint(with: rolled(last.source)),
        own.isDisjoint(with: rolled(last.target))
      else { continue }
      var finding = last
      if hasFigure, givesTo(last, sentence) {
        // "gave the Philippines five boats and Vietnam two".
        finding.target = source.actors
      } else {
        finding.source = source.actors
      }
      finding.lastChunk = max(finding.lastChunk, source.last)
      finding.form = "the same again"
      finding.isEcho = isVerbless || isDated(i, sentence)
      finding.echo = i
      result.append(finding)
    }
    return result
  }

  /// "…, Denmark jet tempur, dan Norwegia rudal": a name with a thing of its own and no verb between.
  private func bringsThing(_ phrase: Int, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, !lexicon.usesCases, phrase + 1 < sentence.chunks.count,
      sentence.chunks[phrase].endItem == sentence.chunks[phrase].firstItem + 1
    else { return false }
    let thing = sentence.chunks[phrase + 1]
    guard thing.kind == .nounPhrase, thing.prepositionChunk < 0, thing.ownerEnd == thing.ownerStart,
      thing.classes.intersects(movedClasses)
    else { return false }
    guard phrase + 2 < sentence.chunks.count else { return true }
    return [.comma, .stop, .conjunction, .date].contains(sentence.chunks[phrase + 2].kind)
  }

  /// Whether a verb has whom it gives something right behind it, and then the thing.
  private func givesTo(_ finding: Finding, _ sentence: Sentence) -> Bool {
    let object = Int(sentence.links[finding.verb].object)
    guard object > finding.verb, object + 1 < sentence.chunks.count else { return false }
    return sentence.chunks[object].traits.contains(.isAgentive)
      && sentence.chunks[object + 1].kind == .nounPhrase
      && sentence.chunks[object + 1].prepositionChunk < 0
  }

  /// "…, and Australia on Wednesday": a date stands right behind, and no verb.
  private func isDated(_ head: Int, _ sentence: Sentence) -> Bool {
    let last = sentence.list(from: Int32(head)).max() ?? head
    guard last + 1 < sentence.chunks.count, sentence.chunks[last + 1].kind == .date else {
      return false
    }
    return last + 2 >= sentence.chunks.count || sentence.chunks[last + 2].kind == .stop
      || sentence.chunks[last + 2].kind == .comma
  }

  /// Whether nothing but the end of a clause follows the list that starts at a phrase.
  private func endsClause(_ head: Int, _ sentence: Sentence) -> Bool {
    let last = sentence.list(from: Int32(head)).max() ?? head
    guard last + 1 < sentence.chunks.count else { return true }
    switch sentence.chunks[last + 1].kind {
    case .stop, .comma, .date: return true
    default: return false
    }
  }
}
