import Foundation
import GRDBSQLite

/// Asks a database in SQL over a connection that can change nothing.
///
/// The file is opened for reading only, and SQLite asks an authorizer about everything that the
/// statement would do: only reading tables and calling functions is allowed.
enum ReadOnlySQL {
  /// Runs one statement.
  /// - Parameters:
  ///   - sql: the statement.
  ///   - path: the file.
  ///   - limit: how many rows at most; `nil` for all.
  /// - Returns: its result.
  /// - Throws: `StoreError.refusedSQL`, when SQLite does not understand the statement or it would change
  ///   something; `StoreError.locked` and others, when the file cannot be read.
  static func run(_ sql: String, path: String, limit: Int?) throws -> SQLResult {
    var connection: OpaquePointer?
    let name = SQLiteName(path)
    let flags =
      SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | (name.isOnlyReadable ? SQLITE_OPEN_URI : 0)
    let opened = sqlite3_open_v2(name.textForReading, &connection, flags, nil)
    defer { sqlite3_close_v2(connection) }
    guard opened == SQLITE_OK, let connection else {
      throw StoreError.unreadable(path: path, reason: message(of: connection))
    }
    sqlite3_busy_timeout(connection, 5_000)
    sqlite3_set_authorizer(
      connection, { _, action, first, second, _, _ in ReadOnlySQL.judge(action, first, second) },
      nil)
    var statement: OpaquePointer?
    var isLast = true
    let prepared = sql.withCString { text -> Int32 in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, text, -1, &statement, &tail)
      isLast = tail.map { isBlank(String(cString: $0)) } ?? true
      return code
    }
    defer { sqlite3_finalize(statement) }
    guard prepared == SQLITE_OK else { throw refusal(prepared, connection, path: path) }
    guard let statement else {
      throw StoreError.refusedSQL(reason: "there is no statement; give one SELECT in quotes")
    }
    guard isLast else {
      throw StoreError.refusedSQL(reason: "there are several statements; give one SELECT alone")
    }
    guard sqlite3_stmt_readonly(statement) != 0 else {
      throw StoreError.refusedSQL(reason: onlyReads)
    }
    return try rows(of: statement, connection, path: path, limit: limit)
  }

  private static let onlyReads = "casus sql only reads; the statement would do something else"

  private static func rows(
    of statement: OpaquePointer, _ connection: OpaquePointer, path: String, limit: Int?
  ) throws -> SQLResult {
    let columns = 0..<sqlite3_column_count(statement)
    var result = SQLResult(
      columns: columns.map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" },
      rows: [])
    while limit.map({ result.rows.count < $0 }) ?? true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else { throw refusal(code, connection, path: path) }
      result.rows.append(columns.map { value(statement, $0) })
    }
    return result
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> SQLResult.Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      return .text(sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "")
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, column),
        count: Int(sqlite3_column_bytes(statement, column)))
      return .blob(Array(bytes))
    default: return .null
    }
  }

  /// Allows what reads, and nothing else.
  private static func judge(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Int32 {
    func isAllowed(_ test: Bool) -> Int32 { test ? SQLITE_OK : SQLITE_DENY }
    let (first, second) = (
      first.map { String(cString: $0).lowercased() } ?? "",
      second.map { String(cString: $0).lowercased() } ?? ""
    )
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_FUNCTION: return isAllowed(second != "load_extension")
    // SQLite asks this when it opens a virtual table; it changes nothing there.
    case SQLITE_UPDATE: return isAllowed(first == "sqlite_master")
    case SQLITE_PRAGMA: return isAllowed(describing.contains(first))
    default: return SQLITE_DENY
    }
  }

  /// The pragmas that say how tables are made; full-text search asks for the version of the data.
  private static let describing: Set<String> = [
    "data_version", "foreign_key_list", "index_info", "index_list", "index_xinfo", "table_info",
    "table_list",
    "table_xinfo",
  ]

  private static func refusal(
    _ code: Int32, _ connection: OpaquePointer, path: String
  ) -> StoreError {
    switch code {
    case SQLITE_AUTH: .refusedSQL(reason: onlyReads)
    case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
    case SQLITE_CORRUPT: .damaged(path: path)
    case SQLITE_NOTADB: .notSQLite(path: path)
    default:
      .refusedSQL(
        reason: "SQLite says: \(message(of: connection)); docs/schema.md describes the tables")
    }
  }

  private static func message(of connection: OpaquePointer?) -> String {
    String(cString: sqlite3_errmsg(connection))
  }

  /// Whether there is nothing but space, semicolons and comments.
  private static func isBlank(_ text: String) -> Bool {
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace || first == ";" {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.range(of: "*/") else { return true }
        rest = rest[end.upperBound...]
      } else {
        return false
      }
    }
    return true
  }
}

extension EventStore {
  /// Answers a question in SQL; nothing can be changed by it.
  ///
  /// `docs/schema.md` describes the tables.
  ///
  /// ```swift
  /// let result = try store.sql("SELECT type, count(*) FROM event GROUP BY type ORDER BY 2 DESC")
  /// ```
  /// - Parameters:
  ///   - statement: one SELECT.
  ///   - limit: how many rows at most; `nil` for all.
  /// - Returns: columns and rows.
  /// - Throws: `StoreError.refusedSQL` with SQLite's words.
  public func sql(_ statement: String, limit: Int? = nil) throws -> SQLResult {
    try ReadOnlySQL.run(statement, path: path, limit: limit)
  }
}
