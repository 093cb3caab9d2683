import CasusKnowledge
import CasusModel

// Sanctions that a pronoun stands for.
extension EventFinder {
  /// What is done to the sanctions told before, with whom they are against: "It lifted them", "They were
  /// eased last year".
  func measured(
    _ verb: Int, _ sentence: Sentence, _ told: [Finding], _ resolver: inout ActorResolver
  ) -> [Finding] {
    let (chunk, links) = (sentence.chunks[verb], sentence.links[verb])
    let isPassive = chunk.traits.contains(.isPassive)
    let undergoer = Int(isPassive ? links.subject : links.object)
    guard chunk.verbItem >= 0, isMeasures(undergoer, of: verb, isPassive: isPassive, sentence),
      !actsOnPeople(verb, sentence), let measures = lastMeasures(told, sentence, resolver)
    else { return [] }
    let isNamed =
      undergoer >= 0 && sentence.chunks[undergoer].classes.intersects(sanctionClasses)
    let index = lexicon.meanings(of: sentence.items[Int(chunk.verbItem)].node).lazy
      .filter { $0.kind == .verb }.map { Int($0.index) }
      .first { index in
        // "New sanctions were imposed": not those told before.
        self.handlesMeasures(self.lexicon.frames[index])
          && (!isNamed || self.lexicon.frames[index].frame.type == .retreat)
      }
    guard let index, let type = lexicon.frames[index].frame.type else { return [] }
    let mode = lexicon.frames[index].frame.mode
    var source =
      isPassive ? agent(verb, sentence, &resolver).actors : subjectActors(verb, sentence, &resolver)
    // Who imposed them lifts them.
    if source.isEmpty, isPassive || lexicon.usesCases && links.subject < 0 {
      source = measures.source
    }
    let finding = Finding(
      type: type, mode: type == .sanction ? measures.mode ?? "sanctions" : mode, source: source,
      target: measures.target, verb: verb, phrase: -1, frame: index,
      firstChunk: min(verb, undergoer < 0 ? verb : undergoer),
      lastChunk: max(verb, undergoer), object: -1, targetPreposition: 0,
      form: isPassive ? "passive" : "active", usesAnaphor: true, inheritsSubject: false,
      targetIsPlace: false)
    return finished(finding, lexicon.frames[index], subject: [])
  }

  /// Whether the sanctions told before undergo what a verb says: "them", "mencabutnya", and where nobody
  /// is said to do it "the sanctions".
  private func isMeasures(
    _ undergoer: Int, of verb: Int, isPassive: Bool, _ sentence: Sentence
  ) -> Bool {
    guard undergoer >= 0 else {
      let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
      return !isPassive && isHeadFirst && item.verbFeatures.contains(.clitic)
    }
    let chunk = sentence.chunks[undergoer]
    guard chunk.kind == .nounPhrase else { return false }
    if isPronoun(chunk, sentence) { return !namesPerson(undergoer, sentence) }
    guard isPassive, undergoer + 1 == verb, chunk.ownerEnd == chunk.ownerStart,
      chunk.classes.intersects(sanctionClasses), chunk.prepositionChunk < 0
    else { return false }
    let items = sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)]
    return items.contains { $0.roles.contains(.demonstrative) }
  }

  /// Whether a frame says that sanctions are imposed, eased or lifted.
  private func handlesMeasures(_ frame: CompiledFrame) -> Bool {
    guard frame.hasObjectClasses, frame.objectClasses.intersects(sanctionClasses) else {
      return false
    }
    return frame.frame.type == .sanction
      && !Self.estranging.contains(frame.frame.mode ?? "")
      || frame.frame.type == .retreat && LikeModes.relief.contains(frame.frame.mode)
  }

  /// What is no sanction that is lifted again.
  private static let estranging: Set<String> = [
    "cut-relations", "downgrade-relations", "recall-ambassador", "expel-diplomats", "suspend",
    "discontinue", "withdraw-membership", "expel",
  ]

  /// The sanctions of which was told last, in this sentence or one of the two before, imposed or lifted.
  private func lastMeasures(
    _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver
  ) -> (source: [ActorID], target: [ActorID], mode: String?)? {
    func areMeasures(_ type: EventType, _ mode: String?) -> Bool {
      type == .sanction && !Self.estranging.contains(mode ?? "")
        || type == .retreat && LikeModes.relief.contains(mode)
    }
    func imposed(_ type: EventType, _ mode: String?) -> String? { type == .sanction ? mode : nil }
    if let here = told.last(where: { areMeasures($0.type, $0.mode) }) {
      return (here.source, here.target, imposed(here.type, here.mode))
    }
    guard
      let last = resolver.discourse.events.last(where: { sentence.number - $0.sentence <= 2 }),
      areMeasures(last.type, last.mode)
    else { return nil }
    return (last.source, last.target, imposed(last.type, last.mode))
  }

  /// "visited them", "supported them": what is done to people, whatever else the verb may mean.
  private func actsOnPeople(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return (Int(chunk.frameStart)..<Int(chunk.frameEnd)).contains { position in
      let index = Int(sentence.frames[position])
      return switch lexicon.frames[index].frame.type {
      case .consult, .assault, .coerce, .cooperate, .support, .accuse, .request:
        frames.fits(index, verb, sentence)
      default: false
      }
    }
  }

  /// Whether a pronoun means people: "he", "him".
  private func namesPerson(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(sentence.chunks[phrase].firstItem)]
    return item.roles.contains(.personPronoun)
      && item.roles.isDisjoint(with: [.thingPronoun, .pluralPronoun])
      || item.roles.contains(.firstPerson) || item.roles.contains(.reflexive)
  }
}
