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
  /// Whether the sentence at hand begins inside what the speaker says.
  var isQuoting = false
  /// The names that the article explains.
  var names = ArticleNames()
  /// Where the sentence at hand names people of whom nothing is known, as items.
  var strangers: [Int] = []
  /// How many phrases are being explained by each other, and how many may be.
  var depth = 0
  static let deepest = 4
  let nouns: ActorNouns

  var ofNumber: Int { nouns.ofNumber }
  var againstNumber: Int { nouns.againstNumber }
  var crowdClasses: ClassSet { nouns.crowdClasses }
  var personClasses: ClassSet { nouns.personClasses }
  var foreignClasses: ClassSet { nouns.foreignClasses }
  var stateClass: ClassSet { nouns.stateClass }
  var officeClasses: ClassSet { nouns.officeClasses }
  var localClass: ClassSet { nouns.localClass }
  var withNumber: Int { nouns.withNumber }
  var groundClass: ClassSet { nouns.groundClass }
  var shipClasses: ClassSet { nouns.shipClasses }
  var shipPrefixes: ClassSet { nouns.shipPrefixes }
  var missionClasses: ClassSet { nouns.missionClasses }

  /// Actors whose names are plurals: "the Taliban".
  let pluralNames: Set<ActorID>

  /// The rank of an actor that the article has not introduced in full.
  static let strangerRank = 2
  static let leading: Set<String> = [
    "head-of-state", "head-of-government", "president", "prime-minister", "monarch",
    "supreme-leader",
  ]
  static let pronouns: WordRole = [
    .personPronoun, .thingPronoun, .pluralPronoun, .firstPerson,
  ]

  init(
    knowledge: Knowledge, lexicon: Lexicon, nouns: ActorNouns, language: String?, day: Int?
  ) {
    self.knowledge = knowledge
    pluralNames = language.flatMap { knowledge.catalog.pluralNames[$0] } ?? []
    self.lexicon = lexicon
    self.nouns = nouns
    self.day = day
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
    if let group = groupBehind(phrase, sentence) { return [group] }
    if let backed = backed(phrase, sentence, excluding: excluding) { return backed }
    if chunk.ownerEnd == chunk.ownerStart, let state = stateOfOffice(phrase, sentence) {
      return [state]
    }
    if chunk.ownerEnd == chunk.ownerStart + 1 {
      let owner = sentence.owners[Int(chunk.ownerStart)]
      let found = actors(of: owner, phrase, sentence, excluding: excluding)
      if found.count <= 1 { return found }
    }
    if let group = groupNamed(in: chunk, sentence) { return [group] }
    var result: [ActorID] = []
    for position in Int(chunk.ownerStart)..<Int(chunk.ownerEnd) {
      let found = actors(of: sentence.owners[position], phrase, sentence, excluding: excluding)
      for id in found where !result.contains(id) { result.append(id) }
    }
    return result
  }

  /// "Сомалийская группировка «Аш-Шабаб»": the group, which is no part of the state where it has its home.
  private func groupNamed(in chunk: Chunk, _ sentence: Sentence) -> ActorID? {
    guard lexicon.usesCases, chunk.next < 0, chunk.ownerEnd > chunk.ownerStart + 1 else {
      return nil
    }
    let first = sentence.items[Int(sentence.owners[Int(chunk.ownerStart)].item)]
    let last = Int(sentence.owners[Int(chunk.ownerEnd) - 1].item)
    guard first.kinds.contains(.adjectivalActor), last > Int(chunk.firstItem) + 1,
      sentence.items[last].kinds.isDisjoint(with: .adjectivalActor),
      !sentence.items[last - 1].roles.isDisjoint(with: [.groupHead, .groupGroup]),
      let id = actor(sentence.items[last]), knowledge.actors.kind(of: id) == .group
    else { return nil }
    return id
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

  /// The actor that an item names: a person already introduced before others, a full name before a
  /// short form.
  func actor(_ item: Item) -> ActorID? {
    if item.articleName >= 0 { return names[item.articleName].id }
    return actorPosition(item).map { knowledge.actors.id(at: $0) }
  }

  /// The actor, or the several actors, that an item names.
  func actorsNamed(_ item: Item) -> [ActorID] {
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
  func place(_ item: Item, apartFrom excluded: [ActorID]) -> ActorID? {
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .place {
      let place = knowledge.places.places[Int(meaning.index)]
      let holder = place.holder(on: day)
      guard excluded.contains(holder) else { return holder }
      // "Ukraine liberated Kherson": from whoever held it then, or until lately.
      if holder == place.state, let other = place.rival(on: day) { return other }
      return place.state
    }
    return nil
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
}
