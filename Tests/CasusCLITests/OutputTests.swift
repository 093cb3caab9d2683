import CasusDiagram
import CasusTestSupport
import Foundation
import Testing

@testable import CasusCLI

@Suite struct OutputTests {
  @Test(arguments: [("svg", "<?xml"), ("pdf", "%PDF"), ("png", "\u{89}PNG"), ("dot", "digraph")])
  func drawsEveryFormat(ending: String, start: String) throws {
    let folder = try TemporaryFolder()
    for command in ["timeline", "graph"] {
      let run = try CasusProgram.run(command, "-o", "x.\(ending)", in: folder, on: .sample)
      #expect(run.code == 0)
      #expect(run.output == "")
      #expect(run.errors == "")
      let bytes = try Data(contentsOf: folder.url.appending(path: "x.\(ending)"))
      let head = String(decoding: bytes.prefix(200), as: UTF8.self)
      #expect(head.contains(start == "\u{89}PNG" ? "PNG" : start), "\(command)")
    }
  }

  @Test func drawsTheSamePictureEveryTime() throws {
    let folder = try TemporaryFolder()
    for command in ["timeline", "graph"] {
      _ = try CasusProgram.run(command, "-o", "one.svg", in: folder, on: .sample)
      _ = try CasusProgram.run(command, "-o", "two.svg", in: folder, on: .sample)
      let one = try Data(contentsOf: folder.url.appending(path: "one.svg"))
      #expect(try Data(contentsOf: folder.url.appending(path: "two.svg")) == one)
      #expect(String(decoding: one, as: UTF8.self).contains("Korea"))
    }
  }

  @Test(arguments: ["actor", "dyad", "quad"])
  func laysOutLanes(lanes: String) throws {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run(
      "timeline", "--lanes", lanes, "--label-language", "id", "-o", "x.dot", in: folder, on: .sample
    )
    #expect(run.code == 0)
    let text = try String(contentsOf: folder.url.appending(path: "x.dot"), encoding: .utf8)
    #expect(text.contains("Korea Utara"))
  }

  @Test(arguments: [
    (["timeline", "-o", "x.gif"], 64, "x.gif: unknown picture format 'gif'; let the name end in"),
    (["graph", "-o", "x"], 64, "x: unknown picture format ''"),
    (["timeline", "-o", "no/x.svg"], 74, "no/x.svg: cannot be written"),
    (["timeline", "-o", "x.svg", "--from", "2999"], 65, "no events match"),
    (
      ["timeline", "-o", "x.svg", "--label-language", "xx"], 64,
      "--label-language 'xx' is no language known here; known are "
    ),
    (["export", "--format", "docx"], 64, "unknown format 'docx'; choose one of jsonl, csv,"),
    (["export", "--format", "csv"], 64, "format 'csv' writes several files; name a folder"),
    (["export", "--format", "jsonl", "-o", "no/x"], 74, "no/x: cannot be written"),
  ])
  func saysWhyNothingWasWritten(arguments: [String], code: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run(arguments, in: folder, on: .sample)
    #expect(run.code == code)
    #expect(run.errors.contains(message))
    #expect(run.errorLines.count == 1)
  }

