public import CasusModel
public import Foundation

/// Who did what to whom, added up: actors as nodes, everything between two of them as one edge.
///
/// Graphviz places the nodes in a first pass; the picture is drawn from these positions in a
/// second. `source()` does both in this process; `sketch` and `source(positions:)` let the caller
/// run the first pass elsewhere.
public struct RelationDiagram: Sendable {
  /// Whether to draw several small diagrams.
  public enum Frames: String, CaseIterable, Sendable {
    /// One for everything.
    case none
    /// One a year, every actor at the same place in each.
    case year
  }

  /// What the reader wants to see.
  public struct Options: Hashable, Sendable {
    /// The language of the labels, as a BCP 47 code.
    public var language: String
    /// The title, or `nil` for the usual one.
    public var title: String?
    /// How many edges the picture may have; the weakest are left out.
    public var maximumTies: Int
    /// The sheet to fit; `nil` for as much room as the actors need.
    public var page: PageSize?
    /// The engine that places the nodes; `nil` for the one that fits.
    public var engine: GraphvizRenderer.Engine?
    /// Whether to draw several small diagrams.
    public var frames: Frames
    /// What clouds stand behind.
    public var groups: Groups
    /// The actors whose edges alone are drawn; empty for all edges.
    public var focus: [ActorID]
    /// The day whose relations are drawn, without events; `nil` for events and relations.
    public var day: EDTF?

    /// Chooses the options.
    public init(
      language: String = "en", title: String? = nil, maximumTies: Int = 90,
      page: PageSize? = nil, engine: GraphvizRenderer.Engine? = nil, frames: Frames = .none,
      groups: Groups = .none, focus: [ActorID] = [], day: EDTF? = nil
    ) {
      self.language = language
      self.title = title
      self.maximumTies = maximumTies
      self.page = page
      self.engine = engine
      self.frames = frames
      self.groups = groups
      self.focus = focus
      self.day = day
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

  private let theme: DiagramTheme
  private let material: RelationMaterial

  /// Prepares a diagram.
  /// - Parameters:
  ///   - graph: The events and relations to draw.
  ///   - catalog: The labels of types and relation kinds.
  ///   - words: The words of the language of the labels.
  ///   - theme: The colours and patterns.
  ///   - options: What the reader wants to see.
  public init(
    graph: EventGraph, catalog: EventCatalog, words: DiagramWords, theme: DiagramTheme,
    options: Options = Options()
  ) {
    self.theme = theme
    let wording = EventWording(
      graph: graph, catalog: catalog, words: words, language: options.language)
    let material = RelationMaterial(graph, wording, options)
    self.material = material
    engine = material.engine
    sketch = Self.sketch(material)
  }

  /// Whether nothing stands between any two actors, so that there is nothing to see.
  public var isEmpty: Bool { material.nodes.isEmpty }

  /// The diagram, laid out in this process.
  /// - Throws: `GraphvizError` when Graphviz cannot place the nodes.
  public func source() throws -> DiagramSource {
    guard !material.nodes.isEmpty else { return try source(positions: Data()) }
    return try source(
      positions: GraphvizRenderer.render(dot: sketch, engine: engine, format: .plain))
  }

  /// The diagram, drawn at positions that Graphviz gave to `sketch`.
  /// - Throws: `UnreadablePositions` when they cannot be read.
  public func source(positions: Data) throws -> DiagramSource {
    let layout = try layout(positions: positions)
    let drawing = SceneDrawing.dot(layout.scene, theme)
    return DiagramSource(
      dot: drawing.text, engine: .pinned, title: layout.title, summary: layout.summary,
      language: material.options.language, tooltips: drawing.tooltips, subjects: drawing.subjects,
      theme: theme, scene: layout.scene)
  }

  func layout(positions: Data) throws -> RelationLayout {
    guard let found = GraphvizPositions(plain: String(decoding: positions, as: UTF8.self)) else {
      throw UnreadablePositions()
    }
    return RelationLayout(material, positions: found)
  }

  /// The nodes with their sizes, and edges that are short for friends and long for foes.
  private static func sketch(_ material: RelationMaterial) -> String {
    let engine = material.engine
    var attributes: DOTWriter.Attributes = [
      .charset: .word("UTF-8"), .layout: .word(engine.rawValue),
    ]
    if engine == .dot {
      attributes[.rankdir] = .word("LR")
      attributes[.nodesep] = .number(0.5)
      attributes[.ranksep] = .number(1.4)
    } else {
      attributes[.overlap] = .word("prism")
      attributes[.sep] = .word("+20")
      attributes[.start] = .word("1")
    }
    // Edges need no route here: they are drawn straight once the nodes are placed.
    attributes[.splines] = .word("line")
    var writer = DOTWriter(
      graph: attributes,
      node: [
        .fixedsize: .word("true"), .label: .text(""), .margin: .number(0), .shape: .word("box"),
      ],
      edge: [.dir: .word("none")])
    var names: [ActorID: String] = [:]
    for node in material.nodes {
      names[node.actor] = node.name
      writer.node(
        node.name, [.width: .number(node.width / 72), .height: .number(node.height / 72)])
    }
    for label in material.ties {
      let tie = label.tie
      guard let tail = names[tie.source], let head = names[tie.target] else { continue }
      var attributes: DOTWriter.Attributes = [:]
      if engine == .dot {
        attributes[.weight] = .number(Double(min(8, 1 + tie.events.count / 3)))
      } else {
        let closeness = min(0.5, Double(tie.events.count) / 40)
        attributes[.len] = .number(1.5 + (1 - tie.cooperationShare) * 1.1 - closeness)
      }
      writer.edge(tail, head, attributes)
    }
    if engine != .dot { pull(material.groups, names, into: &writer) }
    return writer.text()
  }

  /// Draws the members of each bloc together, each to the next, without an edge to be seen.
  private static func pull(
    _ groups: [RelationGroup], _ names: [ActorID: String], into writer: inout DOTWriter
  ) {
    for group in groups where group.bloc != nil {
      let own = group.actors.compactMap { names[$0] }
      for (tail, head) in zip(own, own.dropFirst()) {
        writer.edge(tail, head, [.len: .number(1), .weight: .number(3)])
      }
    }
  }
}
