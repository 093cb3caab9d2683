import CasusModel
import Testing

@testable import CasusDiagram

/// Years side by side, days, groups and centers of relation diagrams.
@Suite struct RelationOptionsTests {
  private static func scene(_ graph: EventGraph, _ options: RelationDiagram.Options) throws -> Scene
  {
    let diagram = RelationDiagram(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words("en"),
      theme: try DemoGraph.theme(), options: options)
    return try diagram.layout(
      positions: GraphvizRenderer.render(
        dot: diagram.sketch, engine: diagram.engine, format: .plain)
    ).scene
  }

  @Test func actorsKeepTheirPlaceFromYearToYear() throws {
    let scene = try Self.scene(DemoGraph.graph(100), .init(page: .a3, frames: .year))
    expectClean(scene, "years")
    let frames = scene.areas.filter { $0.cssClass == "frame" }
    #expect(frames.count == 3)
    var places: [String: Set<[Int]>] = [:]
    for mark in scene.marks where mark.cssClass.hasPrefix("actor") {
      let frame = try #require(frames.first { $0.rect.intersects(mark.rect) })
      let name = String(mark.id.dropLast(2))
      places[name, default: []].insert([
        Int((mark.rect.x - frame.rect.x).rounded()), Int((mark.rect.y - frame.rect.y).rounded()),
      ])
    }
    #expect(places.count > 5)
    for (name, found) in places { #expect(found.count == 1, "\(name)") }
  }

  @Test func aDayShowsTheRelationsOfThatDayAlone() throws {
    for (day, expected) in [
      ("2022-06-01", ["war", "diplomatic"]), ("2025-01-01", ["alliance", "war"]),
    ] {
      let date = try #require(EDTF(day))
      let scene = try Self.scene(DemoGraph.graph(40), .init(day: date))
      let lines = scene.texts.flatMap(\.lines)
      #expect(lines.contains { $0.contains("2 relations") })
      for word in expected { #expect(lines.contains { $0.hasPrefix(word) }, "\(day): \(word)") }
      #expect(scene.lines.filter { $0.cssClass.hasPrefix("tie ") }.count == 2)
    }
  }

  @Test func everyActorOfADenseNetworkKeepsItsStrongestEdge() {
    var graph = DemoGraph.graph(0)
    graph.relations = []
    let actors = (0..<20).map { ActorID(rawValue: "A\($0)") }
    for (a, source) in actors.enumerated() {
      for (b, target) in actors.enumerated() where a < b {
        for number in 0...(19 - a) {
          graph.events.append(
            Event(
              id: "\(a)-\(b)-\(number)", type: .aid, mode: nil, source: [source], target: [target],
              date: nil, dateBasis: .none, status: .occurred, confidence: 1, evidence: []))
        }
      }
    }
    let network = RelationNetwork(graph, maximumTies: 90)
    #expect(network.ties.count == 50)
    #expect(network.actors.count == 20)
    #expect(network.omitted == 140)
  }

  @Test func groupsAreThoseWhoCooperate() {
    var graph = DemoGraph.graph(0)
    graph.relations = []
    func event(_ a: String, _ b: String, _ type: EventType) -> Event {
      Event(
        id: a + b, type: type, mode: nil, source: [ActorID(rawValue: a)],
        target: [ActorID(rawValue: b)], date: nil, dateBasis: .none, status: .occurred,
        confidence: 1, evidence: [])
    }
    graph.events = [
      event("A", "B", .aid), event("B", "C", .aid), event("A", "C", .support),
      event("X", "Y", .aid), event("Y", "Z", .agree), event("A", "X", .assault),
      event("B", "Y", .sanction), event("C", "Z", .accuse),
    ]
    let groups = Communities(RelationNetwork(graph, maximumTies: 90)).groups
    #expect(groups == [["A", "B", "C"], ["X", "Y", "Z"]])
  }

  @Test func membersOfABlocShareACloudWhileTheyBelong() throws {
    let blocs = [
      Self.bloc("NATO", ["USA": "1949/..", "UKR": "2023-06/.."]),
      Self.bloc("BRICS", ["RUS": "2009/..", "IRN": "2024/..", "CHN": "2009/2010"]),
    ]
    let groups = RelationGroup.groups(
      of: blocs, among: ["CHN", "IRN", "NATO", "RUS", "UKR", "USA"],
      on: try #require(EDTF("2024-03-01").map { $0.lowerBound...$0.upperBound }))
    #expect(groups.map(\.bloc) == ["NATO", "BRICS"])
    #expect(groups.map(\.actors) == [["NATO", "UKR", "USA"], ["IRN", "RUS"]])
    let earlier = RelationGroup.groups(
      of: blocs, among: ["IRN", "RUS", "UKR", "USA"],
      on: try #require(EDTF("2022").map { $0.lowerBound...$0.upperBound }))
    #expect(earlier.isEmpty)
    let scene = try Self.scene(DemoGraph.graph(60), .init(page: .a3, groups: .blocs(blocs)))
    expectClean(scene, "blocs")
    #expect(scene.clouds.count > 4)
    #expect(scene.texts.contains { $0.lines == ["BRICS"] })
  }

  private static func bloc(_ id: ActorID, _ members: [ActorID: String]) -> Bloc {
    Bloc(
      id: id,
      memberships: members.sorted { $0.key < $1.key }.compactMap { member, validity in
        EDTF(validity).map { Bloc.Membership(member: member, validity: $0) }
      })
  }

  /// Words that hid an arrowhead would hide who acts.
  @Test(arguments: [10, 40, 100]) func wordsCoverNoArrowhead(count: Int) throws {
    let scene = try Self.scene(DemoGraph.graph(count), .init(page: .a4))
    for line in scene.lines where line.cssClass.hasPrefix("tie ") && line.head != .none {
      let tip = try #require(line.points.last)
      for text in scene.texts where text.background != nil {
        let isCovered =
          tip.x > text.rect.x && tip.x < text.rect.maxX && tip.y > text.rect.y
          && tip.y < text.rect.maxY
        #expect(!isCovered, "\(text.lines) covers the tip of \(line.id)")
      }
    }
  }

  @Test func anActorStandsInTheMiddleOfItsOwn() throws {
    let scene = try Self.scene(DemoGraph.graph(100), .init(page: .a3, focus: ["RUS"]))
    expectClean(scene, "an actor")
    let actors = scene.marks.filter { $0.cssClass.hasPrefix("actor") }
    let center = try #require(actors.first { $0.id == "actor-RUS" })
    #expect(abs(center.rect.midX - scene.width / 2) < 1)
    for line in scene.lines where line.cssClass.hasPrefix("tie ") {
      #expect(line.cssClass.contains("of-RUS"))
    }
    #expect(actors.contains { $0.rect.midX < center.rect.x })
    #expect(actors.contains { $0.rect.midX > center.rect.maxX })
  }

  @Test(arguments: GraphvizRenderer.Engine.allCases.filter { $0 != .pinned })
  func everyEngineGivesACleanPicture(engine: GraphvizRenderer.Engine) throws {
    let scene = try Self.scene(DemoGraph.graph(60), .init(page: .a3, engine: engine))
    expectClean(scene, "\(engine)")
  }
}
