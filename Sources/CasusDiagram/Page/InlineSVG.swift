import Foundation

/// Graphviz's SVG made part of a page: only drawing, tied to what it shows.
///
/// What is not on the lists of elements and attributes is left out, links and names among them.
public struct InlineSVG {
  /// A picture that is no SVG.
  public struct Malformed: Error, Sendable, CustomStringConvertible {
    /// The whole message.
    public let description = "Graphviz drew something that is not SVG; is it of version 2.40 up?"
  }

  /// The `svg` element.
  let text: String
  /// What the marks show, by the numbers of `data-mark`.
  let subjects: [DiagramSubject]

  init(_ picture: Data, source: DiagramSource) throws(Malformed) {
    let tokens = Array(SVGScanner(picture))
    var writer = Writer(source: source, groups: Self.groups(of: tokens))
    for token in tokens { writer.take(token) }
    guard writer.hasRoot else { throw Malformed() }
    text = writer.output
    subjects = writer.subjects
  }

  /// A group as Graphviz names it.
  private struct Group {
    var name: String
    var id: String
    var isEdge: Bool
    var isBar: Bool
    var isLane: Bool
  }

  /// The named groups, in order.
  private static func groups(of tokens: [SVGScanner.Token]) -> [Group] {
    var groups: [Group] = []
    var last: [(name: String, value: String)]?
    var isTitle = false
    for token in tokens {
      switch token {
      case .open("g", let attributes, _): last = attributes
      case .open(let name, _, _): isTitle = name == "title"
      case .text(let text) where isTitle:
        guard let attributes = last else { continue }
        let kind = attributes.first { $0.name == "class" }?.value ?? ""
        groups.append(
          Group(
            name: plain(text), id: plain(attributes.first { $0.name == "id" }?.value ?? ""),
            isEdge: kind.hasPrefix("edge"), isBar: kind.hasPrefix("node bar"),
            isLane: kind.contains(" lane")))
        last = nil
      case .close, .text: isTitle = false
      }
    }
    return groups
  }

  private static func plain(_ text: String) -> String {
    text.replacing("&#45;", with: "-").replacing("&gt;", with: ">")
  }

  /// Writes what may stay.
  private struct Writer {
    private let source: DiagramSource
    /// The names of the groups that take the focus, one for each subject.
    private let mains: Set<String>
    /// What is said of each subject: by the main group, else by the first that says anything.
    private let labels: [DiagramSubject: String]
    private(set) var output = ""
    private(set) var subjects: [DiagramSubject] = []
    /// Whether a whole `svg` element has come.
    private(set) var hasRoot = false
    private var numbers: [DiagramSubject: Int] = [:]
    private var gradients: [String: Int] = [:]
    /// What to write at the end of each open element.
    private var ends: [String] = []
    /// How deep inside an element that is left out.
    private var omitted = 0
    /// A group whose name has not come yet.
    private var waiting: String?
    private var isInTitle = false

    init(source: DiagramSource, groups: [Group]) {
      self.source = source
      // The mark that was given an identifier, else a text or node, else a line.
      var best: [DiagramSubject: (rank: Int, name: String)] = [:]
      var labels: [DiagramSubject: String] = [:]
      for group in groups {
        // Bars, of which there may be thousands, are for the pointer; the list has their events.
        guard let subject = source.subjects[group.name], !group.isBar else { continue }
        if let label = source.tooltips[group.name], !label.isEmpty, labels[subject] == nil {
          labels[subject] = label
        }
        let isOwn = ["event-", "actor-", "tie-"].contains { group.id.hasPrefix($0) }
        let rank = isOwn ? 2 : group.isEdge || group.isLane ? 0 : 1
        if rank > best[subject]?.rank ?? -1 { best[subject] = (rank, group.name) }
      }
      for (subject, main) in best {
        if let label = source.tooltips[main.name], !label.isEmpty { labels[subject] = label }
      }
      self.labels = labels
      mains = Set(best.values.map(\.name))
    }

    mutating func take(_ token: SVGScanner.Token) {
      switch token {
      case .open(let name, let attributes, let isEmpty): open(name, attributes, isEmpty)
      case .close(let name): close(name)
      case .text(let text):
        if isInTitle {
          settleGroup(named: InlineSVG.plain(text))
        } else if omitted == 0, ends.last == "</text>" {
          output += text
        }
      }
    }

