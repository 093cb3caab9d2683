import CasusKnowledge
import CasusModel

// Whom pronouns and descriptions mean.
extension ActorResolver {
  mutating func antecedent(
    _ owner: Owner, _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID] {
    let roles = owner.roles
    if roles.contains(.firstPerson) { return speaker }
    // "The head of its army": what explains a phrase may be explained by it.
    guard depth < Self.deepest else { return [] }
    depth += 1
    defer { depth -= 1 }
    if excluding.isEmpty, !lexicon.usesCases, !roles.isDisjoint(with: [.role, .groupCountry]) {
      let others = counterparties(of: phrase, sentence)
      if !others.isEmpty {
        // "The junta scrapped its accords with Paris": not the one that it deals with.
        let found = antecedent(owner, phrase, sentence, excluding: others)
        if !found.isEmpty { return found }
      }
    }
    if isPlural(owner, phrase, sentence) {
      // "Only Russia has recognised the republics": no single state.
      let meant = several(before: owner.item, sentence, apartFrom: excluding)
      return meant.count > 1 ? meant : []
    }
    if let ground = ground(before: phrase, sentence) { return [ground] }
    if roles.contains(.role), let site = site(before: phrase, sentence), !excluding.contains(site) {
      return [site]
    }
    if roles.contains(.groupCountry), let fitting = described(by: owner.item, sentence) {
      let found = nearest(of: fitting, before: owner.item, sentence, apartFrom: excluding)
      // No state is meant by "the island" of an article about Greenland.
      if !found.isEmpty { return found }
    }
    if !roles.isDisjoint(with: [.role, .groupCountry]) {
      let word = sentence.tokens[Int(sentence.items[Int(owner.item)].endToken) - 1].word
      if let known = discourse.roleOwners[word], !excluding.contains(known) { return [known] }
    }
    if roles.contains(.counterpart) {
      return neighbours(sentence.items[Int(owner.item)], apartFrom: excluding)
    }
    if owner.count > 0 { return counted(owner, sentence, apartFrom: excluding) }
    if owner.isSeveral { return several(before: owner.item, sentence, apartFrom: excluding) }
    if roles.contains(.groupBoth) {
      if countsThings(owner, phrase, sentence) { return [] }
      return both(before: owner.item, sentence, apartFrom: excluding)
    }
    if roles.contains(.groupBloc) {
      // "The Union", of the African Union.
      let item = sentence.items[Int(owner.item)]
      let token = lexicon.nounHead == .last ? item.endToken - 1 : item.firstToken
      if let body = discourse.bodies[sentence.tokens[Int(token)].word], !excluding.contains(body) {
        return [body]
      }
      return named(before: owner.item, sentence, apartFrom: excluding) {
        $0 == .organisation || $0 == .collective
      }
        ?? discourse.bloc.map { [$0] } ?? []
    }
    if roles.contains(.groupGroup) {
      return named(before: owner.item, sentence, apartFrom: excluding) { $0 == .group }
        ?? discourse.group.map { [$0] } ?? []
    }
    if roles.contains(.groupCountry) {
      let named = named(before: owner.item, sentence, apartFrom: excluding) {
        $0 == .state || $0 == .government
      }
      if let named { return named }
      if excluding.isEmpty, let home = home(of: owner, sentence) { return [home] }
      // "Lukashenko suspended the country's membership": his own.
      return namesPerson(of: excluding, before: owner.item, sentence)
        ? [] : otherState(than: excluding, phrase, sentence)
    }
    if roles.contains(.reflexive) { return excluding }
    let agreement = Agreement(owner, sentence.items[Int(owner.item)])
    if sentence.items[Int(owner.item)].nounFeatures.contains(.latter) {
      return latter(agreement, phrase, sentence, apartFrom: excluding)
    }
    let found =
      excluding.isEmpty
      ? subjectMeant(owner, agreement, phrase, sentence)
      : objectMeant(owner, agreement, phrase, sentence, apartFrom: excluding)
    if agreement.isSeveral, found.count > 1, !speaker.isEmpty,
      found.contains(where: speaker.contains), isQuoted(phrase, sentence)
    {
      // "China lent us money, and they have promised us more".
      return found.filter { !speaker.contains($0) }
    }
    guard agreement.isSeveral, !found.isEmpty, found == speaker, isQuoted(phrase, sentence) else {
      return found
    }
    return others(than: found + excluding, agreement)
  }

  /// Whether a phrase stands in the words of somebody who is quoted.
  private func isQuoted(_ phrase: Int, _ sentence: Sentence) -> Bool {
    guard !lexicon.usesCases, lexicon.nounHead == .last else { return false }
    let last = sentence.chunks[..<phrase].last { $0.kind == .openQuote || $0.kind == .closeQuote }
    return last.map { $0.kind == .openQuote } ?? isQuoting
  }

  /// `"They have promised to talk," Ali said`: whoever speaks says "we" of the own side, and "they" of others.
  private func others(than own: [ActorID], _ agreement: Agreement) -> [ActorID] {
    let spokenOf = discourse.spokenOf(agreement, apartFrom: own)
    if !spokenOf.isEmpty { return spokenOf }
    let opponent = discourse.opponent(of: own).filter { !own.contains($0) }
    return opponent.isEmpty ? discourse.partner(of: own) : opponent
  }

