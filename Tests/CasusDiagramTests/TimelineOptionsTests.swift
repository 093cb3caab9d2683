import CasusModel
import Foundation
import Testing

@testable import CasusDiagram

/// Scales, directions, sheets, pages and relation bars of timelines.
@Suite struct TimelineOptionsTests {
  private static func diagram(
    _ graph: EventGraph, _ options: TimelineDiagram.Options, theme: String = "light"
  ) throws -> TimelineDiagram {
    TimelineDiagram(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words(options.language),
      theme: try DemoGraph.theme(theme), options: options)
  }

  @Test(arguments: PageSize.allCases, [10, 40, 300])
  func pictureFitsItsSheet(page: PageSize, count: Int) throws {
    for lanes in TimelineDiagram.Lanes.allCases {
      let layout = try Self.diagram(DemoGraph.graph(count), .init(lanes: lanes, page: page))
        .layout()
      let size = page.size(.horizontal)
      #expect(layout.scene.width == size.width)
      #expect(layout.scene.height <= size.height + 0.5, "\(page), \(count) events, \(lanes)")
      expectClean(layout.scene, "\(page), \(count) events, \(lanes)")
    }
  }

  @Test(arguments: [1, 5, 10, 30], [nil, PageSize.a4])
  func noMoreEventsAreNamedThanAskedFor(most: Int, page: PageSize?) throws {
    let options = TimelineDiagram.Options(page: page, maximumMarks: most)
    let layout = try Self.diagram(DemoGraph.graph(400), options).layout()
    #expect(layout.items.count <= most)
    #expect(!layout.items.isEmpty)
    expectClean(layout.scene, "\(most) events by name")
  }

  @Test(arguments: TimelineScale.allCases, [2, 40, 100])
  func everyScaleIsClean(scale: TimelineScale, count: Int) throws {
    let layout = try Self.diagram(DemoGraph.graph(count), .init(scale: scale)).layout()
    expectClean(layout.scene, "\(scale), \(count) events")
  }

