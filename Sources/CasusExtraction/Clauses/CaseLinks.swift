import CasusKnowledge
import CasusModel

/// Finds subject and object by their case where word order is free.
struct CaseLinks {
  let frames: FrameFinder

  /// Corrects the links that word order gave to a verb.
  func relink(_ verb: Int, _ sentence: inout Sentence) {
    leaveToNoun(verb, &sentence)
    let left = phrases(from: verb - 1, by: -1, sentence)
    let right = phrases(from: verb + 1, by: 1, sentence)
    leaveSpeaker(verb, left, &sentence)
    if isBoughtThing(verb, &sentence) { return }
    leadDocument(verb, &sentence)
    let traits = sentence.chunks[verb].traits
    if leaveToDative(verb, left + right, &sentence) { return }
    if traits.contains(.isPassive) {
      relinkPassive(verb, left + right, &sentence)
      return
    }
    if traits.contains(.isFirstPerson) {
      sentence.links[verb].subject = -1
      relinkObject(verb, left, right, &sentence)
      return
    }
    goOnBehindNobody(verb, &sentence)
    let subject = sentence.links[verb].subject
    let isModal = isModal(verb, sentence)
    let isOpen = traits.contains(.isInfinitive) && !isModal || traits.contains(.isGerund)
    if traits.contains(.isInfinitive), verb > 0, sentence.chunks[verb - 1].traits.contains(.isPlan),
      sentence.chunks[verb - 1].kind == .nounPhrase
    {
      // "заявив про готовність | завдати удару".
      sentence.chunks[verb].traits.insert(.isPlanned)
    }
    if !isOpen {
      let yields = subject >= 0 && yieldsToActor(Int(subject), verb, right, sentence)
      let hasOwn =
        subject >= 0 && !yields
        && (left.contains(Int(subject)) || isResumed(Int(subject), verb, sentence))
        && may(Int(subject), .nominative, sentence)
        && !standsBehindActor(Int(subject), left, sentence)
        && !standsBehindInstitution(Int(subject), verb, sentence)
        && agrees(Int(subject), verb, sentence) && sharesGender(Int(subject), verb, sentence)
      // "обстреляли и захватили суда": what may be the object leaves the shared subject alone.
      // So does "отрицает, что атаковал Ирак".
      let shares =
        subject >= 0
        && (sentence.links[verb].link == .coordinate
          || sentence.links[verb].link == .content && Int(subject) < verb && left.isEmpty
            && sentence.links[verb].governor >= 0
            && sentence.links[Int(sentence.links[verb].governor)].subject == subject)
      if !hasOwn {
        // "У Пномпені мають зустрітися командувачі": behind the infinitive as well.
        let beyond =
          opensInfinitive(verb, sentence) ? phrases(from: verb + 2, by: 1, sentence) : []
        let candidates = (left.reversed() + right + beyond).filter {
          !(yields && $0 == Int(subject)) && !isJudged($0, verb, right, sentence)
            && !($0 == Int(subject) && standsBehindInstitution($0, verb, sentence))
            && !($0 > verb && isToldBy(institutionBefore: verb, $0, sentence))
        }
        let found =
          candidates.first {
            surely($0, .nominative, sentence) && isActor($0, sentence)
              && agrees($0, verb, sentence) && sharesGender($0, verb, sentence)
              && !(shares && may($0, .accusative, sentence) && !opensSecond($0, verb, sentence))
              && !isSubjectOfRelative(subject, $0, verb, sentence)
              && !isObjectOfRelative($0, verb, sentence)
              // "Слід атакувати Іран": who is to be attacked.
              && !(isModal && may($0, .accusative, sentence) && frames.takesObject(verb, sentence))
          }
          ?? (right + beyond).first {
            may($0, .nominative, sentence) && isActor($0, sentence)
              && !may($0, .accusative, sentence) && agrees($0, verb, sentence)
          }
        if let found {
          if sentence.links[verb].link == .relative, subject >= 0,
            sentence.links[verb].object < 0 || found > verb
          {
            sentence.links[verb].object = subject
          }
          sentence.links[verb].subject = Int32(found)
        } else if subject >= 0, left.contains(Int(subject)) || Int(subject) > verb,
          !may(Int(subject), .nominative, sentence) || !agrees(Int(subject), verb, sentence)
            || standsBehindInstitution(Int(subject), verb, sentence)
            || isThingOfOtherGender(Int(subject), verb, sentence)
        {
          let nominal = subjectBeforePronoun(Int(subject), verb, left, sentence)
          sentence.links[verb].subject = nominal.map { Int32($0) } ?? -1
          if nominal == nil { resume(verb, &sentence) }
          if sentence.links[verb].subject < 0 { goOn(verb, &sentence) }
        }
      }
    }
    if !isOpen, isNobodys(verb, sentence) {
      sentence.links[verb].subject = -1
      relinkObject(verb, left, right, &sentence)
      return
    }
    if !isOpen { leaveAntecedent(verb, &sentence) }
    if !isOpen { leaveToNobody(verb, left + right, &sentence) }
    if !isOpen, sentence.links[verb].subject < 0 { linkThing(verb, right, &sentence) }
    if !isOpen, sentence.links[verb].subject < 0 { linkInstitution(verb, &sentence) }
    if !isOpen { linkInstitutionBehind(verb, &sentence) }
    if !isOpen, sentence.links[verb].subject < 0 { linkHeadword(verb, &sentence) }
    if !isOpen, sentence.links[verb].subject < 0 { goOnBehindMark(verb, &sentence) }
    if !isOpen, sentence.links[verb].subject < 0 { goOnBehindJoint(verb, &sentence) }
    relinkObject(verb, left, right, &sentence)
    leaveToDefence(verb, right, &sentence)
  }

  /// "Дрони збивали польські ВПС": what is shot down is no subject, whoever stands behind the verb is.
  private func leaveToDefence(_ verb: Int, _ right: [Int], _ sentence: inout Sentence) {
    let subject = Int(sentence.links[verb].subject)
    guard subject >= 0, subject < verb, let other = right.first,
      sentence.chunks[subject].classes.intersects(frames.flyingClasses),
      may(subject, .accusative, sentence), may(other, .nominative, sentence),
      isActor(other, sentence), sentence.chunks[other].roles.contains(.role),
      !sentence.chunks[other].classes.intersects(frames.flyingClasses),
      frames.candidates(verb, sentence).contains(where: {
        frames.lexicon.frames[Int($0)].frame.mode == "shoot-down"
      })
    else { return }
    sentence.links[verb].object = Int32(subject)
    sentence.links[verb].subject = Int32(other)
  }