  @Test func exportsFilesAndFolders() throws {
    let folder = try TemporaryFolder()
    #expect(
      try CasusProgram.run("export", "--format", "csv", "-o", "t/csv", in: folder, on: .sample).code
        == 0)
    for name in ["nodes", "edges", "events"] {
      let path = folder.url.appending(path: "t/csv/\(name).csv").path
      #expect(FileManager.default.fileExists(atPath: path))
    }
    for format in ["graphml", "gexf", "mermaid", "dot", "jsonl", "timelinejs"] {
      let run = try CasusProgram.run("export", "--format", format, in: folder, on: .sample)
      #expect(run.code == 0)
      #expect(run.output.contains("Korea"))
    }
  }

  @Test func exportsForPeopleAreTitledByNames() throws {
    let run = try CasusProgram.run(
      "export", "--format", "markdown", "--between", "UKR", "PRK", "--from", "2022",
      "--label-language", "id", on: .sample)
    #expect(run.lines.first == "# Ukraina – Korea Utara · from 2022")
    let lines = try CasusProgram.run(
      "export", "--format", "jsonl", "--between", "UKR", "PRK", on: .sample)
    #expect(lines.output.contains("UKR – PRK"))
  }

  // MARK: The drawing process

  @Test func drawingThatTakesTooLongIsStopped() async throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("#!/bin/sh\nexec sleep 3600\n".utf8, to: "slow")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let worker = GraphvizWorker(executable: script, deadline: .milliseconds(300))
    let start = ContinuousClock.now
    let failure = await #expect(throws: CommandFailure.self) {
      try await worker.render(dot: "digraph {}", engine: .dot, format: .svg)
    }
    #expect(failure?.description.contains("did not finish") == true)
    #expect(failure?.description.contains("--limit") == true)
    #expect(ContinuousClock.now - start < .seconds(1800))
  }

  @Test func drawingThatCrashesIsOneMessage() async throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("#!/bin/sh\nkill -SEGV $$\n".utf8, to: "crash")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let worker = GraphvizWorker(executable: script, deadline: .seconds(60))
    let failure = await #expect(throws: CommandFailure.self) {
      try await worker.render(dot: "digraph {}", engine: .dot, format: .svg)
    }
    #expect(failure?.description.hasPrefix("Graphviz crashed on this diagram; narrow it") == true)
  }

  @Test func theWorkerRefusesWhatIsNoGraph() throws {
    let run = try CasusProgram.run(
      "render-worker", "--engine", "dot", "--format", "svg", input: "no graph {")
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("casus: "))
    #expect(run.errorLines.count == 1)
  }

  // MARK: Tables

  @Test func tablesAlignWrapAndCountWideCharacters() {
    var table = Table([.init("n", isNumeric: true), .init("name", wraps: true), .init("id")])
    table.add(["1", "平壌 and a name of many words that goes on", "a"])
    table.add(["20", "x", "b"])
    #expect(
      table.text(width: 30) == """
         n  name                    id
        --  ----------------------  --
         1  平壌 and a name of      a
            many words that goes
            on
        20  x                       b

        """)
    #expect(table.text(width: nil).split(separator: "\n").count == 4)
  }

  // MARK: Help

  @Test func helpNeedsNoKnowledge() throws {
    let run = try CasusProgram.run(["--help"], environment: ["CASUS_DATA": "/nonexistent"])
    #expect(run.code == 0)
    for command in [
      "import", "extract", "actors", "events", "show", "relations", "path", "search", "timeline",
      "graph", "export", "check", "check-data", "score", "explain",
    ] {
      #expect(run.output.contains("\n  \(command) "), "\(command)")
    }
    #expect(!run.output.contains("render-worker"))
  }

  @Test func missingKnowledgeSaysWhereItWasSought() throws {
    let run = try CasusProgram.run(["extract", "-"], environment: ["CASUS_DATA": "/nonexistent"])
    #expect(run.code == 74)
    #expect(run.errors.contains("no data directory found; looked in: /nonexistent"))
  }

  @Test func aDamagedDatabaseFailsTheCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Data(contentsOf: SampleDatabase.url()), to: "casus.db")
    #expect(try CasusProgram.run("check", in: folder).code == 0)
    let path = folder.url.appending(path: "casus.db")
    var bytes = try Data(contentsOf: path)
    for offset in stride(from: 8192, to: min(bytes.count, 200_000), by: 4096) {
      bytes.replaceSubrange(offset..<offset + 64, with: Data(repeating: 0xff, count: 64))
    }
    try bytes.write(to: path)
    let run = try CasusProgram.run("check", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("casus.db"))
  }
}
