import CasusKnowledge

/// Nouns that are made of verbs: "the freezing of Iraqi assets by Jordan", "Chad's closure of its border with Libya".
extension FrameFinder {
  /// Whether a form in "-ing" is a noun that tells of what the verb does to what stands behind "of".
  func isNamedByVerb(_ meaning: LexiconEntry) -> Bool {
    meaning.kind == .verb ? meaning.features.contains(.gerund) : meaning.isNominalisation
  }

  /// Whether the phrase behind "of" is an object as a frame of the verb asks for.
  func nominalised(_ phrase: Int, by frame: CompiledFrame, _ sentence: Sentence) -> Bool {
    // "the sending by Seoul of balloons".
    let isBy =
      phrase + 2 < sentence.chunks.count && sentence.chunks[phrase + 1].kind == .preposition
      && sentence.chunks[phrase + 1].roles.contains(.agentMarker)
    let of = phrase + (isBy ? 3 : 1)
    guard !frame.hasSubjectClasses, !frame.takesActorSubject, !frame.hasComplementClasses,
      !frame.takesTownObject, frame.target.contains(.object) || frame.hasObjectClasses,
      of + 1 < sentence.chunks.count, sentence.chunks[of].kind == .preposition,
      Int(sentence.chunks[of].preposition) == ofNumber, sentence.chunks[of + 1].kind == .nounPhrase
    else { return false }
    let object = Int32(of + 1)
    if frame.needsActorObject {
      return sentence.list(from: object).contains {
        sentence.chunks[$0].ownerEnd > sentence.chunks[$0].ownerStart
          || sentence.chunks[$0].classes.intersects(frame.objectClasses)
      }
    }
    return !frame.hasObjectClasses || fits(frame, object, underSupport: false, sentence)
  }

  /// "the sending of tanks to Chad", but "the reopening of a crossing out of solidarity with Chad": whether only what
  /// stands behind "of" and "by" is between such a noun and a phrase.
  func isBeside(_ other: Int, _ phrase: Int, _ sentence: Sentence) -> Bool {
    for at in (phrase + 1)..<max(other, phrase + 1) {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .preposition
      where !chunk.roles.contains(.agentMarker) && Int(chunk.preposition) != ofNumber:
        guard sentence.list(from: Int32(at + 1)).contains(other) else { return false }
      case .verb, .stop, .comma: return false
      default: break
      }
    }
    return true
  }
}
