import CasusModel
import Foundation
import Testing

@testable import CasusDiagram

/// The page around a diagram, where every name, identifier and address is hostile.
@Suite struct EventPageTests {
  private static let graph: EventGraph = {
    let texts = HostileTexts.texts
    func text(_ index: Int) -> String { texts[index % texts.count] }
    var graph = DemoGraph.graph(texts.count)
    for index in graph.actors.indices { graph.actors[index].names["en"] = text(index * 7) }
    for index in graph.events.indices {
      graph.events[index].object = text(index)
      graph.events[index].place = text(index + 9)
      graph.events[index].id = text(index) + String(index)
      for number in graph.events[index].evidence.indices {
        graph.events[index].evidence[number].text = text(index + 1)
        graph.events[index].evidence[number].sentence = text(index + 2) + text(index + 1)
        graph.events[index].evidence[number].attribution = [text(index + 2)]
      }
    }
    for index in graph.articles.indices {
      graph.articles[index].publisher = text(index + 3)
      graph.articles[index].title = text(index + 4)
      graph.articles[index].url = HostileTexts.addresses[index % HostileTexts.addresses.count]
    }
    return graph
  }()

  private static func template() throws -> PageTemplate {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Data/Page")
    return try PageTemplate {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }

  private static func pageWords() throws -> PageWords {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Data/Languages/en/page.tsv")
    return try PageWords(tsv: String(contentsOf: file, encoding: .utf8))
  }

  private static func html(
    _ graph: EventGraph, _ kind: EventPage.Kind, template: PageTemplate? = nil
  ) throws -> String {
    let (words, theme) = (try DemoGraph.words("en"), try DemoGraph.theme())
    let source =
      switch kind {
      case .timeline:
        TimelineDiagram(
          graph: graph, catalog: DemoGraph.catalog, words: words, theme: theme,
          options: .init(title: HostileTexts.texts[2])
        ).source()
      case .relations:
        try RelationDiagram(
          graph: graph, catalog: DemoGraph.catalog, words: words, theme: theme,
          options: .init(title: HostileTexts.texts[2])
        ).source()
      }
    let page = EventPage(
      kind, graph: graph, catalog: DemoGraph.catalog, words: words, pageWords: try pageWords(),
      template: try template ?? Self.template(), language: "en")
    let picture = try GraphvizRenderer.render(
      dot: source.dot, engine: source.engine, format: .svg)
    return String(decoding: try page.html(of: source, picture: picture), as: UTF8.self)
  }

  /// The tags of a text, with their attributes, as the browser's parser sees them outside scripts.
  private static func tags(_ html: Substring) -> [Substring] {
    html.matches(of: /<[a-zA-Z!\/][^>]*>/.matchingSemantics(.unicodeScalar)).map(\.output)
  }

  @Test(arguments: [EventPage.Kind.timeline, .relations])
  func hostileNamesStayText(kind: EventPage.Kind) throws {
    let html = try Self.html(Self.graph, kind)
    #expect(html.ranges(of: "<script").count == 2)
    #expect(html.ranges(of: "</script").count == 2)
    #expect(html.ranges(of: "<style").count == 1)
    let start = try #require(html.firstRange(of: "<svg "))
    let end = try #require(html.firstRange(of: "</svg>"))
    let drawing = html[start.lowerBound..<end.upperBound]
    let allowed: Set = [
      "svg", "g", "path", "polygon", "polyline", "ellipse", "text", "defs", "linearGradient",
      "radialGradient", "stop",
    ]
    for tag in Self.tags(drawing) {
      let name = tag.dropFirst(tag.hasPrefix("</") ? 2 : 1).prefix(while: \.isLetter)
      #expect(allowed.contains(String(name)), "\(tag)")
      // Values in quotes taken out, no handler and no address is left.
      let bare = tag.replacing(/"[^"]*"/.matchingSemantics(.unicodeScalar), with: "")
      #expect(bare.firstMatch(of: /\son\w+=|href|style|src/) == nil, "\(tag)")
    }
    #expect(drawing.ranges(of: "<svg").count == 1)
  }

  @Test(arguments: [EventPage.Kind.timeline, .relations])
  func everyMarkIsTiedToTheData(kind: EventPage.Kind) throws {
    let graph = DemoGraph.graph(60)
    let html = try Self.html(graph, kind)
    let numbers = html.matches(of: /data-mark="(\d+)"/).compactMap { Int($0.1) }
    let marks = try #require(numbers.max()) + 1
    #expect(Set(numbers).count == marks)
    #expect(html.ranges(of: "aria-label=\"\"").isEmpty)
    let title = try #require(html.firstRange(of: "<svg width="))
    #expect(html[title.upperBound...].prefix(400).contains("role=\"group\""))
  }

  @Test func largeGraphsStayWithinReason() throws {
    let html = try Self.html(DemoGraph.graph(2000), .timeline)
    #expect(html.ranges(of: "role=\"button\"").count < 400)
    let numbers = html.matches(of: /data-mark="(\d+)"/).compactMap { Int($0.1) }
    #expect(Set(numbers).count > 20)
  }

  @Test func theSameGraphGivesTheSameBytes() throws {
    let graph = DemoGraph.graph(60)
    #expect(try Self.html(graph, .timeline) == Self.html(graph, .timeline))
  }

  @Test func unknownPlacesInTheTemplateAreNamed() throws {
    let template = PageTemplate { $0 == "page.html" ? "<p>{{nothing}}</p>" : "" }
    let error = #expect(throws: PageTemplate.UnknownPlace.self) {
      try Self.html(DemoGraph.graph(3), .timeline, template: template)
    }
    #expect(error?.description.contains("{{nothing}}") == true)
  }

