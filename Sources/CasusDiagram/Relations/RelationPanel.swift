import CasusModel

/// Nodes and edges drawn in a rectangle: a whole diagram, or one of several small ones.
struct RelationPanel {
  let network: RelationNetwork
  let nodes: [RelationNode]
  let ties: [RelationTieLabel]
  let placement: RelationPlacement
  /// Where words may stand.
  let room: Scene.Rect
  let wording: EventWording
  /// The actor at one end of all edges, if there is one: words then stand near the other end.
  var center: ActorID?
  /// Appended to identifiers, so that those of several panels differ.
  var suffix = ""

  private var nodeByActor: [ActorID: RelationNode] {
    Dictionary(nodes.map { ($0.actor, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private func rect(_ node: RelationNode) -> Scene.Rect? {
    placement.middles[node.name].map {
      Scene.Rect(
        x: $0.x - node.width / 2, y: $0.y - node.height / 2, width: node.width,
        height: node.height)
    }
  }

  /// Draws groups, then edges, then nodes, then the words at the edges.
  func add(groups: [RelationGroup], to scene: inout Scene) {
    addGroups(groups, to: &scene)
    let nodeByActor = nodeByActor
    let obstacles = nodes.compactMap { node in rect(node).map { (node.actor, $0) } }
    let pairs = Set(ties.map { [$0.tie.source, $0.tie.target] })
    var routes: [(label: RelationTieLabel, route: RelationRoute)] = []
    for label in ties.sorted(by: { $0.tie.events.count > $1.tie.events.count }) {
      let tie = label.tie
      guard let source = nodeByActor[tie.source], let target = nodeByActor[tie.target],
        let tail = rect(source), let head = rect(target)
      else { continue }
      let others = obstacles.filter { $0.0 != tie.source && $0.0 != tie.target }.map(\.1)
      let route = Self.route(
        from: tail, to: head, isRound: (source.isRound, target.isRound), around: others, in: room,
        hasTwin: pairs.contains([tie.target, tie.source]) && tie.source != tie.target)
      scene.lines.append(line(label, route))
      routes.append((label, route))
    }
    var taken = obstacles.map { $0.1.grown(1, 1) }
    taken += routes.flatMap { Self.tips($0.label, $0.route) }
    var texts: [Scene.Text] = []
    for (index, item) in routes.enumerated() {
      let others = routes.indices.filter { $0 != index }.map { routes[$0].route }
      let place = RelationLabelPlace(
        label: item.label, route: item.route, taken: taken, others: others, room: room,
        wish: center == nil ? 0.5 : item.label.tie.source == center ? 0.62 : 0.38)
      if var text = place.text() {
        text.subject = Self.subject(item.label.tie)
        taken.append(text.rect)
        texts.append(text)
      }
    }
    for node in nodes {
      if let rect = rect(node) { add(node, rect, to: &scene) }
    }
    scene.texts += texts
  }

  /// The straight way, or the least bent one that passes no other node and stays in the room.
  private static func route(
    from tail: Scene.Rect, to head: Scene.Rect, isRound: (tail: Bool, head: Bool),
    around others: [Scene.Rect], in room: Scene.Rect, hasTwin: Bool
  ) -> RelationRoute {
    let bends = hasTwin ? [0.08, 0.16, 0.26, 0.04] : [0.0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32]
    var best: (route: RelationRoute, cost: Double)?
    for bend in bends {
      let route = RelationRoute(from: tail, to: head, isRound: isRound, bend: bend)
      let cost =
        others.map { route.share(inside: $0.grown(4, 4)) }.reduce(0, +) * 10
        + route.share(outside: room) * 30 + abs(bend)
      if cost < (best?.cost ?? .infinity) { best = (route, cost) }
      if cost <= abs(bend) + 1e-9 { break }
    }
    return best?.route ?? RelationRoute(from: tail, to: head, isRound: isRound, bend: 0)
  }

  /// What the arrowheads of an edge take.
  private static func tips(_ label: RelationTieLabel, _ route: RelationRoute) -> [Scene.Rect] {
    guard !label.tie.hasNoDirection else { return [] }
    let length = SceneDrawing.arrowLength(width: label.width)
    let shares = label.tie.isMutual ? [0.0, 1] : [1.0]
    return shares.map { share in
      let tip = route.point(at: share)
      let back = route.point(at: share == 0 ? 0.04 : 0.96)
      let (dx, dy) = (back.x - tip.x, back.y - tip.y)
      let distance = max(1e-6, (dx * dx + dy * dy).squareRoot())
      let end = Scene.Point(
        x: tip.x + dx / distance * length, y: tip.y + dy / distance * length)
      return Scene.Rect(
        x: min(tip.x, end.x), y: min(tip.y, end.y), width: abs(tip.x - end.x),
        height: abs(tip.y - end.y)
      ).grown(2, 2)
    }
  }

  private func line(_ label: RelationTieLabel, _ route: RelationRoute) -> Scene.Line {
    let tie = label.tie
    let share = tie.cooperationShare
    var line = Scene.Line(
      points: route.points, isCurve: true, color: share > 0 ? .cooperation : .conflict,
      width: label.width)
    if share > 0, share < 1 { line.split = (.conflict, share) }
    line.dash = tie.dash
    if tie.events.isEmpty,
      tie.isOver || tie.relations.allSatisfy({ $0.polarity == 0 })
    {
      line.color = .neutral
    }
    if !tie.hasNoDirection { line.head = .normal }
    if tie.isMutual, !tie.hasNoDirection { line.tail = .normal }
    line.id = "tie-\(Self.plain(tie.source))-\(Self.plain(tie.target))" + suffix
    line.cssClass = "tie of-\(Self.plain(tie.source)) of-\(Self.plain(tie.target))"
    line.tooltip = label.tooltip
    line.subject = Self.subject(tie)
    return line
  }

  private static func subject(_ tie: RelationNetwork.Tie) -> DiagramSubject {
    .tie(tie.source, tie.target, tie.events.map(\.id))
  }

  static func plain(_ id: ActorID) -> String { id.rawValue.markupName }

  private func add(_ node: RelationNode, _ rect: Scene.Rect, to scene: inout Scene) {
    let involved = network.ties.filter { $0.source == node.actor || $0.target == node.actor }
    let count = involved.map(\.events.count).reduce(0, +)
    let tooltip =
      "\(wording.name(node.actor)) (\(wording.words[RelationNode.word(of: node.kind)])): "
      + wording.words.count(.events, count)
    let isIdle = involved.isEmpty
    scene.marks.append(
      Scene.Mark(
        form: node.form, rect: rect,
        fill: isIdle ? .page : RelationNode.fill(of: node.kind),
        stroke: isIdle ? .strongGrid : .quietInk, strokeWidth: 0.8,
        id: "actor-" + Self.plain(node.actor) + suffix,
        cssClass: "actor \(node.kind.rawValue) of-\(Self.plain(node.actor))", tooltip: tooltip,
        subject: .actor(node.actor)))
    var style = node.style
    if isIdle { style.color = .quietInk }
    var text = Scene.Text(
      node.lines, style, x: 0, y: 0, tooltip: tooltip, subject: .actor(node.actor))
    text.alignment = .centre
    text.rect.x = rect.midX - text.rect.width / 2
    text.rect.y = rect.midY - text.rect.height / 2
    scene.texts.append(text)
  }

  // MARK: Groups

  /// The colour of a group by its number.
  static func tone(ofGroup index: Int) -> Tone { groupTones[index % groupTones.count] }

  private static let groupTones: [Tone] = [
    .role(.organisation), .role(.person), .role(.group), .role(.state),
    Tone.cooperation.mixed(0.16), Tone.conflict.mixed(0.14),
  ]

  /// A pale cloud behind each group: discs behind its members, bands between the nearest.
  private func addGroups(_ groups: [RelationGroup], to scene: inout Scene) {
    let nodeByActor = nodeByActor
    for (index, group) in groups.enumerated() {
      let tone = Self.tone(ofGroup: index)
      let rects = group.actors.compactMap { nodeByActor[$0].flatMap(rect) }
      guard let first = rects.first else { continue }
      var reached = [first]
      var rest = Array(rects.dropFirst())
      while !rest.isEmpty {
        var best = (from: reached[0], next: 0, distance: Double.infinity)
        for (number, rect) in rest.enumerated() {
          for from in reached {
            let (dx, dy) = (rect.midX - from.midX, rect.midY - from.midY)
            let distance = dx * dx + dy * dy
            if distance < best.distance { best = (from, number, distance) }
          }
        }
        let next = rest.remove(at: best.next)
        reached.append(next)
        scene.clouds.append(
          .band(
            Scene.Line(
              points: [
                Scene.Point(x: best.from.midX, y: best.from.midY),
                Scene.Point(x: next.midX, y: next.midY),
              ], color: tone, width: 30, cssClass: "group")))
      }
      for rect in rects {
        scene.clouds.append(
          .disc(
            Scene.Mark(
              form: .ellipse, rect: rect.grown(rect.width * 0.28 + 8, rect.height * 0.4 + 10),
              fill: tone, stroke: tone, strokeWidth: 0, cssClass: "group")))
      }
    }
  }
}
