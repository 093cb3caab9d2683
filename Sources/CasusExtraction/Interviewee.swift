import CasusKnowledge
import CasusModel

/// Who answers in an interview.
struct Interviewee {
  /// The state or body for which an official speaks: "we" and, in questions, "you".
  var actors: [ActorID] = []
  /// Who says what is answered: the actor's identifier, or the name of a person without an office.
  var attribution: String?
}

// Interviews: who answers, and what "we" and "you" mean in answers and questions.
extension ArticleReading {
  /// Takes note of whom a sentence above the first question may introduce as the one who answers.
  ///
  /// The sentence in which the paper says "we" ("we spoke with …") counts most, then whoever holds an
  /// office, then the last person named.
  mutating func noteIntroduction() {
    guard interview != nil, interviewPart == nil else { return }
    let official = official()
    let name = privateNames().last
    if sentence.items.contains(where: { $0.roles.contains(.firstPerson) }),
      !sentence.tokens.contains(where: { $0.kind == .openQuote || $0.kind == .plainQuote })
    {
      meetingSentence = sentence.number
    }
    // "Kami berbincang dengan Laksamana Muda (Purn.) | Hendro Sasmita": the name may be cut off.
    let isMeeting =
      meetingSentence.map { $0 == sentence.number || $0 + 1 == sentence.number } ?? false
    let rank = isMeeting ? 2 : official != nil ? 1 : 0
    guard rank >= intervieweeRank, official != nil || name != nil else { return }
    intervieweeRank = rank
    if let official, rank < 2 || name.map({ official.items.overlaps($0) }) ?? true {
      interviewee = Interviewee(actors: [official.actor], attribution: official.actor.rawValue)
    } else if let name {
      // A name in the nominative is that of the headline: "дослідниця Марта Коваленко".
      let text = spelling(of: name)
      if official == nil, !interviewee.actors.isEmpty, interviewee.actors == author {
        // "An interview with Kosovo's interior minister. Xhelal Svecla received us": his name.
        return
      }
      let known = interviewee.attribution.flatMap { Self.baseForm(of: text, in: $0) }
      interviewee = Interviewee(actors: served(by: name), attribution: known ?? text)
    }
  }

  /// The actor whose office a person in the sentence holds, and the words that say so.
  private func official() -> (actor: ActorID, items: Range<Int>)? {
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .nounPhrase && chunk.ownerEnd > chunk.ownerStart
      && chunk.traits.isDisjoint(with: [.isOpaque, .isAnaphor, .isPlace])
      && resolver.isOffice(chunk)
    {
      var copy = resolver
      let found = copy.actors(of: i, sentence).map { knowledge.actors.rolledUp($0) }
      if found.count == 1 { return (found[0], Int(chunk.firstItem)..<Int(chunk.endItem)) }
    }
    return nil
  }

  /// "Ibrahim Waheed served in three Maldivian governments": the state for which somebody without an office of their own
  /// speaks, in English.
  private func served(by name: Range<Int>) -> [ActorID] {
    guard !lexicon.usesCases, lexicon.nounHead == .last else { return [] }
    var states: Set<ActorID> = []
    for chunk in sentence.chunks
    where chunk.kind == .nounPhrase && Int(chunk.firstItem) > name.lowerBound
      && chunk.ownerEnd == chunk.ownerStart + 1 && chunk.roles.contains(.role)
      && chunk.classes.intersects(resolver.officeClasses)
      && chunk.traits.isDisjoint(with: [.isOpaque, .isAnaphor, .isPlace])
    {
      let item = sentence.items[Int(sentence.owners[Int(chunk.ownerStart)].item)]
      guard item.kinds.contains(.adjectivalActor), let id = resolver.actor(item) else { continue }
      states.insert(knowledge.actors.rolledUp(id))
    }
    return states.count == 1 ? Array(states) : []
  }

  /// The names of people that the registry does not know, as items.
  private func privateNames() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = 0
    while at < sentence.items.count {
      var end = at
      while end < sentence.items.count, end - at < 4,
        isPartOfName(sentence.items[end], isFirst: end == at)
      { end += 1 }
      if end - at >= 2 {
        result.append(at..<end)
      }
      at = max(end, at + 1)
    }
    return result
  }

  /// A word of a name: one that no lexicon knows, or, behind one, any with a capital ("Aminata | Sow-Keller").
  private func isPartOfName(_ item: Item, isFirst: Bool) -> Bool {
    item.isCapitalised && item.end - item.start >= 3
      && (isFirst
        ? item.kinds == .unknown
        : item.kinds.isDisjoint(with: [.actor, .place, .date]) && item.roles.isEmpty)
  }

  /// A name as the text has it, with what a hyphen joins to it.
  private func spelling(of name: Range<Int>) -> String {
    var span = sentence.span(name)
    while span.upperBound + 1 < lineRange.upperBound, text[span.upperBound] == 0x2D,
      let next = sentence.items.first(where: { Int($0.start) == span.upperBound + 1 })
    {
      span = span.lowerBound..<Int(next.end)
    }
    return string(span)
  }

  /// The name at the end of what was said before, when the two differ in their endings only.
  private static func baseForm(of name: String, in known: String) -> String? {
    let words = name.split(separator: " ")
    let before = known.split(separator: " ").suffix(words.count)
    let isSame =
      before.count == words.count
      && zip(words, before).allSatisfy { one, other in
        let common = zip(one, other).prefix { $0 == $1 }.count
        return common >= 3 && common + 3 >= max(one.count, other.count)
      }
    return isSame ? before.joined(separator: " ") : nil
  }

  /// Turns to the next line: a question, an answer, or none of an interview.
  mutating func turn(toLine position: Int) {
    guard let interview else { return }
    if interview.parts[position] != nil, interview.mayBeExplainer,
      meetingSentence == nil || interviewee.attribution == nil
    {
      // Nobody is there to answer.
      self.interview = nil
      return
    }
    interviewPart = interview.parts[position]
  }

  /// In a question "you" is whoever "we" is in the answers.
  mutating func readAddressee() {
    guard interviewPart == .question else { return }
    for i in sentence.items.indices where sentence.items[i].nounFeatures.contains(.secondPerson) {
      sentence.items[i].roles = .firstPerson
      sentence.items[i].nounFeatures.remove(.secondPerson)
    }
  }

  /// Who says what an answer tells, besides those whom its sentence names.
  func answering(_ finding: Finding) -> String? {
    guard interviewPart == .answer, let name = interviewee.attribution else { return nil }
    let isOwnWord =
      finding.type.isSaid
      && finding.source.contains { knowledge.actors.rolledUp($0).rawValue == name }
    return isOwnWord ? nil : name
  }
}
