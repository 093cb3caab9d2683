import CasusKnowledge

/// Finds the head of a noun phrase and whom it belongs to.
struct NounPhrase {
  let items: [Item]
  let lexicon: Lexicon
  private var isHeadFirst: Bool { lexicon.nounHead == .first }
  private var usesCases: Bool { lexicon.usesCases }

  private static let anaphors: WordRole = [
    .personPronoun, .thingPronoun, .pluralPronoun, .groupBoth, .groupCountry, .groupBloc,
    .groupGroup, .firstPerson, .reflexive,
  ]

  func describe(_ chunk: inout Chunk, _ owners: inout [Owner]) {
    let range = Int(chunk.firstItem)..<Int(chunk.endItem)
    chunk.ownerStart = Int32(owners.count)
    for i in range {
      let classSet = Int(items[i].classSet)
      if classSet != 0 { chunk.classes.formUnion(lexicon.classSets[classSet]) }
      if usesCases, items[i].shorterNode != 0,
        !items[i].kinds.isDisjoint(with: [.noun, .eventNoun])
      {
        // "договор о границе" is a "договор" as well.
        for meaning in lexicon.meanings(of: items[i].shorterNode) where meaning.kind == .noun {
          chunk.classes.insert(Int(meaning.index))
        }
      }
      if items[i].roles.contains(.negation) { chunk.traits.insert(.isNegative) }
    }
    let isMadeOfVerb = isMadeOfVerb(range)
    let head = isMadeOfVerb ? range.upperBound - 1 : headItem(range)
    if let head {
      let item = items[head]
      chunk.headItem = Int32(head)
      if item.kinds.contains(.eventNoun) {
        chunk.eventNoun = Int32(head)
      } else if let act = act(behind: head, in: range) {
        chunk.eventNoun = Int32(act)
      } else if isMadeOfVerb {
        chunk.eventNoun = Int32(head)
      }
      if isHeadFirst, item.shorterNode != 0, !item.kinds.isDisjoint(with: [.noun, .eventNoun]) {
        // A "rudal balistik" is a "rudal".
        chunk.classes.formUnion(lexicon.classes(of: item.shorterNode))
      }
      // "До Гази": the place, not the gas that is spelled alike.
      let isPlaceName = item.kinds.contains(.place) && item.isCapitalised
      if item.roles.contains(.opaque), !item.kinds.contains(.actor), !isPlaceName {
        chunk.traits.insert(.isOpaque)
      }
      if item.roles.contains(.plannedNoun) { chunk.traits.insert(.isPlan) }
      if usesCases, item.nounFeatures.contains(.namesPerson),
        let leader = lexicon.classNumbers["leader"]
      {
        // "прийняв Путіна".
        chunk.classes.insert(leader)
      }
      chunk.roles = item.roles
      chunk.features = item.nounFeatures.intersection(.cases)
      if usesCases, range.count == 1, item.roles.contains(.possessivePronoun),
        chunk.features.isEmpty
      {
        // "Его обвиняют Египет и Бахрейн".
        chunk.features = [.genitive, .accusative]
      }
      if usesCases, head > range.lowerBound { agree(with: range.lowerBound..<head, &chunk) }
      if usesCases, head > range.lowerBound, chunk.features.contains(.genitive) {
        // "Шесть истребителей взлетели": the numeral shows the case of the whole.
        // "п'яту частину України": also behind an adjective of its own.
        let opening =
          (range.lowerBound..<head).first {
            items[$0].kinds == .number || items[$0].roles.contains(.determiner)
          } ?? range.lowerBound
        let first = items[opening]
        let shown = first.nounFeatures.intersection(.cases)
        if first.kinds == .number {
          chunk.features.formUnion([.nominative, .accusative])
        } else if first.roles.contains(.determiner), !shown.isEmpty {
          chunk.features = shown
        } else if first.roles.contains(.determiner), item.nounFeatures.contains(.plural),
          chunk.features.isDisjoint(with: [.nominative, .accusative])
        {
          // "Троє затриманих сербів вдерлися".
          chunk.features.formUnion([.nominative, .accusative])
        }
      }
      let isName = item.kinds.contains(.actor) || item.kinds.contains(.place)
      if isName || !item.roles.isDisjoint(with: [.role, .counterpart]) {
        chunk.traits.insert(.isAgentive)
      }
    }
    if !usesCases, !isHeadFirst, range.count == 1,
      items[range.lowerBound].roles.isSuperset(of: [.demonstrative, .determiner])
    {
      // "Algiers denied this."
      chunk.roles.insert(.thingPronoun)
    }
    findOwners(range, head, &chunk, &owners)
    chunk.ownerEnd = Int32(owners.count)
    if let head, chunk.traits.contains(.isOpaque), chunk.ownerEnd > chunk.ownerStart,
      owners[Int(chunk.ownerStart)].kind == .anaphor,
      Int(owners[Int(chunk.ownerStart)].item) == head
    {
      // "The rebels" are a side; "Syria's rebels" are not Syria.
      chunk.traits.remove(.isOpaque)
    }
  }

