import CasusKnowledge

/// Relative clauses.
extension ClauseParser {
  /// "A case that Khartoum brought against the UAE was thrown out": the verb behind a relative
  /// clause goes on with the antecedent.
  func endsRelative(_ verb: Int, _ other: Int, _ sentence: inout Sentence) -> Bool {
    guard !usesCases, sentence.links[other].link == .relative else { return false }
    if isHeadFirst {
      // "yang menuduh Irak menyerang", "yang dikirim untuk membantu" go on.
      guard frames.chosenContent(of: other, sentence) == nil,
        !sentence.chunks[other].traits.contains(.isSpeech),
        !sentence.chunks[verb].traits.contains(.isInfinitive),
        !sentence.items[Int(sentence.chunks[verb].verbItem)].verbFeatures
          .isDisjoint(with: [.active, .passive])
      else { return false }
    }
    let traits = sentence.chunks[verb].traits
    let isReduced = traits.contains(.isParticiple) && traits.contains(.isPassive)
    guard traits.contains(.isFinite), !isReduced,
      verb == 0 || sentence.chunks[verb - 1].kind != .preposition
    else { return false }
    var at = other - 1
    while at > 0, sentence.chunks[at].kind != .relative { at -= 1 }
    let isContact = sentence.chunks[at].kind != .relative && !isHeadFirst
    let contact =
      sentence.chunks[other].traits.contains(.isPassive)
      ? sentence.links[other].subject : sentence.links[other].object
    let antecedent =
      isContact && contact >= 0 && contact < other
      ? Int(contact) : phrase(before: at, sentence.chunks)
    guard antecedent >= 0, verbBefore(antecedent, sentence.chunks) < 0 else { return false }
    let prepositions = sentence.chunks[antecedent].prepositionChunk
    guard prepositions < 0 else { return false }
    sentence.links[verb].link = .main
    sentence.links[verb].subject = Int32(antecedent)
    return true
  }

  /// The verb whose subject says what a text says: "passed a resolution that condemns Russia",
  /// "mengirim surat yang meminta".
  func author(ofText text: Int, _ verb: Int, _ sentence: Sentence) -> Int? {
    let phrase = sentence.chunks[text]
    guard !usesCases, phrase.ownerEnd == phrase.ownerStart, phrase.prepositionChunk < 0,
      phrase.eventNoun < 0 || phrase.classes.intersects(frames.letterClasses),
      phrase.classes.intersects(frames.textClasses),
      !sentence.chunks[verb].traits.contains(.isPassive)
    else { return nil }
    let author = verbBefore(text, sentence.chunks)
    guard author >= 0, sentence.links[author].object == Int32(text),
      sentence.links[author].subject >= 0, !sentence.chunks[author].traits.contains(.isPassive)
    else { return nil }
    return author
  }

  func linkRelative(_ verb: Int, _ relative: Int, _ sentence: inout Sentence) {
    sentence.links[verb].link = .relative
    sentence.links[verb].governor = Int32(clause(around: relative, sentence.chunks))
    if usesCases, sentence.chunks[verb].traits.contains(.isInfinitive),
      sentence.chunks[relative].roles.contains(.purpose)
    {
      // "позвонил Путину, чтобы поздравить": who calls does it.
      let main = lastVerb(before: relative, sentence.chunks)
      if main >= 0, sentence.links[main].subject >= 0 {
        sentence.links[verb].governor = Int32(main)
        inheritSubject(verb, from: main, &sentence)
        return
      }
    }
    var antecedent = phrase(before: relative, sentence.chunks)
    antecedent = people(before: relative, antecedent, sentence) ?? antecedent
    if usesCases, antecedent >= 0,
      // "Прилетел в Анкару, где", "посетил Анкару, где".
      sentence.chunks[antecedent].prepositionChunk >= 0
        || sentence.chunks[relative].roles.contains(.locative) && isObject(antecedent, sentence),
      sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
        .isDisjoint(with: .cases), lastVerb(before: antecedent, sentence.chunks) >= 0
    {
      // "вылетел во Вьетнам, где встретится": the place is not who acts there.
      inheritSubject(verb, from: lastVerb(before: antecedent, sentence.chunks), &sentence)
    } else if antecedent >= 0, let author = author(ofText: antecedent, verb, sentence) {
      inheritSubject(verb, from: author, &sentence)
    } else if antecedent >= 0 {
      sentence.links[verb].subject = Int32(antecedent)
      let copula = verbBefore(antecedent, sentence.chunks)
      if isHeadFirst, !usesCases, copula >= 0, sentence.links[copula].subject >= 0,
        !sentence.chunks[copula].traits.contains(.isSpeech),
        frames.frame(of: copula, sentence) == nil,
        frames.isPredicateNoun(sentence.chunks[antecedent])
      {
        // "Mali menjadi negara kedua yang memutuskan hubungan": what the subject is said to be.
        inheritSubject(verb, from: copula, &sentence)
      }
    } else if relative > 0, sentence.chunks[relative - 1].kind == .verb {
      // "London became the first to …", "London jadi yang pertama …".
      inheritSubject(verb, from: relative - 1, &sentence)
    }
  }

