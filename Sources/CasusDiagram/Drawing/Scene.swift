/// A picture with every position decided, in points, y downwards from the top left.
///
/// Graphviz draws a scene; it places nothing.
struct Scene {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  struct Rect: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }

    /// Whether the two share more than an edge.
    func intersects(_ other: Rect) -> Bool {
      x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    /// The rectangle with a margin around it.
    func grown(_ horizontal: Double, _ vertical: Double) -> Rect {
      Rect(
        x: x - horizontal, y: y - vertical, width: width + 2 * horizontal,
        height: height + 2 * vertical)
    }

    func moved(by dy: Double) -> Rect {
      Rect(x: x, y: y + dy, width: width, height: height)
    }
  }

  /// A coloured rectangle behind everything, such as a lane.
  struct Area {
    var rect: Rect
    var fill: Tone
    var id: String
    var cssClass = "lane"
    var tooltip: String
    var subject: DiagramSubject?
  }

  /// A part of a pale shape.
  enum Cloud {
    case band(Line)
    case disc(Mark)
  }

  enum Dash: String {
    case solid, dashed, dotted
  }

  enum End: String {
    case none, normal, dot, odot, tee
  }

  /// A line of straight pieces, or a Bézier curve.
  struct Line {
    /// The corners, or the control points.
    var points: [Point]
    var isCurve = false
    var color: Tone
    /// A second colour for the last part of the line, and the share of the first.
    var split: (color: Tone, share: Double)?
    var width: Double
    var dash: Dash = .solid
    var head: End = .none
    var tail: End = .none
    var id: String = ""
    var cssClass: String = ""
    var tooltip: String = ""
    var subject: DiagramSubject?
  }

  enum Form {
    case disc, box, triangle, roundBox, ellipse, hexagon, octagon
  }

  /// A mark of an event, or a sample of one in the legend.
  struct Mark {
    var form: Form
    var rect: Rect
    /// The inside; `nil` lets what lies below show through.
    var fill: Tone?
    /// The colour at the right end, where the mark fades.
    var fadesTo: Tone?
    var stroke: Tone
    var strokeWidth: Double
    var dash: Dash = .solid
    /// A character in the middle, or nothing.
    var glyph = ""
    var id: String = ""
    var cssClass: String = ""
    var tooltip: String = ""
    var subject: DiagramSubject?
    var address: String?

    /// Whether the inside is striped.
    func isPatterned(in theme: DiagramTheme) -> Bool {
      guard let fill, fadesTo == nil, [.disc, .box].contains(form), rect.height >= 4 else {
        return false
      }
      return theme.pattern(fill) == .striped
    }
  }

  enum Alignment {
    case left, right, centre
  }

  /// Lines of text in a rectangle that holds them.
  struct Text {
    var lines: [String]
    var style: TextStyle
    var rect: Rect
    var background: Tone?
    var alignment = Alignment.left
    var cssClass = ""
    var tooltip: String = ""
    var subject: DiagramSubject?

    /// Text with its top left corner at a point.
    init(
      _ lines: [String], _ style: TextStyle, x: Double, y: Double, background: Tone? = nil,
      tooltip: String = "", subject: DiagramSubject? = nil
    ) {
      self.subject = subject
      self.lines = lines
      self.style = style
      self.background = background
      self.tooltip = tooltip
      rect = Rect(
        x: x, y: y, width: Scene.Text.width(lines, style),
        height: Double(lines.count) * style.lineHeight)
    }

    /// The width that lines need, with a little room for hinting.
    static func width(_ lines: [String], _ style: TextStyle) -> Double {
      (lines.map { style.width(of: $0) }.max() ?? 0) * 1.015 + 1
    }
  }

  var width: Double
  var height: Double
  var areas: [Area] = []
  /// Pale shapes behind everything but areas.
  var clouds: [Cloud] = []
  var lines: [Line] = []
  var marks: [Mark] = []
  var texts: [Text] = []
  /// The pages, from the first to the last; empty when the whole is one.
  var pages: [Rect] = []
  /// Where title and summary end: a web page has them above the picture already.
  var headHeight = 0.0

  /// Pages one below the other.
  static func stacked(_ scenes: [Scene]) -> Scene {
    guard var result = scenes.first, scenes.count > 1 else {
      return scenes.first ?? Scene(width: 0, height: 0)
    }
    result.pages = [Rect(x: 0, y: 0, width: result.width, height: result.height)]
    for (index, scene) in scenes.enumerated().dropFirst() {
      result.append(scene, dy: result.height, suffix: "-\(index + 1)")
    }
    return result
  }

  private mutating func append(_ scene: Scene, dy: Double, suffix: String) {
    areas += scene.areas.map { area in
      var area = area
      area.rect.y += dy
      area.id += suffix
      return area
    }
    lines += scene.lines.map { line in
      var line = line
      line.points = line.points.map { Point(x: $0.x, y: $0.y + dy) }
      return line
    }
    marks += scene.marks.map { mark in
      var mark = mark
      mark.rect.y += dy
      return mark
    }
    texts += scene.texts.map { text in
      var text = text
      text.rect.y += dy
      return text
    }
    pages.append(Rect(x: 0, y: dy, width: scene.width, height: scene.height))
    width = max(width, scene.width)
    height = dy + scene.height
  }
}
