/// Writes a scene as DOT with pinned positions.
///
/// Graphviz draws nodes in the order of the text and each edge with the first of its nodes, so the
/// text says what lies below and what above.
struct SceneDrawing {
  private let scene: Scene
  private let theme: DiagramTheme
  private var writer: DOTWriter
  private var tooltips: [String: String] = [:]
  private var subjects: [String: DiagramSubject] = [:]
  private var count = 0

  /// Writes the scene.
  /// - Returns: The DOT text; what each drawn thing says and shows, by its name in the text.
  static func dot(_ scene: Scene, _ theme: DiagramTheme) -> (
    text: String, tooltips: [String: String], subjects: [String: DiagramSubject]
  ) {
    var drawing = SceneDrawing(scene: scene, theme: theme)
    drawing.addCorners()
    for area in scene.areas { drawing.add(area) }
    for cloud in scene.clouds {
      switch cloud {
      case .band(let line):
        drawing.add(line, drawing.addEnd(), drawing.addEnd())
      case .disc(let mark): drawing.add(mark)
      }
    }
    drawing.addLines()
    for mark in scene.marks { drawing.add(mark) }
    drawing.addTexts()
    return (drawing.writer.text(), drawing.tooltips, drawing.subjects)
  }

  private init(scene: Scene, theme: DiagramTheme) {
    self.scene = scene
    self.theme = theme
    writer = DOTWriter(
      graph: [
        .bb: .word("0,0,\(DOTWriter.decimal(scene.width)),\(DOTWriter.decimal(scene.height))"),
        .bgcolor: .word(theme.color(.page).text), .charset: .word("UTF-8"), .layout: .word("nop2"),
        .margin: .number(0),
        .pad: .number(0), .splines: .word("line"),
      ],
      node: [
        .fixedsize: .word("true"), .fontname: .word("DejaVu Sans"), .label: .text(""),
        .margin: .number(0), .penwidth: .number(0), .shape: .word("box"),
      ],
      edge: [
        .arrowhead: .word("none"), .arrowsize: .number(Self.arrowSize(width: 0)),
        .arrowtail: .word("none"), .dir: .word("both"),
      ])
  }

  private mutating func name(_ letter: String) -> String {
    count += 1
    return letter + String(count)
  }

  /// Two invisible points span the page: Graphviz crops a picture to what lies in it.
  private mutating func addCorners() {
    for point in [Scene.Point(x: 0, y: 0), Scene.Point(x: scene.width, y: scene.height)] {
      writer.node(name("c"), invisible(at: point))
    }
  }

  private func invisible(at point: Scene.Point) -> DOTWriter.Attributes {
    [
      .pos: position(point), .style: .word("invis"), .width: .number(0.01), .height: .number(0.01),
    ]
  }

  private mutating func add(_ area: Scene.Area) {
    add(
      Scene.Mark(
        form: .box, rect: area.rect, fill: area.fill, stroke: area.fill, strokeWidth: 0,
        id: area.id, cssClass: area.cssClass, tooltip: area.tooltip, subject: area.subject))
  }

  /// Adds an invisible node for edges to begin or end at.
  ///
  /// Edges have a route of their own; where their nodes lie does not matter.
  private mutating func addEnd() -> String {
    let name = name("p")
    writer.node(name, invisible(at: Scene.Point(x: 0, y: 0)))
    return name
  }

  /// Adds the lines in their order: each between another two of a few nodes, all of the first node
  /// before those of the second.
  private mutating func addLines() {
    let lines = scene.lines.filter { $0.points.count > 1 }
    guard !lines.isEmpty else { return }
    let count = Int(Double(lines.count).squareRoot().rounded(.up))
    let heads = (0..<count).map { _ in addEnd() }
    var tail = ""
    for (index, line) in lines.enumerated() {
      if index.isMultiple(of: count) { tail = addEnd() }
      add(line, tail, heads[index % count])
    }
  }

