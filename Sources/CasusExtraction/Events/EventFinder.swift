import CasusKnowledge
import CasusModel

/// Fills the frames of a sentence's verbs and event nouns with actors.
struct EventFinder {
  let knowledge: Knowledge
  let lexicon: Lexicon
  let frames: FrameFinder
  let isHeadFirst: Bool

  /// Actors found for one slot.
  private struct Filling {
    var actors: [ActorID] = []
    var first = Int.max
    var last = -1
    var usesAnaphor = false
    var preposition = 0
  }

  /// Nouns of these classes, or unknown things, may act: "Russian missiles hit Kyiv".
  private let agentClasses: ClassSet
  /// Things whose owner sends or moves them.
  private let movedClasses: ClassSet

  init(knowledge: Knowledge, lexicon: Lexicon) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    frames = FrameFinder(lexicon: lexicon)
    isHeadFirst = lexicon.nounHead == .first
    var classes = ClassSet()
    for name in ["arms", "troops", "vessel", "people", "diplomat"] {
      if let number = lexicon.classNumbers[name] { classes.insert(number) }
    }
    agentClasses = classes
    var moved = ClassSet()
    for name in ["arms", "troops", "aid", "vessel"] {
      if let number = lexicon.classNumbers[name] { moved.insert(number) }
    }
    movedClasses = moved
  }

  func find(_ sentence: Sentence, _ resolver: inout ActorResolver) -> [Finding] {
    var findings: [Finding] = []
    var commitments: [Finding] = []
    for i in sentence.chunks.indices {
      let chunk = sentence.chunks[i]
      if chunk.kind == .verb, chunk.roles.contains(.sameAct) {
        findings += repeated(i, sentence, findings, &resolver)
      } else if chunk.kind == .verb {
        // The next frame is tried when the slots of one stay empty.
        var isFirst = true
        for index in frames.candidates(i, sentence) where frames.fits(index, i, sentence) {
          var found = verbal(i, index, sentence, &resolver, &commitments)
          if !isFirst, !lexicon.frames[index].target.isEmpty {
            found.removeAll { $0.target.isEmpty }
          }
          findings += found
          if !found.isEmpty { break }
          if lexicon.frames[index].frame.type == nil, governsAny(i, sentence) { break }
          isFirst = false
        }
      } else if chunk.kind == .nounPhrase, chunk.eventNoun >= 0 {
        findings += nominal(i, sentence, &resolver)
      }
    }
    findings += commitments.compactMap { completed($0, by: findings, sentence) }
    return withoutRepetition(findings, sentence)
  }

  /// "Mali did the same": the act told last, by someone else.
  private func repeated(
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
    if let last = findings.last {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else if let last = resolver.discourse.events.last {
      (finding.type, finding.mode, finding.target) = (last.type, last.mode, last.target)
    } else {
      return []
    }
    let own = Set(rolled(finding.source))
    finding.target.removeAll { own.contains(knowledge.actors.rolledUp($0)) }
    return finding.target.isEmpty ? [] : [finding]
  }

  /// Whom the article leaves to be understood: the accuser, the opponent, the one who is helped.
  private func understood(
    _ verb: Int, _ type: EventType, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ source: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.usesAnaphor = true
    result.first = verb
    result.last = verb
    let links = sentence.links[verb]
    if links.link == .content, links.governor >= 0, type.isAimedAtPlaces,
      frames.content(of: Int(links.governor), sentence) == .claim
    {
      let accuser = sentence.links[Int(links.governor)].subject
      if accuser >= 0 { result.actors = resolver.actors(ofList: accuser, sentence) }
    }
    if result.actors.isEmpty, type.isAimedAtPlaces {
      result.actors = resolver.discourse.opponent(of: source)
    }
    if result.actors.isEmpty, type == .aid {
      result.actors = resolver.discourse.recipient(apartFrom: source)
    }
    result.actors.removeAll { source.contains(knowledge.actors.rolledUp($0)) }
    return result
  }

  /// Whether another verb completes a verb.
  private func governsAny(_ verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks.indices.contains { other in
      let links = sentence.links[other]
      return sentence.chunks[other].kind == .verb && Int(links.governor) == verb
        && (links.link == .infinitive || links.link == .content)
    }
  }

  /// A promise, refusal or threat without a target of its own has that of the act it speaks of.
  private func completed(
    _ commitment: Finding, by findings: [Finding], _ sentence: Sentence
  ) -> Finding? {
    var result = commitment
    let act = findings.first { finding in
      if finding.phrase >= 0 { return finding.verb == commitment.verb }
      var verb = finding.verb
      for _ in 0..<4 where verb >= 0 {
        let links = sentence.links[verb]
        if links.link == .infinitive || links.link == .content,
          Int(links.governor) == commitment.verb
        {
          return true
        }
        guard links.link != .main, Int(links.governor) != verb else { return false }
        verb = Int(links.governor)
      }
      return false
    }
    guard let act else { return nil }
    let own = Set(rolled(commitment.source))
    let others = (act.target + act.source).filter {
      !own.contains(knowledge.actors.rolledUp($0))
    }
    guard let first = others.first else { return nil }
    result.target = own.isDisjoint(with: rolled(act.target)) ? act.target : [first]
    result.lastChunk = max(result.lastChunk, act.lastChunk)
    return result
  }

  /// An event noun beside a verb of the same meaning and actors is the same event.
  private func withoutRepetition(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings {
      let isDouble = kept.contains { other in
        other.type == finding.type && other.source == finding.source
          && other.target == finding.target
          && (finding.verb == other.verb
            || (finding.firstChunk <= other.lastChunk && other.firstChunk <= finding.lastChunk))
      }
      if !isDouble { kept.append(finding) }
    }
    return kept
  }

  // MARK: Verbs

  private func verbal(
    _ verb: Int, _ index: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ commitments: inout [Finding]
  ) -> [Finding] {
    let frame = lexicon.frames[index]
    guard let type = frame.frame.type else { return [] }
    let links = sentence.links[verb]
    let traits = sentence.chunks[verb].traits
    var source = fill(frame.source, verb, frame, sentence, &resolver, excluding: [])
    if source.actors.isEmpty, traits.contains(.isPassive), links.subject >= 0,
      sentence.chunks[Int(links.subject)].classes.intersects(movedClasses),
      sentence.chunks[Int(links.subject)].traits.contains(.hasPossessor), type.isTransfer
    {
      // "North Korean troops were sent to Russia": their owner sent them.
      source = filling(links.subject, sentence, &resolver, excluding: [])
    }
    if source.actors.isEmpty, !frame.source.contains(.subject), !frame.source.contains(.object),
      links.object >= 0, !traits.contains(.isPassive),
      sentence.chunks[Int(links.object)].traits.contains(.hasPossessor)
    {
      // "Belarus receives Russian weapons": they come from their owner.
      source = filling(links.object, sentence, &resolver, excluding: [])
    }
    var target = fill(
      frame.target, verb, frame, sentence, &resolver,
      excluding: rolled(source.actors))
    let ownSubject = links.link != .coordinate && links.link != .infinitive
      && links.link != .adverbial
    if source.actors.isEmpty, target.actors.isEmpty, frame.frame.isReciprocal {
      source = between(verb, sentence, &resolver)
    }
    if target.actors.isEmpty, type.isAimedAtPlaces {
      target = antecedentPlace(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, type == .mobilize {
      target = aimed(verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty, type.takesFarTarget {
      target = nearest(after: verb, sentence, &resolver, rolled(source.actors))
    }
    if target.actors.isEmpty, !source.actors.isEmpty, !frame.target.isEmpty {
      target = understood(verb, type, sentence, &resolver, rolled(source.actors))
    }
    if source.actors.isEmpty, traits.contains(.isPassive), !target.actors.isEmpty,
      type.isAimedAtPlaces
    {
      // "Beersheba was hit by missiles": whoever fights its owner in this article.
      source.actors = resolver.discourse.opponent(of: rolled(target.actors))
      source.usesAnaphor = true
      source.first = verb
      source.last = verb
    }
    if target.actors.isEmpty, !source.actors.isEmpty, frame.target.contains(.object),
      type.isReaction
    {
      target = reactedTo(verb, sentence, resolver, excluding: rolled(source.actors))
    }
    var finding = Finding(
      type: type, mode: frame.frame.mode, source: source.actors, target: target.actors,
      verb: verb, phrase: -1, frame: index, firstChunk: verb, lastChunk: verb,
      object: Int(traits.contains(.isPassive) ? links.subject : links.object),
      targetPreposition: target.preposition,
      form: traits.contains(.isPassive) ? "passive" : "active",
      usesAnaphor: source.usesAnaphor || target.usesAnaphor, inheritsSubject: !ownSubject,
      targetIsPlace: target.last >= 0 && sentence.chunks[target.last].traits.contains(.isPlace))
    for filling in [source, target] where filling.last >= 0 {
      finding.lastChunk = max(finding.lastChunk, filling.last)
      if ownSubject || filling.first > verb {
        finding.firstChunk = min(finding.firstChunk, filling.first)
      }
    }
    if finding.object > finding.lastChunk { finding.lastChunk = finding.object }
    let found = finished(finding, frame, subject: subjectActors(verb, sentence, &resolver))
    if found.isEmpty, !finding.source.isEmpty, frame.frame.content.map({ $0 != .drop }) ?? false {
      finding.target = []
      commitments.append(finding)
    }
    return found
  }

  /// "Kursk, where Ukrainian troops launched an attack": the place is what is attacked.
  private func antecedentPlace(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.links[verb].link == .relative else { return Filling() }
    var at = verb - 1
    while at > 0, sentence.chunks[at].kind != .relative { at -= 1 }
    guard at > 0, sentence.chunks[at].roles.contains(.locative) else { return Filling() }
    at -= 1
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return Filling() }
    var found = filling(Int32(at), sentence, &resolver, excluding: [])
    found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    return found
  }

  /// "Doha condemned the attack": whoever did what was told last.
  private func reactedTo(
    _ verb: Int, _ sentence: Sentence, _ resolver: ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let traits = sentence.chunks[verb].traits
    let object = traits.contains(.isPassive) ? sentence.links[verb].subject : sentence.links[verb].object
    var result = Filling()
    result.actors = resolver.discourse.agents
    if object >= 0 {
      let phrase = sentence.chunks[Int(object)]
      let isDefinite = (Int(phrase.firstItem)..<Int(phrase.endItem)).contains {
        !sentence.items[$0].roles.isDisjoint(with: [.demonstrative, .determiner])
      }
      guard phrase.ownerEnd == phrase.ownerStart, isDefinite else { return Filling() }
      if phrase.eventNoun >= 0 {
        result.actors = resolver.discourse.agents(ofAny: types(ofNoun: phrase.eventNoun, sentence))
          ?? result.actors
      }
    } else {
      let next = verb + 1 < sentence.chunks.count ? sentence.chunks[verb + 1].kind : .stop
      guard next == .stop || next == .comma else { return Filling() }
    }
    result.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
    result.first = verb
    result.last = object >= 0 ? Int(object) : verb
    result.usesAnaphor = true
    return result
  }

  private func types(ofNoun item: Int32, _ sentence: Sentence) -> Set<EventType> {
    var result: Set<EventType> = []
    for meaning in lexicon.meanings(of: sentence.items[Int(item)].node)
    where meaning.kind == .eventNoun {
      if let type = lexicon.frames[Int(meaning.index)].frame.type { result.insert(type) }
    }
    return result
  }

  private func subjectActors(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [ActorID] {
    let subject = sentence.links[verb].subject
    return subject >= 0 ? resolver.actors(ofList: subject, sentence) : []
  }

  private func rolled(_ actors: [ActorID]) -> [ActorID] {
    actors.map { knowledge.actors.rolledUp($0) }
  }

  /// Drops dyads of an actor with itself, splits reciprocal events, checks what the type needs.
  private func finished(
    _ finding: Finding, _ frame: CompiledFrame, subject: [ActorID]
  ) -> [Finding] {
    var finding = finding
    finding.source = finding.source.map(standing)
    finding.target = finding.target.map(standing)
    if finding.type == .mobilize, finding.mode == "exercise", distinct(finding.source).count > 1 {
      // Joint drills are cooperation among those who take part.
      finding.type = .cooperate
      return mutual(finding, distinct(finding.source))
    }
    if frame.frame.isReciprocal, finding.target.isEmpty {
      let sides = distinct(finding.source.isEmpty ? subject : finding.source)
      guard sides.count > 1 else { return [] }
      return mutual(finding, sides)
    }
    let sources = Set(rolled(finding.source))
    finding.target.removeAll { sources.contains(knowledge.actors.rolledUp($0)) }
    guard !finding.source.isEmpty else { return [] }
    let media = finding.source.allSatisfy { knowledge.actors.kind(of: $0) == .medium }
    if media { return [] }
    finding.target.removeAll { knowledge.actors.kind(of: $0) == .medium }
    if finding.type == .retreat, finding.targetIsPlace { finding.target = [] }
    if finding.target.isEmpty, !Self.standsAlone(finding.type) { return [] }
    guard finding.frame < 0 || frame.frame.isReciprocal && !finding.type.isSymmetric else {
      return [finding]
    }
    // Clashes and exchanges go both ways.
    var back = finding
    back.source = finding.target
    back.target = finding.source
    return [finding, back]
  }

  /// A person outside any government stands for the group they lead.
  private func standing(_ id: ActorID) -> ActorID {
    id.rawValue.hasPrefix("PERSON:") ? knowledge.actors.rolledUp(id) : id
  }

  private func distinct(_ actors: [ActorID]) -> [ActorID] {
    var seen: Set<ActorID> = []
    return actors.filter { seen.insert(knowledge.actors.rolledUp($0)).inserted }
  }

  /// A mutual event of several: A with B and C, then B with C.
  private func mutual(_ finding: Finding, _ sides: [ActorID]) -> [Finding] {
    var result: [Finding] = []
    for (position, side) in sides.enumerated().dropLast() {
      var one = finding
      one.source = [side]
      one.target = Array(sides[(position + 1)...])
      result.append(one)
      if !finding.type.isSymmetric {
        one.source = Array(sides[(position + 1)...])
        one.target = [side]
        result.append(one)
      }
    }
    return result
  }

  /// Whether a type makes sense without a target.
  static func standsAlone(_ type: EventType) -> Bool {
    type == .mobilize || type == .protest || type == .retreat
  }

  // MARK: Slots of verbs

  private func fill(
    _ places: [CompiledFrame.Place], _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for place in places {
      let filling = fill(place, verb, frame, sentence, &resolver, excluding: excluding)
      if !filling.actors.isEmpty { return filling }
    }
    return Filling()
  }

  private func fill(
    _ place: CompiledFrame.Place, _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    let links = sentence.links[verb]
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    switch place {
    case .subject:
      if isPassive { return agent(verb, sentence, &resolver) }
      guard links.subject >= 0, mayAct(Int(links.subject), sentence) else { return Filling() }
      var found = filling(links.subject, sentence, &resolver, excluding: [])
      addPartners(beside: links.subject, before: verb, to: &found, sentence, &resolver)
      addCompanions(of: verb, to: &found, sentence, &resolver)
      return found
    case .object:
      let object = isPassive ? links.subject : links.object
      guard object >= 0 else { return Filling() }
      var found = filling(object, sentence, &resolver, excluding: isPassive ? [] : excluding)
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
      guard sentence.chunks[Int(object)].eventNoun < 0 else { return found }
      return located(after: isPassive ? verb : Int(object), sentence, &resolver, excluding)
    case .preposition(let number, let features):
      return prepositional(number, verb, sentence, &resolver, excluding, features: features)
    case .grammaticalCase(let features):
      return oblique(features, beside: verb, sentence, &resolver, excluding)
    case .possessor: return Filling()
    }
  }

  /// "Swedia bersama Finlandia mengajukan": a subject and those named with it.
  private func addPartners(
    beside subject: Int32, before verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    let at = Int(subject) + 2
    guard at < verb, sentence.chunks[at].traits.contains(.isCompanion), !filling.actors.isEmpty
    else { return }
    for id in resolver.actors(ofList: Int32(at), sentence) where !filling.actors.contains(id) {
      filling.actors.append(id)
    }
  }

  /// "joined Russia and Syria to recognise": those joined act as well.
  private func addCompanions(
    of verb: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard links.link == .infinitive, governor >= 0,
      sentence.chunks[governor].roles.contains(.joining)
    else { return }
    for at in (governor + 1)..<max(verb, governor + 1)
    where sentence.chunks[at].kind == .nounPhrase {
      for id in resolver.actors(of: at, sentence) where !filling.actors.contains(id) {
        filling.actors.append(id)
      }
    }
  }

  /// Whether a phrase in subject position may be the actor itself, or stand for it.
  private func mayAct(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.traits.contains(.isOpaque) { return false }
    if chunk.traits.contains(.isPlace), !chunk.traits.contains(.hasPossessor) { return false }
    if chunk.traits.contains(.isAgentive) { return true }
    if chunk.eventNoun >= 0 { return false }
    return chunk.classes.isEmpty || chunk.classes.intersects(agentClasses)
  }

  private func filling(
    _ head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.actors = resolver.actors(ofList: head, sentence, excluding: excluding)
    guard !result.actors.isEmpty else { return apposed(to: head, sentence, &resolver) }
    for member in sentence.list(from: head) {
      result.first = min(result.first, member)
      result.last = max(result.last, member)
      if sentence.chunks[member].traits.contains(.isAnaphor) { result.usesAnaphor = true }
    }
    return result
  }

  /// "his colleague, Ulf Kristersson,": what stands beside a phrase names whom it means.
  private func apposed(
    to head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    var result = Filling()
    let at = Int(head) + 2
    guard at < sentence.chunks.count, sentence.chunks[at - 1].kind == .comma,
      sentence.chunks[at].kind == .nounPhrase, sentence.chunks[at].traits.contains(.isAgentive),
      at + 1 >= sentence.chunks.count || sentence.chunks[at + 1].kind == .comma
        || sentence.chunks[at + 1].kind == .stop,
      sentence.chunks[Int(head)].classes.isEmpty, sentence.chunks[Int(head)].eventNoun < 0
    else { return result }
    result.actors = resolver.actors(of: at, sentence)
    result.first = Int(head)
    result.last = at
    return result
  }

  /// The agent of a passive: after "by", or right behind an Indonesian di- verb.
  private func agent(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    var at = verb + 1
    while at < sentence.chunks.count, at < verb + 12 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if chunk.prepositionChunk >= 0,
          sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.agentMarker)
        {
          return filling(Int32(at), sentence, &resolver, excluding: [])
        }
        if lexicon.usesCases {
          if chunk.prepositionChunk < 0, chunk.features.contains(.instrumental) {
            let found = filling(Int32(at), sentence, &resolver, excluding: [])
            if !found.actors.isEmpty { return found }
          }
        } else if at == verb + 1, isHeadFirst, chunk.traits.contains(.isAgentive) {
          return filling(Int32(at), sentence, &resolver, excluding: [])
        }
      case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional:
        return Filling()
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// The actor after a preposition behind a verb, or behind the phrases that follow it.
  private func prepositional(
    _ number: Int, _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID], features: FormFeatures = []
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where Int(chunk.preposition) == number
        && (features.isEmpty || chunk.features.isEmpty
          || !chunk.features.isDisjoint(with: features)):
        let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
        var found = filling(head, sentence, &resolver, excluding: excluding)
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if found.actors.isEmpty, chunk.eventNoun < 0 {
          found = located(after: at, sentence, &resolver, excluding)
        }
        if !found.actors.isEmpty {
          found.preposition = number
          return found
        }
      case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional, .relative:
        return Filling()
      case .conjunction where at + 1 < sentence.chunks.count && sentence.chunks[at + 1].kind == .verb:
        return Filling()
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// The actor in a bare oblique case: помогать Украине, угрожать Западу.
  private func oblique(
    _ features: FormFeatures, beside verb: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase
        where chunk.prepositionChunk < 0 && !chunk.features.isDisjoint(with: features)
          && chunk.features.isDisjoint(with: .nominative):
          var found = filling(Int32(at), sentence, &resolver, excluding: excluding)
          found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
          if !found.actors.isEmpty { return found }
        case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional, .relative,
          .openQuote, .closeQuote:
          break scan
        default: break
        }
        at += step
      }
    }
    return Filling()
  }

  /// The first actor behind a verb in its clause, through relative clauses and purposes: "imposed
  /// sanctions on four firms that work for Wagner", "applied to become a member of NATO".
  private func nearest(
    after verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .stop, .contrast, .complementizer, .subordinator, .conditional, .according, .mediumCue,
        .openQuote, .comma:
        return Filling()
      case .verb:
        let link = sentence.links[at].link
        guard link == .infinitive || link == .relative || link == .adverbial else {
          return Filling()
        }
      case .nounPhrase where chunk.eventNoun < 0 && !chunk.traits.contains(.isPlace):
        let isMeans = chunk.prepositionChunk >= 0
          && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)
        guard !isMeans, !chunk.traits.contains(.isAnaphor) else { break }
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      default: break
      }
      at += 1
    }
    return Filling()
  }

  /// The state of the place behind a phrase: "struck targets in Kharkiv".
  private func located(
    after from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase where chunk.prepositionChunk >= 0:
        guard sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative) else { break }
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      case .preposition, .date: break
      case .nounPhrase where chunk.listHead >= 0 && Int(chunk.listHead) <= from: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// Whom a show of force is aimed at: "around Taiwan", "ke perbatasan dengan Belarus".
  private func aimed(
    _ from: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    var at = from + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      if chunk.kind == .verb || chunk.kind == .stop || chunk.kind == .complementizer { break }
      if chunk.kind == .nounPhrase, chunk.prepositionChunk >= 0,
        sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.aim)
      {
        var found = filling(Int32(at), sentence, &resolver, excluding: [])
        found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
        if !found.actors.isEmpty { return found }
      }
      at += 1
    }
    return Filling()
  }

  // MARK: Event nouns

  private func nominal(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [Finding] {
    let chunk = sentence.chunks[phrase]
    let item = sentence.items[Int(chunk.eventNoun)]
    let governor = governingVerb(phrase, sentence)
    let isSupported = governor >= 0 && sentence.chunks[governor].traits.contains(.isSupport)
      && frames.frame(of: governor, sentence) == nil
    var tried: Set<Int> = []
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .eventNoun {
      let index = Int(meaning.index)
      guard tried.insert(index).inserted else { continue }
      let frame = lexicon.frames[index]
      guard let type = frame.frame.type else { continue }
      var source = fillNominal(frame.nominalSource, phrase, sentence, &resolver, excluding: [])
      if source.actors.isEmpty { source = agent(phrase, sentence, &resolver) }
      var target = fillNominal(
        frame.nominalTarget, phrase, sentence, &resolver, excluding: rolled(source.actors))
      var form = "nominal"
      if source.actors.isEmpty, isSupported {
        source = supporter(governor, sentence, &resolver)
        form = "support verb"
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
        if target.actors.isEmpty {
          target = fillNominal(
            frame.nominalTarget, max(phrase, governor), sentence, &resolver,
            excluding: rolled(source.actors))
        }
      }
      if source.actors.isEmpty, type == .consult {
        source = subjectAfter(phrase, sentence, &resolver)
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      if target.actors.isEmpty, type.isAimedAtPlaces, governor >= 0 {
        target = antecedentPlace(governor, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, source.first != phrase,
        sentence.chunks[phrase].ownerEnd > sentence.chunks[phrase].ownerStart,
        !sentence.chunks[phrase].traits.contains(.isAnaphor)
      {
        // "penembakan Belgorod oleh pasukan Ukraina": the possessor is what was acted on.
        target = filling(Int32(phrase), sentence, &resolver, excluding: [])
        target.actors.removeAll { rolled(source.actors).contains(knowledge.actors.rolledUp($0)) }
      }
      if target.actors.isEmpty, type == .mobilize {
        target = aimed(phrase, sentence, &resolver, rolled(source.actors))
      }
      if target.actors.isEmpty, !source.actors.isEmpty, type.isAimedAtPlaces {
        target = located(after: phrase, sentence, &resolver, rolled(source.actors))
      }
      var isMutual = frame.frame.isReciprocal
      if target.actors.isEmpty, source.actors.isEmpty {
        source = between(phrase, sentence, &resolver)
        // "arms transfers between A and B": trade, since neither side is the giver.
        isMutual = isMutual || type == .aid
      }
      isMutual = isMutual && distinct(source.actors).count > 1
      guard !source.actors.isEmpty, !target.actors.isEmpty || isMutual
        || (isSupported && Self.standsAlone(type))
      else { continue }
      let isTrade = isMutual && type == .aid
      var finding = Finding(
        type: isTrade ? .cooperate : type, mode: frame.frame.mode, source: source.actors,
        target: target.actors, verb: governor, phrase: phrase, frame: index, firstChunk: phrase, lastChunk: phrase,
        object: -1, targetPreposition: target.preposition, form: form,
        usesAnaphor: source.usesAnaphor || target.usesAnaphor, inheritsSubject: false,
        targetIsPlace: target.last >= 0 && sentence.chunks[target.last].traits.contains(.isPlace))
      for filling in [source, target] where filling.last >= 0 {
        finding.firstChunk = min(finding.firstChunk, filling.first)
        finding.lastChunk = max(finding.lastChunk, filling.last)
      }
      let found =
        isTrade
        ? mutual(finding, distinct(source.actors)) : finished(finding, frame, subject: [])
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "During a visit to Kyiv, Blinken pledged": the visitor is the subject of the clause.
  private func subjectAfter(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0
      || (phrase > 0 && sentence.chunks[phrase - 1].kind == .subordinator)
    else { return Filling() }
    for verb in sentence.chunks.indices
    where verb > phrase && sentence.chunks[verb].kind == .verb
      && sentence.links[verb].link == .main
    {
      let subject = sentence.links[verb].subject
      guard Int(subject) > phrase, mayAct(Int(subject), sentence) else { return Filling() }
      return filling(subject, sentence, &resolver, excluding: [])
    }
    return Filling()
  }

  /// The verb whose object, or passive subject, a phrase is.
  private func governingVerb(_ phrase: Int, _ sentence: Sentence) -> Int {
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb {
      let links = sentence.links[i]
      let isPassive = chunk.traits.contains(.isPassive)
      let filled = isPassive ? links.subject : links.object
      guard filled >= 0 else { continue }
      if sentence.list(from: filled).contains(phrase) { return i }
      // "held five rounds of talks".
      let before = Int(sentence.chunks[phrase].prepositionChunk)
      if before > 0, before - 1 == Int(filled),
        Int(sentence.chunks[before].preposition) == frames.ofNumber
      {
        return i
      }
    }
    return -1
  }

  private func supporter(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    if sentence.chunks[verb].traits.contains(.isPassive) { return agent(verb, sentence, &resolver) }
    let subject = sentence.links[verb].subject
    guard subject >= 0, mayAct(Int(subject), sentence) else { return Filling() }
    return filling(subject, sentence, &resolver, excluding: [])
  }

  private func fillNominal(
    _ places: [CompiledFrame.Place], _ phrase: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    for place in places {
      var found = Filling()
      switch place {
      case .possessor, .subject:
        guard sentence.chunks[phrase].kind == .nounPhrase else { continue }
        found.actors = resolver.actors(of: phrase, sentence)
        if lexicon.usesCases, place == .possessor {
          found.actors = possessors(phrase, sentence, resolver, asTarget: !excluding.isEmpty)
        }
        if sentence.chunks[phrase].traits.contains(.isPlace), excluding.isEmpty { found.actors = [] }
        found.first = phrase
        found.last = phrase
        if isHeadFirst, !found.actors.isEmpty { addOwners(behind: phrase, &found, sentence, &resolver) }
        found.usesAnaphor = sentence.chunks[phrase].traits.contains(.isAnaphor)
      case .preposition(let number, _):
        found = afterNoun(number, phrase, sentence, &resolver)
      case .grammaticalCase(let features):
        found = oblique(features, beside: phrase, sentence, &resolver, excluding)
      case .object:
        found = afterNoun(lexicon.prepositions["of"] ?? -1, phrase, sentence, &resolver)
        if found.actors.isEmpty, sentence.chunks[phrase].traits.contains(.isPlace) {
          found.actors = resolver.actors(of: phrase, sentence)
          found.first = phrase
          found.last = phrase
        }
      }
      found.actors.removeAll { excluding.contains(knowledge.actors.rolledUp($0)) }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// The owners of an event noun: an adjective says who acts, a genitive who acts or is acted on.
  private func possessors(
    _ phrase: Int, _ sentence: Sentence, _ resolver: ActorResolver, asTarget: Bool
  ) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    let owners = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).map { sentence.owners[$0] }
    let adjectives = owners.filter { $0.isAdjective }
    let names = owners.filter { !$0.isAdjective }
    let chosen = asTarget ? names : adjectives.isEmpty ? names : adjectives
    var copy = resolver
    return chosen.flatMap { copy.actors(of: $0, phrase, sentence) }
  }

  /// "tuduhan Kyiv dan Seoul": bare names that go on the list of possessors.
  private func addOwners(
    behind phrase: Int, _ found: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) {
    for member in sentence.list(from: Int32(phrase)).dropFirst() {
      let chunk = sentence.chunks[member]
      guard chunk.traits.contains(.isAgentive), !chunk.traits.contains(.hasPossessor) else { return }
      found.actors += resolver.actors(of: member, sentence)
      found.last = member
    }
  }

  /// The actor in the prepositional phrases that follow a noun, up to the next verb.
  private func afterNoun(
    _ number: Int, _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard number > 0 else { return Filling() }
    var at = phrase + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if Int(chunk.preposition) == number {
          let head = chunk.listHead >= 0 ? chunk.listHead : Int32(at)
          var found = filling(head, sentence, &resolver, excluding: [])
          if !found.actors.isEmpty {
            found.preposition = number
            return found
          }
        }
        guard chunk.prepositionChunk >= 0 else { return Filling() }
      case .preposition, .date, .conjunction: break
      default: return Filling()
      }
      at += 1
    }
    return Filling()
  }

  /// "war between A and B", "perang antara A dan B".
  private func between(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let owners = sentence.chunks[phrase].ownerEnd - sentence.chunks[phrase].ownerStart
    if owners > 1 { return filling(Int32(phrase), sentence, &resolver, excluding: []) }
    var at = phrase + 1
    while at < sentence.chunks.count, at < phrase + 8 {
      let chunk = sentence.chunks[at]
      if chunk.kind == .verb || chunk.kind == .stop { break }
      if chunk.kind == .nounPhrase, chunk.prepositionChunk >= 0,
        sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.between)
      {
        return filling(Int32(at), sentence, &resolver, excluding: [])
      }
      at += 1
    }
    return Filling()
  }
}

extension EventType {
  /// Whether a place alone can be what the event is aimed at.
  var isAimedAtPlaces: Bool {
    self == .assault || self == .coerce
  }

  /// Whether its target may stand further off in the clause.
  var takesFarTarget: Bool {
    switch self {
    case .request, .sanction, .accuse, .threaten, .reject, .support, .concede, .agree, .mobilize:
      true
    default: false
    }
  }

  /// Whether it answers what someone else did.
  var isReaction: Bool {
    self == .accuse || self == .support || self == .reject
  }

  /// Whether something changes hands or place.
  var isTransfer: Bool {
    self == .aid || self == .mobilize || self == .retreat || self == .cooperate
  }
}
