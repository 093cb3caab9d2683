import CasusKnowledge
import CasusModel

// Whom pronouns may speak of: the phrases of a sentence, and how each of them is spoken of.
extension ActorResolver {
  /// How a pronoun would speak of whom a phrase means.
  func traits(of phrase: Int, _ sentence: Sentence) -> Referent.Traits {
    let chunk = sentence.chunks[phrase]
    var traits: Referent.Traits = []
    if chunk.next >= 0, chunk.listHead < 0 || Int(chunk.listHead) == phrase {
      traits.insert(.isSeveral)
    }
    if chunk.classes.intersects(crowdClasses) { traits.insert(.isCrowd) }
    guard chunk.ownerEnd > chunk.ownerStart else { return traits }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    let item = sentence.items[Int(owner.item)]
    if owner.kind == .anaphor, !chunk.traits.contains(.hasPossessor) {
      if owner.roles.contains(.groupBoth) || Agreement(owner, item).isSeveral {
        traits.insert(.isSeveral)
      }
      if owner.roles.contains(.personPronoun) { traits.insert(.isPerson) }
      if owner.roles.contains(.groupGroup) { traits.insert(.isCrowd) }
    }
    if chunk.ownerEnd > chunk.ownerStart + 1 { traits.insert(.isSeveral) }
    if !lexicon.usesCases, chunk.headItem >= 0 {
      let head = sentence.items[Int(chunk.headItem)]
      if head.nounFeatures.contains(.plural), head.kinds.isDisjoint(with: [.actor, .place]) {
        traits.insert(.isPlural)
      }
    }
    if lexicon.usesCases, chunk.headItem >= 0, isSingular(sentence.items[Int(chunk.headItem)]) {
      traits.insert(.isSingular)
    }
    if namedPerson(phrase, sentence, orRole: false) != nil
      || !traits.contains(.isPlural) && namesSomebody(chunk.headItem, sentence)
    {
      traits.insert(.isPerson)
    }
    if owner.kind == .actor, !chunk.traits.contains(.hasPossessor), !traits.contains(.isPerson),
      let id = actor(item)
    {
      switch knowledge.actors.kind(of: id) {
      // "The Russians", "the Taliban", "the RSF".
      case _ where item.kinds.contains(.adjectivalActor) || pluralNames.contains(id):
        traits.insert(.isCrowd)
      case .group: traits.insert(.isCrowd)
      case .state, .government, .organisation:
        traits.insert(.isNamed)
        if chunk.headItem == owner.item, !traits.contains(.isSeveral) {
          traits.formUnion(.gender(item.nounFeatures))
        }
      default: break
      }
    }
    return traits
  }

  /// "Сухогруз": whether a common noun stands in a form that no plural has.
  private func isSingular(_ item: Item) -> Bool {
    item.kinds.contains(.noun) && item.kinds.isDisjoint(with: [.actor, .place])
      && !item.isCapitalised && item.nounFeatures.contains(.nominative)
      && item.nounFeatures.isDisjoint(with: .plural)
      && item.roles.isDisjoint(with: [.groupBoth, .groupGroup])
  }

  /// Whether a noun names a person: "minister", "official".
  private func namesSomebody(_ head: Int32, _ sentence: Sentence) -> Bool {
    guard head >= 0, sentence.items[Int(head)].classSet != 0,
      sentence.items[Int(head)].kinds.isDisjoint(with: .actor)
    else { return false }
    return lexicon.classSets[Int(sentence.items[Int(head)].classSet)].intersects(personClasses)
  }

  /// The nearest phrase before an item that a pronoun may speak of, of those whose actors are not excluded, and
  /// where asked for of those that show that they are several.
  mutating func fitting(
    _ agreement: Agreement, before item: Int32, in phrases: Range<Int>, _ sentence: Sentence,
    apartFrom excluded: [ActorID], showsNumber: Bool = false
  ) -> [ActorID]? {
    for at in phrases.reversed() {
      let chunk = sentence.chunks[at]
      if showsNumber,
        traits(of: at, sentence).isDisjoint(with: [.isSeveral, .isPlural, .isCrowd])
      {
        continue
      }
      guard chunk.kind == .nounPhrase, chunk.firstItem < item,
        chunk.listHead < 0 || Int(chunk.listHead) == at, chunk.ownerEnd > chunk.ownerStart,
        chunk.traits.isDisjoint(with: [.isPlace, .isOpaque]), !isVenue(at, sentence),
        agreement.fits(traits(of: at, sentence)), stands(at, before: item, sentence)
      else { continue }
      let found = actors(ofList: Int32(at), sentence).map { knowledge.actors.rolledUp($0) }
      if !found.isEmpty, !found.contains(where: excluded.contains) { return found }
    }
    return nil
  }

