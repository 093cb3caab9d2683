import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusStore

/// How many articles a second go the whole way to disk, beside extraction of the same ones alone.
enum ImportBenchmark {
  private static let articleCount = 10_000

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    for language in NewsRoom.languages(setting).prefix(2) {
      let room = NewsRoom(language, setting)
      let articles = room.articles(count: setting.scaled(articleCount))
      for article in articles.prefix(50) { _ = room.extractor.statements(in: article) }
      let extraction = CPUClock.measure {
        for article in articles { _ = room.extractor.statements(in: article) }
      }
      try TemporaryFolder.with { folder in
        let store = try EventStore(
          path: folder.file("casus.db"), access: .writing(room.knowledge.catalog))
        try store.register(actors: room.knowledge.actors.entries.map(\.actor))
        var cpu = 0.0
        let wall = try WallClock.measure {
          cpu = try CPUClock.measure {
            try store.importBatch(
              articles.lazy.map {
                ArticleStatements(article: $0, statements: room.extractor.statements(in: $0))
              })
            try store.close()
          }
        }
        let count = Double(articles.count)
        table.add(
          language.code, count / cpu, .articlesPerSecond,
          peer: ("extraction alone", count / extraction), ratioBound: .atLeast(0.7))
        table.add("\(language.code), wall", count / wall, .articlesPerSecond)
      }
    }
  }
}
