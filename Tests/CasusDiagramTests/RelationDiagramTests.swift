import CasusModel
import Foundation
import FoundationXML
import Testing

@testable import CasusDiagram

@Suite struct RelationDiagramTests {
  private static func diagram(
    _ graph: EventGraph, _ options: RelationDiagram.Options = .init()
  ) throws -> RelationDiagram {
    RelationDiagram(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words(options.language),
      theme: try DemoGraph.theme(),
      options: options)
  }

  private static func layout(_ diagram: RelationDiagram) throws -> RelationLayout {
    try diagram.layout(
      positions: GraphvizRenderer.render(
        dot: diagram.sketch, engine: diagram.engine, format: .plain))
  }

  /// Many invented actors with ties among neighbours.
  private static func crowd(_ count: Int) -> EventGraph {
    var graph = DemoGraph.graph(0)
    graph.relations = []
    let kinds = Actor.Kind.allCases
    graph.actors = (0..<count).map {
      Actor(
        id: ActorID(rawValue: "ORG:Group\($0)"), kind: kinds[$0 % kinds.count],
        names: ["en": "Group number \($0)"])
    }
    graph.events = (0..<count).map { index in
      Event(
        id: "e\(index)", type: index.isMultiple(of: 3) ? .assault : .aid, mode: nil,
        source: [graph.actors[index].id], target: [graph.actors[(index * 7 + 1) % count].id],
        date: EDTF("2022"), dateBasis: .explicit, status: .occurred, confidence: 1, evidence: [])
    }
    graph.matchingEventCount = count
    return graph
  }

  @Test(arguments: [1, 2, 5, 10, 40, 100, 400], ["en", "id"])
  func nothingOverlaps(count: Int, language: String) throws {
    let diagram = try Self.diagram(DemoGraph.graph(count), .init(language: language))
    expectClean(try Self.layout(diagram).scene, "\(count) events")
  }