  private mutating func add(_ line: Scene.Line, _ tail: String, _ head: String) {
    var attributes: DOTWriter.Attributes = [
      .color: color(line), .penwidth: .number(line.width), .pos: route(line),
    ]
    let arrowSize = Self.arrowSize(width: line.width)
    if line.head != .none || line.tail != .none, arrowSize != Self.arrowSize(width: 0) {
      attributes[.arrowsize] = .number(arrowSize)
    }
    if line.tail != .none { attributes[.arrowtail] = .word(line.tail.rawValue) }
    if line.dash != .solid { attributes[.style] = .word(line.dash.rawValue) }
    if line.head != .none { attributes[.arrowhead] = .word(line.head.rawValue) }
    if !line.cssClass.isEmpty { attributes[.cssClass] = .text(line.cssClass) }
    if !line.id.isEmpty { attributes[.id] = .text(line.id) }
    writer.edge(tail, head, attributes)
    tooltips["\(tail)->\(head)"] = line.tooltip
    subjects["\(tail)->\(head)"] = line.subject
  }

  private func color(_ line: Scene.Line) -> DOTValue {
    let color = theme.color(line.color).text
    guard let split = line.split else { return .word(color) }
    let share = DOTWriter.decimal((split.share * 100).rounded() / 100)
    let rest = DOTWriter.decimal(1 - (split.share * 100).rounded() / 100)
    return .word("\(color);\(share):\(theme.color(split.color).text);\(rest)")
  }

  /// Arrowheads grow with their lines, more slowly.
  private static func arrowSize(width: Double) -> Double { arrowLength(width: width) / 10 }

  /// How long the arrowhead of a line of a width is, in points.
  static func arrowLength(width: Double) -> Double { max(6, 4 + 1.6 * width) }

  /// The line as Graphviz wants it: a Bézier curve, the tips of arrows apart.
  private func route(_ line: Scene.Line) -> DOTValue {
    var points = line.points
    var text = ""
    let length = Self.arrowLength(width: line.width)
    if line.tail != .none {
      text += "s,\(pair(points[0])) "
      points[0] = shortened(points[1], points[0], by: length)
    }
    if line.head != .none, let tip = points.last {
      text += "e,\(pair(tip)) "
      points[points.count - 1] = shortened(points[points.count - 2], tip, by: length)
    }
    guard !line.isCurve else { return .word(text + points.map(pair).joined(separator: " ")) }
    var route: [Scene.Point] = [points[0]]
    for (a, b) in zip(points, points.dropFirst()) { route += [a, b, b] }
    return .word(text + route.map(pair).joined(separator: " "))
  }

  private func shortened(_ from: Scene.Point, _ to: Scene.Point, by length: Double)
    -> Scene.Point
  {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let distance = (dx * dx + dy * dy).squareRoot()
    guard distance > length else { return from }
    let share = (distance - length) / distance
    return Scene.Point(x: from.x + dx * share, y: from.y + dy * share)
  }

