import CasusKnowledge
import CasusModel

// People of whom nothing is known but a name.
extension ActorResolver {
  /// Whether a language says "he" of nobody but a person, and tells objects by their order.
  private var namesPeopleByPronoun: Bool { !lexicon.usesCases && lexicon.nounHead == .last }

  /// Marks where a sentence names somebody whom neither the registry nor the article explains: "Henrik
  /// Lassen", and "Lassen" once that was told.
  mutating func markStrangers(in sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    strangers.removeAll(keepingCapacity: true)
    guard namesPeopleByPronoun, !isTitle(sentence) else { return }
    var at = 0
    while at < sentence.items.count {
      let end = endOfStranger(from: at, sentence)
      guard end > at else {
        at += 1
        continue
      }
      let surname = key(of: sentence.items[end - 1], text)
      if end > at + 1, !standsForThing(at, sentence) {
        discourse.strangers.insert(surname)
        // Of the man Andreas Hadjis one may go on as "Andreas".
        discourse.strangers.insert(key(of: sentence.items[at], text))
        strangers.append(at)
      } else if end == at + 1,
        discourse.strangers.contains(surname) || isSomebody(at, sentence)
      {
        discourse.strangers.insert(surname)
        strangers.append(at)
      }
      at = end
    }
  }

  private func key(of item: Item, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    NameKey(usesCases: lexicon.usesCases).key(text, Int(item.start), Int(item.end))
  }

  /// Where a run of words ends that nobody knows, with capitals, the first of them no initial.
  private func endOfStranger(from start: Int, _ sentence: Sentence) -> Int {
    var at = start
    while at < sentence.items.count, at - start < 4 {
      let item = sentence.items[at]
      guard item.mark == .word, item.isCapitalised, !item.isJoined, item.roles.isEmpty,
        at == start
          ? item.kinds == .unknown : item.kinds.isDisjoint(with: [.actor, .place, .date, .verb])
      else { break }
      at += 1
    }
    return at
  }

  /// "Marlon, who": whether a relative for people tells more of a name.
  private func isSomebody(_ item: Int, _ sentence: Sentence) -> Bool {
    guard item + 2 < sentence.items.count, sentence.items[item + 1].mark == .comma else {
      return false
    }
    let next = sentence.items[item + 2]
    return next.roles.contains(.relative) && next.nounFeatures.contains(.person)
  }

  /// "The Burj Khalifa", "in Hai Phong": an article or a preposition of place before a name of no person.
  private func standsForThing(_ item: Int, _ sentence: Sentence) -> Bool {
    guard item > 0 else { return false }
    let before = sentence.items[item - 1].roles
    return !before.isDisjoint(with: [.determiner, .locative, .origin])
  }

