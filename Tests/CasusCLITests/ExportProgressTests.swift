import CasusTestSupport
import Foundation
import Testing

/// What an export leaves behind when it is stopped, and what it says.
@Suite struct ExportProgressTests {
  @Test func nothingIsSaidOfAShortExport() throws {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run(
      "export", "--format", "jsonl", "-o", "g.jsonl", in: folder, on: .sample)
    #expect(run.code == 0 && run.errors.isEmpty && run.output.isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["g.jsonl"])
  }

  @Test func ctrlCLeavesTheOldFileAndNoPart() throws {
    let folder = try TemporaryFolder()
    // Enough for some seconds of export, whatever the machine.
    var rows = ""
    for number in 0..<1500 {
      rows += #"{"text": "Report \#(number). Russia attacked Ukraine on \#(number % 28 + 1) "#
      rows += #"March \#(1700 + number / 28).", "language": "en"}"# + "\n"
    }
    try folder.write(rows.utf8, to: "in/a.jsonl")
    try folder.write("kept".utf8, to: "out/g.jsonl")
    #expect(try CasusProgram.run("import", "in/a.jsonl", in: folder).code == 0)
    for pause in stride(from: 0.05, through: 2, by: 0.05) {
      try folder.write("kept".utf8, to: "out/g.jsonl")
      let (process, files) = try CasusProgram.start(
        ["export", "--format", "jsonl", "-o", "out/g.jsonl"], in: folder)
      Thread.sleep(forTimeInterval: pause)
      process.interrupt()
      process.waitUntilExit()
      guard process.terminationReason == .exit, process.terminationStatus == 130 else { continue }
      let errors = try String(contentsOf: files.url.appending(path: "errors"), encoding: .utf8)
      #expect(errors == "casus: stopped by Ctrl-C; nothing was written\n")
      let out = folder.url.appending(path: "out")
      #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["g.jsonl"])
      #expect(try String(contentsOf: out.appending(path: "g.jsonl"), encoding: .utf8) == "kept")
      return
    }
    Issue.record("no export was stopped in its middle; give it more events")
  }
}
