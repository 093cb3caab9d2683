/// The positions that Graphviz gave to nodes and edges, read from its `plain` output.
struct GraphvizPositions {
  struct Edge {
    /// Control points of a Bézier curve.
    var route: [Scene.Point]
    /// The middle of the label, if the edge has one.
    var label: Scene.Point?
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var nodes: [String: Scene.Point] = [:]
  private(set) var edges: [String: Edge] = [:]

  /// Reads positions; `nil` when the text is not `plain` output.
  init?(plain: String) {
    for line in plain.split(whereSeparator: \.isNewline) {
      let words = Self.words(line)
      switch words.first {
      case "graph":
        guard words.count >= 4, let width = Double(words[2]), let height = Double(words[3]) else {
          return nil
        }
        (self.width, self.height) = (width * 72, height * 72)
      case "node":
        guard words.count >= 4, let point = point(words[2], words[3]) else { return nil }
        nodes[words[1]] = point
      case "edge":
        guard words.count >= 4, let count = Int(words[3]), words.count >= 4 + 2 * count else {
          return nil
        }
        var edge = Edge(route: [], label: nil)
        for index in 0..<count {
          guard let point = point(words[4 + 2 * index], words[5 + 2 * index]) else { return nil }
          edge.route.append(point)
        }
        let rest = words[(4 + 2 * count)...]
        if rest.count >= 5 {
          edge.label = point(rest[rest.startIndex + 1], rest[rest.startIndex + 2])
        }
        edges["\(words[1])->\(words[2])"] = edge
      default: break
      }
    }
    guard width > 0 || nodes.isEmpty else { return nil }
  }

  private func point(_ x: String, _ y: String) -> Scene.Point? {
    guard let x = Double(x), let y = Double(y) else { return nil }
    return Scene.Point(x: x * 72, y: height - y * 72)
  }

  /// Words separated by spaces; a quoted word may hold spaces.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isEscaped = false
    var isOpen = false
    for character in line {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        isOpen = true
      } else if character == " ", !isQuoted {
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }
}