  @Test func evenScaleGivesEveryDateTheSameRoom() throws {
    let days = ["2022-01-01", "2022-01-11", "2024-03-02"].compactMap { EDTF($0) }
    let axis = try #require(
      TimeAxis(
        intervals: days.map { $0.lowerBound...$0.upperBound }, scale: .even, x: 0, width: 900))
    let x = days.map { axis.x(of: $0.lowerBound) }
    #expect(abs((x[2] - x[1]) - 300) < 1)
    #expect(axis.gaps.isEmpty)
  }

  @Test func trueScaleHasNoGaps() throws {
    let days = ["1950-06-25", "2022-02-24", "2024-06-19"].compactMap { EDTF($0) }
    let axis = try #require(
      TimeAxis(
        intervals: days.map { $0.lowerBound...$0.upperBound }, scale: .time, x: 0, width: 800))
    #expect(axis.gaps.isEmpty)
    let x = days.map { axis.x(of: $0.lowerBound) }
    let share =
      Double(days[1].lowerBound - days[0].lowerBound)
      / Double(days[2].lowerBound - days[0].lowerBound)
    #expect(abs((x[1] - x[0]) / (x[2] - x[0]) - share) < 1e-9)
  }

  @Test(arguments: [1, 40, 100, 2000], TimelineScale.allCases)
  func uprightTimelinesAreClean(count: Int, scale: TimelineScale) throws {
    let options = TimelineDiagram.Options(scale: scale, direction: .vertical, page: .a4)
    let scenes = try Self.diagram(DemoGraph.graph(count), options).pages()
    for scene in scenes {
      expectClean(scene, "upright, \(count) events, \(scale)")
      #expect(scene.height <= PageSize.a4.size(.vertical).height + 0.5)
    }
  }

  @Test func longTimelinesContinueOnFurtherPages() throws {
    let graph = DemoGraph.graph(100)
    let options = TimelineDiagram.Options(page: .a4, maximumPages: 24)
    let source = try Self.diagram(graph, options).source()
    #expect(source.pages.count > 1)
    let document = try source.picture(.pdf)
    let text = String(decoding: document, as: UTF8.self)
    #expect(text.contains("/Count \(source.pages.count) >>"))
    #expect(text.components(separatedBy: "/Type /Page ").count - 1 == source.pages.count + 1)
    // The last table of objects is where the end of the file says.
    let end = try #require(text.range(of: "startxref\n", options: .backwards))
    let offset = try #require(Int(text[end.upperBound...].prefix { $0.isNumber }))
    #expect(document[offset...].starts(with: Data("xref\n".utf8)))
    // Every event is drawn on one of the pages.
    let scenes = try Self.diagram(graph, options).pages()
    let ids = scenes.flatMap { $0.marks.map(\.id) }.filter { $0.hasPrefix("event-") }
    #expect(Set(ids).count == 100 && ids.count == 100)
    for (index, scene) in scenes.enumerated() {
      expectClean(scene, "page \(index + 1)")
      let lines = scene.texts.flatMap(\.lines)
      #expect(lines.contains { $0.contains("page \(index + 1) of \(scenes.count)") })
    }
  }

  @Test func relationsAreBarsFromBeginToEnd() throws {
    let layout = try Self.diagram(DemoGraph.graph(40), .init()).layout()
    let bars = layout.scene.marks.filter { $0.cssClass == "relation" }
    #expect(bars.count == 3)
    let texts = layout.scene.texts.flatMap(\.lines)
    #expect(texts.contains { $0.hasPrefix("war: ") })
    let war = try #require(bars.first { $0.tooltip.contains("war") })
    // No end is known: the bar fades out.
    #expect(war.fadesTo != nil)
  }

  @Test func relationsRunBesideTheLanesOfUprightTimelines() throws {
    let options = TimelineDiagram.Options(direction: .vertical, page: .a4, maximumPages: 8)
    let scenes = try Self.diagram(DemoGraph.graph(40), options).pages()
    let first = try #require(scenes.first)
    #expect(first.lines.contains { $0.cssClass == "relation" })
    #expect(first.texts.contains { $0.lines.contains { $0.hasPrefix("war: ") } })
    for scene in scenes {
      let bars = scene.lines.filter { $0.cssClass == "relation" }
      let lanes = scene.lines.filter { $0.cssClass.hasPrefix("lane ") }.map(\.points[0].x)
      for bar in bars where bar.points[0].x == bar.points[1].x {
        #expect(lanes.contains { (5...30).contains($0 - bar.points[0].x) })
      }
    }
  }

  @Test func overviewsNameEventsInEveryPartOfTheirTime() throws {
    var graph = DemoGraph.graph(0)
    graph.events = (0..<2000).map { number in
      Event(
        id: "e\(number)", type: .aid, mode: nil, source: [number % 3 == 0 ? "RUS" : "UKR"],
        target: ["PRK"], date: EDTF.day(7300 + number * 2), dateBasis: .explicit,
        status: .occurred, confidence: 1, evidence: [])
    }
    let layout = try Self.diagram(graph, .init(page: .a3)).layout()
    let days = layout.items.compactMap { $0.event.date?.lowerBound }
    for part in 0..<5 {
      #expect(days.contains { (0..<800).contains($0 - 7300 - part * 800) }, "part \(part)")
    }
  }

  @Test func anUprightPageNamesEventsInEveryPartOfItsTimeAndCountsTheRest() throws {
    var graph = DemoGraph.graph(0)
    let actors: [ActorID] = ["RUS", "UKR", "PRK", "CHN", "USA", "IRN", "EU"]
    graph.events = (0..<600).map { number in
      Event(
        id: "e\(number)", type: number % 2 == 0 ? .aid : .assault, mode: nil,
        source: [actors[number % 7]], target: [actors[(number + 1 + number / 7 % 5) % 7]],
        date: EDTF.day(7300 + number * 7), dateBasis: .explicit, status: .occurred, confidence: 1,
        evidence: [])
    }
    graph.matchingEventCount = 600
    let scenes = try Self.diagram(graph, .init(direction: .vertical, page: .a4)).pages()
    #expect(scenes.count == 1)
    let scene = try #require(scenes.first)
    #expect(scene.height <= PageSize.a4.size(.vertical).height + 0.5)
    let texts = scene.texts.flatMap(\.lines)
    // 600 weeks from the end of 1989 on.
    let years = Set(texts.compactMap { Int($0.suffix(4)) }.filter { (1989...2001).contains($0) })
    #expect(years.contains { $0 < 1992 } && years.contains { $0 > 1999 } && years.count > 5)
    #expect(texts.joined(separator: " ").contains("Events without room: "))
    expectClean(scene, "upright")
  }

  @Test func aPeriodAskedForBoundsTheAxis() throws {
    var graph = DemoGraph.graph(40)
    let period = try #require(EDTF("2022-09").map { $0.lowerBound...$0.upperBound })
    graph.events = graph.events.filter { event in
      event.date.map { $0.lowerBound <= period.upperBound && $0.upperBound >= period.lowerBound }
        ?? false
    }
    // Something that has gone on for half a year is among them.
    #expect(graph.events.contains { $0.date?.rawValue == "2022-03/.." })
    let whole = try Self.diagram(graph, .init()).layout()
    let layout = try Self.diagram(graph, .init(period: period)).layout()
    let texts = layout.scene.texts.flatMap(\.lines)
    #expect(
      whole.scene.texts.flatMap(\.lines).contains { $0.contains("Mar") && $0.contains("2022") })
    #expect(texts.contains("Sep 2022") && !texts.contains("Jun 2022"))
    #expect(layout.items.count == whole.items.count)
    expectClean(layout.scene, "September")
  }

  @Test func whatIsSqueezedAwayDoesNotWidenTheMargins() throws {
    let days = ["1904-02-08", "2022-02-24", "2022-02-25"].compactMap { EDTF($0)?.lowerBound }
    let axis = try #require(
      TimeAxis(intervals: days.map { $0...$0 }, scale: .compressed, x: 0, width: 500))
    #expect(axis.gaps.count == 1)
    // The last two days are told apart.
    #expect(axis.x(of: days[2]) - axis.x(of: days[1]) > 10)
  }

  @Test func aStretchWithoutANewYearIsNamed() throws {
    let days = ["2015-09-01", "2015-10-01", "2019-04-01", "2022-02-24", "2023-05-01", "2024-10-01"]
      .compactMap { EDTF($0)?.lowerBound }
    let axis = try #require(
      TimeAxis(intervals: days.map { $0...$0 }, scale: .compressed, x: 0, width: 180))
    #expect(axis.gaps.count == 2)
    let ticks = axis.ticks(words: try DemoGraph.words("en"))
    #expect(ticks.map(\.label) == ["2015", "2019", "2023", "2024"])
    #expect(ticks.map(\.hasLine) == [false, false, true, true])
    let months =
      (["2022-02-03", "2022-03-20", "2022-08-23"] + (1...9).map { "2022-0\($0)-01" }.prefix(4))
      .compactMap { EDTF($0)?.lowerBound }
    let other = try #require(
      TimeAxis(intervals: months.map { $0...$0 }, scale: .compressed, x: 0, width: 180))
    #expect(other.gaps.count == 1)
    #expect(other.ticks(words: try DemoGraph.words("en")).last?.label == "Aug")
  }

  @Test func fewEventsOnASmallSheetNameTheirWholeTime() throws {
    var graph = DemoGraph.graph(0)
    graph.events = (0..<60).map { number in
      Event(
        id: "e\(number)", type: number % 3 == 0 ? .aid : .consult, mode: nil,
        source: [number % 2 == 0 ? "RUS" : "PRK"], target: [number % 2 == 0 ? "PRK" : "RUS"],
        date: EDTF.day(19000 + number * 25), dateBasis: .explicit, status: .occurred,
        confidence: 1, evidence: [])
    }
    let layout = try Self.diagram(graph, .init(page: .letter)).layout()
    let days = layout.items.compactMap { $0.event.date?.lowerBound }
    #expect(days.contains { $0 < 19300 } && days.contains { $0 > 20200 })
    #expect(days.count > 12)
  }

  @Test func aShortPlannedBarHasNoDashes() {
    let style = TimelineMark.Style(tone: .cooperation, status: .planned)
    let short = TimelineMark.bar(x: 0, width: 12, strength: .month).pieces(y: 0, style)
    let long = TimelineMark.bar(x: 0, width: 120, strength: .month).pieces(y: 0, style)
    #expect(short.map(\.dash) == [.solid])
    #expect(long.map(\.dash) == [.dashed])
    #expect(short.map(\.fill) == [.page])
  }

  @Test func printIsToldApartByFormAndStripes() throws {
    let layout = try Self.diagram(DemoGraph.graph(40), .init(), theme: "print").layout()
    let source = try Self.diagram(DemoGraph.graph(40), .init(), theme: "print").source()
    #expect(source.dot.contains("style=\"wedged\"") && source.dot.contains("style=\"striped\""))
    for mark in layout.scene.marks where mark.id.hasPrefix("event-") && mark.form != .roundBox {
      let isConflict = mark.cssClass.contains("conflict")
      if mark.form == .disc { #expect(!isConflict) }
    }
  }

  @Test func marksAreAtMostAsManyAsAskedFor() throws {
    for count in [5, 30] {
      let layout = try Self.diagram(DemoGraph.graph(200), .init(maximumMarks: count)).layout()
      #expect(layout.items.count { $0.mark.isDated } <= count)
    }
  }
}
