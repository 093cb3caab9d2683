import CasusData
import CasusExtraction
import CasusModel
import CasusReading
import CasusStore
import Foundation

/// Reads articles of a database for events anew, a batch at a time, on several threads.
struct Recoding {
  let store: EventStore
  /// Whether to find out what would change, and change nothing.
  let isTrial: Bool
  private let threads: Int
  private var shelf: ExtractorShelf

  /// How many articles have been looked at; rows of event tables are among them.
  private(set) var seen = 0
  /// How many of them have words.
  private(set) var read = 0
  private(set) var recoded = 0
  private(set) var changes = ChangeReport()
  private(set) var problems = ProblemLog()

  init(store: EventStore, data: DataDirectory, threads: Int?, isTrial: Bool) {
    self.store = store
    self.isTrial = isTrial
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    shelf = ExtractorShelf(data: data)
  }

  /// Reads some articles; those in a language that cannot be read, and sources of event tables, which
  /// have no words, are left as they are.
  mutating func recode(_ articles: [Article]) async throws {
    var work: [(Article, Extractor)] = []
    for article in articles where !article.text.isEmpty {
      read += 1
      switch shelf.extractor(for: article) {
      case .success(let extractor): work.append((article, extractor))
      case .failure(let problem): problems.add(problem)
      }
    }
    let size = max(1, (work.count + threads - 1) / threads)
    let parts = stride(from: 0, to: work.count, by: size).map {
      Array(work[$0..<min($0 + size, work.count)])
    }
    let items = await withTaskGroup(of: (Int, [ArticleStatements]).self) { group in
      for (number, part) in parts.enumerated() {
        group.addTask {
          (
            number,
            part.map { article, extractor in
              ArticleStatements(article: article, statements: extractor.statements(in: article))
            }
          )
        }
      }
      var done: [(Int, [ArticleStatements])] = []
      for await result in group { done.append(result) }
      return done.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    let result = try store.recode(items, isTrial: isTrial)
    seen += articles.count
    recoded += result.articles
    changes += result.changes
  }
}