  /// "the freezing | of assets": whether a phrase ends in a verb's form in "-ing" and "of" follows.
  private func isMadeOfVerb(_ range: Range<Int>) -> Bool {
    let head = range.upperBound - 1
    guard !isHeadFirst, !usesCases, range.upperBound < items.count,
      items[head].verbFeatures.contains(.gerund), items[head].kinds.contains(.verb),
      Int(items[range.upperBound].preposition) == lexicon.prepositions["of"] ?? -1
        || items[range.upperBound].roles.contains(.agentMarker)
    else { return false }
    return lexicon.meanings(of: items[head].node).contains {
      $0.kind == .verb && lexicon.frames[Int($0.index)].frame.type != nil
    }
  }

  /// "введение новых санкций", "проведение переговоров": the act that a noun without a meaning of its
  /// own has behind it in the genitive, with nothing but adjectives between.
  private func act(behind head: Int, in range: Range<Int>) -> Int? {
    guard usesCases, items[head].classSet != 0,
      lexicon.classSets[Int(items[head].classSet)].intersects(lexicon.lightActClass)
    else { return nil }
    for i in (head + 1)..<max(range.upperBound, head + 1) {
      if items[i].kinds.contains(.eventNoun) {
        return items[i].nounFeatures.contains(.genitive) ? i : nil
      }
      let isModifier =
        !items[i].kinds.isDisjoint(with: [.adjectivalActor, .unknownAdjective, .number])
        || !items[i].roles.isDisjoint(with: [.adjective, .determiner, .possessivePronoun])
      guard isModifier || items[i].isJoined || items[i].mark == .hyphen else { return nil }
    }
    return nil
  }

  /// "чадській армії": the adjectives before a noun show the case of the phrase as well.
  private func agree(with modifiers: Range<Int>, _ chunk: inout Chunk) {
    guard !modifiers.contains(where: { items[$0].kinds.contains(.number) }) else { return }
    for i in modifiers {
      let item = items[i]
      guard item.kinds.contains(.adjectivalActor) || item.kinds.contains(.unknownAdjective) else {
        continue
      }
      let shared = chunk.features.intersection(item.nounFeatures)
      if !shared.isEmpty { chunk.features = shared }
    }
  }

  private static let heads: WordRole = anaphors.union(
    [.role, .opaque, .plannedNoun, .counterpart]
  ).union(.nameCues)

  /// Whether a word cannot head a phrase: a mark, a determiner, a figure.
  private func isSkipped(_ item: Item) -> Bool {
    item.roles.isDisjoint(with: Self.heads)
      && item.kinds.isDisjoint(with: [.actor, .place, .noun, .eventNoun, .unknown])
  }

  /// "Це перший візит Байдена": a determiner that is a noun as well heads no phrase with another, nor does
  /// "її" in "її президент".
  private func opens(_ at: Int, _ range: Range<Int>) -> Bool {
    usesCases && !items[at].roles.isDisjoint(with: [.determiner, .possessivePronoun])
      && range.contains { $0 > at && !isSkipped(items[$0]) }
  }

  private func headItem(_ range: Range<Int>) -> Int? {
    if isHeadFirst {
      // Adjectives stand before the head in some languages: "российские войска".
      for i in range
      where !isSkipped(items[i])
        && (items[i].kinds.isDisjoint(with: [.adjectivalActor, .unknownAdjective])
          || usesCases && items[i].kinds.contains(.adjectivalActor)
            && items[i].nounFeatures.isDisjoint(with: .adjective)
            && !items[i].nounFeatures.isDisjoint(with: .cases))
        && !opens(i, range)
      {
        return i
      }
      for i in range where !isSkipped(items[i]) { return i }
      return range.first
    }
    var i = range.upperBound - 1
    var name = -1
    while i >= range.lowerBound {
      let item = items[i]
      if isSkipped(item) {
        i -= 1
        continue
      }
      // A proper name after a role: "President Kassym-Jomart Tokayev".
      if item.kinds == .unknown, item.isCapitalised {
        if name < 0 { name = i }
        i -= 1
        continue
      }
      if name >= 0 { return item.roles.contains(.role) ? i : name }
      return i
    }
    return name >= 0 ? name : nil
  }

