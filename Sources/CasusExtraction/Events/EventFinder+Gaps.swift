import CasusKnowledge
import CasusModel

// A dash for the verb of the clause before: "Россия атаковала Киев, а Украина – Белгород".
extension EventFinder {
  /// A clause whose verb is left out.
  private struct Gap {
    /// The joint before it.
    var joint: Int
    var dash: Int
    /// The chunk after its last.
    var end: Int
    /// Whether nothing but a comma joins it to the clause before.
    var isBare: Bool
  }

  /// The acts that clauses without a verb take over from the clause before.
  func gapped(
    _ sentence: Sentence, _ findings: [Finding], _ resolver: inout ActorResolver
  ) -> [Finding] {
    guard lexicon.usesCases, !findings.isEmpty else { return [] }
    var result: [Finding] = []
    for dash in sentence.chunks.indices {
      guard let gap = gap(at: dash, sentence),
        let act = (findings + result).last(where: { $0.verb >= 0 && $0.verb < gap.joint }),
        !sentence.chunks[(act.verb + 1)..<gap.joint].contains(where: {
          $0.kind == .verb && $0.traits.contains(.isFinite)
        })
      else { continue }
      if let finding = takenOver(act, in: gap, sentence, &resolver) { result.append(finding) }
    }
    return result
  }

  private func gap(at dash: Int, _ sentence: Sentence) -> Gap? {
    let chunks = sentence.chunks
    guard chunks[dash].kind == .stop, sentence.items[Int(chunks[dash].firstItem)].mark == .dash
    else { return nil }
    var joint = dash - 1
    scan: while joint > 0, joint > dash - 6 {
      switch chunks[joint].kind {
      case .nounPhrase, .preposition, .date: joint -= 1
      default: break scan
      }
    }
    guard joint > 0, joint < dash - 1 else { return nil }
    let isJoined =
      (chunks[joint].kind == .contrast || chunks[joint].kind == .conjunction)
      && (chunks[joint - 1].kind == .comma || chunks[joint - 1].kind == .stop)
    guard isJoined || isBareGap(joint, dash, sentence) else { return nil }
    var end = dash + 1
    ending: while end < chunks.count, end < dash + 6 {
      switch chunks[end].kind {
      case .nounPhrase, .preposition, .date: end += 1
      case .conjunction where end + 1 < chunks.count && chunks[end + 1].kind == .nounPhrase:
        end += 1
      default: break ending
      }
    }
    let isClosed =
      end >= chunks.count || chunks[end].kind == .stop || chunks[end].kind == .comma
      || chunks[end].kind == .closeQuote
    return end > dash + 1 && isClosed
      ? Gap(joint: joint, dash: dash, end: end, isBare: !isJoined) : nil
  }

  /// "Кения выслала посла Сомали, Уганда – посла Эритреи": whether a comma or semicolon, a name that may act
  /// and a dash make a clause; "Сирия – союзник Ирана" says what somebody is.
  private func isBareGap(_ joint: Int, _ dash: Int, _ sentence: Sentence) -> Bool {
    let chunks = sentence.chunks
    let mark = sentence.items[Int(chunks[joint].firstItem)].mark
    guard chunks[joint].kind == .comma || mark == .semicolon, dash + 1 < chunks.count else {
      return false
    }
    let (subject, behind) = (chunks[joint + 1], chunks[dash + 1])
    guard subject.kind == .nounPhrase, subject.prepositionChunk < 0,
      subject.listHead < 0 || Int(subject.listHead) == joint + 1,
      subject.traits.contains(.isAgentive),
      subject.traits.isDisjoint(with: [.isAnaphor, .isOpaque]),
      behind.traits.isDisjoint(with: .isOpaque),
      behind.roles.isDisjoint(with: ActorResolver.pronouns)
    else { return false }
    return behind.kind != .nounPhrase || behind.features.isEmpty
      || !behind.features.isDisjoint(with: [.accusative, .dative, .genitive, .instrumental])
  }

  private func takenOver(
    _ act: Finding, in gap: Gap, _ sentence: Sentence, _ resolver: inout ActorResolver
  ) -> Finding? {
    var source: [ActorID] = []
    var target: [ActorID] = []
    for phrase in (gap.joint + 1)..<gap.end where sentence.chunks[phrase].kind == .nounPhrase {
      let chunk = sentence.chunks[phrase]
      let head = chunk.listHead < 0 || Int(chunk.listHead) == phrase
      guard head, chunk.eventNoun < 0, chunk.traits.isDisjoint(with: [.isOpaque, .isAnaphor]) else {
        continue
      }
      let actors = filling(
        Int32(phrase), sentence, &resolver, excluding: rolled(source)
      ).actors
      guard !actors.isEmpty else { continue }
      let mayAct =
        chunk.prepositionChunk < 0 && mayAct(phrase, sentence)
        && (chunk.features.isEmpty || chunk.features.contains(.nominative))
      // Behind the dash stands the object, unless its form can only be that of a subject.
      let isSurelySubject =
        mayAct && !chunk.features.isEmpty && !chunk.features.contains(.accusative)
      if source.isEmpty, phrase < gap.dash ? mayAct : isSurelySubject {
        source = actors
      } else if target.isEmpty {
        target = actors
      }
    }
    if gap.isBare {
      // "Чехия передала сто танков, Словакия – тридцать": nothing new but a figure.
      let isFigure = isFigure(gap.dash + 1, sentence)
      guard !source.isEmpty, !act.source.isEmpty, !target.isEmpty || isFigure else { return nil }
    }
    var finding = act
    if !source.isEmpty { finding.source = source }
    if !target.isEmpty { finding.target = target }
    stand(&finding.source)
    let own = rolled(finding.source)
    finding.target.removeAll { own.contains(knowledge.actors.rolledUp($0)) }
    guard !source.isEmpty || !target.isEmpty, !finding.target.isEmpty || act.target.isEmpty,
      finding.source != act.source || finding.target != act.target
    else { return nil }
    finding.lastChunk = max(finding.lastChunk, gap.end - 1)
    finding.form = "the same again"
    finding.isEcho = (gap.joint..<gap.end).contains { sentence.chunks[$0].kind == .date }
    finding.echo = gap.joint
    finding.usesAnaphor = true
    return finding
  }

  private func isFigure(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return chunk.kind == .nounPhrase
      && sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].allSatisfy {
        $0.kinds == .number || $0.roles.contains(.determiner) && $0.kinds.isEmpty
      }
  }
}
