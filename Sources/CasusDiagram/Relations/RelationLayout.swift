import CasusModel

/// A relation diagram, or small ones of several periods, with every position decided.
struct RelationLayout {
  /// One of several small diagrams.
  struct Frame {
    let title: String
    let network: RelationNetwork
    let ties: [RelationTieLabel]
  }

  private(set) var scene: Scene
  let title: String
  let summary: String

  private static let margin = DiagramFurniture.margin
  private static let noticeStyle = TextStyle(size: 9.5, color: .quietInk)
  private static let frameStyle = TextStyle(isBold: true, size: 11, color: .ink)
  private static let frameNoteStyle = TextStyle(size: 7, color: .quietInk)

  private let material: RelationMaterial
  private var wording: EventWording { material.wording }
  private var words: DiagramWords { wording.words }

  init(_ material: RelationMaterial, positions: GraphvizPositions) {
    self.material = material
    title = material.title
    summary = material.summary
    let sheet = material.sheet
    scene = Scene(width: sheet.width, height: 0)
    var y = DiagramFurniture.addHead(
      title, summary, page: PageFrame(), words: material.wording.words, to: &scene)
    if material.network.ties.isEmpty {
      let text = Scene.Text([words[.noEvents]], Self.noticeStyle, x: Self.margin, y: y + 10)
      scene.texts.append(text)
      y = text.rect.maxY
    }
    var scratch = Scene(width: sheet.width, height: 0)
    let foot = addFoot(0, to: &scratch)
    let room = Scene.Rect(
      x: Self.margin, y: y, width: sheet.width - 2 * Self.margin,
      height: max(120, sheet.height - y - foot - 14))
    if material.frames.isEmpty {
      if !material.nodes.isEmpty { addWhole(positions, in: room) }
    } else {
      addFrames(positions, in: room)
    }
    y = material.nodes.isEmpty ? y : room.maxY
    scene.height = addFoot(y + 14, to: &scene)
  }

  // MARK: Nodes and edges

  private mutating func addWhole(_ positions: GraphvizPositions, in room: Scene.Rect) {
    func size(_ node: RelationNode) -> (name: String, width: Double, height: Double) {
      (node.name, node.width, node.height)
    }
    let placement =
      if let center = material.center {
        RelationPlacement(
          center: size(center),
          wings: (
            material.wings(around: center).left.map(size),
            material.wings(around: center).right.map(size)
          ), room: room)
      } else {
        RelationPlacement(
          material.nodes.map(size), found: positions.nodes, room: room,
          gap: material.nodes.count > 40 ? 10 : 32, pairs: material.tiedNodes)
      }
    RelationPanel(
      network: material.network, nodes: material.nodes, ties: material.ties,
      placement: placement, room: room, wording: wording, center: material.center?.actor
    ).add(groups: material.groups, to: &scene)
  }

  /// Panels side by side, every actor at the same place in each.
  private mutating func addFrames(_ positions: GraphvizPositions, in room: Scene.Rect) {
    let columns = material.frameColumns
    let rows = (material.frames.count + columns - 1) / columns
    let gap = 14.0
    let width = (room.width - gap * Double(columns - 1)) / Double(columns)
    let height = (room.height - gap * Double(rows - 1)) / Double(rows)
    for (index, frame) in material.frames.enumerated() {
      let panel = Scene.Rect(
        x: room.x + Double(index % columns) * (width + gap),
        y: room.y + Double(index / columns) * (height + gap), width: width, height: height)
      scene.areas.append(
        Scene.Area(
          rect: panel, fill: .band, id: "frame-\(index + 1)", cssClass: "frame",
          tooltip: frame.title))
      let head = Scene.Text([frame.title], Self.frameStyle, x: panel.x + 8, y: panel.y + 6)
      let count = Set(frame.network.ties.flatMap { $0.events.map(\.id) }).count
      let note = Scene.Text(
        [words.count(.events, count)], Self.frameNoteStyle, x: head.rect.maxX + 6,
        y: panel.y + 9.5)
      scene.texts += [head, note]
      let inner = Scene.Rect(
        x: panel.x + 8, y: panel.y + 26, width: panel.width - 16, height: panel.height - 34)
      let placement = RelationPlacement(
        material.nodes.map { ($0.name, $0.width, $0.height) }, found: positions.nodes, room: inner,
        gap: 7)
      RelationPanel(
        network: frame.network, nodes: material.nodes, ties: frame.ties, placement: placement,
        room: inner, wording: wording, suffix: "-\(index + 1)"
      ).add(groups: [], to: &scene)
    }
  }

