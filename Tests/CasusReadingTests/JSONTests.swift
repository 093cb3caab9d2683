import CasusModel
import CasusReading
import Testing

@Suite struct JSONTests {
  private static let whole = """
    {"title": "Korland seizes strait", "text": "Korland seized\\nthe strait.", "language": "en",
     "published": "2030-02-03T10:00:00+07:00", "publisher": "Contoh", "url": "https://c.example/1"}
    """

  @Test func oneObject() throws {
    let article = try readArticle(Self.whole, as: "a.json")
    #expect(article.title == "Korland seizes strait")
    #expect(article.text == "Korland seized\nthe strait.")
    #expect(article.language == "en")
    #expect(article.published == EDTF("2030-02-03"))
    #expect(article.publisher == "Contoh")
    #expect(article.url == "https://c.example/1")
    #expect(article.path.hasSuffix("/a.json"))
  }

  @Test func onlyTheTextIsRequired() throws {
    let article = try readArticle(#"{"text": "One.\nTwo.", "published": null}"#, as: "a.json")
    #expect(article.title == "One.")
    #expect(article.published == nil)
    #expect(article.publisher == nil)
  }

  @Test func oneBadElementDoesNotSpoilTheArray() throws {
    let results = try read(
      #"[{"text": "One."}, {"title": "no text"}, 7, {"text": 5}, {"text": "Two."}]"#.utf8,
      as: "a.json")
    #expect(results.map { (try? $0.get())?.text } == ["One.", nil, nil, nil, "Two."])
    #expect((try? results[4].get())?.path.hasSuffix("/a.json#5") == true)
    #expect(results[1].problem?.message == "article 2 has no \"text\"; add the field")
    #expect(results[2].problem?.message.contains("article 3 is not a JSON object") == true)
    #expect(results[3].problem?.message.contains("article 4 \"text\" is not a string") == true)
  }

  @Test(arguments: [
    ("[]", "holds no article"),
    ("[{\"text\": \"One.\"}", "not valid JSON"),
    ("{\"text\": \"\"}", "empty \"text\""),
    ("\"text\"", "not a JSON object"),
    ("{\"text\": \"One.\", \"published\": \"2022-02-30\"}", "\"2022-02-30\", which is no date"),
  ])
  func faults(text: String, message: String) throws {
    let problem = try readProblem(text.utf8, as: "a.json")
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.kind.exitCode == 65)
  }

  @Test func everyLineStandsAlone() throws {
    let lines = [
      #"{"text": "One."}"#, "", #"{"text": "cut o"#, #"{"title": "T"}"#, #"{"text": 5}"#,
      #"{"text": "Two.", "published": "2022-02-30"}"#, #"{"text": "Three."}"#,
    ]
    let results = try read(lines.joined(separator: "\r\n").utf8, as: "a.jsonl")
    #expect(results.map { $0.problem?.line } == [nil, 3, 4, 5, 6, nil])
    let last = try results[5].get()
    #expect(last.text == "Three.")
    #expect(last.path.hasSuffix("/a.jsonl#7"))
    #expect(results[1].problem?.message.contains("cut off") == true)
    #expect(results[2].problem?.message == "has no \"text\"; add the field")
    #expect(results[3].problem?.message.contains("\"text\" is not a string") == true)
    #expect(results[4].problem?.message.contains("is no date") == true)
  }

  @Test func aBadByteInALineIsCountedFromTheStartOfTheFile() throws {
    let lines = Array("{\"text\": \"One.\"}\n{\"text\": \"".utf8) + [0xff] + Array("\"}\n".utf8)
    let results = try read(lines, as: "a.jsonl")
    #expect(results.count == 2)
    #expect(results[1].problem?.line == 2)
    #expect(results[1].problem?.message.contains("byte 27 is not valid UTF-8") == true)
  }

  @Test func emptyAndUTF16Files() throws {
    #expect(try readProblem("\n\n".utf8, as: "a.jsonl").message.contains("is empty"))
    let units = "\u{FEFF}{\"text\": \"Один.\"}\n{\"text\": \"Два.\"}\n".utf16
    let results = try read(
      units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }, as: "a.jsonl")
    #expect(results.map { (try? $0.get())?.text } == ["Один.", "Два."])
  }

  /// Lines longer than a chunk and many lines to a chunk.
  @Test(.timeLimit(.minutes(10))) func longAndManyLines() throws {
    let long = String(repeating: "Korland seized the strait. ", count: 100_000)
    var content = "{\"text\": \"\(long)\"}\n"
    for number in 0..<2000 { content += "{\"text\": \"Article \(number).\"}\n" }
    let results = try read(content.utf8, as: "a.jsonl")
    #expect(results.count == 2001)
    #expect(try results[0].get().text == long)
    #expect(try results[2000].get().text == "Article 1999.")
  }
}
