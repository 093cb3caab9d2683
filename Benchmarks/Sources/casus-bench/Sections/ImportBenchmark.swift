import CasusData
import CasusModel
import Foundation

/// How many articles a second go the whole way to disk, beside `casus extract` with the same ones.
enum ImportBenchmark {
  private static let articleCount = 100_000

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    for language in NewsRoom.languages(setting).prefix(2) {
      try TemporaryFolder.with { folder in
        let file = folder.file("\(language.code).jsonl")
        let count = setting.scaled(articleCount)
        try write(count: count, of: language, to: file, setting)
        let options = ["--data", setting.data.url.path]
        let extraction = try ChildProcess(setting.casus, ["extract", file] + options)
        let own = try ChildProcess(
          setting.casus, ["import", file, "--db", folder.file("casus.db"), "--quiet"] + options)
        table.add(
          "\(language.code), processor", Double(count) / own.cpu, .articlesPerSecond,
          peer: ("casus extract", Double(count) / extraction.cpu), ratioBound: .atLeast(0.7))
        table.add(
          "\(language.code), wall", Double(count) / own.wall, .articlesPerSecond,
          peer: ("casus extract", Double(count) / extraction.wall))
      }
    }
  }

  /// Writes the articles alone, for a look at them.
  static func write(_ setting: BenchSetting, to folder: String) throws {
    for language in NewsRoom.languages(setting).prefix(2) {
      try write(
        count: setting.scaled(articleCount), of: language, to: "\(folder)/\(language.code).jsonl",
        setting)
    }
  }

  private struct Line: Encodable {
    let title: String
    let text: String
    let language: String?
    let publisher: String?
    let published: String?
  }

  private static func write(
    count: Int, of language: NewsLanguage, to path: String, _ setting: BenchSetting
  ) throws {
    var generator = NewsRoom(language, setting).generator
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let encoder = JSONEncoder()
    for _ in 0..<count {
      let article = generator.next()
      let line = Line(
        title: article.title, text: article.text, language: article.language,
        publisher: article.publisher, published: article.published?.rawValue)
      try file.write(contentsOf: try encoder.encode(line) + [UInt8(ascii: "\n")])
    }
    try file.close()
  }
}
