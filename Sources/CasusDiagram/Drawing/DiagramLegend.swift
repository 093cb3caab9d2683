/// A legend in rows: samples with their meaning.
struct DiagramLegend {
  /// One sample, drawn with its vertical middle at 0 and its left edge at 0.
  struct Entry {
    var width: Double
    var marks: [Scene.Mark] = []
    var lines: [Scene.Line] = []
    var text: String
  }

  static let style = TextStyle(size: 7.5, color: .quietInk)
  private static let rowHeight = 14.0

  /// Adds the legend to a scene.
  /// - Returns: The height that it took.
  static func add(_ groups: [[Entry]], to scene: inout Scene, x: Double, y: Double, width: Double)
    -> Double
  {
    var (left, top) = (x, y)
    for (index, group) in groups.filter({ !$0.isEmpty }).enumerated() {
      if index > 0 { left += 10 }
      for entry in group {
        let limit = width - entry.width - 6
        let lines = [style.cut(entry.text, width: limit)]
        let textWidth = Scene.Text.width(lines, style)
        let total = entry.width + 5 + textWidth
        if left > x, left + total > x + width {
          left = x
          top += rowHeight
        }
        let middle = top + rowHeight / 2
        for mark in entry.marks {
          var mark = mark
          mark.rect.x += left
          mark.rect.y += middle
          scene.marks.append(mark)
        }
        for line in entry.lines {
          var line = line
          line.points = line.points.map { Scene.Point(x: $0.x + left, y: $0.y + middle) }
          scene.lines.append(line)
        }
        scene.texts.append(
          Scene.Text(lines, style, x: left + entry.width + 5, y: middle - style.lineHeight / 2))
        left += total + 14
      }
    }
    return top + rowHeight - y
  }
}
