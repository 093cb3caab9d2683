import CasusKnowledge
import CasusModel

/// Finds who says so: actors as identifiers, media by name.
final class AttributionFinder: Sendable {
  let knowledge: Knowledge
  let frames: FrameFinder

  /// Those who speak for a body without a name of their own: officials, sources.
  private let officialClasses: ClassSet

  init(knowledge: Knowledge, frames: FrameFinder) {
    self.knowledge = knowledge
    self.frames = frames
    officialClasses = frames.lexicon.classes("official_word")
  }

  func speakers(
    of finding: Finding, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    var result: [String] = []
    func add(_ names: [String]) {
      for name in names where !result.contains(name) { result.append(name) }
    }
    let anchor = finding.verb >= 0 ? finding.verb : finding.phrase
    if finding.verb >= 0 {
      // "voiced its support for Moscow": who speaks so does what the noun says, unless it is denied.
      let isOwn =
        finding.phrase >= 0
        && frames.content(of: finding.verb, sentence) != .denied
        && Set(finding.source.map { knowledge.actors.rolledUp($0).rawValue })
          == Set(names(finding.verb, sentence, &resolver))
      add(
        governors(
          of: finding.verb, isNoun: finding.phrase >= 0 && !isOwn, sentence, &resolver))
    } else {
      add(speakerBefore(finding.phrase, sentence, &resolver))
      if result.isEmpty { add(disclosers(behind: finding.phrase, sentence, &resolver)) }
    }
    for (i, chunk) in sentence.chunks.enumerated() {
      if chunk.kind == .verb, sentence.links[i].isTrailingSpeech,
        i > anchor || i == 0 || isParenthetical(i, sentence)
      {
        // The speech verb itself is no content of the speech.
        if finding.verb != i {
          add(
            teller(ofOwnCountry: i, sentence, &resolver) ?? names(i, sentence, &resolver))
        }
        break
      }
    }
    add(accordingTo(anchor, sentence, &resolver))
    if result.isEmpty { add(announcer(anchor, sentence, &resolver)) }
    return result.count > 1 ? result.sorted() : result
  }

  /// "Chad has expelled the envoy of Niger, the country's ministry said": the country is that of the clause's
  /// subject.
  private func teller(
    ofOwnCountry speech: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String]? {
    let speaker = Int(sentence.links[speech].subject)
    guard speaker >= 0,
      sentence.owners[
        Int(sentence.chunks[speaker].ownerStart)..<Int(sentence.chunks[speaker].ownerEnd)
      ].contains(where: { $0.kind == .anaphor && $0.roles.contains(.groupCountry) }),
      let main = sentence.chunks[..<min(speech, speaker)].indices.first(where: {
        sentence.chunks[$0].kind == .verb && sentence.links[$0].link == .main
      })
    else { return nil }
    let subject = sentence.links[main].subject
    guard subject >= 0, !sentence.chunks[Int(subject)].traits.contains(.isAnaphor) else {
      return nil
    }
    let found = names(ofList: subject, sentence, &resolver)
    return found.count == 1 ? found : nil
  }

  /// "Paris, he said, agreed to sell": the speech stands inside what is said.
  private func isParenthetical(_ verb: Int, _ sentence: Sentence) -> Bool {
    let subject = Int(sentence.links[verb].subject)
    let (first, last) = (min(verb, subject), max(verb, subject))
    guard subject >= 0, first > 1, sentence.chunks[first - 1].kind == .comma,
      last + 1 < sentence.chunks.count, sentence.chunks[last + 1].kind == .comma
    else { return false }
    return !sentence.chunks[..<first].contains { $0.kind == .verb }
  }

