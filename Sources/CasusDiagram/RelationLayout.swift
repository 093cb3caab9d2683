import CasusModel

/// A relation diagram with every position decided.
struct RelationLayout {
  private(set) var scene: Scene
  let title: String
  let summary: String

  private static let margin = 30.0
  private static let titleStyle = TextStyle(isBold: true, size: 17, color: .ink)
  private static let subtitleStyle = TextStyle(size: 9.5, color: .quietInk)
  private static let footerStyle = TextStyle(size: 7, color: .quietInk)

  private let network: RelationNetwork
  private let wording: EventWording
  private let graph: EventGraph
  private var words: DiagramWords { wording.words }

  init(
    graph: EventGraph, network: RelationNetwork, nodes: [RelationNode],
    ties: [RelationTieLabel], positions: GraphvizPositions, wording: EventWording, title: String?
  ) {
    self.graph = graph
    self.network = network
    self.wording = wording
    self.title = title ?? wording.words[.relations]
    summary = TimelineLayout.summary(graph, wording)
    let width = max(620, positions.width + 2 * Self.margin)
    scene = Scene(width: width, height: 0)
    var y = addTitle()
    let left = (width - positions.width) / 2
    let names = Dictionary(
      nodes.map { ($0.actor, $0.name) }, uniquingKeysWith: { a, _ in a })
    for tie in ties {
      guard let tail = names[tie.tie.source], let head = names[tie.tie.target],
        let edge = positions.edges["\(tail)->\(head)"]
      else { continue }
      add(tie, edge, dx: left, dy: y)
    }
    for node in nodes {
      guard let point = positions.nodes[node.name] else { continue }
      add(node, Scene.Point(x: point.x + left, y: point.y + y))
    }
    y += positions.height + 18
    y += addLegend(nodes, ties, y)
    y = addFooter(y + 6)
    scene.height = y + Self.margin - 8
  }

  private mutating func addTitle() -> Double {
    let width = (scene.width - 2 * Self.margin) / 1.02 - 2
    var y = Self.margin - 4
    for (text, style) in [(title, Self.titleStyle), (summary, Self.subtitleStyle)] {
      let text = Scene.Text(
        style.wrapped(text, width: width, lines: 2), style, x: Self.margin, y: y)
      scene.texts.append(text)
      y = text.rect.maxY + 3
    }
    if network.ties.isEmpty {
      let text = Scene.Text([words[.noEvents]], Self.subtitleStyle, x: Self.margin, y: y + 20)
      scene.texts.append(text)
      return text.rect.maxY
    }
    return y + 16
  }

  private mutating func add(
    _ label: RelationTieLabel, _ edge: GraphvizPositions.Edge, dx: Double, dy: Double
  ) {
    let tie = label.tie
    let share = tie.cooperationShare
    var line = Scene.Line(
      points: edge.route.map { Scene.Point(x: $0.x + dx, y: $0.y + dy) }, isCurve: true,
      color: share > 0 ? .cooperation : .conflict, width: label.width)
    if share > 0, share < 1 { line.split = (.conflict, share) }
    if tie.events.isEmpty {
      let hasEnded = tie.relations.allSatisfy { $0.state == .ended }
      line.dash = hasEnded || tie.relations.allSatisfy { $0.state == .planned } ? .dashed : .solid
      if hasEnded { line.color = .neutral }
    } else {
      line.dash = tie.status == .denied ? .dotted : tie.status.dash
    }
    line.head = .normal
    if tie.isMutual { line.tail = .normal }
    line.cssClass = "tie"
    line.id = "tie-\(scene.lines.count + 1)"
    line.subject = .tie(tie.source, tie.target, tie.events.map(\.id))
    line.tooltip = label.tooltip
    scene.lines.append(line)
    guard let middle = edge.label, !label.lines.isEmpty else { return }
    var style = RelationTieLabel.style
    style.color = label.color
    var text = Scene.Text(
      label.lines, style, x: 0, y: 0, background: .white, tooltip: label.tooltip,
      subject: .tie(tie.source, tie.target, tie.events.map(\.id)))
    text.alignment = .centre
    text.rect.x = middle.x + dx - text.rect.width / 2
    text.rect.y = middle.y + dy - text.rect.height / 2
    scene.texts.append(text)
  }

