import GRDB
import GRDBSQLite

/// A prepared statement whose parameters are bound and whose columns are read one after another,
/// without a box for each: a bulk import runs a handful of them millions of times.
///
/// The connection keeps it, so that making it again costs little.
final class FastStatement {
  private let statement: GRDB.Statement
  private let pointer: OpaquePointer
  /// Where texts stand while the statement runs; made when the first one is bound.
  private let texts = TextBuffer()

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  deinit {
    // The connection keeps the statement, but not what its parameters point to.
    if texts.isUsed { sqlite3_clear_bindings(pointer) }
  }

  /// Runs a statement that gives no rows.
  func run(_ bind: (inout Parameters) -> Void) throws {
    var parameters = Parameters(pointer, texts)
    bind(&parameters)
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
  }

  /// The first column of each row.
  func integers(_ bind: (inout Parameters) -> Void) throws -> [Int64] {
    var result: [Int64] = []
    try forEach(bind) { result.append($0.integer(0)) }
    return result
  }

  /// The first column of the first row.
  func integer(_ bind: (inout Parameters) -> Void) throws -> Int64? {
    var result: Int64?
    try first(bind) { result = $0.integer(0) }
    return result
  }

  /// Calls `body` with each row; it must not run the same statement.
  func forEach(
    _ bind: (inout Parameters) -> Void, _ body: (Columns) throws -> Void
  ) throws {
    var parameters = Parameters(pointer, texts)
    bind(&parameters)
    defer { sqlite3_reset(pointer) }
    while true {
      let code = sqlite3_step(pointer)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else { throw error(code) }
        return
      }
      try body(Columns(pointer))
    }
  }

  /// Calls `body` with the first row, if there is one.
  func first(_ bind: (inout Parameters) -> Void, _ body: (Columns) throws -> Void) throws {
    var parameters = Parameters(pointer, texts)
    bind(&parameters)
    defer { sqlite3_reset(pointer) }
    let code = sqlite3_step(pointer)
    guard code == SQLITE_ROW else {
      guard code == SQLITE_DONE else { throw error(code) }
      return
    }
    try body(Columns(pointer))
  }

  private func error(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// The columns of a row, by their place from 0; they last until the next row.
  struct Columns {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) {
      self.pointer = pointer
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    func int(_ column: Int32) -> Int { Int(integer(column)) }

    func bool(_ column: Int32) -> Bool { integer(column) != 0 }

    func double(_ column: Int32) -> Double { sqlite3_column_double(pointer, column) }

    func isNull(_ column: Int32) -> Bool {
      sqlite3_column_type(pointer, column) == SQLITE_NULL
    }

    func isInteger(_ column: Int32) -> Bool {
      sqlite3_column_type(pointer, column) == SQLITE_INTEGER
    }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

    /// The text, empty for NULL.
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
      guard let start = sqlite3_column_text(pointer, column) else { return nil }
      let count = Int(sqlite3_column_bytes(pointer, column))
      return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Calls `body` with the bytes of a value, none for NULL.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      let start = sqlite3_column_blob(pointer, column)
      let count = Int(sqlite3_column_bytes(pointer, column))
      return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
  }

  /// The parameters of a statement, bound in order.
  struct Parameters: ColumnValues {
    private let pointer: OpaquePointer
    private let texts: TextBuffer
    private var index: Int32 = 0

    fileprivate init(_ pointer: OpaquePointer, _ texts: TextBuffer) {
      self.pointer = pointer
      self.texts = texts
      texts.clear()
    }

    mutating func add(_ value: Int64) {
      index += 1
      sqlite3_bind_int64(pointer, index, value)
    }

    mutating func add(_ value: Double) {
      index += 1
      sqlite3_bind_double(pointer, index, value)
    }

    mutating func add(_ value: String) {
      index += 1
      var value = value
      value.withUTF8 { bytes in
        if let text = texts.copy(bytes) {
          sqlite3_bind_text(pointer, index, text, Int32(bytes.count), nil)
        } else {
          let text = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
          sqlite3_bind_text(pointer, index, text, Int32(bytes.count), Self.copied)
        }
      }
    }

    mutating func add(_ bytes: [UInt8]) {
      index += 1
      sqlite3_bind_blob(pointer, index, bytes, Int32(bytes.count), Self.copied)
    }

    mutating func addNull() {
      index += 1
      sqlite3_bind_null(pointer, index)
    }

    /// SQLite's mark for values that it must copy.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Texts one behind the other, so that SQLite need not ask for memory for each.
  fileprivate final class TextBuffer {
    private static let capacity = 8192
    private var start: UnsafeMutablePointer<UInt8>?
    private var count = 0

    deinit { start?.deallocate() }

    /// Whether there ever was a text.
    var isUsed: Bool { start != nil }

    func clear() { count = 0 }

    /// Where a copy of some bytes stands until the buffer is cleared; `nil` when it is full.
    func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar>? {
      guard bytes.count <= Self.capacity - count else { return nil }
      let start = self.start ?? .allocate(capacity: Self.capacity)
      self.start = start
      let place = start + count
      if let first = bytes.baseAddress { place.update(from: first, count: bytes.count) }
      count += bytes.count
      return UnsafeRawPointer(place).assumingMemoryBound(to: CChar.self)
    }
  }
}
