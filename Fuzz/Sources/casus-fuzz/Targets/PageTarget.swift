import CasusDiagram
import CasusModel

/// Names, quotes and addresses on the web page: they must stay text.
///
/// The first byte says which picture; each line is a text.
struct PageTarget: FuzzTarget {
  private let drawing: FuzzDrawing
  private let pageWords: PageWords
  private let template: PageTemplate
  /// How often elements stand on a page that is filled with harmless words.
  private let elements: [EventPage.Kind: [String: Int]]

  init(knowledge: FuzzKnowledge) throws {
    drawing = try FuzzDrawing(knowledge)
    pageWords = try PageWords(tsv: try knowledge.text("Languages/en/page.tsv"))
    template = try PageTemplate { try knowledge.text("Page/\($0)") }
    var elements: [EventPage.Kind: [String: Int]] = [:]
    for kind in [EventPage.Kind.timeline, .relations] {
      elements[kind] = Self.elements(
        of: try Self.html(
          WrittenGraph(Array("a\nb\nc".utf8)), kind, drawing, pageWords, template))
    }
    self.elements = elements
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let kind: EventPage.Kind = first.isMultiple(of: 2) ? .timeline : .relations
    let written = WrittenGraph(Array(bytes.dropFirst()))
    do {
      let html = try Self.html(written, kind, drawing, pageWords, template)
      let found = Self.elements(of: html)
      promise(found == elements[kind], "\(found) instead of \(elements[kind] ?? [:])")
    } catch {
      promise(false, "\(error)")
    }
  }

  private static func html(
    _ written: WrittenGraph, _ kind: EventPage.Kind, _ drawing: FuzzDrawing,
    _ pageWords: PageWords, _ template: PageTemplate
  ) throws -> [UInt8] {
    let graph = written.graph
    let source =
      kind == .timeline
      ? drawing.timeline(graph, title: written.line(0), direction: .horizontal)
      : drawing.relations(graph, title: written.line(0))
    guard let source else { return [] }
    let page = EventPage(
      kind, graph: graph, catalog: drawing.catalog, words: drawing.words, pageWords: pageWords,
      template: template, language: "en")
    let picture = try GraphvizRenderer.render(
      dot: source.dot, engine: source.engine, format: .svg)
    return Array(try page.html(of: source, picture: picture))
  }

  /// How often what could do harm stands in a page: as many times as in the template, or never.
  private static func elements(of html: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    var at = 0
    while let open = html[at...].firstIndex(of: UInt8(ascii: "<")) {
      let name = html[(open + 1)...].prefix(12).prefix {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!")
          || $0 | 0x20 >= UInt8(ascii: "a")
            && $0 | 0x20 <= UInt8(ascii: "z")
      }
      let text = String(decoding: name, as: UTF8.self).lowercased()
      if watched.contains(text) { counts[text, default: 0] += 1 }
      at = open + 1
    }
    return counts
  }

  private static let watched: Set = [
    "script", "/script", "style", "/style", "svg", "/svg", "iframe", "img", "image", "object",
    "embed", "link", "meta", "base", "form", "foreignobject", "animate", "set", "use", "!",
  ]
}
