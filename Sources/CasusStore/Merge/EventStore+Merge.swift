import CasusModel
import GRDB

extension EventStore {
  /// Takes in everything that another database has: articles with what was found in them, actors
  /// with their names, and the decisions of reviewers.
  ///
  /// The outcome does not depend on the order in which databases are merged, and merging one twice
  /// changes nothing. Where the two hold the same article with other particulars or other statements,
  /// the particulars that `Article` ranks first stand, then what was read for events later.
  /// - Parameters:
  ///   - other: the other database; it is only read.
  ///   - size: how many articles make a transaction.
  ///   - afterBatch: told after each batch what has been done so far; it may throw to stop there.
  /// - Returns: what was done.
  /// - Throws: `StoreError`, or what `afterBatch` throws.
  @discardableResult
  public func merge(
    _ other: EventStore, size: Int = 256,
    afterBatch: (ImportReport) throws -> Void = { _ in }
  ) throws -> ImportReport {
    try mergeActors(of: other)
    try mergeDecisions(of: other)
    do {
      let report = try mergeArticles(of: other, size: size, afterBatch)
      try deriveRelations()
      return report
    } catch {
      // What is in already is complete.
      try? deriveRelations()
      throw error
    }
  }

  private func mergeArticles(
    of other: EventStore, size: Int, _ afterBatch: (ImportReport) throws -> Void
  ) throws -> ImportReport {
    let now = Self.now
    var report = ImportReport()
    var last: Int64 = 0
    while true {
      let (records, next) = try other.records(after: last, limit: size)
      guard !records.isEmpty else { return report }
      last = next
      report += try write { db, catalog in
        var batch = try BatchImport(db, catalog: catalog, now: now)
        for record in records { try batch.merge(record) }
        try batch.finish()
        return batch.report
      }
      try afterBatch(report)
    }
  }

  private func records(
    after key: Int64, limit: Int
  ) throws -> (records: [ArticleRecord], last: Int64) {
    try read { db in
      let keys = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT key FROM article WHERE key > ? ORDER BY key LIMIT ?"),
        arguments: [key, limit])
      let table = ArticleTable(db: db)
      return (try keys.compactMap { try table.record($0) }, keys.last ?? key)
    }
  }

  private func mergeActors(of other: EventStore) throws {
    let rows = try other.read { try MergedActor.all(in: $0) }
    try write { db, _ in
      let keys = ActorKeys(db)
      for actor in rows { try actor.merge(into: db, keys) }
      try MergedActor.settleDisplayNames(in: db)
    }
  }

  private func mergeDecisions(of other: EventStore) throws {
    let decisions = try other.reviewDecisions()
    guard !decisions.isEmpty else { return }
    let now = Self.now
    try write { db, catalog in
      let table = ReviewTable(db: db)
      let known = Set(try table.all())
      let fresh = decisions.filter { !known.contains($0) }
      for decision in fresh { try table.insert(decision) }
      // Articles that are here already are judged anew; the others are judged when they come.
      let articles = ArticleTable(db: db)
      var batch = try BatchImport(db, catalog: catalog, now: now)
      for id in Set(fresh.flatMap(ReviewTable.articles)).sorted() {
        if let key = try articles.find(id)?.key { try batch.review(key) }
      }
      try batch.finish()
    }
  }
}
