import CasusExport
import Foundation
import Testing

/// What the longer formats make of the example, to the byte: the files in `Golden`.
///
/// After a change on purpose, `CASUS_RENEW_GOLDEN=1 swift test --filter GoldenFileTests` writes them
/// anew; look at the difference before committing it.
@Suite struct GoldenFileTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test(arguments: [
    "turtle", "nquads", "jsonld", "stix", "ftm", "neo4j", "vis", "ical", "markdown",
  ])
  func exampleIsWrittenAsItStandsThere(name: String) throws {
    for (graph, title) in [(Example.graph, "example"), (Example.hostile, "hostile")] {
      for file in try Example.export(name, graph).files {
        let path = Self.folder.appending(path: "\(title).\(name).\(file.name ?? "txt")")
        if ProcessInfo.processInfo.environment["CASUS_RENEW_GOLDEN"] == "1" {
          try Data(file.content.utf8).write(to: path)
        }
        let expected = try String(decoding: Data(contentsOf: path), as: UTF8.self)
        #expect(file.content == expected, "\(path.lastPathComponent)")
      }
    }
  }
}
