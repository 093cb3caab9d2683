import CasusKnowledge
import CasusModel

// Modes that depend on what the act is done to.
extension ArticleReading {
  /// The mode of a finding: whoever lifts some sanctions, or those on two banks, eases them; whoever
  /// seizes a town or an island takes ground, no property.
  func mode(of finding: Finding) -> String? {
    switch (finding.type, finding.mode) {
    case (.retreat, "lift-sanctions") where isPartial(finding): "ease-sanctions"
    case (.coerce, "seize") where isOfGround(finding): "capture"
    default: stages.finder.mode(of: finding, sentence)
    }
  }

  /// Whether what is seized is a place, or a piece of land.
  private func isOfGround(_ finding: Finding) -> Bool {
    let object =
      finding.object >= 0 ? finding.object : finding.targetIsPlace ? finding.lastChunk : -1
    guard object >= 0, sentence.chunks[object].kind == .nounPhrase else { return false }
    let chunk = sentence.chunks[object]
    if chunk.traits.contains(.isPlace), !chunk.traits.contains(.hasPossessor) { return true }
    return chunk.classes.intersects(lexicon.groundClasses)
      && !chunk.classes.intersects(lexicon.singleClasses)
  }

  /// Whether the words say that a part of what there is is meant, or single people, firms or ships.
  private func isPartial(_ finding: Finding) -> Bool {
    let single = finding.target.contains {
      let kind = knowledge.actors.kind(of: $0)
      return kind == .person || kind == .company
    }
    if single { return true }
    let carriers = [finding.verb, finding.phrase, finding.object, finding.lastChunk]
      .filter { $0 >= 0 }
    guard let first = carriers.min(), let last = carriers.max() else { return false }
    let chunks = sentence.chunks
    // Adverbs before and behind belong to no phrase.
    let firstItem = first > 0 ? Int(chunks[first - 1].endItem) : 0
    let endItem = last + 1 < chunks.count ? Int(chunks[last + 1].firstItem) : sentence.items.count
    let words = sentence.tokens[
      Int(sentence.items[firstItem].firstToken)..<Int(sentence.items[endItem - 1].endToken)]
    let text =
      words.reduce(into: " ") { $0 += string(Int($1.start)..<Int($1.end)).lowercased() + " " }
    if lexicon.partial.contains(where: { text.contains($0) }) { return true }
    let counted = finding.object >= 0 ? chunks[finding.object] : nil
    if let counted, sentence.items[Int(counted.firstItem)].kinds.contains(.number) { return true }
    return (first...last).contains { at in
      let chunk = chunks[at]
      guard chunk.kind == .nounPhrase, at != finding.object, chunk.prepositionChunk >= first
      else { return false }
      return chunk.classes.intersects(lexicon.singleClasses)
        || sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
          $0.roles.contains(.firmHead)
        }
    }
  }
}
