import CasusKnowledge

/// Verbs with a subject of their own.
extension ClauseParser {
  /// "Egypt, which | along with | Qatar has mediated": whether a phrase only joins whom a relative clause
  /// is about.
  private func accompanies(_ phrase: Int, _ relative: Int, _ sentence: Sentence) -> Bool {
    guard !usesCases, phrase == relative + 2, sentence.chunks[relative + 1].kind == .conjunction
    else { return false }
    let joint = sentence.items[Int(sentence.chunks[relative + 1].firstItem)]
    return joint.endToken > joint.firstToken + 1
  }

  /// A verb with a subject of its own.
  func linkFreeSubject(_ verb: Int, _ subject: Int, _ sentence: inout Sentence) {
    let chunks = sentence.chunks
    sentence.links[verb].subject = Int32(subject)
    if governsOwned(subject, verb, sentence), leadsToPredicate(verb, chunks),
      linkToOwnedNoun(verb, subject, &sentence)
    {
      return
    }
    if subject > 0, chunks[subject - 1].kind == .nounPhrase,
      chunks[subject - 1].prepositionChunk >= 0,
      !hasOwner(subject - 1, sentence) || chunks[subject - 1].traits.contains(.hasPossessor),
      linkContact(verb, lastVerb(before: subject, chunks), subject: subject, &sentence)
    {
      return
    }
    var at = subject - 1
    var sawConjunction = false
    var sawComma = false
    while at >= 0 {
      switch chunks[at].kind {
      case .comma:
        sawComma = true
        at -= 1
      case .date, .openQuote, .closeQuote: at -= 1
      case .conjunction:
        sawConjunction = true
        at -= 1
      case .nounPhrase where chunks[at].prepositionChunk >= 0:
        at = Int(chunks[at].prepositionChunk) - 1
      case .nounPhrase where isAccording(before: at, chunks): at -= 2
      case .nounPhrase
      where !isHeadFirst && !usesCases && at == subject - 1 && verb == subject + 1
        && (sentence.links[verb].object < 0 || givesAway(at, verb, sentence))
        && chunks[subject].ownerEnd > chunks[subject].ownerStart:
        // "the sanctions | Iran imposed on Iraq": the noun right before is the object.
        tell(verb, ofThing: at, lastVerb(before: at, chunks), &sentence)
        return
      case .complementizer:
        linkContent(verb, at, &sentence)
        return
      case .subordinator:
        sentence.links[verb].link = .subordinate
        return
      case .conditional:
        sentence.links[verb].link = .conditional
        return
      case .relative:
        // "drones that Russia bought": the antecedent is the object.
        if isHeadFirst ? !hasOwner(subject, sentence) : accompanies(subject, at, sentence) {
          linkRelative(verb, at, &sentence)
          return
        }
        sentence.links[verb].link = .relative
        sentence.links[verb].governor = Int32(clause(around: at, chunks))
        // "Addis Ababa, where Guterres urged": a place is no object.
        let isOblique = usesCases && at > 0 && chunks[at - 1].kind == .preposition
        if !chunks[at].roles.contains(.locative) || isHeadFirst, !isOblique,
          sentence.links[verb].object < 0 || !isHeadFirst
        {
          let antecedent = phrase(before: at, chunks)
          if antecedent >= 0, sentence.links[verb].object < 0 {
            sentence.links[verb].object = Int32(antecedent)
          }
        }
        return
      case .verb:
        if sawConjunction {
          // A second clause keeps the speaker of the first.
          let other = sentence.links[at]
          if other.link == .content {
            sentence.links[verb].link = .content
            sentence.links[verb].governor = other.governor
          }
        } else if chunks[at].traits.contains(.isSpeech)
          // "Setelah lama membantah, Iran mengakui": a clause of time without a subject is closed.
          && !(sawComma && sentence.links[at].link == .subordinate
            && sentence.links[at].subject < 0)
          // "Having failed to get in, Kosovo slapped": behind a comma another clause begins.
          || frames.governs(at, sentence)
            && (usesCases
              // "Якщо він відмовиться, країни подадуть позов": a condition has no content behind it.
              ? !sawComma || sentence.links[at].link != .conditional
              : !sawComma || isHeadFirst && sentence.links[at].subject >= 0)
        {
          sentence.links[verb].link = .content
          sentence.links[verb].governor = Int32(at)
        }
        return
      default: return
      }
    }
  }

  func hasOwner(_ phrase: Int, _ sentence: Sentence) -> Bool {
    sentence.chunks[phrase].ownerEnd > sentence.chunks[phrase].ownerStart
  }
}
