import CasusTestSupport
import Foundation
import Testing

@Suite struct ImportTests {
  @Test func saysInOneLineWhatItDid() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "news/a.txt")
    try folder.write(SampleArticle.treaty.utf8, to: "news/b.txt")
    let run = try CasusProgram.run("import", "news", "--published", "2024-06-20", in: folder)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("casus.db: 2 new articles; now "))
    #expect(run.output.hasSuffix(" from 2 articles\n"))
  }

  @Test func saysWhichArticlesHaveNoDate() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "news/a.txt")
    try folder.write(SampleArticle.treaty.utf8, to: "news/b.txt")
    try folder.write(
      ("---\ndate: 2022-02-25\n---\n" + SampleArticle.invasion).utf8, to: "news/c.txt")
    let run = try CasusProgram.run("import", "news", in: folder)
    #expect(run.code == 0)
    #expect(
      run.errors.hasPrefix("casus: news/a.txt (and 1 more): no date of publication"),
      "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try CasusProgram.run("import", "news", "--quiet", in: folder).errors == "")
    #expect(try CasusProgram.run("import", "news/c.txt", in: folder).errors == "")
  }

  /// What to do about a missing date is what the file's format has room for.
  @Test(arguments: [
    ("a.txt", "Iran aided Russia. It was in the news.", "write date: between two ---"),
    (
      "a.json", #"{"text": "Iran aided Russia. It was in the news."}"#, "add \"published\", or give"
    ),
    (
      "a.html", "<p>Iran aided Russia. It was in the news.</p>",
      "names no day; give --published DATE"
    ),
  ])
  func adviceForUndatedArticles(name: String, content: String, advice: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(content.utf8, to: name)
    let run = try CasusProgram.run("import", name, "--language", "en", in: folder)
    #expect(run.errors.contains(advice), "\(run.errors)")
  }

  @Test func changesNothingTheSecondTime() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    _ = try CasusProgram.run("import", "a.txt", in: folder)
    let before = try CasusProgram.run("export", "--format", "jsonl", in: folder)
    let second = try CasusProgram.run("import", "a.txt", in: folder)
    #expect(second.code == 0)
    #expect(second.output.hasPrefix("casus.db: 0 new articles, 1 known; "))
    #expect(try CasusProgram.run("export", "--format", "jsonl", in: folder).output == before.output)
  }

  @Test func keepsACorrectedArticleApart() throws {
    let folder = try TemporaryFolder()
    let address = "---\nurl: https://example.org/a\nlanguage: en\n---\n\n"
    try folder.write((address + SampleArticle.treaty).utf8, to: "a.md")
    try folder.write((address + SampleArticle.invasion).utf8, to: "b.md")
    _ = try CasusProgram.run("import", "a.md", in: folder)
    let run = try CasusProgram.run("import", "b.md", in: folder)
    #expect(run.code == 0)
    #expect(run.output.contains("1 superseded"))
    #expect(run.lines[0].hasSuffix(" from 1 article"))
  }

  @Test func saysWhatACorrectionChanged() throws {
    let folder = try TemporaryFolder()
    func article(_ text: String, on day: Int) -> String {
      "---\nurl: https://example.org/a\nlanguage: en\ndate: 2022-07-0\(day)\n---\n\n\(text)\n"
    }
    try folder.write(article("Ukraine attacked Syria on 1 July 2022.", on: 2).utf8, to: "a.md")
    try folder.write(article("Ukraine attacked Iran on 1 July 2022.", on: 3).utf8, to: "b.md")
    try folder.write(SampleArticle.treaty.utf8, to: "c.txt")
    let first = try CasusProgram.run("import", "a.md", in: folder)
    #expect(first.lines.count == 1)
    let second = try CasusProgram.run("import", "b.md", "c.txt", in: folder)
    #expect(second.lines.contains("corrected articles changed:"))
    let changes = second.lines.filter { "+−~".contains($0.prefix(1)) && !$0.isEmpty }
    #expect(changes.contains { $0.hasPrefix("−") && $0.contains("Ukraine attacks Syria") })
    #expect(changes.contains { $0.hasPrefix("+") && $0.contains("Ukraine attacks Iran") })
    // What is merely new is no correction.
    #expect(!changes.contains { $0.contains("North Korea") })
    #expect(changes.count == 4, "\(second.output)")
    // An older version that comes later changes nothing.
    try folder.write(article("Ukraine attacked Israel on 1 July 2022.", on: 1).utf8, to: "d.md")
    #expect(try CasusProgram.run("import", "d.md", in: folder).lines.count == 1)
    #expect(try CasusProgram.run("check", in: folder).code == 0)
  }

  @Test func takesTheDatabaseFromTheEnvironment() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    let run = try CasusProgram.run(
      ["import", "a.txt"], in: folder, environment: ["CASUS_DB": "other.db"])
    #expect(run.output.hasPrefix("other.db: 1 new article"))
    #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "other.db").path))
  }

  @Test func gathersReportsOfOneEventFromAllLanguages() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "a.txt")
    try folder.write(
      """
      Ukraine breaks with North Korea

      Ukraine severed diplomatic relations with North Korea on 13 July 2022, and it was said that \
      the decision had been made by the president.

      """.utf8, to: "b.txt")
    _ = try CasusProgram.run("import", ".", in: folder)
    let run = try CasusProgram.run(
      "events", "--type", "SANCTION", "--from", "2022-07-13", "--to", "2022-07-13", "--json",
      in: folder)
    let line = try #require(run.lines.first)
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let evidence = try #require(event["evidence"] as? [[String: Any]])
    #expect(Set(evidence.compactMap { $0["article"] as? String }) == ["./a.txt", "./b.txt"])
  }

  @Test func endsWithTheBatchOnCtrlC() throws {
    let folder = try TemporaryFolder()
    // Enough for some seconds of work, whatever the machine.
    var rows = ""
    for number in 0..<4000 {
      rows += #"{"text": "Report \#(number). Russia attacked Ukraine.", "language": "en"}"# + "\n"
    }
    try folder.write(rows.utf8, to: "a.jsonl")
    let (process, files) = try CasusProgram.start(
      ["import", "a.jsonl", "--published", "2022-02-25"], in: folder)
    let database = folder.url.appending(path: "casus.db-wal").path
    for _ in 0..<1000 where !FileManager.default.fileExists(atPath: database) {
      Thread.sleep(forTimeInterval: 0.02)
    }
    Thread.sleep(forTimeInterval: 1)
    process.interrupt()
    process.waitUntilExit()
    let errors = try String(contentsOf: files.url.appending(path: "errors"), encoding: .utf8)
    #expect(process.terminationStatus == 130)
    #expect(
      errors
        == "casus: stopped by Ctrl-C; run the same command again to import the rest\n")
    let check = try CasusProgram.run("check", in: folder)
    #expect(check.code == 0)
    #expect(check.output.hasPrefix("casus.db: sound; "))
    #expect(!check.output.contains(" 4000 articles"))
  }
}
