import CasusKnowledge
import CasusModel

/// Chooses the frame of a verb or event noun in its clause.
final class FrameFinder: Sendable {
  let lexicon: Lexicon
  /// The places that meanings of words refer to.
  private let places: [Gazetteer.Place]
  let ofNumber: Int
  let forNumber: Int
  let withNumber: Int
  private let peopleClass: ClassSet
  /// Nouns of what is written or said: a resolution, a letter, a statement.
  let partClass: ClassSet
  private let capacityClass: ClassSet
  /// Ordinary things and people.
  private let commonClass: ClassSet
  let textClasses: ClassSet
  let letterClasses: ClassSet
  private let forceClasses: ClassSet
  /// Those who come and are received.
  let visitorClasses: ClassSet
  /// Until when something has to be done.
  private let deadlineClass: ClassSet
  /// Things that are sent and struck.
  let movedClasses: ClassSet
  /// Weapons that fly of themselves and are brought down.
  let flyingClasses: ClassSet
  /// "down", "up": behind a verb they change its meaning.
  private let particles: Set<Int>
  /// What somebody's deeds are called who is blamed, and what they are called otherwise.
  private let blameClass: ClassSet
  private let praiseClasses: ClassSet
  private let deedClass: ClassSet

  init(lexicon: Lexicon, places: Gazetteer) {
    self.lexicon = lexicon
    self.places = places.places
    ofNumber = lexicon.prepositions["of"] ?? -1
    forNumber = lexicon.prepositions["for"] ?? -1
    withNumber = lexicon.prepositions["with"] ?? -1
    peopleClass = lexicon.classes("people")
    letterClasses = lexicon.classes("decree", "message")
    partClass = lexicon.classes("part_word")
    capacityClass = lexicon.classes("capacity")
    commonClass = lexicon.classes("common")
    textClasses = lexicon.classes("decree", "claim", "proposal", "message", "decision")
    movedClasses = lexicon.classes("arms", "vessel", "aid")
    flyingClasses = lexicon.classes("drone", "rocket")
    visitorClasses = lexicon.classes("people", "envoy", "delegation", "diplomat", "troops", "crowd")
    forceClasses = lexicon.classes("troops", "vessel", "people", "crowd")
    deadlineClass = lexicon.classes("deadline_word")
    blameClass = lexicon.classes("denunciation")
    praiseClasses = lexicon.classes("praise", "falsehood")
    deedClass = lexicon.classes("deed", "decision")
    particles = Set(["down", "up"].compactMap { lexicon.prepositions[$0] })
  }

  /// Whether a phrase is about people: "students", "troops", "officials".
  func namesPeople(_ chunk: Chunk) -> Bool {
    chunk.classes.intersects(peopleClass) || chunk.classes.intersects(forceClasses)
      || chunk.roles.contains(.role)
  }

  /// Whether a verb tells of something that is said: it accuses, rejects, demands or threatens.
  func isVerbalAct(_ verb: Int, _ sentence: Sentence) -> Bool {
    types(of: verb, sentence).first.map {
      [.accuse, .reject, .request, .threaten].contains($0)
    } ?? false
  }

  /// The types that the frames of a verb give it, in the order of the file.
  func types(of verb: Int, _ sentence: Sentence) -> [EventType] {
    candidates(verb, sentence).compactMap { lexicon.frames[Int($0)].frame.type }
  }

  /// Notes the frames that each verb of a sentence may have, in the order of the file.
  func collect(_ sentence: inout Sentence) {
    sentence.frames.removeAll(keepingCapacity: true)
    for i in sentence.chunks.indices
    where sentence.chunks[i].kind == .verb && sentence.chunks[i].verbItem >= 0 {
      let item = sentence.items[Int(sentence.chunks[i].verbItem)]
      let start = sentence.frames.count
      if item.node != 0, lexicon.nounHead == .last {
        collectSeparated(i, item, from: start, &sentence)
      }
      if lexicon.usesCases { collectInverted(i, item, from: start, &sentence) }
      if item.kinds.contains(.verb) {
        collect(item.node, from: start, &sentence)
        // "withdraw from Mali" withdraws, "agree to send" agrees; "backs down" does not back.
        let last = lexicon.roles(of: sentence.tokens[Int(item.endToken) - 1].word)
        let isPhrasal =
          lexicon.nounHead == .last && !last.contains(.infinitiveMarker)
          && !(i + 1 < sentence.chunks.count && sentence.chunks[i + 1].kind == .nounPhrase)
        if item.shorterNode != 0, !isPhrasal, !endsInParticle(item, sentence),
          !endsInVerb(item, sentence)
        {
          collect(item.shorterNode, from: start, &sentence)
        }
      }
      if lexicon.nounHead == .last, !lexicon.usesCases,
        sentence.chunks[i].traits.contains(.isSpeech), !leadsToInfinitive(i, sentence)
      {
        // "told the pair to settle" asks, "told the pair that it would" does not.
        while let last = sentence.frames.indices.last, last >= start,
          lexicon.frames[Int(sentence.frames[last])].frame.content == .drop
        {
          sentence.frames.removeLast()
        }
      }
      sentence.chunks[i].frameStart = Int32(start)
      sentence.chunks[i].frameEnd = Int32(sentence.frames.count)
    }
  }

