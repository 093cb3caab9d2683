import CasusExtraction
import CasusModel
import Foundation
import Testing

/// What other extractors return passes whole or is refused with its reason.
@Suite struct StatementValidatorTests {
  private static let validator = StatementValidator(knowledge: Reading.knowledge)
  private static let article = Reading.article(
    "Kyiv — Україна. On 13 July 2022 Ukraine cut ties with North Korea. Ukraine cut ties again.",
    "en", published: "2022-07-14")

  private func check(_ json: String) throws -> Extraction {
    let values = try JSONSerialization.jsonObject(with: Data("[\(json)]".utf8)) as? [Any]
    return Self.validator.extraction(try #require(values), in: Self.article, rule: "test")
  }

  private static func event(_ changes: [String: String] = [:]) -> String {
    var fields = [
      "type": "\"SANCTION\"", "mode": "\"cut-relations\"", "source": "[\"Ukraine\"]",
      "target": "[\"North Korea\"]", "object": "\"ties\"", "place": "null",
      "date": "\"2022-07-13\"", "dateBasis": "\"explicit\"", "status": "\"occurred\"",
      "attribution": "[]", "confidence": "0.8",
      "evidence": "{\"text\": \"Ukraine cut ties with North Korea\"}",
    ]
    for (name, value) in changes { fields[name] = value.isEmpty ? nil : value }
    return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ",")
      + "}"
  }

  @Test func aGoodEventPasses() throws {
    let result = try check(Self.event())
    #expect(result.rejections.isEmpty)
    let statement = try #require(result.statements.first)
    #expect(statement.source == ["UKR"] && statement.target == ["PRK"])
    #expect(statement.mode == "cut-relations" && statement.object == "ties")
    let evidence = statement.evidence
    let bytes = Array(Self.article.text.utf8)
    #expect(
      String(decoding: bytes[evidence.start..<evidence.end], as: UTF8.self)
        == "Ukraine cut ties with North Korea")
    #expect(evidence.sentence == "On 13 July 2022 Ukraine cut ties with North Korea.")
    #expect(evidence.date == EDTF("2022-07-13") && evidence.dateBasis == .explicit)
    #expect(evidence.confidence == 0.8 && evidence.rule == "test" && evidence.language == "en")
  }

  @Test func identifiersAndNamesInAnyLanguageAreActors() throws {
    let result = try check(
      Self.event(["source": "[\"UKR\"]", "target": "[\"  korea   UTARA\", \"Північна Корея\"]"]))
    #expect(result.statements.first?.target == ["PRK"])
  }

  @Test func offsetsInCodePointsChooseAmongTheSameWords() throws {
    let words = "\"text\": \"Ukraine cut ties\""
    let first = try check(Self.event(["evidence": "{\(words)}"]))
    let start = try #require(Self.article.text.unicodeScalars.count - 23 as Int?)
    let second = try check(Self.event(["evidence": "{\(words), \"start\": \(start)}"]))
    let wrong = try check(Self.event(["evidence": "{\(words), \"start\": 3}"]))
    let starts = [first, second, wrong].map { $0.statements.first?.evidence.start }
    #expect(starts[0] != nil && starts[1] != nil && starts[0] != starts[1])
    #expect(starts[2] == starts[0])
  }

  @Test(arguments: [
    (["type": "\"WAR\""], "type 'WAR' is none of the sixteen"),
    (["type": ""], "type '' is none of the sixteen"),
    (["type": "7"], "type is not a string"),
    (["mode": "\"dancing\""], "SANCTION has no mode 'dancing'"),
    (["source": "[]"], "it has no source"),
    (["source": "[\"Atlantis\"]"], "source 'Atlantis' is no known actor"),
    (["source": "\"Ukraine\""], "source is not a list of strings"),
    (["target": "[\"Atlantis\"]"], "target 'Atlantis' is no known actor"),
    (["roles": "{\"supplier\": [\"Atlantis\"]}"], "supplier 'Atlantis' is no known actor"),
    (["date": "\"13 July\""], "date '13 July' is not EDTF"),
    (["date": "\"2022-02-30\""], "date '2022-02-30' is not EDTF"),
    (["dateBasis": "\"guess\""], "dateBasis 'guess' is none of a date"),
    (["status": "\"true\""], "status 'true' is none of the four"),
    (["status": ""], "status '' is none of the four"),
    (["confidence": "1.5"], "confidence 1.5 is not within 0 and 1"),
    (["confidence": "\"high\""], "confidence is not a number"),
    (["evidence": "{\"text\": \"Ukraine bombed North Korea\"}"], "the article does not say"),
    (["evidence": "{\"text\": \"ukraine cut ties\"}"], "the article does not say"),
    (["evidence": "{}"], "its evidence has no text"),
    (["evidence": ""], "evidence is not an object"),
  ])
  func refusals(changes: [String: String], reason: String) throws {
    let result = try check(Self.event(changes))
    #expect(result.statements.isEmpty)
    #expect(result.rejections.count == 1)
    #expect(result.rejections.first?.reason.hasPrefix(reason) == true, "\(result.rejections)")
  }

  @Test func oneBadEventDoesNotSpoilTheOthers() throws {
    let result = try check(
      [Self.event(["status": "1"]), Self.event(), "5", "null", "[]"].joined(separator: ","))
    #expect(result.statements.count == 1)
    #expect(result.rejections.map(\.number) == [1, 3, 4, 5])
    #expect(result.rejections[1].reason == "it is not a JSON object")
  }

  @Test func whatTheArticleDoesNotHaveIsLeftOut() throws {
    let result = try check(
      Self.event([
        "object": "\"gold\"", "place": "\"Paris\"",
        "attribution": "[\"Kyiv Nobody\", \"Kyiv\", \"Russia\", \"again\"]", "date": "null",
        "dateBasis": "",
      ]))
    let statement = try #require(result.statements.first)
    #expect(statement.object == nil && statement.place == nil)
    #expect(!statement.evidence.attribution.contains("Kyiv Nobody"))
    #expect(statement.evidence.attribution.contains("RUS"))
    #expect(statement.evidence.attribution.contains("again"))
    #expect(statement.evidence.date == nil && statement.evidence.dateBasis == .none)
  }

  @Test func anAnswerWithoutEndIsCut() throws {
    let values = try JSONSerialization.jsonObject(
      with: Data(
        "[\(Array(repeating: Self.event(), count: 600).joined(separator: ","))]".utf8))
    let result = Self.validator.extraction(
      try #require(values as? [Any]), in: Self.article, rule: "test")
    #expect(result.statements.count == 1)
    #expect(result.rejections.count == 100)
  }

  @Test func messagesStayOnOneLine() throws {
    let long = String(repeating: "x", count: 5000)
    let result = try check(Self.event(["source": "[\"a\\n\\u001b[31m\(long)\"]"]))
    let reason = try #require(result.rejections.first?.reason)
    #expect(reason.count < 120 && !reason.contains("\n") && !reason.contains("\u{1B}"))
  }
}
