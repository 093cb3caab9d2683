import CasusKnowledge
import CasusModel

// Findings that tell one event twice.
extension EventFinder {
  /// "took to the streets to condemn the strikes": the protest says it all.
  func withProtests(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    guard let crowd = findings.first(where: { $0.type == .protest && $0.phrase < 0 }) else {
      return findings
    }
    return findings.filter { finding in
      guard finding.type.isReaction, finding.phrase < 0, finding.target == crowd.target else {
        return true
      }
      let links = sentence.links[finding.verb]
      return Int(links.governor) != crowd.verb || links.link == .content
    }
  }

  /// Whether the word that carries one finding stands among those of another.
  private func isWithin(_ one: Finding, _ other: Finding) -> Bool {
    let core = one.phrase >= 0 ? one.phrase : one.verb
    return other.firstChunk <= core && core <= other.lastChunk
  }

  /// "menghantam pasar dan menewaskan delapan orang", "fired rockets at Sisaket, killing eight": what a strike
  /// leads to is the same event.
  private func isOutcome(_ finding: Finding, of other: Finding, _ sentence: Sentence) -> Bool {
    guard !lexicon.usesCases, finding.type == .assault, finding.mode == "kill",
      other.mode != "kill", finding.phrase < 0, other.phrase < 0,
      isHeadFirst || finding.object < 0
        || sentence.chunks[finding.object].ownerEnd == sentence.chunks[finding.object].ownerStart
          && !sentence.items[
            Int(
              sentence.chunks[finding.object].firstItem)..<Int(
                sentence.chunks[finding.object].endItem)
          ].contains(where: { $0.kinds == .unknown && $0.isCapitalised })
    else { return false }
    let links = sentence.links[finding.verb]
    return [.coordinate, .adverbial].contains(links.link) && Int(links.governor) == other.verb
  }

  /// "A Turkish strike in Syria killed four SDF fighters": Syria is only where they were hit.
  private func isSite(of finding: Finding, in other: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase >= 0, other.phrase < 0, finding.type == .assault,
      other.type == .assault, isLocated(finding, sentence),
      finding.lastChunk > finding.phrase, other.verb > finding.phrase,
      Int(sentence.links[other.verb].subject) == finding.phrase
    else { return false }
    return !other.target.isEmpty && rolled(other.source) == rolled(finding.source)
      && rolled(other.target) != rolled(finding.target)
  }

  /// "lifted its ban on Japanese seafood", "halted its arms deliveries to Chad": what is ended is no event of its
  /// own.
  private func ends(_ other: Finding, _ finding: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase >= 0, other.phrase < 0,
      finding.type.isHarm && (other.type == .concede || other.type == .retreat)
        || finding.type.quadClass.isCooperation && other.type == .sanction,
      sentence.links[other.verb].object == Int32(finding.phrase)
    else { return false }
    return rolled(other.source) == rolled(finding.source)
      && rolled(other.target) == rolled(finding.target)
  }

  /// Whether what a noun is aimed at only says where.
  private func isLocated(_ finding: Finding, _ sentence: Sentence) -> Bool {
    let preposition = sentence.chunks[finding.lastChunk].prepositionChunk
    return preposition >= 0 && sentence.chunks[Int(preposition)].roles.contains(.locative)
      && Int(sentence.chunks[Int(preposition)].preposition) != frames.ofNumber
  }

  /// "sent soldiers to help": the purpose is the same event.
  private func isPurpose(_ finding: Finding, of other: Finding, _ sentence: Sentence) -> Bool {
    guard finding.phrase < 0, other.phrase < 0 else { return false }
    let links = sentence.links[finding.verb]
    return links.link == .infinitive && Int(links.governor) == other.verb
  }

  /// "retaliated a day later by expelling diplomats": whether another event says how somebody hit back, so that it was
  /// no attack.
  private func saysHow(_ other: Finding, _ finding: Finding, _ sentence: Sentence) -> Bool {
    guard !isHeadFirst, !lexicon.usesCases, finding.type == .assault, finding.phrase < 0,
      finding.verb >= 0, sentence.links[finding.verb].object < 0, other.type != .assault,
      other.phrase < 0, other.verb > finding.verb,
      sentence.chunks[other.verb].traits.contains(.isGerund),
      Int(sentence.links[other.verb].governor) == finding.verb
    else { return false }
    return sentence.chunks[(finding.verb + 1)..<other.verb].allSatisfy {
      $0.kind == .date || $0.kind == .comma || $0.roles.contains(.agentMarker)
    }
  }

  /// An event noun beside a verb of the same meaning and actors is the same event.
  func withoutRepetition(_ findings: [Finding], _ sentence: Sentence) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings {
      let isDouble = kept.contains { other in
        (other.type == finding.type
          || other.type == .aid && finding.type == .support
            && isPurpose(finding, of: other, sentence))
          && rolled(other.source) == rolled(finding.source)
          && rolled(other.target) == rolled(finding.target)
          && (finding.verb == other.verb || isOutcome(finding, of: other, sentence)
            || isWithin(finding, other) || other.phrase >= 0 && isWithin(other, finding)
            || isPurpose(finding, of: other, sentence))
      }
      if findings.contains(where: {
        isSite(of: finding, in: $0, sentence) || ends($0, finding, sentence)
          || saysHow($0, finding, sentence)
      }) {
        continue
      }
      // What is told with both sides needs no guess at one of them.
      if finding.isOpen,
        findings.contains(where: {
          !$0.isOpen && $0.type == finding.type && rolled($0.source) == rolled(finding.source)
        })
      {
        continue
      }
      if !isDouble { kept.append(finding) }
    }
    return kept
  }

  func sharesSide(_ whole: Finding, _ half: Finding) -> Bool {
    let own = Set(rolled(half.source + half.target))
    return !own.isDisjoint(with: rolled(whole.source + whole.target))
  }
}
