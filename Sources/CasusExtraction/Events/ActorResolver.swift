import CasusKnowledge
import CasusModel

/// Turns the owners of noun phrases into actors, anaphors included.
struct ActorResolver {
  let knowledge: Knowledge
  let lexicon: Lexicon
  /// The day for which disputed places are looked up, if known.
  var day: Int?
  var discourse = Discourse()
  /// Who speaks the quotation at hand, for "we".
  var speaker: [ActorID] = []
  /// The names that the article explains.
  var names = ArticleNames()
  /// How many phrases are being explained by each other, and how many may be.
  private var depth = 0
  private static let deepest = 4
  let ofNumber: Int
  private let againstNumber: Int
  /// Nouns that "they" may stand for.
  let crowdClasses: ClassSet
  /// Nouns for a person.
  let personClasses: ClassSet
  /// Nouns of those who may be in a foreign capital.
  private let foreignClasses: ClassSet
  /// Nouns for states.
  private let stateClass: ClassSet
  /// Those who stand for states alone, when they are two.
  private let officeClasses: ClassSet
  /// Nouns of those who are of the country they are in: police, workers.
  private let localClass: ClassSet

  /// Actors whose names are plurals: "the Taliban".
  let pluralNames: Set<ActorID>

  init(knowledge: Knowledge, lexicon: Lexicon, language: String?, day: Int?) {
    self.knowledge = knowledge
    pluralNames = language.flatMap { knowledge.catalog.pluralNames[$0] } ?? []
    self.lexicon = lexicon
    self.day = day
    ofNumber = lexicon.prepositions["of"] ?? -1
    againstNumber = lexicon.prepositions["against"] ?? -1
    crowdClasses = lexicon.classes("troops", "people")
    personClasses = lexicon.classes("people", "leader", "officeholder")
    foreignClasses = lexicon.classes(
      "troops", "people", "diplomat", "envoy", "vessel", "arms", "embassy")
    stateClass = lexicon.classes("state_word")
    officeClasses = lexicon.classes("leader", "officeholder", "dignitary")
    localClass = lexicon.classes("local_word")
  }

  /// The actors of a noun phrase and of the list it starts.
  mutating func actors(
    ofList head: Int32, _ sentence: Sentence, excluding: [ActorID] = []
  ) -> [ActorID] {
    guard head >= 0 else { return [] }
    // Most lists have one member.
    if sentence.chunks[Int(head)].next < 0 {
      return actors(of: Int(head), sentence, excluding: excluding)
    }
    var result: [ActorID] = []
    for member in sentence.list(from: head) {
      for id in actors(of: member, sentence, excluding: excluding) where !result.contains(id) {
        result.append(id)
      }
    }
    return result
  }

