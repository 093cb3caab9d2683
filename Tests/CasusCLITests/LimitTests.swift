import CasusTestSupport
import Foundation
import Testing

/// The limits on the command line, and what comes out of pipes.
@Suite struct LimitTests {
  @Test func articlesThatStateTooMuchAreRefused() throws {
    let folder = try TemporaryFolder()
    let days = (1...12).map { "Russia attacked Ukraine on \($0) March 2022." }
    try folder.write(days.joined(separator: " ").utf8, to: "a.txt")
    try folder.write(SampleArticle.dated(SampleArticle.treaty).utf8, to: "b.txt")
    let run = try CasusProgram.run("import", "a.txt", "b.txt", "--max-events", "11", in: folder)
    #expect(run.code == 65)
    #expect(
      run.errors
        == "casus: a.txt: states 12 events, more than 11, as no article does; split it, or raise "
        + "--max-events\n")
    #expect(run.output.hasPrefix("casus.db: 1 new article, 1 problem;"))
    let whole = try CasusProgram.run("import", "a.txt", "--max-events", "12", in: folder)
    #expect(whole.code == 0)
  }

  @Test(arguments: [
    "--max-article", "--max-events", "--max-depth", "--max-unpacked", "--max-ratio", "--max-files",
  ])
  func nothingIsAllowedWithoutLimit(option: String) throws {
    let run = try CasusProgram.run("extract", "a.txt", option, "0")
    #expect(run.code == 64)
    #expect(run.errors.contains("\(option) must be at least 1"))
  }

  @Test func largeArticlesAreReadWhenThatIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "The road was long and the market empty. ", count: 40_000)
    try folder.write((SampleArticle.treaty + filler).utf8, to: "a.txt")
    let refused = try CasusProgram.run("extract", "a.txt", "--max-article", "1", in: folder)
    #expect(refused.code == 65)
    #expect(
      refused.errors
        == "casus: a.txt: is longer than 1 MB, too long for one article; split it, or raise "
        + "--max-article\n")
    let read = try CasusProgram.run("extract", "a.txt", "--max-article", "2", in: folder)
    #expect(read.code == 0 && !read.lines.isEmpty)
  }

  /// `casus import <(curl …)`: what comes out of a pipe can be read only once.
  @Test(.timeLimit(.minutes(10))) func pipesAreRead() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let (process, files) = try CasusProgram.start(["import", pipe], in: folder)
    let writer = try FileHandle(forWritingTo: URL(filePath: pipe))
    try writer.write(contentsOf: Data(SampleArticle.treaty.utf8))
    try writer.close()
    process.waitUntilExit()
    let output = try String(contentsOf: files.url.appending(path: "output"), encoding: .utf8)
    #expect(process.terminationStatus == 0)
    #expect(output.hasPrefix("casus.db: 1 new article;"))
  }

  @Test func tablesAreNotReadFromPipes() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let run = try CasusProgram.run("import", pipe, "--format", "acled", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("is a pipe or device; tables are read from files"))
  }
}
