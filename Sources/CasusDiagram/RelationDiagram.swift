public import CasusModel
public import Foundation

/// Who did what to whom, added up: actors as nodes, everything between two of them as one edge.
///
/// Graphviz places the nodes in a first pass; the picture is drawn from these positions in a
/// second. `source()` does both in this process; `sketch` and `source(positions:)` let the caller
/// run the first pass elsewhere.
public struct RelationDiagram: Sendable {
  /// What the reader wants to see.
  public struct Options: Hashable, Sendable {
    /// The language of the labels, as a BCP 47 code.
    public var language: String
    /// The title, or `nil` for the usual one.
    public var title: String?
    /// How many edges the picture may have; the weakest are left out.
    public var maximumTies: Int

    /// Chooses the options.
    public init(language: String = "en", title: String? = nil, maximumTies: Int = 90) {
      self.language = language
      self.title = title
      self.maximumTies = maximumTies
    }
  }

  /// Positions that cannot be read.
  public struct UnreadablePositions: Error, CustomStringConvertible, Sendable {
    /// The whole message.
    public let description =
      "Graphviz gave positions that cannot be read; is it of version 2.40 up?"
  }

  /// The engine that places the nodes.
  public let engine: GraphvizRenderer.Engine
  /// The graph to place, to be rendered with `engine` as `plain`.
  public let sketch: String

  private let graph: EventGraph
  private let network: RelationNetwork
  private let wording: EventWording
  private let options: Options
  private let nodes: [RelationNode]
  private let ties: [RelationTieLabel]

  /// Prepares a diagram.
  /// - Parameters:
  ///   - graph: The events and relations to draw.
  ///   - catalog: The labels of types and relation kinds.
  ///   - words: The words of the language of the labels.
  ///   - options: What the reader wants to see.
  public init(
    graph: EventGraph, catalog: EventCatalog, words: DiagramWords, options: Options = Options()
  ) {
    self.graph = graph
    self.options = options
    let wording = EventWording(
      graph: graph, catalog: catalog, words: words, language: options.language)
    self.wording = wording
    let network = RelationNetwork(graph, maximumTies: options.maximumTies)
    self.network = network
    let kinds = Dictionary(graph.actors.map { ($0.id, $0.kind) }, uniquingKeysWith: { a, _ in a })
    let nodes = network.actors.enumerated().map {
      RelationNode("n\($0 + 1)", $1, kind: kinds[$1] ?? .state, name: wording.name($1))
    }
    self.nodes = nodes
    let detail = RelationTieLabel.Detail(tieCount: network.ties.count)
    let most = network.ties.map(\.events.count).max() ?? 0
    let ties = network.ties.map {
      RelationTieLabel($0, most: most, wording: wording, detail: detail)
    }
    self.ties = ties
    engine = nodes.count <= 60 ? .dot : nodes.count <= 200 ? .neato : .sfdp
    sketch = Self.sketch(nodes, ties, engine)
  }

  /// The diagram, laid out in this process.
  /// - Throws: `GraphvizError` when Graphviz cannot place the nodes.
  public func source() throws -> DiagramSource {
    guard !nodes.isEmpty else { return try source(positions: Data()) }
    return try source(
      positions: GraphvizRenderer.render(dot: sketch, engine: engine, format: .plain))
  }

  /// The diagram, drawn at positions that Graphviz gave to `sketch`.
  /// - Throws: `UnreadablePositions` when they cannot be read.
  public func source(positions: Data) throws -> DiagramSource {
    let layout = try layout(positions: positions)
    let drawing = SceneDrawing.dot(layout.scene)
    return DiagramSource(
      dot: drawing.text, engine: .pinned, title: layout.title, summary: layout.summary,
      language: options.language, tooltips: drawing.tooltips, subjects: drawing.subjects)
  }

  func layout(positions: Data) throws -> RelationLayout {
    guard let found = GraphvizPositions(plain: String(decoding: positions, as: UTF8.self)) else {
      throw UnreadablePositions()
    }
    return RelationLayout(
      graph: graph, network: network, nodes: nodes, ties: ties, positions: found,
      wording: wording, title: options.title)
  }

  private static func sketch(
    _ nodes: [RelationNode], _ ties: [RelationTieLabel], _ engine: GraphvizRenderer.Engine
  ) -> String {
    var attributes: DOTWriter.Attributes = [
      .charset: .word("UTF-8"), .layout: .word(engine.rawValue), .outputorder: .word("edgesfirst"),
    ]
    if engine == .dot {
      attributes[.rankdir] = .word("LR")
      attributes[.nodesep] = .number(0.3)
      attributes[.ranksep] = .number(0.45)
      attributes[.splines] = .word("true")
    } else {
      attributes[.overlap] = .word("prism")
      attributes[.sep] = .word("+14")
      attributes[.splines] = .word("line")
      attributes[.start] = .word("1")
    }
    var writer = DOTWriter(
      graph: attributes,
      node: [
        .fixedsize: .word("true"), .label: .text(""), .margin: .number(0), .shape: .word("box"),
      ],
      edge: [.dir: .word("none"), .fontname: .word("DejaVu Sans")])
    var names: [ActorID: String] = [:]
    for node in nodes {
      names[node.actor] = node.name
      writer.node(
        node.name,
        [
          .width: .number(node.width / 72), .height: .number(node.height / 72),
          .shape: .word(node.form.graphvizShape),
        ])
    }
    for tie in ties {
      guard let tail = names[tie.tie.source], let head = names[tie.tie.target] else { continue }
      var attributes: DOTWriter.Attributes = [.penwidth: .number(tie.width)]
      if !tie.lines.isEmpty, engine == .dot {
        attributes[.label] = .lines(tie.lines, .centre)
        attributes[.fontsize] = .number(RelationTieLabel.style.size * 1.04)
      }
      attributes[.weight] = .number(Double(min(8, 1 + tie.tie.events.count / 3)))
      writer.edge(tail, head, attributes)
    }
    return writer.text()
  }
}
