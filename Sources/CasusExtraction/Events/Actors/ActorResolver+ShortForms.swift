import CasusKnowledge
import CasusModel

// Names that several actors share: surnames, "the North", initials such as "IAF".
extension ActorResolver {
  /// The rank of a body of no state, and of one whose state nobody has named, behind those of a state
  /// that was named.
  private static let (statelessRank, elsewhereRank) = (1, 2)

  /// The position in the registry of the actor that an item names: one introduced in full before
  /// others; `nil` where nothing says which of several bodies is meant.
  func actorPosition(_ item: Item) -> Int? {
    var best: (rank: Int, index: Int)?
    var isShared = false
    for meaning in lexicon.meanings(of: item.node) where meaning.kind == .actor {
      let index = Int(meaning.index)
      if meaning.capitals == .initial || meaning.capitals == .all, !item.isCapitalised { continue }
      let isShort = meaning.marks.contains(.shortForm)
      var rank = isShort ? Self.strangerRank : 1
      if !discourse.introduced.isEmpty, discourse.introduced.contains(index),
        isShort || knowledge.actors.kind(at: index) == .person
      {
        rank = 0
      }
      if rank == Self.strangerRank { rank += obscurity(at: index) }
      isShared = rank == best?.rank || isShared && best.map { rank > $0.rank } ?? false
      if best.map({ rank < $0.rank }) ?? true { best = (rank, index) }
    }
    guard let best else { return nil }
    guard best.rank >= Self.strangerRank else { return best.index }
    switch knowledge.actors.kind(at: best.index) {
    case .person: break
    case .state:
      // "the North" is no state until one was named.
      guard discourse.states.contains(knowledge.actors.rolledUp(at: best.index)) else { return nil }
    default:
      // "The IAF struck": India's air force, or Israel's?
      if isShared, best.rank == Self.strangerRank + Self.elsewhereRank { return nil }
    }
    return best.index
  }

  /// How unlikely it is that a short form alone means an actor.
  ///
  /// Of surnames, 0 for who leads a state on the day, more for other offices, most for none. Initials
  /// are those of a body of a state that was named rather than of another.
  private func obscurity(at position: Int) -> Int {
    switch knowledge.actors.kind(at: position) {
    case .state: return 0
    case .person: break
    default:
      guard knowledge.actors.isOfState(at: position) else { return Self.statelessRank }
      let state = knowledge.actors.rolledUp(at: position)
      let isNamed = discourse.states.contains(state) || discourse.statesHere.contains(state)
      return isNamed ? 0 : Self.elsewhereRank
    }
    let offices = knowledge.actors.entries[position].offices
    let held = offices.filter { office in day.map { office.isHeld(on: $0) } ?? office.held.isOpen }
    if held.contains(where: { Self.leading.contains($0.title) }) { return 0 }
    return held.isEmpty ? 2 : 1
  }

  /// Marks the states that a sentence names, themselves or something of theirs.
  mutating func markStates(in sentence: Sentence) {
    discourse.statesHere.removeAll(keepingCapacity: true)
    for item in sentence.items
    where item.articleName < 0 && !item.kinds.isDisjoint(with: [.actor, .adjectivalActor]) {
      for meaning in lexicon.meanings(of: item.node)
      where meaning.kind == .actor && !meaning.marks.contains(.shortForm)
        && knowledge.actors.isOfState(at: Int(meaning.index))
      {
        discourse.statesHere.append(knowledge.actors.rolledUp(at: Int(meaning.index)))
      }
    }
  }
}