  /// Whether a sentence is about somebody unknown: by title and name ("Mr Alkatiri"), or by name alone.
  func tellsOfStranger(_ sentence: Sentence) -> Bool {
    if strangers.contains(where: { item in
      sentence.chunks.isEmpty
        || sentence.chunks.contains { chunk in
          chunk.kind == .nounPhrase && (Int(chunk.firstItem)..<Int(chunk.endItem)).contains(item)
            && chunk.ownerEnd == chunk.ownerStart
        }
    }) {
      return true
    }
    guard
      let verb = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
      }), sentence.links[verb].subject >= 0
    else { return false }
    let subject = sentence.chunks[Int(sentence.links[verb].subject)]
    let items = sentence.items[Int(subject.firstItem)..<Int(subject.endItem)]
    return subject.ownerEnd == subject.ownerStart && items.count > 1
      && items.first?.roles.contains(.abbreviation) == true
      && items.dropFirst().allSatisfy { $0.isCapitalised && $0.kinds == .unknown }
  }

  /// Whether "he" means somebody unknown: named before in the sentence, else in those before.
  func meansStranger(_ owner: Owner, _ sentence: Sentence) -> Bool {
    guard namesPeopleByPronoun,
      sentence.items[Int(owner.item)].nounFeatures.contains(.person)
    else { return false }
    return strangers.contains { $0 < Int(owner.item) } || discourse.strangerSentence >= 0
  }

  /// "When Maduro voted, Marlon's uncle voted no; his aunt": whether somebody unknown stands nearer to a pronoun, as
  /// a subject or its owner, than anybody known.
  func standsNearer(_ owner: Owner, _ sentence: Sentence) -> Bool {
    guard namesPeopleByPronoun,
      sentence.items[Int(owner.item)].nounFeatures.contains(.person),
      let stranger = strangers.last(where: { $0 < Int(owner.item) })
    else { return false }
    let isSubject = sentence.links.contains { links in
      links.subject >= 0
        && (sentence.chunks[Int(links.subject)]
          .firstItem..<sentence.chunks[Int(links.subject)]
          .endItem).contains(Int32(stranger))
    }
    return isSubject
      && !sentence.items[(stranger + 1)..<Int(owner.item)].contains { item in
        item.kinds.contains(.actor)
          && actor(item).map { knowledge.actors.kind(of: $0) == .person } == true
      }
  }

  /// Whether "they" means people of no side who act in an earlier clause or in the sentence before.
  func meansUnnamedCrowd(_ owner: Owner, _ sentence: Sentence) -> Bool {
    guard namesPeopleByPronoun, owner.roles.contains(.pluralPronoun) else { return false }
    let subject = sentence.links.indices.filter {
      sentence.chunks[$0].kind == .verb && sentence.links[$0].subject >= 0
        && sentence.chunks[Int(sentence.links[$0].subject)].firstItem < owner.item
    }.map { Int(sentence.links[$0].subject) }.max()
    if let subject { return isUnnamedCrowd(subject, sentence) }
    return discourse.unnamedCrowdSentence == sentence.number - 1
  }

  /// Takes note of people of no side whom a sentence begins with that holds no event: "The drivers laughed".
  mutating func noteUnnamedCrowd(_ sentence: Sentence) {
    guard namesPeopleByPronoun, sentence.chunks.isEmpty else { return }
    if sentence.items.allSatisfy({ $0.kinds.isDisjoint(with: [.actor, .place]) }),
      sentence.items.contains(where: { isCrowdWord($0) })
    {
      discourse.unnamedCrowdSentence = sentence.number
      return
    }
    let opening: WordRole = [.determiner, .adjective]
    let head = sentence.items.prefix(4).first {
      $0.roles.isDisjoint(with: opening) && $0.kinds != .number
    }
    if let head, isCrowdWord(head) { discourse.unnamedCrowdSentence = sentence.number }
  }

  /// "Drivers", "students".
  private func isCrowdWord(_ item: Item) -> Bool {
    item.nounFeatures.contains(.plural) && item.classSet != 0
      && item.kinds.isDisjoint(with: [.actor, .place])
      && item.roles.isDisjoint(with: [.groupGroup, .groupBoth])
      && lexicon.classSets[Int(item.classSet)].intersects(personClasses)
  }

  /// "The drivers", "students": whether a phrase is several people of whom nothing says whose they are.
  func isUnnamedCrowd(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard namesPeopleByPronoun, chunk.kind == .nounPhrase, chunk.headItem >= 0,
      chunk.ownerEnd == chunk.ownerStart, chunk.classes.intersects(personClasses)
    else { return false }
    return sentence.items[Int(chunk.headItem)].nounFeatures.contains(.plural)
  }

  // MARK: Surnames of somebody known

  /// Takes a known person's surname for nobody's where another given name stands beside it: "Muse Bihi
  /// Abdi", "Brigitte Macron", "Ellen Johnson Sirleaf".
  func forgetStrangers(in sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    guard
      sentence.items.contains(where: { $0.kinds.contains(.actor) && isOneWord($0) }),
      !isTitle(sentence)
    else { return }
    for at in sentence.items.indices where isSurname(sentence.items[at]) {
      // A sentence begins with a capital whatever the word.
      let before = at > 1 && isName(at - 1, beside: at - 1, sentence) ? at - 1 : nil
      let behind =
        at + 1 < sentence.items.count && isName(at + 1, beside: at, sentence) ? at + 1 : nil
      guard let other = before ?? behind,
        !isGivenName(sentence.items[other], of: sentence.items[at], text)
      else { continue }
      sentence.items[at].kinds = .unknown
      sentence.items[at].node = 0
      sentence.items[at].roles = []
    }
  }

  private func isOneWord(_ item: Item) -> Bool {
    item.endToken == item.firstToken + 1 && item.isCapitalised && item.articleName < 0
  }

  /// Whether an item means people by a short form of their names and nothing else.
  private func isSurname(_ item: Item) -> Bool {
    guard item.kinds.contains(.actor), isOneWord(item), item.roles.isEmpty,
      item.kinds.isDisjoint(with: [.place, .verb, .noun, .eventNoun])
    else { return false }
    return lexicon.meanings(of: item.node).allSatisfy {
      $0.kind != .actor
        || $0.marks.contains(.shortForm)
          && knowledge.actors.kind(at: Int($0.index)) == .person
    }
  }

  /// Whether a word that the lexicon does not know stands with a capital right beside the one behind it.
  private func isName(_ name: Int, beside at: Int, _ sentence: Sentence) -> Bool {
    let (item, behind) = (sentence.items[name], sentence.items[at + 1])
    return item.isUnknownName && !item.isJoined && behind.mark == .word && !behind.isJoined
  }

  /// Whether a name begins as a given name does of those that a surname may mean.
  private func isGivenName(
    _ name: Item, of surname: Item, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(name.start)
    let initial = text[start..<min(start + (text[start] < 0x80 ? 1 : 2), text.count)]
    // The surname begins with its own letter: "Sabrina Singh" is not Manmohan Singh.
    let first = Int(surname.start)
    let own = text[first..<min(first + 4, Int(surname.end))]
    return lexicon.meanings(of: surname.node).contains { meaning in
      guard meaning.kind == .actor else { return false }
      let names = knowledge.actors.entries[Int(meaning.index)].names[lexicon.language] ?? []
      return names.contains { full in
        !full.marks.contains(.shortForm)
          && full.text.split(separator: " ").contains {
            $0.utf8.starts(with: initial) && !$0.utf8.starts(with: own)
          }
      }
    }
  }
}
