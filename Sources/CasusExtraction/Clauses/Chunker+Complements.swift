import CasusKnowledge

/// What a verb asks for behind a preposition, and where that ends.
extension Chunker {
  /// "Отправил за решётку | немецкого журналиста", "віддав в оренду | Китаю": behind what a frame of the
  /// verb asks for beside its object, a word that may be the object or whom the act is for, though its form
  /// may be a genitive as well.
  func standsBesideComplement(_ items: [Item], _ phrase: Int, _ at: Int, _ chunks: [Chunk]) -> Bool
  {
    let (before, item) = (items[at - 1], items[at])
    guard chunks.last?.kind == .preposition, before.classSet != 0, !isModifier(before),
      item.nounFeatures.contains(.genitive),
      before.kinds.isDisjoint(with: [.actor, .place, .eventNoun]),
      let verb = chunks.last(where: { $0.kind == .verb }), verb.verbItem >= 0,
      verb.traits.isDisjoint(with: .isParticiple)
    else { return false }
    let hasObject = chunks.count > 1 && chunks[chunks.count - 2].kind == .nounPhrase
    let classes = lexicon.classSets[Int(before.classSet)]
    return lexicon.meanings(of: items[Int(verb.verbItem)].node).contains {
      guard $0.kind == .verb else { return false }
      let frame = lexicon.frames[Int($0.index)]
      guard frame.hasComplementClasses, frame.complementClasses.intersects(classes) else {
        return false
      }
      switch frame.frame.target.first {
      case .object: return !hasObject && isObject(items, at, of: frame)
      case .grammaticalCase(.dative):
        return item.kinds.contains(.actor) && !item.kinds.contains(.adjectivalActor)
          && item.nounFeatures.contains(.dative)
      default: return false
      }
    }
  }

  /// Whether a word, or the noun that an adjective stands before, may be the object that a frame asks for.
  private func isObject(_ items: [Item], _ at: Int, of frame: CompiledFrame) -> Bool {
    let noun = isModifier(items[at]) && at + 1 < items.count ? items[at + 1] : items[at]
    let shown = noun.nounFeatures.intersection(.cases)
    guard shown.isSuperset(of: [.genitive, .accusative]), !shown.contains(.nominative) else {
      return false
    }
    if frame.needsActorObject, noun.kinds.contains(.adjectivalActor) { return true }
    return noun.classSet != 0
      && lexicon.classSets[Int(noun.classSet)].intersects(frame.objectClasses)
  }
}
