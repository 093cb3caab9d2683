import CasusKnowledge
import CasusModel

// What an article leaves to be understood.
extension EventFinder {
  /// "Mali did the same": the act told last, by someone else.
  func repeated(
    _ verb: Int, _ sentence: Sentence, _ findings: [Finding], _ resolver: inout ActorResolver
  ) -> [Finding] {
    let subject = sentence.links[verb].subject
    guard subject >= 0, mayAct(Int(subject), sentence) else { return [] }
    let source = filling(subject, sentence, &resolver, excluding: [])
    guard !source.actors.isEmpty else { return [] }
    var finding = Finding(
      type: .agree, mode: nil, source: source.actors, target: [], verb: verb, phrase: -1, frame: -1,
      firstChunk: min(verb, source.first), lastChunk: verb, object: -1, targetPreposition: 0,
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
    } else if let last = findings.last(where: { $0.phrase < 0 }) {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else if let last = resolver.discourse.acts.last {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else {
      return []
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
    return Finding(
      type: told.type, mode: told.mode, source: told.source, target: told.target, verb: -1,
      phrase: phrase, frame: -1, firstChunk: phrase, lastChunk: taker, object: phrase,
      targetPreposition: 0, form: "the same again", usesAnaphor: true, inheritsSubject: false,
      targetIsPlace: false, status: told.status)
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

  /// "has handed Kyiv £12.5bn and is set to give £3bn a year": to the same.
  func shared(
    _ type: EventType, _ source: Filling, _ told: [Finding], _ sentence: Sentence
  ) -> Filling {
    guard let last = told.last, last.type == type, !last.target.isEmpty, last.phrase < 0,
      rolled(last.source) == rolled(source.actors)
    else { return Filling() }
    var result = Filling()
    result.actors = last.target
    result.usesAnaphor = true
    return result
  }

  /// "Beijing accused Manila of lying and warned the Philippines": who acts on the subject of the clause
  /// before is whoever speaks of it.
  func teller(
    before verb: Int, onTheirOwn actors: [ActorID], _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> Filling? {
    let links = sentence.links[verb]
    guard !actors.isEmpty, links.link == .coordinate, links.governor >= 0, links.object > verb,
      !sentence.chunks[verb].traits.contains(.isPassive),
      !sentence.chunks[Int(links.object)].traits.contains(.isAnaphor)
    else { return nil }
    let inner = sentence.links[Int(links.governor)]
    guard inner.link == .content, inner.governor >= 0,
      sentence.links[Int(inner.governor)].subject >= 0,
      rolled(filling(links.object, sentence, &resolver, excluding: []).actors) == rolled(actors)
    else { return nil }
    let teller = filling(
      sentence.links[Int(inner.governor)].subject, sentence, &resolver, excluding: [])
    return teller.actors.isEmpty || rolled(teller.actors) == rolled(actors) ? nil : teller
  }

  /// Whether the object of a verb is "it" or "this".
  func refersByPronoun(_ verb: Int, _ sentence: Sentence) -> Bool {
    let object = sentence.links[verb].object
    return object >= 0 && sentence.chunks[Int(object)].roles.contains(.thingPronoun)
  }

  /// Whether the object of a verb is its clitic: "mengecamnya".
  func refersByClitic(_ verb: Int, _ sentence: Sentence) -> Bool {
    let traits = sentence.chunks[verb].traits
    return isHeadFirst && sentence.links[verb].object < 0 && traits.contains(.hasPronounAgent)
      && !traits.contains(.isPassive)
  }

  /// "…, but Burhan turned it down": whoever proposed, demanded or claimed it.
  func proposer(
    _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    func answers(_ type: EventType, _ source: [ActorID]) -> Bool {
      [.request, .accuse, .consult, .agree, .threaten].contains(type)
        && source.allSatisfy { !excluding.contains(knowledge.actors.rolledUp($0)) }
    }
    var result = Filling()
    result.usesAnaphor = true
    if let last = told.last(where: { answers($0.type, $0.source) }) {
      result.actors = last.source
    } else if let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1,
      answers(last.type, last.source)
    {
      result.actors = last.source
    }
    return result
  }

  /// "Russia launched four drones; all were shot down": by those they were launched at.
  func intercepted(
    _ verb: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver
  ) -> (source: Filling, target: Filling) {
    var source = Filling()
    var target = Filling()
    guard sentence.chunks[verb].traits.contains(.isPassive) else { return (source, target) }
    let subject = sentence.links[verb].subject
    guard
      subject < 0
        || sentence.chunks[Int(subject)].ownerEnd
          == sentence.chunks[Int(subject)].ownerStart
        || sentence.chunks[Int(subject)].traits.contains(.isAnaphor)
    else { return (source, target) }
    if let last = told.last(where: { $0.type == .assault && !$0.target.isEmpty }) {
      (source.actors, target.actors) = (last.target, last.source)
    } else if let last = resolver.discourse.events.last, last.type == .assault {
      (source.actors, target.actors) = (last.target, last.source)
    }
    for filling in [verb] {
      source.first = filling
      source.last = filling
      target.first = filling
      target.last = filling
    }
    source.usesAnaphor = true
    return (source, target)
  }

  /// "sent 800 soldiers to help the Congolese army": whom the purpose names.
  func helped(
    by verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for other in sentence.chunks.indices
    where sentence.chunks[other].kind == .verb && Int(sentence.links[other].governor) == verb
      && sentence.links[other].link == .infinitive
    {
      guard let index = frames.frame(of: other, sentence), sentence.links[other].object >= 0,
        lexicon.frames[index].frame.type == .aid
          || isHeadFirst && lexicon.frames[index].frame.type == .support
      else { continue }
      var found = filling(sentence.links[other].object, sentence, &resolver, excluding: excluding)
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "has instructed its embassy": an order to one's own people is no request.
  func instructsItself(
    _ verb: Int, _ source: Filling, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Bool {
    let object = sentence.links[verb].object
    guard object >= 0, !sentence.chunks[verb].traits.contains(.isPassive), !source.actors.isEmpty
    else { return false }
    let named = rolled(resolver.actors(ofList: object, sentence))
    let own = rolled(source.actors)
    return !named.isEmpty && named.allSatisfy { own.contains($0) }
  }

  /// "a charge that North Korea rejected": whoever made it, the speaker or the last accuser.
  func claimant(
    _ verb: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let object = Int(
      sentence.chunks[verb].traits.contains(.isPassive)
        ? sentence.links[verb].subject : sentence.links[verb].object)
    guard object >= 0, !claimClasses.isEmpty else { return Filling() }
    let isPronoun = sentence.chunks[object].roles.contains(.thingPronoun)
    guard sentence.chunks[object].classes.intersects(claimClasses) || isPronoun,
      sentence.chunks[object].ownerEnd == sentence.chunks[object].ownerStart || isPronoun
    else { return Filling() }
    var result = Filling()
    if !lexicon.usesCases, !isHeadFirst, !isPronoun,
      let charge = told.last(where: {
        $0.type == .accuse && $0.verb < verb && rolled($0.target) == excluding
      })
    {
      // "The EU accused Georgia of fraud, but Tbilisi rejected the accusation".
      return Filling(
        actors: charge.source, first: object, last: max(object, verb), usesAnaphor: true)
    }
    for other in sentence.chunks.indices
    where other < verb && sentence.chunks[other].kind == .verb
      && sentence.chunks[other].traits.contains(.isSpeech) && sentence.links[other].subject >= 0
    {
      result.actors = resolver.actors(ofList: sentence.links[other].subject, sentence)
    }
    result.actors.removeAll {
      excluding.contains(knowledge.actors.rolledUp($0))
        || knowledge.actors.kind(of: $0) == .medium
    }
    if result.actors.isEmpty {
      let last = resolver.discourse.events.last { told in
        told.type == .accuse && !told.target.filter(excluding.contains).isEmpty
      }
      result.actors = last?.source ?? []
    }
    result.first = min(object, verb)
    result.last = max(object, verb)
    result.usesAnaphor = true
    return result
  }

  /// "К границе", "до кордону": whether forces are moved to a border of which the clause names no other
  /// side.
  func leadsToBorder(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { at in
      let chunk = sentence.chunks[at]
      guard at > verb, at <= verb + 6 else { return false }
      switch chunk.kind {
      case .preposition where chunk.roles.contains(.aim):
        let item = sentence.items[Int(chunk.firstItem)]
        return (item.firstToken..<item.endToken).contains { token in
          let node = lexicon.step(0, sentence.tokens[Int(token)].word)
          return node != 0 && lexicon.classes(of: node).intersects(borderClass)
        }
      case .nounPhrase where chunk.prepositionChunk >= 0:
        return chunk.classes.intersects(borderClass)
          && sentence.chunks[Int(chunk.prepositionChunk)].roles.isDisjoint(with: .locative)
      default: return false
      }
    }
  }

  /// The states and groups that a clause names, other than a side, each rolled up.
  func named(
    beside verb: Int, _ sentence: Sentence, apartFrom side: [ActorID], _ resolver: ActorResolver
  ) -> Set<ActorID> {
    guard !lexicon.usesCases else { return [] }
    let end = sentence.chunks.indices.first { $0 > verb && sentence.chunks[$0].kind == .stop }
    let last = end.map { Int(sentence.chunks[$0].firstItem) } ?? sentence.items.count
    var result: Set<ActorID> = []
    for item in sentence.items[..<last] where item.kinds.contains(.actor) {
      guard let id = resolver.actor(item), knowledge.actors.kind(of: id) != .medium else {
        continue
      }
      let rolledUp = knowledge.actors.rolledUp(id)
      if !side.contains(rolledUp) { result.insert(rolledUp) }
    }
    return result
  }

  /// Whether a verb may have somebody to whom something goes.
  func leadsTo(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let to = lexicon.prepositions["to"], let index = frames.frame(of: verb, sentence) else {
      return false
    }
    return lexicon.frames[index].target.contains {
      if case .preposition(let number, _) = $0 { number == to } else { false }
    }
  }

  /// "shot dead two gunmen who had crossed the border": what those who are hit had done was done to whoever
  /// hits them.
  func attacker(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    guard let index = frames.frame(of: verb, sentence),
      lexicon.frames[index].frame.type == .assault,
      !sentence.chunks[verb].traits.contains(.isPassive), sentence.links[verb].subject >= 0,
      mayAct(Int(sentence.links[verb].subject), sentence)
    else { return [] }
    return resolver.actors(ofList: sentence.links[verb].subject, sentence)
  }

  /// "closed the border after Pakistani troops opened fire": what one does in answer to the other is
  /// meant for whoever did that, and the other way round.
  func provoker(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ source: [ActorID]
  ) -> [ActorID] {
    guard !lexicon.usesCases else { return [] }
    let links = sentence.links[verb]
    // "vowed to retaliate after the South resumed broadcasts": whatever the other did.
    let isRetort = links.link == .infinitive && links.object < 0 && links.governor >= 0
    let isAnswer = links.link == .main || isRetort
    guard isAnswer || links.link == .subordinate || links.hasOwnerSubject else { return [] }
    for other in sentence.chunks.indices
    where sentence.chunks[other].kind == .verb && other != verb
      && sentence.links[other].link == (isAnswer ? .subordinate : .main)
      && sentence.links[other].subject >= 0
    {
      let isHarm =
        frames.frame(of: other, sentence).map { lexicon.frames[$0].frame.type?.isHarm == true }
        ?? false
      guard isHarm || isRetort && other > verb else { continue }
      let found = resolver.actors(ofList: sentence.links[other].subject, sentence)
        .filter { !source.contains(knowledge.actors.rolledUp($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "menuntut penjelasan": whether a verb of several words holds what is asked for.
  func namesWish(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard isHeadFirst, sentence.chunks[verb].verbItem >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return item.endToken > item.firstToken + 1
  }

  /// Whether an object is an agreement without a word on whose it is.
  func isBareAgreement(_ object: Int32, _ sentence: Sentence) -> Bool {
    guard object >= 0 else { return false }
    let chunk = sentence.chunks[Int(object)]
    return chunk.eventNoun >= 0 && chunk.ownerEnd == chunk.ownerStart
      && types(ofNoun: chunk.eventNoun, sentence).contains(.agree)
  }

  /// "send troops into Nigeria": nobody is helped by that.
  func entersPlace(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let into = lexicon.prepositions["into"] else { return false }
    var at = verb + 1
    while at < sentence.chunks.count {
      switch sentence.chunks[at].kind {
      case .nounPhrase: if Int(sentence.chunks[at].preposition) == into { return true }
      case .preposition, .date, .conjunction: break
      default: return false
      }
      at += 1
    }
    return false
  }

  /// "phoned Putin to apologise": whoever is met, called or visited is spoken to.
  func addressed(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    guard let index = frames.frame(of: verb, sentence), let type = lexicon.frames[index].frame.type,
      type == .consult || type == .accuse
    else { return [] }
    return fill(
      lexicon.frames[index].target, verb, lexicon.frames[index], sentence, &resolver, excluding: []
    ).actors
  }

  /// "The agreement was reached": whose agreement, when the article has told of one or of two sides.
  func parties(
    of phrase: Int, _ type: EventType, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Filling {
    var result = Filling()
    guard phrase >= 0, type.isSymmetric, sentence.chunks[phrase].eventNoun >= 0,
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
    else { return result }
    result.actors =
      resolver.discourse.agents(ofAny: [type], against: [])
      ?? resolver.discourse.mainDyad(apartFrom: [])
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    return result
  }

  /// Whether a verb's object is a noun such as "the attack" or "the proposal", that refers to what
  /// was told before.
  func refersBack(_ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let object = sentence.chunks[verb].traits.contains(.isPassive) ? links.subject : links.object
    guard object >= 0 else { return sentence.chunks[verb].traits.contains(.hasPronounAgent) }
    let phrase = sentence.chunks[Int(object)]
    if isHeadFirst, !sentence.chunks[verb].traits.contains(.isPassive),
      sentence.chunks[verb].traits.contains(.hasPronounAgent)
    {
      // "menyebutnya "tindakan perang"": the clitic is what it speaks of.
      return true
    }
    guard phrase.ownerEnd == phrase.ownerStart else { return false }
    // "Киев это отрицает".
    let isPronoun =
      phrase.endItem - phrase.firstItem == 1
      && sentence.items[Int(phrase.firstItem)].roles.contains(.demonstrative)
    // "Варшава назвала этот шаг недружественным".
    let isThisDecision =
      lexicon.usesCases && frames.isDecision(phrase)
      && sentence.items[Int(phrase.firstItem)].roles.contains(.demonstrative)
    return phrase.eventNoun >= 0 || isPronoun || isThisDecision
  }

  /// "urged that Israel withdraw", "menyerukan agar Israel mundur": whoever is to act is asked.
  func contentSubject(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for other in sentence.chunks.indices
    where other > verb && sentence.chunks[other].kind == .verb
      && Int(sentence.links[other].governor) == verb && sentence.links[other].link == .content
    {
      if lexicon.usesCases, Int(sentence.links[other].subject) <= verb,
        sentence.links[other].object > verb,
        sentence.chunks[Int(sentence.links[other].object)].classes.intersects(movedClasses)
      {
        // "потребовал вывести американские войска": whose they are is who is to act.
        var owner = filling(sentence.links[other].object, sentence, &resolver, excluding: [])
        owner.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        return owner
      }
      guard Int(sentence.links[other].subject) > verb else { continue }
      var found = filling(sentence.links[other].subject, sentence, &resolver, excluding: [])
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      return found
    }
    return Filling()
  }

  /// "…, which Bolivia called an insult", "visited Taipei; China protested": whoever did what was told
  /// just before.
  func answered(
    _ verb: Int, _ type: EventType, _ told: [Finding], _ sentence: Sentence,
    _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    let object = sentence.links[verb].object
    if type == .protest {
      guard object < 0, isOfficial(sentence.links[verb].subject, sentence),
        let last = resolver.discourse.events.last, sentence.number - last.sentence <= 1
      else { return result }
      result.actors = last.source
    } else if type == .reject, object >= 0, Int(object) < verb {
      // "accused Iran of arming rebels, a charge Iran denies".
      let last = told.last {
        [.accuse, .request, .threaten].contains($0.type)
          && !rolled($0.target).allSatisfy { !excluding.contains($0) }
      }
      guard let last else { return result }
      result.actors = last.source
    } else {
      guard object > verb, let last = told.last(where: { $0.phrase < 0 && $0.verb < verb }),
        !last.type.isReaction, Int(last.lastChunk) < Int(object),
        sentence.chunks[Int(object)].ownerEnd == sentence.chunks[Int(object)].ownerStart,
        sentence.items[Int(sentence.chunks[Int(object)].firstItem)].roles.contains(.demonstrative),
        frames.isDecision(sentence.chunks[Int(object)])
      else { return result }
      result.actors = last.source
    }
    result.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    (result.first, result.last, result.usesAnaphor) = (verb, verb, true)
    return result
  }

  /// "Doha condemned the attack": whoever did what was told last.
  func reactedTo(
    _ verb: Int, _ type: EventType, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let traits = sentence.chunks[verb].traits
    let object =
      traits.contains(.isPassive) ? sentence.links[verb].subject : sentence.links[verb].object
    var result = Filling()
    result.actors = resolver.discourse.agents
    if object < 0,
      traits.contains(.hasPronounAgent) || isHeadFirst && !lexicon.usesCases && type == .reject,
      !traits.contains(.isPassive)
    {
      // "membantahnya": whoever blames the one who denies.
      let accuser =
        type == .agree
        ? resolver.discourse.agents(ofAny: [.agree, .request], against: excluding) ?? []
        : resolver.discourse.accuser(of: excluding)
      if !accuser.isEmpty { result.actors = accuser }
    } else if object >= 0 {
      let phrase = sentence.chunks[Int(object)]
      let isDefinite = (Int(phrase.firstItem)..<Int(phrase.endItem)).contains {
        !sentence.items[$0].roles.isDisjoint(
          with: isHeadFirst && !lexicon.usesCases ? .demonstrative : [.demonstrative, .determiner])
      }
      // Without articles, what a frame asks for by its class is definite enough; "turned down offers" may
      // be of anybody.
      let isAsked = !frame.objectClasses.isEmpty && (isHeadFirst || lexicon.usesCases)
      // "Осудил нападение": the attack told of, if one was.
      let isTold = lexicon.usesCases && phrase.eventNoun >= 0
      guard phrase.ownerEnd == phrase.ownerStart, isDefinite || isAsked || isTold,
        phrase.eventNoun >= 0 || isHeadFirst || lexicon.usesCases
          || !phrase.classes.intersects(agentClasses)
      else { return Filling() }
      let challenger = resolver.discourse.contender(of: excluding)
      if lexicon.usesCases, frame.frame.type == .reject, !challenger.isEmpty {
        result.actors = challenger
      } else if lexicon.usesCases, phrase.eventNoun < 0, frames.isDecision(phrase) {
        // "Варшава назвала этот шаг недружественным": whoever took the step told last, or was the
        // subject of a sentence that told none.
        let last = resolver.discourse.events.last { sentence.number - $0.sentence <= 1 }
        let taken = last?.source ?? resolver.discourse.topic
        if !taken.isEmpty { result.actors = taken }
      } else if isHeadFirst, !lexicon.usesCases, type == .accuse, phrase.eventNoun < 0,
        !frames.isDecision(phrase),
        let last = resolver.discourse.events.last(where: { !$0.type.isReaction }),
        last.type == .request || last.type.quadClass.isCooperation
      {
        // "menyatakan referendum itu melanggar": not of whoever telephoned before.
        return Filling()
      } else if phrase.eventNoun >= 0 {
        result.actors =
          resolver.discourse.agents(
            ofAny: types(ofNoun: phrase.eventNoun, sentence),
            modes: modes(ofNoun: phrase.eventNoun, sentence), against: excluding)
          ?? (namesDeed(phrase.eventNoun, sentence) || !isDefinite && !isAsked ? [] : result.actors)
        if result.actors.allSatisfy(excluding.contains) {
          result.actors = resolver.discourse.accuser(of: excluding)
        }
      }
    } else {
      let next = verb + 1 < sentence.chunks.count ? sentence.chunks[verb + 1].kind : .stop
      guard next == .stop || next == .comma else { return Filling() }
      // "Guyana's president hit back": at whoever turned on him.
      let aggressor = resolver.discourse.aggressor(against: excluding, before: sentence.number)
      if !aggressor.isEmpty { result.actors = aggressor }
    }
    result.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    if result.actors.isEmpty, object >= 0, let last = resolver.discourse.events.last,
      last.type == type, sentence.number - last.sentence <= 1,
      !last.source.contains(where: excluding.contains)
    {
      // "Turkey condemned Israel. Qatar also condemned the bombing."
      result.actors = last.target.filter { !excluding.contains($0) }
    }
    result.first = verb
    result.last = object >= 0 ? Int(object) : verb
    result.usesAnaphor = true
    return result
  }

  /// "Serangan itu": what was not told cannot be meant by another deed.
  private func namesDeed(_ noun: Int32, _ sentence: Sentence) -> Bool {
    isHeadFirst && !lexicon.usesCases && types(ofNoun: noun, sentence).contains(.assault)
  }

  func modes(ofNoun item: Int32, _ sentence: Sentence) -> Set<String> {
    var result: Set<String> = []
    for meaning in lexicon.meanings(of: sentence.items[Int(item)].node)
    where meaning.kind == .eventNoun {
      if let mode = lexicon.frames[Int(meaning.index)].frame.mode { result.insert(mode) }
    }
    return result
  }

  func types(ofNoun item: Int32, _ sentence: Sentence) -> Set<EventType> {
    var result: Set<EventType> = []
    for meaning in lexicon.meanings(of: sentence.items[Int(item)].node)
    where meaning.kind == .eventNoun {
      if let type = lexicon.frames[Int(meaning.index)].frame.type { result.insert(type) }
    }
    return result
  }

  /// "rallied to oppose the Emirates": whom a crowd condemns is whom it protests against.
  func protested(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for other in sentence.chunks.indices
    where sentence.chunks[other].kind == .verb && Int(sentence.links[other].governor) == verb
      && sentence.links[other].object >= 0
      && [.infinitive, .adverbial, .coordinate].contains(sentence.links[other].link)
    {
      guard let frame = frames.frame(of: other, sentence),
        let type = lexicon.frames[frame].frame.type, type.isReaction, type != .support
      else { continue }
      var found = filling(sentence.links[other].object, sentence, &resolver, excluding: [])
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "In Seoul, thousands marched": an unnamed crowd is of the state where it gathers.
  func crowd(
    _ verb: Int, _ type: EventType, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let subject = sentence.links[verb].subject
    if lexicon.usesCases, type == .protest, subject >= 0,
      sentence.chunks[Int(subject)].traits.contains(.isOpaque),
      sentence.chunks[Int(subject)].classes.intersects(protesterClass)
    {
      // "Грузинская оппозиция вывела людей на улицы": against its own state, of which it is.
      let owners = sentence.owners[
        Int(sentence.chunks[Int(subject)].ownerStart)..<Int(sentence.chunks[Int(subject)].ownerEnd)]
      return Filling(
        actors: owners.flatMap { resolver.actors(of: $0, Int(subject), sentence) },
        first: Int(subject), last: Int(subject))
    }
    guard subject >= 0,
      sentence.chunks[Int(subject)].ownerEnd == sentence.chunks[Int(subject)].ownerStart,
      sentence.chunks[Int(subject)].classes.intersects(peopleClass)
        || sentence.chunks[Int(subject)].classes.isEmpty
    else { return Filling() }
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.prepositionChunk >= 0 {
      let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
      guard preposition.roles.contains(.locative), Int(preposition.preposition) != frames.ofNumber,
        abs(i - verb) < 8
      else { continue }
      if type != .protest, i > 2, !isHeadFirst, !lexicon.usesCases,
        Int(chunk.prepositionChunk) == i - 1,
        sentence.chunks[i - 2].eventNoun >= 0
          || i > verb && sentence.links[verb].object == Int32(i - 2)
      {
        // "condemned the coup in Niger": where it happened, not where they are.
        continue
      }
      let first = sentence.items[Int(chunk.firstItem)]
      let isSite =
        chunk.endItem - chunk.firstItem <= 2
        && (first.kinds.contains(.place) || first.kinds.contains(.actor))
        // "In the capital".
        || chunk.roles.contains(.groupCountry)
        // "На улицы Белграда".
        || lexicon.usesCases && chunk.endItem - chunk.firstItem == 2
          && chunk.classes.intersects(streetClass) && chunk.ownerEnd > chunk.ownerStart
      guard isSite else { continue }
      let found = filling(Int32(i), sentence, &resolver, excluding: [])
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }
}