  private mutating func add(_ mark: Scene.Mark) {
    let name = name("m")
    var attributes: DOTWriter.Attributes = [
      .pos: position(Scene.Point(x: mark.rect.midX, y: mark.rect.midY)),
      .width: .number(mark.rect.width / 72), .height: .number(mark.rect.height / 72),
      .color: .word(theme.color(mark.stroke).text), .penwidth: .number(mark.strokeWidth),
    ]
    var styles = mark.dash == .solid ? [] : [mark.dash.rawValue]
    if mark.form == .roundBox { styles.append("rounded") }
    if let fill = mark.fill {
      let color = theme.color(fill).text
      if mark.isPatterned(in: theme) {
        styles.insert(mark.form == .disc ? "wedged" : "striped", at: 0)
        attributes[.fillcolor] = .word(stripes(mark, color))
      } else {
        styles.insert("filled", at: 0)
        let end = mark.fadesTo.map { ":" + theme.color($0).text } ?? ""
        attributes[.fillcolor] = .word(color + end)
      }
    }
    if !styles.isEmpty { attributes[.style] = .word(styles.joined(separator: ",")) }
    if mark.form.graphvizShape != "box" { attributes[.shape] = .word(mark.form.graphvizShape) }
    if mark.form == .triangle { attributes[.orientation] = .number(-90) }
    if !mark.glyph.isEmpty {
      attributes[.label] = .text(mark.glyph)
      attributes[.fontname] = .word("DejaVu Sans Bold")
      attributes[.fontsize] = .number(6)
      attributes[.fontcolor] = .word(theme.color(.ink).text)
    }
    if !mark.id.isEmpty { attributes[.id] = .text(mark.id) }
    if !mark.cssClass.isEmpty { attributes[.cssClass] = .text(mark.cssClass) }
    if !mark.tooltip.isEmpty, !mark.id.isEmpty { attributes[.tooltip] = .text(mark.tooltip) }
    if let address = mark.address { attributes[.url] = .link(address) }
    writer.node(name, attributes)
    tooltips[name] = mark.tooltip
    subjects[name] = mark.subject
  }

  /// The two halves of a disc, or the stripes of a box, about two points wide.
  private func stripes(_ mark: Scene.Mark, _ color: String) -> String {
    let page = theme.color(.page).text
    guard mark.form != .disc else { return "\(color):\(page)" }
    let count = min(41, max(1, Int(mark.rect.width / 4.4))) * 2 + 1
    return (0..<count).map { $0.isMultiple(of: 2) ? color : page }.joined(separator: ":")
  }

  /// Adds the texts; what most of them share is said once.
  private mutating func addTexts() {
    let styles = Dictionary(grouping: scene.texts, by: \.style).mapValues(\.count)
    guard
      let common = scene.texts.map(\.style).max(by: {
        styles[$0, default: 0] < styles[$1, default: 0]
      })
    else { return }
    writer.nodes([
      .shape: .word("plaintext"), .fontname: .word(common.fontName),
      .fontsize: .number(common.size), .fontcolor: .word(theme.color(common.color).text),
    ])
    for text in scene.texts { add(text, common) }
  }

  private mutating func add(_ text: Scene.Text, _ common: TextStyle) {
    let name = name("t")
    // Pango rounds glyphs to whole pixels: a line that is a little wider than it should be must not
    // begin further left.
    let room = text.background == nil && text.alignment == .left ? text.rect.width * 0.05 : 0
    var attributes: DOTWriter.Attributes = [
      .pos: position(Scene.Point(x: text.rect.midX + room / 2, y: text.rect.midY)),
      .width: .number((text.rect.width + room) / 72), .height: .number(text.rect.height / 72),
      .label: .lines(text.lines, text.alignment),
    ]
    let style = text.style
    if style.fontName != common.fontName { attributes[.fontname] = .word(style.fontName) }
    if style.size != common.size { attributes[.fontsize] = .number(style.size) }
    if style.color != common.color {
      attributes[.fontcolor] = .word(theme.color(style.color).text)
    }
    if let background = text.background {
      attributes[.style] = .word("filled")
      attributes[.fillcolor] = .word(theme.color(background).text)
    }
    if !text.cssClass.isEmpty { attributes[.cssClass] = .text(text.cssClass) }
    writer.node(name, attributes)
    tooltips[name] = text.tooltip
    subjects[name] = text.subject
  }

  private func position(_ point: Scene.Point) -> DOTValue {
    .point(x: point.x, y: scene.height - point.y)
  }

  private func pair(_ point: Scene.Point) -> String {
    DOTWriter.decimal(point.x) + "," + DOTWriter.decimal(scene.height - point.y)
  }
}

extension Scene.Form {
  /// Graphviz's name of the form.
  var graphvizShape: String {
    switch self {
    case .box, .roundBox: "box"
    case .disc: "circle"
    case .ellipse: "ellipse"
    case .triangle: "triangle"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    }
  }
}
