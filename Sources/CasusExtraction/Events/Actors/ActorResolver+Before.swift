import CasusKnowledge
import CasusModel

// Whom the clauses before a phrase name.
extension ActorResolver {
  /// "Prigozhin halted after Lukashenko spoke to him": a person who is the subject of another
  /// clause before.
  mutating func personBefore(
    _ item: Int32, _ phrase: Int, _ sentence: Sentence, _ excluding: [ActorID]
  ) -> ActorID? {
    for verb in sentence.chunks.indices.reversed()
    where sentence.chunks[verb].kind == .verb && verb < phrase {
      let subject = sentence.links[verb].subject
      guard subject >= 0, Int(subject) != phrase, sentence.chunks[Int(subject)].firstItem < item,
        !sentence.chunks[Int(subject)].traits.contains(.isAnaphor)
      else { continue }
      let found = actors(of: Int(subject), sentence)
      guard found.count == 1, knowledge.actors.kind(of: found[0]) == .person else { continue }
      let person = knowledge.actors.rolledUp(found[0])
      if !excluding.contains(person) { return person }
    }
    return nil
  }

  /// "backs the army; Iran has supplied it": the object of the clause before.
  mutating func objectBefore(
    _ item: Int32, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence,
    _ excluding: [ActorID]
  ) -> [ActorID]? {
    var best: Int32 = -1
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb && i < phrase {
      let object = sentence.links[i].object
      guard object > best, Int(object) < phrase, sentence.links[i].link != .relative,
        sentence.chunks[Int(object)].traits.contains(.isAgentive),
        sentence.chunks[Int(object)].roles.isDisjoint(with: Self.pronouns),
        agreement.fits(traits(of: Int(object), sentence))
      else { continue }
      best = object
    }
    guard best >= 0 else { return nil }
    // "telephoned both leaders and urged them": both but who telephoned.
    let isBoth = sentence.chunks[Int(best)].roles.contains(.groupBoth)
    let found = actors(ofList: best, sentence, excluding: isBoth ? excluding : [])
      .map { knowledge.actors.rolledUp($0) }
    return found.isEmpty || found.contains(where: excluding.contains) ? nil : found
  }

  /// "Россию обвиняют в том, что она …": a claim about somebody goes on with them.
  mutating func accusedBefore(_ phrase: Int, _ sentence: Sentence) -> [ActorID]? {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && Int(sentence.links[verb].subject) == phrase
      && sentence.links[verb].link == .content && sentence.links[verb].governor >= 0
    {
      let governor = Int(sentence.links[verb].governor)
      if let sued = suedBefore(governor, phrase, sentence) { return sued }
      guard !sentence.chunks[governor].traits.contains(.isSpeech) else { return nil }
      let isPassive = sentence.chunks[governor].traits.contains(.isPassive)
      let object = isPassive ? sentence.links[governor].subject : sentence.links[governor].object
      guard object >= 0, Int(object) < phrase,
        !sentence.chunks[Int(object)].traits.contains(.isAnaphor)
      else { return nil }
      let found = actors(ofList: object, sentence).map { knowledge.actors.rolledUp($0) }
      return found.isEmpty ? nil : found
    }
    return nil
  }

