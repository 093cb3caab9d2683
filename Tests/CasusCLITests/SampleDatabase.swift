import CasusTestSupport
import Foundation
import Testing

/// A database of the three sample articles, made once for all tests that only read it.
enum SampleDatabase {
  private static let folder = Result {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.severance.utf8, to: "a.txt")
    try folder.write(SampleArticle.invasion.utf8, to: "b.txt")
    try folder.write(SampleArticle.treaty.utf8, to: "c.txt")
    let run = try CasusProgram.run("import", "a.txt", "b.txt", "c.txt", in: folder)
    try #require(run.code == 0, "\(run.errors)")
    return folder
  }

  /// Where the file is.
  static func url() throws -> URL {
    try folder.get().url.appending(path: "casus.db")
  }
}