  /// Whom a pronoun means in a clause that somebody else acts in, or is acted on.
  private mutating func objectMeant(
    _ owner: Owner, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence,
    apartFrom excluding: [ActorID]
  ) -> [ActorID] {
    let roles = owner.roles
    if roles.contains(.personPronoun),
      let person = personBefore(owner.item, phrase, sentence, excluding)
    {
      return [person]
    }
    // "expelled Colonel Elovik after branding him": whose he is, the deed tells.
    if strangers.isEmpty, meansStranger(owner, sentence) { return [] }
    if let same = sameThing(before: owner, sentence) {
      let found = actors(of: same, sentence).map { knowledge.actors.rolledUp($0) }
      if !found.isEmpty, !found.contains(where: excluding.contains) { return found }
    }
    if let parallel = objectBefore(owner.item, agreement, phrase, sentence, excluding) {
      return parallel
    }
    if let same = sameObject(before: owner, phrase, sentence, excluding) { return same }
    if roles.contains(.pluralPronoun), standsBetween(owner.item, sentence) {
      return both(before: owner.item, sentence, apartFrom: excluding)
    }
    if roles.contains(.personPronoun), !lexicon.usesCases {
      // "Hun Manet thanked him": a person, here or in the sentence before.
      if let other = lastOther(before: owner.item, sentence, excluding, isPerson: true) {
        return [other]
      }
      for person in [discourse.personInFocus, discourse.person] {
        if let person, !excluding.contains(person) { return [person] }
      }
    }
    if !lexicon.usesCases,
      lexicon.nounHead == .last
        ? !roles.isDisjoint(with: [.possessivePronoun, .thingPronoun])
        : roles == .possessivePronoun,
      roles.isDisjoint(with: [.personPronoun, .pluralPronoun]), !agreement.isSeveral,
      let main = mainSubject(before: owner.item, phrase, sentence, excluding)
    {
      return main
    }
    if agreement.isSeveral,
      let several = fitting(
        agreement, before: owner.item, in: 0..<phrase, sentence, apartFrom: excluding)
    {
      return several
    }
    // An object pronoun is not its own clause's subject.
    let other = lastOther(before: owner.item, sentence, excluding)
    if let other, !agreement.isSeveral { return [other] }
    if agreement.isSeveral, let sides = lastSides(sentence),
      !sides.contains(where: excluding.contains)
    {
      return sides
    }
    if sentence.chunks[phrase].endItem == sentence.chunks[phrase].firstItem + 1,
      !lexicon.usesCases, lexicon.nounHead == .last,
      let object = discourse.object(agreement, excluding),
      object.allSatisfy({ knowledge.actors.kind(of: $0) == .group })
    {
      return object
    }
    let meant = discourse.spokenOf(agreement, apartFrom: excluding)
    if !meant.isEmpty { return meant }
    // "Malaysia is full; the sailors pitied them": no state alone.
    let isNobody =
      agreement.isSeveral && !lexicon.usesCases && lexicon.nounHead == .last
    if let other, !isNobody || !isBareState(other, before: owner.item, sentence) { return [other] }
    let topic = discourse.topic.filter { !excluding.contains($0) }
    if !topic.isEmpty, !isNobody || agreement.fits(discourse.topicTraits) { return topic }
    // "Serbia has massed troops there. Washington demands their withdrawal".
    let crowd = discourse.crowd
    if isNobody, !crowd.isEmpty, !crowd.contains(where: excluding.contains) { return crowd }
    guard !isNobody else { return [] }
    return discourse.state.map { excluding.contains($0) ? [] : [$0] } ?? []
  }

  /// Whether a description of states is in the plural where it stands: "республіки" is so as an object,
  /// and may be the genitive of one elsewhere.
  private func isPlural(_ owner: Owner, _ phrase: Int, _ sentence: Sentence) -> Bool {
    let features = sentence.items[Int(owner.item)].nounFeatures
    let chunk = sentence.chunks[phrase]
    guard features.contains(.plural), chunk.headItem == owner.item, chunk.eventNoun < 0,
      owner.count == 0, !owner.isSeveral,
      owner.roles.contains(.groupCountry)
        || owner.roles.contains(.role) && chunk.classes.intersects(stateClass)
    else { return false }
    if !features.isSuperset(of: [.genitive, .nominative]) { return true }
    // "встали на сторону хунты": verbs of several words may govern the genitive.
    return sentence.chunks.indices.contains { verb in
      guard sentence.chunks[verb].kind == .verb, sentence.chunks[verb].verbItem >= 0 else {
        return false
      }
      let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
      let links = sentence.links[verb]
      return item.endToken == item.firstToken + 1
        && (Int(links.object) == phrase || Int(links.subject) == phrase)
    }
  }

