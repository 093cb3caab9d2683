import CasusKnowledge
import CasusModel

/// A cue of `mode-cues.tsv` with the noun classes of a language.
struct ModeCue {
  let cue: ModeCues.Cue
  let classes: ClassSet
}

// The mode of an act where its verb does not tell it: "attacked with drones", "signed a ceasefire".
extension EventFinder {
  /// The mode that the words around an act tell, or the one that it has.
  func mode(of finding: Finding, _ sentence: Sentence) -> String? {
    if finding.type == .agree, finding.targetStep == Self.nearestNamed { return finding.mode }
    if finding.type == .threaten, finding.frame >= 0, finding.mode != nil,
      finding.mode == lexicon.frames[finding.frame].frame.mode
    {
      // "warned Kenya against attacking": that is no threat to attack.
      return finding.mode
    }
    for cue in modeCues[finding.type] ?? [] where cue.cue.instead.contains(finding.mode) {
      let isTold =
        switch cue.cue.part {
        case .means:
          isToldByMeans(finding, sentence) { sentence.chunks[$0].classes.intersects(cue.classes) }
        case .object:
          subjects(of: finding, sentence).contains {
            sentence.chunks[$0].classes.intersects(cue.classes)
          }
        case .act:
          isToldByAct(finding, sentence) { type, mode in
            cue.cue.acts.contains { $0.type == type && ($0.mode == nil || $0.mode == mode) }
          }
        }
      if isTold { return cue.cue.mode }
    }
    return finding.mode
  }

  /// Whether what acts, or what it is done with, is of some kind; only the first that is named counts.
  private func isToldByMeans(
    _ finding: Finding, _ sentence: Sentence, _ isOfKind: (Int) -> Bool
  ) -> Bool {
    if finding.phrase >= 0, isOfKind(finding.phrase) { return true }
    if finding.phrase < 0, finding.verb >= 0,
      !sentence.chunks[finding.verb].traits.contains(.isPassive)
    {
      let subject = Int(sentence.links[finding.verb].subject)
      if subject >= 0, isOfKind(subject) { return true }
    }
    return means(of: finding, sentence).contains(where: isOfKind)
  }

  /// The phrases behind an act that say what it is done with: "with sanctions", "санкциями".
  private func means(of finding: Finding, _ sentence: Sentence) -> [Int] {
    let start = finding.phrase >= 0 ? finding.phrase : finding.verb
    guard start >= 0 else { return [] }
    var phrases: [Int] = []
    for at in (start + 1)..<max(start + 1, sentence.chunks.count) {
      switch sentence.chunks[at].kind {
      case .nounPhrase where isMeans(at, behind: start, sentence): phrases.append(at)
      case .nounPhrase, .preposition, .date, .conjunction: break
      default: return phrases
      }
    }
    return phrases
  }

  /// "with drones", "by Kenyan jets", "дронами", "атака дронов", "diserang drone Kenya": whether a phrase
  /// says what something is done with.
  private func isMeans(_ phrase: Int, behind start: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    if chunk.prepositionChunk >= 0 {
      return lexicon.meansPrepositions.contains(Int(chunk.preposition))
        || sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.agentMarker)
    }
    guard lexicon.usesCases else {
      return isHeadFirst && phrase == start + 1
        && sentence.chunks[start].traits.contains(.isPassive)
    }
    let isOwner = sentence.chunks[start].kind == .nounPhrase && phrase == start + 1
    return chunk.features.contains(.instrumental)
      || isOwner && chunk.features.contains(.genitive)
  }

  /// The phrases that say what an act is about: its object and what that is about, "an agreement on a
  /// ceasefire".
  private func subjects(of finding: Finding, _ sentence: Sentence) -> [Int] {
    var phrases: [Int] = []
    if finding.phrase >= 0 {
      phrases.append(finding.phrase)
    } else if finding.verb >= 0 {
      let links = sentence.links[finding.verb]
      phrases = [links.object, links.secondObject].filter { $0 >= 0 }.map { Int($0) }
      if sentence.chunks[finding.verb].traits.contains(.isPassive), links.subject >= 0 {
        phrases.append(Int(links.subject))
      }
      phrases.append(finding.verb)
    }
    for phrase in phrases {
      let about = phrase + 2
      guard about < sentence.chunks.count, sentence.chunks[about].kind == .nounPhrase,
        Int(sentence.chunks[about].prepositionChunk) == phrase + 1,
        lexicon.aboutPrepositions.contains(Int(sentence.chunks[about].preposition))
      else { continue }
      phrases.append(about)
    }
    return phrases.filter { sentence.chunks[$0].kind == .nounPhrase }
  }

  /// Whether an act that is agreed on, asked for or threatened, or the noun for what is done, is of
  /// some kind.
  private func isToldByAct(
    _ finding: Finding, _ sentence: Sentence, _ isOfKind: (EventType, String?) -> Bool
  ) -> Bool {
    var phrases = finding.type == .threaten ? [] : subjects(of: finding, sentence)
    if finding.phrase < 0, finding.verb >= 0 {
      let subject = Int(sentence.links[finding.verb].subject)
      if subject >= 0 { phrases.append(subject) }
      for other in sentence.chunks.indices where sentence.chunks[other].kind == .verb {
        let links = sentence.links[other]
        guard Int(links.governor) == finding.verb, links.link == .infinitive,
          let frame = frames.frame(of: other, sentence).map({ lexicon.frames[$0].frame }),
          let type = frame.type, isOfKind(type, frame.mode)
        else { continue }
        return true
      }
    }
    if finding.type == .threaten {
      // "threatened Kenya with sanctions", "threatened war".
      phrases += means(of: finding, sentence)
      if finding.object >= 0 { phrases.append(finding.object) }
    }
    for phrase in phrases where phrase != finding.phrase {
      let noun = sentence.chunks[phrase].eventNoun
      guard noun >= 0 else { continue }
      for meaning in lexicon.meanings(of: sentence.items[Int(noun)].node)
      where meaning.kind == .eventNoun {
        let frame = lexicon.frames[Int(meaning.index)].frame
        if let type = frame.type, isOfKind(type, frame.mode) { return true }
      }
    }
    return false
  }
}
