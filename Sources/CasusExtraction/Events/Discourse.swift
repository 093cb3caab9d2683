import CasusKnowledge
import CasusModel

/// What an article has spoken of so far, for pronouns and phrases such as "the two countries".
struct Discourse {
  /// The subject of the last clause that had one.
  var topic: [ActorID] = []
  /// The last person named, and whom they stand for.
  var person: ActorID?
  /// The last state named as a subject, else named at all.
  var state: ActorID?
  /// The last organisation or bloc named.
  var bloc: ActorID?
  /// The last armed group named.
  var group: ActorID?
  /// The last two states named, the older first.
  var pair: [ActorID] = []
  /// The last events told, for "the attack" and "the decision".
  var events: [(type: EventType, mode: String?, source: [ActorID], target: [ActorID])] = []

  /// Who acted in the last event told that is no reaction to another.
  var agents: [ActorID] {
    events.last { !$0.type.isReaction }?.source ?? []
  }

  /// The other side of the last hostile act that someone took part in.
  func opponent(of side: [ActorID]) -> [ActorID] {
    for event in events.reversed()
    where [.assault, .coerce, .mobilize, .threaten].contains(event.type) {
      if !event.source.filter(side.contains).isEmpty { return event.target }
      if !event.target.filter(side.contains).isEmpty { return event.source }
    }
    return []
  }

  /// Who was helped last, other than the helpers at hand.
  func recipient(apartFrom side: [ActorID]) -> [ActorID] {
    let helped = events.last { $0.type == .aid && $0.target.filter(side.contains).isEmpty }?.target
    guard let helped else { return [] }
    // Nobody arms those whom they accuse, punish or fight.
    let isOpposed = events.contains { event in
      !event.type.quadClass.isCooperation && !event.source.filter(side.contains).isEmpty
        && !event.target.filter(helped.contains).isEmpty
    }
    return isOpposed ? [] : helped
  }

  /// The two sides of the last event told, if it had just two.
  var dyad: [ActorID] {
    guard let last = events.last, last.source.count == 1, last.target.count == 1 else { return [] }
    return last.source + last.target
  }

  /// Who acted in the last event of one of some types: both sides where it has no direction.
  func agents(ofAny types: Set<EventType>) -> [ActorID]? {
    guard let last = events.last(where: { types.contains($0.type) }) else { return nil }
    return last.type.isSymmetric ? last.source + last.target : last.source
  }

  /// States named so far.
  var states: Set<ActorID> = []
  /// People named in full, so that their short forms are known.
  var introduced: Set<Int> = []

  /// Takes note of an actor in the order of the text.
  mutating func note(_ rolledUp: ActorID, kind: Actor.Kind, isState: Bool) {
    switch kind {
    case .person: person = rolledUp
    case .organisation, .collective: bloc = rolledUp
    case .group: group = rolledUp
    case .state, .government, .company, .ngo:
      state = rolledUp
      states.insert(rolledUp)
    case .medium: return
    }
    if isState, pair.last != rolledUp {
      pair.removeAll { $0 == rolledUp }
      pair.append(rolledUp)
      if pair.count > 2 { pair.removeFirst() }
    }
  }
}
