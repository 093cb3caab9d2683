import GRDB
import GRDBSQLite

/// New rows of one table, which go there many at a time in one statement.
///
/// A statement for each row makes SQLite open the table and all of its indexes for it and close them
/// again, which took a quarter of the time of a row. Until `flush`, the rows are not in the table.
final class BulkInsert {
  private let db: Database
  private let table: String
  private let columns: [String]
  private lazy var statement = Result {
    let names = columns.joined(separator: ", ")
    let values = columns.indices.map { "c\($0)" }.joined(separator: ", ")
    // What went wrong takes the whole transaction back, so that SQLite need not be ready to take back
    // this statement alone, for which it would copy each page.
    return try db.cachedStatement(
      sql: "INSERT OR FAIL INTO \(table) (\(names)) SELECT \(values) FROM \(BulkRows.module)(?)")
  }
  private var rows = Rows()

  init(_ db: Database, into table: String, _ columns: [String]) {
    self.db = db
    self.table = table
    self.columns = columns
  }

  /// How much memory the rows take.
  var byteCount: Int { rows.values.count * MemoryLayout<BulkRows.Value>.stride + rows.bytes.count }

  /// Adds a row: `body` gives the values of its columns in order.
  func add(_ body: (inout Rows) -> Void) { body(&rows) }

  /// Puts the rows into the table.
  func flush() throws {
    guard !rows.values.isEmpty else { return }
    let statement = try statement.get()
    let pointer = statement.sqliteStatement
    let code = rows.values.withUnsafeBufferPointer { values in
      rows.bytes.withUnsafeBufferPointer { bytes in
        var rows = BulkRows(
          values: values.baseAddress, bytes: bytes.baseAddress, columnCount: columns.count,
          count: values.count / columns.count)
        return withUnsafeMutablePointer(to: &rows) { rows in
          sqlite3_bind_pointer(pointer, 1, rows, BulkRows.pointerType, nil)
          defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
          }
          return sqlite3_step(pointer)
        }
      }
    }
    guard code == SQLITE_DONE else {
      let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    rows.values.removeAll(keepingCapacity: true)
    rows.bytes.removeAll(keepingCapacity: true)
  }

  /// Rows whose values are added in the order of the columns.
  struct Rows: ColumnValues {
    fileprivate var values: [BulkRows.Value] = []
    /// The bytes of texts, one behind the other.
    fileprivate var bytes: [UInt8] = []

    mutating func add(_ value: Int64) { values.append(.init(kind: .integer, bits: value)) }

    mutating func add(_ value: Double) {
      values.append(.init(kind: .real, bits: Int64(bitPattern: value.bitPattern)))
    }

    mutating func add(_ value: String) {
      var value = value
      value.withUTF8 { add($0, as: .text) }
    }

    mutating func add(_ value: [UInt8]) { value.withUnsafeBufferPointer { add($0, as: .blob) } }

    mutating func addNull() { values.append(.init(kind: .null, bits: 0)) }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, as kind: BulkRows.Value.Kind) {
      values.append(.init(kind: kind, count: Int32(text.count), bits: Int64(bytes.count)))
      bytes.append(contentsOf: text)
    }
  }
}
