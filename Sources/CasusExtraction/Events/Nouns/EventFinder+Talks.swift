import CasusKnowledge
import CasusModel

// Who meets or talks with whom.
extension EventFinder {
  /// "Путин и Си: переговоры в Пекине": the two whose names open a sentence, a colon between them and what they
  /// do with each other.
  func headed(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling? {
    let chunks = sentence.chunks
    guard phrase > 2, chunks[phrase].prepositionChunk < 0, chunks[phrase - 1].kind == .stop,
      sentence.items[Int(chunks[phrase - 1].firstItem)].mark == .colon,
      chunks[0].kind == .nounPhrase, chunks[0].traits.contains(.isAgentive),
      sentence.list(from: 0).max() == phrase - 2
    else { return nil }
    let found = filling(0, sentence, &resolver, excluding: [])
    return distinct(found.actors).count == 2 ? found : nil
  }

  /// "During a visit to Kyiv, Blinken pledged": the visitor is the subject of the clause.
  func subjectAfter(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard
      sentence.chunks[phrase].prepositionChunk >= 0
        || (phrase > 0 && sentence.chunks[phrase - 1].kind == .subordinator)
    else { return Filling() }
    for verb in sentence.chunks.indices
    where verb > phrase && sentence.chunks[verb].kind == .verb
      && sentence.links[verb].link == .main
    {
      let subject = sentence.links[verb].subject
      // "In a letter sent on Monday, Putin": a participle has no subject.
      if subject < 0 { continue }
      guard Int(subject) > phrase, mayAct(Int(subject), sentence) else { return Filling() }
      return filling(subject, sentence, &resolver, excluding: [])
    }
    return Filling()
  }

  /// "offered help in a phone call with Putin": the caller is the subject of the clause.
  func subjectBefore(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let preposition = Int(sentence.chunks[phrase].prepositionChunk)
    guard preposition > 0 else { return Filling() }
    if !isHeadFirst, !lexicon.usesCases, sentence.chunks[0].kind == .nounPhrase,
      mayAct(0, sentence), !sentence.chunks.contains(where: { $0.kind == .verb })
    {
      // "Xi in Hanoi for talks with Lam": a headline without a verb.
      return filling(0, sentence, &resolver, excluding: [])
    }
    if lexicon.usesCases {
      let beside = subjectBeside(preposition, sentence, &resolver)
      if !beside.actors.isEmpty { return beside }
    }
    if !isHeadFirst, !lexicon.usesCases, preposition > 1,
      sentence.chunks[preposition - 1].kind == .comma,
      sentence.chunks[preposition - 2].kind == .nounPhrase,
      sentence.chunks[preposition - 2].prepositionChunk < 0, mayAct(preposition - 2, sentence),
      sentence.chunks.indices.contains(where: {
        $0 > phrase && sentence.chunks[$0].kind == .verb
          && Int(sentence.links[$0].subject) == preposition - 2
      })
    {
      // "Ghana's president, on a visit to Berlin, thanked Germany".
      return filling(Int32(preposition - 2), sentence, &resolver, excluding: [])
    }
    guard sentence.chunks[preposition].roles.contains(.occasion) else { return Filling() }
    var at = preposition - 1
    while at >= 0, sentence.chunks[at].kind != .verb {
      let kind = sentence.chunks[at].kind
      guard kind == .nounPhrase || kind == .preposition || kind == .date else { return Filling() }
      at -= 1
    }
    guard at >= 0, !sentence.chunks[at].traits.contains(.isPassive),
      sentence.links[at].subject >= 0, mayAct(Int(sentence.links[at].subject), sentence)
    else { return Filling() }
    return filling(sentence.links[at].subject, sentence, &resolver, excluding: [])
  }

  /// "Путин на встрече с Си Цзиньпином заявил", "Лавров заявил на встрече с Си": who speaks there.
  private func subjectBeside(
    _ preposition: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard preposition > 0,
      !sentence.chunks[preposition].roles.isDisjoint(with: [.locative, .occasion])
    else { return Filling() }
    let verbs = sentence.chunks.indices.filter { verb in
      sentence.chunks[verb].kind == .verb && sentence.chunks[verb].traits.contains(.isFinite)
        && sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple])
        && sentence.links[verb].subject >= 0
    }
    let speaking = verbs.first { verb in
      let subject = Int(sentence.links[verb].subject)
      // Between the subject and its verb, or right behind a verb of saying.
      return subject < preposition && preposition < verb
        && sentence.chunks[subject..<preposition].allSatisfy {
          $0.kind == .nounPhrase || $0.kind == .date
        }
        || sentence.chunks[verb].traits.contains(.isSpeech) && verb < preposition
          && sentence.chunks[(verb + 1)..<preposition].allSatisfy {
            $0.kind == .nounPhrase || $0.kind == .date
          }
    }
    guard let speaking, mayAct(Int(sentence.links[speaking].subject), sentence) else {
      return Filling()
    }
    return filling(sentence.links[speaking].subject, sentence, &resolver, excluding: [])
  }

  /// "Зеленський у Лондоні: зустріч зі Стармером": whom a headline without a verb opens with.
  func headword(
    before phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let chunks = sentence.chunks
    guard lexicon.usesCases, sentence.isHeading, phrase > 1, chunks[phrase - 1].kind == .stop,
      sentence.items[Int(chunks[phrase - 1].firstItem)].mark == .colon,
      chunks[0].kind == .nounPhrase, mayAct(0, sentence), chunks[0].eventNoun < 0,
      chunks[0].features.isEmpty || chunks[0].features.contains(.nominative),
      !chunks.contains(where: { $0.kind == .verb })
    else { return Filling() }
    return filling(0, sentence, &resolver, excluding: [])
  }

  /// "In a letter sent on Monday, Putin told Kim": whom the clause behind speaks to.
  func addressee(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard sentence.chunks[phrase].prepositionChunk >= 0, !excluding.isEmpty else {
      return Filling()
    }
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].link == .main
      && sentence.chunks[verb].traits.contains(.isSpeech) && sentence.links[verb].object >= 0
    {
      let object = sentence.links[verb].object
      guard sentence.chunks[Int(object)].eventNoun < 0 else { continue }
      var found = filling(object, sentence, &resolver, excluding: excluding)
      remove(excluding, from: &found)
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "Bilateral talks were last held in May", "no such meeting was arranged": the sides of the
  /// meeting told last, when the noun is what the clause is about.
  func sidesOfTalks(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    let chunk = sentence.chunks[phrase]
    guard chunk.prepositionChunk < 0, chunk.ownerEnd == chunk.ownerStart else { return Filling() }
    let isSubject = sentence.chunks.indices.contains {
      sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == phrase
        && sentence.chunks[$0].traits.contains(.isFinite)
    }
    guard isSubject else { return Filling() }
    var result = Filling()
    let told = resolver.discourse.events.last { $0.type == .consult || $0.type == .agree }
    if lexicon.usesCases {
      // Without articles only what was told right before tells whose talks they are.
      guard let told, sentence.number - told.sentence <= 2 else { return Filling() }
    }
    result.actors = told.map { $0.source + $0.target } ?? resolver.discourse.mainDyad(apartFrom: [])
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    return result
  }

  /// "Kremlin says no talks with Kyiv planned": who speaks of talks with others is the other side.
  func announcer(
    of phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling {
    guard !isHeadFirst, !lexicon.usesCases, sentence.chunks[phrase].prepositionChunk < 0 else {
      return Filling()
    }
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
      && sentence.links[verb].link == .content && sentence.links[verb].governor >= 0
    {
      let speech = Int(sentence.links[verb].governor)
      guard sentence.chunks[speech].traits.contains(.isSpeech), sentence.links[speech].subject >= 0,
        mayAct(Int(sentence.links[speech].subject), sentence)
      else { continue }
      var found = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
      found.actors.removeAll {
        excluding.contains(knowledge.actors.rolledUp($0))
          || ![.state, .government, .person, .group].contains(knowledge.actors.kind(of: $0))
      }
      if !found.actors.isEmpty { return found }
    }
    return Filling()
  }

  /// "Putin dan Xi menyaksikan penandatanganan perjanjian": two who attend to an agreement that is nobody
  /// else's make it.
  func witnesses(
    of phrase: Int, _ governor: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Filling {
    guard !lexicon.usesCases, sentence.links[governor].object == Int32(phrase),
      sentence.chunks[phrase].ownerEnd == sentence.chunks[phrase].ownerStart,
      frames.frame(of: governor, sentence).map({ lexicon.frames[$0].frame.type == .consult })
        ?? true,
      sentence.chunks[governor].traits.isDisjoint(with: [.isNegated, .isSpeech])
    else { return Filling() }
    let sides = supporter(governor, sentence, &resolver)
    return distinct(sides.actors).count > 1 ? sides : Filling()
  }

  /// "phoned Sharif and expressed his solidarity": with whom one has just spoken.
  func spokenTo(
    _ governor: Int, _ source: [ActorID], _ told: [Finding], _ sentence: Sentence
  ) -> Filling {
    var result = Filling()
    guard governor >= 0, sentence.links[governor].link == .coordinate,
      let talk = told.last(where: { $0.verb == Int(sentence.links[governor].governor) }),
      talk.type == .consult, rolled(talk.source) == source
    else { return result }
    result.actors = talk.target
    result.usesAnaphor = true
    return result
  }

  /// "with German mediation": between the sides of what the sentence tells, else of the article.
  func mediated(
    _ phrase: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver,
    _ mediators: [ActorID]
  ) -> Filling {
    var result = Filling()
    result.first = phrase
    result.last = phrase
    result.usesAnaphor = true
    let isOther = { (id: ActorID) in !mediators.contains(self.knowledge.actors.rolledUp(id)) }
    if let last = told.last(where: {
      $0.type.isSymmetric && distinct(($0.source + $0.target).filter(isOther)).count > 1
    }) {
      result.actors = distinct(last.source + last.target)
    } else {
      let sides =
        resolver.discourse.agents(ofAny: [.agree, .consult], against: [])
        .map { $0.filter { !mediators.contains($0) } } ?? []
      // "accepted the UN's plan": a body of states has proposed, and seldom is a side itself.
      let hasBody = sides.contains { knowledge.actors.kind(of: $0) == .organisation }
      let dyad = resolver.discourse.mainDyad(apartFrom: mediators)
      result.actors = sides.count == 2 && (!hasBody || dyad.count != 2) ? sides : dyad
    }
    result.actors.removeAll { mediators.contains(knowledge.actors.rolledUp($0)) }
    return result
  }
}