  /// Whom the clitic of a verb means: "menyerangnya".
  mutating func actors(
    ofClitic verb: Int, _ sentence: Sentence, excluding: [ActorID]
  ) -> [ActorID] {
    guard !excluding.isEmpty else { return [] }
    return fitting(
      .any, before: sentence.chunks[verb].firstItem, in: 0..<verb, sentence, apartFrom: excluding)
      ?? discourse.spokenOf(.any, apartFrom: excluding)
  }

  /// Whether a phrase stands before an item with all that its list holds: not "Assad and his family" before
  /// "his".
  func stands(_ phrase: Int, before item: Int32, _ sentence: Sentence) -> Bool {
    sentence.list(from: Int32(phrase)).allSatisfy { sentence.chunks[$0].endItem <= item }
  }

  /// Whether a phrase only says where: "in Ankara".
  private func isVenue(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard chunk.prepositionChunk >= 0 else { return false }
    let preposition = sentence.chunks[Int(chunk.prepositionChunk)]
    return preposition.roles.contains(.locative)
      && (!lexicon.usesCases || chunk.features.contains(.locative))
      && preposition.roles.isDisjoint(with: .between)
      && Int(preposition.preposition) != ofNumber
  }

  /// Whom a sentence whose verbs have no subject is about.
  ///
  /// "And Somaliland?", "Ethiopia was never an easy partner.", "Mogadishu read the paper as theft."
  func soleSubject(
    _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>
  ) -> (actor: ActorID, item: Int)? {
    var found: (actor: ActorID, item: Int)?
    for (at, item) in sentence.items.enumerated() where item.kinds.contains(.actor) {
      guard let id = actor(item), knowledge.actors.kind(of: id) != .medium else { continue }
      let rolledUp = knowledge.actors.rolledUp(id)
      if let found, found.actor != rolledUp { return opens(sentence, found.item) ? found : nil }
      if found == nil { found = (rolledUp, at) }
    }
    guard let found, !opens(sentence, found.item) else { return found }
    // "The album struck Portugal": it is about something else.
    let isAboutOther = sentence.links.contains { links in
      links.subject >= 0
        && !(sentence.chunks[Int(links.subject)]
          .firstItem..<sentence.chunks[Int(links.subject)].endItem)
          .contains(Int32(found.item))
    }
    guard !isAboutOther else { return nil }
    let item = sentence.items[found.item]
    if lexicon.usesCases {
      let isQuestion = sentence.tokens.contains {
        $0.kind == .exclamation && text[Int($0.start)] == UInt8(ascii: "?")
      }
      return item.nounFeatures.contains(.nominative) || isQuestion ? found : nil
    }
    guard item.kinds.isDisjoint(with: .adjectivalActor) else { return nil }
    guard found.item > 0 else { return found }
    let before = sentence.items[found.item - 1].roles
    // "For France, the year was …", but "a welder in Kenya".
    let isAside =
      before.contains(.preposition)
      && (found.item > 1 || !before.isDisjoint(with: [.locative, .origin]))
    return isAside ? nil : found
  }

  /// Whether an actor opens a sentence of which no event is read, as its subject.
  private func opens(_ sentence: Sentence, _ item: Int) -> Bool {
    guard item == 0, sentence.chunks.isEmpty, sentence.items.count > 1 else { return false }
    let next = sentence.items[1]
    return sentence.items[0].nounFeatures.contains(.nominative)
      || next.kinds.contains(.verb)
      || !next.roles.isDisjoint(with: [.be, .perfect, .planned, .hypothetical])
  }

  /// The actors of a noun phrase and of the list it starts, media apart, each rolled up.
  mutating func sides(ofList head: Int32, _ sentence: Sentence) -> [ActorID] {
    let found = actors(ofList: head, sentence)
    var sides: [ActorID] = []
    sides.reserveCapacity(found.count)
    for id in found {
      if let side = knowledge.actors.side(id) { sides.append(side) }
    }
    return sides
  }

  /// Those whom a sentence speaks of, its subjects first, then the rest in their order.
  mutating func referents(of sentence: Sentence) -> [Referent] {
    var subjects: [Referent] = []
    var others: [Referent] = []
    for (at, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.ownerEnd > chunk.ownerStart
      && (chunk.listHead < 0 || Int(chunk.listHead) == at)
      && chunk.traits.isDisjoint(with: [.isPlace, .isOpaque]) && !isVenue(at, sentence)
    {
      let found = sides(ofList: Int32(at), sentence)
      guard !found.isEmpty else { continue }
      let isSubject = sentence.links.contains { Int($0.subject) == at }
      let referent = Referent(
        actors: found, traits: traits(of: at, sentence),
        standing: isSubject ? .subject : chunk.prepositionChunk < 0 ? .object : .complement,
        place: at)
      if isSubject { subjects.append(referent) } else { others.append(referent) }
    }
    return subjects + others
  }
}
