import CasusTestSupport
import Foundation
import Testing

@Suite struct ExtractTests {
  @Test func writesOneObjectAStatementWithExactWords() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "a.txt")
    let run = try CasusProgram.run("extract", "a.txt", in: folder)
    #expect(run.code == 0)
    #expect(run.errors == "")
    let objects = try run.lines.map { try object($0) }
    let cut = try #require(objects.first { $0["mode"] as? String == "cut-relations" })
    #expect(cut["article"] as? String == "a.txt")
    #expect(cut["source"] as? [String] == ["UKR"])
    #expect(cut["target"] as? [String] == ["PRK"])
    let scalars = Array(SampleArticle.severance.unicodeScalars)
    for object in objects {
      let evidence = try #require(object["evidence"] as? [String: Any])
      let start = try #require(evidence["start"] as? Int)
      let end = try #require(evidence["end"] as? Int)
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[start..<end])
      #expect(String(slice) == evidence["text"] as? String)
    }
  }

  @Test func readsStandardInput() throws {
    let run = try CasusProgram.run("extract", "-", input: SampleArticle.invasion)
    #expect(run.code == 0)
    let first = try object(try #require(run.lines.first))
    #expect(first["article"] as? String == "-")
  }

  @Test func givesTheSameBytesWithAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    let samples = [SampleArticle.severance, SampleArticle.invasion, SampleArticle.treaty]
    // Articles of about 70 KB make a chunk each, so that the threads have something to mix up.
    for number in 0..<6 {
      let text = String(repeating: samples[number % 3] + "\n", count: 220 + 20 * (number % 5))
      try folder.write(text.utf8, to: "\(number + 10).txt")
    }
    let one = try CasusProgram.run("extract", ".", "--threads", "1", in: folder)
    let four = try CasusProgram.run("extract", ".", "--threads", "4", in: folder)
    #expect(one.code == 0)
    #expect(one.lines.count > 12)
    #expect(one.output == four.output)
    let order = one.lines.compactMap { $0.split(separator: "\"").dropFirst(2).first }
    #expect(order == order.sorted())
  }

  @Test(arguments: [
    ("--published", "2022-02-30", "'2022-02-30' is no date"),
    ("--threads", "0", "--threads must be at least 1"),
  ])
  func refusesImpossibleOptions(option: String, value: String, message: String) throws {
    let run = try CasusProgram.run("extract", "-", option, value)
    #expect(run.code == 64)
    #expect(run.errors.contains(message))
  }

  @Test func theCacheChangesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "a.txt")
    let cache = folder.url.appending(path: "cache").path
    // Without one; the first start; the next; and without a home or a folder that can be written.
    let places = ["off", cache, cache, "/dev/null/casus"]
    let runs = try places.map {
      try CasusProgram.run(
        ["extract", "a.txt"], in: folder, environment: ["CASUS_CACHE": $0, "HOME": "/nonexistent"])
    }
    #expect(!runs[0].output.isEmpty)
    for run in runs {
      #expect(run.code == 0)
      #expect(run.errors == "")
      #expect(run.output == runs[0].output)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
  }

  @Test func saysWhichLanguagesItReads() throws {
    let run = try CasusProgram.run("extract", "-", "--language", "xx", input: "A b c.\n")
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("casus: --language 'xx' is no language known here; known are "))
  }

  @Test func explainNamesTheRules() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.invasion.utf8, to: "a.txt")
    let run = try CasusProgram.run("explain", "a.txt", in: folder)
    #expect(run.code == 0)
    #expect(run.lines.first == "a.txt: language en")
    #expect(run.output.contains("RUS ASSAULT UKR"))
    #expect(run.output.contains("frames.yaml:"))
  }

  private func object(_ line: Substring) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}