  // MARK: Legend and footer

  /// - Returns: The height of the whole.
  private func addFoot(_ y: Double, to scene: inout Scene) -> Double {
    let height = DiagramLegend.add(
      [edgeSamples, groupSamples, nodeSamples], to: &scene, x: Self.margin, y: y,
      width: scene.width - 2 * Self.margin)
    return DiagramFurniture.addFooter(material.footer, y: y + height + 6, to: &scene)
  }

  private var edgeSamples: [DiagramLegend.Entry] {
    let ties = material.frames.isEmpty ? material.ties : material.frames.flatMap(\.ties)
    func sample(_ tone: Tone, _ word: DiagramWord, width: Double = 1.6) -> DiagramLegend.Entry {
      let line = Scene.Line(
        points: [Scene.Point(x: 0, y: 0), Scene.Point(x: 24, y: 0)], color: tone, width: width)
      return DiagramLegend.Entry(width: 24, lines: [line], text: words[word])
    }
    var entries = [sample(.cooperation, .cooperation), sample(.conflict, .conflict)]
    if ties.contains(where: { $0.tie.cooperationShare > 0 && $0.tie.cooperationShare < 1 }) {
      var entry = sample(.cooperation, .mixed)
      entry.lines[0].split = (.conflict, 0.5)
      entries.append(entry)
    }
    if ties.contains(where: { !$0.tie.hasNoDirection }) {
      var entry = sample(.neutral, .legendArrow, width: 1.2)
      entry.lines[0].head = .normal
      entries.append(entry)
    }
    for (dash, word) in [(Scene.Dash.dashed, .legendOnlyPlanned), (.dotted, .legendOnlyPossible)]
      as [(Scene.Dash, DiagramWord)]
    where ties.contains(where: { $0.tie.dash == dash && !$0.tie.isOver }) {
      var entry = sample(.neutral, word, width: 1.2)
      entry.lines[0].dash = dash
      entries.append(entry)
    }
    if ties.contains(where: { $0.tie.events.count > 1 }) {
      entries.append(sample(.neutral, .legendEventCount, width: 4))
    }
    if ties.contains(where: { $0.lines.contains { $0.hasPrefix("✕") } }) {
      entries.append(DiagramLegend.Entry(width: 0, text: "✕ " + words[.legendEnded]))
    }
    return entries
  }

  /// Blocs by name, or one sample for all who act together.
  private var groupSamples: [DiagramLegend.Entry] {
    func sample(_ index: Int, _ text: String) -> DiagramLegend.Entry {
      let tone = RelationPanel.tone(ofGroup: index)
      let cloud = Scene.Mark(
        form: .ellipse, rect: Scene.Rect(x: 0, y: -5, width: 22, height: 10), fill: tone,
        stroke: tone, strokeWidth: 0)
      return DiagramLegend.Entry(width: 22, marks: [cloud], text: text)
    }
    let blocs = material.groups.enumerated().compactMap { index, group in
      group.bloc.map { sample(index, wording.name($0)) }
    }
    guard blocs.isEmpty, !material.groups.isEmpty else { return blocs }
    return [sample(0, words[.legendGroups])]
  }

  private var nodeSamples: [DiagramLegend.Entry] {
    Actor.Kind.allCases.filter { kind in material.nodes.contains { $0.kind == kind } }.map { kind in
      let mark = Scene.Mark(
        form: RelationNode.form(of: kind), rect: Scene.Rect(x: 0, y: -4.5, width: 17, height: 9),
        fill: RelationNode.fill(of: kind), stroke: .quietInk, strokeWidth: 0.8)
      return DiagramLegend.Entry(
        width: 17, marks: [mark], text: words[RelationNode.word(of: kind)])
    }
  }
}

extension Tone {
  /// The pale colour behind organisations, and behind the first group.
  static let organisation = Tone.role(.organisation)
}