  /// Whether a sentence names somebody before an item by the bare name of a state: "Malaysia", not "the
  /// Malaysians".
  private func isBareState(_ id: ActorID?, before item: Int32, _ sentence: Sentence) -> Bool {
    guard let id else { return false }
    let acts = sentence.links.contains { links in
      let object = Int(links.object)
      guard object >= 0, links.subject >= 0, sentence.chunks[object].endItem <= item,
        sentence.chunks[object].classes.intersects(foreignClasses),
        sentence.chunks[object].ownerEnd == sentence.chunks[object].ownerStart
      else { return false }
      let subject = sentence.chunks[Int(links.subject)]
      return subject.ownerEnd > subject.ownerStart
        && actor(sentence.items[Int(sentence.owners[Int(subject.ownerStart)].item)])
          .map { knowledge.actors.rolledUp($0) } == id
    }
    // "Canada withdrew diplomats after India threatened to strip them": its own.
    guard !acts else { return false }
    let name = sentence.items[..<Int(item)].last { other in
      other.kinds.contains(.actor) && actor(other).map { knowledge.actors.rolledUp($0) } == id
    }
    return name.map { name in
      name.kinds.isDisjoint(with: .adjectivalActor) && !pluralNames.contains(id)
        && actor(name).map { [.state, .government].contains(knowledge.actors.kind(of: $0)) } == true
    } ?? false
  }

  /// Whom a pronoun means that acts, or is the first of its clause.
  private mutating func subjectMeant(
    _ owner: Owner, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID] {
    let roles = owner.roles
    if let same = samePronoun(before: owner, sentence) {
      return actors(of: same, sentence).map { knowledge.actors.rolledUp($0) }
    }
    if let accused = accusedBefore(phrase, sentence) { return accused }
    if let judged = judgedBefore(owner, phrase, sentence) { return judged }
    if standsNearer(owner, sentence) { return [] }
    let before = subjectBefore(owner.item, agreement, phrase, sentence)
    if let before, before.fits {
      // "The chancellor" after two leaders: either may be meant.
      return roles.contains(.role) && before.actors.count > 1 ? [] : before.actors
    }
    if before != nil, agreement.isSeveral, !lexicon.usesCases, lexicon.nounHead == .last,
      let several = fitting(
        agreement, before: owner.item, in: 0..<phrase, sentence, apartFrom: [], showsNumber: true)
    {
      // "Trump telephoned both leaders and threatened to act unless they stopped".
      return several
    }
    if before == nil, let meant = describedBefore(owner.item, agreement, phrase, sentence) {
      return meant
    }
    if let cited = cited(before: phrase, sentence) { return cited }
    if roles.contains(.personPronoun), let person = apposed(before: phrase, sentence) {
      return [person]
    }
    if roles.contains(.role), discourse.topic.count > 1 { return before?.actors ?? [] }
    if roles.contains(.pluralPronoun), !discourse.crowd.isEmpty { return discourse.crowd }
    if roles.contains(.pluralPronoun), phrase == 0, let crowd = protesters(before: sentence) {
      return crowd
    }
    if roles.contains(.pluralPronoun), let sides = lastSides(sentence), sides.count > 1 {
      return sides
    }
    // "Mr Alkatiri blames the soldiers. He …", "The drivers blocked the road. They …".
    if meansStranger(owner, sentence) || meansUnnamedCrowd(owner, sentence) { return [] }
    if roles.contains(.personPronoun) {
      let others = objects(of: phrase, sentence)
      for person in [discourse.personInFocus, discourse.person] {
        if let person, !others.contains(person) { return [person] }
      }
      // "He" is no state by its bare name.
      let isSomebody = !agreement.isPerson || discourse.topicTraits.isDisjoint(with: .isNamed)
      let topic = discourse.topic.filter { !others.contains($0) }
      if !topic.isEmpty, isSomebody { return topic }
      if !isSomebody { return discourse.spokenOf(agreement, apartFrom: others) }
    }
    if let home = home(of: owner, sentence) { return [home] }
    if discourse.topic.isEmpty || !agreement.fits(discourse.topicTraits), !roles.contains(.role),
      let behind = mainSubject(behind: phrase, agreement, sentence)
    {
      return behind
    }
    if discourse.topic.isEmpty, roles.contains(.role) {
      if let state = discourse.state { return [state] }
      let first = sentence.items[Int(sentence.chunks[phrase].firstItem)]
      // "The treasury", but "a drone".
      guard first.end - first.start > 2 else { return [] }
      return trailingSpeaker(behind: phrase, sentence)
    }
    let meant = discourse.spokenOf(agreement, apartFrom: [])
    if !meant.isEmpty { return meant }
    return before?.actors ?? discourse.topic
  }

  /// "She told the Council …; next day she asked": the subject of an earlier clause by the same pronoun for a
  /// person.
  private func samePronoun(before owner: Owner, _ sentence: Sentence) -> Int? {
    guard !lexicon.usesCases, lexicon.nounHead == .last,
      sentence.items[Int(owner.item)].nounFeatures.contains(.person)
    else { return nil }
    let word = sentence.tokens[Int(sentence.items[Int(owner.item)].firstToken)].word
    return sentence.links.lazy.map { Int($0.subject) }.first { subject in
      guard subject >= 0 else { return false }
      let chunk = sentence.chunks[subject]
      return chunk.firstItem < owner.item && chunk.endItem == chunk.firstItem + 1
        && chunk.roles.contains(.personPronoun)
        && sentence.tokens[Int(sentence.items[Int(chunk.firstItem)].firstToken)].word == word
    }
  }

