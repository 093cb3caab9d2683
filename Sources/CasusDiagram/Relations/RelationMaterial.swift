import CasusModel

/// What a relation diagram is made from, worked out once.
struct RelationMaterial {
  let network: RelationNetwork
  let nodes: [RelationNode]
  let ties: [RelationTieLabel]
  let frames: [RelationLayout.Frame]
  let groups: [RelationGroup]
  let wording: EventWording
  let options: RelationDiagram.Options
  private let graph: EventGraph

  init(_ graph: EventGraph, _ wording: EventWording, _ options: RelationDiagram.Options) {
    var graph = graph
    if let day = options.day {
      graph.events = []
      graph.relations = Self.standing(graph.relations, on: day)
    }
    self.graph = graph
    self.wording = wording
    self.options = options
    if !options.focus.isEmpty {
      let focus = Set(options.focus.map(\.rolledUp))
      graph.relations = graph.relations.filter {
        focus.contains($0.source.rolledUp) || focus.contains($0.target.rolledUp)
      }
    }
    let periods = options.frames == .none ? [] : RelationPeriods.years(of: graph)
    let network = RelationNetwork(
      graph, maximumTies: periods.isEmpty ? options.maximumTies : 40,
      maximumActors: periods.isEmpty ? 60 : 14, around: Set(options.focus.map(\.rolledUp)))
    self.network = network
    let kinds = Dictionary(graph.actors.map { ($0.id, $0.kind) }, uniquingKeysWith: { a, _ in a })
    nodes = network.actors.enumerated().map {
      RelationNode(
        "n\($0 + 1)", $1, kind: kinds[$1] ?? .state, name: wording.name($1),
        isSmall: !periods.isEmpty)
    }
    let detail = RelationTieLabel.Detail(tieCount: network.ties.count)
    ties = Self.labels(network, wording, detail)
    let actors = Set(network.actors)
    frames = periods.map { period in
      let part = RelationNetwork(period.graph, maximumTies: 30, among: actors)
      return RelationLayout.Frame(
        title: period.title, network: part, ties: Self.labels(part, wording, .count))
    }
    groups =
      switch options.groups {
      case .none: []
      case .communities: Communities(network).groups.map { RelationGroup(actors: $0) }
      case .blocs(let blocs):
        RelationGroup.groups(
          of: blocs, among: network.actors, on: Self.days(of: graph, options.day))
      }
  }

