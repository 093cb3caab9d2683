import CasusExport
import CasusModel
import Testing

@Suite struct ExportFormatsTests {
  @Test func everyFormatHasItsNameExtensionAndSummary() {
    let names = ExportFormats.all.map(\.name)
    #expect(
      names == [
        "jsonl", "csv", "graphml", "gexf", "mermaid", "timelinejs", "dot", "turtle", "nquads",
        "jsonld", "stix", "ftm", "neo4j", "vis", "ical", "markdown",
      ])
    for format in ExportFormats.all {
      #expect(!format.summary.isEmpty)
      #expect(!format.fileExtension.hasPrefix("."))
    }
    #expect(ExportFormats.named("GEXF")?.name == "gexf")
    #expect(ExportFormats.named("xls") == nil)
  }

  @Test(arguments: ExportFormats.all.map(\.name))
  func oneFileHasNoNameAndSeveralHave(name: String) throws {
    let files = try Example.export(name).files
    #expect(!files.isEmpty)
    #expect(files.allSatisfy { ($0.name == nil) == (files.count == 1) })
    #expect(files.allSatisfy { $0.content.utf8.last == 0x0a })
  }

  @Test(arguments: ExportFormats.all.map(\.name))
  func theSameGraphGivesTheSameBytes(name: String) throws {
    let first = try Example.export(name)
    for _ in 0..<5 { #expect(try Example.export(name) == first) }
  }

  @Test(arguments: ExportFormats.all.map(\.name))
  func anEmptyGraphCanBeWritten(name: String) throws {
    let empty = EventGraph(actors: [], events: [], relations: [], articles: [])
    let export = try Example.export(name, empty)
    #expect(export.notes.isEmpty)
    #expect(export.files.allSatisfy { !$0.content.isEmpty || name == "ftm" })
  }

  @Test(arguments: ["graphml", "gexf", "dot"])
  func networksSayWhatTheyCannotShow(name: String) throws {
    #expect(
      try Example.export(name).notes == ["Without an edge, having only one actor: 1 of 4 events."])
  }

  /// Large graphs are handed out in pieces, none of them large.
  @Test(arguments: ["jsonl", "graphml", "turtle", "nquads", "jsonld", "ftm"])
  func piecesAreSmallAndMakeTheWhole(name: String) throws {
    var graph = Example.graph
    graph.events = (0..<500).map { number in
      var event = Example.cut
      event.id = "e\(number)"
      return event
    }
    let file = try Example.export(name, graph).files[0]
    var pieces: [String] = []
    try file.write { pieces.append($0) }
    #expect(pieces.count > 500)
    #expect(pieces.allSatisfy { $0.utf8.count < 4000 })
    #expect(pieces.joined() == file.content)
  }

  @Test func whatTheSinkThrowsEndsTheWriting() throws {
    struct Full: Error {}
    let file = try Example.export("nquads").files[0]
    var count = 0
    #expect(throws: Full.self) {
      try file.write { _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
  }
}
