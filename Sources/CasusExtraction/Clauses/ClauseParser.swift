import CasusKnowledge

/// Links the verbs of a sentence to their subjects, objects and governors.
struct ClauseParser {
  let frames: FrameFinder
  let isHeadFirst: Bool
  let usesCases: Bool

  func parse(_ sentence: inout Sentence) {
    frames.collect(&sentence)
    sentence.links.removeAll(keepingCapacity: true)
    for i in sentence.chunks.indices {
      sentence.links.append(VerbLinks())
      guard sentence.chunks[i].kind == .verb else { continue }
      sentence.links[i].object = object(of: i, sentence)
      linkSubject(of: i, &sentence)
      if usesCases { CaseLinks(frames: frames).relink(i, &sentence) }
    }
    if usesCases {
      CaseLinks(frames: frames).shareObjects(&sentence)
      CaseLinks(frames: frames).lendAgents(&sentence)
      linkFrontedInfinitives(&sentence)
      lendFrontedObjects(&sentence)
    }
    openReport(&sentence)
    resolveForward(&sentence)
    resolveWarned(&sentence)
    markTrailingSpeech(&sentence)
    shareLaterSubjects(&sentence)
    shareObjects(&sentence)
    shareRaised(&sentence)
  }

  /// "After shelling the town, the army withdrew": a fronted clause without a subject has that of
  /// the main clause behind it.
  func shareLaterSubjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].subject < 0 {
      let link = sentence.links[verb].link
      let isOpen =
        link == .subordinate || link == .conditional
        || sentence.chunks[verb].traits.contains(.isGerund)
        // "Condemned by France, …", "Having attacked Iraq, …".
        || verb == 0
          && (isHeadFirst && !usesCases
            || !sentence.chunks[verb].traits.isDisjoint(with: [.isPassive, .isPerfect]))
      guard isOpen, !isSubjectItself(verb, sentence.chunks) else { continue }
      let main = sentence.chunks.indices.first { other in
        other > verb && sentence.chunks[other].kind == .verb && sentence.links[other].link == .main
          && Int(sentence.links[other].subject) > verb
      }
      guard let main else { continue }
      let subject = Int(sentence.links[main].subject)
      // "Mengirim pasukan bukan pilihan, kata Prancis": who says so sends nobody.
      if isHeadFirst, subject > main, sentence.chunks[main].traits.contains(.isSpeech) { continue }
      guard subject > 0, sentence.chunks[verb..<subject].contains(where: { $0.kind == .comma })
      else {
        continue
      }
      sentence.links[verb].subject = Int32(subject)
      if !isHeadFirst, !usesCases { lendSubject(of: verb, before: subject, &sentence) }
    }
  }

  /// "After threatening to attack Croatia, Serbia": the verbs that depend on the first have its subject, too.
  private func lendSubject(of verb: Int, before end: Int, _ sentence: inout Sentence) {
    for other in (verb + 1)..<max(end, verb + 1)
    where sentence.chunks[other].kind == .verb && sentence.links[other].subject < 0 {
      let links = sentence.links[other]
      guard links.link == .infinitive || links.link == .coordinate || links.link == .adverbial,
        links.governor >= verb,
        sentence.links[Int(links.governor)].subject == sentence.links[verb].subject
      else { continue }
      sentence.links[other].subject = sentence.links[verb].subject
    }
  }

  /// "Arming Taiwan would be a mistake, Germany said": whether what is done is the subject of a verb of its
  /// own, as no comma parts the two, so that nobody who is named behind it does it.
  private func isSubjectItself(_ verb: Int, _ chunks: [Chunk]) -> Bool {
    guard !usesCases, verb == 0,
      isHeadFirst
        || chunks[verb].traits.contains(.isGerund)
          && chunks[verb].traits.isDisjoint(with: [.isSpeech, .isPerfect])
    else { return false }
    for chunk in chunks[(verb + 1)...] {
      switch chunk.kind {
      case .nounPhrase, .preposition, .date, .conjunction: continue
      case .verb where !chunk.traits.isDisjoint(with: [.isGerund, .isInfinitive]): continue
      case .verb: return chunk.traits.contains(.isFinite)
      default: return false
      }
    }
    return false
  }

  /// "After he met Chad's president, Macron left": the pronoun of a fronted clause is the subject of
  /// the main clause behind it.
  func resolveForward(_ sentence: inout Sentence) {
    guard !usesCases, !isHeadFirst,
      let opening = sentence.chunks.firstIndex(where: { $0.kind != .date }),
      let verb = sentence.chunks.firstIndex(where: {
        $0.kind == .verb && !$0.traits.contains(.isGerund)
      }),
      sentence.links[verb].link == .subordinate || sentence.links[verb].link == .conditional
    else { return }
    let isFronted =
      opening <= 1 && sentence.chunks[opening].kind != .nounPhrase
      && sentence.chunks[opening..<verb].contains {
        $0.kind == .subordinator || $0.kind == .conditional
      }
    let pronoun = Int(sentence.links[verb].subject)
    guard isFronted, pronoun >= 0, pronoun < verb,
      sentence.chunks[pronoun].roles.contains(.personPronoun),
      let main = sentence.chunks.indices.first(where: { other in
        other > verb && sentence.chunks[other].kind == .verb && sentence.links[other].link == .main
      })
    else { return }
    let subject = Int(sentence.links[main].subject)
    guard subject > verb, sentence.chunks[subject].traits.contains(.isAgentive),
      !sentence.chunks[subject].traits.contains(.isAnaphor),
      sentence.chunks[verb..<subject].contains(where: { $0.kind == .comma })
    else { return }
    sentence.links[verb].subject = Int32(subject)
  }

  /// "Воевать с соседом Могадишо не собирается", "Берлин, который продавать их отказывался": an infinitive
  /// that opens the clause belongs to the finite verb behind it.
  func linkFrontedInfinitives(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices
    where sentence.chunks[verb].kind == .verb
      && sentence.chunks[verb].traits.contains(.isInfinitive)
      && (sentence.links[verb].link == .main && sentence.links[verb].governor < 0
        || sentence.links[verb].link == .relative)
      && !sentence.links[verb].hasOwnerSubject
    {
      var at = verb + 1
      scan: while at < sentence.chunks.count {
        switch sentence.chunks[at].kind {
        case .nounPhrase, .preposition, .date: at += 1
        default: break scan
        }
      }
      guard at < sentence.chunks.count, sentence.chunks[at].kind == .verb,
        sentence.chunks[at].traits.contains(.isFinite), sentence.links[at].subject >= 0,
        frames.governs(at, sentence)
      else { continue }
      if sentence.links[verb].link == .relative {
        (sentence.links[at].link, sentence.links[at].governor) =
          (.relative, sentence.links[verb].governor)
      }
      sentence.links[verb].link = .infinitive
      sentence.links[verb].governor = Int32(at)
      sentence.links[verb].subject = sentence.links[at].subject
      if sentence.links[verb].object == sentence.links[at].subject {
        sentence.links[verb].object = -1
      }
      if sentence.links[at].governor == Int32(verb) {
        sentence.links[at].governor = -1
        sentence.links[at].link = .main
      }
    }
  }

  /// "Ракети Кенії має передати Польща": what stands before a verb that only governs an infinitive is the
  /// object of the infinitive.
  func lendFrontedObjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices.dropFirst()
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].object < 0
      && sentence.links[verb].link == .infinitive
      && Int(sentence.links[verb].governor) == verb - 1
    {
      let object = sentence.links[verb - 1].object
      guard object >= 0, object < verb - 1, object != sentence.links[verb].subject,
        sentence.chunks[verb].traits.isDisjoint(with: .isPassive),
        frames.frame(of: verb - 1, sentence).map({ lexicon($0).type == nil }) ?? true,
        frames.asks(verb, for: Int(object), sentence)
      else { continue }
      sentence.links[verb].object = object
      sentence.links[verb - 1].object = -1
    }
  }

  private func lexicon(_ frame: Int) -> Frame { frames.lexicon.frames[frame].frame }

  /// "bombed, and then occupied, a strip", "Denmark will train, and Canada will arm, the soldiers": the object
  /// behind the second comma is that of both.
  func shareRaised(_ sentence: inout Sentence) {
    let chunks = sentence.chunks
    guard !usesCases, !isHeadFirst else { return }
    for verb in chunks.indices.dropLast(4)
    where chunks[verb].kind == .verb && sentence.links[verb].object < 0
      && chunks[verb + 1].kind == .comma && chunks[verb + 2].kind == .conjunction
    {
      let other = chunks[verb + 3].kind == .nounPhrase ? verb + 4 : verb + 3
      guard other + 2 < chunks.count, chunks[other].kind == .verb,
        sentence.links[other].object < 0, chunks[other + 1].kind == .comma,
        chunks[other + 2].kind == .nounPhrase, chunks[other + 2].prepositionChunk < 0,
        !chunks[verb].traits.contains(.isSpeech),
        other + 3 >= chunks.count || chunks[other + 3].kind != .verb
      else { continue }
      sentence.links[verb].object = Int32(other + 2)
      sentence.links[other].object = Int32(other + 2)
    }
  }

  /// "rammed and boarded the boat": verbs joined without an object between share the last one's.
  func shareObjects(_ sentence: inout Sentence) {
    for verb in sentence.chunks.indices.dropLast(2).reversed()
    where sentence.chunks[verb].kind == .verb && sentence.links[verb].object < 0 {
      let other = verb + 2
      guard sentence.chunks[verb + 1].kind == .conjunction, sentence.chunks[other].kind == .verb,
        sentence.links[other].link == .coordinate, Int(sentence.links[other].governor) == verb,
        !sentence.chunks[verb].traits.contains(.isSpeech),
        sentence.chunks[verb].traits.contains(.isPassive)
          == sentence.chunks[other].traits.contains(.isPassive),
        // "protested and sent aircraft".
        isHeadFirst || frames.mayTakeObject(verb, sentence)
      else { continue }
      sentence.links[verb].object = sentence.links[other].object
    }
  }
}