  /// "Примеру Кремля последовали", "удар нанесла Россия": a verb of several words in another order.
  private func collectInverted(
    _ verb: Int, _ item: Item, from start: Int, _ sentence: inout Sentence
  ) {
    guard item.node != 0, item.endToken == item.firstToken + 1 else { return }
    if let fronted = frontedComplement(of: verb, sentence) {
      adopt(fronted.node, verb, from: start, &sentence)
    }
    for step in [-1, 1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase where chunk.prepositionChunk < 0 && chunk.headItem >= 0:
          let word = sentence.tokens[Int(sentence.items[Int(chunk.headItem)].firstToken)].word
          let node = lexicon.step(item.node, word)
          if node != 0 { adopt(node, verb, from: start, &sentence) }
          if chunk.endItem > chunk.firstItem + 1 {
            adopt(whole: chunk, verb, from: start, &sentence)
          }
        case .nounPhrase, .preposition, .date, .conjunction: break
        default: break scan
        }
        at += step
      }
    }
  }

  /// "Аналогічну заяву | зробила Франція": all words of a phrase belong to the verb.
  private func adopt(
    whole chunk: Chunk, _ verb: Int, from start: Int, _ sentence: inout Sentence
  ) {
    var node = sentence.items[Int(sentence.chunks[verb].verbItem)].node
    let first = Int(sentence.items[Int(chunk.firstItem)].firstToken)
    let end = Int(sentence.items[Int(chunk.endItem) - 1].endToken)
    // The items of a parted verb's clause do not stand in the order of the text.
    guard first < end else { return }
    for token in sentence.tokens[first..<end] {
      node = lexicon.step(node, token.word)
      if node == 0 { return }
    }
    adopt(node, verb, from: start, &sentence)
  }

  /// Gives a verb the frames and roles of a longer phrase.
  private func adopt(_ node: UInt32, _ verb: Int, from start: Int, _ sentence: inout Sentence) {
    collect(node, from: start, &sentence)
    for meaning in lexicon.meanings(of: node) {
      if meaning.roles.contains(.supportVerb) { sentence.chunks[verb].traits.insert(.isSupport) }
      if meaning.roles.contains(.sameAct) { sentence.chunks[verb].roles.insert(.sameAct) }
    }
  }

  /// "С критикой Израиля | выступила Ирландия", "Под санкции США | попали три фирмы": what a verb means
  /// with the preposition of an event noun that stands before it, or with that and the noun, and the noun's
  /// phrase.
  func frontedComplement(of verb: Int, _ sentence: Sentence) -> (node: UInt32, phrase: Int)? {
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    guard item.node != 0, item.endToken == item.firstToken + 1 else { return nil }
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase, .date, .conjunction: at -= 1
      case .preposition:
        let preposition = sentence.items[Int(chunk.firstItem)]
        if let node = step(item.node, preposition, andInto: sentence.chunks[at + 1], sentence) {
          return (node, at + 1)
        }
        if sentence.chunks[at + 1].kind == .nounPhrase, sentence.chunks[at + 1].eventNoun >= 0,
          preposition.endToken == preposition.firstToken + 1
        {
          let word = sentence.tokens[Int(preposition.firstToken)].word
          let node = lexicon.step(item.node, word)
          if node != 0, !lexicon.meanings(of: node).isEmpty { return (node, at + 1) }
        }
        at -= 1
      default: return nil
      }
    }
    return nil
  }

  /// What a verb means with a preposition and the first words of the phrase behind it.
  private func step(
    _ verb: UInt32, _ preposition: Item, andInto phrase: Chunk, _ sentence: Sentence
  ) -> UInt32? {
    guard phrase.kind == .nounPhrase, preposition.endToken == preposition.firstToken + 1 else {
      return nil
    }
    var node = lexicon.step(verb, sentence.tokens[Int(preposition.firstToken)].word)
    for item in sentence.items[Int(phrase.firstItem)..<Int(phrase.endItem)] {
      for token in sentence.tokens[Int(item.firstToken)..<Int(item.endToken)] {
        guard node != 0 else { return nil }
        let next = lexicon.step(node, token.word)
        if next != 0, lexicon.meanings(of: next).contains(where: { $0.kind == .verb }) {
          return next
        }
        // "Под британские санкции".
        let isModifier =
          !item.kinds.isDisjoint(with: [.adjectivalActor, .unknownAdjective])
          || item.roles.contains(.adjective)
        if next != 0 || !isModifier { node = next }
      }
    }
    return nil
  }

  /// "shot down two drones" did not shoot them: a word that leads nowhere when a noun follows.
  private func endsInParticle(_ item: Item, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases else { return false }
    let roles = lexicon.roles(of: sentence.tokens[Int(item.endToken) - 1].word)
    return roles.contains(.preposition)
      && particles.contains(
        lexicon.meanings(of: lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)).first {
          $0.roles.contains(.preposition)
        }.map { Int($0.index) } ?? 0)
  }

  /// "memanggil pulang": a second verb gives the first another meaning, so it does not stand for itself.
  private func endsInVerb(_ item: Item, _ sentence: Sentence) -> Bool {
    guard isHeadFirst else { return false }
    return lexicon.meanings(
      of: lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)
    ).contains { $0.kind == .verb && $0.roles.isDisjoint(with: [.adverb, .perfect]) }
  }

  /// Whether what somebody is to do follows a verb and its object.
  private func leadsToInfinitive(_ verb: Int, _ sentence: Sentence) -> Bool {
    var at = verb + 1
    while at < sentence.chunks.count {
      switch sentence.chunks[at].kind {
      case .verb: return at > verb + 1 && sentence.chunks[at].traits.contains(.isInfinitive)
      case .nounPhrase, .preposition, .conjunction, .date: at += 1
      default: return false
      }
    }
    return false
  }

  /// "sent 23 diplomats home", "threw them out": a particle behind the object.
  private func collectSeparated(
    _ verb: Int, _ item: Item, from start: Int, _ sentence: inout Sentence
  ) {
    guard item.endToken == item.firstToken + 1, verb + 1 < sentence.chunks.count else { return }
    let object = sentence.chunks[verb + 1]
    guard object.kind == .nounPhrase else { return }
    collectContinued(item, verb, from: start, &sentence)
    // Inside the phrase behind its head, or right behind it and what is listed with it.
    var final = sentence.list(from: Int32(verb + 1)).max() ?? verb + 1
    if final + 3 < sentence.chunks.count, sentence.chunks[final + 1].kind == .comma,
      sentence.chunks[final + 2].kind == .nounPhrase, sentence.chunks[final + 3].kind == .comma
    {
      // "handed its former president, Rodrigo Duterte, over".
      final += 3
    }
    let last = min(sentence.chunks[final].endItem, Int32(sentence.items.count) - 1)
    var at = object.firstItem + 1
    while at <= last {
      let particle = sentence.items[Int(at)]
      at += 1
      guard particle.kinds.isDisjoint(with: [.noun, .actor, .place]),
        particle.roles.contains(.adverb) || isParticle(at - 1, sentence)
          // "let the hostages go".
          || at - 1 == last && particle.verbFeatures.contains(.base)
      else { continue }
      let node = lexicon.step(item.node, sentence.tokens[Int(particle.firstToken)].word)
      if node != 0 { collect(node, from: start, &sentence) }
    }
  }

  /// "took Guyana to court", "showed ten of them the door": what goes on behind the object, or at
  /// its end ("held Pakistan responsible").
  private func collectContinued(
    _ item: Item, _ verb: Int, from start: Int, _ sentence: inout Sentence
  ) {
    // "ten of his men", "the regime in Minsk" is one object.
    var last = verb + 1
    while last + 2 < sentence.chunks.count, last < verb + 5,
      sentence.chunks[last + 1].kind == .preposition,
      sentence.chunks[last + 2].kind == .nounPhrase
    {
      last += 2
    }
    let end = min(Int(sentence.chunks[last].endItem), sentence.items.count - 1)
    let begin = Int(sentence.chunks[verb + 1].firstItem) + 1
    guard begin <= end else { return }
    for first in begin...end {
      collectContinued(item, behind: first, isBehind: first == end, from: start, &sentence)
    }
  }

  private func collectContinued(
    _ item: Item, behind first: Int, isBehind: Bool, from start: Int, _ sentence: inout Sentence
  ) {
    let isPlainWord = sentence.items[first].kinds.isDisjoint(
      with: [.noun, .eventNoun, .actor, .place, .date])
    var token = Int(sentence.items[first].firstToken)
    let begin = token
    var node = item.node
    for _ in 0..<8 {
      guard token < sentence.tokens.count else { return }
      node = lexicon.step(node, sentence.tokens[token].word)
      guard node != 0 else { return }
      token += 1
      let last = lexicon.roles(of: sentence.tokens[token - 1].word)
      guard !last.contains(.preposition) else { continue }
      // "held responsible", "sent packing": one word is enough where it is no noun, behind the whole object
      // where nothing goes on with it ("keeps its border with Chad shut").
      if token > begin + 1
        || (isPlainWord && (!isBehind || endsPhrase(first, sentence))
          && !last.contains(.conjunction))
      {
        collect(node, from: start, &sentence)
      }
    }
  }

  /// Whether no noun follows a word.
  private func endsPhrase(_ item: Int, _ sentence: Sentence) -> Bool {
    guard item + 1 < sentence.items.count else { return true }
    let next = sentence.items[item + 1]
    return next.kinds.contains(.date) || (next.kinds.isEmpty && next.node == 0)
      || !next.roles.isDisjoint(with: [
        .preposition, .subordinator, .conjunction, .contrast, .conditional, .agentMarker,
      ])
  }

  /// Whether a preposition has no noun phrase of its own: "let the lorries through for".
  private func isParticle(_ at: Int32, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(at)]
    guard item.roles.contains(.preposition) else { return false }
    // "out of Mali" pulls out.
    return item.endToken > item.firstToken + 1 || endsPhrase(Int(at), sentence)
  }

  private func collect(_ node: UInt32, from start: Int, _ sentence: inout Sentence) {
    let meanings = lexicon.meanings(of: node)
    // "змушений" is what somebody is, rather than what "змусити" makes of them.
    let isAdjective = meanings.contains { $0.kind == .verb && $0.features.contains(.adjective) }
    for meaning in meanings
    where meaning.kind == .verb && !sentence.frames[start...].contains(meaning.index)
      && meaning.features.contains(.adjective) == isAdjective
    {
      sentence.frames.append(meaning.index)
    }
  }

  /// The frames of a verb chunk, in the order of the file.
  func candidates(_ verb: Int, _ sentence: Sentence) -> ArraySlice<Int32> {
    let chunk = sentence.chunks[verb]
    return sentence.frames[Int(chunk.frameStart)..<Int(chunk.frameEnd)]
  }

  /// The first frame that fits a verb with its object, or `nil`.
  func frame(of verb: Int, _ sentence: Sentence) -> Int? {
    candidates(verb, sentence).first { fits(Int($0), verb, sentence) }.map { Int($0) }
  }

  /// Whether a verb tells an event of its own here.
  func tellsEvent(_ verb: Int, _ sentence: Sentence) -> Bool {
    frame(of: verb, sentence).map { lexicon.frames[$0].frame.type != nil } ?? false
  }

  /// Whether a verb has a frame that asks for such an object as it has.
  func asksForObject(_ verb: Int, _ sentence: Sentence) -> Bool {
    frame(of: verb, sentence).map { !lexicon.frames[$0].objectClasses.isEmpty } ?? false
  }

  /// Whether a frame's demands on the object are met.
  func fits(_ index: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let links = sentence.links[verb]
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    let object = isPassive ? links.subject : links.object
    let frame = lexicon.frames[index]
    if frame.hasSubjectClasses || frame.takesActorSubject {
      guard links.subject >= 0, !isPassive,
        sentence.list(from: links.subject).contains(where: {
          sentence.chunks[$0].classes.intersects(frame.subjectClasses)
            || hasPart(of: frame.subjectClasses, behind: $0, sentence)
            || frame.takesActorSubject && namesActor($0, sentence)
        })
      else { return false }
    }
    if frame.hasComplementClasses, !hasComplement(frame, verb, sentence) { return false }
    if frame.frame.type == .request, !isPassive, object >= 0, isOwnPeople(object, sentence) {
      return false
    }
    if frame.needsActorObject {
      // "визнали одне одного".
      if sentence.chunks[verb].traits.contains(.isMutual) { return true }
      guard object >= 0 else { return false }
      if lexicon.usesCases, frame.frame.mode == "host", !frame.hasSubjectClasses,
        frame.objectClasses.isEmpty, !namesPerson(Int(object), sentence)
      {
        // "принял Лаврова", but no country.
        return false
      }
      if lexicon.nounHead == .last, !lexicon.usesCases, frame.frame.mode == "host",
        sentence.chunks[Int(object)].roles.contains(.thingPronoun)
      {
        // "welcomed it": a deed, and no guest.
        return false
      }
      // "заняли Сенаки и Зугдиди": any of those listed.
      return sentence.list(from: object).contains {
        let phrase = sentence.chunks[$0]
        return phrase.ownerEnd > phrase.ownerStart
          && !(frame.frame.type == .reject && isPlainThing(phrase, sentence))
          && !(frame.frame.mode == "visit" && isOwnedThing(phrase, sentence))
          || phrase.classes.intersects(frame.objectClasses)
      }
    }
    if frame.takesNoObject { return object < 0 }
    if frame.takesTownObject, object >= 0, namesTown(object, sentence) { return true }
    if !frame.hasObjectClasses { return !frame.takesTownObject }
    if object >= 0, lexicon.nounHead == .last, !lexicon.usesCases,
      frame.frame.type == .reject
        || frame.frame.mode == "praise" && endsClause(Int(object), sentence),
      sentence.chunks[Int(object)].roles.contains(.thingPronoun)
    {
      // "denied this", "welcomed it": whatever was said or done.
      return true
    }
    if object >= 0, frame.frame.type == .reject, frame.frame.content == .denied,
      isWholeClaim(object, before: verb, sentence)
    {
      return true
    }
    let isSupport = sentence.chunks[verb].traits.contains(.isSupport)
    if object >= 0, fits(frame, object, underSupport: isSupport, sentence) { return true }
    if frame.frame.type?.isTransfer == true, let thing = thingGiven(before: verb, sentence),
      fits(frame, Int32(thing), underSupport: isSupport, sentence)
    {
      return true
    }
    if object >= 0, !isPassive, !isSupport, isUnknownThingOfActor(object, sentence),
      hasOneMeaning(verb, frame, sentence)
    {
      return true
    }
    if isPassive, links.object > verb, !lexicon.usesCases,
      lexicon.nounHead == .last || frame.frame.type?.isTransfer == true,
      fits(frame, links.object, underSupport: isSupport, sentence)
    {
      // "Kyiv has been given tanks by Berlin", "Irak dikirimi tank oleh Iran": the thing given stays
      // behind the verb.
      return true
    }
    if object >= 0, cedesPlace(frame, object, sentence) { return true }
    if object >= 0, isHeadFirst,
      frame.frame.mode == "release-prisoners" || frame.frame.mode == "arrest",
      isOnePerson(Int(object), sentence)
    {
      // "membebaskan Evan Gershkovich", "ia dilepas".
      return true
    }
    if object < 0, frame.frame.type == .reject, frame.frame.content == .denied, !isPassive,
      isHeadFirst, endsClause(verb, sentence)
    {
      // "Bagdad membantah.", "Bagdad membantah dan menuduh Kuwait".
      return true
    }
    if object < 0, sentence.chunks[verb].traits.contains(.hasPronounAgent), !isPassive,
      frame.frame.type?.isReaction == true, !hasPlainMeaning(verb, sentence),
      frame.objectClasses.isEmpty || !sentence.chunks[verb].traits.contains(.isSpeech)
    {
      // "membantahnya": the clitic is the object; "menyampaikannya" may convey anything.
      return true
    }
    if lexicon.usesCases,
      hasOblique(frame, verb, sentence) || isBlamedInQuotes(object, frame, verb, sentence)
    {
      return true
    }
    guard links.object >= 0 || isPassive else { return false }
    // A second object ("memberi Ukraina bantuan"), a complement ("described the raid as piracy").
    // "which he describes as a puppet": the object stands before the verb.
    let isFronted = isPassive || Int(links.object) < verb
    var next = (isFronted ? verb : Int(links.object)) + 1
    if !isFronted {
      while next + 1 < sentence.chunks.count, sentence.chunks[next].kind == .preposition,
        !sentence.chunks[next].roles.contains(.subordinator)
      {
        next += 2
      }
    }
    // "described it as theft", "described it as "a mad scam"".
    let isQuoted =
      next + 1 < sentence.chunks.count && sentence.chunks[next + 1].kind == .openQuote
    let said = next + (isQuoted ? 2 : 1)
    if next < sentence.chunks.count, sentence.chunks[next].roles.contains(.subordinator),
      lexicon.usesCases || frame.frame.type?.isReaction == true,
      // "as an outrage", but not "after protests".
      lexicon.verdictClasses.isEmpty || frame.objectClasses.intersects(lexicon.verdictClasses),
      said < sentence.chunks.count, sentence.chunks[said].kind == .nounPhrase,
      said + 1 >= sentence.chunks.count || sentence.chunks[said + 1].kind != .verb
        || !sentence.chunks[said + 1].traits.contains(.isFinite)
    {
      next = said
    } else if isFronted {
      return false
    }
    if next < sentence.chunks.count, sentence.chunks[next].kind == .openQuote { next += 1 }
    return next < sentence.chunks.count && sentence.chunks[next].kind == .nounPhrase
      && sentence.chunks[next].classes.intersects(frame.objectClasses)
  }

  /// "назвал рейд «неслыханной дерзостью»": what somebody calls a deed in quotation marks blames it, in whatever words,
  /// unless they praise it or say that a claim is false.
  private func isBlamedInQuotes(
    _ deed: Int32, _ frame: CompiledFrame, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    guard deed >= 0, frame.frame.type == .accuse, frame.objectClasses.intersects(blameClass) else {
      return false
    }
    let object = sentence.chunks[Int(deed)]
    guard object.eventNoun >= 0 || isDecision(object) || object.classes.intersects(deedClass)
    else { return false }
    var next = max(verb, Int(deed)) + 1
    while next < sentence.chunks.count, next <= verb + 8 {
      let chunk = sentence.chunks[next]
      switch chunk.kind {
      case .nounPhrase:
        let first = Int(sentence.items[Int(chunk.firstItem)].firstToken)
        if first > 0,
          [.openQuote, .plainQuote].contains(sentence.tokens[first - 1].kind)
        {
          return !sentence.tokens[first].isCapitalised && chunk.prepositionChunk < 0
            && chunk.features.contains(.instrumental)
            && !chunk.classes.intersects(praiseClasses)
        }
        next += 1
      case .preposition, .date: next += 1
      default: return false
      }
    }
    return false
  }

  /// "отвергли его блюдо": whether a phrase is somebody's and of no class but that of nouns without a meaning.
  private func isPlainThing(_ phrase: Chunk, _ sentence: Sentence) -> Bool {
    let owner = sentence.owners[Int(phrase.ownerStart)]
    return lexicon.usesCases && owner.kind == .anaphor && phrase.traits.contains(.hasPossessor)
      && phrase.eventNoun < 0 && phrase.roles.isDisjoint(with: [.role, .counterpart])
      && (phrase.classes.isEmpty || phrase.classes == commonClass)
  }

  /// "welcomed Turkey's patience", "hosts French bases": whether a phrase names a thing that somebody has, and nobody who comes.
  private func isOwnedThing(_ phrase: Chunk, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, phrase.headItem >= 0,
      phrase.headItem != sentence.owners[Int(phrase.ownerStart)].item,
      !phrase.traits.contains(.isPlace)
    else { return false }
    let head = sentence.items[Int(phrase.headItem)]
    return head.kinds.isDisjoint(with: [.actor, .place]) && !head.isCapitalised
      && phrase.roles.isDisjoint(with: [.role, .counterpart, .groupGroup])
      && !phrase.classes.intersects(visitorClasses)
  }

  /// "marched into Goma": whether a phrase is the bare name of a town, and not of a region or state.
  private func namesTown(_ phrase: Int32, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[Int(phrase)]
    guard chunk.ownerEnd == chunk.ownerStart + 1, chunk.endItem == chunk.firstItem + 1 else {
      return false
    }
    let item = sentence.items[Int(chunk.firstItem)]
    return item.isCapitalised
      && lexicon.meanings(of: item.node).contains {
        $0.kind == .place && ["city", "town"].contains(places[Int($0.index)].kind)
      }
  }

  /// "Manila protested", "it protested": whether a phrase is the name of an actor, or a pronoun for one, and
  /// neither a people nor somebody of theirs.
  private func namesActor(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard chunk.ownerEnd > chunk.ownerStart, chunk.traits.contains(.isAgentive) else {
      return false
    }
    let name = sentence.items[Int(sentence.owners[Int(chunk.ownerStart)].item)]
    // "Libyans" are several.
    return lexicon.usesCases
      || !chunk.traits.contains(.hasPossessor) && name.kinds.isDisjoint(with: .adjectivalActor)
        && name.nounFeatures.isDisjoint(with: .plural)
  }

  /// "accused Iran of arming rebels, which Iran denies": behind a comma "which" is all that was said.
  private func isWholeClaim(_ object: Int32, before verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, Int(object) + 3 < verb,
      sentence.links[verb].link == .relative
    else { return false }
    return sentence.chunks[Int(object) + 1].kind == .comma
      && sentence.chunks[Int(object) + 2].kind == .relative
  }

  /// Whether nothing more of its clause stands behind a verb.
  func endsClause(_ verb: Int, _ sentence: Sentence) -> Bool {
    let next = verb + 1
    guard next < sentence.chunks.count else { return true }
    switch sentence.chunks[next].kind {
    case .stop, .comma, .contrast: return true
    case .conjunction:
      return next + 1 < sentence.chunks.count && sentence.chunks[next + 1].kind == .verb
    default: return false
    }
  }

  private var isHeadFirst: Bool { lexicon.nounHead == .first && !lexicon.usesCases }

  /// "menahannya" holds somebody and vetoes nothing: whether a verb has a meaning for any object.
  private func hasPlainMeaning(_ verb: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains {
      let frame = lexicon.frames[Int($0)]
      return frame.needsActorObject && frame.frame.type?.isReaction == false
    }
  }

  /// "told its citizens to leave": whom a state orders about is its own, but "urged its government" may
  /// be another's.
  private func isOwnPeople(_ object: Int32, _ sentence: Sentence) -> Bool {
    let phrase = sentence.chunks[Int(object)]
    guard lexicon.nounHead == .last, !lexicon.usesCases, phrase.ownerEnd == phrase.ownerStart + 1,
      sentence.owners[Int(phrase.ownerStart)].roles == .possessivePronoun
    else { return false }
    return phrase.classes.intersects(peopleClass)
  }

  /// "Iran's supply of drones": whether a noun is of what a frame asks for that no verb has.
  func isOfKind(_ phrase: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    !frame.frame.verbs.isEmpty || !frame.hasObjectClasses
      || hasPart(of: frame.objectClasses, behind: phrase, sentence)
  }

  /// "the first group of Kenyan police officers": the noun behind "of" counts as well.
  private func hasPart(of classes: ClassSet, behind phrase: Int, _ sentence: Sentence) -> Bool {
    let at = phrase + 2
    return lexicon.nounHead == .last && !lexicon.usesCases && at < sentence.chunks.count
      && sentence.chunks[phrase + 1].kind == .preposition
      && Int(sentence.chunks[phrase + 1].preposition) == ofNumber
      && sentence.chunks[at].kind == .nounPhrase && sentence.chunks[at].classes.intersects(classes)
  }

  /// "hand Donbas to Russia", "took Bukavu": a place by its name is a territory.
  ///
  /// Who leaves a town may be anyone, so that withdrawals are not meant.
  private func cedesPlace(_ frame: CompiledFrame, _ object: Int32, _ sentence: Sentence) -> Bool {
    guard sentence.chunks[Int(object)].traits.contains(.isPlace) else { return false }
    if frame.frame.mode == "capture", lexicon.nounHead == .last, !lexicon.usesCases {
      // "has taken Bukavu".
      return sentence.chunks[Int(object)].traits.isDisjoint(with: .hasPossessor)
    }
    guard frame.frame.mode != "withdraw",
      frame.frame.type == .retreat || frame.frame.type == .concede,
      let number = lexicon.classNumbers["territory"]
    else { return false }
    var territory = ClassSet()
    territory.insert(number)
    return frame.objectClasses.intersects(territory)
  }

  /// Whether an object is a name that declines as that of somebody does: "принял Лаврова".
  private func namesPerson(_ object: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[object]
    guard chunk.headItem >= 0 else { return false }
    let head = sentence.items[Int(chunk.headItem)]
    guard head.kinds.contains(.actor), head.kinds.isDisjoint(with: [.adjectivalActor, .place])
    else { return false }
    // "принял Нетаньяху".
    if chunk.features.isEmpty || chunk.features == .cases { return true }
    return chunk.features.isSuperset(of: [.genitive, .accusative])
  }

  /// "Gershkovich", "ia": whether a phrase is one person's name, or a pronoun for one.
  private func isOnePerson(_ object: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[object]
    if chunk.roles.contains(.personPronoun), chunk.roles.isDisjoint(with: .possessivePronoun) {
      return true
    }
    guard chunk.headItem >= 0 else { return false }
    return sentence.items[Int(chunk.headItem)].nounFeatures.contains(.namesPerson)
  }

  /// Whether a prepositional phrase that the frame asks for follows in the clause.
  private func hasComplement(_ frame: CompiledFrame, _ verb: Int, _ sentence: Sentence) -> Bool {
    var at = verb + 1
    scan: while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        // "disemprot meriam air": right behind a passive the means needs no preposition.
        let isMeans =
          at == verb + 1 && lexicon.nounHead == .first && !lexicon.usesCases
          && sentence.chunks[verb].traits.contains(.isPassive)
        if chunk.prepositionChunk > verb || isMeans,
          isComplement(chunk, of: frame)
        {
          return true
        }
      case .date
      where frame.complementClasses.intersects(deadlineClass)
        && sentence.dates[sentence.date(ofChunk: at)].isDeadline:
        // "gave Kenya until Friday to leave".
        return true
      case .verb, .stop, .contrast, .complementizer, .subordinator, .conditional, .relative:
        break scan
      default: break
      }
      at += 1
    }
    return lexicon.usesCases && hasFrontedComplement(frame, verb, sentence)
  }

  /// Whether a noun phrase is one that the frame asks for behind a preposition.
  private func isComplement(_ phrase: Chunk, of frame: CompiledFrame) -> Bool {
    phrase.classes.intersects(frame.complementClasses)
      || frame.takesActorComplement && phrase.ownerEnd > phrase.ownerStart
  }

  /// "В чёрный список внесены фирмы": where word order is free it may stand before the verb.
  private func hasFrontedComplement(
    _ frame: CompiledFrame, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    var at = verb - 1
    while at >= 0 {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if chunk.prepositionChunk >= 0, isComplement(chunk, of: frame) {
          return true
        }
      case .date, .preposition, .conjunction: break
      case .verb
      where sentence.chunks[at].verbItem >= 0
        && sentence.items[Int(chunk.verbItem)].roles.contains(.be):
        break
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// "Выступила посредником", "назвал меры незаконными": where endings show the case, what a frame
  /// asks for may stand anywhere in the clause.
  private func hasOblique(_ frame: CompiledFrame, _ verb: Int, _ sentence: Sentence) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase:
          // "расценили как шантаж": "как" stands before what something is called.
          let isCalled =
            frame.frame.type?.isReaction == true && chunk.prepositionChunk >= 0
            && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.subordinator)
          if chunk.prepositionChunk < 0 || isCalled, at != subject, Int(chunk.listHead) != subject,
            isCalled
              || !chunk.features.isDisjoint(with: [.instrumental, .accusative, .genitive]),
            chunk.classes.intersects(frame.objectClasses)
          {
            return true
          }
        case .date, .preposition, .conjunction: break
        default: break scan
        }
        at += step
      }
    }
    return false
  }

  /// "freed a British couple": somebody of a state, by a noun that the lexicon does not know, where a
  /// frame asks for people.
  private func namesPeople(_ chunk: Chunk, _ frame: CompiledFrame) -> Bool {
    guard !lexicon.usesCases, chunk.classes.isEmpty, chunk.traits.contains(.hasPossessor),
      chunk.traits.isDisjoint(with: [.isPlace, .isAnaphor]), chunk.eventNoun < 0,
      frame.objectClasses.intersects(peopleClass)
    else { return false }
    switch frame.frame.type {
    case .coerce, .concede, .sanction, .assault: return true
    default: return false
    }
  }

  /// Whether an object is of a kind that a frame asks for.
  func fits(
    _ frame: CompiledFrame, _ object: Int32, underSupport isSupport: Bool, _ sentence: Sentence
  ) -> Bool {
    for member in sentence.list(from: object) {
      let chunk = sentence.chunks[member]
      if isSupport, chunk.eventNoun >= 0 {
        // "held coast guard drills": drills are held, not the coast guard.
        let head = sentence.items[Int(chunk.eventNoun)]
        if lexicon.classSets[Int(head.classSet)].intersects(frame.objectClasses) { return true }
        continue
      }
      if chunk.classes.intersects(frame.objectClasses) { return true }
      if namesPeople(chunk, frame) { return true }
      if lexicon.usesCases, let whole = sentence.whole(ofFigure: member),
        sentence.chunks[whole].classes.intersects(frame.objectClasses)
      {
        // "60 из 80 российских дронов".
        return true
      }
      // "a first batch of drones": the noun behind "of" counts.
      var at = member + 1
      while at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
        Int(sentence.chunks[at].preposition) == ofNumber,
        sentence.chunks[at + 1].kind == .nounPhrase
      {
        for part in sentence.list(from: Int32(at + 1))
        where sentence.chunks[part].classes.intersects(frame.objectClasses) {
          return true
        }
        at += 2
      }
    }
    return false
  }

  /// "Сбил индийский квадрокоптер": whether the object is a thing that no class knows, of an actor.
  private func isUnknownThingOfActor(_ object: Int32, _ sentence: Sentence) -> Bool {
    let phrase = sentence.chunks[Int(object)]
    guard lexicon.usesCases, phrase.next < 0, phrase.ownerEnd > phrase.ownerStart,
      sentence.owners[Int(phrase.ownerStart)].isAdjective, phrase.headItem >= 0
    else { return false }
    let head = sentence.items[Int(phrase.headItem)]
    return head.kinds == .unknown && !head.isCapitalised && head.roles.isEmpty
      && phrase.endItem - phrase.firstItem == 2
  }

  /// Whether all that a verb may tell of is one kind of harm, whatever its object.
  private func hasOneMeaning(_ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    guard let type = frame.frame.type, type == .assault || type == .coerce,
      !frame.hasComplementClasses, !frame.hasSubjectClasses, frame.frame.target.contains(.object)
    else { return false }
    return candidates(verb, sentence).allSatisfy { lexicon.frames[Int($0)].frame.type == type }
  }

  /// Whether a frame of a verb asks for an object of the kind that heads a phrase.
  func asks(_ verb: Int, for phrase: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return !frame.objectClasses.isEmpty
        && fits(
          frame, Int32(phrase), underSupport: sentence.chunks[verb].traits.contains(.isSupport),
          sentence)
    }
  }

  /// Whether a frame of a verb tells that things such as a phrase names are sent or brought down.
  func handles(_ verb: Int, _ phrase: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      guard let type = frame.frame.type, !frame.objectClasses.isEmpty else { return false }
      return
        (type.isTransfer || type == .cooperate
        || ["shoot-down", "destroy", "seize"].contains(frame.frame.mode))
        && sentence.chunks[phrase].classes.intersects(frame.objectClasses)
    }
  }

  /// "подвергся удару": whether a phrase is what the subject of a verb has done to it.
  func undergoes(_ verb: Int, _ phrase: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return frame.hasObjectClasses && frame.target.contains(.subject)
        && !frame.source.contains(.subject)
        && sentence.chunks[phrase].classes.intersects(frame.objectClasses)
    }
  }

  /// "Вспыхнули беспорядки": whether a phrase is what happens, by one of a verb's frames.
  func happens(_ verb: Int, _ phrase: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      // "Надійшов транш": nor does it do anything to somebody.
      return frame.hasSubjectClasses
        && (!frame.source.contains(.subject)
          // "На Мали обрушились санкции": what the verb tells of in its sentence, with no object.
          || !frame.hasObjectClasses && !frame.needsActorObject
            && (frame.frame.type == .aid || !frame.target.contains(.object)))
        && sentence.chunks[phrase].classes.intersects(frame.subjectClasses)
    }
  }

  /// Whether a verb may tell that somebody praises, blames or rejects something.
  func mayReact(_ verb: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return frame.frame.type?.isReaction == true && frame.source.first == .subject
    }
  }

  /// "вдалося": whether a verb without an event of its own has who acts in the dative.
  func isImpersonal(_ verb: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return frame.frame.type == nil && frame.source == [.grammaticalCase(.dative)]
    }
  }

  /// Whether the subject of a verb is somebody: an attack destroys, but only a side praises.
  func needsAgent(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let index = candidates(verb, sentence).first else { return false }
    let frame = lexicon.frames[Int(index)]
    guard let type = frame.frame.type else { return false }
    return type.isReaction && frame.source.first == .subject
  }

  /// What a clause under a verb becomes: as a frame says that fits the verb's object, else as any says.
  func content(of verb: Int, _ sentence: Sentence) -> ContentKind? {
    signature(of: verb, sentence)?.frame.content
  }

  /// The frame that says what a clause under a verb becomes.
  func signature(of verb: Int, _ sentence: Sentence) -> CompiledFrame? {
    let told = candidates(verb, sentence).filter { lexicon.frames[Int($0)].frame.content != nil }
    guard let first = told.first else { return nil }
    let isFixed = lexicon.nounHead == .last || lexicon.usesCases || told.count < 2
    if isFixed, told.count == 1, lexicon.frames[Int(first)].hasObjectClasses,
      lexicon.frames[Int(first)].frame.content == .drop, sentence.links[verb].object < 0,
      sentence.chunks[verb].traits.isSuperset(of: [.isSpeech, .isFinite]),
      sentence.chunks[verb].traits.isDisjoint(with: .isPassive)
    {
      // "mengungkapkan bahwa Chad menyerang": who voices a wish has it for an object.
      return nil
    }
    let fitting = isFixed ? nil : told.first { fits(Int($0), verb, sentence) }
    return lexicon.frames[Int(fitting ?? first)]
  }

  /// What an infinitive behind an event noun becomes: "отказ", "обещание", "требование".
  func content(ofNoun phrase: Chunk, _ sentence: Sentence) -> ContentKind? {
    guard phrase.eventNoun >= 0 else { return nil }
    for meaning in lexicon.meanings(of: sentence.items[Int(phrase.eventNoun)].node)
    where meaning.kind == .eventNoun {
      if let kind = lexicon.frames[Int(meaning.index)].frame.content { return kind }
    }
    return nil
  }

  /// "the demand that Cambodia withdraw": whether a word that may be a relative opens what a noun before
  /// it says.
  func opensContent(_ opening: Int, ofNoun phrase: Int, _ sentence: Sentence) -> Bool {
    lexicon.nounHead == .last && !lexicon.usesCases && opening == phrase + 1
      && (sentence.chunks[opening].kind == .relative
        || sentence.chunks[opening].kind == .complementizer)
      && sentence.items[Int(sentence.chunks[opening].firstItem)].roles.contains(.complementizer)
      && opening + 2 < sentence.chunks.count && sentence.chunks[opening + 1].kind == .nounPhrase
      && sentence.chunks[opening + 2].kind == .verb
      && Int(sentence.links[opening + 2].object) != phrase
  }

  /// What a clause under a verb becomes, given the object the verb has.
  func chosenContent(of verb: Int, _ sentence: Sentence) -> ContentKind? {
    for index in candidates(verb, sentence) where fits(Int(index), verb, sentence) {
      return lexicon.frames[Int(index)].frame.content
    }
    return nil
  }

  /// Whether a verb says what somebody is blamed, punished or praised for.
  func judges(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let index = frame(of: verb, sentence), let type = lexicon.frames[index].frame.type else {
      return false
    }
    return [.accuse, .sanction, .support, .coerce].contains(type)
  }

  /// "ordered all crossings to be closed": whether whoever gives an order has the thing itself done.
  func isOrdered(_ verb: Int, by governor: Int, _ sentence: Sentence) -> Bool {
    if lexicon.usesCases { return isOrderedOfOfficer(verb, governor, sentence) }
    guard lexicon.nounHead == .last,
      sentence.links[verb].link == .content, Int(sentence.links[verb].governor) == governor,
      sentence.chunks[verb].traits.contains(.isInfinitive),
      sentence.chunks[verb].traits.contains(.isPassive) || sentence.links[verb].object < 0,
      content(of: governor, sentence) == .drop
    else { return false }
    let object = sentence.links[governor].object
    return object >= 0 && sentence.links[verb].subject == object
      && !sentence.chunks[Int(object)].traits.contains(.isAgentive)
  }

  /// "Президент поручил министру обороны | вывести войска": an office without a name in the dative is of
  /// the state that gives the order.
  private func isOrderedOfOfficer(_ verb: Int, _ governor: Int, _ sentence: Sentence) -> Bool {
    let officer = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .content, Int(sentence.links[verb].governor) == governor,
      sentence.chunks[verb].traits.contains(.isInfinitive), officer > governor,
      content(of: governor, sentence) == .planned
    else { return false }
    let phrase = sentence.chunks[officer]
    return phrase.features.contains(.dative) && phrase.ownerEnd == phrase.ownerStart
      && (phrase.roles.contains(.role) || phrase.classes.intersects(forceClasses))
  }

  /// Whether a verb of asking or ordering needs an object that is to do what an infinitive behind it says.
  func needsWhomToAsk(_ verb: Int, _ sentence: Sentence) -> Bool {
    var needsWhom = false
    for index in candidates(verb, sentence) {
      let frame = lexicon.frames[Int(index)]
      guard frame.frame.type == .request || frame.frame.type == .threaten,
        !frame.hasObjectClasses, let place = frame.target.first
      else { continue }
      guard place == .object, frame.needsActorObject || frame.frame.type == .request else {
        return false
      }
      needsWhom = needsWhom || frame.needsActorObject
    }
    return needsWhom
  }

  /// Whether a verb is one that somebody does to its object.
  func actsOnObject(_ verb: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return frame.frame.type != nil && frame.target.first == .object
    }
  }

  /// Whether a verb may have an object that something is done to.
  func takesObject(_ verb: Int, _ sentence: Sentence) -> Bool {
    candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      return frame.frame.type != nil
        && (frame.target.first == .object || frame.hasObjectClasses || frame.needsActorObject)
    }
  }

  /// Whether nothing says that a verb has no object: no frame knows it, or one that asks for an object.
  func mayTakeObject(_ verb: Int, _ sentence: Sentence) -> Bool {
    let known = candidates(verb, sentence)
    return known.isEmpty
      || known.contains { index in
        let frame = lexicon.frames[Int(index)]
        return frame.target.contains(.object) || frame.source.contains(.object)
          || frame.hasObjectClasses || frame.needsActorObject || frame.frame.content != nil
          || frame.isNoEvent
      }
  }

  /// Whether a verb says what is done to people or things as a phrase names them, so that they would not
  /// do it themselves without an object: kill, arrest, expel.
  func isSuffered(_ verb: Int, by phrase: Int, _ sentence: Sentence) -> Bool {
    let mayAttack = sentence.chunks[phrase].classes.intersects(forceClasses)
    return candidates(verb, sentence).contains { index in
      let frame = lexicon.frames[Int(index)]
      guard frame.frame.target.first == .object else { return false }
      switch frame.frame.type {
      case .coerce, .sanction, .concede: return true
      case .accuse: return ["summon-ambassador", "indict"].contains(frame.frame.mode)
      case .assault: return frame.frame.mode == "kill" || !mayAttack
      default: return false
      }
    }
  }

  /// "barred from": whether a verb ends in a preposition of origin.
  func endsInOrigin(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, sentence.chunks[verb].verbItem >= 0 else {
      return false
    }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return lexicon.roles(of: sentence.tokens[Int(item.endToken) - 1].word).contains(.origin)
  }

  /// "was thrown out of", "was taken to": whether a verb ends in a preposition of one or two words.
  func ends(_ verb: Int, in preposition: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .last, !lexicon.usesCases, sentence.chunks[verb].verbItem >= 0 else {
      return false
    }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    let end = Int(item.endToken)
    return [end - 1, end - 2].contains { start in
      guard start > item.firstToken else { return false }
      let node = sentence.tokens[start..<end].reduce(UInt32(0)) { lexicon.step($0, $1.word) }
      return node != 0
        && lexicon.meanings(of: node).contains {
          $0.roles.contains(.preposition) && Int($0.index) == preposition
        }
    }
  }

  /// "a Syrian suspected of torture": whether a verb ends in "of", so that the noun before a participle
  /// cannot be its subject.
  func saysOf(_ verb: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    guard item.endToken == item.firstToken + 2, item.verbFeatures.contains(.participle) else {
      return false
    }
    let last = lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)
    return lexicon.meanings(of: last).contains {
      $0.roles.contains(.preposition) && Int($0.index) == ofNumber
    }
  }

  /// Whether forces or people named by a phrase may do what a participle right behind it tells, which is
  /// no result of the verb before: "killing".
  func mayDo(_ verb: Int, by phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].classes.intersects(forceClasses)
      && sentence.chunks[phrase].eventNoun < 0
      && !candidates(verb, sentence).contains {
        lexicon.frames[Int($0)].frame.mode == "kill"
      }
  }

  /// Whether a phrase without an owner says what somebody is: "negara kedua", "pihak".
  func isPredicateNoun(_ chunk: Chunk) -> Bool {
    guard chunk.ownerEnd == chunk.ownerStart || chunk.traits.contains(.isAnaphor),
      let number = lexicon.classNumbers["standing"]
    else { return false }
    var classes = ClassSet()
    classes.insert(number)
    return chunk.classes.intersects(classes)
  }

  /// Whether a phrase is headed by a noun such as "decision" or "move".
  func isDecision(_ chunk: Chunk) -> Bool {
    guard let number = lexicon.classNumbers["decision"] else { return false }
    var classes = ClassSet()
    classes.insert(number)
    return chunk.classes.intersects(classes)
  }

  /// Whether a phrase is headed by a noun such as "hak": what somebody may or can do is not done.
  func isCapacity(_ chunk: Chunk) -> Bool {
    chunk.classes.intersects(capacityClass)
  }

  /// Whether a phrase is headed by a noun such as "peran": what somebody has to do with an act.
  func isPart(_ chunk: Chunk) -> Bool {
    chunk.classes.intersects(partClass)
  }

  /// Whether a verb takes a clause whose subject may be its object.
  func governs(_ verb: Int, _ sentence: Sentence) -> Bool {
    content(of: verb, sentence) != nil
  }
}
