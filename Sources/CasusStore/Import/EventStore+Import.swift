public import CasusModel
import Foundation

extension EventStore {
  /// Adds an article with what it states, in one transaction.
  ///
  /// An article that is there already changes nothing. One with the address of another but other
  /// words supersedes it: the older one is kept, its evidence no longer counts.
  @discardableResult
  public func add(
    _ article: Article, statements: [CasusModel.Statement]
  ) throws -> ImportReport {
    try addBatch([ArticleStatements(article: article, statements: statements)])
  }

  /// Adds articles with what they state, one transaction for each `size` of them.
  ///
  /// Whenever the program is killed, the database holds whole batches, and a second import of the
  /// same articles adds the rest. Statements whose words are not in their article are left out and
  /// reported; the article and its other statements are in.
  /// - Parameters:
  ///   - items: the articles, read as they are needed.
  ///   - size: how many of them make a batch.
  ///   - afterBatch: told after each batch what has been done so far; it may throw to stop there.
  /// - Returns: what was done in all.
  /// - Throws: `StoreError`, or what `afterBatch` throws.
  @discardableResult
  public func importBatch(
    _ items: some Sequence<ArticleStatements>, size: Int = 256,
    afterBatch: (ImportReport) throws -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    var batch: [ArticleStatements] = []
    for item in items {
      batch.append(item)
      guard batch.count >= size else { continue }
      report += try addBatch(batch)
      batch.removeAll(keepingCapacity: true)
      try afterBatch(report)
    }
    guard !batch.isEmpty else { return report }
    report += try addBatch(batch)
    try afterBatch(report)
    return report
  }

  private func addBatch(_ items: [ArticleStatements]) throws -> ImportReport {
    let recordedAt = Date().formatted(.iso8601)
    return try write { db, catalog in
      var batch = BatchImport(db, catalog: catalog, recordedAt: recordedAt)
      for item in items { try batch.add(item) }
      try batch.finish()
      return batch.report
    }
  }
}
