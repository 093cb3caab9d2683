import CasusTestSupport
import Foundation
import Testing

/// The manual page, the completions, the version, and silence.
@Suite struct ManualTests {
  @Test func pageNamesEveryCommandAndOption() throws {
    let page = try CasusProgram.run("manual")
    #expect(page.code == 0)
    #expect(page.output.hasPrefix(".TH CASUS 1 \"\" \"casus 0.1.0\" \"User Commands\"\n.SH NAME\n"))
    for word in [
      ".SS casus import", ".SS casus export", "\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIfile\\fR",
      "\\fB\\-\\-known\\-on\\fR \\fId\\fR", ".B CASUS_DB", ".B CASUS_CACHE", ".SH EXIT STATUS",
    ] {
      #expect(page.output.contains(word), "\(word)")
    }
    for hidden in ["render", "casus manual", "casus help"] {
      #expect(!page.output.contains(hidden), "\(hidden)")
    }
    // A request that man does not know would be lost without a word.
    let requests = page.lines.filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } }
    #expect(Set(requests).isSubset(of: [".TH", ".SH", ".SS", ".B", ".I", ".PP", ".TP", ".br"]))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completions(shell: String) throws {
    let run = try CasusProgram.run("--generate-completion-script", shell)
    #expect(run.code == 0)
    for word in ["list-formats", "graphml", "compressed", "verbal-cooperation", "sfdp"] {
      #expect(run.output.contains(word), "\(word)")
    }
  }

  @Test func version() throws {
    #expect(try CasusProgram.run("--version").output == "0.1.0\n")
  }

  @Test func quietSaysNothingButProblems() throws {
    let folder = try TemporaryFolder()
    try folder.write("Russia attacked Ukraine on 24 February 2022.".utf8, to: "a.txt")
    try folder.write("".utf8, to: "b.txt")
    let run = try CasusProgram.run(
      "import", "a.txt", "b.txt", "--language", "en", "--quiet", in: folder)
    #expect(run.code == 65)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    let export = try CasusProgram.run("export", "--format", "graphml", "-q", in: folder)
    #expect(export.code == 0 && export.errors.isEmpty)
  }

  @Test func pipesGetNoStyles() throws {
    let run = try CasusProgram.run(["events"], on: .sample, environment: ["TERM": "xterm"])
    #expect(run.code == 0 && !run.output.contains("\u{1B}"))
  }
}