  /// "filed a case against the Emirates, alleging that it armed": what somebody goes on to allege is of
  /// whom they are against.
  private mutating func suedBefore(
    _ participle: Int, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID]? {
    guard lexicon.nounHead == .last, !lexicon.usesCases,
      sentence.chunks[participle].traits.contains(.isGerund), participle > 1,
      sentence.chunks[participle - 1].kind == .comma, sentence.links[participle].governor >= 0
    else { return nil }
    let governor = Int(sentence.links[participle].governor)
    let item = sentence.items[Int(max(sentence.chunks[governor].verbItem, 0))]
    let last = lexicon.step(0, sentence.tokens[Int(item.endToken) - 1].word)
    if lexicon.meanings(of: last).contains(where: {
      $0.roles.contains(.preposition) && Int($0.index) == againstNumber
    }), sentence.links[governor].object > 0 {
      // "filed a case against" is one verb.
      let found = actors(ofList: sentence.links[governor].object, sentence)
      return found.isEmpty ? nil : found.map { knowledge.actors.rolledUp($0) }
    }
    for at in governor..<participle
    where sentence.chunks[at].kind == .nounPhrase && sentence.chunks[at].prepositionChunk >= 0
      && Int(sentence.chunks[at].preposition) == againstNumber
    {
      let found = actors(ofList: Int32(at), sentence).map { knowledge.actors.rolledUp($0) }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// "The agency halted deliveries to Yemen after the Houthis detained its staff": the one that the
  /// main clause before is about.
  mutating func mainSubject(
    before item: Int32, _ phrase: Int, _ sentence: Sentence, _ excluding: [ActorID]
  ) -> [ActorID]? {
    let verb = sentence.chunks.indices.first {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
        && sentence.links[$0].subject >= 0 && !sentence.chunks[$0].traits.contains(.isSpeech)
    }
    guard let verb, verb < phrase else { return nil }
    let subject = Int(sentence.links[verb].subject)
    guard subject < phrase, sentence.chunks[subject].firstItem < item,
      sentence.chunks[subject].traits.contains(.isAgentive),
      sentence.chunks[subject].traits.isDisjoint(with: [.isAnaphor, .isPlace]),
      sentence.chunks[verb..<phrase].contains(where: { $0.kind == .subordinator })
    else { return nil }
    let found = actors(ofList: Int32(subject), sentence).map { knowledge.actors.rolledUp($0) }
    return found.count != 1 || found.contains(where: excluding.contains) ? nil : found
  }

  /// "When it attacked Kuwait, Iraq …": of a clause that stands before its main clause, the subject of that.
  mutating func mainSubject(
    behind phrase: Int, _ agreement: Agreement, _ sentence: Sentence
  ) -> [ActorID]? {
    guard let opening = sentence.chunks.first,
      opening.kind == .subordinator || opening.kind == .conditional,
      let verb = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
      })
    else { return nil }
    let subject = Int(sentence.links[verb].subject)
    guard subject > phrase, !sentence.chunks[subject].traits.contains(.isAnaphor),
      agreement.fits(traits(of: subject, sentence))
    else { return nil }
    let found = actors(ofList: Int32(subject), sentence).map { knowledge.actors.rolledUp($0) }
    return found.isEmpty ? nil : found
  }

  /// The subject of an earlier clause of the sentence that a pronoun may mean, else one that it hardly
  /// means.
  mutating func subjectBefore(
    _ item: Int32, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence
  ) -> (actors: [ActorID], fits: Bool)? {
    var best: Int32 = -1
    var unfit: Int32 = -1
    // "ASEAN and its envoy, who held talks": a phrase is not explained by its own list.
    let list = sentence.chunks[phrase].listHead
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb {
      let subject = sentence.links[i].subject
      guard subject >= 0, Int(subject) != phrase, subject != list,
        sentence.chunks[Int(subject)].firstItem < item,
        !sentence.chunks[Int(subject)].traits.contains(.isAnaphor),
        sentence.chunks[Int(subject)].ownerEnd > sentence.chunks[Int(subject)].ownerStart
      else { continue }
      if agreement.fits(traits(of: Int(subject), sentence)) {
        best = max(best, subject)
      } else {
        unfit = max(unfit, subject)
      }
    }
    let subject = best >= 0 ? best : unfit
    guard subject >= 0 else { return nil }
    // "Асад и его семья": of a list that the pronoun stands in, what stands before it.
    var found: [ActorID] = []
    for member in sentence.list(from: subject) where member != phrase {
      if sentence.chunks[member].traits.contains(.isAnaphor), member > phrase { continue }
      for id in actors(of: member, sentence) where !found.contains(id) { found.append(id) }
    }
    guard !found.isEmpty else { return nil }
    return (found.map { knowledge.actors.rolledUp($0) }, best >= 0)
  }
}