  /// "Арест в Каире | итальянского студента | возмутил Рим": what belongs to an event noun has no part of its
  /// own in the clause.
  private func leaveToNoun(_ verb: Int, _ sentence: inout Sentence) {
    let (subject, object) = (Int(sentence.links[verb].subject), Int(sentence.links[verb].object))
    if subject >= 0, let noun = frames.eventNoun(partedFrom: subject, sentence) {
      sentence.links[verb].subject = Int32(noun)
    }
    if object >= 0, frames.eventNoun(partedFrom: object, sentence) != nil {
      sentence.links[verb].object = -1
    }
  }

  /// "Армения получила купленные у Индии гаубицы": who has what was bought has bought it.
  ///
  /// The participle is read as a verb of its own, with the subject of the verb before it.
  private func isBoughtThing(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    guard verb > 0, sentence.chunks[verb].traits.contains(.isPassive),
      sentence.chunks[verb].traits.isDisjoint(with: .isFinite)
        || sentence.links[verb].link != .main,
      sentence.chunks[verb - 1].kind == .verb, sentence.links[verb - 1].subject >= 0,
      sentence.chunks[verb - 1].traits.isDisjoint(with: [.isPassive, .isInfinitive]),
      isPurchase(verb, sentence)
    else { return false }
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .preposition: at += 1
      case .nounPhrase where chunk.prepositionChunk >= 0: at += 1
      case .nounPhrase where may(at, .accusative, sentence) && at > verb + 1:
        sentence.chunks[verb].traits.remove(.isPassive)
        sentence.links[verb].subject = sentence.links[verb - 1].subject
        sentence.links[verb].object = Int32(at)
        sentence.links[verb - 1].object = Int32(at)
        return true
      default: return false
      }
    }
    return false
  }

  /// "Парламент принял резолюцию, которая признаёт …": what a decree does, whoever passes it does.
  private func leadDocument(_ verb: Int, _ sentence: inout Sentence) {
    let document = sentence.links[verb].subject
    guard sentence.links[verb].link == .relative, document >= 0, Int(document) < verb,
      !sentence.chunks[verb].traits.contains(.isPassive)
    else { return }
    let phrase = sentence.chunks[Int(document)]
    guard phrase.classes.intersects(frames.textClasses), phrase.ownerEnd == phrase.ownerStart,
      let main = sentence.chunks[..<Int(document)].lastIndex(where: { $0.kind == .verb }),
      sentence.links[main].object == document, sentence.links[main].subject >= 0
    else { return }
    sentence.links[verb].subject = sentence.links[main].subject
  }

  /// Whether a verb tells in one of its senses that something is bought.
  private func isPurchase(_ verb: Int, _ sentence: Sentence) -> Bool {
    let item = Int(sentence.chunks[verb].verbItem)
    guard item >= 0 else { return false }
    let lexicon = frames.lexicon
    return lexicon.meanings(of: sentence.items[item].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.type == .cooperate
        && lexicon.frames[Int($0.index)].frame.mode == "arms-transfer"
    }
  }

  /// "Підписали угоду, і британські кораблі пішли": behind "and", before a verb that has no object.
  private func opensSecond(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    phrase > 0 && phrase < verb && sentence.chunks[phrase - 1].kind == .conjunction
      && !frames.takesObject(verb, sentence)
  }

  /// "В Кремле назвали слова Макрона неприемлемыми": what is called something is the object.
  private func isJudged(
    _ phrase: Int, _ verb: Int, _ right: [Int], _ sentence: Sentence
  ) -> Bool {
    guard phrase == right.first, right.count > 1, right[1] == phrase + 1,
      !sentence.chunks[phrase].traits.contains(.isAgentive), may(phrase, .accusative, sentence),
      sentence.chunks[right[1]].features.contains(.instrumental),
      sentence.chunks[right[1]].features.isDisjoint(with: [.nominative, .genitive]),
      sentence.chunks[right[1]].ownerEnd == sentence.chunks[right[1]].ownerStart,
      sentence.chunks[verb].verbItem >= 0
    else { return false }
    return true
  }

  /// "Росія, яка визнала незалежність Абхазії": a thing behind the verb of a relative clause, whose
  /// antecedent is an actor.
  private func isObjectOfRelative(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .relative, subject >= 0, phrase > verb,
      isActor(subject, sentence), sentence.chunks[subject].traits.contains(.isAgentive)
    else { return false }
    return may(phrase, .accusative, sentence)
      && !sentence.chunks[phrase].traits.contains(.isAgentive)
  }

  /// "Иран, который атаковал Ирак": both names may be either; the one that the clause is about acts.
  private func isSubjectOfRelative(
    _ antecedent: Int32, _ phrase: Int, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    guard sentence.links[verb].link == .relative, antecedent >= 0, phrase > verb,
      may(phrase, .accusative, sentence), isActor(Int(antecedent), sentence),
      sentence.chunks[Int(antecedent)].traits.contains(.isAgentive),
      agrees(Int(antecedent), verb, sentence)
    else { return false }
    let relative = sentence.chunks[..<verb].last { $0.kind == .relative }
    guard let relative, relative.firstItem >= 0 else { return false }
    // "Судан, обвинивший Эмираты": an active participle has the noun before it for its subject.
    if sentence.chunks[verb].traits.contains(.isParticiple) { return true }
    // "которых поддерживает Иран": a pronoun in another case is no subject.
    let forms = sentence.items[Int(relative.firstItem)].nounFeatures
    return forms.contains(.nominative)
  }

  /// "Критики | её | разругали": what stands in the nominative before a pronoun that is the object.
  private func subjectBeforePronoun(
    _ pronoun: Int, _ verb: Int, _ left: [Int], _ sentence: Sentence
  ) -> Int? {
    let chunk = sentence.chunks[pronoun]
    guard pronoun == verb - 1, chunk.endItem == chunk.firstItem + 1,
      !chunk.roles.isDisjoint(with: [.personPronoun, .pluralPronoun])
    else { return nil }
    return left.first {
      $0 < pronoun && surely($0, .nominative, sentence) && agrees($0, verb, sentence)
    }
  }

  private func opensInfinitive(_ verb: Int, _ sentence: Sentence) -> Bool {
    verb + 1 < sentence.chunks.count && sentence.chunks[verb + 1].kind == .verb
      && sentence.chunks[verb + 1].traits.contains(.isInfinitive)
  }

  /// "В Ереване заявили, что военных нет, и назвали это агрессией": the verb behind ", и" goes on
  /// from the one that speaks.
  private func resume(_ verb: Int, _ sentence: inout Sentence) {
    let governor = Int(sentence.links[verb].governor)
    guard sentence.links[verb].link == .content, governor >= 0, verb > 1,
      sentence.chunks[verb - 1].kind == .conjunction, sentence.chunks[verb - 2].kind == .comma
    else { return }
    sentence.links[verb].link = .coordinate
    sentence.links[verb].subject = sentence.links[governor].subject
  }

  /// "може стати Берлін": an infinitive with the modal word that has the subject.
  private func isModal(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return chunk.traits.contains(.isInfinitive) && chunk.firstItem < chunk.verbItem
      && !chunk.traits.isDisjoint(with: [.isPlanned, .isHypothetical])
  }

  /// "зброї не дасть, але рішень не блокуватиме": the verb behind "but" that has no subject goes on from the
  /// one before it that has the same form.
  private func goOnBehindJoint(_ verb: Int, _ sentence: inout Sentence) {
    var at = verb - 1
    var bringsObject = false
    while at > 0, [.date, .preposition, .nounPhrase].contains(sentence.chunks[at].kind) {
      bringsObject =
        bringsObject
        || sentence.chunks[at].kind == .nounPhrase && sentence.chunks[at].prepositionChunk < 0
          && may(at, .accusative, sentence)
      at -= 1
    }
    // "выслал дипломатов, посольство закрыл": behind a comma as well, where the clause has an object.
    guard at > 0,
      [.contrast, .conjunction].contains(sentence.chunks[at].kind)
        || sentence.chunks[at].kind == .comma && bringsObject
          && sentence.chunks[verb].traits.isDisjoint(with: [.isParticiple, .isGerund, .isPassive])
    else { return }
    var other = at - 1
    while other >= 0, sentence.chunks[other].kind != .verb {
      switch sentence.chunks[other].kind {
      case .stop, .openQuote, .closeQuote, .complementizer, .subordinator, .relative: return
      default: other -= 1
      }
    }
    guard other >= 0, sharesForm(verb, other, sentence) else { return }
    sentence.links[verb].subject = sentence.links[other].subject
  }

  /// Whether two active verbs show the same number and gender, the other one with somebody as its subject.
  private func sharesForm(_ verb: Int, _ other: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let subject = Int(sentence.links[other].subject)
    guard chunks[verb].verbItem >= 0, chunks[other].verbItem >= 0, subject >= 0,
      chunks[subject].traits.contains(.isAgentive),
      chunks[other].traits.isDisjoint(with: [.isPassive, .isParticiple, .isGerund])
    else { return false }
    let own = sentence.items[Int(chunks[verb].verbItem)].verbFeatures
    let told = sentence.items[Int(chunks[other].verbItem)].verbFeatures
    guard own.contains(.finite), told.contains(.finite),
      own.contains(.plural) == told.contains(.plural), own.contains(.past) == told.contains(.past)
    else { return false }
    let (ownGender, toldGender) = (own.intersection(.genders), told.intersection(.genders))
    return ownGender.isEmpty || toldGender.isEmpty || !ownGender.isDisjoint(with: toldGender)
  }

  /// The pronoun that opens the last relative clause before a verb.
  private func relative(before verb: Int, _ sentence: Sentence) -> Int? {
    sentence.chunks[..<verb].lastIndex { $0.kind == .relative }
  }

  /// "відпустив льотчика, якого збив": a pronoun in another case than the nominative is no subject; the
  /// clause goes on with that of the verb before, if it has its form.
  private func leaveAntecedent(_ verb: Int, _ sentence: inout Sentence) {
    if goOnAtOccasion(verb, &sentence) { return }
    let antecedent = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .relative, antecedent >= 0,
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple]),
      let relative = relative(before: verb, sentence),
      antecedent < relative,
      let other = sentence.chunks[..<relative].lastIndex(where: { $0.kind == .verb }),
      Int(sentence.links[other].subject) != antecedent
    else { return }
    let shown = sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
      .intersection(.cases)
    guard !shown.isEmpty, !shown.contains(.nominative), sharesForm(verb, other, sentence) else {
      return
    }
    let isOblique = relative > 0 && sentence.chunks[relative - 1].kind == .preposition
    if !isOblique, !shown.isDisjoint(with: [.accusative, .genitive]),
      sentence.links[verb].object < 0
    {
      sentence.links[verb].object = Int32(antecedent)
    }
    sentence.links[verb].subject = sentence.links[other].subject
  }

  /// "президент, которому не позволили приехать", "открыли огонь, что вынудило": a verb of another number than the
  /// antecedent has nobody for its subject.
  private func isNobodys(_ verb: Int, _ sentence: Sentence) -> Bool {
    let antecedent = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .relative, antecedent >= 0,
      sentence.chunks[verb].verbItem >= 0,
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple, .isInfinitive]),
      let relative = relative(before: verb, sentence),
      antecedent < relative, sentence.chunks[antecedent].next < 0,
      sentence.chunks[antecedent].listHead < 0
        || Int(sentence.chunks[antecedent].listHead) == antecedent,
      sentence.chunks[antecedent].headItem >= 0
    else { return false }
    let pronoun = sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
    let form = sentence.items[Int(sentence.chunks[verb].verbItem)].verbFeatures
    guard form.contains(.finite) else { return false }
    let isOblique = !pronoun.isDisjoint(with: .cases) && pronoun.isDisjoint(with: .nominative)
    if isOblique { return form.contains(.plural) }
    // "Солдаты открыли огонь, что вынудило": what the whole clause tells.
    let head = sentence.items[Int(sentence.chunks[antecedent].headItem)].nounFeatures
    return pronoun.isDisjoint(with: .cases) && form.isSuperset(of: [.neuter, .past])
      && !form.contains(.plural) && head.contains(.plural)
  }

  /// "Президент, которому не позволили приехать, | осудил": behind a relative clause without a subject the clause
  /// goes on with its antecedent.
  private func goOnBehindNobody(_ verb: Int, _ sentence: inout Sentence) {
    let governor = Int(sentence.links[verb].governor)
    guard sentence.links[verb].link == .coordinate, governor >= 0, verb > 0,
      sentence.links[governor].link == .relative, sentence.links[governor].subject < 0,
      sentence.chunks[verb].traits.contains(.isFinite), sentence.chunks[verb - 1].kind == .comma,
      let antecedent = phrase(beforeRelativeOf: governor, sentence),
      may(antecedent, .nominative, sentence), agrees(antecedent, verb, sentence)
    else { return }
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    sentence.links[verb].subject = Int32(antecedent)
  }

  /// "провели операцию, в ходе которой атаковали иранские корабли": at the occasion that a clause tells, its
  /// subject goes on, and what stands behind the verb is the object.
  private func goOnAtOccasion(_ verb: Int, _ sentence: inout Sentence) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    guard sentence.links[verb].link == .relative, subject < 0 || subject > verb,
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple]),
      let relative = relative(before: verb, sentence),
      relative == verb - 1, relative > 0, sentence.chunks[relative - 1].kind == .preposition,
      let other = sentence.chunks[..<relative].lastIndex(where: { $0.kind == .verb }),
      sharesForm(verb, other, sentence), frames.takesObject(verb, sentence),
      subject < 0 || may(subject, .accusative, sentence)
    else { return false }
    if subject > verb { sentence.links[verb].object = Int32(subject) }
    sentence.links[verb].subject = sentence.links[other].subject
    return true
  }

  /// "позвонил Эрдогану, затем премьеру и попросил": a verb behind "and" whose neighbour cannot be
  /// its subject goes on from the verb before it.
  private func goOn(_ verb: Int, _ sentence: inout Sentence) {
    guard verb > 0, sentence.chunks[verb - 1].kind == .conjunction,
      sentence.chunks[verb].traits.contains(.isFinite)
    else { return }
    var at = verb - 2
    while at >= 0, sentence.chunks[at].kind != .verb {
      switch sentence.chunks[at].kind {
      case .stop, .openQuote, .closeQuote, .complementizer, .subordinator, .relative: return
      default: at -= 1
      }
    }
    guard at >= 0, sentence.chunks[at].traits.contains(.isFinite),
      !sentence.chunks[at].traits.contains(.isPassive)
    else { return }
    sentence.links[verb].link = .coordinate
    sentence.links[verb].governor = Int32(at)
    sentence.links[verb].subject = sentence.links[at].subject
  }

  /// "Анкара не сдалась: отозвала посла", "Каир ответил – выслал посла": a clause without a subject behind a
  /// colon, a dash or a semicolon goes on with that of the clause before.
  private func goOnBehindMark(_ verb: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    guard sentence.links[verb].link == .main, chunks[verb].traits.contains(.isFinite),
      chunks[verb].traits.isDisjoint(with: [.isParticiple, .isFirstPerson, .isPassive])
    else { return }
    var mark = verb - 1
    while mark > 0, [.nounPhrase, .preposition, .date].contains(chunks[mark].kind) {
      // "судно атаковал дрон": something that may be the subject.
      if chunks[mark].kind == .nounPhrase, chunks[mark].prepositionChunk < 0,
        may(mark, .nominative, sentence)
      {
        return
      }
      mark -= 1
    }
    guard mark > 0, chunks[mark].kind == .stop,
      [.colon, .dash, .semicolon].contains(sentence.items[Int(chunks[mark].firstItem)].mark),
      let before = chunks[..<mark].lastIndex(where: {
        $0.kind == .verb || $0.kind == .stop || $0.kind == .openQuote
      }), chunks[before].kind == .verb, chunks[before].traits.contains(.isFinite),
      sentence.links[before].link == .main || sentence.links[before].link == .coordinate
    else { return }
    let subject = Int(sentence.links[before].subject)
    guard subject >= 0, isActor(subject, sentence), chunks[subject].traits.contains(.isAgentive),
      chunks[subject].traits.isDisjoint(with: .isOpaque), agrees(subject, verb, sentence),
      sharesGender(subject, verb, sentence), sharesNumber(verb, before, sentence)
    else { return }
    sentence.links[verb].subject = Int32(subject)
  }

  /// Whether two verbs are both in the plural or both in the singular.
  private func sharesNumber(_ one: Int, _ other: Int, _ sentence: Sentence) -> Bool {
    let forms = [one, other].map { sentence.chunks[$0].verbItem }
    guard forms.allSatisfy({ $0 >= 0 }) else { return false }
    let several = forms.map { sentence.items[Int($0)].verbFeatures.contains(.plural) }
    return several[0] == several[1]
  }

  /// "Хуситы, которых поддерживает Иран, выпустили": behind a relative clause the clause goes on
  /// with the noun before it.
  private func isResumed(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    guard phrase + 2 < verb, sentence.links[verb].link == .main,
      sentence.chunks[phrase + 1].kind == .comma, sentence.chunks[verb - 1].kind == .comma
    else { return false }
    let opening = sentence.chunks[phrase + 2]
    return opening.kind == .relative || opening.kind == .subordinator
      || (opening.kind == .preposition && phrase + 3 < verb
        && sentence.chunks[phrase + 3].kind == .relative)
  }

  /// "что продавал ракеты": a noun in the plural is no subject of a verb in the singular, nor the
  /// other way round; names, counted things and words that look the same in every case ("ВВС") may
  /// stand with either.
  private func agrees(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard sentence.chunks[verb].verbItem >= 0, chunk.next < 0, chunk.headItem >= 0 else {
      return true
    }
    let form = sentence.items[Int(sentence.chunks[verb].verbItem)]
    let head = sentence.items[Int(chunk.headItem)]
    let first = sentence.items[Int(chunk.firstItem)]
    if form.verbFeatures.contains(.finite), form.verbFeatures.contains(.plural),
      !head.kinds.isDisjoint(with: [.actor, .place]), !head.kinds.contains(.adjectivalActor),
      chunk.endItem == chunk.firstItem + 1,
      !isSeveral(head, sentence),
      head.nounFeatures.isSuperset(of: [.nominative, .accusative]),
      head.nounFeatures.isDisjoint(with: [.plural, .dative])
    {
      // "Киев подозревают все", "Харьков атаковали дроны": one state or town is no subject of a verb
      // in the plural.
      return false
    }
    guard form.kinds.contains(.verb) || form.roles.contains(.plainVerb),
      form.verbFeatures.contains(.finite), form.endToken == form.firstToken + 1,
      !head.kinds.isDisjoint(with: [.noun, .eventNoun]) || head.roles.contains(.role),
      head.kinds.isDisjoint(with: [.actor, .place, .unknown]), !first.kinds.contains(.number),
      !(first.roles.contains(.determiner) && !first.nounFeatures.isEmpty),
      head.nounFeatures.contains(.nominative),
      // "Дії" is a nominative only in the plural; a word that looks the same in every case may be either.
      head.nounFeatures.isDisjoint(with: .dative)
        || head.nounFeatures.contains(.plural) && head.nounFeatures.isDisjoint(with: .instrumental)
    else { return true }
    // "Затримання обурило": the same in both numbers, and the verb shows which.
    if form.verbFeatures.contains(.neuter), head.nounFeatures.contains(.neuter) { return true }
    return form.verbFeatures.contains(.plural) == head.nounFeatures.contains(.plural)
  }

  /// Whether a name of several words is no person's and may be one of many, such as "Вооружённые силы
  /// Украины".
  private func isSeveral(_ name: Item, _ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens[Int(name.firstToken)..<Int(name.endToken)]
    return tokens.count > 2 || tokens.contains { !$0.isCapitalised }
  }

  /// "Тегеран відвідала делегація", "натовп атакував посольство": a name or noun that shows its gender is no subject of a verb in the past
  /// that shows another.
  private func sharesGender(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard chunk.next < 0, chunk.headItem >= 0, sentence.chunks[verb].verbItem >= 0 else {
      return true
    }
    let head = sentence.items[Int(chunk.headItem)]
    let form = sentence.items[Int(sentence.chunks[verb].verbItem)]
    let (own, shown) = (
      head.nounFeatures.intersection(.genders), form.verbFeatures.intersection(.genders)
    )
    guard !own.isEmpty, !shown.isEmpty, form.verbFeatures.contains(.finite),
      head.kinds.isDisjoint(with: .adjectivalActor),
      // "Министр заявила": an office is a woman's as well.
      own != .masculine || head.kinds.contains(.actor)
        || !chunk.traits.contains(.isAgentive) && !chunk.classes.intersects(frames.visitorClasses)
    else { return true }
    return !own.isDisjoint(with: shown)
  }

  /// "выслал дипломатов, | посольство закрыл": a thing that is of another gender than the verb before which it stands is its
  /// object.
  private func isThingOfOtherGender(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard phrase < verb, chunk.headItem >= 0, may(phrase, .accusative, sentence),
      !sharesGender(phrase, verb, sentence)
    else { return false }
    let head = sentence.items[Int(chunk.headItem)]
    return head.kinds.isDisjoint(with: [.actor, .place]) && head.roles.isDisjoint(with: .role)
      && (head.nounFeatures.intersection(.genders) == .neuter
        || !chunk.traits.contains(.isAgentive))
  }

  /// "Росії вдалося захопити місто": who acts stands in the dative.
  private func leaveToDative(
    _ verb: Int, _ phrases: [Int], _ sentence: inout Sentence
  ) -> Bool {
    guard frames.isImpersonal(verb, sentence) else { return false }
    let actor = phrases.first {
      surely($0, .dative, sentence) && isActor($0, sentence)
        && sentence.chunks[$0].traits.contains(.isAgentive)
    }
    sentence.links[verb].subject = actor.map { Int32($0) } ?? -1
    sentence.links[verb].object = -1
    return true
  }

  /// "Крок здійснила Сирія": the thing before the verb is its object where an actor that can only be
  /// the subject stands behind it.
  private func yieldsToActor(
    _ phrase: Int, _ verb: Int, _ right: [Int], _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    if let other = right.first, other == verb + 1, chunk.features.contains(.accusative),
      sentence.chunks[other].features == .nominative, isActor(other, sentence),
      sentence.chunks[other].traits.contains(.isAgentive),
      !sentence.chunks[other].traits.contains(.isAnaphor), agrees(other, verb, sentence)
    {
      // "Непал посетил премьер Индии": behind the verb, what can only be its subject.
      return true
    }
    if yieldsToOfficer(phrase, verb, right, sentence) { return true }
    guard !chunk.traits.contains(.isAgentive), !chunk.features.isEmpty,
      may(phrase, .accusative, sentence), let other = right.first,
      surely(other, .nominative, sentence), isActor(other, sentence),
      sentence.chunks[other].traits.contains(.isAgentive), sharesGender(other, verb, sentence)
    else { return false }
    // "Санкции ввёл Иран": the verb asks for an object such as "санкции".
    return !may(other, .accusative, sentence)
      || !isActor(phrase, sentence) && frames.asks(verb, for: phrase, sentence)
      // "Обещание Франции похвалил Египет": no thing praises.
      || chunk.eventNoun >= 0 && frames.needsAgent(verb, sentence)
  }

  /// "Берлін відвідає президент Литви", "79 із них збила ППО": a name that looks the same as an object, or
  /// some of those told of before, where what can only be the subject stands right behind.
  private func yieldsToOfficer(
    _ phrase: Int, _ verb: Int, _ right: [Int], _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard phrase < verb, chunk.next < 0, surely(phrase, .accusative, sentence),
      let other = right.first, other == verb + 1, surely(other, .nominative, sentence),
      isActor(other, sentence), frames.takesObject(verb, sentence)
    else { return false }
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    if items.contains(where: { $0.roles.contains(.preposition) && $0.kinds.isEmpty }) {
      return true
    }
    return chunk.endItem == chunk.firstItem + 1 && isActor(phrase, sentence)
      && sentence.chunks[other].roles.contains(.role)
      && sentence.chunks[other].features.isDisjoint(with: [.accusative, .genitive])
  }

  /// "Киев обвинения отвергает": the thing next to the verb is its object, the actor its subject.
  private func standsBehindActor(_ phrase: Int, _ left: [Int], _ sentence: Sentence) -> Bool {
    // "Свою причетність", "звинувачення Росії" belong to somebody and are nobody.
    guard may(phrase, .accusative, sentence),
      !isActor(phrase, sentence) || !sentence.chunks[phrase].traits.contains(.isAgentive)
        || isOwnThing(phrase, sentence)
        // "Берлін Кишинів підтримав": of two names side by side the first acts.
        || left.contains(phrase - 1) && sentence.chunks[phrase - 1].traits.contains(.isAgentive)
          && sentence.chunks[phrase - 1].endItem == sentence.chunks[phrase - 1].firstItem + 1
    else { return false }
    return left.contains { other in
      guard other < phrase, isActor(other, sentence),
        surely(other, .nominative, sentence)
          || sentence.chunks[other].features.isEmpty
            && sentence.chunks[other].traits.contains(.isAgentive)
      else { return false }
      // "США, Союз та ІГАД | домовленість привітали": the commas of the list do not count.
      let last = sentence.list(from: Int32(other)).max() ?? other
      guard last < phrase else { return false }
      let between = sentence.chunks[(last + 1)..<phrase]
      // "Москва, как и прежде, всё отрицает": nor do those of an aside.
      let isAside =
        between.first?.kind == .comma && between.last?.kind == .comma && between.count > 1
        && !between.contains { $0.kind == .verb || $0.kind == .relative }
      return isAside || !between.contains { $0.kind == .comma }
    }
  }

  /// "Свою причетність": the phrase is agentive only by its possessive.
  private func isOwnThing(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.traits.isSuperset(of: [.isAnaphor, .hasPossessor])
      && chunk.roles.isDisjoint(with: .role)
  }

  /// "В Пхеньяне это отрицают": "это" between an institution and its verb is the object.
  ///
  /// So is "обвинения" in "В Париже обвинения назвали".
  private func standsBehindInstitution(
    _ phrase: Int, _ verb: Int, _ sentence: Sentence
  ) -> Bool {
    let chunk = sentence.chunks[phrase]
    let isPronoun =
      chunk.endItem - chunk.firstItem == 1
      && sentence.items[Int(chunk.firstItem)].roles.contains(.demonstrative)
    let isPlural =
      sentence.chunks[verb].verbItem >= 0
      && sentence.items[Int(sentence.chunks[verb].verbItem)].verbFeatures.contains(.plural)
    guard phrase > 1, !isActor(phrase, sentence) || isCalledSomething(phrase, verb, sentence),
      isPronoun || (isPlural && chunk.eventNoun >= 0 && may(phrase, .accusative, sentence))
    else { return false }
    let before = sentence.chunks[phrase - 1]
    return before.kind == .nounPhrase && before.prepositionChunk >= 0
      && before.traits.contains(.isAgentive)
      && sentence.chunks[Int(before.prepositionChunk)].roles.contains(.locative)
  }

  /// "В Госдепартаменте США призвали Израиль и Иран": behind an institution that opens the sentence and a
  /// verb in the plural that takes an object, names that may be the object are it.
  private func isToldBy(
    institutionBefore verb: Int, _ phrase: Int, _ sentence: Sentence
  ) -> Bool {
    let chunks = sentence.chunks
    guard verb == 2 || verb == 3 && chunks[2].kind == .date, chunks[0].kind == .preposition,
      chunks[0].roles.contains(.locative), chunks[1].kind == .nounPhrase,
      chunks[1].traits.contains(.isAgentive), !chunks[1].traits.contains(.isPlace),
      chunks[verb].verbItem >= 0, !chunks[verb].traits.contains(.isPassive),
      sentence.items[Int(chunks[verb].verbItem)].verbFeatures.contains(.plural)
    else { return false }
    return may(phrase, .accusative, sentence) && frames.takesObject(verb, sentence)
  }

  /// "У Каракасі | маневри США | назвали | провокацією": an event between where somebody sits and what it
  /// is called.
  private func isCalledSomething(_ phrase: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    guard phrase > 0, phrase == verb - 1, chunks[phrase].eventNoun >= 0, verb + 1 < chunks.count,
      chunks[phrase - 1].kind == .nounPhrase, chunks[phrase - 1].traits.contains(.isAgentive)
    else { return false }
    let verdict = chunks[verb + 1]
    return verdict.kind == .nounPhrase && verdict.prepositionChunk < 0
      && verdict.features.contains(.instrumental) && verdict.ownerEnd == verdict.ownerStart
  }

  /// "В Кремле эти обвинения отвергли": a plural verb without a subject has the institution before
  /// it; "И в Москве, и в Пхеньяне это отрицают".
  private func linkInstitution(_ verb: Int, _ sentence: inout Sentence) {
    // "В Тбилиси прошёл митинг": one that happens there is no act of the place.
    guard !isSingular(verb, sentence) else { return }
    var at = verb - 1
    while at >= 0,
      sentence.chunks[at].kind == .date
        || (sentence.chunks[at].kind == .nounPhrase && sentence.chunks[at].prepositionChunk < 0
          && (!isActor(at, sentence) || isCalledSomething(at, verb, sentence)
            || !agrees(at, verb, sentence) && may(at, .accusative, sentence)))
    {
      at -= 1
    }
    guard at >= 0, sentence.chunks[at].kind == .nounPhrase, isActor(at, sentence),
      sentence.chunks[at].traits.contains(.isAgentive),
      !sentence.chunks[at].traits.contains(.isPlace),
      sentence.chunks[at].prepositionChunk >= 0,
      sentence.chunks[Int(sentence.chunks[at].prepositionChunk)].roles.contains(.locative),
      // "Біля Тайваню зафіксували 30 літаків": nor do those who are near.
      sentence.chunks[Int(sentence.chunks[at].prepositionChunk)].roles.isDisjoint(with: .aim),
      // Nobody sits "над Россией" or "в Россию".
      may(at, .locative, sentence) || may(at, .genitive, sentence)
    else { return }
    sentence.links[verb].subject = Int32(at)
    joinInstitutions(at, &sentence)
  }

  /// "Слова Макрона раскритиковали в Кремле", "Вторгнення засудили в Анкарі": the institution behind a
  /// plural verb that only a side can do, when what stands before it is what it is done to.
  private func linkInstitutionBehind(_ verb: Int, _ sentence: inout Sentence) {
    let subject = Int(sentence.links[verb].subject)
    let chunks = sentence.chunks
    guard !isSingular(verb, sentence), chunks[verb].traits.contains(.isFinite),
      chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple]),
      frames.needsAgent(verb, sentence) || frames.mayReact(verb, sentence),
      subject < 0
        || subject < verb && !chunks[subject].traits.contains(.isAgentive)
          && may(subject, .accusative, sentence)
    else { return }
    var at = verb + 1
    while at < chunks.count, chunks[at].kind == .date { at += 1 }
    guard at + 1 < chunks.count, chunks[at].kind == .preposition,
      chunks[at].roles.contains(.locative), chunks[at + 1].kind == .nounPhrase,
      isActor(at + 1, sentence), chunks[at + 1].traits.contains(.isAgentive),
      !chunks[at + 1].traits.contains(.isPlace),
      chunks[at + 1].features.isEmpty || may(at + 1, .locative, sentence)
    else { return }
    if subject >= 0 { sentence.links[verb].object = Int32(subject) }
    sentence.links[verb].subject = Int32(at + 1)
  }

  /// "В Тбилиси прошла акция": a thing behind the verb that can only be its subject; "прошёл
  /// митинг", which by its form may be an object, but is what such a verb says of; "митингуют студенты",
  /// as such verbs have no object.
  private func linkThing(_ verb: Int, _ right: [Int], _ sentence: inout Sentence) {
    guard let phrase = right.first, phrase == verb + 1, surely(phrase, .nominative, sentence),
      agrees(phrase, verb, sentence),
      !may(phrase, .accusative, sentence) || frames.happens(verb, phrase, sentence)
        || hasNoObject(verb, phrase, sentence)
    else { return }
    sentence.links[verb].subject = Int32(phrase)
  }

  /// Whether a phrase is no object of a verb: all its frames do without one, or it tells of a protest, which
  /// nobody but an actor is against.
  private func hasNoObject(_ verb: Int, _ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0, chunk.traits.isDisjoint(with: [.isPassive, .isSpeech]) else {
      return false
    }
    if frames.types(of: verb, sentence).contains(.protest), !isActor(phrase, sentence),
      !frames.asks(verb, for: phrase, sentence)
    {
      return true
    }
    return !frames.mayTakeObject(verb, sentence)
  }

  private func isSingular(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard sentence.chunks[verb].verbItem >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return item.verbFeatures.contains(.finite) && !item.verbFeatures.contains(.plural)
  }

  /// "Ираку передали 40 танков": a verb in the plural whose only subject would be what it is done to
  /// has none.
  private func leaveToNobody(_ verb: Int, _ phrases: [Int], _ sentence: inout Sentence) {
    let subject = Int(sentence.links[verb].subject)
    guard subject > verb,
      !sentence.chunks[subject].traits.contains(.isAgentive)
        // "Над Курском сбили украинские дроны", but "Дрон сбили украинские истребители".
        || sentence.chunks[subject].classes.intersects(frames.movedClasses)
          && frames.handles(verb, subject, sentence)
          && !phrases.contains(where: {
            $0 != subject && may($0, .accusative, sentence)
              && !sentence.list(from: Int32(subject)).contains($0)
          }),
      may(subject, .accusative, sentence), sentence.chunks[verb].verbItem >= 0,
      sentence.items[Int(sentence.chunks[verb].verbItem)].verbFeatures.isSuperset(
        of: [.finite, .plural, .active]),
      frames.asks(verb, for: subject, sentence)
    else { return }
    sentence.links[verb].subject = -1
    sentence.links[verb].object = Int32(subject)
  }

  /// "Канада: индийского резидента высылают": a headline that opens with whom it is about.
  private func linkHeadword(_ verb: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    guard sentence.isHeading, chunks.count > 2, chunks[0].kind == .nounPhrase, isActor(0, sentence),
      chunks[0].traits.contains(.isAgentive), may(0, .nominative, sentence),
      chunks[1].kind == .stop, sentence.items[Int(chunks[1].firstItem)].mark == .colon,
      !chunks[..<verb].contains(where: { $0.kind == .verb })
    else { return }
    sentence.links[verb].subject = 0
  }

  /// Makes one list of institutions that "и в …, и в …" names apart.
  private func joinInstitutions(_ last: Int, _ sentence: inout Sentence) {
    let preposition = Int(sentence.chunks[last].prepositionChunk)
    guard preposition >= 3, sentence.chunks[preposition - 1].kind == .conjunction else { return }
    var first = preposition - 2
    if sentence.chunks[first].kind == .comma { first -= 1 }
    guard first > 0, sentence.chunks[first].kind == .nounPhrase, isActor(first, sentence),
      sentence.chunks[first].prepositionChunk >= 0, sentence.chunks[last].next < 0,
      sentence.chunks[first].next < 0
    else { return }
    sentence.chunks[last].next = Int32(first)
  }

  private func relinkObject(
    _ verb: Int, _ left: [Int], _ right: [Int], _ sentence: inout Sentence
  ) {
    let subject = Int(sentence.links[verb].subject)
    let object = Int(sentence.links[verb].object)
    if object >= 0, object != subject,
      !standsForMeans(object, right, sentence),
      isObject(object, sentence) || endsInPreposition(verb, object, sentence)
    {
      return
    }
    if object >= 0, !right.contains(object), !left.contains(object) { return }
    let end = verb > 0 ? sentence.opening(ofSourceBefore: verb - 1) ?? verb : verb
    let near = left.filter { phrase in
      phrase < end && !sentence.chunks[phrase..<end].contains { $0.kind == .comma }
    }
    let found =
      (right + near).first {
        $0 != subject && isObject($0, sentence) && !standsForDative($0, right, subject, sentence)
          && !standsForMeans($0, right, sentence)
      }
      // "подвергся удару": what somebody undergoes stands in the dative.
      ?? right.first { phrase in
        surely(phrase, .dative, sentence) && frames.undergoes(verb, phrase, sentence)
      }
    sentence.links[verb].object =
      (found ?? antecedent(ofObjectRelative: verb, sentence)
      ?? frames.frontedComplement(of: verb, sentence)?.phrase).map { Int32($0) } ?? -1
  }

  /// "Танки, | которые Польша передала Украине": what a relative clause tells of that has a subject of its own
  /// and no other object.
  private func antecedent(ofObjectRelative verb: Int, _ sentence: Sentence) -> Int? {
    guard sentence.links[verb].link == .relative, sentence.links[verb].subject >= 0,
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isParticiple, .isInfinitive]),
      let relative = relative(before: verb, sentence),
      Int(sentence.links[verb].subject) > relative, relative > 1,
      sentence.chunks[relative - 1].kind == .comma,
      sentence.chunks[relative - 2].kind == .nounPhrase,
      // "обвинения в шпионаже, которые": more likely of the noun before it.
      sentence.chunks[relative - 2].prepositionChunk < 0,
      !sentence.chunks[relative].roles.contains(.locative)
    else { return nil }
    let shown = sentence.items[Int(sentence.chunks[relative].firstItem)].nounFeatures
      .intersection(.cases)
    guard shown.isEmpty || !shown.isDisjoint(with: [.nominative, .accusative]) else { return nil }
    let list = sentence.chunks[relative - 2].listHead
    return list >= 0 ? Int(list) : relative - 2
  }

  /// "атаковала БПЛА | Сирию": an abbreviation of a weapon, the same in every case, before an actor that can only
  /// be the object.
  private func standsForMeans(_ phrase: Int, _ right: [Int], _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard let at = right.firstIndex(of: phrase), at + 1 < right.count, right[at + 1] == phrase + 1,
      chunk.endItem == chunk.firstItem + 1, chunk.classes.intersects(frames.movedClasses),
      isAbbreviation(sentence.items[Int(chunk.firstItem)])
    else { return false }
    let next = sentence.chunks[phrase + 1]
    return isActor(phrase + 1, sentence) && next.features.contains(.accusative)
      && next.features.isDisjoint(with: .genitive)
  }

  /// "БПЛА": a common noun with a capital.
  private func isAbbreviation(_ item: Item) -> Bool {
    item.isCapitalised && item.kinds.contains(.noun)
      && item.kinds.isDisjoint(with: [.actor, .place, .unknown])
  }

  /// "Эквадор выдал США | наркобарона": a name that looks the same in every case, before what can
  /// only be the object.
  private func standsForDative(
    _ phrase: Int, _ right: [Int], _ subject: Int, _ sentence: Sentence
  ) -> Bool {
    let features = sentence.chunks[phrase].features
    guard features.isEmpty || features == .cases, isActor(phrase, sentence),
      sentence.chunks[phrase].traits.contains(.isAgentive), phrase == right.first, right.count > 1
    else { return false }
    let next = right[1]
    return next == phrase + 1 && next != subject && !sentence.chunks[next].features.isEmpty
      && sentence.chunks[next].features.contains(.accusative)
  }

  /// "Правительством Кубы принято решение | направить медиков": who decides in the passive does what is decided.
  func lendAgents(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].link == .infinitive
      && sentence.links[verb].governor >= 0
    {
      let governor = Int(sentence.links[verb].governor)
      let subject = Int(sentence.links[verb].subject)
      guard governor < verb, sentence.chunks[governor].traits.contains(.isPassive),
        subject < 0
          || !isActor(subject, sentence) && subject == Int(sentence.links[governor].subject),
        !(governor..<verb).contains(where: {
          sentence.chunks[$0].kind == .nounPhrase && surely($0, .dative, sentence)
            && !surely($0, .genitive, sentence) && isActor($0, sentence)
        })
      else { continue }
      let beside = Array(governor..<verb) + (0..<governor).reversed()
      for at in beside {
        let chunk = sentence.chunks[at]
        if chunk.kind == .stop || chunk.kind == .comma { break }
        guard chunk.kind == .nounPhrase, chunk.prepositionChunk < 0, isActor(at, sentence),
          chunk.features.contains(.instrumental), chunk.features.isDisjoint(with: .nominative)
        else { continue }
        sentence.links[verb].subject = Int32(at)
        break
      }
    }
  }

  /// "обстреляли и захватили суда": the first verb has the object of the second.
  func shareObjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices.dropLast(2)
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].object < 0
      && sentence.chunks[verb + 1].kind == .conjunction && sentence.chunks[verb + 2].kind == .verb
    {
      let object = sentence.links[verb + 2].object
      guard Int(object) > verb + 2, !sentence.chunks[verb].traits.contains(.isSpeech),
        sentence.chunks[verb].traits.contains(.isPassive)
          == sentence.chunks[verb + 2].traits.contains(.isPassive)
      else { continue }
      sentence.links[verb].object = object
    }
  }

  /// "объявил о | выводе войск": the verb's own preposition asks for another case.
  private func endsInPreposition(_ verb: Int, _ object: Int, _ sentence: Sentence) -> Bool {
    guard object == verb + 1, sentence.chunks[verb].verbItem >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return (item.isParted || item.endToken - item.firstToken > 1)
      && !sentence.chunks[object].features.isDisjoint(with: [.locative, .instrumental, .dative])
  }

  private func isObject(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let features = sentence.chunks[phrase].features
    return features.isEmpty || features.contains(.accusative) || features.contains(.genitive)
  }

  /// "Город захвачен", "захоплено місто": what was done to stands in any of these cases.
  private func relinkPassive(_ verb: Int, _ phrases: [Int], _ sentence: inout Sentence) {
    let subject = Int(sentence.links[verb].subject)
    if subject >= 0, !phrases.contains(subject) {
      if let patient = impersonalPatient(verb, phrases, sentence) {
        sentence.links[verb].subject = Int32(patient)
      }
      return
    }
    // "Послу Японии | вручена нота": neither who did it nor who was given it.
    if subject >= 0,
      may(subject, .nominative, sentence)
        || (may(subject, .accusative, sentence) || surely(subject, .genitive, sentence))
          // "Передача Украине | истребителей | намечена": not what belongs to the subject.
          && !phrases.contains(where: {
            $0 < subject && sentence.chunks[$0].eventNoun >= 0 && surely($0, .nominative, sentence)
          })
    {
      return
    }
    let found = phrases.first {
      may($0, .nominative, sentence) || may($0, .accusative, sentence)
    }
    sentence.links[verb].subject = found.map { Int32($0) } ?? -1
  }

  /// "атакували місто, внаслідок чого поранено | двох людей": what stands behind a form that has no subject
  /// is what it was done to, whoever the clause before is about.
  private func impersonalPatient(
    _ verb: Int, _ phrases: [Int], _ sentence: Sentence
  ) -> Int? {
    let item = Int(sentence.chunks[verb].verbItem)
    guard item >= 0,
      sentence.items[item].verbFeatures.isSuperset(of: [.finite, .passive, .past]),
      sentence.items[item].verbFeatures.isDisjoint(with: .participle),
      sentence.links[verb].link == .subordinate, phrases.contains(verb + 1),
      !sentence.chunks[verb + 1].traits.contains(.isAgentive)
    else { return nil }
    let features = sentence.chunks[verb + 1].features
    return features.contains(.accusative) || features.contains(.genitive) ? verb + 1 : nil
  }

  /// The noun phrases without a preposition in the clause on one side of a verb, nearest first.
  private func phrases(from start: Int, by step: Int, _ sentence: Sentence) -> [Int] {
    var result: [Int] = []
    var at = start
    // "Министра, приехавшего накануне, | ночью выслали": a date may stand between.
    var opening = start
    while step < 0, opening > 0, sentence.chunks[opening].kind == .date { opening -= 1 }
    while sentence.chunks.indices.contains(at) {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if chunk.prepositionChunk < 0, frames.eventNoun(partedFrom: at, sentence) == nil {
          result.append(chunk.listHead >= 0 ? Int(chunk.listHead) : at)
        }
      case .verb
      where step < 0 && sentence.chunks[opening].kind == .comma
        && (sentence.links[at].link == .relative || sentence.links[at].link == .subordinate):
        // "Судан, обвинивший Эмираты, | разорвал отношения", "Пхеньян, поки сусіди сваряться,
        // запустив": what stands between is not its own.
        guard let before = phrase(beforeRelativeOf: at, sentence) else { return result }
        result.removeAll()
        at = before + 1
      case .verb where step < 0 && sentence.links[at].hasOwnerSubject:
        // "Решение Ирана атаковать | Ирак осудила Франция": the noun that the infinitive belongs to.
        result.removeAll { $0 == Int(sentence.links[at].object) }
      case .verb where step < 0 && sentence.chunks[at].traits.contains(.isInfinitive):
        // "Карать Анкару | Брюссель не намерен": what an infinitive has for its object acts no more.
        if result.count > 1 { result.removeAll { $0 == Int(sentence.links[at].object) } }
        return result
      case .verb, .stop, .subordinator, .conditional, .complementizer, .relative, .openQuote,
        .closeQuote, .contrast:
        return result
      case .comma where step > 0: return result
      case .comma:
        if let opening = sentence.opening(ofSourceBefore: at) { at = opening }
      default: break
      }
      at += step
    }
    return result
  }

  /// "Судан, кажуть в ООН, обстріляв село": the verb behind such an aside has nothing of it.
  private func leaveSpeaker(_ verb: Int, _ left: [Int], _ sentence: inout Sentence) {
    guard verb > 0, let opening = sentence.opening(ofSourceBefore: verb - 1),
      sentence.chunks[opening + 1].kind == .verb
    else { return }
    sentence.links[verb].link = .main
    sentence.links[verb].governor = -1
    let subject = left.first { may($0, .nominative, sentence) }
    sentence.links[verb].subject = subject.map { Int32($0) } ?? -1
  }

  /// The noun phrase before the relative clause of a verb, when commas set the clause off.
  private func phrase(beforeRelativeOf verb: Int, _ sentence: Sentence) -> Int? {
    let isSubordinate = sentence.links[verb].link == .subordinate
    let relative = sentence.chunks[..<verb].lastIndex {
      $0.kind == (isSubordinate ? .subordinator : .relative)
    }
    guard var at = relative.map({ $0 - 1 }), at > 0 else { return nil }
    if sentence.chunks[at].kind == .preposition { at -= 1 }
    guard at > 0, sentence.chunks[at].kind == .comma, sentence.chunks[at - 1].kind == .nounPhrase
    else { return nil }
    return at - 1
  }

  private func may(_ phrase: Int, _ form: FormFeatures, _ sentence: Sentence) -> Bool {
    let features = sentence.chunks[phrase].features
    return features.isEmpty || features.contains(form)
  }

  private func surely(_ phrase: Int, _ form: FormFeatures, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].features.contains(form)
  }

  private func isActor(_ phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].ownerEnd > sentence.chunks[phrase].ownerStart
  }
}