  private mutating func add(_ node: RelationNode, _ middle: Scene.Point) {
    let involved = network.ties.filter { $0.source == node.actor || $0.target == node.actor }
    let count = involved.map(\.events.count).reduce(0, +)
    let tooltip =
      "\(wording.name(node.actor)) (\(words[RelationNode.word(of: node.kind)])): "
      + words.count(.events, count)
    scene.marks.append(
      Scene.Mark(
        form: node.form,
        rect: Scene.Rect(
          x: middle.x - node.width / 2, y: middle.y - node.height / 2, width: node.width,
          height: node.height), fill: RelationNode.fill(of: node.kind), stroke: .quietInk,
        strokeWidth: 0.8,
        id: "actor-" + node.actor.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) },
        cssClass: "actor \(node.kind.rawValue)", tooltip: tooltip, subject: .actor(node.actor)))
    var text = Scene.Text(
      node.lines, RelationNode.style, x: 0, y: 0, tooltip: tooltip,
      subject: .actor(node.actor))
    text.alignment = .centre
    text.rect.x = middle.x - text.rect.width / 2
    text.rect.y = middle.y - text.rect.height / 2
    scene.texts.append(text)
  }

  // MARK: Legend and footer

  private mutating func addLegend(
    _ nodes: [RelationNode], _ ties: [RelationTieLabel], _ y: Double
  ) -> Double {
    DiagramLegend.add(
      [edgeSamples(ties), nodeSamples(nodes)], to: &scene, x: Self.margin, y: y,
      width: scene.width - 2 * Self.margin)
  }

  private func edgeSamples(_ ties: [RelationTieLabel]) -> [DiagramLegend.Entry] {
    func sample(_ color: Color, _ word: DiagramWord, width: Double = 1.6) -> DiagramLegend.Entry {
      let line = Scene.Line(
        points: [Scene.Point(x: 0, y: 0), Scene.Point(x: 24, y: 0)], color: color, width: width)
      return DiagramLegend.Entry(width: 24, lines: [line], text: words[word])
    }
    var entries = [sample(.cooperation, .cooperation), sample(.conflict, .conflict)]
    if ties.contains(where: { $0.tie.cooperationShare > 0 && $0.tie.cooperationShare < 1 }) {
      var entry = sample(.cooperation, .mixed)
      entry.lines[0].split = (.conflict, 0.5)
      entries.append(entry)
    }
    if ties.contains(where: { [.planned, .hypothetical].contains($0.tie.status) }) {
      var entry = sample(.neutral, .legendOnlyPlanned, width: 1.2)
      entry.lines[0].dash = .dashed
      entries.append(entry)
    }
    entries.append(sample(.neutral, .legendEventCount, width: 4))
    if graph.relations.contains(where: { $0.state == .ended }) {
      entries.append(DiagramLegend.Entry(width: 0, text: "✕ " + words[.legendEnded]))
    }
    return entries
  }

  private func nodeSamples(_ nodes: [RelationNode]) -> [DiagramLegend.Entry] {
    Actor.Kind.allCases.filter { kind in nodes.contains { $0.kind == kind } }.map { kind in
      let mark = Scene.Mark(
        form: RelationNode.form(of: kind), rect: Scene.Rect(x: 0, y: -4.5, width: 17, height: 9),
        fill: RelationNode.fill(of: kind), stroke: .quietInk, strokeWidth: 0.8)
      return DiagramLegend.Entry(
        width: 17, marks: [mark], text: words[RelationNode.word(of: kind)])
    }
  }

  private mutating func addFooter(_ y: Double) -> Double {
    var sentences = [
      words.filled(
        .showing,
        [
          "shown": words.grouped(Set(network.ties.flatMap { $0.events.map(\.id) }).count),
          "total": words.grouped(graph.matchingEventCount),
        ])
    ]
    if network.omitted > 0 {
      sentences.append(words.filled(.weakerDyads, ["count": words.grouped(network.omitted)]))
    }
    if !graph.filter.isEmpty { sentences.append(words.filled(.filter, ["filter": graph.filter])) }
    let style = Self.footerStyle
    let text = Scene.Text(
      style.wrapped(
        sentences.joined(separator: ". ") + ".", width: (scene.width - 2 * Self.margin) / 1.02 - 2,
        lines: 3), style, x: Self.margin, y: y)
    scene.texts.append(text)
    return text.rect.maxY
  }
}
