import CasusKnowledge
import CasusModel

// Where in a clause an actor may stand.
extension EventFinder {

  func filling(
    _ head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver, excluding: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.actors = resolver.actors(ofList: head, sentence, excluding: excluding)
    if result.actors.isEmpty, isHeadFirst, !lexicon.usesCases {
      result.actors = resolver.lastOwner(ofThing: Int(head), sentence)
      result.usesAnaphor = true
    }
    guard !result.actors.isEmpty else { return apposed(to: head, sentence, &resolver) }
    for member in sentence.list(from: head) {
      result.first = min(result.first, member)
      result.last = max(result.last, member)
      if sentence.chunks[member].traits.contains(.isAnaphor) { result.usesAnaphor = true }
    }
    return result
  }

  /// "his colleague, Ulf Kristersson,": what stands beside a phrase names whom it means.
  func apposed(
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

  /// "visited Moscow on Monday and Kyiv on Tuesday": another object with a date of its own.
  func addGapped(
    behind object: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) {
    let date = (sentence.list(from: Int32(object)).max() ?? object) + 1
    let more = date + 2
    guard more + 1 < sentence.chunks.count, sentence.chunks[date].kind == .date,
      sentence.chunks[date + 1].kind == .conjunction,
      sentence.chunks[more].kind == .nounPhrase, sentence.chunks[more].prepositionChunk < 0,
      sentence.chunks[more + 1].kind == .date
    else { return }
    _ = addActors(of: more, to: &filling, sentence, &resolver, excluding)
  }

  /// Adds the actors of another phrase to a slot.
  /// - Returns: `false` when the phrase names nobody new.
  private func addActors(
    of phrase: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Bool {
    let found = self.filling(Int32(phrase), sentence, &resolver, excluding: excluding)
    let new = found.actors.filter {
      !excluding.contains(knowledge.actors.rolledUp($0)) && !filling.actors.contains($0)
    }
    guard !new.isEmpty else { return false }
    filling.actors += new
    filling.last = max(filling.last, found.last)
    return true
  }

  /// "flew to Moscow, then to Kyiv", "ke Moskow, lalu ke Kyiv": the same preposition once more.
  func addFurther(
    _ number: Int, behind phrase: Int, to filling: inout Filling, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) {
    var at = phrase + 1
    var isJoined = false
    while at + 1 < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .comma, .conjunction: isJoined = true
      case .date: break
      case .nounPhrase where chunk.listHead >= 0 && Int(chunk.listHead) <= phrase: break
      case .preposition where isJoined && Int(chunk.preposition) == number:
        guard sentence.chunks[at + 1].kind == .nounPhrase,
          sentence.chunks[at + 1].eventNoun < 0,
          addActors(of: at + 1, to: &filling, sentence, &resolver, excluding)
        else { return }
        at += 1
      default: return
      }
      at += 1
    }
  }

  func isRequest(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.eventNoun >= 0 && !lexicon.usesCases
      && types(ofNoun: chunk.eventNoun, sentence).contains(.request)
  }

  func isMediation(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    guard chunk.eventNoun >= 0 else { return false }
    return lexicon.meanings(of: sentence.items[Int(chunk.eventNoun)].node).contains {
      $0.kind == .eventNoun && lexicon.frames[Int($0.index)].frame.mode == "mediate"
    }
  }

  /// The actor in a bare oblique case: помогать Украине, угрожать Западу.
  func oblique(
    _ features: FormFeatures, beside verb: Int, _ sentence: Sentence,
    _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    for step in [1, -1] {
      var at = verb + step
      scan: while sentence.chunks.indices.contains(at) {
        let chunk = sentence.chunks[at]
        switch chunk.kind {
        case .nounPhrase
        where chunk.prepositionChunk < 0
          // "освободила граждан Литвы, | Латвии и Польши".
          && (chunk.listHead < 0 || Int(chunk.listHead) == at
            || chunk.listHead != sentence.links[verb].object)
          && (!chunk.features.isDisjoint(with: features)
            && chunk.features.isDisjoint(with: .nominative)
            || isIndeclinable(at, sentence) && at != Int(sentence.links[verb].subject)
              && (at == 0 || sentence.chunks[at - 1].kind != .comma)):
          var found = filling(Int32(at), sentence, &resolver, excluding: excluding)
          remove(excluding, from: &found)
          if !found.actors.isEmpty { return found }
        case .nounPhrase
        where (step > 0 || at == Int(sentence.links[verb].object))
          && features.contains(.dative) && chunk.prepositionChunk < 0
          // "поставки | снарядов России", "постачання Іраном | ракет Росії".
          && (sentence.chunks[verb].kind == .verb || at == verb + 1
            || step > 0 && chunk.classes.intersects(movedClasses)):
          let found = lastName(features, of: at, sentence, &resolver, excluding)
          if !found.actors.isEmpty { return found }
        case .nounPhrase
        where step > 0 && features.contains(.dative) && chunk.prepositionChunk >= 0
          && hasRecipient(chunk, sentence):
          // "опроверг сообщения о поставках ракет | Ирану": it belongs to the noun.
          break scan
        // "Ираку | были | переданы танки".
        case .verb where step < 0 && isCopula(at, sentence): break
        case .comma where step < 0 && sentence.opening(ofSourceBefore: at) != nil:
          at = sentence.opening(ofSourceBefore: at) ?? at
        case .comma where step < 0 && endsClause(at, before: verb, sentence): break scan
        // "Ракети Кенії | має | передати Польща".
        case .verb
        where step < 0 && at == verb - 1 && at == Int(sentence.links[verb].governor)
          && sentence.links[verb].link == .infinitive
          && sentence.links[verb].object >= 0 && sentence.links[verb].object < at:
          break
        case .relative where step < 0 && isOblique(at, features, sentence):
          return antecedent(before: at, sentence, &resolver, excluding)
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

  /// "резали им сети, | Лондон прислал фрегаты": whether a comma stands between another clause and the one of a
  /// verb, whose subject follows it.
  private func endsClause(_ comma: Int, before verb: Int, _ sentence: Sentence) -> Bool {
    guard sentence.links[verb].subject > comma, sentence.links[verb].subject < verb else {
      return false
    }
    let before = sentence.chunks[..<comma].last { $0.kind == .verb || $0.kind == .stop }
    return before.map { $0.kind == .verb && $0.traits.contains(.isFinite) } ?? false
  }

  /// Whether a phrase tells of an act by which somebody gets something.
  func hasRecipient(_ chunk: Chunk, _ sentence: Sentence) -> Bool {
    chunk.eventNoun >= 0
      && lexicon.meanings(of: sentence.items[Int(chunk.eventNoun)].node).contains {
        $0.kind == .eventNoun
          && lexicon.frames[Int($0.index)].nominalTarget.contains(.grammaticalCase(.dative))
      }
  }

  /// A name that looks the same in every case: "позвонила Лукашенко".
  private func isIndeclinable(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return (chunk.features.isEmpty || chunk.features == .cases)
      && chunk.traits.contains(.isAgentive)
      && !chunk.traits.contains(.isAnaphor) && !chunk.traits.contains(.hasPossessor)
      && chunk.ownerEnd > chunk.ownerStart
  }
}
