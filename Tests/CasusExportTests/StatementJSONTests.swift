import CasusExport
import CasusModel
import Foundation
import Testing

@Suite struct StatementJSONTests {
  private static func statement(_ words: String, in text: String) throws -> Statement {
    let range = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Statement(
      type: .sanction, mode: "cut-relations", source: ["UKR"], target: ["PRK"],
      roles: ["b": ["X"], "a": ["Y", "Z"]], object: "hubungan",
      evidence: Evidence(
        articleID: "a1", text: words, start: start, end: start + words.utf8.count, sentence: words,
        attribution: ["RUS"], status: .occurred, date: EDTF("2022-07"), dateBasis: .relative,
        rule: "r", confidence: 0.93))
  }

  @Test func keysOrderAndCodePointOffsets() throws {
    let text = "Київ 🕊 — e\u{301}: \"putus\" hubungan."
    let line = StatementJSON.line(
      for: try Self.statement("\"putus\" hubungan", in: text), articlePath: "a.txt",
      articleText: text)
    let start = Array(text.unicodeScalars).firstIndex(of: "\"") ?? -1
    #expect(start == 13)
    let expected =
      #"{"article": "a.txt", "id": "ID", "type": "SANCTION", "mode": "cut-relations", "#
      + #""source": ["UKR"], "target": ["PRK"], "roles": {"a": ["Y", "Z"], "b": ["X"]}, "#
      + #""object": "hubungan", "place": null, "date": "2022-07", "dateBasis": "relative", "#
      + #""status": "occurred", "attribution": ["RUS"], "confidence": 0.93, "#
      + #""evidence": {"text": "\"putus\" hubungan", "start": 13, "end": 29}}"#
    #expect(line.replacing(/"id": "[0-9a-f]{32}"/, with: #""id": "ID""#) == expected)
  }

  /// Look-ups at every boundary of a text that mixes sequences of all four lengths.
  @Test func everyOffsetIsRight() throws {
    let text = String(repeating: "aé中🕊\r\n", count: 200)
    var byte = 0
    var statements: [Statement] = []
    for scalar in text.unicodeScalars {
      var statement = try Self.statement("a", in: text)
      statement.evidence.start = byte
      byte += UTF8.width(scalar)
      statement.evidence.end = byte
      statements.append(statement)
    }
    let lines = StatementJSON.lines(for: statements, articlePath: "a", articleText: text)
    for (index, line) in lines.enumerated() {
      #expect(line.hasSuffix("\"start\": \(index), \"end\": \(index + 1)}}"))
    }
  }

  @Test func identifiersTellStatementsApart() throws {
    let text = "Ukraina memutuskan hubungan."
    let first = try Self.statement("memutuskan", in: text)
    var other = first
    other.target = ["BLR"]
    var moved = first
    moved.evidence.end += 1
    let ids = StatementJSON.lines(
      for: [first, first, other, moved], articlePath: "a", articleText: text
    ).map { $0.firstMatch(of: /"id": "([0-9a-f]{32})"/)?.1 }
    #expect(ids[0] != nil && ids[0] == ids[1])
    #expect(Set(ids).count == 3)
  }

  @Test func hostileTextStaysOnOneLine() throws {
    let text = Example.hostileName
    let line = StatementJSON.line(
      for: try Self.statement(text, in: text), articlePath: "a\nb", articleText: text)
    #expect(!line.contains { $0.isNewline })
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect((json?["evidence"] as? [String: Any])?["text"] as? String == text)
    #expect(json?["article"] as? String == "a\nb")
  }

  /// Would take minutes if every look-up went through the text from its start.
  @Test(.timeLimit(.minutes(10))) func manyStatementsOfALongArticle() throws {
    let text = String(repeating: "Київ. ", count: 50_000)
    let statement = try Self.statement("Київ", in: text)
    let statements = (0..<2000).map { index in
      var copy = statement
      copy.evidence.start = index * 250
      return copy
    }
    let lines = StatementJSON.lines(for: statements, articlePath: "a", articleText: text)
    #expect(lines.count == 2000)
    #expect(StatementJSON.lines(for: [], articlePath: "a", articleText: text).isEmpty)
    let bytes = StatementJSON.bytes(for: statements, articlePath: "a", articleText: text)
    #expect(String(decoding: bytes, as: UTF8.self) == lines.map { $0 + "\n" }.joined())
    #expect(StatementJSON.bytes(for: [], articlePath: "a", articleText: text).isEmpty)
  }
}
