import CasusExtraction
import CasusModel
import Foundation

/// How many megabytes of article text are read in a second, beside counting the words of it.
enum ExtractionBenchmark {
  private static let byteCount = 20_000_000

  /// Languages that tell who acts by case endings take more work.
  private static func bound(_ language: String) -> Double {
    ["uk", "ru"].contains(language) ? 15 : 20
  }

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    for language in NewsRoom.languages(setting) {
      let room = NewsRoom(language, setting)
      let articles = room.articles(byteCount: setting.scaled(byteCount))
      for article in articles.prefix(50) { _ = room.extractor.statements(in: article) }
      var statements = 0
      let own = CPUClock.measure {
        for article in articles { statements += room.extractor.statements(in: article).count }
      }
      var words = 0
      let counting = CPUClock.measure {
        for article in articles { words += WordCount.words(in: article.text) }
      }
      let megabytes = Double(articles.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
      table.add(
        language.code, megabytes / own, .megabytesPerSecond,
        peer: ("word count in process", megabytes / counting), bound: .atLeast(bound(language.code))
      )
      if let wc = ChildProcess.find("wc") {
        let child = try TemporaryFolder.with { folder in
          let file = folder.file("news.txt")
          try articles.map(\.text).joined().write(toFile: file, atomically: false, encoding: .utf8)
          return try ChildProcess(wc, ["-w", file])
        }
        table.add(
          language.code, megabytes / own, .megabytesPerSecond,
          peer: ("wc -w", megabytes / child.cpu))
      }
      let density = Double(statements) / (megabytes * 1000)
      table.add(
        note: "\(language.code): \(articles.count) articles, \(megabytes.significant(3)) MB, "
          + "\(words) words, \(density.significant(2)) statements a kilobyte")
    }
  }
}
