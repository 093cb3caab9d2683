import CasusExport
import CasusModel
import Testing

@Suite struct JSONLinesTests {
  @Test(arguments: [Example.graph, Example.hostile])
  func nothingIsLost(graph: EventGraph) throws {
    let text = try Example.export("jsonl", graph).files[0].content
    #expect(try JSONLinesFormat.graph(from: text) == graph)
  }

  @Test func faultsNameTheirLine() {
    #expect(throws: JSONLinesFault.self) {
      try JSONLinesFormat.graph(from: "{\"kind\":\"graph\"")
    }
    do throws(JSONLinesFault) {
      _ = try JSONLinesFormat.graph(
        from: "{\"filter\":\"\",\"kind\":\"graph\",\"matchingEventCount\":0,\"version\":1}\n{}\n")
      Issue.record("a line without a kind was read")
    } catch {
      #expect(error.line == 2)
      #expect(error.description.hasPrefix("line 2: "))
    }
  }
}
