import CasusKnowledge
import CasusModel

// Who stands on which side of an event.
extension EventFinder {
  func rolled(_ actors: [ActorID]) -> [ActorID] {
    actors.map { knowledge.actors.rolledUp($0) }
  }

  /// Takes out of a side those of some states and bodies, as who stands on the other side is named.
  func remove(_ states: [ActorID], from filling: inout Filling) {
    guard !states.isEmpty else { return }
    filling.actors.removeAll { states.contains(knowledge.actors.rolledUp($0)) }
  }

  /// Drops dyads of an actor with itself, splits reciprocal events, checks what the type needs.
  func finished(
    _ finding: Finding, _ frame: CompiledFrame, subject: [ActorID], isByTheWay: Bool = false
  ) -> [Finding] {
    var finding = finding
    stand(&finding.source)
    stand(&finding.target)
    if finding.target.count > 1 { finding.target = unique(finding.target) }
    if finding.type == .mobilize, finding.mode == "exercise", distinct(finding.source).count > 1 {
      // Joint drills are cooperation among those who take part.
      finding.type = .cooperate
      return mutual(finding, distinct(finding.source))
    }
    if finding.type == .cooperate, finding.mode == "exercise", finding.targetPreposition != 0,
      distinct(finding.target).count > 1
    {
      // "latihan bersama Jepang dan Australia": all of them with each other.
      return mutual(finding, distinct(finding.source + finding.target))
    }
    if frame.frame.isReciprocal, finding.target.isEmpty {
      let sides = distinct(finding.source.isEmpty ? subject : finding.source)
      guard sides.count > 1 else { return [] }
      return mutual(finding, sides)
    }
    let sources = rolled(finding.source)
    finding.target.removeAll { sources.contains(knowledge.actors.rolledUp($0)) }
    guard !finding.source.isEmpty else { return [] }
    let media = finding.source.allSatisfy { knowledge.actors.kind(of: $0) == .medium }
    if media { return [] }
    finding.target.removeAll { knowledge.actors.kind(of: $0) == .medium }
    if finding.type == .retreat, finding.target.isEmpty, finding.object < 0,
      finding.source.allSatisfy({ knowledge.actors.kind(of: $0) == .person })
    {
      // Who resigns or leaves a room withdraws no forces.
      return []
    }
    if finding.type == .protest, finding.isOfficial {
      // "Hanoi protested": in words.
      finding.type = .accuse
      finding.mode = "condemn"
    }
    if finding.type == .retreat, finding.mode == "withdraw",
      finding.object < 0 || finding.phrase < 0 && finding.targetPreposition == 0,
      !finding.target.isEmpty,
      finding.target.allSatisfy({ knowledge.actors.kind(of: $0) == .organisation && $0 != "UN" })
    {
      // "Mali hengkang dari ECOWAS", "its withdrawal from ECOWAS": members leave a body, forces leave a place.
      finding.type = .sanction
      finding.mode = "withdraw-membership"
    }
    if finding.type == .retreat, finding.targetIsPlace { finding.target = [] }
    if finding.mode == "withdraw-membership", finding.targetIsPlace { return [] }
    if finding.mode == "recognise", finding.targetIsPlace { finding.target = [] }
    if finding.target.isEmpty, !Self.standsAlone(finding.type) {
      let mayBeOpen =
        finding.type == .assault && (finding.mode != "kill" || finding.object >= 0)
        || finding.phrase < 0
          && (Self.aimedModes.contains(finding.mode ?? "")
            // "в одностороннем порядке прекратили огонь"; who ends an offensive by winning does not.
            || lexicon.usesCases && finding.type == .concede && finding.mode == "ceasefire"
              && finding.verb >= 0 && !isByTheWay)
      guard mayBeOpen else { return [] }
      finding.isOpen = true
      finding.usesAnaphor = true
      return [finding]
    }
    guard finding.frame < 0 || frame.frame.isReciprocal && !finding.type.isSymmetric else {
      return [finding]
    }
    // Clashes and exchanges go both ways.
    var back = finding
    back.source = finding.target
    back.target = finding.source
    return [finding, back]
  }

  /// A finding of which one side alone is known, as an open one, if the article may tell the other.
  func oneSided(_ finding: Finding, _ sentence: Sentence) -> Finding? {
    var half = finding
    stand(&half.source)
    stand(&half.target)
    half.source.removeAll { knowledge.actors.kind(of: $0) == .medium }
    half.target.removeAll { knowledge.actors.kind(of: $0) == .medium }
    let known = distinct(half.source + half.target).count
    guard half.source.isEmpty != half.target.isEmpty, known <= Self.fewKnown else { return nil }
    let side = half.source.isEmpty ? EventSide.source : .target
    guard knowledge.supply.supplies(side, of: half.type),
      side == .source || !namesSomebody(half.object, sentence)
    else { return nil }
    half.missing = side
    half.isOpen = true
    half.usesAnaphor = true
    return half
  }

  /// What a list of more than two does is seldom done to somebody left unsaid.
  private static let fewKnown = 2

  /// "seized the Sumud flotilla": an object with a name of its own is somebody, known or not.
  private func namesSomebody(_ object: Int, _ sentence: Sentence) -> Bool {
    guard object >= 0, sentence.chunks[object].kind == .nounPhrase else { return false }
    let chunk = sentence.chunks[object]
    if !lexicon.usesCases, !isHeadFirst, chunk.traits.isSuperset(of: [.isAnaphor, .hasPossessor]),
      chunk.traits.isDisjoint(with: .isAgentive)
    {
      // "suspended its aid": a thing of one's own.
      return false
    }
    return chunk.ownerEnd > chunk.ownerStart
      || chunk.traits.contains(.isAgentive)
      || chunk.traits.contains(.isOpaque) && chunk.eventNoun < 0
      || sentence.items[Int(chunk.firstItem)..<Int(chunk.endItem)].contains {
        $0.kinds == .unknown && $0.isCapitalised
      }
  }

  /// What one does to the other side of the article, when it says no more.
  private static let aimedModes: Set<String> = [
    "expel-diplomats", "recall-ambassador", "summon-ambassador", "occupy", "capture", "blockade",
    "close-border",
  ]

  /// A person outside any government stands for the group they lead.
  func stand(_ actors: inout [ActorID]) {
    guard actors.contains(where: \.isPerson) else { return }
    for i in actors.indices where actors[i].isPerson {
      actors[i] = knowledge.actors.rolledUp(actors[i])
    }
  }

  private func unique(_ actors: [ActorID]) -> [ActorID] {
    var seen: Set<ActorID> = []
    return actors.filter { seen.insert($0).inserted }
  }

  func distinct(_ actors: [ActorID]) -> [ActorID] {
    guard actors.count > 1 else { return actors }
    var seen: Set<ActorID> = []
    return actors.filter { seen.insert(knowledge.actors.rolledUp($0)).inserted }
  }

  /// A mutual event of several: A with B and C, then B with C.
  func mutual(_ finding: Finding, _ sides: [ActorID]) -> [Finding] {
    var result: [Finding] = []
    for (position, side) in sides.enumerated().dropLast() {
      var one = finding
      one.source = [side]
      one.target = Array(sides[(position + 1)...])
      result.append(one)
      if !finding.type.isSymmetric {
        one.source = Array(sides[(position + 1)...])
        one.target = [side]
        result.append(one)
      }
    }
    return result
  }

  /// Whether a type makes sense without a target.
  static func standsAlone(_ type: EventType) -> Bool {
    type == .mobilize || type == .protest || type == .retreat
  }
}
