import CasusKnowledge
import CasusModel

/// What is done by saying something of an act or of a claim.
extension EventFinder {
  /// "Iran warned that it would attack Iraq": a warning of what one would do oneself is a threat.
  func warned(
    _ act: Finding, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    guard act.type.isHarm, act.phrase < 0, act.verb >= 0, !act.target.isEmpty else { return nil }
    let links = sentence.links[act.verb]
    let governor = Int(links.governor)
    guard links.link == .content, governor >= 0, sentence.chunks[governor].verbItem >= 0,
      sentence.chunks[act.verb].traits.contains(.isPlanned), sentence.links[governor].subject >= 0,
      isWarning(governor, sentence)
    else { return nil }
    let speaker = filling(sentence.links[governor].subject, sentence, &resolver, excluding: [])
    guard !speaker.actors.isEmpty, Set(rolled(speaker.actors)) == Set(rolled(act.source)) else {
      return nil
    }
    var result = act
    result.type = .threaten
    result.mode = "warn"
    result.source = speaker.actors
    result.verb = governor
    result.firstChunk = min(speaker.first, governor)
    return result
  }

  /// "Iran warned that any Israeli attack would be met with force": a warning of what would follow an attack on oneself
  /// is a threat to whoever might attack.
  func warnedOff(
    _ act: Finding, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    guard !isHeadFirst, !lexicon.usesCases, act.type == .assault, act.phrase >= 0,
      !act.source.isEmpty, !act.target.isEmpty,
      let verb = sentence.chunks.indices.first(where: {
        sentence.chunks[$0].kind == .verb && sentence.links[$0].subject == Int32(act.phrase)
          && sentence.links[$0].link == .content
          && sentence.chunks[$0].traits.contains(.isPlanned)
      })
    else { return nil }
    let governor = Int(sentence.links[verb].governor)
    guard governor >= 0, sentence.chunks[governor].verbItem >= 0,
      sentence.links[governor].subject >= 0, isWarning(governor, sentence)
    else { return nil }
    let speaker = filling(sentence.links[governor].subject, sentence, &resolver, excluding: [])
    let own = Set(rolled(speaker.actors))
    guard !own.isEmpty, own == Set(rolled(act.target)), own.isDisjoint(with: rolled(act.source))
    else { return nil }
    var result = act
    (result.type, result.mode) = (.threaten, "warn")
    (result.source, result.target) = (speaker.actors, act.source)
    (result.verb, result.phrase, result.form) = (governor, -1, "active")
    result.firstChunk = min(speaker.first, governor)
    result.lastChunk = max(act.lastChunk, verb)
    return result
  }

  /// "Israel will regret the strike, Iran's minister said": what somebody says will or has to befall
  /// another.
  func foretold(
    _ verb: Int, _ index: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    // What completes another verb ("should be prepared to bear") is said where that one is said.
    var head = verb
    var isToCome = false
    while true {
      isToCome = isToCome || lies(ahead: head, sentence)
      guard sentence.links[head].link == .infinitive, sentence.links[head].governor >= 0 else {
        break
      }
      head = Int(sentence.links[head].governor)
    }
    // What is blamed on somebody is done; a threat that asks for nothing ("will pay") is no demand ("must pay").
    let traits = sentence.chunks[head].traits
    let told = lexicon.frames[index]
    let isMeant =
      told.frame.type == .accuse
      ? !isToCome
      : isToCome && (told.hasObjectClasses || traits.isDisjoint(with: .isHypothetical))
    guard isMeant, !traits.contains(.isNegated),
      let speech = speech(over: head, sentence), sentence.links[head].subject >= 0
    else { return nil }
    let speaker = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
    let target = filling(
      sentence.links[head].subject, sentence, &resolver, excluding: rolled(speaker.actors))
    guard !speaker.actors.isEmpty, !target.actors.isEmpty,
      !speaker.actors.contains(where: { knowledge.actors.kind(of: $0) == .medium }),
      let type = lexicon.frames[index].frame.type
    else { return nil }
    return Finding(
      type: type, mode: lexicon.frames[index].frame.mode, source: speaker.actors,
      target: target.actors, verb: speech, phrase: -1, frame: index,
      firstChunk: min(target.first, head, speech, speaker.first),
      lastChunk: max(verb, speech, speaker.last), object: -1, targetPreposition: 0, form: "active",
      usesAnaphor: speaker.usesAnaphor || target.usesAnaphor, inheritsSubject: false,
      targetIsPlace: false)
  }

  /// "will pay", "must expect": whether a verb speaks of what is to come.
  private func lies(ahead verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    if !chunk.traits.isDisjoint(with: [.isPlanned, .isFuture]) { return true }
    return chunk.firstItem < chunk.verbItem
      && sentence.items[Int(chunk.firstItem)..<Int(chunk.verbItem)].contains {
        $0.roles.contains(.hypothetical)
      }
  }

  /// Whether the shorter form of a verb of saying threatens: "warned that".
  private func isWarning(_ verb: Int, _ sentence: Sentence) -> Bool {
    let item = sentence.items[Int(sentence.chunks[verb].verbItem)]
    return [item.node, item.shorterNode].contains { node in
      guard node != 0 else { return false }
      let types = lexicon.meanings(of: node).compactMap {
        $0.kind == .verb ? lexicon.frames[Int($0.index)].frame.type : nil
      }
      return !types.isEmpty && types.allSatisfy { $0 == .threaten }
    }
  }

  /// "Iran said Iraq's accusations were groundless": who calls a claim empty rejects it.
  func dismissed(
    _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    let chunk = sentence.chunks[verb]
    let links = sentence.links[verb]
    guard chunk.kind == .verb, lexicon.nounHead == .last, !lexicon.usesCases, chunk.verbItem >= 0,
      sentence.items[Int(chunk.verbItem)].roles.contains(.be), links.subject >= 0,
      links.object > verb, links.link == .content, links.governor >= 0,
      sentence.chunks[Int(links.object)].classes.intersects(emptyClasses),
      !chunk.traits.contains(.isNegated), isClaim(Int(links.subject), sentence)
    else { return nil }
    let speech = Int(links.governor)
    guard sentence.chunks[speech].traits.contains(.isSpeech), sentence.links[speech].subject >= 0
    else { return nil }
    let source = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
    guard !source.actors.isEmpty else { return nil }
    let own = rolled(source.actors)
    var target = filling(links.subject, sentence, &resolver, excluding: own)
    target.actors.removeAll { own.contains(knowledge.actors.rolledUp($0)) }
    if target.actors.isEmpty { target.actors = resolver.discourse.accuser(of: own) }
    guard !target.actors.isEmpty,
      let frame = lexicon.frames.firstIndex(where: {
        $0.frame.type == .reject && $0.objectClasses.intersects(emptyClasses)
      })
    else { return nil }
    return Finding(
      type: .reject, mode: lexicon.frames[frame].frame.mode, source: source.actors,
      target: target.actors, verb: speech, phrase: -1, frame: frame,
      firstChunk: min(source.first, speech), lastChunk: Int(links.object),
      object: Int(links.subject),
      targetPreposition: 0, form: "active", usesAnaphor: true, inheritsSubject: false,
      targetIsPlace: false)
  }

  private func isClaim(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.classes.intersects(claimClasses)
      || chunk.eventNoun >= 0 && types(ofNoun: chunk.eventNoun, sentence).contains(.accuse)
  }
}