  private func findOwners(
    _ range: Range<Int>, _ head: Int?, _ chunk: inout Chunk, _ owners: inout [Owner]
  ) {
    let hasName = range.contains { !items[$0].kinds.isDisjoint(with: [.actor, .place]) }
    if hasName, findNames(range, head, &chunk, &owners) { return }
    findAnaphor(range, head, &chunk, &owners)
  }

  /// Adds the names that own a phrase; `false` when there are none.
  private func findNames(
    _ range: Range<Int>, _ head: Int?, _ chunk: inout Chunk, _ owners: inout [Owner]
  ) -> Bool {
    var start = range.lowerBound
    if !isHeadFirst {
      // After the last possessive stands the head with its modifiers.
      for i in range where items[i].mark == .possessive { start = i + 1 }
    }
    var found = names(in: start..<range.upperBound, head)
    if found.isEmpty, start > range.lowerBound {
      found = names(in: range.lowerBound..<start, nil)
      if !found.isEmpty { chunk.traits.insert(.hasPossessor) }
    }
    if start > range.lowerBound, !usesCases, !isHeadFirst, let head, head >= start,
      !found.isEmpty, found.allSatisfy({ $0.kind == .actor && namesBody($0.item, head) })
    {
      // "Cambodia's UN ambassador": sent to the UN, by Cambodia.
      let possessor = names(in: range.lowerBound..<start, nil)
      if !possessor.isEmpty {
        found = possessor
        chunk.traits.insert(.hasPossessor)
      }
    }
    if let head, let first = found.first, first.item != Int32(head) {
      chunk.traits.insert(.hasPossessor)
    }
    guard !found.isEmpty else { return false }
    if found.allSatisfy({ $0.kind == .place }) { chunk.traits.insert(.isPlace) }
    owners.append(contentsOf: found)
    return true
  }

  /// Whether an item is the bare name of a body that stands before a noun as its complement.
  private func namesBody(_ item: Int32, _ head: Int) -> Bool {
    let kinds = items[Int(item)].kinds
    return Int(item) < head && kinds.isDisjoint(with: .adjectivalActor)
      && items[Int(item)].endToken == items[Int(item)].firstToken + 1
      && items[head].roles.contains(.role) && isSent(head)
  }

  /// Whether a word names somebody who is sent: an ambassador, an envoy, a delegation.
  private func isSent(_ head: Int) -> Bool {
    lexicon.classSets[Int(items[head].classSet)]
      .intersects(lexicon.classes("diplomat", "ambassador", "envoy", "delegation"))
  }

