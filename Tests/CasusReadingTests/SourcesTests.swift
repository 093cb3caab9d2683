import CasusModel
import CasusReading
import CasusTestSupport
import Foundation
import Testing

/// Folders, standard input, and files that cannot be read.
@Suite struct SourcesTests {
  @Test func foldersAreWalkedInOrder() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a/z.md", "a/b/c.TXT", "B.txt", ".hidden.txt", ".git/x.txt", "pic.png",
      "a/ReadMe.md",
    ] {
      try folder.write(name.utf8, to: name)
    }
    let results = ArticleReaders.read(paths: [folder.url.path], options: ReadingOptions())
    #expect(try results.map { try $0.get().text } == ["B.txt", "a/b/c.TXT", "a/z.md", "b.txt"])
  }

  @Test func linksInACircleAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("Text".utf8, to: "sub/a.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "sub/up"), withDestinationURL: folder.url)
    let results = Array(ArticleReaders.read(paths: [folder.url.path], options: ReadingOptions()))
    #expect(results.count == 1)
  }

  @Test func nothingStopsTheRest() throws {
    let folder = try TemporaryFolder()
    let empty = folder.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let good = try folder.write("Text".utf8, to: "good.txt")
    let blank = try folder.write(" \n".utf8, to: "blank.txt")
    let missing = folder.url.appending(path: "missing.txt").path
    let results = Array(
      ArticleReaders.read(
        paths: [missing, empty.path, blank, good], options: ReadingOptions()))
    #expect(results.map { $0.problem?.kind } == [.unreadable, .badData, .badData, nil])
    #expect(results.map { $0.problem?.kind.exitCode } == [74, 65, 65, nil])
    #expect(results[0].problem?.description == "\(missing): does not exist; check the path")
    #expect(results[1].problem?.message.contains("holds no article; expected files") == true)
    #expect(results[2].problem?.message.contains("is empty") == true)
    #expect(try results[3].get().text == "Text")
  }

  @Test(arguments: ["a.txt", "a.md", "a.json", "a.html", "a.jsonl", "a.dat"])
  func binaryFiles(name: String) throws {
    let problem = try readProblem([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1], as: name)
    #expect(problem.message.contains("is a binary file"))
  }

  @Test func controlCharactersMakeAFileBinary() throws {
    let bytes = Array("text".utf8) + (1...8)
    #expect(try readProblem(bytes, as: "a.txt").message.contains("binary"))
  }

  @Test(arguments: [
    ([0x61, 0xff], 1), ([0xc3], 0), ([0x61, 0xc3, 0x28], 1), ([0xe2, 0x82], 0),
    ([0x61, 0x62, 0xed, 0xa0, 0x80], 2), ([0xf0, 0x9f, 0x95, 0x8a, 0xc0, 0xaf], 4),
    ([0xf4, 0x90, 0x80, 0x80], 0), ([0xe0, 0x80, 0x80], 0), ([0xef, 0xbb, 0xbf, 0x61, 0x80], 4),
  ])
  func invalidUTF8IsNamedByItsOffset(bytes: [UInt8], offset: Int) throws {
    let problem = try readProblem(bytes, as: "a.txt")
    #expect(problem.message.hasPrefix("byte \(offset) is not valid UTF-8"))
  }

  @Test(arguments: [
    ([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8], 4), ([0xfe, 0xff, 0x00, 0x41, 0x42], 4),
  ])
  func invalidUTF16IsNamedByItsOffset(bytes: [UInt8], offset: Int) throws {
    let problem = try readProblem(bytes, as: "a.txt")
    #expect(problem.message.hasPrefix("byte \(offset) is not valid UTF-16"))
  }

  @Test(arguments: [
    ("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", ["One.", "Two."]),
    ("{\"text\": \"One.\"}", ["One."]),
    ("{\n  \"text\": \"One.\"\n}", ["One."]),
    ("{\"text\": \"One.\",\n \"title\": \"T\"}", ["One."]),
    (" [ {\"text\": \"One.\"}, {\"text\": \"Two.\"}]", ["One.", "Two."]),
    ("---\ntitle: T\n---\nOne.", ["One."]),
    ("<!DOCTYPE html><p>One man left the city.</p>", ["One man left the city."]),
    ("[Korland, 5 May] One.", ["[Korland, 5 May] One."]),
    ("Plain text", ["Plain text"]),
  ])
  func standardInputIsSniffed(content: String, texts: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(content.utf8))
    try pipe.fileHandleForWriting.close()
    let results = Array(
      ArticleReaders.read(
        paths: ["-"], options: ReadingOptions(), standardInput: pipe.fileHandleForReading))
    #expect(try results.map { try $0.get().text } == texts)
    #expect(try results[0].get().path.hasPrefix("-"))
  }

  @Test func unknownExtensionsAreSniffedWhenNamed() throws {
    #expect(try readArticle("{\"text\": \"One.\"}", as: "news.dat").text == "One.")
    #expect(try readArticle("One.", as: "news").text == "One.")
  }

  @Test func articlesAreReadOnlyWhenAskedFor() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("One".utf8, to: "1.txt")
    let second = try folder.write("Two".utf8, to: "2.txt")
    var articles = ArticleReaders.read(paths: [first, second], options: ReadingOptions())
      .makeIterator()
    #expect(try articles.next()?.get().text == "One")
    try FileManager.default.removeItem(atPath: second)
    #expect(articles.next()?.problem?.kind == .unreadable)
    #expect(articles.next() == nil)
  }

  @Test func articlesFromTheFutureGetAWarning() throws {
    let today = CivilDay.number(year: 2030, month: 1, day: 1)
    let options = ReadingOptions(today: today)
    let content = """
      {"text": "One.", "published": "2030-01-01"}
      {"text": "Two.", "published": "2030-01-02"}
      """
    let results = try read(content.utf8, as: "a.jsonl", options: options)
    try #require(results.count == 3)
    let warning = try #require(results[1].problem)
    #expect(warning.severity == .warning)
    #expect(warning.line == 2)
    #expect(
      warning.description.hasSuffix(
        "a.jsonl:2: warning: is published on 2030-01-02, after today (2030-01-01); check the date"))
    #expect(try results[2].get().text == "Two.")
  }
}
