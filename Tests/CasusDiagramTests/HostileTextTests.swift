import CasusModel
import Foundation
import FoundationXML
import Testing

@testable import CasusDiagram

/// Everything that comes from articles is drawn as text, in every format.
@Suite struct HostileTextTests {
  /// As many events as there are texts; every text is a name, an object, a publisher and an
  /// identifier once, and every address the address of an article.
  private static func graph() -> EventGraph {
    let texts = HostileTexts.texts
    func text(_ index: Int) -> String { texts[index % texts.count] }
    var graph = DemoGraph.graph(texts.count)
    for index in graph.actors.indices { graph.actors[index].names["en"] = text(index * 7) }
    for index in graph.events.indices {
      graph.events[index].object = text(index)
      graph.events[index].id = text(index) + String(index)
      for number in graph.events[index].evidence.indices {
        graph.events[index].evidence[number].text = text(index + 1)
        graph.events[index].evidence[number].attribution = [text(index + 2)]
      }
    }
    for index in graph.articles.indices {
      graph.articles[index].publisher = text(index + 3)
      graph.articles[index].title = text(index + 4)
      graph.articles[index].url = HostileTexts.addresses[index % HostileTexts.addresses.count]
    }
    graph.filter = text(5)
    return graph
  }

  private static func sources() throws -> [DiagramSource] {
    let (words, theme) = (try DemoGraph.words("en"), try DemoGraph.theme())
    let graph = graph()
    let timelines = [TimelineDirection.horizontal, .vertical].map { direction in
      TimelineDiagram(
        graph: graph, catalog: DemoGraph.catalog, words: words, theme: theme,
        options: .init(direction: direction, title: HostileTexts.texts[2])
      ).source()
    }
    let relations = try RelationDiagram(
      graph: graph, catalog: DemoGraph.catalog, words: words, theme: theme,
      options: .init(title: HostileTexts.texts[40], groups: .communities)
    ).source()
    return timelines + [relations]
  }

  @Test func thereAreEnough() {
    #expect(HostileTexts.texts.count >= 60)
    #expect(Set(HostileTexts.texts).count == HostileTexts.texts.count)
  }

  @Test func nothingIsExecutedInAnSVG() throws {
    for source in try Self.sources() {
      let picture = try source.picture(.svg)
      let reader = SVGReader(picture)
      #expect(reader.isWellFormed)
      #expect(reader.elements.subtracting(SVGReader.harmless) == [])
      #expect(!reader.attributes.contains { $0.lowercased().hasPrefix("on") })
      for address in reader.addresses {
        #expect(address.hasPrefix("http://") || address.hasPrefix("https://"))
        #expect(!address.contains("<") && !address.contains("\""))
      }
      for scalar in reader.text.unicodeScalars {
        #expect(!(0x202A...0x202E).contains(scalar.value) && scalar.value != 0xFEFF)
      }
    }
  }

  @Test func everyFormatIsDrawn() throws {
    for source in try Self.sources() {
      #expect(try source.picture(.png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
      let pdf = try source.picture(.pdf)
      #expect(pdf.starts(with: Data("%PDF".utf8)))
      for word in ["/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction"] {
        #expect(pdf.range(of: Data(word.utf8)) == nil)
      }
      // What is written as DOT is read again as the same graph.
      #expect(
        !(try GraphvizRenderer.render(dot: source.dot, engine: .pinned, format: .dot)).isEmpty)
    }
  }

  @Test(arguments: HostileTexts.texts)
  func titlesAreShownAsTheyAre(text: String) throws {
    let source = TimelineDiagram(
      graph: DemoGraph.graph(1), catalog: DemoGraph.catalog, words: try DemoGraph.words("en"),
      theme: try DemoGraph.theme(), options: .init(title: text)
    ).source()
    let reader = SVGReader(try source.picture(.svg))
    #expect(reader.isWellFormed)
    let shown = DOTText.cleaned(text).split(separator: " ").joined(separator: " ").prefix(12)
    let all = reader.text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" })
      .joined(separator: " ")
    #expect(shown.isEmpty || all.contains(shown))
  }
}

/// What an SVG is made of.
private final class SVGReader: NSObject, XMLParserDelegate {
  static let harmless: Set = [
    "svg", "g", "title", "desc", "text", "polygon", "polyline", "path", "ellipse", "a", "defs",
    "linearGradient", "stop", "clipPath",
  ]

  private(set) var isWellFormed = false
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var addresses: [String] = []
  private(set) var text = ""

  init(_ picture: Data) {
    super.init()
    let parser = XMLParser(data: picture)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(element)
    self.attributes.formUnion(attributes.keys)
    if let address = attributes["xlink:href"] ?? attributes["href"] { addresses.append(address) }
    text += " "
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
