import CasusKnowledge

/// Where a noun phrase ends in languages with cases.
extension Chunker {
  /// Whether a word opens a phrase behind another; adverbs between the two ("Хартум | же | рішення Москви
  /// вітав") do not count.
  func opensNext(_ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]) -> Bool {
    var before = at - 1
    while before > phrase, isBareAdverb(items[before]) { before -= 1 }
    if before < at - 1, !isBareAdverb(items[at]) {
      let rest = items[..<(before + 1)] + items[at...]
      return opensNext(Array(rest), phrase, before + 1, chunks)
    }
    return changesCase(items, phrase, at, behind: chunks.last?.kind)
      || standsBesideName(items, phrase, at, behind: chunks.last?.kind)
      || standsBesidePlace(items, phrase, at, chunks)
      || standsBesideComplement(items, phrase, at, chunks)
  }

  private func isBareAdverb(_ item: Item) -> Bool {
    item.kinds.isEmpty && item.roles == .adverb
  }

  /// A word in another case opens a phrase of its own ("передала Украине | танки"), unless it is a
  /// genitive, which modifies what stands before it.
  func changesCase(
    _ items: [Item], _ phrase: Int, _ at: Int, behind last: Chunk.Kind?
  ) -> Bool {
    let item = items[at]
    let cases = item.nounFeatures.intersection(.cases)
    guard !item.isJoined, items[at - 1].mark != .hyphen else { return false }
    let before = items[at - 1]
    if namesOfficer(items, phrase, at) || namesSettlement(items, at, behind: last) { return false }
    if opensAfterName(items, phrase, at, behind: last) { return true }
    if isGivenTo(items, phrase, at) { return true }
    if isNobodysPossessor(items, phrase, at) { return true }
    if last == .preposition,
      opensSubject(items, at) || opensForces(items, at) || opensSameInEveryCase(items, phrase, at)
    {
      return true
    }
    if item.kinds.contains(.actor), before.kinds.contains(.actor),
      before.kinds.isDisjoint(with: .adjectivalActor),
      before.nounFeatures.intersection(.cases) == .instrumental,
      !cases.isDisjoint(with: [.genitive, .accusative]), !cases.contains(.instrumental)
    {
      // "признание Ирландией | Палестины".
      return true
    }
    if isDemonym(before), !item.kinds.isDisjoint(with: [.noun, .eventNoun]), !isModifier(item),
      !cases.isEmpty,
      !cases.contains(.genitive)
    {
      // "у китайцев | танки", "закидал южан | шарами": a people has nothing behind it.
      return true
    }
    let isNominalBefore =
      isNominal(before) && !isModifier(before) || before.roles.contains(.groupBoth)
    if isNominalBefore, isDemonym(item), cases.contains(.nominative),
      cases.isDisjoint(with: [.genitive, .accusative])
    {
      // "горючее | монголы покупают".
      return true
    }
    if isNominalBefore,
      !item.roles.isDisjoint(with: [.personPronoun, .thingPronoun, .pluralPronoun])
    {
      // "а Азербайджан | она поддержала".
      return true
    }
    if isNominalBefore, item.roles.contains(.firstPerson), cases == .nominative {
      // "Никаких дронов | мы не продавали".
      return true
    }
    if phrase == at - 1, last == nil, before.roles.contains(.role), cases.contains(.genitive),
      cases.isDisjoint(with: .nominative), item.roles.contains(.determiner)
    {
      // "Мэры четырёх польских городов".
      return false
    }
    if isNominalBefore, item.roles.contains(.determiner), !cases.isEmpty,
      leadsToNominal(items, at + 1)
    {
      // "арест Китаем | двух канадцев", "в сторону моря | две ракеты".
      return true
    }
    if last == .preposition, cases.isEmpty || cases == .cases, item.kinds.contains(.actor),
      !before.kinds.isDisjoint(with: [.actor, .place]),
      before.kinds.isDisjoint(with: .adjectivalActor),
      !before.nounFeatures.intersection(.cases).isEmpty,
      before.nounFeatures.isDisjoint(with: .nominative), leadsToVerb(items, at)
    {
      // "В Бухаресте | НАТО отказывается": a name that looks the same in every case.
      return true
    }
    if last == .preposition, phrase < at - 1, isSameInEveryCase(before),
      item.kinds.contains(.actor),
      !item.kinds.contains(.adjectivalActor),
      isSameInEveryCase(item)
        || cases.contains(.nominative) && cases.isDisjoint(with: [.genitive, .locative]),
      leadsToVerb(items, at)
    {
      // "На полях саммита БРИКС | Путин встретился".
      return true
    }
    if item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor),
      before.kinds.contains(.actor), !before.kinds.contains(.adjectivalActor),
      before.nounFeatures.contains(.locative),
      before.nounFeatures.isDisjoint(with: [.nominative, .genitive, .dative]),
      cases.isSuperset(of: [.genitive, .accusative])
    {
      // "У Ватикані | Зеленського": a place is nobody's.
      return true
    }
    if item.kinds.contains(.number) || item.roles.contains(.possessivePronoun),
      item.roles.isDisjoint(with: .personPronoun), isNominalBefore,
      leadsToNominal(items, at + 1)
    {
      // "из тюрем | 240 палестинцев", "до армії | своїх людей".
      return true
    }
    if cases == .instrumental, phrase == at - 1, before.roles.contains(.determiner),
      before.kinds.contains(.noun), before.nounFeatures.isDisjoint(with: .cases)
    {
      // "назвав це | ганьбою".
      return true
    }
    if cases.isEmpty, followsOblique(item, before) { return true }
    if isRecipient(items, at) { return true }
    if cases == .nominative, !item.kinds.isDisjoint(with: [.noun, .eventNoun]),
      !item.isCapitalised, item.kinds.isDisjoint(with: [.actor, .place]), isNominalBefore,
      before.kinds.isDisjoint(with: [.actor, .place]), before.roles.isDisjoint(with: .role),
      before.nounFeatures.contains(.genitive), before.nounFeatures.isDisjoint(with: .nominative),
      leadsToVerb(items, at)
    {
      // "часть высот | противник удерживает": what can only be a subject belongs to no genitive.
      return true
    }
    if last != .preposition, opensNamedSubject(items, phrase, at) { return true }
    guard !cases.isEmpty else { return false }
    if isModifier(item), !item.kinds.contains(.number), !isModifier(before),
      isNominal(before) || before.roles.contains(.notActor),
      agreed(cases, with: at + 1, items).isDisjoint(with: [.genitive, .locative]),
      leadsToNominal(items, at + 1)
    {
      // "вокруг острова | масштабные манёвры", "в Персидском заливе | греческий танкер": an
      // adjective stands before its noun.
      return true
    }
    if last != .preposition, isVerdict(items, phrase, at) { return true }
    if last == .preposition, item.kinds.contains(.noun), !item.isCapitalised, !isModifier(item),
      !isModifier(before), before.kinds.contains(.noun),
      before.kinds.isDisjoint(with: [.actor, .place]), before.roles.isDisjoint(with: .role),
      !before.nounFeatures.isDisjoint(with: .cases), cases.contains(.accusative),
      cases.isDisjoint(with: [.genitive, .dative, .locative])
    {
      // "обстріляли з мінометів | аеропорт", "на свою территорию | самолёт": what is no genitive hangs on none.
      return true
    }
    if !before.kinds.isDisjoint(with: [.actor, .place]),
      !before.kinds.contains(.adjectivalActor), !cases.contains(.genitive)
    {
      let known = before.nounFeatures.intersection(.cases)
      // "Из Пхеньяна | Путин", "в Совбезе ООН | продление".
      if !known.isEmpty, !known.contains(.nominative), cases.contains(.nominative) { return true }
      if known.isEmpty, !item.kinds.contains(.actor) { return true }
    }
    var head = FormFeatures()
    var hasNoun = false
    for i in phrase..<at {
      let known = items[i].nounFeatures.intersection(.cases)
      guard !known.isEmpty else { continue }
      let isAdjective = items[i].kinds.contains(.adjectivalActor) && !hasNoun
      if !hasNoun { head = known }
      if !isAdjective { hasNoun = true }
    }
    // "По итогам встречи | министр": no complement of a preposition is a nominative.
    if last == .preposition, head != .nominative { head.remove(.nominative) }
    guard hasNoun else { return !head.isEmpty && head.isDisjoint(with: cases) }
    if cases.contains(.genitive) { return false }
    if cases == .accusative, isNominal(item), !isModifier(item), !isModifier(before) {
      // "Уряд єдності | пропозицію відхилив": what is only an accusative belongs to no noun.
      return true
    }
    return head.isDisjoint(with: cases)
      || (items[at - 1].kinds.contains(.actor) && !item.kinds.contains(.actor)
        && items[at - 1].nounFeatures.contains(.nominative) && !cases.contains(.nominative))
  }

  /// Whether a name does not show its case: "БРИКС", "США".
  private func isSameInEveryCase(_ item: Item) -> Bool {
    let cases = item.nounFeatures.intersection(.cases)
    return item.kinds.contains(.actor) && item.kinds.isDisjoint(with: [.adjectivalActor, .place])
      && (cases.isEmpty || cases == .cases)
  }

  /// "відвідав президент Литви Гітанас Науседа": the name of whoever holds the office before it.
  func namesOfficer(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let item = items[at]
    guard item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor), item.isCapitalised,
      item.nounFeatures.contains(.nominative), at > phrase + 1,
      !items[at - 1].kinds.isDisjoint(with: [.actor, .place]),
      let office = items[phrase..<at].first(where: { $0.roles.contains(.role) }),
      office.nounFeatures.contains(.nominative), office.nounFeatures.isDisjoint(with: .plural)
    else { return false }
    return item.endToken > item.firstToken + 1
      || lexicon.meanings(of: item.node).contains {
        $0.kind == .actor && $0.marks.contains(.shortForm)
      }
  }

  /// "по порту Одеса", "у місті Краматорськ": the name of a settlement or site behind what it is.
  func namesSettlement(_ items: [Item], _ at: Int, behind last: Chunk.Kind?) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    // "бомбили провінцію Пактика", "відбили місто Гома".
    let isObject =
      last == .verb && (at + 1 >= items.count || items[at + 1].mark != .word)
    return (last == .preposition || isObject) && item.kinds.contains(.place)
      && item.kinds.isDisjoint(with: [.actor, .verb]) && item.isCapitalised
      && before.kinds.isDisjoint(with: [.actor, .place, .eventNoun]) && before.classSet != 0
      && item.nounFeatures.contains(.nominative)
      && lexicon.classSets[Int(before.classSet)].intersects(siteClasses)
      && !before.nounFeatures.isDisjoint(with: .cases)
  }

  /// "45 из 60 дронов", "дві з трьох ракет": of how many, within the phrase.
  func opensWhole(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    guard usesCases, phrase >= 0, items[at].roles.isSuperset(of: [.preposition, .origin]),
      items[phrase..<at].allSatisfy({
        $0.kinds == .number || $0.roles.contains(.determiner) || $0.roles.contains(.adverb)
      }), at + 1 < items.count
    else { return false }
    let next = items[at + 1]
    let shown = next.nounFeatures.intersection(.cases)
    return (next.kinds == .number || next.roles.contains(.determiner))
      && (shown.isEmpty || shown.contains(.genitive))
  }

  /// "назвал публикацию | отвратительной", "слова Китая | оскорбительной ложью": an adjective behind a
  /// noun, without a noun of its own or with one in the instrumental, says what something is called.
  func isVerdict(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isVerdict =
      item.classSet != 0
      && lexicon.classSets[Int(item.classSet)].intersects(lexicon.judgementClasses)
    guard item.kinds.contains(.unknownAdjective) || isVerdict, !item.isCapitalised,
      item.nounFeatures.contains(.instrumental), isNominal(before), !isModifier(before),
      before.nounFeatures.isDisjoint(with: .instrumental)
    else { return false }
    guard at + 1 < items.count, items[at + 1].mark == .word,
      items[at + 1].kinds.isDisjoint(with: .verb)
    else { return true }
    let noun = items[at + 1].nounFeatures.intersection(.cases)
    return isNominal(items[at + 1]) && noun.contains(.instrumental)
      && noun.isDisjoint(with: [.genitive, .dative, .locative])
  }

  /// "Через санкції | Іран атакував", "Берлін | Кишинів підтримав": a name that is no genitive belongs to
  /// the noun before it only as the name of an office or of a thing in the same case.
  func isNobodysPossessor(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    guard !item.kinds.isDisjoint(with: [.actor, .place]), !item.kinds.contains(.adjectivalActor),
      item.isCapitalised, item.endToken == item.firstToken + 1, cases.contains(.nominative),
      cases.isDisjoint(with: .genitive),
      isNominal(before) || before.roles.contains(.notActor), !isModifier(before),
      !items[phrase..<at].contains(where: {
        !$0.roles.isDisjoint(with: .nameCues) || $0.mark == .hyphen
          || $0.kinds.contains(.unknown) && $0.isCapitalised
          || $0.roles.contains(.role)
            && ($0.nounFeatures.isDisjoint(with: .cases)
              || !$0.nounFeatures.isDisjoint(with: cases))
      })
    else { return false }
    if !before.kinds.isDisjoint(with: [.actor, .place]) {
      return !before.kinds.contains(.adjectivalActor) && before.nounFeatures.contains(.nominative)
    }
    let known = before.nounFeatures.intersection(.cases)
    // "Перші три дні | Тегеран заперечував".
    let isSpan =
      before.classSet != 0 && lexicon.classSets[Int(before.classSet)].intersects(spanClass)
    // "обстріляв із САУ | Кандагар": an abbreviation does not show its case.
    let isAbbreviation = before.isCapitalised && before.kinds == .noun && at - 1 > 0
    return before.kinds.contains(.eventNoun) || known.isEmpty || known.isDisjoint(with: cases)
      || isSpan || isAbbreviation
  }

  /// "Виділили Україні | США": a name without cases behind one that is surely no subject.
  func followsOblique(_ item: Item, _ before: Item) -> Bool {
    item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
      && before.kinds.contains(.actor) && !before.kinds.contains(.adjectivalActor)
      && !before.nounFeatures.isDisjoint(with: .cases)
      && before.nounFeatures.isDisjoint(with: [.nominative, .genitive])
  }

  /// "зброї | Україні не дасть", "права вето | Китаю не бачити": a name in the dative alone belongs to no thing,
  /// though the form of the thing may be a dative as well.
  private func isRecipient(_ items: [Item], _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    return item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
      && item.isCapitalised && cases.contains(.dative)
      && cases.isDisjoint(with: [.nominative, .genitive, .accusative])
      && before.kinds.contains(.noun) && !before.isCapitalised && before.roles.isEmpty
      && before.nounFeatures.contains(.genitive) && before.classSet != 0
      && lexicon.classSets[Int(before.classSet)].intersects(movedClasses)
  }

  /// "Пригрозив Судан | Таїланду", "подарила Ангола | Румынии": of two names side by side, the first in the
  /// nominative, the second may stand in the dative; no state is another's.
  private func isGivenTo(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isName = { (name: Item) in
      name.kinds.contains(.actor) && name.kinds.isDisjoint(with: .adjectivalActor)
        && name.isCapitalised && name.roles.isDisjoint(with: .role)
    }
    return phrase == at - 1 && isName(before) && isName(item)
      && before.nounFeatures.contains(.nominative)
      && before.nounFeatures.isDisjoint(with: .genitive)
      && item.nounFeatures.contains(.dative) && item.nounFeatures.isDisjoint(with: .nominative)
  }

  /// "Через номери | Приштина перекинула": a name in the nominative before a verb is its subject, and
  /// no part of the complement of a preposition.
  func opensSubject(_ items: [Item], _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    // "Під тиском протестів | Сухумі денонсував": a name without cases behind an event.
    // "За ночь ЦАХАЛ нанёс": or behind a time.
    let mayBeSubject =
      cases.contains(.nominative) && !cases.contains(.genitive)
      || cases.isEmpty
        && (before.kinds.contains(.eventNoun) || before.roles.contains(.timeUnit))
    guard item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor), mayBeSubject,
      isNominal(before), !isModifier(before), before.kinds.isDisjoint(with: [.actor, .place]),
      before.roles.isDisjoint(with: .role) || isThing(before),
      before.roles.isDisjoint(with: .nameCues)
    else { return false }
    if before.kinds.contains(.unknown), before.isCapitalised { return true }
    return leadsToVerb(items, at) && at + 1 < items.count
      && items[at + 1].verbFeatures.isDisjoint(with: [.infinitive, .passive])
  }

  /// "По решению президента | Чили отозвала": a state whose name looks the same in every case, before a verb in
  /// the singular, is its subject where the clause begins with a preposition and has no other.
  private func opensSameInEveryCase(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    guard isSameInEveryCase(item), item.endToken == item.firstToken + 1, at + 1 < items.count,
      isNominal(before), !isModifier(before), before.roles.isDisjoint(with: .nameCues)
    else { return false }
    let verb = items[at + 1]
    guard verb.verbFeatures.isSuperset(of: [.finite, .past]),
      verb.verbFeatures.isDisjoint(with: [.plural, .passive]),
      !verb.verbFeatures.isDisjoint(with: [.feminine, .neuter])
    else { return false }
    var start = phrase
    while start > 0, items[start - 1].mark == .word || items[start - 1].mark == .number,
      items[start - 1].roles.isDisjoint(with: [.contrast, .complementizer])
    {
      start -= 1
    }
    let opensClause =
      items[start].roles.contains(.preposition) || items[start].kinds.contains(.date)
    let onlySubject = { (item: Item) in
      item.nounFeatures.contains(.nominative)
        && item.nounFeatures.isDisjoint(with: [.genitive, .accusative, .locative])
    }
    guard opensClause, !items[start..<at].contains(where: onlySubject) else { return false }
    // "Из столицы Чили пришла помощь".
    let object = items[(at + 2)...].prefix { $0.mark == .word && !$0.roles.contains(.preposition) }
      .first { isNominal($0) && !isModifier($0) }
    return object.map {
      let genders = $0.nounFeatures.intersection(.genders)
      return !$0.nounFeatures.contains(.nominative) || $0.nounFeatures.contains(.plural)
        || !genders.isEmpty && genders.isDisjoint(with: verb.verbFeatures)
    } ?? true
  }

  /// "Первую тысячу бойцов | Поль Кагаме направил": a name that may be the subject, before a verb and
  /// behind a phrase that cannot be it.
  func opensNamedSubject(_ items: [Item], _ phrase: Int, _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let cases = item.nounFeatures.intersection(.cases)
    guard item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor),
      cases.isEmpty && !leadsToVerbAndName(items, at) && !followsSubject(items, phrase)
        || cases.contains(.nominative),
      isNominal(before), !isModifier(before),
      before.roles.isDisjoint(with: [.role, .opaque])
        // "Посла | Израиль отозвал".
        || !cases.isEmpty && cases.isDisjoint(with: .genitive), leadsToVerb(items, at)
    else { return false }
    let head = (phrase..<at).first { !items[$0].nounFeatures.isDisjoint(with: .cases) }
    guard let head else { return false }
    return items[head].nounFeatures.isDisjoint(with: .nominative)
  }

  /// Whether a word names a thing that acts for its owner and has no name beside it: an embassy, a tanker.
  private func isThing(_ item: Item) -> Bool {
    item.classSet != 0 && lexicon.classSets[Int(item.classSet)].intersects(actingThingClasses)
  }

  /// "ХАМАС | резолюцію ООН | відхилив": whether a name that may be the subject stands before a phrase.
  func followsSubject(_ items: [Item], _ phrase: Int) -> Bool {
    guard phrase > 0 else { return false }
    let before = items[phrase - 1]
    return before.kinds.contains(.actor) && before.kinds.isDisjoint(with: .adjectivalActor)
      && before.nounFeatures.contains(.nominative)
  }

  /// "Резолюцію ООН відкинув Ізраїль": whether a verb stands behind, and behind it a name that may be
  /// its subject.
  func leadsToVerbAndName(_ items: [Item], _ at: Int) -> Bool {
    guard at + 2 < items.count else { return false }
    let (verb, name) = (items[at + 1], items[at + 2])
    return verb.verbFeatures.isSuperset(of: [.finite, .past])
      && name.kinds.contains(.actor) && name.kinds.isDisjoint(with: .adjectivalActor)
      && name.nounFeatures.contains(.nominative)
      && (verb.verbFeatures.isDisjoint(with: .genders)
        || name.nounFeatures.isDisjoint(with: .genders)
        || !name.nounFeatures.intersection(.genders).isDisjoint(with: verb.verbFeatures))
  }

  /// "Стягнула до кордону | війська": forces behind a border are what is moved there, and acts what
  /// is done there, though their form may be a genitive.
  func opensForces(_ items: [Item], _ at: Int) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    guard before.classSet != 0, !before.kinds.contains(.adjectivalActor),
      item.nounFeatures.contains(.accusative),
      before.nounFeatures.isDisjoint(with: .nominative)
        || before.nounFeatures.contains(.genitive),
      lexicon.classSets[Int(before.classSet)].intersects(borderClass)
    else { return false }
    // "Провела біля кордону | навчання".
    if item.kinds.contains(.eventNoun) { return true }
    return item.classSet != 0 && item.nounFeatures.contains(.plural)
      && lexicon.classSets[Int(item.classSet)].intersects(forceClasses)
  }

  /// The cases that an adjective shares with the noun behind it: "протест | северокорейской стороне".
  func agreed(_ cases: FormFeatures, with noun: Int, _ items: [Item]) -> FormFeatures {
    guard noun < items.count else { return cases }
    let shared = cases.intersection(items[noun].nounFeatures)
    return shared.isEmpty ? cases : shared
  }

  /// Whether a word names a people or one of them: "монголы", "китаец".
  func isDemonym(_ item: Item) -> Bool {
    usesCases && item.kinds.contains(.adjectivalActor) && !item.nounFeatures.contains(.adjective)
      && !item.nounFeatures.isDisjoint(with: .cases)
  }

  /// Whether a word stands before its noun: an adjective, a figure, "этот", "свой".
  func isModifier(_ item: Item) -> Bool {
    item.kinds.contains(.adjectivalActor) && !isDemonym(item)
      || item.kinds.contains(.unknownAdjective) || item.kinds.contains(.number)
      || !item.roles.isDisjoint(with: [.determiner, .possessivePronoun, .adjective])
  }

  func leadsToNominal(_ items: [Item], _ at: Int) -> Bool {
    var next = at
    while next < items.count, next < at + 4, isModifier(items[next]) || items[next].isJoined {
      next += 1
    }
    // "двух канадцев": a people is named by a word that is marked like its adjective.
    if usesCases, next > at, items[next - 1].kinds.contains(.adjectivalActor) { return true }
    return next < items.count && items[next].mark == .word && isNominal(items[next])
  }

  /// Names and pronouns have nothing behind them that belongs to them: "по Ирану | 180 ракет".
  func opensAfterName(
    _ items: [Item], _ phrase: Int, _ at: Int, behind last: Chunk.Kind?
  ) -> Bool {
    let (before, item) = (items[at - 1], items[at])
    let isName =
      !before.kinds.isDisjoint(with: [.actor, .place]) && !before.kinds.contains(.adjectivalActor)
    let isPronoun = !before.roles.isDisjoint(with: [
      .personPronoun, .thingPronoun, .pluralPronoun,
    ])
    let isLatter = phrase == at - 1 && before.nounFeatures.contains(.latter)
    guard isName || isPronoun || isDemonym(before) || isLatter else { return false }
    if isName || isDemonym(before) || isLatter, leadsToVerb(items, at),
      !item.roles.isDisjoint(with: [
        .demonstrative, .personPronoun, .thingPronoun, .pluralPronoun,
      ])
    {
      // "Тегеран | це заперечує", "Москва | его поддержала", "Турки | всё отрицают", "Та | всё отрицает".
      return true
    }
    guard isName || isPronoun else { return false }
    // "Збили його | алжирці", but ", що його | країна": a possessive where no object can stand.
    let mayBeOwn = isPronoun && before.roles.contains(.possessivePronoun) && phrase == at - 1
    if mayBeOwn, last != .verb { return false }
    if isPronoun, before.roles.contains(.possessivePronoun), !item.kinds.contains(.actor) {
      // "потоплен | их катерами": a passive has no object.
      let isPassive = phrase > 0 && items[phrase - 1].verbFeatures.contains(.passive)
      return mayBeOwn && !isPassive && endsPossessor(items, at)
    }
    if item.kinds.contains(.actor), !item.kinds.contains(.adjectivalActor) {
      // "на них | Раді Безпеки": only a possessive has a name behind it.
      if isPronoun, !before.roles.contains(.possessivePronoun) { return true }
      return mayBeOwn && item.nounFeatures.contains(.nominative)
        && item.nounFeatures.isDisjoint(with: [.accusative, .genitive])
    }
    if isModifier(item) {
      // "в Пхеньяне | это отрицают": a pronoun where no noun follows.
      return leadsToNominal(items, at + 1) || item.roles.contains(.demonstrative)
    }
    guard item.kinds.isDisjoint(with: .unknown), !item.isCapitalised else { return false }
    return !item.kinds.isDisjoint(with: [.noun, .eventNoun])
      || !item.roles.isDisjoint(with: [.role, .opaque, .plannedNoun, .groupBoth])
  }

  /// "выслали его послов", but "назвали его | провокацией": whether what stands behind "his" can be neither
  /// subject nor object of the verb before it, so that "his" is "him".
  private func endsPossessor(_ items: [Item], _ at: Int) -> Bool {
    let cases = agreed(items[at].nounFeatures.intersection(.cases), with: at + 1, items)
    return !cases.isEmpty && cases.isDisjoint(with: [.nominative, .genitive, .accusative])
  }

  /// "После атаки на Ирак | Иран осудил": a name alone behind a preposition, and another that may be
  /// the subject.
  func standsBesideName(
    _ items: [Item], _ phrase: Int, _ at: Int, behind before: Chunk.Kind?
  ) -> Bool {
    func isName(_ item: Item) -> Bool {
      item.kinds.contains(.actor) && item.kinds.isDisjoint(with: [.adjectivalActor, .place])
    }
    return before == .preposition && phrase == at - 1 && isName(items[phrase]) && isName(items[at])
      && !items[phrase].nounFeatures.isDisjoint(with: .accusative)
      && items[at].nounFeatures.contains(.nominative)
  }

  /// "Застрелили в джунглях | камбоджийского солдата": behind a verb that still lacks its object, a
  /// place, and then a person in a form that may be the object.
  func standsBesidePlace(
    _ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]
  ) -> Bool {
    let (place, item) = (items[at - 1], items[at])
    if bringsForces(items, at, chunks) { return true }
    // "Выслала из страны | российского дипломата".
    let isCountry = place.roles.contains(.groupCountry) && phrase == at - 1
    guard item.kinds.contains(.adjectivalActor), chunks.last?.kind == .preposition,
      chunks.count > 1, chunks[chunks.count - 2].kind == .verb,
      isCountry || place.nounFeatures.contains(.locative)
        || place.kinds == .unknown && !place.isCapitalised,
      isCountry || place.nounFeatures.isDisjoint(with: [.nominative, .genitive, .accusative]),
      isNominal(place), !isModifier(place),
      place.kinds.isDisjoint(with: [.actor, .place, .eventNoun]),
      isCountry || place.roles.isDisjoint(with: [.role, .opaque])
    else { return false }
    let verb = chunks[chunks.count - 2]
    guard verb.traits.isDisjoint(with: [.isPassive, .isParticiple]), verb.verbItem >= 0,
      at + 1 < items.count
    else { return false }
    let noun = items[at + 1].nounFeatures.intersection(.cases)
    guard noun.isSuperset(of: [.genitive, .accusative]), !noun.contains(.nominative) else {
      return false
    }
    // Nothing further on is surely the object.
    var next = at + 2
    while next < items.count, isNominal(items[next]) || items[next].kinds == .number {
      if items[next].nounFeatures.contains(.accusative) { return false }
      next += 1
    }
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.target.first == .object
    }
  }

  /// "ввел в город | войска", "отправил в залив | корабли": forces, which own no place.
  func bringsForces(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    let (place, item) = (items[at - 1], items[at])
    guard chunks.count > 1, chunks[chunks.count - 1].kind == .preposition,
      chunks[chunks.count - 2].kind == .verb, item.classSet != 0, item.kinds.contains(.noun),
      item.nounFeatures.isSuperset(of: [.plural, .accusative]),
      item.nounFeatures.contains(.nominative) || sends(chunks[chunks.count - 2], item, items),
      lexicon.classSets[Int(item.classSet)].intersects(forceClasses),
      isNominal(place), !isModifier(place), !place.kinds.contains(.eventNoun),
      place.classSet == 0
        || !lexicon.classSets[Int(place.classSet)].intersects(forceClasses)
    else { return false }
    let verb = chunks[chunks.count - 2]
    return verb.traits.isDisjoint(with: [.isPassive, .isParticiple])
  }

  /// "направила в страну | миротворцев": whether a verb asks for an object such as a word that might be a
  /// genitive as well, and nothing behind that word is one.
  private func sends(_ verb: Chunk, _ item: Item, _ items: [Item]) -> Bool {
    guard item.nounFeatures.contains(.genitive), verb.verbItem >= 0 else { return false }
    let classes = lexicon.classSets[Int(item.classSet)]
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].objectClasses.intersects(classes)
        && !lexicon.frames[Int($0.index)].hasSubjectClasses
    }
  }
}
