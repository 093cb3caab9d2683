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
  private let ofNumber: Int
  /// Nouns that "they" may stand for.
  private let crowdClasses: ClassSet

  init(knowledge: Knowledge, lexicon: Lexicon, day: Int?) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    self.day = day
    ofNumber = lexicon.prepositions["of"] ?? -1
    var classes = ClassSet()
    for name in ["troops", "people"] {
      if let number = lexicon.classNumbers[name] { classes.insert(number) }
    }
    crowdClasses = classes
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
    if let owner = ownerBehind(phrase, sentence) { return actors(of: owner, sentence) }
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
    case .place: place(sentence.items[Int(owner.item)]).map { [$0] } ?? []
    case .anaphor: antecedent(owner, phrase, sentence, excluding: excluding)
    }
  }

  /// "The president of Russia": a role without an owner of its own has the one behind "of".
  private func ownerBehind(_ phrase: Int, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[phrase]
    guard chunk.roles.contains(.role), phrase + 2 < sentence.chunks.count,
      sentence.chunks[phrase + 1].kind == .preposition,
      Int(sentence.chunks[phrase + 1].preposition) == ofNumber,
      sentence.chunks[phrase + 2].kind == .nounPhrase
    else { return nil }
    let named = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).contains {
      sentence.owners[$0].kind != .anaphor
    }
    guard !named else { return nil }
    let behind = sentence.chunks[phrase + 2]
    return behind.ownerEnd > behind.ownerStart || behind.roles.contains(.role) ? phrase + 2 : nil
  }

  /// The actor that an item names: a person already introduced before others, a full name before a
  /// short form.
  func actor(_ item: Item) -> ActorID? {
    actorPosition(item).map { knowledge.actors.entries[$0].actor.id }
  }

  /// The position in the registry of the actor that an item names.
  private func actorPosition(_ item: Item) -> Int? {
    var best: (rank: Int, index: Int)?
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .actor {
      let index = Int(meaning.index)
      if meaning.capitals != .any, !item.isCapitalised { continue }
      var rank = 2
      if !meaning.marks.contains(.shortForm) { rank = 1 }
      if !discourse.introduced.isEmpty, discourse.introduced.contains(index) { rank = 0 }
      if best.map({ rank < $0.rank }) ?? true { best = (rank, index) }
    }
    guard let best else { return nil }
    // "the North" is no state until one was named.
    if best.rank == 2, knowledge.actors.kind(at: best.index) == .state,
      !discourse.states.contains(knowledge.actors.rolledUp(at: best.index))
    {
      return nil
    }
    return best.index
  }

  /// The actor, or the several actors, that an item names.
  private func actorsNamed(_ item: Item) -> [ActorID] {
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .collective {
      return knowledge.actors.collectives[Int(meaning.index)].members
    }
    return actor(item).map { [$0] } ?? []
  }

  private func place(_ item: Item) -> ActorID? {
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .place {
      return knowledge.places.places[Int(meaning.index)].holder(on: day)
    }
    return nil
  }

  /// Takes note of the actors of a sentence in order, once its events are found.
  mutating func note(_ sentence: Sentence) {
    for item in sentence.items where item.kinds.contains(.actor) {
      guard let position = actorPosition(item) else { continue }
      let kind = knowledge.actors.kind(at: position)
      if kind == .person {
        for meaning in lexicon.meanings(of: item.node)
        where meaning.kind == .actor && !meaning.marks.contains(.shortForm) {
          discourse.introduced.insert(Int(meaning.index))
        }
      }
      let rolledUp = knowledge.actors.rolledUp(at: position)
      discourse.note(rolledUp, kind: kind, isState: knowledge.actors.isOfState(at: position))
    }
    if lexicon.usesCases, sentence.chunks.isEmpty, let first = sentence.items.first,
      first.kinds.contains(.actor), first.nounFeatures.contains(.nominative), let id = actor(first),
      knowledge.actors.kind(of: id) != .medium
    {
      // "Израиль не стал ждать.": no event, but what follows speaks of its subject.
      discourse.topic = [knowledge.actors.rolledUp(id)]
    }
    focus(on: sentence)
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && sentence.links[i].link == .main {
      let subject = sentence.links[i].subject
      guard subject >= 0, !sentence.chunks[Int(subject)].traits.contains(.isPlace) else { continue }
      let found = actors(ofList: subject, sentence).filter {
        knowledge.actors.kind(of: $0) != .medium
      }
      if !found.isEmpty { discourse.topic = found.map { knowledge.actors.rolledUp($0) } }
      break
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
      let subject = Int(sentence.links[i].subject)
      guard subject >= 0 else { continue }
      let phrase = sentence.chunks[subject]
      guard !phrase.traits.contains(.isAnaphor), phrase.ownerEnd > phrase.ownerStart else {
        if person == nil, phrase.roles.contains(.personPronoun) { return }
        continue
      }
      let isMain = sentence.links[i].link == .main
      if isMain { hasSubject = true }
      let isPlural = phrase.classes.intersects(crowdClasses)
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
  private func namedPerson(_ phrase: Int, _ sentence: Sentence, orRole: Bool) -> ActorID? {
    let chunk = sentence.chunks[phrase]
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd)
    where sentence.owners[position].kind == .actor {
      guard let id = actor(sentence.items[Int(sentence.owners[position].item)]) else { continue }
      if knowledge.actors.kind(of: id) == .person || orRole && chunk.roles.contains(.role) {
        return knowledge.actors.rolledUp(id)
      }
    }
    return nil
  }

  // MARK: Anaphors

  private mutating func antecedent(
    _ owner: Owner, _ phrase: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID] {
    let roles = owner.roles
    if roles.contains(.firstPerson) { return speaker }
    if roles.contains(.groupBoth) {
      return both(before: owner.item, sentence, apartFrom: excluding)
    }
    if roles.contains(.groupBloc) {
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
      return named(before: owner.item, sentence, apartFrom: excluding) {
        $0 == .state || $0 == .government
      } ?? otherState(than: excluding)
    }
    if !excluding.isEmpty {
      // An object pronoun is not its own clause's subject.
      if let other = lastOther(before: owner.item, sentence, excluding) { return [other] }
      let topic = discourse.topic.filter { !excluding.contains($0) }
      if !topic.isEmpty { return topic }
      return discourse.state.map { excluding.contains($0) ? [] : [$0] } ?? []
    }
    if let subject = subjectBefore(owner.item, phrase, sentence) { return subject }
    if roles.contains(.pluralPronoun), !discourse.crowd.isEmpty { return discourse.crowd }
    if roles.contains(.personPronoun) {
      let others = objects(of: phrase, sentence)
      for person in [discourse.personInFocus, discourse.person] {
        if let person, !others.contains(person) { return [person] }
      }
      let topic = discourse.topic.filter { !others.contains($0) }
      if !topic.isEmpty { return topic }
    }
    if discourse.topic.isEmpty, roles.contains(.role), let state = discourse.state {
      return [state]
    }
    return discourse.topic
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

  /// The subject of an earlier clause of the sentence.
  private mutating func subjectBefore(
    _ item: Int32, _ phrase: Int, _ sentence: Sentence
  ) -> [ActorID]? {
    var best: Int32 = -1
    for (i, chunk) in sentence.chunks.enumerated() where chunk.kind == .verb {
      let subject = sentence.links[i].subject
      guard subject >= 0, Int(subject) != phrase, sentence.chunks[Int(subject)].firstItem < item,
        !sentence.chunks[Int(subject)].traits.contains(.isAnaphor),
        sentence.chunks[Int(subject)].ownerEnd > sentence.chunks[Int(subject)].ownerStart
      else { continue }
      best = max(best, subject)
    }
    guard best >= 0 else { return nil }
    // "Асад и его семья": of a list that the pronoun stands in, what stands before it.
    var found: [ActorID] = []
    for member in sentence.list(from: best) where member != phrase {
      if sentence.chunks[member].traits.contains(.isAnaphor), member > phrase { continue }
      for id in actors(of: member, sentence) where !found.contains(id) { found.append(id) }
    }
    return found.isEmpty ? nil : found.map { knowledge.actors.rolledUp($0) }
  }

  private func lastOther(
    before item: Int32, _ sentence: Sentence, _ excluded: [ActorID]
  ) -> ActorID? {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), knowledge.actors.kind(of: id) != .medium else {
        continue
      }
      let rolledUp = knowledge.actors.rolledUp(id)
      if !excluded.contains(rolledUp), !excluded.contains(id) { return rolledUp }
    }
    return nil
  }

  private func otherState(than excluded: [ActorID]) -> [ActorID] {
    if let state = discourse.state, !excluded.contains(state) { return [state] }
    return discourse.pair.last { !excluded.contains($0) }.map { [$0] } ?? []
  }

  private func named(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID],
    _ accepts: (Actor.Kind) -> Bool
  ) -> [ActorID]? {
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), let kind = knowledge.actors.kind(of: id),
        accepts(kind), !excluded.contains(knowledge.actors.rolledUp(id))
      else { continue }
      return [knowledge.actors.rolledUp(id)]
    }
    return nil
  }

  /// The last two sides named before in the sentence, else those that the article is about.
  private func both(
    before item: Int32, _ sentence: Sentence, apartFrom excluded: [ActorID]
  ) -> [ActorID] {
    var pair: [ActorID] = []
    for i in stride(from: Int(item) - 1, through: 0, by: -1)
    where sentence.items[i].kinds.contains(.actor) {
      guard let id = actor(sentence.items[i]), knowledge.actors.kind(of: id) != .medium else {
        continue
      }
      let rolledUp = knowledge.actors.rolledUp(id)
      if excluded.contains(rolledUp) || excluded.contains(id) { continue }
      if !pair.contains(rolledUp) { pair.append(rolledUp) }
      if pair.count == 2 { return pair }
    }
    let sides = discourse.mainDyad(apartFrom: excluded)
    if !sides.isEmpty { return sides }
    let named = discourse.pair.filter { !excluded.contains($0) }
    return named.count == 2 ? named : pair
  }
}
