import CasusModel

/// Who deals with whom, added up from events: at most one tie a directed pair.
struct RelationNetwork {
  /// Everything that one actor does to another.
  struct Tie {
    var source: ActorID
    var target: ActorID
    /// Whether it has no direction: both take part alike, or both act.
    var isMutual = false
    var events: [Event] = []
    var relations: [Relation] = []

    var cooperation: Int { events.count { $0.quadClass.isCooperation } }
    var conflict: Int { events.count - cooperation }

    /// The status of the surest event.
    var status: EventStatus {
      let known = Set(events.map(\.status))
      return EventStatus.allCases.first(where: known.contains) ?? .occurred
    }

    /// Whether neither side acts on the other: both take part alike.
    var hasNoDirection: Bool {
      events.isEmpty ? relations.allSatisfy(\.isSymmetric) : events.allSatisfy(\.type.isSymmetric)
    }

    /// Whether it is made of relations alone, and all of them have ended.
    var isOver: Bool { events.isEmpty && relations.allSatisfy { $0.state == .ended } }

    /// Dashed for what is only planned, or has ended, and dotted for what is only possible or denied.
    var dash: Scene.Dash {
      guard events.isEmpty else { return status == .denied ? .dotted : status.dash }
      return isOver || relations.allSatisfy { $0.state == .planned } ? .dashed : .solid
    }

    /// The share of cooperation, 0…1; of a tie without events, by its relations.
    var cooperationShare: Double {
      guard events.isEmpty else { return Double(cooperation) / Double(events.count) }
      return relations.contains { $0.polarity < 0 } ? 0 : 1
    }
  }

  /// The actors that have a tie, sorted.
  let actors: [ActorID]
  /// The ties, sorted by their ends.
  let ties: [Tie]
  /// How many weaker ties were left out.
  let omitted: Int

  /// Adds up a graph.
  ///
  /// - Parameters:
  ///   - graph: The events and relations.
  ///   - maximumTies: How many ties to keep at most; the weakest go first.
  ///   - maximumActors: How many actors to keep, those with most events.
  ///   - among: The actors to keep; `nil` for all.
  ///   - focus: One side of every tie must be one of these; empty for all ties.
  init(
    _ graph: EventGraph, maximumTies: Int, maximumActors: Int = .max, among: Set<ActorID>? = nil,
    around focus: Set<ActorID> = []
  ) {
    var ties = Self.directed(graph.events)
    ties = Self.joined(ties) { $0.allSatisfy { $0.events.allSatisfy(\.type.isSymmetric) } }
    if !focus.isEmpty {
      ties = ties.filter { focus.contains($0.key.source) || focus.contains($0.key.target) }
    }
    if ties.count > (focus.isEmpty ? 40 : 12) { ties = Self.joined(ties) { _ in true } }
    Self.add(graph.relations, to: &ties)
    let ranked = ties.values.sorted { a, b in
      (b.events.count, b.relations.count, a.source, a.target)
        < (a.events.count, a.relations.count, b.source, b.target)
    }
    let known = among ?? Self.busiest(ranked, maximumActors)
    let kept = ranked.filter { known.contains($0.source) && known.contains($0.target) }
    self.ties = Self.legible(kept, maximumTies).sorted {
      ($0.source, $0.target) < ($1.source, $1.target)
    }
    omitted = ranked.count - self.ties.count
    actors = Set(self.ties.flatMap { [$0.source, $0.target] }).sorted()
  }

  /// The strongest tie of each actor, then the strongest of all, as many as can be told apart: two
  /// and a half an actor.
  private static func legible(_ ranked: [Tie], _ maximum: Int) -> [Tie] {
    var met: Set<ActorID> = []
    var (first, others): ([Tie], [Tie]) = ([], [])
    for tie in ranked {
      let isFirst = !met.contains(tie.source) || !met.contains(tie.target)
      met.formUnion([tie.source, tie.target])
      if isFirst { first.append(tie) } else { others.append(tie) }
    }
    return Array((first + others).prefix(min(maximum, max(30, met.count * 5 / 2))))
  }

  private static func busiest(_ ties: [Tie], _ count: Int) -> Set<ActorID> {
    var events: [ActorID: Int] = [:]
    for tie in ties {
      for actor in [tie.source, tie.target] {
        events[actor, default: 0] += tie.events.count * 2 + tie.relations.count
      }
    }
    let ranked = events.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Set(ranked.prefix(count).map(\.key))
  }

  private struct Pair: Hashable {
    var source: ActorID
    var target: ActorID
  }

  private static func directed(_ events: [Event]) -> [Pair: Tie] {
    var ties: [Pair: Tie] = [:]
    for event in events {
      for pair in pairs(event) {
        ties[pair, default: Tie(source: pair.source, target: pair.target)].events.append(event)
      }
    }
    return ties
  }

  /// Who does something to whom in an event; those who act together on nobody do so mutually.
  private static func pairs(_ event: Event) -> [Pair] {
    let sources = Set(event.source.map(\.rolledUp))
    let targets = Set(event.target.map(\.rolledUp))
    var pairs: Set<Pair> = []
    if targets.isEmpty, event.type.isSymmetric {
      for a in sources {
        for b in sources where a < b { pairs.insert(Pair(source: a, target: b)) }
      }
    }
    for source in sources {
      for target in targets where source != target {
        pairs.insert(Pair(source: source, target: target))
      }
    }
    return pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// Makes one mutual tie of the two directions of a pair, where they allow it.
  private static func joined(_ ties: [Pair: Tie], if allows: ([Tie]) -> Bool) -> [Pair: Tie] {
    var result: [Pair: Tie] = [:]
    for (pair, tie) in ties {
      let back = ties[Pair(source: pair.target, target: pair.source)]
      let both = [tie, back].compactMap { $0 }
      guard allows(both) else {
        result[pair] = tie
        continue
      }
      let isSymmetric = both.allSatisfy { $0.events.allSatisfy(\.type.isSymmetric) }
      guard back != nil || isSymmetric else {
        result[pair] = tie
        continue
      }
      let (a, b) = (min(pair.source, pair.target), max(pair.source, pair.target))
      var joined = Tie(source: a, target: b, isMutual: true)
      joined.events = both.flatMap(\.events).sorted { $0.id < $1.id }
      result[Pair(source: a, target: b)] = joined
    }
    return result
  }

  /// Hangs each relation on a tie of its pair, or on a new one.
  ///
  /// A relation that runs one way stands at the tie that runs as it does, or at a mutual one; any
  /// other at the strongest.
  private static func add(_ relations: [Relation], to ties: inout [Pair: Tie]) {
    for relation in relations.sorted(by: { $0.id < $1.id }) {
      let (source, target) = (relation.source.rolledUp, relation.target.rolledUp)
      guard source != target else { continue }
      let there = Pair(source: source, target: target)
      let back = Pair(source: target, target: source)
      let counts = (ties[there]?.events.count ?? -1, ties[back]?.events.count ?? -1)
      let fits = relation.isSymmetric || ties[back]?.isMutual ?? false
      let pair = fits && counts.1 > counts.0 ? back : there
      var tie = ties[pair] ?? Tie(source: source, target: target, isMutual: relation.isSymmetric)
      tie.relations.append(relation)
      ties[pair] = tie
    }
  }
}