  /// The actors of one noun phrase, not of the rest of its list.
  mutating func actors(
    of phrase: Int, _ sentence: Sentence, excluding: [ActorID] = []
  ) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    if let owner = ownerBehind(phrase, sentence) {
      return actors(ofList: Int32(owner), sentence)
    }
    if let antecedent = possessor(before: phrase, sentence) {
      return actors(ofList: Int32(antecedent), sentence)
    }
    if chunk.roles.contains(.counterpart),
      let other = counterpart(phrase, sentence, excluding: excluding)
    {
      return other
    }
    if let group = backedGroup(phrase, sentence), !excluding.contains(group) { return [group] }
    if chunk.ownerEnd == chunk.ownerStart, let state = stateOfOffice(phrase, sentence) {
      return [state]
    }
    if chunk.ownerEnd == chunk.ownerStart + 1 {
      let owner = sentence.owners[Int(chunk.ownerStart)]
      let found = actors(of: owner, phrase, sentence, excluding: excluding)
      if found.count <= 1 { return found }
    }
    var result: [ActorID] = []
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd) {
      let found = actors(of: sentence.owners[position], phrase, sentence, excluding: excluding)
      for id in found where !result.contains(id) { result.append(id) }
    }
    return result
  }

  /// The actors of one owner of a phrase.
  mutating func actors(
    of owner: Owner, _ phrase: Int, _ sentence: Sentence, excluding: [ActorID] = []
  ) -> [ActorID] {
    switch owner.kind {
    case .actor: actorsNamed(sentence.items[Int(owner.item)])
    case .place: place(sentence.items[Int(owner.item)], apartFrom: excluding).map { [$0] } ?? []
    case .anaphor: antecedent(owner, phrase, sentence, excluding: excluding)
    }
  }

  /// "The president of Russia": a role without an owner of its own has the one behind "of".
  private func ownerBehind(_ phrase: Int, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[phrase]
    if isPart(phrase, sentence) { return phrase + 2 }
    if lexicon.usesCases, let whole = sentence.whole(ofFigure: phrase) { return whole }
    let named = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).contains {
      sentence.owners[$0].kind != .anaphor && !isCompound($0, chunk, sentence)
    }
    guard !named else { return nil }
    guard
      !chunk.roles.isDisjoint(with: [.role, .groupCountry]) || chunk.classes.intersects(localClass),
      phrase + 2 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .preposition,
      sentence.chunks[phrase + 2].kind == .nounPhrase,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber
        && (chunk.roles.contains(.role) || lexicon.nounHead == .last && !lexicon.usesCases)
        || hasSeat(phrase, sentence)
    else { return scene(of: phrase, sentence) }
    let behind = sentence.chunks[phrase + 2]
    return behind.ownerEnd > behind.ownerStart || behind.roles.contains(.role) ? phrase + 2 : nil
  }

  /// "The Rwanda-backed rebels": the armed group that the article has named, rather than its backers.
  private func backedGroup(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    guard let group = discourse.group, chunk.ownerEnd == chunk.ownerStart + 1,
      isCompound(Int(chunk.ownerStart), chunk, sentence)
    else { return nil }
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    guard let first = items.first, let head = items.last else { return nil }
    let article = lexicon.step(0, sentence.tokens[Int(first.firstToken)].word)
    let node = lexicon.step(article, sentence.tokens[Int(head.endToken) - 1].word)
    guard node != 0, lexicon.meanings(of: node).contains(where: { $0.roles.contains(.groupGroup) }),
      !sentence.items.contains(where: {
        $0.kinds.contains(.actor) && actor($0).map { knowledge.actors.rolledUp($0) } == group
      })
    else { return nil }
    return group
  }

  /// "In Port Vila, prime minister Joe Natuman condemned": the state of a stranger in office is that of
  /// the capital where he speaks, or whose office the article has told of.
  private func stateOfOffice(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    guard lexicon.nounHead == .last, !lexicon.usesCases, chunk.roles.contains(.role),
      chunk.prepositionChunk < 0, chunk.endItem > chunk.firstItem + 1,
      let office = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].first(where: {
        $0.roles.contains(.role)
      }),
      sentence.items[Int(chunk.endItem) - 1].kinds == .unknown,
      sentence.items[Int(chunk.endItem) - 1].isCapitalised
    else { return nil }
    if phrase == 3, sentence.chunks[0].kind == .preposition,
      sentence.chunks[0].roles.contains(.locative), sentence.chunks[1].kind == .nounPhrase,
      sentence.chunks[2].kind == .comma, isOneName(sentence.chunks[1])
    {
      return state(of: 1, sentence)
    }
    return discourse.roleOwners[sentence.tokens[Int(office.endToken) - 1].word]
  }

  /// Whether a name only says of what kind the head is: "US-backed", "Russian-speaking".
  private func isCompound(_ owner: Int, _ chunk: Chunk, _ sentence: Sentence) -> Bool {
    let at = Int(sentence.owners[owner].item)
    return at + 2 < Int(chunk.endItem) - 1 && isCompound(at, sentence)
  }

  private func isCompound(_ item: Int, _ sentence: Sentence) -> Bool {
    let items = sentence.items
    guard lexicon.nounHead == .last, !lexicon.usesCases, item + 3 < items.count else {
      return false
    }
    let (hyphen, word) = (items[item + 1], items[item + 2])
    return hyphen.mark == .hyphen && hyphen.isJoined && word.isJoined
      && word.kinds.isDisjoint(with: [.actor, .place])
  }

  /// "The wife of Uganda's opposition leader", "soldiers of the Syrian army": people and forces
  /// without an owner of their own.
  private func isPart(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard lexicon.nounHead == .last, !lexicon.usesCases, phrase + 2 < sentence.chunks.count,
      chunk.eventNoun < 0, chunk.classes.intersects(crowdClasses),
      !chunk.traits.contains(.isOpaque),
      chunk.ownerEnd == chunk.ownerStart
        || sentence.owners[Int(chunk.ownerStart)].roles == .role,
      sentence.chunks[phrase + 1].kind == .preposition,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber
    else { return false }
    let behind = sentence.chunks[phrase + 2]
    return behind.kind == .nounPhrase && behind.ownerEnd > behind.ownerStart
      && !behind.traits.contains(.isAnaphor) && !behind.traits.contains(.isOpaque)
  }

  /// "Литві, чиї уряди підтримали": the noun before "whose" owns what stands behind it.
  private func possessor(before phrase: Int, _ sentence: Sentence) -> Int? {
    guard phrase > 1, sentence.chunks[phrase - 1].kind == .relative,
      sentence.chunks[phrase - 1].roles.contains(.possessivePronoun)
    else { return nil }
    var at = phrase - 2
    while at > 0, sentence.chunks[at].kind == .comma { at -= 1 }
    guard sentence.chunks[at].kind == .nounPhrase else { return nil }
    return sentence.chunks[at].listHead >= 0 ? Int(sentence.chunks[at].listHead) : at
  }

  /// "Officials in Islamabad", "the regime in Minsk": where a government sits says whose it is.
  private func hasSeat(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let seat = sentence.chunks[phrase + 2]
    guard sentence.chunks[phrase + 1].roles.contains(.locative),
      Int(sentence.chunks[phrase + 1].preposition) != ofNumber,
      seat.endItem == seat.firstItem + 1,
      !sentence.chunks[phrase].classes.intersects(foreignClasses)
        || sentence.chunks[phrase].classes.intersects(localClass)
    else { return false }
    let item = sentence.items[Int(seat.firstItem)]
    return item.kinds.contains(.actor) && item.kinds.isDisjoint(with: .adjectivalActor)
  }

  /// The actor that an item names: a person already introduced before others, a full name before a
  /// short form.
  func actor(_ item: Item) -> ActorID? {
    if item.articleName >= 0 { return names[item.articleName].id }
    return actorPosition(item).map { knowledge.actors.id(at: $0) }
  }

  /// The position in the registry of the actor that an item names.
  private func actorPosition(_ item: Item) -> Int? {
    var best: (rank: Int, index: Int)?
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .actor {
      let index = Int(meaning.index)
      if meaning.capitals == .initial || meaning.capitals == .all, !item.isCapitalised { continue }
      var rank = Self.strangerRank
      if !meaning.marks.contains(.shortForm) { rank = 1 }
      if !discourse.introduced.isEmpty, discourse.introduced.contains(index) { rank = 0 }
      if rank == Self.strangerRank { rank += obscurity(at: index) }
      if best.map({ rank < $0.rank }) ?? true { best = (rank, index) }
    }
    guard let best else { return nil }
    // "the North" is no state until one was named.
    if best.rank >= Self.strangerRank, knowledge.actors.kind(at: best.index) == .state,
      !discourse.states.contains(knowledge.actors.rolledUp(at: best.index))
    {
      return nil
    }
    return best.index
  }

  /// The rank of an actor that the article has not introduced in full.
  private static let strangerRank = 2

  /// How unlikely it is that a headline means someone by a surname alone: 0 for who leads a state on
  /// the day, more for other offices, most for none.
  private func obscurity(at position: Int) -> Int {
    guard knowledge.actors.kind(at: position) == .person else { return 0 }
    let offices = knowledge.actors.entries[position].offices
    let held = offices.filter { office in day.map { office.isHeld(on: $0) } ?? office.held.isOpen }
    if held.contains(where: { Self.leading.contains($0.title) }) { return 0 }
    return held.isEmpty ? 2 : 1
  }

  private static let leading: Set<String> = [
    "head-of-state", "head-of-government", "president", "prime-minister", "monarch",
    "supreme-leader",
  ]

  /// The actor, or the several actors, that an item names.
  private func actorsNamed(_ item: Item) -> [ActorID] {
    if item.articleName >= 0 { return [names[item.articleName].id] }
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .collective {
      return knowledge.actors.collectives[Int(meaning.index)].members
    }
    return actorPosition(item).map { [inOffice($0)] } ?? []
  }

  /// A person, or the state or body for which somebody who has served several held an office on the
  /// day: Rutte was the Netherlands' prime minister before he was NATO's secretary-general.
  private func inOffice(_ position: Int) -> ActorID {
    let id = knowledge.actors.id(at: position)
    guard let day, knowledge.actors.kind(at: position) == .person else { return id }
    let own = knowledge.actors.rolledUp(at: position)
    var other: ActorID?
    for office in knowledge.actors.entries[position].offices where office.isHeld(on: day) {
      if knowledge.actors.rolledUp(office.actor) == own { return id }
      other = other ?? office.actor
    }
    return other ?? id
  }

  /// The state that a place stands for: whoever holds it, unless they are the ones that act on it.
  private func place(_ item: Item, apartFrom excluded: [ActorID]) -> ActorID? {
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .place {
      let place = knowledge.places.places[Int(meaning.index)]
      let holder = place.holder(on: day)
      guard excluded.contains(holder) else { return holder }
      if day == nil, holder == place.state,
        let other = place.control.last(where: { $0.held.isOpen })
      {
        // Without a date, whoever took it from those who strike it now.
        return other.actor
      }
      return place.state
    }
    return nil
  }

  /// Takes note of the actors of a sentence in order, once its events are found.
  mutating func note(_ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    for item in sentence.items where item.kinds.contains(.actor) {
      if item.articleName >= 0 {
        noteName(item, in: sentence.number)
        continue
      }
      guard let position = actorPosition(item) else { continue }
      let kind = knowledge.actors.kind(at: position)
      if kind == .person {
        for meaning in lexicon.meanings(of: item.node)
        where meaning.kind == .actor && !meaning.marks.contains(.shortForm) {
          discourse.introduced.insert(Int(meaning.index))
        }
      }
      let rolledUp = knowledge.actors.rolledUp(at: position)
      discourse.note(
        rolledUp, kind: kind, isState: knowledge.actors.isOfState(at: position),
        in: sentence.number)
    }
    noteOffice(sentence)
    noteRoles(sentence)
    noteThings(sentence)
    learnNames(from: sentence, text)
    focus(on: sentence)
    let referents = referents(of: sentence)
    noteTopic(sentence, text)
    discourse.referents = referents
  }

  /// Notes what a sentence is about: its subject, else the only one that it names.
  private mutating func noteTopic(_ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    var undergoing: [ActorID] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && sentence.links[i].link == .main {
      let subject = sentence.links[i].subject
      guard subject >= 0, !sentence.chunks[Int(subject)].traits.contains(.isPlace) else { continue }
      let found = actors(ofList: subject, sentence).filter {
        knowledge.actors.kind(of: $0) != .medium
      }
      // "Explosions shook Kabul; the Taliban blamed Pakistan": of the first that names somebody.
      guard found.isEmpty else {
        discourse.setTopic(
          found.map { knowledge.actors.rolledUp($0) }, traits(of: Int(subject), sentence),
          in: sentence.number)
        return
      }
      let object = sentence.links[i].object
      if undergoing.isEmpty, object >= 0, sentence.chunks[Int(object)].traits.contains(.isPlace),
        sentence.chunks[Int(subject)].ownerEnd == sentence.chunks[Int(subject)].ownerStart
      {
        undergoing = actors(ofList: object, sentence).map { knowledge.actors.rolledUp($0) }
      }
    }
    // "Drones struck Port Sudan. The army …": where nobody is said to act, it goes on there.
    if !undergoing.isEmpty {
      discourse.setTopic(undergoing, .isNamed, in: sentence.number)
    } else if discourse.topicSentence < sentence.number,
      let sole = soleSubject(sentence, text)
    {
      let name = sentence.items[sole.item]
      let isPerson =
        name.articleName >= 0
        ? names[name.articleName].isPerson
        : actor(name).map { knowledge.actors.kind(of: $0) == .person } ?? false
      discourse.setTopic([sole.actor], isPerson ? .isPerson : .isNamed, in: sentence.number)
      if isPerson { discourse.personInFocus = sole.actor }
    }
  }

  /// Notes whom "he" and "they" may mean in the next sentence: the subjects of this one.
  private mutating func focus(on sentence: Sentence) {
    var person: ActorID?
    var crowd: [ActorID]?
    var hasSubject = false
    for (i, chunk) in sentence.chunks.enumerated() {
      if chunk.kind == .according, i + 1 < sentence.chunks.count {
        // "According to Zelensky, …. He …".
        person = namedPerson(i + 1, sentence, orRole: false) ?? person
      }
      guard chunk.kind == .verb else { continue }
      let object = Int(sentence.links[i].object)
      if object >= 0, sentence.chunks[object].classes.intersects(crowdClasses),
        !sentence.chunks[object].traits.contains(.isAnaphor)
      {
        // "Pyongyang has sent 10,000 soldiers. They …": the soldiers are those who were sent.
        let isOwned = sentence.chunks[object].ownerEnd > sentence.chunks[object].ownerStart
        let whose = isOwned ? object : Int(sentence.links[i].subject)
        if whose >= 0 {
          let owners = actors(of: whose, sentence).map { knowledge.actors.rolledUp($0) }
          if !owners.isEmpty { crowd = owners }
        }
      }
      let subject = Int(sentence.links[i].subject)
      guard subject >= 0 else { continue }
      let phrase = sentence.chunks[subject]
      guard !phrase.traits.contains(.isAnaphor), phrase.ownerEnd > phrase.ownerStart else {
        if person == nil, phrase.roles.contains(.personPronoun) { return }
        continue
      }
      let isMain = sentence.links[i].link == .main
      if isMain { hasSubject = true }
      // "Troops", "officials", but "the leader".
      let isPlural =
        phrase.classes.intersects(crowdClasses)
        && traits(of: subject, sentence).isDisjoint(with: .isPerson)
      if isPlural, crowd == nil, sentence.links[i].link != .relative {
        crowd = actors(of: subject, sentence).map { knowledge.actors.rolledUp($0) }
      }
      guard isMain, person == nil || sentence.links[i].isTrailingSpeech else { continue }
      person = namedPerson(subject, sentence, orRole: !isPlural) ?? person
    }
    if let person { discourse.personInFocus = person }
    if let crowd, !crowd.isEmpty {
      discourse.crowd = crowd
    } else if hasSubject {
      discourse.crowd = []
    }
  }

  /// Whom a phrase stands for, when it names a person or the holder of an office.
  func namedPerson(_ phrase: Int, _ sentence: Sentence, orRole: Bool) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd)
    where sentence.owners[position].kind == .actor {
      guard let id = actor(sentence.items[Int(sentence.owners[position].item)]) else { continue }
      let item = sentence.items[Int(sentence.owners[position].item)]
      let isPerson =
        item.articleName >= 0
        ? names[item.articleName].isPerson : knowledge.actors.kind(of: id) == .person
      if isPerson || orRole && chunk.roles.contains(.role) {
        return knowledge.actors.rolledUp(id)
      }
    }
    return nil
  }

  /// "The ministry", "the army": whose it was when the article last said so.
  private mutating func noteRoles(_ sentence: Sentence) {
    noteBodies(sentence)
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.ownerEnd > chunk.ownerStart
      && !chunk.traits.contains(.isAnaphor)
    {
      var owners: [ActorID]?
      for item in sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
      where item.roles.contains(.role) && !item.kinds.contains(.actor) {
        let found = owners ?? actors(of: i, sentence).map { knowledge.actors.rolledUp($0) }
        owners = found
        guard found.count == 1 else { break }
        for token in [item.firstToken, item.endToken - 1] {
          discourse.roleOwners[sentence.tokens[Int(token)].word] = found[0]
        }
      }
    }
  }

  /// "The European Commission", "Komisi Eropa": a body whose name holds the word for it, which alone
  /// means it later on.
  private mutating func noteBodies(_ sentence: Sentence) {
    guard !lexicon.usesCases else { return }
    for item in sentence.items
    where item.kinds.contains(.actor) && item.endToken > item.firstToken + 1
      && item.articleName < 0
    {
      let token = lexicon.nounHead == .last ? item.endToken - 1 : item.firstToken
      let word = sentence.tokens[Int(token)].word
      guard let id = actor(item), knowledge.actors.kind(of: id) != .person,
        knowledge.actors.kind(of: id) != .medium
      else { continue }
      if knowledge.actors.kind(of: id) == .organisation {
        discourse.bodies[word] = knowledge.actors.rolledUp(id)
      }
      guard lexicon.roles(of: word).contains(.role) else { continue }
      discourse.roleOwners[word] = knowledge.actors.rolledUp(id)
    }
  }

  /// "Kapal tersebut", "pulau itu": whose it was when the article last said so.
  func lastOwner(ofThing phrase: Int, _ sentence: Sentence) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    guard chunk.kind == .nounPhrase, chunk.headItem >= 0, chunk.eventNoun < 0,
      chunk.ownerEnd == chunk.ownerStart, chunk.classes.intersects(foreignClasses),
      sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains(where: {
        $0.roles.contains(.demonstrative)
      })
    else { return [] }
    let head = sentence.items[Int(chunk.headItem)]
    return discourse.thingOwners[sentence.tokens[Int(head.firstToken)].word].map { [$0] } ?? []
  }

  /// "Perdana Menteri Pakistan berada di Riyadh.": no event, but "ia" in what follows is that person.
  private mutating func noteOffice(_ sentence: Sentence) {
    guard sentence.chunks.isEmpty, lexicon.nounHead == .first, !lexicon.usesCases,
      sentence.items.count > 2, sentence.items[0].roles.contains(.role),
      sentence.items[0].kinds.isDisjoint(with: .actor), sentence.items[1].kinds.contains(.actor),
      let verb = sentence.items[2...].first(where: {
        !$0.kinds.contains(.actor) && !($0.kinds == .unknown && $0.isCapitalised)
      }),
      !verb.kinds.isDisjoint(with: [.verb, .unknownVerb])
        || !verb.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical]),
      let id = actor(sentence.items[1]), knowledge.actors.kind(of: id) != .medium
    else { return }
    discourse.setTopic([knowledge.actors.rolledUp(id)], .isPerson, in: sentence.number)
    discourse.personInFocus = knowledge.actors.rolledUp(id)
  }

  /// "Sekjen mendesak": a role without an owner is that of whoever had it when the article last said so.
  func lastOwner(ofRole phrase: Int, _ sentence: Sentence) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    guard chunk.kind == .nounPhrase, chunk.endItem == chunk.firstItem + 1,
      chunk.ownerEnd == chunk.ownerStart, chunk.roles.contains(.role)
    else { return [] }
    let word = sentence.tokens[Int(sentence.items[Int(chunk.firstItem)].firstToken)].word
    return discourse.roleOwners[word].map { [$0] } ?? []
  }

  /// Takes note of whose the things are that a sentence speaks of.
  private mutating func noteThings(_ sentence: Sentence) {
    guard lexicon.nounHead == .first, !lexicon.usesCases else { return }
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.headItem >= 0 && chunk.ownerEnd > chunk.ownerStart
      && chunk.traits.contains(.hasPossessor) && !chunk.traits.contains(.isAnaphor)
      && chunk.classes.intersects(foreignClasses)
    {
      let found = actors(of: i, sentence)
      guard found.count == 1 else { continue }
      let head = sentence.items[Int(chunk.headItem)]
      discourse.thingOwners[sentence.tokens[Int(head.firstToken)].word] =
        knowledge.actors.rolledUp(found[0])
    }
  }

  /// "His host", "its neighbour": the other of the two that the article speaks of.
  private mutating func counterpart(
    _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID]? {
    let chunk = sentence.chunks[phrase]
    let origin = phrase + 2
    if origin < sentence.chunks.count, sentence.chunks[phrase + 1].kind == .preposition,
      sentence.chunks[phrase + 1].roles.contains(.origin),
      sentence.chunks[origin].kind == .nounPhrase,
      sentence.chunks[origin].traits.isDisjoint(with: [.isAnaphor, .isPlace])
    {
      // "mitranya dari China", "his counterpart from China", "с коллегой из Китая".
      let found = actors(of: origin, sentence)
      if !found.isEmpty { return found }
    }
    if chunk.ownerEnd == chunk.ownerStart {
      // "Попередив сусідку": without a possessive, whoever is not spoken of at the moment.
      let own = excluding.isEmpty ? discourse.topic : excluding
      guard !own.isEmpty else { return [] }
      let known = discourse.mainDyad(apartFrom: []) + discourse.pair.reversed()
      return known.first { !own.contains($0) }.map { [$0] } ?? []
    }
    guard chunk.traits.contains(.hasPossessor), chunk.ownerEnd > chunk.ownerStart else {
      return nil
    }
    var own: [ActorID] = []
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd) {
      let owner = sentence.owners[position]
      let item = sentence.items[Int(owner.item)]
      // "His Russian counterpart" is Russian.
      if !item.kinds.isDisjoint(with: [.adjectivalActor, .maybeAdjective]) { return nil }
      own += actors(of: owner, phrase, sentence).map { knowledge.actors.rolledUp($0) }
    }
    guard !own.isEmpty else { return [] }
    if let other = lastOther(before: chunk.firstItem, sentence, own) { return [other] }
    // Whom it deals with most: a state's neighbour or enemy is a state, if one was named.
    let partner = discourse.partner(of: own)
    let isStates = !own.contains { !discourse.states.contains($0) }
    if !isStates || partner.contains(where: discourse.states.contains), !partner.isEmpty {
      return partner
    }
    if isStates, let state = discourse.recent.last(where: { !own.contains($0) }) { return [state] }
    let known = discourse.mainDyad(apartFrom: []) + discourse.pair.reversed()
    return known.first { !own.contains($0) }.map { [$0] } ?? []
  }

  // MARK: Anaphors

  private mutating func antecedent(
    _ owner: Owner, _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID] {
    let roles = owner.roles
    if roles.contains(.firstPerson) { return speaker }
    // "The head of its army": what explains a phrase may be explained by it.
    guard depth < Self.deepest else { return [] }
    depth += 1
    defer { depth -= 1 }
    if roles.contains(.role), let site = site(before: phrase, sentence), !excluding.contains(site) {
      return [site]
    }
    if !roles.isDisjoint(with: [.role, .groupCountry]) {
      let word = sentence.tokens[Int(sentence.items[Int(owner.item)].endToken) - 1].word
      if let known = discourse.roleOwners[word], !excluding.contains(known) { return [known] }
    }
    if roles.contains(.counterpart) {
      return neighbours(sentence.items[Int(owner.item)], apartFrom: excluding)
    }
    if roles.contains(.groupBoth) {
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
      // "Lukashenko suspended the country's membership": his own.
      return namesPerson(of: excluding, before: owner.item, sentence)
        ? [] : otherState(than: excluding, phrase, sentence)
    }
    if roles.contains(.reflexive) { return excluding }
    let agreement = Agreement(owner, sentence.items[Int(owner.item)])
    return excluding.isEmpty
      ? subjectMeant(owner, agreement, phrase, sentence)
      : objectMeant(owner, agreement, phrase, sentence, apartFrom: excluding)
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
    if let parallel = objectBefore(owner.item, agreement, phrase, sentence, excluding) {
      return parallel
    }
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
    let meant = discourse.spokenOf(agreement, apartFrom: excluding)
    if !meant.isEmpty { return meant }
    if let other { return [other] }
    let topic = discourse.topic.filter { !excluding.contains($0) }
    if !topic.isEmpty { return topic }
    return discourse.state.map { excluding.contains($0) ? [] : [$0] } ?? []
  }

  /// Whom a pronoun means that acts, or is the first of its clause.
  private mutating func subjectMeant(
    _ owner: Owner, _ agreement: Agreement, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID] {
    let roles = owner.roles
    if let accused = accusedBefore(phrase, sentence) { return accused }
    let before = subjectBefore(owner.item, agreement, phrase, sentence)
    if let before, before.fits {
      // "The chancellor" after two leaders: either may be meant.
      return roles.contains(.role) && before.actors.count > 1 ? [] : before.actors
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
    if roles.contains(.pluralPronoun), let sides = lastSides(sentence), sides.count > 1 {
      return sides
    }
    if roles.contains(.personPronoun) {
      let others = objects(of: phrase, sentence)
      for person in [discourse.personInFocus, discourse.person] {
        if let person, !others.contains(person) { return [person] }
      }
      let topic = discourse.topic.filter { !others.contains($0) }
      if !topic.isEmpty { return topic }
    }
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

  /// Who stands named as the object of the verbs that a phrase is the subject of.
  private func objects(of subject: Int, _ sentence: Sentence) -> [ActorID] {
    var result: [ActorID] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && Int(sentence.links[i].subject) == subject
      && sentence.links[i].object >= 0
    {
      let phrase = sentence.chunks[Int(sentence.links[i].object)]
      for position in Int(phrase.ownerStart)..<Int(phrase.ownerEnd)
      where sentence.owners[position].kind == .actor {
        for id in actorsNamed(sentence.items[Int(sentence.owners[position].item)]) {
          result.append(knowledge.actors.rolledUp(id))
        }
      }
    }
    return result
  }

  /// "Prigozhin halted after Lukashenko spoke to him": a person who is the subject of another
  /// clause before.
  private mutating func personBefore(
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
  private mutating func objectBefore(
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
    let found = actors(ofList: best, sentence).map { knowledge.actors.rolledUp($0) }
    return found.isEmpty || found.contains(where: excluding.contains) ? nil : found
  }

  private static let pronouns: WordRole = [
    .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson,
  ]

  /// "Россию обвиняют в том, что она …": a claim about somebody goes on with them.
  private mutating func accusedBefore(_ phrase: Int, _ sentence: Sentence) -> [ActorID]? {
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
  private mutating func mainSubject(
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
  private mutating func mainSubject(
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
  private mutating func subjectBefore(
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

  private func lastOther(
    before item: Int32, _ sentence: Sentence, _ excluded: [ActorID], isPerson: Bool = false
  ) -> ActorID? {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), let kind = knowledge.actors.kind(of: id),
        isPerson ? kind == .person : kind != .medium, !isVenue(i, sentence),
        !isCompound(i, sentence)
      else { continue }
      let rolledUp = knowledge.actors.rolledUp(id)
      if !excluded.contains(rolledUp), !excluded.contains(id) { return rolledUp }
    }
    return nil
  }

  /// "Соседи винят друг друга", "порвала с соседом": both sides of the article, or the other one.
  private func neighbours(_ item: Item, apartFrom excluded: [ActorID]) -> [ActorID] {
    let dyad = discourse.mainDyad(apartFrom: [])
    let sides = dyad.isEmpty ? discourse.pair : dyad
    if !excluded.isEmpty { return sides.filter { !excluded.contains($0) } }
    if item.nounFeatures.contains(.plural) { return sides }
    return sides.filter { !discourse.topic.contains($0) }
  }

  /// "В Киеве | правительство объявило": a bare role belongs to the place that opens the sentence.
  ///
  /// So do "военные в Мали" and "хакеры из КНДР" to the name behind them.
  private func site(before phrase: Int, _ sentence: Sentence) -> ActorID? {
    if let found = siteBehind(phrase, sentence) { return found }
    guard phrase >= 2, phrase <= 3, sentence.chunks[0].kind == .preposition,
      sentence.chunks[0].roles.contains(.locative), sentence.chunks[1].kind == .nounPhrase,
      isOneName(sentence.chunks[1]),
      sentence.chunks[1].features.contains(.locative),
      phrase == 2 || sentence.chunks[2].kind == .date
    else { return nil }
    return state(of: 1, sentence)
  }

  /// "Police arrested two Russians in Bălți": the place of those who are of the country where they act.
  private func scene(of phrase: Int, _ sentence: Sentence) -> Int? {
    guard sentence.chunks[phrase].classes.intersects(localClass),
      let verb = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == phrase
      })
    else { return nil }
    for at in sentence.chunks.indices.dropFirst(verb + 1) {
      let (chunk, before) = (sentence.chunks[at], sentence.chunks[at - 1])
      switch chunk.kind {
      case .verb, .relative, .subordinator, .complementizer, .stop: return nil
      case .nounPhrase:
        guard before.kind == .preposition, before.roles.contains(.locative),
          Int(before.preposition) != ofNumber, isOneName(chunk),
          !lexicon.usesCases || chunk.features.contains(.locative)
        else { continue }
        return at
      default: continue
      }
    }
    return nil
  }

  private func siteBehind(_ phrase: Int, _ sentence: Sentence) -> ActorID? {
    let at = phrase + 2
    guard at + 1 < sentence.chunks.count, sentence.chunks[at - 1].kind == .preposition,
      !sentence.chunks[at - 1].roles.isDisjoint(with: [.locative, .origin]),
      sentence.chunks[phrase].prepositionChunk < 0, sentence.chunks[at].kind == .nounPhrase,
      isOneName(sentence.chunks[at]),
      sentence.chunks[at + 1].kind == .verb,
      sentence.items[Int(sentence.chunks[at - 1].firstItem)].endToken
        == sentence.items[Int(sentence.chunks[at - 1].firstItem)].firstToken + 1
    else { return nil }
    return state(of: at, sentence)
  }

  /// Whether a phrase is a single name.
  private func isOneName(_ chunk: Chunk) -> Bool {
    chunk.ownerEnd == chunk.ownerStart + 1 && chunk.endItem == chunk.firstItem + 1
  }

  /// The state that the one name of a phrase stands for.
  private func state(of phrase: Int, _ sentence: Sentence) -> ActorID? {
    let owner = sentence.owners[Int(sentence.chunks[phrase].ownerStart)]
    let item = sentence.items[Int(owner.item)]
    switch owner.kind {
    case .actor: return actor(item).map { knowledge.actors.rolledUp($0) }
    case .place: return place(item, apartFrom: [])
    case .anaphor: return nil
    }
  }

  /// Whether a name only says where: "signed in Ankara", "will meet in Malaysia".
  private func isVenue(_ item: Int, _ sentence: Sentence) -> Bool {
    guard
      let chunk = sentence.chunks.first(where: {
        $0.kind == .nounPhrase && Int($0.firstItem) <= item && item < Int($0.endItem)
      }), chunk.prepositionChunk >= 0, chunk.endItem == chunk.firstItem + 1, !lexicon.usesCases
    else { return false }
    let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
    return preposition.roles.contains(.locative) && Int(preposition.preposition) != ofNumber
  }

  /// "mediated between them", "talks between them".
  private func standsBetween(_ item: Int32, _ sentence: Sentence) -> Bool {
    guard item > 0 else { return false }
    let last = Int(sentence.items[Int(item) - 1].endToken) - 1
    return lexicon.roles(of: sentence.tokens[last].word).contains(.between)
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
    if let state = discourse.state, !excluded.contains(state) { return [state] }
    return discourse.pair.last { !excluded.contains($0) }.map { [$0] } ?? []
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
        accepts(kind), !excluded.contains(knowledge.actors.rolledUp(id)), !isCompound(i, sentence)
      else { continue }
      return [knowledge.actors.rolledUp(id)]
    }
    return nil
  }

  /// The last two sides named before in the sentence, else those of the sentence before, else those that
  /// the article is about.
  private mutating func both(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    var pair: [ActorID] = []
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), knowledge.actors.kind(of: id) != .medium else {
        continue
      }
      let rolledUp = knowledge.actors.rolledUp(id)
      if excluded.contains(rolledUp) || excluded.contains(id) || isVenue(i, sentence) { continue }
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
    let ofStates = meansStates(item, sentence)
    let isMeant = { (sides: [ActorID], states: Set<ActorID>) in
      sides.count == 2 && !sides.contains(where: excluded.contains)
        && (!ofStates || sides.allSatisfy(states.contains))
    }
    // "Iran and Iraq condemned Syria. Both expelled": the two that acted, or were told of together.
    let together = [discourse.topic, discourse.lastPair(before: sentence.number)]
    if pair.isEmpty, let two = together.first(where: { isMeant($0, discourse.states) }) {
      return two
    }
    let sides = discourse.mainDyad(apartFrom: excluded, ofStates: ofStates)
    // "The two leaders" of an article that tells most of a state and the United Nations: of states.
    if !sides.isEmpty, !ofStates || isMeant(sides, discourse.states) { return sides }
    let named = discourse.pair.filter { !excluded.contains($0) }
    if named.count == 2 { return named }
    let others = discourse.recent.filter { !excluded.contains($0) }.suffix(2)
    if others.count == 2 { return Array(others) }
    return sides.isEmpty ? pair : sides
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
        // "Deputies" alone may be of one side, whatever it is.
        || counted.endToken > counted.firstToken + 1
          && lexicon.classes(of: node).intersects(officeClasses)
        || lexicon.meanings(of: node).contains { $0.roles.contains(.groupCountry) })
  }
}
