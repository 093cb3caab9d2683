import CasusModel
import Foundation
import FoundationXML
import Testing

@testable import CasusDiagram

@Suite struct TimelineDiagramTests {
  private static func diagram(
    _ graph: EventGraph, _ options: TimelineDiagram.Options = .init()
  ) throws -> TimelineDiagram {
    TimelineDiagram(
      graph: graph, catalog: DemoGraph.catalog, words: try DemoGraph.words(options.language),
      theme: try DemoGraph.theme(),
      options: options)
  }

  @Test(arguments: [0, 1, 2, 10, 40, 100, 400], [1, 2, 3] as [UInt64])
  func nothingOverlaps(count: Int, seed: UInt64) throws {
    for lanes in TimelineDiagram.Lanes.allCases where count < 400 || seed == 1 {
      let layout = try Self.diagram(
        DemoGraph.graph(count, seed: seed), .init(lanes: lanes)
      ).layout()
      expectClean(layout.scene, "\(count) events, seed \(seed), \(lanes)")
    }
  }

  @Test(arguments: ["de", "en", "id", "uk", "ru"])
  func noLabelIsCut(language: String) throws {
    for count in [10, 100] {
      let layout = try Self.diagram(
        DemoGraph.graph(count), .init(language: language)
      ).layout()
      let cut = layout.scene.texts.filter { $0.lines.contains { $0.contains("…") } }
      #expect(cut.isEmpty, "\(cut.map(\.lines))")
    }
  }

  /// What is left of a month before a squeezed stretch is too short for its name, which leans over the rest.
  @Test func aShortFirstStretchIsNamed() throws {
    var graph = DemoGraph.graph(4)
    graph.relations = []
    for (index, day) in ["1714-05-30", "2014-02-16", "2014-03-27", "2014-06-30"].enumerated() {
      graph.events[index].date = EDTF(day)
    }
    let layout = try Self.diagram(graph).layout()
    #expect(layout.scene.texts.contains { $0.lines == ["May 1714"] })
  }

  @Test func tenAndHundredEventsAreShownOneByOne() throws {
    for count in [10, 40, 100] {
      let layout = try Self.diagram(DemoGraph.graph(count)).layout()
      #expect(layout.items.count == count)
      #expect(layout.items.allSatisfy { $0.count.isEmpty })
    }
  }

  @Test func foldedEventsAreCountedAndStated() throws {
    let layout = try Self.diagram(DemoGraph.graph(300)).layout()
    let folded = layout.items.map(\.folded).reduce(0, +)
    #expect(folded > 0)
    #expect(layout.items.count <= 220)
    let footer = layout.scene.texts.flatMap(\.lines).joined(separator: " ")
    #expect(footer.contains("Events shown: \(layout.items.count) of 300"))
    #expect(footer.contains("\(folded) more stand behind marks with +n: same sides and kind"))
    #expect(footer.contains("2022-01/2024-12"))
  }

  @Test(arguments: [2000, 10_000])
  func overviewsCountEveryEventInBars(count: Int) throws {
    let graph = DemoGraph.graph(count)
    let layout = try Self.diagram(graph).layout()
    expectClean(layout.scene, "\(count) events")
    #expect((15...200).contains(layout.items.count { $0.mark.isDated }))
    #expect(layout.scene.marks.contains { $0.cssClass.hasPrefix("bar ") })
    #expect(layout.scene.height <= 1191 * 0.76 + 1)
    let footer = layout.scene.texts.flatMap(\.lines).joined(separator: " ")
    #expect(footer.contains("Events shown: \(layout.items.count) of"))
    #expect(footer.contains("Bars count all events with a date by month"))
  }

  @Test(arguments: EventFolding.Level.allCases)
  func foldingKeepsEveryEventAndNeverMixesStatus(level: EventFolding.Level) {
    let events = DemoGraph.graph(400).events
    let groups = EventFolding(events, lane: { _ in 0 }, weight: { _ in 1 }).groups(level)
    for status in EventStatus.allCases {
      let shown = groups.filter { $0.event.status == status }
      let count = shown.count + shown.map(\.folded).reduce(0, +)
      #expect(count == events.count { $0.status == status })
    }
  }