    private mutating func open(
      _ name: String, _ attributes: [(name: String, value: String)], _ isEmpty: Bool
    ) {
      if name == "title" { isInTitle = !isEmpty }
      guard omitted == 0, name != "title" else {
        if !isEmpty { omitted += 1 }
        return
      }
      settleGroup(named: nil)
      switch name {
      case "svg":
        output += root(attributes)
      case "g" where attributes.contains { $0.name == "id" && $0.value.hasPrefix("a_") }:
        // Graphviz's group around a link, which goes with it.
        if !isEmpty { ends.append("") }
        return
      case "g":
        waiting = attributes.first { $0.name == "class" }?.value ?? ""
        if let place = attributes.first(where: { $0.name == "transform" }) {
          waiting = nil
          output += "<g transform=\"\(place.value)\">\n"
        }
      case "a":
        if !isEmpty { ends.append("") }
        return
      case _ where InlineSVG.elements.contains(name):
        output += "<\(name)\(kept(attributes))" + (isEmpty ? "/>\n" : ">")
      default:
        if !isEmpty { omitted += 1 }
        return
      }
      if !isEmpty { ends.append("</\(name)>") }
    }

    private mutating func close(_ name: String) {
      if name == "title" { isInTitle = false }
      if name == "svg" { hasRoot = true }
      guard omitted == 0 else {
        omitted -= 1
        return
      }
      settleGroup(named: nil)
      guard let end = ends.popLast(), !end.isEmpty else { return }
      output += end + "\n"
    }

    /// Writes the start of a group when its name is known, or known not to come.
    private mutating func settleGroup(named name: String?) {
      guard let kind = waiting else { return }
      waiting = nil
      let style = kind.isEmpty ? "" : " class=\"\(kind)\""
      guard let name, let subject = source.subjects[name] else {
        output += "<g\(style) aria-hidden=\"true\">\n"
        return
      }
      let number = numbers[subject] ?? subjects.count
      if number == subjects.count {
        numbers[subject] = number
        subjects.append(subject)
      }
      output += "<g\(style) data-mark=\"\(number)\""
      if mains.contains(name) {
        let label = AccessibleSVG.escaped(labels[subject] ?? "")
        output += " role=\"button\" tabindex=\"-1\" aria-label=\"\(label)\">\n"
      } else {
        output += " aria-hidden=\"true\">\n"
      }
    }

    private func root(_ attributes: [(name: String, value: String)]) -> String {
      func value(_ name: String) -> String {
        attributes.first { $0.name == name }?.value ?? ""
      }
      func points(_ name: String) -> String {
        String(value(name).prefix { $0.isNumber || $0 == "." })
      }
      // Title and summary stand on the page already; the picture begins below them.
      let width = Double(points("width")) ?? 0
      let height = (Double(points("height")) ?? 0) - source.headHeight
      func written(_ number: Double) -> String { DOTWriter.decimal(number) }
      return """
        <svg width="\(written(width))" height="\(written(height))" \
        viewBox="0 \(written(source.headHeight)) \(written(width)) \(written(height))" role="group" aria-label="\(AccessibleSVG.escaped(source.title))" \
        aria-describedby="picture-help">

        """
    }

    private mutating func kept(_ attributes: [(name: String, value: String)]) -> String {
      var result = ""
      for (name, value) in attributes {
        switch name {
        case "id": result += " id=\"fade-\(gradient(value))\""
        case "style":
          for rule in value.split(separator: ";") {
            let parts = rule.split(separator: ":")
            guard parts.count == 2, InlineSVG.attributes.contains(String(parts[0])) else {
              continue
            }
            result += " \(parts[0])=\"\(parts[1])\""
          }
        case "font-family":
          if value.hasSuffix("Bold") { result += " font-weight=\"bold\"" }
        case "fill" where value.hasPrefix("url(#"):
          result += " fill=\"url(#fade-\(gradient(String(value.dropFirst(5).dropLast()))))\""
        case _ where InlineSVG.attributes.contains(name) && !value.contains("("):
          result += " \(name)=\"\(value)\""
        default: continue
        }
      }
      return result
    }

    /// Graphviz numbers gradients through the life of a process; a picture numbers its own.
    private mutating func gradient(_ name: String) -> Int {
      let number = gradients[name] ?? gradients.count
      gradients[name] = number
      return number
    }
  }

  private static let elements: Set = [
    "path", "polygon", "polyline", "ellipse", "text", "defs", "linearGradient", "radialGradient",
    "stop",
  ]

  private static let attributes: Set = [
    "cx", "cy", "d", "fill", "fill-opacity", "font-size", "font-style", "font-weight",
    "gradientUnits", "offset", "points", "rx", "ry", "stop-color", "stop-opacity", "stroke",
    "stroke-dasharray", "stroke-opacity", "stroke-width", "text-anchor", "x", "x1", "x2", "y",
    "y1", "y2",
  ]
}
