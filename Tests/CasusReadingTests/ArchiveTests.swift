import CasusModel
import CasusReading
import CasusTestSupport
import Foundation
import Testing

/// gzip, zip, WARC and what goes wrong in them.
@Suite struct ArchiveTests {
  private func results(
    _ name: String, options: ReadingOptions = ReadingOptions()
  ) -> [Result<Article, ReadingProblem>] {
    Array(
      ArticleReaders.read(
        paths: [fixtures.appending(path: "archives/\(name)").path], options: options))
  }

  private func problem(_ name: String) throws -> ReadingProblem {
    let results = results(name)
    try #require(results.count == 1)
    return try #require(results[0].problem)
  }

  @Test func gzipWithTwoMembers() throws {
    let article = try #require(results("ties.txt.gz").first).get()
    #expect(article.text == "Arvenia cut ties.\nBelmora protested.\n")
    #expect(article.title == "Arvenia cut ties.")
  }

  @Test func gzipIsToldByItsFirstBytes() throws {
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/ties.txt.gz"))
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    let results = Array(
      ArticleReaders.read(
        paths: ["-"], options: ReadingOptions(), standardInput: pipe.fileHandleForReading))
    #expect(try results.map { try $0.get().text.count } == [37])
    #expect(try read(bytes, as: "news").map { try $0.get().text.count } == [37])
  }

  @Test(arguments: [0, 5, 10, 20, 40, 60])
  func gzipThatIsCutOffOrDamaged(count: Int) throws {
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/ties.txt.gz"))
    let message = try readProblem(bytes.prefix(count), as: "a.txt.gz").message
    #expect(message.contains("cut off"))
    var damaged = Array(bytes)
    damaged[count / 2] ^= 0xff
    for result in try read(damaged, as: "a.txt.gz") where result.problem != nil {
      #expect(result.problem?.message.contains("damaged") == true)
    }
  }

  @Test func zipIsReadLikeAFolder() throws {
    let results = results("pages.zip")
    let articles = try results.map { try $0.get() }
    #expect(
      articles.map { $0.path.split(separator: "#", maxSplits: 1)[1] } == [
        "saved/ties.html", "saved/answer.html", "saved/list.jsonl#1", "saved/list.jsonl#2",
      ])
    #expect(articles[0].title == "Arvenia cuts ties")
    #expect(articles[0].published == EDTF("2031-08-05"))
    #expect(articles[1].text.contains("recalled its ambassador"))
    #expect(articles[3].text == "Belmora praised Arvenia.")
  }

  @Test func zip64() throws {
    #expect(try results("zip64.zip").map { try $0.get().title } == ["Arvenia cuts ties"])
  }

  @Test func zipOnStandardInput() throws {
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/pages.zip"))
    #expect(try read(bytes, as: "news.dat").count == 4)
  }

  @Test(arguments: [
    ("overlap.zip", "lie over each other"), ("encrypted.zip", "is encrypted"),
    ("lzma.zip", "method 14"), ("nested.zip", "an archive inside an archive"),
    ("zeros.txt.gz", "becomes more than 500 times its size"),
    ("zeros.zip", "becomes more than 500 times its size"), ("cut.warc", "is cut off"),
  ])
  func refusals(name: String, message: String) throws {
    let problem = try #require(results(name).compactMap(\.problem).last)
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.severity == .error)
  }

  @Test func oneDamagedFileDoesNotSpoilTheOthers() throws {
    let results = results("damaged.zip")
    #expect(results.map { $0.problem == nil } == [true, false, true, true])
    #expect(results[1].problem?.message.contains("checksum") == true)
    #expect(results[1].problem?.file.hasSuffix("damaged.zip#saved/answer.html") == true)
  }

  @Test func everyCutOfAZipIsOneClearProblem() throws {
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/pages.zip"))
    for count in stride(from: 4, to: bytes.count - 1, by: 61) {
      #expect(try readProblem(bytes.prefix(count), as: "a.zip").message.contains("zip"))
    }
  }

  @Test func limitsCanBeSet() throws {
    let options = ReadingOptions(
      limits: ReadingLimits(largestSize: 20, largestRatio: 2, freeSize: 0))
    let found = try #require(results("ties.txt.gz", options: options).first?.problem)
    #expect(found.message.contains("when decompressed"))
    let few = ReadingOptions(limits: ReadingLimits(largestEntryCount: 3))
    #expect(results("pages.zip", options: few).first?.problem?.message.contains("8 files") == true)
  }

  @Test func webArchive() throws {
    let results = results("crawl.warc.gz")
    let articles = results.compactMap { try? $0.get() }
    #expect(
      articles.map(\.url) == [
        "https://larkfield.example/ties", "https://larkfield.example/answer",
        "https://larkfield.example/cyr", "https://larkfield.example/plain",
      ])
    #expect(articles[0].published == EDTF("2031-08-05"))
    #expect(articles[0].path.hasSuffix("crawl.warc.gz#3"))
    #expect(articles[1].text.contains("Belmora accused Arvenia of lying on Tuesday"))
    #expect(articles[2].title == "Арвения разорвала отношения")
    #expect(articles[3].published == nil)
    let problems = results.compactMap(\.problem)
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(problems.count == 2)
    #expect(problems[0].message.contains("no article text"))
    #expect(problems[1].message.contains("compressed with br"))
  }

  /// What lies in the ZIP format and is no archive of articles says what to do.
  @Test func eBooksAreRefused() throws {
    let head = "PK\u{3}\u{4}" + String(repeating: "\0", count: 26)
    let problem = try readProblem((head + "mimetypeapplication/epub+zip").utf8, as: "a.epub")
    #expect(problem.message.contains("is an e-book (EPUB); save the text"), "\(problem)")
  }
}
