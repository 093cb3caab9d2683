import CasusKnowledge

/// Chooses the frame of a verb or event noun in its clause.
struct FrameFinder {
  let lexicon: Lexicon

  /// The frames of a verb chunk, in the order of the file.
  func candidates(_ verb: Int, _ sentence: Sentence) -> [Int] {
    let chunk = sentence.chunks[verb]
    guard chunk.verbItem >= 0 else { return [] }
    let item = sentence.items[Int(chunk.verbItem)]
    guard item.kinds.contains(.verb) else { return [] }
    var result: [Int] = []
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .verb {
      let index = Int(meaning.index)
      if !result.contains(index) { result.append(index) }
    }
    return result
  }

  /// The frame that fits a verb with its object, or `nil`.
  func frame(of verb: Int, _ sentence: Sentence) -> Int? {
    let chunk = sentence.chunks[verb]
    let links = sentence.links[verb]
    let isPassive = chunk.traits.contains(.isPassive)
    let object = isPassive ? links.subject : links.object
    for index in candidates(verb, sentence) {
      let frame = lexicon.frames[index]
      if frame.needsActorObject {
        guard object >= 0 else { continue }
        let phrase = sentence.chunks[Int(object)]
        let isOwned = phrase.ownerEnd > phrase.ownerStart
        guard isOwned || phrase.classes.intersects(frame.objectClasses) else { continue }
        return index
      }
      if frame.objectClasses.isEmpty { return index }
      if object >= 0, fits(frame, object, sentence) { return index }
      if !isPassive, links.object >= 0 {
        // A second object, or the head that a preposition keeps apart.
        let next = Int(links.object) + 1
        if next < sentence.chunks.count, sentence.chunks[next].kind == .nounPhrase,
          sentence.chunks[next].classes.intersects(frame.objectClasses)
        {
          return index
        }
      }
    }
    return nil
  }

  private func fits(_ frame: CompiledFrame, _ object: Int32, _ sentence: Sentence) -> Bool {
    for member in sentence.list(from: object)
    where sentence.chunks[member].classes.intersects(frame.objectClasses) {
      return true
    }
    return false
  }

  /// What a clause under a verb becomes, whatever its object.
  func content(of verb: Int, _ sentence: Sentence) -> ContentKind? {
    for index in candidates(verb, sentence) {
      if let kind = lexicon.frames[index].frame.content { return kind }
    }
    return nil
  }

  /// Whether a verb takes a clause whose subject may be its object.
  func governs(_ verb: Int, _ sentence: Sentence) -> Bool {
    content(of: verb, sentence) != nil
  }
}