  /// Where two nodes are close to each other, the edge between them still shows its arrowheads.
  @Test func tiedNodesLeaveRoomForArrowheads() throws {
    let nodes = (0..<6).map { (name: "n\($0)", width: 60.0, height: 28.0) }
    let found = Dictionary(
      uniqueKeysWithValues: nodes.enumerated().map { index, node in
        (node.name, Scene.Point(x: Double(index), y: Double(index)))
      })
    let room = Scene.Rect(x: 0, y: 0, width: 360, height: 200)
    let pairs = [("n0", "n1"), ("n2", "n3"), ("n4", "n5")]
    let placement = RelationPlacement(nodes, found: found, room: room, gap: 10, pairs: pairs)
    for (a, b) in pairs {
      let (a, b) = (try #require(placement.middles[a]), try #require(placement.middles[b]))
      #expect(max(abs(a.x - b.x) - 60, abs(a.y - b.y) - 28) > 25)
    }
  }

  @Test(arguments: [(30, GraphvizRenderer.Engine.neato), (60, .neato)])
  func crowdsAreLaidOutWithoutOverlap(count: Int, engine: GraphvizRenderer.Engine) throws {
    let diagram = try Self.diagram(Self.crowd(count), .init(maximumTies: 400))
    #expect(diagram.engine == engine)
    let layout = try Self.layout(diagram)
    expectClean(layout.scene, "\(count) actors")
    let actors = layout.scene.marks.filter { $0.cssClass.hasPrefix("actor") }
    #expect(actors.count == count)
    for (index, mark) in actors.enumerated() {
      for other in actors[(index + 1)...] {
        #expect(!mark.rect.grown(-0.5, -0.5).intersects(other.rect))
      }
    }
  }

  @Test(arguments: [GraphvizRenderer.Engine.dot, .neato, .fdp])
  func edgesKeepToTheSheet(engine: GraphvizRenderer.Engine) throws {
    let options = RelationDiagram.Options(page: .a4, engine: engine)
    let layout = try Self.layout(try Self.diagram(DemoGraph.graph(400), options))
    let size = PageSize.a4.size(.horizontal)
    #expect(layout.scene.height <= size.height + 0.5)
    let head = layout.scene.texts.map(\.rect.maxY).min() ?? 0
    for line in layout.scene.lines where line.cssClass.hasPrefix("tie ") {
      let (first, last) = (line.points[1], line.points[2])
      // The middle of the curve.
      let y = (line.points[0].y + 3 * first.y + 3 * last.y + line.points[3].y) / 8
      #expect(y > head && y < size.height - 60, "\(line.id)")
    }
  }

  @Test func tiesAddUpByDirectionAndSign() throws {
    let network = RelationNetwork(DemoGraph.graph(40), maximumTies: 90)
    let war = try #require(network.ties.first { $0.source == "RUS" && $0.target == "UKR" })
    #expect(war.conflict == 3)
    #expect(war.cooperation == 1)
    #expect(war.relations.map(\.kind) == ["war"])
    #expect(!war.isMutual)
    let iran = try #require(network.ties.first { $0.source == "IRN" && $0.target == "RUS" })
    #expect(iran.isMutual)
    #expect(!network.ties.contains { $0.source == $0.target })
  }

  /// Who punishes whom must not be told by who else says more.
  @Test func aRelationThatRunsOneWayStandsAtTheTieThatDoes() throws {
    var graph = DemoGraph.graph(0)
    func event(_ number: Int, _ source: ActorID, _ target: ActorID, _ type: EventType) -> Event {
      Event(
        id: "\(number)", type: type, mode: nil, source: [source], target: [target], date: nil,
        dateBasis: .none, status: .occurred, confidence: 1, evidence: [])
    }
    func relation(_ kind: String, isSymmetric: Bool) -> Relation {
      Relation(
        id: kind, kind: kind, source: "DZA", target: "MLI", isSymmetric: isSymmetric, polarity: -1,
        validity: EDTF("2025-04/.."), state: .inForce, opening: [], supporting: [], closing: [])
    }
    graph.events = [
      event(1, "DZA", "MLI", .sanction), event(2, "MLI", "DZA", .accuse),
      event(3, "MLI", "DZA", .accuse),
    ]
    graph.relations = [
      relation("sanctions", isSymmetric: false), relation("war", isSymmetric: true),
    ]
    let ties = RelationNetwork(graph, maximumTies: 90).ties
    #expect(ties.first { $0.source == "DZA" }?.relations.map(\.kind) == ["sanctions"])
    #expect(ties.first { $0.source == "MLI" }?.relations.map(\.kind) == ["war"])
    // Where nothing is told in its direction, it gets a tie of its own.
    graph.events.removeFirst()
    let others = RelationNetwork(graph, maximumTies: 90).ties
    #expect(others.first { $0.source == "DZA" }?.relations.map(\.kind) == ["sanctions"])
  }

  @Test func whatIsOnlyPlannedIsDashedAndWhatEndedIsMarked() throws {
    var graph = DemoGraph.graph(10)
    graph.events = graph.events.filter { $0.status == .planned }
    let layout = try Self.layout(try Self.diagram(graph))
    let ties = layout.scene.lines.filter { $0.cssClass.hasPrefix("tie ") }
    #expect(ties.contains { $0.dash == .dashed && $0.color == .cooperation })
    #expect(ties.contains { $0.dash == .dashed && $0.color == .neutral })
    let texts = layout.scene.texts.flatMap(\.lines)
    #expect(texts.contains { $0.contains("planned") })
    #expect(texts.contains { $0.hasPrefix("✕ diplomatic relations") })
  }

  @Test func weakTiesAreLeftOutAndCounted() throws {
    let layout = try Self.layout(try Self.diagram(DemoGraph.graph(400), .init(maximumTies: 5)))
    #expect(layout.scene.lines.filter { $0.cssClass.hasPrefix("tie ") }.count == 5)
    let footer = layout.scene.texts.flatMap(\.lines).joined(separator: " ")
    #expect(footer.contains("Pairs with fewer events, left out: "))
  }

  @Test(arguments: [0, 10, 400])
  func svgIsWellFormedAndStable(count: Int) throws {
    let first = try Self.diagram(DemoGraph.graph(count)).source()
    let second = try Self.diagram(DemoGraph.graph(count)).source()
    #expect(first == second)
    let picture = try first.picture(.svg)
    #expect(XMLParser(data: picture).parse())
    #expect(try second.picture(.svg) == picture)
  }

  @Test func hostileNamesAreDrawnAsText() throws {
    for text in ["<script>\"\\N]]>&lt;", String(repeating: "漢", count: 10_000), "a\u{202E}b\u{0}"] {
      var graph = DemoGraph.graph(20)
      for index in graph.actors.indices { graph.actors[index].names["en"] = text + "\(index)" }
      let diagram = try Self.diagram(graph, .init(title: text))
      expectClean(try Self.layout(diagram).scene, "hostile names")
      let picture = try diagram.source().picture(.svg)
      #expect(XMLParser(data: picture).parse())
      #expect(!String(decoding: picture, as: UTF8.self).contains("<script"))
    }
  }

  @Test func positionsThatCannotBeReadAreRefused() throws {
    let diagram = try Self.diagram(DemoGraph.graph(10))
    #expect(throws: RelationDiagram.UnreadablePositions.self) {
      try diagram.source(positions: Data("graph 1 x y".utf8))
    }
  }
}