  /// "After it attacked Ukraine, the G7 froze its reserves": the subject of an earlier clause by a pronoun for a
  /// thing, of somebody else's "its".
  private func sameThing(before owner: Owner, _ sentence: Sentence) -> Int? {
    guard !lexicon.usesCases, lexicon.nounHead == .last,
      owner.roles.contains(.possessivePronoun),
      sentence.items[Int(owner.item)].nounFeatures.contains(.thing)
    else { return nil }
    return sentence.links.lazy.map { Int($0.subject) }.first { subject in
      guard subject >= 0 else { return false }
      let chunk = sentence.chunks[subject]
      return chunk.endItem < owner.item && chunk.endItem == chunk.firstItem + 1
        && chunk.roles.contains(.thingPronoun)
    }
  }

  /// "France sold it jets, and Moscow rearmed it": an object by the same pronoun as one of a clause before.
  private mutating func sameObject(
    before owner: Owner, _ phrase: Int, _ sentence: Sentence, _ excluding: [ActorID]
  ) -> [ActorID]? {
    let chunk = sentence.chunks[phrase]
    guard !lexicon.usesCases, lexicon.nounHead == .last, chunk.endItem == chunk.firstItem + 1
    else { return nil }
    let word = sentence.tokens[Int(sentence.items[Int(owner.item)].firstToken)].word
    for verb in sentence.chunks.indices where sentence.chunks[verb].kind == .verb {
      let object = Int(sentence.links[verb].object)
      guard object >= 0, object < phrase,
        sentence.chunks[object].endItem == sentence.chunks[object].firstItem + 1,
        sentence.chunks[object].traits.contains(.isAnaphor),
        sentence.tokens[Int(sentence.items[Int(sentence.chunks[object].firstItem)].firstToken)].word
          == word
      else { continue }
      let acting = actors(ofList: sentence.links[verb].subject, sentence)
        .map { knowledge.actors.rolledUp($0) }
      guard !acting.isEmpty else { continue }
      let found = actors(of: object, sentence, excluding: acting)
        .map { knowledge.actors.rolledUp($0) }
      if !found.isEmpty, !found.contains(where: excluding.contains) { return found }
    }
    return nil
  }

  /// "The government", long after its country was last spoken of: the one that the article names most.
  private func home(of owner: Owner, _ sentence: Sentence) -> ActorID? {
    guard !lexicon.usesCases, lexicon.nounHead == .last,
      !owner.roles.isDisjoint(with: [.role, .groupCountry]), !discourse.topic.isEmpty,
      discourse.topicSentence < sentence.number - 1
    else { return nil }
    return discourse.mentions.mostNamed(of: discourse.states)
  }

  /// "The group fired rockets, and its leader …": of an earlier clause whose subject has no name, that
  /// subject; "The judges warned Venezuela, but it …": where the pronoun cannot mean the subject, another.
  private mutating func describedBefore(
    _ item: Int32, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID]? {
    let earlier = sentence.links.lazy.map { Int($0.subject) }.filter { subject in
      subject >= 0 && subject < phrase && sentence.chunks[subject].firstItem < item
        && sentence.chunks[subject].traits.contains(.isAnaphor)
    }.max()
    guard let earlier, stands(earlier, before: item, sentence) else { return nil }
    guard agreement.fits(traits(of: earlier, sentence)) else {
      return fitting(
        agreement, before: item, in: (earlier + 1)..<phrase, sentence, apartFrom: [])
    }
    let found = actors(ofList: Int32(earlier), sentence).map { knowledge.actors.rolledUp($0) }
    return found.isEmpty ? nil : found
  }

