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
        !result.contains(where: { $0.type == .request && $0.verb == speech })
      else { continue }
      let asked = filling(sentence.links[verb].subject, sentence, &resolver, excluding: [])
      let speaker = filling(sentence.links[speech].subject, sentence, &resolver, excluding: [])
      let own = rolled(speaker.actors)
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

  /// "must release": whether an auxiliary says that somebody named has to do something.
  private func isObligation(_ verb: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[verb]
    guard chunk.kind == .verb, !lexicon.usesCases, chunk.firstItem < chunk.verbItem,
      chunk.traits.isDisjoint(with: [.isPassive, .isPerfect]), sentence.links[verb].subject >= 0,
      sentence.items[Int(chunk.firstItem)..<Int(chunk.verbItem)].contains(where: {
        $0.roles.isSuperset(of: [.hypothetical, .purpose])
      }),
      sentence.items[Int(chunk.verbItem)].roles.isDisjoint(with: [.be, .perfect])
    else { return false }
    let subject = sentence.chunks[Int(sentence.links[verb].subject)]
    return subject.traits.contains(.isAgentive)
      && subject.traits.isDisjoint(with: [.isOpaque, .isPlace])
  }

  /// "Washington wants Kyiv to hold elections": the verb of wishing that an infinitive completes, whose
  /// object is to act.
  private func wish(over verb: Int, _ sentence: Sentence) -> Int? {
    let links = sentence.links[verb]
    let governor = Int(links.governor)
    guard sentence.chunks[verb].kind == .verb, !lexicon.usesCases, links.subject > governor,
      links.link == .content, governor >= 0, sentence.chunks[governor].verbItem >= 0,
      sentence.chunks[verb].traits.contains(.isInfinitive),
      sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isPerfect]),
      sentence.items[Int(sentence.chunks[governor].verbItem)].roles.contains(.purpose),
      !sentence.chunks[governor].traits.contains(.isNegated), sentence.links[governor].subject >= 0,
      sentence.chunks[Int(links.subject)].traits.contains(.isAgentive)
    else { return nil }
    return governor
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
    return sentence.chunks.indices.first {
      $0 > verb && sentence.chunks[$0].kind == .verb && sentence.links[$0].isTrailingSpeech
        && sentence.links[$0].subject >= 0
    }
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