  @Test(arguments: [
    ("a", "page.tsv:1: expected a key, one tab and a text"),
    ("# note\na\tb\na\tc", "page.tsv:3: 'a' is given twice; remove one"),
    ("a\t", "page.tsv:1: expected a key, one tab and a text"),
  ])
  func faultyWordsAreNamed(table: String, message: String) {
    let error = #expect(throws: DiagramWords.Problem.self) { try PageWords(tsv: table) }
    #expect(error?.description == message)
  }

  @Test func quotesWithMarksAfterThemAreEscaped() {
    let text = "\"\u{301} onload=x <\u{301} >\u{200D} &\u{20DD}"
    let escaped = AccessibleSVG.escaped(text)
    for scalar in ["\"", "<", ">"] as [Unicode.Scalar] {
      #expect(!escaped.unicodeScalars.contains(scalar))
    }
    #expect(escaped.unicodeScalars.count { $0 == "&" } == 4)
  }

  @Test func theScannerReadsWhatGraphvizWrites() {
    let text = """
      <?xml version="1.0"?><!DOCTYPE svg "x > y"><!-- a > b --><svg width='1' viewBox="0 0">
      <g id="a"><title>n&#45;1</title><path d="M1"/></g>text &lt;b&gt;</svg>
      """
    let tokens = Array(SVGScanner(Data(text.utf8)))
    let opened = tokens.compactMap { if case .open(let name, _, _) = $0 { name } else { nil } }
    #expect(opened == ["svg", "g", "title", "path"])
    let texts = tokens.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(texts.contains("n&#45;1") && texts.contains("text &lt;b&gt;"))
  }

  @Test func whatIsNoPictureIsRefused() throws {
    let source = TimelineDiagram(
      graph: DemoGraph.graph(3), catalog: DemoGraph.catalog, words: try DemoGraph.words("en"),
      theme: try DemoGraph.theme()
    ).source()
    for bytes in ["", "no picture", "<p>", "<svg"] {
      #expect(throws: InlineSVG.Malformed.self) { try InlineSVG(Data(bytes.utf8), source: source) }
    }
  }
}
