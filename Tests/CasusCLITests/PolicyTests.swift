import CasusTestSupport
import Foundation
import Testing

/// What a page may do in a browser.
@Suite struct PolicyTests {
  @Test func thePageMayLoadNothingAndRunItsOwnScriptAlone() throws {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run("timeline", "-o", "x.html", in: folder, on: .sample)
    #expect(run.code == 0)
    let page = try String(contentsOf: folder.url.appending(path: "x.html"), encoding: .utf8)
    let pattern = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
    let policy = try #require(page.firstMatch(of: pattern))
    // It holds for what stands behind it.
    let script = try #require(page.range(of: "<script"))
    #expect(policy.range.upperBound < script.lowerBound)
    let rules = policy.output.1.split(separator: ";").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(rules.first == ["default-src", "'none'"])
    for rule in rules.dropFirst() {
      let sources = rule.dropFirst()
      #expect(
        sources.allSatisfy { $0 == "'none'" || $0 == "data:" || $0.hasPrefix("'sha256-") },
        "\(rule)")
    }
    #expect(rules.contains(["base-uri", "'none'"]) && rules.contains(["form-action", "'none'"]))
  }
}
