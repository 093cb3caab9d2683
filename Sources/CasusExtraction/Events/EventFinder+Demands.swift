import CasusKnowledge
import CasusModel

/// What somebody says that another must do.
extension EventFinder {
  /// "Iran must release the couple, Macron said": who says what another state has to do asks it to, and what
  /// is asked is no event.
  func demanded(
    _ findings: [Finding], _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> [Finding] {
    var result = findings
    for verb in sentence.chunks.indices {
      guard
        let speech = isObligation(verb, sentence)
          ? speech(over: verb, sentence) : wish(over: verb, sentence),
        !isForItsOwnGood(verb, sentence),
        !result.contains(where: { $0.type == .request && $0.verb == speech })
      else { continue }
      let speaker = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
      let own = rolled(speaker.actors)
      var asked = filling(sentence.links[verb].subject, sentence, &resolver, excluding: [])
      if asked.usesAnaphor, let addressee = addressee(of: speech, over: verb, sentence) {
        asked = filling(addressee, sentence, &resolver, excluding: own)
      }
      guard !asked.actors.isEmpty, !speaker.actors.isEmpty, !asked.usesAnaphor,
        Set(own).isDisjoint(with: rolled(asked.actors)),
        !speaker.actors.contains(where: { knowledge.actors.kind(of: $0) == .medium }),
        let frame = lexicon.frames.firstIndex(where: {
          $0.frame.type == .request && $0.frame.content == .drop
        })
      else { continue }
      result.removeAll { isWithin(verb, $0, sentence) }
      result.append(
        Finding(
          type: .request, mode: lexicon.frames[frame].frame.mode, source: speaker.actors,
          target: asked.actors, verb: speech, phrase: -1, frame: frame,
          firstChunk: min(asked.first, verb, speech, speaker.first),
          lastChunk: max(verb, speech, speaker.last), object: -1, targetPreposition: 0,
          form: "active", usesAnaphor: speaker.usesAnaphor, inheritsSubject: false,
          targetIsPlace: false))
    }
    return result
  }

  /// "Ukraine should receive tanks": whether the verb says that its subject is given something, and does not
  /// have to act.
  private func isForItsOwnGood(_ verb: Int, _ sentence: Sentence) -> Bool {
    guard let index = frames.frame(of: duty(of: verb, sentence), sentence) else { return false }
    let frame = lexicon.frames[index].frame
    return frame.target.contains(.subject)
      && !frame.source.contains { $0 == .subject || $0 == .speaker }
  }

  /// "told Greece that it must leave": whoever is told what a pronoun has to do has to do it.
  private func addressee(of speech: Int, over verb: Int, _ sentence: Sentence) -> Int32? {
    let subject = Int(sentence.links[verb].subject)
    let object = sentence.links[speech].object
    guard object > speech, object < subject,
      !sentence.items[Int(sentence.chunks[subject].firstItem)].roles.isDisjoint(
        with: [.thingPronoun, .personPronoun, .pluralPronoun])
    else { return nil }
    return object
  }

  /// "must release": whether an auxiliary says that somebody named has to do something.
  private func isObligation(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.kind == .verb, chunk.traits.isDisjoint(with: [.isPassive, .isPerfect]),
      !sentence.chunks[duty(of: verb, sentence)].traits.contains(.isPassive),
      sentence.links[verb].subject >= 0,
      sentence.items[Int(chunk.firstItem)..<Int(chunk.verbItem)].contains(where: {
        $0.roles.contains(.purpose)
          && $0.roles.contains(lexicon.usesCases ? .planned : .hypothetical)
      }) || governsItsDuty(verb, sentence),
      !sentence.items[Int(chunk.firstItem)...Int(chunk.verbItem)].contains(where: {
        !$0.roles.isDisjoint(with: [.be, .perfect]) && $0.roles.isDisjoint(with: .purpose)
      })
    else { return false }
    let subject = sentence.chunks[Int(sentence.links[verb].subject)]
    return subject.traits.contains(.isAgentive)
      && subject.traits.isDisjoint(with: [.isOpaque, .isPlace])
  }

  /// "має вивести": whether a verb of its own says that its subject has to do what the infinitive behind says.
  private func governsItsDuty(_ verb: Int, _ sentence: Sentence) -> Bool {
    lexicon.usesCases && duty(of: verb, sentence) != verb
      && sentence.items[Int(sentence.chunks[verb].verbItem)].roles.contains(.purpose)
      && !isWishful(verb, sentence)
  }

  /// The verb of what has to be done: the infinitive that a verb of having to governs, or that verb itself.
  private func duty(of verb: Int, _ sentence: Sentence) -> Int {
    let next = verb + 1
    guard lexicon.usesCases, next < sentence.chunks.count, sentence.links[next].link == .infinitive,
      sentence.links[next].governor == verb
    else { return verb }
    return next
  }

  /// "Washington wants Kyiv to hold elections", "хоче, щоб Росія пішла": the verb of wishing that an infinitive
  /// completes or a clause with its own subject, who is to act.
  private func wish(over verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard sentence.chunks[verb].kind == .verb, links.subject > governor,
      links.link == .content, governor >= 0, sentence.chunks[governor].verbItem >= 0,
      lexicon.usesCases
        ? isWishful(governor, sentence) : sentence.chunks[verb].traits.contains(.isInfinitive),
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isPerfect]),
      sentence.items[Int(sentence.chunks[governor].verbItem)].roles.contains(.purpose),
      !sentence.chunks[governor].traits.contains(.isNegated), sentence.links[governor].subject >= 0,
      sentence.chunks[Int(links.subject)].traits.contains(.isAgentive)
    else { return nil }
    return governor
  }

  /// "хотеть": whether what completes a verb is only imagined.
  private func isWishful(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    return sentence.frames[Int(chunk.frameStart)..<Int(chunk.frameEnd)].contains {
      let frame = lexicon.frames[Int($0)].frame
      return frame.type == nil && frame.content == .hypothetical
    }
  }

  /// The verb of saying that a clause belongs to, before or behind it.
  func speech(over verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[verb]
    if links.link == .content, links.governor >= 0,
      sentence.chunks[Int(links.governor)].traits.contains(.isSpeech),
      sentence.links[Int(links.governor)].subject >= 0
    {
      return Int(links.governor)
    }
    guard links.link == .main else { return nil }
    return sentence.trailingSpeech(behind: verb)
  }

  /// Whether a finding is what a verb says or what completes it.
  private func isWithin(_ verb: Int, _ finding: Finding, _ sentence: Sentence) -> Bool {
    var at = finding.verb
    for _ in 0..<4 where at >= 0 {
      if at == verb { return true }
      guard [.infinitive, .coordinate].contains(sentence.links[at].link) else { return false }
      at = Int(sentence.links[at].governor)
    }
    return false
  }
}