  /// The time shown: the day asked for, else that of the events.
  private static func days(of graph: EventGraph, _ day: EDTF?) -> ClosedRange<Int> {
    if let day { return day.lowerBound...day.upperBound }
    let days = TimelineMaterial.axisDates(graph.events).map(\.days)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return Int.min...Int.max
    }
    return first...last
  }

  /// The relations that had begun by a day and had not ended; what ended later was in force.
  private static func standing(_ relations: [Relation], on day: EDTF) -> [Relation] {
    relations.compactMap { relation in
      guard let validity = relation.validity, validity.lowerBound <= day.upperBound,
        validity.upperBound >= day.lowerBound
      else { return nil }
      var relation = relation
      if relation.state == .ended { relation.state = .inForce }
      return relation
    }
  }

  private static func labels(
    _ network: RelationNetwork, _ wording: EventWording, _ detail: RelationTieLabel.Detail
  ) -> [RelationTieLabel] {
    let most = network.ties.map(\.events.count).max() ?? 0
    return network.ties.map {
      RelationTieLabel(
        $0, most: most, wording: wording, detail: detail,
        maximumRelations: network.ties.count > 8 ? 2 : 6)
    }
  }

  /// The actor who is one side of every edge, if there is one among at least four.
  var center: RelationNode? {
    guard nodes.count >= 4, options.engine == nil else { return nil }
    return nodes.first { node in
      network.ties.allSatisfy { $0.source == node.actor || $0.target == node.actor }
    }
  }

  /// The names of the nodes at both ends of each edge.
  var tiedNodes: [(String, String)] {
    let names = Dictionary(uniqueKeysWithValues: nodes.map { ($0.actor, $0.name) })
    return network.ties.compactMap { tie in
      guard let source = names[tie.source], let target = names[tie.target] else { return nil }
      return (source, target)
    }
  }

  /// The others on both sides of the center: friends on the left, foes on the right.
  func wings(around center: RelationNode) -> (left: [RelationNode], right: [RelationNode]) {
    var shares: [ActorID: (sum: Double, count: Double)] = [:]
    for tie in network.ties {
      let other = tie.source == center.actor ? tie.target : tie.source
      let weight = Double(max(1, tie.events.count))
      shares[other, default: (0, 0)].sum += tie.cooperationShare * weight
      shares[other, default: (0, 0)].count += weight
    }
    func share(_ node: RelationNode) -> Double {
      shares[node.actor].map { $0.sum / max(1, $0.count) } ?? 0.5
    }
    let ranked = nodes.filter { $0.actor != center.actor }
      .sorted { (share($1), $0.actor) < (share($0), $1.actor) }
    let friends = ranked.count { share($0) >= 0.5 }
    // Neither side gets more than two thirds.
    let most = (ranked.count * 2 + 2) / 3
    let left = min(most, max(ranked.count - most, friends))
    return (
      ranked.prefix(left).sorted { $0.actor < $1.actor },
      ranked.dropFirst(left).sorted { $0.actor < $1.actor }
    )
  }

  /// The engine that finds the places: layers for what is nearly a tree, springs otherwise.
  var engine: GraphvizRenderer.Engine {
    if let engine = options.engine { return engine }
    let isTree = network.ties.count < nodes.count && (4...12).contains(nodes.count)
    if isTree, center == nil { return .dot }
    return nodes.count <= 200 ? .neato : .sfdp
  }

  /// The sheet: the one asked for, else one as large as the nodes need.
  var sheet: (width: Double, height: Double) {
    if let page = options.page { return page.size(.horizontal) }
    if !frames.isEmpty { return frames.count > 6 ? (1191, 842) : (1000, 707) }
    if nodes.count == 2 { return (720, 330) }
    if center != nil { return nodes.count > 12 ? (1000, 707) : (842, 595) }
    switch ties.count {
    case ...8: return (720, 509)
    case ...20: return (842, 595)
    case ...45: return (1000, 707)
    default: return nodes.count > 60 ? (1684, 1191) : (1191, 842)
    }
  }

  /// How many small diagrams stand side by side.
  var frameColumns: Int {
    switch frames.count {
    case ...3: frames.count
    case 4: 2
    case ...9: 3
    default: 4
    }
  }

  var title: String {
    if let title = options.title { return title }
    return wording.words[options.day == nil ? .relations : .relationsAt]
  }

  /// Period, number of events and articles, or the day.
  var summary: String {
    guard let day = options.day else { return TimelineMaterial.summary(graph, wording) }
    return wording.words.filled(
      .standingAt,
      [
        "date": wording.dates.text(day),
        "relations": wording.words.count(
          .relationCount, network.ties.map(\.relations.count).reduce(0, +)),
      ])
  }

  /// What is shown and what is left out.
  var footer: [String] {
    let words = wording.words
    var sentences: [String] = []
    if options.day == nil {
      let shown =
        frames.isEmpty
        ? network.ties.flatMap { $0.events.map(\.id) }
        : frames.flatMap { $0.network.ties.flatMap { $0.events.map(\.id) } }
      sentences.append(
        words.filled(
          .showing,
          [
            "shown": words.grouped(Set(shown).count),
            "total": words.grouped(graph.matchingEventCount),
          ]))
    }
    if network.omitted > 0 {
      sentences.append(words.filled(.weakerDyads, ["count": words.grouped(network.omitted)]))
    }
    if !frames.isEmpty { sentences.append(words[.framesKeepPlaces]) }
    if !graph.filter.isEmpty { sentences.append(words.filled(.filter, ["filter": graph.filter])) }
    return sentences.isEmpty ? [words[.relationsDerived]] : sentences
  }
}
