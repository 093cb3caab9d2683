import CasusKnowledge
import CasusModel

// Whom the clauses around an act tell of.
extension EventFinder {
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
      remove(excluding, from: &found)
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
        guard chunk.classes.intersects(borderClass) else { return false }
        let preposition = sentence.chunks[Int(chunk.prepositionChunk)].roles
        // "On the border", but not "on the Belarusian border".
        return !isHeadFirst && !lexicon.usesCases
          ? chunk.ownerEnd == chunk.ownerStart || chunk.traits.contains(.isAnaphor)
          : preposition.isDisjoint(with: .locative)
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
        frames.frame(of: other, sentence).map { index in
          guard let type = lexicon.frames[index].frame.type else { return false }
          // "Benin closed the bridge after Niger accused it".
          return type.isHarm || !isHeadFirst && type == .accuse && other > verb
        } ?? false
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
    of phrase: Int, _ frame: CompiledFrame, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> Filling {
    var result = Filling()
    guard phrase >= 0, let type = frame.frame.type, type.isSymmetric,
      sentence.chunks[phrase].eventNoun >= 0
        // "Kontrak itu ditandatangani di Ankara".
        || isHeadFirst && !lexicon.usesCases && type == .agree
          && sentence.chunks[phrase].classes.intersects(frame.objectClasses),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
    else {
      // "Peace was signed in Algiers": by those who fought.
      if phrase >= 0, frame.frame.type == .agree, !isHeadFirst, !lexicon.usesCases,
        sentence.chunks[phrase].classes.intersects(truceClasses),
        sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart
      {
        let two = resolver.discourse.belligerents()
        return Filling(actors: two, first: phrase, last: phrase, usesAnaphor: true)
      }
      return result
    }
    result.actors =
      resolver.discourse.agents(ofAny: [type], against: [])
      ?? resolver.discourse.mainDyad(apartFrom: [])
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    return result
  }

  /// Whether a phrase means several by a pronoun: "mereka", "tentara mereka".
  func isOfSeveral(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.ownerEnd == chunk.ownerStart + 1
      && sentence.owners[Int(chunk.ownerStart)].roles.contains(.pluralPronoun)
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
        remove(excluding, from: &owner)
        return owner
      }
      guard Int(sentence.links[other].subject) > verb, !isObject(other, behind: verb, sentence)
      else {
        continue
      }
      var found = filling(sentence.links[other].subject, sentence, &resolver, excluding: [])
      remove(excluding, from: &found)
      return found
    }
    return Filling()
  }

  /// "потребовали | его отпустить": whether a pronoun between two verbs is the object of the second, since the
  /// first has none.
  private func isObject(_ infinitive: Int, behind verb: Int, _ sentence: Sentence) -> Bool {
    let pronoun = Int(sentence.links[infinitive].subject)
    guard lexicon.usesCases, sentence.chunks[infinitive].traits.contains(.isInfinitive),
      pronoun == infinitive - 1, pronoun == verb + 1,
      !sentence.chunks[pronoun].roles.isDisjoint(with: ActorResolver.pronouns),
      sentence.chunks[pronoun].features.contains(.accusative),
      let frame = frames.frame(of: verb, sentence)
    else { return false }
    return !lexicon.frames[frame].target.contains(.object)
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
}