  /// The speakers of the clauses that a verb stands in.
  private func governors(
    of verb: Int, isNoun: Bool, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    var result: [String] = []
    var at = verb
    if isNoun, isSpeaking(verb, sentence) { result += names(verb, sentence, &resolver) }
    for _ in 0..<6 {
      let links = sentence.links[at]
      let governor = Int(links.governor)
      guard governor >= 0, governor != at else { break }
      // "is considering sending", "хочет ввести": one's own wish, told by nobody.
      let isOwnThought =
        links.link == .infinitive
        && links.subject == sentence.links[governor].subject
        && frames.content(of: governor, sentence) == .hypothetical
        && !sentence.chunks[governor].traits.contains(.isSpeech)
        // "threatened to attack" is said.
        && !frames.tellsEvent(governor, sentence)
      // "продолжил обстреливать" says nothing.
      let isDone =
        frames.lexicon.usesCases && links.link == .infinitive
        && frames.content(of: governor, sentence) == .occurred
      // "blamed Chad for attacking": what somebody is accused of.
      let isCharge =
        links.link == .adverbial && sentence.chunks[at].traits.contains(.isGerund)
        && links.subject == sentence.links[governor].object
        && frames.content(of: governor, sentence) == .claim
      if links.link == .content || links.link == .infinitive || isCharge, !isOwnThought, !isDone,
        isSpeaking(governor, sentence)
      {
        result += names(governor, sentence, &resolver)
      }
      at = governor
    }
    return result
  }

