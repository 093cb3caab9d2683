import CasusModel
import CasusReading
import CasusTestSupport
import Foundation
import Testing

/// The folder of the fixtures.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

/// The language profiles of the data folder.
let profiles: [LanguageProfile] = ["de", "en", "id", "ru", "uk"].compactMap { code in
  let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Data/Languages/\(code)/detection.txt")
  guard let list = try? String(contentsOf: file, encoding: .utf8) else { return nil }
  return LanguageProfile(code: code, list: list)
}

/// Reads one file with some content and gives all results.
func read(
  _ content: some Sequence<UInt8>, as name: String, options: ReadingOptions = ReadingOptions()
) throws -> [Result<Article, ReadingProblem>] {
  let folder = try TemporaryFolder()
  let path = try folder.write(content, to: name)
  return Array(ArticleReaders.read(paths: [path], options: options))
}

/// Reads one file that holds one good article.
func readArticle(
  _ content: String, as name: String, options: ReadingOptions = ReadingOptions()
) throws -> Article {
  let results = try read(content.utf8, as: name, options: options)
  try #require(results.count == 1)
  return try results[0].get()
}

/// Reads one file that is refused as a whole.
func readProblem(_ content: some Sequence<UInt8>, as name: String) throws -> ReadingProblem {
  let results = try read(content, as: name)
  try #require(results.count == 1)
  return try #require(results[0].problem)
}

extension Result where Failure == ReadingProblem {
  /// The problem, if there is one.
  var problem: ReadingProblem? {
    guard case .failure(let problem) = self else { return nil }
    return problem
  }
}
