import CasusExport
import CasusModel
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names full of what formats take for their own.
@Suite struct HostileNamesTests {
  @Test(arguments: ["graphml", "gexf"]) func xmlIsWellFormed(name: String) throws {
    for graph in [Example.graph, Example.hostile] {
      let content = try Example.export(name, graph).files[0].content
      let elements = try #require(ElementCollector.elements(of: content))
      let ids = elements.compactMap { $0.name == "node" ? $0.attributes["id"] : nil }
      let edges = elements.filter { $0.name == "edge" }
      #expect(!edges.isEmpty)
      for edge in edges {
        #expect(ids.contains(edge.attributes["source"] ?? ""))
        #expect(ids.contains(edge.attributes["target"] ?? ""))
      }
      #expect(Set(edges.map { $0.attributes["id"] }).count == edges.count)
    }
  }

  @Test func xmlKeepsEverythingThatItCanCarry() throws {
    let content = try Example.export("gexf", Example.hostile).files[0].content
    let elements = try #require(ElementCollector.elements(of: content))
    let labels = elements.filter { $0.name == "node" }.compactMap { $0.attributes["label"] }
    let expected = Example.hostileName.unicodeScalars.map {
      $0.value < 0x20 && $0 != "\n" ? "\u{FFFD}" : String($0)
    }.joined()
    #expect(labels.contains(expected))
  }

  @Test func graphMLDataUsesDeclaredKeysOfTheirDomain() throws {
    let content = try Example.export("graphml").files[0].content
    let elements = try #require(ElementCollector.elements(of: content))
    var domains: [String: String] = [:]
    for key in elements where key.name == "key" {
      domains[key.attributes["id"] ?? ""] = key.attributes["for"]
    }
    var owner = ""
    for element in elements {
      if ["node", "edge"].contains(element.name) { owner = element.name }
      if element.name == "data" { #expect(domains[element.attributes["key"] ?? ""] == owner) }
    }
  }

  @Test func csvFieldsAreQuoted() throws {
    let nodes = try Example.export("csv", Example.hostile).files[0].content
    let quoted = Example.hostileName.replacingOccurrences(of: "\"", with: "\"\"")
      .replacingOccurrences(of: "\0", with: "\u{FFFD}")
    #expect(nodes.contains(",\"\(quoted)\",group,"))
  }

  @Test(arguments: ["=1+1", "+1+1", "-A1", "@SUM(A1)"])
  func spreadsheetsRunNoFormulas(name: String) throws {
    var graph = Example.graph
    graph.actors[0].names = ["en": name]
    #expect(try Example.export("csv", graph).files[0].content.contains("ARV,'\(name),state,"))
  }

  @Test func mermaidSeesOneLineWithoutItsOwnMarks() throws {
    let lines = try Example.export("mermaid", Example.hostile).files[0].content.lines
    #expect(lines.count == 4)
    let text = try #require(lines.last?.split(separator: " : ", maxSplits: 1).last)
    #expect(!text.contains { "<>\"&:%{}`\\".contains($0) })
    #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0.value < 0x20 })
    let bare = text.replacing(/#\d+;/, with: "")
    #expect(!bare.contains("#") && !bare.contains(";"))
  }

  @Test func timelineJSIsJSONWithHarmlessHTML() throws {
    let content = try Example.export("timelinejs", Example.hostile).files[0].content
    let parsed = try JSONSerialization.jsonObject(with: Data(content.utf8))
    #expect(parsed is [String: Any])
    #expect(!content.contains("<script>"))
    #expect(!content.contains("javascript:"))
  }

  @Test func dotStringsAreClosed() throws {
    let lines = try Example.export("dot", Example.hostile).files[0].content.lines
    #expect(lines.count == 6)
    for line in lines.dropFirst().dropLast() {
      let bare = line.replacing(/\\./, with: "")
      #expect(bare.count { $0 == "\"" }.isMultiple(of: 2), "\(line)")
      #expect(line.hasSuffix(";"))
    }
    #expect(lines[1].contains("&amp; 'y'"))
  }

  @Test(arguments: ExportFormats.all.map(\.name))
  func noControlCharacterGetsThrough(name: String) throws {
    for file in try Example.export(name, Example.hostile).files {
      #expect(!file.content.unicodeScalars.contains("\0"))
      guard name != "csv" else { continue }
      #expect(!file.content.unicodeScalars.contains("\u{1B}"))
    }
  }
}

/// Collects the elements of an XML document; the parser of Foundation refuses what is not
/// well-formed.
private final class ElementCollector: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private var elements: [Element] = []

  static func elements(of content: String) -> [Element]? {
    let collector = ElementCollector()
    let parser = XMLParser(data: Data(content.utf8))
    parser.delegate = collector
    return parser.parse() ? collector.elements : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    elements.append(Element(name: elementName, attributes: attributeDict))
  }
}
