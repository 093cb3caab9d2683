public import CasusModel

/// Two actors, in order.
public struct ActorPair: Hashable, Codable, Sendable {
  /// The first actor.
  public var first: ActorID
  /// The second actor.
  public var second: ActorID

  /// Makes a pair from its parts.
  public init(_ first: ActorID, _ second: ActorID) {
    self.first = first
    self.second = second
  }
}

extension ActorPair {
  /// The pairs that an event projects to, rolled up: each source with each target, and back too
  /// where the two may be exchanged.
  static func dyads(_ participants: [String: [ActorID]], isSymmetric: Bool) -> [ActorPair] {
    dyads(
      from: participants["source"] ?? [], to: targets(participants["target"] ?? [], participants),
      isSymmetric: isSymmetric)
  }

  /// Who is acted on: the target, and where there is none the state whose land forces leave.
  static func targets(_ target: [ActorID], _ roles: [String: [ActorID]]) -> [ActorID] {
    target.isEmpty ? roles["territory"] ?? [] : target
  }

  /// The pairs of some sources and targets.
  static func dyads(
    from sources: [ActorID], to targets: [ActorID], isSymmetric: Bool
  ) -> [ActorPair] {
    if sources.count == 1, targets.count == 1 {
      let pair = ActorPair(sources[0].rolledUp, targets[0].rolledUp)
      guard isSymmetric, pair.first != pair.second else { return [pair] }
      let back = ActorPair(pair.second, pair.first)
      return pair.first < pair.second ? [pair, back] : [back, pair]
    }
    var result: Set<ActorPair> = []
    for source in sources {
      for target in targets {
        result.insert(ActorPair(source.rolledUp, target.rolledUp))
        if isSymmetric { result.insert(ActorPair(target.rolledUp, source.rolledUp)) }
      }
    }
    return result.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension Event {
  /// The actors by role, `source` and `target` included, without empty roles.
  var participants: [String: [ActorID]] {
    var result = roles.isEmpty ? roles : roles.filter { !$0.value.isEmpty }
    result["source"] = source.isEmpty ? nil : source
    result["target"] = target.isEmpty ? nil : target
    return result
  }

  /// The pairs of rolled-up actors that the event projects to.
  var dyads: [ActorPair] {
    ActorPair.dyads(
      from: source, to: ActorPair.targets(target, roles), isSymmetric: type.isSymmetric)
  }
}