  /// "A spokesman insisted it would not step back: London has given": who speaks before a colon.
  private func announcer(
    _ anchor: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    guard let colon = sentence.chunks[..<anchor].lastIndex(where: { $0.kind == .stop }),
      sentence.isColon(colon)
    else { return [] }
    if colon == 1, isPerson(0, sentence, resolver) {
      // "Zelensky: Russia has attacked".
      return names(ofList: 0, sentence, &resolver)
    }
    for verb in sentence.chunks[..<colon].indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].link == .main
      && sentence.chunks[verb].traits.contains(.isSpeech)
    {
      return names(verb, sentence, &resolver)
    }
    return []
  }

  /// "Terkait senjata dari Iran, hal tersebut diungkapkan oleh intelijen AS": who tells of what stands in
  /// front.
  private func disclosers(
    behind phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    guard sentence.chunks[0].kind == .preposition,
      let verb = sentence.chunks.indices.first(where: { sentence.chunks[$0].kind == .verb }),
      verb > phrase, sentence.links[verb].link == .main,
      sentence.chunks[verb].traits.isSuperset(of: [.isSpeech, .isPassive])
    else { return [] }
    return names(verb, sentence, &resolver)
  }

  /// Whether a phrase names a person or the holder of an office.
  private func isPerson(_ phrase: Int, _ sentence: Sentence, _ resolver: ActorResolver) -> Bool {
    let chunk = sentence.chunks[phrase]
    guard chunk.kind == .nounPhrase, chunk.ownerEnd > chunk.ownerStart else { return false }
    if chunk.roles.contains(.role) { return true }
    let owner = sentence.owners[Int(chunk.ownerStart)]
    guard owner.kind == .actor, let id = resolver.actor(sentence.items[Int(owner.item)]) else {
      return false
    }
    return knowledge.actors.kind(of: id) == .person
  }

  /// Whether a verb reports: it says, claims, denies or accuses.
  private func isSpeaking(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    if let kind = frames.content(of: verb, sentence) {
      if kind == .claim || kind == .hypothetical { return true }
      if kind == .denied || kind == .planned { return chunk.traits.contains(.isSpeech) }
    }
    return chunk.traits.contains(.isSpeech)
  }

  /// A nominal event behind a speech verb without a verb of its own.
  private func speakerBefore(
    _ phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    var at = phrase - 1
    while at >= 0 {
      switch sentence.chunks[at].kind {
      case .verb:
        return isSpeaking(at, sentence)
          ? names(at, sentence, &resolver)
          : governors(of: at, isNoun: false, sentence, &resolver)
      case .stop, .contrast, .subordinator: return []
      default: at -= 1
      }
    }
    return []
  }

  private func names(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    let chunk = sentence.chunks[verb]
    var subject = sentence.links[verb].subject
    if chunk.traits.contains(.isPassive) {
      // "dikatakan oleh X", "was reported by X".
      subject = -1
      for at in (verb + 1)..<min(verb + 6, max(sentence.chunks.count, verb + 1)) {
        let other = sentence.chunks[at]
        if other.kind == .nounPhrase {
          subject = Int32(at)
          break
        }
        // "It is claimed that Iran": who does what is said does not say it.
        if [.verb, .stop, .complementizer, .relative].contains(other.kind) { break }
      }
      guard subject >= 0 else { return place(ofStatement: verb, sentence, &resolver) }
      let phrase = sentence.chunks[Int(subject)]
      let isAgent =
        phrase.prepositionChunk >= 0
        && sentence.chunks[Int(phrase.prepositionChunk)].roles.contains(.agentMarker)
      guard isAgent || phrase.prepositionChunk < 0 else { return [] }
    }
    guard subject >= 0 else { return [] }
    let bodies = body(ofOfficials: Int(subject), sentence, &resolver)
    return bodies.isEmpty ? names(ofList: subject, sentence, &resolver) : bodies
  }

  /// "Officials in Kenya said", "источник в МИД Кении сообщил": whose officials speak, where they have no
  /// name and stand right before the place.
  private func body(
    ofOfficials phrase: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    let chunks = sentence.chunks
    guard phrase + 2 < chunks.count, chunks[phrase].kind == .nounPhrase,
      chunks[phrase].classes.intersects(officialClasses),
      sentence.owners[Int(chunks[phrase].ownerStart)..<Int(chunks[phrase].ownerEnd)]
        .allSatisfy({ $0.kind == .anaphor }), chunks[phrase + 1].kind == .preposition,
      chunks[phrase + 1].roles.contains(.locative), chunks[phrase + 2].kind == .nounPhrase,
      chunks[phrase + 2].ownerEnd > chunks[phrase + 2].ownerStart,
      sentence.owners[Int(chunks[phrase + 2].ownerStart)].kind == .actor
    else { return [] }
    return names(ofList: Int32(phrase + 2), sentence, &resolver)
  }

  /// "В заявлении МИД Кении | говорится, что": where what is told without a speaker stands.
  private func place(
    ofStatement verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    guard frames.lexicon.usesCases, verb > 1, sentence.chunks[verb - 1].kind == .nounPhrase,
      sentence.chunks[verb - 1].ownerEnd > sentence.chunks[verb - 1].ownerStart,
      sentence.chunks[verb - 2].kind == .preposition,
      sentence.chunks[verb - 2].roles.contains(.locative)
    else { return [] }
    return names(ofList: Int32(verb - 1), sentence, &resolver)
  }

  private func names(
    ofList head: Int32, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    if sentence.chunks[Int(head)].traits.contains(.isOpaque) { return [] }
    return resolver.actors(ofList: head, sentence).map { id in
      if knowledge.actors.kind(of: id) == .medium, let entry = knowledge.actors[id] {
        return entry.actor.name(in: "en")
      }
      return knowledge.actors.rolledUp(id).rawValue
    }
  }

  /// "according to X", "menurut X", "dikutip dari X" in the same clause.
  private func accordingTo(
    _ anchor: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [String] {
    var result: [String] = []
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .according || chunk.kind == .mediumCue {
      var at = i + 1
      while at < sentence.chunks.count, at < i + 4,
        sentence.chunks[at].kind == .preposition || sentence.chunks[at].kind == .date
      {
        at += 1
      }
      guard at < sentence.chunks.count, sentence.chunks[at].kind == .nounPhrase, at != anchor else {
        continue
      }
      result += names(ofList: Int32(at), sentence, &resolver)
    }
    return result
  }
}