  /// "lifted the sanctions | it imposed on Iraq", "over the boats | Iran seized": somebody and a verb without an
  /// object of its own, right behind a thing that the verb may take, tell more of the thing.
  func linkContact(
    _ verb: Int, _ governor: Int, subject: Int, _ sentence: inout Sentence
  ) -> Bool {
    let chunks = sentence.chunks
    guard !isHeadFirst, !usesCases, verb == subject + 1, subject > 0,
      chunks[subject - 1].kind == .nounPhrase,
      sentence.links[verb].object < 0 || givesAway(subject - 1, verb, sentence),
      hasTense(verb, sentence), !chunks[verb].traits.contains(.isPassive),
      hasOwner(subject, sentence), frames.asks(verb, for: subject - 1, sentence),
      governor < 0
        || !chunks[governor].traits.contains(.isSpeech) && !frames.governs(governor, sentence)
    else { return false }
    sentence.links[verb].subject = Int32(subject)
    tell(verb, ofThing: subject - 1, governor, &sentence)
    return true
  }

  /// Makes a verb tell more of a thing, which is its object unless it has one of its own.
  func tell(_ verb: Int, ofThing thing: Int, _ governor: Int, _ sentence: inout Sentence) {
    sentence.links[verb].link = .relative
    sentence.links[verb].governor = Int32(governor)
    guard sentence.links[verb].object < 0 else { return }
    let head = sentence.chunks[thing].listHead
    sentence.links[verb].object = head >= 0 ? head : Int32(thing)
  }

  /// "the tanks | Poland has given Ukraine": whether somebody who gets the thing before the subject stands right
  /// behind the verb.
  func givesAway(_ thing: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    Int(sentence.links[verb].object) == verb + 1
      && sentence.chunks[verb + 1].traits.contains(.isAgentive)
      && frames.handles(verb, thing, sentence)
  }

  /// Whether a phrase is the object of the verb before it.
  private func isObject(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let verb = lastVerb(before: phrase, sentence.chunks)
    return verb >= 0 && Int(sentence.links[verb].object) == phrase
      && sentence.links[verb].subject >= 0
  }

  /// The noun phrase before a position, a comma apart.
  func phrase(before at: Int, _ chunks: [Chunk]) -> Int {
    var i = at - 1
    while i >= 0, chunks[i].kind == .comma || chunks[i].kind == .date { i -= 1 }
    // "Which" after a preposition: "drones, of which".
    if i >= 0, chunks[i].kind == .preposition {
      i -= 1
      while usesCases, i >= 0, chunks[i].kind == .comma || chunks[i].kind == .date { i -= 1 }
      // "Serbia, forty of | whose policemen were held": how many of them.
      if !usesCases, i > 1, countsPart(i, chunks) { i -= 2 }
    }
    guard i >= 0, chunks[i].kind == .nounPhrase else { return -1 }
    return chunks[i].listHead >= 0 ? Int(chunks[i].listHead) : i
  }

  /// "Students from Chad | who came to Minsk": of whom a relative for people tells more, when a country or
  /// place stands right before it.
  func people(before relative: Int, _ antecedent: Int, _ sentence: Sentence) -> Int? {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst, antecedent > 1,
      sentence.items[Int(chunks[relative].firstItem)].nounFeatures.contains(.person),
      chunks[antecedent - 1].kind == .preposition,
      !chunks[antecedent - 1].roles.isDisjoint(with: [.origin, .locative]),
      chunks[antecedent - 2].kind == .nounPhrase, frames.namesPeople(chunks[antecedent - 2]),
      chunks[antecedent].ownerEnd == chunks[antecedent].ownerStart + 1
    else { return nil }
    let owner = sentence.owners[Int(chunks[antecedent].ownerStart)]
    let item = sentence.items[Int(owner.item)]
    guard owner.kind != .anaphor, !owner.isAdjective, owner.item == chunks[antecedent].headItem,
      item.kinds.isDisjoint(with: .adjectivalActor)
    else { return nil }
    let head = antecedent - 2
    return chunks[head].listHead >= 0 ? Int(chunks[head].listHead) : head
  }

  /// "Forty of", "most of", between a comma and "whom" or "whose".
  func countsPart(_ phrase: Int, _ chunks: [Chunk]) -> Bool {
    chunks[phrase].kind == .nounPhrase && chunks[phrase].ownerEnd == chunks[phrase].ownerStart
      && chunks[phrase].classes.isEmpty && chunks[phrase].eventNoun < 0
      && chunks[phrase + 1].kind == .preposition
      && Int(chunks[phrase + 1].preposition) == frames.ofNumber
      && chunks[phrase - 1].kind == .comma
  }
}
