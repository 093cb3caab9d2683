import CasusExport
import CasusModel
import Foundation
import Testing

/// Events merged over time, and formats that take only so much.
@Suite struct TiesAndLimitsTests {
  private func graph(dates: [String?], type: EventType = .assault) -> EventGraph {
    let events = dates.enumerated().map { index, date in
      Event(
        id: "e\(index)", type: type, mode: nil, source: ["ARV"], target: ["BEL"],
        date: date.flatMap { EDTF($0) }, dateBasis: .explicit, status: .occurred, confidence: 1,
        evidence: [])
    }
    return EventGraph(actors: [], events: events, relations: [], articles: [])
  }

  @Test(arguments: [
    (
      ["2031-01-01", "2031-01-02", "2031-01-04"],
      "<[2031-01-01, 2031-01-02]; [2031-01-04, 2031-01-04]>"
    ),
    (["2031-01", "2031-01-15"], "<[2031-01-01, 2031-01-31]>"),
    (
      ["2031-03/..", "2031-01-01", "2032-01-01"],
      "<[2031-01-01, 2031-01-01]; [2031-03-01, Infinity]>"
    ),
    (["../2031-01-05", "2031-01-02"], "<[-Infinity, 2031-01-05]>"),
    ([nil, "XXXX-07"], ""),
  ])
  func intervalsAreMerged(dates: [String?], timeset: String) throws {
    let edges = try Example.export("csv", graph(dates: dates)).files[1].content.lines
    try #require(edges.count == 2)
    let field = timeset.isEmpty ? "" : "\"\(timeset)\""
    let undated = timeset.isEmpty ? dates.count : 0
    #expect(
      edges[1]
        == "ARV,BEL,Directed,event:ASSAULT:ARV:BEL,assault,\(field),\(dates.count),event,ASSAULT,\(undated)"
    )
  }

  @Test func everySourceMeetsEveryTarget() throws {
    var event = Example.cut
    event.source = ["ARV", "DOR"]
    event.target = ["BEL", "DOR"]
    let directed = EventGraph(actors: [], events: [event], relations: [], articles: [])
    let edges = try Example.export("csv", directed).files[1].content.lines.dropFirst()
    #expect(edges.map { $0.prefix(7) } == ["ARV,BEL", "ARV,DOR", "DOR,BEL"])
  }

  @Test func aMeetingNamedByItsParticipantsConnectsEachTwo() throws {
    var event = Example.talks
    event.source = ["ARV", "BEL", "DOR"]
    event.target = []
    let meeting = EventGraph(actors: [], events: [event], relations: [], articles: [])
    let edges = try Example.export("csv", meeting).files[1].content.lines.dropFirst()
    #expect(edges.map { $0.prefix(7) } == ["ARV,BEL", "ARV,DOR", "BEL,DOR"])
  }

  @Test func mermaidStaysUnderItsLimitAndKeepsWhatIsBestAttested() throws {
    var large = graph(dates: (0..<3000).map { "20\(10 + $0 / 100)-01-01" })
    large.events[2999].evidence = [Example.evidence("x", "x", .occurred)]
    let export = try Example.export("mermaid", large)
    let content = export.files[0].content
    #expect(content.count < 50_000)
    #expect(content.contains("section 2039"))
    let shown = content.lines.count { $0.contains(" : ") }
    #expect(shown > 300)
    #expect(
      export.notes == [
        "\(shown) of 3000 events shown, those with the most evidence: Mermaid takes no more text."
      ])
    #expect(content.contains("%% \(export.notes[0])"))
  }

  @Test func timelineJSWarnsOfTooManySlides() throws {
    let export = try Example.export(
      "timelinejs", graph(dates: (1...21).map { "2031-01-\($0 < 10 ? "0" : "")\($0)" }))
    #expect(export.notes.count == 1)
    #expect(export.notes[0].hasPrefix("21 slides"))
  }

  @Test(arguments: [
    ("2031-07-13", nil), ("2031", nil), ("2031-07~", "c. 2031-07"), ("2031?", "2031?"),
    ("2031-02/..", "since 2031-02"), ("../2031-02", "until 2031-02"), ("203X", "203X"),
    ("2031-21", "2031-21"),
  ])
  func timelineJSShowsDatesNoMoreExactlyThanKnown(date: String, words: String?) throws {
    let content = try Example.export("timelinejs", graph(dates: [date])).files[0].content
    let json = try JSONSerialization.jsonObject(with: Data(content.utf8)) as? [String: Any]
    let slide = try #require((json?["events"] as? [[String: Any]])?.first)
    #expect(slide["display_date"] as? String == words)
    let start = try #require(slide["start_date"] as? [String: Int])
    #expect(start["year"] == (date == "203X" ? 2030 : 2031))
    #expect((start["month"] == nil) == ["2031", "2031?", "203X"].contains(date))
  }
}