  /// "The Treasury imposed sanctions, the US said": who says so at the end of the first sentence.
  private mutating func trailingSpeaker(behind phrase: Int, _ sentence: Sentence) -> [ActorID] {
    let speech = sentence.chunks.indices.first {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].isTrailingSpeech
        && Int(sentence.links[$0].subject) > phrase
    }
    guard let speech,
      !sentence.chunks[Int(sentence.links[speech].subject)].traits.contains(.isAnaphor)
    else { return [] }
    return actors(ofList: sentence.links[speech].subject, sentence)
      .filter { knowledge.actors.kind(of: $0) != .medium }
      .map { knowledge.actors.rolledUp($0) }
  }

  /// "Asif was no milder: he threatened", told without a verb: the person named before.
  private func apposed(before phrase: Int, _ sentence: Sentence) -> ActorID? {
    for at in (0..<phrase).reversed() {
      let chunk = sentence.chunks[at]
      if chunk.kind == .verb { return nil }
      guard chunk.kind == .nounPhrase, chunk.prepositionChunk < 0,
        !chunk.traits.contains(.isAnaphor)
      else { continue }
      if let person = namedPerson(at, sentence, orRole: true) { return person }
    }
    return nil
  }

  /// "According to Moscow, its troops took the town": whose words these are.
  private mutating func cited(before phrase: Int, _ sentence: Sentence) -> [ActorID]? {
    for at in 0..<phrase where sentence.chunks[at].kind == .according {
      let name = at + 1
      guard name < phrase, sentence.chunks[name].kind == .nounPhrase,
        !sentence.chunks[name].traits.contains(.isAnaphor)
      else { continue }
      let found = actors(of: name, sentence).filter { knowledge.actors.kind(of: $0) != .medium }
      if !found.isEmpty { return found.map { knowledge.actors.rolledUp($0) } }
    }
    return nil
  }

  /// Whom "they" means behind a protest whose crowd has no name: the people of the place.
  ///
  /// "Ribuan orang berunjuk rasa di depan Kedutaan AS. Mereka menuntut …".
  private func protesters(before sentence: Sentence) -> [ActorID]? {
    guard let last = discourse.acts.last, last.type == .protest,
      sentence.number - last.sentence == 1, discourse.topicSentence < last.sentence
    else { return nil }
    return last.source
  }

  /// Whom "they" means behind "Serbia and Kosovo signed": the sides of what was told just before,
  /// rather than one state alone.
  private func lastSides(_ sentence: Sentence) -> [ActorID]? {
    guard discourse.topic.count < 2, let last = discourse.events.last,
      sentence.number - last.sentence <= 1, last.type.isSymmetric
    else { return nil }
    var sides: [ActorID] = []
    for id in last.source + last.target where !sides.contains(id) { sides.append(id) }
    return sides.count > 1 ? sides : nil
  }

  /// Whom the verb of a subject names as its other side, so that the subject is somebody else: states by
  /// their own name, and those whose envoys are expelled.
  private func counterparties(of subject: Int, _ sentence: Sentence) -> [ActorID] {
    var result: [ActorID] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && Int(sentence.links[i].subject) == subject && i > subject
      && chunk.traits.isDisjoint(with: [.isPassive, .isSpeech])
    {
      let object = Int(sentence.links[i].object)
      // "said Ottawa would not": that is no object.
      if sentence.links.contains(where: { Int($0.subject) == object && object > i }) { continue }
      var at = i + 1
      scan: while at < sentence.chunks.count {
        let phrase = sentence.chunks[at]
        switch phrase.kind {
        case .preposition, .date: break
        case .nounPhrase:
          let isObject = at == object
          let number = Int(phrase.preposition)
          guard isObject || number == againstNumber || number == withNumber else { break }
          for position in Int(phrase.ownerStart)..<Int(phrase.ownerEnd)
          where sentence.owners[position].kind == .actor
            && (!sentence.owners[position].isAdjective
              || phrase.classes.intersects(missionClasses))
          {
            for id in actorsNamed(sentence.items[Int(sentence.owners[position].item)])
            where knowledge.actors.kind(of: id) != .person {
              result.append(knowledge.actors.rolledUp(id))
            }
          }
        default: break scan
        }
        at += 1
      }
    }
    return result
  }

  /// Who stands named as the object of the verbs that a phrase is the subject of.
  private func objects(of subject: Int, _ sentence: Sentence) -> [ActorID] {
    var result: [ActorID] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && Int(sentence.links[i].subject) == subject
      && sentence.links[i].object >= 0 && !saysOf(sentence.links[i].object, at: i, sentence)
    {
      let phrase = sentence.chunks[Int(sentence.links[i].object)]
      if movesPeople(i, phrase, sentence) { continue }
      for position in Int(phrase.ownerStart)..<Int(phrase.ownerEnd)
      where sentence.owners[position].kind == .actor {
        for id in actorsNamed(sentence.items[Int(sentence.owners[position].item)]) {
          result.append(knowledge.actors.rolledUp(id))
        }
      }
    }
    return result
  }

  /// "Ia memerintahkan tentara Rusia masuk", "Ia mengirim tentara Kenya": whether a verb orders or moves soldiers or
  /// people, who may be those of whoever does it.
  private func movesPeople(_ verb: Int, _ object: Chunk, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard lexicon.nounHead == .first, !lexicon.usesCases else { return false }
    let first = sentence.items[Int(object.firstItem)]
    // "Tentara Sudan" may be one name.
    let isNamed =
      first.endToken > first.firstToken + 1
      && lexicon.classes(of: lexicon.step(0, sentence.tokens[Int(first.firstToken)].word))
        .intersects(crowdClasses)
    guard
      isNamed
        || object.traits.contains(.hasPossessor) && object.classes.intersects(crowdClasses)
    else { return false }
    return sentence.frames[Int(chunk.frameStart)..<Int(chunk.frameEnd)].contains {
      let frame = lexicon.frames[Int($0)].frame
      return frame.type.map { [.request, .aid, .mobilize, .retreat].contains($0) } ?? false
    }
  }

  /// "berterima kasih kepada Uganda karena pasukannya menyerang": of a ground on which somebody is judged, those of
  /// whoever is judged.
  private mutating func judgedBefore(
    _ owner: Owner, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID]? {
    guard lexicon.nounHead == .first, !lexicon.usesCases, phrase > 2,
      sentence.items[Int(owner.item)].nounFeatures.contains(.clitic),
      sentence.chunks[phrase].classes.intersects(crowdClasses)
        || sentence.chunks[phrase].roles.contains(.role),
      sentence.chunks[phrase - 1].kind == .subordinator,
      sentence.chunks[phrase - 1].roles.contains(.occasion),
      sentence.chunks[phrase - 2].kind == .nounPhrase,
      !sentence.chunks[phrase - 2].traits.contains(.isAnaphor),
      let judge = sentence.chunks[..<(phrase - 1)].lastIndex(where: { $0.kind == .verb }),
      !sentence.chunks[judge].traits.contains(.isPassive)
    else { return nil }
    let verb = sentence.chunks[judge]
    let judges = sentence.frames[Int(verb.frameStart)..<Int(verb.frameEnd)].contains {
      let type = lexicon.frames[Int($0)].frame.type
      return type.map { [.accuse, .sanction, .support].contains($0) } ?? false
    }
    guard judges else { return nil }
    let head = sentence.chunks[phrase - 2].listHead
    let found = actors(ofList: head >= 0 ? head : Int32(phrase - 2), sentence)
      .map { knowledge.actors.rolledUp($0) }
    return found.count == 1 ? found : nil
  }

  /// "He said | France would send troops": who does what is said, and may be whoever says it.
  private func saysOf(_ object: Int32, at verb: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[verb].traits.contains(.isSpeech)
      && sentence.chunks.indices.contains {
        $0 > Int(object) && sentence.chunks[$0].kind == .verb
          && sentence.links[$0].subject == object && sentence.links[$0].link == .content
          && sentence.chunks[$0].traits.isDisjoint(with: .isInfinitive)
      }
  }

  /// "Both charges": two things, and nobody.
  private func countsThings(_ owner: Owner, _ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard !lexicon.usesCases, lexicon.nounHead == .last, chunk.headItem > owner.item,
      sentence.items[Int(owner.item)].roles.contains(.determiner)
    else { return false }
    let head = sentence.items[Int(chunk.headItem)]
    guard head.roles.isDisjoint(with: .role), head.classSet != 0,
      head.kinds.isDisjoint(with: [.actor, .place])
    else { return false }
    return lexicon.classSets[Int(head.classSet)].intersects(nouns.claimClass)
  }

  /// The last two sides named before in the sentence, else those of the sentence before, else those that
  /// the article is about.
  private mutating func both(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    var pair: [ActorID] = []
    let ofStates = meansStates(item, sentence)
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), knowledge.actors.kind(of: id) != .medium else {
        continue
      }
      // "Sekjen PBB menyambut kesepakatan kedua negara itu": a body is no state.
      if ofStates, knowledge.actors.kind(of: id) == .organisation { continue }
      let rolledUp = knowledge.actors.rolledUp(id)
      if excluded.contains(rolledUp) || excluded.contains(id) || isVenue(item: i, sentence) {
        continue
      }
      if lexicon.nounHead == .last, !lexicon.usesCases, i + 1 < sentence.items.count,
        sentence.items[i + 1].kinds == .unknown, sentence.items[i + 1].isCapitalised
      {
        // "Santiago Cafiero" is somebody.
        continue
      }
      if !pair.contains(rolledUp) { pair.append(rolledUp) }
      if pair.count == 2 { return pair }
    }
    if pair.count == 1, let other = described(before: item, sentence, apartFrom: excluded + pair) {
      return [other] + pair
    }
    let isMeant = { (sides: [ActorID], states: Set<ActorID>) in
      sides.count == 2 && !sides.contains(where: excluded.contains)
        && (!ofStates || sides.allSatisfy(states.contains))
    }
    // "Iran and Iraq condemned Syria. Both expelled": the two that acted, or were told of together.
    let sides = discourse.mainDyad(
      apartFrom: excluded, ofStates: ofStates, countingMentions: !lexicon.usesCases)
    // "Kenya accepts the African Union's plan. Rebels shoot at both": a body is seldom one of two sides.
    let last = discourse.lastPair(before: sentence.number)
    let hasBody =
      sides.count == 2 && last.contains { knowledge.actors.kind(of: $0) == .organisation }
      && !sides.contains { knowledge.actors.kind(of: $0) == .organisation }
    // Thai and Cambodian troops fight, "America trains with the Thai army. The neighbours": those who fight.
    let isPassing =
      sides.count == 2 && last.filter(sides.contains).count == 1
      && discourse.tellsMore(of: sides, than: last)
    let together = hasBody || isPassing ? [discourse.topic] : [discourse.topic, last]
    if pair.isEmpty, let two = together.first(where: { isMeant($0, discourse.states) }) {
      return two
    }
    // "Blinken met the ministers of Serbia and Kosovo. The two countries agreed": with whom a third dealt.
    let dealtWith = discourse.lastTargets(before: sentence.number).map(knowledge.actors.rolledUp)
    if pair.isEmpty, isMeant(dealtWith, discourse.states) { return dealtWith }
    // "The two leaders" of an article that tells most of a state and the United Nations: of states.
    if !sides.isEmpty, !ofStates || isMeant(sides, discourse.states) { return sides }
    let isFit = { (id: ActorID) in
      !excluded.contains(id) && (!ofStates || discourse.states.contains(id))
    }
    let named = discourse.pair.filter(isFit)
    if named.count == 2 { return named }
    let others = discourse.recent.filter(isFit).suffix(2)
    if others.count == 2 { return Array(others) }
    return sides.isEmpty ? pair : sides
  }

  /// "The three governments": more than two states that the sentence has named, or that the last one was
  /// about.
  private func several(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    var named: [ActorID] = []
    for other in sentence.items[..<Int(item)] where other.kinds.contains(.actor) {
      guard let id = actor(other).map({ knowledge.actors.rolledUp($0) }), !named.contains(id),
        knowledge.actors.kind(of: id) == .state
      else { continue }
      named.append(id)
    }
    if named.count < 3 { named = discourse.topic.map { knowledge.actors.rolledUp($0) } }
    return named.count > 2 ? named.filter { !excluded.contains($0) } : []
  }

  /// "Чотири держави", "трійка": so many as the sentence has named, as the last ones were about, or as acted
  /// or were acted on together.
  private func counted(
    _ owner: Owner, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    var named: [ActorID] = []
    for item in sentence.items[..<Int(owner.item)] where item.kinds.contains(.actor) {
      guard let id = actor(item).map({ knowledge.actors.rolledUp($0) }), !named.contains(id),
        knowledge.actors.kind(of: id) == .state
      else { continue }
      named.append(id)
    }
    let told = discourse.events.reversed().lazy.flatMap { event in
      [event.source, event.target, event.source + event.target]
    }
    var groups = [named, discourse.topic]
    groups += discourse.referents.map(\.actors)
    groups += told
    groups.append(discourse.states.sorted { $0.rawValue < $1.rawValue })
    let group = groups.lazy.map { ids in ids.map { knowledge.actors.rolledUp($0) } }.first {
      Set($0).count == owner.count && $0.count == owner.count
        && !$0.contains(where: excluded.contains)
    }
    return group ?? []
  }

  /// The one whom a phrase without a name before an item means: "The Americans bombed the movement until
  /// the two sides agreed".
  private mutating func described(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> ActorID? {
    for at in sentence.chunks.indices.reversed()
    where sentence.chunks[at].kind == .nounPhrase && sentence.chunks[at].firstItem < item
      && sentence.chunks[at].traits.contains(.isAnaphor)
    {
      let owner = sentence.owners[Int(sentence.chunks[at].ownerStart)]
      guard owner.kind == .anaphor, owner.item < item,
        !owner.roles.isDisjoint(with: [.groupCountry, .groupBloc, .groupGroup, .counterpart])
      else { continue }
      let found = actors(of: at, sentence).map { knowledge.actors.rolledUp($0) }
      if found.count == 1, !excluded.contains(found[0]) { return found[0] }
    }
    return nil
  }

  /// "The two countries", "обе столицы", "kedua pemimpin": whether a phrase for both can only mean states.
  private func meansStates(_ item: Int32, _ sentence: Sentence) -> Bool {
    let counted = sentence.items[Int(item)]
    let node = lexicon.step(0, sentence.tokens[Int(counted.endToken) - 1].word)
    return node != 0
      && (lexicon.classes(of: node).intersects(stateClass)
        || lexicon.classes(of: node).intersects(nouns.neighbourClass)
        // "Deputies" alone may be of one side, whatever it is.
        || counted.endToken > counted.firstToken + 1
          && lexicon.classes(of: node).intersects(officeClasses)
        || lexicon.meanings(of: node).contains { $0.roles.contains(.groupCountry) })
  }

  /// Whether a person who stands for one of some sides is named before an item.
  private func namesPerson(
    of sides: [ActorID], before item: Int32, _ sentence: Sentence
  ) -> Bool {
    !sides.isEmpty
      && sentence.items[..<Int(item)].contains { item in
        guard item.kinds.contains(.actor), let id = actor(item) else { return false }
        return knowledge.actors.kind(of: id) == .person
          && sides.contains(knowledge.actors.rolledUp(id))
      }
  }

  private func named(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID],
    _ accepts: (Actor.Kind) -> Bool
  ) -> [ActorID]? {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), let kind = knowledge.actors.kind(of: id),
        accepts(kind), !excluded.contains(knowledge.actors.rolledUp(id)), !isCompound(i, sentence),
        !isWhere(i, sentence)
      else { continue }
      return [knowledge.actors.rolledUp(id)]
    }
    return nil
  }

  /// "defence plans for eastern Europe": a part of a region, and not those who sit there.
  private func isWhere(_ item: Int, _ sentence: Sentence) -> Bool {
    guard item > 0, lexicon.namesCapital(sentence.items[item].node) else { return false }
    let before = sentence.items[item - 1]
    return before.mark == .word && !before.isCapitalised && before.kinds.contains(.unknown)
  }

  /// The state named last; of "in the capital", the one that the text is about.
  private func otherState(
    than excluded: [ActorID], _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID] {
    let before = sentence.chunks[phrase].prepositionChunk
    if before >= 0, sentence.chunks[Int(before)].roles.contains(.locative),
      discourse.topic.count == 1, sentence.number - discourse.topicSentence <= 1,
      discourse.states.contains(discourse.topic[0]), !excluded.contains(discourse.topic[0])
    {
      return discourse.topic
    }
    if phrase == 0, excluded.isEmpty, !lexicon.usesCases, lexicon.nounHead == .last,
      discourse.topic.count == 1, sentence.number - discourse.topicSentence == 1,
      discourse.states.contains(discourse.topic[0])
    {
      // "Burundi closed its border with Rwanda. The country …": the one that the last sentence is about.
      return discourse.topic
    }
    if pointsBack(phrase, sentence), discourse.topic.count == 1,
      sentence.number - discourse.topicSentence <= 1,
      discourse.states.contains(discourse.topic[0]), !excluded.contains(discourse.topic[0])
    {
      // "Aljazair menutup perbatasan dengan Maroko. Negara itu …": the one that the last sentence is about.
      return discourse.topic
    }
    let head = sentence.chunks[phrase].headItem
    if !lexicon.usesCases, lexicon.nounHead == .last, !excluded.isEmpty,
      head < 0 || !sentence.items[Int(head)].nounFeatures.contains(.plural),
      discourse.topic.count == 1, sentence.number - discourse.topicSentence <= 1,
      discourse.states.contains(discourse.topic[0]), !excluded.contains(discourse.topic[0])
    {
      // "Niger's generals threw out the French. A court ordered the junta": whom the last sentence is about.
      return discourse.topic
    }
    if let state = discourse.state, !excluded.contains(state) { return [state] }
    if !excluded.isEmpty, !lexicon.usesCases,
      let main = discourse.mentions.mostNamed(of: discourse.states.subtracting(excluded))
    {
      return [main]
    }
    return discourse.pair.last { !excluded.contains($0) }.map { [$0] } ?? []
  }

  /// "mendarat di Dili, dan tentara Indonesia meninggalkan wilayah itu": the place named before.
  private mutating func ground(before phrase: Int, _ sentence: Sentence) -> ActorID? {
    guard sentence.chunks[phrase].classes.intersects(groundClass), pointsBack(phrase, sentence),
      let place = sentence.chunks[..<phrase].lastIndex(where: {
        $0.kind == .nounPhrase && $0.prepositionChunk >= 0 && $0.ownerEnd > $0.ownerStart
          && !$0.traits.contains(.isAnaphor)
          && sentence.chunks[Int($0.prepositionChunk)].roles.contains(.locative)
      })
    else { return nil }
    return actors(of: place, sentence).first.map { knowledge.actors.rolledUp($0) }
  }

  /// "Negara itu", "negeri kecil tersebut": whether a phrase ends in what points back to somebody named.
  private func pointsBack(_ phrase: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.nounHead == .first, !lexicon.usesCases else { return false }
    let last = sentence.items[Int(sentence.chunks[phrase].endItem) - 1]
    return lexicon.roles(of: sentence.tokens[Int(last.endToken) - 1].word).contains(.demonstrative)
  }

  func lastOther(
    before item: Int32, _ sentence: Sentence, _ excluded: [ActorID], isPerson: Bool = false
  ) -> ActorID? {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), let kind = knowledge.actors.kind(of: id),
        isPerson ? kind == .person : kind != .medium, !isVenue(item: i, sentence),
        !isCompound(i, sentence)
      else { continue }
      let rolledUp = knowledge.actors.rolledUp(id)
      if !excluded.contains(rolledUp), !excluded.contains(id) { return rolledUp }
    }
    return nil
  }

  /// "Соседи винят друг друга", "порвала с соседом": both sides of the article, or the other one.
  private func neighbours(_ item: Item, apartFrom excluded: [ActorID]) -> [ActorID] {
    // "Tidak menyerahkan tanah kepada tetangganya": of Guyana and Venezuela, whatever the UN says.
    let dyad = discourse.mainDyad(
      apartFrom: [], ofStates: lexicon.nounHead == .first && !lexicon.usesCases)
    let sides = dyad.isEmpty ? discourse.pair : dyad
    if !excluded.isEmpty { return sides.filter { !excluded.contains($0) } }
    if item.nounFeatures.contains(.plural) { return sides }
    return sides.filter { !discourse.topic.contains($0) }
  }

  /// "mediated between them", "talks between them".
  private func standsBetween(_ item: Int32, _ sentence: Sentence) -> Bool {
    guard item > 0 else { return false }
    let last = Int(sentence.items[Int(item) - 1].endToken) - 1
    return lexicon.roles(of: sentence.tokens[last].word).contains(.between)
  }
}
