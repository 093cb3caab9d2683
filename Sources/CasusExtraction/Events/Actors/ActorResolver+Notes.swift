import CasusKnowledge
import CasusModel

// What a sentence leaves behind for the pronouns of those that follow.
extension ActorResolver {
  /// Takes note of the actors of a sentence in order, once its events are found.
  mutating func note(_ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    for (at, item) in sentence.items.enumerated() where item.kinds.contains(.actor) {
      if item.articleName >= 0 {
        noteName(item, in: sentence.number)
        continue
      }
      guard let position = actorPosition(item) else { continue }
      let kind = knowledge.actors.kind(at: position)
      if kind != .state {
        for meaning in lexicon.meanings(of: item.node)
        where meaning.kind == .actor && !meaning.marks.contains(.shortForm) {
          discourse.introduced.insert(Int(meaning.index))
        }
      }
      let rolledUp = knowledge.actors.rolledUp(at: position)
      // "The parties met in Stockholm": where they meet is none of the two.
      discourse.note(
        rolledUp, kind: kind,
        isState: knowledge.actors.isOfState(at: position) && !isVenueOfTalks(at, sentence),
        in: sentence.number)
    }
    noteOffice(sentence)
    noteRoles(sentence)
    noteThings(sentence)
    learnNames(from: sentence, text)
    noteUnnamedCrowd(sentence)
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
      let found = sides(ofList: subject, sentence)
      // "Explosions shook Kabul; the Taliban blamed Pakistan": of the first that names somebody.
      guard found.isEmpty else {
        discourse.setTopic(found, traits(of: Int(subject), sentence), in: sentence.number)
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
      if sentence.links[i].link == .main, isUnnamedCrowd(subject, sentence) {
        discourse.unnamedCrowdSentence = sentence.number
        discourse.crowd = []
      }
      guard !phrase.traits.contains(.isAnaphor), phrase.ownerEnd > phrase.ownerStart else {
        if phrase.classes.intersects(officeClasses), phrase.roles.contains(.role) {
          // "The president": somebody else from here on.
          discourse.strangerSentence = -1
        }
        if person == nil, phrase.roles.contains(.personPronoun) { return }
        continue
      }
      let isMain = sentence.links[i].link == .main
      if isMain { hasSubject = true }
      // "Troops", "officials", "the Ethiopians", but "the leader".
      let isPeople =
        !lexicon.usesCases && lexicon.nounHead == .last && phrase.headItem >= 0
        && sentence.items[Int(phrase.headItem)].kinds.contains(.adjectivalActor)
      let isPlural =
        (phrase.classes.intersects(crowdClasses) || isPeople)
        && traits(of: subject, sentence).isDisjoint(with: .isPerson)
      if isPlural, crowd == nil, sentence.links[i].link != .relative {
        crowd = actors(of: subject, sentence).map { knowledge.actors.rolledUp($0) }
      }
      guard isMain, person == nil || sentence.links[i].isTrailingSpeech else { continue }
      person = namedPerson(subject, sentence, orRole: !isPlural) ?? person
    }
    if let person {
      discourse.personInFocus = person
      discourse.strangerSentence = -1
    } else if tellsOfStranger(sentence) {
      discourse.strangerSentence = sentence.number
    }
    if let crowd, !crowd.isEmpty {
      discourse.crowd = crowd
    } else if hasSubject {
      discourse.crowd = []
    }
  }

  /// Whether a phrase is somebody who speaks for a state or body.
  func isOffice(_ chunk: Chunk) -> Bool { chunk.classes.intersects(nouns.officialClasses) }

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

  /// "Sekjen mendesak": a role without an owner is that of whoever had it when the article last said so.
  func lastOwner(ofRole phrase: Int, _ sentence: Sentence) -> [ActorID] {
    let chunk = sentence.chunks[phrase]
    guard chunk.kind == .nounPhrase, chunk.endItem == chunk.firstItem + 1,
      chunk.ownerEnd == chunk.ownerStart, chunk.roles.contains(.role)
    else { return [] }
    let word = sentence.tokens[Int(sentence.items[Int(chunk.firstItem)].firstToken)].word
    return discourse.roleOwners[word].map { [$0] } ?? []
  }
}