  @Test func timeIsTrueToScale() throws {
    let days = ["2022-01-01", "2022-01-11", "2022-03-02"].compactMap { EDTF($0) }
    let axis = try #require(
      TimeAxis(intervals: days.map { $0.lowerBound...$0.upperBound }, x: 0, width: 800))
    let x = days.map { axis.x(of: $0.lowerBound) }
    #expect(abs((x[1] - x[0]) / (x[2] - x[0]) - 10.0 / 60) < 1e-9)
  }

  @Test func longEmptyStretchesAreSqueezedAndMarked() throws {
    let days = ["1950-06-25", "2022-02-24", "2024-06-19"].compactMap { EDTF($0) }
    let axis = try #require(
      TimeAxis(intervals: days.map { $0.lowerBound...$0.upperBound }, x: 0, width: 800))
    #expect(axis.gaps.count == 1)
    #expect(axis.x(of: days[2].lowerBound) - axis.x(of: days[1].lowerBound) > 100)
    let words = try DemoGraph.words("en")
    #expect(axis.ticks(words: words).count > 2)
  }

  @Test func vagueDatesDoNotPassForExactOnes() throws {
    let axis = try #require(TimeAxis(intervals: [18_993...20_089], x: 0, width: 800))
    func mark(_ text: String) -> TimelineMark {
      TimelineMark(EDTF(text), axis: axis, undatedX: 900)
    }
    func strength(_ mark: TimelineMark) -> TimelineMark.Strength? {
      if case .bar(_, _, let strength) = mark { strength } else { nil }
    }
    if case .point = mark("2022-07-13") {} else { Issue.record("a day is a point") }
    #expect(strength(mark("2022-07")) == .month)
    #expect(strength(mark("2022")) == .year)
    #expect(strength(mark("2022-09~")) == .approximate)
    #expect(strength(mark("2022-09-05~")) == .approximate)
    #expect(strength(mark("2022-09-05/2022-09-08")) == .interval)
    #expect(strength(mark("[2022-09-05,2022-09-08]")) == .month)
    if case .openEnd = mark("2022-02/..") {} else { Issue.record("open end") }
    if case .openStart = mark("../2022-02") {} else { Issue.record("open start") }
    #expect(mark("XXXX-07") == .undated(x: 900))
  }

  @Test func sameInputGivesSameBytes() throws {
    let first = try Self.diagram(DemoGraph.graph(100)).source()
    let second = try Self.diagram(DemoGraph.graph(100)).source()
    #expect(first.dot == second.dot)
    #expect(try first.picture(.svg) == second.picture(.svg))
  }

  @Test(arguments: [0, 10, 100, 2000])
  func svgIsWellFormedAndSaysWhatItShows(count: Int) throws {
    let source = try Self.diagram(DemoGraph.graph(count), .init(language: "id")).source()
    let picture = try source.picture(.svg)
    let parser = XMLParser(data: picture)
    #expect(parser.parse())
    let text = String(decoding: picture, as: UTF8.self)
    #expect(text.contains("role=\"img\" lang=\"id\""))
    #expect(text.contains("<title id=\"casus-title\">"))
    #expect(!text.contains("<title>m"))
    #expect(!text.contains("DejaVu Sans Bold"))
  }

  @Test func hostileTextIsDrawnAsText() throws {
    let hostile = [
      "<script>alert(1)</script>", "]]> \" ' \\N \\G & &amp; &lt;", "\u{202E}gnp.exe\u{0}\u{7}",
      String(repeating: "w", count: 10_000), "<b>unbalanced", "نص عربي 漢字 한국어 🇺🇦",
    ]
    for text in hostile {
      var graph = DemoGraph.graph(12)
      for index in graph.actors.indices { graph.actors[index].names["en"] = text }
      for index in graph.events.indices {
        graph.events[index].object = text
        graph.events[index].id = text + String(index)
      }
      for index in graph.articles.indices {
        graph.articles[index].url = "javascript:alert(1)"
        graph.articles[index].publisher = text
      }
      graph.filter = text
      let layout = try Self.diagram(graph, .init(title: text)).layout()
      expectClean(layout.scene, "hostile text")
      let picture = try Self.diagram(graph, .init(title: text)).source().picture(.svg)
      let result = String(decoding: picture, as: UTF8.self)
      #expect(XMLParser(data: picture).parse())
      #expect(!result.contains("<script"))
      #expect(!result.contains("javascript:"))
      #expect(!result.unicodeScalars.contains("\u{202E}"))
    }
  }
}
