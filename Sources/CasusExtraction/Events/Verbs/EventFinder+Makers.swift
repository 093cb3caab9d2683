import CasusKnowledge
import CasusModel

// Whose a thing is by those who made, sent or carry it.
extension EventFinder {
  /// "сбил два дрона, запущенных хуситами": whose a thing is, the participle behind it says.
  func madeBy(
    behind object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    if isHeadFirst, !lexicon.usesCases {
      return senders(of: object, sentence, &resolver, excluding)
    }
    let verb = object + 3
    guard lexicon.usesCases, verb < sentence.chunks.count,
      sentence.chunks[object + 1].kind == .comma, sentence.chunks[object + 2].kind == .relative,
      sentence.chunks[verb].kind == .verb,
      sentence.chunks[verb].traits.isSuperset(of: [.isParticiple, .isPassive])
    else { return Filling() }
    return owner(agent(verb, sentence, &resolver), of: object, excluding)
  }

  /// Whoever made or sent a thing as its owner: the words reach back to the thing itself.
  func owner(_ maker: Filling, of thing: Int, _ excluding: [ActorID]) -> Filling {
    var found = maker
    remove(excluding, from: &found)
    found.first = min(found.first, thing)
    return found.actors.isEmpty ? Filling() : found
  }

  /// "Rudal yang ditembakkan Houthi", "tentara yang dikirim Korea Utara": whoever sends them.
  func senders(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let verb = phrase + 2
    guard verb < sentence.chunks.count,
      sentence.chunks[phrase].classes.intersects(movedClasses) || isAttack(phrase, sentence)
        || isBacked(by: verb, sentence),
      sentence.chunks[phrase + 1].kind == .relative, sentence.chunks[verb].kind == .verb,
      sentence.chunks[verb].traits.contains(.isPassive)
    else { return Filling() }
    return owner(agent(verb, sentence, &resolver), of: phrase, excluding)
  }

