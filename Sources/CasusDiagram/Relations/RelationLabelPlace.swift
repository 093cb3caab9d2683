/// Finds where the words of an edge stand: on it where they cover nothing, else beside it, else fewer
/// words.
struct RelationLabelPlace {
  let label: RelationTieLabel
  let route: RelationRoute
  /// What words may not cover: nodes, arrowheads and other words.
  let taken: [Scene.Rect]
  /// The other edges, which words had better not cover.
  let others: [RelationRoute]
  /// Where words may stand.
  let room: Scene.Rect
  /// How far along the edge the words would like to stand, 0…1.
  let wish: Double

  /// What it costs to say less, to stand beside the edge, and to cover all of another edge.
  private static let costs = (less: 0.3, beside: 0.2, crossing: 6.0)

  /// The words at the cheapest place, or `nil` where not even the number of events has one.
  func text() -> Scene.Text? {
    var best: (text: Scene.Text, cost: Double)?
    var tried: [[String]] = []
    for (level, lines) in [label.lines, label.briefLines, label.shortLines].enumerated()
    where !lines.isEmpty && !tried.contains(lines) {
      tried.append(lines)
      var text = text(lines)
      // A bare number beside an edge could belong to its neighbour.
      for side in lines == label.shortLines ? [0.0] : [0.0, 1, -1] {
        let fixed = Double(level) * Self.costs.less + abs(side) * Self.costs.beside
        for step in -9...9 {
          let t = wish + Double(step) * 0.028
          var cost = fixed + abs(t - wish)
          if let best, cost >= best.cost { continue }
          move(&text, to: t, side: side)
          guard text.rect.x >= room.x, text.rect.maxX <= room.maxX, text.rect.y >= room.y,
            text.rect.maxY <= room.maxY,
            !taken.contains(where: { $0.grown(2, 1).intersects(text.rect) })
          else { continue }
          let covered = others.map { $0.share(inside: text.rect) }.reduce(0, +)
          cost += covered * Self.costs.crossing
          if side != 0 { cost += route.share(inside: text.rect) * Self.costs.crossing }
          if cost < (best?.cost ?? .infinity) { best = (text, cost) }
        }
      }
    }
    return best?.text
  }

  private func text(_ lines: [String]) -> Scene.Text {
    var style = RelationTieLabel.style
    style.color = label.color
    var text = Scene.Text(lines, style, x: 0, y: 0, background: .page, tooltip: label.tooltip)
    text.alignment = .centre
    return text
  }

  /// Puts the middle of words on the edge, or clear of it to its left (1) or right (-1).
  private func move(_ text: inout Scene.Text, to t: Double, side: Double) {
    var middle = route.point(at: t)
    if side != 0 {
      let (a, b) = (route.point(at: t - 0.02), route.point(at: t + 0.02))
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = max(1e-6, (dx * dx + dy * dy).squareRoot())
      let (nx, ny) = (dy / length, -dx / length)
      let reach = abs(nx) * text.rect.width / 2 + abs(ny) * text.rect.height / 2
      let distance = reach + label.width / 2 + 2
      middle.x += nx * distance * side
      middle.y += ny * distance * side
    }
    text.rect.x = middle.x - text.rect.width / 2
    text.rect.y = middle.y - text.rect.height / 2
  }
}
