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
    lazy var doers = doersAndMeans(of: finding, sentence)
    lazy var topics = topics(of: finding, sentence)
    lazy var acts = acts(beside: finding, sentence)
    for cue in modeCues[finding.type] ?? [] where cue.cue.instead.contains(finding.mode) {
      let isTold =
        switch cue.cue.part {
        case .means: doers.contains { sentence.chunks[$0].classes.intersects(cue.classes) }
        case .object: topics.contains { sentence.chunks[$0].classes.intersects(cue.classes) }
        case .claim:
          topics.contains {
            sentence.chunks[$0].classes.intersects(cue.classes) && isOverSomething($0, sentence)
          }
        case .act:
          acts.contains { act in
            cue.cue.acts.contains { $0.type == act.type && ($0.mode == nil || $0.mode == act.mode) }
          }
        }
      if isTold { return cue.cue.mode }
    }
    return finding.mode
  }

  /// "sovereignty over the islands", "kedaulatan Maroko atas Sahara Barat": whether a phrase is followed
  /// by what it is over.
  private func isOverSomething(_ phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[(phrase + 1)...].prefix(3).contains { chunk in
      chunk.kind == .nounPhrase && chunk.prepositionChunk >= 0
        && lexicon.overPrepositions.contains(Int(chunk.preposition))
    }
  }

  /// The phrases that say what acts, or what it is done with: "drones struck", "a drone attack".
  private func doersAndMeans(of finding: Finding, _ sentence: Sentence) -> [Int] {
    var phrases = means(of: finding, sentence)
    if finding.phrase >= 0 {
      phrases.append(finding.phrase)
    } else if finding.verb >= 0, sentence.links[finding.verb].subject >= 0,
      !sentence.chunks[finding.verb].traits.contains(.isPassive)
    {
      phrases.append(Int(sentence.links[finding.verb].subject))
    }
    return phrases
  }

  /// The phrases behind an act that say what it is done with: "with sanctions", "санкциями".
  func means(of finding: Finding, _ sentence: Sentence) -> [Int] {
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
  private func topics(of finding: Finding, _ sentence: Sentence) -> [Int] {
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

  /// The acts that are agreed on, asked for or threatened, and those that the nouns beside the verb name.
  private func acts(
    beside finding: Finding, _ sentence: Sentence
  ) -> [(type: EventType, mode: String?)] {
    var found: [(type: EventType, mode: String?)] = []
    var phrases = finding.type == .threaten ? [] : topics(of: finding, sentence)
    if finding.phrase < 0, finding.verb >= 0 {
      let subject = Int(sentence.links[finding.verb].subject)
      if subject >= 0 { phrases.append(subject) }
      for other in sentence.chunks.indices where sentence.chunks[other].kind == .verb {
        let links = sentence.links[other]
        guard Int(links.governor) == finding.verb, links.link == .infinitive,
          let frame = frames.frame(of: other, sentence).map({ lexicon.frames[$0].frame }),
          let type = frame.type
        else { continue }
        found.append((type, frame.mode))
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
        if let type = frame.type { found.append((type, frame.mode)) }
      }
    }
    return found
  }
}