  /// "a ship run by a German charity", "a draft on Sudan written by Britain": whose a thing is, the
  /// participle behind it says.
  func made(
    _ object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[object].ownerEnd == sentence.chunks[object].ownerStart
    else { return Filling() }
    var at = object + 1
    while at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at + 1].kind == .nounPhrase
    {
      at += 2
    }
    guard at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
      sentence.chunks[at].traits.isSuperset(of: [.isParticiple, .isPassive]),
      sentence.links[at].link == .relative
    else { return Filling() }
    return owner(agent(at, sentence, &resolver), of: object, excluding)
  }

  /// "seized two boats carrying Iranian weapons", "mencegat perahu yang membawa 60 migran Sudan": whose
  /// the cargo of a craft without an owner is.
  func carried(
    by object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    let verb = isHeadFirst ? object + 2 : object + 1
    guard !lexicon.usesCases, verb < sentence.chunks.count, sentence.chunks[verb].kind == .verb,
      isHeadFirst
        ? sentence.chunks[object + 1].kind == .relative
        : sentence.chunks[verb].traits.contains(.isGerund),
      sentence.chunks[object].classes.intersects(movedClasses),
      sentence.links[verb].object > verb,
      !frames.tellsEvent(verb, sentence)
    else { return Filling() }
    let cargo = sentence.links[verb].object
    guard sentence.chunks[Int(cargo)].traits.contains(.hasPossessor),
      !sentence.chunks[Int(cargo)].traits.contains(.isAnaphor)
    else { return Filling() }
    return owner(
      filling(cargo, sentence, &resolver, excluding: excluding), of: object, excluding)
  }

  /// "condemned the decision by Iran", "plans by Oslo were welcomed": whose a thing is, the agent
  /// right behind it says.
  func author(
    behind object: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    guard lexicon.nounHead == .last, !lexicon.usesCases, object + 2 < sentence.chunks.count,
      sentence.chunks[object + 1].kind == .preposition,
      sentence.chunks[object + 1].roles.contains(.agentMarker),
      sentence.chunks[object + 2].kind == .nounPhrase
    else { return Filling() }
    return owner(
      filling(Int32(object + 2), sentence, &resolver, excluding: []), of: object, excluding)
  }

  /// "A shell lobbed by the YPG hit", "troops backed by Rwanda seized": whoever stands behind it.
  func modifier(
    of subject: Int, before verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    // "The raid, carried out by Israeli commandos, killed".
    let isApart = !lexicon.usesCases && sentence.chunks[subject + 1].kind == .comma
    let reduced = subject + (isApart ? 2 : 1)
    guard lexicon.nounHead == .last, reduced < verb, sentence.chunks[reduced].kind == .verb,
      sentence.chunks[reduced].traits.contains(.isPassive),
      Int(sentence.links[reduced].subject) == subject
    else { return Filling() }
    var found = agent(reduced, sentence, &resolver)
    found.first = min(found.first, subject)
    return found
  }

  /// "Shells fired from Lebanon hit Israel", "envoys from Armenia met": where a thing or somebody comes
  /// from.
  func origin(
    of subject: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    excluding: [ActorID] = []
  ) -> Filling {
    guard
      sentence.chunks[subject].classes.intersects(movedClasses)
        || sentence.chunks[subject].classes.intersects(agentClasses)
        || sentence.chunks[subject].roles.contains(.role)
    else { return Filling() }
    var at = subject + 1
    if isHeadFirst, !lexicon.usesCases, at < sentence.chunks.count,
      sentence.chunks[at].kind == .relative
    {
      // "Drone yang diluncurkan dari Yaman".
      at += 1
    }
    if at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
      Int(sentence.links[at].subject) == subject, sentence.links[at].link == .relative
    {
      at += 1
    }
    guard at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at].roles.contains(.origin), sentence.chunks[at + 1].kind == .nounPhrase,
      // "человек двадцать с украинским флагом".
      !lexicon.usesCases || sentence.chunks[at + 1].features.isEmpty
        || sentence.chunks[at + 1].features.contains(.genitive)
    else { return Filling() }
    var found = filling(Int32(at + 1), sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    return found
  }

  /// "mengutuk pembunuhan warga sipil oleh RSF", "menembak jatuh drone Iran yang diluncurkan Rusia": who
  /// did it, rather than whom it belongs to.
  func doer(
    ofObject object: Int, _ frame: CompiledFrame, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    if frame.frame.mode == "shoot-down" {
      return senders(of: object, sentence, &resolver, excluding)
    }
    guard frame.frame.type?.isReaction == true, sentence.chunks[object].eventNoun >= 0 else {
      return Filling()
    }
    var at = object + 1
    while at + 1 < sentence.chunks.count, sentence.chunks[at].kind == .preposition,
      sentence.chunks[at + 1].kind == .nounPhrase
    {
      guard sentence.chunks[at].roles.contains(.agentMarker) else {
        // "pengeboman rumah sakit di Gaza oleh Israel".
        at += 2
        continue
      }
      return owner(
        filling(Int32(at + 1), sentence, &resolver, excluding: []), of: object, excluding)
    }
    return Filling()
  }

  /// "Peretas yang didukung China": whoever backs those who act stands behind what they do.
  func isBacked(by verb: Int, _ sentence: Sentence) -> Bool {
    guard sentence.chunks[verb].kind == .verb,
      let index = frames.frame(of: verb, sentence)
    else { return false }
    return lexicon.frames[index].frame.type == .support
  }

  /// "An Israeli strike killed": the owner of an attack does what the attack does.
  func isAttack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.eventNoun >= 0 && types(ofNoun: chunk.eventNoun, sentence).contains(.assault)
  }

  /// "Israeli fire killed": shots, rather than the flames of "a Greek fire".
  func isGunfire(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard !isHeadFirst, !lexicon.usesCases, chunk.classes.intersects(gunfireClass),
      chunk.headItem >= 0,
      sentence.items[Int(chunk.headItem)].nounFeatures.isDisjoint(with: .plural)
    else { return false }
    return sentence.items[Int(chunk.firstItem)].kinds.contains(.adjectivalActor)
  }

  /// "A Russian cyberattack knocked out": likewise.
  func isCyberAttack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.eventNoun >= 0 && modes(ofNoun: chunk.eventNoun, sentence).contains("cyber")
  }
}
