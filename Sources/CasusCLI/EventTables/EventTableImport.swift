import CasusModel
import CasusReading
import CasusStore

/// Puts the rows of event tables into a database, batch by batch.
struct EventTableImport {
  /// How many rows go into the database in one transaction; two batches are in memory at a time, some
  /// 2 kilobytes a row.
  private static let batchSize = 32_000

  let store: EventStore
  private(set) var report = RecordReport()
  private(set) var rejected: RejectedRows
  private var meter: ProgressMeter?
  private var rowCount = 0
  private var byteCount = 0

  /// - Parameters:
  ///   - store: Where the rows go.
  ///   - rejects: The file for those that are not taken.
  ///   - inputs: What is read, and must not be that file.
  ///   - meter: Shows how far it is.
  /// - Throws: `CommandFailure`, when the file cannot be written.
  init(
    store: EventStore, rejects: String?, sparing inputs: [String], meter: ProgressMeter?
  ) throws {
    self.store = store
    self.meter = meter
    rejected = try RejectedRows(path: rejects, sparing: inputs)
  }

  /// Imports every table of a file; a table that cannot be read is a problem, and the rest goes on.
  mutating func run(_ file: EventTableFile, problems: inout ProblemLog) async throws {
    var file = file
    while !Interruption.hasHappened {
      do {
        guard let table = try file.nextTable() else { return }
        try await run(table)
      } catch let problem as ReadingProblem {
        meter?.clear()
        problems.add(problem)
      }
    }
  }

  private mutating func run(_ table: EventTableReader) async throws {
    var table = table
    var batch: [SourcedStatement] = []
    var statements = SourcedStatements()
    var writing = Task<RecordReport, any Error> { RecordReport() }
    let store = store
    while !Interruption.hasHappened, let row = table.next() {
      switch row {
      case .statement(let statement, let source):
        batch.append(statements.row(statement, source: source))
      case .rejected(let row): try rejected.add(row)
      }
      rowCount += 1
      if batch.count >= Self.batchSize {
        // One batch is written while the next is read.
        report += try await writing.value
        let full = batch
        writing = Task.detached { try store.addRecords(full) }
        batch = []
      }
      if rowCount.isMultiple(of: 1000) {
        meter?.update(done: byteCount + table.byteCount, count: rowCount)
      }
    }
    report += try await writing.value
    report += try store.addRecords(batch)
    byteCount += table.byteCount
    meter?.clear()
    try rejected.tell(of: table.path)
  }
}