  /// Adds the pronoun, possessive or definite role that owns a phrase without names.
  private func findAnaphor(
    _ range: Range<Int>, _ head: Int?, _ chunk: inout Chunk, _ owners: inout [Owner]
  ) {
    if isLatter(range) {
      let item = items[range.lowerBound]
      let roles: WordRole =
        item.nounFeatures.contains(.plural) ? .pluralPronoun : .personPronoun
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(roles)
      owners.append(Owner(kind: .anaphor, item: Int32(range.lowerBound), roles: roles))
      return
    }
    if let head, let count = countOfSides(range, head) {
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.groupBoth)
      var owner = Owner(kind: .anaphor, item: Int32(range.upperBound - 1), roles: .groupBoth)
      owner.isSeveral = true
      owner.count = count
      owners.append(owner)
      return
    }
    for i in range where !items[i].roles.isDisjoint(with: Self.anaphors) {
      // "Его войска": what may be "him" alone is "his" before a noun.
      let isPossessor =
        usesCases && items[i].roles.contains(.possessivePronoun) && head.map { $0 > i } ?? false
      let roles =
        isPossessor ? .possessivePronoun : items[i].roles.intersection(Self.anaphors)
      if isPossessor { chunk.traits.insert(.hasPossessor) }
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      owners.append(Owner(kind: .anaphor, item: Int32(i), roles: roles))
      return
    }
    if !usesCases, !isHeadFirst, range.count == 2,
      items[range.lowerBound].roles.contains(.determiner),
      let count = items[range.lowerBound + 1].sideCount
    {
      // "The three agreed", "all four".
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.groupBoth)
      var owner = Owner(kind: .anaphor, item: Int32(range.lowerBound + 1), roles: .groupBoth)
      owner.isSeveral = true
      owner.count = count
      owners.append(owner)
      return
    }
    if !usesCases, !isHeadFirst, range.count == 2,
      items[range.lowerBound].roles.contains(.demonstrative),
      items[range.lowerBound].end - items[range.lowerBound].start == 3,
      items[range.lowerBound + 1].roles.contains(.determiner),
      items[range.lowerBound + 1].kinds.isDisjoint(with: [.noun, .unknown]),
      items[range.lowerBound + 1].roles.isDisjoint(with: .demonstrative),
      items[range.lowerBound + 1].end - items[range.lowerBound + 1].start == 3
    {
      // "The two agreed".
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.groupBoth)
      owners.append(
        Owner(kind: .anaphor, item: Int32(range.lowerBound + 1), roles: .groupBoth))
      return
    }
    if let head, isAge(range, head) {
      // "The 59-year-old": the person spoken of.
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.personPronoun)
      owners.append(Owner(kind: .anaphor, item: Int32(head), roles: .personPronoun))
      return
    }
    if let head, countsSides(range, head) {
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.groupBoth)
      var owner = Owner(kind: .anaphor, item: Int32(head), roles: .groupBoth)
      owner.isSeveral = true
      owners.append(owner)
      return
    }
    if let head, range.count > 2, !usesCases,
      items[isHeadFirst ? range.upperBound - 1 : range.lowerBound].roles.contains(.demonstrative),
      namesStates(head)
    {
      // "The Pacific nation", "the landlocked kingdom", "negeri bekas jajahannya itu": the state spoken of.
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      chunk.roles.insert(.groupCountry)
      owners.append(Owner(kind: .anaphor, item: Int32(head), roles: .groupCountry))
      return
    }
    for i in range {
      let item = items[i]
      if item.roles.contains(.possessivePronoun)
        || (item.nounFeatures.contains(.clitic) && !item.roles.contains(.demonstrative))
      {
        chunk.traits.formUnion([.isAnaphor, .hasPossessor])
        owners.append(Owner(kind: .anaphor, item: Int32(i), roles: .possessivePronoun))
        return
      }
    }
    if usesCases, let head, items[head].roles.contains(.counterpart) {
      // "с северным соседом": the other of the two that the article is about.
      chunk.traits.formUnion([.isAnaphor, .isAgentive])
      owners.append(Owner(kind: .anaphor, item: Int32(head), roles: .counterpart))
      return
    }
    // "The ministry": a role without an owner is the last actor that has one.
    if let head, items[head].roles.contains(.role), items[head].kinds.isDisjoint(with: .unknown),
      range.count <= 3, hasDefiniteMark(range) || isBareRole(range, head),
      !isNewThing(range, head),
      !followsUnknownName(range)
    {
      chunk.traits.insert(.isAnaphor)
      let roles: WordRole = isPluralOffice(range, head) ? .groupBoth : .role
      owners.append(Owner(kind: .anaphor, item: Int32(head), roles: roles))
    }
  }

  /// "Та отвергла обвинения", but "тот, кто отверг", "та из стран": whether a pronoun alone means the other one
  /// of those named before.
  private func isLatter(_ range: Range<Int>) -> Bool {
    let item = items[range.lowerBound]
    guard range.count == 1, item.nounFeatures.contains(.latter), range.upperBound < items.count
    else { return false }
    let next = items[range.upperBound]
    guard next.mark == .comma, range.upperBound + 1 < items.count else {
      return next.roles.isDisjoint(with: [.origin, .relative])
    }
    return items[range.upperBound + 1].roles.isDisjoint(with: [.relative, .complementizer])
  }

  /// How many states a phrase without a name counts at its end: "усі чотири держави", "міністри трійки".
  private func countOfSides(_ range: Range<Int>, _ head: Int) -> Int? {
    let last = range.upperBound - 1
    guard head == last || items[head].roles.contains(.role), items[last].classSet != 0 else {
      return nil
    }
    let classes = lexicon.classSets[Int(items[last].classSet)]
    if let told = lexicon.countedSides.first(where: { classes.intersects($0.classes) }) {
      return range.count < 3 ? told.number : nil
    }
    guard usesCases, last > range.lowerBound, range.count < 4,
      classes.intersects(lexicon.sideClasses)
    else { return nil }
    return items[last - 1].sideCount
  }

  /// "The three governments", "the four leaders": an article and a figure before those who stand for states.
  private func countsSides(_ range: Range<Int>, _ head: Int) -> Bool {
    guard !usesCases, !isHeadFirst, range.count == 3, head == range.lowerBound + 2,
      items[head].nounFeatures.contains(.plural), items[head].classSet != 0
    else { return false }
    let (article, figure) = (items[range.lowerBound], items[range.lowerBound + 1])
    return article.roles.isSuperset(of: [.demonstrative, .determiner])
      && article.end - article.start == 3 && figure.roles.contains(.determiner)
      && figure.roles.isDisjoint(with: .demonstrative)
      && lexicon.classSets[Int(items[head].classSet)].intersects(lexicon.sideClasses)
  }

  /// "A drone", "an oil tanker", "a firm that …": what is told of for the first time is nobody's yet.
  private func isNewThing(_ range: Range<Int>, _ head: Int) -> Bool {
    guard !usesCases, !isHeadFirst else { return false }
    let first = items[range.lowerBound]
    guard first.roles.isSuperset(of: [.demonstrative, .determiner]), first.end - first.start < 3
    else { return false }
    // "A firm that supplies the army" says which.
    if range.upperBound < items.count,
      !items[range.upperBound].roles.isDisjoint(with: [.relative, .complementizer])
    {
      return true
    }
    return items[head].classSet != 0
      && lexicon.classSets[Int(items[head].classSet)].intersects(lexicon.thingClasses)
  }

  /// Whether a word in the singular is a general one for states: country, nation, kingdom.
  private func namesStates(_ head: Int) -> Bool {
    guard items[head].classSet != 0, let number = lexicon.classNumbers["state_word"],
      items[head].nounFeatures.isDisjoint(with: .plural)
    else { return false }
    var classes = ClassSet()
    classes.insert(number)
    return lexicon.classSets[Int(items[head].classSet)].intersects(classes)
  }

  /// "The 59-year-old": an article, a figure, a unit of time and "old", joined by hyphens.
  private func isAge(_ range: Range<Int>, _ head: Int) -> Bool {
    guard !usesCases, !isHeadFirst, items[head].isJoined,
      items[range.lowerBound].roles.contains(.demonstrative)
    else { return false }
    let words = range.filter { items[$0].mark != .hyphen }
    return words.count == 4 && head == words[3] && words[0] == range.lowerBound
      && items[words[1]].kinds.contains(.number) && items[words[2]].roles.contains(.timeUnit)
  }

  /// "Президенты выразили благодарность": several heads of state are those of both sides.
  private func isPluralOffice(_ range: Range<Int>, _ head: Int) -> Bool {
    guard usesCases, range.count == 1, let leader = lexicon.classNumbers["leader"],
      items[head].nounFeatures.isSuperset(of: [.plural, .nominative]),
      items[head].nounFeatures.isDisjoint(with: .genitive), items[head].classSet != 0,
      items[head].endToken == items[head].firstToken + 1
    else { return false }
    var classes = ClassSet()
    classes.insert(leader)
    return lexicon.classSets[Int(items[head].classSet)].intersects(classes)
  }

  /// Whether a word names the holder of an office: a president, a minister, a ministry.
  private func isOffice(_ head: Int) -> Bool {
    items[head].classSet != 0
      && lexicon.classSets[Int(items[head].classSet)]
        .intersects(lexicon.classes("officeholder"))
  }

  private func followsUnknownName(_ range: Range<Int>) -> Bool {
    range.contains { items[$0].kinds.contains(.unknown) }
  }

  /// "Авиация нанесла удары": without articles, a role alone is that of the side spoken of.
  ///
  /// So is "тамтешнє МЗС".
  private func isBareRole(_ range: Range<Int>, _ head: Int) -> Bool {
    if isHeadFirst, !usesCases {
      // "Presiden menuduh": an office that opens the sentence, before its verb.
      return range == 0..<1 && range.upperBound < items.count && isOffice(head)
        && (!items[1].verbFeatures.isEmpty
          || !items[1].roles.isDisjoint(with: [.perfect, .planned, .negation, .adverb]))
    }
    return usesCases && items[head].nounFeatures.contains(.nominative)
      && (range.count == 1
        || range.count == 2 && head == range.lowerBound + 1
          && (items[range.lowerBound].kinds.contains(.unknownAdjective)
            || items[range.lowerBound].roles.contains(.adjective)))
  }

  private func hasDefiniteMark(_ range: Range<Int>) -> Bool {
    range.contains { items[$0].roles.contains(.demonstrative) }
  }

  /// The actors and places of a part of the phrase that own it.
  private func names(in range: Range<Int>, _ head: Int?) -> [Owner] {
    func isName(_ item: Int) -> Bool {
      !items[item].kinds.isDisjoint(with: [.actor, .place]) && !isSurname(item, range)
        && !lexicon.isBroker(item, items) && !lexicon.saysKind(item, items)
    }
    guard let first = range.first(where: isName), let last = range.last(where: isName) else {
      return []
    }
    // Most phrases hold one name.
    if first == last { return [owner(first)] }
    let found = range.filter(isName)
    let kept: [Int]
    if usesCases || isHeadFirst && items[first].kinds.isDisjoint(with: .actor), let head,
      head < first, items[head].roles.contains(.role), isPerson(last, first)
    {
      // "президент Литви Гітанас Науседа", "pemimpin Donetsk Denis Pushilin".
      kept = [last]
    } else if isHeadFirst {
      // The first name owns the phrase; names joined to it by a hyphen or slash share it.
      // An adjective and a name may both own it: "российский удар по …", "удар России".
      let noun = found.first { !items[$0].kinds.contains(.adjectivalActor) }
      // "єменські хусити", "ліванська «Хезболла»": a group with where it is from.
      if usesCases, let noun, noun == head, noun > first, isNameOfGroup(noun) {
        return [owner(noun)]
      }
      // "порт Бербера" of "сомалілендський": the adjective says more than who holds the place.
      if usesCases, let noun, noun > first, items[noun].kinds.contains(.place),
        items[noun].kinds.isDisjoint(with: .actor)
      {
        return [owner(first)]
      }
      kept = found.filter { $0 == first || $0 == noun || ($0 > first && isJoinedRun(first, $0)) }
    } else if let head, found.contains(head), !joined(found) {
      kept = [head]
    } else if joined(found) {
      kept = found
    } else {
      kept = [last]
    }
    return kept.map(owner)
  }

  /// Whether a name is no state's, place's or person's.
  private func isNameOfGroup(_ item: Int) -> Bool {
    items[item].kinds.contains(.actor) && items[item].kinds.isDisjoint(with: .place)
      && items[item].nounFeatures.isDisjoint(with: .namesPerson)
  }

  /// Whether a name of several words behind that of a state is somebody's who holds an office there.
  private func isPerson(_ item: Int, _ state: Int) -> Bool {
    item > state && items[item].kinds.contains(.actor)
      && items[item].endToken > items[item].firstToken + 1
      && items[item].kinds.isDisjoint(with: .adjectivalActor)
      && items[item - 1].kinds.isDisjoint(with: .adjectivalActor)
      && !(state..<item).contains {
        items[$0].mark == .hyphen || items[$0].roles.contains(.conjunction)
      }
  }

  /// "Menteri Perdagangan Simon Birmingham": a place's name behind a first name, both behind an office,
  /// is a person's.
  private func isSurname(_ item: Int, _ range: Range<Int>) -> Bool {
    guard item > range.lowerBound + 1, items[item].kinds.contains(.place),
      items[item].kinds.isDisjoint(with: [.actor, .adjectivalActor]),
      items[item - 1].kinds == .unknown, items[item - 1].isCapitalised
    else { return false }
    return range.contains { $0 < item - 1 && items[$0].roles.contains(.role) }
  }

  private func owner(_ item: Int) -> Owner {
    Owner(
      kind: items[item].kinds.contains(.actor) ? .actor : .place, item: Int32(item),
      isAdjective: items[item].kinds.contains(.adjectivalActor))
  }

  /// Whether names stand next to each other with a hyphen, a slash or "and" between.
  private func joined(_ found: [Int]) -> Bool {
    guard found.count > 1 else { return false }
    for (a, b) in zip(found, found.dropFirst()) where !isJoinedRun(a, b) { return false }
    return true
  }

  private func isJoinedRun(_ a: Int, _ b: Int) -> Bool {
    guard b > a + 1 else { return false }
    return (a + 1..<b).allSatisfy { i in
      items[i].mark == .hyphen || items[i].mark == .slash || items[i].mark == .dash
        || items[i].roles.contains(.conjunction) || !items[i].kinds.isDisjoint(with: [.actor])
    }
  }
}
