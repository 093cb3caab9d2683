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
    let report = try addBatch([ArticleStatements(article: article, statements: statements)])
    try deriveRelations()
    return report
  }

  /// Adds articles with what they state, one transaction for each `size` of them, then derives the
  /// relations.
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
    if !batch.isEmpty {
      report += try addBatch(batch)
      try afterBatch(report)
    }
    try deriveRelations()
    return report
  }

  /// Derives the relations of all pairs whose events changed since that was done last.
  ///
  /// Importing notes which pairs these are, so that a pair met in many batches is worked out once.
  /// Until then readers see its relations as they were. A killed import leaves the rest to the next.
  public func deriveRelations() throws {
    var isUnfinished = true
    while isUnfinished {
      isUnfinished = try writeUnchecked { db, catalog in
        let table = RelationTable(db: db, actors: ActorKeys(db), catalog: catalog)
        try table.noteChangeOfRules()
        return try table.deriveStale(limit: Self.pairsAtOnce)
      }
    }
  }

  /// How many pairs' relations are derived in one transaction.
  private static let pairsAtOnce = 1024

  /// Adds articles with what they state in one transaction; `deriveRelations` completes the import.
  public func addBatch(_ items: [ArticleStatements]) throws -> ImportReport {
    let now = Self.now
    return try writeUnchecked { db, catalog in
      var batch = try BatchImport(db, catalog: catalog, now: now, tellsCorrections: true)
      for item in items { try batch.add(item) }
      try batch.finish()
      return batch.report
    }
  }

  /// Microseconds since 1970-01-01, UTC.
  static var now: Int { Int(Date().timeIntervalSince1970 * 1_000_000) }

  /// Adds rows of event tables in one transaction: statements without words, each with its source,
  /// an article without text.
  ///
  /// A row that is there already, by the identifier of its source and its evidence's rule, changes
  /// nothing. `deriveRelations` completes the import.
  public func addRecords(
    _ records: [(statement: CasusModel.Statement, source: Article)]
  ) throws -> RecordReport {
    var rows = SourcedStatements()
    return try addRecords(records.map { rows.row($0.statement, source: $0.source) })
  }

  /// The same with rows that have been made ready, perhaps by another thread.
  public func addRecords(_ rows: [SourcedStatement]) throws -> RecordReport {
    let now = Self.now
    return try writeUnchecked { db, catalog in
      var batch = try BatchImport(db, catalog: catalog, now: now, snapshot: readSnapshot)
      for row in rows { try batch.addRecord(row) }
      try batch.finish()
      return batch.recordReport
    }
  }
}
