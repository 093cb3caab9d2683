import CasusKnowledge
import CasusModel

// What an act is about where no object says so: behind a preposition, or in a clause.
extension EventFinder {
  /// "agreed on | a prisoner swap", "asked Germany for | missiles", "threatened Kenya with | sanctions":
  /// what an agreement, a request or a threat is about that is no object.
  func topic(of finding: Finding, _ sentence: Sentence) -> Range<Int>? {
    guard finding.phrase < 0, finding.verb >= 0 else { return nil }
    let phrase: Int? =
      switch finding.type {
      case .threaten: means(of: finding, sentence).first
      case .agree, .request:
        topic(behind: finding.verb, sentence) ?? actedOn(by: finding, sentence)
      case .consult, .mobilize, .retreat: nil
      default: actedOn(by: finding, sentence)
      }
    guard let phrase, !standsForSomebody(phrase, sentence),
      !sentence.chunks[phrase].traits.contains(.isPlace)
    else { return clause(asked: finding, sentence) }
    let last = end(of: phrase, finding, sentence)
    let first = Int(sentence.chunks[phrase].firstItem)
    return tellingItems(first..<Int(sentence.chunks[last].endItem), sentence)
      .map { sentence.span($0) }
  }

  private func topic(behind verb: Int, _ sentence: Sentence) -> Int? {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase
      where chunk.prepositionChunk >= 0
        && lexicon.aboutPrepositions.contains(Int(chunk.preposition))
        && !(chunk.features.contains(.locative)
          && sentence.chunks[Int(chunk.prepositionChunk)].roles.contains(.locative)):
        return standsForSomebody(at, sentence) ? nil : at
      case .nounPhrase, .preposition, .date: break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// "voted against | a resolution", "наложила вето на | резолюцию", "попали в | больницу": what is acted on
  /// behind a preposition.
  private func actedOn(by finding: Finding, _ sentence: Sentence) -> Int? {
    let phrase = finding.verb + 2
    guard finding.phrase < 0, finding.frame >= 0, finding.object < 0,
      phrase < sentence.chunks.count,
      sentence.chunks[phrase].kind == .nounPhrase,
      Int(sentence.chunks[phrase].prepositionChunk) == phrase - 1
    else { return nil }
    let number = Int(sentence.chunks[phrase].preposition)
    // "fought with tanks", "fell into the economic zone".
    guard finding.type != .assault || !lexicon.meansPrepositions.contains(number),
      !sentence.chunks[phrase].classes.intersects(landClasses)
    else { return nil }
    let isTarget = lexicon.frames[finding.frame].target.contains { place in
      guard case .preposition(number, _) = place else { return false }
      return true
    }
    return isTarget ? phrase : nil
  }

  /// "urged Iran | to release the sailors", "зажадала, щоб Сирія | вивела війська": what somebody is asked
  /// to do, or what is threatened.
  private func clause(asked finding: Finding, _ sentence: Sentence) -> Range<Int>? {
    guard finding.type == .request || finding.type == .threaten || finding.type == .reject,
      let verb = sentence.chunks.indices.first(where: {
        let links = sentence.links[$0]
        return $0 > finding.verb && sentence.chunks[$0].kind == .verb
          && Int(links.governor) == finding.verb
          && (links.link == .infinitive
            || links.link == .content
              && (finding.type == .request || Int(links.subject) < finding.verb))
      })
    else { return nil }
    let links = sentence.links[verb]
    let chunk = sentence.chunks[verb]
    if chunk.traits.contains(.isPassive), links.subject > finding.verb, Int(links.subject) < verb {
      return sentence.span(
        Int(sentence.chunks[Int(links.subject)].firstItem)..<Int(chunk.endItem))
    }
    let object = Int(links.object)
    let last = object > verb ? end(of: object, finding, sentence) : verb
    return sentence.span(Int(chunk.firstItem)..<Int(sentence.chunks[last].endItem))
  }
}
